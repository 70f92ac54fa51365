"""`draft`: one page, from a file or the web, as a `[[listing]]` to correct. No catalogue and no database is touched."""

import sys
from collections.abc import Mapping
from dataclasses import replace

from monitor import formats
from monitor.catalogue import admissible, drafted_toml
from monitor.cli import wiring
from monitor.cli.options import PageOutput
from monitor.cli.pages import Came, require_page
from monitor.cli.wiring import Common
from monitor.core.drafting import draft as drafted
from monitor.core.facts import facts
from monitor.core.verdict import Reading

_PLAIN = (".txt", ".text")  # a file has no header that tells its lines from markup


def draft(common: Common, page: str, came: Came, *, environ: Mapping[str, str]) -> None:
    """What one page states, for a person to correct; raises OperatorError where there is no page to read."""
    today = wiring.clock(environ)().date()
    if page.lower().endswith(_PLAIN) and not came.headers:
        came = replace(came, headers=("content-type: text/plain; charset=utf-8",))
    url, shown = require_page(page, came, environ)
    reading = Reading(url, shown.title, shown.blocks, shown.links, facts(shown))
    fit = admissible(drafted(reading, url or page, today))
    sys.stdout.write(
        formats.dumps(formats.draft_document(fit)) if common.output == PageOutput.JSON else drafted_toml(fit)
    )
