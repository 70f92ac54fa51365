"""Connections to addresses that were looked at first, and to no others."""

import asyncio
import ssl
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore

from monitor.fetch.addresses import Address, InvalidHostError, IPAddress, PrivateNetworks, literal, why_private
from monitor.fetch.failures import causes
from monitor.fetch.mishaps import BadAddress, ConnectFailed, HungUp, NoAddress, PrivateAddress
from monitor.fetch.resolve import Resolver

LAST_BYTES = 16  # of what came, by which the end of a body is known again
_MOST_ADDRESSES = 6  # of one name that are tried


class Plain(httpcore.AsyncNetworkBackend):
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
    ) -> "Stream":
        """As httpcore's own, with a stream that says more."""
        return Stream(await self._inner.connect_tcp(host, port, timeout, local_address, socket_options))


class Pinning(Plain):
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
    ) -> "Stream":
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
        spelled = spelled_out(host)
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


class Stream(httpcore.AsyncNetworkStream):
    """A connection that says when the other side hung up without a word, and that closes when TLS is cut short.

    `answering`: something has come since we last sent anything. `last`: the last bytes that came. `over`: the other
    side will send no more.
    """

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self.answering = False
        self.last = b""
        self.over = False

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """See `httpcore.AsyncNetworkStream`.

        :raises HungUp: it ended, and nothing has come since we last sent anything.
        """
        data = await self._inner.read(max_bytes, timeout)
        if not data and not self.answering:
            raise HungUp("no answer")
        self.answering = True
        self.over = not data
        self.last = (self.last + data[-LAST_BYTES:])[-LAST_BYTES:]
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """See `httpcore.AsyncNetworkStream`."""
        self.answering = False
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """See `httpcore.AsyncNetworkStream`."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> "Stream":
        """See `httpcore.AsyncNetworkStream`."""
        try:
            return Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout))
        except BaseException:
            await self._inner.aclose()  # a cancelled handshake is nobody's connection yet
            raise

    def get_extra_info(self, info: str) -> Any:
        """See `httpcore.AsyncNetworkStream`."""
        return self._inner.get_extra_info(info)


def spelled_out(host: str) -> IPAddress | None:
    """The address that *host* is, None when it is a name.

    :raises BadAddress: a number that is no address.
    """
    try:
        return literal(host)
    except InvalidHostError as exc:
        raise BadAddress(str(exc)) from exc
