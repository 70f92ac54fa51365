"""Names into addresses, asked of a small name server on loopback."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from fetching import at, stopwatch

from monitor.fetch import NoAddress, NoSuchHost, ResolutionFailed, SystemResolver
from monitor.fetch.resolve import read_hosts

Script = Callable[[str, str], "list[str] | dns.rcode.Rcode | None"]


@dataclass
class NameServer(asyncio.DatagramProtocol):
    """Answers what the script says for (name, record type): addresses, a code, or None for silence."""

    script: Script
    asked: list[tuple[str, str]] = field(default_factory=list)
    transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        query = dns.message.from_wire(data)
        (question,) = query.question
        name, record = question.name.to_text(), dns.rdatatype.to_text(question.rdtype)
        self.asked.append((name, record))
        outcome = self.script(name, record)
        if outcome is None:
            return
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        if isinstance(outcome, dns.rcode.Rcode):
            answer.set_rcode(outcome)
        elif outcome:
            answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", record, *outcome))
        assert self.transport is not None
        self.transport.sendto(answer.to_wire(), addr)


@asynccontextmanager
async def serving_names(
    script: Script, tmp_path: Path, *, hosts: str = "", seconds: float = 0.4
) -> AsyncIterator[tuple[NameServer, SystemResolver]]:
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(lambda: NameServer(script), ("127.0.0.1", 0))
    (tmp_path / "resolv.conf").write_text("search clinic.example\nnameserver 127.0.0.1\noptions ndots:5\n")
    (tmp_path / "hosts").write_text(hosts)
    resolver = SystemResolver(
        timedelta(seconds=seconds),
        hosts=tmp_path / "hosts",
        configuration=tmp_path / "resolv.conf",
        port=transport.get_extra_info("sockname")[1],
    )
    try:
        yield server, resolver
    finally:
        transport.close()
        await asyncio.sleep(0)


def by_record(a: "list[str] | dns.rcode.Rcode | None", aaaa: "list[str] | dns.rcode.Rcode | None") -> Script:
    return lambda _, record: a if record == "A" else aaaa


@pytest.mark.parametrize(
    ("a", "aaaa", "addresses"),
    [
        (["192.0.2.1"], ["2001:db8::1"], ["192.0.2.1", "2001:db8::1"]),
        (["192.0.2.1"], [], ["192.0.2.1"]),
        ([], ["2001:db8::1"], ["2001:db8::1"]),
        (["192.0.2.1"], dns.rcode.SERVFAIL, ["192.0.2.1"]),
        (dns.rcode.SERVFAIL, ["2001:db8::1"], ["2001:db8::1"]),
        (None, ["2001:db8::1"], ["2001:db8::1"]),
    ],
)
async def test_addresses_of_both_families_are_one_answer_with_the_port_asked_for(
    a: "list[str] | dns.rcode.Rcode | None",
    aaaa: "list[str] | dns.rcode.Rcode | None",
    addresses: list[str],
    tmp_path: Path,
) -> None:
    async with serving_names(by_record(a, aaaa), tmp_path) as (_, resolver):
        assert await resolver.resolve("clinic.example", 8080) == at(*addresses, port=8080)


async def test_a_name_server_that_is_silent_about_ipv6_costs_only_a_grace(tmp_path: Path) -> None:
    async with serving_names(by_record(["192.0.2.1"], None), tmp_path, seconds=30) as (_, resolver):
        passed = stopwatch()
        assert await resolver.resolve("clinic.example", 80) == at("192.0.2.1")
    assert passed() < 5


async def test_a_silent_name_server_is_given_up_after_the_timeout(tmp_path: Path) -> None:
    async with serving_names(by_record(None, None), tmp_path) as (_, resolver):
        passed = stopwatch()
        with pytest.raises(ResolutionFailed) as raised:
            await resolver.resolve("clinic.example", 80)
    assert raised.value.why == "no answer from the name servers within 0.4 s"
    assert 0.39 < passed() < 3


@pytest.mark.parametrize(
    ("a", "aaaa", "kind"),
    [
        (dns.rcode.NXDOMAIN, dns.rcode.NXDOMAIN, NoSuchHost),
        (dns.rcode.NXDOMAIN, None, NoSuchHost),
        (dns.rcode.SERVFAIL, dns.rcode.NXDOMAIN, NoSuchHost),
        ([], [], NoAddress),
        (dns.rcode.SERVFAIL, dns.rcode.SERVFAIL, ResolutionFailed),
        (dns.rcode.REFUSED, dns.rcode.REFUSED, ResolutionFailed),
        (dns.rcode.SERVFAIL, [], ResolutionFailed),
        (None, None, ResolutionFailed),
    ],
)
async def test_only_nxdomain_says_that_a_name_does_not_exist(
    a: "list[str] | dns.rcode.Rcode | None",
    aaaa: "list[str] | dns.rcode.Rcode | None",
    kind: type[Exception],
    tmp_path: Path,
) -> None:
    async with serving_names(by_record(a, aaaa), tmp_path) as (_, resolver):
        with pytest.raises(kind) as raised:
            await resolver.resolve("clinic.example", 80)
    assert type(raised.value) is kind


async def test_a_name_is_absolute_whatever_the_search_list_says(tmp_path: Path) -> None:
    async with serving_names(by_record(dns.rcode.NXDOMAIN, dns.rcode.NXDOMAIN), tmp_path) as (server, resolver):
        for name in ("intranet", "Intranet."):
            with pytest.raises(NoSuchHost):
                await resolver.resolve(name, 80)
    assert sorted(server.asked) == [("intranet.", "A"), ("intranet.", "AAAA")]


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("localhost", ["127.0.0.1", "::1"]),
        ("LocalHost.", ["127.0.0.1", "::1"]),
        ("anything.localhost", ["127.0.0.1", "::1"]),
        ("192.0.2.7", ["192.0.2.7"]),
        ("[2001:db8::7]", ["2001:db8::7"]),
        ("2001:db8::7", ["2001:db8::7"]),
        ("0x7f.1", ["127.0.0.1"]),
        ("named.example", ["192.0.2.9", "2001:db8::9"]),
        ("ALIAS.example", ["192.0.2.9"]),
    ],
)
async def test_what_is_known_here_is_never_asked_of_a_name_server(
    name: str, addresses: list[str], tmp_path: Path
) -> None:
    hosts = "192.0.2.9 named.example alias.example # ours\n2001:db8::9\tNamed.Example\n10.0.0.1 localhost\n"
    async with serving_names(by_record(dns.rcode.NXDOMAIN, None), tmp_path, hosts=hosts) as (server, resolver):
        assert await resolver.resolve(name, 80) == at(*addresses)
    assert server.asked == []


async def test_a_number_that_is_no_address_is_not_asked_of_a_name_server(tmp_path: Path) -> None:
    async with serving_names(by_record(["127.0.0.1"], []), tmp_path) as (server, resolver):
        with pytest.raises(NoSuchHost):
            await resolver.resolve("1.2.3.4.5", 80)
    assert server.asked == []


async def test_forty_links_of_one_host_ask_once(tmp_path: Path) -> None:
    async with serving_names(by_record(["192.0.2.1"], []), tmp_path) as (server, resolver):
        first = await asyncio.gather(*(resolver.resolve("clinic.example", port) for port in range(40)))
        again = await resolver.resolve("clinic.example", 80)
    assert [found[0].port for found in first] == list(range(40))
    assert again == at("192.0.2.1")
    assert len(server.asked) == 2


async def test_forty_links_of_one_dead_name_wait_for_it_once(tmp_path: Path) -> None:
    async with serving_names(by_record(None, None), tmp_path) as (_, resolver):
        passed = stopwatch()
        for _ in range(40):
            with pytest.raises(ResolutionFailed):
                await resolver.resolve("clinic.example", 80)
    assert passed() < 2


async def test_one_asker_that_gives_up_does_not_fail_the_others(tmp_path: Path) -> None:
    async with serving_names(by_record(["192.0.2.1"], []), tmp_path) as (_, resolver):
        impatient = asyncio.create_task(resolver.resolve("clinic.example", 80))
        patient = asyncio.create_task(resolver.resolve("clinic.example", 80))
        await asyncio.sleep(0)
        impatient.cancel()
        assert await patient == at("192.0.2.1")
        with pytest.raises(asyncio.CancelledError):
            await impatient


@pytest.mark.parametrize("content", [None, "", "# nothing\n", "nameserver here\n", "nameserver \xff\n"])
async def test_a_machine_without_name_servers_fails_at_once(content: str | None, tmp_path: Path) -> None:
    configuration = tmp_path / "resolv.conf"
    if content is not None:
        configuration.write_bytes(content.encode("latin-1"))
    resolver = SystemResolver(timedelta(seconds=30), hosts=tmp_path / "none", configuration=configuration)
    passed = stopwatch()
    with pytest.raises(ResolutionFailed):
        await resolver.resolve("clinic.example", 80)
    assert passed() < 5


def test_a_hosts_file_with_nonsense_in_it_gives_what_makes_sense(tmp_path: Path) -> None:
    file = tmp_path / "hosts"
    file.write_bytes(
        b"\xff\xfe nonsense\nno.address here\n\n127.0.0.1\n  127.0.0.1 one.example one.example # two\n#::1 two\n"
    )
    assert read_hosts(file) == {"one.example": (ip_address("127.0.0.1"),)}
    assert read_hosts(tmp_path / "absent") == {}


def test_whoever_asks_for_no_name_does_not_load_the_name_resolver() -> None:
    code = "import sys, monitor.fetch; sys.exit('dns' in sys.modules or 'dns.resolver' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
