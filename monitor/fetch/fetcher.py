"""One visit to one link: hop by hop, under one deadline and one size cap, to a Reply, a NotModified or a Failure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import assert_never

import httpx

from monitor.core import urls
from monitor.core.listing import Settings
from monitor.core.look import Failure, Hop, NotModified, Probe, Reason, Reply, Validators
from monitor.core.traces import masked
from monitor.fetch.addresses import PrivateNetworks
from monitor.fetch.answers import Contact
from monitor.fetch.deadline import EXTENSION, Deadline
from monitor.fetch.decode import ACCEPTED, Decoder
from monitor.fetch.environment import Proxies, trust
from monitor.fetch.failures import clean, explain, host_shown, seconds
from monitor.fetch.locations import REDIRECTS, askable, redirected, without_login
from monitor.fetch.mishaps import Mishap, RedirectLoop, TooLarge, Unasked, Undecodable, Unexpected
from monitor.fetch.resolve import Resolver
from monitor.fetch.robots import Robots
from monitor.fetch.transport import Monotonic, Retry, Sleep, Throttle
from monitor.fetch.wire import CERTIFICATE_ENDS, CONTACT, FRESH, Wire

_ERROR_PAGE_BYTES = 512_000  # an error page is judged by its beginning

_LONGEST_COOKIE = 4096  # characters of name and value, RFC 6265 §6.1

_LOCATION = "monitor.location"  # response extension: the Location header as it was received


@dataclass(slots=True)
class _Trip:
    """A visit under way: where it is, what it has seen, and the cookies that it was given, which end with it."""

    requested: str
    fresh: bool
    deadline: Deadline
    at: str
    hops: list[Hop] = field(default_factory=list)
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    contact: Contact = field(default_factory=Contact)  # with the host of `at`
    answering: bool = False  # whether `at` has begun to answer
    begun: Reply | None = None  # an error page whose body is still coming: its status is the news
    body: bytearray = field(default_factory=bytearray)
    seen: set[object] = field(default_factory=set)

    @property
    def noted(self) -> str:
        """Where it stands, as it may be kept and shown: without secrets, but for what the link itself has written."""
        return self.at if _query(self.at) == _query(self.requested) else masked(self.at)

    def arrive(self) -> None:
        """Notes where the trip stands; the same address with the same cookies again is a circle."""
        jar = frozenset((cookie.domain, cookie.path, cookie.name, cookie.value) for cookie in self.cookies.jar)
        state = (urls.normal(self.at), jar)
        if state in self.seen:
            raise RedirectLoop("the redirects lead in a circle")
        self.seen.add(state)
        self.contact, self.answering = Contact(), False


class Fetcher:
    """Asks links politely; an async context manager, whose end closes every connection.

    Nothing that the web does raises here; what raises is a bug. *environ* is asked for proxies and certificates,
    *sleep* and *monotonic* (seconds) serve gaps and spans.

    :raises OperatorError: (on construction) the environment names a proxy or certificates that cannot be used.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        resolver: Resolver,
        private_networks: PrivateNetworks,
        environ: Mapping[str, str],
        user_agent: str,
        sleep: Sleep,
        monotonic: Monotonic,
    ) -> None:
        self._settings = settings
        self._monotonic = monotonic
        self._resolver = resolver
        self._proxies = Proxies.from_environ(environ)
        wire = Wire(
            resolver=resolver,
            private_networks=private_networks,
            proxies=self._proxies,
            trust=trust(environ),
        )
        user_agent = "".join(char if " " <= char <= "~" else "?" for char in user_agent)
        polite = Retry(Throttle(wire, settings.host_delay, sleep, monotonic), settings.retries, sleep)
        self._client = httpx.AsyncClient(
            transport=Robots(polite, user_agent, settings.total_timeout / 2, monotonic),
            headers={
                "User-Agent": user_agent,
                "Accept": "text/html,application/xhtml+xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5",
                "Accept-Language": "en",
                "Accept-Encoding": ACCEPTED,
            },
            # the deadline bounds everything; only a connection must come about sooner
            timeout=httpx.Timeout(None, connect=settings.connect_timeout.total_seconds()),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),  # the client's own jar takes none
            follow_redirects=False,
            event_hooks={"response": [_set_location_aside]},
            trust_env=False,
        )

    async def __aenter__(self) -> "Fetcher":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def probe(self, url: str, validators: Validators | None) -> Probe:
        """A GET of *url*, conditional wherever on the way the URL of *validators* is asked."""
        return await self._visit(url, validators, fresh=False)

    async def confirm(self, url: str) -> Probe:
        """A full GET on connections that nothing used before: a second opinion on bad news."""
        return await self._visit(url, None, fresh=True)

    async def name_servers(self, name: str) -> frozenset[str] | None:
        """The name servers of a registrable domain; None where nobody could say, or a proxy resolves names for us."""
        if self._proxies.route(f"http://{name}/") is not None:
            return None
        return await self._resolver.name_servers(name)

    async def _visit(self, url: str, validators: Validators | None, *, fresh: bool) -> Probe:
        started = self._monotonic()
        deadline = Deadline(self._settings.total_timeout.total_seconds())
        trip = _Trip(url, fresh, deadline, at=without_login(url))
        try:
            async with deadline:
                outcome = await self._travel(trip, validators)
        except TimeoutError:
            outcome = replace(trip.begun, body=bytes(trip.body)) if trip.begun else self._late(trip)
        except Unasked as exc:
            outcome = replace(_failed(trip, exc.reason, exc.why), retry_after=exc.retry_after)
        except (httpx.TransportError, Mishap) as exc:
            explained = explain(exc, trip.at)
            if explained is None:
                raise
            outcome = _failed(trip, *explained)
        return _timed(outcome, timedelta(seconds=self._monotonic() - started))

    async def _travel(self, trip: _Trip, validators: Validators | None) -> Probe:
        while True:
            trip.arrive()
            request = self._request(trip, validators)
            response = await self._client.send(request, stream=True)
            try:
                outcome = await self._answer(trip, request, response)
            finally:
                await response.aclose()
            if not isinstance(outcome, str):
                return outcome
            trip.at = outcome

    def _request(self, trip: _Trip, validators: Validators | None) -> httpx.Request:
        url = askable(trip.at)
        request = self._client.build_request(
            "GET",
            url,
            headers={"Host": url.netloc.decode("ascii")},  # else httpx decodes names, and fails on some
            extensions={EXTENSION: trip.deadline, FRESH: trip.fresh, CONTACT: trip.contact},
        )
        request.headers.encoding = "utf-8"  # a cookie comes from a stranger and need not be ASCII
        trip.cookies.set_cookie_header(request)
        # last, since httpx reads the other headers to add cookies, and these may be in no encoding
        request.headers = httpx.Headers([*request.headers.raw, *_conditions(trip, validators)])
        return request

    async def _answer(self, trip: _Trip, request: httpx.Request, response: httpx.Response) -> Probe | str:
        """What an answer means for the trip: its end, or the address to ask next."""
        status = response.status_code
        ends = response.extensions.get(CERTIFICATE_ENDS)
        trip.hops.append(Hop(trip.noted, status))
        trip.answering = True
        _take_cookies(trip, response)
        if status == 304 and ("if-none-match" in request.headers or "if-modified-since" in request.headers):
            return NotModified(trip.requested, trip.noted, tuple(trip.hops), _headers(response), certificate_ends=ends)
        if status < 200 or (300 <= status < 400 and status not in REDIRECTS):
            raise Unexpected(f"an answer that was not asked for: status {status}")
        if status == 206 and not _is_whole(response.headers.get("content-range", "")):
            raise Unexpected("only a part of the page, which was not asked for")
        if status in REDIRECTS:
            return self._redirect(trip, response)
        reply = Reply(
            trip.requested, trip.noted, tuple(trip.hops), status, _headers(response), b"", certificate_ends=ends
        )
        trip.begun = reply if status >= 400 else None
        await self._read(trip, response)
        return replace(reply, body=bytes(trip.body))

    def _redirect(self, trip: _Trip, response: httpx.Response) -> str:
        target = redirected(str(response.request.url), response.extensions.get(_LOCATION, b""))
        if len(trip.hops) > self._settings.max_redirects:
            raise RedirectLoop(f"more than {self._settings.max_redirects} redirects")
        return target

    async def _read(self, trip: _Trip, response: httpx.Response) -> None:
        """Decodes the body into the trip; of an error page as much of its beginning as can be had."""
        limit = min(_ERROR_PAGE_BYTES, self._settings.max_body) if trip.begun else self._settings.max_body
        assert isinstance(response.stream, httpx.AsyncByteStream)
        try:
            decoder = Decoder(response.headers.get_list("content-encoding"), limit)
            async for part in response.stream:
                for piece in decoder.feed(part):
                    trip.body += piece
            decoder.end()
        except (TooLarge, Undecodable, httpx.TransportError):
            if trip.begun is None:
                raise

    def _late(self, trip: _Trip) -> Failure:
        span = seconds(self._settings.total_timeout)
        if trip.answering:
            words = f"{host_shown(trip.at)} was still answering after {span}"
        else:
            words = f"no answer from {host_shown(trip.at)} within {span}"
        return _failed(trip, Reason.TIMEOUT, words)


def _query(url: str) -> str:
    return url.partition("#")[0].partition("?")[2]


def _conditions(trip: _Trip, validators: Validators | None) -> list[tuple[bytes, bytes]]:
    """What makes the next request conditional; as bytes, since a validator goes back exactly as it came."""
    if validators is None or urls.normal(validators.url) != urls.normal(trip.noted):
        return []
    pairs = ((b"If-None-Match", validators.etag), (b"If-Modified-Since", validators.last_modified))
    return [(name, value.encode("latin-1", "ignore")) for name, value in pairs if value]


def _take_cookies(trip: _Trip, response: httpx.Response) -> None:
    """As browsers do, without those that no server would take back."""
    trip.cookies.extract_cookies(response)
    for cookie in tuple(trip.cookies.jar):
        if len(cookie.name) + len(cookie.value or "") > _LONGEST_COOKIE:
            trip.cookies.jar.clear(cookie.domain, cookie.path, cookie.name)


def _is_whole(content_range: str) -> bool:
    """Whether a Content-Range (RFC 9110 §14.4) holds everything from first to last."""
    found = re.fullmatch(r"bytes 0-(\d{1,18})/(\d{1,18})", content_range.strip(), re.ASCII)
    return found is not None and int(found[1]) + 1 == int(found[2])


def _failed(trip: _Trip, reason: Reason, detail: str) -> Failure:
    reached = trip.answering or trip.contact.stood
    return Failure(trip.requested, trip.noted, tuple(trip.hops), reason, clean(detail), reached=reached)


async def _set_location_aside(response: httpx.Response) -> None:
    """httpx reads a Location even where it is not to follow it, and fails on those that it cannot read."""
    if response.status_code in REDIRECTS and "location" in response.headers:
        raw = next(value for name, value in response.headers.raw if name.lower() == b"location")
        response.extensions[_LOCATION] = raw
        del response.headers["location"]


def _timed(outcome: Probe, elapsed: timedelta) -> Probe:
    match outcome:
        case Reply():
            return replace(outcome, elapsed=elapsed)
        case NotModified():
            return replace(outcome, elapsed=elapsed)
        case Failure():
            return replace(outcome, elapsed=elapsed)
        case _:
            assert_never(outcome)


def _headers(response: httpx.Response) -> tuple[tuple[str, str], ...]:
    """In order, names in lower case, values as Latin-1 (RFC 9110 §5.5) without control characters."""
    return tuple(
        (name.decode("latin-1").lower(), "".join(c for c in value.decode("latin-1") if c.isprintable()).strip())
        for name, value in response.headers.raw
    )
