"""What a way out gives back: the head of an answer, its body still to come, and what becomes of the connection."""

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from monitor.fetch.mishaps import Mishap, ProxyDeclined, ProxyFailed
from monitor.fetch.pinning import LAST_BYTES

_PUBLIC: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (httpcore.ConnectTimeout, httpx.ConnectTimeout),
    (httpcore.ReadTimeout, httpx.ReadTimeout),
    (httpcore.WriteTimeout, httpx.WriteTimeout),
    (httpcore.PoolTimeout, httpx.PoolTimeout),
    (httpcore.ConnectError, httpx.ConnectError),
    (httpcore.ReadError, httpx.ReadError),
    (httpcore.WriteError, httpx.WriteError),
    (httpcore.ProxyError, httpx.ProxyError),
    (httpcore.UnsupportedProtocol, httpx.UnsupportedProtocol),
    (httpcore.RemoteProtocolError, httpx.RemoteProtocolError),
    (httpcore.LocalProtocolError, httpx.LocalProtocolError),
    (ProxyFailed, httpx.ProxyError),
    (ProxyDeclined, httpx.ProxyError),
    (Mishap, httpx.ConnectError),
    (OSError, httpx.NetworkError),  # ssl.SSLError: TLS 1.3 complains at the first read, where httpcore does not look
)
_CAUGHT = tuple(kind for kind, _ in _PUBLIC)


@contextmanager
def as_httpx() -> Iterator[None]:
    """What goes wrong inside leaves as httpx's exceptions, with the true cause behind them."""
    try:
        yield
    except _CAUGHT as exc:
        public = next(public for kind, public in _PUBLIC if isinstance(exc, kind))
        raise public(str(exc)) from exc


@dataclass(slots=True)
class Contact:
    """Whether a connection to the host that was asked has stood, whatever came of it."""

    stood: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer whose body has not been read.

    `reading` makes the failures of its body tell what they are; `release` must be awaited in the end, with the last
    bytes of the body, or None where it was not read to its end.
    """

    response: httpcore.Response
    reading: Callable[[], AbstractContextManager[None]]
    release: Callable[[bytes | None], Awaitable[None]]


class Body(httpx.AsyncByteStream):
    """The bytes of an answer; closing it lets go of its connection."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._end: bytes | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._answer.response.stream, AsyncIterable)
        end = b""
        with as_httpx(), self._answer.reading():
            async for part in self._answer.response.aiter_stream():
                yield part
                end = part[-LAST_BYTES:] or end
        self._end = end

    async def aclose(self) -> None:
        try:
            with as_httpx(), self._answer.reading():
                await self._answer.response.aclose()
        finally:
            await self._answer.release(self._end)
