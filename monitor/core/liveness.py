"""Probe and page → liveness, reason, and the signs that led there."""

from dataclasses import replace
from typing import assert_never

from monitor.core import urls
from monitor.core.content import Page
from monitor.core.look import Failure, Hop, Judgement, NotModified, Probe, Reason, Reply, Signal, Version
from monitor.core.signs.kinds import front_page, unreadable
from monitor.core.signs.saying import ENOUGH
from monitor.core.signs.scene import Scene
from monitor.core.signs.verdict import instead, refused, unavailable, walled
from monitor.core.surroundings import UNKNOWN, Around

PERMANENT = frozenset((301, 308))  # RFC 9110 §15.4: the statuses that say "for good"

_CERTAIN = 10
_WEAK = 3

_BY_STATUS = {
    401: Reason.LOGIN,
    402: Reason.LOGIN,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    405: Reason.FORBIDDEN,
    406: Reason.FORBIDDEN,
    407: Reason.OFFLINE,  # our own proxy wants a password: it is us
    410: Reason.GONE,
    412: Reason.FORBIDDEN,
    429: Reason.RATE_LIMITED,
    451: Reason.GEO_BLOCK,
    999: Reason.FORBIDDEN,
}

CONFIRMABLE = frozenset((Reason.NOT_FOUND, Reason.GONE, Reason.SOFT_404, Reason.HOME_REDIRECT))
"""Bad news about the page itself, which a second GET on a new connection can confirm in the same run."""


def judge(probe: Probe, page: Page | None, known: Version | None = None, around: Around = UNKNOWN) -> Judgement:
    """What a probe means. *page* is what was read of a Reply's body, None where it holds nothing readable.

    *known* is the last good copy: what it said as well is no sign of anything. *around* is what was asked beside it.
    """
    match probe:
        case Failure(reason=reason, detail=detail):
            return Judgement(reason, (Signal("no usable response", _CERTAIN, detail),))
        case NotModified():
            return _after_redirects(probe.hops, probe.final_url, Reason.NOT_MODIFIED, _status_signal(304))
        case Reply():
            if page is not None and page.opaque:  # what is said of a file is no text of its own
                return _judge_reply(Scene(probe, None, known, around, page.opaque))
            return _judge_reply(Scene(probe, page, known, around))
        case _:
            assert_never(probe)


def permanent_target(hops: tuple[Hop, ...]) -> str | None:
    """The address that the leading run of permanent redirects points to: the one to write down instead.

    A temporary redirect behind it is the new address's own business; one before it makes the whole move temporary.
    """
    leading = 0
    while leading < len(hops) - 1 and hops[leading].status in PERMANENT:
        leading += 1
    return hops[leading].url if leading else None


def _judge_reply(scene: Scene) -> Judgement:
    reply = scene.reply
    signal = _status_signal(reply.status)
    overruled = _overruled(scene)
    if overruled is not None:
        return replace(overruled, signals=(*overruled.signals, signal), overruled=True)
    if reply.status in _BY_STATUS:
        return Judgement(_BY_STATUS[reply.status], (signal,))
    match reply.status // 100:
        case 2:
            return _judge_page(scene, signal)
        case 5:
            return Judgement(Reason.SERVER_ERROR, (signal,))
        case _:
            return Judgement(Reason.PROTOCOL, (signal,))


def _overruled(scene: Scene) -> Judgement | None:
    """What headers and text say against the status, if they do."""
    match scene.reply.status:
        case 401 | 402 | 407 | 451:
            return None
        case 403 | 405 | 406 | 412 | 999:
            return refused(scene)
        case 503:
            return unavailable(scene)
        case status if status // 100 == 2:
            return instead(scene)
        case _:
            return walled(scene)


def _judge_page(scene: Scene, status: Signal) -> Judgement:
    """A good status, and nothing that says that another page stands there."""
    reply, page = scene.reply, scene.page
    if page is None or not page.words:
        why = scene.opaque or reply.header("content-type") or "no content type"
        nothing = Signal("no text to compare", _WEAK, why)
        return _after_redirects(reply.hops, reply.final_url, Reason.UNREADABLE, status, nothing)
    front = tuple(front_page(scene))
    if sum(signal.weight for signal in front) >= ENOUGH:
        return Judgement(Reason.HOME_REDIRECT, (*front, status), overruled=True)
    stub = tuple(unreadable(scene))
    if sum(signal.weight for signal in stub) >= ENOUGH:
        judged = _after_redirects(reply.hops, reply.final_url, Reason.UNREADABLE, *stub, status)
        return replace(judged, stub=True, overruled=True)
    return _after_redirects(reply.hops, reply.final_url, Reason.OK, status)


def _after_redirects(hops: tuple[Hop, ...], final_url: str, without: Reason, *signals: Signal) -> Judgement:
    """What the way to a good answer says: moved for good, moved for now, thrown out to the front page, or nothing."""
    if len(hops) < 2:
        return Judgement(without, signals)
    way = Signal("redirected", _WEAK, " → ".join(f"{hop.status} {hop.url}" for hop in hops))
    if _is_thrown_out(hops[0].url, final_url):
        front = Signal("a deep link ends on the front page", _CERTAIN, f"{hops[0].url} → {final_url}")
        return Judgement(Reason.HOME_REDIRECT, (front, way, *signals))
    if permanent_target(hops) is not None:
        return Judgement(Reason.PERMANENT_REDIRECT, (way, *signals))
    return Judgement(Reason.REDIRECTED if without is not Reason.UNREADABLE else without, (way, *signals))


def _is_thrown_out(asked: str, landed: str) -> bool:
    """A deep link that ends on the front page of its own host (with or without `www.`), or of its site.

    The front page of *another* site may be a programme's own new one: that is a move.
    """
    one, two = (urls.name(url).removeprefix("www.") for url in (asked, landed))
    within = two in {one, urls.site(one)} or one.endswith(f".{two}")
    return within and urls.is_landing_page(landed) and not urls.is_landing_page(asked)


def _status_signal(status: int) -> Signal:
    return Signal("status", _CERTAIN, f"HTTP {status}")
