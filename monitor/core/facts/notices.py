"""Page → deadlines that are no days: "four months before the elective", "on a rolling basis"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from monitor.core.content import Page
from monitor.core.fact import Notice
from monitor.core.facts.durations import Span, spans
from monitor.core.facts.lexicon import notices as words
from monitor.core.facts.passages import Passage, label_before, passages, quote
from monitor.core.lexicon.finder import Signs

MAX_NOTICES = 200
_MAX_PASSAGE = 1_000  # characters of a sentence or row
_NEAR = 30  # characters before a span in which words say that it is the earliest time
_BEYOND = 20  # characters in brackets: "two months (60 days) before"


def _any(told: Mapping[str, str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in told.values())


_AHEAD = re.compile(
    rf"(?:\s?\([^()]{{0,{_BEYOND}}}\))?(?:\s(?:{_any(words.BETWEEN)})){{0,2}}\s(?:{_any(words.AHEAD)})\b", re.IGNORECASE
)
_EARLIEST = re.compile(rf"\b(?:{_any(words.EARLIEST)})\b", re.IGNORECASE)
_NO_DAY = re.compile(rf"\b(?:{_any(words.NO_DAY)})", re.IGNORECASE)
_ROLLING = re.compile(rf"\b(?:{_any(words.ROLLING)})\b", re.IGNORECASE)
_APPLYING = re.compile(rf"\b(?:{_any(words.APPLYING)})\b", re.IGNORECASE)
_AHEAD_SIGNS, _DAYLESS_SIGNS = Signs(words.SIGNS_OF_AHEAD), Signs(words.SIGNS_OF_NO_DAY)


@dataclass(frozen=True, slots=True)
class Timing:
    """What a text says of when to act: so long `ahead`, or at any time; in `words` from `start` to `end`."""

    ahead: timedelta | None
    start: int
    end: int
    words: str
    upto: timedelta | None = None


def notices(page: Page) -> tuple[Notice, ...]:
    """Every time of notice that *page* states, in reading order, at most `MAX_NOTICES`."""
    return tuple(islice(_each(page), MAX_NOTICES))


def timings(text: str) -> Iterator[Timing]:
    """The times of notice in *text*; what goes on at any time only where it is applying."""
    for span in spans(text, 0, len(text)) if _AHEAD_SIGNS.stand_in(text) else ():
        behind = _AHEAD.match(text, span.end)
        if behind is not None and not _EARLIEST.search(text[max(0, span.start - _NEAR) : span.start]):
            yield _ahead(text, span, behind.end())
    rolling = _NO_DAY.search(text) or _ROLLING.search(text) if _DAYLESS_SIGNS.stand_in(text) else None
    if rolling is not None:
        yield Timing(None, rolling.start(), rolling.end(), rolling[0])


def denies_a_day(said: str) -> bool:
    """Whether the words of a notice say that there is no deadline: "rolling" leaves room for one."""
    return _NO_DAY.search(said) is not None


def _ahead(text: str, span: Span, end: int) -> Timing:
    return Timing(span.low, span.start, end, text[span.start : end], span.high)


def _each(page: Page) -> Iterator[Notice]:
    for passage in passages(page):
        text = passage.text[:_MAX_PASSAGE]
        there = tuple(timings(text))
        if not there:
            continue
        label = f"{_label(page, passage)} {text}".strip()
        for timing in there:
            if timing.ahead is None and not _APPLYING.search(label):
                continue
            said = quote(text, timing.start, timing.end)
            yield Notice(timing.ahead, timing.words, label, said, passage.place, timing.upto)


def _label(page: Page, passage: Passage) -> str:
    if passage.is_row:
        return " ".join(passage.heads)
    return label_before(page.blocks, passage.place.block) if not passage.start else ""
