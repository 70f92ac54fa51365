"""What a look asks around a page: strangers beside it, its twin by https, the name servers of its site."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import (
    DAY,
    START,
    Clock,
    Fails,
    FakeMemory,
    FakeWeb,
    Moves,
    Says,
    Shows,
    Watcher,
    draw_name,
    listing,
    plan,
    quick_store,
)

from monitor.check import Plan, run_pass
from monitor.core.finding import Rule, State
from monitor.core.look import LinkHistory, Reason
from monitor.core.surroundings import Twin
from monitor.store import Store

WARD = "https://ward.example/students/electives"
FEES = "https://ward.example/students/costs"
STRANGER = f"https://ward.example/students/{draw_name()}"
LANDING = Shows(
    "Welcome to Ward Hospital, where medicine has been taught since 1890. We care for patients from nine counties and "
    "run twelve clinics. Call us for an appointment.",
    title="Ward Hospital",
    canonical=False,
)
PAGE = Shows(
    "Students from abroad pay 100 dollars a week; apply by the first of May, with a letter of your dean and a copy of "
    "your passport. We answer within a month.",
    title="Ward",
    canonical=False,
)

Memory = Store | FakeMemory


@pytest.fixture(params=["database", "fake"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    if request.param == "fake":
        yield FakeMemory()
        return
    with quick_store(tmp_path / "monitor.db") as store:
        yield store


@pytest.fixture
def web() -> FakeWeb:
    return FakeWeb(Clock())


def guide(*urls: str) -> Plan:
    return plan(*(listing(f"ward-{n}", url, reviewed=START) for n, url in enumerate(urls)))


async def go(web: FakeWeb, memory: Memory, *urls: str) -> list[LinkHistory]:
    await run_pass(guide(*urls), web, memory, web.clock, Watcher(), draw_name=draw_name)
    return [memory.history(url) for url in urls]


def reasons(histories: list[LinkHistory]) -> list[Reason]:
    return [history.last.reason for history in histories if history.last]


# --- strangers --------------------------------------------------------------------------------------------------


async def test_a_page_that_every_name_gets_is_gone_at_first_sight_and_one_stranger_is_enough_for_a_month(
    web: FakeWeb, memory: Memory
) -> None:
    for url in (WARD, FEES, STRANGER):
        web.put(url, LANDING)
    for _ in range(3):
        assert reasons(await go(web, memory, WARD, FEES)) == [Reason.SOFT_404, Reason.SOFT_404]
        web.clock.go(9 * DAY)
    assert web.asked(STRANGER) == 1
    assert [i.state for i in memory.link_incidents("ward-0") if i.finding.rule is Rule.LINK_GONE] == [State.OPEN]
    web.clock.go(4 * DAY)
    await go(web, memory, WARD, FEES)
    assert web.asked(STRANGER) == 2


async def test_a_healthy_page_beside_a_landing_page_for_all_other_names_stays_healthy(
    web: FakeWeb, memory: Memory
) -> None:
    web.put(WARD, PAGE)
    web.put(STRANGER, LANDING)
    for _ in range(3):
        assert reasons(await go(web, memory, WARD)) == [Reason.OK]
        web.clock.go(DAY)
    assert web.asked(STRANGER) == 1, "from then on it is known"


async def test_a_page_that_gives_way_to_the_landing_page_is_noticed(web: FakeWeb, memory: Memory) -> None:
    web.put(WARD, PAGE)
    web.put(STRANGER, Says(404))
    assert reasons(await go(web, memory, WARD)) == [Reason.OK]
    web.clock.go(40 * DAY)
    web.put(WARD, LANDING)
    web.put(STRANGER, LANDING)
    assert reasons(await go(web, memory, WARD)) == [Reason.SOFT_404]


async def test_no_stranger_is_asked_for_at_a_front_page_or_beside_a_page_that_says_what_it_is(
    web: FakeWeb, memory: Memory
) -> None:
    front = "https://ward.example/"
    web.put(front, LANDING)
    web.put(WARD, Shows("Students from abroad pay 100 dollars.", title="Electives", canonical=False))
    assert reasons(await go(web, memory, front, WARD)) == [Reason.OK, Reason.OK]
    assert {visit.url for visit in web.visits} == {front, WARD}


async def test_a_stranger_s_answer_that_asks_us_to_wait_is_heeded(web: FakeWeb, memory: Memory) -> None:
    web.put(WARD, PAGE)
    web.put(FEES, PAGE)
    web.put(STRANGER, Says(429, retry_after="7200"))
    await go(web, memory, WARD, FEES)
    assert web.asked(WARD) + web.asked(FEES) == 1
    assert memory.waits(START) == {"ward.example:443": START + timedelta(hours=2)}


# --- twins ------------------------------------------------------------------------------------------------------

PLAIN, SECURE = "http://ward.example/students/electives", WARD
HERE = Shows("Students from abroad pay 100 dollars a week.", title="Electives")


def insecure(memory: Memory) -> list[State]:
    return [i.state for i in memory.link_incidents("ward-0") if i.finding.rule is Rule.LINK_INSECURE]


async def test_a_twin_that_serves_the_same_page_is_suggested_and_asked_once_in_thirty_days(
    web: FakeWeb, memory: Memory
) -> None:
    web.put(PLAIN, HERE)
    web.put(SECURE, HERE)
    for _ in range(3):
        (history,) = await go(web, memory, PLAIN)
        assert history.twin == Twin(START, serves=True)
        assert insecure(memory) == [State.OPEN]
        web.clock.go(10 * DAY)
    (incident,) = (i for i in memory.link_incidents("ward-0") if i.finding.rule is Rule.LINK_INSECURE)
    assert incident.finding.suggestion is not None
    assert (incident.finding.suggestion.value, web.asked(SECURE)) == (SECURE, 1)
    web.put(SECURE, Fails(Reason.REFUSED))
    (history,) = await go(web, memory, PLAIN)
    assert (history.twin, web.asked(SECURE)) == (Twin(START + 30 * DAY, serves=False), 2)
    assert insecure(memory) == []


@pytest.mark.parametrize(
    "answer", [Fails(Reason.REFUSED), Fails(Reason.TLS), PAGE, Says(404), Moves(PLAIN, 302)], ids=repr
)
async def test_a_twin_that_is_none_is_not_spoken_of(
    web: FakeWeb, memory: Memory, answer: Fails | Shows | Says | Moves
) -> None:
    web.put(PLAIN, HERE)
    web.put(SECURE, answer)
    for _ in range(2):
        (history,) = await go(web, memory, PLAIN)
        assert (history.twin, history.last and history.last.reason) == (Twin(START, serves=False), Reason.OK)
        web.clock.go(DAY)
    assert (web.asked(SECURE), insecure(memory)) == (1, [])


@pytest.mark.parametrize("answer", [Fails(Reason.TIMEOUT), Says(503), Says(429)], ids=repr)
async def test_a_twin_that_failed_for_now_is_asked_again(web: FakeWeb, memory: Memory, answer: Fails | Says) -> None:
    web.put(PLAIN, HERE)
    web.put(SECURE, answer)
    await go(web, memory, PLAIN)
    web.clock.go(DAY)
    web.put(SECURE, HERE)
    (history,) = await go(web, memory, PLAIN)
    assert history.twin == Twin(START + DAY, serves=True)


@pytest.mark.parametrize(
    "url", ["http://ward.example:8080/students/electives", "http://127.0.0.1/students/electives", WARD]
)
async def test_what_can_have_no_twin_is_not_asked_for_one(web: FakeWeb, memory: Memory, url: str) -> None:
    web.put(url, HERE)
    (history,) = await go(web, memory, url)
    assert (history.twin, len(web.looks)) == (None, 1)


# --- name servers -----------------------------------------------------------------------------------------------

OWN, DEALER = frozenset({"ns1.ward.example"}), frozenset({"ns1.sedoparking.com"})
FOR_SALE = Shows(
    " ".join(["Find the best offers for courses, books, travel and insurance near you."] * 14),
    title="ward.example - this domain is for sale",
)


async def test_a_site_that_came_to_a_dealer_and_looks_parked_is_parked(web: FakeWeb, memory: Memory) -> None:
    web.put(WARD, PAGE)
    web.put(STRANGER, Says(404))
    web.delegations["ward.example"] = [(START, OWN), (START + 8 * DAY, DEALER)]
    for _ in range(8):
        await go(web, memory, WARD)
        web.clock.go(DAY)
    assert web.asked_for_name_servers == ["ward.example"], "nothing looked parked"
    web.put(WARD, FOR_SALE)
    assert reasons(await go(web, memory, WARD)) == [Reason.PARKED]
    assert web.asked_for_name_servers == ["ward.example"] * 2


async def test_a_site_that_was_always_with_a_dealer_is_not_parked_by_that(web: FakeWeb, memory: Memory) -> None:
    web.put(WARD, FOR_SALE)
    web.delegations["ward.example"] = [(START, DEALER)]
    assert reasons(await go(web, memory, WARD)) == [Reason.OK]
