"""A small web on loopback that misbehaves as told, and the fakes that a fetcher stands on."""

import asyncio
import gzip
import socket
import ssl
import struct
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import IPv4Address, ip_address
from typing import Any
from urllib.parse import urlsplit

from monitor.core.listing import Settings
from monitor.fetch import Address, Fetcher, NoSuchHost, PrivateNetworks, Resolver


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it."""

    method: str
    target: str
    headers: Mapping[str, str]
    connection: int  # 1 for the first that was opened


@dataclass
class Exchange:
    """A request to answer, and the means to answer it badly."""

    asked: Asked
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    over: bool = False

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """RST instead of FIN."""
        connection = self.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()
        self.over = True

    def hang_up(self) -> None:
        self.writer.close()
        self.over = True

    async def drip(self, piece: bytes) -> None:
        """Sends *piece* for ever, with a breath in between."""
        while True:
            await self.send(piece)
            await asyncio.sleep(0.01)


Handler = Callable[[Exchange], Awaitable[None]]


@dataclass
class Server:
    """What `serving` gives: where it listens, and what it was asked."""

    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    robots: list[Asked] = field(default_factory=list)  # requests for /robots.txt, which comes before everything else
    connections: int = 0
    open: int = 0  # connections that are open now

    async def until(self, holds: Callable[["Server"], bool]) -> None:
        """Waits until the server has seen what is to come."""
        async with asyncio.timeout(5):
            while not holds(self):  # noqa: ASYNC110 -- what is seen is plain numbers
                await asyncio.sleep(0.005)

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def here(self) -> list[Address]:
        return [Address(IPv4Address("127.0.0.1"), self.port)]


@asynccontextmanager
async def serving(
    handler: Handler, *, tls: ssl.SSLContext | None = None, robots: Handler | None = None
) -> AsyncIterator[Server]:
    """A server on a free loopback port; it serves requests on kept connections until the handler ends one.

    It has no robots.txt unless *robots* answers for it; requests for one are noted apart.
    """
    server = Server()
    tasks: set[asyncio.Task[Any]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        server.connections += 1
        server.open += 1
        number = server.connections
        try:
            while (asked := await _request(reader, number)) is not None:
                exchange = Exchange(asked, reader, writer)
                if urlsplit(asked.target).path == "/robots.txt":  # of a proxy the whole address is asked
                    server.robots.append(asked)
                    await (robots or says(response(404, b"")))(exchange)
                else:
                    server.asked.append(asked)
                    await handler(exchange)
                if exchange.over:
                    break
        except (ConnectionError, ssl.SSLError):  # the client has had enough, as many of these tests want it to
            pass
        except asyncio.CancelledError:  # the test is over
            pass
        finally:
            server.open -= 1
            tasks.discard(task)
            writer.transport.abort()
            with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                await writer.wait_closed()

    listening = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await listening.wait_closed()


async def _request(reader: asyncio.StreamReader, connection: int) -> Asked | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    method, target, _ = first.split(" ")
    pairs = (line.partition(":") for line in lines)
    return Asked(method, target, {name.lower(): value.strip() for name, _, value in pairs}, connection)


async def refused_port() -> int:
    """A loopback port on which nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


def response(status: int = 200, body: bytes = b"<p>hello</p>", headers: Sequence[tuple[str, str]] = ()) -> bytes:
    """A whole response; Content-Length is given unless *headers* say how the body is framed."""
    framed = any(name.lower() in {"content-length", "transfer-encoding"} for name, _ in headers)
    lines = [f"HTTP/1.1 {status} Whatever", *(f"{name}: {value}" for name, value in headers)]
    if not framed and status not in {204, 304}:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def says(data: bytes) -> Handler:
    """Always this answer."""

    async def handler(exchange: Exchange) -> None:
        await exchange.send(data)

    return handler


def routes(answers: Mapping[str, bytes]) -> Handler:
    """An answer per target; anything else is a 404."""

    async def handler(exchange: Exchange) -> None:
        await exchange.send(answers.get(exchange.asked.target, response(404, b"no such page")))

    return handler


def redirect(location: str, status: int = 302, headers: Sequence[tuple[str, str]] = ()) -> bytes:
    return response(status, b"", [("Location", location), *headers])


def bomb(size: int) -> bytes:
    """*size* zero bytes, compressed a thousandfold."""
    return gzip.compress(bytes(size))


@dataclass
class FakeClock:
    """Time that passes only where somebody sleeps."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


@dataclass
class FakeResolver:
    """Names as told; what it was not told of does not exist."""

    known: Mapping[str, Sequence[Address] | Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def resolve(self, name: str, port: int) -> Sequence[Address]:
        self.asked.append(name)
        match self.known.get(name):
            case None:
                raise NoSuchHost(name, "there is no such name")
            case Exception() as failure:
                raise failure
            case addresses:
                return addresses

    async def name_servers(self, name: str) -> frozenset[str] | None:
        return None


def at(*addresses: str, port: int = 80) -> list[Address]:
    return [Address(ip_address(address), port) for address in addresses]


QUICK = Settings(
    connect_timeout=timedelta(seconds=2),
    total_timeout=timedelta(seconds=10),
    host_delay=timedelta(0),
    retries=0,
)


def fetcher(
    known: Mapping[str, Sequence[Address] | Exception] | None = None,
    *,
    resolver: Resolver | None = None,
    settings: Settings = QUICK,
    private_networks: PrivateNetworks = PrivateNetworks.ALLOWED,
    environ: Mapping[str, str] | None = None,
    clock: FakeClock | None = None,
    user_agent: str = "monitor/1 (+https://guide.example/contact)",
) -> Fetcher:
    """A fetcher that asks loopback, resolves as told and never waits by the wall clock."""
    clock = clock or FakeClock()
    return Fetcher(
        settings,
        resolver=resolver or FakeResolver(known or {}),
        private_networks=private_networks,
        environ={"SSL_CERT_DIR": "no-certificates", **(environ or {})},  # the usual ones take 30 ms to read
        user_agent=user_agent,
        sleep=clock.sleep,
        monotonic=clock.monotonic,
    )


def stopwatch() -> Callable[[], float]:
    """Seconds of real time since now."""
    start = time.perf_counter()
    return lambda: time.perf_counter() - start
