"""A monitor that reads pages differently than the one before it: no alarm is raised by that, and none is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fakes import DAY, Clock, FakeWeb, Shows, Watcher, draw_name, listing, plan, quick_store

from monitor.check import run_pass
from monitor.core.finding import Rule, State
from monitor.core.fingerprint import METHOD
from monitor.core.listing import Listing
from monitor.core.look import Drift
from monitor.store import Store

WARD = "https://ward.example/visitors"
OLD, NEW, NEWER = (Shows(f"The fee for a rotation of four weeks is {fee} dollars.") for fee in (100, 150, 200))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "monitor.db"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with quick_store(database) as opened:
        yield opened


@pytest.fixture
def web() -> FakeWeb:
    return FakeWeb(Clock())


def written_under_method_1(database: Path) -> None:
    """What the database would hold had the first program with its first method written it."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE version SET method = 1, digest = 'one-' || digest, links_digest = '', links = NULL")
        connection.execute("UPDATE link SET skimmed = NULL")


async def look(web: FakeWeb, store: Store, answer: Shows, watched: Listing | None = None) -> Drift | None:
    """A pass a day later; the drift that it found."""
    web.clock.go(DAY)
    web.put(WARD, answer)
    watcher = Watcher()
    await run_pass(plan(watched or listing("ward", WARD)), web, store, web.clock, watcher, draw_name=draw_name)
    comparison = watcher.results[-1].looks[0].comparison
    return comparison.drift if comparison else None


def state(store: Store) -> State | None:
    """How the finding that the page has changed stands."""
    return next((i.state for i in store.unresolved() if i.finding.rule is Rule.PAGE_CHANGED), None)


async def test_an_upgrade_alone_makes_a_page_incomparable_once_and_nothing_more(
    web: FakeWeb, store: Store, database: Path
) -> None:
    await look(web, store, OLD)
    written_under_method_1(database)

    drifts = [await look(web, store, OLD) for _ in range(3)]

    assert METHOD != 1
    assert drifts == [Drift.INCOMPARABLE, Drift.SAME, Drift.SAME]
    assert state(store) is None


async def test_a_change_that_nobody_has_reviewed_outlives_an_upgrade(
    web: FakeWeb, store: Store, database: Path
) -> None:
    await look(web, store, OLD)
    await look(web, store, NEW)
    assert state(store) is State.OPEN
    written_under_method_1(database)

    drifts, states = [], []
    for _ in range(3):
        drifts.append(await look(web, store, NEW))
        states.append(state(store))

    assert drifts == [Drift.INCOMPARABLE, Drift.SAME, Drift.SAME]
    assert states == [State.OPEN] * 3


async def test_what_changes_after_an_upgrade_is_told_against_the_first_look_by_the_new_method(
    web: FakeWeb, store: Store, database: Path
) -> None:
    await look(web, store, OLD)
    written_under_method_1(database)
    await look(web, store, OLD)

    assert (await look(web, store, NEW), state(store)) == (Drift.SUBSTANTIVE, State.OPEN)
    assert (await look(web, store, OLD), state(store)) == (Drift.SAME, None)


async def test_a_review_ends_what_an_upgrade_had_kept_open(web: FakeWeb, store: Store, database: Path) -> None:
    await look(web, store, OLD)
    await look(web, store, NEW)
    written_under_method_1(database)
    await look(web, store, NEW)

    with store.reviewing([listing("ward", WARD)], web.clock.now):
        pass

    assert state(store) is None
    assert (await look(web, store, NEW), state(store)) == (Drift.SAME, None)
    assert (await look(web, store, NEWER), state(store)) == (Drift.SUBSTANTIVE, State.OPEN)


async def test_a_review_that_was_written_into_the_catalogue_by_hand_ends_it_too(
    web: FakeWeb, store: Store, database: Path
) -> None:
    await look(web, store, OLD)
    await look(web, store, NEW)
    written_under_method_1(database)
    await look(web, store, NEW)
    await look(web, store, NEW)
    assert state(store) is State.OPEN
    reviewed = listing("ward", WARD, reviewed=web.clock.now)

    await look(web, store, NEW, reviewed)

    assert state(store) is None
