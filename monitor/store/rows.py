"""Values ↔ rows, both ways, and nothing else."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from monitor.core.archive import ArchivedCopy
from monitor.core.belief import Belief
from monitor.core.decision import Decision
from monitor.core.delegations import Delegation
from monitor.core.finding import Evidence, Finding, Incident, PassSummary, Rule, State, Suggestion, Transition
from monitor.core.listing import Severity
from monitor.core.look import Fingerprint, Hop, LinkHistory, Outcome, Reason, Sign, Validators, Version
from monitor.core.relocation import Relocation, Search
from monitor.core.spots import Volatile
from monitor.core.surroundings import Stranger, StrangerAnswer, Twin
from monitor.store.packing import pack, pack_links, pack_skimmed, unpack, unpack_links, unpack_skimmed
from monitor.store.tables import DecisionRow, DelegationRow, IncidentRow, LinkRow, PassRow, StrangerRow, VersionRow

Columns = dict[str, Any]


def version(row: VersionRow) -> Version:
    """A kept version."""
    return Version(
        Fingerprint(row.method, row.digest, row.links_digest),
        row.title,
        unpack(row.blocks),
        row.first_seen,
        row.last_seen,
        unpack_links(row.links),
        row.opaque,
    )


def content_columns(of: Version) -> Columns:
    """What a version shows."""
    return {
        "title": of.title,
        "blocks": pack(of.blocks),
        "links": pack_links(of.links),
        "opaque": of.opaque,
    }


def history(row: LinkRow, latest: VersionRow | None, volatile: tuple[Volatile, ...]) -> LinkHistory:
    """What is remembered of a link; *latest* is its last version that was read, *volatile* its noise."""
    return LinkHistory(
        url=row.url,
        looks=row.looks,
        first_at=row.first_at,
        last_at=row.last_at,
        last_ok=row.last_ok,
        last_conclusive=row.last_conclusive,
        silent_since=row.silent_since,
        well_since=row.well_since,
        blocked_since=row.blocked_since,
        sign=Sign(row.sign) if row.sign else None,
        sign_since=row.sign_since,
        last=outcome(row),
        latest=version(latest) if latest else None,
        validators=Validators(row.validators_url, row.etag, row.last_modified) if row.validators_url else None,
        twin=Twin(row.twin_asked_at, row.twin_serves) if row.twin_asked_at else None,
        search=search(row.search) if row.search else None,
        volatile=volatile,
        skimmed=unpack_skimmed(row.skimmed) if latest else None,
        belief=Belief(row.changes, row.change_days) if row.changes and row.change_days else None,
    )


def search(told: Mapping[str, Any]) -> Search:
    """What a search for a dead page came to."""
    found, kept = told["relocation"], told["copy"]
    return Search(
        datetime.fromisoformat(told["at"]),
        Relocation(found["url"], found["confidence"], found["why"]) if found else None,
        ArchivedCopy(kept["url"], datetime.fromisoformat(kept["taken_at"])) if kept else None,
    )


def _search_object(of: Search) -> Columns:
    found, kept = of.relocation, of.copy
    return {
        "at": of.at.isoformat(),
        "relocation": {"url": found.url, "confidence": found.confidence, "why": found.why} if found else None,
        "copy": {"url": kept.url, "taken_at": kept.taken_at.isoformat()} if kept else None,
    }


def stranger(row: StrangerRow) -> Stranger:
    """What a made-up name got."""
    return Stranger(
        row.directory,
        row.url,
        row.asked_at,
        StrangerAnswer(row.answer),
        title=row.title,
        blocks=unpack(row.blocks),
        own=tuple(row.own),
    )


def stranger_columns(of: Stranger) -> Columns:
    """A stranger's row."""
    return {
        "directory": of.directory,
        "url": of.url,
        "asked_at": of.asked_at,
        "answer": of.answer,
        "title": of.title,
        "blocks": pack(of.blocks),
        "own": list(of.own),
    }


def delegation(row: DelegationRow) -> Delegation:
    """A site's name servers."""
    before = frozenset(row.before) if row.before is not None else None
    return Delegation(row.site, frozenset(row.servers), row.asked_at, before)


def delegation_columns(of: Delegation) -> Columns:
    """A delegation's row."""
    return {
        "site": of.site,
        "servers": sorted(of.servers),
        "asked_at": of.asked_at,
        "before": sorted(of.before) if of.before is not None else None,
    }


def outcome(row: Any) -> Outcome:
    """The outcome that a link row or an observation row holds."""
    hops = tuple(Hop(url, status) for url, status in row.hops)
    return Outcome(Reason(row.reason), row.final_url, hops, row.status, row.detail)


def outcome_columns(what: Outcome) -> Columns:
    """The columns that link and observation rows share."""
    return {
        "reason": what.reason,
        "final_url": what.final_url,
        "hops": [[hop.url, hop.status] for hop in what.hops],
        "status": what.status,
        "detail": what.detail,
    }


def link_columns(of: LinkHistory, version_id: int | None, pass_id: int) -> Columns:
    """A link row; *of* has been looked at at least once."""
    assert of.last is not None
    return {
        "url": of.url,
        "looks": of.looks,
        "first_at": of.first_at,
        "last_at": of.last_at,
        "last_ok": of.last_ok,
        "last_conclusive": of.last_conclusive,
        "silent_since": of.silent_since,
        "well_since": of.well_since,
        "blocked_since": of.blocked_since,
        "sign": of.sign,
        "sign_since": of.sign_since,
        **outcome_columns(of.last),
        "validators_url": of.validators.url if of.validators else None,
        "etag": of.validators.etag if of.validators else None,
        "last_modified": of.validators.last_modified if of.validators else None,
        "version_id": version_id,
        "twin_asked_at": of.twin.asked_at if of.twin else None,
        "twin_serves": of.twin.serves if of.twin else None,
        "search": _search_object(of.search) if of.search else None,
        "skimmed": pack_skimmed(of.skimmed),
        "changes": of.belief.a if of.belief else None,
        "change_days": of.belief.b if of.belief else None,
        "pass_id": pass_id,
    }


def incident(row: IncidentRow, decided: DecisionRow | None) -> Incident:
    """A finding followed over time, and what was *decided* about it while it lives."""
    finding = Finding(
        rule=Rule(row.rule),
        listing=row.listing,
        subject=row.subject,
        severity=Severity(row.severity),
        message=row.message,
        since=row.finding_since,
        opens_at=row.opens_at,
        url=row.url,
        reason=Reason(row.reason) if row.reason else None,
        key=row.key,
        evidence=Evidence(row.quote, row.expected, row.found),
        suggestion=_suggestion(row.suggestion),
        cause=row.cause,
    )
    state, decision = State(row.state), None
    if decided is not None and state is not State.RESOLVED:
        decision = Decision(decided.at, decided.proof, decided.until, decided.note)
        state = State.ACKNOWLEDGED if decision.until is None else State.SNOOZED
    return Incident(
        finding, state, row.since, row.last_seen, row.opened_at, row.resolved_at, row.looks, row.note, decision
    )


def incident_columns(of: Incident) -> Columns:
    """An incident row."""
    finding = of.finding
    return {
        "finding": finding.id,
        "incident": finding.incident,
        "cause": finding.cause,
        "listing": finding.listing,
        "rule": finding.rule,
        "subject": finding.subject,
        "url": finding.url,
        "reason": finding.reason,
        "severity": finding.severity,
        "message": finding.message,
        "key": finding.key,
        "quote": finding.evidence.quote,
        "expected": finding.evidence.expected,
        "found": finding.evidence.found,
        "suggestion": _suggestion_columns(finding.suggestion),
        "finding_since": finding.since,
        "opens_at": finding.opens_at,
        "state": of.state if of.decision is None else State.OPEN,  # the decision has a row of its own
        "since": of.since,
        "last_seen": of.last_seen,
        "opened_at": of.opened_at,
        "resolved_at": of.resolved_at,
        "looks": of.looks,
        "note": of.note,
    }


def decision_columns(of: Decision) -> Columns:
    """A decision row, without whose it is."""
    return {"at": of.at, "proof": of.proof, "until": of.until, "note": of.note}


def transition_columns(of: Transition) -> Columns:
    """A transition row, undelivered."""
    return {
        "finding": of.finding,
        "incident": of.incident,
        "at": of.at,
        "before": of.before,
        "after": of.after,
        "severity_before": of.severity_before,
        "severity": of.severity,
        "message": of.message,
    }


def summary(row: PassRow) -> PassSummary:
    """A pass that was."""
    return PassSummary(row.started_at, row.finished_at, row.links, row.looked, row.offline, row.interrupted, row.spared)


def _suggestion_columns(of: Suggestion | None) -> Columns | None:
    """JSON knows neither dates nor decimals: the value travels with the name of its type."""
    match of:
        case None:
            return None
        case Suggestion(key=key, value=None):
            return {"key": key}
        case Suggestion(key=key, value=date() | Decimal() as value):
            return {"key": key, "type": "date" if isinstance(value, date) else "number", "value": str(value)}
        case Suggestion(key=key, value=value):
            return {"key": key, "type": "plain", "value": value}


def _suggestion(columns: Mapping[str, Any] | None) -> Suggestion | None:
    match columns:
        case None:
            return None
        case {"key": key, "type": "date", "value": value}:
            return Suggestion(key, date.fromisoformat(value))
        case {"key": key, "type": "number", "value": value}:
            return Suggestion(key, Decimal(value))
        case {"key": key, "type": "plain", "value": value}:
            return Suggestion(key, value)
        case {"key": key}:
            return Suggestion(key)
        case _:
            raise ValueError(f"not a suggestion: {columns}")
