"""What an address says by itself: its host, its site, whether two addresses are one."""

import ipaddress
import re
from functools import cache
from urllib.parse import SplitResult, urlsplit

import idna
from publicsuffixlist import PublicSuffixList

_DEFAULT_PORTS = {"http": 80, "https": 443}
_FRONT_PAGES = ("index", "default", "home")
_LANDINGS = (*_FRONT_PAGES, "main", "start", "welcome", "homepage")
_NO_PAGE = frozenset(("lang", "language", "locale"))  # parts of a query that ask for no page of their own
_RESERVED = frozenset(("example", "test", "invalid", "localhost", "local"))
_LANGUAGE = re.compile(
    "(?:ar|bg|ca|cs|da|de|el|en|es|et|eu|fa|fi|fr|ga|gl|he|hi|hr|hu|id|is|it|ja|ko|lt|lv|ms|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|"
    "sr|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4})?"
)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=True)


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url.strip())
    except ValueError:  # "http://[::1": an address that cannot be split has no parts
        return SplitResult("", "", "", "", "")


def name(url: str) -> str:
    """The host name of *url* in the form that DNS knows (lower case, IDNA), "" where there is none."""
    host = (_split(url).hostname or "").rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host


def host(url: str) -> str:
    """`name:port` after default ports: manners, suspicion and incidents go by it."""
    parts = _split(url)
    try:
        port = parts.port
    except ValueError:
        port = None
    return f"{name(url)}:{port or _DEFAULT_PORTS.get(parts.scheme.lower(), 0)}"


def site(hostname: str) -> str:
    """The registrable domain of a host name (Public Suffix List), or the name itself where it has none."""
    if is_address(hostname):
        return hostname
    return _suffixes().privatesuffix(hostname) or hostname


def is_real(hostname: str) -> bool:
    """Whether a host name ends as names in the DNS do, or as those that are reserved for examples (RFC 2606)."""
    top = hostname.rpartition(".")[2].lower()
    return top in _RESERVED or _suffixes().publicsuffix(top, accept_unknown=False) is not None


def is_address(hostname: str) -> bool:
    """Whether a host is named by an IP address literal in its standard spelling."""
    try:
        ipaddress.ip_address(hostname.strip("[]"))
    except ValueError:
        return False
    return True


def is_local(hostname: str) -> bool:
    """Whether a host is an address literal or `localhost`: such hosts say nothing about our own network."""
    return is_address(hostname) or hostname == "localhost" or hostname.endswith(".localhost")


def is_front_page(url: str) -> bool:
    """Whether *url* is the front page of its host: no path, or an index page, and nothing asked of it."""
    parts = _split(url)
    path = parts.path.strip("/").lower()
    return not parts.query and (not path or (path.partition(".")[0] in _FRONT_PAGES and "/" not in path))


def is_landing_page(url: str) -> bool:
    """Whether *url* is where a visitor of a site arrives: its front page, in whatever language, however tracked."""
    parts = _split(url)
    if parts.query and not all(
        key.partition("=")[0].lower() in _NO_PAGE or key.startswith("utm_") for key in parts.query.split("&")
    ):
        return False
    steps = [step.lower() for step in parts.path.split("/") if step]
    if steps and _LANGUAGE.fullmatch(steps[0]):
        del steps[0]
    return not steps or (len(steps) == 1 and steps[0].partition(".")[0] in _LANDINGS)


def normal(url: str) -> str:
    """One spelling for addresses that are one: scheme and host lower-cased, default port and fragment dropped."""
    parts = _split(url)
    scheme = parts.scheme.lower()
    bare, _, port = host(url).rpartition(":")
    shown = f"[{bare}]" if ":" in bare else bare
    authority = shown if int(port) == _DEFAULT_PORTS.get(scheme) else f"{shown}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{scheme}://{authority}{parts.path or '/'}{query}"


def secured(url: str) -> str:
    """The `https` twin of an `http` address on its default port, with its place within the page."""
    fragment = url.partition("#")[2].strip()
    return f"https://{normal(url).partition('://')[2]}{f'#{fragment}' if fragment else ''}"


def differ_in_scheme_only(before: str, after: str) -> bool:
    """Whether *after* is the `https` twin of the `http` address *before*."""
    one, two = _split(before), _split(after)
    return (
        one.scheme.lower() == "http"
        and two.scheme.lower() == "https"
        and normal(before).partition("://")[2] == normal(after).partition("://")[2]
    )
