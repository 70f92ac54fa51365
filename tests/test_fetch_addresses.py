"""What a host spells, and which addresses are on the public internet."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.fetch.addresses import InvalidHostError, checked_host, is_localhost, literal, why_private


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("0.0.0.0", "an address of this network"),
        ("10.255.255.255", "a private address"),
        ("100.64.0.0", "an address of a carrier's inner network"),
        ("100.127.255.255", "an address of a carrier's inner network"),
        ("127.255.255.255", "a loopback address"),
        ("169.254.169.254", "a link-local address"),
        ("172.16.0.0", "a private address"),
        ("172.31.255.255", "a private address"),
        ("192.0.0.8", "a reserved address"),
        ("192.0.2.1", "a documentation address"),
        ("192.168.255.255", "a private address"),
        ("198.18.0.1", "a benchmarking address"),
        ("198.51.100.1", "a documentation address"),
        ("203.0.113.255", "a documentation address"),
        ("224.0.0.1", "a multicast address"),
        ("255.255.255.255", "a reserved address"),
        ("::", "the unspecified address"),
        ("::1", "a loopback address"),
        ("::7f00:1", "a reserved address"),
        ("::ffff:127.0.0.1", "a loopback address inside an IPv6 one"),
        ("::ffff:169.254.169.254", "a link-local address inside an IPv6 one"),
        ("64:ff9b::10.0.0.1", "a private address inside an IPv6 one"),
        ("64:ff9b:1::8.8.8.8", "a reserved address"),
        ("2002:a00:1::", "a private address inside an IPv6 one"),
        ("2001:0:a00:1::1", "a protocol's own address"),
        ("2001:db8::1", "a documentation address"),
        ("3fff::1", "a documentation address"),
        ("100::1", "a reserved address"),
        ("4000::1", "a reserved address"),
        ("fc00::1", "a private address"),
        ("fdff::1", "a private address"),
        ("fe80::1", "a link-local address"),
        ("fec0::1", "a reserved address"),
        ("ff02::1", "a multicast address"),
    ],
)
def test_an_address_off_the_public_internet_is_named_for_what_it_is(address: str, what: str) -> None:
    assert why_private(ip_address(address)) == what


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.0.0.1",
        "128.0.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.0.1",
        "192.169.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
    ],
)
def test_an_address_of_the_public_internet_is_let_through(address: str) -> None:
    assert why_private(ip_address(address)) is None


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_that_the_standard_library_knows_as_private_is_let_through(address: IPv4Address) -> None:
    if address.is_private or address.is_multicast or address.is_reserved or address.is_loopback:
        assert why_private(address) is not None


@given(st.ip_addresses(v=6))
def test_no_ipv6_address_that_the_standard_library_knows_as_private_is_let_through(address: IPv6Address) -> None:
    if address.ipv4_mapped is None and (address.is_private or address.is_multicast or address.is_link_local):
        assert why_private(address) is not None


@given(st.ip_addresses(v=4))
def test_an_embedded_address_is_judged_like_the_bare_one(address: IPv4Address) -> None:
    value = int(address)
    wrapped = [
        IPv6Address(0xFFFF << 32 | value),
        IPv6Address(0x64FF9B << 96 | value),
        IPv6Address(0x2002 << 112 | value << 80),
    ]
    assert {why_private(outer) is None for outer in wrapped} == {why_private(address) is None}


@given(st.ip_addresses(v=4))
def test_every_spelling_of_an_ipv4_address_is_that_address(address: IPv4Address) -> None:
    value = int(address)
    a, b, c, d = address.packed
    spellings = [
        f"{a}.{b}.{c}.{d}",
        f"{a}.{b}.{c}.{d}.",
        str(value),
        hex(value),
        f"0{value:o}",
        f"{a}.{value & 0xFFFFFF}",
        f"{a}.{b}.{value & 0xFFFF}",
        f"0x{a:X}.0{b:o}.{c}.0x{d:x}",
    ]
    assert {literal(spelling) for spelling in spellings} == {address}


@pytest.mark.parametrize(
    "host", ["256.0.0.1", "1.2.3.4.5", "4294967296", "1.2.3.256", "08.0.0.1", "1..1", "a.1", "9" * 5000]
)
def test_a_host_that_ends_in_a_number_is_an_address_or_nothing(host: str) -> None:
    with pytest.raises(InvalidHostError):
        literal(host)


def test_a_hexadecimal_number_without_digits_is_zero_as_the_url_standard_has_it() -> None:
    assert literal("0x") == IPv4Address("0.0.0.0")


@pytest.mark.parametrize("name", ["clinic.example", "1a.example", "0xg", "x1", "a.0x-1", ""])
def test_a_name_spells_no_address(name: str) -> None:
    assert literal(name) is None


@pytest.mark.parametrize(
    ("host", "checked"),
    [
        ("clinic.example", "clinic.example"),
        ("_dmarc.a-b.example", "_dmarc.a-b.example"),
        ("::1", "[::1]"),
        ("127.1", "127.0.0.1"),
    ],
)
def test_a_host_that_can_be_asked_is_written_plainly(host: str, checked: str) -> None:
    assert checked_host(host) == checked


@pytest.mark.parametrize(
    "host",
    [
        "",
        ".",
        "a..b",
        "-a.example",
        "a-.example",
        "a b",
        "a%20b",
        "%31",
        "ü.example",
        "a" * 64,
        "a." * 127 + "aa",
        "a/b",
        "a@b",
        "fe80::1%eth0",
    ],
)
def test_what_no_dns_could_know_is_not_asked(host: str) -> None:
    with pytest.raises(InvalidHostError):
        checked_host(host)


@given(st.text(max_size=40))
def test_any_text_is_a_host_or_an_invalid_one(text: str) -> None:
    try:
        checked = checked_host(text)
    except InvalidHostError:
        return
    assert checked.isascii()
    assert not set(checked) & set(" /?#@%\\")


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("a.localhost", True),
        ("localhost.example", False),
        ("notlocalhost", False),
    ],
)
def test_localhost_is_told_from_names_that_only_look_like_it(name: str, local: bool) -> None:
    assert is_localhost(name) is local
