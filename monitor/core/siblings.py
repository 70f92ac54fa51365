"""Strangers: made-up names beside a page. What they answer tells whether its server knows a page when it has none."""

import re
from datetime import datetime, timedelta
from typing import assert_never
from urllib.parse import urlsplit

from monitor.core import urls
from monitor.core.content import Block, Page
from monitor.core.likeness import nearly_same
from monitor.core.look import Failure, NotModified, Probe, Reply
from monitor.core.surroundings import Stranger, StrangerAnswer

REMEMBERED_FOR = timedelta(days=30)
"""One stranger per directory in this time."""

_MOST_CHARACTERS = 200_000  # of a stranger's page that is kept; a longer one is no answer to a made-up name
_MISSING = frozenset((404, 410))
_DIGIT = re.compile(r"\d")


def directory(url: str) -> str | None:
    """The address of the directory in which a page stands, with "/" at its end; None for where a visitor arrives.

    A page that is itself the front of a directory ("/a/b/", "/a/b/index.html") stands in the one above ("/a/"):
    servers that guess show it for every name below.
    """
    if urls.is_landing_page(url) or not urls.name(url):
        return None
    origin, steps = _origin(url), _steps(url)
    if steps and urls.is_front_page(f"{origin}{steps[-1]}"):
        steps.pop()
    return f"{origin}{''.join(f'{step}/' for step in steps[:-1])}"


def root(url: str) -> str:
    """The directory above all others of its host."""
    return _origin(url)


def made_up(where: str, name: str, like: str) -> str:
    """An address in the directory *where* that nobody has given to anything, with the ending of the page *like*.

    *name* is drawn by lot; pages with different endings are answered by different programs.
    """
    last = _steps(like)[-1:] or [""]
    _, dot, ending = last[0].rpartition(".")
    return f"{where}{name}{dot}{ending}" if dot and ending.isalnum() and len(ending) <= 5 else f"{where}{name}"


def told(where: str, probe: Probe, page: Page | None, at: datetime) -> Stranger:
    """What the probe of a made-up address in the directory *where* came to; *page* is what was read of it."""
    asked = probe.requested_url
    match probe:
        case Reply(status=status) if status in _MISSING:
            return Stranger(where, asked, at, StrangerAnswer.MISSING)
        case Reply(status=200) if page is not None and page.words and _is_there(probe) and _is_small(page.blocks):
            return Stranger(where, asked, at, StrangerAnswer.SHOWS, page.title, page.blocks, page.clues.front)
        case Reply() | NotModified() | Failure():
            return Stranger(where, asked, at, StrangerAnswer.OTHERWISE)
        case _:
            assert_never(probe)


def is_stranger_s(page: Page, url: str, stranger: Stranger) -> bool:
    """Whether the *page* at *url* is what any made-up name gets.

    Where the stranger's page says that *url* is its address, it is the page itself under another name.
    """
    if stranger.answer is not StrangerAnswer.SHOWS or urls.normal(url) in map(urls.normal, stranger.own):
        return False
    there = (Block(stranger.title), *stranger.blocks)
    return nearly_same((Block(page.title), *page.blocks), there, (url, stranger.url))


def may_go_by_number(url: str) -> bool:
    """Whether a server may find the page by a number on the way to it, and never read its last name ("/p/123/name")."""
    return any(_DIGIT.search(step) for step in _steps(url)[:-1])


def _is_there(reply: Reply) -> bool:
    """Whether the made-up address itself answered: only a slash may have been added, or `www.`, or a safer scheme."""
    asked, came = reply.requested_url, reply.final_url
    same_host = urls.name(asked).removeprefix("www.") == urls.name(came).removeprefix("www.")
    return same_host and _steps(asked) == _steps(came)


def _is_small(blocks: tuple[Block, ...]) -> bool:
    return sum(len(block.text) for block in blocks) <= _MOST_CHARACTERS


def _origin(url: str) -> str:
    parts = urlsplit(urls.normal(url))
    return f"{parts.scheme}://{parts.netloc}/"


def _steps(url: str) -> list[str]:
    return [step for step in urlsplit(urls.normal(url)).path.split("/") if step]
