"""Bytes of a page → what a reader of it sees: title, blocks of visible text, links."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from monitor.core.look import Area, Block, Page, PageLink

MAX_MARKUP_CHARACTERS = 4_000_000  # a page of programme information is 100 KB; beyond this only time is lost
MAX_LINKS = 5_000
MAX_TITLE_CHARACTERS = 500
MAX_LINK_PARTS = (
    200  # elements and strings looked through for a link's words: anchors may hold each other, all of a page
)

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
    "table", "tbody", "tfoot", "thead", "tr", "ul",
))
# fmt: on
_CELLS = frozenset(("td", "th"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CHROME_TAGS = frozenset(("nav", "footer", "aside", "header"))
_CHROME_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"))
_MAIN_TAGS = frozenset(("main", "article"))
_CHROME_NAMES = re.compile(
    r"(?:^|[-_ ])(?:cookie|consent|breadcrumbs?|navbar|nav|sidebar|footer|skip-?link)(?:$|[-_ ])"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_META_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Python's codecs that no browser knows: they raise whatever they are told to do about errors, or make half characters.
_NOT_OF_THE_WEB = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"))
_HALVES = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def decode(body: bytes, content_type: str | None) -> str:
    """The text of *body*: by byte order mark, the header's charset, the page's own, UTF-8, Windows-1252, in this order.

    Never raises; what cannot be decoded becomes U+FFFD. After the WHATWG's encoding sniffing algorithm, shortened.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    named = _HEADER_CHARSET.search(content_type or "")
    in_page = _META_CHARSET.search(body[:4096])
    told = in_page[1].decode("ascii", "replace").lower() if in_page else None
    if told is not None and told.startswith("utf-16"):
        told = "utf-8"  # a label that could be read as ASCII does not stand in UTF-16
    for label in (named and named[1], told):
        encoding_found = _known(label)
        if encoding_found is not None:
            return body.decode(encoding_found, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("windows-1252", "replace")


def _known(label: str | None) -> str | None:
    """The codec for a charset label; Latin-1 and ASCII mean Windows-1252, as browsers read them."""
    if not label:
        return None
    try:
        codec = codecs.lookup(label)
        if codec.name in _NOT_OF_THE_WEB:
            return None
        "".encode(codec.name)  # a codec that is no text encoding (base64, zip) refuses here
    except (LookupError, ValueError, TypeError):
        return None
    return "windows-1252" if codec.name in {"iso8859-1", "ascii"} else codec.name


def is_text(body: bytes, content_type: str | None) -> bool:
    """Whether *body* is something with words to read: HTML, XHTML or plain text, whatever the header claims."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    if body.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")):
        return False
    if kind and not kind.startswith("text/") and kind not in {"application/xhtml+xml", "application/xml"}:
        return False
    wide = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or "utf-16" in (content_type or "").lower()
    return wide or b"\x00" not in body[:1024]


def read(body: bytes, content_type: str | None, url: str) -> Page:
    """The page that *body* shows to a reader; *url* makes its links absolute. Never raises on any input."""
    text = decode(body, content_type)[:MAX_MARKUP_CHARACTERS]
    if (content_type or "").lower().startswith("text/plain"):
        lines = (_tidy(line) for line in text.splitlines())
        return Page(title="", blocks=tuple(Block(line) for line in lines if line))
    soup = BeautifulSoup(
        "\n" + text, "lxml"
    )  # the line break keeps it from warning of what looks like XML or a file's name
    reading = _Reading(_base(soup, url))
    reading.walk(soup)
    title = soup.title.get_text(" ") if soup.title else ""
    language = soup.html.get("lang") if soup.html else None
    return Page(
        title=_tidy(title)[:MAX_TITLE_CHARACTERS],
        blocks=tuple(reading.blocks),
        links=tuple(reading.links),
        language=str(language)[:35] if language else None,
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
    area: Area = Area.MAIN
    heading: int = 0
    in_main: bool = False
    in_row: bool = False

    def inside(self, tag: Tag) -> "_Place":
        return _Place(
            tag,
            iter(tag.contents),
            area=_area_of(tag, self.area, in_main=self.in_main),
            heading=_HEADINGS.get(tag.name, self.heading),
            in_main=self.in_main or tag.name in _MAIN_TAGS,
            in_row=self.in_row or tag.name == "tr",
        )


@dataclass(slots=True)
class _Reading:
    """A walk over the tree in reading order, without recursion: hostile pages nest deeper than a stack."""

    base: str
    blocks: list[Block] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)

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
                    inner = place.inside(child)
                    self._link(child, inner.area)
                    way.append(inner)
            elif type(child) is NavigableString:  # comments and declarations are subclasses of it
                self._words.append(str(child))

    def _enter(self, tag: Tag, place: _Place) -> None:
        """A row of a table is one block, its cells kept apart: what a price is for stands in the cell beside it."""
        if tag.name in _CELLS and self._words:
            self._words.append(" | ")
        elif tag.name in _BLOCKS and place.in_row:
            self._words.append(" ")
        elif tag.name in _BLOCKS:
            self._flush(place)

    def _leave(self, place: _Place) -> None:
        if place.tag.name == "tr" or (place.tag.name in _BLOCKS and not place.in_row):
            self._flush(place)
        elif place.tag.name in _BLOCKS:
            self._words.append(" ")

    def _flush(self, place: _Place) -> None:
        text = _tidy("".join(self._words)).strip("| ")
        self._words.clear()
        if text:
            self.blocks.append(Block(text, place.area, place.heading))

    def _link(self, tag: Tag, area: Area) -> None:
        href = tag.get("href") if tag.name in {"a", "area"} else None
        if not href or len(self.links) >= MAX_LINKS:
            return
        target = _absolute(self.base, str(href))
        if target is not None and _scheme(target) in {"http", "https", "mailto", "tel"}:
            self.links.append(PageLink(target, _link_words(tag), area))


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


def _area_of(tag: Tag, area: Area, *, in_main: bool) -> Area:
    """Furniture by its element, its role or its name; a header inside the main text is part of the text."""
    role = str(tag.get("role") or "").lower()
    if tag.name in _MAIN_TAGS or role == "main":
        return Area.MAIN
    if tag.name in _CHROME_TAGS and not (tag.name == "header" and in_main):
        return Area.CHROME
    if role in _CHROME_ROLES:
        return Area.CHROME
    named = " ".join((str(tag.get("id") or ""), *(tag.get_attribute_list("class") or ()))).lower()
    return Area.CHROME if tag.name != "body" and _CHROME_NAMES.search(named) else area
