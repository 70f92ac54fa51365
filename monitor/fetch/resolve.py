"""Host name → addresses: /etc/hosts, then the system's name servers; each kind of failure has a type of its own."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from monitor.fetch.addresses import Address, InvalidHostError, IPAddress, is_localhost, literal
from monitor.fetch.mishaps import NoAddress, NoSuchHost, ResolutionFailed, Unresolved

if TYPE_CHECKING:
    from dns.asyncresolver import Resolver as NameServers

_KNOWN_SECONDS = 300.0  # how long an answer is believed: a pass is short, a daemon must notice a move
_FAILED_SECONDS = 60.0  # how long a failure is: forty links under one dead name wait for it once
_MOST_NAMES = 4096
_MOST_NAME_SERVERS = 32  # of one domain; thirteen fit into a plain answer
_GRACE_SECONDS = 0.5  # what one record type may take longer than the other, which has settled the matter
_MOST_HOSTS_BYTES = 4_000_000


class Resolver(Protocol):
    """Names in, addresses out."""

    async def resolve(self, name: str, port: int) -> Sequence[Address]:
        """Where to connect for *port* of *name*, best first.

        :raises NoSuchHost: DNS says that there is no such name (NXDOMAIN).
        :raises NoAddress: the name exists and has no address.
        :raises ResolutionFailed: nobody could say: SERVFAIL, a time-out, no name servers.
        """
        ...

    async def name_servers(self, name: str) -> frozenset[str] | None:
        """Who answers for the domain *name* (its NS records), lower case, no dot at the end; None: nobody could say."""
        ...


@dataclass(frozen=True, slots=True)
class _Trouble:
    """A failure kept as a value: an exception that many await at once would collect all their tracebacks."""

    kind: type[Unresolved]
    why: str


_Outcome = tuple[IPAddress, ...] | _Trouble


class SystemResolver:
    """The machine's own view: literals, `localhost`, *hosts*, then the name servers of *configuration*
    (on *port*).

    Names are absolute: no search domains are tried, since a link means the same everywhere. *timeout* bounds one
    look-up. Answers and failures are remembered for some minutes, and equal questions are asked once at a time.
    """

    def __init__(
        self,
        timeout: timedelta,
        *,
        hosts: Path = Path("/etc/hosts"),
        configuration: Path = Path("/etc/resolv.conf"),
        port: int = 53,
    ) -> None:
        self._timeout_seconds = timeout.total_seconds()
        self._hosts_file = hosts
        self._configuration = configuration
        self._port = port
        self._hosts: dict[str, tuple[IPAddress, ...]] | None = None
        self._servers: NameServers | None = None
        self._known: dict[str, tuple[float, _Outcome]] = {}
        self._asking: dict[str, asyncio.Task[_Outcome]] = {}

    async def resolve(self, name: str, port: int) -> Sequence[Address]:
        """See `Resolver.resolve`; IPv4 comes first, for a machine without IPv6 is commoner than one without IPv4."""
        bare = name.rstrip(".").lower()
        outcome = self._local(bare) or await self._remembered(bare)
        match outcome:
            case _Trouble(kind, why):
                raise kind(bare, why)
            case addresses:
                return [Address(ip, port) for ip in addresses]

    async def name_servers(self, name: str) -> frozenset[str] | None:
        """See `Resolver.name_servers`."""
        import dns.exception

        try:
            answer = await self._name_servers().resolve(f"{name}.", "NS", raise_on_no_answer=False)
        except (dns.exception.DNSException, OSError, ValueError):  # what it means that there is none, a look says
            return None
        told = (str(entry.target).rstrip(".").lower() for entry in answer.rrset or ())
        return frozenset(islice(told, _MOST_NAME_SERVERS)) or None

    def _local(self, name: str) -> _Outcome | None:
        try:
            address = literal(name)
        except InvalidHostError as exc:
            return _Trouble(NoSuchHost, str(exc))
        if address is not None:
            return (address,)
        if is_localhost(name):
            return (IPv4Address("127.0.0.1"), IPv6Address("::1"))
        if self._hosts is None:
            self._hosts = read_hosts(self._hosts_file)
        return self._hosts.get(name)

    async def _remembered(self, name: str) -> _Outcome:
        now = asyncio.get_running_loop().time()
        until, outcome = self._known.get(name, (now, None))
        if outcome is not None and now < until:
            return outcome
        task = self._asking.get(name)
        if task is None:
            task = self._asking[name] = asyncio.create_task(self._ask_and_remember(name))
        return await asyncio.shield(task)  # one asker that gives up must not fail the others

    async def _ask_and_remember(self, name: str) -> _Outcome:
        try:
            outcome = await self._ask(name)
        finally:
            del self._asking[name]
        lasting = _FAILED_SECONDS if isinstance(outcome, _Trouble) else _KNOWN_SECONDS
        self._known.pop(name, None)
        while len(self._known) >= _MOST_NAMES:
            del self._known[next(iter(self._known))]
        self._known[name] = (asyncio.get_running_loop().time() + lasting, outcome)
        return outcome

    async def _ask(self, name: str) -> _Outcome:
        """A and AAAA side by side; once one has settled the matter, the other gets only a short grace."""
        both = [asyncio.create_task(self._query(name, record)) for record in ("A", "AAAA")]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            settled = any(query.done() and _settles(query.result()) for query in both)
            await asyncio.wait(both, timeout=_GRACE_SECONDS if settled else None)
            return _combined([query.result() for query in both if query.done()])
        finally:
            for query in both:
                query.cancel()
            await asyncio.gather(*both, return_exceptions=True)

    async def _query(self, name: str, record: str) -> _Outcome:
        import dns.exception  # 98 ms that no command without network needs to pay
        import dns.resolver

        try:
            servers = self._name_servers()
            answer = await servers.resolve(f"{name}.", record, raise_on_no_answer=False)
        except dns.resolver.NXDOMAIN:
            return _Trouble(NoSuchHost, "there is no such name")
        except dns.resolver.NoResolverConfiguration:
            return _Trouble(ResolutionFailed, "no name servers are configured")
        except dns.exception.Timeout:
            return _Trouble(ResolutionFailed, f"no answer from the name servers within {self._timeout_seconds:g} s")
        except (dns.exception.DNSException, OSError, ValueError):  # SERVFAIL everywhere, a broken resolv.conf
            return _Trouble(ResolutionFailed, "the name servers could not answer")
        return tuple(ip_address(entry.address) for entry in answer.rrset or ())

    def _name_servers(self) -> "NameServers":
        if self._servers is None:
            from dns.asyncresolver import Resolver as NameServers

            servers = NameServers(filename=str(self._configuration))
            servers.lifetime = self._timeout_seconds
            servers.port = self._port
            self._servers = servers
        return self._servers


def _settles(outcome: _Outcome) -> bool:
    """Whether one record type's answer is enough: there is an address, or (of the name as a whole) no such name."""
    match outcome:
        case _Trouble(kind):
            return kind is NoSuchHost
        case addresses:
            return bool(addresses)


def _combined(outcomes: Sequence[_Outcome]) -> _Outcome:
    """What the answers about one name say together."""
    addresses = tuple(ip for found in outcomes if isinstance(found, tuple) for ip in found)
    if addresses:
        return addresses
    troubles = sorted((o for o in outcomes if isinstance(o, _Trouble)), key=lambda trouble: not _settles(trouble))
    return troubles[0] if troubles else _Trouble(NoAddress, "the name exists, but has no address")


def read_hosts(path: Path) -> dict[str, tuple[IPAddress, ...]]:
    """Name → addresses of a hosts(5) file; lines that say nothing sensible are passed over, an absent file is empty."""
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_HOSTS_BYTES).decode("utf-8", "replace")
    except OSError:
        return {}
    found: dict[str, tuple[IPAddress, ...]] = {}
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        try:
            address = ip_address(words[0]) if words else None
        except ValueError:
            continue
        if address is None:
            continue
        for word in words[1:]:
            name = word.rstrip(".").lower()
            if address not in found.get(name, ()):
                found[name] = (*found.get(name, ()), address)
    return found
