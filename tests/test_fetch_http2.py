"""HTTP/2 where it is offered: the same answers, and failures that are what they are."""

import asyncio
import gc
import gzip
from dataclasses import replace
from datetime import timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
import trustme
from fetching import QUICK, fetcher, stopwatch
from h2.errors import ErrorCodes
from hpack import Encoder
from http2 import Behaviour, Call, frame, headers_frame, serving_http2

from monitor.core.listing import Settings
from monitor.core.look import Failure, Hop, Reason, Reply
from monitor.fetch import Address, Fetcher

HURRIED = replace(QUICK, total_timeout=timedelta(seconds=0.4))


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def leaf(authority: trustme.CA) -> trustme.LeafCert:
    return authority.issue_cert("clinic.example")


@pytest.fixture(scope="module")
def trusting(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    file: Path = tmp_path_factory.mktemp("trust") / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return {"SSL_CERT_FILE": str(file)}


@pytest.fixture
def visitor(trusting: dict[str, str]) -> "Visitor":
    return Visitor(trusting)


class Visitor:
    """Fetchers that know where `clinic.example` is: on loopback, at whatever port the address names."""

    def __init__(self, trusting: dict[str, str]) -> None:
        self._trusting = trusting

    async def resolve(self, name: str, port: int) -> list[Address]:
        return [Address(IPv4Address("127.0.0.1"), port)]

    def __call__(self, settings: Settings = QUICK) -> Fetcher:
        return fetcher(resolver=self, settings=settings, environ=self._trusting)


async def _two(call: Call) -> None:
    await call.answer()


# --- the same answers -------------------------------------------------------------------------------------------


async def test_a_reply_over_http2_is_the_same_as_over_http1(leaf: trustme.LeafCert, visitor: Visitor) -> None:
    async def behaviour(call: Call) -> None:
        await call.answer("200", gzip.compress(b"Fee: $300"), [("content-encoding", "gzip"), ("etag", '"a"')])

    async with serving_http2(behaviour, leaf) as server, visitor() as web:
        reply = await web.probe(server.url("/fees?year=2026"), None)

    assert isinstance(reply, Reply)
    url = server.url("/fees?year=2026")
    assert replace(reply, certificate_ends=None) == Reply(
        url, url, (Hop(url, 200),), 200, (("content-encoding", "gzip"), ("etag", '"a"')), b"Fee: $300"
    )
    assert server.asked == [("2", "/fees?year=2026", 1)]


async def test_the_request_says_who_asks_and_nothing_that_http2_forbids(
    leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    heard: list[dict[str, str]] = []

    async def behaviour(call: Call) -> None:
        heard.append(call.headers)
        await call.answer()

    async with serving_http2(behaviour, leaf) as server, visitor() as web:
        await web.probe(server.url("/a?b=c#d"), None)

    assert heard == [
        {
            ":method": "GET",
            ":authority": f"clinic.example:{server.port}",
            ":scheme": "https",
            ":path": "/a?b=c",
            "user-agent": "monitor/1 (+https://guide.example/contact)",
            "accept": "text/html,application/xhtml+xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5",
            "accept-language": "en",
            "accept-encoding": "gzip, deflate",
        }
    ]


@pytest.mark.parametrize(
    ("offered", "version"), [(("h2", "http/1.1"), "2"), (("h2",), "2"), (("http/1.1",), "1.1"), ((), "1.1")]
)
async def test_what_is_spoken_is_what_both_can(
    offered: tuple[str, ...], version: str, leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async with serving_http2(_two, leaf, offered) as server, visitor() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert [asked[0] for asked in server.asked] == [version]


async def test_visits_share_a_connection_and_a_confirmation_has_its_own(
    leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async with serving_http2(_two, leaf) as server, visitor() as web:
        await web.probe(server.url("/a"), None)
        await web.probe(server.url("/b"), None)
        await web.confirm(server.url("/c"))
        await web.probe(server.url("/d"), None)

    assert server.asked == [("2", "/a", 1), ("2", "/b", 1), ("2", "/c", 2), ("2", "/d", 1)]
    await server.until_closed()


async def test_redirects_and_cookies_go_over_http2_too(leaf: trustme.LeafCert, visitor: Visitor) -> None:
    async def behaviour(call: Call) -> None:
        if "seen=yes" in call.headers.get("cookie", ""):
            await call.answer()
        else:
            await call.answer("302", b"", [("location", call.path), ("set-cookie", "seen=yes; Path=/")])

    async with serving_http2(behaviour, leaf) as server, visitor() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert [hop.status for hop in reply.hops] == [302, 200]


async def test_a_body_of_many_frames_is_whole(leaf: trustme.LeafCert, visitor: Visitor) -> None:
    async def behaviour(call: Call) -> None:
        await call.head()
        for _ in range(30):
            await call.body(b"x" * 1000, ends=False)
        await call.body(b"", ends=True)

    async with serving_http2(behaviour, leaf) as server, visitor() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert reply.body == b"x" * 30_000


# --- failures ---------------------------------------------------------------------------------------------------


async def _refuses_the_stream(call: Call) -> None:
    await call.reset(ErrorCodes.REFUSED_STREAM)


async def _calls_for_calm(call: Call) -> None:
    await call.go_away(ErrorCodes.ENHANCE_YOUR_CALM)


async def _goes_away_before_the_request(call: Call) -> None:
    await call.go_away(last=1)


async def _hangs_up(call: Call) -> None:
    call.hang_up()


async def _resets_the_body(call: Call) -> None:
    await call.head()
    await call.body(b"only the beginning", ends=False)
    await call.reset(ErrorCodes.INTERNAL_ERROR)


async def _leaves_within_the_body(call: Call) -> None:
    await call.head()
    await call.body(b"only the beginning", ends=False)
    await call.go_away(ErrorCodes.NO_ERROR)
    call.writer.close()


async def _breaks_off_the_body(call: Call) -> None:
    await call.head()
    await call.body(b"only the beginning", ends=False)
    call.writer.close()


async def _ends_the_body_early(call: Call) -> None:
    await call.head("200", [("content-length", "1000")])
    await call.raw(frame(0x0, 0x1, call.stream, b"only the beginning"))


async def _sends_nonsense_within_the_body(call: Call) -> None:
    await call.head()
    await call.raw(frame(0x0, 0x0, 0, b"data of no stream"))


async def _breaks_the_coding(call: Call) -> None:
    await call.answer("200", b"not gzip at all", [("content-encoding", "gzip")])


@pytest.mark.parametrize(
    ("behaviour", "reason", "words"),
    [
        (_refuses_the_stream, Reason.RESET, "gave the request up (REFUSED_STREAM)"),
        (_calls_for_calm, Reason.RESET, "gave the request up (ENHANCE_YOUR_CALM)"),
        (_goes_away_before_the_request, Reason.RESET, "gave the request up (REFUSED_STREAM)"),
        (_hangs_up, Reason.RESET, "closed the connection without an answer"),
        (_resets_the_body, Reason.RESET, "gave the request up (INTERNAL_ERROR)"),
        (_leaves_within_the_body, Reason.RESET, "gave the request up (NO_ERROR)"),
        (_breaks_off_the_body, Reason.PROTOCOL, "the answer breaks off"),
        (_ends_the_body_early, Reason.PROTOCOL, "the answer breaks the rules of HTTP/2"),
        (_sends_nonsense_within_the_body, Reason.PROTOCOL, "the answer breaks the rules of HTTP/2"),
        (_breaks_the_coding, Reason.PROTOCOL, "the compressed answer is damaged"),
    ],
)
async def test_an_answer_that_is_given_up_or_broken_is_never_taken_for_the_page(
    behaviour: Behaviour, reason: Reason, words: str, leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async with serving_http2(behaviour, leaf) as server, visitor() as web:
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert failure.reason is reason
    assert words in failure.detail
    assert failure.reached
    await server.until_closed()


async def _needs_http1(call: Call) -> None:
    await call.reset(ErrorCodes.HTTP_1_1_REQUIRED)


async def _goes_away_for_weak_ciphers(call: Call) -> None:
    await call.go_away(ErrorCodes.INADEQUATE_SECURITY)


async def _has_no_status(call: Call) -> None:
    await call.raw(headers_frame(call.stream, [("content-type", "text/html")], ends=True))


async def _has_a_word_for_a_status(call: Call) -> None:
    await call.raw(headers_frame(call.stream, [(":status", "fine")], ends=True))


async def _has_a_header_of_http1(call: Call) -> None:
    await call.raw(headers_frame(call.stream, [(":status", "200"), ("connection", "keep-alive")], ends=True))


async def _sends_a_frame_larger_than_agreed(call: Call) -> None:
    await call.raw(frame(0x0, 0x0, call.stream, bytes(20_000)))


async def _sends_noise_for_headers(call: Call) -> None:
    await call.raw(frame(0x1, 0x5, call.stream, b"\xff" * 50))


async def _sends_an_endless_head(call: Call) -> None:
    await call.raw(
        frame(0x1, 0x0, call.stream, b"\x00\x01a\x01b") + frame(0x9, 0x0, call.stream, b"\x00\x01a\x01b") * 500
    )


async def _sends_a_huge_head(call: Call) -> None:
    head = [(":status", "200"), *((f"x-{place}", "y" * 4000) for place in range(40))]
    block = Encoder().encode(head)
    parts = [block[place : place + 16000] for place in range(0, len(block), 16000)]
    frames = [frame(0x1, 0x0, call.stream, parts[0])]
    frames += [frame(0x9, 0x4 if part is parts[-1] else 0x0, call.stream, part) for part in parts[1:]]
    await call.raw(b"".join(frames))


@pytest.mark.parametrize(
    "behaviour",
    [
        _needs_http1,
        _goes_away_for_weak_ciphers,
        _has_no_status,
        _has_a_word_for_a_status,
        _has_a_header_of_http1,
        _sends_a_frame_larger_than_agreed,
        _sends_noise_for_headers,
        _sends_an_endless_head,
        _sends_a_huge_head,
    ],
)
async def test_who_offers_http2_in_vain_is_asked_over_http1_from_then_on(
    behaviour: Behaviour, leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async with serving_http2(behaviour, leaf) as server, visitor() as web:
        replies = [await web.probe(server.url(path), None) for path in ("/a", "/b")]

    assert [reply.body for reply in replies if isinstance(reply, Reply)] == [b"one", b"one"]
    assert [asked[:2] for asked in server.asked] == [("2", "/a"), ("1.1", "/a"), ("1.1", "/b")]
    await server.until_closed()


async def test_who_names_only_http2_and_breaks_it_is_asked_over_http1_as_well(
    leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async with serving_http2(_has_no_status, leaf, ["h2"]) as server, visitor() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert [asked[0] for asked in server.asked] == ["2", "1.1"]


async def test_a_refused_stream_is_asked_for_again_where_settings_allow(
    leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async def behaviour(call: Call) -> None:
        if call.connection == 1:
            await call.reset(ErrorCodes.REFUSED_STREAM)
        else:
            await call.answer()

    async with serving_http2(behaviour, leaf) as server, visitor(replace(QUICK, retries=1)) as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert server.asked == [("2", "/", 1), ("2", "/", 2)]


async def test_a_farewell_after_an_answer_costs_the_next_visit_nothing(
    leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async def behaviour(call: Call) -> None:
        await call.answer()
        await call.go_away()

    async with serving_http2(behaviour, leaf) as server, visitor() as web:
        replies = []
        for path in ("/a", "/b"):
            replies.append(await web.probe(server.url(path), None))
            await asyncio.sleep(0.02)

    assert [isinstance(reply, Reply) for reply in replies] == [True, True]
    assert server.asked == [("2", "/a", 1), ("2", "/b", 2)]


# --- bounds -----------------------------------------------------------------------------------------------------


async def _pings(call: Call) -> None:
    while True:
        await call.raw(frame(0x6, 0x0, 0, bytes(8)) * 10)
        await asyncio.sleep(0.005)


async def _changes_its_settings(call: Call) -> None:
    while True:
        await call.raw(frame(0x4, 0x0, 0, b"") * 10)
        await asyncio.sleep(0.005)


async def _hints_for_ever(call: Call) -> None:
    while True:
        await call.raw(headers_frame(call.stream, [(":status", "103")]))
        await asyncio.sleep(0.005)


async def _sends_empty_data(call: Call) -> None:
    await call.head()
    while True:
        await call.raw(frame(0x0, 0x0, call.stream, b"") * 10)
        await asyncio.sleep(0.005)


async def _says_nothing(call: Call) -> None:
    while not call.writer.is_closing():  # noqa: ASYNC110 -- a plain property
        await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    "behaviour", [_pings, _changes_its_settings, _hints_for_ever, _sends_empty_data, _says_nothing]
)
async def test_the_deadline_holds_over_http2(behaviour: Behaviour, leaf: trustme.LeafCert, visitor: Visitor) -> None:
    async with serving_http2(behaviour, leaf) as server, visitor(HURRIED) as web:
        passed = stopwatch()
        failure = await web.probe(server.url(), None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.TIMEOUT
    assert passed() < 3
    await server.until_closed()
    gc.collect()  # an unclosed transport would warn now, and a warning is an error


async def test_a_page_larger_than_allowed_ends_the_connection_that_carries_it(
    leaf: trustme.LeafCert, visitor: Visitor
) -> None:
    async def behaviour(call: Call) -> None:
        if call.path != "/large":
            await call.answer()
            return
        await call.head()
        for _ in range(20):
            await call.body(b"x" * 1000, ends=False)

    async with serving_http2(behaviour, leaf) as server, visitor(replace(QUICK, max_body=10_000)) as web:
        outcomes = [await web.probe(server.url(path), None) for path in ("/large", "/small")]

    assert [getattr(outcome, "reason", None) for outcome in outcomes] == [Reason.TOO_LARGE, None]
    assert server.asked == [("2", "/large", 1), ("2", "/small", 2)]


async def test_a_cancelled_visit_closes_its_connection(leaf: trustme.LeafCert, visitor: Visitor) -> None:
    async with serving_http2(_says_nothing, leaf) as server, visitor() as web:
        visit = asyncio.create_task(web.probe(server.url(), None))
        async with asyncio.timeout(5):
            while not server.asked:  # noqa: ASYNC110 -- a plain list
                await asyncio.sleep(0.005)
        visit.cancel()
        with pytest.raises(asyncio.CancelledError):
            await visit
        await server.until_closed()
