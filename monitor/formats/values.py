"""Values → JSON: instants, days, amounts; and documents → text, the same text for the same document."""

import json
import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from monitor.formats.safety import is_hidden

Document = dict[str, Any]
"""A JSON object as Python has it: keys are text, values are text, numbers, booleans, None, lists and objects."""

_LARGEST_EXPONENT = 300  # a double ends at 1.8e308, and Python writes no integer of more than 4,300 digits
_UNUSUAL = re.compile(r"[^\n -~]")
_HALVES = re.compile("[\ud800-\udfff]")


def instant(when: datetime) -> str:
    """ "2026-11-22T06:00:00Z": UTC, to the second; a time without a zone is UTC."""
    utc = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return f"{utc.replace(tzinfo=None, microsecond=0).isoformat()}Z"


def instant_or_none(when: datetime | None) -> str | None:
    """`instant`, where there is one."""
    return None if when is None else instant(when)


def number(value: Decimal) -> int | float | str:
    """A JSON number: 1200, 149.5. One that no JSON reader could hold stays text."""
    if not value.is_finite():
        return str(value)
    if not value:
        return 0
    if abs(value.adjusted()) > _LARGEST_EXPONENT:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)


def number_or_none(value: Decimal | None) -> int | float | str | None:
    """`number`, where there is one."""
    return None if value is None else number(value)


def scalar(value: str | int | Decimal | date) -> str | int | float:
    """A value of the catalogue: amounts as numbers, days as ISO 8601 text."""
    match value:
        case datetime():
            return instant(value)
        case date():
            return value.isoformat()
        case Decimal():
            return number(value)
        case _:
            return value


def dumps(document: Mapping[str, Any]) -> str:
    """*document* as JSON text, keys in their order, two spaces deep, with a newline at the end.

    Letters of every script stand as they are; what is not drawn is escaped, so that a terminal can show the text and
    a reader of JSON still gets the very same characters. Half a character becomes U+FFFD, NaN and infinity null.
    """
    text = json.dumps(_finite(document), ensure_ascii=False, indent=2, allow_nan=False)
    return _UNUSUAL.sub(_in_json, _HALVES.sub("\ufffd", text)) + "\n"


def _in_json(match: re.Match[str]) -> str:
    """Hidden characters occur only inside strings of JSON text, where an escape means the same."""
    return json.dumps(match[0])[1:-1] if is_hidden(match[0]) else match[0]


def _finite(value: Any) -> Any:
    match value:
        case float() if not math.isfinite(value):
            return None
        case Mapping():
            return {key: _finite(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_finite(inner) for inner in value]
        case _:
            return value
