"""How matters stand → CSV (RFC 4180) that a spreadsheet shows and never runs."""

import csv as writer
import io
from typing import Any

from monitor.core.finding import Situation
from monitor.formats.documents import finding_row
from monitor.formats.safety import cut, is_hidden, safe

COLUMNS = (
    "id",
    "listing",
    "name",
    "rule",
    "subject",
    "url",
    "severity",
    "state",
    "reason",
    "incident",
    "source",
    "catalogue",
    "line",
    "since",
    "last_seen",
    "message",
    "quote",
    "expected",
    "found",
    "suggestion_key",
    "suggestion_remove",
    "suggestion_value",
)
MAX_CELL_CHARACTERS = 30_000  # a cell of Excel holds 32,767

_STARTS_A_FORMULA = frozenset("=+-@＝＋－＠")
_STRIPPED_BY_READERS = frozenset("\"'`‘’“”")
_CONTROL_STARTS = frozenset("\t\r")


def csv(situation: Situation) -> str:
    """A header, then a row a finding, every state but resolved; absent values are empty cells."""
    buffer = io.StringIO()
    table = writer.writer(buffer, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for standing in situation.standings:
        row = finding_row(standing)
        suggestion = row["suggestion"] or {}
        values = {
            **row,
            **row["evidence"],
            "name": situation.names.get(standing.finding.listing),
            "catalogue": situation.catalogue,
            "suggestion_key": suggestion.get("key"),
            "suggestion_remove": "true" if suggestion.get("remove") else None,
            "suggestion_value": suggestion.get("value"),
        }
        table.writerow([cell(values[column]) for column in COLUMNS])
    return buffer.getvalue()


def cell(value: Any) -> str:
    """What stands in a cell: text that a spreadsheet could take for a formula begins with an apostrophe."""
    if value is None:
        return ""
    text = str(value)
    shown = safe(cut(text, MAX_CELL_CHARACTERS), newlines=True)
    return f"'{shown}" if _could_run(text) else shown


def _could_run(text: str) -> bool:
    """Whether the first character that counts starts a formula: blanks, quotes and the unseen may be stripped."""
    for char in text:
        if char in _CONTROL_STARTS or char in _STARTS_A_FORMULA:
            return True
        if not (char.isspace() or char in _STRIPPED_BY_READERS or is_hidden(char)):
            return False
    return False
