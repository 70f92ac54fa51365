"""What the markup of a page gives away beside its text: forms for passwords, scripts, where it sends a browser."""

import re
from itertools import chain, islice
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from monitor.core.content import Clues
from monitor.core.elements import Elements
from monitor.core.scripts import sends_on
from monitor.core.wording import vocabulary

_MAX_PASSWORDS = 5
_MAX_SOURCES = 60
_MAX_SCRIPTS = 200
_MAX_READ_SCRIPTS = 20
_MAX_METAS = 100
_MAX_NOSCRIPTS = 5
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


def clues(soup: BeautifulSoup, elements: Elements, url: str, *, words: int) -> Clues:
    """The clues of a parsed page that shows so many *words*; *url* makes its addresses absolute."""
    body = soup.body
    kinds = (kind.lower() for kind in elements.with_attribute("input", "type"))
    return Clues(
        passwords=min(sum(kind == "password" for kind in kinds), _MAX_PASSWORDS),
        scripts=min(len(elements["script"]), _MAX_SCRIPTS),
        sources=_sources(elements, url),
        sent_on=_refreshed(elements, url) or (_scripted(elements, url) if words < _MAX_WORDS else None),
        front=_front(elements, url),
        noscript=_noscript(elements),
        body=frozenset(str(name).lower() for name in body.get_attribute_list("class") if name) if body else frozenset(),
        unfilled=_is_unfilled(soup),
    )


def _sources(elements: Elements, url: str) -> tuple[str, ...]:
    found = chain.from_iterable(elements.with_attribute(name, "src") for name in ("script", "iframe", "frame"))
    return tuple(absolute for src in islice(found, _MAX_SOURCES) if (absolute := _absolute(url, src)))


def _refreshed(elements: Elements, url: str) -> str | None:
    for meta in elements["meta"][:_MAX_METAS]:
        if str(meta.get("http-equiv") or "").lower() == "refresh" and meta.find_parent("noscript") is None:
            found = _REFRESH.match(str(meta.get("content") or ""))
            if found and len(found[1]) < 4 and int(found[1]) <= _MAX_DELAY:
                return _absolute(url, found[2].strip())
    return None


def _scripted(elements: Elements, url: str) -> str | None:
    for script in elements["script"][:_MAX_READ_SCRIPTS]:
        if not script.has_attr("src") and (target := sends_on(script.string or "")) is not None:
            return _absolute(url, target)
    return None


def _front(elements: Elements, url: str) -> tuple[str, ...]:
    """The addresses that the page itself gives as its own."""
    canonical = (
        tag for tag in elements["link"] if "canonical" in tag.get_attribute_list("rel") and tag.has_attr("href")
    )
    shared = (tag for tag in elements["meta"] if tag.get("property") == "og:url" and tag.has_attr("content"))
    own = [*(str(tag["href"]) for tag in islice(canonical, 1)), *(str(tag["content"]) for tag in islice(shared, 1))]
    return tuple(absolute for each in own if each.strip() and (absolute := _absolute(url, each)))


def _noscript(elements: Elements) -> str:
    told = " ".join(tag.get_text(" ") for tag in elements["noscript"][:_MAX_NOSCRIPTS])
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
