"""The way out: httpx above, httpcore below, and every connection made to an address that was looked at first."""

import asyncio
import contextlib
import logging
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from monitor.fetch.addresses import Address, PrivateNetworks, is_localhost, literal, why_private
from monitor.fetch.environment import Proxies, Proxy
from monitor.fetch.failures import causes
from monitor.fetch.mishaps import ConnectFailed, HungUp, Mishap, NoAddress, PrivateAddress, ProxyDeclined, ProxyFailed
from monitor.fetch.resolve import Resolver

FRESH = "monitor.fresh"  # request extension: on a connection of its own, which nothing used before
CONTACT = "monitor.contact"  # request extension: a Contact, to be told how far the request got

_KEPT_SECONDS = 5.0  # how long an idle connection may serve the next link of its host
_MOST_KEPT = 20  # idle connections: over TLS each costs some 100 KB, and httpcore's pool scans them all
_MOST_ADDRESSES = 6  # of one name that are tried

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
    (ssl.SSLError, httpx.ReadError),  # TLS 1.3 complains at the first read, where httpcore does not look for it
    (ProxyFailed, httpx.ProxyError),
    (ProxyDeclined, httpx.ProxyError),
    (Mishap, httpx.ConnectError),
    (OSError, httpx.NetworkError),
)
_CAUGHT = tuple(kind for kind, _ in _PUBLIC)


@dataclass(slots=True)
class Contact:
    """Whether a connection to the host that was asked has stood, whatever came of it."""

    stood: bool = False


class Wire(httpx.AsyncBaseTransport):
    """Sends a request and brings the answer's head; its exceptions are httpx's, with the true cause behind them.

    Directly, names are resolved by *resolver*; unless private networks are allowed, one address of a name that is off
    the public internet refuses the whole name. Through a proxy no name is resolved here, and only address literals
    and `localhost` are looked at.
    """

    def __init__(
        self,
        *,
        resolver: Resolver,
        private_networks: PrivateNetworks,
        proxies: Proxies,
        trust: ssl.SSLContext,
        connections: int,
    ) -> None:
        self._private_networks = private_networks
        self._backend = _Pinning(resolver, private_networks)
        self._proxies = proxies
        self._trust = trust
        self._connections = connections
        self._pools: dict[Proxy | None, httpcore.AsyncConnectionPool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See `httpx.AsyncBaseTransport`.

        :raises httpx.TransportError: with NoSuchHost, PrivateAddress, ConnectFailed, … in its cause chain.
        """
        proxy = self._proxies.route(str(request.url))
        fresh = bool(request.extensions.get(FRESH))
        pool = self._new_pool(proxy) if fresh else self._pool(proxy)
        closing = [pool] if fresh else []
        try:
            with _as_httpx():
                witness = _Witness(request.extensions.get(CONTACT) or Contact(), proxied=proxy is not None)
                if proxy is None:
                    response = await pool.handle_async_request(_core(request, witness))
                else:
                    response = await self._through(proxy, pool, request, witness)
        except BaseException:
            for own in closing:
                await own.aclose()
            raise
        assert isinstance(response.stream, AsyncIterable)
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response, closing),
            extensions=dict(response.extensions),
        )

    async def aclose(self) -> None:
        """Closes every connection."""
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            await pool.aclose()

    async def _through(
        self, proxy: Proxy, pool: httpcore.AsyncConnectionPool, request: httpx.Request, witness: "_Witness"
    ) -> httpcore.Response:
        if self._private_networks is PrivateNetworks.REFUSED:
            _refuse_spelled_out(request.url.host)
        try:
            response = await pool.handle_async_request(_core(request, witness))
        except httpcore.ProxyError as exc:
            raise ProxyDeclined(witness.status) from exc
        except _CAUGHT as exc:
            if witness.unconnected:
                raise ProxyFailed(proxy.url) from exc
            raise
        if response.status == 407:
            await response.aclose()
            raise ProxyDeclined(response.status)
        return response

    def _pool(self, proxy: Proxy | None) -> httpcore.AsyncConnectionPool:
        if proxy not in self._pools:
            self._pools[proxy] = self._new_pool(proxy)
            if proxy is not None and len([known for known in self._pools if known is not None]) == 1:
                logging.getLogger("monitor").warning(
                    "requests go through a proxy: names are resolved there, "
                    "and keeping them off private networks is the proxy's duty"
                )
        return self._pools[proxy]

    def _new_pool(self, proxy: Proxy | None) -> httpcore.AsyncConnectionPool:
        tls = self._trust if proxy is not None and proxy.url.startswith("https:") else None
        return httpcore.AsyncConnectionPool(
            ssl_context=self._trust,
            proxy=None if proxy is None else httpcore.Proxy(proxy.url, proxy.login, ssl_context=tls),
            max_connections=self._connections,
            max_keepalive_connections=_MOST_KEPT,
            keepalive_expiry=_KEPT_SECONDS,
            retries=0,  # Retry decides that, and the throttle stands between
            network_backend=self._backend if proxy is None else _Plain(),
        )


def _core(request: httpx.Request, witness: "_Witness") -> httpcore.Request:
    return httpcore.Request(
        method=request.method,
        url=httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        ),
        headers=request.headers.raw,
        content=request.stream if isinstance(request.stream, AsyncIterable) else None,
        extensions={"timeout": request.extensions.get("timeout", {}), "trace": witness},
    )


@contextlib.contextmanager
def _as_httpx() -> Iterator[None]:
    try:
        yield
    except _CAUGHT as exc:
        public = next(public for kind, public in _PUBLIC if isinstance(exc, kind))
        raise public(str(exc)) from exc


def _refuse_spelled_out(host: str) -> None:
    """What can be told of a host without asking DNS."""
    address = literal(host)
    what = why_private(address) if address is not None else None
    if is_localhost(host):
        what = "this machine"
    if what is not None:
        raise PrivateAddress(host, what)


class _Body(httpx.AsyncByteStream):
    """An answer's bytes; closing it closes the connection pools that were opened for this answer alone."""

    def __init__(self, response: httpcore.Response, pools: Sequence[httpcore.AsyncConnectionPool]) -> None:
        self._response = response
        self._pools = pools

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx():
            async for part in self._response.aiter_stream():
                yield part

    async def aclose(self) -> None:
        try:
            with _as_httpx():
                await self._response.aclose()
        finally:
            for pool in self._pools:
                await pool.aclose()


class _Witness:
    """Listens to httpcore's trace for what its exceptions do not say: how far a request got, and with whom."""

    def __init__(self, contact: Contact, *, proxied: bool) -> None:
        self._contact = contact
        self._proxied = proxied
        self.unconnected = False
        self.status = 0

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        match event:
            case "connection.connect_tcp.failed" | "connection.start_tls.failed":
                self.unconnected = True
            case "connection.connect_tcp.complete" | "http11.send_request_headers.started":
                self._contact.stood = self._contact.stood or not self._proxied
            case "proxy.start_tls.started":  # the proxy has made the connection
                self._contact.stood = True
            case "http11.receive_response_headers.complete":
                self.status = info["return_value"][1]


class _Plain(httpcore.AsyncNetworkBackend):
    """Connects to whatever it is told, as the operating system resolves it: the operator named the proxy."""

    def __init__(self) -> None:
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 -- httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return _Stream(await self._inner.connect_tcp(host, port, timeout, local_address, socket_options))


class _Pinning(_Plain):
    """Connects to the very addresses that it has checked: no second look-up, so nothing can change in between."""

    def __init__(self, resolver: Resolver, private_networks: PrivateNetworks) -> None:
        super().__init__()
        self._resolver = resolver
        self._private_networks = private_networks

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Tries the addresses of *host* in turn; each gets a fair share of what is left of *timeout* (seconds)."""
        addresses = await self._addresses(host, port)
        clock = asyncio.get_running_loop().time
        until = None if timeout is None else clock() + timeout
        failures: list[ConnectFailed] = []
        for tried, address in enumerate(addresses):
            share = None if until is None else max(until - clock(), 0.0) / (len(addresses) - tried)
            try:
                return await super().connect_tcp(str(address.ip), address.port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as exc:
                failures.append(ConnectFailed(address, exc))
        raise _most_telling(failures)

    async def _addresses(self, host: str, port: int) -> Sequence[Address]:
        spelled = literal(host)
        addresses = [Address(spelled, port)] if spelled is not None else list(await self._resolver.resolve(host, port))
        if not addresses:
            raise NoAddress(host, "the name exists, but has no address")
        if self._private_networks is PrivateNetworks.REFUSED:
            for address in addresses:
                if what := why_private(address.ip):
                    raise PrivateAddress(host, what)
        return addresses[:_MOST_ADDRESSES]


def _most_telling(failures: Sequence[ConnectFailed]) -> ConnectFailed:
    """The first that the other side had a part in: "no IPv6 here" says nothing about a host that refuses on IPv4."""
    heard = (ConnectionRefusedError, ConnectionResetError, TimeoutError, httpcore.ConnectTimeout)
    return next(
        (failure for failure in failures if any(isinstance(cause, heard) for cause in causes(failure))), failures[0]
    )


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that says when the other side hung up without a word, and that closes when TLS is cut short."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._answering = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        data = await self._inner.read(max_bytes, timeout)
        if not data and not self._answering:
            raise HungUp("no answer")
        self._answering = True
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._answering = False
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        try:
            return _Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout))
        except BaseException:
            await self._inner.aclose()  # a cancelled handshake is nobody's connection yet
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
