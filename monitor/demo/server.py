"""Serves the small web on loopback: one port for every host, told apart by the Host header."""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Protocol

from monitor.demo.web import Answer, http_date

LOOPBACK = "127.0.0.1"
_LONGEST_HEAD_BYTES = 16_384
_PHRASES = {
    200: "OK",
    301: "Moved Permanently",
    304: "Not Modified",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
}


class Answers(Protocol):
    """Whoever knows what stands at an address."""

    def answer(self, host: str, target: str, moment: datetime) -> Answer:
        """What *host* answers to a GET of *target* at *moment*."""
        ...


class Dated(Protocol):
    """Whoever knows what time it is."""

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Visit:
    """A request as the server saw it; `conditional`: it asked only for what has changed."""

    at: datetime
    url: str
    conditional: bool
    status: int


@dataclass(frozen=True, slots=True)
class _Request:
    """The head of a request; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str]


class Server:
    """An HTTP/1.1 server for GET; an async context manager, whose end closes every connection."""

    def __init__(self, web: Answers, clock: Dated) -> None:
        self._web = web
        self._clock = clock
        self._server: asyncio.Server | None = None
        self._conversations: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self.visits: list[Visit] = []

    @property
    def port(self) -> int:
        """Where it listens."""
        assert self._server is not None, "it must be entered first"
        return int(self._server.sockets[0].getsockname()[1])

    async def __aenter__(self) -> "Server":
        self._server = await asyncio.start_server(self._accept, LOOPBACK, 0, limit=_LONGEST_HEAD_BYTES)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._conversations.values():
            writer.close()  # its reader comes to an end, and so does the conversation
        await asyncio.gather(*self._conversations)
        await self._server.wait_closed()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._converse(reader, writer))
        self._conversations[task] = writer
        task.add_done_callback(lambda done: self._conversations.pop(done, None))

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request after the other until the other side has no more."""
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(self._reply(_parse(head)))
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass  # the other side has hung up, or sends what is no request
        finally:
            writer.close()
            with contextlib.suppress(ConnectionError):  # gone already
                await writer.wait_closed()

    def _reply(self, request: _Request | None) -> bytes:
        now = self._clock.now()
        if request is None:
            return _written(Answer(400), now)
        if request.method != "GET":
            return _written(Answer(405), now)
        none_match, since = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
        host = request.headers.get("host", "").partition(":")[0]
        answer = self._web.answer(host, request.target, now).as_asked(none_match, since)
        conditional = none_match is not None or since is not None
        self.visits.append(Visit(now, f"http://{host}{request.target}", conditional, answer.status))
        return _written(answer, now)


def _parse(head: bytes) -> _Request | None:
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    match first.split(" "):
        case [method, target, "HTTP/1.1"]:
            pairs = (line.partition(":") for line in lines)
            return _Request(method, target, {name.strip().lower(): value.strip() for name, _, value in pairs})
        case _:
            return None


def _written(answer: Answer, now: datetime) -> bytes:
    body = b"" if answer.status == 304 else answer.body
    headers = [("Date", http_date(now)), ("Server", "demo")]
    if answer.location is not None:
        headers.append(("Location", answer.location))
    if answer.modified is not None and answer.etag is not None:
        headers += [("Last-Modified", http_date(answer.modified)), ("ETag", answer.etag)]
    if answer.status != 304:
        headers += [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
    lines = [f"HTTP/1.1 {answer.status} {_PHRASES[answer.status]}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
