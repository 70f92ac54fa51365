"""Every rule that judges the catalogue alone: no network, no database, only the file and the day."""

from collections.abc import Callable, Iterator
from datetime import datetime

from monitor.core.finding import Finding
from monitor.core.listing import Catalogue, Listing
from monitor.core.rules.acceptances import accepted, idle_acceptances
from monitor.core.rules.advisories import advisory
from monitor.core.rules.completeness import link_missing, listing_incomplete, listing_stale, listing_unreachable
from monitor.core.rules.duplicates import Twins, listing_duplicate
from monitor.core.rules.expiry import claim_expired
from monitor.core.rules.scene import Scene, scene
from monitor.core.rules.suspects import link_suspect

__all__ = ["accepted", "catalogue_findings", "idle_acceptances"]

_Rule = Callable[[Listing, Scene], Iterator[Finding]]


def catalogue_findings(catalogue: Catalogue, now: datetime) -> Iterator[Finding]:
    """Every finding about a catalogue at *now* (aware; its day is taken in UTC).

    In the order of the listings, then of the rules, then of the subjects. Findings come one by one; what is held for
    the catalogue as a whole is an index of its names and addresses.
    """
    around = scene(catalogue, now)
    twins = Twins(around)
    for position, listing in enumerate(catalogue.listings):
        for rule in _BEFORE_DUPLICATES:
            yield from _in_order(rule(listing, around))
        yield from _in_order(listing_duplicate(listing, position, twins, around))
        for rule in _AFTER_DUPLICATES:
            yield from _in_order(rule(listing, around))


def _in_order(findings: Iterator[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.subject, finding.url or ""))


# In the order of the enumeration of rules.
_BEFORE_DUPLICATES: tuple[_Rule, ...] = (
    claim_expired,
    listing_stale,
    listing_unreachable,
    link_missing,
    listing_incomplete,
)
_AFTER_DUPLICATES: tuple[_Rule, ...] = (link_suspect, advisory)
