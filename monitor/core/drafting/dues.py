"""The days that a page calls deadlines as deadlines of a listing."""

from collections.abc import Iterator, Sequence
from datetime import date

from monitor.core.content import Area
from monitor.core.drafting.lexicon import APPLYING, OTHER_DEADLINES
from monitor.core.drafting.model import Found
from monitor.core.fact import DateFact, Purpose
from monitor.core.lexicon.finder import Finder
from monitor.core.listing import Deadline
from monitor.core.wording import day

MAX_DEADLINES = 12
_LEAP_YEAR = 2000  # it has every day
_APPLYING = Finder({phrase.strip(): True for _, line in APPLYING for phrase in line.split(",")})
_OTHER = Finder({phrase.strip(): what for what, _, line in OTHER_DEADLINES for phrase in line.split(",")})


def deadlines(stated: Sequence[DateFact], today: date) -> tuple[Found[Deadline], ...]:
    """A deadline for every day that the page calls one, each once; a day without a year becomes a note."""
    found: dict[Deadline, Found[Deadline]] = {}
    for fact in stated:
        if fact.purpose is not Purpose.DEADLINE:
            continue
        value = _deadline(fact)
        if value is not None and value not in found:
            found[value] = Found(value, fact.quote, "; ".join(_doubts(fact, today)))
    return tuple(found.values())[:MAX_DEADLINES]


def _deadline(fact: DateFact) -> Deadline | None:
    what = _what(fact)
    if fact.date is not None:
        return Deadline(what, date=fact.date)
    if fact.month is None or not 1 <= fact.month <= 12:
        return None
    month = day(date(_LEAP_YEAR, fact.month, fact.day or 1)).removesuffix(f" {_LEAP_YEAR}")
    if fact.day is not None:
        return Deadline(what, note=f"{month}; the page names no year")
    written = month.partition(" ")[2]
    return Deadline(what, note=f"{written} {fact.year}" if fact.year else f"{written}; the page names no year")


def _what(fact: DateFact) -> str:
    """What is due: applying, unless the words before the day name something else alone."""
    other = next((hit.meaning for hit in _OTHER.find(fact.label)), None)
    return other if other is not None and not any(_APPLYING.find(fact.label)) else "application"


def _doubts(fact: DateFact, today: date) -> Iterator[str]:
    if fact.date is not None and fact.either is not None:
        yield f"it may also mean {day(fact.either)}"
    if fact.date is None and fact.day is None:
        yield "the page names a month only"
    if fact.date is not None and fact.date < today:
        yield "the day has passed"
    if fact.place.area is Area.CHROME:
        yield "it stands in the furniture of the page"
