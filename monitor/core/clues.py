"""What the markup of a page gives away beside its text: forms for passwords, scripts, where it sends a browser."""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from monitor.core.content import Clues
from monitor.core.scripts import sends_on
from monitor.core.wording import vocabulary

_MAX_SOURCES = 60
_MAX_SCRIPTS = 20
_MAX_NOSCRIPT = 500  # characters
_MAX_DELAY = 15  # seconds; a page that reloads itself every few minutes sends nobody on
_MAX_WORDS = 20  # of a page that a script only sends on from; on any other the script may wait for a click
_REFRESH = re.compile(r"^\s*(\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*['\"]?([^'\">]+)", re.IGNORECASE)
_MOUNTS = vocabulary(
    """
    root app app-root react-root reactroot __next __nuxt ___gatsby react-app main-app q-app svelte ember-app root-app
    vue-app application app-container app-mount
    """
)  # ids by which frameworks know the place that they fill


def clues(soup: BeautifulSoup, url: str, *, words: int) -> Clues:
    """The clues of a parsed page that shows so many *words*; *url* makes its addresses absolute."""
    body = soup.body
    return Clues(
        passwords=len(soup.find_all("input", type=re.compile("^password$", re.IGNORECASE), limit=5)),
        scripts=len(soup.find_all("script", limit=200)),
        sources=_sources(soup, url),
        sent_on=_refreshed(soup, url) or (_scripted(soup, url) if words < _MAX_WORDS else None),
        front=_front(soup, url),
        noscript=_noscript(soup),
        body=frozenset(str(name).lower() for name in body.get_attribute_list("class") if name) if body else frozenset(),
        unfilled=_is_unfilled(soup),
    )


def _sources(soup: BeautifulSoup, url: str) -> tuple[str, ...]:
    found = (str(tag["src"]) for tag in soup.find_all(["script", "iframe", "frame"], src=True, limit=_MAX_SOURCES))
    return tuple(absolute for src in found if (absolute := _absolute(url, src)))


def _refreshed(soup: BeautifulSoup, url: str) -> str | None:
    for meta in soup.find_all("meta", limit=100):
        if str(meta.get("http-equiv") or "").lower() == "refresh" and meta.find_parent("noscript") is None:
            found = _REFRESH.match(str(meta.get("content") or ""))
            if found and len(found[1]) < 4 and int(found[1]) <= _MAX_DELAY:
                return _absolute(url, found[2].strip())
    return None


def _scripted(soup: BeautifulSoup, url: str) -> str | None:
    for script in soup.find_all("script", src=False, limit=_MAX_SCRIPTS):
        if (target := sends_on(script.string or "")) is not None:
            return _absolute(url, target)
    return None


def _front(soup: BeautifulSoup, url: str) -> tuple[str, ...]:
    """The addresses that the page itself gives as its own."""
    canonical = soup.find("link", rel="canonical", href=True)
    shared = soup.find("meta", property="og:url", content=True)
    own = (
        str(canonical["href"]) if isinstance(canonical, Tag) else "",
        str(shared["content"]) if isinstance(shared, Tag) else "",
    )
    return tuple(absolute for each in own if each.strip() and (absolute := _absolute(url, each)))


def _noscript(soup: BeautifulSoup) -> str:
    told = " ".join(tag.get_text(" ") for tag in soup.find_all("noscript", limit=5))
    return " ".join(told.split())[:_MAX_NOSCRIPT]


def _is_unfilled(soup: BeautifulSoup) -> bool:
    """Whether the page has a place that a script is to fill: an element by a framework's name, without a word in it."""
    if soup.body is None:
        return False
    for tag in soup.body.find_all(limit=60):
        named = str(tag.get("id") or "").lower() in _MOUNTS
        if (named or (tag.name.endswith(("-root", "-app")))) and not tag.get_text(strip=True):
            return True
    return False


def _absolute(url: str, href: str) -> str | None:
    try:
        return urljoin(url, href.strip())
    except ValueError:
        return None
