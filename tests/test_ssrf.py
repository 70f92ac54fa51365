"""Nobody can send us into our own network: not by a link, a redirect, a robots.txt, a DNS answer or an odd spelling.

Every row would reach a server of ours on loopback, or an address that is not on the public internet, if the check were
not there; and nothing is ever connected to.
"""

from collections.abc import Sequence
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
import respx
from fetching import FakeResolver, Server, at, fetcher, redirect, response, says, serving

from monitor.core.look import Failure, Reason, Reply
from monitor.fetch import Address, PrivateNetworks, SystemResolver

LITERALS = {
    # IPv4, as it is written everywhere
    "127.0.0.1": "loopback",
    "127.255.255.254": "the other end of loopback",
    "0.0.0.0": "this machine, to the kernel",
    "10.0.0.1": "private",
    "172.31.255.255": "private, at its end",
    "192.168.0.1": "private",
    "100.64.0.1": "a carrier's inner network",
    "169.254.169.254": "a cloud machine's secrets",
    "169.254.170.2": "a container's secrets",
    "100.100.100.200": "a cloud machine's secrets, elsewhere",
    "192.0.0.192": "a cloud machine's secrets, once more",
    "192.0.2.1": "documentation",
    "198.18.0.1": "benchmarking",
    "224.0.0.1": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "broadcast",
    # IPv4, as C libraries and browsers read it too
    "0": "a lone zero",
    "00": "zeros",
    "0x": "hexadecimal without digits",
    "127.1": "two parts",
    "127.0.1": "three parts",
    "2130706433": "one number",
    "0x7f000001": "one number, hexadecimal",
    "0X7F.0.0.1": "hexadecimal in capitals",
    "0x7f.1": "hexadecimal and short",
    "017700000001": "one number, octal",
    "0177.0.0.1": "octal",
    "0177.0x0.0.1": "of all sorts",
    "127.000.000.001": "padded with zeros",
    "2852039166": "169.254.169.254 as a number",
    "0xa9fea9fe": "169.254.169.254 in hexadecimal",
    "0251.0376.0251.0376": "169.254.169.254 in octal",
    "169.254.43518": "169.254.169.254 in three parts",
    "127.0.0.1.": "with the dot of the root",
    "127.0.0.1..": "with two of them",
    # IPv4 in other scripts, or encoded
    "１２７.0.0.1": "full-width digits",
    "１２７．０．０．１": "full-width dots",
    "127。0。0。1": "ideographic full stops",
    "①②⑦.0.0.1": "circled digits",
    "𝟏𝟐𝟕.0.0.1": "mathematical digits",
    "127.0.0.1\u00ad": "a soft hyphen",
    "\u200b127.0.0.1": "a space without width",
    "%31%32%37.0.0.1": "percent-encoded digits",
    "127%2e0.0.1": "a percent-encoded dot",
    "127.0\t.0.1": "a tab within",
    # IPv6
    "[::1]": "loopback",
    "[0000:0000:0000:0000:0000:0000:0000:0001]": "loopback, written out",
    "[0::0:1]": "loopback, half written out",
    "[::]": "unspecified",
    "[fc00::1]": "unique-local",
    "[fd00:ec2::254]": "a cloud machine's secrets",
    "[fe80::1]": "link-local",
    "[fec0::1]": "site-local, of old",
    "[ff02::1]": "multicast",
    "[100::1]": "the black hole",
    "[2001:db8::1]": "documentation",
    "[2001:0:7f00:1::]": "Teredo",
    # IPv6 with a zone
    "[fe80::1%25eth0]": "a zone",
    "[fe80::1%eth0]": "a zone as people write it",
    "[::1%251]": "a zone on loopback",
    # IPv4 in IPv6
    "[::ffff:127.0.0.1]": "mapped",
    "[::FFFF:7F00:1]": "mapped, in capitals",
    "[0:0:0:0:0:ffff:7f00:1]": "mapped, written out",
    "[::ffff:a9fe:a9fe]": "mapped, a cloud machine's secrets",
    "[::ffff:0:127.0.0.1]": "translated",
    "[::127.0.0.1]": "compatible, of old",
    "[64:ff9b::7f00:1]": "NAT64",
    "[64:ff9b:1::7f00:1]": "NAT64 of a network of one's own",
    "[2002:7f00:1::]": "6to4",
    "[2002:a9fe:a9fe::1]": "6to4, a cloud machine's secrets",
    # the other parts of an address
    "public.example@127.0.0.1": "a user that looks like a host",
    "public.example:80@127.0.0.1": "a user and a password that look like one",
    "public.example%40@127.0.0.1": "a user with an @",
    "127.0.0.1\\@public.example": "a backslash ends a host",
    "127.0.0.1#@public.example": "a fragment ends a host",
    "127.0.0.1?@public.example": "a query ends a host",
}

NAMES = [
    "localhost",
    "LocalHost",
    "LOCALHOST.",
    "a.localhost",
    "A.b.LocalHost.",
    "ｌｏｃａｌｈｏｓｔ",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "local%68ost",
    "localhost%2e",
    "local\thost",
    "intranet",  # what the hosts file of the machine knows
    "wiki.intranet.example",
]

NOWHERE = [
    "127.0.0.1%00.public.example",
    "127.0.0.1%2f.public.example",
    "public.example%40127.0.0.1",
    "[127.0.0.1]",
    "[[::1]]",
    "::1",
    "256.256.256.256",
    "127.0.0.0x100",
    "4294967296",
    "१२७.0.0.1",
    "٧.0.0.1",
]

ANSWERS = [
    ["127.0.0.1"],
    ["0.0.0.0"],
    ["10.1.2.3"],
    ["169.254.169.254"],
    ["::1"],
    ["fe80::1"],
    ["fd00:ec2::254"],
    ["::ffff:10.0.0.1"],
    ["64:ff9b::a9fe:a9fe"],
    ["2002:a00:1::"],
    ["8.8.8.8", "127.0.0.1"],
    ["127.0.0.1", "8.8.8.8"],
    ["2606:4700::1111", "::1"],
]


class Public(FakeResolver):
    """A resolver that knows no name: whoever asks it has taken an address for a name."""


def _with_port(host: str, port: int) -> str:
    """*host* followed by *port*, where the address ends that will be connected to."""
    for mark in ("\\", "#", "?"):
        place, found, rest = host.partition(mark)
        if found:
            return f"{place}:{port}{found}{rest}"
    return f"{host}:{port}"


async def _asked(url: str) -> object:
    async with fetcher(resolver=Public(), private_networks=PrivateNetworks.REFUSED) as web:
        return await web.probe(url, None)


async def _redirected(url: str, status: int = 302) -> object:
    """To *url* from a public page, which is played by respx: no public address is connected to."""
    with respx.mock(using="httpx", assert_all_called=False) as router:
        away = httpx.Response(status, headers=[(b"Location", url.encode())])
        router.get("http://public.example/").mock(return_value=away)
        router.route(host__regex=".*").pass_through()
        async with fetcher(resolver=Public(), private_networks=PrivateNetworks.REFUSED) as web:
            return await web.probe("http://public.example/", None)


def _refused(outcome: object, inner: Server, hops: Sequence[int] = ()) -> None:
    assert isinstance(outcome, Failure), outcome
    assert (outcome.reason, outcome.reached) == (Reason.PRIVATE_ADDRESS, False), outcome
    assert tuple(hop.status for hop in outcome.hops) == tuple(hops)
    assert inner.connections == 0


@pytest.mark.parametrize("host", LITERALS, ids=LITERALS.values())
async def test_a_spelling_of_a_private_address_is_refused_as_a_link(host: str) -> None:
    async with serving(says(response())) as inner:
        _refused(await _asked(f"http://{_with_port(host, inner.port)}/"), inner)


@pytest.mark.parametrize("host", LITERALS, ids=LITERALS.values())
async def test_a_spelling_of_a_private_address_is_refused_as_a_redirect(host: str) -> None:
    async with serving(says(response())) as inner:
        _refused(await _redirected(f"http://{_with_port(host, inner.port)}/"), inner, [302])


@pytest.mark.parametrize("location", ["//127.0.0.1:{}/", "/\\127.0.0.1:{}/", "\\\\127.0.0.1:{}", "HTTP://127.0.0.1:{}"])
@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
async def test_a_place_without_a_scheme_is_refused_whatever_redirects_there(location: str, status: int) -> None:
    async with serving(says(response())) as inner:
        _refused(await _redirected(location.format(inner.port), status), inner, [status])


@pytest.mark.parametrize("host", NAMES)
async def test_a_name_that_means_this_machine_or_its_network_is_refused(host: str, tmp_path: Path) -> None:
    hosts = tmp_path / "hosts"
    hosts.write_text("10.0.0.5 intranet\n127.0.0.1 Wiki.Intranet.Example\n")
    names = SystemResolver(timedelta(seconds=0.1), hosts=hosts, configuration=tmp_path / "absent")
    async with serving(says(response())) as inner:
        async with fetcher(resolver=names, private_networks=PrivateNetworks.REFUSED) as web:
            outcome = await web.probe(f"http://{host}:{inner.port}/", None)
        _refused(outcome, inner)


@pytest.mark.parametrize("host", NOWHERE)
async def test_what_spells_neither_an_address_nor_a_name_is_asked_nowhere(host: str) -> None:
    names = Public()
    async with (
        serving(says(response())) as inner,
        fetcher(resolver=names, private_networks=PrivateNetworks.REFUSED) as web,
    ):
        outcome = await web.probe(f"http://{_with_port(host, inner.port)}/", None)

    assert isinstance(outcome, Failure)
    assert (outcome.reason, outcome.reached) == (Reason.PROTOCOL, False)
    assert (inner.connections, names.asked) == (0, [])


@pytest.mark.parametrize("answers", ANSWERS, ids=" and ".join)
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_name_is_refused_whole_for_one_private_address(answers: list[str], scheme: str) -> None:
    async with serving(says(response())) as inner:
        known = {"rebind.example": at(*answers, port=inner.port)}
        async with fetcher(known, private_networks=PrivateNetworks.REFUSED) as web:
            outcome = await web.probe(f"{scheme}://rebind.example/", None)
        _refused(outcome, inner)
        assert isinstance(outcome, Failure)
        assert outcome.detail.startswith("rebind.example leads to ")


async def test_a_name_that_was_public_for_somebody_else_is_judged_by_the_answer_that_is_used() -> None:
    """The next test shows that there is no second look-up between the check and the connection."""

    class Rebinding(FakeResolver):
        async def resolve(self, name: str, port: int) -> list[Address]:
            self.asked.append(name)
            return at("127.0.0.1" if len(self.asked) > 1 else "2606:4700::1111", port=inner.port)

    names = Rebinding()
    async with serving(says(response())) as inner:
        async with fetcher(resolver=names, private_networks=PrivateNetworks.REFUSED) as web:
            names.asked.append("rebind.example")  # the public answer has been given, to somebody else
            outcome = await web.probe("http://rebind.example/", None)
        _refused(outcome, inner)


async def test_a_name_is_looked_up_once_for_a_connection_and_connected_to_as_it_was_then() -> None:
    class Counting(FakeResolver):
        async def resolve(self, name: str, port: int) -> list[Address]:
            self.asked.append(name)
            return server.here if len(self.asked) == 1 else [Address(ip_address("127.0.0.2"), 9)]

    names = Counting()
    async with serving(says(response())) as server, fetcher(resolver=names) as web:
        reply = await web.probe("http://clinic.example/", None)

    assert isinstance(reply, Reply)
    assert (names.asked, {asked.headers["host"] for asked in server.asked}) == (["clinic.example"], {"clinic.example"})


async def test_a_robots_file_that_is_kept_in_our_network_is_not_fetched_from_there() -> None:
    kept = says(redirect("http://127.1:1234/robots.txt"))
    async with serving(says(response()), robots=kept) as proxy:
        environ = {"ALL_PROXY": f"http://127.0.0.1:{proxy.port}"}
        async with fetcher(environ=environ, private_networks=PrivateNetworks.REFUSED) as web:
            outcome = await web.probe("http://public.example/", None)

    assert isinstance(outcome, Failure)
    assert outcome.reason is Reason.ROBOTS
    assert ([asked.target for asked in proxy.robots], proxy.asked) == (["http://public.example/robots.txt"], [])
