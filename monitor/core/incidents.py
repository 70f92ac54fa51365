"""Findings over time → incidents and transitions: what is news, what is old, what is over."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from monitor.core.finding import Abstention, Finding, Incident, Recovery, Ruling, State, Transition


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What follows from a round of rulings: every incident that was touched, as it is now, and the news."""

    incidents: tuple[Incident, ...]
    transitions: tuple[Transition, ...]


def reconcile(known: Iterable[Incident], rulings: Iterable[Ruling], now: datetime) -> Reconciled:
    """Follow *known* incidents through *rulings*.

    One finding is judged once: a second ruling about it in the same round says nothing.
    *known* are the unresolved incidents that the rulings cover: all that the judged rules hold about what was judged.
    A finding keeps its incident alive, or starts one; an abstention leaves it as it is; a recovery ends what was only
    pending; silence resolves. Whatever the ruling, what was put off until today opens again.
    """
    left = {incident.id: incident for incident in known if incident.state is not State.RESOLVED}
    touched: list[Incident] = []
    news: list[Transition] = []
    judged: set[str] = set()
    for ruling in rulings:
        identity = ruling.id if isinstance(ruling, Finding) else _id(ruling)
        if identity in judged:
            continue
        judged.add(identity)
        match ruling:
            case Finding():
                before = left.pop(identity, None)
                after = _confirm(before, ruling, now)
            case Abstention() | Recovery():
                before = left.pop(identity, None)
                if before is None:
                    continue
                ends = isinstance(ruling, Recovery) and before.state is State.PENDING
                after = _over(before, now) if ends else awake(before, before.finding, now)
                if after is before:
                    continue
            case _:
                assert_never(ruling)
        touched.append(after)
        news.extend(_news(before, after, now))
    for before in left.values():
        after = _over(before, now)
        touched.append(after)
        news.extend(_news(before, after, now))
    return Reconciled(tuple(touched), tuple(news))


def _confirm(before: Incident | None, finding: Finding, now: datetime) -> Incident:
    """The incident after its finding was found once more: it ripens, and never falls back to pending."""
    ripe = now >= finding.opens_at
    if before is None:
        return Incident(
            finding,
            State.OPEN if ripe else State.PENDING,
            since=finding.since,
            last_seen=now,
            opened_at=now if ripe else None,
        )
    before = awake(before, finding, now)
    state = State.OPEN if before.state is State.PENDING and ripe else before.state
    return replace(
        before,
        finding=finding,
        state=state,
        since=min(before.since, finding.since),
        last_seen=now,
        opened_at=before.opened_at or (now if state is State.OPEN else None),
        looks=before.looks + 1,
    )


def _over(before: Incident, now: datetime) -> Incident:
    """Should it come back, that is a matter of its own."""
    return replace(before, state=State.RESOLVED, resolved_at=now, decision=None)


def awake(incident: Incident, finding: Finding, now: datetime) -> Incident:
    """The incident, open again where what a maintainer decided about it no longer holds for *finding*."""
    if incident.decision is None or incident.decision.holds(finding.proof, now):
        return incident
    return replace(incident, state=State.OPEN, decision=None)


def _news(before: Incident | None, after: Incident, now: datetime) -> Iterable[Transition]:
    """A transition for a new state or a new severity, for nothing else."""
    same_state = before is not None and before.state is after.state
    same_severity = before is not None and before.finding.severity is after.finding.severity
    if same_state and same_severity:
        return
    yield Transition(
        finding=after.id,
        incident=after.finding.incident,
        at=now,
        before=before.state if before else None,
        after=after.state,
        severity_before=before.finding.severity if before else None,
        severity=after.finding.severity,
        message=after.finding.message,
    )


def _id(ruling: Abstention | Recovery) -> str:
    """The id of the finding that the rule would have made."""
    return Finding.identity(ruling.rule, ruling.listing, ruling.subject, ruling.url)
