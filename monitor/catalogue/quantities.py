"""Amounts, spans of time and sizes as people write them, each with its bounds."""

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from monitor.catalogue.wrong import shown, wrong

MOST = 1_000_000_000  # no fee and no score is larger
_DECIMALS = 6  # of an amount; keeps a "1e-999999" from becoming a million digits

SPAN_PATTERN = r"^[0-9]{1,6}(\.[0-9]{1,3})?(ms|s|m|h|d|w|y)$"
SIZE_PATTERN = r"^[0-9]{1,6}(\.[0-9]{1,3})?(B|kB|KB|MB|GB|KiB|MiB|GiB)$"
_NUMBER_AND_UNIT = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([A-Za-z]{1,3})")

_MILLISECONDS = {
    "ms": 1,
    "s": 1_000,
    "m": 60_000,
    "h": 3_600_000,
    "d": 86_400_000,
    "w": 604_800_000,
    "y": 31_536_000_000,  # 365 days
}
_BYTES = {
    "B": 1,
    "kB": 1_000,
    "KB": 1_000,
    "MB": 1_000_000,
    "GB": 1_000_000_000,
    "KiB": 1 << 10,
    "MiB": 1 << 20,
    "GiB": 1 << 30,
}


def amount(value: object) -> Decimal:
    """A price or a score: at least 0, at most `MOST`, written as a number."""
    expected = "a number without quotes, 0 or more, like 75 or 12.50"
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise wrong(f"must be a number, but is {shown(value)}", expected)
    number = Decimal(value) if isinstance(value, int) and value.bit_length() <= 64 else value
    if not isinstance(number, Decimal) or (number.is_finite() and number > MOST):
        raise wrong(f"is too large: {shown(value)}", f"at most {MOST:,}")
    if not number.is_finite():
        raise wrong(f"must be a number, but is {shown(value)}", expected)
    if number < 0:
        raise wrong(f"must not be below 0, but is {shown(value)}", expected)
    if not number:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # it is finite
    if exponent < -_DECIMALS:
        raise wrong(f"has more than {_DECIMALS} decimals: {shown(value)}", expected)
    return Decimal(int(number)) if exponent > 0 else number


def whole(least: int, most: int) -> Callable[[object], int]:
    """A check for a whole number between two bounds, both included."""

    def check(value: object) -> int:
        expected = f"a whole number from {least:,} to {most:,}, without quotes"
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong(f"must be a whole number, but is {shown(value)}", expected)
        if not least <= value <= most:
            raise wrong(f"is out of bounds: {shown(value)}", expected)
        return value

    return check


def span(least: str, most: str) -> Callable[[object], timedelta]:
    """A check for a span of time like "10s", "1.5h" or "2y" between two others, both included."""
    shortest, longest = _milliseconds(least), _milliseconds(most)
    assert shortest is not None
    assert longest is not None

    def check(value: object) -> timedelta:
        expected = f'a span of time from "{least}" to "{most}": a number and one of ms, s, m, h, d, w, y'
        milliseconds = _milliseconds(value) if isinstance(value, str) else None
        if milliseconds is None:
            raise wrong(f"must be a span of time, but is {shown(value)}", expected)
        if not shortest <= milliseconds <= longest:
            raise wrong(f"is out of bounds: {shown(value)}", expected)
        return timedelta(milliseconds=int(milliseconds))

    return check


def size(least: str, most: str) -> Callable[[object], int]:
    """A check for a size like "10MB" or "1MiB" between two others, both included; gives bytes."""
    smallest, largest = _bytes(least), _bytes(most)
    assert smallest is not None
    assert largest is not None

    def check(value: object) -> int:
        expected = f'a size from "{least}" to "{most}": a number and one of B, kB, MB, GB, KiB, MiB, GiB'
        count = _bytes(value) if isinstance(value, str) else None
        if count is None:
            raise wrong(f"must be a size, but is {shown(value)}", expected)
        if not smallest <= count <= largest:
            raise wrong(f"is out of bounds: {shown(value)}", expected)
        return int(count)

    return check


def _milliseconds(text: str) -> Decimal | None:
    return _scaled(text, _MILLISECONDS)


def _bytes(text: str) -> Decimal | None:
    return _scaled(text, _BYTES)


def _scaled(text: str, units: dict[str, int]) -> Decimal | None:
    parts = _NUMBER_AND_UNIT.fullmatch(text)
    if parts is None or parts.group(2) not in units:
        return None
    return Decimal(parts.group(1)) * units[parts.group(2)]
