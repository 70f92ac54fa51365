"""The scheduled service: sleep until a pass or a follow-up is due, run it, stop politely."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from monitor.errors import OperatorError

WATCH_EVERY_S = 5
"""How often the catalogue is looked at for changes: reading its size and date costs nothing."""


SHORTEST_PAUSE: Final = timedelta(minutes=5)
LONGEST_PAUSE: Final = timedelta(hours=6)
"""Between a pass and the follow-up after it. It doubles while what a follow-up was run for is still due afterwards."""


@dataclass(frozen=True, slots=True)
class Wake:
    """When a follow-up is due, be it in the past, and why in words."""

    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What a catalogue asks of the service: when, and what. `edition` changes whenever the catalogue does.

    `run` is one pass of a schedule that comes round so often, or a follow-up (None); its answer says in a sentence how
    it went. `next_wake` says what is to be followed up before the schedule comes round.
    """

    edition: str
    schedule: str
    run: Callable[[timedelta | None], Awaitable[str]]
    next_wake: Callable[[], Wake | None]


Load = Callable[[], Duty]
"""Reads the catalogue as it is now; raises OperatorError while it is wrong."""


@dataclass(slots=True)
class Service:
    """Passes by schedule and follow-ups between them, one at a time; the catalogue's edits are taken up in between.

    *clock* is the time by which follow-ups are due. The schedule goes by the machine's.
    """

    load: Load
    clock: Callable[[], datetime]
    say: Callable[[str], None]
    report_bug: Callable[[BaseException], None]
    watch_every_s: float = WATCH_EVERY_S
    _duty: Duty | None = None
    _wrong: str | None = None
    _job: Job | None = None
    _pass: asyncio.Task[None] | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _wake: Wake | None = None
    _pause: timedelta = SHORTEST_PAUSE
    _stop: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Serve until SIGTERM or SIGINT. A pass that is under way then is broken off; what it recorded stays."""
        self._duty = self.load()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        scheduler = AsyncIOScheduler()
        self._job = scheduler.add_job(
            self._come_round,
            _trigger(self._duty.schedule),
            max_instances=1,  # never two passes at once
            coalesce=True,  # a machine that slept through three passes runs one
            misfire_grace_time=None,  # and runs it, however late
        )
        scheduler.add_job(self._watch, IntervalTrigger(seconds=self.watch_every_s), max_instances=1, coalesce=True)
        scheduler.start()
        self._look_ahead(self._ask())
        try:
            await self._stop.wait()
        finally:
            scheduler.shutdown(wait=False)
            await self._break_off()
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)
        self.say("stopped")

    async def _come_round(self) -> None:
        """A pass of the schedule; a follow-up that is under way then is waited for."""
        # The scheduler's shutdown cancels this job: that is the end of it, and no error.
        with suppress(asyncio.CancelledError):
            async with self._turn:
                self._take_up()
                if self._duty is None or self._wrong is not None:
                    self.say("pass skipped: the catalogue is wrong; nothing is checked until it is mended")
                    return
                self.say("pass begins")
                await self._run(self._duty, self._period())

    async def _follow_up(self) -> None:
        """Run what woke us, unless somebody has seen to it meanwhile."""
        with suppress(asyncio.CancelledError):
            async with self._turn:
                wake = self._ask()
                if self._duty is None or wake is None or wake.at > self.clock():
                    self._look_ahead(wake)
                    return
                self.say(f"follow-up begins: {wake.why}")
                await self._run(self._duty, None)

    async def _run(self, duty: Duty, every: timedelta | None) -> None:
        began = self.clock()
        self._pass = asyncio.create_task(self._attempt(duty, every))
        # Waited for without being its owner: whoever cancels this job must not cut into the pass.
        await asyncio.wait({self._pass})
        wake = self._ask()
        in_vain = every is None and wake is not None and wake.at <= began
        self._pause = min(2 * self._pause, LONGEST_PAUSE) if in_vain else SHORTEST_PAUSE
        self._look_ahead(wake)

    async def _attempt(self, duty: Duty, every: timedelta | None) -> None:
        try:
            said = await duty.run(every)
        except OperatorError as error:
            said = f"pass failed: {error}"
        except asyncio.CancelledError:
            said = "pass broken off; what was recorded is kept"
        except Exception as bug:  # noqa: BLE001  # the service outlives a bug in one pass
            self.report_bug(bug)
            said = "pass failed by a bug of the monitor"
        self.say(said)

    async def _watch(self) -> None:
        """Take up an edit as soon as it is there, and see whether it is time for a follow-up.

        While a pass runs, it goes on with the catalogue it began with.
        """
        if self._turn.locked():
            return
        self._take_up()
        if self._wrong is None and self._wake is not None and self._wake.at <= self.clock():
            await self._follow_up()

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
        self._look_ahead(self._ask())

    async def _break_off(self) -> None:
        if self._pass is not None and not self._pass.done():
            self._pass.cancel()
            await asyncio.wait({self._pass})

    def _look_ahead(self, wake: Wake | None) -> None:
        """Plan the next follow-up, a pause after whatever ran last, and say what comes when."""
        following = self._job.next_run_time if self._job else None
        if following is None or self._stop.is_set():
            return
        self.say(f"next pass at {following.isoformat(sep=' ', timespec='seconds')}")
        self._wake = replace(wake, at=max(wake.at, self.clock() + self._pause)) if wake else None
        if self._wake is not None:
            at = self._wake.at.astimezone(following.tzinfo)
            self.say(f"follow-up at {at.isoformat(sep=' ', timespec='seconds')}: {self._wake.why}")

    def _ask(self) -> Wake | None:
        try:
            return self._duty.next_wake() if self._duty else None
        except OperatorError as error:
            self.say(f"no follow-ups before the next pass: {error}")
            return None

    def _period(self) -> timedelta:
        """From the next pass of the schedule to the one after it."""
        assert self._job is not None
        following = self._job.next_run_time
        after = self._job.trigger.get_next_fire_time(following, following) if following else None
        return after - following if after else timedelta()


def _trigger(schedule: str) -> BaseTrigger:
    """Five cron fields in the machine's local time, as cron has it, or "@every 90s"."""
    every = schedule.removeprefix("@every ")
    if every != schedule:
        return IntervalTrigger(seconds=int(every.removesuffix("s")))
    return CronTrigger.from_crontab(schedule)
