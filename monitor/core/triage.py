"""What a maintainer does to findings: acknowledge, put off, open again, and settle by a review."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import assert_never

from monitor.core.decision import Decision
from monitor.core.finding import Incident, Rule, Standing, State, Transition
from monitor.core.incidents import Reconciled
from monitor.core.wording import day

SETTLED_BY_A_REVIEW = frozenset({Rule.PAGE_CHANGED, Rule.CLAIM_VANISHED})
"""What is measured against the last review, and so is over with a new one."""


@dataclass(frozen=True, slots=True)
class Triaged:
    """A finding after a decision about it: its incident, and the news where its state has changed."""

    incident: Incident
    transition: Transition | None


def hindrance(standing: Standing) -> str | None:
    """Why nothing can be decided about a finding, None where it can."""
    match standing.state:
        case State.OPEN | State.ACKNOWLEDGED | State.SNOOZED:
            return None
        case State.PENDING:
            opens = day(standing.finding.opens_at)
            return f"is pending: it counts from {opens}, and only if it is still so; there is nothing to decide yet"
        case State.ACCEPTED:
            return "is accepted by an [[accept]] in the catalogue; decide about it there"
        case State.RESOLVED:
            ended = f" on {day(standing.resolved_at)}" if standing.resolved_at else ""
            return f"was resolved{ended}; there is nothing left to decide"
        case _:
            assert_never(standing.state)


def acknowledged(standing: Standing, now: datetime, note: str | None) -> Triaged:
    """Known, and to be heard of again when the evidence changes."""
    return _decided(standing, State.ACKNOWLEDGED, Decision(now, standing.finding.proof, note=note), now)


def snoozed(standing: Standing, now: datetime, until: date) -> Triaged:
    """Put off until a day."""
    return _decided(standing, State.SNOOZED, Decision(now, standing.finding.proof, until=until), now)


def reopened(standing: Standing, now: datetime) -> Triaged:
    """Whatever was decided holds no longer."""
    return _decided(standing, State.OPEN, None, now)


def settled(incidents: Iterable[Incident], now: datetime) -> Reconciled:
    """What a review of a listing ends, of its *incidents*."""
    over = [i for i in incidents if i.finding.rule in SETTLED_BY_A_REVIEW and i.state is not State.RESOLVED]
    return Reconciled(
        tuple(replace(i, state=State.RESOLVED, resolved_at=now, decision=None) for i in over),
        tuple(_transition(i, State.RESOLVED, now, f"Settled by a review. {i.finding.message}") for i in over),
    )


def _decided(standing: Standing, state: State, decision: Decision | None, now: datetime) -> Triaged:
    finding = standing.finding
    incident = Incident(
        finding,
        state,
        since=standing.since,
        last_seen=standing.last_seen,
        opened_at=now,
        looks=standing.looks,
        decision=decision,
    )
    changed = standing.state is not state
    before = replace(incident, state=standing.state)
    return Triaged(incident, _transition(before, state, now, finding.message) if changed else None)


def _transition(before: Incident, after: State, now: datetime, message: str) -> Transition:
    severity = before.finding.severity
    return Transition(before.id, before.finding.incident, now, before.state, after, severity, severity, message)
