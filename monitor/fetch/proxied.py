"""Through a proxy of our own: httpcore's way there, and whose fault it is when it fails."""

import logging
import ssl
from contextlib import nullcontext
from typing import Any

import httpcore

from monitor.fetch.addresses import PrivateNetworks, is_localhost, why_private
from monitor.fetch.answers import Answer, Contact
from monitor.fetch.environment import Proxy
from monitor.fetch.mishaps import PrivateAddress, ProxyDeclined, ProxyFailed
from monitor.fetch.pinning import Plain, spelled_out

_KEPT_SECONDS = 5.0
_MOST_KEPT = 20


class Proxied:
    """Requests that *proxy* makes for us. No name is resolved here; address literals and `localhost` are looked at."""

    def __init__(self, proxy: Proxy, private_networks: PrivateNetworks, trust: ssl.SSLContext) -> None:
        self._proxy = proxy
        self._private_networks = private_networks
        self._trust = trust
        self._pool = self._new_pool()

    async def ask(self, request: httpcore.Request, contact: Contact, *, fresh: bool) -> Answer:
        """The head of the answer to *request*; a *fresh* one comes over a connection that nothing used before."""
        if self._private_networks is PrivateNetworks.REFUSED:
            _refuse_spelled_out(request.url.host.decode("ascii"))
        pool = self._new_pool() if fresh else self._pool

        async def release(_end: bytes | None) -> None:
            if fresh:
                await pool.aclose()

        try:
            response = await self._through(pool, request, _Witness(contact))
        except BaseException:
            await release(None)
            raise
        return Answer(response, nullcontext, release)

    async def aclose(self) -> None:
        """Closes every connection to the proxy."""
        await self._pool.aclose()

    async def _through(
        self, pool: httpcore.AsyncConnectionPool, request: httpcore.Request, witness: "_Witness"
    ) -> httpcore.Response:
        request.extensions["trace"] = witness
        try:
            response = await pool.handle_async_request(request)
        except httpcore.ProxyError as exc:
            raise ProxyDeclined(witness.status) from exc
        except (httpcore.NetworkError, httpcore.TimeoutException, OSError) as exc:
            if witness.unconnected:
                raise ProxyFailed(self._proxy.url) from exc
            raise
        if response.status == 407:
            await response.aclose()
            raise ProxyDeclined(response.status)
        return response

    def _new_pool(self) -> httpcore.AsyncConnectionPool:
        return httpcore.AsyncConnectionPool(
            ssl_context=self._trust,
            proxy=httpcore.Proxy(
                self._proxy.url,
                self._proxy.login,
                ssl_context=self._trust if self._proxy.url.startswith("https:") else None,
            ),
            max_connections=None,  # to queue here would cost a visit its time
            max_keepalive_connections=_MOST_KEPT,
            keepalive_expiry=_KEPT_SECONDS,
            retries=0,  # Retry decides that, and the throttle stands between
            network_backend=Plain(),
        )


def warn() -> None:
    """Says what a proxy takes out of our hands."""
    logging.getLogger("monitor").warning(
        "requests go through a proxy: names are resolved there, "
        "and keeping them off private networks is the proxy's duty"
    )


def _refuse_spelled_out(host: str) -> None:
    """What can be told of a host without asking DNS."""
    address = spelled_out(host)
    what = why_private(address) if address is not None else None
    if is_localhost(host):
        what = "this machine"
    if what is not None:
        raise PrivateAddress(host, what)


class _Witness:
    """Listens to httpcore's trace for what its exceptions do not say: how far a request got, and with whom."""

    def __init__(self, contact: Contact) -> None:
        self._contact = contact
        self.unconnected = False
        self.status = 0

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        match event:
            case "connection.connect_tcp.failed" | "connection.start_tls.failed":
                self.unconnected = True
            case "proxy.start_tls.started":  # the proxy has made the connection
                self._contact.stood = True
            case "http11.receive_response_headers.complete":
                self.status = info["return_value"][1]
