"""Deadlines of a listing against the dates of its pages, and what dates without a year can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.claims import claims
from monitor.core.finding import Suggestion
from monitor.core.listing import Deadline, Listing
from monitor.core.support.deadlines import support
from monitor.core.support.occasions import occasion
from monitor.core.verdict import Support, Verdict
from tests.facts_of import TODAY, URL, reading_of

S, R, U = Support.SUPPORTED, Support.REFUTED, Support.UNDECIDED
CLAIMED = date(2027, 1, 15)


def verdict(page: str, what: str = "application", claimed: date | None = CLAIMED, now: date = TODAY) -> Verdict:
    deadline = Deadline(what, claimed, note=None if claimed else "one year ahead")
    listing = Listing("a", institution="Harbor", kinds=("elective",), deadlines=(deadline,))
    return support(claims(listing)[0], deadline, [reading_of(page)], now, listing)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Application deadline: January 15, 2027", S),
        ("Applications are due by 15 January 2027", S),
        ("Deadline: 2027-01-15", S),
        ("Application deadline: January 15", S),
        ("<h2>Deadlines 2027</h2><p>Applications: January 15</p>", S),
        ("<h2>2026–2027 application deadlines</h2><p>January 15</p>", S),
        ("<table><tr><th>Term<th>Application deadline</tr><tr><td>Spring<td>January 15, 2027</tr></table>", S),
        ("Application deadline: 1/15/2027", S),
        ("Applications are accepted from November 1, 2026 to January 15, 2027", S),
        ("Application deadlines: January 15, 2027 and June 1, 2027", S),
        ("Applications must be submitted by 5:00 p.m. EST on January 15, 2027.", S),
        ("Applications open: December 1, 2026; close: January 15, 2027", S),
        ("<h2>Application deadlines</h2><ul><li>Summer session: March 1, 2027<li>Fall session: June 1, 2027</ul>", U),
        ("Application deadline for January 4, 2027 rotations: January 15, 2027", S),
        ("Application deadline for March 4, 2027 rotations: February 1, 2027", R),
        ("International: application deadline January 15, 2027. U.S. students: deadline March 1, 2027", S),
        ("U.S. students: application deadline March 1, 2027", U),
        ("<h2>Domestic applicants</h2><p>Application deadline: March 1, 2027</p>", U),
        ("Applications received after February 1, 2027 are not considered", R),
        ("The application deadline has been extended to February 1, 2027", R),
        ("Research fellowship application deadline: February 1, 2027", U),
        ("Application deadline: February 1, 2027", R),
        ("Priority application deadline: February 1, 2027", U),
        ("You are encouraged to submit the application by February 1, 2027", U),
        ("<h2>Admissions deadlines</h2><ul><li>Priority deadline: January 15<li>Final deadline: March 1</ul>", S),
        ("Applications are accepted January 15 through December", U),
        ("The programs begin February 1 of each year and run through June; apply at any time", U),
        ("Application deadline: February 1", R),
        ("Deadline: February 1, 2027", R),
        ("<dl><dt>Application deadline:</dt><dd>February 1, 2027</dd></dl>", R),
        ("Application deadline: January 15, 2026", U),
        ("Application deadline: 1/2/2027", U),
        ("Application deadlines: March 1, 2027 and June 1, 2027", U),
        ("Payment is due by February 1, 2027", U),
        ("The application fee is due by February 1, 2027", U),
        ("Housing deadline: February 1, 2027", U),
        ("Applications open on February 1, 2027", U),
        ("Last updated February 1, 2027", U),
        ("The session begins January 15, 2027", U),
        ("January 15, 2027", U),
        ("Application deadline: May 2027", U),
        ("<h2>Research program</h2><p>Application deadline: February 1, 2027</p>", U),
        ("<nav>Application deadline: February 1, 2027</nav><p>Welcome to the electives of our hospital.</p>", U),
        ("Applications are accepted on a rolling basis", U),
        ("Applications are reviewed as they arrive; there is no fixed deadline.", R),
        ("<h2>2027</h2><p>February 1: application deadline</p>", R),
        ("The application form and the fee are due by February 1, 2027", R),
        ("Immunization forms must be submitted by February 1, 2027", U),
        ("The stipend application, a separate program, is due February 1, 2027", U),
        ("First day: February 1, 2027 Last day: March 1, 2027", U),
        ("Application form: 2027-02-01 at the latest", R),
        ("", U),
    ],
)
def test_a_deadline_is_held_against_a_page(page: str, expected: Support) -> None:
    assert verdict(page).support is expected


def test_a_verdict_is_told_whole() -> None:
    assert verdict("Welcome. Application deadline: February 1, 2027.") == Verdict(
        "deadline:application",
        R,
        "The page names 1 February 2027 as the deadline.",
        found="1 February 2027",
        quote="Application deadline: February 1, 2027.",
        url=URL,
        suggestions=(Suggestion("deadlines[0].date", date(2027, 2, 1)),),
    )


def test_a_deadline_of_something_else_needs_its_own_words() -> None:
    assert verdict("Housing deadline: January 15, 2027", what="housing").support is S
    assert verdict("Application deadline: February 1, 2027", what="housing").support is U


def test_a_deadline_without_a_day_cannot_be_borne_out() -> None:
    assert verdict("Application deadline: January 15, 2027", claimed=None).support is U


@pytest.mark.parametrize(
    ("note", "page", "expected"),
    [
        ("two months ahead", "Apply at least two months ahead.", S),
        ("90 days before the elective", "Your application must be complete ninety days before the elective begins.", S),
        ("one year ahead", "<dl><dt>Apply<dd>12 months in advance</dl>", S),
        ("one year ahead", "Apply at least six months before the start.", R),
        ("one year ahead", "Apply between 10 and 14 months before the start.", U),
        ("one year ahead", "Tuition is due 30 days before the start.", U),
        ("one year ahead", "Applications open six months before the start.", U),
        ("one year ahead", "Housing must be requested two months ahead.", U),
        ("one year ahead", "Applications are reviewed on a rolling basis.", U),
        ("rolling", "Applications are reviewed on a rolling basis.", S),
        ("rolling", "There is no application deadline.", S),
        ("rolling", "Application deadline: February 1, 2027", R),
        ("rolling", "Apply at least two months ahead.", U),
        ("see the form", "Apply at least two months ahead.", U),
    ],
)
def test_a_deadline_that_is_no_day_is_held_against_a_page(note: str, page: str, expected: Support) -> None:
    deadline = Deadline("application", None, note=note)
    listing = Listing("a", institution="Harbor", kinds=("elective",), deadlines=(deadline,))
    assert support(claims(listing)[0], deadline, [reading_of(page)], TODAY, listing).support is expected


NOWS = (date(2026, 11, 22), date(2027, 1, 15), date(2027, 12, 31))
RELATIVE = [
    *("by the first of the month", "three months before the rotation", "at least 90 days prior", "rolling", "ongoing"),
    *("two weeks before the start date", "as early as possible", "within 30 days of acceptance", "the last Friday"),
    *("six months in advance", "at the end of each quarter", "midnight", "5 pm", "one year ahead", "to be announced"),
    *("TBA", "the second week of classes", "none", "open", "no later than 12 weeks before", "before you arrive"),
    *("next Monday", "the 1st of every month", "60-90 days before", "10 business days", "early fall", "in the spring"),
    *("8 to 10 weeks ahead", "a month before", "on the day of arrival", "when all places are filled"),
]
WITHOUT_A_YEAR = {
    "January 15": (date(2027, 1, 15), date(2027, 1, 15), date(2028, 1, 15)),
    "Jan. 15": (date(2027, 1, 15), date(2027, 1, 15), date(2028, 1, 15)),
    "15 January": (date(2027, 1, 15), date(2027, 1, 15), date(2028, 1, 15)),
    "the 15th of January": (date(2027, 1, 15), date(2027, 1, 15), date(2028, 1, 15)),
    "November 21": (date(2027, 11, 21), date(2027, 11, 21), date(2028, 11, 21)),
    "November 22": (date(2026, 11, 22), date(2027, 11, 22), date(2028, 11, 22)),
    "November 23": (date(2026, 11, 23), date(2027, 11, 23), date(2028, 11, 23)),
    "December 31": (date(2026, 12, 31), date(2027, 12, 31), date(2027, 12, 31)),
    "1 January": (date(2027, 1, 1), date(2028, 1, 1), date(2028, 1, 1)),
    "February 29": (date(2028, 2, 29), date(2028, 2, 29), date(2028, 2, 29)),
    "le 1er mars": (date(2027, 3, 1), date(2027, 3, 1), date(2028, 3, 1)),
    "1. März": (date(2027, 3, 1), date(2027, 3, 1), date(2028, 3, 1)),
    "1 de marzo": (date(2027, 3, 1), date(2027, 3, 1), date(2028, 3, 1)),
    "Sept. 30": (date(2027, 9, 30), date(2027, 9, 30), date(2028, 9, 30)),
    "Friday, June 4": (date(2027, 6, 4), date(2027, 6, 4), date(2028, 6, 4)),
}
WITH_A_YEAR = {
    "January 15, 2027": date(2027, 1, 15),
    "15 January 2027": date(2027, 1, 15),
    "2027-01-15": date(2027, 1, 15),
    "1/15/2027": date(2027, 1, 15),
    "15.01.2027": date(2027, 1, 15),
    "February 29, 2028": date(2028, 2, 29),
    "Dec. 31, 2025": date(2025, 12, 31),
    "1er mars 2027": date(2027, 3, 1),
    "1. März 2027": date(2027, 3, 1),
    "1 de marzo de 2027": date(2027, 3, 1),
    "the 4th of June, 2027": date(2027, 6, 4),
    "30-Sep-2027": date(2027, 9, 30),
    "June 4th 2027": date(2027, 6, 4),
    "1 marzo 2027": date(2027, 3, 1),
    "1 de março de 2027": date(2027, 3, 1),
}


def meant(phrase: str, now: date) -> date | None:
    """The day that a page means by a deadline, as it is to be written down on the day *now*."""
    found = reading_of(f"Application deadline: {phrase}").facts.dates
    if not found:
        return None
    (fact,) = found
    if fact.date is not None:
        return fact.date
    return occasion(fact.month or 0, fact.day or 0, now)


@pytest.mark.parametrize("now", NOWS)
@pytest.mark.parametrize("phrase", RELATIVE)
def test_a_relative_phrase_names_no_day(phrase: str, now: date) -> None:
    assert meant(phrase, now) is None


@pytest.mark.parametrize("position", range(len(NOWS)))
@pytest.mark.parametrize(("phrase", "days"), WITHOUT_A_YEAR.items())
def test_a_day_without_a_year_is_the_next_of_that_name(phrase: str, days: tuple[date, ...], position: int) -> None:
    assert meant(phrase, NOWS[position]) == days[position]


@pytest.mark.parametrize("now", NOWS)
@pytest.mark.parametrize(("phrase", "day"), WITH_A_YEAR.items())
def test_a_day_with_its_year_is_that_day_whenever_it_is_read(phrase: str, day: date, now: date) -> None:
    assert meant(phrase, now) == day


@given(st.dates(), st.integers(1, 12), st.integers(1, 31))
def test_the_next_occasion_is_not_past_and_within_eight_years(now: date, month: int, day: int) -> None:
    following = occasion(month, day, now)
    if following is not None:
        assert (following.month, following.day) == (month, day)
        assert 0 <= (following - now).days <= 8 * 366


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("The application deadline is January. 15, 2027.", S),
        ("The application deadline is February. 1, 2027.", R),
        ("Applications are due by January , 15 2027.", S),
        ("Applications may be sent until January. 15 places are offered.", U),
    ],
)
def test_a_slip_of_the_pen_leaves_a_day_a_day(page: str, expected: Support) -> None:
    assert verdict(page).support is expected


def test_what_a_sentence_goes_on_to_advise_does_not_soften_its_deadline() -> None:
    page = "Applications are accepted until February 1, 2027, however you are encouraged to apply in October."
    assert verdict(page).support is R


def ahead(page: str, note: str) -> Verdict:
    deadline = Deadline("application", None, note=note)
    listing = Listing("a", institution="Harbor", kinds=("elective",), deadlines=(deadline,))
    return support(claims(listing)[0], deadline, [reading_of(page)], TODAY, listing)


@pytest.mark.parametrize(
    ("page", "note", "expected"),
    [
        ("Apply four months ahead, though we suggest that you do so six months in advance.", "four months", S),
        ("Apply four months ahead, though we suggest that you do so six months in advance.", "two months", R),
        ("Applicants are encouraged to apply six months in advance.", "two months", U),
        (
            "<p>Apply four months before the start.</p><p>Further papers are to be submitted two weeks before.</p>",
            "six months",
            R,
        ),
    ],
)
def test_what_is_only_advised_or_due_later_is_not_when_to_apply(page: str, note: str, expected: Support) -> None:
    assert ahead(page, note).support is expected
