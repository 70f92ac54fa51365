"""`ack`, `snooze`, `reopen`: what a maintainer decides about findings."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from monitor import runner
from monitor.cli import wiring
from monitor.cli.naming import named
from monitor.cli.options import Output, complain
from monitor.cli.wiring import Common
from monitor.core import triage
from monitor.core.finding import Standing
from monitor.core.triage import Triaged
from monitor.core.wording import day
from monitor.errors import OperatorError
from monitor.formats import decisions_document, dumps, safe
from monitor.store import opened_to_decide

LONGEST_NOTE = 1_000  # characters


def ack(common: Common, said: Sequence[str], note: str | None, *, environ: Mapping[str, str]) -> None:
    """Known: out of the counts until the evidence changes."""
    note = (note or "").encode(errors="replace").decode().strip() or None  # what was typed may be half a character
    if note is not None and len(note) > LONGEST_NOTE:
        raise OperatorError(f"the note is longer than {LONGEST_NOTE} characters; say it in fewer words")
    _decide(common, said, lambda s, now: triage.acknowledged(s, now, note), "acknowledged", environ)


def snooze(common: Common, said: Sequence[str], until: str, *, environ: Mapping[str, str]) -> None:
    """Later: out of the counts until a day."""
    try:
        when = date.fromisoformat(until)
    except ValueError:
        raise OperatorError(f"--until {until!r} is not a day; write it like 2027-01-15") from None
    today = wiring.clock(environ)().date()
    if when <= today:
        raise OperatorError(f"--until {when} is not to come; name a day after {today}")
    _decide(common, said, lambda s, now: triage.snoozed(s, now, when), f"snoozed until {day(when)}", environ)


def reopen(common: Common, said: Sequence[str], *, environ: Mapping[str, str]) -> None:
    """Back into the counts."""
    _decide(common, said, triage.reopened, "open again", environ)


def _decide(
    common: Common,
    said: Sequence[str],
    decide: Callable[[Standing, datetime], Triaged],
    what: str,
    environ: Mapping[str, str],
) -> None:
    """Decide about every finding that was named and can be decided about; refuse where there is none."""
    now = wiring.clock(environ)()
    loaded = common.load()
    location = common.places().database
    standings = named(said, runner.standing(loaded, location, now))
    hindered = {s.finding.id: why for s in standings if (why := triage.hindrance(s)) is not None}
    free = [standing for standing in standings if standing.finding.id not in hindered]
    if not free:
        hindered_id, why = next(iter(hindered.items()))
        raise OperatorError(f"{hindered_id} {why}")
    with opened_to_decide(location) as store:
        store.decide([decide(standing, now) for standing in free])
    if common.output == Output.JSON:
        ids = {standing.finding.id for standing in free}
        now_so = [each for each in runner.standing(loaded, location, now).standings if each.finding.id in ids]
        sys.stdout.write(dumps(decisions_document(now_so, hindered)))
    else:
        for standing in free:
            finding = standing.finding
            print(f"{what}: {finding.id}  {finding.rule}  {safe(finding.listing)}")  # noqa: T201
    for finding_id, why in hindered.items():
        complain(f"left out: {finding_id} {why}")
