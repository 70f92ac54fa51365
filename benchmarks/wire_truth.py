"""What the wire and its peers call eight things that go wrong: the exception, and the types behind it.

python benchmarks/wire_truth.py
"""

import asyncio
import socket
import ssl
import struct
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import trustme
from wire_peers import PEERS

SECONDS = 1.0
Server = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A farewell without an answer."""
    await reader.readuntil(b"\r\n\r\n")
    writer.close()


async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """RST instead of an answer."""
    await reader.readuntil(b"\r\n\r\n")
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def break_off(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Half a page."""
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
    await writer.drain()
    writer.close()


async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """HTTP where TLS belongs."""
    await reader.read(1)
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    await writer.drain()
    await reader.read()
    writer.close()


async def speechless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """TCP stands and nothing comes."""
    await reader.read()
    writer.close()


async def called(peer: str, authority: Path, url: str) -> str:
    """The types of what a GET of *url* raises, outermost first."""
    timeout = httpx.Timeout(SECONDS)
    async with httpx.AsyncClient(transport=PEERS[peer](authority, 10), timeout=timeout, trust_env=False) as client:
        try:
            async with asyncio.timeout(4 * SECONDS):
                await client.get(url)
        except Exception as exc:  # noqa: BLE001 -- what it is is the question
            names, cause = [], exc
            while cause is not None and len(names) < 8:
                names.append(type(cause).__name__)
                cause = cause.__cause__ or cause.__context__
            inner = [name for name in dict.fromkeys(names[1:]) if name != names[0]]
            words = str(exc).partition(":")[0] if type(exc) is httpx.TransportError else ""
            return f"{names[0]}{f' ({words})' if words else ''}{f' ← {inner[-1]}' if inner else ''}"
        return "no failure"


async def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        authority = Path(folder, "authority.pem")
        trustme.CA().cert_pem.write_to_path(str(authority))
        untrusted = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        trustme.CA().issue_cert("127.0.0.1").configure_cert(untrusted)
        plan: list[tuple[str, str, Server, ssl.SSLContext | None]] = [
            ("hangs up", "http", hang_up, None),
            ("resets", "http", reset, None),
            ("half a page", "http", break_off, None),
            ("no answer", "http", speechless, None),
            ("no handshake", "https", speechless, None),
            ("no TLS", "https", plain, None),
            ("untrusted", "https", hang_up, untrusted),
        ]
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            urls = {"refuses": f"http://127.0.0.1:{unused.getsockname()[1]}/"}
        servers = []
        for name, scheme, server, context in plan:
            servers.append(await asyncio.start_server(server, "127.0.0.1", 0, ssl=context))
            urls[name] = f"{scheme}://127.0.0.1:{servers[-1].sockets[0].getsockname()[1]}/"
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # handlers that the client left alone
        print(f"| | {' | '.join(PEERS)} |\n|---|{'---|' * len(PEERS)}")  # noqa: T201
        for name, url in urls.items():
            print(f"| {name} | {' | '.join([await called(peer, authority, url) for peer in PEERS])} |", flush=True)  # noqa: T201
        for each in servers:
            each.close()


if __name__ == "__main__":
    asyncio.run(main())
