"""The page itself, and the pages of the same site to which it points for applying, prices and requirements."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from monitor.core import urls
from monitor.core.content import Area, PageLink
from monitor.core.drafting.lexicon import DOCUMENT_ENDINGS, LINKS
from monitor.core.drafting.model import Found
from monitor.core.lexicon.finder import Finder
from monitor.core.listing import Link, Role
from monitor.core.verdict import Reading

MAX_FOUND = 4
_MAX_WORDS = 8  # of a link that names a page; a longer one is a sentence
_PROMISES = Finder({phrase.strip(): Role(role) for role, _, line in LINKS for phrase in line.split(",")})


def links(reading: Reading) -> tuple[Found[Link], ...]:
    """The page as the programme's, or as a document; then for each role the first link whose words promise it."""
    role = Role.DOCUMENT if _path(reading.url).endswith(DOCUMENT_ENDINGS) else Role.PROGRAM
    own = (Found(Link(role, reading.url)),) if _is_web(reading.url) else ()
    found: dict[Role, Found[Link]] = {}
    for link, role in _promising(reading):
        if role not in found and all(urls.normal(link.url) != urls.normal(each.value.url) for each in found.values()):
            found[role] = Found(Link(role, link.url.partition("#")[0]), link.text)
    return (*own, *tuple(found.values())[:MAX_FOUND])


def _promising(reading: Reading) -> Iterator[tuple[PageLink, Role]]:
    here, site = urls.normal(reading.url), urls.site(urls.name(reading.url))
    for link in reading.links:
        if link.area is not Area.MAIN or not _is_web(link.url) or urls.normal(link.url) == here:
            continue
        role = _role(link)
        at_home = urls.site(urls.name(link.url)) == site
        if role is not None and (at_home or role is Role.APPLY):  # programmes take applications on others' platforms
            yield link, role


def _role(link: PageLink) -> Role | None:
    if not 0 < len(link.text.split()) <= _MAX_WORDS:
        return None
    promised = next((hit.meaning for hit in _PROMISES.find(link.text)), None)
    return Role.DOCUMENT if promised is None and _path(link.url).endswith(DOCUMENT_ENDINGS) else promised


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://")) and bool(urls.name(url))


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.lower()
    except ValueError:
        return ""
