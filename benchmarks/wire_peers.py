"""The wire's peers under one interface: httpx transports over aiohttp, libcurl and reqwest, and httpx's own.

None of them is a dependency of the monitor: a peer whose library is not installed is left out.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import httpx

from monitor.fetch import PrivateNetworks, Proxies, Wire
from monitor.fetch.resolve import SystemResolver

CONNECT_SECONDS = 10.0


def ours(authority: Path, in_flight: int) -> httpx.AsyncBaseTransport:  # noqa: ARG001 -- every peer is made alike
    """The monitor's own."""
    return Wire(
        resolver=SystemResolver(timedelta(seconds=CONNECT_SECONDS)),
        private_networks=PrivateNetworks.ALLOWED,
        proxies=Proxies(),
        trust=ssl.create_default_context(cafile=authority),
    )


def plain_httpx(authority: Path, in_flight: int) -> httpx.AsyncBaseTransport:
    """httpx as installed, with room for as many connections as requests."""
    limits = httpx.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    return httpx.AsyncHTTPTransport(verify=ssl.create_default_context(cafile=authority), limits=limits)


def over_aiohttp(authority: Path, in_flight: int) -> httpx.AsyncBaseTransport:
    """The shortest transport over aiohttp that reads bodies as they come."""
    import aiohttp

    class Body(httpx.AsyncByteStream):
        def __init__(self, answer: aiohttp.ClientResponse) -> None:
            self._answer = answer

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for part in self._answer.content.iter_any():
                yield part

        async def aclose(self) -> None:
            self._answer.close()

    class Transport(httpx.AsyncBaseTransport):
        def __init__(self) -> None:
            context = ssl.create_default_context(cafile=authority)
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=context, limit=in_flight),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
                auto_decompress=False,
            )

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            answer = await self._session.request(
                request.method, str(request.url), headers=request.headers.multi_items(), allow_redirects=False
            )
            return httpx.Response(answer.status, headers=answer.raw_headers, stream=Body(answer))

        async def aclose(self) -> None:
            await self._session.close()

    return Transport()


def over_reqwest(authority: Path, in_flight: int) -> httpx.AsyncBaseTransport:
    """pyreqwest's own transport."""
    from pyreqwest.client import ClientBuilder
    from pyreqwest.compatibility.httpx import HttpxTransport

    client = (
        ClientBuilder()
        .add_root_certificate_pem(authority.read_bytes())
        .connect_timeout(timedelta(seconds=CONNECT_SECONDS))
        .max_connections(in_flight)
        .build()
    )
    return HttpxTransport(client)


def over_curl(authority: Path, in_flight: int) -> httpx.AsyncBaseTransport:
    """libcurl's multi interface on asyncio's readiness events; a body is whole before its head is given out."""
    import pycurl

    class Transport(httpx.AsyncBaseTransport):
        def __init__(self) -> None:
            self._loop = asyncio.get_running_loop()
            self._timer: asyncio.TimerHandle | None = None
            self._waiting: dict[pycurl.Curl, asyncio.Future[None]] = {}
            self._multi = pycurl.CurlMulti()
            self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
            self._multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
            self._multi.setopt(pycurl.M_MAX_TOTAL_CONNECTIONS, in_flight)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            body, headers = BytesIO(), []
            curl = pycurl.Curl()
            curl.setopt(pycurl.URL, str(request.url))
            curl.setopt(pycurl.HTTPHEADER, [f"{name}: {value}" for name, value in request.headers.multi_items()])
            curl.setopt(pycurl.CAINFO, str(authority))
            curl.setopt(pycurl.CONNECTTIMEOUT_MS, int(CONNECT_SECONDS * 1000))
            curl.setopt(pycurl.WRITEDATA, body)
            curl.setopt(pycurl.HEADERFUNCTION, headers.append)
            self._waiting[curl] = self._loop.create_future()
            self._multi.add_handle(curl)
            try:
                await self._waiting[curl]
                return httpx.Response(curl.getinfo(pycurl.RESPONSE_CODE), content=body.getvalue())
            finally:
                self._multi.remove_handle(curl)
                del self._waiting[curl]
                curl.close()

        def _watch(self, event: int, descriptor: int, *_: object) -> None:
            self._loop.remove_reader(descriptor)
            self._loop.remove_writer(descriptor)
            if event & pycurl.POLL_IN and event != pycurl.POLL_REMOVE:
                self._loop.add_reader(descriptor, self._act, descriptor, pycurl.CSELECT_IN)
            if event & pycurl.POLL_OUT and event != pycurl.POLL_REMOVE:
                self._loop.add_writer(descriptor, self._act, descriptor, pycurl.CSELECT_OUT)

        def _set_timer(self, milliseconds: int) -> None:
            if self._timer is not None:
                self._timer.cancel()
            later = max(milliseconds, 0) / 1000
            self._timer = (
                None if milliseconds < 0 else self._loop.call_later(later, self._act, pycurl.SOCKET_TIMEOUT, 0)
            )

        def _act(self, descriptor: int, event: int) -> None:
            self._multi.socket_action(descriptor, event)
            _, well, failed = self._multi.info_read()
            for curl in well:
                self._waiting[curl].set_result(None)
            for curl, code, message in failed:
                self._waiting[curl].set_exception(httpx.TransportError(f"{code}: {message}"))

    return Transport()


PEERS: dict[str, Callable[[Path, int], httpx.AsyncBaseTransport]] = {
    "ours": ours,
    "httpx": plain_httpx,
    "aiohttp": over_aiohttp,
    "reqwest": over_reqwest,
    "curl": over_curl,
}
