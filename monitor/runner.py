"""One whole pass as every front door runs it: hold the database, look, say how matters stand, write the report."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from monitor import report
from monitor.catalogue import Loaded
from monitor.check import Clock, DrawName, Plan, Prober, Progress, run_pass
from monitor.core.cadence import DAILY, EARLY, Agenda, FollowUp, agenda
from monitor.core.compared import Compared
from monitor.core.distance import drift
from monitor.core.finding import PassSummary, Rule, Situation
from monitor.core.situation import Remembered, Scope, situate
from monitor.core.waits import Waits
from monitor.errors import OperatorError
from monitor.reading import Reader
from monitor.store import Location, Store, opened_for_a_pass, opened_to_read

MAX_COMPARED = 200
"""Changed pages that a report shows word by word; as many as it has rows."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a pass remembers, and where it writes its report."""

    database: Location
    reports: Path


@dataclass(frozen=True, slots=True)
class Selection:
    """What a pass looks at: the listings by id (None: all), and whether only what is due.

    `every`: how often the schedule comes round whose pass this is, None for a pass outside of one.
    """

    listings: frozenset[str] | None = None
    due_only: bool = False
    every: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a pass leaves behind: how matters stand over what was selected, and where the report is."""

    situation: Situation
    summary: PassSummary
    report: Path


OpenProber = Callable[[], AbstractAsyncContextManager[Prober]]


async def run(
    loaded: Loaded,
    selection: Selection,
    places: Places,
    prober: OpenProber,
    clock: Clock,
    progress: Progress,
    *,
    draw_name: DrawName,
) -> Outcome:
    """Run one pass. Whatever ends it early, what was recorded stays, and the report says how far it came."""
    report.prepare(places.reports)
    with opened_for_a_pass(places.database) as store:
        plan = plan_pass(loaded, selection, store.remembered(), clock())

        def write() -> Path:
            now = clock()
            return report.write(_side_by_side(_situation(loaded, store, now), loaded, store, now), places.reports)

        try:
            async with prober() as web:
                summary = await run_pass(plan, web, store, clock, progress, draw_name=draw_name, read=Reader())
        except BaseException:
            with suppress(OperatorError):  # what broke it off is the news, not that this could not be written either
                write()
            raise
        written = write()
        scope = Scope(listings=selection.listings, urls=plan.wanted)
        return Outcome(_situation(loaded, store, clock(), scope), summary, written)


def plan_pass(loaded: Loaded, selection: Selection, remembered: Remembered, now: datetime) -> Plan:
    """Which links are looked at: all of the selected listings', or those that are due and whose host may be asked."""
    catalogue = loaded.catalogue
    chosen = tuple(
        listing for listing in catalogue.listings if selection.listings is None or listing.id in selection.listings
    )
    urls = frozenset(link.url for listing in chosen for link in listing.links)
    if selection.due_only:
        # Where the budget allows all links, all have their turn whenever the schedule comes; else each in the pass that
        # lies nearest to its moment.
        every = selection.every
        usual, early = (DAILY, EARLY) if every is None else (timedelta(), every / 2)
        urls &= _agenda(loaded, remembered, now, usual=usual).due_by(now, early)
    return Plan(catalogue, chosen, urls)


def next_follow_up(loaded: Loaded, database: Location, now: datetime) -> FollowUp | None:
    """The next look that does not wait for the schedule."""
    return coming(loaded, database, now).next_follow_up(now)


def coming(loaded: Loaded, database: Location, now: datetime) -> Agenda:
    """When each link is due, from what is recorded."""
    with opened_to_read(database) as store:
        remembered = store.remembered() if store else Remembered()
    return _agenda(loaded, remembered, now, usual=DAILY)


def _agenda(loaded: Loaded, remembered: Remembered, now: datetime, *, usual: timedelta) -> Agenda:
    known, waiting = remembered.histories or {}, Waits.known(remembered.waits)
    return agenda(loaded.catalogue, known, waiting, now, usual=usual)


def reported(loaded: Loaded, database: Location, now: datetime) -> Situation:
    """How matters stand, with what every changed page said and says: all that a report shows."""
    with opened_to_read(database) as store:
        return _side_by_side(_situation(loaded, store, now), loaded, store, now)


def standing(loaded: Loaded, database: Location, now: datetime, scope: Scope | None = None) -> Situation:
    """How matters stand from what is recorded, without looking; an absent database is an empty one."""
    with opened_to_read(database) as store:
        return _situation(loaded, store, now, scope)


def _situation(loaded: Loaded, store: Store | None, now: datetime, scope: Scope | None = None) -> Situation:
    remembered = store.remembered() if store else Remembered()
    return situate(loaded.catalogue, loaded.path, loaded.line, remembered, now, scope)


def _side_by_side(situation: Situation, loaded: Loaded, store: Store | None, now: datetime) -> Situation:
    """*situation* with how each changed page differs from its baseline; of the first `MAX_COMPARED` of them."""
    if store is None:
        return situation
    listings = {listing.id: listing for listing in loaded.catalogue.listings}
    changed = [each.finding for each in situation.standings if each.finding.rule is Rule.PAGE_CHANGED]
    compared = {}
    for finding in changed[:MAX_COMPARED]:
        if finding.url is None:
            continue
        latest = store.history(finding.url).latest
        baseline = store.baseline(listings[finding.listing], finding.url, now)
        if latest is not None and baseline is not None:
            told = Compared(baseline.first_seen, latest.last_seen, drift(baseline, latest))
            compared[finding.listing, finding.url] = told
    return replace(situation, compared=compared)
