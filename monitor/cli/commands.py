"""`lint`, `findings`, `show`, `report`, `demo`: what looks at nothing but what is recorded."""

import asyncio
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from monitor import formats
from monitor.cli import wiring
from monitor.cli.findings import exit_code, narrowed, render, require_listings, words
from monitor.cli.options import FailOn, Output
from monitor.cli.wiring import Common
from monitor.core.finding import Rule, State
from monitor.core.situation import Remembered, Scope, situate


def lint(common: Common, *, fail_on: FailOn, environ: Mapping[str, str]) -> int:
    """The catalogue alone; no database is read or made."""
    now = wiring.clock(environ)()
    loaded = common.load()
    situation = situate(loaded.catalogue, loaded.path, loaded.line, Remembered(), now)
    sys.stdout.write(render(situation, common.output))
    return exit_code(situation, fail_on)


def findings(
    common: Common,
    *,
    listings: Sequence[str],
    states: Sequence[str],
    rules: Sequence[str],
    fail_on: FailOn,
    environ: Mapping[str, str],
) -> int:
    """What is recorded, and what the catalogue gives away today."""
    from monitor import runner

    now = wiring.clock(environ)()
    wanted_states, wanted_rules = words(State, states, "state"), words(Rule, rules, "rule")
    loaded = common.load()
    require_listings(loaded, listings)
    scope = Scope(listings=frozenset(listings) or None)
    whole = runner.standing(loaded, common.places().database, now, scope)
    situation = narrowed(whole, wanted_states, wanted_rules)
    sys.stdout.write(render(situation, common.output, full=bool(listings or rules or states)))
    return exit_code(situation, fail_on)


def show(common: Common, listing_id: str, *, environ: Mapping[str, str]) -> None:
    """One listing and everything that is known of it."""
    from monitor import runner
    from monitor.core.result import drift
    from monitor.store import opened_to_read

    now = wiring.clock(environ)()
    loaded = common.load()
    require_listings(loaded, [listing_id])
    listing = next(one for one in loaded.catalogue.listings if one.id == listing_id)
    database = common.places().database
    situation = runner.standing(loaded, database, now, Scope(frozenset({listing_id})))
    stories = []
    with opened_to_read(database) as store:
        for link in situation.links:
            runs = store.runs(link.url, limit=20) if store else ()
            versions = store.versions(link.url, limit=5) if store else ()
            baseline = store.baseline(listing, link.url, now) if store else None
            changes = drift(baseline, versions[0]) if baseline and versions else None
            told = tuple((run.first_at, run.last_at, run.looks, run.outcome) for run in runs)
            stories.append(formats.LinkStory(link, told, tuple(versions), changes))
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps(formats.listing_document(listing, stories, situation)))
    else:
        sys.stdout.write(formats.listing_text(listing, stories, situation))


def report(common: Common, *, environ: Mapping[str, str]) -> None:
    """The report anew, from what is recorded."""
    from monitor import report as reports
    from monitor import runner

    now = wiring.clock(environ)()
    loaded = common.load()
    reports.prepare(common.reports)
    situation = runner.standing(loaded, common.places().database, now)
    print(reports.write(situation, common.reports))  # noqa: T201


def demo() -> None:
    """The tour, in a folder of its own that is kept for a look afterwards."""
    from monitor import demo as tour

    folder = Path(tempfile.mkdtemp(prefix="monitor-demo-"))
    asyncio.run(tour.run(lambda line: print(line, flush=True), folder))  # noqa: T201
