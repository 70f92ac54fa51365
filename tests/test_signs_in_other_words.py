"""Failures in words of their own, healthy pages that bear the words of failures, and domains with another owner."""

import pytest
from looks import DEEP, look, page

from monitor.core.look import Liveness, Reason

NAMES = ("about", "admissions", "people", "research", "patients", "news", "giving")
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in NAMES)
IMPRINT = "<footer><p>Ward College, 1 Hill Road</p><p>© 2026 Ward College. All rights reserved.</p></footer>"


def college(title: str, text: str, head: str = "") -> str:
    """A page in the frame of a college: its menu before, its imprint after."""
    return page(title, f"<nav><ul>{MENU}</ul></nav><main>{text}</main>{IMPRINT}", head)


FAILURES = {
    "a heading that says it in its own way": (
        college("Ward College", "<h1>Oh no, the page you wanted isn't here</h1><p>It was renamed in the spring.</p>"),
        Reason.SOFT_404,
    ),
    "an excuse above, and below it what is amiss": (
        college("Ward College", "<h1>Oops!</h1><p>The link you clicked leads to a page that has been taken down.</p>"),
        Reason.SOFT_404,
    ),
    "Swedish": (college("Ward", "<h1>Sidan verkar inte finnas kvar</h1><p>Använd sökrutan.</p>"), Reason.SOFT_404),
    "Croatian": (college("Ward", "<h1>Tražena stranica ne postoji</h1><p>Pokušajte pretragu.</p>"), Reason.SOFT_404),
    "Korean, under a title that says little": (
        college("오류", "<h1>요청하신 페이지가 없습니다</h1><p>주소를 확인해 주세요.</p>"),
        Reason.SOFT_404,
    ),
    "a firewall that numbers its cases": (
        page("Web Page Blocked!", "<p>The page cannot be displayed.</p><p>Attack ID: 20000051</p>"),
        Reason.BOT_WALL,
    ),
    "a proof of work": (
        page("Checking you are not a bot", "<h1>Checking you are not a bot</h1><p>Loading challenge…</p>"),
        Reason.BOT_WALL,
    ),
    "a college's own firewall": (
        college("Request blocked", "<h1>Please call us</h1><p>This connection was flagged as a scan.</p>"),
        Reason.BOT_WALL,
    ),
    "a challenge in Portuguese": (
        page("Verificação", "<h1>Confirme que você é humano</h1><p>Só leva um momento.</p>"),
        Reason.BOT_WALL,
    ),
    "a site for one region": (
        page("Ward", "<p>Access to this site is limited to visitors located in the United States.</p><p>Sorry.</p>"),
        Reason.GEO_BLOCK,
    ),
    "a page that wants a password": (
        college("Protected: handbook", "<h1>Protected</h1><p>This content is password protected.</p>"),
        Reason.LOGIN,
    ),
    "a door with a name of its own": (
        college("Ward ID Login", "<h1>Ward ID</h1><form><label>ID</label><input><input type=password></form>"),
        Reason.LOGIN,
    ),
    "a site that is being rebuilt": (
        page("Coming soon", "<h1>Something new is coming</h1><p>Our new website is on its way.</p>"),
        Reason.MAINTENANCE,
    ),
    "a query that failed": (
        page("Error Occurred While Processing Request", "<p>Error Executing Database Query.</p>"),
        Reason.SERVER_ERROR,
    ),
    "a name that is called after itself": (
        page("ward.example", "<h1>ward.example</h1><p>The domain name may be for sale.</p>"),
        Reason.PARKED,
    ),
    "advertisements for parked names": (
        page("ward", '<p>2026</p><script src="https://www.google.com/adsense/domains/caf.js"></script>'),
        Reason.PARKED,
    ),
}


@pytest.mark.parametrize(("html", "reason"), FAILURES.values(), ids=FAILURES)
def test_a_failure_is_known_in_words_of_its_own(html: str, reason: Reason) -> None:
    judgement = look(html)
    assert judgement.reason is reason, judgement.signals


HEALTHY = {
    "what a seminar is called": (
        "Access denied: a history",
        "Access denied",
        "Students read how hospitals turned patients away, week by week, and write a paper.",
    ),
    "what visitors need first": (
        "Background and security check",
        "Security check",
        "All visiting students need one before they receive a badge.",
    ),
    "a title that promises an explanation": (
        "How to log in to the portal",
        "How to log in to the portal",
        "Your school opens an account for you.",
    ),
    "a question": (
        "Account suspended?",
        "Holds",
        "If tuition is unpaid, call the bursar about your hold.",
    ),
    "what was found or not": (
        "Missing pages",
        "Missing page in your logbook",
        "If a page is missing, ask your preceptor for a copy.",
    ),
    "a name for teams": (
        "Names",
        "Name change",
        "This name is available to teams on request.",
    ),
    "a lapsed name, told of": (
        "A lapsed name",
        "This domain has expired",
        "In this episode our editor tells how a club lost its name and who bought it.",
    ),
    "a form beside a text": (
        "Visiting students",
        "Apply",
        "Log in to continue an application. It opens on March 1 and the fee is $150.<input type=password>",
    ),
    "stories": (
        "One moment: stories from the ward",
        "Just a moment",
        "Short stories that our students wrote on their clerkships.",
    ),
    "a newsletter that rests": (
        "Newsletter",
        "We'll be back soon",
        "The newsletter takes a summer break and returns in September.",
    ),
    "a line to wait in": (
        "Vaccines",
        "You are now in line for a booster",
        "Come to the student center on Tuesday between ten and two.",
    ),
    "a bay for trucks": (
        "Loading zone",
        "Loading",
        "Ten minutes at most, in front of the dormitory.<script>1</script>",
    ),
    "errors, in German": (
        "Fehlerkultur",
        "Fehler",
        "Das Wahlfach behandelt den Umgang mit Behandlungsfehlern in der Klinik.",
    ),
    "visits, in French": (
        "Accès interdit aux visiteurs",
        "Accès interdit",
        "En réanimation, les visites sont limitées à deux personnes.",
    ),
    "a wing that is built": (
        "Under construction",
        "Under construction",
        "The new wing for children opens in 2028 beside the old one.",
    ),
}


@pytest.mark.parametrize(("title", "heading", "text"), HEALTHY.values(), ids=HEALTHY)
def test_a_page_of_another_matter_is_alive_whatever_its_headings_say(title: str, heading: str, text: str) -> None:
    judgement = look(college(title, f"<h1>{heading}</h1><p>{text}</p>"))
    assert (judgement.reason, judgement.stub) == (Reason.OK, False), judgement.signals


def test_what_a_page_was_asked_for_says_nothing_without_what_is_amiss() -> None:
    walled = page("Ward", "<p>The page you requested has been intercepted by the security service.</p>")
    assert look(walled).reason is Reason.BOT_WALL
    missing = page("Ward", "<p>The page you requested has been deleted.</p>")
    assert look(missing).reason is Reason.SOFT_404


CASINO = "<p>Claim your welcome bonus and free spins: online slots, roulette and blackjack for real money.</p>"
SPAM = {
    "games": college("Best online casino sites 2026", f"<h1>Top online casinos</h1>{CASINO}"),
    "games under the old name": college("Ward Observership", f"<h1>Why online casinos are booming</h1>{CASINO}"),
    "games, in Indonesian": page(
        "Situs slot gacor", "<h1>Slot gacor</h1><p>Judi slot, togel, maxwin, deposit pulsa.</p>"
    ),
    "pills": page(
        "Cheap generic Viagra", "<h1>Viagra, Cialis</h1><p>No prescription, discreet packaging, $1 per pill.</p>"
    ),
    "papers": page("Essay writing service", "<h1>Write my essay</h1><p>Term papers, plagiarism free, $9 per page.</p>"),
}
SOBER = {
    "a clinic": (
        "Gambling disorder",
        "Online casinos and sports betting",
        "Patients learn what free spins and a welcome bonus do to them; students sit in at the clinic, supervised.",
    ),
    "a gift": (
        "Casino gift funds pavilion",
        "Casino gift funds pavilion",
        "The bonus is a roof garden; the board took the deposit.",
    ),
    "places": (
        "Open slots",
        "Open slots for 2027",
        "Deposit of $100 to hold a slot. Bonus slot in psychiatry.",
    ),
    "a drug": (
        "Sexual medicine",
        "Sildenafil (Viagra) in the clinic",
        "Two weeks with the urologists: causes, drugs, devices.",
    ),
    "a rule": (
        "Personal statements",
        "No essay writing service",
        "Who lets others write for a fee per page is out.",
    ),
}


@pytest.mark.parametrize("html", SPAM.values(), ids=SPAM)
def test_a_lapsed_domain_that_sells_what_no_institution_does_has_another_owner(html: str) -> None:
    assert look(html).reason is Reason.PARKED


@pytest.mark.parametrize(("title", "heading", "text"), SOBER.values(), ids=SOBER)
def test_who_speaks_of_such_goods_does_not_sell_them(title: str, heading: str, text: str) -> None:
    assert look(college(title, f"<h1>{heading}</h1><p>{text}</p>")).reason is Reason.OK


def test_what_a_page_has_always_sold_makes_it_nobody_else_s() -> None:
    assert look(SPAM["games"], known=SPAM["games"]).reason is Reason.OK


ROOT = '<link rel="canonical" href="https://ward.example/">'
FRONTS = [
    (
        college("Home | Ward College", "<h1>Healing since 1891</h1><p>News and events.</p>", ROOT),
        DEEP,
        Reason.HOME_REDIRECT,
    ),
    (college("Ward College", "<h1>Welcome to Ward</h1><p>News and events.</p>", ROOT), DEEP, Reason.HOME_REDIRECT),
    (college("Ward College", "<h1>Fees and dates</h1><p>Four weeks.</p>", ROOT), DEEP, Reason.OK),
    (college("Home | Visiting students", "<h1>Visiting students</h1><p>Four weeks.</p>", ROOT), DEEP, Reason.OK),
    (
        college("Home | Ward College", "<h1>Healing</h1><p>News.</p>", ROOT),
        "https://ward.example/site/home-2/",
        Reason.OK,
    ),
    (college("Home | Ward College", "<h1>Healing</h1><p>News.</p>"), DEEP, Reason.OK),
]


@pytest.mark.parametrize(("html", "asked", "reason"), FRONTS)
def test_a_deep_link_shows_the_front_page_where_title_and_address_say_so(html: str, asked: str, reason: Reason) -> None:
    assert look(html, way=(asked,)).reason is reason


def test_a_link_that_ends_on_the_front_page_of_a_domain_above_its_own_is_thrown_out() -> None:
    way = ("https://med.north.ward.example/electives", "https://www.north.ward.example/")
    assert look(college("Ward", "<p>News and events of the week.</p>"), way=way).reason is Reason.HOME_REDIRECT


@pytest.mark.parametrize(
    ("html", "liveness"),
    [
        (page("Ward", "<p>Hold on, we are having a look at you.</p>"), Liveness.BLOCKED),
        (page("Ward", f"<h1>Electives</h1><p>{'Four weeks in each department. ' * 20}</p>"), Liveness.ALIVE),
        ("", Liveness.ALIVE),
    ],
)
def test_a_page_that_was_only_accepted_is_a_wall_s_where_it_says_next_to_nothing(html: str, liveness: Liveness) -> None:
    assert look(html, status=202).liveness is liveness
