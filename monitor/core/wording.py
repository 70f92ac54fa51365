"""How values are written for people and for ids: slugs, amounts, days, enumerations."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_APOSTROPHES = re.compile("['’‘`´]")  # "St. Luke’s" is one word, "lukes"
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """*text* in lower case without accents, its words joined by hyphens: "USMLE Step 1" is "usmle-step-1"."""
    bare = _APOSTROPHES.sub("", text)
    if not bare.isascii():
        bare = "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))
    return _BETWEEN_WORDS.sub("-", bare.casefold()).strip("-")


def compact(text: str) -> str:
    """The letters and digits of *text* in lower case: "USDoctors.co" is "usdoctorsco"."""
    return slug(text).replace("-", "")


def names(text: str, words: str) -> bool:
    """Whether the slug *text* holds the slug *words* as whole words in a row."""
    return bool(words) and f"-{words}-" in f"-{text}-"


def number(value: Decimal) -> str:
    """A number with its thousands separated, without needless decimals: 1200, 1200.00 are "1,200"."""
    whole = value == value.to_integral_value() if value.is_finite() else False
    return f"{value:,.0f}" if whole else f"{value:,f}"


def money(amount: Decimal, currency: str) -> str:
    """ "$1,200", "$149.50", "€300", else "300 CAD"."""
    written = number(amount)
    if "." in written and len(written.rpartition(".")[2]) == 1:
        written += "0"
    symbol = _SYMBOLS.get(currency.upper())
    return f"{symbol}{written}" if symbol else f"{written} {currency.upper()}"


def day(value: date) -> str:
    """ "30 June 2020"."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def away(days: int) -> str:
    """ "today", "tomorrow", "in 12 days"."""
    return "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"


def enumeration(parts: Iterable[str], last: str) -> str:
    """ "a, b and c", with *last* as the word before the last part."""
    items: Sequence[str] = tuple(parts)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def vocabulary(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())
