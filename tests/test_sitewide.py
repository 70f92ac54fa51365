"""Lines that came or went on three pages of a host within a week are one event of the site."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Area, Block, Page
from monitor.core.sitewide import Altered, altered, pages_of, site_wide, without_lines

MONDAY = datetime(2026, 11, 2, tzinfo=UTC)
DAY = timedelta(days=1)
OFFICE = Block("The office moves to Main Street in spring.")


def on(days: dict[str, int], line: str = "x") -> list[Altered]:
    return [Altered(url, line, MONDAY + day * DAY) for url, day in days.items()]


def test_three_pages_within_a_week_are_a_change_of_the_site() -> None:
    assert site_wide(on({"a": 0, "b": 3, "c": 7})) == {"x": frozenset("abc")}


def test_two_pages_or_more_than_a_week_are_none() -> None:
    assert site_wide(on({"a": 0, "b": 3})) == {}
    assert site_wide(on({"a": 0, "b": 3, "c": 8})) == {}
    assert site_wide([*on({"a": 0, "b": 1}), *on({"c": 1}, line="y")]) == {}


def test_one_page_three_times_is_one_page() -> None:
    assert site_wide([*on({"a": 0}), *on({"a": 1}), *on({"a": 2, "b": 2})]) == {}


def test_pages_of_a_later_week_join_only_if_there_are_enough_again() -> None:
    assert site_wide(on({"a": 0, "b": 0, "c": 0, "d": 20})) == {"x": frozenset("abc")}


@settings(deadline=None)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 30)))
def test_a_page_is_named_exactly_if_some_week_with_it_holds_three(days: dict[str, int]) -> None:
    weeks = [{url for url, day in days.items() if start <= day <= start + 7} for start in range(-7, 31)]
    wanted = frozenset().union(*(week for week in weeks if len(week) >= 3))
    assert site_wide(on(days)) == ({"x": wanted} if wanted else {})


def test_the_lines_that_a_page_s_own_text_lost_and_gained_can_be_taken_out() -> None:
    before = Page("Fees", (Block("Old hours"), Block("Menu", Area.CHROME), Block("Tuition is $300.")))
    after = Page("Fees", (OFFICE, Block("Contact", Area.CHROME), Block("Tuition is $300.")))
    lines = altered(before, after)
    assert len(lines) == 2
    assert without_lines(before, lines).blocks == (before.blocks[1], before.blocks[2])
    assert without_lines(after, lines).blocks == (after.blocks[1], after.blocks[2])
    assert pages_of(before, after, {lines[0]: frozenset("ab"), "other": frozenset("z")}) == frozenset("ab")
