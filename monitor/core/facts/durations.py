"""Page → durations: every span of time that it states, with the words before it that say what takes so long."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from monitor.core.content import Block, Page
from monitor.core.fact import Duration, Place
from monitor.core.facts.quoting import quote
from monitor.core.facts.sentences import sentences
from monitor.core.lexicon.durations import NUMBERS, SPANS
from monitor.core.lexicon.finder import either, folded

MAX_DURATIONS = 500
LABEL_WORDS = 6
LABEL_CHARACTERS = 80

_DAYS = {folded(word.strip()): days for days, _, line in SPANS for word in line.split(",")}
_COUNT = rf"\d{{1,3}}|{either(NUMBERS)}"
_SPAN = either(_DAYS).replace(r"\ ", "[ -]")
_DURATION = re.compile(
    rf"(?<![\w.,$€£/-])(?P<low>{_COUNT})(?: ?\(\d{{1,3}}\))?"
    rf"(?: ?(?:-|–|—|to|or|and|à|bis|a|até|ou|oder|o) ?(?P<high>{_COUNT}))?"
    rf"[ -]?(?:full |consecutive |calendar )?(?P<span>{_SPAN})s?(?![\w])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def durations(page: Page) -> tuple[Duration, ...]:
    """Every span of time on *page* in reading order, at most `MAX_DURATIONS`; a month counts 30 days, a year 365."""
    return tuple(islice(_durations(page.blocks), MAX_DURATIONS))


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time that is written from `start` to `end`: `low` days, or `low` to `high`."""

    start: int
    end: int
    low: timedelta
    high: timedelta | None = None


def spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The spans of time that *text* states between *start* and *end*."""
    for match in _DURATION.finditer(text, start, end):
        days = _DAYS[folded(match["span"]).replace("-", " ")]
        low = timedelta(days=_number(match["low"]) * days)
        high = timedelta(days=_number(match["high"]) * days) if match["high"] else None
        yield Span(match.start(), match.end(), low, high if high and high > low else None)


def _durations(blocks: tuple[Block, ...]) -> Iterator[Duration]:
    heading = ""
    for index, block in enumerate(blocks):
        if block.heading:
            heading = block.text
        if next(spans(block.text, 0, len(block.text)), None) is None:
            continue
        for start, end in sentences(block.text):
            left = start
            for span in spans(block.text, start, end):
                yield _duration(block, span, left, (start, end), Place(index, heading, block.area))
                left = span.end


def _duration(block: Block, span: Span, left: int, within: tuple[int, int], place: Place) -> Duration:
    words = _WORD.findall(block.text[max(left, span.start - LABEL_CHARACTERS) : span.start])
    behind = _WORD.findall(block.text[span.end : min(within[1], span.end + LABEL_CHARACTERS)])
    label = " ".join(words[-LABEL_WORDS:]) or " ".join(behind[:LABEL_WORDS])
    said = quote(block.text, span.start, span.end, within)
    return Duration(span.low, label, said, place, upto=span.high)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMBERS[folded(written)]
