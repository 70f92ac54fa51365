"""Page → durations: every span of time that it states, with the words before it that say what takes so long."""

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from monitor.core.content import Block, Page
from monitor.core.fact import Duration, Place
from monitor.core.facts.quoting import quote
from monitor.core.facts.sentences import sentences
from monitor.core.lexicon.durations import NUMBERS, SPANS
from monitor.core.lexicon.finder import folded

MAX_DURATIONS = 500
LABEL_WORDS = 6
LABEL_CHARACTERS = 80

_DAYS = {folded(word.strip()): days for days, _, line in SPANS for word in line.split(",")}
_COUNT = rf"\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
_SPAN = "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in sorted(_DAYS, key=len, reverse=True))
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


def _durations(blocks: tuple[Block, ...]) -> Iterator[Duration]:
    heading = ""
    for index, block in enumerate(blocks):
        if block.heading:
            heading = block.text
        for start, end in sentences(block.text):
            left = start
            for match in _DURATION.finditer(block.text, start, end):
                yield _duration(block, match, left, (start, end), Place(index, heading, block.area))
                left = match.end()


def _duration(block: Block, match: re.Match[str], left: int, within: tuple[int, int], place: Place) -> Duration:
    days = _DAYS[folded(match["span"]).replace("-", " ")]
    low = timedelta(days=_number(match["low"]) * days)
    high = timedelta(days=_number(match["high"]) * days) if match["high"] else None
    words = _WORD.findall(block.text[max(left, match.start() - LABEL_CHARACTERS) : match.start()])
    behind = _WORD.findall(block.text[match.end() : min(within[1], match.end() + LABEL_CHARACTERS)])
    label = " ".join(words[-LABEL_WORDS:]) or " ".join(behind[:LABEL_WORDS])
    said = quote(block.text, match.start(), match.end(), within)
    return Duration(low, label, said, place, upto=high if high and high > low else None)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMBERS[folded(written)]
