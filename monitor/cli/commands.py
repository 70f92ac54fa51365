"""`lint`, `findings`, `show`, `report`, `export`, `demo`: what looks at nothing but what is recorded."""

import asyncio
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from monitor import formats
from monitor.cli import wiring
from monitor.cli.findings import exit_code, narrowed, paper_style, paper_width, render, require_listings, words
from monitor.cli.options import ExportOutput, FailOn, Output, complain
from monitor.cli.wiring import Common
from monitor.core.finding import Needs, Rule, State
from monitor.core.rules.acceptances import idle_acceptances
from monitor.core.situation import Remembered, Scope, situate


def lint(common: Common, *, fail_on: FailOn, environ: Mapping[str, str]) -> int:
    """The catalogue alone; no database is read or made."""
    now = wiring.clock(environ)()
    loaded = common.load()
    situation = situate(loaded.catalogue, loaded.path, loaded.line, Remembered(), now)
    sys.stdout.write(render(situation, common.output))
    judged = [rule for rule in Rule if rule.needs is Needs.CATALOGUE]
    found = [standing.finding for standing in situation.standings]
    for idle in idle_acceptances(found, loaded.catalogue, now.date(), judged=judged):
        about = f" for {idle.listing}" if idle.listing else ""
        complain(f"[[accept]] of {idle.rule}{about} silences nothing any more: remove it")
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
    sys.stdout.write(render(situation, common.output, states=wanted_states, full=bool(listings or rules or states)))
    return exit_code(situation, fail_on)


def show(common: Common, listing_id: str, *, environ: Mapping[str, str]) -> None:
    """One listing and everything that is known of it."""
    from monitor import runner
    from monitor.core.distance import drift
    from monitor.store import opened_to_read

    now = wiring.clock(environ)()
    loaded = common.load()
    require_listings(loaded, [listing_id])
    listing = next(one for one in loaded.catalogue.listings if one.id == listing_id)
    database = common.places().database
    situation = runner.standing(loaded, database, now, Scope(frozenset({listing_id})))
    agenda = runner.coming(loaded, database, now)
    stories = []
    with opened_to_read(database) as store:
        judged = store.claims(listing.id) if store is not None else {}
        for link in situation.links:
            if store is None:
                stories.append(formats.LinkStory(link))
                continue
            versions = store.versions(link.url)
            baseline = store.baseline(listing, link.url, now)
            noise = store.history(link.url).volatile
            changes = drift(baseline, versions[-1], noise) if baseline and versions else None
            due = agenda.next_look(link.url)
            stories.append(formats.LinkStory(link, store.runs(link.url), versions, changes, due))
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps(formats.listing_document(situation, listing, stories, judged)))
    else:
        told = formats.listing_text(situation, listing, stories, judged, width=paper_width(), style=paper_style())
        sys.stdout.write(told)


def report(common: Common, *, environ: Mapping[str, str]) -> None:
    """The report anew, from what is recorded."""
    from monitor import report as reports
    from monitor import runner

    now = wiring.clock(environ)()
    loaded = common.load()
    reports.prepare(common.reports)
    situation = runner.reported(loaded, common.places().database, now)
    written = reports.write(situation, common.reports)
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps({"report": str(written)}))
    else:
        print(written)  # noqa: T201


def export(common: Common, *, environ: Mapping[str, str]) -> None:
    """The catalogue with its current state."""
    from monitor import runner

    now = wiring.clock(environ)()
    loaded = common.load()
    situation = runner.standing(loaded, common.places().database, now)
    if common.output == ExportOutput.JSON:
        sys.stdout.write(formats.dumps(formats.export_document(situation, loaded.catalogue)))
    else:
        sys.stdout.write(formats.export_csv(situation, loaded.catalogue))


def demo() -> None:
    """The tour, in a folder of its own that is kept for a look afterwards."""
    from monitor import demo as tour

    folder = Path(tempfile.mkdtemp(prefix="monitor-demo-"))
    asyncio.run(tour.run(lambda line: print(line, flush=True), folder))  # noqa: T201
