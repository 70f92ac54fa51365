"""Strangers: where they are asked for, when a page is theirs, and what that says of the page."""

from datetime import timedelta

import pytest
from fakes import START
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.content import Block, Page
from monitor.core.delegations import Delegation, heard
from monitor.core.doubts import stranger_wanted
from monitor.core.fingerprint import fingerprint
from monitor.core.likeness import nearly_same
from monitor.core.liveness import judge
from monitor.core.look import Failure, Hop, Reason, Reply, Version
from monitor.core.page import read
from monitor.core.siblings import directory, made_up, told
from monitor.core.surroundings import Around, Stranger, StrangerAnswer

URL = "https://ward.example/students/electives.html"
WHERE = "https://ward.example/students/"
LANDING = (
    "Welcome to Ward Hospital, where medicine has been taught since 1890. We care for patients from nine counties, "
    "run twelve clinics, and publish the findings of our research every year. Call us for an appointment."
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (URL, WHERE),
        ("https://ward.example/visitors", "https://ward.example/"),
        ("http://ward.example:8080/a/b/c?id=3#x", "http://ward.example:8080/a/b/"),
        ("https://ward.example/a/b/", "https://ward.example/a/"),  # the front of a directory stands in the one above
        ("https://ward.example/a/b/index.html", "https://ward.example/a/"),
        ("https://ward.example/?page_id=12", "https://ward.example/"),
        ("https://ward.example/", None),
        ("https://ward.example/en/", None),
        ("https://ward.example/index.php", None),
        ("not an address", None),
    ],
)
def test_a_stranger_is_asked_for_beside_the_page_and_never_where_visitors_arrive(
    url: str, expected: str | None
) -> None:
    assert directory(url) == expected


@pytest.mark.parametrize(
    ("like", "expected"),
    [
        (URL, WHERE + "x1.html"),
        ("https://ward.example/students/electives", WHERE + "x1"),
        ("https://ward.example/students/v1.2-notes", WHERE + "x1"),
        ("https://ward.example/students/", WHERE + "x1"),
    ],
)
def test_a_made_up_name_ends_as_the_page_s_own(like: str, expected: str) -> None:
    assert made_up(WHERE, "x1", like) == expected


def blocks(*texts: str) -> list[Block]:
    return [Block(text) for text in texts]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (LANDING, LANDING, True),
        (f"{LANDING} You asked for electives.", f"{LANDING} You asked for x1.", True),
        (f"{LANDING} Visit 18231, 06:00.", f"{LANDING} Visit 99120, 06:00.", True),
        (LANDING, f"{LANDING} Students apply in May.", False),
        (f"{LANDING} Fee: $100.", f"{LANDING} Fee: waived.", False),
        ("Loading", "Loading", False),
    ],
)
def test_two_pages_are_nearly_the_same_but_for_the_address_and_a_number(one: str, two: str, same: bool) -> None:
    addresses = (URL, WHERE + "x1")
    assert nearly_same(blocks(one), blocks(two), addresses) is same
    assert nearly_same(blocks(two), blocks(one), addresses) is same


WORDS = st.lists(
    st.sampled_from(["fee", "apply", "visit", "student", "week", "dollars", "clinic"]), min_size=5, max_size=30
)


@given(WORDS, st.integers(0, 29), st.sampled_from(["closed", "teaching", "ward"]))
def test_one_more_word_makes_another_page_of_any_page(words: list[str], at: int, more: str) -> None:
    other = [*words[:at], more, *words[at:]]
    assert nearly_same(blocks(" ".join(words)), blocks(*words), ())
    assert not nearly_same(blocks(" ".join(words)), blocks(" ".join(other)), ())


# --- what a stranger says of a page -----------------------------------------------------------------------------


def reply(text: str, *, title: str = "Ward Hospital", url: str = URL, head: str = "", status: int = 200) -> Reply:
    html = f"<!doctype html><title>{title}</title>{head}<body><main><p>{text}</p></main>"
    headers = (("content-type", "text/html"),)
    return Reply(url, url, (Hop(url, status),), status, headers, html.encode())


def page_of(probe: Reply) -> Page:
    return read(probe.body, "text/html", probe.final_url)


def stranger(text: str, where: str = WHERE, *, head: str = "", title: str = "Ward Hospital") -> Stranger:
    probe = reply(text, url=f"{where}x1.html", head=head, title=title)
    return told(where, probe, page_of(probe), START)


MISSING = Stranger(WHERE, WHERE + "x1.html", START, StrangerAnswer.MISSING)


def verdict(probe: Reply, *strangers: Stranger, known: Version | None = None, elsewhere: int = 0) -> Reason:
    return judge(probe, page_of(probe), known, Around(strangers, elsewhere)).reason


def test_a_page_that_every_name_gets_is_not_there() -> None:
    assert verdict(reply(LANDING)) is Reason.OK
    assert verdict(reply(LANDING), stranger(LANDING)) is Reason.SOFT_404


def test_a_page_that_differs_from_what_a_stranger_gets_is_alive() -> None:
    assert verdict(reply(f"{LANDING} Students apply in May."), stranger(LANDING)) is Reason.OK


def test_a_server_that_knows_a_page_from_none_is_believed_when_a_page_is_in_doubt() -> None:
    slim = reply(" ".join([LANDING] * 3), title="Page not found | Ward Hospital")
    assert (verdict(slim), verdict(slim, MISSING)) == (Reason.SOFT_404, Reason.OK)
    assert stranger_wanted(slim, page_of(slim), None, Around()) == WHERE
    sure = reply("The page you are looking for does not exist.", title="Page not found")
    assert (verdict(sure), verdict(sure, MISSING)) == (Reason.SOFT_404, Reason.SOFT_404)
    assert stranger_wanted(sure, page_of(sure), None, Around()) is None


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ('<link rel="canonical" href="https://ward.example/students/electives.html">', LANDING),
        ("", "Loading"),
    ],
)
def test_a_stranger_that_gets_the_page_itself_or_a_shell_says_nothing(head: str, text: str) -> None:
    assert verdict(reply(text, head=head), stranger(text, head=head)) is not Reason.SOFT_404


def test_an_unfilled_shell_may_be_another_page_for_each_name() -> None:
    text = f'{LANDING}</p><div id="root"></div><p>'
    assert verdict(reply(text), stranger(text)) is Reason.OK


def test_where_a_number_says_which_page_it_is_the_root_must_show_it_for_a_stranger_too() -> None:
    url, where, above = "https://ward.example/p/123/electives", "https://ward.example/p/123/", "https://ward.example/"
    beside = stranger(LANDING, where)
    assert verdict(reply(LANDING, url=url), beside) is Reason.OK
    assert verdict(reply(LANDING, url=url), beside, stranger("Nothing here by that name, sorry.", above)) is Reason.OK
    assert verdict(reply(LANDING, url=url), beside, stranger(LANDING, above)) is Reason.SOFT_404


def test_a_login_before_every_name_is_a_login_not_a_missing_page() -> None:
    form = f'{LANDING}</p><form>Log in <input type="password"></form><p>'
    assert verdict(reply(form, title="Log in"), stranger(form, title="Log in")) is not Reason.SOFT_404


def test_three_other_addresses_with_the_same_text_are_a_sign_that_is_not_enough_alone() -> None:
    page = reply(LANDING)
    signals = judge(page, page_of(page), None, Around(elsewhere=3)).signals
    assert verdict(page, elsewhere=3) is Reason.OK
    assert all(each.signal != "other addresses of the host show the same" for each in signals)
    vague = reply(" ".join([LANDING] * 8), title="Page not found")
    assert (verdict(vague, elsewhere=2), verdict(vague, elsewhere=3)) == (Reason.OK, Reason.SOFT_404)


@pytest.mark.parametrize(
    ("probe", "answer"),
    [
        (reply("", status=404), StrangerAnswer.MISSING),
        (reply("", status=410), StrangerAnswer.MISSING),
        (reply(LANDING, status=403), StrangerAnswer.OTHERWISE),
        (reply("", status=200), StrangerAnswer.OTHERWISE),
        (Reply(URL, "https://ward.example/", (), 200, (), LANDING.encode()), StrangerAnswer.OTHERWISE),
        (Failure(URL, URL, (), Reason.ROBOTS, "kept out"), StrangerAnswer.OTHERWISE),
    ],
)
def test_what_a_stranger_got_is_told_by_status_and_place(probe: Reply | Failure, answer: StrangerAnswer) -> None:
    page = page_of(probe) if isinstance(probe, Reply) and probe.body else Page("", ())
    assert told(WHERE, probe, page, START).answer is answer


# --- when strangers are asked for -------------------------------------------------------------------------------


def known(text: str) -> Version:
    page = page_of(reply(text))
    return Version(fingerprint(page.title, page.blocks), page.title, page.blocks, START, START)


@pytest.mark.parametrize(
    ("probe", "before", "elsewhere", "wanted"),
    [
        (reply(LANDING), None, 0, WHERE),  # seen for the first time, and no word of its address on it
        (reply(LANDING, title="Electives"), None, 0, None),
        (reply(LANDING, head=f'<link rel="canonical" href="{URL}">'), None, 0, None),
        (reply(LANDING), LANDING, 1, None),  # was well with these very words
        (reply(LANDING), f"{LANDING} Students apply in May.", 0, None),
        (
            reply(LANDING),
            "Tuition $100 weekly; applicants send letters, photographs, scores, vaccination records.",
            0,
            WHERE,
        ),
        (reply(LANDING, title="Electives"), None, 1, WHERE),
        (reply("Well."), None, 1, None),  # so little that no stranger could tell
        (reply(" ".join([LANDING] * 8), title="Page not found"), LANDING, 0, WHERE),
        (reply(LANDING, status=203), None, 0, None),
        (reply(LANDING, url="https://ward.example/"), None, 0, None),
    ],
)
def test_a_stranger_is_asked_for_only_where_the_page_is_in_doubt(
    probe: Reply, before: str | None, elsewhere: int, wanted: str | None
) -> None:
    last = known(before) if before else None
    assert stranger_wanted(probe, page_of(probe), last, Around(elsewhere=elsewhere)) == wanted


def test_the_root_is_asked_only_when_the_first_stranger_got_the_page() -> None:
    probe = reply(LANDING, url="https://ward.example/p/123/x")
    where = "https://ward.example/p/123/"
    assert stranger_wanted(probe, page_of(probe), None, Around((stranger(LANDING, where),))) == "https://ward.example/"
    another = stranger("Quite another page stands here.", where)
    assert stranger_wanted(probe, page_of(probe), None, Around((another,))) is None
    assert stranger_wanted(reply(LANDING), page_of(reply(LANDING)), None, Around((stranger(LANDING),))) is None


# --- name servers -----------------------------------------------------------------------------------------------

OWN, DEALER = frozenset({"ns1.ward.example"}), frozenset({"ns1.sedoparking.com", "ns2.sedoparking.com"})


def test_who_comes_to_a_dealer_has_given_the_name_up_and_who_was_always_there_has_not() -> None:
    day = timedelta(days=1)
    first = heard("ward.example", OWN, START, None)
    parked = heard("ward.example", DEALER, START + day, first)
    still = heard("ward.example", DEALER, START + 2 * day, parked)
    back = heard("ward.example", OWN, START + 3 * day, still)
    assert [each.before for each in (first, parked, still, back)] == [None, OWN, OWN, None]
    always = heard("ward.example", DEALER, START + day, heard("ward.example", DEALER, START, None))
    unknown = heard("ward.example", DEALER, START + day, heard("ward.example", None, START, None))
    assert not any(each.changed_to_parking for each in (first, back, always, unknown))
    assert heard("ward.example", None, START + day, parked) == Delegation("ward.example", DEALER, START + day, OWN)


def test_changed_name_servers_speak_only_beside_another_sign() -> None:
    moved = Delegation("ward.example", DEALER, START, before=OWN)
    for title, reason in (("Ward Hospital", Reason.OK), ("This domain is for sale", Reason.PARKED)):
        probe = reply(" ".join([LANDING] * 8), title=title)
        assert judge(probe, page_of(probe), None, Around(delegation=moved)).reason is reason
