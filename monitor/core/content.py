"""The nouns of a page: what a reader sees of it, and what else its markup gives away."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Area(StrEnum):
    """Where on a page a text stands: in what the page is about, or in the furniture around it."""

    MAIN = "main"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of visible text that a browser would set as one block: a paragraph, a heading, a row of a table.

    The cells of a row are parted by " | ", empty ones keep their place: "Tuition | | $300". `cells` is how many the
    row has, those left out at its end included, 0 for what is no row; `head` tells a row of headings. `struck`: what
    of the text is struck through.
    """

    text: str
    area: Area = Area.MAIN
    heading: int = 0  # 1 to 6 for h1 … h6, else 0
    cells: int = 0
    head: bool = False
    struck: tuple[str, ...] = ()


def shown(title: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Title and blocks as one text."""
    return (Block(title), *blocks) if title else blocks


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link that stands on a page: its absolute target and its words."""

    url: str
    text: str
    area: Area = Area.MAIN


@dataclass(frozen=True, slots=True)
class Clues:
    """What the markup gives away beside the text.

    `passwords`, `scripts` count elements; `sources` are the addresses of scripts and frames; `sent_on`: where it sends
    a browser at once; `front`: the addresses it gives as its own; `body`: the names (classes) of its body; `unfilled`:
    it has a place that a script is to fill.
    """

    passwords: int = 0
    scripts: int = 0
    sources: tuple[str, ...] = ()
    sent_on: str | None = None
    front: tuple[str, ...] = ()
    noscript: str = ""
    body: frozenset[str] = frozenset()
    unfilled: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader sees: title, blocks of visible text in reading order, links."""

    title: str
    blocks: tuple[Block, ...]
    links: tuple[PageLink, ...] = ()
    language: str | None = None
    clues: Clues = Clues()
    opaque: str = ""  # why a document shows no text: then its one block tells its size and digest

    @property
    def words(self) -> int:
        """How many words the blocks hold."""
        return sum(len(block.text.split()) for block in self.blocks)

    @property
    def shown(self) -> tuple[Block, ...]:
        """Title and text, as they are compared: a reader sees both."""
        return shown(self.title, self.blocks)


class Showing(Protocol):
    """What two versions of a page are compared by: a page just read, or one that was kept."""

    @property
    def title(self) -> str:
        """The page's title, "" where it has none."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its visible text in reading order."""

    @property
    def links(self) -> tuple[PageLink, ...]:
        """Its links, empty too where they are not known."""
