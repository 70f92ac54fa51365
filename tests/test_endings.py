"""How processes end: killed, interrupted, asked to stop. What was said to be recorded is recorded, always."""

import random
import re
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from commands import Desk, listing
from webs import Answer, Web, page, serving

pytestmark = pytest.mark.process

KILLS = 20
LINKS = 12


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def slow_web() -> Iterator[Web]:
    with serving(slow_s=0.05) as web:
        yield web


def many_listings(web: Web) -> str:
    for n in range(LINKS):
        web.pages[f"/{n}"] = Answer(page(f"Programme {n}: the fee is ${n}00."))
    settings = '[monitor]\nhost_delay = "10ms"\n\n'
    return settings + "".join(listing(f"programme-{n}", web.url(f"/{n}")) for n in range(LINKS))


def recorded_urls(desk: Desk) -> set[str]:
    with closing(sqlite3.connect(desk.database)) as connection:
        return {url for (url,) in connection.execute("SELECT url FROM observation")}


def read_until(process: subprocess.Popen[str], lines: int) -> list[str]:
    """The first *lines* lines that the process says on standard error."""
    assert process.stderr is not None
    return list(islice(process.stderr, lines))


def told(lines: list[str]) -> set[str]:
    """The URLs that these lines call recorded."""
    return {match[1] for line in lines if (match := re.search(r"^recorded .* (http\S+)$", line))}


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_check_that_is_killed_has_kept_all_that_it_said_it_had(desk: Desk, slow_web: Web, seed: int) -> None:
    desk.write(many_listings(slow_web))
    chance = random.Random(seed)
    with desk.start("check") as process:
        said = read_until(process, chance.randrange(LINKS))
        for _ in range(chance.randrange(3000)):  # some way into the next look, at no line's boundary
            pass
        process.kill()
        _, rest = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL
    promised = told([*said, *rest.splitlines()])
    if desk.database.exists() and promised:
        assert promised <= recorded_urls(desk)
    again = desk.run("check")
    assert again.returncode == 0, again.stderr
    with closing(sqlite3.connect(desk.database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert recorded_urls(desk) == {slow_web.url(f"/{n}") for n in range(LINKS)}
    assert promised <= recorded_urls(desk)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_check_that_is_interrupted_keeps_what_was_recorded_and_says_how_far_it_came(
    desk: Desk, slow_web: Web, how: signal.Signals
) -> None:
    text = many_listings(slow_web)
    slow_web.pages["/11"] = Answer(page("Never."), wait=True)
    desk.write(text)
    with desk.start("check") as process:
        said = read_until(process, 3)
        process.send_signal(how)
        out, rest = process.communicate(timeout=30)
    assert process.returncode == 130, rest
    assert out == ""
    last = rest.splitlines()[-1]
    match = re.search(r"stopped: (\d+) of 12 links were recorded; run again to go on", last)
    assert match, rest
    assert int(match[1]) == len(told([*said, *rest.splitlines()])) == len(recorded_urls(desk))
    assert 3 <= int(match[1]) < LINKS
    assert "Traceback" not in rest
    assert "interrupted" in desk.report.read_text() or "broken off" in desk.report.read_text()
    with closing(sqlite3.connect(desk.database)) as connection:
        assert connection.execute("SELECT interrupted, looked FROM pass").fetchall() == [(1, int(match[1]))]


def test_a_check_in_the_background_of_a_shell_can_be_ended_too(desk: Desk, slow_web: Web) -> None:
    slow_web.pages["/11"] = Answer(page("Never."), wait=True)
    desk.write(many_listings(slow_web))
    ignored = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as shells have it for their jobs in the background
    try:
        process = desk.start("check")
    finally:
        signal.signal(signal.SIGINT, ignored)
    with process:
        read_until(process, 3)
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=30)
    assert process.returncode == 130, rest
    assert rest.splitlines()[-1].startswith("monitor: stopped: ")


# --- the service --------------------------------------------------------------------------------------------------


def daemon_lines(process: subprocess.Popen[str], until: str, limit: int = 40) -> list[str]:
    """What the service says, up to a line that holds *until*."""
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if until in line:
            return said
        assert len(said) < limit, said
    raise AssertionError(f"the service ended before it said {until!r}: {said}")


def every_second(text: str) -> str:
    return '[monitor]\nschedule = "@every 1s"\nhost_delay = "10ms"\n\n' + text


def passes(desk: Desk) -> list[tuple[int, int]]:
    with closing(sqlite3.connect(desk.database)) as connection:
        return list(connection.execute("SELECT looked, interrupted FROM pass ORDER BY id"))


def test_the_service_runs_passes_by_schedule_survives_a_broken_edit_and_stops_in_the_middle_of_a_pass(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, now=None)
    with serving() as web:
        web.pages["/a"] = Answer(page("The fee is $300."))
        good = every_second(listing("northfield", web.url("/a")))
        desk.write(good)
        with desk.start("daemon") as process:
            first = daemon_lines(process, "pass done")
            assert any("next pass at" in line for line in first)
            done = r"pass done: 1 of 1 looked at; \d+ errors?, \d+ warnings?, \d+ notes? open; 1 of 1 link verified; "
            assert re.match(done, first[-1])
            assert desk.report.exists()
            daemon_lines(process, "pass done")

            desk.write(good.replace("program =", "programm ="))
            broken = daemon_lines(process, "pass skipped")
            assert any("did you mean `program`" in line for line in broken), broken
            asked = len(web.asked)

            web.pages["/slow"] = Answer(page("Slow."), wait=True)
            desk.write(good + listing("slow", web.url("/slow")))
            mended = daemon_lines(process, "pass begins")
            assert any("mended" in line for line in mended), mended
            while not any(path == "/slow" for _, path, _ in web.asked):
                assert process.poll() is None

            process.send_signal(signal.SIGTERM)
            _, rest = process.communicate(timeout=20)
        assert process.returncode == 0, rest
        assert rest.splitlines()[-1].endswith("stopped")
        assert "pass broken off" in rest
        assert "Traceback" not in rest
        assert asked < len(web.asked)
    *whole, last = passes(desk)
    assert len(whole) >= 2
    assert all(looked == 1 and not interrupted for looked, interrupted in whole)
    assert last[1] == 1
    assert desk.run("findings").returncode == 0


def test_the_service_steps_aside_for_a_check_by_hand(tmp_path: Path) -> None:
    desk = Desk(tmp_path, now=None)
    with serving() as web:
        web.pages["/slow"] = Answer(page("Slow."), wait=True)
        desk.write(every_second(listing("northfield", web.url("/slow"))))
        with desk.start("check") as check:
            while not web.asked:
                assert check.poll() is None
            with desk.start("daemon") as service:
                said = daemon_lines(service, "pass failed")
                assert "another pass holds the database" in said[-1]
                web.gate.set()
                check.communicate(timeout=30)
                daemon_lines(service, "pass done")
                service.send_signal(signal.SIGINT)
                service.communicate(timeout=20)
        assert (check.returncode, service.returncode) == (0, 0)


def test_the_service_says_at_its_start_what_it_will_follow_up_and_goes_by_the_moment_that_is_held_still(
    desk: Desk,
) -> None:
    with serving() as web:
        web.pages["/a"] = Answer(page("The fee is $300."))
        catalogue = listing("northfield", web.url("/a")) + listing("gone", web.url("/gone"))
        desk.write('[monitor]\nschedule = "0 0 29 feb *"\nhost_delay = "10ms"\n\n' + catalogue)
        desk.run("check")
        with desk.start("daemon", MONITOR_NOW="2026-11-22T08:00:00Z") as process:
            said = daemon_lines(process, "follow-up")
            process.send_signal(signal.SIGTERM)
            _, rest = process.communicate(timeout=20)
    assert re.fullmatch(r"follow-up at 2026-11-2\d \d\d:05:00\S+: 1 link after a failure\n", said[-1]), said
    assert rest == "stopped\n"


def test_a_service_whose_catalogue_is_wrong_from_the_start_does_not_start(desk: Desk) -> None:
    desk.write("[[listing]]\n")
    result = desk.run("daemon")
    assert result.returncode == 2
    assert "listings.toml:1" in result.stderr
    assert not desk.database.exists()
