"""What stands above and beside a block and speaks for it: headings, questions, leads, the heads of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from monitor.core.content import Block

MAX_LEAD_CHARACTERS = 200
MAX_BLOCKS_LED = 15
MAX_PAIR_CHARACTERS = 80
MAX_CELLS = 80  # what holds more is no row of prices
LEAD = 7  # a question or a line that ends in a colon ranks below every heading

_CELL = " | "


@dataclass(frozen=True, slots=True)
class Above:
    """A heading, question or lead: its level (1 to 6, or `LEAD`) and words."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: each cell with its place in the text; `heads` the words above each column, "" where unknown."""

    cells: tuple[tuple[int, int], ...]
    heads: tuple[str, ...] = ()
    section: str = ""  # a row of one cell above it


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with what speaks for it, the nearest first; `row` where it is a row of several cells."""

    index: int
    block: Block
    above: tuple[Above, ...]
    row: Row | None = None
    pair: str = ""  # the short line that it answers: the term of a definition, a caption

    @property
    def heading(self) -> str:
        """The heading above, "" where there is none."""
        return next((one.text for one in self.above if one.level < LEAD), "")

    @property
    def question(self) -> str:
        """The question that this block answers, "" where there is none."""
        nearest = self.above[0].text if self.above else ""
        return nearest if nearest.endswith("?") else ""


@dataclass(slots=True)
class _Reading:
    above: list[Above] = field(default_factory=list)
    led: int = 0
    heads: tuple[str, ...] = ()
    section: str = ""


def placed(blocks: Sequence[Block], values: Sequence[bool], names: Sequence[bool]) -> Iterator[Placed]:
    """Every block in reading order with what speaks for it.

    *values*: which blocks hold little but a sum; *names*: which are short and name what is paid for.
    """
    reading = _Reading()
    pairs = _pairs(blocks, values, names)
    for index, block in enumerate(blocks):
        row = None
        if block.cells > 1 or (block.cells == 0 and _CELL in block.text):
            row = _row(block, reading)
        elif block.cells == 0:
            reading.heads, reading.section = (), ""
        yield Placed(index, block, tuple(reversed(reading.above)), row, pairs[index])
        _step(reading, block)


def _row(block: Block, reading: _Reading) -> Row | None:
    """The row; a row of headings, or of one cell, speaks for what comes below it, and is a row itself all the same."""
    cells = _cells(block.text)
    if len(cells) > MAX_CELLS:
        return None
    texts = [block.text[start:end] for start, end in cells]
    filled = [text for text in texts if text]
    aligned = block.cells == 0 or len(cells) <= block.cells
    known = reading.heads if aligned and len(reading.heads) == (block.cells or len(cells)) else ()
    row = Row(cells, known, reading.section)
    if len(filled) == 1 and block.cells > 1:
        reading.section = filled[0]
    elif block.head or (block.cells > 1 and not reading.heads and not any(re.search(r"\d{2}", text) for text in texts)):
        reading.heads = tuple(texts) + ("",) * (block.cells - len(texts)) if aligned else ()
        reading.section = ""
    elif not reading.heads and block.cells > 1:
        reading.heads = ("",) * block.cells  # a table that begins with data has no heads further down
    return row


def _cells(text: str) -> tuple[tuple[int, int], ...]:
    """The span of each cell, without the space around it; empty cells are empty spans."""
    spans, at = [], 0
    for part in text.split("|"):
        left = at + len(part) - len(part.lstrip())
        spans.append((left, max(left, at + len(part.rstrip()))) if part.strip() else (at, at))
        at += len(part) + 1
    return tuple(spans)


def _step(reading: _Reading, block: Block) -> None:
    level = block.heading
    if not level and block.cells <= 1 and len(block.text) <= MAX_LEAD_CHARACTERS and block.text.endswith((":", "?")):
        level = LEAD
    if level:
        reading.above = [one for one in reading.above if one.level < level]
        reading.above.append(Above(level, block.text[:MAX_LEAD_CHARACTERS]))
        reading.led = 0
    elif reading.above and reading.above[-1].level == LEAD:
        reading.led += 1
        if reading.led > MAX_BLOCKS_LED:
            reading.above.pop()


def _pairs(blocks: Sequence[Block], values: Sequence[bool], names: Sequence[bool]) -> list[str]:
    """For each block that is little but a sum, the short line before or behind it that names it.

    In a run of short lines the first that counts decides: where it is a name, each name stands before its sum.
    """
    pairs = [""] * len(blocks)
    at = 0
    while at < len(blocks):
        run = at
        while run < len(blocks) and is_short(blocks[run]):
            run += 1
        first = next((index for index in range(at, run) if values[index] or names[index]), run)
        step = 1 if first < run and values[first] else -1
        for index in range(first, run):
            if values[index] and at <= index + step < run and names[index + step]:
                pairs[index] = blocks[index + step].text
        at = max(run, at + 1)
    return pairs


def is_short(block: Block) -> bool:
    """Whether a block is a line of a list rather than a text, a heading or a row."""
    return not block.heading and block.cells <= 1 and len(block.text) <= MAX_PAIR_CHARACTERS and _CELL not in block.text
