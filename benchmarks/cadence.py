"""What the adaptive cadence gains: stale time of pages and time to notice, beside a fixed interval and an oracle.

    python benchmarks/cadence.py [--pages 2000] [--days 180] [--seed 1]

Pages change by Poisson processes of rates that nobody knows, and one in ten dies in a year. All policies look at the
same pages with the same budget, one look per page and week, in a pass a day. The oracle shares it by the same index,
but knows every rate. Beliefs, waits and dues are those of the monitor; the web, the database and the clock are lists.
"""

import argparse
import random
import sys
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from time import process_time

from monitor.core.belief import PRIOR, Belief, after_a_look
from monitor.core.cadence import DEATHS_PER_DAY, agenda
from monitor.core.listing import Catalogue, Link, Listing, Role, Settings
from monitor.core.look import LinkHistory, Sign
from monitor.core.waits import Waits

START = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
WEEK_DAYS = 7
SURE = 1e6  # so many changes seen leave no doubt about a rate

WORLDS = {
    "as assumed: Gamma(0.5) with a mean of a change in 10 days": 0.1,
    "as measured on real pages: the same with a change in 280 days": 1 / 280,
}
"""Changes a day in the mean; 178 changes in 6,982 page-weeks are those of docs/decisions/0016-noise.md."""


@dataclass(frozen=True, slots=True)
class Page:
    """What happens to a page, in days from the start, some of it before."""

    url: str
    rate: float
    changes: Sequence[float]
    dies: float

    def first_change(self, since: float, until: float) -> float | None:
        """The first change in a span."""
        at = bisect(self.changes, since)
        return self.changes[at] if at < len(self.changes) and self.changes[at] <= min(until, self.dies) else None


@dataclass(slots=True)
class Tally:
    """What a policy comes to."""

    looks: int = 0
    stale_days: float = 0.0
    noticed: list[float] = field(default_factory=list)  # days from the first unseen change to the look that saw it
    deaths: list[float] = field(default_factory=list)  # days from a death to the look that found it


def world(pages: int, days: int, mean: float, draw: random.Random) -> list[Page]:
    """Pages with heterogeneous rates."""
    made = []
    for n in range(pages):
        rate = max(draw.gammavariate(PRIOR.a, mean / PRIOR.a), 1e-9)
        at, changes = -float(WEEK_DAYS), list[float]()
        while (at := at + draw.expovariate(rate)) < days:
            changes.append(at)
        made.append(Page(f"https://host-{n}.example.org/", rate, changes, draw.expovariate(DEATHS_PER_DAY)))
    return made


Due = Callable[[int, Mapping[str, LinkHistory]], frozenset[str]]
"""Which links a policy looks at on a day."""


def live(pages: Sequence[Page], days: int, due: Due, believed: Callable[[Page], Belief], *, learns: bool) -> Tally:
    """One pass a day."""
    tally = Tally()
    histories = {
        page.url: LinkHistory(page.url, last_at=START - DAY * (n % WEEK_DAYS), sign=Sign.WELL, belief=believed(page))
        for n, page in enumerate(pages)
    }
    by_url = {page.url: page for page in pages}
    for day in range(1, days + 1):
        for url in due(day, histories):
            page, known = by_url[url], histories[url]
            last = _days(known)
            tally.looks += 1
            changed = page.first_change(last, day)
            if changed is not None:
                tally.stale_days += day - max(changed, 0.0)
                tally.noticed.append(day - changed)
            if page.dies <= day:
                tally.deaths.append(day - page.dies)
                del histories[url]  # from here on it is followed up
                continue
            belief = known.belief or PRIOR
            if learns:
                belief = after_a_look(belief, DAY * (day - last), found_a_change=changed is not None)
            histories[url] = replace(known, last_at=START + DAY * day, belief=belief)
    for url, known in histories.items():
        changed = by_url[url].first_change(_days(known), days)
        tally.stale_days += days - changed if changed is not None else 0.0
    return tally


def _days(known: LinkHistory) -> float:
    assert known.last_at is not None
    return (known.last_at - START) / DAY


def weekly(day: int, histories: Mapping[str, LinkHistory]) -> frozenset[str]:
    """A fixed interval."""
    return frozenset(url for url, known in histories.items() if day - _days(known) >= WEEK_DAYS)


def by_agenda(pages: int) -> Due:
    """As the monitor does it, with a budget of a look per page and week."""

    def due(day: int, histories: Mapping[str, LinkHistory]) -> frozenset[str]:
        listings = tuple(Listing(url, links=(Link(Role.PROGRAM, url),)) for url in histories)
        # A dead page's share goes to nobody, so that all policies look as often at those that live.
        budget = round(pages / WEEK_DAYS * len(histories) / pages)
        catalogue = Catalogue(settings=Settings(checks_per_day=budget), listings=listings)
        now = START + DAY * day
        return agenda(catalogue, histories, Waits(), now, usual=DAY).due_by(now, DAY / 2)

    return due


def told(name: str, tally: Tally, fixed: Tally, pages: int, days: int) -> str:
    """A row of the table."""
    return (
        f"| {name} | {tally.looks / pages / days * WEEK_DAYS:.2f} | {tally.stale_days / fixed.stale_days:.2f} "
        f"| {_mean(tally.noticed):.2f} | {_mean(tally.deaths):.2f} |"
    )


def _mean(spans: Sequence[float]) -> float:
    return sum(spans) / len(spans) if spans else 0.0


def main() -> None:
    """Print a table for each world."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--days", type=int, default=180)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    pages, days = arguments.pages, arguments.days
    began = process_time()
    for name, mean in WORLDS.items():
        made = world(pages, days, mean, random.Random(arguments.seed))  # noqa: S311  # a simulation
        fixed = live(made, days, weekly, lambda _: PRIOR, learns=False)
        adaptive = live(made, days, by_agenda(pages), lambda _: PRIOR, learns=True)
        oracle = live(made, days, by_agenda(pages), lambda page: Belief(SURE, SURE / page.rate), learns=False)
        changes = sum(0 < at < page.dies for page in made for at in page.changes)
        sys.stdout.write(
            f"{name}\n{pages:,} pages, {days} days, {changes:,} changes, {len(fixed.deaths)} deaths\n\n"
            "| cadence | looks per page and week | stale time, × fixed | days to notice a change | a death |\n"
            "|---|---|---|---|---|\n"
        )
        for row, tally in (("fixed, weekly", fixed), ("adaptive", adaptive), ("oracle", oracle)):
            sys.stdout.write(f"{told(row, tally, fixed, pages, days)}\n")
        sys.stdout.write("\n")
    sys.stdout.write(f"{process_time() - began:.0f} s of CPU\n")


if __name__ == "__main__":
    main()
