"""The scheduled service: sleep until a pass is due, run it, stop politely."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from monitor.errors import OperatorError

WATCH_EVERY_S = 5
"""How often the catalogue is looked at for changes: reading its size and date costs nothing."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What a catalogue asks of the service: when, and what. `edition` changes whenever the catalogue does."""

    edition: str
    schedule: str
    run: Callable[[], Awaitable[str]]  # one pass; the answer says in a sentence how it went


Load = Callable[[], Duty]
"""Reads the catalogue as it is now; raises OperatorError while it is wrong."""


@dataclass(slots=True)
class Service:
    """Passes by schedule, one at a time; the catalogue's edits are taken up between them."""

    load: Load
    say: Callable[[str], None]
    report_bug: Callable[[BaseException], None]
    watch_every_s: float = WATCH_EVERY_S
    _duty: Duty | None = None
    _wrong: str | None = None
    _job: Job | None = None
    _pass: asyncio.Task[str] | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Serve until SIGTERM or SIGINT. A pass that is under way then is broken off; what it recorded stays."""
        self._duty = self.load()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        scheduler = AsyncIOScheduler()
        self._job = scheduler.add_job(
            self._run_pass,
            _trigger(self._duty.schedule),
            max_instances=1,  # never two passes at once
            coalesce=True,  # a machine that slept through three passes runs one
            misfire_grace_time=None,  # and runs it, however late
        )
        scheduler.add_job(self._watch, IntervalTrigger(seconds=self.watch_every_s), max_instances=1, coalesce=True)
        scheduler.start()
        self._say_next()
        try:
            await self._stop.wait()
        finally:
            scheduler.shutdown(wait=False)
            await self._break_off()
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)
        self.say("stopped")

    async def _run_pass(self) -> None:
        self._take_up()
        if self._duty is None or self._wrong is not None:
            self.say("pass skipped: the catalogue is wrong; nothing is checked until it is mended")
            return
        self.say("pass begins")
        self._pass = asyncio.create_task(self._attempt(self._duty))
        # Waited for without being its owner: the scheduler's shutdown cancels this job, and must not cut into the pass.
        with suppress(asyncio.CancelledError):
            await asyncio.wait({self._pass})
            self._say_next()

    async def _attempt(self, duty: Duty) -> str:
        try:
            said = await duty.run()
        except OperatorError as error:
            said = f"pass failed: {error}"
        except asyncio.CancelledError:
            said = "pass broken off; what was recorded is kept"
        except Exception as bug:  # noqa: BLE001  # the service outlives a bug in one pass
            self.report_bug(bug)
            said = "pass failed by a bug of the monitor"
        self.say(said)
        return said

    async def _watch(self) -> None:
        """Take up an edit as soon as it is there; while a pass runs, it goes on with the catalogue it began with."""
        if self._pass is None or self._pass.done():
            self._take_up()

    def _take_up(self) -> None:
        try:
            duty = self.load()
        except OperatorError as error:
            if self._wrong != str(error):
                self.say(f"the catalogue is wrong: {error}")
            self._wrong = str(error)
            return
        if self._wrong is not None:
            self.say("the catalogue is mended")
        self._wrong = None
        if self._duty is None or duty.edition == self._duty.edition:
            return
        if duty.schedule != self._duty.schedule and self._job is not None:
            self._job.reschedule(_trigger(duty.schedule))
        self._duty = duty
        self.say("the catalogue has changed and was taken up")
        self._say_next()

    async def _break_off(self) -> None:
        if self._pass is not None and not self._pass.done():
            self._pass.cancel()
            await asyncio.wait({self._pass})

    def _say_next(self) -> None:
        following = self._job.next_run_time if self._job else None
        if following is not None and not self._stop.is_set():
            self.say(f"next pass at {following.isoformat(sep=' ', timespec='seconds')}")


def _trigger(schedule: str) -> BaseTrigger:
    """Five cron fields in the machine's local time, as cron has it, or "@every 90s"."""
    every = schedule.removeprefix("@every ")
    if every != schedule:
        return IntervalTrigger(seconds=int(every.removesuffix("s")))
    return CronTrigger.from_crontab(schedule)
