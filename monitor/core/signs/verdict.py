"""Which kind of page stands there, by the signs alone: the kind with the greatest sum, if that is enough."""

from collections.abc import Callable, Iterator

from monitor.core.look import Judgement, Reason, Signal
from monitor.core.signs import kinds
from monitor.core.signs.doors import login
from monitor.core.signs.saying import ENOUGH
from monitor.core.signs.scene import Scene
from monitor.core.signs.strangers import strangers
from monitor.core.signs.walls import wall

Detector = Callable[[Scene], Iterator[Signal]]

_OTHERS: tuple[tuple[Reason, Detector], ...] = (
    (Reason.GEO_BLOCK, kinds.geo_block),
    (Reason.RATE_LIMITED, kinds.rate_limited),
    (Reason.BOT_WALL, kinds.bot_wall),
    (Reason.LOGIN, login),
    (Reason.FORBIDDEN, kinds.forbidden),
    (Reason.MAINTENANCE, kinds.maintenance),
    (Reason.SERVER_ERROR, kinds.server_error),
    (Reason.PARKED, kinds.parked),
    (Reason.PARKED, kinds.default_page),
)


def not_there(scene: Scene) -> Iterator[Signal]:
    """The page is not there, by what it says itself and by what its server shows for made-up names.

    A wall, a login or a notice of maintenance stands before every name, made up or not: beside one of those, strangers
    say nothing.
    """
    own = tuple(kinds.soft_404(scene))
    yield from own
    if scene.around.strangers and not any(any(detector(scene)) for _, detector in _OTHERS):
        yield from strangers(scene, sum(signal.weight for signal in own))


# Of equal sums the first is taken: what says nothing about the link goes before what says that it is gone.
_KINDS: tuple[tuple[Reason, Detector], ...] = (*_OTHERS, (Reason.SOFT_404, not_there))
_PARTICULAR = (Reason.GEO_BLOCK, Reason.RATE_LIMITED)  # they say more than that we are kept out
_REFUSED = 3  # with a status that refuses, one sign says how
_AT_503 = (Reason.GEO_BLOCK, Reason.BOT_WALL, Reason.RATE_LIMITED, Reason.MAINTENANCE)


def instead(scene: Scene) -> Judgement | None:
    """What stands there instead of the page, at a status that says all is well."""
    return _best(scene, _only(_PARTICULAR), ENOUGH) or _best(scene, _KINDS, ENOUGH)


def refused(scene: Scene) -> Judgement | None:
    """How a refusing status (403 and its kin) is meant, where the answer says so."""
    return _best(scene, _only(_PARTICULAR), _REFUSED) or _best(scene, _only((Reason.BOT_WALL,)), _REFUSED)


def unavailable(scene: Scene) -> Judgement | None:
    """How a 503 is meant, where the answer says so."""
    return _best(scene, _only(_AT_503), _REFUSED)


def walled(scene: Scene) -> Judgement | None:
    """A bot wall's own mark, at whatever status."""
    signals = tuple(wall(scene))
    return Judgement(Reason.BOT_WALL, signals) if signals else None


def _only(reasons: tuple[Reason, ...]) -> tuple[tuple[Reason, Detector], ...]:
    return tuple(kind for kind in _KINDS if kind[0] in reasons)


def _best(scene: Scene, among: tuple[tuple[Reason, Detector], ...], enough: int) -> Judgement | None:
    best, most = None, enough - 1
    for reason, detector in among:
        signals = tuple(detector(scene))
        weight = sum(signal.weight for signal in signals)
        if weight > most:
            strongest = sorted(signals, key=lambda signal: -signal.weight)
            best, most = Judgement(reason, tuple(strongest)), weight
    return best
