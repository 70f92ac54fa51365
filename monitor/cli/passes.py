"""`check` and `daemon`: what looks at the web."""

import asyncio
import signal
import sys
import traceback
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path

from monitor import formats, runner
from monitor.catalogue import Loaded, load
from monitor.check import Prober
from monitor.cli import wiring
from monitor.cli.findings import exit_code, render, require_listings
from monitor.cli.options import COULD_NOT_RUN, INTERRUPTED, FailOn, Output, complain
from monitor.cli.progress import Live, Quiet, watching
from monitor.cli.wiring import Common
from monitor.core.cadence import Cause, FollowUp
from monitor.core.finding import Situation
from monitor.core.urls import host
from monitor.daemon import Duty, Service, Wake
from monitor.errors import CatalogueError, OperatorError


def check(
    common: Common, listings: Sequence[str], *, due_only: bool, fail_on: FailOn, environ: Mapping[str, str]
) -> int:
    """One pass by hand."""
    wiring.log_to_stderr()
    clock = wiring.clock(environ)
    loaded = common.load()
    require_listings(loaded, listings)
    chosen = runner.Selection(frozenset(listings) or None, due_only)
    progress = watching()

    def web() -> AbstractAsyncContextManager[Prober]:
        return wiring.prober(loaded.catalogue.settings, environ)

    async def run() -> runner.Outcome:
        # SIGTERM is Ctrl-C from a supervisor: what was recorded stays, the report says how far it came. It is not
        # passed on as SIGINT, which a shell has its jobs in the background ignore.
        this = asyncio.current_task()
        assert this is not None
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
        return await runner.run(loaded, chosen, common.places(), web, clock, progress, draw_name=wiring.draw_name)

    try:
        outcome = asyncio.run(run())
    except (KeyboardInterrupt, asyncio.CancelledError):
        _close(progress)
        complain(f"stopped: {len(progress.done)} of {progress.links} links were recorded; run again to go on")
        return INTERRUPTED
    finally:
        _close(progress)
    situation = outcome.situation
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps(formats.check_document(situation)))
    else:
        sys.stdout.write(render(situation, common.output))
    if outcome.summary.offline and outcome.summary.looked:
        complain(
            f"offline: the network of this machine failed on the way; {outcome.summary.looked} of "
            f"{outcome.summary.links} links were judged before, the others stand as they were; check the network and "
            "run again"
        )
        return COULD_NOT_RUN
    if outcome.summary.offline:
        complain(
            f"offline: {_silent(situation)}, so nothing about links was judged or changed; "
            f"check the network and run again (what needs no network stands in {outcome.report})"
        )
        return COULD_NOT_RUN
    if spared := outcome.summary.spared:
        links = "1 link was" if spared == 1 else f"{spared} links were"
        complain(f"{links} not asked, because a host asked us to wait; a later check includes what was left out")
    print(f"report: {outcome.report}", file=sys.stderr)  # noqa: T201
    return exit_code(situation, fail_on)


def daemon(common: Common, *, environ: Mapping[str, str]) -> None:
    """The service, until somebody ends it."""
    wiring.log_to_stderr()
    clock = wiring.clock(environ)
    places = common.places()

    def duty(loaded: Loaded) -> Duty:
        async def one_pass(every: timedelta | None) -> str:
            outcome = await runner.run(
                loaded,
                runner.Selection(due_only=True, every=every),
                places,
                lambda: wiring.prober(loaded.catalogue.settings, environ),
                clock,
                Quiet(),
                draw_name=wiring.draw_name,
            )
            return _said(outcome)

        def next_wake() -> Wake | None:
            found = runner.next_follow_up(loaded, places.database, clock())
            return Wake(found.at, _why(found)) if found else None

        return Duty(loaded.digest, loaded.catalogue.settings.schedule, one_pass, next_wake)

    watched = _Watched(common.catalogue)
    asyncio.run(Service(lambda: duty(watched.read()), clock, say, traceback.print_exception).serve())


class _Watched:
    """A catalogue that is read again only when its file has changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._edition: tuple[int, int, int] | None = None
        self._found: Loaded | OperatorError = OperatorError("not read yet")

    def read(self) -> Loaded:
        """The catalogue as it is, or what is wrong with it in one line."""
        edition = self._stat()
        if edition is None or edition != self._edition:
            self._edition, self._found = edition, self._load()
        if isinstance(self._found, OperatorError):
            raise self._found
        return self._found

    def _stat(self) -> tuple[int, int, int] | None:
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino

    def _load(self) -> Loaded | OperatorError:
        try:
            return load(self._path)
        except CatalogueError as error:
            first, *others = formats.mistakes_text(error).splitlines()
            more = f" (and {len(others)} more; monitor lint shows them)" if others else ""
            return OperatorError(f"{first}{more}")
        except OperatorError as error:
            return error


def say(message: str) -> None:
    """A line of the service's log; the journal adds the time."""
    print(message, file=sys.stderr, flush=True)  # noqa: T201


def _said(outcome: runner.Outcome) -> str:
    summary = outcome.summary
    if summary.offline and summary.looked:
        return (
            f"pass offline: the network failed after {summary.looked} of {summary.links} links, the others stay as "
            f"they were; report: {outcome.report}"
        )
    if summary.offline:
        return f"pass offline: no host answered, nothing about links was changed; report: {outcome.report}"
    looked = f"{summary.looked} of {summary.links} looked at"
    spared = f", {summary.spared} left alone because a host asked us to wait" if summary.spared else ""
    return f"pass done: {looked}{spared}; {formats.summary(outcome.situation)}; report: {outcome.report}"


_AFTER = {
    Cause.FAILURE: "after a failure",
    Cause.RECOVERY: "after a recovery",
    Cause.RETRY_AFTER: "because a host asked us to wait until then",
}


def _why(found: FollowUp) -> str:
    told = ((cause, found.links.get(cause, 0)) for cause in _AFTER)
    return ", ".join(f"{n} {'link' if n == 1 else 'links'} {_AFTER[cause]}" for cause, n in told if n)


def _silent(situation: Situation) -> str:
    asked = {host(link.url) for link in situation.links}
    if len(asked) == 1:
        return f"{asked.pop()} did not answer, nor did other hosts of the catalogue"
    return f"none of {len(asked)} hosts answered"


def _close(progress: Quiet) -> None:
    if isinstance(progress, Live):
        progress.close()
