"""Straight to a host: a connection for each request, kept for a moment in case the host is asked again.

There is no pool to queue in and none to search: the throttle asks a host one thing at a time, so that what is kept is
one idle connection per origin.
"""

import asyncio
import ssl
from collections import OrderedDict
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial

import httpcore

from monitor.fetch import http2
from monitor.fetch.answers import Answer, Contact
from monitor.fetch.mishaps import Incompatible, Leftover
from monitor.fetch.pinning import Pinning, Stream

_KEPT_SECONDS = 5.0  # how long an idle connection may serve the next link of its host
_LISTENING_SECONDS = 0.001  # how long one is listened to before it is used again
_MOST_KEPT = 20  # idle connections: over TLS each costs some 100 KB
_MOST_REMEMBERED = 4096  # origins that offer HTTP/2 and do not speak it

_Key = tuple[bytes, bytes, int]


@dataclass(slots=True)
class _Line:
    """A connection to an origin, and what it speaks; `until` by the loop's clock, where it is kept."""

    key: _Key
    stream: Stream
    connection: httpcore.AsyncConnectionInterface
    http2: bool
    single_use: bool
    until: float = 0.0


class Direct:
    """Connections to the addresses that *backend* checks; HTTP/2 where a server offers it."""

    def __init__(self, backend: Pinning, trust: ssl.SSLContext) -> None:
        self._backend = backend
        self._trust = trust
        self._kept: OrderedDict[_Key, _Line] = OrderedDict()  # the first was kept longest ago
        self._only_http1: OrderedDict[_Key, None] = OrderedDict()

    async def ask(self, request: httpcore.Request, contact: Contact, *, fresh: bool) -> Answer:
        """The head of the answer to *request*; a *fresh* one comes over a connection that nothing used before.

        Where HTTP/2 was offered in vain, the connection is made again for HTTP/1.1, as browsers do.

        :raises Leftover: a kept connection held an answer before it was asked anything.
        """
        key = _key(request)
        line = None if fresh else await self._take(key)
        contact.stood = contact.stood or line is not None
        try:
            return await self._over(line or await self._open(request, contact, single_use=fresh), request)
        except Incompatible:
            self._only_http1[key] = None
            if len(self._only_http1) > _MOST_REMEMBERED:
                self._only_http1.popitem(last=False)
            return await self._over(await self._open(request, contact, single_use=fresh), request)

    async def aclose(self) -> None:
        """Closes every connection that is kept."""
        while self._kept:
            await self._kept.popitem()[1].stream.aclose()

    async def _open(self, request: httpcore.Request, contact: Contact, *, single_use: bool) -> _Line:
        scheme, host, port = key = _key(request)
        timeout = request.extensions["timeout"].get("connect")
        name = host.decode("ascii")
        stream = await self._backend.connect_tcp(name, port, timeout)
        contact.stood = True
        speaks_http2 = False
        if scheme == b"https":
            self._trust.set_alpn_protocols(["http/1.1"] if key in self._only_http1 else ["h2", "http/1.1"])
            stream = await stream.start_tls(self._trust, name, timeout)
            speaks_http2 = stream.get_extra_info("ssl_object").selected_alpn_protocol() == "h2"
        origin = request.url.origin
        connection: httpcore.AsyncConnectionInterface = (
            http2.Connection(origin, stream) if speaks_http2 else httpcore.AsyncHTTP11Connection(origin, stream)
        )
        return _Line(key, stream, connection, speaks_http2, single_use)

    async def _over(self, line: _Line, request: httpcore.Request) -> Answer:
        try:
            with http2.asking() if line.http2 else nullcontext():
                response = await line.connection.handle_async_request(request)
        except BaseException:
            await line.stream.aclose()
            raise
        if not line.http2 and not line.stream.answering:
            await line.stream.aclose()
            raise Leftover
        return Answer(response, http2.reading if line.http2 else nullcontext, partial(self._release, line, response))

    async def _release(self, line: _Line, response: httpcore.Response, end: bytes | None) -> None:
        ended = end is not None and (line.http2 or _ended(line.stream, response, end))
        if line.single_use or not ended or line.stream.over or not line.connection.is_available():
            await line.stream.aclose()
            return
        now = asyncio.get_running_loop().time()
        line.until = now + _KEPT_SECONDS
        replaced = self._kept.pop(line.key, None)
        self._kept[line.key] = line
        if replaced is not None:
            await replaced.stream.aclose()
        while self._kept and self._surplus(now):
            _, oldest = self._kept.popitem(last=False)
            await oldest.stream.aclose()  # others take and keep connections meanwhile

    def _surplus(self, now: float) -> bool:
        return len(self._kept) > _MOST_KEPT or next(iter(self._kept.values())).until <= now

    async def _take(self, key: _Key) -> _Line | None:
        line = self._kept.pop(key, None)
        if line is None:
            return None
        quiet = False
        try:
            quiet = line.until > asyncio.get_running_loop().time() and await _quiet(line.stream)
        finally:
            if not quiet:
                await line.stream.aclose()
        return line if quiet else None


async def _quiet(stream: Stream) -> bool:
    """Whether nothing has come since the last answer: it would be a farewell, or belong to no question.

    The socket alone cannot tell: what came may lie decrypted, or waiting to be, above it.
    """
    try:
        await stream.read(1, _LISTENING_SECONDS)
    except httpcore.ReadTimeout:
        return True
    except (httpcore.NetworkError, OSError):
        return False
    return False


def _ended(stream: Stream, response: httpcore.Response, end: bytes) -> bool:
    """Whether the last thing that came was the *end* of the body (or of head or chunks), and nothing after it.

    Bodies that are longer than they say, or that follow a 304, are common; h11 would begin the next answer with them.
    """
    chunked = any(name.lower() == b"transfer-encoding" for name, _ in response.headers)
    return stream.last.endswith((b"\r\n\r\n", b"\n\n") if chunked or not end else end)


def _key(request: httpcore.Request) -> _Key:
    origin = request.url.origin
    return origin.scheme, origin.host, origin.port
