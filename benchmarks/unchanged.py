"""How fast a pass over unchanged pages is, with and without knowing them again.

    python benchmarks/unchanged.py [--pages 300]

The wire is scripted and the database is real; two passes go before, so that every page has its baseline. Each page is
sent in full, its tokens new: servers without validators do so. Processor seconds, of the third pass alone.
"""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

from pages_of_programmes import page, url

from monitor.check import Plan, run_pass
from monitor.core.listing import Catalogue, Link, Listing, Role, Settings
from monitor.core.look import Hop, LinkHistory, Observation, Probe, Reply, Validators
from monitor.core.result import CheckResult
from monitor.store import Location, Store, opened_for_a_pass

START = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@dataclass(slots=True)
class Web:
    """Sends page *n* for the URL of that number; `editions` says how often each has changed."""

    numbers: dict[str, int]
    editions: dict[str, int]
    visits: int = 0

    async def probe(self, url: str, validators: Validators | None) -> Probe:  # noqa: ARG002
        self.visits += 1
        if url not in self.numbers:
            return Reply(url, url, (Hop(url, 404),), 404, (("content-type", "text/html"),), b"<h1>Not found</h1>")
        body = page(self.numbers[url], self.editions.get(url, 0), f"{self.visits:016x}")
        return Reply(url, url, (Hop(url, 200),), 200, (("content-type", "text/html; charset=utf-8"),), body)

    async def confirm(self, url: str) -> Probe:
        return await self.probe(url, None)

    async def name_servers(self, name: str) -> frozenset[str] | None:  # noqa: ARG002
        return frozenset({"ns.example.org"})


class Silent:
    """Nobody watches."""

    def planned(self, links: int) -> None: ...
    def seen(self, observation: Observation) -> None: ...
    def spared(self, url: str, until: datetime) -> None: ...
    def recorded(self, result: CheckResult) -> None: ...


class Forgetful(Store):
    """Knows no page again."""

    def history(self, url: str) -> LinkHistory:
        return replace(super().history(url), skimmed=None)


def guide(count: int, settings: Settings) -> Plan:
    """A pass over *count* pages, a listing each."""
    listings = tuple(
        Listing(f"l{n}", institution=f"Hospital {n}", program="Elective", links=(Link(Role.PROGRAM, url(n)),))
        for n in range(count)
    )
    return Plan(Catalogue(settings=settings, listings=listings), listings, frozenset(url(n) for n in range(count)))


def seconds(count: int, memory: type[Store], folder: Path) -> float:
    """Processor seconds of a pass over *count* unchanged pages."""
    location = Location(folder / f"{memory.__name__}.db")
    web, wanted = Web({url(n): n for n in range(count)}, {}), guide(count, Settings(concurrency=64))
    spent = 0.0
    for day in range(3):
        now = START + timedelta(days=day)
        with opened_for_a_pass(location) as store:
            opened = memory(store._engine, location)
            began = process_time()
            asyncio.run(run_pass(wanted, web, opened, lambda: now, Silent(), draw_name=lambda: "nobodysname0"))  # noqa: B023
            spent = process_time() - began
    return spent


def main() -> None:
    """Print pages per processor second, both ways."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    count = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        for name, memory in (("read every time", Forgetful), ("known again", Store)):
            spent = seconds(count, memory, Path(folder))
            sys.stdout.write(f"{name:16} {count / spent:6.0f} pages a second of processor time ({spent:.1f} s)\n")


if __name__ == "__main__":
    main()
