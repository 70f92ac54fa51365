"""What can go wrong on the way that has no exception type elsewhere; each type is one thing that can be told apart."""

from monitor.core.look import Reason
from monitor.fetch.addresses import Address


class Mishap(Exception):  # noqa: N818 -- a link that cannot be had is an answer here, not an error
    """Something that the web did; it never leaves this room."""


class BadAddress(Mishap):
    """An address that cannot be asked; the message says why, and nothing of the address that could be secret."""


class PrivateAddress(Mishap):
    """A host leads to an address that is not on the public internet, and that is not allowed."""

    def __init__(self, host: str, what: str) -> None:
        self.host = host
        self.what = what
        super().__init__(f"{host} leads to {what}")


class Unresolved(Mishap):
    """A name could not be turned into an address."""

    def __init__(self, name: str, why: str) -> None:
        self.name = name
        self.why = why
        super().__init__(f"{name}: {why}")


class NoSuchHost(Unresolved):
    """DNS says that there is no such name (NXDOMAIN)."""


class NoAddress(Unresolved):
    """The name exists, but has neither an A nor an AAAA record."""


class ResolutionFailed(Unresolved):
    """Nobody could say: the name servers failed, were silent, or there are none."""


class ConnectFailed(Mishap):
    """No connection to `address` came about, for the reason that is its context."""

    def __init__(self, address: Address, why: Exception) -> None:
        self.address = address
        self.__context__ = why  # httpcore's pool raises again "from None", which drops __cause__ only
        super().__init__(f"{address.ip} port {address.port}")


class HungUp(Mishap):
    """The other side closed the connection before the first byte of an answer."""


class Leftover(Mishap):
    """A kept connection held what belongs to no question: an earlier answer was longer than it said."""


class Aborted(Mishap):
    """The other side gave an HTTP/2 request up; the message is its error code (RFC 9113 §7)."""


class Incompatible(Mishap):
    """The other side offers HTTP/2 but does not speak it, or not for this request."""


class ProxyFailed(Mishap):
    """There was no connection to our own proxy."""


class ProxyDeclined(Mishap):
    """Our own proxy answered for itself, with `status`."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(str(status))


class Unasked(Mishap):
    """Manners forbade the request; `retry_after` is the header of that name, where that is why."""

    def __init__(self, reason: Reason, why: str, retry_after: str | None = None) -> None:
        self.reason = reason
        self.why = why
        self.retry_after = retry_after
        super().__init__(why)


class RedirectLoop(Mishap):
    """A chain of redirects that has no end; the message says how it was noticed."""


class Unexpected(Mishap):
    """An answer that HTTP does not allow here; the message says which."""


class TooLarge(Mishap):
    """More came out than was allowed; `limit` is in bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"more than {limit} bytes")


class Undecodable(Mishap):
    """The body is not what its Content-Encoding says; the message says how."""
