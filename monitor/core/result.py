"""What one check of one listing concludes: recorded whole, or not at all."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from monitor.core.content import Page
from monitor.core.distance import bears_out, drift
from monitor.core.drift import with_facts
from monitor.core.examination import examine
from monitor.core.facts import facts
from monitor.core.facts.changes import changed_facts
from monitor.core.finding import CLAIM_RULES, Abstention, Finding, Incident, Needs, Rule
from monitor.core.history import showed_text
from monitor.core.incidents import Reconciled, reconcile
from monitor.core.listing import Catalogue, Listing
from monitor.core.look import Comparison, Drift, LinkHistory, Look, Observation, Version
from monitor.core.rules.claims import claim_rulings, is_about
from monitor.core.rules.links import link_rulings
from monitor.core.sitewide import pages_of
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


@dataclass(frozen=True, slots=True)
class Past:
    """What a look is measured against: the *baseline*, and the *last* version before it.

    `site_wide`: the lines that came or went on many pages of the host, with those pages.
    """

    baseline: Version | None = None
    last: Version | None = None
    site_wide: Mapping[str, frozenset[str]] = field(default_factory=dict)


def look_at(observation: Observation, history: LinkHistory, past: Past) -> Look:
    """The look, with the drift from its baseline: None when this is the look that sets it, or when nothing was read.

    *history* already counts the observation. A page that is incomparable with its baseline, since it is in another
    language for good, is measured against the last version: else no edit would ever be seen again. Lines that many
    pages of a host share are left out, unless nothing else has changed.
    """
    now, baseline = history.latest, past.baseline
    if not showed_text(observation) or baseline is None or now is None:
        return Look(observation.url, history, observation, baseline)
    told = drift(baseline, now, history.volatile)
    if told.drift is Drift.INCOMPARABLE and past.last is not None:
        lately = drift(past.last, now, history.volatile)
        if lately.drift is Drift.SUBSTANTIVE:
            baseline, told = past.last, lately
    look = Look(observation.url, history, observation, baseline, _weighed(told, baseline, now))
    if observation.again is not None and not bears_out(observation.again, baseline, history, told):
        return replace(look, doubted=True)
    if told.drift is not Drift.SUBSTANTIVE or not past.site_wide:
        return look
    own = drift(baseline, now, history.volatile, past.site_wide)
    if own.drift is Drift.SUBSTANTIVE:
        return replace(look, comparison=_weighed(own, baseline, now))
    return replace(look, shared_by=pages_of(baseline, now, past.site_wide))


def _weighed(told: Comparison, baseline: Version, now: Version) -> Comparison:
    """Facts weigh only where the page's own words differ: reading a long page for them takes a tenth of a second."""
    if told.drift is not Drift.SUBSTANTIVE or baseline.opaque or now.opaque:
        return told
    one, two = (facts(Page(each.title, each.blocks, each.links)) for each in (baseline, now))
    return with_facts(told, changed_facts(one, two))
