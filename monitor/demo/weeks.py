"""Time, names and network as the demo has them: six weeks that pass in no time."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from monitor.core.finding import Rule
from monitor.demo.correcting import Known
from monitor.demo.server import LOOPBACK
from monitor.fetch import Address, NoSuchHost, ResolutionFailed


class SimulatedClock:
    """A date and a monotonic reading that move only when somebody waits or a new day is set.

    Waits that overlap are added up: nobody measures a pass by this clock, and nothing here takes real time.
    """

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._now = start

    def now(self) -> datetime:
        """The date, in UTC."""
        return self._now

    def monotonic(self) -> float:
        """Seconds since the start."""
        return (self._now - self._start).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Spend *seconds* of simulated time."""
        self._now += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def set(self, moment: datetime) -> None:
        """Go on to a later moment."""
        assert moment >= self._now, "time does not run backwards"
        self._now = moment


@dataclass(frozen=True, slots=True)
class Round:
    """A pass to run: when, what it is called, and whether only what is due is looked at."""

    at: datetime
    name: str
    due_only: bool = False


@dataclass(frozen=True, slots=True)
class Outage:
    """A time during which the newcomer's own network is down, and how that is told."""

    start: datetime
    end: datetime
    told: str

    def holds(self, moment: datetime) -> bool:
        """Whether the network is down at *moment*."""
        return self.start <= moment < self.end


_FIRST = datetime(2026, 9, 14, 6, tzinfo=UTC)  # a Monday

ROUNDS = (
    *(Round(_FIRST + timedelta(weeks=week), f"Week {week + 1}") for week in range(6)),
    Round(_FIRST + timedelta(weeks=5, hours=2), "Two hours later", due_only=True),
)

KNOWN = Known(
    "Week 2",
    Rule.LINK_MISSING,
    "east-fork-family-medicine",
    "East Fork is building a site; ask again in spring",
    "The maintainer acknowledges that East Fork has no link: a site is being built.",
)

OUTAGE = Outage(
    _FIRST + timedelta(weeks=4, hours=-1),
    _FIRST + timedelta(weeks=4, hours=5),
    "The network of this machine is down: no name can be looked up.",
)


_SECURE = 443
_NOBODY = 1  # this web speaks http only; behind a port that nobody listens to, a connection is refused at once


class SimulatedNames:
    """The `Resolver` of the demo: every host of the web is one loopback port, and no other name exists."""

    def __init__(self, hosts: frozenset[str], port: int, outage: Outage, clock: SimulatedClock) -> None:
        self._hosts = hosts
        self._port = port
        self._outage = outage
        self._clock = clock

    async def resolve(self, name: str, port: int) -> Sequence[Address]:
        """See `Resolver.resolve`."""
        if self._outage.holds(self._clock.now()):
            raise ResolutionFailed(name, "the name servers could not answer")
        if name not in self._hosts:
            raise NoSuchHost(name, "there is no such name")
        return [Address(ip_address(LOOPBACK), _NOBODY if port == _SECURE else self._port)]

    async def name_servers(self, name: str) -> frozenset[str] | None:  # noqa: ARG002  # part of the port
        """See `Resolver.name_servers`: nobody asks who answers for these."""
        return None
