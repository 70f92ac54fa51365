"""One deadline for a whole visit, which stands still while our own manners make it wait."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from types import TracebackType

import httpx

EXTENSION = "monitor.deadline"


class Deadline:
    """Cancels what runs under it after *seconds* of its own time; it leaves as TimeoutError, as asyncio.timeout's.

    A deadline *within* another is a share of that one's time: both stand still together.
    """

    def __init__(self, seconds: float, within: "Deadline | None" = None) -> None:
        self._timeout = asyncio.timeout(seconds)
        self._within = within

    async def __aenter__(self) -> "Deadline":
        await self._timeout.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._timeout.__aexit__(kind, exc, traceback)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Time inside does not count: a queue of forty links of one host is not the fortieth page's slowness."""
        with self._within.paused() if self._within is not None else nullcontext():
            when = self._timeout.when()
            if when is None or self._timeout.expired():
                yield
                return
            loop = asyncio.get_running_loop()
            remaining = when - loop.time()
            self._timeout.reschedule(None)
            try:
                yield
            finally:
                self._timeout.reschedule(loop.time() + remaining)


def travelling(request: httpx.Request) -> Deadline | None:
    """The deadline that travels with *request*, if one does."""
    deadline = request.extensions.get(EXTENSION)
    return deadline if isinstance(deadline, Deadline) else None


@contextmanager
def paused(request: httpx.Request) -> Iterator[None]:
    """Stops the deadline that travels with *request*, if one does."""
    deadline = travelling(request)
    with deadline.paused() if deadline is not None else nullcontext():
        yield
