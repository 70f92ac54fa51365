"""Manners: one request at a time per host, a gap after each, a few quick second tries."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import httpx
import pytest
from fetching import QUICK, Exchange, FakeClock, Handler, fetcher, redirect, refused_port, response, serving, stopwatch

from monitor.core.look import Failure, Reason, Reply
from monitor.fetch import Retry, Throttle

GAP = timedelta(seconds=1)


class Recorded(httpx.AsyncBaseTransport):
    """Answers as told, and notes when each request began and when its body was done, by the fake clock."""

    def __init__(self, clock: FakeClock, outcomes: list[Callable[[], httpx.Response]] | None = None) -> None:
        self.clock = clock
        self.outcomes = outcomes or []
        self.spans: list[tuple[str, float, float]] = []
        self.closed = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        begun = self.clock.now
        self.clock.now += 0.25  # what the answer's head takes
        if self.outcomes:
            return self.outcomes.pop(0)()
        return httpx.Response(200, stream=Slow(self, str(request.url), begun))


class Slow(httpx.AsyncByteStream):
    def __init__(self, log: Recorded, url: str, begun: float) -> None:
        self.log, self.url, self.begun = log, url, begun

    async def __aiter__(self):  # type: ignore[no-untyped-def]
        self.log.clock.now += 0.5  # what the body takes
        yield b"words"

    async def aclose(self) -> None:
        self.log.closed += 1
        self.log.spans.append((self.url, self.begun, self.log.clock.now))


def throttle(clock: FakeClock, inner: httpx.AsyncBaseTransport) -> Throttle:
    return Throttle(inner, GAP, clock.sleep, clock.monotonic)


async def ask(transport: httpx.AsyncBaseTransport, url: str) -> bytes:
    answer = await transport.handle_async_request(httpx.Request("GET", url))
    body = await answer.aread()
    await answer.aclose()
    return body


async def test_the_gap_lies_between_the_end_of_a_body_and_the_next_request() -> None:
    clock = FakeClock(now=0)
    log = Recorded(clock)
    polite = throttle(clock, log)

    await asyncio.gather(*(ask(polite, f"http://one.example/{number}") for number in range(3)))

    assert [(begun, ended) for _, begun, ended in log.spans] == [(0, 0.75), (1.75, 2.5), (3.5, 4.25)]


@pytest.mark.parametrize(
    ("status", "said", "gap"),
    [
        (429, "5", 5.0),
        (503, "10", 10.0),
        (403, " 3 ", 3.0),
        (429, "11", 1.0),  # longer waits are remembered, and not waited out
        (429, "0", 1.0),
        (429, "-5", 1.0),
        (429, "soon", 1.0),
        (429, "99999999999999999999", 1.0),
        (200, "5", 1.0),  # on a page that is there, it says nothing about visitors
    ],
)
async def test_a_short_retry_after_is_waited_out_by_the_next_request(status: int, said: str, gap: float) -> None:
    clock = FakeClock(now=0)
    refusal = httpx.Response(status, headers={"Retry-After": said}, stream=httpx.ByteStream(b""))
    log = Recorded(clock, [lambda: refusal])
    polite = throttle(clock, log)

    await ask(polite, "http://one.example/")
    ended = clock.now
    await ask(polite, "http://one.example/")

    assert [begun - ended for _, begun, _ in log.spans] == [gap]


async def test_a_host_that_has_rested_long_enough_is_asked_at_once() -> None:
    clock = FakeClock(now=0)
    polite = throttle(clock, Recorded(clock))

    await ask(polite, "http://one.example/")
    clock.now += 5
    await ask(polite, "http://one.example/")

    assert clock.slept == []


@pytest.mark.parametrize(
    ("first", "second", "one_host"),
    [
        ("http://one.example/a", "http://one.example:80/b", True),
        ("http://one.example/a", "http://ONE.example./b", True),
        ("http://one.example/a", "https://one.example/b", False),
        ("http://one.example/a", "http://two.example/a", False),
    ],
)
async def test_hosts_are_told_apart_by_name_and_port(first: str, second: str, one_host: bool) -> None:
    clock = FakeClock(now=0)
    polite = throttle(clock, Recorded(clock))

    await ask(polite, first)
    await ask(polite, second)

    assert bool(clock.slept) is one_host


async def test_an_unread_body_still_holds_its_host() -> None:
    clock = FakeClock()
    polite = throttle(clock, Recorded(clock))
    held = await polite.handle_async_request(httpx.Request("GET", "http://one.example/"))

    waiting = asyncio.create_task(ask(polite, "http://one.example/"))
    for _ in range(10):
        await asyncio.sleep(0)
    assert not waiting.done()

    stream = held.stream
    assert isinstance(stream, httpx.AsyncByteStream)
    await stream.aclose()
    await stream.aclose()  # a second closing must not free somebody else's turn
    assert await waiting == b"words"


async def test_a_failed_request_is_followed_by_a_gap_too() -> None:
    def failing() -> httpx.Response:
        raise httpx.ConnectError("refused")

    clock = FakeClock(now=0)
    polite = throttle(clock, Recorded(clock, [failing]))

    with pytest.raises(httpx.ConnectError):
        await ask(polite, "http://one.example/")
    await ask(polite, "http://one.example/")

    assert clock.slept == [1.0]


async def test_who_gives_up_while_waiting_leaves_the_turn_to_the_next() -> None:
    clock = FakeClock()
    polite = throttle(clock, Recorded(clock))
    held = await polite.handle_async_request(httpx.Request("GET", "http://one.example/"))
    impatient = asyncio.create_task(ask(polite, "http://one.example/"))
    patient = asyncio.create_task(ask(polite, "http://one.example/"))
    await asyncio.sleep(0)

    impatient.cancel()
    await held.aclose()

    assert await asyncio.wait_for(patient, 5) == b"words"
    assert impatient.cancelled()
    clock.now += 5
    await ask(polite, "http://two.example/")
    assert polite.remembered == 1, "who gave up is not waited for"


async def test_who_gives_up_within_the_gap_leaves_the_turn_to_the_next() -> None:
    clock = FakeClock(now=0)
    asleep = asyncio.Event()

    async def sleep(seconds: float) -> None:
        if not asleep.is_set():
            asleep.set()
            await asyncio.Event().wait()
        await clock.sleep(seconds)

    polite = Throttle(Recorded(clock), GAP, sleep, clock.monotonic)
    await ask(polite, "http://one.example/")
    impatient = asyncio.create_task(ask(polite, "http://one.example/"))
    await asleep.wait()
    impatient.cancel()
    await asyncio.gather(impatient, return_exceptions=True)

    assert await asyncio.wait_for(ask(polite, "http://one.example/"), 5) == b"words"


async def test_hosts_that_have_rested_are_forgotten() -> None:
    clock = FakeClock()
    polite = throttle(clock, Recorded(clock))

    for number in range(500):
        await ask(polite, f"http://host{number}.example/")

    assert polite.remembered <= 3


async def test_from_the_servers_side_no_two_requests_of_one_host_overlap_and_each_keeps_its_distance() -> None:
    clock = FakeClock(now=0)
    begun_and_ended: list[tuple[float, float]] = []
    busy = 0

    async def handler(exchange: Exchange) -> None:
        nonlocal busy
        busy += 1
        assert busy == 1, "two at a time"
        begun = clock.now
        clock.now += 0.5
        await exchange.send(redirect("/end") if exchange.asked.target == "/start" else response())
        begun_and_ended.append((begun, clock.now))
        busy -= 1

    async with serving(handler) as server, fetcher(settings=replace(QUICK, host_delay=GAP), clock=clock) as web:
        outcomes = await asyncio.gather(
            *(web.probe(server.url(path), None) for path in ("/start", "/a", "/start", "/b"))
        )

    assert [isinstance(outcome, Reply) for outcome in outcomes] == [True] * 4
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(begun_and_ended)]
    assert gaps == [1.0] * 5, "redirects within a visit keep the distance like everybody else"


async def test_waiting_for_ones_turn_is_not_the_servers_slowness() -> None:
    async def handler(exchange: Exchange) -> None:
        await asyncio.sleep(0.1)
        await exchange.send(response())

    settings = replace(QUICK, total_timeout=timedelta(seconds=0.3))
    async with serving(handler) as server, fetcher(settings=settings) as web:
        passed = stopwatch()
        outcomes = await asyncio.gather(*(web.probe(server.url(f"/{number}"), None) for number in range(8)))

    assert [isinstance(outcome, Reply) for outcome in outcomes] == [True] * 8
    assert passed() > 0.75, "they were asked one after the other"


# --- second tries -----------------------------------------------------------------------------------------------


def flaky(*failing: Callable[[Exchange], object], then: bytes | None = None) -> Handler:
    """Fails as told, once each, then answers."""
    left = list(failing)

    async def handler(exchange: Exchange) -> None:
        if left:
            failure = left.pop(0)(exchange)
            if failure is not None:
                await failure  # type: ignore[misc]
        else:
            await exchange.send(then or response())

    return handler


def _busy(status: int) -> Callable[[Exchange], object]:
    return lambda exchange: exchange.send(response(status, b"busy"))


@pytest.mark.parametrize(
    "failing",
    [
        [Exchange.reset],
        [Exchange.hang_up, Exchange.reset],
        [_busy(502), _busy(503)],
        [_busy(504)],
    ],
)
async def test_what_may_pass_by_itself_is_tried_again(failing: list[Callable[[Exchange], object]]) -> None:
    clock = FakeClock()
    async with serving(flaky(*failing)) as server, fetcher(settings=replace(QUICK, retries=2), clock=clock) as web:
        outcome = await web.probe(server.url(), None)

    assert isinstance(outcome, Reply)
    assert [hop.status for hop in outcome.hops] == [200]
    assert clock.slept == [0.5, 1.0][: len(failing)]


async def test_the_last_try_is_what_counts() -> None:
    async with serving(flaky(*[_busy(503)] * 9)) as server, fetcher(settings=replace(QUICK, retries=2)) as web:
        outcome = await web.probe(server.url(), None)

    assert isinstance(outcome, Reply)
    assert (outcome.status, len(server.asked)) == (503, 3)


@pytest.mark.parametrize("status", [200, 403, 404, 408, 429, 500, 501])
async def test_an_answer_is_taken_as_it_is(status: int) -> None:
    async with serving(flaky(_busy(status))) as server, fetcher(settings=replace(QUICK, retries=2)) as web:
        outcome = await web.probe(server.url(), None)

    assert isinstance(outcome, Reply)
    assert (outcome.status, len(server.asked)) == (status, 1)


async def test_a_server_that_says_when_to_come_back_is_left_alone() -> None:
    later = response(503, b"later", [("Retry-After", "120")])
    async with serving(flaky(then=later)) as server, fetcher(settings=replace(QUICK, retries=2)) as web:
        outcome = await web.probe(server.url(), None)

    assert isinstance(outcome, Reply)
    assert (outcome.status, outcome.header("retry-after"), len(server.asked)) == (503, "120", 1)


async def test_a_name_that_does_not_exist_is_asked_for_once() -> None:
    clock = FakeClock()
    async with fetcher(settings=replace(QUICK, retries=2), clock=clock) as web:
        failure = await web.probe("http://clinic.example/", None)

    assert isinstance(failure, Failure)
    assert (failure.reason, clock.slept) == (Reason.NO_SUCH_HOST, [])


async def test_a_second_try_keeps_the_gap_to_the_first() -> None:
    clock = FakeClock(now=0)
    port = await refused_port()
    settings = replace(QUICK, retries=2, host_delay=timedelta(seconds=10))
    async with fetcher(settings=settings, clock=clock) as web:
        failure = await web.probe(f"http://127.0.0.1:{port}/", None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.REFUSED
    assert clock.slept == [0.5, 9.5, 1.0, 9.0], "the rest of the gap follows the back-off"


async def test_an_unread_busy_answer_is_closed_before_the_next_try() -> None:
    clock = FakeClock()
    log = Recorded(clock)
    busy = httpx.Response(503, stream=Slow(log, "http://one.example/", 0))
    log.outcomes = [lambda: busy]

    answer = await Retry(log, 1, clock.sleep).handle_async_request(httpx.Request("GET", "http://one.example/"))
    assert (answer.status_code, log.closed) == (200, 1)
    await answer.aclose()


async def test_one_failure_does_not_drag_the_one_before_along() -> None:
    def failing(kind: type[httpx.TransportError]) -> Callable[[], httpx.Response]:
        def fail() -> httpx.Response:
            raise kind("no")

        return fail

    clock = FakeClock()
    log = Recorded(clock, [failing(httpx.ConnectTimeout), failing(httpx.ReadError)])

    with pytest.raises(httpx.ReadError) as raised:
        await Retry(log, 1, clock.sleep).handle_async_request(httpx.Request("GET", "http://one.example/"))

    assert (raised.value.__cause__, raised.value.__context__) == (None, None)


async def test_tries_end_with_the_deadline() -> None:
    settings = replace(QUICK, retries=1000, total_timeout=timedelta(seconds=0.3))

    async def handler(exchange: Exchange) -> None:
        await asyncio.sleep(0.05)
        exchange.hang_up()

    async with serving(handler) as server, fetcher(settings=settings) as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached) == (Reason.TIMEOUT, True)
    assert 1 < len(server.asked) < 10
