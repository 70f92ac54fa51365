"""A pass and our own network: what happens to looks when it fails on the way, comes back, or is a portal's."""

from dataclasses import dataclass

import pytest
from fakes import DAY, START, Clock, Fails, FakeMemory, FakeWeb, Moves, Shows, Visit, Watcher, draw_name, listing, plan

from monitor.check import Memory, Plan, run_pass
from monitor.core.finding import PassSummary, Rule, State
from monitor.core.look import Probe, Reason

URLS = [f"https://host-{n}.example/electives" for n in range(200)]
GUIDE = [listing(f"listing-{n}", url, reviewed=START) for n, url in enumerate(URLS)]
DOWN = Fails(Reason.TIMEOUT)


@dataclass(slots=True)
class Cable(FakeWeb):
    """A web behind a cable that is pulled after so many visits, and put in again after so many more."""

    good: int = 0
    bad: int = 10**9

    async def _visit(self, visit: Visit) -> Probe:
        number = len(self.visits)
        seen = await FakeWeb._visit(self, visit)
        if self.good <= number < self.good + self.bad:
            return await self._answer(visit, visit.url, DOWN, ())
        return seen


def well(web: FakeWeb) -> FakeWeb:
    for n, url in enumerate(URLS):
        web.put(url, Shows(f"Programme {n}: the fee is 100 dollars a week."))
    return web


async def go(web: FakeWeb, memory: Memory, what: Plan) -> PassSummary:
    return await run_pass(what, web, memory, web.clock, Watcher(), draw_name=draw_name)


async def known(concurrency: int) -> tuple[FakeMemory, Plan]:
    """A memory that has seen all of them well a day ago."""
    memory, what = FakeMemory(), plan(*GUIDE, concurrency=concurrency)
    assert (await go(well(FakeWeb(Clock())), memory, what)).looked == 200
    return memory, what


def unreachable(memory: FakeMemory) -> set[State]:
    return {i.state for i in memory.incidents.values() if i.finding.rule is Rule.LINK_UNREACHABLE}


@pytest.mark.parametrize(("concurrency", "good"), [(1, 0), (16, 1), (16, 90), (256, 90)])
async def test_an_hour_without_network_over_200_hosts_changes_no_state(concurrency: int, good: int) -> None:
    memory, what = await known(concurrency)
    web = well(Cable(Clock(START + DAY), good=good))
    memory.transitions.clear()
    summary = await go(web, memory, what)
    assert (summary.offline, summary.looked) == (True, good)
    assert (memory.transitions, unreachable(memory)) == ([], set())
    assert all(memory.history(url).silent_since is None for url in URLS)
    seen = [memory.history(url).last_at for url in URLS]
    assert (seen.count(START + DAY), seen.count(START)) == (good, 200 - good)
    assert len(web.visits) <= good + 4 + 3 + concurrency, "once it is known to be us, nobody else is asked"


@pytest.mark.parametrize("concurrency", [1, 16])
async def test_after_a_short_outage_what_was_silent_in_it_is_looked_at_again(concurrency: int) -> None:
    memory, what = await known(concurrency)
    web = well(Cable(Clock(START + DAY), good=50, bad=max(concurrency, 4)))
    summary = await go(web, memory, what)
    assert (summary.offline, summary.looked) == (False, 200)
    assert [memory.history(url).last_ok for url in URLS] == [START + DAY] * 200
    assert unreachable(memory) == set()
    assert max(web.asked(url) for url in URLS) <= 3  # a look, a look again, and as a witness for others


async def test_hosts_that_are_down_by_themselves_are_looked_at_twice_and_stand() -> None:
    memory, what = await known(16)
    web = well(FakeWeb(Clock(START + DAY)))
    for url in URLS[40:48]:
        web.put(url, DOWN)
    summary = await go(web, memory, what)
    assert (summary.offline, summary.looked) == (False, 200)
    assert [url for url in URLS if memory.history(url).silent_since is not None] == URLS[40:48]
    assert max(web.asked(url) for url in URLS[40:48]) == 2


async def test_a_guide_that_begins_with_dead_hosts_is_no_outage_where_nobody_has_ever_heard_of_the_others() -> None:
    memory, what = FakeMemory(), plan(*GUIDE[:20], concurrency=1)
    web = well(FakeWeb(Clock()))
    for url in URLS[:12]:
        web.put(url, Fails(Reason.NO_SUCH_HOST))
    summary = await go(web, memory, what)
    assert (summary.offline, summary.looked) == (False, 20)
    states = {(i.finding.listing, i.state) for i in memory.incidents.values()}
    assert states == {(f"listing-{n}", State.PENDING) for n in range(12)}


# --- a portal ---------------------------------------------------------------------------------------------------

PLAIN = [f"http://clinic-{n}.example/electives" for n in range(4)]
DOOR = "https://portal.example/login"
WELCOME = Shows("Welcome to the guest network of this hotel. Accept the terms to go on.", canonical=False)


def guests(*urls: str) -> Plan:
    return plan(*(listing(f"guest-{n}", url, reviewed=START) for n, url in enumerate(urls)))


@pytest.mark.parametrize("through", [Moves(DOOR, 302), WELCOME], ids=["sent to a door", "shown in place"])
async def test_a_portal_that_answers_for_everybody_is_us(through: Moves | Shows) -> None:
    web, memory = FakeWeb(Clock()), FakeMemory()
    web.put(DOOR, WELCOME)
    for url in PLAIN:
        web.put(url, through)
    assert await go(web, memory, guests(*PLAIN)) == PassSummary(START, START, 4, 0, offline=True, interrupted=False)
    assert (memory.results, memory.incidents) == ([], {})


async def test_one_site_that_answers_for_itself_is_enough_to_know_that_there_is_no_portal() -> None:
    web, memory = FakeWeb(Clock()), FakeMemory()
    for url in PLAIN:
        web.put(url, WELCOME)
    web.put(URLS[0], Shows("The fee is 100 dollars a week."))
    summary = await go(web, memory, guests(*PLAIN, URLS[0]))
    assert (summary.offline, summary.looked) == (False, 5)


async def test_sites_that_have_moved_to_one_place_for_good_are_no_portal() -> None:
    web, memory = FakeWeb(Clock()), FakeMemory()
    web.put(DOOR, Shows("All our hospitals are one now. Electives are described below."))
    for url in PLAIN:
        web.put(url, Moves(DOOR, 301))
    summary = await go(web, memory, guests(*PLAIN))
    assert (summary.offline, summary.looked) == (False, 4)


async def test_two_sites_with_one_page_are_no_portal() -> None:
    web, memory = FakeWeb(Clock()), FakeMemory()
    for url in PLAIN[:2]:
        web.put(url, WELCOME)
    assert not (await go(web, memory, guests(*PLAIN[:2]))).offline
