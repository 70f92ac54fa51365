"""Page → dates, each with what it is for: by the words beside it, the heads of its row and column, its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from monitor.core.content import Page
from monitor.core.fact import DateFact, Purpose
from monitor.core.facts.calendar import Written, found, on, orders
from monitor.core.facts.lexicon.purposes import ADJECTIVAL, PURPOSES, WINDOWS
from monitor.core.facts.passages import Passage, label_before, passages, quote
from monitor.core.signs.phrases import holds, plain

MAX_DATES = 500
_MAX_LABEL = 80  # characters
_NEAR_BEFORE, _NEAR_AFTER = 90, 50  # characters in which the words for a date stand
_MONTH_FIRST = frozenset(("", "en", "en-us", "en-ca", "es-us"))  # languages that may write 1/15/2027
_YEARS = re.compile(r"(?<![\d/.-])(?P<one>20\d\d)(?:\s?[-–—/]\s?(?P<two>20\d\d|\d\d))?(?![\d/.]\d|\d)")
_FOR_A_YEAR = re.compile(
    r"\b(?:for|cycle|year|class of|term|session|season|fall|spring|summer|winter|autumn|saison|année|jahr|año|ano|anno)"
    r"\b[^.\d]{0,25}(?=20\d\d)|20\d\d(?:\s?[-–—/]\s?\d{2,4})?(?=\s(?:cycle|academic|application|season|term|session))",
    re.IGNORECASE,
)
_FIRST_MONTH = 7  # an academic year of two calendar years begins with July
_MAY_GO_ON = 6  # characters; a longer word is known by its beginning: deadlines
_SERIES = re.compile(
    r"[\s,/&–—-]{0,4}(?:and|or|to|through|until|bis|und|au|et|ou|al|y|o|e|ou|tot|en)?[\s–—-]{0,3}", re.IGNORECASE
)
_NAMED_BEHIND = re.compile(r"\s?[:–—]\s?\w")  # "May 3: application deadline"
_EDGES = " \t,;:.–—-|()[]•*→"


@dataclass(frozen=True, slots=True)
class _Years:
    """The year that stands over a date, or the two of an academic year."""

    one: int
    two: int | None = None


def dates(page: Page) -> tuple[DateFact, ...]:
    """Every date that *page* names, in reading order, at most `MAX_DATES`; "in three weeks" is none."""
    day_first = _is_day_first(page)
    return tuple(islice(_each(page, day_first=day_first), MAX_DATES))


def _is_day_first(page: Page) -> bool | None:
    """How the page orders figures; None where nothing shows it and its language leaves it open."""
    day_first = month_first = 0
    for block in page.blocks:
        one, other = orders(block.text)
        day_first, month_first = day_first + one, month_first + other
    if bool(day_first) != bool(month_first):
        return bool(day_first)
    return None if (page.language or "").lower() in _MONTH_FIRST else True


def _each(page: Page, *, day_first: bool | None) -> Iterator[DateFact]:
    certain = day_first is not None
    for passage in passages(page):
        there = found(passage.text, day_first=bool(day_first))
        for number, written in enumerate(there):
            first = _first_of_series(passage.text, there, number)
            before = there[first - 1].end if first else 0
            after = there[number + 1].start if number + 1 < len(there) else len(passage.text)
            words = _Words.around(
                page, passage, written, (before, _words_end(passage.text, there, first, number), after)
            )
            fact = _fact(page, passage, written, words, certain=certain)
            if fact is not None:
                yield fact


def _first_of_series(text: str, there: tuple[Written, ...], number: int) -> int:
    """Of "due March 1, April 1 and May 1" the first, for any of the three: the words before it are about all."""
    while number and (
        _SERIES.fullmatch(text, there[number - 1].end, there[number].start) or _is_a_name(text, there[number - 1])
    ):
        number -= 1
    return number


def _words_end(text: str, there: tuple[Written, ...], first: int, number: int) -> int:
    """Where the words before a date end: before the first of its series, but behind a name that stands between."""
    return there[number].start if number and _is_a_name(text, there[number - 1]) else there[first].start


def _is_a_name(text: str, written: Written) -> bool:
    """Whether a date only tells which of several is meant: "January 4 rotations"."""
    after = plain(text[written.end : written.end + _MAX_LABEL])
    return text[written.end : written.end + 1] == " " and any(
        after.startswith(plain(phrase).rstrip()) for told in ADJECTIVAL.values() for phrase in told
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The words by which a date is known, the nearest first."""

    before: str
    after: str
    heads: tuple[str, ...]

    @classmethod
    def around(cls, page: Page, passage: Passage, written: Written, reach: tuple[int, int, int]) -> "_Words":
        """*reach*: where the words before begin and end, and where those after end."""
        text = passage.text
        begin, words_end, end = reach
        if passage.is_row:
            cells, at = passage.cells, passage.cell(written.start)
            begin = max(begin, text.rfind(" | ", 0, written.start) + 3 if at else 0)
            cut = text.find(" | ", written.end)
            end = min(end, cut if cut >= 0 else len(text))
            column = passage.heads[at] if at < len(passage.heads) else ""
            row = cells[0] if at else (cells[1] if len(cells) == 2 else "")
            heads = (column, row, *passage.above[:2])
        else:
            heads = (label_before(page.blocks, passage.place.block) if not passage.start else "", *passage.above[:2])
        return cls(text[begin:words_end], text[written.end : end], heads)

    @property
    def label(self) -> str:
        """What the page calls the date, in its own words."""
        behind = self.after[:_MAX_LABEL] if _NAMED_BEHIND.match(self.after) else ""
        here = _clause(self.before) or _clause(behind) or next((h for h in self.heads[:2] if h.strip(_EDGES)), "")
        return (here or self.after[:_MAX_LABEL])[-_MAX_LABEL:].strip(_EDGES) or self.after[:_MAX_LABEL].strip(_EDGES)


def _clause(before: str) -> str:
    return re.split(r"[;()]", before.strip(_EDGES))[-1].strip(_EDGES)


def _fact(page: Page, passage: Passage, written: Written, words: _Words, *, certain: bool) -> DateFact | None:
    named = _is_a_name(passage.text, written)
    purpose = Purpose.EVENT if named else _ends_of(_purpose(words), words, written)
    if written.day is None and written.year is None:
        return None
    years = _years_over(page, passage, words) if written.year is None else None
    day, either = _day(written, years, certain=certain)
    year = written.year if day is None else None
    return DateFact(
        purpose,
        words.label,
        quote(passage.text, written.start, written.end),
        passage.place,
        date=day,
        month=written.month,
        day=written.day,
        year=day.year if day else year,
        either=either,
    )


def _day(written: Written, years: _Years | None, *, certain: bool) -> tuple[date | None, date | None]:
    """The day that is meant, and another that it may be."""
    if written.day is None:
        return None, None
    if written.year is not None:
        other = on(written.year, written.day, written.month) if written.swapped and not certain else None
        return on(written.year, written.month, written.day), other
    if years is None:
        return None, None
    if years.two is None:
        return on(years.one, written.month, written.day), None
    year, other_year = (years.one, years.two) if written.month >= _FIRST_MONTH else (years.two, years.one)
    return on(year, written.month, written.day), on(other_year, written.month, written.day)


def _years_over(page: Page, passage: Passage, words: _Words) -> _Years | None:
    """The year of the sentence where it says for which year it speaks, else of the row, the headings or the title."""
    told = _FOR_A_YEAR.search(passage.text)
    if told is not None:
        here = [*_YEARS.finditer(passage.text)]
        if len({match["one"] for match in here}) == 1:
            return _years(here[0])
    for head in (*words.heads, *passage.above, page.title):
        years = {(match["one"], match["two"]): match for match in _YEARS.finditer(head)}
        if len(years) == 1:
            return _years(next(iter(years.values())))
        if years:
            return None
    return None


def _years(match: re.Match[str]) -> _Years:
    one, two = int(match["one"]), match["two"]
    second = int(two) if two and len(two) > 2 else one // 100 * 100 + int(two) if two else None
    return _Years(one, second if second == one + 1 else None)


def _purpose(words: _Words) -> Purpose:
    return (
        _nearest(plain(words.before[-_NEAR_BEFORE:]), from_end=True)
        or _nearest(plain(words.after[:_NEAR_AFTER]), from_end=False)
        or next((told for head in words.heads if (told := _nearest(plain(head), from_end=True))), Purpose.OTHER)
    )


def _ends_of(purpose: Purpose, words: _Words, written: Written) -> Purpose:
    """Of a stretch in which one may apply, the first day opens and the last one closes."""
    if not (written.first or written.last):
        return purpose
    around = plain(" ".join((words.before[-_NEAR_BEFORE:], *words.heads)))
    windows = (phrase for told in WINDOWS.values() for phrase in told)
    if purpose in {Purpose.DEADLINE, Purpose.OPENING} or any(holds(around, phrase) for phrase in windows):
        return Purpose.OPENING if written.first else Purpose.DEADLINE
    return purpose


@lru_cache(maxsize=1)
def _needles() -> tuple[tuple[Purpose, str], ...]:
    return tuple(
        (purpose, plain(phrase) if len(phrase) < _MAY_GO_ON else plain(phrase).rstrip())
        for purpose, phrases in PURPOSES.items()
        for told in phrases.values()
        for phrase in told
    )


def _nearest(text: str, *, from_end: bool) -> Purpose | None:
    """The purpose whose words stand nearest to the end (or the start) of a plain *text*; the longer words win."""
    best: tuple[int, int] | None = None
    nearest = None
    for purpose, needle in _needles():
        at = text.rfind(needle) if from_end else text.find(needle)
        if at < 0:
            continue
        distance = len(text) - at - len(needle) if from_end else at
        if best is None or (distance, -len(needle)) < best:
            best, nearest = (distance, -len(needle)), purpose
    return nearest
