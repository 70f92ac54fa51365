"""The spellings of dates: finds them in a text and reads year, month and day off them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from monitor.core.facts.lexicon.months import ALSO_WORDS, MONTHS, NEVER_WITHOUT_A_YEAR, VERB_AFTER_NUMBERS
from monitor.core.lexicon.finder import either, folded

_NUMBERS = {
    name: number
    for names in MONTHS.values()
    for number, spellings in enumerate(names.split(), start=1)
    for name in spellings.split("|")
}
_MONTH = rf"(?P<month>{either(_NUMBERS)})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|[º°ª])"
_CLOCK = r"(?!\s{0,2}(?::\d|[ap]\.?m\b|uhr\b|h\b))"
_RANGE = r"\s{0,2}(?P<join>[-–—]|to|through|and|bis|und|au|et|al|ao|a|y|e|t/m|tot)\s{0,2}"
_TWO_DAYS = frozenset(("and", "und", "et", "y", "e"))  # unless "between" stands before them
_FROM_ONE_TO_THE_OTHER = re.compile(r"\b(?:between|zwischen|entre|tra|fra)\b[\w\s,.]{0,20}$", re.IGNORECASE)
_ENDS = rf"(?:{_RANGE}(?P<last>\d{{1,2}}){_ORDINAL}?(?![\d/]){_CLOCK})?"
_OF = r"(?:(?:of|de|del|di|do|d['’])\s{0,2})?"
_SPELLINGS = (
    re.compile(
        rf"\b{_MONTH}\b\.?\s{{0,3}}(?P<day>\d{{1,2}}){_ORDINAL}?(?!\d|\s?%){_CLOCK}{_ENDS}(?:\s{{0,2}},?\s{{0,2}}{_OF}{_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\d.,/:$€£\w-])(?P<day>\d{{1,2}})(?:{_ORDINAL}|\.)?"
        rf"(?:{_RANGE}(?P<last>\d{{1,2}})(?:{_ORDINAL}|\.)?)?(?:\s{{1,3}}|\s?-\s?)(?:day\s)?{_OF}{_MONTH}\b\.?"
        rf"(?:(?:\s{{0,2}},?\s{{0,2}}|-){_OF}{_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_MONTH}\b\s?,\s{{0,2}}(?P<day>\d{{1,2}}){_ORDINAL}?\s?,?\s{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\b\.?,?\s{{1,3}}{_OF}{_YEAR}", re.IGNORECASE),
    re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<set>[-/.])(?P<month>\d{1,2})(?P=set)(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
)
_FIGURES = re.compile(
    r"(?<![\d/.$€£])(?<!\d-)(?P<first>\d{1,2})(?P<set>[./-])(?P<second>\d{1,2})(?P=set)(?P<year>(?:19|20)\d\d|\d\d(?=\b))(?![\d/]|[.-]\d)"
)
_DIGIT, _MAY_BE_FIGURES = re.compile(r"\d"), re.compile(r"\d[./-]\d")  # looked for first, because that is fast
_BETWEEN = re.compile(_RANGE, re.IGNORECASE)
_TO_A_MONTH = re.compile(
    rf"\s{{0,2}}(?:[-–—]|to|through|thru|until|bis|au|hasta|até)\s{{1,2}}{_MONTH}\b(?!\.?\s?\d)", re.IGNORECASE
)
_CENTURY = 2000
_MONTHS_IN_A_YEAR, _DAYS_IN_A_MONTH = 12, 31
_MAX_FOUND = 500  # in one text


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written from `start` to `end`; what is not written is None.

    `swapped`: day and month could change places; `first`, `last`: it begins or ends a stretch of days.
    """

    start: int
    end: int
    month: int
    day: int | None = None
    year: int | None = None
    swapped: bool = False
    first: bool = False
    last: bool = False


def found(text: str, *, day_first: bool) -> tuple[Written, ...]:
    """Every date in *text*, in order and apart; *day_first* reads 1/2/2027 as the first of February."""
    each = sorted(_each(text, day_first=day_first), key=lambda one: (one.start, one.start - one.end))
    apart: list[Written] = []
    for one in each:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
        if len(apart) >= _MAX_FOUND:
            break
    return tuple(_stretches(text, apart))


def orders(text: str) -> tuple[int, int]:
    """How many dates in figures of *text* can only begin with the day, and with the month."""
    day_first = month_first = 0
    for figures in _in_order(text):
        first, second = int(figures["first"]), int(figures["second"])
        day_first += second <= _MONTHS_IN_A_YEAR < first <= _DAYS_IN_A_MONTH
        month_first += first <= _MONTHS_IN_A_YEAR < second <= _DAYS_IN_A_MONTH
    return day_first, month_first


def on(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _each(text: str, *, day_first: bool) -> Iterator[Written]:
    if not _DIGIT.search(text):
        return
    for spelling in _SPELLINGS:
        for match in spelling.finditer(text):
            yield from _named(match)
    for match in _in_order(text):
        written = _in_figures(match, day_first=day_first)
        if written is not None:
            yield written


def _in_order(text: str) -> Iterator[re.Match[str]]:
    """What may be dates in figures."""
    return _FIGURES.finditer(text) if _MAY_BE_FIGURES.search(text) else iter(())


def _named(match: re.Match[str]) -> Iterator[Written]:
    """One date, or the two ends of "1–15 January"."""
    parts = match.groupdict()
    name = match["month"]
    month = int(name) if name.isdigit() else _NUMBERS[folded(name)]
    year = int(parts["year"]) if parts.get("year") else None
    day = int(parts["day"]) if parts.get("day") else None
    if not name.isdigit() and not _is_meant(match, day, year):
        return
    if not _can_be(year, month, day):
        return
    last = int(parts["last"]) if parts.get("last") else None
    if day is not None and last is not None and day < last and _can_be(year, month, last):
        stretch = _is_stretch(match.string, match.start(), match["join"])
        yield Written(match.start(), match.start("join"), month, day, year, first=stretch)
        yield Written(match.start("last"), match.end(), month, last, year, last=stretch)
        return
    yield Written(match.start(), match.end(), month, day, year)


def _is_meant(match: re.Match[str], day: int | None, year: int | None) -> bool:
    """Whether the name of a month is one here: "students may 2 …", "set 5 goals" hold none."""
    name, month_comes_first = match["month"], day is None or match.start("month") < match.start("day")
    if name.lower() in NEVER_WITHOUT_A_YEAR and year is None:
        return False
    if name[0].islower() and month_comes_first and name in ALSO_WORDS:
        return year is not None and day is not None
    if name == VERB_AFTER_NUMBERS:
        return year is not None
    return True


def _in_figures(match: re.Match[str], *, day_first: bool) -> Written | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:
        if match["set"] != "/":
            return None  # 1.2.03 numbers a section
        year += _CENTURY
    day, month = (first, second) if day_first or match["set"] == "." else (second, first)
    if not _can_be(year, month, day):
        day, month = month, day
        if not _can_be(year, month, day):
            return None
    swapped = day != month and _can_be(year, day, month)
    return Written(match.start(), match.end(), month, day, year, swapped=swapped)


def _can_be(year: int | None, month: int, day: int | None) -> bool:
    return on(year or 2000, month, day or 1) is not None  # 2000 has a 29 February


def _stretches(text: str, apart: Sequence[Written]) -> Iterator[Written]:
    """Dates that begin and end a stretch are told; a first day takes the year that is written after the last."""
    for number, one in enumerate(apart):
        after = apart[number + 1] if number + 1 < len(apart) else None
        before = apart[number - 1] if number else None
        told = one
        if after is not None and _joined(text, one, after):
            told = replace(told, first=True)
            if told.year is None and after.year is not None:
                told = replace(told, year=after.year - (one.month > after.month))
        elif one.day is not None and _TO_A_MONTH.match(text, one.end):
            told = replace(told, first=True)
        if before is not None and _joined(text, before, one):
            told = replace(told, last=True)
        yield told


def _joined(text: str, one: Written, other: Written) -> bool:
    if one.day is None or other.day is None or other.start - one.end > 12:
        return False
    between = _BETWEEN.fullmatch(text, one.end, other.start)
    return between is not None and _is_stretch(text, one.start, between["join"])


def _is_stretch(text: str, start: int, join: str) -> bool:
    return join.lower() not in _TWO_DAYS or _FROM_ONE_TO_THE_OTHER.search(text[max(0, start - 40) : start]) is not None
