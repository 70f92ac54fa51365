"""HTTP/2 where a server offers it: httpcore's connection, made to fail honestly."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpcore
from h2.config import H2Configuration
from h2.errors import ErrorCodes
from h2.events import ConnectionTerminated, StreamReset
from h2.exceptions import H2Error

from monitor.fetch.mishaps import Aborted, HungUp, Incompatible, Unexpected

# What a server says where the same request over HTTP/1.1 may well be answered (RFC 9113 §7).
_ASK_OTHERWISE = frozenset({ErrorCodes.HTTP_1_1_REQUIRED, ErrorCodes.INADEQUATE_SECURITY, ErrorCodes.PROTOCOL_ERROR})

_RAISED = (httpcore.ProtocolError, httpcore.ConnectionNotAvailable, H2Error, ValueError)


class Connection(httpcore.AsyncHTTP2Connection):
    """As httpcore's, but an answer that breaks the rules is none: httpcore reads one without a status as 200."""

    CONFIG = H2Configuration(validate_inbound_headers=True)


@contextmanager
def asking() -> Iterator[None]:
    """What can go wrong before the head of an answer.

    :raises Aborted: the server gave the request up.
    :raises Incompatible: the same request over HTTP/1.1 may be answered.
    """
    try:
        yield
    except _RAISED as exc:
        code = _code(exc)
        if code is None or code in _ASK_OTHERWISE:
            raise Incompatible from exc
        raise Aborted(_named(code)) from exc


@contextmanager
def reading() -> Iterator[None]:
    """What can go wrong within a body.

    :raises Aborted: the server gave the answer up.
    :raises Unexpected: it breaks off, or breaks the rules.
    """
    try:
        yield
    except HungUp as exc:
        raise Unexpected("the answer breaks off") from exc
    except _RAISED as exc:
        code = _code(exc)
        if code is None:
            raise Unexpected("the answer breaks the rules of HTTP/2") from exc
        raise Aborted(_named(code)) from exc


def _code(exc: Exception) -> int | None:
    """What the server said on ending a stream or the connection; httpcore hands its frame on as the argument."""
    match exc:
        case httpcore.ConnectionNotAvailable():  # a GOAWAY that overtook the request: it was not looked at
            return ErrorCodes.REFUSED_STREAM
        case httpcore.RemoteProtocolError(args=[StreamReset() | ConnectionTerminated() as frame, *_]):
            return frame.error_code
    return None


def _named(code: int) -> str:
    return code.name if isinstance(code, ErrorCodes) else str(code)
