"""Old versions go, by age and by number; what anything rests on stays. One suite for every memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import DAY, START, FakeMemory, listing, quick_store

from monitor.core.content import Block, Page
from monitor.core.finding import Finding, Incident, Rule, State
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance
from monitor.core.incidents import Reconciled
from monitor.core.listing import Catalogue, Listing, Settings, Severity
from monitor.core.look import Hop, Judgement, Observation, Reason
from monitor.core.result import CheckResult, Past, look_at
from monitor.store import Store

URL = "https://ward.example/visitors"
Either = Store | FakeMemory
AGE = 100 * DAY


@pytest.fixture(params=["database", "fake"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Either]:
    if request.param == "fake":
        yield FakeMemory()
        return
    with quick_store(tmp_path / "monitor.db") as store:
        yield store


def see(memory: Either, words: str, at: datetime, *incidents: Incident, of: Listing | None = None) -> None:
    """A look that read a page with these words."""
    blocks = (Block(words),)
    shown = fingerprint("", blocks)
    way = (Hop(URL, 200),)
    seen = Observation(URL, at, Judgement(Reason.OK), URL, way, 200, page=Page("", blocks), fingerprint=shown)
    watched = of or listing("ward", URL)
    look = look_at(seen, advance(memory.history(URL), seen), Past(memory.baseline(watched, URL, at)))
    result = CheckResult(watched.id, at, (look,), Reconciled(incidents, ()))
    memory.record(memory.begin(at, links=1), result)


def prune(memory: Either, now: datetime, *, count: int = 1000, of: Listing | None = None) -> list[str]:
    """What is left, the one seen last at the end."""
    settings = Settings(retain_versions=AGE, retain_count=count)
    memory.prune(Catalogue(settings=settings, listings=(of or listing("ward", URL),)), now)
    return left(memory)


def left(memory: Either) -> list[str]:
    return [version.blocks[0].text for version in memory.versions(URL)]


def days(*words: str) -> Iterator[tuple[str, datetime]]:
    for number, word in enumerate(words):
        yield word, START + number * DAY


def test_a_version_is_kept_until_it_was_last_seen_longer_ago_than_is_wanted(memory: Either) -> None:
    for words, at in days("first", "second", "third"):
        see(memory, words, at)
    gone_at = START + DAY + AGE  # of the second: the first is the baseline

    assert prune(memory, gone_at) == ["first", "second", "third"]
    assert prune(memory, gone_at + timedelta(microseconds=1)) == ["first", "third"]


def test_of_too_many_versions_those_seen_last_are_kept(memory: Either) -> None:
    for words, at in days("first", "second", "third", "fourth", "fifth"):
        see(memory, words, at)

    assert prune(memory, START + 5 * DAY, count=4) == ["first", "second", "third", "fourth", "fifth"]
    assert prune(memory, START + 5 * DAY, count=3) == ["first", "third", "fourth", "fifth"]
    assert prune(memory, START + 5 * DAY, count=1) == ["first", "fifth"]


def test_a_page_that_nobody_could_see_for_years_keeps_what_it_said_last(memory: Either) -> None:
    see(memory, "only", START)

    assert prune(memory, START + 100 * AGE) == ["only"]
    assert memory.history(URL).latest is not None


def test_the_baseline_of_every_listing_is_kept(memory: Either) -> None:
    old, young = listing("ward", URL), listing("clinic", URL, reviewed=START + 2 * DAY)
    for words, at in days("first", "second", "third", "fourth", "fifth"):
        see(memory, words, at)
    both = Catalogue(settings=Settings(retain_count=1), listings=(old, young))

    memory.prune(both, START + 5 * DAY)

    assert left(memory) == ["first", "third", "fifth"]
    for each, words in ((old, "first"), (young, "third")):
        baseline = memory.baseline(each, URL, START + 5 * DAY)
        assert baseline is not None
        assert baseline.blocks == (Block(words),)


def test_the_baseline_that_a_review_has_set_is_kept_though_the_listing_is_in_no_catalogue_any_more(
    memory: Either,
) -> None:
    for words, at in days("first", "second"):
        see(memory, words, at)
    with memory.reviewing([listing("ward", URL)], START + DAY):
        pass
    see(memory, "third", START + 2 * DAY)
    see(memory, "fourth", START + 3 * DAY)

    memory.prune(Catalogue(settings=Settings(retain_count=1)), START + 4 * DAY)

    assert left(memory) == ["second", "fourth"]


def changed(at: datetime, last_seen: datetime, state: State = State.OPEN) -> Incident:
    """The page of the ward changed."""
    finding = Finding(
        Rule.PAGE_CHANGED, "ward", "link", Severity.WARNING, "It reads differently.", since=at, opens_at=at, url=URL
    )
    ended = last_seen if state is State.RESOLVED else None
    return Incident(finding, state, since=at, last_seen=last_seen, opened_at=at, resolved_at=ended)


@pytest.mark.parametrize(
    ("state", "kept"),
    [(State.OPEN, ["first", "second", "fourth", "sixth"]), (State.RESOLVED, ["first", "sixth"])],
)
def test_what_an_open_finding_was_found_in_is_kept(memory: Either, state: State, kept: list[str]) -> None:
    for words, at in days("first", "second", "third", "fourth", "fifth"):
        see(memory, words, at)
    incident = changed(START + DAY, START + 3 * DAY + timedelta(hours=1), state)
    see(memory, "sixth", START + 5 * DAY, incident)

    assert prune(memory, START + 6 * DAY, count=1) == kept


def test_looks_that_saw_what_is_gone_are_still_told_of(memory: Either) -> None:
    for words, at in days("first", "second", "third"):
        see(memory, words, at)
    runs = memory.runs(URL)

    prune(memory, START + 3 * DAY, count=1)
    see(memory, "third", START + 3 * DAY)

    assert len(memory.runs(URL)) == len(runs)
    assert left(memory) == ["first", "third"]


def test_a_version_that_comes_back_after_it_went_is_a_new_one(memory: Either) -> None:
    for words, at in days("first", "second", "third"):
        see(memory, words, at)
    prune(memory, START + 3 * DAY, count=1)

    see(memory, "second", START + 4 * DAY)

    assert [(v.blocks[0].text, v.first_seen) for v in memory.versions(URL)][-1] == ("second", START + 4 * DAY)


def test_of_a_link_that_no_listing_has_any_more_the_latest_version_is_kept(memory: Either) -> None:
    for words, at in days("first", "second", "third"):
        see(memory, words, at)
    elsewhere = listing("clinic", "https://clinic.example/")

    assert prune(memory, START + 3 * DAY, count=1, of=elsewhere) == ["third"]


def test_no_reference_leads_nowhere_when_versions_have_gone(tmp_path: Path) -> None:
    with quick_store(tmp_path / "monitor.db") as store:
        for words, at in days(*map(str, range(30))):
            see(store, words, at)
        prune(store, START + 30 * DAY, count=2)
        with store._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("SELECT count(*) FROM version").scalar() == 3


def test_no_pass_prunes_more_than_its_share(tmp_path: Path) -> None:
    from monitor.store import versions

    with quick_store(tmp_path / "monitor.db") as store:
        for words, at in days(*map(str, range(versions.MAX_PRUNED + 12))):
            see(store, words, at)
        share = Catalogue(settings=replace(Settings(), retain_count=1), listings=(listing("ward", URL),))
        counts = []
        for _ in range(2):
            store.prune(share, START + 2000 * DAY)
            with store._engine.connect() as connection:
                counts.append(connection.exec_driver_sql("SELECT count(*) FROM version").scalar())

    assert counts == [12, 2]
