"""robots.txt on the way to a page: who asks for it, when, how often, and what comes of it."""

import asyncio
import gzip
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from fetching import (
    QUICK,
    Exchange,
    FakeClock,
    Handler,
    at,
    fetcher,
    redirect,
    refused_port,
    response,
    routes,
    says,
    serving,
)

from monitor.core.look import Failure, Hop, Reason, Reply
from monitor.fetch import PrivateNetworks
from monitor.fetch.robots import product_token

CLOSED = says(response(200, b"User-agent: *\nDisallow: /private"))
PAGES = says(response())


def forbidden(words: str) -> bytes:
    return response(200, words.encode(), [("Content-Type", "text/plain")])


async def test_robots_txt_is_asked_for_first_and_once_however_many_links_and_visits() -> None:
    order: list[str] = []

    def noting(handler: Handler) -> Handler:
        async def noted(exchange: Exchange) -> None:
            order.append(exchange.asked.target)
            await handler(exchange)

        return noted

    async with serving(noting(PAGES), robots=noting(CLOSED)) as server, fetcher() as web:
        replies = await asyncio.gather(*(web.probe(server.url(f"/{n}"), None) for n in range(5)))
        again = await web.confirm(server.url("/0"))

    assert all(isinstance(each, Reply) for each in (*replies, again))
    assert order[0] == "/robots.txt"
    assert len(order) == 7
    assert len(server.robots) == 1
    assert [hop.url for each in replies for hop in each.hops] == [server.url(f"/{n}") for n in range(5)]


async def test_a_page_that_is_forbidden_is_not_asked_for_not_even_for_a_second_opinion() -> None:
    async with serving(PAGES, robots=CLOSED) as server, fetcher() as web:
        url = server.url("/private/fees")
        outcomes = [await web.probe(url, None), await web.confirm(url)]

    assert (
        outcomes
        == [
            Failure(
                url,
                url,
                (),
                Reason.ROBOTS,
                f"the robots.txt of 127.0.0.1:{server.port} asks monitor not to visit it",
                reached=True,
            )
        ]
        * 2
    )
    assert server.asked == []


async def test_the_request_for_it_says_who_asks() -> None:
    async with serving(PAGES) as server, fetcher(user_agent="listings-monitor/1 (+https://guide.example/)") as web:
        await web.probe(server.url(), None)

    assert dict(server.robots[0].headers) == {
        "host": f"127.0.0.1:{server.port}",
        "user-agent": "listings-monitor/1 (+https://guide.example/)",
        "accept": "text/plain,*/*;q=0.5",
        "accept-encoding": "gzip, deflate",
        "connection": "keep-alive",
    }


@pytest.mark.parametrize(
    ("user_agent", "token"),
    [("listings-monitor/0.1.0 (+https://guide.example)", "listings-monitor"), ("monitor", "monitor"), ("7", "*")],
)
def test_a_visitor_is_called_by_the_beginning_of_its_user_agent(user_agent: str, token: str) -> None:
    assert product_token(user_agent) == token


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(response(404, b"no"), id="not there"),
        pytest.param(response(403, b"no"), id="not for us"),
        pytest.param(response(200, b"<!doctype html><p>User-agent: *\nDisallow: /\n"), id="a page for every address"),
        pytest.param(response(200, bytes(range(256))), id="bytes"),
        pytest.param(redirect("/robots.txt"), id="a circle"),
        pytest.param(redirect("mailto:us@clinic.example"), id="a redirect to nowhere"),
        pytest.param(response(302, b""), id="a redirect that does not say where to"),
        pytest.param(response(200, b"garbage", [("Content-Encoding", "br")]), id="an unasked coding"),
        pytest.param(response(200, b"garbage", [("Content-Encoding", "gzip")]), id="damaged"),
    ],
)
async def test_what_is_no_robots_txt_forbids_nothing(answer: bytes) -> None:
    async with serving(PAGES, robots=says(answer)) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert reply.hops == (Hop(server.url(), 200),)


async def test_no_more_than_five_redirects_lead_to_it() -> None:
    rules = {f"/{n}": redirect(f"/{n + 1}") for n in range(1, 9)}
    async with (
        serving(routes({**rules, "/5": forbidden("User-agent: *\nDisallow: /")}), robots=says(redirect("/1"))) as near,
        serving(routes({**rules, "/6": forbidden("User-agent: *\nDisallow: /")}), robots=says(redirect("/1"))) as far,
        fetcher() as web,
    ):
        outcomes = [await web.probe(server.url("/page"), None) for server in (near, far)]

    assert [type(each) for each in outcomes] == [Failure, Reply]
    assert [asked.target for asked in far.asked] == ["/1", "/2", "/3", "/4", "/5", "/page"]


async def test_a_compressed_one_is_read() -> None:
    packed = response(200, gzip.compress(b"User-agent: *\nDisallow: /"), [("Content-Encoding", "gzip")])
    async with serving(PAGES, robots=says(packed)) as server, fetcher() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.ROBOTS


async def test_an_endless_one_is_read_as_far_as_it_counts() -> None:
    async def endless(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private\n")
        while True:
            await exchange.send(b"# and so on\n" * 5000)

    async with serving(PAGES, robots=endless) as server, fetcher() as web:
        outcomes = [await web.probe(server.url(path), None) for path in ("/", "/private")]

    assert [type(each) for each in outcomes] == [Reply, Failure]


async def test_what_is_kept_of_many_origins_has_an_end_and_what_was_needed_last_stays() -> None:
    large = response(200, b"User-agent: *\nDisallow: /private\n" + b"# and so on\n" * 40_000)
    async with serving(PAGES, robots=says(large)) as server:
        names = [f"clinic-{n}.example" for n in range(40)]
        async with fetcher(dict.fromkeys(names, server.here)) as web:
            for name in names:
                assert isinstance(await web.probe(f"http://{name}/private", None), Failure)
            await web.probe(f"http://{names[-1]}/private", None)
            assert len(server.robots) == 40
            await web.probe(f"http://{names[0]}/private", None)

    assert (len(server.robots), server.asked) == (41, [])


# --- when it cannot be had --------------------------------------------------------------------------------------


async def test_an_origin_whose_robots_txt_is_ill_is_not_asked_for_pages() -> None:
    ill = response(503, b"", [("Retry-After", "120")])
    async with serving(PAGES, robots=says(ill)) as server, fetcher() as web:
        outcomes = [await web.probe(server.url(path), None) for path in ("/a", "/b")]

    place = f"127.0.0.1:{server.port}"
    words = f"the robots.txt of {place} cannot be had (status 503); until it can, nothing is asked there"
    assert outcomes == [
        Failure(server.url(path), server.url(path), (), Reason.ROBOTS, words, reached=True, retry_after="120")
        for path in ("/a", "/b")
    ]
    assert (len(server.robots), server.asked) == (1, [])


async def test_one_that_is_ill_for_a_moment_is_asked_again() -> None:
    answers = [response(502), response(200, b"User-agent: *\nDisallow: /private")]

    async def recovering(exchange: Exchange) -> None:
        await exchange.send(answers.pop(0))

    async with serving(PAGES, robots=recovering) as server, fetcher(settings=replace(QUICK, retries=2)) as web:
        outcomes = [await web.probe(server.url(path), None) for path in ("/", "/private")]

    assert [type(each) for each in outcomes] == [Reply, Failure]


async def test_many_links_of_a_dead_host_cost_no_more_than_one() -> None:
    port = await refused_port()
    clock = FakeClock()
    async with fetcher(settings=replace(QUICK, retries=2), clock=clock) as web:
        outcomes = await asyncio.gather(*(web.probe(f"http://127.0.0.1:{port}/{n}", None) for n in range(400)))

    assert {(each.reason, each.detail, each.reached) for each in outcomes if isinstance(each, Failure)} == {
        (Reason.REFUSED, f"connection refused by 127.0.0.1 port {port}", False)
    }
    assert clock.slept == [0.5, 1.0], "three tries, all of them for robots.txt"


@pytest.mark.parametrize(("misbehaves", "reason"), [(Exchange.reset, Reason.RESET), (Exchange.hang_up, Reason.RESET)])
async def test_what_keeps_us_from_robots_txt_keeps_us_from_the_page(
    misbehaves: Callable[[Exchange], None], reason: Reason
) -> None:
    async def breaking(exchange: Exchange) -> None:
        misbehaves(exchange)

    async with serving(PAGES, robots=breaking) as server, fetcher() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached, failure.hops, server.asked) == (reason, True, (), [])


async def test_a_robots_txt_that_never_ends_its_answer_takes_its_share_of_the_time_and_no_more() -> None:
    async def dripping(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\n")
        await exchange.drip(b"X-More: yes\r\n")

    settings = replace(QUICK, total_timeout=timedelta(seconds=0.4))
    async with serving(PAGES, robots=dripping) as server, fetcher(settings=settings) as web:
        outcomes = await asyncio.gather(*(web.probe(server.url(f"/{n}"), None) for n in range(3)))

    place = f"127.0.0.1:{server.port}"
    assert {(each.reason, each.detail, each.reached) for each in outcomes if isinstance(each, Failure)} == {
        (Reason.TIMEOUT, f"no answer from {place} within 0.2 s (asked for its robots.txt)", True)
    }
    assert (len(outcomes), len(server.robots), server.asked) == (3, 1, [])


async def test_who_gives_up_while_asking_leaves_it_to_the_next() -> None:
    gate = asyncio.Event()

    async def slow(exchange: Exchange) -> None:
        if len(server.robots) == 1:
            await gate.wait()
        await exchange.send(response(404))

    async with serving(PAGES, robots=slow) as server, fetcher() as web:
        impatient = asyncio.create_task(web.probe(server.url("/a"), None))
        await server.until(lambda seen: len(seen.robots) == 1)
        patient = asyncio.create_task(web.probe(server.url("/b"), None))
        await asyncio.sleep(0)
        impatient.cancel()
        reply = await asyncio.wait_for(patient, 5)

    assert isinstance(reply, Reply)
    assert [asked.target for asked in server.asked] == ["/b"]
    assert len(server.robots) == 2


# --- redirects --------------------------------------------------------------------------------------------------


async def test_every_hop_asks_the_robots_txt_of_its_own_origin() -> None:
    async with serving(PAGES, robots=CLOSED) as there:
        answers = routes({"/a": redirect(there.url("/open")), "/b": redirect(there.url("/private/b"))})
        async with serving(answers) as here, fetcher() as web:
            reply, failure = [await web.probe(here.url(path), None) for path in ("/a", "/b")]

    assert isinstance(reply, Reply)
    assert reply.hops == (Hop(here.url("/a"), 302), Hop(there.url("/open"), 200))
    assert isinstance(failure, Failure)
    assert (failure.reason, failure.hops, failure.final_url) == (
        Reason.ROBOTS,
        (Hop(here.url("/b"), 302),),
        there.url("/private/b"),
    )
    assert [asked.target for asked in there.asked] == ["/open"]
    assert (len(here.robots), len(there.robots)) == (1, 1)


async def test_a_robots_txt_kept_on_another_host_holds_for_the_one_that_was_asked() -> None:
    async with (
        serving(PAGES, robots=CLOSED) as elsewhere,
        serving(PAGES, robots=says(redirect(elsewhere.url("/robots.txt")))) as server,
        fetcher() as web,
    ):
        outcomes = [await web.probe(server.url(path), None) for path in ("/", "/private")]

    assert [type(each) for each in outcomes] == [Reply, Failure]


async def test_a_robots_txt_kept_on_a_dead_host_says_nothing_bad_about_this_one() -> None:
    port = await refused_port()
    async with serving(PAGES, robots=says(redirect(f"http://127.0.0.1:{port}/robots.txt"))) as server, fetcher() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached, failure.detail) == (
        Reason.ROBOTS,
        True,
        (
            f"the robots.txt of 127.0.0.1:{server.port} is kept elsewhere and cannot be had: "
            f"connection refused by 127.0.0.1 port {port}"
        ),
    )


async def test_a_robots_txt_leads_nobody_into_a_private_network() -> None:
    async with serving(PAGES) as inner, serving(PAGES, robots=says(redirect(inner.url("/robots.txt")))) as outer:
        known = {"clinic.example": at("127.0.0.1", port=outer.port)}
        async with fetcher(known, private_networks=PrivateNetworks.REFUSED) as web:
            failure = await web.probe("http://clinic.example/", None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.PRIVATE_ADDRESS
    assert (inner.robots, outer.robots) == ([], [])


async def test_a_robots_txt_that_is_itself_the_link_is_asked_for_as_a_page() -> None:
    async with serving(PAGES, robots=says(response(200, b"User-agent: *\nDisallow: /"))) as server, fetcher() as web:
        reply = await web.probe(server.url("/robots.txt"), None)

    assert isinstance(reply, Reply)
    assert reply.body == b"User-agent: *\nDisallow: /"


# --- pace -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked_for", "gap"),
    [("Crawl-delay: 4", 4.0), ("Crawl-delay: 0.5", 1.0), ("Crawl-delay: 3600", 10.0), ("Disallow: /private", 1.0)],
)
async def test_the_longer_of_two_gaps_is_kept_from_robots_txt_on(asked_for: str, gap: float) -> None:
    clock = FakeClock(now=0)
    spans: list[tuple[float, float]] = []

    def timed(answer: bytes) -> Handler:
        async def handler(exchange: Exchange) -> None:
            begun = clock.now
            clock.now += 0.5
            await exchange.send(answer)
            spans.append((begun, clock.now))

        return handler

    rules = timed(forbidden(f"User-agent: *\n{asked_for}"))
    settings = replace(QUICK, host_delay=timedelta(seconds=1))
    async with serving(timed(response()), robots=rules) as server, fetcher(settings=settings, clock=clock) as web:
        await asyncio.gather(*(web.probe(server.url(f"/{n}"), None) for n in range(3)))

    assert [later[0] - earlier[1] for earlier, later in pairwise(spans)] == [gap] * 3
