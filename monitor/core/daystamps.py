"""Lines that name the day on which they are asked for: a clock in words, whatever it says of itself."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitor.core.facts.calendar import Written, found, on

MAX_CHARACTERS = 200  # of such a line
_NEXT_TO_IT = timedelta(days=1)  # the page's day need not be UTC's
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?\b|uhr\b)?|\b(?:UTC|GMT|[ECMP][SD]T|CES?T)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Days:
    """From when to when a version of a page was seen."""

    first: date
    last: date

    @classmethod
    def seen(cls, first: datetime, last: datetime) -> "Days":
        """Of the moments at which it was seen."""
        return cls(first.date(), last.date())


def are_daystamps(one: str, other: str, then: Days, now: Days) -> bool:
    """Whether two lines differ in their date alone, and each names the day on which it was seen.

    A line that stayed as it was while days went by is no clock.
    """
    if max(len(one), len(other)) > MAX_CHARACTERS or any(each.last - each.first > _NEXT_TO_IT for each in (then, now)):
        return False
    told = any(_is_of(one, then, day_first=each) and _is_of(other, now, day_first=each) for each in (True, False))
    return told and _around(one) == _around(other)


def _is_of(line: str, days: Days, *, day_first: bool) -> bool:
    dates = found(line, day_first=day_first)
    day = _day(dates[0], days.last.year) if len(dates) == 1 else None
    return day is not None and days.first - _NEXT_TO_IT <= day <= days.last + _NEXT_TO_IT


def _day(written: Written, year: int) -> date | None:
    return on(written.year or year, written.month, written.day) if written.day is not None else None


def _around(line: str) -> list[str]:
    """The words of a line beside its date, its weekday and its time."""
    dates = found(line, day_first=True)
    if dates:
        line = f"{line[: dates[0].start]} {line[dates[0].end :]}"
    return _WORD.findall(_WEEKDAY.sub(" ", _TIME.sub(" ", line)).casefold())
