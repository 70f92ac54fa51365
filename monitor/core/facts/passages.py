"""A page cut into what is said at a time: sentences, and rows of tables, each with what stands above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from monitor.core.content import Block, Page
from monitor.core.fact import Place
from monitor.core.facts.lexicon.months import MONTHS
from monitor.core.wording import vocabulary

MAX_QUOTE = 300  # characters
MAX_BLOCK = 20_000  # characters of a block that are read; a sentence about a programme stands well before
_MAX_HEADING = 300  # characters
_NAMING = 5  # words; what is as short as that names something
_CELL = " | "
_MAX_CELL = 250  # characters; a table with more in a cell lays out a page
_END = re.compile(r"[.!?]+[\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-ÞŒ0-9])|•\s+")
_SHORTENED = vocabulary(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil e.g i.e st dr mr mrs ms prof u.s u.k u.s.a dept
    vs min max approx inc univ ext tel fig vol pp art sec m.d ph.d bzw ca nr a.m p.m est pst
    """
)  # words that end with a full stop inside a sentence
_MARK = re.compile(r"[.!?•]")
_BEFORE = re.compile(r"[\w.]{1,12}$")
_MONTH = re.compile(
    rf"(?:{'|'.join(name for names in MONTHS.values() for name in re.split('[ |]+', names))})\b", re.IGNORECASE
)
_DAY_BEHIND = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?=,? (?:19|20)\d\d\b|\s*[.;)]|\s*$)")
_INITIAL = 1  # characters: "Mary J. Smith"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or a row: `text` stands from `start` on in its block.

    `above`: the headings over it, the nearest first; `heads`: for a row of a table, the cells of its first row.
    """

    text: str
    start: int
    place: Place
    above: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    is_heading: bool = False

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return _CELL in self.text

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row; a sentence is one cell."""
        return tuple(self.text.split(_CELL))

    def cell(self, at: int) -> int:
        """The number of the cell that a position of the text lies in."""
        return self.text.count(_CELL, 0, at)


@lru_cache(maxsize=1)
def passages(page: Page) -> tuple[Passage, ...]:
    """Everything that *page* says, passage by passage, in reading order; kept for who asks for the same page next."""
    return tuple(_each(page))


def _each(page: Page) -> Iterator[Passage]:
    over: list[tuple[int, str]] = []
    heads: tuple[str, ...] = ()
    for number, block in enumerate(page.blocks):
        if block.heading:
            over = [outer for outer in over if outer[0] < block.heading]
        above = tuple(text for _, text in reversed(over))
        place = Place(number, above[0] if above else "", block.area)
        text = block.text[:MAX_BLOCK]
        if _CELL in text and max(map(len, text.split(_CELL))) <= _MAX_CELL:
            yield Passage(text, 0, place, above, heads, is_heading=bool(block.heading))
            heads = heads or tuple(text.split(_CELL))
        else:
            heads = ()
            for left, right in _stretches(text):
                for start, end in sentences(text[left:right]):
                    said = text[left + start : left + end]
                    yield Passage(said, left + start, place, above, is_heading=bool(block.heading))
        if block.heading:
            over.append((block.heading, text[:_MAX_HEADING]))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The cells of a row by which a page is laid out; any other text is one."""
    left = 0
    for cell in text.split(_CELL):
        yield left, left + len(cell)
        left += len(cell) + len(_CELL)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of *text* begin and end."""
    start = 0
    for end in _END.finditer(text) if _MARK.search(text) else ():
        before = text[max(0, end.start() - 12) : end.start()]
        behind = text[end.end() : end.end() + 12]
        if text[end.start()] == "." and (_goes_on(before) or _is_day(before, behind)):
            continue
        yield start, start + len(text[start : end.end()].rstrip())
        start = end.end()
    if start < len(text):
        yield start, len(text)


def _goes_on(before: str) -> bool:
    word = _BEFORE.search(before)
    last = word[0].lower() if word else ""
    return last in _SHORTENED or (len(last) == _INITIAL and last.isalpha() and last != "i")


def _is_day(before: str, after: str) -> bool:
    """ "18. März" is no end of a sentence, nor is "December. 1", a slip of the pen."""
    if before[-1:].isdigit():
        return _MONTH.match(after) is not None
    last = before.rpartition(" ")[2]
    return last[:1].isupper() and _MONTH.fullmatch(last) is not None and _DAY_BEHIND.match(after) is not None


def quote(text: str, start: int, end: int) -> str:
    """What stands around *start* to *end* in *text*, word for word and in at most `MAX_QUOTE` characters."""
    if len(text) <= MAX_QUOTE:
        return text.strip()
    room = max(0, MAX_QUOTE - (end - start))
    left = max(0, min(start - room // 2, len(text) - MAX_QUOTE))
    right = min(len(text), left + MAX_QUOTE)
    if left and (space := text.find(" ", left, start)) >= 0:
        left = space + 1
    if right < len(text) and (space := text.rfind(" ", end, right)) >= 0:
        right = space
    return text[left:right].strip()


def label_before(blocks: tuple[Block, ...], number: int) -> str:
    """The short block before block *number* where it names or asks what this one tells: "TOEFL:", "Any fees?"."""
    if number == 0:
        return ""
    before = blocks[number - 1].text
    named = before.rstrip().endswith(("?", ":")) or len(before.split()) <= _NAMING
    return before if named and len(before) <= _MAX_HEADING and _CELL not in before else ""
