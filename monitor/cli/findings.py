"""What commands that speak of findings share: choosing, writing, and the exit code."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from monitor import __version__, formats
from monitor.catalogue import Loaded
from monitor.cli.options import DONE, FOUND, FailOn, Output
from monitor.core.finding import Rule, Situation, State
from monitor.core.listing import Severity
from monitor.errors import OperatorError

_Word = TypeVar("_Word", bound=StrEnum)


def require_listings(loaded: Loaded, ids: Sequence[str]) -> None:
    """Refuse an id that the catalogue does not have, with the one that was probably meant."""
    known = [listing.id for listing in loaded.catalogue.listings]
    for wanted in ids:
        if wanted not in known:
            close = get_close_matches(wanted, known, n=1)
            meant = f"; did you mean {close[0]}?" if close else f" (it has {len(known)} listings)"
            raise OperatorError(f"{loaded.path} has no listing {wanted!r}{meant}")


def words(kind: type[_Word], said: Sequence[str], what: str) -> frozenset[_Word]:
    """The members of a closed list that were named."""
    chosen = set()
    for word in said:
        try:
            chosen.add(kind(word))
        except ValueError:
            close = get_close_matches(word, list(kind), n=1)
            meant = f"; did you mean {close[0]}?" if close else f"; there are: {', '.join(kind)}"
            raise OperatorError(f"{word!r} is no {what}{meant}") from None
    return frozenset(chosen)


def narrowed(situation: Situation, states: frozenset[State], rules: frozenset[Rule]) -> Situation:
    """Only the findings in these states, of these rules; empty means all."""
    standings = situation.standings + (situation.resolved if State.RESOLVED in states else ())
    return replace(
        situation,
        standings=tuple(
            standing
            for standing in standings
            if (not states or standing.state in states) and (not rules or standing.finding.rule in rules)
        ),
    )


def exit_code(situation: Situation, fail_on: FailOn) -> int:
    """1 where something is open at the severity that was asked for, or worse."""
    worst = {
        FailOn.NEVER: (),
        FailOn.ERROR: (Severity.ERROR,),
        FailOn.WARNING: (Severity.ERROR, Severity.WARNING),
    }[fail_on]
    return FOUND if any(situation.open(severity) for severity in worst) else DONE


def render(situation: Situation, output: str, *, states: frozenset[State] | None = None, full: bool = False) -> str:
    """The findings in the wanted form; as text, those that are open, or in *states*."""
    match Output(output):
        case Output.TEXT:
            shown = states or frozenset({State.OPEN})
            return formats.text(situation, width=paper_width(), style=paper_style(), states=shown, full=full)
        case Output.JSON:
            return formats.dumps(formats.document(situation))
        case Output.SARIF:
            return formats.sarif(situation, version=__version__)
        case Output.CSV:
            return formats.csv(situation)
        case Output.MARKDOWN:
            return formats.markdown(situation)


def paper_width() -> int:
    """As wide as the terminal, within what can be read."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def paper_style() -> formats.Style:
    """Colours only where a person looks (https://no-color.org)."""
    return formats.Style(ansi=sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
