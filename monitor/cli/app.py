"""The commands as typed by a person: options, help, exit codes. What they do is in `commands`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.options import ExportOutput, FailOn, Output, PageOutput
from monitor.cli.parameters import (
    CATALOGUE,
    DATABASE,
    REPORTS,
    As,
    Catalogue,
    Database,
    ExportAs,
    Fail,
    Findings,
    Listings,
    NamedFindings,
    PageAs,
    Reports,
    UnusedCatalogue,
    UnusedDatabase,
    UnusedReports,
)

app = typer.Typer(
    name="monitor",
    help="""Says which statements of a catalogue of listings are no longer true, and what proves it.

    Start with `monitor demo` for a tour in a minute, `monitor lint` for what the catalogue alone gives away,
    `monitor check` to look at every link. Results go to standard output, everything else to standard error.

    Exit codes of check, lint and findings: 0 nothing open at severity error, 1 something is, 2 could not run.
    """,
    epilog="Every command explains itself: monitor check --help",
    rich_markup_mode=None,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, wanted: bool) -> None:
    if wanted:
        from monitor import __version__

        typer.echo(f"monitor {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[  # the callback answers
        bool, typer.Option("--version", callback=lambda value: _version(wanted=value), is_eager=True, help="Show it.")
    ] = False,
) -> None: ...


@app.command(short_help="Look once at every link, and report.")
def check(
    listing: Listings = None,
    due: Annotated[bool, typer.Option("--due", help="Only links whose next look is due (new ones are).")] = False,
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    reports: Reports = REPORTS,
    output: As = Output.TEXT,
    fail_on: Fail = FailOn.ERROR,
) -> None:
    """Look once at every link: fetch, judge, remember, and write the report.

    Without a network it says so, changes nothing about links, and still reports what the catalogue alone gives away.
    """
    from monitor.cli import passes
    from monitor.cli.wiring import Common

    raise typer.Exit(
        passes.check(
            Common(catalogue, database, reports, output),
            listing or [],
            due_only=due,
            fail_on=fail_on,
            environ=os.environ,
        )
    )


@app.command(short_help="Read the catalogue alone: no network, no database.")
def lint(
    catalogue: Catalogue = CATALOGUE,
    output: As = Output.TEXT,
    fail_on: Fail = FailOn.ERROR,
    database: UnusedDatabase = DATABASE,
    reports: UnusedReports = REPORTS,
) -> None:
    """Read the catalogue alone: its mistakes, and every rule that needs neither network nor database."""
    from monitor.cli import commands
    from monitor.cli.wiring import Common

    raise typer.Exit(commands.lint(Common(catalogue, database, reports, output), fail_on=fail_on, environ=os.environ))


@app.command(short_help="Say what is wrong now.")
def findings(
    listing: Listings = None,
    state: Annotated[
        list[str] | None, typer.Option("--state", metavar="S", help="pending, open, accepted …; may be repeated.")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", metavar="R", help="link-gone, claim-expired …; may be repeated.")
    ] = None,
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    output: As = Output.TEXT,
    fail_on: Fail = FailOn.ERROR,
    reports: UnusedReports = REPORTS,
) -> None:
    """Say what is wrong now: what looks have recorded, and what the catalogue gives away today."""
    from monitor.cli import commands
    from monitor.cli.wiring import Common

    raise typer.Exit(
        commands.findings(
            Common(catalogue, database, reports, output),
            listings=listing or [],
            states=state or [],
            rules=rule or [],
            fail_on=fail_on,
            environ=os.environ,
        )
    )


@app.command(short_help="Show one listing and all that is known of it.")
def show(
    listing: Annotated[str, typer.Argument(metavar="ID", help="The listing's id, as in the catalogue.")],
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="[OLD [NEW]]", help="With --diff: which versions of a page.")
    ] = None,
    versions: Annotated[bool, typer.Option("--versions", help="List the kept versions of its pages.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Two versions word by word; by default the baseline and the latest.")
    ] = False,
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    output: PageAs = PageOutput.TEXT,
    reports: UnusedReports = REPORTS,
) -> None:
    """Show one listing: its links, when each was last verified, its history, changes and findings."""
    from monitor.cli import commands
    from monitor.cli import versions as kept
    from monitor.cli.wiring import Common

    common = Common(catalogue, database, reports, output)
    chosen = tuple(numbers or ())
    if len(chosen) > 2 or (chosen and not diff) or (versions and diff):
        raise typer.BadParameter("write show ID, show ID --versions, or show ID --diff [OLD [NEW]]")
    if versions:
        kept.versions(common, listing, environ=os.environ)
    elif diff:
        kept.diff(common, listing, chosen, environ=os.environ)
    else:
        commands.show(common, listing, environ=os.environ)


@app.command(short_help="Write what findings suggest into the catalogue.")
def fix(
    finding: Findings = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write it; without this the diff is only shown.")] = False,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Also note that whoever runs this has confirmed the changed listings.")
    ] = False,
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    output: PageAs = PageOutput.TEXT,
    reports: UnusedReports = REPORTS,
) -> None:
    """Show what open findings suggest as a diff of the catalogue, or only those named; write it with --apply.

    Comments, order and layout stay as they are. What a machine should not write is left out, and said. Of two findings
    about one key, the worse one is followed.

    monitor fix                     every suggestion, as a diff\n
    monitor fix f3a91c --apply      one of them, written
    """
    from monitor.cli import edits
    from monitor.cli.wiring import Common

    common = Common(catalogue, database, reports, output)
    raise typer.Exit(edits.fix(common, finding or [], apply=apply, reviewed=reviewed, environ=os.environ))


@app.command(short_help="Note that a person confirmed a listing today.")
def review(
    listing: Annotated[list[str], typer.Argument(metavar="ID", help="Ids of listings, as in the catalogue.")],
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    reports: UnusedReports = REPORTS,
    output: PageAs = PageOutput.TEXT,
) -> None:
    """Note that a person confirmed a listing today: sets `reviewed` in the catalogue, layout and comments kept.

    From now on its pages are compared with what they showed at the last readable look.
    """
    from monitor.cli import edits
    from monitor.cli.wiring import Common

    edits.review(Common(catalogue, database, reports, output), listing, environ=os.environ)


@app.command(short_help="Live with a finding while its evidence stays the same.")
def ack(
    finding: NamedFindings,
    note: Annotated[str | None, typer.Option("--note", metavar="T", help="Why; the report shows it.")] = None,
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    reports: UnusedReports = REPORTS,
    output: PageAs = PageOutput.TEXT,
) -> None:
    """Acknowledge a finding: it no longer counts, until its evidence changes; then it is open again.

    To live with it for good, and in version control, write an [[accept]] into the catalogue.
    """
    from monitor.cli import triage
    from monitor.cli.wiring import Common

    triage.ack(Common(catalogue, database, reports, output), finding, note, environ=os.environ)


@app.command(short_help="Hear of a finding again on a day.")
def snooze(
    finding: NamedFindings,
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="The day on which it is open again (UTC).")],
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    reports: UnusedReports = REPORTS,
    output: PageAs = PageOutput.TEXT,
) -> None:
    """Put a finding off: it does not count until a day, like 2027-01-15, whatever its evidence does."""
    from monitor.cli import triage
    from monitor.cli.wiring import Common

    triage.snooze(Common(catalogue, database, reports, output), finding, until, environ=os.environ)


@app.command(short_help="Take back an ack or a snooze.")
def reopen(
    finding: NamedFindings,
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    reports: UnusedReports = REPORTS,
    output: PageAs = PageOutput.TEXT,
) -> None:
    """Take back an acknowledgement or a snooze: the finding counts again at once."""
    from monitor.cli import triage
    from monitor.cli.wiring import Common

    triage.reopen(Common(catalogue, database, reports, output), finding, environ=os.environ)


@app.command(short_help="The catalogue with its current state, as CSV or JSON.")
def export(
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    output: ExportAs = ExportOutput.CSV,
    reports: UnusedReports = REPORTS,
) -> None:
    """Print the catalogue with its current state: a row a listing as CSV, or everything as JSON."""
    from monitor.cli import commands
    from monitor.cli.wiring import Common

    commands.export(Common(catalogue, database, reports, output), environ=os.environ)


@app.command(short_help="Write the HTML report from what is recorded.")
def report(
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    reports: Reports = REPORTS,
    output: PageAs = PageOutput.TEXT,
) -> None:
    """Write the HTML report from what is recorded, without looking at anything."""
    from monitor.cli import commands
    from monitor.cli.wiring import Common

    commands.report(Common(catalogue, database, reports, output), environ=os.environ)


@app.command(short_help="Serve for good: a pass by the schedule.")
def daemon(
    catalogue: Catalogue = CATALOGUE,
    database: Database = DATABASE,
    reports: Reports = REPORTS,
) -> None:
    """Serve for good: a pass by the catalogue's schedule, a report after each. Ends politely on SIGTERM or Ctrl-C."""
    from monitor.cli import passes
    from monitor.cli.wiring import Common

    passes.daemon(Common(catalogue, database, reports), environ=os.environ)


@app.command(short_help="Show what the monitor sees in one page, and why.")
def inspect(
    page: Annotated[str | None, typer.Argument(metavar="FILE-or-URL", help="A saved page, or an address.")] = None,
    listing: Annotated[str | None, typer.Option("--listing", metavar="ID", help="Judge it for this listing.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="U", help="The address a saved page came from.")] = None,
    requested_url: Annotated[
        str | None,
        typer.Option("--requested-url", metavar="U", help="The address that was asked for, before redirects."),
    ] = None,
    status: Annotated[
        int, typer.Option("--status", metavar="N", min=100, max=999, help="The status it came with.")
    ] = 200,
    header: Annotated[
        list[str] | None, typer.Option("--header", metavar="'K: V'", help="A header it came with; may be repeated.")
    ] = None,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="FILE.jsonl", help="Many saved pages, one JSON object a line.")
    ] = None,
    catalogue: Catalogue = CATALOGUE,
    output: PageAs = PageOutput.TEXT,
    database: UnusedDatabase = DATABASE,
    reports: UnusedReports = REPORTS,
) -> None:
    """Show what the monitor sees in one page, and why it judges as it does. Touches no database."""
    from monitor.cli import pages
    from monitor.cli.wiring import Common

    common = Common(catalogue, database, reports, output)
    if (page is None) == (batch is None):
        raise typer.BadParameter("name one page, a file or an address, or --batch FILE.jsonl")
    if batch is not None and (listing or url or requested_url or header):
        raise typer.BadParameter("a line of a batch says all about its page: leave out --listing, --url and --header")
    if wrong := next((line for line in header or () if ":" not in line), None):
        raise typer.BadParameter(f"{wrong!r} is no header: write it like 'Content-Type: text/html'")
    if batch is not None:
        pages.inspect_batch(batch, environ=os.environ)
    elif page is not None:
        came = pages.Came(url, requested_url, status, tuple(header or ()))
        pages.inspect(common, page, came, listing, environ=os.environ)


@app.command(short_help="Show how two saved versions of a page differ.")
def compare(
    before: Annotated[Path | None, typer.Argument(metavar="BEFORE", help="The older saved page.")] = None,
    after: Annotated[Path | None, typer.Argument(metavar="AFTER", help="The newer saved page.")] = None,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="FILE.jsonl", help="Many pairs, one JSON object a line.")
    ] = None,
    output: PageAs = PageOutput.TEXT,
    catalogue: UnusedCatalogue = CATALOGUE,
    database: UnusedDatabase = DATABASE,
    reports: UnusedReports = REPORTS,
) -> None:
    """Show how two saved versions of a page differ, and how the monitor rates that."""
    from monitor.cli import pages
    from monitor.cli.wiring import Common

    if batch is not None and before is None:
        pages.compare_batch(batch)
    elif batch is None and before is not None and after is not None:
        pages.compare(Common(catalogue, database, reports, output), before, after)
    else:
        raise typer.BadParameter("name two saved pages, the older first, or --batch FILE.jsonl")


@app.command(short_help="A [[listing]] with what a page states.")
def draft(
    page: Annotated[str, typer.Argument(metavar="URL-or-FILE", help="An address, or a saved page or document.")],
    url: Annotated[str | None, typer.Option("--url", metavar="U", help="The address a saved page came from.")] = None,
    output: PageAs = PageOutput.TEXT,
    catalogue: UnusedCatalogue = CATALOGUE,
    database: UnusedDatabase = DATABASE,
    reports: UnusedReports = REPORTS,
) -> None:
    """Print a [[listing]] with what one page states, each value with its quote, for a person to correct.

    What is in doubt is commented out, with the reason. Touches no catalogue and no database.
    """
    from monitor.cli import drafts, pages
    from monitor.cli.wiring import Common

    drafts.draft(Common(catalogue, database, reports, output), page, pages.Came(url), environ=os.environ)


@app.command(short_help="A tour in a minute; needs no internet.")
def demo() -> None:
    """Live through some simulated weeks of a small web on this machine, and report on them. Needs no internet."""
    from monitor.cli import commands

    commands.demo()
