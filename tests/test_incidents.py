"""How findings are followed over time: by tables, and by what holds for every round of rulings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.finding import Abstention, Evidence, Finding, Incident, Recovery, Rule, Ruling, State, Transition
from monitor.core.incidents import Reconciled, reconcile
from monitor.core.listing import Severity

T0 = datetime(2026, 1, 1, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
LIVING = [state for state in State if state is not State.RESOLVED]
FINDING = Finding(Rule.LINK_GONE, "harrow", "link", Severity.ERROR, "It is gone.", T0, T0, url="http://a.example/")
ABSTENTION = Abstention(Rule.LINK_GONE, "harrow", "link", "http://a.example/", "no answer in time")
RECOVERY = Recovery(Rule.LINK_GONE, "harrow", "link", "http://a.example/", "answers again")
NOTHING = Reconciled((), ())


def incident(state: State, finding: Finding = FINDING) -> Incident:
    opened = None if state is State.PENDING else T0
    return Incident(finding, state, since=T0, last_seen=T0, opened_at=opened, looks=3, note="kept")


def news(before: State | None, after: State, at: datetime, severities: tuple[Severity | None, Severity]) -> Transition:
    return Transition(FINDING.id, FINDING.incident, at, before, after, *severities, FINDING.message)


ERROR = (Severity.ERROR, Severity.ERROR)


@pytest.mark.parametrize(
    ("late", "state", "opened"),
    [(-SECOND, State.PENDING, None), (0 * DAY, State.OPEN, T0), (SECOND, State.OPEN, T0 + SECOND)],
)
def test_a_new_finding_is_pending_until_policy_lets_it_count(
    late: timedelta, state: State, opened: datetime | None
) -> None:
    now = T0 + late
    finding = replace(FINDING, since=T0 - DAY)
    assert reconcile((), [finding], now) == Reconciled(
        (Incident(finding, state, since=T0 - DAY, last_seen=now, opened_at=opened),),
        (news(None, state, now, (None, Severity.ERROR)),),
    )


@pytest.mark.parametrize("late", [-SECOND, 0 * DAY, SECOND])
def test_a_pending_incident_opens_when_it_is_found_ripe(late: timedelta) -> None:
    finding = replace(FINDING, opens_at=T0 + DAY)
    now = T0 + DAY + late
    (after,), told = (got := reconcile([incident(State.PENDING)], [finding], now)).incidents, got.transitions
    ripe = late >= 0 * DAY
    assert after == Incident(
        finding,
        State.OPEN if ripe else State.PENDING,
        since=T0,
        last_seen=now,
        opened_at=now if ripe else None,
        looks=4,
        note="kept",
    )
    assert told == ((news(State.PENDING, State.OPEN, now, ERROR),) if ripe else ())


@pytest.mark.parametrize("state", [state for state in LIVING if state is not State.PENDING])
@pytest.mark.parametrize("opens", [T0, T0 + 9 * DAY])
def test_what_has_opened_keeps_its_state_and_never_falls_back(state: State, opens: datetime) -> None:
    finding = replace(FINDING, opens_at=opens, since=T0 + DAY, message="Later words.")
    assert reconcile([incident(state)], [finding], T0 + DAY) == Reconciled(
        (replace(incident(state), finding=finding, last_seen=T0 + DAY, looks=4),), ()
    )


def test_what_turns_out_to_be_older_began_earlier() -> None:
    (after,) = reconcile([incident(State.OPEN)], [replace(FINDING, since=T0 - DAY)], T0 + DAY).incidents
    assert after.since == T0 - DAY


@pytest.mark.parametrize("state", LIVING)
def test_a_new_severity_is_news_in_every_state(state: State) -> None:
    mild = replace(FINDING, severity=Severity.WARNING, opens_at=T0 + 9 * DAY)
    got = reconcile([incident(state, mild)], [replace(FINDING, opens_at=T0 + 9 * DAY)], T0 + DAY)
    assert got.transitions == (news(state, state, T0 + DAY, (Severity.WARNING, Severity.ERROR)),)


@pytest.mark.parametrize("state", LIVING)
def test_an_abstention_leaves_everything_as_it_is(state: State) -> None:
    assert reconcile([incident(state)], [ABSTENTION], T0 + DAY) == NOTHING


@pytest.mark.parametrize("state", LIVING)
def test_silence_resolves(state: State) -> None:
    assert reconcile([incident(state)], [], T0 + DAY) == Reconciled(
        (replace(incident(state), state=State.RESOLVED, resolved_at=T0 + DAY),),
        (news(state, State.RESOLVED, T0 + DAY, ERROR),),
    )


@pytest.mark.parametrize("state", LIVING)
def test_a_first_recovery_ends_only_what_was_never_open(state: State) -> None:
    got = reconcile([incident(state)], [RECOVERY], T0 + DAY)
    if state is State.PENDING:
        (after,) = got.incidents
        assert (after.state, after.resolved_at, after.opened_at) == (State.RESOLVED, T0 + DAY, None)
        # whoever delivers can tell from it that nobody was ever told
        assert got.transitions == (news(State.PENDING, State.RESOLVED, T0 + DAY, ERROR),)
    else:
        assert got == NOTHING


@pytest.mark.parametrize("ruling", [ABSTENTION, RECOVERY])
def test_nothing_begins_without_a_finding(ruling: Ruling) -> None:
    assert reconcile((), [ruling], T0) == NOTHING


def test_what_is_resolved_comes_back_only_as_a_new_life() -> None:
    old = replace(incident(State.OPEN), state=State.RESOLVED, resolved_at=T0)
    assert reconcile([old], [], T0 + DAY) == NOTHING
    again = replace(FINDING, since=T0 + DAY)
    assert reconcile([old], [again], T0 + DAY) == Reconciled(
        (Incident(again, State.OPEN, since=T0 + DAY, last_seen=T0 + DAY, opened_at=T0 + DAY),),
        (news(None, State.OPEN, T0 + DAY, (None, Severity.ERROR)),),
    )


@pytest.mark.parametrize("rulings", [[FINDING, FINDING], [FINDING, ABSTENTION], [FINDING, RECOVERY]])
def test_one_finding_is_judged_once_in_a_round(rulings: list[Ruling]) -> None:
    assert reconcile([incident(State.OPEN)], rulings, T0) == reconcile([incident(State.OPEN)], [FINDING], T0)
    assert reconcile([incident(State.OPEN)], rulings[::-1], T0) == reconcile(
        [incident(State.OPEN)], rulings[::-1][:1], T0
    )


# --- for every round ----------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["a", "b", "c", "d"])
TIMES = st.integers(-3, 3).map(lambda days: T0 + days * DAY)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    return Finding(
        Rule.LINK_GONE,
        draw(NAMES),
        "link",
        draw(st.sampled_from(Severity)),
        draw(st.sampled_from(["m", "n"])),
        since=draw(TIMES),
        opens_at=draw(TIMES),
        evidence=Evidence(quote=draw(st.sampled_from(["q", None]))),
    )


RULINGS = st.lists(
    findings()
    | st.builds(Abstention, st.just(Rule.LINK_GONE), NAMES, st.just("link"), st.none(), st.just("why"))
    | st.builds(Recovery, st.just(Rule.LINK_GONE), NAMES, st.just("link"), st.none(), st.just("why")),
    max_size=6,
)
KNOWN = st.lists(
    st.builds(Incident, findings(), st.sampled_from(State), TIMES, TIMES, st.none() | TIMES), max_size=5,
    unique_by=lambda incident: incident.id,
)  # fmt: skip


def kinds(rulings: list[Ruling]) -> dict[str, type]:
    first: dict[str, type] = {}
    for ruling in rulings:
        name = Finding.identity(ruling.rule, ruling.listing, ruling.subject, ruling.url)
        first.setdefault(name, type(ruling))
    return first


def settle(known: list[Incident], got: Reconciled) -> list[Incident]:
    """What is unresolved once the result is written down."""
    book = {i.id: i for i in known} | {i.id: i for i in got.incidents}
    return [i for i in book.values() if i.state is not State.RESOLVED]


@settings(deadline=None, max_examples=200)
@given(KNOWN, RULINGS)
def test_the_same_rulings_at_the_same_time_change_nothing_but_how_often_it_was_seen(
    known: list[Incident], rulings: list[Ruling]
) -> None:
    once = settle(known, reconcile(known, rulings, T0))
    got = reconcile(once, rulings, T0)
    twice = settle(once, got)
    assert got.transitions == ()
    assert [replace(i, looks=0) for i in twice] == [replace(i, looks=0) for i in once]


@settings(deadline=None, max_examples=200)
@given(KNOWN, RULINGS)
def test_every_incident_ends_as_its_ruling_says(known: list[Incident], rulings: list[Ruling]) -> None:
    got, said = reconcile(known, rulings, T0), kinds(rulings)
    after = {i.id: i for i in got.incidents}
    assert len(after) == len(got.incidents)
    living = {i.id: i for i in known if i.state is not State.RESOLVED}
    for name in living.keys() | said.keys() | {i.id for i in known}:
        before, now = living.get(name), after.get(name)
        match said.get(name):
            case None if before:
                assert now == replace(before, state=State.RESOLVED, resolved_at=T0)
            case ruling if ruling is Finding:
                assert now is not None
                assert now.state is not State.RESOLVED
                assert now.last_seen == T0
                assert (now.state is not State.OPEN) or now.opened_at is not None
            case ruling if ruling is Recovery and before and before.state is State.PENDING:
                assert now == replace(before, state=State.RESOLVED, resolved_at=T0)
            case _:
                assert now is None


@settings(deadline=None, max_examples=200)
@given(KNOWN, RULINGS)
def test_there_is_news_exactly_where_state_or_severity_changed(known: list[Incident], rulings: list[Ruling]) -> None:
    got = reconcile(known, rulings, T0)
    before = {i.id: (i.state, i.finding.severity) for i in known if i.state is not State.RESOLVED}
    changed = {
        i.id: (before.get(i.id, (None, None)), (i.state, i.finding.severity))
        for i in got.incidents
        if before.get(i.id) != (i.state, i.finding.severity)
    }
    assert {t.finding: ((t.before, t.severity_before), (t.after, t.severity)) for t in got.transitions} == changed
    assert len(got.transitions) == len(changed)
    assert all(t.at == T0 for t in got.transitions)


@settings(deadline=None, max_examples=100)
@given(KNOWN, RULINGS, RULINGS)
def test_nothing_resolved_comes_back_without_a_finding(
    known: list[Incident], first: list[Ruling], second: list[Ruling]
) -> None:
    one = reconcile(known, first, T0)
    over = {i.id for i in one.incidents if i.state is State.RESOLVED}
    two = reconcile([*settle(known, one), *(i for i in one.incidents if i.id in over)], second, T0 + DAY)
    back = {i.id for i in two.incidents} & over
    assert all(kinds(second)[name] is Finding for name in back)
