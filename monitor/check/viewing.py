"""Each URL is viewed once in a pass, however many listings share it; hosts take turns, and places are few."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from monitor.check.desk import Desk
from monitor.check.looking import Looker
from monitor.check.ports import Clock, Memory, Plan
from monitor.check.vigil import Testimony, Vigil, Whose
from monitor.core.belief import Belief
from monitor.core.distance import is_first, may_differ, with_enrolment, with_news, with_second, without_second
from monitor.core.history import advance
from monitor.core.learning import believed
from monitor.core.listing import Listing
from monitor.core.look import LinkHistory, Observation
from monitor.core.network import Network, are_reliable, witnesses
from monitor.core.result import Past
from monitor.core.sitewide import REMEMBERED_FOR, Altered, site_wide
from monitor.core.urls import host


@dataclass(frozen=True, slots=True)
class View:
    """A look at a URL, the history that counts it, and what each listing that has the URL measures it against."""

    seen: Observation
    history: LinkHistory
    pasts: Mapping[str, Past]


@dataclass(slots=True)
class Viewing:
    """The views of a pass.

    The links of one host take turns, and only the one whose turn it is has one of the places of those under way:
    a guide with hundreds of links to one slow host keeps no other host waiting.
    """

    plan: Plan
    looker: Looker
    memory: Memory
    clock: Clock
    desk: Desk
    vigil: Vigil = field(init=False)
    _under_way: dict[str, "asyncio.Task[View | None]"] = field(default_factory=dict)
    _listings: dict[str, list[Listing]] = field(default_factory=dict)
    _left: Counter[str] = field(init=False)
    _places: asyncio.Semaphore = field(init=False)
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict)
    _first_read: list[str] = field(default_factory=list)
    _altered: defaultdict[str, list[Altered]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._places = asyncio.Semaphore(self.plan.catalogue.settings.concurrency)
        for listing in self.plan.listings:
            for url in self.plan.urls(listing):
                self._listings.setdefault(url, []).append(listing)
        self._left = Counter({url: len(listings) for url, listings in self._listings.items()})
        self.vigil = Vigil(len(self._listings), self._ask_witnesses)

    async def view(self, url: str) -> View | None:
        """The one look of this pass at *url*, None where there is none: it was spared, or our network was down."""
        task = self._under_way.get(url)
        if task is None:
            task = self._under_way[url] = asyncio.create_task(self._view(url))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait([task])  # it hangs up before the pass ends
            raise
        finally:
            self._left[url] -= 1
            if not self._left[url]:
                del self._under_way[url]  # pages are large: none is held longer than it is needed

    async def ask_others(self, others: Collection[str], heard: Network) -> None:
        """Tell *heard* what visits to *others* say about our network; nothing of them is kept."""

        async def ask(url: str) -> None:
            with self.desk.noting_bugs(f"while asking {url}"):
                async with self._places:
                    heard.hear(await self.looker.glance(url))

        async with asyncio.TaskGroup() as group:
            for url in others:
                group.create_task(ask(url))

    def known(self) -> Iterable[LinkHistory]:
        """What is remembered of every link of the catalogue whose host may be asked."""
        histories = (self.memory.history(url) for url in self.plan.catalogue.urls())
        return (each for each in histories if self.desk.waits.until(each, self.clock()) is None)

    async def _view(self, url: str) -> View | None:
        with self.vigil.coming():
            seen = await self._visit(url)
            whose = await self.vigil.heed(seen) if seen else Whose.OURS
            if whose is Whose.UNKNOWN:  # looked at again, once
                seen = await self._visit(url)
                whose = await self.vigil.heed(seen) if seen else Whose.OURS
        if seen is None or whose is Whose.OURS:
            return None
        history = self.memory.history(url)
        if is_first(history, seen):
            self._first_read.append(url)
        seen = await self._weigh(history, seen)
        site = self._site_wide(seen)
        seen = replace(seen, belief=await self._believed(history, seen, site))
        # Asked before any of the listings records this look, which would then pass for an earlier one.
        baselines = {listing.id: self.memory.baseline(listing, url, seen.at) for listing in self._listings[url]}
        self.desk.progress.seen(seen)
        pasts = {listing: Past(baseline, history.latest, site) for listing, baseline in baselines.items()}
        return View(seen, advance(history, seen), pasts)

    async def _weigh(self, before: LinkHistory, seen: Observation) -> Observation:
        """The look, with what is known of the page's noise after it.

        What is news is asked for a second time, as late as the pass allows: what differs between two visits is no edit.
        """
        if not may_differ(before, seen):
            return seen
        news = await asyncio.to_thread(with_news, before, seen)
        if news is None:
            return await asyncio.to_thread(without_second, before, seen)
        self._altered[host(seen.final_url)] += (Altered(seen.url, line, seen.at) for line in news.altered)
        await self.vigil.over.wait()
        second = await self._in_turn(seen.url, self._look_again)
        return await asyncio.to_thread(with_second, before, news, second)

    async def visit_the_new_again(self) -> None:
        """Learn what of pages that were read for the first time in this pass differs from visit to visit."""

        async def one(url: str) -> None:
            with self.desk.noting_bugs(f"while asking again for {url}"):
                known = self.memory.history(url)
                second = await self._in_turn(url, self._look_again) if known.latest is not None else None
                if second is not None:
                    self.memory.record_again(await asyncio.to_thread(with_enrolment, known, second))

        async with asyncio.TaskGroup() as group:
            for url in self._first_read:
                group.create_task(one(url))

    async def _believed(self, before: LinkHistory, seen: Observation, site: Collection[str]) -> Belief | None:
        """What is believed of how often the page changes; to compare two texts takes its time."""
        if before.latest is None or seen.fingerprint in (None, before.latest.fingerprint):
            return believed(before, seen)
        return await asyncio.to_thread(believed, before, seen, site)

    def _site_wide(self, seen: Observation) -> Mapping[str, frozenset[str]]:
        where = host(seen.final_url)
        known = self.memory.altered(where, seen.at - REMEMBERED_FOR)
        return site_wide((*known, *self._altered[where]))

    async def _visit(self, url: str) -> Observation | None:
        return await self._in_turn(url, self._look)

    async def _in_turn(self, url: str, look: Callable[[str], Awaitable[Observation | None]]) -> Observation | None:
        """A look when it is this link's turn, unless its host is to be left alone or our network is down."""
        async with self._turns.setdefault(host(url), asyncio.Lock()):
            while True:
                await self.vigil.clear()
                async with self._places:
                    if self.vigil.offline:
                        return None
                    if not self.vigil.paused:
                        return await look(url)

    async def _look(self, url: str) -> Observation | None:
        history = self.memory.history(url)
        if (until := self.desk.waits.until(history, self.clock())) is not None:
            self.desk.spare(url, until)
            return None
        seen = await self.looker.look(history)
        self.desk.waits.hear(seen)  # before it is the next one's turn
        self.desk.hear(seen)
        return seen

    async def _look_again(self, url: str) -> Observation | None:
        history = self.memory.history(url)
        if self.desk.waits.until(history, self.clock()) is not None:
            return None
        seen = await self.looker.again(history)
        self.desk.waits.hear(seen)
        return seen

    async def _ask_witnesses(self, silent: frozenset[str]) -> Testimony:
        known = list(self.known())
        asked = witnesses(known, self.desk.network, silent)
        heard = Network()
        await self.ask_others(asked, heard)
        if heard.answered or heard.otherwise:
            return Testimony.UP
        reliable = are_reliable((each for each in known if each.url in asked), self.desk.network)
        return Testimony.DOWN if reliable else Testimony.NONE
