"""Where objects are made: the only reader of the clock and of the environment."""

import asyncio
import logging
import secrets
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from monitor import __version__
from monitor.cli.options import COULD_NOT_RUN, complain
from monitor.errors import CatalogueError, OperatorError

if TYPE_CHECKING:
    from monitor.catalogue import Loaded
    from monitor.check import Prober
    from monitor.core.listing import Settings
    from monitor.runner import Places

_PROJECT = "listings-monitor"
_YEARS = range(1970, 9000)
_ALLOW_PRIVATE = "MONITOR_ALLOW_PRIVATE_NETWORKS"


@dataclass(frozen=True, slots=True)
class Common:
    """The options that every command shares."""

    catalogue: Path
    database: str
    reports: Path
    output: str = "text"

    def load(self) -> "Loaded":
        """The catalogue; where it is wrong, every mistake is said in the wanted form, and that is the end."""
        from monitor.catalogue import load
        from monitor.formats import dumps, mistakes_document, mistakes_text

        try:
            return load(self.catalogue)
        except CatalogueError as error:
            if self.output == "json":
                sys.stdout.write(dumps(mistakes_document(error.mistakes)))
                complain(str(error))
            else:
                sys.stderr.write(mistakes_text(error))
            raise SystemExit(COULD_NOT_RUN) from None

    def places(self) -> "Places":
        """Where passes remember and report."""
        from monitor.runner import Places
        from monitor.store import Location

        return Places(Location.parse(self.database), self.reports)


def clock(environ: Mapping[str, str]) -> Callable[[], datetime]:
    """The time, in UTC: the machine's, or the moment that MONITOR_NOW holds still."""
    said = environ.get("MONITOR_NOW")
    if not said:
        return lambda: datetime.now(UTC)  # noqa: TID251  # the one place
    try:
        frozen = datetime.fromisoformat(said)
    except ValueError:
        raise OperatorError(
            f"MONITOR_NOW={said!r} is not a moment; write it like 2026-11-22T06:00:00Z, or unset it"
        ) from None
    if frozen.year not in _YEARS:  # spans are counted from it, back and forth
        raise OperatorError(f"MONITOR_NOW={said!r} lies outside {_YEARS[0]} to {_YEARS[-1]}; name a nearer moment")
    frozen = frozen.replace(tzinfo=UTC) if frozen.tzinfo is None else frozen.astimezone(UTC)
    return lambda: frozen


def draw_name() -> str:
    """A name that nobody has given to a page: 64 bits drawn by lot, between letters."""
    return f"x{secrets.token_hex(8)}z"


def prober(settings: "Settings", environ: Mapping[str, str]) -> "AbstractAsyncContextManager[Prober]":
    """The real web."""
    from monitor.fetch import Fetcher, PrivateNetworks, SystemResolver

    said = environ.get(_ALLOW_PRIVATE, "")
    if said not in {"", "0", "1"}:
        complain(f"{_ALLOW_PRIVATE}={said} is not 1, so links to private addresses are refused")
    return Fetcher(
        settings,
        resolver=SystemResolver(timeout=settings.connect_timeout),
        private_networks=PrivateNetworks.ALLOWED if said == "1" else PrivateNetworks.REFUSED,
        environ=environ,
        user_agent=user_agent(settings.contact),
        sleep=asyncio.sleep,
        monotonic=time.monotonic,
    )


def user_agent(contact: str | None) -> str:
    """Who we are, and whom a webmaster can ask about us."""
    return f"{_PROJECT}/{__version__}" + (f" (+{contact})" if contact else "")


def log_to_stderr() -> None:
    """Warnings of the rooms reach the operator, a line each."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("monitor: %(message)s"))
    logger = logging.getLogger("monitor")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # that a pass outlasts its interval is no news
