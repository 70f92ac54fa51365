"""The service with a fake duty: when passes run, what an edit does, and how it ends."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from monitor.daemon import Duty, Service
from monitor.errors import OperatorError

NEVER = "0 0 29 feb *"


@dataclass(slots=True)
class Desk:
    """A catalogue that a test edits, and the lines that the service says."""

    schedule: str = "@every 1s"
    edition: int = 0
    wrong: str | None = None
    run: Callable[[], Awaitable[str]] | None = None
    said: list[str] = field(default_factory=list)
    bugs: list[BaseException] = field(default_factory=list)
    passes: int = 0
    _heard: asyncio.Event = field(default_factory=asyncio.Event)

    def load(self) -> Duty:
        if self.wrong:
            raise OperatorError(self.wrong)
        return Duty(f"{self.edition} {self.schedule}", self.schedule, self.run or self.one_pass)

    async def one_pass(self) -> str:
        self.passes += 1
        return f"pass {self.passes} done"

    def say(self, line: str) -> None:
        self.said.append(line)
        self._heard.set()

    async def hear(self, words: str) -> str:
        """The first line that holds *words*, said already or to come."""
        async with asyncio.timeout(20):
            while True:
                for line in self.said:
                    if words in line:
                        return line
                self._heard.clear()
                await self._heard.wait()

    def serve(self) -> "asyncio.Task[None]":
        return asyncio.create_task(Service(self.load, self.say, self.bugs.append, watch_every_s=0.05).serve())


async def stopped(service: "asyncio.Task[None]") -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(20):
        await service


async def test_an_edited_schedule_is_taken_up_without_a_restart() -> None:
    desk = Desk(schedule=NEVER)
    service = desk.serve()
    await desk.hear("next pass at")
    desk.schedule = "@every 1s"
    await desk.hear("the catalogue has changed and was taken up")
    await desk.hear("pass 1 done")
    await stopped(service)
    assert desk.said[-1] == "stopped"


async def test_a_wrong_catalogue_is_told_once_and_nothing_runs_until_it_is_mended() -> None:
    desk = Desk()
    service = desk.serve()
    await desk.hear("next pass at")
    desk.wrong = "listings.toml:3: unknown key"
    await desk.hear("pass skipped")
    passes = desk.passes
    assert [line for line in desk.said if "unknown key" in line] == [
        "the catalogue is wrong: listings.toml:3: unknown key"
    ]
    desk.wrong = None
    await desk.hear("the catalogue is mended")
    await desk.hear(f"pass {passes + 1} done")
    await stopped(service)


async def test_a_pass_that_cannot_run_or_has_a_bug_does_not_end_the_service() -> None:
    failures = iter((OperatorError("the disk is full"), ZeroDivisionError()))
    desk = Desk()

    async def failing() -> str:
        for failure in failures:
            raise failure
        return "pass done at last"

    desk.run = failing
    service = desk.serve()
    await desk.hear("pass failed: the disk is full")
    await desk.hear("pass failed by a bug of the monitor")
    await desk.hear("pass done at last")
    await stopped(service)
    assert [type(bug) for bug in desk.bugs] == [ZeroDivisionError]


async def test_a_stop_breaks_off_the_pass_that_runs_and_waits_for_its_report() -> None:
    desk, ended = Desk(), []

    async def endless() -> str:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)  # what a pass does last: its report
            ended.append(True)
        return "never"

    desk.run = endless
    service = desk.serve()
    await desk.hear("pass begins")
    desk.edition += 1  # an edit in the middle of a pass waits for its end
    await stopped(service)
    assert ended == [True]
    assert desk.said[-2:] == ["pass broken off; what was recorded is kept", "stopped"]
    assert not any("taken up" in line for line in desk.said)
