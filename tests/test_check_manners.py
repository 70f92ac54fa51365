"""Manners of a pass: hosts take turns, and who asked to be left alone is left alone."""

import asyncio
import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import pytest
from fakes import (
    DAY,
    HOUR,
    START,
    Clock,
    Fails,
    FakeMemory,
    FakeWeb,
    Moves,
    Says,
    Shows,
    Watcher,
    Wavers,
    draw_name,
    listing,
    plan,
    settle,
)

from monitor.check import run_pass
from monitor.core.finding import PassSummary
from monitor.core.look import Hop, NotModified, Probe, Reason, Validators
from monitor.core.urls import host

WARD = "https://ward.example/visitors"
FEES = "https://ward.example/fees"
CLINIC = "https://clinic.example/electives"
PAGE = Shows("The fee is 100 dollars a week.")
LATER = Says(429, retry_after="7200")


@pytest.fixture
def web() -> FakeWeb:
    return FakeWeb(Clock())


@pytest.fixture
def memory() -> FakeMemory:
    return FakeMemory()


# --- Retry-After ------------------------------------------------------------------------------------------------


async def test_once_a_host_asks_us_to_wait_its_other_links_are_spared_in_the_same_pass(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, LATER)
    web.put(FEES, PAGE)
    web.put(CLINIC, PAGE)
    watcher = Watcher()
    what = plan(listing("ward", WARD), listing("fees", FEES, CLINIC))
    summary = await run_pass(what, web, memory, web.clock, watcher, draw_name=draw_name)
    assert summary == PassSummary(START, START, 3, 2, offline=False, interrupted=False, spared=1)
    assert (web.asked(WARD), web.asked(FEES), len(web.looks)) == (1, 0, 2)
    assert watcher.spared_urls == {FEES: START + 2 * HOUR}
    assert memory.waits(START) == {"ward.example:443": START + 2 * HOUR}
    assert {result.listing: [look.url for look in result.looks] for result in memory.results} == {
        "ward": [WARD],
        "fees": [CLINIC],
    }


async def test_a_later_pass_keeps_the_promise_and_remembers_nothing_of_what_it_did_not_see(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, LATER)
    what = plan(listing("ward", WARD))
    await run_pass(what, web, memory, web.clock, Watcher(), draw_name=draw_name)
    before = (memory.history(WARD), memory.link_incidents("ward"), len(memory.results))
    web.clock.go(2 * HOUR - timedelta(seconds=1))
    summary = await run_pass(what, web, memory, web.clock, Watcher(), draw_name=draw_name)
    assert (summary.looked, summary.spared, summary.offline, web.asked(WARD)) == (0, 1, False, 1)
    assert (memory.history(WARD), memory.link_incidents("ward"), len(memory.results)) == before

    web.clock.go(timedelta(seconds=1))
    summary = await run_pass(what, web, memory, web.clock, Watcher(), draw_name=draw_name)
    assert (summary.looked, summary.spared, web.asked(WARD)) == (1, 0, 2)


async def test_a_link_that_is_led_to_a_waiting_host_is_spared_like_that_hosts_own(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(CLINIC, Moves(WARD, status=302))
    web.put(WARD, LATER)
    await run_pass(plan(listing("clinic", CLINIC)), web, memory, web.clock, Watcher(), draw_name=draw_name)
    assert memory.waits(START) == {"ward.example:443": START + 2 * HOUR}
    web.clock.go(HOUR)
    summary = await run_pass(plan(listing("clinic", CLINIC)), web, memory, web.clock, Watcher(), draw_name=draw_name)
    assert (summary.spared, web.asked(CLINIC)) == (1, 1)


async def test_a_wish_that_comes_with_the_second_opinion_is_kept_too(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Wavers(Says(404), LATER))
    await run_pass(plan(listing("ward", WARD)), web, memory, web.clock, Watcher(), draw_name=draw_name)
    ((look,),) = (result.looks for result in memory.results)
    assert (look.observation.reason, look.observation.confirmed) == (Reason.NOT_FOUND, False)
    assert memory.waits(START) == {"ward.example:443": START + 2 * HOUR}


async def test_a_host_that_waits_is_no_canary(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, LATER)
    everything = (listing("ward", WARD), listing("clinic", CLINIC))
    await run_pass(plan(*everything, only=["ward"]), web, memory, web.clock, Watcher(), draw_name=draw_name)
    web.put(CLINIC, Fails(Reason.TIMEOUT))
    web.clock.go(HOUR)
    summary = await run_pass(plan(*everything, only=["clinic"]), web, memory, web.clock, Watcher(), draw_name=draw_name)
    assert (web.asked(WARD), web.asked(CLINIC)) == (1, 1)
    assert (summary.looked, summary.offline) == (1, False), "with nobody else to ask its silence stands"


async def test_a_wish_of_days_is_kept_for_one(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Says(503, retry_after="Sun, 22 Nov 2099 06:00:00 GMT"))
    await run_pass(plan(listing("ward", WARD)), web, memory, web.clock, Watcher(), draw_name=draw_name)
    assert memory.waits(START) == {"ward.example:443": START + DAY}


# --- turns ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class TimedWeb:
    """A `Prober` on whose hosts a visit takes so many seconds of a time that passes only when nobody can go on."""

    seconds: dict[str, float]
    now: float = 0.0
    done_at: dict[str, float] = field(default_factory=dict)
    busy: Counter[str] = field(default_factory=Counter)
    most_at_once: int = 0
    _waiting: list[tuple[float, int, asyncio.Event]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=count)

    async def probe(self, url: str, validators: Validators | None) -> Probe:
        where = host(url)
        self.busy[where] += 1
        assert self.busy[where] == 1, "two at a time"
        self.most_at_once = max(self.most_at_once, self.busy.total())
        over = asyncio.Event()
        heapq.heappush(self._waiting, (self.now + self.seconds[where], next(self._numbers), over))
        await over.wait()
        self.busy[where] -= 1
        self.done_at[url] = self.now
        return NotModified(url, url, (Hop(url, 304),))

    async def confirm(self, url: str) -> Probe:
        raise AssertionError("nothing is in doubt here")

    async def name_servers(self, name: str) -> frozenset[str] | None:
        raise AssertionError("nothing is in doubt here")

    async def live(self, task: "asyncio.Task[PassSummary]") -> None:
        while not task.done():
            await settle(steps=20)
            if self._waiting:
                self.now, _, over = heapq.heappop(self._waiting)
                over.set()


@pytest.mark.parametrize("slow_first", [True, False])
async def test_hundreds_of_links_of_one_slow_host_keep_no_other_host_waiting(slow_first: bool) -> None:
    slow = [f"https://slow.example/{n}" for n in range(400)]
    quick = [f"https://quick-{n}.example/" for n in range(100)]
    web = TimedWeb({"slow.example:443": 10.0, **{host(url): 1.0 for url in quick}})

    def listings(urls: Sequence[str]) -> list[object]:
        return [listing(f"listing-{host(url).partition('.')[0]}-{n}", url) for n, url in enumerate(urls)]

    guide = listings(slow) + listings(quick) if slow_first else listings(quick) + listings(slow)
    task = asyncio.create_task(
        run_pass(plan(*guide, concurrency=16), web, FakeMemory(), Clock(), Watcher(), draw_name=draw_name)
    )
    await web.live(task)

    assert (await task).looked == 500
    assert web.most_at_once == 16
    # 100 visits of a second each through 16 places, one of which the slow host has
    assert max(web.done_at[url] for url in quick) == 7.0
    assert max(web.done_at.values()) <= 400 * 10.0 + 7.0
