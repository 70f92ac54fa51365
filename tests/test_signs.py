"""Signs in headers and text overrule the status; pages that only speak of such things stay alive."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from looks import DEEP, look, page

from monitor.core.liveness import judge
from monitor.core.look import Hop, Liveness, Reason, Reply
from monitor.core.page import read
from monitor.core.signs.lexicon import bots, gone, logins, outages, parked, refusals, shells
from monitor.core.signs.phrases import Words, holds, plain, size, table
from monitor.core.signs.saying import ENOUGH

MENU = (
    '<nav><a href="/">Home</a> <a href="/login">Login</a> <a href="/news">News</a> <a href="/contact">Contact</a></nav>'
)
ELECTIVE = "Visiting students may apply for a four-week elective in cardiology. The fee is 300 dollars. "


SAYINGS = {
    "a title, a heading, a short text": (
        page("Page not found | Ward", f"{MENU}<h1>Page not found</h1><p>The page you are looking for has moved.</p>"),
        Reason.SOFT_404,
        "the title says that the page is not there",
    ),
    "German": (
        page("Ward", "<h1>Seite nicht gefunden</h1><p>Die gewünschte Seite gibt es nicht.</p>"),
        Reason.SOFT_404,
        "the first heading says that the page is not there",
    ),
    "French, with an apology": (
        page("Ward", "<p>Nous n'avons pas trouvé la page que vous recherchez…</p><p>Retour à l'accueil</p>"),
        Reason.SOFT_404,
        "a line of its own says that the page is not there",
    ),
    "Japanese": (
        page("ページが見つかりません", "<p>お探しのページは見つかりませんでした。</p>"),
        Reason.SOFT_404,
        "the title says that the page is not there",
    ),
    "Russian in capitals": (
        page("СТРАНИЦА НЕ НАЙДЕНА", "<p>Вернуться на главную</p>"),
        Reason.SOFT_404,
        "the title says that the page is not there",
    ),
    "a domain for sale": (
        page("ward.example", "<h1>ward.example</h1><p>This domain is for sale! Make an offer on this domain.</p>"),
        Reason.PARKED,
        "a line of its own says that the domain is for sale or parked",
    ),
    "a server that was just installed": (
        page("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>Further configuration is required.</p>"),
        Reason.PARKED,
        "the title says that a server was just installed",
    ),
    "a form for a password": (
        page("Sign in to your account", '<form><label>User</label><input><input type="PASSWORD"></form>'),
        Reason.LOGIN,
        "the title says that one must log in",
    ),
    "a challenge": (
        page("Just a moment...", "<p>Checking your browser before accessing ward.example.</p>"),
        Reason.BOT_WALL,
        "the title says that machines are kept out",
    ),
    "a script that wants cookies": (
        page("", "<noscript>This site requires JavaScript and Cookies to be enabled.</noscript><script>1</script>"),
        Reason.BOT_WALL,
        "a short text says that machines are kept out",
    ),
    "Portuguese": (
        page("Verificação de segurança", "<p>Complete o desafio abaixo para acessar o site.</p>"),
        Reason.BOT_WALL,
        "the title says that machines are kept out",
    ),
    "a vendor's page": (
        page("Request Rejected", "<p>The requested URL was rejected. Please consult with your administrator.</p>"),
        Reason.BOT_WALL,
        "the mark of a bot wall: F5",
    ),
    "another country": (
        page("Ward", "<p>We are sorry.</p><p>This content is not available in your country.</p>"),
        Reason.GEO_BLOCK,
        "a line of its own says that visitors of some countries are shut out",
    ),
    "a waiting room": (
        page("Waiting", "<h1>You are now in line</h1><p>Your estimated wait time is four minutes.</p>"),
        Reason.RATE_LIMITED,
        "the first heading says that there are too many requests",
    ),
    "too many requests": (
        page("Too Many Requests", "<p>You have sent too many requests.</p>"),
        Reason.RATE_LIMITED,
        "the title says that there are too many requests",
    ),
    "permission denied": (
        page("403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>"),
        Reason.FORBIDDEN,
        "the title says that access is denied",
    ),
    "maintenance": (
        page("Ward", "<h1>We'll be back soon!</h1><p>Our site is currently under maintenance.</p>"),
        Reason.MAINTENANCE,
        "the first heading says that the site is under maintenance",
    ),
    "a database that is down": (
        page("Database Error", "<h1>Error establishing a database connection</h1>"),
        Reason.SERVER_ERROR,
        "the title says that the server failed",
    ),
    "an application that failed": (
        page("Terms of use", "<p>Whoops, looks like something’s gone wrong!</p><p>Refresh</p><script>1</script>"),
        Reason.SERVER_ERROR,
        "a line of its own says that the server failed",
    ),
    "a shell": (
        page("Ward", '<div id="root"></div><noscript>Please enable JavaScript.</noscript><p>Ward</p><script></script>'),
        Reason.UNREADABLE,
        "a script has yet to fill the page",
    ),
    "a stub": (
        page("Electives", f"{MENU}<p>Loading...</p><script></script>"),
        Reason.UNREADABLE,
        "a script has yet to fill the page",
    ),
    "a stub with a banner about cookies": (
        page("Electives", f"<p>Wird geladen …</p><p>{'We use cookies to count our visitors. ' * 20}</p>"),
        Reason.UNREADABLE,
        "a script has yet to fill the page",
    ),
    "headings without text": (
        page("Electives", "".join(f"<h2>Question {n}</h2>" for n in range(8)) + "<script></script>"),
        Reason.UNREADABLE,
        "headings without any text below them",
    ),
    "a page that only sends on": (
        page("Moved", "<p>Please wait.</p>", '<meta http-equiv="Refresh" content="0; URL=/new/place">'),
        Reason.UNREADABLE,
        "the page only sends a browser on",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("html", "reason", "leading"), SAYINGS.values(), ids=SAYINGS)
def test_a_page_that_is_not_the_page_says_so(html: str, reason: Reason, leading: str) -> None:
    judgement = look(html)
    assert (judgement.reason, judgement.signals[0].signal) == (reason, leading)
    assert sum(signal.weight for signal in judgement.signals if signal.signal != "status") >= ENOUGH


LONG = ELECTIVE * 30
HEALTHY = {
    "an article about pages that are not found": page(
        "Page not found: how we designed our 404 page",
        f"<h1>Page not found</h1><p>The page you are looking for. {LONG}</p>"
    ),
    "a programme with a login in its menu": page("Electives", f"{MENU}<h1>Electives</h1><p>{ELECTIVE}</p>"),
    "a programme with a box for logging in": page(
        "Electives",
        f'<header><h2>Login</h2><form><input><input type="password"><button>Sign in</button></form></header>'
        f"<main><h1>Electives</h1><p>{ELECTIVE * 3}</p></main>",
    ),
    "a short programme with a form for a password": page("Electives", f'<p>{ELECTIVE}</p><input type="password">'),
    "research on captchas": page(
        "CAPTCHA research group",
        f"<h1>CAPTCHA research</h1><p>We study how people prove they are human, solving a captcha. {ELECTIVE * 8}</p>",
    ),
    "news of maintenance": page(
        "Portal maintenance on Friday | Ward news",
        f"<h1>Portal maintenance on Friday</h1><p>It will be down for maintenance from 6 to 8. {ELECTIVE * 4}</p>",
    ),
    "a page about facilities": page("Maintenance", "<h1>Maintenance</h1><p>Our workshop repairs beds and doors.</p>"),
    "a very short page": page("Observership", "<p>Write to students@ward.example.</p>"),
    "a very short page with scripts": page("Observership", "<p>Write to students@ward.example.</p><script>1</script>"),
    "a programme that is closed to a country": page(
        "Electives", f"<p>{ELECTIVE} Visas may not be available in your country in time.</p>"
    ),
    "a list of links": page("Programmes", "".join(f'<h3><a href="/{n}">Programme {n}</a></h3>' for n in range(40))),
    "a widget that loads": page("Electives", f"<p>{ELECTIVE * 5}</p><div>Loading...</div><script></script>"),
    "a form guarded by a captcha": page(
        "Apply", f'<p>{ELECTIVE}</p><script src="https://www.google.com/recaptcha/api.js"></script>'
    ),
    "a page on errors in medicine": page("Error", f"<h1>Errors in medicine</h1><p>{LONG}</p>"),
    "how to report what is suspicious": page(
        "Report suspicious activity | Ward", f"<h1>Report suspicious activity</h1><p>{ELECTIVE * 4}</p>"
    ),
    "a programme that is down for now": page(
        "Electives", "<h1>Electives</h1><p>The programme is temporarily unavailable. Please write to us.</p>"
    ),
    "a programme that no longer exists": page("Externship", "<h1>This externship no longer exists</h1>"),
    "a registration in German": page("Anmeldung", f"<h1>Anmeldung</h1><p>{ELECTIVE}</p>"),
    "many applications": page("Electives", "<p>Due to high demand, all places are taken.</p>"),
    "a hospital's waiting room": page("Waiting room", f"<h1>Waiting room</h1><p>{ELECTIVE}</p>"),
    "a framework that came filled": page("Electives", f'<div id="root"><p>{ELECTIVE}</p></div><script></script>'),
    "a page that is reloaded every few minutes": page(
        "Electives", f"<p>{ELECTIVE}</p>", '<meta http-equiv="refresh" content="300">'
    ),
}  # fmt: skip


@pytest.mark.parametrize("html", HEALTHY.values(), ids=HEALTHY)
def test_a_page_that_speaks_of_such_things_is_alive(html: str) -> None:
    judgement = look(html)
    assert (judgement.reason, judgement.stub) == (Reason.OK, False), judgement.signals


@pytest.mark.parametrize("status", [200, 202, 403, 404, 429, 500, 503])
@pytest.mark.parametrize(
    "headers", [{"cf-mitigated": "challenge"}, {"x-amzn-waf-action": "captcha"}, {"x-vercel-mitigated": "deny"}]
)
def test_the_mark_of_a_vendor_counts_at_any_status(status: int, headers: dict[str, str]) -> None:
    judgement = look("", status=status, headers=headers)
    assert judgement.reason is Reason.BOT_WALL
    assert judgement.signals[0].signal.startswith("the mark of a bot wall")


@pytest.mark.parametrize(
    ("status", "headers", "html", "reason"),
    [
        (202, {"server": "awselb/2.0"}, "", Reason.BOT_WALL),
        (403, {"server": "AkamaiGHost"}, page("Access Denied", ""), Reason.BOT_WALL),
        (403, {"server": "cloudflare"}, page("Attention Required! | Cloudflare", ""), Reason.BOT_WALL),
        (503, {"server": "cloudflare"}, page("Just a moment...", "<p>Checking your browser</p>"), Reason.BOT_WALL),
        (403, {"x-datadome": "protected"}, "", Reason.BOT_WALL),
        (200, {"x-datadome": "protected"}, page("Electives", ELECTIVE), Reason.OK),
        (200, {"x-iinfo": "1-2-3"}, page("Electives", ELECTIVE), Reason.OK),
        (200, {"server": "cloudflare", "cf-ray": "8"}, page("Electives", ELECTIVE), Reason.OK),
        (403, {"server": "nginx"}, page("403 Forbidden", "<h1>403 Forbidden</h1>"), Reason.FORBIDDEN),
        (403, {}, page("Denied", "<p>Your request was blocked for security reasons.</p>"), Reason.BOT_WALL),
        (403, {}, page("Denied", "<p>This site is not available in your country.</p>"), Reason.GEO_BLOCK),
        (404, {"server": "cloudflare"}, page("Access denied", "<p>You have been blocked.</p>"), Reason.NOT_FOUND),
        (404, {}, page("Be right back", "<p>Our site is under maintenance.</p>"), Reason.NOT_FOUND),
        (429, {}, page("Too many requests", ""), Reason.RATE_LIMITED),
        (503, {}, page("Ward", "<h1>Down for maintenance</h1>"), Reason.MAINTENANCE),
        (503, {}, page("503", "<h1>Backend fetch failed</h1>"), Reason.SERVER_ERROR),
        (502, {"x-cache": "Error from cloudfront"}, page("502 Bad Gateway", ""), Reason.SERVER_ERROR),
        (401, {}, page("Blocked", "<p>You have been blocked.</p>"), Reason.LOGIN),
        (451, {}, page("Blocked", "<p>You have been blocked.</p>"), Reason.GEO_BLOCK),
    ],
)
def test_what_a_status_means_with_its_headers_and_text(
    status: int, headers: dict[str, str], html: str, reason: Reason
) -> None:
    assert look(html, status=status, headers=headers).reason is reason


GOOD = page("Electives", f"<p>{ELECTIVE * 3}</p>")


@pytest.mark.parametrize(
    ("landed", "html", "reason"),
    [
        ("https://login.microsoftonline.com/common", page("Ward", "<p>Continue</p>"), Reason.LOGIN),
        ("https://ward.okta.com/app/1", page("Ward", "<p>Continue</p>"), Reason.LOGIN),
        ("https://sso.ward.example/start", page("Ward", "<p>Continue</p>"), Reason.LOGIN),
        ("https://ward.example/idp/profile/SAML2", page("Sign in | Ward", "<p>User</p>"), Reason.LOGIN),
        ("https://ward.example/errors/404.html", page("Ward", "<h1>Not found</h1>"), Reason.SOFT_404),
        ("https://ward.example/en/", GOOD, Reason.HOME_REDIRECT),
        ("https://ward.example/en-us/index.php", GOOD, Reason.HOME_REDIRECT),
        ("https://ward.example/?lang=en", GOOD, Reason.HOME_REDIRECT),
        ("https://ward.example/en/electives", GOOD, Reason.REDIRECTED),
        ("https://ward.example/?p=12", GOOD, Reason.REDIRECTED),
        ("https://ward.example/login-help", GOOD, Reason.REDIRECTED),
        ("https://ward.example/terrors", GOOD, Reason.REDIRECTED),
        ("https://www.hugedomains.com/domain_profile.cfm", page("Ward", "<p>Offers</p>"), Reason.PARKED),
        ("https://ward.example/lander", page("Ward", "<p>Offers</p>"), Reason.PARKED),
        ("https://ward.example/captcha?to=1", page("Ward", "<p>Continue</p>"), Reason.BOT_WALL),
    ],
)
def test_where_a_link_ends_says_what_stands_there(landed: str, html: str, reason: Reason) -> None:
    assert look(html, way=(DEEP, landed)).reason is reason


def test_a_page_that_is_only_a_frame_of_its_wall_is_a_wall_and_one_that_loads_its_script_is_not() -> None:
    frame = '<iframe src="/_Incapsula_Resource?a=1">Request unsuccessful.</iframe>'
    assert look(page("", frame)).reason is Reason.BOT_WALL
    assert look(page("Electives", f"<p>{ELECTIVE * 2}</p>{frame}")).reason is Reason.OK


def test_an_institution_that_throws_all_its_deep_links_to_its_front_page_is_gone_on_subdomains_too() -> None:
    assert (
        look(GOOD, way=("https://med.ward.example/electives", "https://www.ward.example/")).reason
        is Reason.HOME_REDIRECT
    )
    assert look(GOOD, way=("https://med.ward.example/electives", "https://new.example/")).reason is Reason.REDIRECTED


def test_what_the_last_good_copy_said_as_well_is_no_sign() -> None:
    html = page("Not found", "<h1>Not found</h1><p>Poems by our students about things that are not found.</p>")
    assert look(html).reason is Reason.SOFT_404
    assert look(html, known=html).reason is Reason.OK


def test_a_page_unlike_its_last_good_copy_needs_less_to_be_disbelieved() -> None:
    html = page("Page not found | Ward", f"<p>{' '.join(f'word{n}' for n in range(200))}</p>")
    assert look(html).reason is Reason.OK
    assert look(html, known=GOOD).reason is Reason.SOFT_404


def test_the_front_page_under_a_deep_address_is_known_by_what_it_says_of_itself() -> None:
    head = '<link rel="canonical" href="https://ward.example/">'
    front = f"<html><head><title>Ward</title>{head}</head><body class='home'><p>{ELECTIVE}</p></body></html>"
    assert look(front).reason is Reason.HOME_REDIRECT
    assert look(front, way=("https://ward.example/",)).reason is Reason.OK
    assert look(front.replace("class='home'", "")).reason is Reason.OK, "many sites give all pages one address"


def test_a_page_in_another_language_is_not_unlike_its_last_good_copy() -> None:
    root = '<link rel="canonical" href="https://ward.example/">'  # many sites give all pages one address
    english = (
        "Students of the final year may apply for an elective in the wards, and they are to bring their own coat. "
    )
    german = "Gaststudierende werden von den Ärzten der Klinik betreut und haben sich vor dem ersten Tag zu melden. "
    other = " ".join(f"word{n}" for n in range(60))
    before, switched, another = (page("Ward", f"<p>{text * 4}</p>", root) for text in (english, german, other))
    assert look(switched, known=before).reason is Reason.OK
    assert look(another, known=before).reason is Reason.HOME_REDIRECT


def test_a_shell_at_a_new_address_has_moved_and_is_never_compared() -> None:
    shell, _, _ = SAYINGS["a stub"]
    reply = Reply(DEEP, "https://b.example/e", (Hop(DEEP, 301), Hop("https://b.example/e", 200)), 200, (), b"")
    judgement = judge(reply, read(shell.encode(), "text/html", "https://b.example/e"))
    assert (judgement.reason, judgement.stub) == (Reason.PERMANENT_REDIRECT, True)


KINDS = {
    Reason.SOFT_404: gone.NOT_FOUND,
    Reason.BOT_WALL: bots.BOT_WALL,
    Reason.GEO_BLOCK: refusals.GEO_BLOCK,
    Reason.RATE_LIMITED: refusals.RATE_LIMITED,
    Reason.FORBIDDEN: refusals.FORBIDDEN,
    Reason.MAINTENANCE: outages.MAINTENANCE,
    Reason.SERVER_ERROR: outages.SERVER_ERROR,
    Reason.PARKED: parked.PARKED,
    Reason.LOGIN: logins.LOGIN,
}
ALL = (*KINDS.values(), parked.DEFAULT_PAGE, shells.LOADING, shells.NEEDS_SCRIPT)


@pytest.mark.parametrize("words", ALL)
def test_every_phrase_is_written_so_that_it_can_be_found(words: Words) -> None:
    tables = (
        words.whole,
        words.vague,
        words.headlines,
        words.sentences,
        words.sought,
        words.subjects,
        words.predicates,
    )
    for phrases in tables:
        for language, told in phrases.items():
            assert 2 <= len(language) <= 3
            assert len(set(told)) == len(told)
            for phrase in told:
                assert holds(plain(phrase.replace("…", " some words ")), phrase), (language, phrase)


@pytest.mark.parametrize("reason", KINDS)
def test_a_title_of_any_language_is_enough_for_a_page_that_says_nothing_else(reason: Reason) -> None:
    alone = {language: look(page(told[0], "<p>—</p>")) for language, told in KINDS[reason].headlines.items()}
    missed = [language for language, judgement in alone.items() if judgement.liveness is Liveness.ALIVE]
    assert missed == []


@given(
    st.sampled_from([name for name in SAYINGS if "stub" not in name and "shell" not in name]),
    st.integers(0, 3),
    st.booleans(),
)
def test_case_and_spaces_make_no_difference(name: str, spaces: int, capitals: bool) -> None:
    html, reason, _ = SAYINGS[name]
    told = html.replace(" a ", f" a {' ' * spaces}\n")
    assert look(told).reason is reason
    title = html.partition("<title>")[2].partition("</title>")[0]
    if capitals:
        assert look(told.replace(f">{title}<", f">{title.upper()}<")).reason is reason


@given(
    st.text(max_size=200),
    st.text(max_size=300),
    st.integers(100, 999),
    st.dictionaries(
        st.sampled_from(["server", "x-cache", "x-datadome", "cf-mitigated", "x-iinfo"]), st.text(max_size=20)
    ),
    st.sampled_from([DEEP, "", "http://[::1", "//", "https://ward.example/404", "not a url"]),
)
def test_judging_never_raises_and_always_says_why(
    title: str, body: str, status: int, headers: dict[str, str], url: str
) -> None:
    judgement = look(
        page(title, body).encode("utf-8", "replace").decode(), status=status, headers=headers, way=(DEEP, url)
    )
    assert judgement.signals


@given(st.text())
def test_plain_text_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert size(text) >= len(text.split())


def test_a_table_of_phrases_is_read_as_it_is_written() -> None:
    assert table("\n  en: one two | three |\n      four\n  de: fünf\n") == {
        "en": ("one two", "three", "four"),
        "de": ("fünf",),
    }


DATA = Path(__file__).parents[2] / "shared" / "data"


def test_no_page_that_is_known_to_be_well_is_called_gone_or_blocked() -> None:
    labels = DATA / "error_pages" / "labels.jsonl"
    if not labels.exists():
        pytest.skip("needs the labelled pages beside the checkout (../shared/data)")
    rows = [json.loads(line) for line in labels.read_text().splitlines()]
    wrong = []
    for row in (row for row in rows if row["label"] == "healthy"):
        url = row.get("url") or ""
        html = gzip.decompress((DATA / "error_pages" / row["file"]).read_bytes()).decode("utf-8", "replace")
        judgement = look(html, way=(url,))
        if judgement.liveness in {Liveness.GONE, Liveness.BLOCKED}:
            wrong.append((row["id"], judgement))
    assert wrong == []
