"""Watches over our own network during a pass: silence is held until it is known whose it is."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum

from monitor.core import urls
from monitor.core.look import Observation
from monitor.core.network import Heard, heard
from monitor.core.outage import Suspicion


class Whose(Enum):
    """Whose silence, or answer, it was."""

    THEIRS = "theirs"  # it stands
    UNKNOWN = "unknown"  # our network had failed meanwhile and is back: to be looked at again
    OURS = "ours"  # it is void


class Testimony(Enum):
    """What the hosts that were asked in doubt say about our network."""

    UP = "up"
    DOWN = "down"
    NONE = "none"  # they are silent too, but nobody has ever heard of them


@dataclass(slots=True)
class Vigil:
    """Holds silent looks while the suspicion lasts; asks witnesses when it is grave. *left*: looks still to come.

    Looks are heard in the order of time. `offline` is for good: nothing is asked any more in this pass. `over` is set
    when no look is to come any more.
    """

    left: int
    ask_witnesses: Callable[[frozenset[str]], Awaitable[Testimony]]
    offline: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)
    suspicion: Suspicion = field(default_factory=Suspicion)
    _held: list["asyncio.Future[Whose]"] = field(default_factory=list)
    _open: asyncio.Event = field(default_factory=asyncio.Event)
    _asked_in_vain: bool = False

    def __post_init__(self) -> None:
        self._open.set()
        if not self.left:
            self.over.set()

    @property
    def paused(self) -> bool:
        """Whether witnesses are being asked: until they have answered, nobody else is."""
        return not self._open.is_set()

    async def clear(self) -> None:
        """Wait while witnesses are asked."""
        await self._open.wait()

    @contextmanager
    def coming(self) -> Iterator[None]:
        """For as long as one of the looks to come may still be heard."""
        try:
            yield
        finally:
            self.left -= 1
            self._end_if_nobody_comes()
            if not self.left:
                self.over.set()

    async def heed(self, seen: Observation) -> Whose:
        """Hear a look; of a silent one, once it is known whose silence it is."""
        host = urls.host(seen.url)
        match heard(seen):
            case Heard.ANSWER:
                self.suspicion = self.suspicion.answer(host)
                if not self.suspicion.silent:
                    self._asked_in_vain = False
                    self._settle(Whose.THEIRS)
                return Whose.THEIRS
            case Heard.NEITHER:
                return Whose.THEIRS
            case Heard.SILENCE:
                if self.offline:
                    return Whose.OURS
                self.suspicion = self.suspicion.silence(host)
                held: asyncio.Future[Whose] = asyncio.get_running_loop().create_future()
                self._held.append(held)
                if self.suspicion.is_grave and not self._asked_in_vain and not self.paused:
                    try:
                        await self._ask()
                    except BaseException:
                        self._held.remove(held)
                        raise
                self._end_if_nobody_comes()
                return await held

    async def _ask(self) -> None:
        """Pause, and let witnesses decide over all that was silent since the sum left zero."""
        self._open.clear()
        try:
            match await self.ask_witnesses(self.suspicion.silent):
                case Testimony.UP:
                    self.suspicion = Suspicion()
                    self._settle(Whose.UNKNOWN)
                case Testimony.DOWN:
                    self.offline = True
                    self._settle(Whose.OURS)
                case Testimony.NONE:
                    self._asked_in_vain = True
        finally:
            self._open.set()

    def _end_if_nobody_comes(self) -> None:
        """Whoever is still held when nobody else comes was silent by itself, as far as anybody can tell."""
        if not self.paused and self.left == len(self._held):
            self._settle(Whose.THEIRS)

    def _settle(self, whose: Whose) -> None:
        held, self._held = self._held, []
        for each in held:
            if not each.done():
                each.set_result(whose)
