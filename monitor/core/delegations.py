"""Whose name servers a site has, and whether they came to be those of a dealer in parked domains."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.core.wording import vocabulary

ASKED_AGAIN_AFTER = timedelta(days=7)

PARKING = vocabulary(
    """
    above.com afternic.com bodis.com cashparking.com dan.com domainmarket.com dsredirection.com dsredirects.com
    parking1.ovh.net parking2.ovh.net parkingcrew.net parklogic.com sedo.com sedoparking.com uniregistrymarket.link
    ztomy.com
    """
)
"""Name servers, or domains of such, that serve parked domains and little else.

After the list "parking-domain-ns" of MISP's warning lists (version 20221024), without those that registrars give to
every customer (bookmyname.com, dnsowl.com, freenom.com, gname.net, markmonitor.com …): living sites have them too.
"""


@dataclass(frozen=True, slots=True)
class Delegation:
    """The name servers of a site (a registrable domain), lower case, when they were last asked for.

    `before`: those that it had before it came to a dealer; None where it is at none, or was from the start.
    """

    site: str
    servers: frozenset[str]
    asked_at: datetime
    before: frozenset[str] | None = None

    @property
    def changed_to_parking(self) -> bool:
        """A listed name server alone proves nothing: who was seen elsewhere and is there now has given the name up."""
        return self.before is not None


def heard(site: str, servers: frozenset[str] | None, now: datetime, known: Delegation | None) -> Delegation:
    """What is known of a site once it was asked for its *servers* (None: nobody could say); *known* is what was before.

    A site of which nothing is known has no servers.
    """
    if servers is None:
        return replace(known, asked_at=now) if known else Delegation(site, frozenset(), now)
    if known is None or not is_parking(servers):
        return Delegation(site, servers, now)
    return Delegation(site, servers, now, before=known.before if is_parking(known.servers) else known.servers or None)


def is_parking(servers: frozenset[str]) -> bool:
    """Whether all of the name servers are a dealer's."""
    return bool(servers) and all(_is_listed(server) for server in servers)


def _is_listed(server: str) -> bool:
    labels = server.rstrip(".").lower().split(".")
    return any(".".join(labels[start:]) in PARKING for start in range(len(labels)))
