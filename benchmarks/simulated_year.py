"""A year of a web that breaks and recovers, lived through by the real flow: what is called dead wrongly, and how late.

    python benchmarks/simulated_year.py --links 5000 --hosts 800 --days 365 --seed 1

The clock is data; nothing sleeps and nothing is fetched. The world is made so:

- *Outages of hosts* last longer than 0, 1, 3, 6, 7, 14 and 30 days as often as a year of looks at real links showed
  (352, 167, 86, 40, 32, 9.5 and 1.6 per 1,000 URL-years); short ones (two hours on average, 22 a year) bring the
  availability to .992. Each has one way of failing: no answer, connections refused or reset, server errors, TLS, a
  resolver that fails, and for one in twenty a name that is gone for a while.
- *Deaths of hosts*: 36 per 1,000 a year, half of them with their name.
- *Deaths of pages*: 50 per 1,000 a year. A page that is gone for an hour to a day and comes back (a botched release):
  20 per 1,000 a year.
- *Our own network* is down six times a year, for ten minutes to six hours.

A finding counts as false when it is open as an error about a link whose page comes back later in the year. What is
pending or a warning is not counted as false, but given beside it.
"""

import argparse
import asyncio
import random
import statistics
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from monitor.check import Plan, run_pass
from monitor.core.cadence import next_look
from monitor.core.delegations import Delegation
from monitor.core.finding import Incident, PassSummary, Rule, State, Transition
from monitor.core.incidents import Reconciled
from monitor.core.listing import Catalogue, Link, Listing, Role, Settings, Severity
from monitor.core.look import (
    Failure,
    Fingerprint,
    Hop,
    LinkHistory,
    NotModified,
    Observation,
    Probe,
    Reason,
    Reply,
    Validators,
    Version,
)
from monitor.core.result import CheckResult
from monitor.core.sitewide import Altered
from monitor.core.surroundings import Stranger
from monitor.core.verdict import ClaimHistory

START = datetime(2026, 1, 1, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
YEAR_DAYS = 365.0

LONGER_THAN = ((0.0, 0.352), (1.0, 0.167), (3.0, 0.086), (6.0, 0.040), (7.0, 0.032), (14.0, 0.0095), (30.0, 0.0016))
"""Outages a year that last longer than so many days."""
LONGEST_DAYS = 60.0
SHORT_A_YEAR, SHORT_HOURS = 22.0, 2.0
HOST_DEATHS, PAGE_DEATHS, PAGE_SLIPS = 0.036, 0.050, 0.020
OURS_A_YEAR = 6
WAYS = {
    Reason.TIMEOUT: 35,
    Reason.SERVER_ERROR: 25,
    Reason.REFUSED: 15,
    Reason.RESET: 5,
    Reason.TLS: 5,
    Reason.DNS_FAILURE: 10,
    Reason.NO_SUCH_HOST: 5,
}


# --- the world --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which something fails in one way; `end` None is a death."""

    start: datetime
    end: datetime | None
    reason: Reason

    def holds(self, at: datetime) -> bool:
        return self.start <= at and (self.end is None or at < self.end)


@dataclass(slots=True)
class World:
    """What fails when: by host, by URL, and our own network."""

    hosts: dict[str, list[Spell]]
    pages: dict[str, list[Spell]]
    ours: list[Spell]

    def failing(self, url: str, at: datetime) -> Spell | None:
        """The spell that a look at *url* meets; our own network comes first."""
        for spells in (self.ours, self.hosts[host_of(url)], self.pages.get(url, [])):
            if (spell := current(spells, at)) is not None:
                return spell
        return None

    def comes_back(self, url: str, at: datetime) -> bool:
        """Whether what is wrong with *url* now is not for good."""
        spells = [current(each, at) for each in (self.hosts[host_of(url)], self.pages.get(url, []))]
        return all(spell is None or spell.end is not None for spell in spells)

    def died(self, url: str) -> datetime | None:
        """When the page or its host died."""
        ends = [s.start for s in (*self.hosts[host_of(url)], *self.pages.get(url, [])) if s.end is None]
        return min(ends, default=None)


def host_of(url: str) -> str:
    return url.split("/")[2]


def current(spells: Sequence[Spell], at: datetime) -> Spell | None:
    """The spell under way, of *spells* that are sorted and do not overlap."""
    n = bisect_right(spells, at, key=lambda spell: spell.start)
    return spells[n - 1] if n and spells[n - 1].holds(at) else None


def make_world(urls: Iterable[str], days: int, dice: random.Random) -> World:
    """A world of its own for each seed."""
    urls = list(urls)
    hosts = {host: _host_spells(days, dice) for host in dict.fromkeys(map(host_of, urls))}
    pages = {url: spells for url in urls if (spells := _page_spells(days, dice))}
    ours = [
        _spell(days, timedelta(minutes=dice.uniform(10, 360)), Reason.DNS_FAILURE, dice) for _ in range(OURS_A_YEAR)
    ]
    return World(hosts, pages, _apart(ours))


def _host_spells(days: int, dice: random.Random) -> list[Spell]:
    years = days / YEAR_DAYS
    ways, weights = zip(*WAYS.items(), strict=True)
    spells = []
    for _ in range(_poisson(SHORT_A_YEAR * years, dice)):
        way = dice.choices(ways, weights)[0]
        spells.append(_spell(days, HOUR * dice.expovariate(1 / SHORT_HOURS), way, dice))
    for _ in range(_poisson(LONGER_THAN[0][1] * years, dice)):
        way = dice.choices(ways, weights)[0]
        spells.append(_spell(days, DAY * _long_outage_days(dice), way, dice))
    if dice.random() < HOST_DEATHS * years:
        way = dice.choice((Reason.NO_SUCH_HOST, dice.choice((Reason.TIMEOUT, Reason.REFUSED, Reason.SERVER_ERROR))))
        spells.append(Spell(START + DAY * dice.uniform(0, days), None, way))
    return _apart(spells)


def _page_spells(days: int, dice: random.Random) -> list[Spell]:
    years, spells = days / YEAR_DAYS, []
    if dice.random() < PAGE_SLIPS * years:
        spells.append(_spell(days, HOUR * dice.uniform(1, 24), Reason.NOT_FOUND, dice))
    if dice.random() < PAGE_DEATHS * years:
        spells.append(Spell(START + DAY * dice.uniform(0, days), None, Reason.NOT_FOUND))
    return _apart(spells)


def _spell(days: int, span: timedelta, way: Reason, dice: random.Random) -> Spell:
    start = START + DAY * dice.uniform(1, days)
    return Spell(start, start + span, way)


def _long_outage_days(dice: random.Random) -> float:
    """A duration from the survival table, even within each of its steps."""
    rank = dice.uniform(0, LONGER_THAN[0][1])
    for (low, _), (high, share) in pairwise(LONGER_THAN):
        if rank >= share:
            return dice.uniform(low, high)
    return dice.uniform(LONGER_THAN[-1][0], LONGEST_DAYS)


def _apart(spells: Iterable[Spell]) -> list[Spell]:
    """Spells one after another; after a death comes nothing, and of two that overlap the earlier stays."""
    kept: list[Spell] = []
    for spell in sorted(spells, key=lambda spell: spell.start):
        if not kept or (kept[-1].end is not None and kept[-1].end <= spell.start):
            kept.append(spell)
        elif spell.end is None:
            kept[-1] = Spell(kept[-1].start, None, spell.reason)
    return kept


def _poisson(mean: float, dice: random.Random) -> int:
    count, at = 0, dice.expovariate(mean)
    while at < 1:
        count, at = count + 1, at + dice.expovariate(mean)
    return count


# --- at the ports of the flow -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Web:
    """A `Prober` over the world; every request is counted."""

    world: World
    clock: "Clock"
    asked: Counter[str] = field(default_factory=Counter)

    async def probe(self, url: str, validators: Validators | None) -> Probe:
        self.asked[url] += 1
        await asyncio.sleep(0)
        spell = self.world.failing(url, self.clock.now)
        if spell is None:
            if validators is not None:
                return NotModified(url, url, (Hop(url, 304),))
            page = f"<title>{url}</title><main><p>What the programme at {url} says of itself.</p></main>"
            headers = (("content-type", "text/html"), ("etag", '"1"'))
            return Reply(url, url, (Hop(url, 200),), 200, headers, page.encode())
        match spell.reason:
            case Reason.NOT_FOUND:
                return Reply(url, url, (Hop(url, 404),), 404, (("content-type", "text/html"),), b"")
            case Reason.SERVER_ERROR:
                return Reply(url, url, (Hop(url, 502),), 502, (("content-type", "text/html"),), b"")
            case reason:
                return Failure(url, url, (), reason, f"it was {reason}")

    async def confirm(self, url: str) -> Probe:
        return await self.probe(url, None)

    async def name_servers(self, name: str) -> frozenset[str] | None:  # noqa: ARG002
        return frozenset(("ns1.example.net",))


@dataclass(slots=True)
class Clock:
    """Stands still until the year goes on."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class Ledger:
    """A `Memory` of dictionaries that hands every transition to the reckoning."""

    world: World
    clock: Clock
    histories: dict[str, LinkHistory] = field(default_factory=dict)
    incidents: dict[str, dict[str, Incident]] = field(default_factory=dict)
    news: list[tuple[Transition, Incident]] = field(default_factory=list)
    passes: list[PassSummary] = field(default_factory=list)
    delegations: dict[str, Delegation] = field(default_factory=dict)

    def begin(self, at: datetime, links: int) -> int:  # noqa: ARG002
        return len(self.passes) + 1

    def history(self, url: str) -> LinkHistory:
        return self.histories.get(url) or LinkHistory(url)

    def waits(self, now: datetime) -> Mapping[str, datetime]:  # noqa: ARG002
        return {}

    def baseline(self, listing: Listing, url: str, now: datetime) -> Version | None:  # noqa: ARG002
        return self.history(url).latest

    def alike(self, shown: Fingerprint) -> frozenset[str]:  # noqa: ARG002
        return frozenset()

    def stranger(self, directory: str) -> Stranger | None:  # noqa: ARG002
        return None

    def delegation(self, site: str) -> Delegation | None:
        return self.delegations.get(site)

    def altered(self, host: str, since: datetime) -> Sequence[Altered]:  # noqa: ARG002
        return ()

    def record_again(self, seen: Observation) -> None:
        pass

    def claims(self, listing: str) -> Mapping[str, ClaimHistory]:  # noqa: ARG002
        return {}

    def link_incidents(self, listing: str) -> Sequence[Incident]:
        return tuple(self.incidents.get(listing, {}).values())

    def unresolved(self) -> Sequence[Incident]:
        return ()

    def record(self, pass_id: int, result: CheckResult) -> None:  # noqa: ARG002
        for look in result.looks:
            self.histories[look.url] = look.history
            if look.observation.delegation is not None:
                self.delegations[look.observation.delegation.site] = look.observation.delegation
        known = self.incidents.setdefault(result.listing, {})
        for incident in result.reconciled.incidents:
            if incident.state is State.RESOLVED:
                known.pop(incident.id, None)
            else:
                known[incident.id] = incident
        by_id = {incident.id: incident for incident in result.reconciled.incidents}
        self.news += [(each, by_id[each.finding]) for each in result.reconciled.transitions]

    def prune(self, catalogue: Catalogue, now: datetime) -> None:
        """Nothing is kept that could go."""

    def record_catalogue(self, pass_id: int, reconciled: Reconciled) -> None:
        pass

    def end(self, pass_id: int, summary: PassSummary) -> None:  # noqa: ARG002
        self.passes.append(summary)


class Silent:
    """A `Progress` that keeps quiet."""

    def planned(self, links: int) -> None: ...
    def seen(self, observation: Observation) -> None: ...
    def spared(self, url: str, until: datetime) -> None: ...
    def recorded(self, result: CheckResult) -> None: ...


# --- the year ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Year:
    """What is left of a simulated year."""

    world: World
    news: Sequence[tuple[Transition, Incident]]
    asked: Counter[str]
    passes: Sequence[PassSummary]
    links: int
    url_years: float


def _draw_name() -> str:
    return "x0123456789abcdefz"


def spread(links: int, hosts: int) -> list[str]:
    """*links* URLs over *hosts* hosts, unevenly, as guides have them: host n has a share like 1/(n + 20)."""
    shares = [1 / (n + 20) for n in range(hosts)]
    scale = (links - hosts) / sum(shares)
    counts = [1 + round(share * scale) for share in shares]
    urls = [f"https://host-{n}.example.org/page-{k}" for n, count in enumerate(counts) for k in range(count)]
    urls += [f"https://host-0.example.org/more-{k}" for k in range(links - len(urls))]
    return urls[:links]


async def live(urls: Sequence[str], world: World, days: int, looks_per_day: int) -> Year:
    """Every hour of the year, a pass over what is due."""
    clock = Clock()
    web, ledger = Web(world, clock), Ledger(world, clock)
    listings = tuple(Listing(f"l{n}", institution=url, links=(Link(Role.PROGRAM, url),)) for n, url in enumerate(urls))
    settings = Settings(concurrency=64, checks_per_day=looks_per_day)
    # A guide grows over time: its links do not all have their turn in one hour.
    others = listings[:: max(1, len(listings) // 10)]
    first_round = DAY * len(urls) / looks_per_day
    agenda = {url: START + first_round * n / len(urls) for n, url in enumerate(urls)}
    for hour in range(days * 24):
        clock.now = START + HOUR * hour
        due = frozenset(url for url in urls if agenda[url] <= clock.now)
        if not due:
            continue
        chosen = tuple(listing for listing in listings if listing.links[0].url in due)
        # The catalogue's own rules are not what is simulated and would cost most: a pass knows some others, not all.
        catalogue = Catalogue(settings=settings, listings=(*chosen, *(each for each in others if each not in chosen)))
        await run_pass(Plan(catalogue, chosen, due), web, ledger, clock, Silent(), draw_name=_draw_name)
        for url in due:
            due = next_look(ledger.history(url), first_round)  # an even pace: what is simulated are failures
            agenda[url] = due.at if due else clock.now + HOUR
    return Year(world, ledger.news, web.asked, ledger.passes, len(urls), len(urls) * days / YEAR_DAYS)


def reckon(year: Year) -> str:
    """The figures in words."""
    false, warned, late = Counter[Rule](), 0, dict[str, dict[str, timedelta]]()
    died = {url: at for url in year.asked if (at := year.world.died(url)) is not None}
    for transition, incident in year.news:
        url = incident.finding.url
        opened = transition.after is State.OPEN
        if url is None or not opened:
            continue
        if year.world.comes_back(url, transition.at):
            if transition.severity is Severity.ERROR:
                false[incident.finding.rule] += 1
            else:
                warned += 1
        elif url in died and transition.at >= died[url]:
            level = "error" if transition.severity is Severity.ERROR else "warning"
            late.setdefault(url, {}).setdefault(level, transition.at - died[url])
    per_thousand = 1000 / year.url_years
    requests = sum(year.asked.values())
    lines = [
        (
            f"{year.links:,} links, {year.url_years:,.0f} URL-years, {len(year.passes):,} passes, "
            f"{sum(summary.offline for summary in year.passes)} of them offline"
        ),
        f"requests: {requests:,} ({requests / year.url_years:.1f} per URL and year)",
        *(
            f"false errors, {rule}: {count} = {count * per_thousand:.2f} per 1,000 URL-years"
            for rule, count in false.items()
        ),
        f"false errors in all: {false.total() * per_thousand:.2f} per 1,000 URL-years",
        f"warnings about outages that ended: {warned} = {warned * per_thousand:.1f} per 1,000 URL-years",
        f"true deaths: {len(died)}, of which told as an error {sum('error' in each for each in late.values())}",
    ]
    for level in ("warning", "error"):
        spans = sorted(each[level] / DAY for each in late.values() if level in each)
        if len(spans) > 1:
            cut = statistics.quantiles(spans, n=10)
            lines.append(f"days from a death to its {level}: median {cut[4]:.1f}, nine of ten within {cut[8]:.1f}")
    return "\n".join(lines)


def main() -> None:
    """Live the year and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", type=int, default=5000)
    parser.add_argument("--hosts", type=int, default=800)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--looks-per-day", type=int, default=715, help="715 is a look a week at 5,000 links")
    arguments = parser.parse_args()
    urls = spread(arguments.links, arguments.hosts)
    world = make_world(urls, arguments.days, random.Random(arguments.seed))  # noqa: S311  # a simulation
    began = time.process_time()
    year = asyncio.run(live(urls, world, arguments.days, arguments.looks_per_day))
    sys.stdout.write(f"{reckon(year)}\n{time.process_time() - began:.0f} s of CPU\n")


if __name__ == "__main__":
    main()
