"""What a maintainer decides about findings, and how long it holds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.core.decision import Decision
from monitor.core.finding import Abstention, Evidence, Finding, Incident, Recovery, Rule, Standing, State, Transition
from monitor.core.incidents import Reconciled, reconcile
from monitor.core.listing import Severity
from monitor.core.triage import Triaged, acknowledged, hindrance, reopened, settled, snoozed

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FINDING = Finding(
    Rule.LINK_GONE, "harrow", "link", Severity.ERROR, "It is gone.", NOW, NOW, evidence=Evidence("404 Not Found")
)
OTHER = replace(FINDING, evidence=Evidence("410 Gone"))
STANDING = Standing(FINDING, State.OPEN, NOW - DAY, NOW, source=None, line=None, looks=3)
ACKNOWLEDGED = Decision(NOW, FINDING.proof, note="known")
SNOOZED = Decision(NOW, FINDING.proof, until=date(2026, 12, 1))
MORNING = datetime(2026, 12, 1, tzinfo=UTC)
ABSTENTION = Abstention(Rule.LINK_GONE, "harrow", "link", None, "no answer in time")
RECOVERY = Recovery(Rule.LINK_GONE, "harrow", "link", None, "answers again")


def incident(decision: Decision | None = None, state: State = State.OPEN) -> Incident:
    return Incident(FINDING, state, NOW - DAY, NOW, opened_at=NOW, looks=3, decision=decision)


def news(before: State, after: State, at: datetime = NOW, message: str = FINDING.message) -> Transition:
    return Transition(FINDING.id, FINDING.incident, at, before, after, Severity.ERROR, Severity.ERROR, message)


# --- deciding -----------------------------------------------------------------------------------------------------


def test_an_acknowledgement_is_of_the_evidence_that_was_seen() -> None:
    assert acknowledged(STANDING, NOW, "known") == Triaged(
        incident(ACKNOWLEDGED, State.ACKNOWLEDGED), news(State.OPEN, State.ACKNOWLEDGED)
    )


def test_a_snooze_is_until_a_day() -> None:
    assert snoozed(STANDING, NOW, date(2026, 12, 1)) == Triaged(
        incident(SNOOZED, State.SNOOZED), news(State.OPEN, State.SNOOZED)
    )


@pytest.mark.parametrize("state", [State.ACKNOWLEDGED, State.SNOOZED])
def test_to_open_again_is_to_take_back_what_was_decided(state: State) -> None:
    assert reopened(replace(STANDING, state=state), NOW) == Triaged(incident(), news(state, State.OPEN))


def test_to_decide_the_same_once_more_is_no_news() -> None:
    assert acknowledged(replace(STANDING, state=State.ACKNOWLEDGED), NOW, None).transition is None
    assert snoozed(replace(STANDING, state=State.SNOOZED), NOW, date(2027, 1, 1)).transition is None
    assert reopened(STANDING, NOW).transition is None


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (State.OPEN, None),
        (State.ACKNOWLEDGED, None),
        (State.SNOOZED, None),
        (State.PENDING, "is pending: it counts from 22 November 2026, and only if it is still so; "),
        (State.ACCEPTED, "is accepted by an [[accept]] in the catalogue; decide about it there"),
        (State.RESOLVED, "was resolved on 21 November 2026; there is nothing left to decide"),
    ],
)
def test_only_what_counts_or_was_decided_about_can_be_decided_about(state: State, why: str | None) -> None:
    said = hindrance(replace(STANDING, state=state, resolved_at=NOW - DAY))
    assert said == why if why is None else said is not None and said.startswith(why)


# --- how long it holds --------------------------------------------------------------------------------------------


def test_an_acknowledgement_holds_while_the_evidence_stays_the_same() -> None:
    known = incident(ACKNOWLEDGED, State.ACKNOWLEDGED)
    later = replace(FINDING, message="Other words.")
    assert reconcile([known], [later], NOW + DAY) == Reconciled(
        (replace(known, finding=later, last_seen=NOW + DAY, looks=4),), ()
    )


def test_other_evidence_opens_what_was_acknowledged() -> None:
    known = incident(ACKNOWLEDGED, State.ACKNOWLEDGED)
    assert reconcile([known], [OTHER], NOW + DAY) == Reconciled(
        (replace(known, finding=OTHER, state=State.OPEN, decision=None, last_seen=NOW + DAY, looks=4),),
        (news(State.ACKNOWLEDGED, State.OPEN, NOW + DAY),),
    )


def test_a_snooze_holds_whatever_the_evidence_does_until_its_day_begins() -> None:
    known, just_before = incident(SNOOZED, State.SNOOZED), MORNING - timedelta(microseconds=1)
    (held,) = reconcile([known], [OTHER], just_before).incidents
    (woken,) = reconcile([known], [OTHER], MORNING).incidents
    assert (held.state, held.decision) == (State.SNOOZED, SNOOZED)
    assert (woken.state, woken.decision) == (State.OPEN, None)


@pytest.mark.parametrize("ruling", [ABSTENTION, RECOVERY])
def test_a_snooze_that_is_over_ends_even_when_nothing_can_be_judged(ruling: Abstention | Recovery) -> None:
    known = incident(SNOOZED, State.SNOOZED)
    assert reconcile([known], [ruling], MORNING - HOUR) == Reconciled((), ())
    assert reconcile([known], [ruling], MORNING) == Reconciled(
        (replace(known, state=State.OPEN, decision=None),), (news(State.SNOOZED, State.OPEN, MORNING),)
    )


@pytest.mark.parametrize("ruling", [ABSTENTION, RECOVERY])
def test_an_acknowledgement_survives_looks_that_learn_nothing(ruling: Abstention | Recovery) -> None:
    assert reconcile([incident(ACKNOWLEDGED, State.ACKNOWLEDGED)], [ruling], NOW + 90 * DAY) == Reconciled((), ())


def test_what_is_over_and_comes_back_is_decided_about_anew() -> None:
    known = incident(ACKNOWLEDGED, State.ACKNOWLEDGED)
    over = reconcile([known], [], NOW + DAY)
    assert over == Reconciled(
        (replace(known, state=State.RESOLVED, resolved_at=NOW + DAY, decision=None),),
        (news(State.ACKNOWLEDGED, State.RESOLVED, NOW + DAY),),
    )
    (back,) = reconcile(over.incidents, [FINDING], NOW + 2 * DAY).incidents
    assert (back.state, back.decision) == (State.OPEN, None)


# --- reviews ------------------------------------------------------------------------------------------------------


def test_a_review_settles_what_is_measured_against_the_last_one_and_nothing_else() -> None:
    changed = replace(incident(), finding=replace(FINDING, rule=Rule.PAGE_CHANGED))
    vanished = replace(incident(ACKNOWLEDGED, State.ACKNOWLEDGED), finding=replace(FINDING, rule=Rule.CLAIM_VANISHED))
    over = replace(changed, state=State.RESOLVED, resolved_at=NOW - DAY)
    done = settled([changed, vanished, incident(), over], NOW)
    assert done.incidents == tuple(
        replace(each, state=State.RESOLVED, resolved_at=NOW, decision=None) for each in (changed, vanished)
    )
    assert [(t.before, t.after, t.at, t.message) for t in done.transitions] == [
        (State.OPEN, State.RESOLVED, NOW, "Settled by a review. It is gone."),
        (State.ACKNOWLEDGED, State.RESOLVED, NOW, "Settled by a review. It is gone."),
    ]
