"""The misbehaving web: whatever a server does, a look ends in time, within bounds, and says what it was."""

import gc
import ssl
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import trustme
from fetching import serving, stopwatch
from misbehaviour import HANDSHAKES, ROWS, Raw, Row, connecting, patience, seen

MOST_MEMORY = 200_000_000  # bytes, of server and client together


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return context


@pytest.fixture(scope="module")
def trusting(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    file: Path = tmp_path_factory.mktemp("trust") / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return {"SSL_CERT_FILE": str(file)}


def _named(row: Row | Raw) -> str:
    return row.mistake.replace(" ", "-")


@pytest.mark.parametrize("row", ROWS, ids=_named)
async def test_over_plain_http(row: Row) -> None:
    async with serving(row.server) as server:
        passed = stopwatch()
        looks = await seen(server.url(), row.reason)

    assert [look.reason for look in looks] == [row.reason] * 2, looks
    assert all(look.reached and look.detail.isprintable() for look in looks)
    assert passed() < 2 * patience(row.reason).total_seconds() + 5
    gc.collect()  # an unclosed transport would warn now, and a warning is an error


@pytest.mark.parametrize("row", [row for row in ROWS if row.tls], ids=_named)
async def test_over_tls(row: Row, tls: ssl.SSLContext, trusting: dict[str, str]) -> None:
    async with serving(row.server, tls=tls) as server:
        looks = await seen(server.url(scheme="https"), row.reason, environ=trusting)

    assert [look.reason for look in looks] == [row.reason] * 2, looks


@pytest.mark.parametrize("raw", HANDSHAKES, ids=_named)
async def test_within_the_handshake(raw: Raw) -> None:
    async with connecting(raw) as port:
        looks = await seen(f"https://127.0.0.1:{port}/", raw.reason)

    assert [look.reason for look in looks] == [raw.reason] * 2, looks
    assert all(look.reached for look in looks)


def test_no_two_rows_catch_the_same_mistake() -> None:
    assert [name for name, times in Counter(row.mistake for row in [*ROWS, *HANDSHAKES]).items() if times > 1] == []


def test_all_of_it_together_stays_within_its_memory() -> None:
    script = Path(__file__).with_name("misbehaviour.py")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=True)

    assert int(done.stdout) < MOST_MEMORY
