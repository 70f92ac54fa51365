"""One look at one link: the visit, a second opinion on bad news, and what is asked around the page."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TypeVar

from monitor.check.observing import meaning, observe
from monitor.check.ports import Clock, DrawName, Memory, Prober, Read
from monitor.check.reading import page_of, read_again, read_web_page
from monitor.check.relocating import Searcher
from monitor.core import archive, urls
from monitor.core.content import Page
from monitor.core.delegations import Delegation, heard
from monitor.core.doubts import name_servers_wanted, replacement_wanted, stranger_wanted, twin_seen, twin_wanted
from monitor.core.fingerprint import METHOD, fingerprint
from monitor.core.history import advance, sign
from monitor.core.liveness import CONFIRMABLE
from monitor.core.look import Fingerprint, LinkHistory, Observation, Probe, Reply, Sign, Validators, Version, Wait
from monitor.core.relocation import Search
from monitor.core.siblings import REMEMBERED_FOR, made_up, told
from monitor.core.surroundings import UNKNOWN, Around, Stranger
from monitor.core.waits import asked_to_wait


@dataclass(slots=True)
class Looker:
    """Looks at links, and knows what was learned around them in this pass."""

    prober: Prober
    memory: Memory
    clock: Clock
    draw_name: DrawName
    read: Read
    ask_archive: bool
    _strangers: dict[str, Stranger] = field(default_factory=dict)
    _delegations: dict[str, Delegation] = field(default_factory=dict)
    _turns: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _searcher: Searcher = field(init=False)
    _showing: defaultdict[Fingerprint, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self._searcher = Searcher(self._ask, self._text_of)

    async def look(self, history: LinkHistory) -> Observation:
        """One look at one link. Bad news about the page itself is asked for a second time, on a new connection."""
        seen = await self._observe(await self.prober.probe(history.url, _reusable(history)), history)
        if seen.reason in CONFIRMABLE and seen.wait is None:
            seen = await self._second_opinion(seen, history)
        if replacement_wanted(seen, history) and self._searcher.may_search(seen.url):
            seen = replace(seen, search=await self._search(history))
        return await self._with_twin(seen, history)

    async def again(self, history: LinkHistory) -> Observation:
        """A second visit on a new connection, to see what of the first it bears out."""
        return await observe(await self.prober.confirm(history.url), self.clock, history.latest)

    async def glance(self, url: str) -> Observation:
        """A visit that only tells whether anybody answers."""
        return await observe(await self.prober.probe(url, None), self.clock, read=self.read)

    async def _second_opinion(self, seen: Observation, history: LinkHistory) -> Observation:
        again = await self._observe(await self.prober.confirm(history.url), history)
        strangers, delegation = (*seen.strangers, *again.strangers), again.delegation or seen.delegation
        again = replace(again, strangers=strangers, delegation=delegation)
        match sign(again.reason):
            case Sign.PAGE_GONE:
                return replace(again, confirmed=True)
            case Sign.WELL:
                return again  # the first answer was a blip
            case Sign.NO_SUCH_HOST | Sign.NO_ANSWER | Sign.REFUSED_US | Sign.NONE:
                return replace(seen, wait=again.wait, strangers=strangers, delegation=delegation)

    async def _observe(self, probe: Probe, history: LinkHistory) -> Observation:
        """What a probe means, once its surroundings have been asked as far as it is in doubt."""
        known = _text(history.latest)
        if not isinstance(probe, Reply):
            return meaning(probe, None, known, UNKNOWN, self.clock)
        brought = await read_again(probe, history, self.read)
        page = _text(brought.page)
        delegation, learned = await self._delegation(probe, page, history)
        around = Around(elsewhere=self._elsewhere(probe, page), delegation=delegation)
        asked: tuple[Stranger, ...] = ()
        wait = asked_to_wait(probe, self.clock())
        while (where := stranger_wanted(probe, page, known, around)) is not None and wait is None:
            async with self._turns[where]:  # several hosts may lead here
                stranger = self._known_stranger(where)
                if stranger is None:
                    stranger, wait = await self._ask_stranger(where, probe.final_url)
                    asked = (*asked, stranger)
            around = replace(around, strangers=(*around.strangers, stranger))
        seen = meaning(probe, brought.page, known, around, self.clock)
        return replace(seen, strangers=asked, delegation=learned, wait=seen.wait or wait, skim=brought.skim)

    def _elsewhere(self, reply: Reply, page: Page | None) -> int:
        """How many other addresses of the host show the same text: in this pass, or when they were last looked at."""
        if page is None or not page.words:
            return 0
        own, host = urls.normal(reply.final_url), urls.host(reply.final_url)
        shown = fingerprint(page.title, page.blocks)
        others = {urls.normal(url) for url in self._showing[shown] | self.memory.alike(shown)}
        self._showing[shown].add(own)
        return sum(urls.host(url) == host for url in others - {own})

    def _known_stranger(self, where: str) -> Stranger | None:
        known = self._strangers.get(where) or self.memory.stranger(where)
        return known if known is not None and self.clock() - known.asked_at < REMEMBERED_FOR else None

    async def _ask_stranger(self, where: str, like: str) -> tuple[Stranger, Wait | None]:
        probe = await self.prober.probe(made_up(where, self.draw_name(), like), None)
        stranger = told(where, probe, await page_of(probe, read_web_page), self.clock())
        self._strangers[where] = stranger
        return stranger, asked_to_wait(probe, self.clock())

    async def _delegation(
        self, reply: Reply, page: Page | None, history: LinkHistory
    ) -> tuple[Delegation | None, Delegation | None]:
        """What is known of the name servers of the site, and what of it was learned just now."""
        site = urls.site(urls.name(reply.final_url))
        async with self._turns[site]:
            known = self._delegations.get(site) or self.memory.delegation(site)
            if not name_servers_wanted(history, reply, page, known, self.clock()):
                return known, None
            learned = heard(site, await self.prober.name_servers(site), self.clock(), known)
            self._delegations[site] = learned
            return learned, learned

    async def _search(self, history: LinkHistory) -> Search:
        """What took the page's place, and what the archive holds of it."""
        known = _text(history.latest)
        found = await self._searcher.search(history.url, known) if known else None
        kept = None
        if self.ask_archive:
            told = await self._ask(archive.question(history.url, history.last_ok or self.clock()))
            kept = archive.copy(told.body) if told else None
        return Search(self.clock(), found, kept)

    async def _text_of(self, reply: Reply) -> Page | None:
        return _text(await self.read(reply))

    async def _ask(self, url: str) -> Reply | None:
        probe = await self.prober.probe(url, None)
        return probe if isinstance(probe, Reply) and probe.status == 200 else None

    async def _with_twin(self, seen: Observation, history: LinkHistory) -> Observation:
        """The look, with what the `https` twin of an `http` link was found to serve, where it is time to ask."""
        twin = twin_wanted(seen, history) if seen.wait is None else None
        if twin is None:
            return seen
        asked = await self.glance(twin)
        latest = advance(history, seen).latest
        return replace(seen, twin=twin_seen(seen, asked, latest), wait=asked.wait)


_Showing = TypeVar("_Showing", Page, Version)


def _text(of: _Showing | None) -> _Showing | None:
    """A page or a version of one, None where it is a file that shows no text."""
    return of if of is not None and not of.opaque else None


def _reusable(history: LinkHistory) -> Validators | None:
    """A "not modified" helps only if what it confirms was read, and read by today's method."""
    current = history.latest is not None and history.latest.fingerprint.version == METHOD
    return history.validators if current else None
