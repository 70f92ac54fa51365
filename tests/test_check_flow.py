"""The flow of a pass, with a web of data and memories that can be looked into."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes import (
    DAY,
    HOUR,
    START,
    Answer,
    Breaks,
    Clock,
    Does,
    Fails,
    FakeMemory,
    FakeWeb,
    Moves,
    Says,
    Shows,
    Visit,
    Waits,
    Watcher,
    Wavers,
    draw_name,
    listing,
    plan,
    quick_store,
    settle,
)

from monitor.check import Memory, Plan, run_pass
from monitor.core.finding import Incident, PassSummary, Rule, State, Transition
from monitor.core.fingerprint import SAME_TEXT_SINCE
from monitor.core.listing import Contact, Listing, Severity
from monitor.core.look import Drift, Fingerprint, Look, Reason, Sign, Validators
from monitor.core.verdict import Support
from monitor.errors import OperatorError
from monitor.store import Store

WARD = "https://ward.example/visitors"
CLINIC = "https://clinic.example/electives"
HARBOR = "https://harbor.example/fees"
PAGE = Shows("The fee is 100 dollars a week.")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def web(clock: Clock) -> FakeWeb:
    return FakeWeb(clock)


@pytest.fixture
def memory() -> FakeMemory:
    return FakeMemory()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with quick_store(tmp_path / "monitor.db") as opened:
        yield opened


@pytest.fixture
def database(tmp_path: Path, store: Store) -> Path:
    return tmp_path / "monitor.db"


async def go(web: FakeWeb, memory: Memory, what: Plan, watcher: Watcher | None = None) -> PassSummary:
    return await run_pass(what, web, memory, web.clock, watcher or Watcher(), draw_name=draw_name)


def ended(at: datetime, links: int, looked: int, *, offline: bool = False, interrupted: bool = False) -> PassSummary:
    """A pass that took no time."""
    return PassSummary(at, at, links, looked, offline, interrupted)


def only_look(memory: FakeMemory) -> Look:
    """The one look of the last check."""
    (look,) = memory.results[-1].looks
    return look


def states(memory: FakeMemory, *rules: Rule) -> dict[tuple[str, Rule], State]:
    """How the incidents of link rules (or of *rules*) stand, by listing and rule."""
    wanted = rules or (Rule.LINK_GONE, Rule.LINK_UNREACHABLE, Rule.LINK_MOVED, Rule.LINK_BLOCKED, Rule.PAGE_CHANGED)
    return {(i.finding.listing, i.finding.rule): i.state for i in memory.incidents.values() if i.finding.rule in wanted}


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f"SELECT * FROM '{name}'"), key=repr) for name in names}


# --- one pass after another -------------------------------------------------------------------------------------


async def test_a_pass_looks_once_at_every_link_and_says_how_it_went(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, PAGE)
    web.put(CLINIC, Says(500))
    watcher = Watcher()
    summary = await go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC), listing("bare")), watcher)
    assert summary == ended(START, links=2, looked=2)
    assert memory.passes == {1: summary}
    assert sorted(web.looks, key=lambda visit: visit.url) == [Visit(CLINIC), Visit(WARD)]
    assert watcher.links == 2
    assert sorted(watcher.seen_urls) == [CLINIC, WARD]
    assert watcher.results == memory.results


async def test_the_first_look_sets_the_baseline_and_the_second_is_compared_with_it(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, PAGE)
    await go(web, memory, plan(listing("ward", WARD)))
    assert (only_look(memory).baseline, only_look(memory).comparison) == (None, None)

    web.clock.go(DAY)
    await go(web, memory, plan(listing("ward", WARD)))
    comparison = only_look(memory).comparison
    assert comparison is not None
    assert comparison.drift is Drift.SAME

    web.clock.go(DAY)
    web.put(WARD, Shows("The fee is 350 dollars a week."))
    for _ in range(2):  # the second time too: drift is from the review, not from yesterday
        await go(web, memory, plan(listing("ward", WARD)))
        comparison = only_look(memory).comparison
        assert comparison is not None
        assert comparison.drift is Drift.SUBSTANTIVE
        web.clock.go(DAY)
    assert states(memory) == {("ward", Rule.PAGE_CHANGED): State.OPEN}


async def test_a_review_makes_the_next_look_the_baseline_and_ends_what_was_said_of_the_change(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, PAGE)
    await go(web, memory, plan(listing("ward", WARD)))
    web.clock.go(DAY)
    web.put(WARD, Shows("The fee is 350 dollars a week."))
    await go(web, memory, plan(listing("ward", WARD)))
    web.clock.go(DAY)
    reviewed = plan(listing("ward", WARD, reviewed=web.clock.now))
    await go(web, memory, reviewed)
    assert only_look(memory).comparison is None
    assert states(memory) == {("ward", Rule.PAGE_CHANGED): State.RESOLVED}
    assert memory.remembered().drifts == {}

    web.clock.go(DAY)
    await go(web, memory, reviewed)
    comparison = only_look(memory).comparison
    assert comparison is not None
    assert comparison.drift is Drift.SAME


@pytest.mark.parametrize(
    "answer",
    [Says(404), Says(410), Says(500), Says(403), Says(429), Fails(Reason.TIMEOUT), Fails(Reason.TLS), Shows("")],
    ids=repr,
)
async def test_a_look_that_read_nothing_leaves_what_was_read_as_it_was(
    web: FakeWeb, memory: FakeMemory, answer: Answer
) -> None:
    web.put(CLINIC, PAGE)  # some host answers
    web.put(WARD, Shows("The fee is 100 dollars a week.", etag='"a"'))
    both = plan(listing("ward", WARD), listing("clinic", CLINIC))
    await go(web, memory, both)
    before, versions = memory.history(WARD), memory.versions(WARD)
    baseline = memory.baseline(both.listings[0], WARD, web.clock.now + DAY)

    web.clock.go(DAY)
    web.put(WARD, answer)
    await go(web, memory, both)
    after = memory.history(WARD)
    assert after.looks == 2
    assert (after.latest, after.validators) == (before.latest, before.validators)
    assert memory.versions(WARD) == versions
    assert memory.baseline(both.listings[0], WARD, web.clock.now) == baseline
    assert (memory.remembered().drifts or {}).get(
        ("ward", WARD)
    ) is None  # the first look had none, this could not tell


async def test_a_304_counts_as_a_look_at_the_page_that_was_read(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Shows("The fee is 100 dollars a week.", etag='"a"'))
    await go(web, memory, plan(listing("ward", WARD)))
    web.clock.go(DAY)
    await go(web, memory, plan(listing("ward", WARD)))
    look = only_look(memory)
    assert web.looks == [Visit(WARD), Visit(WARD, Validators(WARD, '"a"'))]
    assert (look.observation.reason, look.history.last_ok) == (Reason.NOT_MODIFIED, START + DAY)
    assert look.comparison is not None
    assert look.comparison.drift is Drift.SAME


async def test_a_304_behind_a_redirect_confirms_the_page_as_well(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(CLINIC, Shows("The fee is 100 dollars a week.", etag='"a"'))
    web.put(WARD, Moves(CLINIC, 302))
    await go(web, memory, plan(listing("ward", WARD)))
    web.clock.go(DAY)
    await go(web, memory, plan(listing("ward", WARD)))
    look = only_look(memory)
    assert (look.observation.reason, look.observation.status) == (Reason.REDIRECTED, 304)
    assert look.comparison is not None
    assert look.comparison.drift is Drift.SAME
    assert [version.last_seen for version in memory.versions(WARD)] == [START + DAY]


async def test_a_page_that_moved_to_where_nothing_can_be_read_is_not_compared(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, PAGE)
    await go(web, memory, plan(listing("ward", WARD)))
    web.clock.go(DAY)
    web.put(WARD, Shows("The fee is 350 dollars a week."))
    await go(web, memory, plan(listing("ward", WARD)))
    (changed,) = memory.link_incidents("ward")
    web.clock.go(DAY)
    web.put(WARD, Moves(CLINIC, 301))
    web.put(CLINIC, Shows(""))
    await go(web, memory, plan(listing("ward", WARD)))
    look = only_look(memory)
    assert (look.observation.reason, look.observation.page) == (Reason.PERMANENT_REDIRECT, None)
    assert look.comparison is None
    assert changed in memory.link_incidents("ward")  # neither confirmed nor over


async def test_a_page_read_by_an_older_method_is_asked_for_whole_and_found_incomparable_once(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, Shows("The fee is 100 dollars a week.", etag='"a"'))
    await go(web, memory, plan(listing("ward", WARD)))
    make_older(memory, WARD)
    drifts = []
    for _ in range(2):
        web.clock.go(DAY)
        await go(web, memory, plan(listing("ward", WARD)))
        comparison = only_look(memory).comparison
        drifts.append(comparison and comparison.drift)
    assert [visit.validators for visit in web.looks] == [None, None, Validators(WARD, '"a"')]
    assert drifts == [Drift.INCOMPARABLE, Drift.SAME]
    assert states(memory) == {}


def make_older(memory: FakeMemory, url: str) -> None:
    """As if what is remembered of *url* had been read by the method before today's."""
    (look,) = memory.looks[url]
    assert look.history.latest is not None
    older = replace(
        look.history.latest, fingerprint=Fingerprint(SAME_TEXT_SINCE - 1, look.history.latest.fingerprint.digest)
    )
    memory.looks[url] = [replace(look, history=replace(look.history, latest=older))]
    memory.kept = {(url, older.fingerprint): older}


async def test_a_page_that_was_never_read_is_asked_for_whole(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Shows("", etag='"stub"'))
    for _ in range(2):
        await go(web, memory, plan(listing("ward", WARD)))
        web.clock.go(DAY)
    assert [visit.validators for visit in web.visits] == [None, None]


# --- bad news about a page --------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [404, 410])
async def test_bad_news_that_is_confirmed_in_the_run_is_open_at_once_since_now(
    web: FakeWeb, memory: FakeMemory, status: int
) -> None:
    web.put(WARD, Says(status))
    await go(web, memory, plan(listing("ward", WARD)))
    (incident,) = memory.link_incidents("ward")
    assert web.visits == [Visit(WARD), Visit(WARD, confirming=True)]
    assert (incident.state, incident.since, incident.opened_at) == (State.OPEN, START, START)
    assert incident.finding.severity is Severity.ERROR
    assert only_look(memory).observation.confirmed
    assert memory.history(WARD).looks == 1


async def test_a_page_that_says_that_it_is_not_there_is_gone_whatever_the_status(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, PAGE)
    await go(web, memory, plan(listing("ward", WARD)))
    web.clock.go(DAY)
    web.put(WARD, Shows("The page you are looking for has been removed.", title="Page not found"))
    await go(web, memory, plan(listing("ward", WARD)))
    (incident,) = memory.link_incidents("ward")
    assert (incident.state, incident.finding.reason) == (State.OPEN, Reason.SOFT_404)
    assert "the title says that the page is not there (+4)" in only_look(memory).observation.detail
    assert len(memory.versions(WARD)) == 1, "an error page is no version of the page"


async def test_a_stub_is_alive_and_no_change_of_the_page(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, PAGE)
    await go(web, memory, plan(listing("ward", WARD)))
    web.clock.go(DAY)
    web.put(WARD, Shows("Loading..."))
    await go(web, memory, plan(listing("ward", WARD)))
    look = only_look(memory)
    assert (look.observation.reason, look.observation.page, look.comparison) == (Reason.UNREADABLE, None, None)
    assert memory.link_incidents("ward") == []


async def test_a_page_that_is_there_at_the_second_opinion_is_alive(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Wavers(Says(404), PAGE))
    await go(web, memory, plan(listing("ward", WARD)))
    look = only_look(memory)
    assert (look.observation.reason, look.observation.confirmed) == (Reason.OK, False)
    assert look.history.latest is not None
    assert states(memory) == {}


@pytest.mark.parametrize("second", [Fails(Reason.TIMEOUT), Fails(Reason.NO_SUCH_HOST), Says(403), Says(500)], ids=repr)
async def test_bad_news_without_a_second_opinion_stays_pending_until_the_second_look(
    web: FakeWeb, memory: FakeMemory, second: Answer
) -> None:
    web.put(WARD, Wavers(Says(404), second))
    await go(web, memory, plan(listing("ward", WARD)))
    assert only_look(memory).observation.reason is Reason.NOT_FOUND
    assert states(memory) == {("ward", Rule.LINK_GONE): State.PENDING}
    web.clock.go(timedelta(minutes=10))
    await go(web, memory, plan(listing("ward", WARD)))
    assert states(memory) == {("ward", Rule.LINK_GONE): State.OPEN}
    (incident,) = memory.link_incidents("ward")
    assert incident.since == START


async def test_a_deep_link_thrown_out_to_the_front_page_is_asked_a_second_time(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put("https://ward.example/", PAGE)
    web.put(WARD, Moves("https://ward.example/", 302))
    await go(web, memory, plan(listing("ward", WARD)))
    assert web.asked(WARD) == 2
    assert states(memory) == {("ward", Rule.LINK_GONE): State.OPEN}
    assert memory.history(WARD).latest is None  # the front page is not the page


@pytest.mark.parametrize("answer", [PAGE, Says(403), Says(503), Fails(Reason.TIMEOUT)], ids=repr)
async def test_nothing_else_is_asked_a_second_time_but_what_is_read_first(
    web: FakeWeb, memory: FakeMemory, answer: Answer
) -> None:
    web.put(WARD, answer)
    web.put(CLINIC, PAGE)
    await go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC)))
    assert web.asked(WARD) == (2 if isinstance(answer, Shows) and answer.text else 1)


# --- shared links -----------------------------------------------------------------------------------------------


async def test_a_link_that_two_listings_share_is_looked_at_once_and_has_a_finding_for_each(
    web: FakeWeb, store: Store, database: Path
) -> None:
    web.put(WARD, Says(404))
    summary = await go(web, store, plan(listing("ward", WARD), listing("clinic", WARD)))
    assert summary == ended(START, links=1, looked=1)
    assert web.visits == [Visit(WARD), Visit(WARD, confirming=True)]
    assert store.history(WARD).looks == 1
    assert [run.looks for run in store.runs(WARD, 9)] == [1]
    (one,), (two,) = store.link_incidents("ward"), store.link_incidents("clinic")
    assert one.id != two.id
    assert one.finding.incident == two.finding.incident
    assert len(tables(database)["transition"]) == len(tables(database)["incident"])


async def test_two_roles_of_one_url_in_a_listing_are_one_look(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, PAGE)
    await go(web, memory, plan(listing("ward", WARD, WARD)))
    assert web.looks == [Visit(WARD)]
    assert [look.url for look in memory.results[0].looks] == [WARD]


@pytest.mark.parametrize("reviewed", [None, START + DAY])
async def test_the_look_that_sets_the_baseline_sets_it_for_every_listing_that_shares_the_link(
    web: FakeWeb, store: Store, reviewed: datetime | None
) -> None:
    """Also for one that is concluded after the look was recorded: here it waits for another link of its own."""
    if reviewed is not None:
        web.put(WARD, PAGE)
        await go(web, store, plan(listing("ward", WARD)))
        web.clock.go(DAY)
    gate = asyncio.Event()
    web.put(WARD, PAGE)
    web.put(CLINIC, Waits(gate, PAGE))
    watcher = Watcher(expects=1, enough=gate)
    one, two = listing("ward", WARD, reviewed=reviewed), listing("both", WARD, CLINIC, reviewed=reviewed)
    await go(web, store, plan(one, two), watcher)
    looks = {(result.listing, look.url): look.comparison for result in watcher.results for look in result.looks}
    assert looks == {("ward", WARD): None, ("both", WARD): None, ("both", CLINIC): None}
    assert [result.listing for result in watcher.results] == ["ward", "both"]


# --- is it us? --------------------------------------------------------------------------------------------------

SILENT = [Fails(Reason.NO_SUCH_HOST), Fails(Reason.DNS_FAILURE), Fails(Reason.REFUSED), Fails(Reason.TIMEOUT)]


async def test_results_wait_until_some_host_has_answered(web: FakeWeb, memory: FakeMemory) -> None:
    gate = asyncio.Event()
    seen = asyncio.Event()
    web.put(WARD, Fails(Reason.TIMEOUT))
    web.put(CLINIC, Does(seen.set, Waits(gate, PAGE)))
    running = asyncio.create_task(go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC))))
    await seen.wait()
    await settle()
    assert WARD in [visit.url for visit in web.visits]
    assert memory.results == []
    gate.set()
    assert await running == ended(START, links=2, looked=2)
    assert {result.listing for result in memory.results} == {"ward", "clinic"}
    assert states(memory) == {("ward", Rule.LINK_UNREACHABLE): State.PENDING}


async def test_once_a_host_has_answered_each_result_is_recorded_as_it_comes(web: FakeWeb, memory: FakeMemory) -> None:
    gate = asyncio.Event()
    web.put(WARD, PAGE)
    web.put(CLINIC, Fails(Reason.TLS))
    web.put(HARBOR, Waits(gate, PAGE))
    what = plan(listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR))
    watcher = Watcher(expects=2)
    running = asyncio.create_task(go(web, memory, what, watcher))
    await watcher.enough.wait()
    assert {result.listing for result in memory.results} == {"ward", "clinic"}
    gate.set()
    await running


async def test_what_waited_is_recorded_as_soon_as_a_host_answers(web: FakeWeb, memory: FakeMemory) -> None:
    """Not only when the listing of that host is done: it may have another link that keeps us waiting."""
    gate = asyncio.Event()
    web.put(WARD, Fails(Reason.TLS))
    web.put(HARBOR, PAGE)
    web.put(CLINIC, Waits(gate, PAGE))
    watcher = Watcher(expects=1)
    running = asyncio.create_task(
        go(web, memory, plan(listing("ward", WARD), listing("both", HARBOR, CLINIC)), watcher)
    )
    await asyncio.wait_for(watcher.enough.wait(), timeout=5)
    assert [result.listing for result in memory.results] == ["ward"]
    gate.set()
    await running


@pytest.mark.parametrize("answer", SILENT, ids=repr)
async def test_an_offline_pass_changes_no_row_but_its_own(
    web: FakeWeb, store: Store, database: Path, answer: Answer
) -> None:
    urls = [WARD, CLINIC, HARBOR, "https://juniper.example/apply"]
    everything = [listing(f"listing-{n}", url) for n, url in enumerate(urls)]
    for url in urls:
        web.put(url, Shows("The fee is 100 dollars a week.", etag='"a"'))
    await go(web, store, plan(*everything))
    before = tables(database)

    web.clock.go(DAY)
    for url in urls:
        web.put(url, answer)
    watcher = Watcher()
    summary = await go(web, store, plan(*everything[1:]), watcher)  # a listing was removed in between as well
    assert summary == ended(START + DAY, links=3, looked=0, offline=True)
    assert watcher.results == []
    after = tables(database)
    assert store.remembered().last_pass == summary
    assert len(after.pop("pass")) == len(before.pop("pass")) + 1
    assert after == before


async def test_one_answer_of_any_kind_proves_the_network(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Fails(Reason.TIMEOUT))
    web.put(CLINIC, Says(500))
    web.put(HARBOR, Fails(Reason.NO_SUCH_HOST))
    what = plan(listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR))
    assert await go(web, memory, what) == ended(START, links=3, looked=3)


@pytest.mark.parametrize(
    "answer", [Fails(Reason.TIMEOUT, reached=True), Fails(Reason.TLS), Fails(Reason.PROTOCOL)], ids=repr
)
async def test_a_failure_that_a_dead_network_does_not_cause_proves_that_it_is_them(
    web: FakeWeb, memory: FakeMemory, answer: Answer
) -> None:
    web.put(WARD, Fails(Reason.REFUSED))
    web.put(CLINIC, answer)
    web.put(HARBOR, Fails(Reason.NO_SUCH_HOST))
    what = plan(listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR))
    assert await go(web, memory, what) == ended(START, links=3, looked=3)


async def test_a_failure_behind_a_redirect_proves_that_the_host_asked_has_answered(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, Moves("https://absent.example/"))
    assert await go(web, memory, plan(listing("ward", WARD))) == ended(START, links=1, looked=1)
    assert only_look(memory).observation.reason is Reason.NO_SUCH_HOST


@pytest.mark.parametrize("answer", SILENT, ids=repr)
async def test_the_only_host_of_a_catalogue_that_fails_is_pending_not_offline(
    web: FakeWeb, memory: FakeMemory, answer: Answer
) -> None:
    web.put(WARD, answer)
    assert await go(web, memory, plan(listing("ward", WARD))) == ended(START, links=1, looked=1)
    assert states(memory) == {("ward", Rule.LINK_UNREACHABLE): State.PENDING}


@pytest.mark.parametrize(
    "near", ["http://127.0.0.1:8080/", "http://[::1]/", "http://localhost/", "http://demo.localhost:81/"]
)
async def test_a_host_that_is_an_address_or_this_machine_proves_nothing(
    web: FakeWeb, memory: FakeMemory, near: str
) -> None:
    web.put(near, PAGE)
    for url in (WARD, CLINIC, HARBOR):
        web.put(url, Fails(Reason.DNS_FAILURE))
    far = [listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR)]
    assert await go(web, memory, plan(listing("near", near), *far)) == ended(START, links=4, looked=0, offline=True)
    assert memory.results == []


async def test_hosts_that_are_addresses_or_this_machine_are_judged_by_themselves(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put("http://127.0.0.1:8080/", Fails(Reason.REFUSED))
    what = plan(listing("near", "http://127.0.0.1:8080/"), listing("far", WARD), only=["near"])
    assert await go(web, memory, what) == ended(START, links=1, looked=1)
    assert web.asked(WARD) == 0  # no need to ask anybody else
    assert states(memory) == {("near", Rule.LINK_UNREACHABLE): State.PENDING}


def many_others(web: FakeWeb, answer: Answer) -> list[Listing]:
    """Six more listings of a catalogue, two of them on one host, one on this machine."""
    urls = ["http://localhost/", *(f"https://other-{n}.example/" for n in (1, 1, 2, 3, 4))]
    for url in urls:
        web.put(url, answer)
    return [listing(f"other-{n}", url) for n, url in enumerate(urls)]


async def test_when_the_named_listing_is_silent_three_others_are_asked_and_their_answers_not_kept(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, Fails(Reason.TIMEOUT))
    what = plan(listing("ward", WARD), *many_others(web, PAGE), only=["ward"])
    assert await go(web, memory, what) == ended(START, links=1, looked=1)
    assert {url: web.asked(url) for url in what.catalogue.urls()} == {
        WARD: 1,
        "http://localhost/": 0,
        "https://other-1.example/": 1,
        "https://other-2.example/": 1,
        "https://other-3.example/": 1,
        "https://other-4.example/": 0,
    }
    assert [result.listing for result in memory.results] == ["ward"]
    assert set(memory.looks) == {WARD}


async def test_the_others_that_are_asked_are_those_that_were_well_last(web: FakeWeb, memory: FakeMemory) -> None:
    """A guide may begin with three hosts that have been dead for years: that they are silent is no news."""
    others = many_others(web, Fails(Reason.NO_SUCH_HOST))
    for url in ("https://other-4.example/", WARD):
        web.put(url, PAGE)
    await go(web, memory, plan(listing("ward", WARD), *others))
    web.clock.go(DAY)
    web.put(WARD, Fails(Reason.TIMEOUT))
    web.visits.clear()
    assert await go(web, memory, plan(listing("ward", WARD), *others, only=["ward"])) == ended(
        START + DAY, links=1, looked=1
    )
    assert [visit.url for visit in web.visits] == [WARD, *(f"https://other-{n}.example/" for n in (4, 1, 2))]


async def test_when_the_others_are_silent_too_it_is_us(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Fails(Reason.TIMEOUT))
    what = plan(listing("ward", WARD), *many_others(web, Fails(Reason.NO_SUCH_HOST)), only=["ward"])
    assert await go(web, memory, what) == ended(START, links=1, looked=0, offline=True)
    assert memory.results == []
    assert memory.incidents == {}


async def test_others_are_not_asked_where_three_hosts_were_silent(web: FakeWeb, memory: FakeMemory) -> None:
    named = [listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR)]
    what = plan(*named, *many_others(web, PAGE), only=["ward", "clinic", "harbor"])
    assert (await go(web, memory, what)).offline
    assert len(web.visits) == 3


async def test_others_are_not_asked_where_the_named_listing_answers(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Says(403))
    await go(web, memory, plan(listing("ward", WARD), *many_others(web, PAGE), only=["ward"]))
    assert web.visits == [Visit(WARD)]


async def test_others_are_asked_within_the_limits_of_the_catalogue(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Fails(Reason.TIMEOUT))
    await go(web, memory, plan(listing("ward", WARD), *many_others(web, PAGE), only=["ward"], concurrency=1))
    assert len(web.visits) == 4
    assert web.most_at_once == 1


# --- bugs, errors, interruptions --------------------------------------------------------------------------------


async def test_a_bug_in_one_listing_does_not_starve_the_others(web: FakeWeb, memory: FakeMemory) -> None:
    bug = ZeroDivisionError("a bug")
    web.put(WARD, Breaks(bug))
    web.put(CLINIC, PAGE)
    web.put(HARBOR, PAGE)
    with pytest.raises(ExceptionGroup) as raised:
        await go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR)))
    assert raised.value.exceptions == (bug,)
    assert bug.__notes__ == ["while checking ward"]
    assert {result.listing for result in memory.results} == {"clinic", "harbor"}
    assert memory.passes == {1: ended(START, links=3, looked=2)}


async def test_a_bug_while_recording_one_listing_does_not_starve_the_others(web: FakeWeb, memory: FakeMemory) -> None:
    """Not even where every result waited for the end."""
    for url in (WARD, CLINIC, HARBOR):
        web.put(url, Fails(Reason.TLS))
    memory.failing["record ward"] = bug = ZeroDivisionError()
    with pytest.raises(ExceptionGroup) as raised:
        await go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR)))
    assert raised.value.exceptions == (bug,)
    assert bug.__notes__ == ["while recording ward"]
    assert {result.listing for result in memory.results} == {"clinic", "harbor"}
    assert memory.passes == {1: ended(START, links=3, looked=2)}


async def test_a_bug_leaves_no_visit_under_way(web: FakeWeb, memory: FakeMemory) -> None:
    """The pass waits for the other links of the listing: nobody goes on asking when it has ended."""
    gate = asyncio.Event()
    web.put(WARD, Breaks(ZeroDivisionError()))
    web.put(CLINIC, Waits(gate, PAGE))
    running = asyncio.create_task(go(web, memory, plan(listing("ward", WARD, CLINIC))))
    await settle()
    gate.set()
    with pytest.raises(ExceptionGroup):
        await running
    assert web.under_way == 0
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_bug_in_a_shared_link_is_raised_for_each_of_its_listings(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Breaks(ZeroDivisionError()))
    web.put(CLINIC, PAGE)
    with pytest.raises(ExceptionGroup) as raised:
        await go(web, memory, plan(listing("ward", WARD), listing("both", WARD, CLINIC), listing("clinic", CLINIC)))
    assert [type(each) for each in raised.value.exceptions] == [ZeroDivisionError, ZeroDivisionError]
    assert [result.listing for result in memory.results] == ["clinic"]


async def test_a_bug_while_asking_others_does_not_lose_what_was_seen(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Fails(Reason.TIMEOUT))
    web.put(CLINIC, Breaks(ZeroDivisionError()))
    web.put(HARBOR, PAGE)
    what = plan(listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR), only=["ward"])
    with pytest.raises(ExceptionGroup):
        await go(web, memory, what)
    assert [result.listing for result in memory.results] == ["ward"]
    assert memory.passes == {1: ended(START, links=1, looked=1)}


async def test_a_pass_in_which_only_bugs_happened_is_not_called_offline(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Fails(Reason.TIMEOUT))
    web.put(CLINIC, Breaks(ZeroDivisionError()))
    web.put(HARBOR, PAGE)
    with pytest.raises(ExceptionGroup):
        await go(web, memory, plan(listing("ward", WARD, CLINIC), listing("harbor", HARBOR), only=["ward"]))
    assert memory.passes == {1: ended(START, links=2, looked=0)}


@pytest.mark.parametrize("what", ["record", "record_catalogue", "history"])
async def test_a_memory_that_fails_ends_the_pass_as_that_very_error(
    web: FakeWeb, memory: FakeMemory, what: str
) -> None:
    for url in (WARD, CLINIC):
        web.put(url, PAGE)
    memory.failing[what] = full = OperatorError("the disk is full")
    with pytest.raises(OperatorError) as raised:
        await go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC)))
    assert raised.value is full
    assert web.under_way == 0
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert memory.passes[1].interrupted


async def test_a_memory_that_fails_twice_tells_the_first_of_it(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, PAGE)
    memory.failing = {"record": (first := OperatorError("the disk is full")), "end": OperatorError("and still is")}
    with pytest.raises(OperatorError) as raised:
        await go(web, memory, plan(listing("ward", WARD)))
    assert raised.value is first


async def test_a_memory_that_fails_stops_the_visits_that_are_under_way(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, PAGE)
    web.put(CLINIC, Waits(asyncio.Event(), PAGE))  # for ever
    memory.failing["record"] = OperatorError("the disk is full")
    with pytest.raises(OperatorError):
        await go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC)))
    assert web.under_way == 0


async def test_a_pass_that_cannot_begin_asks_nobody(web: FakeWeb, memory: FakeMemory) -> None:
    memory.failing["begin"] = OperatorError("read-only")
    with pytest.raises(OperatorError, match="read-only"):
        await go(web, memory, plan(listing("ward", WARD)))
    assert web.visits == []


async def test_a_pass_that_is_broken_off_keeps_what_was_recorded_and_says_so(
    web: FakeWeb, store: Store, database: Path
) -> None:
    web.put(WARD, PAGE)
    web.put(CLINIC, Waits(asyncio.Event(), PAGE))
    web.put(HARBOR, PAGE)
    watcher = Watcher(expects=1)
    what = plan(listing("ward", WARD), listing("both", HARBOR, CLINIC), listing("clinic", CLINIC))
    running = asyncio.create_task(go(web, store, what, watcher))
    await watcher.enough.wait()
    before = tables(database)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert web.under_way == 0
    assert asyncio.all_tasks() == {asyncio.current_task()}
    after = tables(database)
    del before["pass"], after["pass"]
    assert after == before
    assert set(store.remembered().histories or {}) == {WARD}
    assert store.remembered().last_pass == ended(START, links=3, looked=1, interrupted=True)


async def test_a_pass_that_is_broken_off_is_broken_off_whatever_the_memory_says(
    web: FakeWeb, memory: FakeMemory
) -> None:
    asked = asyncio.Event()
    web.put(WARD, Does(asked.set, Waits(asyncio.Event(), PAGE)))
    memory.failing["end"] = OperatorError("the disk is full")
    running = asyncio.create_task(go(web, memory, plan(listing("ward", WARD))))
    await asked.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_a_pass_broken_off_before_any_answer_is_interrupted_not_offline(web: FakeWeb, memory: FakeMemory) -> None:
    asked = asyncio.Event()
    web.put(WARD, Fails(Reason.TIMEOUT))
    web.put(CLINIC, Does(asked.set, Waits(asyncio.Event(), PAGE)))
    running = asyncio.create_task(go(web, memory, plan(listing("ward", WARD), listing("clinic", CLINIC))))
    await asked.wait()
    await settle()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert memory.passes == {1: ended(START, links=2, looked=0, interrupted=True)}
    assert memory.results == []


@pytest.mark.parametrize("concurrency", [1, 3])
async def test_no_more_links_are_in_flight_than_the_catalogue_allows(
    web: FakeWeb, memory: FakeMemory, concurrency: int
) -> None:
    urls = [f"https://host-{n}.example/page" for n in range(12)]
    for n, url in enumerate(urls):
        web.put(url, Says(404) if n % 3 == 0 else PAGE)  # second opinions are visits too
    listings = [listing(f"many-{n}", *urls[n : n + 4]) for n in range(0, 12, 2)]
    summary = await go(web, memory, plan(*listings, concurrency=concurrency))
    assert summary == ended(START, links=12, looked=12)
    assert web.most_at_once == concurrency


# --- news -------------------------------------------------------------------------------------------------------


def said(transition: Transition) -> tuple[State | None, State, Severity | None, Severity]:
    return transition.before, transition.after, transition.severity_before, transition.severity


async def test_there_is_news_exactly_when_a_state_or_a_severity_changes(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(CLINIC, PAGE)
    web.put(WARD, Fails(Reason.TIMEOUT))
    what = plan(listing("ward", WARD, reviewed=START - DAY), listing("clinic", CLINIC, reviewed=START - DAY))
    told = []
    for after in (timedelta(), HOUR, DAY - HOUR, HOUR, 13 * DAY - HOUR, HOUR):
        web.clock.go(after)
        memory.transitions.clear()
        await go(web, memory, what)
        told.append([said(each) for each in memory.transitions])
    error, warning = Severity.ERROR, Severity.WARNING
    assert told == [
        [(None, State.PENDING, None, warning)],
        [],
        [(State.PENDING, State.OPEN, warning, warning)],
        [],
        [(State.OPEN, State.OPEN, warning, error)],
        [],
    ]
    web.put(WARD, PAGE)
    for expected in ([], [(State.OPEN, State.RESOLVED, error, error)], []):  # the second success decides
        web.clock.go(HOUR)
        memory.transitions.clear()
        await go(web, memory, what)
        assert [said(each) for each in memory.transitions] == expected


async def test_news_is_stored_undelivered_with_the_check_that_caused_it(
    web: FakeWeb, store: Store, database: Path
) -> None:
    web.put(WARD, Says(404))
    await go(web, store, plan(listing("ward", WARD, reviewed=START - DAY)))
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT before, after, severity, delivered_at FROM 'transition'").fetchall()
    assert found == [(None, "open", "error", None)]


async def test_what_was_about_a_listing_that_was_removed_is_over(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Says(404))
    web.put(CLINIC, PAGE)
    ward, clinic = listing("ward", WARD), listing("clinic", CLINIC)
    await go(web, memory, plan(ward, clinic))
    assert State.OPEN in {i.state for i in memory.link_incidents("ward")}
    web.clock.go(DAY)
    await go(web, memory, plan(clinic))
    assert [i.state for i in memory.incidents.values() if i.finding.listing == "ward"] == [State.RESOLVED] * 2
    assert {i.finding.rule for i in memory.remembered().resolved} == {Rule.LINK_GONE, Rule.LISTING_STALE}


async def test_what_was_about_a_listing_that_was_not_looked_at_stays(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Says(404))
    web.put(CLINIC, PAGE)
    both = (listing("ward", WARD), listing("clinic", CLINIC))
    await go(web, memory, plan(*both))
    before: dict[str, Incident] = dict(memory.incidents)
    web.clock.go(DAY)
    await go(web, memory, plan(*both, only=["clinic"]))
    assert {key: i for key, i in memory.incidents.items() if i.finding.listing == "ward"} == {
        key: i for key, i in before.items() if i.finding.listing == "ward"
    }


@pytest.mark.parametrize("left", [(), (CLINIC,)])
async def test_what_was_about_a_link_that_was_taken_out_is_over(
    web: FakeWeb, memory: FakeMemory, left: tuple[str, ...]
) -> None:
    """Also where the listing has no link left at all."""
    web.put(WARD, Says(404))
    web.put(CLINIC, PAGE)
    await go(web, memory, plan(listing("ward", WARD, *left)))
    web.clock.go(DAY)
    await go(web, memory, plan(listing("ward", *left)))
    assert states(memory) == {("ward", Rule.LINK_GONE): State.RESOLVED}


async def test_a_moved_page_is_read_where_it_is_now(web: FakeWeb, memory: FakeMemory) -> None:
    web.put("https://new.example/visitors", PAGE)
    web.put(WARD, Moves("https://new.example/visitors", 301))
    await go(web, memory, plan(listing("ward", WARD)))
    assert states(memory) == {("ward", Rule.LINK_MOVED): State.OPEN}
    assert memory.history(WARD).sign is Sign.WELL
    assert memory.history(WARD).latest is not None


# --- claims -----------------------------------------------------------------------------------------------------


def asking(listing_id: str, *urls: str) -> Listing:
    return replace(listing(listing_id, *urls), contacts=(Contact(name="Jane Roe", email="jroe@ward.example"),))


async def test_claims_are_held_against_the_pages_of_a_pass_and_remembered(web: FakeWeb, memory: FakeMemory) -> None:
    web.put(WARD, Shows("Ask Jane Roe, jroe@ward.example, about the places that we have."))
    await go(web, memory, plan(asking("ward", WARD)))
    history = memory.claims("ward")["contact:jroe@ward.example"]
    assert (history.verdict.support, history.borne_by, history.borne_last) == (Support.SUPPORTED, WARD, START)
    web.clock.go(DAY)
    web.put(WARD, Shows("Ask Jane Roe, jane@ward.example, about the places that we have."))
    await go(web, memory, plan(asking("ward", WARD)))
    refuted = next(each for each in memory.link_incidents("ward") if each.finding.rule is Rule.CLAIM_REFUTED)
    assert (refuted.state, refuted.finding.evidence.found) == (State.OPEN, "jane@ward.example")
    assert memory.claims("ward")["contact:jroe@ward.example"].borne_last == START


async def test_an_unchanged_page_answers_for_a_statement_that_is_new(web: FakeWeb, store: Store) -> None:
    web.put(WARD, Shows("Ask Jane Roe, jroe@ward.example, about the places that we have.", etag='"a"'))
    await go(web, store, plan(listing("ward", WARD)))
    assert store.claims("ward")["fee:tuition:from-2999-01-01"].verdict.support is Support.UNDECIDED
    web.clock.go(DAY)
    await go(web, store, plan(asking("ward", WARD)))
    assert web.visits[-1].validators is not None  # the page was not sent again
    assert store.claims("ward")["contact:jroe@ward.example"].verdict.support is Support.SUPPORTED


async def test_a_page_that_another_listing_had_looked_at_counts_in_a_check_of_the_rest(
    web: FakeWeb, memory: FakeMemory
) -> None:
    web.put(WARD, Shows("Ask Jane Roe, jroe@ward.example, about the places that we have."))
    web.put(CLINIC, PAGE)
    both = asking("ward", WARD, CLINIC)
    await go(web, memory, plan(both))
    web.clock.go(DAY)
    await go(web, memory, replace(plan(both), wanted=frozenset({CLINIC})))
    assert states(memory, Rule.CLAIM_UNCONFIRMED, Rule.CLAIM_VANISHED) == {}
    assert memory.claims("ward")["contact:jroe@ward.example"].verdict.url == WARD
