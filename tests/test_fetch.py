"""A visit to one link, against servers on loopback that behave as the web does."""

import asyncio
import gc
import gzip
import ssl
import zlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
import respx
from fetching import (
    QUICK,
    Exchange,
    FakeClock,
    FakeResolver,
    Handler,
    at,
    bomb,
    fetcher,
    redirect,
    refused_port,
    response,
    routes,
    says,
    serving,
    stopwatch,
)

from monitor.core.look import Failure, Hop, NotModified, Reason, Reply, Validators
from monitor.fetch import Address, NoAddress, NoSuchHost, PrivateNetworks, Proxies, ResolutionFailed, Wire

HURRIED = replace(QUICK, total_timeout=timedelta(seconds=0.3))


# --- replies ----------------------------------------------------------------------------------------------------


async def test_a_reply_is_the_whole_answer_with_what_led_to_it() -> None:
    answer = response(
        200, b"<p>Fee: $300</p>", [("Content-Type", "text/html"), ("ETag", '"a"'), ("X-Twice", "1"), ("X-Twice", "2")]
    )
    async with serving(says(answer)) as server, fetcher() as web:
        url = server.url("/fees?year=2026")
        reply = await web.probe(url, None)

    assert reply == Reply(
        url,
        url,
        (Hop(url, 200),),
        200,
        (("content-type", "text/html"), ("etag", '"a"'), ("x-twice", "1"), ("x-twice", "2"), ("content-length", "16")),
        b"<p>Fee: $300</p>",
    )


async def test_a_request_says_who_asks_and_what_can_be_read() -> None:
    async with serving(says(response())) as server, fetcher() as web:
        await web.probe(server.url("/a?b=c#d"), None)

    (asked,) = server.asked
    assert (asked.method, asked.target) == ("GET", "/a?b=c")
    assert dict(asked.headers) == {
        "host": f"127.0.0.1:{server.port}",
        "user-agent": "monitor/1 (+https://guide.example/contact)",
        "accept": "text/html,application/xhtml+xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5",
        "accept-language": "en",
        "accept-encoding": "gzip, deflate",
        "connection": "keep-alive",
    }


async def test_a_contact_that_no_header_can_carry_stops_no_request() -> None:
    async with serving(says(response())) as server, fetcher(user_agent="monitor (+Zoë\r\nX: y)") as web:
        await web.probe(server.url(), None)

    assert server.asked[0].headers["user-agent"] == "monitor (+Zo???X: y)"


@pytest.mark.parametrize(
    "status", [200, 202, 203, 204, 400, 401, 403, 404, 407, 410, 418, 429, 451, 500, 501, 502, 503, 505, 999]
)
async def test_no_answer_becomes_a_failure_by_its_status(status: int) -> None:
    body = b"" if status == 204 else b"words"
    async with serving(says(response(status, body))) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert (reply.status, reply.hops, reply.body) == (status, (Hop(server.url(), status),), body)


async def test_headers_hold_nothing_that_a_terminal_or_page_would_obey() -> None:
    raw = b"HTTP/1.1 200 OK\r\nX-Odd:  caf\xe9\tau\x85lait \r\nContent-Length: 2\r\n\r\nok"
    async with serving(says(raw)) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert reply.headers == (("x-odd", "caféaulait"), ("content-length", "2"))


@pytest.mark.parametrize(
    ("coding", "coded"),
    [
        ("gzip", gzip.compress(b"plain words")),
        ("x-gzip", gzip.compress(b"plain ") + gzip.compress(b"words")),
        ("GZip", gzip.compress(b"plain words") + b"\n"),
        ("deflate", zlib.compress(b"plain words")),
        ("deflate", zlib.compress(b"plain words")[2:-4]),
        ("deflate, gzip", gzip.compress(zlib.compress(b"plain words"))),
        ("utf-8", b"plain words"),
        ("identity", b"plain words"),
    ],
    ids=lambda value: value if isinstance(value, str) else "body",
)
async def test_a_body_arrives_without_its_content_coding(coding: str, coded: bytes) -> None:
    answer = response(200, coded, [("Content-Encoding", coding)])
    async with serving(says(answer)) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert reply.body == b"plain words"


async def test_a_chunked_body_and_one_that_ends_with_the_connection_are_whole() -> None:
    async def handler(exchange: Exchange) -> None:
        if exchange.asked.target == "/chunked":
            await exchange.send(
                response(200, b"5\r\nplain\r\n6\r\n words\r\n0\r\n\r\n", [("Transfer-Encoding", "chunked")])
            )
        else:
            await exchange.send(b"HTTP/1.0 200 OK\r\n\r\nplain words")
            exchange.hang_up()

    async with serving(handler) as server, fetcher() as web:
        bodies = [await web.probe(server.url(path), None) for path in ("/chunked", "/closed")]

    assert [reply.body for reply in bodies if isinstance(reply, Reply)] == [b"plain words"] * 2


async def test_respx_stands_in_for_the_wire_since_a_public_client_is_used() -> None:
    with respx.mock(using="httpx") as router:
        router.get("https://clinic.example/apply").respond(200, html="<p>open</p>")
        async with fetcher() as web:
            reply = await web.probe("https://clinic.example/apply", None)

    assert isinstance(reply, Reply)
    assert (reply.status, reply.body) == (200, b"<p>open</p>")


async def test_the_span_of_a_visit_is_told_by_the_clock_that_was_given() -> None:
    clock = FakeClock()

    async def slow(exchange: Exchange) -> None:
        clock.now += 7
        await exchange.send(response())

    async with serving(slow) as server, fetcher(clock=clock) as web:
        reply = await web.probe(server.url(), None)

    assert reply.elapsed == timedelta(seconds=7)


# --- redirects --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
async def test_every_response_of_a_chain_is_a_hop(status: int) -> None:
    answers = {"/a": redirect("/b", status), "/b": redirect("c", 302), "/c": response()}
    async with serving(routes(answers)) as server, fetcher() as web:
        reply = await web.probe(server.url("/a"), None)

    assert isinstance(reply, Reply)
    assert reply.hops == (Hop(server.url("/a"), status), Hop(server.url("/b"), 302), Hop(server.url("/c"), 200))
    assert (reply.requested_url, reply.final_url) == (server.url("/a"), server.url("/c"))


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "/b"),
        ("b", "/dir/b"),
        ("../b", "/b"),
        ("?page=2", "/dir/a?page=2"),
        ("  /b \t", "/b"),
        ("/b#part", "/b"),
        ("/two words", "/two%20words"),
        ("/caf\xe9", "/caf%E9"),
        ("/caf\xc3\xa9", "/caf%C3%A9"),
        ("/100%25", "/100%25"),
        ("\\b", "/b"),
        ("//user:secret@HOST/b", "/b"),
        ("HTTP://HOST/b", "/b"),
    ],
)
async def test_a_location_leads_where_a_browser_would_go(location: str, target: str) -> None:
    async def handler(exchange: Exchange) -> None:
        if exchange.asked.target == "/dir/a":
            await exchange.send(redirect(location.replace("HOST", exchange.asked.headers["host"])))
        else:
            await exchange.send(response())

    async with serving(handler) as server, fetcher() as web:
        reply = await web.probe(server.url("/dir/a"), None)

    assert isinstance(reply, Reply), reply
    assert [asked.target for asked in server.asked] == ["/dir/a", target]
    assert reply.final_url == server.url(target)
    assert "authorization" not in server.asked[1].headers


@pytest.mark.parametrize(
    "location",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hello",
        "ftp://127.0.0.1/",
        "mailto:dean@clinic.example",
        "https://",
        "http://[::1",
        "http://a b/",
        "http://1.2.3.4.5/",
        "http://host:99999/",
        "http://host:port/",
        "/" + "x" * 9000,
        "",
        "   ",
    ],
)
async def test_a_redirect_to_nowhere_on_the_web_is_not_followed(location: str) -> None:
    async with serving(says(redirect(location))) as server, fetcher() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.final_url, failure.hops) == (
        Reason.PROTOCOL,
        server.url(),
        (Hop(server.url(), 302),),
    )
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [300, 301, 304, 305, 306, 310, 399])
async def test_a_3xx_that_leads_nowhere_is_no_reply(status: int) -> None:
    async with serving(says(response(status, b""))) as server, fetcher() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.hops) == (Reason.PROTOCOL, (Hop(server.url(), status),))


async def test_an_old_use_proxy_answer_sends_us_to_no_proxy() -> None:
    async with serving(says(redirect("/elsewhere", 305))) as server, fetcher() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert (failure.reason, len(server.asked)) == (Reason.PROTOCOL, 1)


async def test_a_circle_is_noticed_where_it_closes_not_after_ten_requests() -> None:
    answers = {"/a": redirect("/b"), "/b": redirect("/a")}
    async with serving(routes(answers)) as server, fetcher() as web:
        failure = await web.probe(server.url("/a"), None)

    assert failure == Failure(
        server.url("/a"),
        server.url("/a"),
        (Hop(server.url("/a"), 302), Hop(server.url("/b"), 302)),
        Reason.REDIRECT_LOOP,
        "the redirects lead in a circle",
        reached=True,
    )


@pytest.mark.parametrize(("length", "arrives"), [(3, True), (4, False)])
async def test_as_many_redirects_are_followed_as_the_settings_say_and_no_more(length: int, arrives: bool) -> None:
    answers = {f"/{step}": redirect(f"/{step + 1}") for step in range(length)} | {f"/{length}": response()}
    async with serving(routes(answers)) as server, fetcher(settings=replace(QUICK, max_redirects=3)) as web:
        outcome = await web.probe(server.url("/0"), None)

    if arrives:
        assert isinstance(outcome, Reply)
    else:
        assert isinstance(outcome, Failure)
        assert (outcome.reason, len(outcome.hops)) == (Reason.REDIRECT_LOOP, 4)
    assert len(server.asked) == 4


async def test_a_page_that_redirects_to_itself_until_it_has_set_its_cookie_is_reached() -> None:
    async def handler(exchange: Exchange) -> None:
        if "seen=yes" in exchange.asked.headers.get("cookie", ""):
            await exchange.send(response())
        else:
            await exchange.send(redirect("/", headers=[("Set-Cookie", "seen=yes; Path=/")]))

    async with serving(handler) as server, fetcher() as web:
        first = await web.probe(server.url(), None)
        second = await web.probe(server.url(), None)

    assert [isinstance(first, Reply), isinstance(second, Reply)] == [True, True]
    assert ["cookie" in asked.headers for asked in server.asked] == [False, True, False, True], (
        "cookies end with a visit"
    )


@pytest.mark.parametrize(
    "cookie", ["a=caf\xe9", "a=\x80\xff", "a=b=c; Domain=.; Path", "=", ";;;", "a=" + "b" * 50_000]
)
async def test_no_cookie_is_too_odd_to_be_given_back_or_left(cookie: str) -> None:
    answers = {"/": redirect("/next", headers=[("Set-Cookie", cookie)]), "/next": response()}
    async with serving(routes(answers)) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)


async def test_a_cookie_is_not_carried_to_another_host() -> None:
    async with serving(says(response())) as other:
        answer = redirect(other.url("/", "other.example"), headers=[("Set-Cookie", "secret=1")])
        async with (
            serving(says(answer)) as server,
            fetcher({"one.example": server.here, "other.example": other.here}) as web,
        ):
            reply = await web.probe(server.url("/", "one.example"), None)

    assert isinstance(reply, Reply)
    assert "cookie" not in other.asked[0].headers


# --- conditional requests ---------------------------------------------------------------------------------------


async def test_validators_go_with_the_hop_they_belong_to_and_no_other() -> None:
    async def handler(exchange: Exchange) -> None:
        if exchange.asked.target == "/old":
            await exchange.send(redirect("/new", 301))
        else:
            await exchange.send(response(304, b"", [("ETag", '"v1"')]))

    async with serving(handler) as server, fetcher() as web:
        validators = Validators(server.url("/new"), '"v1"', "Sun, 01 Nov 2026 06:00:00 GMT")
        outcome = await web.probe(server.url("/old"), validators)

    assert outcome == NotModified(
        server.url("/old"),
        server.url("/new"),
        (Hop(server.url("/old"), 301), Hop(server.url("/new"), 304)),
        (("etag", '"v1"'),),
    )
    conditions = [(a.headers.get("if-none-match"), a.headers.get("if-modified-since")) for a in server.asked]
    assert conditions == [(None, None), ('"v1"', "Sun, 01 Nov 2026 06:00:00 GMT")]


async def test_validators_fit_an_address_that_is_only_spelled_differently() -> None:
    async with serving(says(response(304))) as server, fetcher({"clinic.example": server.here}) as web:
        outcome = await web.probe("http://CLINIC.example#top", Validators("http://clinic.example/", '"v"'))

    assert isinstance(outcome, NotModified)


@pytest.mark.parametrize("etag", ['"caf\xe9"', '"\xc3"', '"\xff\xfe"'])
async def test_a_validator_in_no_encoding_goes_back_as_it_came(etag: str) -> None:
    answers = {"/a": redirect("/b", headers=[("Set-Cookie", "a=caf\xe9")]), "/b": response(200, b"x", [("ETag", etag)])}
    async with serving(routes(answers)) as server, fetcher() as web:
        first = await web.probe(server.url("/a"), None)
        assert isinstance(first, Reply)
        second = await web.probe(server.url("/a"), first.validators)

    assert isinstance(second, Reply)
    assert [asked.headers.get("if-none-match") for asked in server.asked] == [None, None, None, etag]


async def test_an_unasked_304_is_no_news_of_the_page() -> None:
    async with serving(says(response(304))) as server, fetcher() as web:
        outcome = await web.probe(server.url(), Validators(server.url("/other"), '"v1"'))

    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.PROTOCOL


async def test_a_confirmation_comes_over_a_new_connection_and_is_unconditional() -> None:
    async with serving(says(response())) as server, fetcher() as web:
        await web.probe(server.url(), Validators(server.url(), '"v1"'))
        await web.probe(server.url(), None)
        await web.confirm(server.url())
        await web.probe(server.url(), None)

    assert [asked.connection for asked in server.asked] == [1, 1, 2, 1]
    assert ["if-none-match" in asked.headers for asked in server.asked] == [True, False, False, False]


# --- failures ---------------------------------------------------------------------------------------------------


async def test_a_kept_connection_that_ends_without_a_second_answer_was_reset() -> None:
    async def handler(exchange: Exchange) -> None:
        if exchange.asked.target == "/first":
            await exchange.send(response())
        else:
            exchange.hang_up()

    async with serving(handler) as server, fetcher() as web:
        outcomes = [await web.probe(server.url(path), None) for path in ("/first", "/second")]

    assert [asked.connection for asked in server.asked] == [1, 1]
    assert [getattr(outcome, "reason", None) for outcome in outcomes] == [None, Reason.RESET]


@pytest.mark.parametrize(("retries", "outcome"), [(0, Reason.RESET), (1, None)])
async def test_an_answer_that_was_sent_twice_is_not_taken_for_the_next_one(
    retries: int, outcome: Reason | None
) -> None:
    async def handler(exchange: Exchange) -> None:
        answer = response(
            200, b"<p>this is the page at " + exchange.asked.target.encode() + b"</p> and its end is long"
        )
        await exchange.send(answer * 2)

    async with serving(handler) as server, fetcher(settings=replace(QUICK, retries=retries)) as web:
        await web.probe(server.url("/a"), None)
        second = await web.probe(server.url("/b"), None)

    assert getattr(second, "reason", None) is outcome
    assert isinstance(second, Failure) or b"the page at /b" in second.body


async def test_connections_that_nobody_needs_are_closed_after_a_score() -> None:
    async with serving(says(response())) as server:
        known = {f"h{number}.example": server.here for number in range(40)}
        async with fetcher(known) as web:
            for name in known:
                await web.probe(f"http://{name}/", None)
            await server.until(lambda seen: seen.open <= 20)
        await server.until(lambda seen: not seen.open)

    assert server.connections == 40


async def test_connections_are_kept_and_taken_side_by_side() -> None:
    """The throttle would not let one host be asked twice at a time; the wire must bear it all the same."""
    async with serving(says(response())) as server:
        wire = Wire(
            resolver=FakeResolver({f"h{number}.example": server.here for number in range(40)}),
            private_networks=PrivateNetworks.ALLOWED,
            proxies=Proxies(),
            trust=ssl.create_default_context(),
        )
        async with httpx.AsyncClient(transport=wire, trust_env=False) as client:

            async def some(first: int) -> list[int]:
                urls = [f"http://h{(first + step) % 40}.example/" for step in range(10)]
                return [(await client.get(url)).status_code for url in urls]

            statuses = await asyncio.gather(*(some(first) for first in range(64)))

    assert statuses == [[200] * 10] * 64


async def test_a_host_that_was_not_reached_is_not_excused_by_the_one_that_redirected_there() -> None:
    port = await refused_port()
    async with serving(says(redirect(f"http://127.0.0.1:{port}/"))) as server, fetcher() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert (failure.hops, failure.final_url) == ((Hop(server.url(), 302),), f"http://127.0.0.1:{port}/")
    assert (failure.reason, failure.reached) == (Reason.REFUSED, False)


async def test_a_refused_connection_says_who_refused_it() -> None:
    port = await refused_port()
    async with fetcher({"clinic.example": at("127.0.0.1", port=port)}) as web:
        failure = await web.probe("http://clinic.example/?token=secret", None)

    url = "http://clinic.example/?token=secret"
    assert failure == Failure(url, url, (), Reason.REFUSED, f"connection refused by 127.0.0.1 port {port}")


async def test_no_route_is_a_connection_that_nobody_took() -> None:
    async with fetcher({"clinic.example": at("255.255.255.255")}) as web:
        failure = await web.probe("http://clinic.example/", None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached) == (Reason.REFUSED, False)
    assert failure.detail.startswith("no way to 255.255.255.255 port 80 (")


@pytest.mark.parametrize(
    ("trouble", "reason", "detail"),
    [
        (
            NoSuchHost("clinic.example", "there is no such name"),
            Reason.NO_SUCH_HOST,
            "clinic.example: there is no such name",
        ),
        (
            NoAddress("clinic.example", "the name has no address"),
            Reason.DNS_FAILURE,
            "clinic.example: the name has no address",
        ),
        (ResolutionFailed("clinic.example", "SERVFAIL"), Reason.DNS_FAILURE, "clinic.example: SERVFAIL"),
    ],
)
async def test_a_name_that_is_not_there_is_told_from_name_servers_that_fail(
    trouble: Exception, reason: Reason, detail: str
) -> None:
    async with fetcher({"clinic.example": trouble}) as web:
        failure = await web.probe("https://clinic.example/", None)

    assert failure == Failure("https://clinic.example/", "https://clinic.example/", (), reason, detail)


async def test_the_next_address_of_a_name_is_tried_when_one_refuses() -> None:
    port = await refused_port()
    async with serving(says(response())) as server:
        known = {"clinic.example": [*at("127.0.0.2", port=port), *server.here]}
        async with fetcher(known) as web:
            reply = await web.probe("http://clinic.example/", None)

    assert isinstance(reply, Reply)


async def test_an_address_without_a_route_does_not_hide_who_refused() -> None:
    port = await refused_port()
    known = {"clinic.example": [*at("255.255.255.255", port=port), *at("127.0.0.1", port=port)]}
    async with fetcher(known) as web:
        failure = await web.probe("http://clinic.example/", None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.detail) == (Reason.REFUSED, f"connection refused by 127.0.0.1 port {port}")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://clinic.example/",
        "clinic.example/apply",
        "http://",
        "http://[::1",
        "http://a..b/",
        "http://a b/",
        "http://x:0/",
        "http://" + "a" * 64 + "/",
        "http://\ud800/",
        "http://x/\ud800",
        "",
    ],
)
async def test_an_address_that_nobody_can_ask_is_a_failure_not_a_crash(url: str) -> None:
    async with fetcher() as web:
        failure = await web.probe(url, None)

    assert isinstance(failure, Failure)
    assert (failure.requested_url, failure.hops, failure.reason) == (url, (), Reason.PROTOCOL)


async def test_userinfo_is_neither_sent_nor_shown() -> None:
    port = await refused_port()
    async with serving(says(response())) as server, fetcher() as web:
        reply = await web.probe(f"http://dean:hunter2@127.0.0.1:{server.port}/", None)
        failure = await web.probe(f"http://dean:hunter2@127.0.0.1:{port}/", None)

    assert isinstance(reply, Reply)
    assert reply.hops == (Hop(server.url(), 200),)
    assert "authorization" not in server.asked[0].headers
    assert isinstance(failure, Failure)
    assert "hunter2" not in failure.final_url + failure.detail


async def test_a_bug_in_a_resolver_is_not_taken_for_news_of_the_web() -> None:
    async with fetcher({"clinic.example": KeyError("oops")}) as web:
        with pytest.raises(KeyError):
            await web.probe("http://clinic.example/", None)


# --- bounds -----------------------------------------------------------------------------------------------------


async def _silence(exchange: Exchange) -> None:
    await asyncio.Event().wait()


async def _dripping_head(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n")
    await exchange.drip(b"X-More: x\r\n")


async def _endless_interim(exchange: Exchange) -> None:
    await exchange.drip(b"HTTP/1.1 103 Early Hints\r\n\r\n")


async def _dripping_body(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n\r\n")
    await exchange.drip(b"x")


async def _dripping_redirects(exchange: Exchange) -> None:
    await asyncio.sleep(0.05)
    await exchange.send(redirect(exchange.asked.target + "x"))


@pytest.mark.parametrize(
    ("handler", "words"),
    [
        (_silence, "no answer from {} within 0.3 s"),
        (_dripping_head, "no answer from {} within 0.3 s"),
        (_endless_interim, "no answer from {} within 0.3 s"),
        (_dripping_body, "{} was still answering after 0.3 s"),
    ],
)
async def test_whatever_a_server_does_the_deadline_holds(handler: Handler, words: str) -> None:
    async with serving(handler) as server, fetcher(settings=HURRIED) as web:
        passed = stopwatch()
        failure = await web.probe(server.url("/?token=secret"), None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.detail) == (Reason.TIMEOUT, words.format(f"127.0.0.1:{server.port}"))
    assert 0.29 < passed() < 3


async def test_slow_redirects_share_one_deadline() -> None:
    async with serving(_dripping_redirects) as server, fetcher(settings=replace(HURRIED, max_redirects=1000)) as web:
        failure = await web.probe(server.url("/x"), None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.TIMEOUT
    assert 1 < len(failure.hops) < 10


async def test_a_resolver_that_never_answers_is_under_the_deadline_too() -> None:
    class Silent(FakeResolver):
        async def resolve(self, name: str, port: int) -> list[Address]:
            await asyncio.Event().wait()
            raise AssertionError

    async with fetcher(resolver=Silent(), settings=HURRIED) as web:
        failure = await web.probe("http://clinic.example/", None)

    assert isinstance(failure, Failure)
    words = "no answer from clinic.example within 0.15 s (asked for its robots.txt)"  # its share: half of the visit
    assert (failure.reason, failure.detail) == (Reason.TIMEOUT, words)


async def test_a_connection_that_does_not_come_about_is_given_up_after_the_connect_timeout() -> None:
    settings = replace(QUICK, connect_timeout=timedelta(seconds=0.2))

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(1000):  # TCP stands; the handshake is part of the connection
            pass
        writer.close()
        await writer.wait_closed()

    listening = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with listening, fetcher(settings=settings) as web:
        port = listening.sockets[0].getsockname()[1]
        passed = stopwatch()
        failure = await web.probe(f"https://127.0.0.1:{port}/", None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached) == (Reason.TIMEOUT, True)
    assert 0.19 < passed() < 3


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([], b"x" * 100_001),
        ([("Content-Encoding", "gzip")], bomb(50_000_000)),
        ([("Content-Encoding", "deflate")], zlib.compress(bytes(50_000_000))),
        ([("Content-Encoding", "gzip, gzip")], gzip.compress(bomb(50_000_000))),
        ([("Content-Encoding", "gzip")], gzip.compress(b"") * 6000),
    ],
    ids=["plain", "gzip", "deflate", "gzip in gzip", "nothing, over and over"],
)
async def test_a_page_larger_than_allowed_is_not_read_to_its_end(headers: list[tuple[str, str]], body: bytes) -> None:
    settings = replace(QUICK, max_body=100_000)
    async with serving(says(response(200, body, headers))) as server, fetcher(settings=settings) as web:
        failure = await web.probe(server.url(), None)

    assert failure == Failure(
        server.url(),
        server.url(),
        (Hop(server.url(), 200),),
        Reason.TOO_LARGE,
        "the page is larger than 100000 bytes",
        reached=True,
    )


async def test_a_page_exactly_as_large_as_allowed_is_read() -> None:
    settings = replace(QUICK, max_body=100_000)
    async with serving(says(response(200, b"x" * 100_000))) as server, fetcher(settings=settings) as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert len(reply.body) == 100_000


@pytest.mark.parametrize("headers", [[], [("Content-Encoding", "gzip")]])
async def test_an_endless_error_page_is_judged_by_its_beginning(headers: list[tuple[str, str]]) -> None:
    body = bomb(5_000_000) if headers else b"x" * 5_000_000
    async with serving(says(response(404, body, headers))) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert (reply.status, len(reply.body)) == (404, 512_000)


async def test_an_error_page_that_breaks_off_is_still_that_error() -> None:
    async def handler(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 410 Gone\r\nContent-Length: 100\r\n\r\nremoved")
        exchange.hang_up()

    async with serving(handler) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert (reply.status, reply.body) == (410, b"removed")


async def test_an_error_page_that_never_ends_is_still_that_error() -> None:
    async def handler(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 99999\r\n\r\n")
        await exchange.drip(b"gone ")

    async with serving(handler) as server, fetcher(settings=HURRIED) as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert reply.status == 404
    assert reply.body.startswith(b"gone gone ")


async def test_a_cancelled_visit_ends_at_once_and_leaves_nothing_behind() -> None:
    async with serving(_dripping_body) as server, fetcher() as web:
        visit = asyncio.create_task(web.probe(server.url(), None))
        await server.until(lambda seen: bool(seen.asked))
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit
        await server.until(lambda seen: not seen.open)
    assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []
    gc.collect()


async def test_a_cancelled_visit_gives_the_turn_at_its_host_back() -> None:
    async def handler(exchange: Exchange) -> None:
        if exchange.asked.target == "/silent":
            await _silence(exchange)
        await exchange.send(response())

    async with serving(handler) as server, fetcher() as web:
        visit = asyncio.create_task(web.probe(server.url("/silent"), None))
        await server.until(lambda seen: bool(seen.asked))
        waiting = asyncio.create_task(web.probe(server.url("/other"), None))
        await asyncio.sleep(0.01)
        visit.cancel()
        outcome = await asyncio.wait_for(waiting, 5)

    assert isinstance(outcome, Reply)


# --- names and addresses ------------------------------------------------------------------------------------------


async def test_a_connection_goes_to_the_address_that_was_checked_without_a_second_look_up() -> None:
    async with serving(says(response())) as server:
        web = fetcher({"clinic.example": server.here})
        async with web:
            reply = await web.probe("http://clinic.example/", None)

    assert isinstance(reply, Reply)
    assert server.asked[0].headers["host"] == "clinic.example"


async def test_where_private_networks_are_allowed_an_odd_spelling_is_the_address_it_spells() -> None:
    async with serving(says(response())) as server, fetcher() as web:
        replies = [await web.probe(f"http://{host}:{server.port}/", None) for host in ("127.1", "2130706433", "0x7f.1")]

    assert [isinstance(reply, Reply) for reply in replies] == [True] * 3
    assert {asked.headers["host"] for asked in server.asked} == {f"127.0.0.1:{server.port}"}


@pytest.mark.parametrize(
    "name", ["xn--ls8h.la", "xn--a.example", "xn--zzzzzzzzzzzz.example", "a_b.example", "ab--c.example"]
)
async def test_a_name_that_dns_knows_need_not_be_one_that_idna_knows(name: str) -> None:
    async with serving(says(response())) as server, fetcher({name: server.here}) as web:
        replies = [await web.probe(f"http://{name}/", None)]
        async with serving(says(redirect(f"http://{name}/"))) as other:
            replies.append(await web.probe(other.url(), None))

    assert [isinstance(reply, Reply) for reply in replies] == [True, True]
    assert {asked.headers["host"] for asked in server.asked} == {name}


async def test_names_in_other_scripts_are_asked_by_the_name_that_dns_knows() -> None:
    async with serving(says(response())) as server, fetcher({"xn--mnchen-3ya.example": server.here}) as web:
        reply = await web.probe("http://München.example/", None)

    assert isinstance(reply, Reply)
    assert reply.final_url == "http://München.example/"
    assert server.asked[0].headers["host"] == "xn--mnchen-3ya.example"


def test_nothing_of_httpx_that_is_private_is_used() -> None:
    for module in Path("monitor/fetch").glob("*.py"):
        text = module.read_text()
        assert "httpx._" not in text, module
        assert "httpcore._" not in text, module
    assert httpx.__version__.startswith("0.28")


# --- secrets ----------------------------------------------------------------------------------------------------


async def test_what_a_redirect_gives_away_is_asked_for_but_not_passed_on() -> None:
    secret = "eyJhbGciOi123456789"
    pages = routes(
        {"/a": redirect(f"/b?token={secret}"), f"/b?token={secret}": response(200, b"ok", [("ETag", '"1"')])}
    )
    async with serving(pages) as server, fetcher() as web:
        reply = await web.probe(server.url("/a"), None)
        assert isinstance(reply, Reply)
        await web.probe(server.url("/a"), reply.validators)

    assert [asked.target for asked in server.asked] == ["/a", f"/b?token={secret}"] * 2
    assert reply.hops == (Hop(server.url("/a"), 302), Hop(server.url("/b?token=***"), 200))
    assert reply.final_url == server.url("/b?token=***")
    assert server.asked[-1].headers["if-none-match"] == '"1"', "what is masked still answers for its page"


async def test_a_link_is_told_as_it_is_written_even_where_a_redirect_repeats_it() -> None:
    asked = "?password=open-to-all"
    pages = {f"/a{asked}": redirect(f"/b{asked}"), f"/b{asked}": response()}
    async with serving(routes(pages)) as server, fetcher() as web:
        reply = await web.probe(server.url(f"/a{asked}"), None)

    assert [hop.url for hop in reply.hops] == [server.url(f"/a{asked}"), server.url(f"/b{asked}")]
