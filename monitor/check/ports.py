"""What a pass needs of the world, and what it is about: the ports, and the plan."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from monitor.core.content import Page
from monitor.core.delegations import Delegation
from monitor.core.finding import Incident, PassSummary
from monitor.core.incidents import Reconciled
from monitor.core.listing import Catalogue, Listing
from monitor.core.look import Fingerprint, LinkHistory, Observation, Probe, Reply, Validators, Version
from monitor.core.result import CheckResult
from monitor.core.sitewide import Altered
from monitor.core.surroundings import Stranger
from monitor.core.verdict import ClaimHistory


class Prober(Protocol):
    """Visits links; the web's errors come back as values."""

    async def probe(self, url: str, validators: Validators | None) -> Probe:
        """One polite visit, conditional where *validators* fit."""
        ...

    async def confirm(self, url: str) -> Probe:
        """A full visit on a new connection."""
        ...

    async def name_servers(self, name: str) -> frozenset[str] | None:
        """The name servers of a registrable domain, lower case; None where nobody could say."""
        ...


class Memory(Protocol):
    """Remembers looks, versions and incidents; every `record…` is one transaction."""

    def begin(self, at: datetime, links: int) -> int: ...
    def history(self, url: str) -> LinkHistory: ...
    def waits(self, now: datetime) -> Mapping[str, datetime]: ...
    def baseline(self, listing: Listing, url: str, now: datetime) -> Version | None: ...
    def alike(self, shown: Fingerprint) -> frozenset[str]: ...
    def stranger(self, directory: str) -> Stranger | None: ...
    def delegation(self, site: str) -> Delegation | None: ...
    def altered(self, host: str, since: datetime) -> Sequence[Altered]: ...
    def link_incidents(self, listing: str) -> Sequence[Incident]: ...
    def claims(self, listing: str) -> Mapping[str, ClaimHistory]: ...
    def unresolved(self) -> Sequence[Incident]: ...
    def record(self, pass_id: int, result: CheckResult) -> None: ...
    def record_again(self, seen: Observation) -> None: ...
    def record_catalogue(self, pass_id: int, reconciled: Reconciled) -> None: ...
    def prune(self, catalogue: Catalogue, now: datetime) -> None: ...
    def end(self, pass_id: int, summary: PassSummary) -> None: ...


class Progress(Protocol):
    """Whoever watches a pass. `recorded` comes after the transaction, never before."""

    def planned(self, links: int) -> None: ...
    def seen(self, observation: Observation) -> None: ...
    def spared(self, url: str, until: datetime) -> None: ...
    def recorded(self, result: CheckResult) -> None: ...


Clock = Callable[[], datetime]

Read = Callable[[Reply], Awaitable[Page | None]]
"""The page that a reply shows, be it of an error; None where its body has nothing to read."""

DrawName = Callable[[], str]
"""A name drawn by lot that nobody has given to a page, of letters and digits."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pass looks at: for each listing, those of its URLs that are wanted."""

    catalogue: Catalogue
    listings: tuple[Listing, ...]
    wanted: frozenset[str]

    def urls(self, listing: Listing) -> tuple[str, ...]:
        """The wanted URLs of one listing, each once."""
        return tuple(dict.fromkeys(link.url for link in listing.links if link.url in self.wanted))
