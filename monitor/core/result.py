"""What one check of one listing concludes: recorded whole, or not at all."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from monitor.core.drift import compare
from monitor.core.examination import examine
from monitor.core.files import compare_files
from monitor.core.finding import CLAIM_RULES, Abstention, Finding, Incident, Needs, Rule
from monitor.core.fingerprint import rederive
from monitor.core.history import showed_text
from monitor.core.incidents import Reconciled, reconcile
from monitor.core.listing import Catalogue, Listing
from monitor.core.look import Comparison, Drift, LinkHistory, Look, Observation, Version
from monitor.core.rules.claims import claim_rulings, is_about
from monitor.core.rules.links import link_rulings
from monitor.core.verdict import ClaimHistory


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: the looks it is made of, what became of the listing's incidents, what is remembered of its claims."""

    listing: str
    at: datetime
    looks: tuple[Look, ...]
    reconciled: Reconciled
    claims: tuple[ClaimHistory, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of a listing before a check: its unresolved incidents of network rules, its claims by id, and
    the histories of its other links, which were not looked at this time.
    """

    incidents: Sequence[Incident] = ()
    claims: Mapping[str, ClaimHistory] = field(default_factory=dict)
    others: Sequence[LinkHistory] = ()


def conclude(listing: Listing, looks: Sequence[Look], known: Known, now: datetime) -> CheckResult:
    """Judge the *looks* at a listing's links, hold its claims against its pages, and follow its *known* incidents.

    What a link rule holds about links that were not looked at this time stays as it is; claims are held against all
    pages of the listing. Without any look nothing is concluded.
    """
    if not looks:
        return CheckResult(listing.id, now, (), Reconciled((), ()))
    seen = {look.url: look for look in looks}
    covered = [each for each in known.incidents if each.finding.url in seen or each.finding.rule in CLAIM_RULES]
    histories = {history.url: history for history in (*(look.history for look in looks), *known.others)}
    links = [histories[url] for url in listing.urls if url in histories]
    examination = examine(listing, links, known.claims, now)
    rulings = (
        *link_rulings(listing, seen),
        *_unread_before(listing, covered, seen),
        *claim_rulings(listing, examination),
    )
    return CheckResult(
        listing.id, now, tuple(looks), reconcile(covered, rulings, now), tuple(examination.claims.values())
    )


def _unread_before(listing: Listing, known: Iterable[Incident], looks: Mapping[str, Look]) -> Iterator[Abstention]:
    """Of changes older than what their page is compared with now, silence says nothing.

    When the monitor has come to read pages differently, a later version stands in for the one that a person reviewed:
    that the page has not changed since then does not undo what had changed before. A review does.
    """
    for incident in known:
        finding = incident.finding
        look = looks.get(finding.url or "")
        if finding.rule is not Rule.PAGE_CHANGED or look is None or look.baseline is None:
            continue
        today = look.observation.at.date()
        reviewed_since = listing.reviewed is not None and incident.since.date() < listing.reviewed <= today
        if incident.since < look.baseline.first_seen and not reviewed_since:
            why = "what a person reviewed was read differently, and cannot be compared any more"
            yield Abstention(finding.rule, listing.id, finding.subject, finding.url, why)


def about_the_catalogue(
    unresolved: Iterable[Incident], catalogue: Catalogue, listings: Collection[str]
) -> list[Incident]:
    """The incidents that a reading of the catalogue decides: of its own rules, for *listings*, and all orphans.

    An orphan is about a listing, a link or a claim that the catalogue no longer holds.
    """
    urls = {listing.id: {link.url for link in listing.links} for listing in catalogue.listings}
    by_id = {listing.id: listing for listing in catalogue.listings}

    def decided(finding: Finding) -> bool:
        if finding.listing not in urls:
            return True
        if finding.rule.needs is Needs.CATALOGUE:
            return finding.listing in listings
        if finding.url is not None and finding.url not in urls[finding.listing]:
            return True
        return not is_about(by_id[finding.listing], finding)

    return [incident for incident in unresolved if decided(incident.finding)]


def look_at(observation: Observation, history: LinkHistory, baseline: Version | None) -> Look:
    """The look, with the drift from its *baseline*: None when this is the look that sets it, or when nothing was read.

    *history* already counts the observation.
    """
    comparison = None
    if showed_text(observation) and baseline is not None and history.latest is not None:
        comparison = drift(baseline, history.latest)
    return Look(observation.url, history, observation, baseline, comparison)


def drift(baseline: Version, now: Version) -> Comparison:
    """How far a version is from its baseline.

    Of versions read by different methods only what both methods would see is said: that the text is one, or that the
    page's own words differ. The rest may be our upgrade's doing, and is left open until the next review.
    """
    if baseline.fingerprint == now.fingerprint:
        return Comparison(Drift.SAME, 0.0, (), "title, visible text and link targets are the same")
    if (told := compare_files(baseline, now)) is not None:
        return told
    if baseline.fingerprint.version == now.fingerprint.version:
        return compare(baseline, now)
    one, two = rederive(baseline), rederive(now)
    if one.fingerprint.version == two.fingerprint.version:
        if one.fingerprint.digest == two.fingerprint.digest:
            return Comparison(Drift.SAME, 0.0, (), "title and visible text are the same")
        told = compare(one, two)
        if told.drift is Drift.SUBSTANTIVE:
            return told
    return Comparison(Drift.INCOMPARABLE, 0.0, (), "the monitor reads pages differently since then")
