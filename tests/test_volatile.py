"""Spots of a page that hold now this and now that: learned from two visits within minutes, or by turns; never edits."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Block, Page
from monitor.core.drift import compare
from monitor.core.look import Drift
from monitor.core.spots import Volatile
from monitor.core.volatile import MAX_SPOTS, apart, apart_from_noise, learned, unsteady

AT = datetime(2026, 11, 2, tzinfo=UTC)
DAY = timedelta(days=1)
TOP, END = "Students take part in the rounds of the ward.", "Write to the office of the dean."
ADVERTS = (
    "Discover our new cardiology wing this spring",
    "Meet alumni who became famous surgeons abroad",
    "Walks along the river start on Sundays",
    "Jazz concert of residents in the lobby",
)


def page(*lines: str) -> Page:
    return Page("Electives", (Block("Electives", heading=1), *map(Block, (TOP, *lines, END))))


def drift(before: Page, after: Page, known: tuple[Volatile, ...]) -> Drift:
    return compare(*apart_from_noise(before, after, known)).drift


def taught(*visits: tuple[Page, Page | None]) -> tuple[Volatile, ...]:
    """What looks at a page teach, each with what a second visit showed where there was one."""
    known: tuple[Volatile, ...] = ()
    before = None
    for number, (now, again) in enumerate(visits):
        known = learned(known, before, now, again, AT + number * DAY)
        before = now
    return known


ROTATING = taught((page(ADVERTS[0]), page(ADVERTS[1])))


def test_what_differs_between_two_visits_at_the_first_look_wavers_from_then_on() -> None:
    assert drift(page(ADVERTS[0]), page(ADVERTS[2]), ROTATING) is Drift.SAME
    assert drift(page(ADVERTS[0]), page(ADVERTS[2]), ()) is Drift.SUBSTANTIVE


def test_an_advert_that_is_sometimes_absent_wavers_as_well() -> None:
    known = taught((page(ADVERTS[0]), page()))
    assert drift(page(), page(ADVERTS[3]), known) is Drift.SAME


def test_a_page_that_shows_the_same_twice_teaches_nothing() -> None:
    assert taught((page(ADVERTS[0]), page(ADVERTS[0]))) == ()


def test_two_visits_that_were_shown_two_pages_teach_nothing() -> None:
    one, two = (Page("", tuple(Block(f"{name} {n} of a page") for n in range(9))) for name in ("passage", "notice"))
    assert taught((one, two)) == ()


def test_a_page_that_is_now_and_then_another_teaches_nothing() -> None:
    one, two = (Page("", tuple(Block(f"{name} {n} of a page") for n in range(9))) for name in ("passage", "Absatz"))
    assert taught((one, one), (two, None), (one, None), (two, None)) == ()


@pytest.mark.parametrize(
    "line",
    [
        "The fee for visiting students is $500 per week.",
        "A TOEFL score of at least 90 is required.",
        "Application deadline: 15 January 2027.",
        "Write to electives@ward.example for a place.",
        "The program is closed to visiting students.",
    ],
)
def test_a_stated_fact_is_never_passed_over_wherever_it_stands(line: str) -> None:
    assert drift(page(ADVERTS[0]), page(line), ROTATING) is Drift.SUBSTANTIVE
    assert drift(page(line), page(ADVERTS[0]), ROTATING) is Drift.SUBSTANTIVE


def test_an_edit_elsewhere_is_seen_past_the_advert() -> None:
    after = Page("Electives", (*page(ADVERTS[2]).blocks, Block("No places are left in surgery.")))
    assert drift(page(ADVERTS[0]), after, ROTATING) is Drift.SUBSTANTIVE


def test_much_more_than_ever_stood_at_a_spot_is_an_edit() -> None:
    more = (
        "Every visitor has to bring proof of insurance and of vaccinations, a letter of the dean, and a passport. " * 2
    )
    assert drift(page(ADVERTS[0]), page(more), ROTATING) is Drift.SUBSTANTIVE


def test_a_spot_that_swapped_its_words_in_two_intervals_wavers() -> None:
    turns = [(page(advert), None) for advert in ADVERTS[:3]]
    assert drift(page(ADVERTS[2]), page(ADVERTS[3]), taught(*turns[:2])) is Drift.SUBSTANTIVE
    assert drift(page(ADVERTS[2]), page(ADVERTS[3]), taught(*turns)) is Drift.SAME


def test_what_goes_to_and_fro_over_months_is_edited_to_and_fro() -> None:
    one, two = page(ADVERTS[0]), page(ADVERTS[1])
    known: tuple[Volatile, ...] = ()
    for number, (was, now) in enumerate(((one, two), (two, one), (one, two))):
        known = learned(known, was, now, None, AT + number * timedelta(days=31))
    assert drift(two, one, known) is Drift.SUBSTANTIVE
    known = learned(known, two, one, None, AT + timedelta(days=63))
    assert drift(one, two, known) is Drift.SAME


def test_a_sentence_that_is_reworded_again_and_again_does_not_waver() -> None:
    wordings = [
        f"Applications from international students are welcome in {month}." for month in ("May", "June", "July", "fall")
    ]
    known = taught(*((page(each), None) for each in wordings[:3]))
    assert drift(page(wordings[2]), page(wordings[3]), known) is Drift.SUBSTANTIVE


def test_an_edit_that_only_some_of_a_site_s_servers_show_yet_does_not_waver() -> None:
    old, new = page("Four weeks are the rule."), page("Four weeks are the rule.", "Shorter stays are not possible.")
    known = taught((old, old), (new, old), (old, None), (new, old))
    assert drift(old, new, known) is Drift.SUBSTANTIVE


def test_of_too_many_spots_those_that_changed_last_are_kept() -> None:
    def wild(visit: int) -> Page:
        rows = [(f"Row {n} of a long table that stays as it is", f"lot{visit}x{n}") for n in range(MAX_SPOTS + 20)]
        return Page("", tuple(Block(line) for row in rows for line in row))

    assert len(taught((wild(1), wild(2)))) == MAX_SPOTS


ENTRY = st.lists(st.sampled_from(("alpha", "fixed", "added", "removed", "release", "note")), min_size=1)


def changelog(entries: Sequence[str], *, newest_first: bool) -> Page:
    lines = [f"Entry {number}: {text}" for number, text in enumerate(entries)]
    return page(*(reversed(lines) if newest_first else lines))


@pytest.mark.parametrize("newest_first", [True, False])
def test_none_of_119_new_entries_of_a_changelog_is_ever_hidden(newest_first: bool) -> None:
    entries = [f"{ADVERTS[number % 4]}, part {number}" for number in range(120)]
    pages = [changelog(entries[:count], newest_first=newest_first) for count in range(1, 121)]
    known = taught(*((each, each) for each in pages))
    assert known == ()
    assert {drift(before, after, known) for before, after in pairwise(pages)} == {Drift.SUBSTANTIVE}


@settings(deadline=None, max_examples=30)
@given(st.lists(ENTRY.map(" ".join), min_size=2, max_size=12), st.booleans())
def test_a_list_that_only_grows_teaches_nothing(entries: list[str], newest_first: bool) -> None:
    pages = [changelog(entries[:count], newest_first=newest_first) for count in range(len(entries) + 1)]
    assert taught(*((each, each) for each in pages)) == ()


LINES = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=30), max_size=12)


@settings(deadline=None, max_examples=50)
@given(LINES, LINES, LINES)
def test_nothing_raises_and_two_visits_apart_from_what_differs_are_one_text(
    one: list[str], two: list[str], three: list[str]
) -> None:
    first, second, third = (Page("", tuple(map(Block, lines))) for lines in (one, two, three))
    rests = apart(first, second, unsteady(first, second))
    assert compare(*rests).drift in {Drift.SAME, Drift.INCOMPARABLE}
    known = learned((), first, second, third, AT)
    apart_from_noise(first, third, known)
