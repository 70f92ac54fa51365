"""What went wrong on the way → a reason and a sentence; told apart by the types in the cause chain, never by text."""

import errno
import ssl
from collections.abc import Iterator
from datetime import timedelta

import httpcore
import httpx

from monitor.core import urls
from monitor.core.look import Reason
from monitor.fetch import tls
from monitor.fetch.mishaps import (
    Aborted,
    BadAddress,
    ConnectFailed,
    HungUp,
    Incompatible,
    Leftover,
    NoAddress,
    NoSuchHost,
    PrivateAddress,
    ProxyDeclined,
    ProxyFailed,
    RedirectLoop,
    ResolutionFailed,
    TooLarge,
    Undecodable,
    Unexpected,
)

_LONGEST_DETAIL = 300  # characters
_OURS = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}  # this machine has run out of something
_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM}


def explain(exc: BaseException, url: str) -> tuple[Reason, str] | None:
    """Why asking *url* failed with *exc*, in words for a person; None where it is none of the web's failures.

    No route to a host is `refused`: nobody took the connection, and the words say where it ended. A name that exists
    without an address is `dns-failure`, for only NXDOMAIN says that a host is gone. A machine that has run out of
    sockets is `offline`: it is us.
    """
    chain = tuple(causes(exc))
    place = _place(chain, url)
    for cause in chain:
        if found := _explained(cause, place, url):
            reason, words = found
            return reason, clean(words)
    if isinstance(exc, httpx.TimeoutException):
        return Reason.TIMEOUT, f"no answer from {place} in time"
    if isinstance(exc, httpx.ProtocolError):
        return Reason.PROTOCOL, f"{place} answered with something that is not HTTP"
    if isinstance(exc, httpx.ConnectError):
        return Reason.REFUSED, f"no connection to {place}"
    if isinstance(exc, httpx.NetworkError):
        return Reason.RESET, f"the connection to {place} broke"
    return None


def causes(exc: BaseException) -> Iterator[BaseException]:
    """*exc* and what led to it, outermost first; a suppressed context counts, since httpcore suppresses it."""
    seen: set[int] = set()
    link: BaseException | None = exc
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__


def clean(text: str) -> str:
    """*text* bounded and without what a terminal would obey."""
    shown = "".join(char if char.isprintable() else " " for char in text[: 2 * _LONGEST_DETAIL])
    return shown if len(shown) <= _LONGEST_DETAIL else f"{shown[: _LONGEST_DETAIL - 1]}…"


def seconds(span: timedelta) -> str:
    """A span for a sentence: "60 s"."""
    return f"{span.total_seconds():g} s"


def host_shown(url: str) -> str:
    """The host of *url* for a sentence, its port only where it is not the scheme's own."""
    return urls.normal(url).partition("://")[2].partition("/")[0].partition("?")[0]


def _place(chain: tuple[BaseException, ...], url: str) -> str:
    for cause in chain:
        if isinstance(cause, ConnectFailed):
            return f"{cause.address.ip} port {cause.address.port}"
    return host_shown(url)


def _explained(cause: BaseException, place: str, url: str) -> tuple[Reason, str] | None:
    return _of_ours(cause, url) or _of_the_network(cause, place)


def _of_ours(cause: BaseException, url: str) -> tuple[Reason, str] | None:
    """The failures that have a type in this room."""
    match cause:
        case PrivateAddress():
            return Reason.PRIVATE_ADDRESS, f"{cause.host} leads to {cause.what}, which is not allowed"
        case NoSuchHost():
            return Reason.NO_SUCH_HOST, f"{cause.name}: {cause.why}"
        case NoAddress() | ResolutionFailed():
            return Reason.DNS_FAILURE, f"{cause.name}: {cause.why}"
        case ProxyFailed():
            return Reason.OFFLINE, "no connection to our own proxy"
        case ProxyDeclined():
            return _declined(cause.status, host_shown(url))
        case BadAddress() | Unexpected() | Undecodable():
            return Reason.PROTOCOL, str(cause)
        case RedirectLoop():
            return Reason.REDIRECT_LOOP, str(cause)
        case TooLarge():
            return Reason.TOO_LARGE, f"the page is larger than {cause.limit} bytes"
        case HungUp():
            return Reason.RESET, f"{host_shown(url)} closed the connection without an answer"
        case Leftover():
            return Reason.RESET, f"the connection to {host_shown(url)} was spoiled by an earlier answer"
        case Aborted():
            return Reason.RESET, f"{host_shown(url)} gave the request up ({cause})"
        case Incompatible():
            return Reason.PROTOCOL, f"{host_shown(url)} answered with something that is not HTTP/2"
    return None


def _of_the_network(cause: BaseException, place: str) -> tuple[Reason, str] | None:
    """The failures that have a type in the standard library or in httpcore."""
    match cause:
        case ssl.SSLEOFError() | ssl.SSLError(reason="UNEXPECTED_EOF_WHILE_READING"):
            return Reason.RESET, f"{place} closed the connection before it was secure"
        case ssl.SSLError():
            return Reason.TLS, tls.told(cause, place)
        case httpcore.ConnectTimeout() | TimeoutError():  # ETIMEDOUT, the kernel's own time-out, is a TimeoutError
            return Reason.TIMEOUT, f"no connection to {place} in time"
        case httpcore.ReadTimeout() | httpcore.WriteTimeout():
            return Reason.TIMEOUT, f"no answer from {place} in time"
        case ConnectionRefusedError():
            return Reason.REFUSED, f"connection refused by {place}"
        case ConnectionResetError() | ConnectionAbortedError() | BrokenPipeError():
            return Reason.RESET, f"the connection to {place} was reset"
        case OSError(errno=number) if number in _OURS:
            return Reason.OFFLINE, f"this machine cannot open another connection ({_words(cause)})"
        case OSError(errno=number) if number in _NO_WAY:
            return Reason.REFUSED, f"no way to {place} ({_words(cause)})"
    return None


def _words(error: OSError) -> str:
    return (error.strerror or "no reason given").lower()


def _declined(status: int, host: str) -> tuple[Reason, str]:
    """What a proxy's own answer says: 502 to 504 are about the host that it could not reach, the rest about us."""
    match status:
        case 407:
            return Reason.OFFLINE, "our own proxy wants a login (407)"
        case 502 | 503:
            return Reason.REFUSED, f"our own proxy could not reach {host} ({status})"
        case 504:
            return Reason.TIMEOUT, f"our own proxy had no answer from {host} in time (504)"
        case _:
            return Reason.OFFLINE, f"our own proxy declined ({status})"
