"""Looks for the page that took a dead one's place, on the same site and at the site's pace."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from monitor.core import urls
from monitor.core.content import Page
from monitor.core.look import Reply, Version
from monitor.core.relocation import Candidate, Relocation, candidates, choose, named_in_sitemap, shortlist, sources

MAX_SITEMAPS = 3
MAX_SEARCHES_PER_HOST = 20
"""In one pass; a site whose pages are all gone has its others searched for at later passes."""

Ask = Callable[[str], Awaitable[Reply | None]]
"""A polite visit; None where no page came."""

Read = Callable[[Reply], Awaitable[Page | None]]


@dataclass(slots=True)
class Searcher:
    """Searches for dead pages; what a site names is asked for once in a pass, however many of its pages are dead."""

    ask: Ask
    read: Read
    _named: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    _searches: Counter[str] = field(default_factory=Counter)

    def may_search(self, dead: str) -> bool:
        """Whether the host of *dead* has not been searched enough for one pass."""
        return self._searches[urls.host(dead)] < MAX_SEARCHES_PER_HOST

    async def search(self, dead: str, known: Version) -> Relocation | None:
        """The page that says what the page behind *dead* last said; None where no page of the site surely does.

        At most 4 requests for pages that name others, 3 for further sitemaps, and 5 for candidates.
        """
        self._searches[urls.host(dead)] += 1
        named = [each for source in sources(dead) for each in await self._named_at(source)]
        visited = []
        for url in shortlist(dead, known.title, candidates(dead, named)):
            reply = await self.ask(url)
            page = await self.read(reply) if reply is not None else None
            if reply is not None and page is not None and urls.normal(reply.final_url) != urls.normal(dead):
                visited.append((reply.final_url, page))
        return choose(known.title, known.blocks, visited)

    async def _named_at(self, source: str) -> tuple[Candidate, ...]:
        if source not in self._named:
            reply = await self.ask(source)
            self._named[source] = await self._named_by(source, reply) if reply is not None else ()
        return self._named[source]

    async def _named_by(self, source: str, reply: Reply) -> tuple[Candidate, ...]:
        if source.endswith("/sitemap.xml"):
            named, further = named_in_sitemap(reply.body)
            for each in [more for more in further if urls.host(more) == urls.host(source)][:MAX_SITEMAPS]:
                part = await self.ask(each)
                named = (*named, *(named_in_sitemap(part.body)[0] if part is not None else ()))
            return tuple(Candidate(url) for url in named)
        page = await self.read(reply)
        return tuple(Candidate(link.url, link.text) for link in page.links) if page is not None else ()
