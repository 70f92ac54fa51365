"""A whole pass as every front door runs it: a real catalogue, database and report, and a web of data."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from commands import listing
from fakes import DAY, HOUR, START, Breaks, Clock, Does, Fails, FakeWeb, Says, Shows, Visit, Waits, Watcher, draw_name

from monitor import report
from monitor.catalogue import Loaded, load
from monitor.check import Prober
from monitor.core.belief import PRIOR, after_a_look
from monitor.core.cadence import Cause
from monitor.core.finding import Coverage, LinkStanding, Rule, Situation, State
from monitor.core.look import Drift, Liveness, Reason
from monitor.core.situation import Scope
from monitor.errors import OperatorError
from monitor.runner import Outcome, Places, Selection, next_follow_up, plan_pass, run, standing
from monitor.store import Location, opened_for_a_pass, opened_to_read

WARD = "https://ward.example/visitors"
CLINIC = "https://clinic.example/electives"
HARBOR = "https://harbor.example/fees"
PAGE = Shows("The fee is 100 dollars a week.")


class Desk:
    """A folder with a catalogue, and a web to look at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.web = FakeWeb(self.clock)
        self.places = Places(Location(folder / "monitor.db"), folder / "reports")
        self.opened = 0

    def write(self, *listings: str) -> Loaded:
        path = self.folder / "listings.toml"
        path.write_text("".join(listings))
        return load(path)

    def prober(self) -> AbstractAsyncContextManager[Prober]:
        self.opened += 1
        return self.web

    async def check(self, loaded: Loaded, *ids: str, due_only: bool = False, watcher: Watcher | None = None) -> Outcome:
        chosen = Selection(frozenset(ids) or None, due_only)
        return await run(
            loaded, chosen, self.places, self.prober, self.clock, watcher or Watcher(), draw_name=draw_name
        )

    @property
    def page(self) -> Path:
        return self.places.reports / "index.html"

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def found(situation: Situation, *, network: bool = True) -> dict[tuple[str, Rule], State]:
    """How the findings stand, those of link rules or those of the catalogue."""
    rules = {rule for rule in Rule if (rule.needs == "network") is network}
    return {(s.finding.listing, s.finding.rule): s.state for s in situation.standings if s.finding.rule in rules}


def three(desk: Desk) -> Loaded:
    """Three listings, of which two share a host that is away."""
    desk.web.put(WARD, PAGE)
    desk.web.put(CLINIC, Says(404))
    desk.web.put(HARBOR, Fails(Reason.TIMEOUT))
    return desk.write(listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR, WARD))


async def test_a_pass_leaves_a_database_a_report_and_how_matters_stand(desk: Desk) -> None:
    loaded = three(desk)
    outcome = await desk.check(loaded)
    situation = outcome.situation
    assert found(situation) == {
        ("clinic", Rule.LINK_GONE): State.OPEN,
        ("harbor", Rule.LINK_UNREACHABLE): State.PENDING,
    }
    assert situation.coverage == Coverage(listings=3, links=3, verified=2, blocked=0, unknown=1, never=0)
    assert [(each.listing, each.url, each.reason, each.drift) for each in situation.links] == [
        ("ward", WARD, Reason.OK, None),
        ("clinic", CLINIC, Reason.NOT_FOUND, None),
        ("harbor", HARBOR, Reason.TIMEOUT, None),
        ("harbor", WARD, Reason.OK, None),
    ]
    assert situation.last_pass == outcome.summary
    assert (situation.offline, outcome.summary.looked) == (False, 3)
    assert outcome.report == desk.page
    assert desk.page.read_text().startswith("<!")
    assert desk.opened == 1


async def test_what_stands_afterwards_is_what_the_pass_said(desk: Desk) -> None:
    loaded = three(desk)
    outcome = await desk.check(loaded)
    before = desk.page.read_bytes()
    now = standing(loaded, desk.places.database, desk.clock.now)
    assert now == outcome.situation
    assert report.write(now, desk.places.reports).read_bytes() == before


def test_without_a_database_nothing_was_ever_looked_at_and_none_is_made(desk: Desk) -> None:
    loaded = desk.write(listing("ward", WARD))
    situation = standing(loaded, desk.places.database, START)
    assert situation.coverage == Coverage(listings=1, links=1, verified=0, blocked=0, unknown=0, never=1)
    assert situation.links == (LinkStanding("ward", "program", WARD),)
    assert (situation.last_pass, situation.resolved) == (None, ())
    assert desk.names() == ["listings.toml"]


async def test_drift_is_told_for_each_listing_against_its_own_review(desk: Desk) -> None:
    loaded = desk.write(listing("ward", WARD), listing("clinic", WARD, reviewed="2026-11-03"))
    desk.web.put(WARD, PAGE)
    await desk.check(loaded)
    desk.clock.go(DAY)
    desk.web.put(WARD, Shows("The fee is 350 dollars a week."))
    outcome = await desk.check(loaded)
    assert [(each.listing, each.drift) for each in outcome.situation.links] == [
        ("ward", Drift.SUBSTANTIVE),
        ("clinic", None),
    ]
    assert found(outcome.situation) == {("ward", Rule.PAGE_CHANGED): State.OPEN}
    desk.clock.go(DAY)
    outcome = await desk.check(loaded)
    assert [each.drift for each in outcome.situation.links] == [Drift.SUBSTANTIVE, Drift.SAME]


async def test_a_named_listing_alone_is_looked_at_and_told_about_but_the_report_is_about_all(desk: Desk) -> None:
    loaded = three(desk)
    await desk.check(loaded)
    desk.web.visits.clear()
    desk.clock.go(DAY)
    outcome = await desk.check(loaded, "clinic")
    assert {visit.url for visit in desk.web.visits} == {CLINIC}
    assert {each.listing for each in outcome.situation.links} == {"clinic"}
    assert {s.finding.listing for s in outcome.situation.standings} == {"clinic"}
    assert outcome.situation.coverage.listings == 1
    everything = standing(loaded, desk.places.database, desk.clock.now)
    assert report.write(everything, desk.folder / "again").read_bytes() == desk.page.read_bytes()


async def test_only_what_is_due_is_looked_at_and_told_about(desk: Desk) -> None:
    loaded = three(desk)
    first = await desk.check(loaded, due_only=True)
    assert len(first.situation.links) == 4  # nobody had looked at anything

    desk.web.visits.clear()
    again = await desk.check(loaded, due_only=True)
    assert (again.situation.links, again.summary.links, again.summary.looked) == ((), 0, 0)
    assert desk.web.visits == []
    assert found(again.situation) == found(first.situation)
    assert not again.summary.offline

    desk.clock.go(HOUR)
    later = await desk.check(loaded, due_only=True)
    assert sorted(each.url for each in later.situation.links) == [CLINIC, HARBOR]  # bad news comes round sooner
    desk.clock.go(DAY)
    assert len((await desk.check(loaded, due_only=True)).situation.links) == 4


async def test_what_waits_is_not_due_before_its_host_may_be_asked_again_however_new_it_is(desk: Desk) -> None:
    unseen = "https://ward.example/fees"
    desk.web.put(WARD, Says(429, retry_after="7200"))
    desk.web.put(unseen, PAGE)
    await desk.check(desk.write(listing("ward", WARD)))
    loaded = desk.write(listing("ward", WARD), listing("fees", unseen))
    planned = []
    for _ in range(3):
        with opened_to_read(desk.places.database) as store:
            assert store is not None
            plan = plan_pass(loaded, Selection(due_only=True), store.remembered(), desk.clock.now)
            planned.append(set(plan.wanted))
        desk.clock.go(HOUR)
    assert planned == [set(), set(), {unseen}]


async def test_what_is_due_is_asked_of_the_selected_listings_only(desk: Desk) -> None:
    loaded = three(desk)
    with opened_for_a_pass(desk.places.database) as store:
        plan = plan_pass(loaded, Selection(frozenset({"ward"}), due_only=True), store.remembered(), START)
    assert ([each.id for each in plan.listings], plan.wanted) == (["ward"], frozenset({WARD}))
    assert plan.catalogue is loaded.catalogue


# --- what comes round when --------------------------------------------------------------------------------------


async def due(desk: Desk, loaded: Loaded, every: timedelta | None) -> frozenset[str]:
    """What a pass would look at now: one of a schedule, or one by hand."""
    with opened_to_read(desk.places.database) as store:
        assert store is not None
        return plan_pass(loaded, Selection(due_only=True, every=every), store.remembered(), desk.clock.now).wanted


async def test_within_the_budget_every_pass_of_the_schedule_looks_at_all_that_is_well(desk: Desk) -> None:
    loaded = three(desk)
    await desk.check(loaded)
    assert await due(desk, loaded, every=HOUR) == {WARD}  # the others have failed, and are followed up
    assert await due(desk, loaded, every=None) == frozenset()


@pytest.mark.parametrize(("later", "every", "expected"), [(14, DAY, True), (14, HOUR, False), (14, None, False)])
async def test_beyond_the_budget_a_link_is_looked_at_in_the_pass_that_lies_nearest(
    desk: Desk, later: int, every: timedelta | None, *, expected: bool
) -> None:
    for url in (WARD, CLINIC, HARBOR):
        desk.web.put(url, PAGE)
    budget = "[monitor]\nchecks_per_day = 2\n"
    loaded = desk.write(budget, listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR))
    await desk.check(loaded)
    desk.clock.go(DAY)  # at three links and two looks a day, each waits for a day and a half
    desk.clock.go(timedelta(hours=later - 12))
    assert bool(await due(desk, loaded, every)) is expected


async def test_a_check_from_cron_at_the_same_hour_finds_what_it_looked_at_some_minutes_into_the_last_one(
    desk: Desk,
) -> None:
    desk.web.put(WARD, Does(lambda: desk.clock.go(timedelta(minutes=20)), PAGE))
    loaded = desk.write(listing("ward", WARD))
    await desk.check(loaded, due_only=True)
    desk.clock.now = START + timedelta(hours=23)
    assert await due(desk, loaded, every=None) == frozenset()
    desk.clock.now = START + DAY
    assert await due(desk, loaded, every=None) == {WARD}


async def test_looks_teach_how_often_a_page_changes(desk: Desk) -> None:
    for url in (WARD, CLINIC):
        desk.web.put(url, PAGE)
    loaded = desk.write(listing("ward", WARD), listing("clinic", CLINIC))
    beliefs = {WARD: PRIOR, CLINIC: PRIOR}
    for week in range(4):
        desk.web.put(WARD, Shows(f"The fee is {week + 1}00 dollars a week."))
        await desk.check(loaded)
        if week:
            beliefs = {
                url: after_a_look(belief, 7 * DAY, found_a_change=url == WARD) for url, belief in beliefs.items()
            }
        desk.clock.go(7 * DAY)
    with opened_to_read(desk.places.database) as store:
        assert store is not None
        assert {url: store.history(url).belief for url in (WARD, CLINIC)} == beliefs


async def test_what_failed_is_followed_up_until_two_good_looks_an_hour_apart(desk: Desk) -> None:
    desk.web.put(WARD, Fails(Reason.TIMEOUT))
    desk.web.put(CLINIC, PAGE)
    loaded = desk.write(listing("ward", WARD), listing("clinic", CLINIC))
    assert next_follow_up(loaded, desk.places.database, START) is None  # nobody has looked at anything
    await desk.check(loaded)
    moments = []
    for answer in (Fails(Reason.TIMEOUT), PAGE, PAGE):
        found = next_follow_up(loaded, desk.places.database, desk.clock.now)
        assert found is not None
        moments.append((found.at - START, dict(found.links)))
        desk.clock.now = found.at
        desk.web.put(WARD, answer)
        outcome = await desk.check(loaded, due_only=True)
        assert [each.url for each in outcome.situation.links] == [WARD]
    assert moments == [
        (timedelta(minutes=5), {Cause.FAILURE: 1}),
        (HOUR, {Cause.FAILURE: 1}),
        (2 * HOUR, {Cause.RECOVERY: 1}),
    ]
    assert next_follow_up(loaded, desk.places.database, desk.clock.now) is None


# --- what keeps a pass from running -----------------------------------------------------------------------------


async def test_a_second_pass_is_refused_before_it_asks_anybody(desk: Desk) -> None:
    loaded = three(desk)
    with opened_for_a_pass(desk.places.database), pytest.raises(OperatorError, match="another pass holds the database"):
        await desk.check(loaded)
    assert desk.opened == 0
    assert not desk.page.exists()


async def test_a_report_that_cannot_be_written_is_noticed_before_the_database_is_made(desk: Desk) -> None:
    loaded = three(desk)
    desk.places.reports.write_text("a file is in the way")
    with pytest.raises(OperatorError, match="a file is in the way"):
        await desk.check(loaded)
    assert (desk.opened, desk.names()) == (0, ["listings.toml", "reports"])


async def test_a_database_that_cannot_be_used_is_noticed_before_anybody_is_asked(desk: Desk) -> None:
    loaded = three(desk)
    desk.places.database.path.write_text("This is a letter and not a database.\n" * 50)
    with pytest.raises(OperatorError, match="is not a database"):
        await desk.check(loaded)
    assert desk.opened == 0


# --- how a pass can end -----------------------------------------------------------------------------------------


def unplug(desk: Desk) -> None:
    for url in (WARD, CLINIC, HARBOR):
        desk.web.put(url, Fails(Reason.DNS_FAILURE))


async def test_an_offline_pass_says_so_and_tells_what_needs_no_network(desk: Desk) -> None:
    desk.write(listing("ward", WARD))
    loaded = desk.write(
        listing("ward", WARD), listing("clinic", CLINIC), listing("harbor", HARBOR), listing("bare", links="[]")
    )
    for url in (WARD, CLINIC, HARBOR):
        desk.web.put(url, PAGE)
    before = (await desk.check(loaded)).situation
    desk.clock.go(DAY)
    unplug(desk)
    outcome = await desk.check(loaded)
    assert (outcome.summary.offline, outcome.summary.looked, outcome.situation.offline) == (True, 0, True)
    assert outcome.situation.links == before.links
    assert outcome.situation.coverage == before.coverage
    assert found(outcome.situation) == found(before) == {}
    assert ("bare", Rule.LISTING_UNREACHABLE) in found(outcome.situation, network=False)
    assert "offline" in outcome.report.read_text().lower()


async def test_an_offline_first_pass_has_looked_at_nothing(desk: Desk) -> None:
    loaded = three(desk)
    unplug(desk)
    outcome = await desk.check(loaded)
    assert outcome.summary.offline
    assert [each.liveness for each in outcome.situation.links] == [None] * 4
    assert outcome.situation.coverage.never == 3


async def test_a_pass_that_is_broken_off_keeps_what_it_has_and_its_report_says_how_far_it_came(desk: Desk) -> None:
    loaded = three(desk)
    desk.web.put(CLINIC, Waits(asyncio.Event(), PAGE))
    desk.web.put(HARBOR, Fails(Reason.TLS))
    watcher = Watcher(expects=2)
    running = asyncio.create_task(desk.check(loaded, watcher=watcher))
    await watcher.enough.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    situation = standing(loaded, desk.places.database, desk.clock.now)
    assert situation.last_pass is not None
    assert (situation.last_pass.interrupted, situation.last_pass.looked) == (True, 2)
    assert [each.liveness for each in situation.links] == [
        Liveness.ALIVE,
        None,
        Liveness.UNKNOWN,
        Liveness.ALIVE,
    ]
    assert report.write(situation, desk.folder / "again").read_bytes() == desk.page.read_bytes()
    with opened_for_a_pass(desk.places.database):
        pass  # nobody holds it any more


async def test_a_bug_in_one_listing_is_raised_when_the_others_are_recorded_and_reported(desk: Desk) -> None:
    loaded = three(desk)
    desk.web.put(CLINIC, Breaks(ZeroDivisionError()))
    with pytest.raises(ExceptionGroup):
        await desk.check(loaded)
    situation = standing(loaded, desk.places.database, desk.clock.now)
    assert [each.liveness for each in situation.links] == [
        Liveness.ALIVE,
        None,
        Liveness.UNKNOWN,
        Liveness.ALIVE,
    ]
    assert report.write(situation, desk.folder / "again").read_bytes() == desk.page.read_bytes()


def spoil(desk: Desk) -> Callable[[], None]:
    """Something that keeps the report from being written though it could be when the pass began."""
    return lambda: (desk.places.reports / "index.html").mkdir(exist_ok=True)


async def test_a_report_that_cannot_be_written_after_all_is_an_error_and_the_looks_are_kept(desk: Desk) -> None:
    loaded = three(desk)
    desk.web.put(WARD, Does(spoil(desk), PAGE))
    with pytest.raises(OperatorError, match="holds a folder named"):
        await desk.check(loaded)
    with opened_to_read(desk.places.database) as store:
        assert store is not None
        assert set(store.remembered().histories or {}) == {WARD, CLINIC, HARBOR}


async def test_what_broke_a_pass_off_is_told_rather_than_that_the_report_could_not_be_written(desk: Desk) -> None:
    loaded = three(desk)
    desk.web.put(WARD, Does(spoil(desk), Breaks(ZeroDivisionError())))
    with pytest.raises(ExceptionGroup):
        await desk.check(loaded)


async def test_a_web_that_cannot_be_opened_is_told_and_still_reported(desk: Desk) -> None:
    loaded = three(desk)

    def no_web() -> AbstractAsyncContextManager[Prober]:
        raise OperatorError("HTTP_PROXY is not an address")

    with pytest.raises(OperatorError, match="HTTP_PROXY"):
        await run(loaded, Selection(), desk.places, no_web, desk.clock, Watcher(), draw_name=draw_name)
    assert desk.page.exists()


# --- from pass to pass ------------------------------------------------------------------------------------------


async def test_what_ended_is_told_for_a_week_and_then_no_more(desk: Desk) -> None:
    loaded = three(desk)
    await desk.check(loaded)
    desk.web.put(CLINIC, PAGE)
    desk.clock.go(HOUR)
    first = await desk.check(loaded)
    assert found(first.situation)[("clinic", Rule.LINK_GONE)] is State.OPEN  # one success is none
    desk.clock.go(HOUR)
    second = await desk.check(loaded)
    assert [(s.finding.listing, s.finding.rule, s.state) for s in second.situation.resolved] == [
        ("clinic", Rule.LINK_GONE, State.RESOLVED)
    ]
    assert ("clinic", Rule.LINK_GONE) not in found(second.situation)
    desk.clock.go(7 * DAY)
    assert len((await desk.check(loaded)).situation.resolved) == 1
    desk.clock.go(HOUR)
    assert (await desk.check(loaded)).situation.resolved == ()


async def test_a_listing_that_was_removed_is_not_told_about_and_what_was_followed_is_over(desk: Desk) -> None:
    loaded = three(desk)
    await desk.check(loaded)
    desk.clock.go(DAY)
    rest = desk.write(listing("ward", WARD))
    outcome = await desk.check(rest)
    assert found(outcome.situation) == {}
    assert outcome.situation.coverage.links == 1
    with opened_to_read(desk.places.database) as store:
        assert store is not None
        assert store.remembered().incidents == ()


async def test_findings_are_placed_on_the_line_where_they_stand_now(desk: Desk) -> None:
    loaded = three(desk)
    await desk.check(loaded)
    (before,) = (s for s in standing(loaded, desk.places.database, START).standings if s.finding.rule is Rule.LINK_GONE)
    text = (desk.folder / "listings.toml").read_text()
    moved = desk.write("# a remark\n\n", text)
    scope = Scope(listings=frozenset({"clinic"}))
    (after,) = (
        s for s in standing(moved, desk.places.database, START, scope).standings if s.finding.rule is Rule.LINK_GONE
    )
    assert before.line is not None
    assert (after.finding.id, after.line) == (before.finding.id, before.line + 2)


async def test_validators_are_handed_on_from_one_pass_to_the_next(desk: Desk) -> None:
    loaded = desk.write(listing("ward", WARD))
    desk.web.put(WARD, Shows("The fee is 100 dollars a week.", etag='"a"'))
    await desk.check(loaded)
    desk.clock.go(DAY)
    outcome = await desk.check(loaded)
    first, enrolled, second = desk.web.visits
    assert first == Visit(WARD)
    assert enrolled == Visit(WARD, confirming=True)
    assert second.validators is not None
    assert second.validators.etag == '"a"'
    (link,) = outcome.situation.links
    assert (link.reason, link.status, link.drift) == (Reason.NOT_MODIFIED, 304, Drift.SAME)
