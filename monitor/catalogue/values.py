"""Values → TOML, as a person would write them."""

from datetime import date
from decimal import Decimal

_NAMED = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def written(value: str | int | Decimal | date, instead_of: bytes = b"") -> str:
    """*value* in TOML, in single quotes where it takes the place of text in single quotes and may stand there.

    What is not drawn is escaped. Raises ValueError for what TOML or the catalogue has no way to say.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value, literal=instead_of.startswith(b"'"))
        case Decimal() if not value.is_finite():
            raise ValueError(f"{value} is no amount")
        case Decimal() if value == value.to_integral_value():
            return f"{value:.0f}"
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case date():
            return date(value.year, value.month, value.day).isoformat()


def _text(value: str, *, literal: bool) -> str:
    if literal and "'" not in value and value.isprintable():
        return f"'{value}'"
    return f'"{"".join(_character(char) for char in value)}"'


def _character(char: str) -> str:
    if char in _NAMED:
        return _NAMED[char]
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueError("the text holds half a character")
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
