"""The options and arguments that commands share, with their help and defaults."""

from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.options import ExportOutput, FailOn, Output, PageOutput

Catalogue = Annotated[
    Path, typer.Option("--catalogue", envvar="MONITOR_CATALOGUE", metavar="PATH", help="The catalogue to watch.")
]
Database = Annotated[
    str,
    typer.Option("--database", envvar="MONITOR_DATABASE", metavar="PATH-or-URL", help="Where looks are remembered."),
]
Reports = Annotated[
    Path, typer.Option("--reports", envvar="MONITOR_REPORTS", metavar="DIR", help="Where the HTML report is written.")
]
UnusedDatabase = Annotated[str, typer.Option("--database", envvar="MONITOR_DATABASE", hidden=True)]
UnusedReports = Annotated[Path, typer.Option("--reports", envvar="MONITOR_REPORTS", hidden=True)]
UnusedCatalogue = Annotated[Path, typer.Option("--catalogue", envvar="MONITOR_CATALOGUE", hidden=True)]
As = Annotated[Output, typer.Option("--format", help="How results are written.")]
PageAs = Annotated[PageOutput, typer.Option("--format", help="How results are written.")]
ExportAs = Annotated[ExportOutput, typer.Option("--format", help="A row a listing, or everything.")]
Fail = Annotated[
    FailOn, typer.Option("--fail-on", help="The severity from which an open finding makes the exit code 1.")
]
Listings = Annotated[
    list[str] | None, typer.Option("--listing", metavar="ID", help="Only this listing; may be repeated.")
]

_FINDING = "A finding's id (f…), an incident's (i…), or the first six characters or more of either."
Findings = Annotated[list[str] | None, typer.Argument(metavar="FINDING", help=_FINDING)]
NamedFindings = Annotated[list[str], typer.Argument(metavar="FINDING", help=_FINDING)]

CATALOGUE = Path("listings.toml")
DATABASE = "monitor.db"
REPORTS = Path("reports")
