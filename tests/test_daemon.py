"""The service with a fake duty: when passes run, what an edit does, and how it ends."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fakes import DAY, HOUR, START, Clock

from monitor.daemon import LONGEST_PAUSE, SHORTEST_PAUSE, Duty, Service, Wake
from monitor.errors import OperatorError

NEVER = "0 0 29 feb *"


@dataclass(slots=True)
class Desk:
    """A catalogue that a test edits, and the lines that the service says."""

    schedule: str = "@every 1s"
    edition: int = 0
    wrong: str | None = None
    run: Callable[[], Awaitable[str]] | None = None
    clock: Clock = field(default_factory=Clock)
    wakes: list[Wake] = field(default_factory=list)  # what is to be followed up
    unreadable: str | None = None  # why nobody can say what is
    every: list[timedelta | None] = field(default_factory=list)  # of the passes
    said: list[str] = field(default_factory=list)
    bugs: list[BaseException] = field(default_factory=list)
    passes: int = 0
    _heard: asyncio.Event = field(default_factory=asyncio.Event)

    def load(self) -> Duty:
        if self.wrong:
            raise OperatorError(self.wrong)
        return Duty(f"{self.edition} {self.schedule}", self.schedule, self.attempt, self.next_wake)

    async def attempt(self, every: timedelta | None) -> str:
        self.every.append(every)
        return await (self.run or self.one_pass)()

    async def one_pass(self) -> str:
        self.passes += 1
        return f"pass {self.passes} done"

    def next_wake(self) -> Wake | None:
        if self.unreadable:
            raise OperatorError(self.unreadable)
        return min(self.wakes, key=lambda wake: wake.at, default=None)

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
        service = Service(self.load, self.clock, self.say, self.bugs.append, watch_every_s=0.05)
        return asyncio.create_task(service.serve())


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


# --- follow-ups -----------------------------------------------------------------------------------------------------

FAILED = "1 link after a failure"
IN_FIVE_MINUTES = START + timedelta(minutes=5)


def following_up(*wakes: Wake, answers: bool = True) -> Desk:
    """A desk between two passes, with what is to be followed up; a pass that is answered sees to what is due."""
    desk = Desk(schedule=NEVER, wakes=list(wakes))

    async def look() -> str:
        if answers:
            desk.wakes = [wake for wake in desk.wakes if wake.at > desk.clock.now]
        return await desk.one_pass()

    desk.run = look
    return desk


async def test_a_failure_is_followed_up_when_it_is_due_and_the_log_says_why() -> None:
    desk = following_up(Wake(START + HOUR, FAILED))
    service = desk.serve()
    assert await desk.hear("follow-up at") == f"follow-up at {local(START + HOUR)}: {FAILED}"
    desk.clock.go(HOUR)
    await desk.hear("pass 1 done")
    await stopped(service)
    at = desk.said.index(f"follow-up begins: {FAILED}")
    assert desk.said[at + 1] == "pass 1 done"
    assert desk.every == [None]
    assert "pass begins" not in desk.said


async def test_there_is_a_pause_before_a_follow_up_however_long_it_has_been_due() -> None:
    desk = following_up(Wake(START - DAY, FAILED))
    service = desk.serve()
    assert await desk.hear("follow-up at") == f"follow-up at {local(START + SHORTEST_PAUSE)}: {FAILED}"
    desk.clock.go(SHORTEST_PAUSE)
    await desk.hear("pass 1 done")
    await stopped(service)


async def test_what_is_due_together_is_followed_up_in_one_pass() -> None:
    desk = following_up(*(Wake(START + n * timedelta(minutes=1), f"{n} links") for n in range(4)))
    service = desk.serve()
    await desk.hear("follow-up at")
    desk.clock.go(HOUR)
    await desk.hear("pass 1 done")
    await stopped(service)
    assert (desk.passes, desk.wakes) == (1, [])


async def test_what_somebody_has_seen_to_meanwhile_is_not_followed_up() -> None:
    desk = following_up(Wake(IN_FIVE_MINUTES, FAILED))
    service = desk.serve()
    await desk.hear("follow-up at")
    desk.wakes = [Wake(START + HOUR, "1 link after a recovery")]  # a check by hand found it well
    desk.clock.go(SHORTEST_PAUSE)
    await desk.hear(f"follow-up at {local(START + HOUR)}")
    assert desk.passes == 0
    desk.clock.go(HOUR)
    await desk.hear("follow-up begins: 1 link after a recovery")
    await desk.hear("pass 1 done")
    await stopped(service)


async def test_a_follow_up_that_came_to_nothing_is_tried_again_after_ever_longer_pauses() -> None:
    desk = following_up(Wake(START, FAILED), answers=False)
    service = desk.serve()
    line = await desk.hear("follow-up at")
    for tried in range(9):
        pause = min(SHORTEST_PAUSE * 2**tried, LONGEST_PAUSE)
        assert line == f"follow-up at {local(desk.clock.now + pause)}: {FAILED}"
        desk.said.clear()
        desk.clock.go(pause)
        line = await desk.hear("follow-up at")
    await stopped(service)
    assert desk.passes == 9


async def test_a_pass_of_the_schedule_waits_for_a_follow_up_that_is_under_way() -> None:
    desk, gate = following_up(Wake(START, FAILED)), asyncio.Event()
    under_way, most = 0, 0

    async def look() -> str:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await gate.wait()
        under_way -= 1
        desk.wakes = []
        return await desk.one_pass()

    desk.run, desk.schedule = look, "@every 1s"
    desk.clock.go(HOUR)
    service = desk.serve()
    await desk.hear("begins")
    desk.clock.go(HOUR)
    gate.set()
    await desk.hear("pass 3 done")
    await stopped(service)
    assert most == 1


async def test_a_follow_up_that_is_under_way_is_broken_off_by_a_stop() -> None:
    desk = following_up(Wake(START, FAILED))

    async def endless() -> str:
        await asyncio.Event().wait()
        return "never"

    desk.run = endless
    service = desk.serve()
    await desk.hear("follow-up at")
    desk.clock.go(HOUR)
    await desk.hear("follow-up begins")
    await stopped(service)
    assert desk.said[-2:] == ["pass broken off; what was recorded is kept", "stopped"]


async def test_while_the_catalogue_is_wrong_nothing_is_followed_up() -> None:
    desk = following_up(Wake(IN_FIVE_MINUTES, FAILED))
    service = desk.serve()
    await desk.hear("follow-up at")
    desk.wrong = "listings.toml:3: unknown key"
    desk.clock.go(HOUR)
    await desk.hear("the catalogue is wrong")
    assert f"follow-up begins: {FAILED}" not in desk.said
    desk.wrong = None
    await desk.hear("pass 1 done")
    await stopped(service)


async def test_where_nobody_can_say_what_is_to_be_followed_up_the_schedule_goes_on() -> None:
    desk = Desk(unreadable="the disk is full")
    service = desk.serve()
    await desk.hear("no follow-ups before the next pass: the disk is full")
    await desk.hear("pass 1 done")
    await stopped(service)
    assert not any(said.startswith("follow-up") for said in desk.said)


async def test_a_pass_of_the_schedule_knows_how_often_that_comes_round() -> None:
    desk = Desk()
    service = desk.serve()
    await desk.hear("pass 1 done")
    await stopped(service)
    assert desk.every[0] == timedelta(seconds=1)


def local(at: datetime) -> str:
    """As the service says it: in the machine's own time."""
    return at.astimezone().isoformat(sep=" ", timespec="seconds")
