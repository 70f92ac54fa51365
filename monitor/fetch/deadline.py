"""One deadline for a whole visit, which stands still while our own manners make it wait."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

import httpx

EXTENSION = "monitor.deadline"


class Deadline:
    """Cancels what runs under it after *seconds* of its own time; it leaves as TimeoutError, as asyncio.timeout's."""

    def __init__(self, seconds: float) -> None:
        self._timeout = asyncio.timeout(seconds)

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


@contextmanager
def paused(request: httpx.Request) -> Iterator[None]:
    """Stops the deadline that travels with *request*, if one does."""
    deadline = request.extensions.get(EXTENSION)
    if not isinstance(deadline, Deadline):
        yield
        return
    with deadline.paused():
        yield
