"""Where a dead page may have gone: which addresses are worth a visit, and whether what stands there is that page.

Nothing is offered on the strength of an address alone. A page is taken for the dead one's new place only if it says
what that one last said, and says it more than any other page that was looked at: pages of one site are much alike, so
words count by how few of the pages hold them (inverse document frequency, Spärck Jones 1972).
"""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import unquote, urljoin, urlsplit

from rapidfuzz import fuzz

from monitor.core import urls
from monitor.core.archive import ArchivedCopy
from monitor.core.content import Area, Block, Page

CONFIDENT_FROM = 0.8
"""The share of the old page's telling words that must stand on the new one, by weight."""

AHEAD_BY = 0.1
"""How far the likest page must be ahead of the next."""

MAX_VISITS = 5
"""How many candidates are looked at; each costs a request at the site's pace."""

SOUGHT_AGAIN_AFTER = timedelta(days=30)

MAX_CANDIDATES = 20_000
_MAX_SITEMAP_BYTES = 10_000_000
_MAX_PARENTS = 2
_PROMISING_FROM = 0.3  # an address that bears less of what the old one and its title say is not worth a visit
_TITLE_SHARE = 0.25  # of the likeness: a title is short, and is what a page calls itself
_FEWEST_WORDS = 20  # a page that said less cannot be known again
_LARGER_BY = 3  # times as long as the old page, and a page begins to count for less
_WORD = re.compile(r"[^\W_]+")
_LOCATION = re.compile(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]{1,2000})", re.IGNORECASE)
_SITEMAP_INDEX = re.compile(r"<sitemapindex\b", re.IGNORECASE)
_NO_PAGE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|ico|css|js|mp[34]|zip|xml|gz)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address of the same site that may be the page's new one, with the words of the link that named it."""

    url: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Relocation:
    """The page that took a dead one's place: `confidence` is 0 to 1, `why` says in words what it rests on."""

    url: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Search:
    """What a search for a dead page came to: the page that took its place, and a copy of it, if there are any."""

    at: datetime
    relocation: Relocation | None = None
    copy: ArchivedCopy | None = None


def sources(dead: str) -> tuple[str, ...]:
    """Where the site may name the page's new address: the pages above it, its front page, its sitemap."""
    parts = urlsplit(dead)
    root = f"{parts.scheme}://{parts.netloc}/"
    steps = [step for step in parts.path.split("/")[:-1] if step]
    above = [f"{root}{'/'.join(steps[:depth])}/" for depth in range(len(steps), 0, -1)]
    return tuple(dict.fromkeys([*above[:_MAX_PARENTS], root, urljoin(root, "sitemap.xml")]))


def named_in_sitemap(body: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pages and the further sitemaps that a sitemap names (sitemaps.org protocol 0.9), packed or plain."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, _MAX_SITEMAP_BYTES)
        except zlib.error:
            return (), ()
    text = body[:_MAX_SITEMAP_BYTES].decode("utf-8", "replace")
    named = tuple(found[1].replace("&amp;", "&") for found in _LOCATION.finditer(text))[:MAX_CANDIDATES]
    return ((), named) if _SITEMAP_INDEX.search(text[:2000]) else (named, ())


def candidates(dead: str, named: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those of the addresses *named* that may be a page of the dead one's own site, each once."""
    site, seen = urls.site(urls.name(dead)), {urls.normal(dead)}
    for each in named:
        parts = urlsplit(each.url) if each.url.startswith(("http://", "https://")) else None
        if parts is None or _NO_PAGE.search(parts.path) or urls.site(urls.name(each.url)) != site:
            continue
        where = urls.normal(each.url)
        if where not in seen and not urls.is_landing_page(each.url):
            seen.add(where)
            yield each


def shortlist(dead: str, title: str, found: Iterable[Candidate]) -> tuple[str, ...]:
    """The addresses that are worth a visit, the most promising first.

    An address promises as much as its words, with those of the link that leads there, are words of the dead address and
    of the page's title; a word that many addresses bear promises little.
    """
    known = list(found)[:MAX_CANDIDATES]
    borne = [frozenset((*_address_words(each.url), *_words_of(each.words))) for each in known]
    counted = Counter(word for words in borne for word in words)
    telling = {word: math.log((1 + len(known)) / count) for word, count in counted.items()}
    wanted = frozenset((*_address_words(dead), *_words_of(title)))
    in_all = sum(telling.get(word, 0.0) for word in wanted)
    if not in_all:
        return ()
    promised = [
        (
            sum(telling[word] for word in words & wanted) / in_all,
            sum(telling[word] for word in words - wanted),
            each.url,
        )
        for words, each in zip(borne, known, strict=True)
    ]
    promised.sort(key=lambda one: (-one[0], one[1], one[2]))
    return tuple(url for promise, _, url in promised if promise >= _PROMISING_FROM)[:MAX_VISITS]


def choose(title: str, blocks: Sequence[Block], visited: Sequence[tuple[str, Page]]) -> Relocation | None:
    """The page of those *visited* that surely says what the dead one last said (*title*, *blocks*), if one does."""
    old = _words(blocks)
    if old.total() < _FEWEST_WORDS or not visited:
        return None
    said = [_words(page.blocks) for _, page in visited]
    weight = _weights([old, *said])
    scored = sorted(
        (
            ((1 - _TITLE_SHARE) * _likeness(old, new, weight) + _TITLE_SHARE * _alike(title, page.title), url)
            for (url, page), new in zip(visited, said, strict=True)
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    best, url = scored[0]
    following = scored[1][0] if len(scored) > 1 else 0.0
    if best < CONFIDENT_FROM or best - following < AHEAD_BY:
        return None
    beside = f", the next likest page {following:.0%}" if len(scored) > 1 else ""
    return Relocation(
        url, round(best, 3), f"{best:.0%} like what the dead page last said, by its telling words{beside}"
    )


def _words(blocks: Sequence[Block]) -> Counter[str]:
    return Counter(word.casefold() for block in blocks if block.area is Area.MAIN for word in _WORD.findall(block.text))


def _weights(texts: Sequence[Counter[str]]) -> dict[str, float]:
    """What a word tells: nothing if every page holds it, much if one does. The smoothing keeps two texts comparable."""
    held = Counter(word for text in texts for word in text)
    return {word: math.log((1 + len(texts)) / count) for word, count in held.items()}


def _likeness(old: Counter[str], new: Counter[str], weight: dict[str, float]) -> float:
    """The weighted share of the old words that stand in the new text as well (0 to 1).

    A page that holds far more holds the words of many pages: it is a list of them, not the page.
    """
    there = sum(count * weight[word] for word, count in (old & new).items())
    all_of_it = sum(count * weight[word] for word, count in old.items())
    return there / all_of_it * min(1.0, _LARGER_BY * old.total() / (new.total() or 1)) if all_of_it else 0.0


def _alike(one: str, two: str) -> float:
    return fuzz.token_sort_ratio(one, two) / 100 if one and two else 0.0


def _words_of(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _address_words(url: str) -> list[str]:
    """The words of a path and query; an ending such as `.html` says nothing."""
    parts = urlsplit(url)
    path = re.sub(r"\.[a-z]{2,5}$", "", unquote(parts.path), flags=re.IGNORECASE)
    return _words_of(f"{path} {unquote(parts.query)}")
