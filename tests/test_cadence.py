"""When a link is due for its next look."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.cadence import due_at, is_dated, is_due
from monitor.core.history import advance
from monitor.core.listing import Deadline, Fee, FeeKind, Listing
from monitor.core.look import Hop, Judgement, LinkHistory, Observation, Reason

URL = "http://a.example/x"
T0 = datetime(2026, 1, 1, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOW = 0 * DAY


def history(*looks: tuple[Reason, timedelta]) -> LinkHistory:
    remembered = LinkHistory(URL)
    for reason, later in looks:
        seen = Observation(URL, T0 + later, Judgement(reason), URL, (Hop(URL, 200),), 200)
        remembered = advance(remembered, seen)
    return remembered


def due(*looks: tuple[Reason, timedelta], links: int = 10, budget: int = 50, dated: bool = False) -> timedelta:
    """How long after the first look the next is due."""
    at = due_at(history(*looks), links, budget, dated=dated)
    assert at is not None
    return at - T0


def test_a_link_that_nobody_looked_at_is_due() -> None:
    assert due_at(LinkHistory(URL), 10, 50, dated=False) is None
    assert is_due(LinkHistory(URL), 10, 50, T0, dated=False)


@pytest.mark.parametrize(
    ("links", "budget", "wait"),
    [
        (1, 50, DAY),
        (50, 50, DAY),
        (51, 50, DAY * 51 / 50),
        (500, 50, 10 * DAY),
        (3000, 50, 60 * DAY),
        (3001, 50, 60 * DAY),
        (100_000, 1, 60 * DAY),
    ],
)
def test_a_well_link_comes_round_as_the_budget_allows_and_never_later_than_sixty_days(
    links: int, budget: int, wait: timedelta
) -> None:
    assert due((Reason.OK, NOW), links=links, budget=budget) == wait


@pytest.mark.parametrize("links", [1, 500, 100_000])
def test_what_a_date_draws_near_to_is_looked_at_daily_whatever_the_budget(links: int) -> None:
    assert due((Reason.OK, NOW), links=links, budget=1, dated=True) == DAY


def test_a_date_that_draws_near_hurries_no_look_at_a_wall_or_a_silent_host() -> None:
    for looks in ([(Reason.FORBIDDEN, NOW), (Reason.FORBIDDEN, 8 * DAY)], [(Reason.TIMEOUT, NOW)]):
        assert due(*looks, dated=True) == due(*looks, dated=False)


TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("away", "near"), [(-DAY, False), (NOW, True), (DAY, True), (30 * DAY, True), (31 * DAY, False)]
)
def test_a_listing_is_dated_for_thirty_days_before_its_price_or_deadline(away: timedelta, near: bool) -> None:
    day, price = TODAY + away, Fee(FeeKind.TUITION, Decimal(1))
    assert is_dated(Listing("a", fees=(replace(price, until=day),)), TODAY) is near
    assert is_dated(Listing("a", fees=(replace(price, start=day),)), TODAY) is near
    assert is_dated(Listing("a", deadlines=(Deadline("application", day),)), TODAY) is near
    assert not is_dated(Listing("a", fees=(price,), deadlines=(Deadline("visa", note="early"),)), TODAY)


@pytest.mark.parametrize(("late", "is_it"), [(-SECOND, False), (NOW, True), (SECOND, True)])
def test_due_begins_on_the_second(late: timedelta, is_it: bool) -> None:
    assert is_due(history((Reason.OK, NOW)), 10, 50, T0 + DAY + late, dated=False) is is_it


SCHEDULES = [
    (Reason.NOT_FOUND, [10 * MINUTE, DAY, 3 * DAY, 10 * DAY, 17 * DAY]),
    (Reason.NO_SUCH_HOST, [10 * MINUTE, DAY, 3 * DAY, 7 * DAY, 14 * DAY]),
    (Reason.TIMEOUT, [5 * MINUTE, HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 21 * DAY]),
    (Reason.SERVER_ERROR, [5 * MINUTE, HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 21 * DAY]),
]


@pytest.mark.parametrize(("reason", "moments"), SCHEDULES, ids=lambda value: str(value)[:14])
def test_bad_news_is_looked_at_again_after_growing_spans(reason: Reason, moments: list[timedelta]) -> None:
    looks = [(reason, NOW)]
    for moment in moments:
        assert due(*looks) == moment
        looks.append((reason, moment))


def test_a_look_that_came_late_is_not_made_up_for() -> None:
    assert due((Reason.TIMEOUT, NOW), (Reason.TIMEOUT, 2 * DAY)) == 3 * DAY
    assert due((Reason.TIMEOUT, NOW), (Reason.TIMEOUT, HOUR - SECOND)) == HOUR


def test_a_new_kind_of_bad_news_begins_its_own_spans() -> None:
    assert due((Reason.TIMEOUT, NOW), (Reason.NOT_FOUND, 5 * DAY)) == 5 * DAY + 10 * MINUTE


def test_the_second_success_is_looked_for_after_an_hour() -> None:
    assert due((Reason.TIMEOUT, NOW), (Reason.OK, DAY)) == DAY + HOUR
    assert due((Reason.TIMEOUT, NOW), (Reason.OK, DAY), (Reason.OK, DAY + HOUR - SECOND)) == DAY + 2 * HOUR - SECOND
    assert due((Reason.TIMEOUT, NOW), (Reason.OK, DAY), (Reason.OK, DAY + HOUR)) == 2 * DAY + HOUR


@pytest.mark.parametrize(
    ("last", "wait"),
    [(NOW, DAY), (DAY, DAY), (2 * DAY, 2 * DAY), (8 * DAY, 8 * DAY), (30 * DAY, 30 * DAY), (90 * DAY, 30 * DAY)],
)
def test_the_wait_before_a_wall_doubles_up_to_thirty_days(last: timedelta, wait: timedelta) -> None:
    looks = [(Reason.FORBIDDEN, NOW)] + ([(Reason.FORBIDDEN, last)] if last else [])
    assert due(*looks) == last + wait


@pytest.mark.parametrize("reason", [Reason.TOO_LARGE, Reason.PRIVATE_ADDRESS, Reason.OFFLINE])
def test_what_says_nothing_is_looked_at_at_the_usual_pace(reason: Reason) -> None:
    assert due((reason, NOW)) == DAY


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(Reason), st.integers(0, 5000)), min_size=1, max_size=8),
    st.integers(1, 100_000),
    st.integers(1, 1000),
)
def test_every_link_is_due_again_later_than_its_last_look_and_within_sixty_days(
    looks: list[tuple[Reason, int]], links: int, budget: int
) -> None:
    spent, moments = NOW, []
    for reason, minutes in looks:
        spent += minutes * MINUTE
        moments.append((reason, spent))
    assert NOW < due(*moments, links=links, budget=budget) - spent <= 60 * DAY
