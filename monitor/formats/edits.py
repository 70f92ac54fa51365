"""What a maintainer did → JSON: edits of the catalogue (`monitor fix`), decisions (`ack`, `snooze`, `reopen`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from monitor.core.change import Change
from monitor.core.finding import Standing
from monitor.formats.documents import finding_row
from monitor.formats.values import Document, number, scalar


@dataclass(frozen=True, slots=True)
class Edit:
    """A change, what stood there before (as TOML means it), and the finding that suggested it, if one did."""

    change: Change
    before: object
    finding: str | None


def edits_document(edits: Iterable[Edit], left_out: Mapping[str, str], diff: str, *, applied: bool) -> Document:
    """What `monitor fix --format json` prints; *left_out*: by finding, why its suggestion was not followed."""
    return {
        "applied": applied,
        "edits": [
            {
                "finding": edit.finding,
                "listing": edit.change.listing,
                "key": edit.change.key,
                "before": _plain(edit.before),
                "after": None if edit.change.value is None else scalar(edit.change.value),
            }
            for edit in edits
        ],
        "left_out": _left_out(left_out),
        "diff": diff,
    }


def decisions_document(decided: Iterable[Standing], left_out: Mapping[str, str]) -> Document:
    """What `monitor ack --format json` prints: the findings as they stand now; *left_out* as with edits."""
    return {"decided": [finding_row(standing) for standing in decided], "left_out": _left_out(left_out)}


def _left_out(why: Mapping[str, str]) -> list[Document]:
    return [{"finding": finding, "why": reason} for finding, reason in why.items()]


def _plain(value: object) -> Any:
    match value:
        case None | bool() | str() | int():
            return value
        case Decimal():
            return number(value)
        case date():
            return scalar(value)
        case Mapping():
            return {key: _plain(inner) for key, inner in value.items()}
        case list():
            return [_plain(inner) for inner in value]
        case _:
            return str(value)
