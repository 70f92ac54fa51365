"""Our own proxy: when it is used, what it may be asked for, and whose fault its failures are."""

import asyncio
import base64
import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
import trustme
from fetching import Exchange, FakeResolver, Handler, Server, fetcher, refused_port, response, says, serving

from monitor.core.look import Failure, Hop, Reason, Reply
from monitor.errors import OperatorError
from monitor.fetch import Fetcher, PrivateNetworks, Proxies
from monitor.fetch.environment import Proxy


def tunnel(port: int) -> Handler:
    """A proxy that connects every CONNECT to *port* on loopback."""

    async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        sink.close()

    async def handler(exchange: Exchange) -> None:
        assert exchange.asked.method == "CONNECT"
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            await exchange.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            await asyncio.gather(pump(exchange.reader, writer), pump(reader, exchange.writer))
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
        exchange.over = True

    return handler


@asynccontextmanager
async def via(handler: Handler, login: str = "") -> AsyncIterator[tuple[Server, Fetcher]]:
    """A proxy, and a fetcher that asks everything of it."""
    async with (
        serving(handler) as proxy,
        fetcher(environ={"ALL_PROXY": f"http://{login}127.0.0.1:{proxy.port}"}) as web,
    ):
        yield proxy, web


async def test_a_plain_link_is_asked_of_the_proxy_and_its_name_resolved_there() -> None:
    names = FakeResolver()
    async with serving(says(response(200, b"via"))) as proxy:
        environ = {"HTTP_PROXY": f"http://dean:s%40cret@127.0.0.1:{proxy.port}"}
        async with fetcher(resolver=names, environ=environ, private_networks=PrivateNetworks.REFUSED) as web:
            reply = await web.probe("http://clinic.example/a?b", None)

    assert isinstance(reply, Reply)
    assert (reply.body, reply.hops) == (b"via", (Hop("http://clinic.example/a?b", 200),))
    (asked,) = proxy.asked
    assert (asked.target, asked.headers["host"]) == ("http://clinic.example/a?b", "clinic.example")
    assert asked.headers["proxy-authorization"] == "Basic " + base64.b64encode(b"dean:s@cret").decode()
    assert names.asked == []


async def test_a_secure_link_goes_through_a_tunnel_and_its_certificate_is_checked_here(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("clinic.example").configure_cert(context)
    names = FakeResolver()
    async with serving(says(response(200, b"secret")), tls=context) as server, serving(tunnel(server.port)) as proxy:
        environ = {"https_proxy": f"127.0.0.1:{proxy.port}", "SSL_CERT_FILE": str(tmp_path / "ca.pem")}
        async with fetcher(resolver=names, environ=environ) as web:
            reply = await web.probe("https://clinic.example/", None)
            failure = await web.probe("https://other.example/", None)

    assert isinstance(reply, Reply)
    assert reply.body == b"secret"
    assert isinstance(failure, Failure)
    assert (failure.reason, failure.reached) == (Reason.TLS, True)
    assert [asked.target for asked in proxy.asked] == ["clinic.example:443", "other.example:443"]
    assert "authorization" not in server.asked[0].headers
    assert names.asked == []


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_is_down_is_our_own_trouble(scheme: str) -> None:
    environ = {"ALL_PROXY": f"http://dean:secret@127.0.0.1:{await refused_port()}"}
    url = f"{scheme}://clinic.example/"
    async with fetcher(environ=environ) as web:
        failure = await web.probe(url, None)

    assert failure == Failure(url, url, (), Reason.OFFLINE, "no connection to our own proxy")


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_wants_a_login_is_our_own_trouble(scheme: str) -> None:
    wants = response(407, b"who are you?", [("Proxy-Authenticate", "Basic")])
    url = f"{scheme}://clinic.example/"
    async with serving(says(wants)) as proxy, fetcher(environ={"ALL_PROXY": f"http://127.0.0.1:{proxy.port}"}) as web:
        failure = await web.probe(url, None)

    assert failure == Failure(url, url, (), Reason.OFFLINE, "our own proxy wants a login (407)")


@pytest.mark.parametrize(
    ("status", "reason"),
    [(502, Reason.REFUSED), (503, Reason.REFUSED), (504, Reason.TIMEOUT), (403, Reason.OFFLINE), (302, Reason.OFFLINE)],
)
async def test_what_a_proxy_says_of_a_host_is_told_from_what_it_says_of_us(status: int, reason: Reason) -> None:
    async with via(says(response(status, b"no"))) as (_, web):
        failure = await web.probe("https://clinic.example/", None)

    assert isinstance(failure, Failure)
    assert (failure.reason, failure.hops, failure.reached) == (reason, (), False)


async def test_a_407_without_a_proxy_is_just_an_answer() -> None:
    async with serving(says(response(407, b"?"))) as server, fetcher() as web:
        reply = await web.probe(server.url(), None)

    assert isinstance(reply, Reply)
    assert reply.status == 407


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "[::1]", "localhost", "a.localhost", "169.254.169.254", "10.0.0.1"]
)
async def test_a_private_address_is_not_asked_of_the_proxy_either(host: str) -> None:
    async with serving(says(response())) as proxy:
        environ = {"HTTP_PROXY": f"http://127.0.0.1:{proxy.port}"}
        async with fetcher(environ=environ, private_networks=PrivateNetworks.REFUSED) as web:
            failure = await web.probe(f"http://{host}/", None)

    assert isinstance(failure, Failure)
    assert failure.reason is Reason.PRIVATE_ADDRESS
    assert proxy.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_private_address_is_asked_of_the_proxy_where_that_is_allowed(host: str) -> None:
    async with (
        serving(says(response())) as proxy,
        fetcher(environ={"HTTP_PROXY": f"http://127.0.0.1:{proxy.port}"}) as web,
    ):
        reply = await web.probe(f"http://{host}/", None)

    assert isinstance(reply, Reply)
    assert [asked.target for asked in proxy.asked] == [f"http://{host}/"]


async def test_that_a_proxy_resolves_the_names_is_said_once_and_without_its_password(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.INFO, "monitor"):
        async with via(says(response()), login="dean:secret@") as (_, web):
            for path in ("a", "b"):
                await web.probe(f"http://clinic.example/{path}", None)
            await web.confirm("http://clinic.example/a")

    lines = [record.getMessage() for record in caplog.records if record.name == "monitor"]
    assert len(lines) == 1
    assert "proxy" in lines[0]
    assert "secret" not in lines[0]


async def test_a_confirmation_that_comes_first_says_it_too(caplog: pytest.LogCaptureFixture) -> None:
    async with via(says(response())) as (_, web):
        await web.confirm("http://clinic.example/a")

    assert [record.name for record in caplog.records if record.name == "monitor"] == ["monitor"]


async def test_an_exempt_host_is_asked_directly() -> None:
    async with serving(says(response(200, b"direct"))) as server:
        environ = {"HTTP_PROXY": f"http://127.0.0.1:{await refused_port()}", "NO_PROXY": "clinic.example"}
        async with fetcher({"www.clinic.example": server.here}, environ=environ) as web:
            reply = await web.probe("http://www.clinic.example/", None)

    assert isinstance(reply, Reply)
    assert reply.body == b"direct"


ONE, TWO = Proxy("http://one.example:80"), Proxy("http://two.example:3128")


@pytest.mark.parametrize(
    ("environ", "http", "https"),
    [
        ({}, None, None),
        ({"HTTP_PROXY": "http://one.example"}, ONE, None),
        ({"HTTPS_PROXY": "two.example:3128"}, None, TWO),
        ({"ALL_PROXY": "one.example"}, ONE, ONE),
        ({"ALL_PROXY": "one.example", "https_proxy": "http://two.example:3128/"}, ONE, TWO),
        ({"http_proxy": "one.example", "HTTP_PROXY": "two.example:3128"}, ONE, None),
        ({"http_proxy": "", "HTTP_PROXY": "one.example"}, None, None),
        ({"HTTP_PROXY": "one.example", "REQUEST_METHOD": "GET"}, None, None),
        ({"HTTP_PROXY": "one.example", "NO_PROXY": "*"}, None, None),
        ({"https_proxy": "https://[2001:db8::1]"}, None, Proxy("https://[2001:db8::1]:443")),
    ],
)
def test_the_environment_names_the_proxy_as_everywhere(
    environ: dict[str, str], http: Proxy | None, https: Proxy | None
) -> None:
    proxies = Proxies.from_environ(environ)
    assert (proxies.route("http://clinic.example/"), proxies.route("https://clinic.example/")) == (http, https)


@pytest.mark.parametrize(
    ("exempt", "url", "direct"),
    [
        ("clinic.example", "http://clinic.example/", True),
        ("clinic.example", "http://www.clinic.example/", True),
        (".clinic.example", "http://www.clinic.example/", True),
        ("*.clinic.example", "http://www.clinic.example/", True),
        ("CLINIC.example", "http://Clinic.Example./", True),
        ("clinic.example", "http://notclinic.example/", False),
        ("a.example, clinic.example", "http://clinic.example/", True),
        ("a.example clinic.example", "http://clinic.example/", True),
        ("clinic.example:8080", "http://clinic.example:8080/", True),
        ("clinic.example:8080", "http://clinic.example/", False),
        ("clinic.example:443", "https://clinic.example/", True),
        ("10.0.0.0/8", "http://10.1.2.3/", True),
        ("10.0.0.0/8", "http://11.1.2.3/", False),
        ("127.0.0.1", "http://127.1/", True),
        ("::1", "http://[::1]:8000/", True),
        ("[::1]", "http://[::1]/", True),
        ("localhost", "http://localhost:8000/", True),
        ("", "http://clinic.example/", False),
        (",,", "http://clinic.example/", False),
    ],
)
def test_exemptions_are_read_as_curl_reads_them(exempt: str, url: str, direct: bool) -> None:
    proxies = Proxies.from_environ({"ALL_PROXY": "one.example", "NO_PROXY": exempt})
    assert (proxies.route(url) is None) is direct


@pytest.mark.parametrize(
    "value", ["socks5://one.example:1080", "ftp://one.example", "http://", "http://one:port", "http://[::1"]
)
def test_a_proxy_that_cannot_be_used_is_the_operators_to_mend(value: str) -> None:
    with pytest.raises(OperatorError, match="HTTPS_PROXY"):
        Proxies.from_environ({"HTTPS_PROXY": value})


def test_a_proxys_password_is_not_shown() -> None:
    proxies = Proxies.from_environ({"ALL_PROXY": "http://dean:secret@one.example"})
    assert "secret" not in repr(proxies)
    assert proxies.http == Proxy("http://one.example:80", ("dean", "secret"))
