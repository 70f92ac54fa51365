"""The way out: httpx above, httpcore below, and every connection made to an address that was looked at first."""

import contextlib
import logging
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from monitor.fetch.addresses import PrivateNetworks, is_localhost, why_private
from monitor.fetch.environment import Proxies, Proxy
from monitor.fetch.mishaps import Mishap, PrivateAddress, ProxyDeclined, ProxyFailed
from monitor.fetch.pinning import Pinning, Plain, spelled_out
from monitor.fetch.resolve import Resolver

FRESH = "monitor.fresh"  # request extension: on a connection of its own, which nothing used before
CONTACT = "monitor.contact"  # request extension: a Contact, to be told how far the request got

_KEPT_SECONDS = 5.0  # how long an idle connection may serve the next link of its host
_MOST_KEPT = 20  # idle connections: over TLS each costs some 100 KB, and httpcore's pool scans them all

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
        self._backend = Pinning(resolver, private_networks)
        self._proxies = proxies
        self._trust = trust
        self._connections = connections
        self._said = False  # that there is a proxy
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
        if not self._said:
            self._said = True
            logging.getLogger("monitor").warning(
                "requests go through a proxy: names are resolved there, "
                "and keeping them off private networks is the proxy's duty"
            )
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
            network_backend=self._backend if proxy is None else Plain(),
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
    address = spelled_out(host)
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
