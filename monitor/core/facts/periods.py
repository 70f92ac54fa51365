"""When a price holds or held: "was $300 until 2024", "effective July 1, 2027", "2026–2027"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.core.lexicon.finder import folded
from monitor.core.lexicon.free import RAISED, WAS, pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = (
    r"(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? "
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,? )?"
    r"|(?P<m>\d{1,2})/(?P<d>\d{1,2})/|(?:the )?(?:summer|fall|spring|winter|end) (?:of )?)?(?P<year>20\d\d)\b"
)
_STARTS = re.compile(rf"\b(?:effective|starting|beginning|from|as of|since)(?: on| in| from)?:? {_DAY}", re.IGNORECASE)
# Directly behind a price, or at the head of what is said of it: what is "due before" a day is no end of the price.
_ENDS = re.compile(
    rf"[\s,(]*(?:(?!due|paid|pay|if|when)\w+ ){{0,2}}?(?P<how>until|through|before|prior to|till)(?: on)? {_DAY}",
    re.IGNORECASE,
)
_ENDS_AHEAD = re.compile(rf"(?:^|[.;(|])\s*(?P<how>until|through|prior to)(?: on)? {_DAY}", re.IGNORECASE)
_YEARS = re.compile(r"\b(?P<one>20[0-4]\d) ?[-–/] ?(?P<two>(?:20)?[0-4]\d)\b(?![-–/]\d)")
_ONE_YEAR = re.compile(
    r"\b(?:for|in|during|year|AY|FY)(?: the)?(?: academic| calendar| school)?(?: year)? (?P<year>20[0-4]\d)\b",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"\b20[0-4]\d\b")
_WAS = re.compile(rf"\b(?:{pattern(WAS)})(?: only| just)?\s*[:(]?\s*$", re.IGNORECASE)
_WAS_BEHIND = re.compile(r"\s*\(?(?:formerly|previously|old (?:fee|price|rate)|no longer)\b", re.IGNORECASE)
_WILL = re.compile(r"\bwill\b[^.;]*$", re.IGNORECASE)
_ON = re.compile(rf"[\s,(]*(?:on|in|by|from|as of) {_DAY}", re.IGNORECASE)
_RAISED_FROM = re.compile(rf"\b(?:{pattern(RAISED)})\b[^.;|]{{0,40}}\b(?:from|de|von|desde)\s*$", re.IGNORECASE)

BEFORE_CHARACTERS = 60
BEHIND_CHARACTERS = 50


@dataclass(frozen=True, slots=True)
class Period:
    """`past`: called a former price; `start`, `until`: its first and last day; `year`: the last one named."""

    past: bool = False
    start: date | None = None
    until: date | None = None
    year: int | None = None


def period(text: str, start: int, end: int, left: int, right: int) -> Period:
    """When the amount from *start* to *end* holds; its neighbours leave it the text from *left* to *right*."""
    before = text[max(left, start - BEFORE_CHARACTERS) : start]
    behind = text[end : min(right, end + BEHIND_CHARACTERS)]
    past = bool(_WAS.search(before) or _RAISED_FROM.search(before) or _is_called_former(text, end, right))
    ends = _ENDS.match(behind) or (_ENDS_AHEAD.search(before) if left == 0 else None)
    starts = _STARTS.search(behind) or _STARTS.search(before) or (_ON.match(behind) if _WILL.search(before) else None)
    return Period(
        past=past,
        start=_first_day(starts) if starts else None,
        until=_last_day(ends) if ends else None,
        year=last_year(before + behind),
    )


def _is_called_former(text: str, end: int, right: int) -> bool:
    """ "$300 (old price)"; but in "$75 (formerly $50)" the words are of the next amount."""
    called = _WAS_BEHIND.match(text, end, right)
    return called is not None and (right == len(text) or bool(text[called.end() : right].strip(" (:")))


def last_year(text: str, *, heading: bool = False) -> int | None:
    """The last year that *text* says it is about; a *heading* needs no word before a year."""
    years = [int(match["two"][-2:]) + 2000 for match in _YEARS.finditer(text)]
    years += [int(match["year"]) for match in _ONE_YEAR.finditer(text)]
    if heading:
        years += [int(match[0]) for match in _ANY_YEAR.finditer(text)]
    return max(years, default=None)


def raised(text: str) -> bool:
    """Whether *text*, which leads to "… to …", tells of two prices, the former and the new one."""
    return _RAISED_FROM.search(text) is not None


def _first_day(match: re.Match[str]) -> date | None:
    month = _MONTHS.index(folded(match["month"])) + 1 if match["month"] else int(match["m"] or 1)
    try:
        return date(int(match["year"]), month, int(match["day"] or match["d"] or 1))
    except ValueError:
        return None


def _last_day(match: re.Match[str]) -> date | None:
    day = _first_day(match)
    if day is None:
        return None
    if match["how"].lower() in {"before", "prior to"}:
        return day - timedelta(days=1)
    return day if match["month"] or match["m"] else date(day.year, 12, 31)
