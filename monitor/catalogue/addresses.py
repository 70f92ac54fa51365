"""Web addresses, host names, e-mail addresses and telephone numbers, as far as they can be judged without asking."""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

import idna

from monitor.catalogue.wrong import closest, shown, wrong

LONGEST_URL = 4_000  # characters
URL_PATTERN = r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/@?#<>\"\\][^\s<>\"\\]*$"
EMAIL_PATTERN = r"^[^@\s<>\"(),:;\\]+@[^@\s<>\"(),:;\\.]+(\.[^@\s<>\"(),:;\\.]+)+$"
LONGEST_EMAIL = 254  # RFC 5321 §4.5.3.1.3, without the angle brackets
LONGEST_HOST = 253  # RFC 1035 §2.3.4, as text
_FEWEST_PHONE_DIGITS = 7

_SCHEMES = ("http", "https")
_EXPECTED = "an address like https://www.example.org/page"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NOT_IN_URLS = re.compile(r'[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>"\\]')
_USER = re.compile(r"[^/?#]*//[^/?#]*@")
_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_NAME_FIRST = re.compile(r"(?://)?([^\s/@:?#]+\.[^\s/@:?#.]+|localhost)(:\d+)?(?:[/?#]|\Z)")
_EMAIL = re.compile(EMAIL_PATTERN)


def url(value: str) -> str:
    """An absolute http or https address with a host, and nothing secret in it; given back as it was written."""
    if _USER.match(value):  # first, and not shown: it may be a password
        raise wrong("holds a user name or a password", "the address without it: a catalogue is no place for secrets")
    if len(value) > LONGEST_URL:
        raise wrong(f"is longer than {LONGEST_URL:,} characters: {shown(value)}", _EXPECTED)
    if stray := _NOT_IN_URLS.search(value):
        inner = value.strip()
        meant = f"did you mean {shown(inner)}?" if inner and not _NOT_IN_URLS.search(inner) else _EXPECTED
        raise wrong(f"holds {shown(stray.group())}, which no web address may hold: {shown(value)}", meant)
    scheme = _SCHEME.match(value)
    if scheme is None or _NAME_FIRST.match(value):
        raise wrong(f"has no scheme: {shown(value)}", _with_scheme(value))
    if scheme.group(1).lower() not in _SCHEMES:
        near = closest(scheme.group(1), _SCHEMES)
        meant = f"did you mean `{near}`{value[scheme.end(1) :][:40]}?" if near else "only http and https can be watched"
        raise wrong(f"is no web page: {shown(value)}", meant)
    if value[scheme.end() : scheme.end() + 2] != "//":
        rest = value[scheme.end() :].lstrip("/")
        raise wrong(f"lacks the two slashes: {shown(value)}", f"did you mean {shown(scheme.group() + '//' + rest)}?")
    parts = _split(value)
    if parts is None:
        raise wrong(f"cannot be read as a web address: {shown(value)}", _EXPECTED)
    _check_host(parts, value)
    return value


def _split(value: str) -> SplitResult | None:
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018  # reading it is what checks it
    except ValueError:
        return None
    return parts


def _check_host(parts: SplitResult, value: str) -> None:
    if not parts.hostname:
        raise wrong(f"names no host: {shown(value)}", _EXPECTED)
    if not is_host(parts.hostname) or parts.port == 0:
        raise wrong(f"has no valid host: {shown(value)}", _EXPECTED)


def _with_scheme(value: str) -> str:
    named = _NAME_FIRST.match(value)
    return f"did you mean {shown('https://' + value.removeprefix('//'))}?" if named else _EXPECTED


def is_host(name: str) -> bool:
    """Whether *name* can be a host: a name of letters, digits and dashes in any script, or an IP address."""
    if ":" in name:
        return _is_ipv6(name)
    if not name.isascii():
        try:
            name = idna.encode(name.rstrip("."), uts46=True).decode("ascii")
        except idna.IDNAError:
            return False
    name = name.removesuffix(".")
    return len(name) <= LONGEST_HOST and all(_LABEL.fullmatch(label) for label in name.split("."))


def _is_ipv6(name: str) -> bool:
    try:
        ipaddress.IPv6Address(name)
    except ValueError:
        return False
    return True


def host(value: str) -> str:
    """A host name, with a port where it matters; given back in lower case."""
    name, colon, port = value.partition(":")
    good_port = not colon or (port.isdecimal() and port.isascii() and len(port) <= 5 and 0 < int(port) < 65_536)
    if name and good_port and ":" not in name and is_host(name):
        return value.lower()
    parts = _split(value if "://" in value else f"//{value}")
    meant = parts.hostname if parts and parts.hostname and is_host(parts.hostname) else None
    expected = f"did you mean `{meant}`?" if meant else "a name like www.example.org"
    raise wrong(f"is no host name: {shown(value)}", expected)


def phone(value: str) -> str:
    """A telephone number as people write it: only its digits are counted."""
    if sum(character in "0123456789" for character in value) < _FEWEST_PHONE_DIGITS:
        says = f"has fewer than {_FEWEST_PHONE_DIGITS} digits: {shown(value)}"
        raise wrong(says, 'a telephone number with its area code, like "(555) 010-0199"')
    return value


def url_or_email(value: str) -> str:
    """Where the owner of a site can complain about the monitor: it goes into the User-Agent."""
    if not value.isascii():
        raise wrong(f"must be plain ASCII: {shown(value)}", "an address without accents: it is sent in a header")
    if len(value) <= LONGEST_EMAIL and value.isprintable() and _EMAIL.fullmatch(value):
        return value
    if "@" in value and "/" not in value:
        raise wrong(f"is no e-mail address: {shown(value)}", "an address like catalogue@example.org, or a web page")
    return url(value)
