"""How a check says what it found and what would be right, and how values are shown to a person."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches

from pydantic_core import PydanticCustomError

_SHOWN_CHARACTERS = 60
_SHOWN_CHOICES = 20
_CLOSE = 0.6  # difflib's own cutoff
_COMPARED_CHARACTERS = 100  # a longer word is no slip of the pen, and comparing it is slow
_COMPARED_CHOICES = 5_000


def wrong(says: str, expected: str) -> PydanticCustomError:
    """The refusal of a value: *says* continues a sentence that begins with the key."""
    return PydanticCustomError("wrong", "{says}", {"says": says, "expected": expected})


def shown(value: object) -> str:
    """A value as it would stand in the file, on one line, shortened, without control characters."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            cut = value if len(value) <= _SHOWN_CHARACTERS else value[: _SHOWN_CHARACTERS - 1] + "…"
            return f'"{escaped(cut)}"'
        case int() if value.bit_length() > 100:
            return "a number of very many digits"
        case int() | Decimal() | float():
            return str(value)[:_SHOWN_CHARACTERS]
        case datetime():
            return f"{value.isoformat()}, a date with a time"
        case date():
            return f"{value.isoformat()}, a date"
        case time():
            return f"{value.isoformat()}, a time of day"
        case Mapping():
            return "a table"
        case list() | tuple():
            return "a list" if value else "an empty list"
        case _:
            return f"a {type(value).__name__}"


def escaped(text: str) -> str:
    """*text* without anything that could move a terminal's cursor or turn its direction of writing."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def choice(given: str, choices: Iterable[str]) -> str:
    """What would be right in place of *given*: the one that was probably meant, or all there are."""
    known = list(choices)
    near = closest(given, known)
    if near is not None:
        return f"did you mean `{escaped(near)}`?"
    listed = ", ".join(escaped(one) for one in known[:_SHOWN_CHOICES])
    return f"one of: {listed}" + (" …" if len(known) > _SHOWN_CHOICES else "")


def closest(given: str, choices: Iterable[str]) -> str | None:
    """The choice that *given* is probably a slip of."""
    if len(given) > _COMPARED_CHARACTERS:
        return None
    folded = {known.casefold(): known for known, _ in zip(choices, range(_COMPARED_CHOICES), strict=False)}
    plain = given.strip().casefold().replace("_", "-").replace(" ", "-")
    by_dash = {name.replace("_", "-"): known for name, known in folded.items()}
    near = get_close_matches(plain, by_dash, n=1, cutoff=_CLOSE)
    return by_dash[near[0]] if near else None
