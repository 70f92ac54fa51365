"""Which IP address a host spells, and whether strangers may send us there."""

import re
from dataclasses import dataclass
from enum import Enum
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

IPAddress = IPv4Address | IPv6Address


class PrivateNetworks(Enum):
    """Whether a link may lead to an address that the public internet does not route."""

    ALLOWED = "allowed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to connect: the port comes along, so that many names can share one loopback port."""

    ip: IPAddress
    port: int


class InvalidHostError(ValueError):
    """What stands where a host belongs is neither a name nor an address."""


class InterfaceAddressError(InvalidHostError):
    """An IPv6 address with a zone (RFC 4007 §11): it means something on one machine only."""


# What the IANA registries of special-purpose addresses (RFC 6890 and its updates) keep off the public internet,
# besides multicast and the class E that follow at the end. The standard library's `is_global` has changed its mind
# between patch releases; a check that guards a network is spelled out.
_OFF_THE_INTERNET_4 = {
    IPv4Network("0.0.0.0/8"): "an address of this network",
    IPv4Network("10.0.0.0/8"): "a private address",
    IPv4Network("100.64.0.0/10"): "an address of a carrier's inner network",
    IPv4Network("127.0.0.0/8"): "a loopback address",
    IPv4Network("169.254.0.0/16"): "a link-local address",  # 169.254.169.254 hands out a cloud machine's secrets
    IPv4Network("172.16.0.0/12"): "a private address",
    IPv4Network("192.0.0.0/24"): "a reserved address",
    IPv4Network("192.0.2.0/24"): "a documentation address",
    IPv4Network("192.88.99.0/24"): "a reserved address",
    IPv4Network("192.168.0.0/16"): "a private address",
    IPv4Network("198.18.0.0/15"): "a benchmarking address",
    IPv4Network("198.51.100.0/24"): "a documentation address",
    IPv4Network("203.0.113.0/24"): "a documentation address",
    IPv4Network("224.0.0.0/4"): "a multicast address",
    IPv4Network("240.0.0.0/4"): "a reserved address",
}

_GLOBAL_UNICAST_6 = IPv6Network("2000::/3")  # the only block that IANA has given out
_OFF_THE_INTERNET_6 = {
    IPv6Network("2001::/23"): "a protocol's own address",  # Teredo, benchmarking and ORCHID are in here
    IPv6Network("2001:db8::/32"): "a documentation address",
    IPv6Network("3fff::/20"): "a documentation address",
    # outside 2000::/3, only for the words:
    IPv6Network("::/128"): "the unspecified address",
    IPv6Network("::1/128"): "a loopback address",
    IPv6Network("fc00::/7"): "a private address",
    IPv6Network("fe80::/10"): "a link-local address",
    IPv6Network("ff00::/8"): "a multicast address",
}
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address that is meant

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")  # with the underscore, which DNS and browsers accept
_LONGEST_NAME = 253  # characters, RFC 1035 §2.3.4


def why_private(address: IPAddress) -> str | None:
    """What keeps *address* off the public internet, in words ("a loopback address"); None when nothing does."""
    if isinstance(address, IPv4Address):
        return next((what for network, what in _OFF_THE_INTERNET_4.items() if address in network), None)
    inner = _embedded(address)
    if inner is not None:
        what = why_private(inner)
        return what and f"{what} inside an IPv6 one"
    what = next((what for network, what in _OFF_THE_INTERNET_6.items() if address in network), None)
    if what is None and address not in _GLOBAL_UNICAST_6:
        return "a reserved address"
    return what


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which a router or the kernel would turn *address*: mapped, 6to4, NAT64."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def literal(host: str) -> IPAddress | None:
    """The address that *host* spells, None when it is a name.

    Besides the standard forms this reads what browsers and C libraries read as IPv4 (the WHATWG URL standard's IPv4
    parser): `2130706433`, `0x7f.1`, `127.1`, `0177.0.0.1` are all 127.0.0.1.

    :raises InvalidHostError: the last label is a number, as in no name, and the whole is no address.
    """
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        pass
    labels = host.rstrip(".").split(".")
    if not _is_number(labels[-1]):
        return None
    numbers = [_number(label) for label in labels]
    leading, last = numbers[:-1], numbers[-1]
    if len(numbers) > 4 or any(number > 255 for number in leading) or last >= 256 ** (5 - len(numbers)):
        raise InvalidHostError("the host is a number, but not an address")
    return IPv4Address(sum(number << 8 * (3 - place) for place, number in enumerate(leading)) + last)


def _is_number(label: str) -> bool:
    return re.fullmatch(r"[0-9]+|0[xX][0-9a-fA-F]*", label) is not None


def _number(label: str) -> int:
    try:
        if not label.isascii():  # int() reads the digits of every script, no browser does
            raise InvalidHostError("the host is a number, but not an address")
        if label[:2].lower() == "0x":
            return int(label[2:] or "0", 16)
        return int(label, 8 if label.startswith("0") else 10)
    except ValueError:
        raise InvalidHostError("the host is a number, but not an address") from None


def checked_host(name: str) -> str:
    """*name* (lower case, IDNA) as it may stand in a URL, IPv6 in brackets, an odd spelling of IPv4 made plain.

    :raises InvalidHostError: neither a name that DNS could know nor an address.
    """
    address = literal(name)
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            raise InterfaceAddressError("an address of one network interface")
        return f"[{address}]"
    if address is not None:
        return str(address)
    if len(name) > _LONGEST_NAME or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise InvalidHostError("the host is not a name that DNS could know")
    return name


def is_localhost(name: str) -> bool:
    """Whether *name* is one that never leaves the machine (RFC 6761 §6.3)."""
    bare = name.rstrip(".").lower()
    return bare == "localhost" or bare.endswith(".localhost")
