"""Manners, as wrappers around the wire: robots(retry(throttle(wire))).

A second try waits for its turn like a first, and so does a request for a robots.txt. What guards our own network is
not a wrapper but the wire's way of connecting (`pinning`): an address is looked at where it is used.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import httpx

from monitor.core import urls
from monitor.core.look import Reason
from monitor.core.waits import SAY_WHEN, WAITED_OUT
from monitor.fetch.deadline import paused
from monitor.fetch.failures import explain

Sleep = Callable[[float], Awaitable[object]]
Monotonic = Callable[[], float]

GAP = "monitor.gap"  # request extension: the gap (seconds) that the host asks for after this request

_FIRST_BACKOFF_SECONDS = 0.5  # doubles with every try
_TRANSIENT_REASONS = frozenset({Reason.TIMEOUT, Reason.REFUSED, Reason.RESET})
_TRANSIENT_STATUSES = frozenset({502, 503, 504})


def _asked_gap(response: httpx.Response) -> float:
    """The seconds that a refusing answer asks for, where they can be waited out; longer waits are the flow's."""
    said = response.headers.get("retry-after", "").strip() if response.status_code in SAY_WHEN else ""
    seconds = float(said) if said.isascii() and said.isdigit() and len(said) < 4 else 0.0
    return seconds if seconds <= WAITED_OUT.total_seconds() else 0.0


@dataclass(slots=True)
class _Turn:
    """Whose turn it is at a host: `free_at` by the monotonic clock, `claimants` hold or await the lock."""

    free_at: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    claimants: int = 0


class Throttle(httpx.AsyncBaseTransport):
    """One request at a time per host, and *gap* between the end of one, its body included, and the start of the next.

    A request may carry a longer gap (`GAP`), even one that became known only while its answer was read; a refusing
    answer may ask for one, too, if it is short (Retry-After in seconds, RFC 9110 §10.2.3). A response must be closed:
    its host waits until then. Only hosts that are in use or still resting are remembered.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, gap: timedelta, sleep: Sleep, monotonic: Monotonic) -> None:
        self._inner = inner
        self._gap_seconds = gap.total_seconds()
        self._sleep = sleep
        self._monotonic = monotonic
        self._busy: dict[str, _Turn] = {}
        self._resting: OrderedDict[str, float] = OrderedDict()  # host → free at; in the order of their requests' ends

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See `httpx.AsyncBaseTransport`; the deadline of the request stands still while it waits for its turn."""
        host = urls.host(str(request.url))
        turn = self._claim(host)
        try:
            with paused(request):
                await turn.lock.acquire()
        except BaseException:
            self._unclaim(host, turn)
            raise
        try:
            with paused(request):
                await self._rest(turn)
            response = await self._inner.handle_async_request(request)
        except BaseException:
            self._end(host, turn, request)
            raise
        assert isinstance(response.stream, httpx.AsyncByteStream)
        request.extensions[GAP] = max(request.extensions.get(GAP, 0.0), _asked_gap(response))
        response.stream = _Held(response.stream, lambda: self._end(host, turn, request))
        return response

    async def aclose(self) -> None:
        """Closes what is inside."""
        await self._inner.aclose()

    @property
    def remembered(self) -> int:
        """How many hosts are remembered."""
        return len(self._busy) + len(self._resting)

    def _claim(self, host: str) -> _Turn:
        now = self._monotonic()
        free_at = self._resting.pop(host, now)
        while self._resting and next(iter(self._resting.values())) <= now:
            self._resting.popitem(last=False)
        turn = self._busy.setdefault(host, _Turn(free_at))
        turn.claimants += 1
        return turn

    def _unclaim(self, host: str, turn: _Turn) -> None:
        turn.claimants -= 1
        if not turn.claimants:
            del self._busy[host]
            if turn.free_at > self._monotonic():
                self._resting[host] = turn.free_at

    async def _rest(self, turn: _Turn) -> None:
        wait = turn.free_at - self._monotonic()
        if wait > 0:
            await self._sleep(wait)

    def _end(self, host: str, turn: _Turn, request: httpx.Request) -> None:
        turn.free_at = self._monotonic() + max(self._gap_seconds, request.extensions.get(GAP, 0.0))
        turn.lock.release()
        self._unclaim(host, turn)


class _Held(httpx.AsyncByteStream):
    """A body whose end lets the next request to the host go."""

    def __init__(self, inner: httpx.AsyncByteStream, release: Callable[[], None]) -> None:
        self._inner = inner
        self._release: Callable[[], None] | None = release

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        release, self._release = self._release, None
        try:
            await self._inner.aclose()
        finally:
            if release is not None:
                release()


class Retry(httpx.AsyncBaseTransport):
    """A few quick further tries of what may pass by itself, before any answer or for a gateway's 502, 503 and 504.

    A server that says when to come back (Retry-After) is not asked again now. There is no deadline in here: whoever
    cancels the request ends the tries.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, attempts: int, sleep: Sleep) -> None:
        self._inner = inner
        self._attempts = attempts
        self._sleep = sleep

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See `httpx.AsyncBaseTransport`; `attempts` are those after the first."""
        for attempt in range(self._attempts):
            outcome = await self._try(request)
            if not _transient(outcome, str(request.url)):
                return _given(outcome)
            if isinstance(outcome, httpx.Response):
                await outcome.aclose()
            await self._sleep(_FIRST_BACKOFF_SECONDS * 2**attempt)
        return _given(await self._try(request))

    async def aclose(self) -> None:
        """Closes what is inside."""
        await self._inner.aclose()

    async def _try(self, request: httpx.Request) -> httpx.Response | httpx.TransportError:
        """The exception comes back as a value, so that a later one does not drag this one along as its context."""
        try:
            return await self._inner.handle_async_request(request)
        except httpx.TransportError as exc:
            return exc


def _transient(outcome: httpx.Response | httpx.TransportError, url: str) -> bool:
    if isinstance(outcome, httpx.Response):
        return outcome.status_code in _TRANSIENT_STATUSES and "retry-after" not in outcome.headers
    explained = explain(outcome, url)
    return explained is not None and explained[0] in _TRANSIENT_REASONS


def _given(outcome: httpx.Response | httpx.TransportError) -> httpx.Response:
    if isinstance(outcome, httpx.TransportError):
        raise outcome
    return outcome
