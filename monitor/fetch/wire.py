"""The way out: httpx above, httpcore below, and every connection made to an address that was looked at first."""

import ssl
from collections.abc import AsyncIterable

import httpcore
import httpx

from monitor.fetch.addresses import PrivateNetworks
from monitor.fetch.answers import Body, Contact, as_httpx
from monitor.fetch.direct import Direct
from monitor.fetch.environment import Proxies, Proxy
from monitor.fetch.pinning import Pinning
from monitor.fetch.proxied import Proxied, warn
from monitor.fetch.resolve import Resolver
from monitor.fetch.tls import certificate_ends

FRESH = "monitor.fresh"  # request extension: on a connection of its own, which nothing used before
CONTACT = "monitor.contact"  # request extension: a Contact, to be told how far the request got
CERTIFICATE_ENDS = "monitor.certificate-ends"  # response extension: when (UTC), None without a verified certificate


class Wire(httpx.AsyncBaseTransport):
    """Sends a request and brings the answer's head; its exceptions are httpx's, with the true cause behind them.

    Directly, names are resolved by *resolver*; unless private networks are allowed, one address of a name that is off
    the public internet refuses the whole name. Through a proxy no name is resolved here, and only address literals
    and `localhost` are looked at.
    """

    def __init__(
        self, *, resolver: Resolver, private_networks: PrivateNetworks, proxies: Proxies, trust: ssl.SSLContext
    ) -> None:
        self._private_networks = private_networks
        self._proxies = proxies
        self._trust = trust
        self._direct = Direct(Pinning(resolver, private_networks), trust)
        self._proxied: dict[Proxy, Proxied] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See `httpx.AsyncBaseTransport`.

        :raises httpx.TransportError: with NoSuchHost, PrivateAddress, ConnectFailed, … in its cause chain.
        """
        way = self._way(str(request.url))
        contact = request.extensions.get(CONTACT) or Contact()
        with as_httpx():
            answer = await way.ask(_core(request), contact, fresh=bool(request.extensions.get(FRESH)))
        response = answer.response
        ends = None
        if request.url.scheme == "https":  # else it would be the certificate of our own proxy
            ends = certificate_ends(response.extensions["network_stream"].get_extra_info("ssl_object"))
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=Body(answer),
            extensions={**response.extensions, CERTIFICATE_ENDS: ends},
        )

    async def aclose(self) -> None:
        """Closes every connection."""
        await self._direct.aclose()
        for way in self._proxied.values():
            await way.aclose()

    def _way(self, url: str) -> Direct | Proxied:
        proxy = self._proxies.route(url)
        if proxy is None:
            return self._direct
        if not self._proxied:
            warn()
        if proxy not in self._proxied:
            self._proxied[proxy] = Proxied(proxy, self._private_networks, self._trust)
        return self._proxied[proxy]


def _core(request: httpx.Request) -> httpcore.Request:
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
        extensions={"timeout": request.extensions.get("timeout", {})},
    )
