"""A line that names the day of each visit is a clock; one that names any other day states something."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.core.content import Block
from monitor.core.daystamps import Days, are_daystamps
from monitor.core.distance import drift
from monitor.core.fingerprint import fingerprint
from monitor.core.look import Drift, Version

THEN, NOW = date(2026, 11, 2), date(2026, 12, 7)
DAY = timedelta(days=1)


def on(day: date, until: date | None = None) -> Days:
    return Days(day, until or day)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Last updated: November 2, 2026", "Last updated: December 7, 2026"),
        ("Monday, November 2, 2026 10:31 AM", "Monday, December 7, 2026 9:02 PM"),
        ("11/02/2026", "12/07/2026"),
        ("02.11.2026, 8:15 Uhr", "07.12.2026, 14:40 Uhr"),
        ("Stand: 2. November 2026", "Stand: 7. Dezember 2026"),
        ("As of November 1", "As of December 8"),
    ],
)
def test_a_date_that_goes_with_the_visits_is_a_clock(one: str, other: str) -> None:
    assert are_daystamps(one, other, on(THEN), on(NOW))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Last updated: October 2, 2026", "Last updated: December 7, 2026"),
        ("Apply by November 2, 2026", "Submit by December 7, 2026"),
        ("Apply by January 15, 2027", "Apply by February 1, 2027"),
        ("From November 2 to November 9, 2026", "From December 7 to December 14, 2026"),
        ("November 2026", "December 2026"),
        ("The fee is $300", "The fee is $350"),
        (f"November 2, 2026 {'x' * 200}", f"December 7, 2026 {'x' * 200}"),
    ],
)
def test_any_other_date_states_something(one: str, other: str) -> None:
    assert not are_daystamps(one, other, on(THEN), on(NOW))


def test_what_stayed_while_days_went_by_is_no_clock() -> None:
    one, other = "Last updated: November 2, 2026", "Last updated: December 7, 2026"
    assert not are_daystamps(one, other, on(THEN, THEN + 2 * DAY), on(NOW))
    assert not are_daystamps(one, other, on(THEN), on(NOW, NOW + 2 * DAY))


def version(day: date, *lines: str) -> Version:
    blocks = tuple(map(Block, ("Students take part in the rounds.", *lines, "Write to the office.")))
    at = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    return Version(fingerprint("", blocks), "", blocks, at, at)


def test_a_page_that_shows_the_day_has_not_changed_and_an_edit_beside_it_is_seen() -> None:
    before = version(THEN, "Updated November 2, 2026", "The fee is $300.")
    assert drift(before, version(NOW, "Updated December 7, 2026", "The fee is $300.")).drift is Drift.SAME
    edited = drift(before, version(NOW, "Updated December 7, 2026", "The fee is $350."))
    assert [(each.before, each.after) for each in edited.changes] == [("The fee is $300.", "The fee is $350.")]


def test_a_stamp_that_was_no_clock_is_told_once_it_has_stood_for_days() -> None:
    before, now = version(THEN, "Updated November 2, 2026"), version(NOW, "Updated December 7, 2026")
    later = replace(now, last_seen=now.last_seen + 7 * DAY)
    assert [drift(before, each).drift for each in (now, later)] == [Drift.SAME, Drift.SUBSTANTIVE]
