"""`[[accept]]`: which findings a maintainer has decided to live with, and which of those decisions are idle."""

from collections.abc import Collection, Iterable
from datetime import date

from monitor.core.finding import Finding, Rule
from monitor.core.listing import Acceptance, Catalogue


def accepted(finding: Finding, catalogue: Catalogue, today: date) -> str | None:
    """The reason of the first acceptance that covers *finding* on a day, None where none does. `until` still counts."""
    return next((a.reason for a in catalogue.acceptances if _holds(a, today) and _covers(a, finding)), None)


def idle_acceptances(
    findings: Iterable[Finding], catalogue: Catalogue, today: date, *, judged: Collection[Rule]
) -> tuple[Acceptance, ...]:
    """The acceptances that cover none of *findings*, those whose `until` has passed among them.

    Only rules in *judged* can be said to have found nothing: who has not looked at the network leaves its rules out.
    """
    by_rule: dict[str, list[Acceptance]] = {}
    for acceptance in catalogue.acceptances:
        if acceptance.rule in judged:
            by_rule.setdefault(acceptance.rule, []).append(acceptance)
    for finding in findings:
        waiting = by_rule.get(finding.rule)
        if waiting:
            waiting[:] = [a for a in waiting if not (_holds(a, today) and _covers(a, finding))]
    idle = {id(a) for waiting in by_rule.values() for a in waiting}
    return tuple(a for a in catalogue.acceptances if id(a) in idle)


def _holds(acceptance: Acceptance, today: date) -> bool:
    return acceptance.until is None or today <= acceptance.until


def _covers(acceptance: Acceptance, finding: Finding) -> bool:
    return (
        acceptance.rule == finding.rule
        and acceptance.listing in {None, finding.listing}
        and acceptance.subject in {None, finding.subject}
    )
