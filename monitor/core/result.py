"""What one check of one listing concludes: recorded whole, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.core.drift import compare
from monitor.core.finding import Incident
from monitor.core.history import showed_text
from monitor.core.incidents import Reconciled, reconcile
from monitor.core.listing import Listing
from monitor.core.look import Comparison, Drift, LinkHistory, Look, Observation, Version
from monitor.core.rules.links import link_rulings


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: the looks it is made of, and what became of the listing's incidents."""

    listing: str
    at: datetime
    looks: tuple[Look, ...]
    reconciled: Reconciled


def conclude(listing: Listing, looks: Sequence[Look], known: Sequence[Incident], now: datetime) -> CheckResult:
    """Judge the *looks* at a listing's links and follow its *known* incidents.

    Incidents about links that were not looked at this time stay as they are, unless the link is no longer listed.
    """
    seen = {look.url: look for look in looks}
    listed = {link.url for link in listing.links}
    covered = [incident for incident in known if incident.finding.url in seen or incident.finding.url not in listed]
    return CheckResult(listing.id, now, tuple(looks), reconcile(covered, link_rulings(listing, seen), now))


def look_at(observation: Observation, history: LinkHistory, baseline: Version | None) -> Look:
    """The look, with the drift from its *baseline*: None when this is the look that sets it, or when nothing was read.

    *history* already counts the observation.
    """
    comparison = None
    if showed_text(observation) and baseline is not None and history.latest is not None:
        comparison = drift(baseline, history.latest)
    return Look(observation.url, history, observation, baseline, comparison)


def drift(baseline: Version, now: Version) -> Comparison:
    """How far a version is from its baseline. Versions read by different methods cannot be compared."""
    if baseline.fingerprint.version != now.fingerprint.version:
        return Comparison(Drift.INCOMPARABLE, 0.0, (), "the monitor reads pages differently since then")
    if baseline.fingerprint == now.fingerprint:
        return Comparison(Drift.SAME, 0.0, (), "title and visible text are the same")
    return compare(baseline.shown, now.shown)
