"""Addresses as pages and catalogues write them → addresses that can be asked."""

import re
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

import httpx

from monitor.core import urls
from monitor.fetch.addresses import InterfaceAddressError, InvalidHostError, checked_host
from monitor.fetch.mishaps import BadAddress, PrivateAddress

_LONGEST = 8192  # characters; what servers accept ends earlier
REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})  # RFC 9110 §15.4: 304 is none, 305 and 306 are no more
_SCHEMES = frozenset({"http", "https"})
_EDGES = "".join(map(chr, range(0x21)))  # what the WHATWG URL standard strips: C0 controls and space


def askable(url: str) -> httpx.URL:
    """*url* as it goes over the wire: http or https, host checked and in ASCII, without userinfo and fragment.

    :raises BadAddress: there is no such address on the web.
    :raises PrivateAddress: it means something on one machine only.
    """
    parts = _split(_tidied(url))
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES:
        raise BadAddress(f"{_scheme_shown(scheme)} is not an address of the web")
    try:
        port = parts.port
        host = checked_host(_name(parts))
    except InterfaceAddressError as exc:
        raise PrivateAddress(parts.hostname or "", str(exc)) from None
    except InvalidHostError as exc:
        raise BadAddress(str(exc)) from None
    except ValueError:
        raise BadAddress("the port is not a number that a port can have") from None
    if port == 0:
        raise BadAddress("the port is not a number that a port can have")
    authority = host if port is None else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    try:
        return httpx.URL(f"{scheme}://{authority}{parts.path or '/'}{query}")
    except (httpx.InvalidURL, UnicodeError):
        raise BadAddress("the address is malformed") from None


def redirected(base: str, location: bytes) -> str:
    """Where a redirect leads: *location*, the header as received, against *base*, the address that sent it.

    :raises BadAddress: nowhere on the web.
    """
    text = _tidied(_decoded(location))
    if not text:
        raise BadAddress("a redirect that does not say where to")
    try:
        joined = urljoin(base, text)
    except ValueError:
        raise BadAddress("a redirect to a malformed address") from None
    try:
        return str(askable(joined))
    except PrivateAddress:
        return joined  # it leads somewhere; that we do not go there is said of that place
    except BadAddress as exc:
        raise BadAddress(f"a redirect to nowhere on the web: {exc}") from None


def without_login(url: str) -> str:
    """*url* as written, but for a user name and password in it."""
    scheme, slashes, rest = url.partition("//")
    authority = re.split(r"[/\\?#]", rest, maxsplit=1)[0]  # a backslash ends it too, for browsers and for `askable`
    _, login, place = authority.rpartition("@")
    return f"{scheme}{slashes}{place}{rest[len(authority) :]}" if login and not re.search(r"[?#]", scheme) else url


def _name(parts: SplitResult) -> str:
    """The host's name, percent-decoded where it is one, as browsers read it (WHATWG URL standard, host parser)."""
    name = urls.name(parts.geturl())
    if "%" not in name or ":" in name:
        return name
    decoded = unquote(name)
    return name if re.search(r"[/?#@:\\\[\]%]", decoded) else urls.name(f"http://{decoded}")


def _split(url: str) -> SplitResult:
    if len(url) > _LONGEST:
        raise BadAddress("the address is too long")
    try:
        return urlsplit(url)
    except ValueError:
        raise BadAddress("the address is malformed") from None


def _tidied(url: str) -> str:
    """As the WHATWG URL standard reads it: line breaks and tabs are not there, a backslash before the query is /."""
    text = re.sub(r"[\t\r\n]", "", url.strip(_EDGES))
    place, mark, rest = text, "", ""
    if found := re.search(r"[?#]", text):
        place, mark, rest = text[: found.start()], found.group(), text[found.end() :]
    if re.match(r"(?i)https?:|[^:]*$|[/\\]", place):
        place = place.replace("\\", "/")
    return f"{place}{mark}{rest}"


def _decoded(location: bytes) -> str:
    """UTF-8 as it stands; of anything else the odd bytes percent-encoded, which asks for exactly those bytes."""
    try:
        return location.decode("utf-8")
    except UnicodeDecodeError:
        return quote(location, safe=bytes(range(0x21, 0x7F)))


def _scheme_shown(scheme: str) -> str:
    return f"{scheme[:20]}:" if scheme else "an address without a scheme"
