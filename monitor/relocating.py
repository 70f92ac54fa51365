"""Looks for the page that took a dead one's place, on the same site and at the site's pace."""

from collections.abc import Awaitable, Callable

from monitor.core import urls
from monitor.core.content import Page
from monitor.core.look import Reply, Version
from monitor.core.relocation import Relocation, candidates, choose, shortlist, sitemap, sources

MAX_SITEMAPS = 3

Ask = Callable[[str], Awaitable[Reply | None]]
"""A polite visit; None where no page came."""

Read = Callable[[Reply], Awaitable[Page | None]]


async def find_again(dead: str, known: Version, ask: Ask, read: Read) -> Relocation | None:
    """The page that says what the page behind *dead* last said; None where no page of the site surely does.

    At most 4 requests for pages that name others, 3 for further sitemaps, and 5 for candidates.
    """
    pages, listed = await _named_on_site(dead, ask, read)
    visited = []
    for url in shortlist(dead, known.title, candidates(dead, pages, listed)):
        reply = await ask(url)
        page = await read(reply) if reply is not None else None
        if reply is not None and page is not None and urls.normal(reply.final_url) != urls.normal(dead):
            visited.append((reply.final_url, page))
    return choose(known.title, known.blocks, visited)


async def _named_on_site(dead: str, ask: Ask, read: Read) -> tuple[list[Page], list[str]]:
    pages: list[Page] = []
    listed: list[str] = []
    for url in sources(dead):
        reply = await ask(url)
        if reply is None:
            continue
        if url.endswith("sitemap.xml"):
            named, further = sitemap(reply.body)
            listed += named
            for each in [more for more in further if urls.host(more) == urls.host(dead)][:MAX_SITEMAPS]:
                if (part := await ask(each)) is not None:
                    listed += sitemap(part.body)[0]
        elif (page := await read(reply)) is not None:
            pages.append(page)
    return pages, listed
