"""What one check of one listing concludes: recorded whole, or not at all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from monitor.core.content import Page
from monitor.core.drift import compare, with_facts
from monitor.core.examination import examine
from monitor.core.facts import facts
from monitor.core.facts.changes import changed_facts
from monitor.core.finding import CLAIM_RULES, Finding, Incident, Needs
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
    rulings = (*link_rulings(listing, seen), *claim_rulings(listing, examination))
    return CheckResult(
        listing.id, now, tuple(looks), reconcile(covered, rulings, now), tuple(examination.claims.values())
    )


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
    if baseline.fingerprint.version == now.fingerprint.version:
        return _with_facts(compare(baseline, now), baseline, now)
    one, two = rederive(baseline), rederive(now)
    if one.fingerprint.version == two.fingerprint.version:
        if one.fingerprint.digest == two.fingerprint.digest:
            return Comparison(Drift.SAME, 0.0, (), "title and visible text are the same")
        told = compare(one, two)
        if told.drift is Drift.SUBSTANTIVE:
            return _with_facts(told, one, two)
    return Comparison(Drift.INCOMPARABLE, 0.0, (), "the monitor reads pages differently since then")


def _with_facts(told: Comparison, baseline: Version, now: Version) -> Comparison:
    """Facts weigh only where the page's own words differ: reading a long page for them takes a tenth of a second."""
    if told.drift is not Drift.SUBSTANTIVE:
        return told
    one, two = (facts(Page(each.title, each.blocks, each.links)) for each in (baseline, now))
    return with_facts(told, changed_facts(one, two))
