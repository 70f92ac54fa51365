"""Bytes of a page → what a reader of it sees: title, blocks of visible text, links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from monitor.core.charset import decode
from monitor.core.clues import clues
from monitor.core.consent import consent_boxes
from monitor.core.content import Area, Block, Page, PageLink
from monitor.core.furniture import Standing, furniture, standing_of
from monitor.core.grid import Grid
from monitor.core.markup import MAX_CHARACTERS, markup
from monitor.core.teasers import teasers

MAX_LINKS = 5_000
MAX_TITLE_CHARACTERS = 500
MAX_LINK_PARTS = 200  # looked through for a link's words: hostile anchors hold each other, all of a page

# Not `head` as a whole: without a <body> tag, libxml2 takes <main> for one of its children.
# fmt: off
_SKIPPED = frozenset((
    "script", "style", "template", "noscript", "title", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "select", "datalist",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
_CELLS = frozenset(("td", "th"))
_STRUCK = frozenset(("s", "strike", "del"))
_LAYOUT = ["table", "h1", "h2", "h3", "h4", "form", "main", "article", "nav"]
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TEXTS = frozenset(("main", "article"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HALVES = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def read(body: bytes, content_type: str | None, url: str) -> Page:
    """The page that *body* shows to a reader; *url* makes its links absolute. Never raises on any input."""
    text = decode(body, content_type)
    if (content_type or "").lower().startswith("text/plain"):
        lines = (_tidy(line) for line in text[:MAX_CHARACTERS].splitlines())
        return Page(title="", blocks=tuple(Block(line) for line in lines if line))
    # The line break keeps it from warning of what looks like XML or a file's name.
    soup = BeautifulSoup(f"\n{markup(text)}", "lxml")
    reading = _Reading(_base(soup, url), consent_boxes(soup))
    reading.walk(soup)
    title = next((tag.get_text(" ") for tag in soup.find_all("title", limit=20) if not tag.find_parent("svg")), "")
    language = soup.html.get("lang") if soup.html else None
    return Page(
        title=_tidy(title)[:MAX_TITLE_CHARACTERS],
        blocks=tuple(reading.blocks),
        links=tuple(reading.links),
        language=str(language)[:35] if language else None,
        clues=clues(soup, reading.base),
    )


def _base(soup: BeautifulSoup, url: str) -> str:
    base = soup.find("base", href=True)
    return _absolute(url, str(base["href"])) or url if isinstance(base, Tag) else url


def _absolute(url: str, href: str) -> str | None:
    try:
        return urljoin(url, href.strip())
    except ValueError:
        return None


def _tidy(text: str) -> str:
    """One line of what can be seen; half a character (a lone surrogate) can neither be shown nor stored."""
    return " ".join(_INVISIBLE.sub("", _HALVES.sub("\ufffd", text)).split())


@dataclass(slots=True)
class _Place:
    """Where the walk stands: an open element, what is left of its children, and what they inherit."""

    tag: Tag
    children: Iterator[PageElement]
    standing: Standing = Standing.PLAIN
    heading: int = 0
    within: Standing = Standing.PLAIN
    in_text: bool = False
    in_row: bool = False
    in_link: bool = False
    begun: int = 0  # how many words were read before it

    def inside(self, tag: Tag, begun: int, *, asks_consent: bool) -> "_Place":
        heading = _HEADINGS.get(tag.name, self.heading)
        standing = standing_of(tag, self.standing, heading=heading, within=self.within, in_text=self.in_text)
        if asks_consent:
            standing = Standing.CONSENT
        return _Place(
            tag,
            iter(tag.contents),
            standing=standing,
            heading=heading,
            within=standing if standing is Standing.MAIN else self.within,
            in_text=self.in_text or tag.name in _TEXTS,
            in_row=self.in_row or (tag.name == "tr" and not _is_layout(tag)),
            in_link=self.in_link or tag.name == "a",
            begun=begun,
        )


@dataclass(slots=True)
class _Reading:
    """A walk over the tree in reading order, without recursion: hostile pages nest deeper than a stack."""

    base: str
    consent: frozenset[int]  # identities of elements
    blocks: list[Block] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    _standings: list[Standing] = field(default_factory=list)  # of the blocks
    _link_standings: list[tuple[Standing, int]] = field(default_factory=list)  # with the position of the link's block
    _linked: list[int] = field(default_factory=list)  # how many words of each block are words of links
    _words: list[str] = field(default_factory=list)
    _grid: Grid = field(default_factory=Grid)
    _struck: list[str] = field(default_factory=list)
    _in_links: int = 0  # how many of the words are words of links
    _data: bool = False  # the row holds a cell that is no head
    _standing: Standing | None = None  # the most own of those of the words

    def walk(self, root: Tag) -> None:
        way = [_Place(root, iter(root.contents))]
        while way:
            place = way[-1]
            child = next(place.children, None)
            if child is None:
                way.pop()
                self._leave(place)
            elif isinstance(child, Tag):
                if _is_shown(child):
                    self._enter(child, place)
                    inner = place.inside(child, len(self._words), asks_consent=id(child) in self.consent)
                    self._link(child, inner.standing)
                    self._row(child, place, inner)
                    way.append(inner)
            elif type(child) is NavigableString:  # comments and declarations are subclasses of it
                self._read(str(child), place)
        self._settle()

    def _read(self, words: str, place: _Place) -> None:
        self._words.append(words)
        if place.in_link:
            self._in_links += len(words.split())
        if (self._standing is None or place.standing < self._standing) and not words.isspace():
            self._standing = place.standing

    def _settle(self) -> None:
        """Gives blocks and links their areas, now that all is known of the page."""
        away = teasers(self.blocks, self._linked)
        for at in away:
            self._standings[at] = max(self._standings[at], Standing.NAMED)
        beside = furniture(
            (standing, len(block.text.split())) for block, standing in zip(self.blocks, self._standings, strict=True)
        )
        areas = {standing: Area.CHROME if standing in beside else Area.MAIN for standing in Standing}
        self.blocks = [
            replace(block, area=areas[standing]) for block, standing in zip(self.blocks, self._standings, strict=True)
        ]
        self.links = [
            replace(link, area=areas[max(standing, Standing.NAMED) if at in away else standing])
            for link, (standing, at) in zip(self.links, self._link_standings, strict=True)
        ]

    def _enter(self, tag: Tag, place: _Place) -> None:
        """A row of a table is one block, its cells kept apart: what a price is for stands in the cell beside it."""
        if tag.name in _CELLS and place.in_row:
            self._words.append(" | " * self._grid.cell(_span(tag, "colspan"), _span(tag, "rowspan")))
            self._data = self._data or (tag.name == "td" and bool(tag.get_text(strip=True)))
        elif tag.name in _BLOCKS and place.in_row:
            self._words.append(" ")
        elif tag.name in _BLOCKS:
            self._flush(place)

    def _row(self, tag: Tag, place: _Place, inner: _Place) -> None:
        if tag.name == "table":
            self._grid = Grid()
        elif inner.in_row and not place.in_row:
            self._grid.row()
            self._data = False

    def _leave(self, place: _Place) -> None:
        if place.tag.name in _STRUCK and (struck := _tidy("".join(self._words[place.begun :]))):
            self._struck.append(struck)
        if place.tag.name in _BLOCKS and (place.tag.name == "tr" or not place.in_row):
            self._flush(place)
        elif place.tag.name in _BLOCKS:
            self._words.append(" ")

    def _flush(self, place: _Place) -> None:
        text = _tidy("".join(self._words)).rstrip("| ")
        self._words.clear()
        if place.in_row and text:
            head = not self._data or (place.tag.parent is not None and place.tag.parent.name == "thead")
            self._keep(Block(text, Area.MAIN, place.heading, self._grid.columns, head, tuple(self._struck)), place)
        elif text := text.lstrip("| "):
            self._keep(Block(text, Area.MAIN, place.heading, struck=tuple(self._struck)), place)
        self._struck.clear()
        self._standing = None
        self._in_links = 0

    def _keep(self, block: Block, place: _Place) -> None:
        self.blocks.append(block)
        self._standings.append(place.standing if self._standing is None else self._standing)
        self._linked.append(self._in_links)

    def _link(self, tag: Tag, standing: Standing) -> None:
        href = tag.get("href") if tag.name in {"a", "area"} else None
        if not href or len(self.links) >= MAX_LINKS:
            return
        target = _absolute(self.base, str(href))
        if target is not None and _scheme(target) in {"http", "https", "mailto", "tel"}:
            self.links.append(PageLink(target, _link_words(tag)))
            self._link_standings.append((standing, len(self.blocks)))


def _span(cell: Tag, name: str) -> int:
    written = str(cell.get(name) or "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 6 else 1


def _is_layout(row: Tag) -> bool:
    """Whether a row of a table only sets out the page: it holds what no cell of data does."""
    return row.find(_LAYOUT) is not None


def _link_words(tag: Tag) -> str:
    parts = islice(tag.descendants, MAX_LINK_PARTS)
    return _tidy(" ".join(str(part) for part in parts if type(part) is NavigableString))[:300]


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""


def _is_shown(tag: Tag) -> bool:
    if tag.name in _SKIPPED or tag.has_attr("hidden"):
        return False
    style = tag.get("style")
    return not (style and _HIDDEN_STYLE.search(str(style)))
