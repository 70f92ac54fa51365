"""What a look brings is read once: a body that would be read the same is not read again, and nothing else changes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from fakes import (
    DAY,
    Clock,
    FakeMemory,
    FakeWeb,
    Moves,
    Says,
    Sends,
    Watcher,
    draw_name,
    listing,
    plan,
    quick_store,
)
from hypothesis import given
from hypothesis import strategies as st

from monitor.check import read_web_page, run_pass
from monitor.core.content import Clues, Page
from monitor.core.finding import Rule, State
from monitor.core.history import advance
from monitor.core.look import Drift, Judgement, LinkHistory, Observation, Reason, Reply
from monitor.core.recall import recalled
from monitor.core.skimmed import Skim, Skimmed
from monitor.store import Store
from monitor.store.packing import pack_skimmed, unpack_skimmed

WARD = "https://ward.example/visitors"
HTML = "text/html; charset=utf-8"
Either = Store | FakeMemory


def body(words: str, token: str, more: str = "") -> Sends:
    """A page with these words, whose bytes differ from visit to visit."""
    return Sends(
        f"<!doctype html><title>Visiting students</title><script nonce='{token}'>x('{token}')</script>{more}"
        f"<main><h1>Visitors</h1><p>{words}</p><a href='/apply'>Apply</a></main>",
        HTML,
    )


@dataclass(slots=True)
class Reading:
    """Reads pages, and notes which."""

    read: list[str] = field(default_factory=list)

    async def __call__(self, reply: Reply) -> Page | None:
        self.read.append(reply.requested_url)
        return await read_web_page(reply)


@pytest.fixture(params=["database", "fake"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Either]:
    if request.param == "fake":
        yield FakeMemory()
        return
    with quick_store(tmp_path / "monitor.db") as store:
        yield store


@pytest.fixture
def web() -> FakeWeb:
    return FakeWeb(Clock())


async def look(web: FakeWeb, memory: Either, reading: Reading, *, days: int = 1) -> Observation:
    """A pass some days later; the look at the ward's link."""
    web.clock.go(days * DAY)
    watcher = Watcher()
    guide = plan(listing("ward", WARD))
    await run_pass(guide, web, memory, web.clock, watcher, draw_name=draw_name, read=reading)
    return watcher.results[-1].looks[0].observation


async def test_a_page_that_differs_only_in_what_nobody_reads_is_read_once(web: FakeWeb, memory: Either) -> None:
    reading = Reading()
    web.put(WARD, body("The fee is 100 dollars.", "a1"))
    first = await look(web, memory, reading)
    web.put(WARD, body("The fee is 100 dollars.", "b2"))

    second = await look(web, memory, reading)

    assert reading.read == [WARD]
    assert replace(second, at=first.at, strangers=(), delegation=None, belief=None) == replace(
        first, strangers=(), delegation=None
    )
    assert memory.history(WARD).latest is not None
    assert memory.history(WARD).latest.last_seen == second.at  # type: ignore[union-attr]


async def test_words_that_are_new_are_read(web: FakeWeb, memory: Either) -> None:
    reading = Reading()
    web.put(WARD, body("The fee is 100 dollars.", "a1"))
    await look(web, memory, reading)
    web.put(WARD, body("The fee is 150 dollars.", "a1"))

    await look(web, memory, reading)

    assert reading.read == [WARD, WARD]
    remembered = memory.remembered()
    assert remembered.drifts == {("ward", WARD): Drift.SUBSTANTIVE}
    assert {i.finding.rule: i.state for i in remembered.incidents}[Rule.PAGE_CHANGED] is State.OPEN


async def test_a_page_that_came_back_is_read_once_more_and_then_known_again(web: FakeWeb, memory: Either) -> None:
    reading = Reading()
    for words in ("one hundred", "two hundred", "one hundred", "one hundred"):
        web.put(WARD, body(words, words))
        await look(web, memory, reading)

    assert reading.read == [WARD] * 3
    assert memory.remembered().drifts == {("ward", WARD): Drift.SAME}


async def test_a_page_whose_words_stand_elsewhere_on_it_is_read_and_kept_as_it_is_now(
    web: FakeWeb, memory: Either
) -> None:
    reading = Reading()
    for place in ("<nav>Menu</nav>", "<p>Menu</p>", "<p>Menu</p>"):
        web.put(WARD, body("The fee is 100 dollars.", "a1", place))
        seen = await look(web, memory, reading)

    assert reading.read == [WARD] * 2
    latest = memory.history(WARD).latest
    assert latest is not None
    assert seen.page is not None
    assert (latest.blocks, latest.links) == (seen.page.blocks, seen.page.links)
    assert len(memory.versions(WARD)) == 1


@pytest.mark.parametrize("between", [Says(503), Says(404), Says(403), Sends("", HTML)], ids=str)
async def test_a_bad_answer_in_between_does_not_make_a_page_unknown(web: FakeWeb, memory: Either, between: Any) -> None:
    reading = Reading()
    page = body("The fee is 100 dollars.", "a1")
    for answer in (page, between):
        web.put(WARD, answer)
        await look(web, memory, reading)
    reading.read.clear()
    web.put(WARD, page)

    seen = await look(web, memory, reading)

    assert (seen.reason, reading.read) == (Reason.OK, [])


async def test_the_same_bytes_from_another_address_are_read_there(web: FakeWeb, memory: Either) -> None:
    reading = Reading()
    web.put(WARD, body("The fee is 100 dollars.", "a1"))
    await look(web, memory, reading)
    web.put("https://ward.example/new/visitors", body("The fee is 100 dollars.", "a1"))
    web.put(WARD, Moves("https://ward.example/new/visitors"))

    seen = await look(web, memory, reading)

    assert reading.read == [WARD, WARD]
    assert seen.page is not None
    assert [link.url for link in seen.page.links] == ["https://ward.example/apply"]


async def test_signs_of_a_wall_are_heeded_though_the_words_are_the_same(web: FakeWeb, memory: Either) -> None:
    reading = Reading()
    web.put(WARD, body("The fee is 100 dollars.", "a1"))
    await look(web, memory, reading)
    web.put("https://ward.example/captcha", body("The fee is 100 dollars.", "a1"))
    web.put(WARD, Moves("https://ward.example/captcha", 302))

    assert (await look(web, memory, reading)).reason is Reason.BOT_WALL


async def test_an_unchanged_look_adds_no_row_but_that_of_its_pass(web: FakeWeb, tmp_path: Path) -> None:
    with quick_store(tmp_path / "monitor.db") as store:
        web.put(WARD, body("The fee is 100 dollars.", "a1"))
        for _ in range(2):  # the second look is the first that can be compared
            await look(web, store, Reading())
        before = rows_of(tmp_path / "monitor.db")
        web.put(WARD, body("The fee is 100 dollars.", "b2"))
        await look(web, store, Reading())
        after = rows_of(tmp_path / "monitor.db")

    assert {name: count - before[name] for name, count in after.items() if count != before[name]} == {"pass": 1}


def rows_of(database: Path) -> dict[str, int]:
    """How many rows each table has."""
    with closing(sqlite3.connect(database)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT count(*) FROM '{name}'").fetchone()[0] for name in names}


# --- what is known again ----------------------------------------------------------------------------------------

WORD = st.text(max_size=6)
CLUES = st.builds(
    Clues,
    passwords=st.integers(0, 3),
    scripts=st.integers(0, 3),
    sources=st.lists(WORD, max_size=2).map(tuple),
    sent_on=st.none() | WORD,
    front=st.lists(WORD, max_size=2).map(tuple),
    noscript=WORD,
    body=st.frozensets(WORD, max_size=3),
    unfilled=st.booleans(),
)


@given(st.builds(Skimmed, st.builds(Skim, st.integers(0, 9), WORD), WORD, st.integers(0, 9), CLUES, st.none() | WORD))
def test_what_is_known_beside_a_version_comes_back_as_it_went_in(skimmed: Skimmed) -> None:
    assert unpack_skimmed(pack_skimmed(skimmed)) == skimmed


async def test_a_page_read_by_an_older_method_is_not_known_again(web: FakeWeb) -> None:
    memory, reading = FakeMemory(), Reading()
    web.put(WARD, body("The fee is 100 dollars.", "a1"))
    seen = await look(web, memory, reading)
    assert seen.skim is not None
    history = memory.history(WARD)
    assert history.skimmed is not None

    assert recalled(history, WARD, seen.skim) == seen.page
    assert recalled(replace(history, skimmed=replace(history.skimmed, method=1)), WARD, seen.skim) is None
    assert recalled(history, WARD, replace(seen.skim, version=0)) is None
    assert recalled(LinkHistory(WARD), WARD, seen.skim) is None


def test_a_look_that_read_a_page_without_a_skim_forgets_the_older_one() -> None:
    known = LinkHistory(WARD, skimmed=Skimmed(Skim(1, "x"), WARD, 2, Clues(), None))
    silent = Observation(WARD, Clock().now, Judgement(Reason.TIMEOUT), WARD, ())

    assert advance(known, silent).skimmed == known.skimmed
