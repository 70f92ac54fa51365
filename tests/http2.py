"""A server on loopback that speaks HTTP/2 as told, also badly; whoever insists gets HTTP/1.1."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import RequestReceived
from h2.exceptions import H2Error
from hpack import Encoder


@dataclass
class Call:
    """A request over HTTP/2, and the means to answer it badly."""

    path: str
    headers: dict[str, str]
    stream: int
    connection: int  # 1 for the first that was opened
    h2: H2Connection
    writer: asyncio.StreamWriter

    async def send(self) -> None:
        """Everything that was prepared."""
        self.writer.write(self.h2.data_to_send())
        await self.writer.drain()

    async def raw(self, data: bytes) -> None:
        """Bytes past the rules, after everything that was prepared."""
        await self.send()
        self.writer.write(data)
        await self.writer.drain()

    async def head(self, status: str | None = "200", headers: Sequence[tuple[str, str]] = ()) -> None:
        pseudo = [] if status is None else [(":status", status)]
        self.h2.send_headers(self.stream, [*pseudo, *headers])
        await self.send()

    async def body(self, data: bytes, *, ends: bool) -> None:
        """As much of *data* as fits into a frame."""
        self.h2.send_data(self.stream, data, end_stream=ends)
        await self.send()

    async def answer(self, status: str = "200", body: bytes = b"two", headers: Sequence[tuple[str, str]] = ()) -> None:
        await self.head(status, headers)
        await self.body(body, ends=True)

    async def reset(self, code: ErrorCodes) -> None:
        self.h2.reset_stream(self.stream, code)
        await self.send()

    async def go_away(self, code: ErrorCodes = ErrorCodes.NO_ERROR, last: int | None = None) -> None:
        self.h2.close_connection(code, last_stream_id=last)
        await self.send()

    def hang_up(self) -> None:
        self.writer.transport.abort()


Behaviour = Callable[[Call], Awaitable[None]]


@dataclass
class Seen:
    """What the server saw."""

    port: int = 0
    asked: list[tuple[str, str, int]] = field(default_factory=list)  # version, path, connection; without robots.txt
    connections: int = 0
    open: int = 0

    def url(self, path: str = "/") -> str:
        return f"https://clinic.example:{self.port}{path}"

    async def until_closed(self) -> None:
        async with asyncio.timeout(5):
            while self.open:  # noqa: ASYNC110 -- a plain number
                await asyncio.sleep(0.005)


def frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    """RFC 9113 §4.1."""
    return len(payload).to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


def headers_frame(stream: int, headers: Sequence[tuple[str, str]], *, ends: bool = False) -> bytes:
    """A HEADERS frame as it must not be: h2 itself would refuse to write it."""
    return frame(0x1, 0x4 | (0x1 if ends else 0), stream, Encoder().encode(headers))


def presenting(leaf: trustme.LeafCert, *protocols: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    leaf.configure_cert(context)
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context


@asynccontextmanager
async def serving_http2(
    behaviour: Behaviour, leaf: trustme.LeafCert, protocols: Sequence[str] = ("h2", "http/1.1")
) -> AsyncIterator[Seen]:
    """A server for `clinic.example`, which has no robots.txt; over HTTP/1.1 it says "one" to everything."""
    seen = Seen()
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        seen.connections += 1
        seen.open += 1
        try:
            chosen = writer.get_extra_info("ssl_object").selected_alpn_protocol()
            await (_two(reader, writer, behaviour, seen) if chosen == "h2" else _one(reader, writer, seen))
        except (ConnectionError, ssl.SSLError, H2Error, asyncio.CancelledError):
            pass
        finally:
            seen.open -= 1
            tasks.discard(task)
            writer.transport.abort()
            with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                await writer.wait_closed()

    listening = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=presenting(leaf, *protocols))
    seen.port = listening.sockets[0].getsockname()[1]
    try:
        yield seen
    finally:
        listening.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await listening.wait_closed()


async def _one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seen: Seen) -> None:
    number = seen.connections
    while True:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return
        path = head.decode("latin-1").split(" ")[1]
        if path != "/robots.txt":
            seen.asked.append(("1.1", path, number))
        status = "404" if path == "/robots.txt" else "200"
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 3\r\n\r\none".encode())
        await writer.drain()


async def _two(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, behaviour: Behaviour, seen: Seen) -> None:
    number = seen.connections
    h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8", validate_outbound_headers=False))
    h2.initiate_connection()
    writer.write(h2.data_to_send())
    while data := await reader.read(65536):
        for event in h2.receive_data(data):
            if isinstance(event, RequestReceived):
                headers = {str(name): str(value) for name, value in event.headers}
                call = Call(headers[":path"], headers, event.stream_id, number, h2, writer)
                if call.path == "/robots.txt":
                    await call.answer("404", b"none")
                else:
                    seen.asked.append(("2", call.path, number))
                    await behaviour(call)
        writer.write(h2.data_to_send())
        await writer.drain()
