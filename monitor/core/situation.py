"""How matters stand now: recorded incidents, and the rules that need no network judged anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from monitor.core.finding import (
    Coverage,
    Finding,
    Incident,
    LinkStanding,
    Needs,
    PassSummary,
    Rule,
    Situation,
    Standing,
    State,
)
from monitor.core.followed import is_followed
from monitor.core.incidents import awake
from monitor.core.listing import Catalogue, Listing
from monitor.core.look import Drift, LinkHistory, Liveness
from monitor.core.rules import accepted, catalogue_findings
from monitor.core.rules.claims import is_about
from monitor.core.rules.links import check_overdue
from monitor.core.wording import day

RESOLVED_SHOWN_FOR = timedelta(days=7)
"""How long what has ended is still told: a maintainer reads once a week, whatever the schedule of passes."""

Place = Callable[[str, str], int | None]
"""The line of `listings.toml` where a listing (by id) has a key."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a database holds, or nothing at all.

    `drifts` are by (listing, url); `resolved` ended within `RESOLVED_SHOWN_FOR` before the last pass began, or since;
    `waits`: until when hosts (`name:port`) asked to be left alone, some of them perhaps over.
    """

    incidents: tuple[Incident, ...] = ()
    resolved: tuple[Incident, ...] = ()
    histories: Mapping[str, LinkHistory] | None = None
    drifts: Mapping[tuple[str, str], Drift] | None = None
    last_pass: PassSummary | None = None
    waits: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked about: the listings by id (None: all), and the URLs whose links are shown (None: all)."""

    listings: frozenset[str] | None = None
    urls: frozenset[str] | None = None

    def holds(self, listing: str) -> bool:
        """Whether a listing is asked about."""
        return self.listings is None or listing in self.listings


def situate(
    catalogue: Catalogue, path: str, place: Place, remembered: Remembered, now: datetime, scope: Scope | None = None
) -> Situation:
    """Everything a document or a report says about *catalogue* at *now*."""
    scope = scope or Scope()
    listings = [listing for listing in catalogue.listings if scope.holds(listing.id)]
    ids = {listing.id: n for n, listing in enumerate(listings)}
    histories = remembered.histories or {}
    by_id = {incident.id: incident for incident in remembered.incidents if incident.state is not State.RESOLVED}

    def stand(incident: Incident) -> Standing:
        finding = incident.finding
        reason = accepted(finding, catalogue, now.date())
        shown = State.ACCEPTED if reason is not None and incident.state is not State.RESOLVED else incident.state
        listing = listings[ids[finding.listing]]
        return Standing(
            finding,
            shown,
            since=incident.since,
            last_seen=incident.last_seen,
            source=listing.source,
            line=place(finding.listing, finding.key),
            looks=incident.looks,
            note=reason if reason is not None else _note(incident),
            resolved_at=incident.resolved_at,
        )

    judged_now = [f for f in catalogue_findings(catalogue, now) if f.listing in ids]
    for listing in listings:
        judged_now += check_overdue(listing, dict(histories), now)
    standings = [stand(_followed(finding, by_id.get(finding.id), now)) for finding in judged_now]
    standings += [stand(incident) for incident in _still_listed(remembered.incidents, listings, now)]
    order = {rule: n for n, rule in enumerate(Rule)}
    standings.sort(
        key=lambda s: (ids[s.finding.listing], order[s.finding.rule], s.finding.subject, s.finding.url or "")
    )
    return Situation(
        at=now,
        catalogue=path,
        title=catalogue.title,
        standings=tuple(standings),
        coverage=_coverage(listings, histories),
        links=tuple(_links(listings, histories, remembered.drifts or {}, scope.urls)),
        names={listing.id: listing.name for listing in listings},
        resolved=tuple(stand(incident) for incident in remembered.resolved if incident.finding.listing in ids),
        last_pass=remembered.last_pass,
        offline=remembered.last_pass.offline if remembered.last_pass else False,
    )


def _followed(finding: Finding, recorded: Incident | None, now: datetime) -> Incident:
    """A finding judged now, with the life that is recorded of it."""
    if recorded is None:
        return Incident(finding, State.OPEN, since=finding.since, last_seen=now, opened_at=now)
    recorded = awake(recorded, finding, now)
    return Incident(
        finding,
        State.OPEN if recorded.state is State.PENDING else recorded.state,
        since=min(recorded.since, finding.since),
        last_seen=now,
        opened_at=recorded.opened_at or now,
        looks=recorded.looks,
        note=recorded.note,
        decision=recorded.decision,
    )


def _note(incident: Incident) -> str | None:
    """Why somebody does not want to hear of it, and until when."""
    decision = incident.decision
    if decision is None:
        return incident.note
    if decision.until is None:
        return decision.note
    return f"until {day(decision.until)}{f': {decision.note}' if decision.note else ''}"


def _still_listed(incidents: Iterable[Incident], listings: Iterable[Listing], now: datetime) -> Iterable[Incident]:
    """Recorded incidents of network rules, about links and claims that the catalogue still has as they were."""
    by_id = {listing.id: (listing, {link.url for link in listing.links}) for listing in listings}
    for incident in incidents:
        finding = incident.finding
        if finding.rule.needs is not Needs.NETWORK or incident.state is State.RESOLVED or finding.listing not in by_id:
            continue
        listing, urls = by_id[finding.listing]
        is_listed = (finding.url is None or finding.url in urls) and is_about(listing, finding)
        if is_listed and not is_followed(listing, finding):
            yield awake(incident, finding, now)


def _coverage(listings: Iterable[Listing], histories: Mapping[str, LinkHistory]) -> Coverage:
    listings = list(listings)
    urls = dict.fromkeys(link.url for listing in listings for link in listing.links)
    last = [history.last for url in urls if (history := histories.get(url)) is not None]
    seen = [outcome.reason.liveness for outcome in last if outcome is not None]
    return Coverage(
        listings=len(listings),
        links=len(urls),
        verified=sum(liveness.conclusive for liveness in seen),
        blocked=seen.count(Liveness.BLOCKED),
        unknown=seen.count(Liveness.UNKNOWN),
        never=len(urls) - len(seen),
    )


def _links(
    listings: Iterable[Listing],
    histories: Mapping[str, LinkHistory],
    drifts: Mapping[tuple[str, str], Drift],
    urls: frozenset[str] | None,
) -> Iterable[LinkStanding]:
    """A row per listing and link."""
    for listing in listings:
        for link in listing.links:
            if urls is not None and link.url not in urls:
                continue
            history = histories.get(link.url)
            if history is None or history.last is None:
                yield LinkStanding(listing.id, link.role, link.url)
                continue
            last = history.last
            yield LinkStanding(
                listing.id,
                link.role,
                link.url,
                final_url=last.final_url,
                hops=last.hops,
                status=last.status,
                liveness=last.reason.liveness,
                reason=last.reason,
                drift=drifts.get((listing.id, link.url)),
                checked_at=history.last_at,
                last_ok=history.last_ok,
                detail=last.detail,
            )
