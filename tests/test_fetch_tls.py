"""TLS on real sockets: who is trusted, until when, and what is said of those who are not."""

import asyncio
import gc
import os
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from fetching import QUICK, Exchange, fetcher, redirect, response, says, serving

from monitor.core.look import Failure, NotModified, Reason, Reply, Validators
from monitor.errors import OperatorError
from monitor.fetch import Address

HURRIED = replace(QUICK, total_timeout=timedelta(seconds=0.3))
ENDS = datetime(2027, 3, 4, 5, 6, 7, tzinfo=UTC)


def _presenting(leaf: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    leaf.configure_cert(context)
    return context


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA, tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return {"SSL_CERT_FILE": str(file)}


# --- until when -------------------------------------------------------------------------------------------------


async def test_a_reply_and_a_304_say_when_the_certificate_at_their_end_ends(
    authority: trustme.CA, trusting: dict[str, str]
) -> None:
    async def handler(exchange: Exchange) -> None:
        answered = "if-none-match" in exchange.asked.headers
        await exchange.send(response(304, b"") if answered else response())

    tls = _presenting(authority.issue_cert("clinic.example", not_after=ENDS))
    async with (
        serving(handler, tls=tls) as secure,
        serving(says(redirect("https://clinic.example/"))) as plain,
        fetcher({"clinic.example": secure.here}, environ=trusting) as web,
    ):
        outcomes = [
            await web.probe("https://clinic.example/", None),
            await web.probe(plain.url(), None),
            await web.probe("https://clinic.example/", Validators("https://clinic.example/", '"1"')),
        ]

    assert [type(outcome) for outcome in outcomes] == [Reply, Reply, NotModified]
    assert [outcome.certificate_ends for outcome in outcomes if not isinstance(outcome, Failure)] == [ENDS] * 3


async def test_an_answer_without_tls_has_no_certificate_wherever_it_was_sent_from(
    authority: trustme.CA, trusting: dict[str, str]
) -> None:
    tls = _presenting(authority.issue_cert("clinic.example", not_after=ENDS))
    async with (
        serving(says(response())) as plain,
        serving(says(redirect(plain.url())), tls=tls) as secure,
        fetcher({"clinic.example": secure.here}, environ=trusting) as web,
    ):
        reply = await web.probe("https://clinic.example/", None)

    assert isinstance(reply, Reply)
    assert reply.certificate_ends is None


async def test_the_certificate_of_our_own_proxy_is_not_taken_for_the_sites(
    authority: trustme.CA, trusting: dict[str, str]
) -> None:
    tls = _presenting(authority.issue_cert("localhost", not_after=ENDS))
    async with serving(says(response()), tls=tls) as proxy:
        environ = {**trusting, "HTTP_PROXY": f"https://localhost:{proxy.port}"}
        async with fetcher(environ=environ) as web:
            reply = await web.probe("http://clinic.example/", None)

    assert isinstance(reply, Reply)
    assert reply.certificate_ends is None


# --- whom to trust ----------------------------------------------------------------------------------------------


async def test_a_certificate_of_a_trusted_authority_for_the_name_asked_is_accepted(
    authority: trustme.CA, trusting: dict[str, str]
) -> None:
    tls = _presenting(authority.issue_cert("clinic.example"))
    async with (
        serving(says(response()), tls=tls) as server,
        fetcher({"clinic.example": server.here}, environ=trusting) as web,
    ):
        replies = [await web.probe("https://clinic.example/", None), await web.probe("https://Clinic.Example./", None)]

    assert [isinstance(reply, Reply) for reply in replies] == [True, True]


def _signed_by_itself(name: str) -> ssl.SSLContext:
    """What a server makes for itself where nobody has given it a certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), 1, ENDS - timedelta(days=999), ENDS)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with trustme.Blob(key.private_bytes(*form) + certificate.public_bytes(form[0])).tempfile() as file:
        context.load_cert_chain(file)
    return context


def _with_its_whole_chain(authority: trustme.CA) -> ssl.SSLContext:
    leaf = authority.issue_cert("clinic.example")
    blobs = [leaf.private_key_pem, *leaf.cert_chain_pems, authority.cert_pem]
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with trustme.Blob(b"".join(blob.bytes() for blob in blobs)).tempfile() as file:
        context.load_cert_chain(file)
    return context


def _valid(ca: trustme.CA, since: int, until: int) -> ssl.SSLContext:
    first, last = datetime(since, 1, 1, tzinfo=UTC), datetime(until, 1, 1, tzinfo=UTC)
    return _presenting(ca.issue_cert("clinic.example", not_before=first, not_after=last))


@pytest.mark.parametrize(
    ("server", "fault"),
    [
        (lambda ca: _valid(ca, 2020, 2021), "has expired"),
        (lambda ca: _valid(ca, 2990, 2999), "is not valid yet"),
        (lambda ca: _presenting(ca.issue_cert("other.example")), "was made out to another name"),
        (lambda ca: _presenting(ca.issue_cert("www.clinic.example")), "was made out to another name"),
        (lambda ca: _presenting(ca.issue_cert("*.clinic.example")), "was made out to another name"),
        (lambda _: _signed_by_itself("clinic.example"), "was signed by the site itself, which proves nothing"),
        (lambda _: _with_its_whole_chain(trustme.CA()), "comes from an authority that is not trusted here"),
        (
            lambda _: _presenting(trustme.CA().issue_cert("clinic.example")),
            "comes from an authority that is not known here, or does not come with the whole chain to one that is",
        ),
    ],
    ids=[
        "expired",
        "not yet valid",
        "another name",
        "a name below",
        "only names below",
        "self-signed",
        "an authority nobody trusts",
        "an authority nobody knows",
    ],
)
async def test_a_certificate_that_proves_nothing_is_a_tls_failure_that_says_why(
    server: Callable[[trustme.CA], ssl.SSLContext],
    fault: str,
    authority: trustme.CA,
    trusting: dict[str, str],
) -> None:
    async with (
        serving(says(response()), tls=server(authority)) as site,
        fetcher({"clinic.example": site.here}, environ=trusting) as web,
    ):
        outcome = await web.probe("https://clinic.example/", None)

    assert isinstance(outcome, Failure)
    assert (outcome.reason, outcome.reached, site.asked) == (Reason.TLS, True, [])
    assert outcome.detail == f"the certificate of clinic.example {fault}"


async def test_an_authority_below_a_trusted_one_is_trusted(authority: trustme.CA, trusting: dict[str, str]) -> None:
    tls = _presenting(authority.create_child_ca().issue_cert("clinic.example"))
    async with (
        serving(says(response()), tls=tls) as site,
        fetcher({"clinic.example": site.here}, environ=trusting) as web,
    ):
        reply = await web.probe("https://clinic.example/", None)

    assert isinstance(reply, Reply)


async def test_a_certificate_for_a_name_does_not_prove_an_address(
    authority: trustme.CA, trusting: dict[str, str]
) -> None:
    async with (
        serving(says(response()), tls=_presenting(authority.issue_cert("clinic.example"))) as site,
        fetcher(environ=trusting) as web,
    ):
        failure = await web.probe(site.url(scheme="https"), None)

    assert isinstance(failure, Failure)
    assert failure.detail == f"the certificate of 127.0.0.1:{site.port} was made out to another name"


# --- what keeps TLS from coming about ---------------------------------------------------------------------------


def _old(context: ssl.SSLContext) -> None:
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.maximum_version = ssl.TLSVersion.TLSv1_1


def _wanting_a_certificate(context: ssl.SSLContext) -> None:
    context.verify_mode = ssl.CERT_REQUIRED


def _wanting_a_certificate_within_the_handshake(context: ssl.SSLContext) -> None:
    context.verify_mode = ssl.CERT_REQUIRED
    context.maximum_version = ssl.TLSVersion.TLSv1_2


def _without_a_common_cipher(context: ssl.SSLContext) -> None:
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("PSK:@SECLEVEL=0")


def _knowing_no_such_name(context: ssl.SSLContext) -> None:
    context.sni_callback = lambda *_: ssl.AlertDescription.ALERT_DESCRIPTION_UNRECOGNIZED_NAME


def _broken_inside(context: ssl.SSLContext) -> None:
    context.sni_callback = lambda *_: ssl.AlertDescription.ALERT_DESCRIPTION_INTERNAL_ERROR


@contextmanager
def _handshakes(context: ssl.SSLContext) -> Iterator[list[Address]]:
    """A server of blocking sockets, which send the alert that asyncio's keep to themselves."""

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            lingering = connection.dup()  # closed with something unread, it would reset what was sent
            for end in (connection, lingering):
                end.settimeout(5)
            with lingering, suppress(OSError):
                with suppress(ssl.SSLError), context.wrap_socket(connection, server_side=True) as secure:
                    secure.recv(65536)
                    secure.sendall(response())
                lingering.shutdown(socket.SHUT_WR)
                while lingering.recv(65536):
                    pass

    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor(1) as thread:
        thread.submit(serve)
        yield [Address(IPv4Address("127.0.0.1"), listening.getsockname()[1])]
        listening.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_old, "speaks only versions of TLS that are no longer safe"),
        (_wanting_a_certificate, "wants a certificate from its visitors"),
        (_wanting_a_certificate_within_the_handshake, "and we have no way of encrypting in common"),
        (_without_a_common_cipher, "and we have no way of encrypting in common"),
        (_knowing_no_such_name, "says that it serves no such name over TLS"),
        (_broken_inside, "says that its TLS is broken"),
    ],
)
async def test_a_handshake_that_fails_says_what_a_maintainer_can_tell_the_site(
    change: Callable[[ssl.SSLContext], None], fault: str, authority: trustme.CA, trusting: dict[str, str]
) -> None:
    tls = _presenting(authority.issue_cert("clinic.example"))
    change(tls)
    with _handshakes(tls) as here:
        async with fetcher({"clinic.example": here}, environ=trusting) as web:
            failure = await web.probe("https://clinic.example/", None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached) == (Reason.TLS, True)
    assert failure.detail.startswith(f"no secure connection: clinic.example {fault} (")


async def test_a_secure_connection_that_turns_to_noise_is_a_tls_failure(
    authority: trustme.CA, trusting: dict[str, str]
) -> None:
    async def noise(exchange: Exchange) -> None:
        os.write(exchange.writer.get_extra_info("socket").fileno(), bytes(100))  # past the encryption

    tls = _presenting(authority.issue_cert("clinic.example"))
    async with (
        serving(noise, tls=tls) as server,
        fetcher({"clinic.example": server.here}, environ=trusting) as web,
    ):
        failure = await web.probe("https://clinic.example/", None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached) == (Reason.TLS, True)


async def test_a_plain_server_behind_https_is_a_tls_failure() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    listening = await asyncio.start_server(plain, "127.0.0.1", 0)
    async with listening, fetcher() as web:
        port = listening.sockets[0].getsockname()[1]
        failure = await web.probe(f"https://127.0.0.1:{port}/", None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.TLS


async def test_a_server_that_hangs_up_at_the_handshake_reset_the_connection() -> None:
    async def rude(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100_000)
        writer.close()
        await writer.wait_closed()

    listening = await asyncio.start_server(rude, "127.0.0.1", 0)
    async with listening, fetcher() as web:
        port = listening.sockets[0].getsockname()[1]
        failure = await web.probe(f"https://127.0.0.1:{port}/", None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.RESET


async def test_a_handshake_that_never_ends_is_cut_and_its_connection_closed() -> None:
    closed = asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(1000):
            pass
        closed.set()
        writer.close()
        await writer.wait_closed()

    listening = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with listening, fetcher(settings=HURRIED) as web:
        port = listening.sockets[0].getsockname()[1]
        failure = await web.probe(f"https://127.0.0.1:{port}/", None)
        await asyncio.wait_for(closed.wait(), 5)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.TIMEOUT
    gc.collect()  # an unclosed transport would warn now, and a warning is an error


async def test_certificates_that_cannot_be_read_are_the_operators_to_mend(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="SSL_CERT_FILE"):
        fetcher(environ={"SSL_CERT_FILE": str(tmp_path / "absent.pem")})
