"""robots.txt per origin (RFC 9309): asked before anything else of the origin is, and obeyed at every hop."""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import assert_never

import httpx

from monitor.core.look import Reason
from monitor.core.robots import MOST_READ_BYTES, MOST_REDIRECTS, Postponed, Rules, concluded
from monitor.fetch.answers import Contact
from monitor.fetch.deadline import EXTENSION, Deadline, paused, travelling
from monitor.fetch.decode import ACCEPTED, Decoder
from monitor.fetch.failures import explain, host_shown, seconds
from monitor.fetch.locations import REDIRECTS, askable, redirected
from monitor.fetch.mishaps import BadAddress, Mishap, TooLarge, Unasked, Undecodable
from monitor.fetch.transport import GAP, Monotonic
from monitor.fetch.wire import CONTACT

PATH = "/robots.txt"

_KEPT_SECONDS = 24 * 3600.0  # RFC 9309 §2.4: no copy older than a day is used
_MOST_KEPT_BYTES = 16_000_000  # of all origins together: thousands of them, unless somebody is out to fill it
_ENTRY_BYTES = 500  # of one origin, without its text


@dataclass(slots=True)
class _Origin:
    """What is known of one origin's robots.txt, `at` by the monotonic clock; the lock is whose turn it is to ask."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    answer: Rules | Postponed | None = None
    at: float = 0.0
    size: int = 0  # in bytes, roughly; 0 for one that is not kept

    def learn(self, answer: Rules | Postponed, at: float) -> None:
        """Takes the answer in."""
        self.answer, self.at = answer, at
        self.size = _ENTRY_BYTES + (len(answer.text) if isinstance(answer, Rules) else 0)


class Robots(httpx.AsyncBaseTransport):
    """Lets through what the robots.txt of a request's origin allows; everything else ends as Unasked.

    The file is asked for once, through *inner* like everything else, and has a *share* of the visit's time. An origin
    that cannot be reached for it is not asked again: what failed there is what failed for every one of its pages.
    The visitor is known by its product token, the beginning of *user_agent*.
    """

    def __init__(
        self, inner: httpx.AsyncBaseTransport, user_agent: str, share: timedelta, monotonic: Monotonic
    ) -> None:
        self._inner = inner
        self._user_agent = user_agent
        self._visitor = product_token(user_agent)
        self._share = share
        self._monotonic = monotonic
        self._origins: OrderedDict[str, _Origin] = OrderedDict()  # the first was needed longest ago
        self._size = 0  # of all of them

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See `httpx.AsyncBaseTransport`.

        :raises Unasked: the rules forbid it, or there are none to be had for now.
        """
        if request.url.path == PATH:  # RFC 9309 §2.2.2: it is always allowed
            return await self._inner.handle_async_request(request)
        match answer := await self._answer(request):
            case Rules():
                if not answer.allow(str(request.url), self._visitor):
                    _tell(request, reached=True)
                    place = host_shown(str(request.url))
                    raise Unasked(Reason.ROBOTS, f"the robots.txt of {place} asks {self._visitor} not to visit it")
                request.extensions[GAP] = answer.gap(self._visitor).total_seconds()
                return await self._inner.handle_async_request(request)
            case Postponed():
                _tell(request, reached=answer.reached)
                raise Unasked(answer.reason, answer.words, answer.retry_after)
            case _:
                assert_never(answer)

    async def aclose(self) -> None:
        """Closes what is inside."""
        await self._inner.aclose()

    async def _answer(self, request: httpx.Request) -> Rules | Postponed:
        """What is known; where nothing is, the first to come asks, and the others wait for what it hears."""
        key = _origin(request.url)
        origin = self._origins.setdefault(key, _Origin())
        self._origins.move_to_end(key)
        with paused(request):
            await origin.lock.acquire()
        try:
            if origin.answer is not None and self._monotonic() - origin.at < _KEPT_SECONDS:
                return origin.answer
            answer = await self._ask(key, request)
            if not isinstance(answer, Postponed) or answer.reason is not Reason.OFFLINE:  # that was us
                self._keep(key, origin, answer)
            return answer
        finally:
            origin.lock.release()

    def _keep(self, key: str, origin: _Origin, answer: Rules | Postponed) -> None:
        """Keeps the answer, and forgets those that were needed longest ago where that takes too much room."""
        known = self._origins.get(key)
        if known is not None:  # not this very one where it was forgotten meanwhile, and somebody else has asked anew
            self._size -= known.size
        origin.learn(answer, self._monotonic())
        self._size += origin.size
        self._origins[key] = origin  # it may have been forgotten while it was asked
        while self._size > _MOST_KEPT_BYTES and len(self._origins) > 1:
            _, oldest = self._origins.popitem(last=False)
            self._size -= oldest.size
            oldest.size = 0

    async def _ask(self, origin: str, request: httpx.Request) -> Rules | Postponed:
        way = [f"{origin}{PATH}"]
        contact = Contact()
        deadline = Deadline(self._share.total_seconds(), within=travelling(request))
        extensions = {EXTENSION: deadline, CONTACT: contact, "timeout": request.extensions.get("timeout", {})}
        try:
            async with deadline:
                return await self._follow(way, extensions)
        except TimeoutError:
            words = f"no answer from {host_shown(way[-1])} within {seconds(self._share)} (asked for its robots.txt)"
            reason = Reason.TIMEOUT
        except (httpx.TransportError, Mishap) as exc:
            explained = explain(exc, way[-1])
            if explained is None:
                raise
            reason, words = explained
        if len(way) > 1:  # another host failed: of this one we only know that it has no rules to show
            reached, reason = True, Reason.ROBOTS
            words = f"the robots.txt of {host_shown(way[0])} is kept elsewhere and cannot be had: {words}"
        else:
            reached = contact.stood
        return Postponed(reason, words, reached)

    async def _follow(self, way: list[str], extensions: dict[str, object]) -> Rules | Postponed:
        """The rules at the end of *way*, which grows by every redirect."""
        while len(way) <= 1 + MOST_REDIRECTS:
            url = askable(way[-1])
            request = httpx.Request(
                "GET",
                url,
                headers={
                    "Host": url.netloc.decode("ascii"),
                    "User-Agent": self._user_agent,
                    "Accept": "text/plain,*/*;q=0.5",
                    "Accept-Encoding": ACCEPTED,
                    "Connection": "keep-alive",
                },
                extensions=dict(extensions),
            )
            response = await self._inner.handle_async_request(request)
            try:
                if response.status_code in REDIRECTS:
                    target = _target(request, response)
                    if target is None:
                        return Rules()
                    way.append(target)
                    continue
                retry_after = response.headers.get("retry-after") if len(way) == 1 else None  # another host's wish
                body = await _body(response)
                answer = concluded(response.status_code, body, host_shown(way[0]), retry_after)
                if isinstance(answer, Rules):  # before the answer is closed: its own host's gap begins there
                    request.extensions[GAP] = answer.gap(self._visitor).total_seconds()
            finally:
                await response.aclose()
            return answer
        return Rules()


def product_token(user_agent: str) -> str:
    """The name by which a robots.txt addresses a visitor (RFC 9309 §2.2.1): "listings-monitor"."""
    found = re.match(r"[A-Za-z_-]+", user_agent)
    return found.group() if found else "*"


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _tell(request: httpx.Request, *, reached: bool) -> None:
    contact = request.extensions.get(CONTACT)
    if isinstance(contact, Contact):
        contact.stood = contact.stood or reached


def _target(request: httpx.Request, response: httpx.Response) -> str | None:
    """Where a redirect leads, None where it leads nowhere: there is no such file."""
    location = next((value for name, value in response.headers.raw if name.lower() == b"location"), b"")
    try:
        return redirected(str(request.url), location)
    except BadAddress:
        return None


async def _body(response: httpx.Response) -> bytes:
    """As much of the file as counts, decoded; what is damaged ends where the damage begins."""
    body = bytearray()
    assert isinstance(response.stream, httpx.AsyncByteStream)
    codings: Sequence[str] = response.headers.get_list("content-encoding")
    try:
        decoder = Decoder(codings, MOST_READ_BYTES + 1)  # one more tells that it was cut
        async for part in response.stream:
            for piece in decoder.feed(part):
                body += piece
    except (TooLarge, Undecodable):
        pass
    return bytes(body)
