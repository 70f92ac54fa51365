"""How matters stand → the JSON documents of `findings`, `lint` and `check` (docs/findings.schema.json)."""

from collections.abc import Iterable, Sequence

from monitor.core.finding import Coverage, Evidence, LinkStanding, Situation, Standing, State, Suggestion
from monitor.core.listing import Severity
from monitor.core.look import Hop
from monitor.formats.values import Document, instant, instant_or_none, scalar


def document(situation: Situation) -> Document:
    """What `monitor findings --format json` prints: every finding but the resolved ones."""
    return {
        "generated_at": instant(situation.at),
        "catalogue": situation.catalogue,
        "counts": {severity.value: situation.open(severity) for severity in Severity},
        "coverage": coverage_row(situation.coverage),
        "findings": [finding_row(standing) for standing in situation.standings],
    }


def check_document(situation: Situation) -> Document:
    """What `monitor check --format json` prints: the same, whether we were offline, and a row per listing and link."""
    return {
        **document(situation),
        "offline": situation.offline,
        "links": [link_row(link) for link in situation.links],
    }


def finding_row(standing: Standing) -> Document:
    """One finding; absent values are null, never missing."""
    finding = standing.finding
    return {
        "id": finding.id,
        "listing": finding.listing,
        "rule": finding.rule.value,
        "subject": finding.subject,
        "url": finding.url,
        "severity": finding.severity.value,
        "state": standing.state.value,
        "reason": finding.reason.value if finding.reason else None,
        "incident": finding.incident,
        "source": standing.source,
        "line": standing.line,
        "since": instant(standing.since),
        "last_seen": instant(standing.last_seen),
        "message": finding.message,
        "evidence": _evidence(finding.evidence),
        "suggestion": _suggestion(finding.suggestion),
    }


def link_row(link: LinkStanding) -> Document:
    """One link of a listing, as the last look left it; all null where nobody has looked."""
    return {
        "listing": link.listing,
        "role": str(link.role),
        "url": link.url,
        "final_url": link.final_url,
        "hops": hop_rows(link.hops),
        "status": link.status,
        "liveness": link.liveness.value if link.liveness else None,
        "reason": link.reason.value if link.reason else None,
        "drift": link.drift.value if link.drift else None,
        "checked_at": instant_or_none(link.checked_at),
        "last_ok": instant_or_none(link.last_ok),
    }


def hop_rows(hops: Sequence[Hop]) -> list[Document]:
    """Every response on the way, first and last included."""
    return [{"url": hop.url, "status": hop.status} for hop in hops]


def summary(situation: Situation) -> str:
    """ "3 errors, 12 warnings, 1 note open; 26 of 28 links verified, 2 blocked; 5 pending, 1 accepted"."""
    opened = ", ".join(
        f"{count:,} {severity}{'' if count == 1 else 's'}"
        for severity in Severity
        for count in (situation.open(severity),)
    )
    return "; ".join(
        filter(None, (f"{opened} open", coverage_in_words(situation.coverage), states_in_words(situation)))
    )


def coverage_in_words(coverage: Coverage) -> str:
    """ "26 of 28 links verified, 2 blocked"; only what there is is told."""
    if not coverage.links:
        return "no links to verify"
    if coverage.never == coverage.links:
        return f"{coverage.links:,} link{'' if coverage.links == 1 else 's'}, none looked at yet"
    parts = [f"{coverage.verified:,} of {coverage.links:,} link{'' if coverage.links == 1 else 's'} verified"]
    for count, words in (
        (coverage.blocked, "blocked"),
        (coverage.unknown, "unknown"),
        (coverage.never, "never looked at"),
    ):
        parts += [f"{count:,} {words}"] if count else []
    return ", ".join(parts)


def states_in_words(situation: Situation) -> str:
    """ "5 pending, 1 accepted": the findings that do not count, "" where there are none."""
    return ", ".join(
        f"{count:,} {state}"
        for state in (State.PENDING, State.ACKNOWLEDGED, State.SNOOZED, State.ACCEPTED)
        if (count := _how_many(situation.standings, state))
    )


def _how_many(standings: Iterable[Standing], state: State) -> int:
    return sum(standing.state is state for standing in standings)


def coverage_row(coverage: Coverage) -> Document:
    """How much was seen."""
    return {
        "listings": coverage.listings,
        "links": coverage.links,
        "verified": coverage.verified,
        "blocked": coverage.blocked,
        "unknown": coverage.unknown,
        "never": coverage.never,
    }


def _evidence(evidence: Evidence) -> Document:
    return {"quote": evidence.quote, "expected": evidence.expected, "found": evidence.found}


def _suggestion(suggestion: Suggestion | None) -> Document | None:
    if suggestion is None:
        return None
    if suggestion.value is None:
        return {"key": suggestion.key, "remove": True}
    return {"key": suggestion.key, "value": scalar(suggestion.value)}
