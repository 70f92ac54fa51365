"""How fast, how dear and how truthful the wire is beside others under the same interface.

    python benchmarks/wire.py                      # HTTPS over 60 hosts and over 250, without and with latency
    python benchmarks/wire.py --urls 500 --in-flight 256 512

The server and every client have a process of their own; the server's hosts are the addresses 127.0.0.1 and up. Bodies
are 62 KB and read to their end. The peers besides httpx need `pip install aiohttp pyreqwest pycurl`. Every failure is
false: the server answers everything. Trust ratios within a run.
"""

import argparse
import asyncio
import json
import random
import resource
import ssl
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from ipaddress import IPv4Address
from pathlib import Path

import httpx
import trustme
from wire_peers import CONNECT_SECONDS, PEERS

BODY = b"x" * 62_000
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 62000\r\n\r\n" + BODY
MOST_HOSTS = 250
MOST_SECONDS = 120  # of one run


def addresses(hosts: int) -> list[str]:
    """127.0.0.1 and those after it."""
    return [str(IPv4Address("127.0.0.1") + place) for place in range(hosts)]


# --- the server -------------------------------------------------------------------------------------------------


async def serve(certificate: str) -> None:
    """Answers until its standard input ends; `/SECONDS/…` is answered after so many."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(float(head.split(b"/", 2)[1]))
                writer.write(ANSWER)
                await writer.drain()
        writer.transport.abort()

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    first = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=context, backlog=1024)
    port = first.sockets[0].getsockname()[1]
    rest = addresses(MOST_HOSTS)[1:]
    others = await asyncio.start_server(connected, rest, port, ssl=context, backlog=1024)
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    first.close()
    others.close()


# --- a client ---------------------------------------------------------------------------------------------------


async def ask(peer: str, authority: Path, urls: list[str], in_flight: int) -> dict[str, object]:
    """All *urls* once, so many at a time."""
    transport = PEERS[peer](authority, in_flight)
    places = asyncio.Semaphore(in_flight)
    failures: Counter[str] = Counter()
    began, began_cpu = time.perf_counter(), time.process_time()

    async def one(url: str) -> None:
        async with places:
            try:
                response = await client.get(url)
                if len(response.content) != len(BODY):
                    failures["a wrong body"] += 1
            except Exception as exc:  # noqa: BLE001 -- whatever it is, it is false
                failures[type(exc).__name__] += 1

    timeout = httpx.Timeout(None, connect=CONNECT_SECONDS)
    async with httpx.AsyncClient(transport=transport, timeout=timeout, trust_env=False) as client:
        await asyncio.gather(*(one(url) for url in urls))
    seconds, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "cpu": cpu, "failures": dict(failures), "peak": peak}


def measured(peer: str, authority: Path, urls: list[str], in_flight: int) -> str:
    """One client process → a row of the table."""
    command = [sys.executable, __file__, "--client", peer, "--authority", str(authority), "--in-flight", str(in_flight)]
    try:
        done = subprocess.run(  # noqa: S603 -- ourselves
            command, input=json.dumps(urls), capture_output=True, text=True, timeout=MOST_SECONDS, check=True
        )
    except subprocess.TimeoutExpired:
        return f"| {peer} | gave up after {MOST_SECONDS} s | | | |"
    except subprocess.CalledProcessError as exc:
        last = exc.stderr.strip().splitlines()[-1]
        return f"| {peer} | {last} | | | |"
    found = json.loads(done.stdout)
    rate, dear = len(urls) / found["seconds"], 1000 * found["cpu"] / len(urls)
    false = ", ".join(f"{count} {name}" for name, count in found["failures"].items()) or "0"
    return f"| {peer} | {rate:.0f} | {dear:.2f} | {false} | {found['peak']:.0f} |"


def compare(
    peers: list[str], hosts: int, slowest: float, urls: int, in_flight: int, port: int, authority: Path
) -> None:
    """Prints a table: the same addresses with the same latencies for every peer."""
    chance = random.Random(1)  # noqa: S311
    asked = [
        f"https://{address}:{port}/{chance.uniform(0.05, slowest) if slowest else 0:.3f}/{place}"
        for place, address in zip(range(urls), addresses(hosts) * (urls // hosts + 1), strict=False)
    ]
    latency = f"50–{slowest * 1000:.0f} ms latency" if slowest else "no latency"
    print(f"\n**{urls} URLs over {hosts} hosts, {in_flight} in flight, {latency}**\n")  # noqa: T201
    print("| peer | URLs/s | CPU s per 1,000 | false failures | peak MB |\n|---|---|---|---|---|")  # noqa: T201
    for peer in peers:
        print(measured(peer, authority, asked, in_flight), flush=True)  # noqa: T201


def main() -> None:
    """Reads the arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--urls", type=int, default=1000)
    parser.add_argument("--in-flight", type=int, nargs="+", default=[64, 256, 512])
    parser.add_argument("--peers", nargs="+", default=list(PEERS), choices=list(PEERS))
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    parser.add_argument("--client", help=argparse.SUPPRESS)
    parser.add_argument("--authority", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        asyncio.run(serve(options.serve))
        return
    if options.client:
        urls = json.load(sys.stdin)
        print(json.dumps(asyncio.run(ask(options.client, options.authority, urls, options.in_flight[0]))))  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as folder:
        authority, certificate = Path(folder, "authority.pem"), Path(folder, "server.pem")
        issuer = trustme.CA()
        issuer.cert_pem.write_to_path(str(authority))
        issuer.issue_cert(*addresses(MOST_HOSTS)).private_key_and_cert_chain_pem.write_to_path(str(certificate))
        with subprocess.Popen(  # noqa: S603 -- ourselves
            [sys.executable, __file__, "--serve", str(certificate)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stdout is not None
            port = int(server.stdout.readline())
            for in_flight in options.in_flight:
                hosts, slowest = (60, 0.0) if in_flight <= 64 else (MOST_HOSTS, 0.8)
                compare(options.peers, hosts, slowest, options.urls, in_flight, port, authority)
            assert server.stdin is not None
            server.stdin.close()


if __name__ == "__main__":
    main()
