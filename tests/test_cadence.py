"""When a link is due for its next look."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from math import exp, expm1

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.belief import PRIOR, Belief
from monitor.core.cadence import (
    DAILY,
    EARLY,
    LONGEST_INTERVAL,
    PRICED,
    Agenda,
    Cause,
    Due,
    FollowUp,
    Urgency,
    agenda,
    intervals,
    is_dated,
    next_look,
)
from monitor.core.history import advance
from monitor.core.listing import Catalogue, Deadline, Fee, FeeKind, Link, Listing, Role, Settings
from monitor.core.look import Hop, Judgement, LinkHistory, Observation, Reason
from monitor.core.waits import Waits

URL = "http://a.example/x"
T0 = datetime(2026, 1, 1, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOW = 0 * DAY


def history(*looks: tuple[Reason, timedelta], url: str = URL, belief: Belief | None = None) -> LinkHistory:
    remembered = LinkHistory(url, belief=belief)
    for reason, later in looks:
        seen = Observation(url, T0 + later, Judgement(reason), url, (Hop(url, 200),), 200)
        remembered = advance(remembered, seen)
    return remembered


def due(*looks: tuple[Reason, timedelta], interval: timedelta = DAY) -> timedelta:
    """How long after the first look the next is due."""
    found = next_look(history(*looks), interval)
    assert found is not None
    return found.at - T0


# --- one link -------------------------------------------------------------------------------------------------------


def test_a_link_that_nobody_looked_at_is_due() -> None:
    assert next_look(LinkHistory(URL), DAY) is None


@pytest.mark.parametrize("interval", [DAY, 4.3 * DAY, 60 * DAY])
def test_a_well_link_comes_round_as_the_budget_allows(interval: timedelta) -> None:
    assert due((Reason.OK, NOW), interval=interval) == interval


def test_the_share_of_the_budget_hurries_no_look_at_a_wall_or_a_silent_host() -> None:
    for looks in ([(Reason.FORBIDDEN, NOW), (Reason.FORBIDDEN, 8 * DAY)], [(Reason.TIMEOUT, NOW)]):
        assert due(*looks, interval=DAY) == due(*looks, interval=60 * DAY)


@pytest.mark.parametrize(
    ("looks", "cause"),
    [
        ([(Reason.OK, NOW)], Cause.PACE),
        ([(Reason.TOO_LARGE, NOW)], Cause.PACE),
        ([(Reason.LOGIN, NOW)], Cause.WALL),
        ([(Reason.NOT_FOUND, NOW)], Cause.FAILURE),
        ([(Reason.NO_SUCH_HOST, NOW)], Cause.FAILURE),
        ([(Reason.TIMEOUT, NOW)], Cause.FAILURE),
        ([(Reason.TIMEOUT, NOW), (Reason.OK, DAY)], Cause.RECOVERY),
        ([(Reason.TIMEOUT, NOW), (Reason.OK, DAY), (Reason.OK, DAY + HOUR)], Cause.PACE),
    ],
)
def test_what_brings_a_link_round_is_what_its_last_looks_found(
    looks: list[tuple[Reason, timedelta]], cause: Cause
) -> None:
    found = next_look(history(*looks), DAY)
    assert found is not None
    assert found.cause is cause


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
    assert Due(T0, Cause.FAILURE).by(T0 + late, early=DAY) is is_it
    assert Due(T0, Cause.RECOVERY).by(T0 + late, early=DAY) is is_it
    assert Due(T0, Cause.PACE).by(T0 + late, early=NOW) is is_it


@pytest.mark.parametrize("cause", [Cause.PACE, Cause.WALL])
def test_a_pass_takes_along_what_would_be_due_soon_after_it_where_the_moment_does_not_matter(cause: Cause) -> None:
    assert Due(T0 + HOUR, cause).by(T0, early=HOUR)
    assert not Due(T0 + HOUR, cause).by(T0, early=HOUR - SECOND)


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
    st.integers(1, 60),
)
def test_every_link_is_due_again_later_than_its_last_look_and_within_sixty_days(
    looks: list[tuple[Reason, int]], days: int
) -> None:
    spent, moments = NOW, []
    for reason, minutes in looks:
        spent += minutes * MINUTE
        moments.append((reason, spent))
    assert NOW < due(*moments, interval=days * DAY) - spent <= 60 * DAY


# --- how much a look is worth ---------------------------------------------------------------------------------------

BELIEFS = st.builds(Belief, st.floats(1e-3, 1e6), st.floats(1e-3, 1e6))


def expected(belief: Belief, days: float, steps: int = 4000) -> float:
    """The index by quadrature: for a rate r it grows by t·r·e^(−rt), which over Gamma(a, b) is t·a/b·(1+t/b)^(−a−1)."""
    a, b = belief.a, belief.b

    def slope(t: float) -> float:
        return a * t / b * (1 + t / b) ** (-a - 1)

    width = days / steps
    inner = sum((4 if n % 2 else 2) * slope(n * width) for n in range(1, steps))
    return width / 3 * (slope(0.0) + inner + slope(days))


@pytest.mark.parametrize(
    "belief", [PRIOR, Belief(1.0, 5.0), Belief(1.0 + 1e-9, 5.0), Belief(1.5, 400.0), Belief(6.0, 20.0), Belief(80, 40)]
)
@pytest.mark.parametrize("days", [1e-3, 0.3, 1.0, 7.0, 60.0])
def test_a_look_is_worth_the_days_on_which_the_page_has_been_stale_less_those_that_waiting_would_cost(
    belief: Belief, days: float
) -> None:
    deaths = 20 * 0.10 / 365 * days**2 / 2
    assert Urgency(belief).after(days) == pytest.approx(expected(belief, days) + deaths, rel=1e-8)


@pytest.mark.parametrize("rate", [0.001, 0.1, 3.0])
@pytest.mark.parametrize("days", [1.0, 10.0, 60.0])
def test_of_a_rate_that_is_certain_the_index_is_the_one_of_that_rate(rate: float, days: float) -> None:
    known = -expm1(-rate * days) / rate - days * exp(-rate * days) + 20 * 0.10 / 365 * days**2 / 2
    assert Urgency(Belief(1e9, 1e9 / rate)).after(days) == pytest.approx(known, rel=1e-6)


@given(BELIEFS, st.floats(1e-6, 60.0), st.floats(1.01, 10.0))
def test_the_longer_ago_the_last_look_the_more_the_next_is_worth(belief: Belief, days: float, longer: float) -> None:
    assert 0 < Urgency(belief).after(days) < Urgency(belief).after(days * longer)


@given(BELIEFS, st.floats(1e-6, 60.0), st.floats(0.1, 100.0))
def test_importance_multiplies(belief: Belief, days: float, importance: float) -> None:
    assert Urgency(belief, importance).after(days) == pytest.approx(importance * Urgency(belief).after(days))


# --- how a budget is shared -----------------------------------------------------------------------------------------

URGENCIES = st.lists(st.builds(Urgency, BELIEFS, st.sampled_from([1.0, PRICED])), min_size=1, max_size=40)


def looks_a_day(shared: Mapping[int, timedelta]) -> float:
    return sum(DAY / interval for interval in shared.values())


@settings(max_examples=60, deadline=None)
@given(URGENCIES, st.integers(1, 40))
def test_the_looks_of_all_links_are_the_budget_unless_the_shortest_or_the_longest_intervals_are(
    urgencies: list[Urgency], budget: int
) -> None:
    shared = intervals(dict(enumerate(urgencies)), budget)
    assert all(DAILY <= interval <= LONGEST_INTERVAL for interval in shared.values())
    assert len(shared) == len(urgencies)
    assert looks_a_day(shared) == pytest.approx(max(min(budget, len(urgencies)), len(urgencies) / 60), rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(URGENCIES, st.integers(1, 10))
def test_no_look_would_be_better_spent_on_another_link(urgencies: list[Urgency], budget: int) -> None:
    shared = intervals(dict(enumerate(urgencies)), budget)
    between = {n: interval for n, interval in shared.items() if 1.001 * DAILY < interval < 0.999 * LONGEST_INTERVAL}
    worth = [urgencies[n].after(interval / DAY) for n, interval in between.items()]
    assert worth == pytest.approx([worth[0]] * len(worth) if worth else [], rel=5e-3)
    for n, interval in shared.items():
        if worth and interval <= DAILY:
            assert urgencies[n].after(1.0) >= worth[0] * 0.995
        if worth and interval >= LONGEST_INTERVAL:
            assert urgencies[n].after(60.0) <= worth[0] * 1.005


def test_links_of_which_nothing_is_known_come_round_evenly() -> None:
    (interval,) = set(intervals(dict.fromkeys(range(350), Urgency()), 50).values())
    assert interval == pytest.approx(7 * DAY, abs=SECOND)


def test_without_any_budget_left_every_link_waits_longest() -> None:
    assert intervals({1: Urgency()}, -3) == {1: LONGEST_INTERVAL}
    assert intervals({}, -3) == {}


@pytest.mark.parametrize(
    ("slow", "fast"),
    [
        (Urgency(Belief(0.5, 300.0)), Urgency(Belief(3.0, 60.0))),
        (Urgency(Belief(1.5, 60.0), 1.0), Urgency(Belief(1.5, 60.0), PRICED)),
        (Urgency(Belief(500.0, 1.0)), Urgency(Belief(3.0, 60.0))),  # stale an hour after each look: looks are wasted
    ],
    ids=["of rare changes", "with less hanging on it", "of changes by the hour"],
)
def test_a_page_waits_longer(slow: Urgency, fast: Urgency) -> None:
    shared = intervals({n: slow if n % 2 else fast for n in range(100)}, 10)
    assert shared[1] > 1.2 * shared[0]


# --- a catalogue ----------------------------------------------------------------------------------------------------


def of(n: int) -> str:
    return f"https://host-{n}.example/"


def guide(links: int, budget: int, **first: tuple[object, ...]) -> Catalogue:
    """A listing per link; what the *first* states."""
    listings = [Listing(f"l{n}", links=(Link(Role.PROGRAM, of(n)),)) for n in range(links)]
    listings[0] = replace(listings[0], **first)
    return Catalogue(settings=Settings(checks_per_day=budget), listings=tuple(listings))


def well(links: int) -> dict[str, LinkHistory]:
    return {of(n): history((Reason.OK, NOW), url=of(n)) for n in range(links)}


def planned(
    catalogue: Catalogue,
    known: Mapping[str, LinkHistory],
    now: datetime = T0,
    waiting: Mapping[str, datetime] | None = None,
    usual: timedelta = DAILY,
) -> Agenda:
    return agenda(catalogue, known, Waits.known(waiting or {}), now, usual=usual)


def after(plan: Agenda, n: int) -> timedelta:
    due = plan.due[of(n)]
    assert due is not None
    return due.at - T0


def test_where_the_budget_allows_every_link_daily_every_link_is_daily_whatever_is_believed() -> None:
    known = well(50) | {of(1): history((Reason.OK, NOW), url=of(1), belief=Belief(0.5, 5000.0))}
    assert {after(planned(guide(50, 50), known), n) for n in range(50)} == {DAY}
    assert {after(planned(guide(50, 50), known, usual=NOW), n) for n in range(50)} == {NOW}


def test_beyond_the_budget_links_come_round_as_often_as_their_pages_are_believed_to_change() -> None:
    known = well(100) | {of(1): history((Reason.OK, NOW), url=of(1), belief=Belief(0.5, 5000.0))}
    plan = planned(guide(100, 10), known)
    assert 9 * DAY < after(plan, 0) < 10 * DAY
    assert after(plan, 1) > 25 * DAY
    assert sum(DAY / after(plan, n) for n in range(100)) == pytest.approx(10)


def test_what_a_date_draws_near_to_is_looked_at_daily_and_the_others_share_what_is_left() -> None:
    near = (Deadline("application", T0.date() + 10 * DAY),)
    plan = planned(guide(100, 10, deadlines=near), well(100))
    assert after(plan, 0) == DAY
    (interval,) = {after(plan, n) for n in range(1, 100)}
    assert interval == pytest.approx(11 * DAY, abs=SECOND)


def test_a_page_of_prices_is_looked_at_more_often() -> None:
    plan = planned(guide(100, 10, fees=(Fee(FeeKind.TUITION, Decimal(100)),)), well(100))
    assert after(plan, 0) < 0.8 * after(plan, 1)


def test_what_is_followed_up_or_stands_behind_a_wall_takes_no_share() -> None:
    known = well(12) | {
        of(0): history((Reason.TIMEOUT, NOW), url=of(0)),
        of(1): history((Reason.FORBIDDEN, NOW), url=of(1)),
    }
    plan = planned(guide(12, 10), known)
    assert {after(plan, n) for n in range(2, 12)} == {DAY}
    assert (after(plan, 0), after(plan, 1)) == (5 * MINUTE, DAY)


def test_links_that_nobody_looked_at_are_due_and_count() -> None:
    plan = planned(guide(20, 10), {url: each for url, each in well(20).items() if url != of(0)})
    assert plan.due[of(0)] is None
    assert plan.due_by(T0, EARLY) == {of(0)}
    assert after(plan, 1) == pytest.approx(2 * DAY, abs=SECOND)


def test_a_host_that_asked_us_to_wait_is_left_alone_until_then() -> None:
    waiting = {"host-0.example:443": T0 + 2 * DAY}
    for later, whom in ((DAY, {of(1)}), (2 * DAY, {of(0), of(1)})):
        assert planned(guide(2, 50), well(2), T0 + later, waiting).due_by(T0 + later, EARLY) == whom


# --- follow-ups -----------------------------------------------------------------------------------------------------


def test_where_all_is_well_or_nothing_is_known_there_is_nothing_to_follow_up() -> None:
    assert planned(guide(3, 50), {}).next_follow_up(T0) is None
    assert planned(guide(3, 50), well(3)).next_follow_up(T0 + 3 * DAY) is None
    behind_a_wall = {of(0): history((Reason.FORBIDDEN, NOW), url=of(0))}
    assert planned(guide(1, 50), behind_a_wall).next_follow_up(T0 + 3 * DAY) is None


def test_the_next_follow_up_is_the_first_that_is_due_with_all_that_are_due_by_then() -> None:
    known = well(5) | {
        of(0): history((Reason.TIMEOUT, NOW), url=of(0)),
        of(1): history((Reason.NOT_FOUND, NOW), url=of(1)),
        of(2): history((Reason.TIMEOUT, -DAY), (Reason.OK, -55 * MINUTE), url=of(2)),
    }
    plan = planned(guide(5, 50), known)
    five = T0 + 5 * MINUTE
    assert plan.next_follow_up(T0) == FollowUp(five, {Cause.FAILURE: 1, Cause.RECOVERY: 1})
    assert plan.next_follow_up(T0 + HOUR) == FollowUp(five, {Cause.FAILURE: 2, Cause.RECOVERY: 1})


@pytest.mark.parametrize("now", [T0 + DAY, T0 + DAY + 3 * HOUR], ids=["while it waits", "when it has waited"])
def test_a_link_whose_turn_came_while_its_host_wanted_to_be_left_alone_is_followed_up(now: datetime) -> None:
    until = T0 + DAY + 2 * HOUR
    plan = planned(guide(2, 50), well(2), now, {"host-0.example:443": until})
    assert plan.next_follow_up(now) == FollowUp(until, {Cause.RETRY_AFTER: 1})


def test_a_link_that_was_looked_at_since_its_host_waited_or_whose_turn_comes_later_is_not() -> None:
    for until in (T0 - HOUR, T0 + 2 * HOUR):
        plan = planned(guide(2, 50), well(2), T0 + 3 * HOUR, {"host-0.example:443": until})
        assert plan.next_follow_up(T0 + 3 * HOUR) is None


def test_no_failure_is_followed_up_before_its_host_may_be_asked() -> None:
    known = {of(0): history((Reason.SERVER_ERROR, NOW), url=of(0))}
    plan = planned(guide(1, 50), known, waiting={"host-0.example:443": T0 + HOUR})
    assert plan.next_follow_up(T0) == FollowUp(T0 + HOUR, {Cause.FAILURE: 1})
    assert plan.due_by(T0 + 10 * MINUTE, EARLY) == frozenset()
