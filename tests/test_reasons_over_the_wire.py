"""Every reason that a look can give comes over a real socket: nothing of the table is out of reach."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from fetching import (
    QUICK,
    Exchange,
    Handler,
    Server,
    at,
    fetcher,
    redirect,
    refused_port,
    response,
    routes,
    says,
    serving,
)
from misbehaviour import GOOD, HANDSHAKES, HTML, NOW, PAGE, connecting

from monitor.check import observe
from monitor.core.look import Reason, Validators
from monitor.fetch import NoSuchHost, PrivateNetworks, ResolutionFailed


def _short(title: str, words: str, status: int = 200, *headers: tuple[str, str]) -> Handler:
    page = f"<title>{title}</title><h1>{title}</h1><p>{words}</p>".encode()
    return says(response(status, page, [HTML, *headers]))


async def _silence(exchange: Exchange) -> None:
    await asyncio.sleep(5)


async def _reset(exchange: Exchange) -> None:
    exchange.reset()


GOOD_PAGE = says(GOOD)


def _page(server: Server) -> str:
    return server.url("/electives/visiting")


@dataclass(frozen=True)
class Scene:
    """A server, where it is asked, and by whom."""

    server: Handler = GOOD_PAGE
    robots: Handler | None = None
    url: Callable[[Server], str] = _page
    world: Mapping[str, Any] = field(default_factory=dict)
    etag: str | None = None


def _at(url: str) -> Callable[[Server], str]:
    return lambda _: url


SCENES = {
    Reason.OK: Scene(),
    Reason.NOT_MODIFIED: Scene(says(response(304)), etag='"1"'),
    Reason.REDIRECTED: Scene(routes({"/electives/visiting": redirect("/electives/new"), "/electives/new": GOOD})),
    Reason.PERMANENT_REDIRECT: Scene(
        routes({"/electives/visiting": redirect("/electives/new", 301), "/electives/new": GOOD})
    ),
    Reason.UNREADABLE: Scene(says(response(200, b"", [HTML]))),
    Reason.NOT_FOUND: Scene(says(response(404))),
    Reason.GONE: Scene(says(response(410))),
    Reason.SOFT_404: Scene(_short("Page not found", "The page that you asked for was not found.")),
    Reason.HOME_REDIRECT: Scene(routes({"/electives/visiting": redirect("/"), "/": GOOD})),
    Reason.PARKED: Scene(_short("This domain is for sale", "Buy this domain. The domain may be for sale.")),
    Reason.NO_SUCH_HOST: Scene(
        url=_at("http://clinic.example/"), world={"known": {"clinic.example": NoSuchHost("clinic.example", "no")}}
    ),
    Reason.BOT_WALL: Scene(_short("Just a moment...", "", 403, ("cf-mitigated", "challenge"))),
    Reason.LOGIN: Scene(says(response(401))),
    Reason.FORBIDDEN: Scene(says(response(403, b"no", [HTML]))),
    Reason.RATE_LIMITED: Scene(says(response(429))),
    Reason.ROBOTS: Scene(robots=says(response(200, b"User-agent: *\nDisallow: /"))),
    Reason.GEO_BLOCK: Scene(says(response(451))),
    Reason.TIMEOUT: Scene(_silence, world={"settings": replace(QUICK, total_timeout=timedelta(seconds=0.3))}),
    Reason.RESET: Scene(_reset),
    Reason.SERVER_ERROR: Scene(says(response(500))),
    Reason.MAINTENANCE: Scene(_short("Down for maintenance", "The site is down for scheduled maintenance.", 503)),
    Reason.DNS_FAILURE: Scene(
        url=_at("http://clinic.example/"), world={"known": {"clinic.example": ResolutionFailed("clinic.example", "no")}}
    ),
    Reason.PROTOCOL: Scene(says(b"220 mail.example ESMTP\r\n\r\n")),
    Reason.TOO_LARGE: Scene(world={"settings": replace(QUICK, max_body=len(PAGE) - 1)}),
    Reason.REDIRECT_LOOP: Scene(says(redirect("/electives/visiting"))),
    Reason.PRIVATE_ADDRESS: Scene(world={"private_networks": PrivateNetworks.REFUSED}),
}


@pytest.mark.parametrize("reason", [*SCENES])
async def test_a_reason_comes_from_what_a_server_does(reason: Reason) -> None:
    scene = SCENES[reason]
    async with serving(scene.server, robots=scene.robots) as server, fetcher(**scene.world) as web:
        url = scene.url(server)
        probe = await web.probe(url, Validators(url, scene.etag) if scene.etag else None)
        seen = await observe(probe, lambda: NOW)

    assert (seen.reason, seen.liveness) == (reason, reason.liveness), probe


async def test_refused_comes_from_a_port_where_nobody_listens() -> None:
    known = {"clinic.example": at("127.0.0.1", port=await refused_port())}
    async with fetcher(known) as web:
        seen = await observe(await web.probe("http://clinic.example/", None), lambda: NOW)

    assert seen.reason is Reason.REFUSED


async def test_tls_comes_from_what_happens_before_the_first_request() -> None:
    (alert,) = [raw for raw in HANDSHAKES if raw.mistake == "a handshake_failure is a reset"]
    async with connecting(alert) as port, fetcher() as web:
        seen = await observe(await web.probe(f"https://127.0.0.1:{port}/", None), lambda: NOW)

    assert seen.reason is Reason.TLS


async def test_offline_comes_from_our_own_proxy() -> None:
    async with fetcher(environ={"ALL_PROXY": f"http://127.0.0.1:{await refused_port()}"}) as web:
        seen = await observe(await web.probe("http://clinic.example/", None), lambda: NOW)

    assert seen.reason is Reason.OFFLINE


def test_no_reason_is_left_out() -> None:
    assert {*SCENES, Reason.REFUSED, Reason.TLS, Reason.OFFLINE} == set(Reason)
