"""Edits of the catalogue → the JSON document of `monitor fix`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from monitor.core.change import Change
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
        "left_out": [{"finding": finding, "why": why} for finding, why in left_out.items()],
        "diff": diff,
    }


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
