"""What servers do that they should not, over raw sockets: one behaviour a function, all of them in one table.

Each row is named for the mistake that it would catch. `python tests/misbehaviour.py` lives through all of it, sixteen
rows at a time, and prints the peak of its memory (server and client together), in bytes.
"""

import asyncio
import gzip
import re
import sys
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fetching import (
    QUICK,
    Exchange,
    Handler,
    bomb,
    fetcher,
    redirect,
    response,
    says,
    serving,
)

from monitor.check import observe
from monitor.core.look import Observation, Reason

NOW = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
WORDS = " ".join(
    f"Visiting students pay a fee of ${300 + week} for week {week}, housing not included." for week in range(40)
)
PAGE = (
    f"<html><head><title>Visiting students</title></head><body><h1>Electives</h1><p>{WORDS}</p></body></html>".encode()
)
SMALL = 1_000_000  # bytes that a page may have here

HTML = ("Content-Type", "text/html; charset=utf-8")
OK = b"HTTP/1.1 200 OK\r\n"
GOOD = response(200, PAGE, [HTML])
CHUNKED = OK + b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass(frozen=True)
class Row:
    """A mistake that we could make, what the server does to provoke it, and what the look should conclude."""

    mistake: str
    server: Handler
    reason: Reason
    tls: bool = True  # whether it is worth doing over TLS as well


def _then(*steps: bytes | float | Callable[[Exchange], Awaitable[None]] | Callable[[Exchange], None]) -> Handler:
    """Bytes are sent, numbers are seconds to wait, functions are called."""

    async def handler(exchange: Exchange) -> None:
        for step in steps:
            match step:
                case bytes():
                    await exchange.send(step)
                case float():
                    await asyncio.sleep(step)
                case _:
                    done = step(exchange)
                    if done is not None:
                        await done

    return handler


def _over_and_over(piece: bytes, pause: float | None = None) -> Callable[[Exchange], Awaitable[None]]:
    """*piece* for as long as anybody takes it."""

    async def step(exchange: Exchange) -> None:
        while not exchange.writer.is_closing():
            await exchange.send(piece)
            await asyncio.sleep(pause or 0)

    return step


async def _silence(exchange: Exchange) -> None:
    while not exchange.writer.is_closing():  # noqa: ASYNC110 -- a plain property
        await asyncio.sleep(0.01)


def _closed(data: bytes) -> Handler:
    """*data*, and the end of the connection."""
    return _then(data, Exchange.hang_up)


def _coded(coding: str, data: bytes) -> Handler:
    return says(response(200, data, [HTML, ("Content-Encoding", coding)]))


def _chunks(data: bytes) -> Handler:
    return _closed(CHUNKED + data)


def _chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def _page(body: bytes, kind: str = "text/html; charset=utf-8") -> Handler:
    return says(response(200, body, [("Content-Type", kind)]))


def _sent_on(location: str, status: int = 302) -> Handler:
    """A redirect from the front page, and the good page everywhere else."""

    async def handler(exchange: Exchange) -> None:
        await exchange.send(redirect(location, status) if exchange.asked.target == "/" else GOOD)

    return handler


async def _growing_redirects(exchange: Exchange) -> None:
    await exchange.send(redirect(exchange.asked.target + "x"))


async def _a_new_cookie_each_time(exchange: Exchange) -> None:
    visits = exchange.asked.headers.get("cookie", "").count("=")
    await exchange.send(redirect("/", headers=[("Set-Cookie", f"visit{visits}=1")]))


async def _a_redirect_that_never_ends(exchange: Exchange) -> None:
    if exchange.asked.target == "/":
        await exchange.send(b"HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 999999999\r\n\r\n")
        await _over_and_over(bytes(100_000))(exchange)
    else:
        await exchange.send(GOOD)


async def _huge_cookies(exchange: Exchange) -> None:
    if exchange.asked.target == "/":
        sizes = [70_000, 5000, *[500] * 30]
        cookies = [
            ("Set-Cookie", f"c{number}={'x' * size}; Path=/; Max-Age={'9' * 30}") for number, size in enumerate(sizes)
        ]
        await exchange.send(redirect("/page", headers=cookies))
    else:
        await exchange.send(GOOD)


async def _longer_than_it_says(exchange: Exchange) -> None:
    await exchange.send(GOOD + b"<!-- the rest of it -->\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


async def _one_byte_at_a_time(exchange: Exchange) -> None:
    for place in range(len(GOOD)):
        await exchange.send(GOOD[place : place + 1])


ROWS = [
    # --- before and within the head
    Row("waiting for ever for the first byte", _silence, Reason.TIMEOUT),
    Row("each byte of a head starts the clock anew", _then(OK, _over_and_over(b"X", 0.01)), Reason.TIMEOUT),
    Row("each header starts the clock anew", _then(OK, _over_and_over(b"X-More: x\r\n", 0.01)), Reason.TIMEOUT),
    Row("a head is collected without end", _then(OK, _over_and_over(b"X-More: x\r\n" * 500)), Reason.PROTOCOL),
    Row("a header is collected without end", _then(OK, b"X: ", _over_and_over(b"x" * 9000)), Reason.PROTOCOL),
    Row("a head of 300 KB is taken", says(OK + b"X: " + b"x" * 300_000 + b"\r\n\r\n"), Reason.PROTOCOL),
    Row("a thousand headers are too many", says(response(200, PAGE, [HTML] + [("X", "y")] * 1000)), Reason.OK),
    Row("hints start the clock anew", _then(_over_and_over(b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.01)), Reason.TIMEOUT),
    Row("hints flood the memory", _then(_over_and_over(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 99)), Reason.TIMEOUT),
    Row("a hint is the answer", says(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 9 + GOOD), Reason.OK),
    Row("a 100 is the answer", says(b"HTTP/1.1 100 Continue\r\n\r\n" + GOOD), Reason.OK),
    Row("another protocol is begun", says(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), Reason.PROTOCOL),
    Row("a farewell without an answer is a page", _then(Exchange.hang_up), Reason.RESET),
    Row("a reset is a time-out", _then(Exchange.reset), Reason.RESET, tls=False),
    Row("half a head is an answer", _closed(b"HTTP/1.1 200 OK\r\nContent-Le"), Reason.PROTOCOL),
    Row("half a status line is an answer", _closed(b"HTTP/1.1 2"), Reason.PROTOCOL),
    Row("a reset within the head is an answer", _then(OK, 0.05, Exchange.reset), Reason.RESET, tls=False),
    Row("a head without its end is an answer", _closed(OK + b"Content-Length: 0\r\n"), Reason.PROTOCOL),
    # --- the status line
    Row("HTTP/0.9 is spoken", _closed(PAGE), Reason.PROTOCOL),
    Row("another protocol's greeting is an answer", _closed(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"), Reason.PROTOCOL),
    Row("mail is an answer", _closed(b"220 mail.example ESMTP\r\n\r\n"), Reason.PROTOCOL),
    Row("noise is an answer", _closed(bytes(range(256)) * 9), Reason.PROTOCOL),
    Row("a status of four digits is cut", _closed(b"HTTP/1.1 2000 OK\r\n\r\n"), Reason.PROTOCOL),
    Row("a status of two digits is padded", _closed(b"HTTP/1.1 20 OK\r\n\r\n"), Reason.PROTOCOL),
    Row("a word for a status crashes", _closed(b"HTTP/1.1 OK 200\r\n\r\n"), Reason.PROTOCOL),
    Row("status 000 is success", _closed(b"HTTP/1.1 000 OK\r\n\r\n"), Reason.PROTOCOL),
    Row("Arabic digits are a status", _closed("HTTP/1.1 ٢٠٠ OK\r\n\r\n".encode()), Reason.PROTOCOL),
    Row("radio is the web", _closed(b"ICY 200 OK\r\n\r\n"), Reason.PROTOCOL),
    Row("a status needs a phrase", _closed(b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + PAGE), Reason.OK),
    Row("HTTP/1.0 is too old", _closed(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE), Reason.OK),
    Row("bare line feeds end nothing", _closed(b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + PAGE), Reason.OK),
    Row("999 crashes", says(response(999, b"denied")), Reason.FORBIDDEN),
    Row("599 is unknown", says(response(599, b"oh")), Reason.SERVER_ERROR),
    Row("600 is success", says(response(600, b"oh")), Reason.PROTOCOL),
    # --- headers
    Row("a space in a header's name is passed over", says(OK + b"Bad Header: x\r\n\r\n"), Reason.PROTOCOL),
    Row("a header without a colon is passed over", says(OK + b"Bad\r\n\r\n"), Reason.PROTOCOL),
    Row("a NUL travels on", says(OK + b"X: a\0b\r\n\r\n"), Reason.PROTOCOL),
    Row("a folded header is lost", says(OK + b"X: a\r\n b\r\n" + GOOD.partition(b"\r\n")[2]), Reason.OK),
    Row("only ASCII can be a header", says(OK + "X: Zoë\r\n".encode() + GOOD.partition(b"\r\n")[2]), Reason.OK),
    Row("two types crash", says(response(200, PAGE, [HTML, ("Content-Type", "image/png")])), Reason.OK),
    # --- how long the body is
    Row("half a page is a page", _closed(OK + b"Content-Length: 99999\r\n\r\n" + PAGE), Reason.PROTOCOL),
    Row(
        "a page that is reset is a page",
        _then(OK + b"Content-Length: 99999\r\n\r\n" + PAGE, 0.05, Exchange.reset),
        Reason.RESET,
        tls=False,
    ),
    Row("what follows a page is the next page", _longer_than_it_says, Reason.OK),
    Row("a length is a word", says(OK + b"Content-Length: many\r\n\r\n"), Reason.PROTOCOL),
    Row("a length is negative", says(OK + b"Content-Length: -1\r\n\r\n"), Reason.PROTOCOL),
    Row("a length is beyond all numbers", says(OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n"), Reason.PROTOCOL),
    Row(
        "memory is taken for a length that is only said",
        _closed(OK + b"Content-Length: 9999999999999\r\n\r\nx"),
        Reason.PROTOCOL,
    ),
    Row("two lengths are one", says(OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), Reason.PROTOCOL),
    Row(
        "the same length twice is wrong",
        says(response(200, PAGE, [HTML] + [("Content-Length", str(len(PAGE)))] * 2)),
        Reason.OK,
    ),
    Row(
        "a length goes before chunks",
        _closed(CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Length: 9\r\n\r\n") + _chunk(PAGE) + b"0\r\n\r\n"),
        Reason.OK,
    ),
    Row(
        "an unknown transfer coding is passed over",
        says(OK + b"Transfer-Encoding: gzip\r\n\r\n" + PAGE),
        Reason.PROTOCOL,
    ),
    # --- chunks
    Row("chunks without an end are a page", _chunks(_chunk(PAGE)), Reason.PROTOCOL),
    Row("half a chunk is a page", _chunks(_chunk(PAGE)[:-50]), Reason.PROTOCOL),
    Row("a chunk's size is a word", _chunks(b"many\r\n" + PAGE), Reason.PROTOCOL),
    Row("a chunk's size is negative", _chunks(b"-5\r\nplain\r\n0\r\n\r\n"), Reason.PROTOCOL),
    Row("a chunk's size overflows", _chunks(b"F" * 25 + b"\r\n" + PAGE), Reason.PROTOCOL),
    Row("a chunk is longer than its size", _chunks(b"5\r\nplainer\r\n0\r\n\r\n"), Reason.PROTOCOL),
    Row(
        "a chunk's extension is collected without end",
        _then(CHUNKED + b"5;", _over_and_over(b"x" * 9000)),
        Reason.PROTOCOL,
    ),
    Row(
        "trailers are collected without end",
        _then(CHUNKED + b"0\r\n", _over_and_over(b"X: y\r\n" * 999)),
        Reason.PROTOCOL,
    ),
    Row("a trailer crashes", _chunks(_chunk(PAGE) + b"0\r\nX-After: all\r\n\r\n"), Reason.OK),
    Row("ten thousand chunks are too many", _chunks(b"1\r\nx\r\n" * 10_000 + _chunk(PAGE) + b"0\r\n\r\n"), Reason.OK),
    # --- how much it is
    Row("each byte of a body starts the clock anew", _then(OK, b"\r\n", _over_and_over(b"x", 0.01)), Reason.TIMEOUT),
    Row("each chunk starts the clock anew", _then(CHUNKED, _over_and_over(b"1\r\nx\r\n", 0.01)), Reason.TIMEOUT),
    Row("a body is collected without end", _then(OK, b"\r\n", _over_and_over(b"x" * 50_000)), Reason.TOO_LARGE),
    Row("chunks are collected without end", _then(CHUNKED, _over_and_over(_chunk(b"x" * 50_000))), Reason.TOO_LARGE),
    Row(
        "an error page is collected without end",
        _then(b"HTTP/1.1 404 No\r\n\r\n", _over_and_over(b"x" * 50_000)),
        Reason.NOT_FOUND,
    ),
    Row(
        "an error page that drips is no error",
        _then(b"HTTP/1.1 410 No\r\n\r\n", _over_and_over(b"x", 0.01)),
        Reason.GONE,
    ),
    Row("a page sent byte by byte is broken", _one_byte_at_a_time, Reason.OK),
    # --- content codings
    Row("a bomb goes off (gzip)", _coded("gzip", bomb(30_000_000)), Reason.TOO_LARGE, tls=False),
    Row("a bomb goes off (deflate)", _coded("deflate", zlib.compress(bytes(30_000_000))), Reason.TOO_LARGE, tls=False),
    Row(
        "a bomb in a bomb goes off", _coded("gzip, gzip", gzip.compress(bomb(30_000_000))), Reason.TOO_LARGE, tls=False
    ),
    Row(
        "members of nothing go on for ever",
        _then(OK + b"Content-Encoding: gzip\r\n\r\n", _over_and_over(gzip.compress(b"") * 999)),
        Reason.TOO_LARGE,
    ),
    Row("a bomb that was not asked for goes off (br)", _coded("br", b"\xcf\xff\xff\x7f\xf8" * 99), Reason.PROTOCOL),
    Row(
        "a bomb that was not asked for goes off (zstd)",
        _coded("zstd", b"\x28\xb5\x2f\xfd" + bytes(99)),
        Reason.PROTOCOL,
    ),
    Row("what is called gzip and is none is a page", _coded("gzip", PAGE), Reason.PROTOCOL),
    Row("half of what was compressed is a page", _coded("gzip", gzip.compress(PAGE)[:-20]), Reason.PROTOCOL),
    Row("what was damaged is a page", _coded("gzip", gzip.compress(PAGE)[:-8] + bytes(8)), Reason.PROTOCOL),
    Row("three codings are unwrapped", _coded("gzip, gzip, gzip", b""), Reason.PROTOCOL),
    Row("two codings are too many", _coded("deflate, gzip", gzip.compress(zlib.compress(PAGE))), Reason.OK),
    Row("bare deflate is damaged", _coded("deflate", zlib.compress(PAGE)[2:-4]), Reason.OK),
    Row("padding after gzip is damage", _coded("gzip", gzip.compress(PAGE) + bytes(512)), Reason.OK),
    Row("a charset is a coding", _coded("utf-8", PAGE), Reason.OK),
    # --- answers that have no page
    Row("nothing is a page", says(response(200, b"", [HTML])), Reason.UNREADABLE),
    Row("204 has a page", says(response(204, b"")), Reason.UNREADABLE),
    Row("205 has a page", says(response(205, b"")), Reason.UNREADABLE),
    Row(
        "a part is the page",
        says(response(206, PAGE[:300], [HTML, ("Content-Range", f"bytes 0-299/{len(PAGE)}")])),
        Reason.PROTOCOL,
    ),
    Row(
        "the whole as one part is no page",
        says(response(206, PAGE, [HTML, ("Content-Range", f"bytes 0-{len(PAGE) - 1}/{len(PAGE)}")])),
        Reason.OK,
    ),
    Row("an unasked 304 confirms what is known", says(response(304)), Reason.PROTOCOL),
    Row("a 3xx without a place is a page", says(response(301, PAGE, [HTML])), Reason.PROTOCOL),
    # --- redirects
    Row("a redirect to itself is followed for ever", says(redirect("/")), Reason.REDIRECT_LOOP),
    Row("redirects that grow are followed for ever", _growing_redirects, Reason.REDIRECT_LOOP),
    Row("new cookies make a circle new for ever", _a_new_cookie_each_time, Reason.REDIRECT_LOOP),
    Row("the body of a redirect is read", _a_redirect_that_never_ends, Reason.REDIRECTED),
    Row("an empty place is here", says(redirect("")), Reason.PROTOCOL),
    Row("a script is a place", says(redirect("javascript:alert(1)")), Reason.PROTOCOL),
    Row("a file is a place", says(redirect("file:///etc/passwd")), Reason.PROTOCOL),
    Row("data are a place", says(redirect("data:text/html,<p>hello")), Reason.PROTOCOL),
    Row("a place without end is asked for", says(redirect("/" + "x" * 20_000)), Reason.PROTOCOL),
    Row("a place of broken brackets crashes", says(redirect("http://[::1")), Reason.PROTOCOL),
    Row("a place must be ASCII", _sent_on("/\xe9lectives?\xfc=\xff"), Reason.REDIRECTED),
    Row("a relative place is lost", _sent_on("../../a/./b/../c"), Reason.REDIRECTED),
    Row("a redirect for good is one for now", _sent_on("/new", 308), Reason.PERMANENT_REDIRECT),
    Row("cookies without end stop the next request", _huge_cookies, Reason.REDIRECTED),
    Row(
        "a page that only sends on is a page",
        _page(b'<meta http-equiv="refresh" content="0;url=/elsewhere"><p>Wait</p>'),
        Reason.UNREADABLE,
    ),
    # --- what the page is
    Row("UTF-16 is noise", _page(PAGE.decode().encode("utf-16"), "text/html"), Reason.OK),
    Row("a charset that nobody knows crashes", _page(PAGE, "text/html; charset=x-klingon"), Reason.OK),
    Row("a charset that is no text crashes", _page(PAGE, "text/html; charset=base64"), Reason.OK),
    Row("a wrong charset crashes", _page(PAGE + "ü".encode() * 9, "text/html; charset=ascii"), Reason.OK),
    Row("a type that is no type crashes", _page(PAGE, ";;;=\x7f"), Reason.OK),
    Row("noise called a page is a page", _page(bytes(range(256)) * 400), Reason.UNREADABLE),
    Row("a picture called a page is a page", _page(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), Reason.UNREADABLE),
    Row("zeros are a page", _page(bytes(100_000)), Reason.UNREADABLE),
    Row("elements without end overflow the stack", _page(b"<div>" * 30_000 + PAGE), Reason.OK, tls=False),
    Row("brackets without end take for ever", _page(b"<" * 300_000 + PAGE), Reason.OK, tls=False),
    Row("a comment without an end takes for ever", _page(b"<!--" * 100_000), Reason.UNREADABLE, tls=False),
    Row("attributes without end take for ever", _page(b"<p " + b"a=b " * 100_000 + b">" + PAGE), Reason.OK, tls=False),
    # --- when to come back
    Row("a wait that is no time crashes", says(response(429, b"", [("Retry-After", "soon\x7f")])), Reason.RATE_LIMITED),
    Row("a wait beyond all time crashes", says(response(429, b"", [("Retry-After", "9" * 400)])), Reason.RATE_LIMITED),
    Row("a negative wait crashes", says(response(429, b"", [("Retry-After", "-9")])), Reason.RATE_LIMITED),
    Row(
        "a day that never was crashes",
        says(response(429, b"", [("Retry-After", "Mon, 31 Feb 99999 25:61:61 GMT")])),
        Reason.RATE_LIMITED,
    ),
]


@dataclass(frozen=True)
class Raw:
    """As a Row, but from the first byte of the connection on, before any request: over https only."""

    mistake: str
    connected: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
    reason: Reason


def _answers_the_greeting(data: bytes) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    """The first thing that comes is answered with *data*; then the connection ends."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65536)
        writer.write(data)
        await writer.drain()

    return connected


async def _dripping_handshake(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc")  # a ServerHello of 16 KB begins
    while not writer.is_closing():
        writer.write(b"\x03")
        await writer.drain()
        await asyncio.sleep(0.01)


async def _speechless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while await reader.read(65536):
        pass


def _alert(description: int) -> bytes:
    """A fatal alert (RFC 8446 §6)."""
    return b"\x15\x03\x03\x00\x02\x02" + bytes([description])


HANDSHAKES = [
    Raw("a handshake is waited for without end", _speechless, Reason.TIMEOUT),
    Raw("each byte of a handshake starts the clock anew", _dripping_handshake, Reason.TIMEOUT),
    Raw("a farewell within the handshake is about TLS", _answers_the_greeting(b""), Reason.RESET),
    Raw("plain HTTP is read behind https", _answers_the_greeting(GOOD), Reason.TLS),
    Raw("noise crashes the handshake", _answers_the_greeting(bytes(range(256))), Reason.TLS),
    Raw("a handshake_failure is a reset", _answers_the_greeting(_alert(40)), Reason.TLS),
    Raw("a protocol_version is a reset", _answers_the_greeting(_alert(70)), Reason.TLS),
    Raw("an internal_error is a reset", _answers_the_greeting(_alert(80)), Reason.TLS),
    Raw("an unrecognized_name is a reset", _answers_the_greeting(_alert(112)), Reason.TLS),
    Raw("half a ServerHello is about TLS", _answers_the_greeting(b"\x16\x03\x03\x00\x50\x02"), Reason.RESET),
]


@asynccontextmanager
async def connecting(raw: Raw) -> AsyncIterator[int]:
    """The port of a server that does what *raw* says with every connection."""
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.CancelledError):
                await raw.connected(reader, writer)
        finally:
            tasks.discard(task)
            writer.close()
            with suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()

    listening = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        listening.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await listening.wait_closed()


def patience(reason: Reason) -> timedelta:
    """As short as it can be where a row ends with the deadline."""
    return timedelta(seconds=0.4 if reason in {Reason.TIMEOUT, Reason.GONE} else 20)


async def seen(url: str, reason: Reason, **world: object) -> list[Observation]:
    """Two looks at *url* that should conclude *reason*; the second tells what the first has left behind."""
    settings = replace(QUICK, total_timeout=patience(reason), max_body=SMALL)
    async with fetcher(settings=settings, **world) as web:  # type: ignore[arg-type]
        return [await observe(await web.probe(url, None), lambda: NOW) for _ in range(2)]


def peak_bytes() -> int:
    """The peak of this process's memory: ru_maxrss would count that of the process which started it as well."""
    status = Path("/proc/self/status").read_text()
    (kilobytes,) = re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(kilobytes) * 1024


async def _all_of_it() -> None:
    places = asyncio.Semaphore(16)

    async def one(row: Row) -> None:
        async with places, serving(row.server) as server:
            await seen(server.url(), row.reason)

    await asyncio.gather(*(one(row) for row in ROWS))


if __name__ == "__main__":
    asyncio.run(_all_of_it())
    sys.stdout.write(f"{peak_bytes()}\n")
