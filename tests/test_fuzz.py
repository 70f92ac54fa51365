"""Any answers, in any order: a look ends in time, within bounds, and as a value.

A few seconds by default; for longer, `MONITOR_FUZZ_MINUTES=10 pytest tests/test_fuzz.py`.
"""

import asyncio
import gzip
import os
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum

from fetching import QUICK, Exchange, fetcher, serving, stopwatch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.check import observe
from monitor.core.look import Failure, NotModified, Observation, Probe, Reason, Reply, Validators

NOW = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
MINUTES = float(os.environ.get("MONITOR_FUZZ_MINUTES", "0"))
EXAMPLES = 80  # a few seconds

MOST_BYTES, MOST_REDIRECTS, PATIENCE_SECONDS = 50_000, 4, 0.15
HASTY = replace(
    QUICK,
    total_timeout=timedelta(seconds=PATIENCE_SECONDS),
    max_body=MOST_BYTES,
    max_redirects=MOST_REDIRECTS,
)


class End(Enum):
    """What becomes of a connection after an answer."""

    KEPT = "kept"
    CLOSED = "closed"
    RESET = "reset"


@dataclass(frozen=True)
class Answer:
    """Bytes to send, in how many pieces, and what then."""

    data: bytes
    pieces: int
    end: End


# --- what servers say -------------------------------------------------------------------------------------------

STATUSES = st.sampled_from([200] * 9 + [301, 302, 303, 307, 308] * 2 + [103, 204, 206, 304, 403, 404, 429, 503, 999])
PLACES = st.text(max_size=20) | st.sampled_from(
    ["/a", "/b?c=d", "b/../c", "//HOST/x", "http://HOST/y", "HTTP://user:pw@HOST", "?q", "#f", "", "//", "//xn--a/"]
)
KINDS = ["text/html", "text/html; charset=utf-16", "text/html; charset=zz", "text/plain", "application/pdf", ";=;"]
MEANINGFUL = {
    "Location": PLACES,
    "Content-Type": st.sampled_from(KINDS),
    "Content-Encoding": st.sampled_from(["gzip", "deflate", "gzip, deflate", "br", "x", "gzip,gzip,gzip", ""]),
    "Content-Length": st.integers(-1, 3000).map(str) | st.sampled_from(["", "x", "9" * 30, "1, 1"]),
    "Transfer-Encoding": st.sampled_from(["chunked", "gzip, chunked", "identity", ""]),
    "Set-Cookie": st.text(max_size=40) | st.sampled_from(["a=b", "a=b; Domain=HOST", "a=" + "b" * 5000]),
    "Retry-After": st.integers(-1, 10**12).map(str) | st.sampled_from(["Mon, 02 Nov 2026 07:00:00 GMT", "soon"]),
    "Content-Range": st.sampled_from(["bytes 0-9/10", "bytes 0-9/100", "bytes */0", "x"]),
    "ETag": st.sampled_from(['"1"', 'W/"1"', "1", '"é"']),
    "Last-Modified": st.text(max_size=30),
    "Refresh": PLACES.map(lambda place: f"0; url={place}"),
    "Connection": st.sampled_from(["close", "keep-alive", "upgrade"]),
    "X-Odd": st.text(max_size=60),
}
HEADERS = st.sampled_from(sorted(MEANINGFUL)).flatmap(
    lambda name: MEANINGFUL[name].map(lambda value: f"{name}: {value}\r\n".encode())
)
PIECES = st.sampled_from(
    [
        "<title>",
        "</title>",
        "<h1>Page not found</h1>",
        "<p>Fee: $300</p>",
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<table><tr><td>",
        "\n    <a href='/x'>",
        "<meta charset=utf-7>",
        "<meta http-equiv=refresh content='0;url=/a'>",
        "<base href='javascript:'>",
        "&#x110000;",
        "\n    &nbsp;",
        "\x00",
        "\ufeff",
        "<input type=password>",
        "<![CDATA[",
        "<svg><style>",
        "<body style='display:none'>",
        "<plaintext>",
        "{",
        "$1,00,0.0.0",
        "\n    TOEFL 80 TOEFL 90",
        "some words that fill a page, and some more of them",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=25).map("".join)
PAGES = st.one_of(
    st.binary(max_size=300),
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16", "replace")),
    st.integers(1, 200_000).map(bytes),
)
CODED = st.tuples(PAGES, st.sampled_from([bytes, gzip.compress, zlib.compress])).map(lambda both: both[1](both[0]))


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """An answer that a server could mean, sometimes with a part of it cut off, changed or put in."""
    body = draw(CODED)
    headers = b"".join(draw(st.lists(HEADERS, max_size=6)))
    if draw(st.booleans()):
        headers += f"Content-Length: {len(body)}\r\n".encode()
    elif draw(st.booleans()):
        headers += b"Transfer-Encoding: chunked\r\n"
        body = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    status = draw(STATUSES)
    data = f"HTTP/1.1 {status} Some\r\n".encode() + headers + b"\r\n" + body
    place = draw(st.integers(0, len(data)))
    match draw(st.sampled_from(["as it is"] * 5 + ["cut", "changed", "put in", "noise"])):
        case "cut":
            data = data[:place]
        case "changed":
            data = data[:place] + draw(st.binary(min_size=1, max_size=3)) + data[place + 1 :]
        case "put in":
            data = data[:place] + draw(st.binary(max_size=200)) + data[place:]
        case "noise":
            data = draw(st.binary(max_size=400))
    return Answer(data, draw(st.integers(1, 3)), draw(st.sampled_from(End)))


# --- a look at them ---------------------------------------------------------------------------------------------


async def _looked(script: Sequence[Answer], robots: Answer | None) -> tuple[list[Probe], list[Observation], float]:
    """Two visits, the second conditional where the first can make it so, and the longest time that one took."""
    left = list(script)

    async def play(exchange: Exchange, answer: Answer) -> None:
        host = exchange.asked.headers.get("host", "").encode("latin-1")
        data = answer.data.replace(b"HOST", host)
        step = len(data) // answer.pieces + 1
        for place in range(0, len(data), step):
            await exchange.send(data[place : place + step])
        match answer.end:
            case End.KEPT:
                pass
            case End.CLOSED:
                exchange.hang_up()
            case End.RESET:
                exchange.reset()

    async def next_one(exchange: Exchange) -> None:
        await play(exchange, left.pop(0) if len(left) > 1 else left[0])

    async def rules(exchange: Exchange) -> None:
        assert robots is not None
        await play(exchange, robots)

    probes: list[Probe] = []
    observations: list[Observation] = []
    longest = 0.0
    async with serving(next_one, robots=rules if robots else None) as server, fetcher(settings=HASTY) as web:
        validators: Validators | None = None
        for _ in range(2):
            passed = stopwatch()
            probe = await web.probe(server.url("/start"), validators)
            longest = max(longest, passed())
            probes.append(probe)
            observations.append(await observe(probe, lambda: NOW))
            validators = probe.validators if isinstance(probe, Reply) else None
    return probes, observations, longest


def _within_bounds(probe: Probe, seen: Observation) -> None:
    assert len(probe.hops) <= MOST_REDIRECTS + 1
    assert seen.reason in Reason
    assert probe.final_url.isprintable()
    match probe:
        case Reply():
            assert len(probe.body) <= MOST_BYTES
            assert all(name.isascii() and value.isprintable() for name, value in probe.headers)
        case NotModified():
            assert all(value.isprintable() for _, value in probe.headers)
        case Failure():
            assert probe.detail
            assert probe.detail.isprintable()
            assert len(probe.detail) <= 300
            assert seen.page is None
    assert seen.wait is None or seen.wait.until <= NOW + timedelta(days=1)
    assert seen.page is None or (seen.page.words and seen.fingerprint is not None)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(answers(), min_size=1, max_size=6), st.none() | answers())
def _live_through(script: list[Answer], robots: Answer | None) -> None:
    probes, observations, longest = asyncio.run(_looked(script, robots))
    for probe, seen in zip(probes, observations, strict=True):
        _within_bounds(probe, seen)
    assert longest < PATIENCE_SECONDS + 10  # a busy machine is not the web


def test_no_answer_is_too_odd_to_be_looked_at() -> None:
    until = time.monotonic() + 60 * MINUTES
    _live_through()
    while time.monotonic() < until:
        _live_through()
