"""The flow of a pass, top to bottom: history | probe | observe | judge | reconcile | record."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from monitor.core.charset import is_text
from monitor.core.content import Page
from monitor.core.finding import Incident, PassSummary
from monitor.core.fingerprint import METHOD, fingerprint
from monitor.core.history import advance, sign
from monitor.core.incidents import Reconciled, reconcile
from monitor.core.listing import Catalogue, Listing
from monitor.core.liveness import CONFIRMABLE, judge
from monitor.core.look import Failure, LinkHistory, Observation, Probe, Reason, Reply, Sign, Validators, Version
from monitor.core.network import ENOUGH_HOSTS, Network, canaries, counts
from monitor.core.page import read
from monitor.core.result import CheckResult, about_the_catalogue, conclude, look_at
from monitor.core.rules import catalogue_findings
from monitor.core.urls import host
from monitor.core.waits import Waits, asked_to_wait
from monitor.errors import OperatorError


class Prober(Protocol):
    """Visits links; the web's errors come back as values."""

    async def probe(self, url: str, validators: Validators | None) -> Probe:
        """One polite visit, conditional where *validators* fit."""
        ...

    async def confirm(self, url: str) -> Probe:
        """A full visit on a new connection."""
        ...


class Memory(Protocol):
    """Remembers looks, versions and incidents; every `record…` is one transaction."""

    def begin(self, at: datetime, links: int) -> int: ...
    def history(self, url: str) -> LinkHistory: ...
    def waits(self, now: datetime) -> Mapping[str, datetime]: ...
    def baseline(self, listing: Listing, url: str, now: datetime) -> Version | None: ...
    def link_incidents(self, listing: str) -> Sequence[Incident]: ...
    def unresolved(self) -> Sequence[Incident]: ...
    def record(self, pass_id: int, result: CheckResult) -> None: ...
    def record_catalogue(self, pass_id: int, reconciled: Reconciled) -> None: ...
    def end(self, pass_id: int, summary: PassSummary) -> None: ...


class Progress(Protocol):
    """Whoever watches a pass. `recorded` comes after the transaction, never before."""

    def planned(self, links: int) -> None: ...
    def seen(self, observation: Observation) -> None: ...
    def spared(self, url: str, until: datetime) -> None: ...
    def recorded(self, result: CheckResult) -> None: ...


Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pass looks at: for each listing, those of its URLs that are wanted."""

    catalogue: Catalogue
    listings: tuple[Listing, ...]
    wanted: frozenset[str]

    def urls(self, listing: Listing) -> tuple[str, ...]:
        """The wanted URLs of one listing, each once."""
        return tuple(dict.fromkeys(link.url for link in listing.links if link.url in self.wanted))


async def run_pass(plan: Plan, prober: Prober, memory: Memory, clock: Clock, progress: Progress) -> PassSummary:
    """Look once at everything planned, conclude, and remember it, listing by listing.

    Results wait until some host has answered: before that it may be our own network that is down. If none ever does,
    the pass is offline and nothing of it is recorded. Links of a host that asked to be left alone are spared: nothing
    is asked, and what is known of them stays as it is. A bug in one listing does not starve the others: it is raised
    at the end, in one ExceptionGroup.
    """
    started = clock()
    progress.planned(len(plan.wanted))
    pass_id = memory.begin(started, len(plan.wanted))
    desk = _Desk(
        pass_id,
        memory,
        progress,
        needs_proof=any(counts(url) for url in plan.wanted),
        waits=Waits.known(memory.waits(started)),
    )
    viewing = _Viewing(plan, prober, memory, clock, desk)

    def summed_up(*, offline: bool, interrupted: bool) -> PassSummary:
        return PassSummary(started, clock(), len(plan.wanted), desk.looked, offline, interrupted, len(desk.spared))

    try:
        await _look_at_all(plan, viewing, desk, memory, clock)
        offline = desk.network.suspected and not await _anybody_else_answers(plan, viewing, desk)
        if not offline:
            desk.release()
            _record_catalogue(plan, pass_id, memory, clock())
    except BaseException:
        with suppress(OperatorError):  # what broke it off is the news, not that this could not be noted either
            memory.end(pass_id, summed_up(offline=False, interrupted=True))
        raise
    summary = summed_up(offline=offline, interrupted=False)
    memory.end(pass_id, summary)
    if desk.bugs:
        raise ExceptionGroup("some listings could not be checked: bugs of the monitor", desk.bugs)
    return summary


async def check(
    listing: Listing, urls: Sequence[str], viewing: "_Viewing", memory: Memory, clock: Clock
) -> CheckResult:
    """Look at the *urls* of *listing* once, but for those that are spared, and conclude."""
    views = [view for view in await _all_of(viewing.view(url) for url in urls) if view is not None]
    now = clock()
    looks = [look_at(view.seen, view.history, view.baselines[listing.id]) for view in views]
    return conclude(listing, looks, memory.link_incidents(listing.id), now)


async def _all_of(views: Iterable[Awaitable["_View | None"]]) -> list["_View | None"]:
    """Every view, once all have ended: one that fails leaves none behind that goes on asking."""
    ended = await asyncio.gather(*views, return_exceptions=True)
    failures = [each for each in ended if isinstance(each, BaseException)]
    if failures:
        raise next((each for each in failures if isinstance(each, OperatorError)), failures[0])
    return [each for each in ended if not isinstance(each, BaseException)]


async def look(history: LinkHistory, prober: Prober, clock: Clock) -> Observation:
    """One look at one link. Bad news about the page itself is asked for a second time, on a new connection."""
    seen = await observe(await prober.probe(history.url, _reusable(history)), clock, history.latest)
    if seen.reason not in CONFIRMABLE:
        return seen
    again = await observe(await prober.confirm(history.url), clock, history.latest)
    match sign(again.reason):
        case Sign.PAGE_GONE:
            return replace(again, confirmed=True)
        case Sign.WELL:
            return again  # the first answer was a blip
        case Sign.NO_SUCH_HOST | Sign.NO_ANSWER | Sign.REFUSED_US | Sign.NONE:
            return replace(seen, wait=again.wait)


async def observe(probe: Probe, clock: Clock, known: Version | None = None) -> Observation:
    """What a probe means; *known* is the last good copy. The page is kept only where it is the page."""
    page = await asyncio.to_thread(read_page, probe) if isinstance(probe, Reply) else None
    judgement = judge(probe, page, known)
    shows = sign(judgement.reason) is Sign.WELL and judgement.reason is not Reason.UNREADABLE and not judgement.stub
    readable = page if page is not None and page.words and shows else None
    at = clock()
    return Observation(
        url=probe.requested_url,
        at=at,
        judgement=judgement,
        final_url=probe.final_url,
        hops=probe.hops,
        status=probe.hops[-1].status if probe.hops and not isinstance(probe, Failure) else None,
        detail=probe.detail if isinstance(probe, Failure) else judgement.told if judgement.overruled else "",
        page=readable,
        fingerprint=fingerprint(readable.title, readable.blocks, readable.links) if readable else None,
        validators=probe.validators if isinstance(probe, Reply) else None,
        reached=not isinstance(probe, Failure) or probe.reached or bool(probe.hops),
        wait=asked_to_wait(probe, at),
    )


def read_page(reply: Reply) -> Page | None:
    """The page of a reply, be it of an error; None where its body has no words to read."""
    kind = reply.header("content-type")
    if not is_text(reply.body, kind):
        return None
    return read(reply.body, kind, reply.final_url)


def _reusable(history: LinkHistory) -> Validators | None:
    """A "not modified" helps only if what it confirms was read, and read by today's method."""
    current = history.latest is not None and history.latest.fingerprint.version == METHOD
    return history.validators if current else None


@dataclass(frozen=True, slots=True)
class _View:
    """A look at a URL, the history that counts it, and what each listing that has the URL measures drift against."""

    seen: Observation
    history: LinkHistory
    baselines: Mapping[str, Version | None]


@dataclass(slots=True)
class _Viewing:
    """Views each URL once in a pass, however many listings share it.

    The links of one host take turns, and only the one whose turn it is has one of the places of those under way:
    a guide with hundreds of links to one slow host keeps no other host waiting.
    """

    plan: Plan
    prober: Prober
    memory: Memory
    clock: Clock
    desk: "_Desk"
    _under_way: dict[str, asyncio.Task["_View | None"]] = field(default_factory=dict)
    _listings: dict[str, list[Listing]] = field(default_factory=dict)
    _left: Counter[str] = field(init=False)
    _places: asyncio.Semaphore = field(init=False)
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places = asyncio.Semaphore(self.plan.catalogue.settings.concurrency)
        for listing in self.plan.listings:
            for url in self.plan.urls(listing):
                self._listings.setdefault(url, []).append(listing)
        self._left = Counter({url: len(listings) for url, listings in self._listings.items()})

    async def view(self, url: str) -> _View | None:
        """The one look of this pass at *url*, None where it is spared."""
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

    async def glance(self, url: str) -> Observation:
        """A visit that only tells whether anybody answers."""
        async with self._places:
            return await observe(await self.prober.probe(url, None), self.clock)

    async def _view(self, url: str) -> _View | None:
        async with self._turns.setdefault(host(url), asyncio.Lock()), self._places:
            history = self.memory.history(url)
            if (until := self.desk.waits.until(history, self.clock())) is not None:
                self.desk.spare(url, until)
                return None
            seen = await look(history, self.prober, self.clock)
            self.desk.waits.hear(seen)  # before it is the next one's turn
        # Asked before any of the listings records this look, which would then pass for an earlier one.
        baselines = {listing.id: self.memory.baseline(listing, url, seen.at) for listing in self._listings[url]}
        self.desk.hear(seen)
        return _View(seen, advance(history, seen), baselines)


@dataclass(slots=True)
class _Desk:
    """Where results wait until the network has proven itself, and are recorded from then on."""

    pass_id: int
    memory: Memory
    progress: Progress
    needs_proof: bool
    waits: Waits
    network: Network = field(default_factory=Network)
    looked: int = 0
    spared: set[str] = field(default_factory=set)
    bugs: list[Exception] = field(default_factory=list)
    _waiting: list[CheckResult] = field(default_factory=list)
    _counted: set[str] = field(default_factory=set)

    def hear(self, seen: Observation) -> None:
        self.network.hear(seen)
        self.progress.seen(seen)
        if self.network.proven:
            self.release()

    def spare(self, url: str, until: datetime) -> None:
        self.spared.add(url)
        self.progress.spared(url, until)

    def hand_in(self, result: CheckResult) -> None:
        if not result.looks:  # all of its links were spared: there is nothing to say
            return
        self._waiting.append(result)
        if self.network.proven or not self.needs_proof:
            self.release()

    def release(self) -> None:
        """Record what waits, one transaction a result."""
        while self._waiting:
            result = self._waiting.pop(0)
            with self.noting_bugs(f"while recording {result.listing}"):
                self.memory.record(self.pass_id, result)
                self._counted.update(look.url for look in result.looks)
                self.looked = len(self._counted)
                self.progress.recorded(result)

    @contextmanager
    def noting_bugs(self, when: str) -> Iterator[None]:
        """Siblings finish: a bug is raised when they have. Without its memory the pass cannot go on."""
        try:
            yield
        except OperatorError:
            raise
        except Exception as bug:  # noqa: BLE001  # raised at the end of the pass
            bug.add_note(when)
            self.bugs.append(bug)


async def _look_at_all(plan: Plan, viewing: _Viewing, desk: _Desk, memory: Memory, clock: Clock) -> None:
    async def one(listing: Listing) -> None:
        with desk.noting_bugs(f"while checking {listing.id}"):
            desk.hand_in(await check(listing, plan.urls(listing), viewing, memory, clock))

    try:
        async with asyncio.TaskGroup() as group:
            for listing in plan.listings:
                if plan.urls(listing):
                    group.create_task(one(listing))
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None


async def _anybody_else_answers(plan: Plan, viewing: _Viewing, desk: _Desk) -> bool:
    """With few hosts asked, others of the catalogue are tried; with none to try, the failures stand."""
    asked = desk.network.asked
    if len(asked) >= ENOUGH_HOSTS:
        return False
    known = [desk.memory.history(url) for url in plan.catalogue.urls()]
    others = canaries((each for each in known if desk.waits.until(each, viewing.clock()) is None), asked)
    heard = Network()

    async def ask(url: str) -> None:
        with desk.noting_bugs(f"while asking {url}"):
            heard.hear(await viewing.glance(url))

    async with asyncio.TaskGroup() as group:
        for url in others:
            group.create_task(ask(url))
    return not heard.suspected


def _record_catalogue(plan: Plan, pass_id: int, memory: Memory, now: datetime) -> None:
    """What the catalogue alone says of this pass's listings; what was about anything it no longer holds is over."""
    ids = frozenset(listing.id for listing in plan.listings)
    findings = [finding for finding in catalogue_findings(plan.catalogue, now) if finding.listing in ids]
    covered = about_the_catalogue(memory.unresolved(), plan.catalogue, ids)
    memory.record_catalogue(pass_id, reconcile(covered, findings, now))
