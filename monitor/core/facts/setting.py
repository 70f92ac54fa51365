"""Where a fact stands, and the words around it that are quoted: what every kind of fact shares."""

from collections.abc import Sequence
from itertools import accumulate, takewhile

from monitor.core.content import Block, Page
from monitor.core.fact import Place

MAX_FACTS = 500
"""As many facts of a kind are kept of a page; a page with more is a directory."""

MAX_QUOTE_CHARACTERS = 300


MAX_CHARACTERS = 500_000
"""As much of a page's text is looked through; the longest pages of terms and conditions have a third of it."""


def within_bounds(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks that are looked through."""
    ends = accumulate(len(block.text) for block in blocks)
    return blocks[: sum(1 for _ in takewhile(lambda end: end <= MAX_CHARACTERS, ends))]


def places(page: Page) -> tuple[Place, ...]:
    """The place of every block that is looked through, with the heading above it."""
    found, heading = [], ""
    for index, block in enumerate(within_bounds(page.blocks)):
        found.append(Place(index, heading, block.area))
        if block.heading:
            heading = block.text[:MAX_QUOTE_CHARACTERS]
    return tuple(found)


def around(text: str, start: int, end: int) -> str:
    """The words of *text* around a span of it, verbatim, at most `MAX_QUOTE_CHARACTERS`, cut between words."""
    if len(text) <= MAX_QUOTE_CHARACTERS:
        return text
    room = max(0, MAX_QUOTE_CHARACTERS - (end - start))
    left = max(0, start - room // 2)
    right = min(len(text), left + MAX_QUOTE_CHARACTERS)
    left = max(0, right - MAX_QUOTE_CHARACTERS)
    if left and (gap := text.find(" ", left, start)) >= 0:
        left = gap
    if right < len(text) and (gap := text.rfind(" ", end, right)) >= 0:
        right = gap
    return text[left:right].strip()


def standing(block: Block, words: str) -> str | None:
    """The words around *words* in a block, None where they do not stand in it."""
    at = block.text.find(words) if words else -1
    return around(block.text, at, at + len(words)) if at >= 0 else None
