"""What the environment says about the way out: proxies, exceptions from them, and whom to trust."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import unquote, urlsplit

import httpx

from monitor.core import urls
from monitor.errors import OperatorError
from monitor.fetch.addresses import InvalidHostError, literal


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy of our own: its address without userinfo, and the name and password to show it."""

    url: str
    login: tuple[str, str] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Exemption:
    """One entry of NO_PROXY: a name with all under it, or a network; `port` None means every port."""

    suffix: str = ""
    network: IPv4Network | IPv6Network | None = None
    port: int | None = None

    def covers(self, url: str) -> bool:
        """Whether *url* goes without a proxy by this entry."""
        name, _, port = urls.host(url).rpartition(":")
        if self.port is not None and self.port != int(port):
            return False
        if self.network is not None:
            try:
                address = literal(name)
            except InvalidHostError:
                return False
            return address is not None and address.version == self.network.version and address in self.network
        return name == self.suffix or name.endswith(f".{self.suffix}")


@dataclass(frozen=True, slots=True)
class Proxies:
    """Which proxy a URL goes through."""

    http: Proxy | None = None
    https: Proxy | None = None
    exemptions: tuple[Exemption, ...] = ()

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Proxies":
        """Reads HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY; as everywhere, the lower-case spelling wins.

        :raises OperatorError: a proxy that cannot be used (SOCKS, no host, no sense).
        """
        exempt = [entry.strip() for entry in _setting(environ, "NO_PROXY").replace(" ", ",").split(",")]
        if "*" in exempt:
            return cls()
        # A web server hands its visitor's "Proxy:" header to CGI programs as HTTP_PROXY (CVE-2016-5385).
        forged = "REQUEST_METHOD" in environ
        plain = environ.get("http_proxy", "").strip() if forged else _setting(environ, "HTTP_PROXY")
        default = _setting(environ, "ALL_PROXY")
        return cls(
            _proxy("HTTP_PROXY", plain) or _proxy("ALL_PROXY", default),
            _proxy("HTTPS_PROXY", _setting(environ, "HTTPS_PROXY")) or _proxy("ALL_PROXY", default),
            tuple(_exemption(entry) for entry in exempt if entry),
        )

    def route(self, url: str) -> Proxy | None:
        """The proxy for *url*, None where it is asked directly."""
        proxy = self.https if urlsplit(url).scheme == "https" else self.http
        if proxy is None or any(exemption.covers(url) for exemption in self.exemptions):
            return None
        return proxy


def trust(environ: Mapping[str, str]) -> ssl.SSLContext:
    """Whom to trust over TLS: SSL_CERT_FILE and SSL_CERT_DIR, or the certificates that come with httpx.

    :raises OperatorError: SSL_CERT_FILE or SSL_CERT_DIR cannot be used.
    """
    file, directory = environ.get("SSL_CERT_FILE") or None, environ.get("SSL_CERT_DIR") or None
    if file is None and directory is None:
        return httpx.create_ssl_context(trust_env=False)
    try:
        return ssl.create_default_context(cafile=file, capath=directory)
    except OSError as exc:  # ssl.SSLError is one too
        named = f"SSL_CERT_FILE ({file})" if file else f"SSL_CERT_DIR ({directory})"
        raise OperatorError(f"{named} holds no certificates that can be used: {exc.strerror or exc}") from exc


def _setting(environ: Mapping[str, str], name: str) -> str:
    return (environ[name.lower()] if name.lower() in environ else environ.get(name, "")).strip()


def _proxy(variable: str, value: str) -> Proxy | None:
    if not value:
        return None
    try:
        parts = urlsplit(value if "://" in value else f"http://{value}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise OperatorError(f"{variable} is not the URL of a proxy: write http://HOST:PORT") from None
    if parts.scheme.startswith("socks"):
        raise OperatorError(f"{variable} names a SOCKS proxy, which is not supported: use an HTTP proxy")
    if parts.scheme not in {"http", "https"} or not host:
        raise OperatorError(f"{variable} is not the URL of a proxy: write http://HOST:PORT")
    shown = f"[{host}]" if ":" in host else host
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return Proxy(f"{parts.scheme}://{shown}:{port or (443 if parts.scheme == 'https' else 80)}", login)


def _exemption(entry: str) -> Exemption:
    """An entry of NO_PROXY as curl reads it: `name`, `.name`, `name:port`, an address, a network in CIDR notation."""
    try:
        return Exemption(network=ip_network(entry.strip("[]"), strict=False))
    except ValueError:
        pass
    name, colon, port = entry.rpartition(":")
    if colon and port.isdecimal():
        return _with_port(name, int(port))
    return Exemption(suffix=urls.name(f"http://{entry.lstrip('*').lstrip('.')}"))


def _with_port(name: str, port: int) -> Exemption:
    inner = _exemption(name) if name else Exemption()
    return Exemption(inner.suffix, inner.network, port)
