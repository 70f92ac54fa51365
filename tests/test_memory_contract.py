"""What every memory of a pass must keep to: one suite, run against the database and against the fake of the tests."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from fakes import DAY, HOUR, START, FakeMemory, listing, quick_store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.core.belief import Belief
from monitor.core.content import Block, Page, PageLink
from monitor.core.decision import Decision
from monitor.core.delegations import Delegation
from monitor.core.finding import Evidence, Finding, Incident, PassSummary, Rule, Standing, State, Suggestion, Transition
from monitor.core.fingerprint import METHOD, fingerprint
from monitor.core.history import advance
from monitor.core.incidents import Reconciled, reconcile
from monitor.core.listing import Severity
from monitor.core.look import (
    Drift,
    Fingerprint,
    Hop,
    Judgement,
    LinkHistory,
    Observation,
    Outcome,
    Reason,
    Validators,
    Version,
    Wait,
)
from monitor.core.result import CheckResult, Past, look_at
from monitor.core.situation import Remembered
from monitor.core.surroundings import Stranger, StrangerAnswer, Twin
from monitor.core.triage import acknowledged, reopened, snoozed
from monitor.core.verdict import ClaimHistory, Support, Verdict
from monitor.store import Run, Store

URL = "https://ward.example/visitors"
NOTHING = Reconciled((), ())

Either = Store | FakeMemory


@pytest.fixture(params=["database", "fake"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Either]:
    if request.param == "fake":
        yield FakeMemory()
        return
    with quick_store(tmp_path / "monitor.db") as store:
        yield store


# --- looks made by hand -----------------------------------------------------------------------------------------


def page(
    words: str, at: datetime = START, url: str = URL, *, etag: str | None = None, method: int = METHOD
) -> Observation:
    """A look that read a page with these words."""
    blocks = (Block(words),)
    return Observation(
        url,
        at,
        Judgement(Reason.OK),
        final_url=url,
        hops=(Hop(url, 200),),
        status=200,
        page=Page("Visiting students", blocks),
        fingerprint=Fingerprint(method, fingerprint("Visiting students", blocks).digest),
        validators=Validators(url, etag) if etag else None,
    )


def unchanged(at: datetime, url: str = URL) -> Observation:
    """A look that was told: not modified."""
    return Observation(url, at, Judgement(Reason.NOT_MODIFIED), url, (Hop(url, 304),), status=304)


def silence(at: datetime, url: str = URL, reason: Reason = Reason.TIMEOUT) -> Observation:
    """A look that got no answer."""
    return Observation(url, at, Judgement(reason), url, (), detail="no answer in time", reached=False)


def missing(at: datetime, url: str = URL) -> Observation:
    """A look that was told: no such page."""
    return Observation(url, at, Judgement(Reason.NOT_FOUND), url, (Hop(url, 404),), status=404)


def see(memory: Either, *observations: Observation, listing_id: str = "ward", reviewed: datetime | None = None) -> None:
    """One pass a look, as the flow does it."""
    for seen in observations:
        pass_id = memory.begin(seen.at, links=1)
        note(memory, pass_id, seen, listing_id=listing_id, reviewed=reviewed)
        memory.end(pass_id, PassSummary(seen.at, seen.at, links=1, looked=1, offline=False, interrupted=False))


def note(
    memory: Either,
    pass_id: int,
    seen: Observation,
    *,
    before: LinkHistory | None = None,
    listing_id: str = "ward",
    reviewed: datetime | None = None,
) -> None:
    """Record one look in a pass that is under way."""
    history = advance(before or memory.history(seen.url), seen)
    baseline = memory.baseline(listing(listing_id, seen.url, reviewed=reviewed), seen.url, seen.at)
    memory.record(pass_id, CheckResult(listing_id, seen.at, (look_at(seen, history, Past(baseline)),), NOTHING))


def version(words: str, first: datetime, last: datetime, method: int = METHOD) -> Version:
    blocks = (Block(words),)
    digest = fingerprint("Visiting students", blocks).digest
    return Version(Fingerprint(method, digest), "Visiting students", blocks, first, last)


def baseline(memory: Either, now: datetime, reviewed: datetime | None = None) -> Version | None:
    return memory.baseline(listing("ward", URL, reviewed=reviewed), URL, now)


# --- links ------------------------------------------------------------------------------------------------------


def test_a_link_that_nobody_has_looked_at_has_an_empty_history_and_no_baseline(memory: Either) -> None:
    assert memory.history(URL) == LinkHistory(URL)
    assert baseline(memory, START) is None
    assert memory.runs(URL) == []
    assert memory.versions(URL) == []


def test_a_memory_of_nothing_remembers_nothing(memory: Either) -> None:
    assert memory.remembered() == Remembered(histories={}, drifts={})


def test_a_look_comes_back_as_the_history_that_counted_it(memory: Either) -> None:
    seen = page("Fee: $100", etag='"a"')
    see(memory, seen)
    assert memory.history(URL) == advance(LinkHistory(URL), seen)


def test_a_failure_changes_neither_the_latest_version_nor_its_validators_nor_the_baseline(memory: Either) -> None:
    see(memory, page("Fee: $100", START, etag='"a"'))
    before = memory.history(URL)
    see(memory, silence(START + DAY), missing(START + 2 * DAY), silence(START + 3 * DAY, reason=Reason.FORBIDDEN))
    after = memory.history(URL)
    assert (after.latest, after.validators, after.last_ok) == (before.latest, before.validators, START)
    assert baseline(memory, START + 4 * DAY) == version("Fee: $100", START, START)
    assert memory.versions(URL) == [version("Fee: $100", START, START)]
    assert after.looks == 4


def test_a_304_keeps_the_version_alive_and_its_validators(memory: Either) -> None:
    see(memory, page("Fee: $100", START, etag='"a"'), unchanged(START + DAY))
    after = memory.history(URL)
    assert after.latest == version("Fee: $100", START, START + DAY)
    assert after.validators == Validators(URL, '"a"')


def test_what_is_believed_of_a_page_is_kept_until_a_look_has_taught_more(memory: Either) -> None:
    see(memory, page("A", START))
    assert memory.history(URL).belief is None
    learned, more = Belief(0.5, 12.25), Belief(1.4321, 19.5)
    see(memory, replace(page("A", START + DAY), belief=learned), silence(START + 2 * DAY))
    assert memory.history(URL).belief == learned
    see(memory, replace(page("B", START + 3 * DAY), belief=more))
    assert memory.history(URL).belief == more
    assert {url: each.belief for url, each in (memory.remembered().histories or {}).items()} == {URL: more}


def test_links_are_kept_apart(memory: Either) -> None:
    other = "https://ward.example/fees"
    see(memory, page("Fee: $100"), page("Fee: $100", START + DAY, other))
    assert memory.history(URL).last_at == START
    assert memory.history(other).last_at == START + DAY
    assert memory.remembered().histories == {
        url: replace(memory.history(url), latest=None) for url in (URL, other)
    }  # what documents are made of is without the text of pages


def test_a_link_that_two_checks_of_one_pass_share_is_counted_once(memory: Either) -> None:
    before = memory.history(URL)
    pass_id = memory.begin(START, links=1)
    for name in ("ward", "clinic"):
        note(memory, pass_id, page("Fee: $100"), before=before, listing_id=name)
    assert memory.history(URL).looks == 1
    assert [run.looks for run in memory.runs(URL)] == [1]


def test_the_same_link_is_counted_again_in_the_next_pass_even_at_the_same_moment(memory: Either) -> None:
    see(memory, page("Fee: $100"), page("Fee: $100"))
    assert memory.history(URL).looks == 2
    assert [run.looks for run in memory.runs(URL)] == [2]


# --- hosts that asked to be left alone --------------------------------------------------------------------------


def turned_away(at: datetime, until: datetime, url: str = URL, host: str = "ward.example:443") -> Observation:
    """A look that was told to come back later."""
    seen = Observation(url, at, Judgement(Reason.RATE_LIMITED), url, (Hop(url, 429),), status=429)
    return replace(seen, wait=Wait((host,), until))


def test_a_memory_of_nothing_knows_of_no_wait(memory: Either) -> None:
    assert memory.waits(START) == {}


def test_a_wait_is_remembered_with_the_look_that_learned_it_until_its_moment_has_come(memory: Either) -> None:
    see(memory, turned_away(START, START + HOUR))
    assert memory.waits(START) == {"ward.example:443": START + HOUR}
    assert memory.waits(START + HOUR - timedelta(microseconds=1)) == {"ward.example:443": START + HOUR}
    assert memory.waits(START + HOUR) == {}
    assert memory.remembered().waits == {"ward.example:443": START + HOUR}


def test_the_last_word_of_a_host_counts_and_what_is_over_is_forgotten(memory: Either) -> None:
    other = "https://clinic.example/"
    see(
        memory,
        turned_away(START, START + HOUR),
        turned_away(START + HOUR, START + 2 * HOUR, other, "clinic.example:443"),
        turned_away(START + HOUR, START + 3 * HOUR, other, "clinic.example:443"),
    )
    assert memory.remembered().waits == {"clinic.example:443": START + 3 * HOUR}


def test_a_look_that_asks_for_nothing_leaves_a_wait_as_it_is(memory: Either) -> None:
    see(memory, turned_away(START, START + DAY), page("Fee: $100", START + HOUR))
    assert memory.waits(START + HOUR) == {"ward.example:443": START + DAY}


# --- runs and versions ------------------------------------------------------------------------------------------


def test_looks_that_found_the_same_are_one_run(memory: Either) -> None:
    see(memory, *(page("Fee: $100", START + n * DAY) for n in range(3)))
    assert memory.runs(URL) == [Run(START, START + 2 * DAY, 3, Outcome(Reason.OK, URL, (Hop(URL, 200),), 200, ""))]


def test_a_look_that_found_something_else_begins_a_new_run(memory: Either) -> None:
    see(memory, page("Fee: $100"), page("Fee: $200", START + DAY), silence(START + 2 * DAY), silence(START + 3 * DAY))
    ok = Outcome(Reason.OK, URL, (Hop(URL, 200),), 200, "")
    quiet = Outcome(Reason.TIMEOUT, URL, (), None, "no answer in time")
    assert memory.runs(URL) == [
        Run(START, START, 1, ok),
        Run(START + DAY, START + DAY, 1, ok),  # the same outcome, but another page
        Run(START + 2 * DAY, START + 3 * DAY, 2, quiet),
    ]
    assert memory.runs(URL, 1) == [Run(START + 2 * DAY, START + 3 * DAY, 2, quiet)]


def test_an_old_run_is_not_taken_up_again_after_an_interruption(memory: Either) -> None:
    see(memory, page("Fee: $100"), silence(START + DAY), page("Fee: $100", START + 2 * DAY))
    assert [(run.first_at, run.looks) for run in memory.runs(URL)] == [(START + n * DAY, 1) for n in range(3)]


def test_change_and_back_keeps_two_versions_and_three_runs(memory: Either) -> None:
    see(memory, page("A"), page("B", START + DAY), page("A", START + 2 * DAY))
    assert memory.versions(URL) == [
        version("B", START + DAY, START + DAY),
        version("A", START, START + 2 * DAY),
    ]
    assert memory.versions(URL, 1) == [version("A", START, START + 2 * DAY)]
    assert len(memory.runs(URL)) == 3
    assert memory.history(URL).latest == version("A", START, START + 2 * DAY)


def test_the_same_words_at_two_addresses_are_two_versions(memory: Either) -> None:
    other = "https://ward.example/fees"
    see(memory, page("A"), page("A", START + DAY, other))
    assert memory.versions(URL) == [version("A", START, START)]
    assert memory.versions(other) == [version("A", START + DAY, START + DAY)]


# --- baselines --------------------------------------------------------------------------------------------------

MIDNIGHT = datetime(2026, 11, 5, tzinfo=UTC)


def test_without_a_review_the_baseline_is_the_first_readable_look_ever(memory: Either) -> None:
    see(memory, silence(START), page("A", START + DAY), page("B", START + 2 * DAY))
    assert baseline(memory, START + 3 * DAY) == version("A", START + DAY, START + DAY)


@pytest.mark.parametrize(
    ("before", "at", "expected"),
    [
        pytest.param(-timedelta(microseconds=1), timedelta(), "B", id="the first moment of the day counts"),
        pytest.param(-2 * HOUR, -timedelta(microseconds=1), "C", id="the last moment of the day before does not"),
        pytest.param(-2 * DAY, 23 * HOUR, "B", id="late on the day"),
    ],
)
def test_a_review_moves_the_baseline_to_the_first_readable_look_from_midnight_on(
    memory: Either, before: timedelta, at: timedelta, expected: str
) -> None:
    later = MIDNIGHT + 2 * DAY
    see(memory, page("A", MIDNIGHT + before - HOUR), page("B", MIDNIGHT + at), page("C", later))
    first = {"B": MIDNIGHT + at, "C": later}[expected]
    assert baseline(memory, later + DAY, reviewed=MIDNIGHT) == version(expected, first, first)


def test_unreadable_looks_after_a_review_set_no_baseline(memory: Either) -> None:
    see(memory, page("A"), silence(MIDNIGHT), missing(MIDNIGHT + HOUR), page("B", MIDNIGHT + 2 * HOUR))
    assert baseline(memory, MIDNIGHT + DAY, reviewed=MIDNIGHT) == version("B", MIDNIGHT + 2 * HOUR, MIDNIGHT + 2 * HOUR)


def test_a_304_after_a_review_sets_the_baseline_to_what_it_confirms(memory: Either) -> None:
    see(memory, page("A", etag='"a"'), unchanged(MIDNIGHT + HOUR), page("B", MIDNIGHT + DAY))
    assert baseline(memory, MIDNIGHT + 2 * DAY, reviewed=MIDNIGHT) == version("A", START, MIDNIGHT + HOUR)


def test_a_page_that_is_the_same_before_and_after_the_review_is_the_baseline(memory: Either) -> None:
    see(memory, page("A", START), page("A", MIDNIGHT + HOUR), page("B", MIDNIGHT + DAY))
    assert baseline(memory, MIDNIGHT + 2 * DAY, reviewed=MIDNIGHT) == version("A", START, MIDNIGHT + HOUR)


def test_a_review_later_than_every_look_leaves_the_baseline_to_the_next_one(memory: Either) -> None:
    see(memory, page("A", START))
    assert baseline(memory, MIDNIGHT + HOUR, reviewed=MIDNIGHT) is None


def test_a_review_that_is_still_to_come_moves_nothing(memory: Either) -> None:
    see(memory, page("A", START), page("B", START + DAY))
    assert baseline(memory, START + 2 * DAY, reviewed=START + 300 * DAY) == version("A", START, START)


def test_a_page_read_by_an_older_method_is_the_baseline_only_until_one_was_read_by_todays(memory: Either) -> None:
    see(memory, page("A", START, method=METHOD - 1))
    assert baseline(memory, START + DAY) == version("A", START, START, METHOD - 1)
    see(memory, page("B", START + DAY), page("C", START + 2 * DAY))
    assert baseline(memory, START + 3 * DAY) == version("B", START + DAY, START + DAY)


# --- drift ------------------------------------------------------------------------------------------------------


def test_the_drift_of_the_last_look_that_could_tell_is_kept_for_each_listing(memory: Either) -> None:
    see(memory, page("A", START), page("B is something else", START + DAY), silence(START + 2 * DAY))
    assert memory.remembered().drifts == {("ward", URL): Drift.SUBSTANTIVE}


def test_the_look_that_sets_a_new_baseline_has_no_drift_any_more(memory: Either) -> None:
    see(memory, page("A", START), page("B is something else", START + DAY))
    see(memory, page("B is something else", MIDNIGHT + HOUR), reviewed=MIDNIGHT)
    assert memory.remembered().drifts == {}


def test_drift_is_kept_for_each_of_the_listings_that_share_a_link(memory: Either) -> None:
    see(memory, page("A", START))
    before = memory.history(URL)
    pass_id = memory.begin(START + DAY, links=1)
    changed = page("B is something else", START + DAY)
    for name in ("ward", "clinic"):
        note(memory, pass_id, changed, before=before, listing_id=name)
    assert memory.remembered().drifts == {("ward", URL): Drift.SUBSTANTIVE, ("clinic", URL): Drift.SUBSTANTIVE}


# --- incidents and passes ---------------------------------------------------------------------------------------


def incident(rule: Rule, listing_id: str = "ward", state: State = State.OPEN, **more: object) -> Incident:
    finding = Finding(rule, listing_id, "link", Severity.ERROR, "Mend it.", START, START, url=URL)
    opened = {} if state is State.PENDING else {"opened_at": START}
    return replace(Incident(finding, state, since=START, last_seen=START), **{**opened, **more})  # type: ignore[arg-type]


def keep(memory: Either, *incidents: Incident, at: datetime = START) -> None:
    follow(memory, Reconciled(incidents, ()), at)


def by_id(*incidents: Incident) -> list[Incident]:
    return sorted(incidents, key=lambda each: each.id)


def test_each_question_about_incidents_is_answered_with_its_own(memory: Either) -> None:
    gone, stale = incident(Rule.LINK_GONE), incident(Rule.LISTING_STALE)
    moved, duplicate = incident(Rule.LINK_MOVED, "clinic"), incident(Rule.LISTING_DUPLICATE, "clinic")
    over = incident(Rule.PAGE_CHANGED, state=State.RESOLVED, resolved_at=START)
    keep(memory, gone, stale, moved, duplicate, over)
    assert memory.link_incidents("ward") == [gone]
    assert memory.unresolved() == by_id(gone, stale, moved, duplicate)


@pytest.mark.parametrize("state", [State.PENDING, State.OPEN])
def test_whatever_is_not_resolved_is_still_followed(memory: Either, state: State) -> None:
    one = incident(Rule.LINK_GONE, state=state)
    keep(memory, one)
    assert memory.link_incidents("ward") == [one]
    assert memory.remembered().incidents == (one,)


def test_an_incident_comes_back_whole_and_its_newest_form_replaces_the_older(memory: Either) -> None:
    one = incident(Rule.LINK_GONE)
    keep(memory, one)
    finding = replace(
        one.finding,
        severity=Severity.WARNING,
        message="Es heißt jetzt anders — “mend it”.",
        reason=Reason.NOT_FOUND,
        key="links[0].url",
        evidence=Evidence("a quote", "this", "that"),
        suggestion=Suggestion("reviewed", date(2026, 11, 2)),
        cause="unreachable ward.example:443",
    )
    newer = Incident(
        finding, State.OPEN, START, START + DAY, opened_at=START + HOUR, resolved_at=None, looks=7, note="noted"
    )
    keep(memory, newer)
    assert memory.link_incidents("ward") == [newer]


def follow(memory: Either, reconciled: Reconciled, at: datetime) -> None:
    pass_id = memory.begin(at, links=0)
    memory.record_catalogue(pass_id, reconciled)
    memory.end(pass_id, PassSummary(at, at, links=0, looked=0, offline=False, interrupted=False))


# --- decisions --------------------------------------------------------------------------------------------------


def standing(of: Incident) -> Standing:
    return Standing(of.finding, of.state, of.since, of.last_seen, source=None, line=None, looks=of.looks)


def acked(of: Incident, at: datetime = START + HOUR) -> Incident:
    return replace(of, state=State.ACKNOWLEDGED, decision=Decision(at, of.finding.proof, note="known"))


def test_a_decision_is_kept_and_can_be_changed_and_taken_back(memory: Either) -> None:
    one = incident(Rule.LINK_GONE)
    keep(memory, one)
    memory.decide([acknowledged(standing(one), START + HOUR, "known")])
    assert memory.unresolved() == memory.link_incidents("ward") == [acked(one)]
    assert memory.remembered().incidents == (acked(one),)
    memory.decide([snoozed(standing(acked(one)), START + DAY, date(2026, 12, 1))])
    assert memory.unresolved() == [
        replace(one, state=State.SNOOZED, decision=Decision(START + DAY, one.finding.proof, date(2026, 12, 1)))
    ]
    memory.decide([reopened(standing(acked(one)), START + DAY)])
    assert memory.unresolved() == [one]


def test_a_finding_that_no_pass_has_recorded_can_be_decided_about(memory: Either) -> None:
    stale = replace(incident(Rule.LISTING_STALE), opened_at=START + HOUR)
    memory.decide([acknowledged(standing(stale), START + HOUR, "known")])
    assert memory.unresolved() == [acked(stale)]


def test_a_finding_that_was_over_and_stands_again_can_be_decided_about(memory: Either) -> None:
    keep(memory, incident(Rule.LISTING_STALE, state=State.RESOLVED, resolved_at=START))
    stale = replace(incident(Rule.LISTING_STALE), opened_at=START + HOUR)
    memory.decide([acknowledged(standing(stale), START + HOUR, "known")])
    assert memory.unresolved() == [acked(stale)]


def test_a_pass_that_began_before_a_decision_does_not_write_over_it(memory: Either) -> None:
    one = incident(Rule.LINK_GONE)
    keep(memory, one)
    (known,) = memory.link_incidents("ward")
    memory.decide([acknowledged(standing(one), START + HOUR, "known")])
    follow(memory, reconcile([known], [one.finding], START + DAY), START + DAY)
    assert memory.unresolved() == [acked(replace(one, last_seen=START + DAY, looks=2))]


def test_a_pass_that_began_before_a_finding_was_opened_again_does_not_write_over_that(memory: Either) -> None:
    one = incident(Rule.LINK_GONE)
    keep(memory, one)
    memory.decide([acknowledged(standing(one), START + HOUR, "known")])
    (known,) = memory.link_incidents("ward")
    memory.decide([reopened(standing(known), START + HOUR)])
    follow(memory, reconcile([known], [one.finding], START + DAY), START + DAY)
    assert memory.unresolved() == [replace(one, last_seen=START + DAY, looks=2)]


def test_a_decision_ends_with_other_evidence_and_does_not_come_back(memory: Either) -> None:
    one = incident(Rule.LINK_GONE)
    keep(memory, one)
    memory.decide([acknowledged(standing(one), START + HOUR, "known")])
    other = replace(one.finding, evidence=Evidence("another quote"))
    for n, finding in enumerate((other, one.finding), start=1):
        follow(memory, reconcile(memory.link_incidents("ward"), [finding], START + n * DAY), START + n * DAY)
        assert memory.unresolved() == [replace(one, finding=finding, last_seen=START + n * DAY, looks=n + 1)]


def test_what_was_decided_about_a_finding_ends_with_it(memory: Either) -> None:
    one = incident(Rule.LINK_GONE)
    keep(memory, one)
    memory.decide([acknowledged(standing(one), START + HOUR, "known")])
    follow(memory, reconcile(memory.link_incidents("ward"), [], START + DAY), START + DAY)
    assert memory.unresolved() == []
    follow(memory, reconcile([], [one.finding], START + 2 * DAY), START + 2 * DAY)
    assert [each.state for each in memory.unresolved()] == [State.OPEN]


# --- reviews ----------------------------------------------------------------------------------------------------


def review(memory: Either, at: datetime) -> None:
    with memory.reviewing([listing("ward", URL)], at):
        pass


def test_a_review_takes_the_last_readable_look_as_the_baseline_whenever_that_was(memory: Either) -> None:
    see(memory, page("A", START), page("B", START + DAY), missing(START + 2 * DAY))
    review(memory, MIDNIGHT + HOUR)
    see(memory, page("C", MIDNIGHT + DAY))
    for reviewed in (None, START, MIDNIGHT):
        assert baseline(memory, MIDNIGHT + 2 * DAY, reviewed=reviewed) == version("B", START + DAY, START + DAY)


def test_a_later_review_by_hand_goes_by_the_rule_again(memory: Either) -> None:
    see(memory, page("A", START))
    review(memory, MIDNIGHT + HOUR)
    see(memory, page("B", MIDNIGHT + 2 * HOUR), page("C", MIDNIGHT + DAY + HOUR))
    by_hand = MIDNIGHT + DAY
    assert baseline(memory, by_hand + DAY, reviewed=by_hand) == version("C", by_hand + HOUR, by_hand + HOUR)


def test_a_review_without_a_readable_look_leaves_the_baseline_to_the_next_one(memory: Either) -> None:
    see(memory, missing(START))
    review(memory, MIDNIGHT + HOUR)
    assert baseline(memory, MIDNIGHT + DAY, reviewed=MIDNIGHT) is None
    see(memory, page("A", MIDNIGHT + DAY))
    assert baseline(memory, MIDNIGHT + 2 * DAY, reviewed=MIDNIGHT) == version("A", MIDNIGHT + DAY, MIDNIGHT + DAY)


def test_the_last_of_several_reviews_counts(memory: Either) -> None:
    see(memory, page("A", START))
    review(memory, START + HOUR)
    see(memory, page("B", START + DAY))
    review(memory, START + DAY + HOUR)
    assert baseline(memory, START + 2 * DAY, reviewed=START) == version("B", START + DAY, START + DAY)


def test_a_reviewed_page_that_an_older_method_read_is_the_baseline_until_todays_has_read_one(memory: Either) -> None:
    see(memory, page("A", START), page("B", START + DAY, method=METHOD - 1))
    review(memory, START + DAY + HOUR)
    old = version("B", START + DAY, START + DAY, METHOD - 1)
    assert baseline(memory, START + 2 * DAY, reviewed=START + DAY) == old
    see(memory, page("C", START + 2 * DAY), page("D", START + 3 * DAY))
    new = version("C", START + 2 * DAY, START + 2 * DAY)
    assert baseline(memory, START + 4 * DAY, reviewed=START + DAY) == new


def test_a_review_is_of_one_listing_and_settles_what_is_measured_against_the_last_one(memory: Either) -> None:
    see(memory, page("A", START), page("B is something else", START + DAY))
    changed, gone, other = incident(Rule.PAGE_CHANGED), incident(Rule.LINK_GONE), incident(Rule.PAGE_CHANGED, "clinic")
    keep(memory, changed, gone, other, at=START + DAY)
    memory.decide([acknowledged(standing(changed), START + DAY, None)])
    review(memory, START + 2 * DAY)
    assert memory.unresolved() == by_id(gone, other)
    assert memory.remembered().resolved == (replace(changed, state=State.RESOLVED, resolved_at=START + 2 * DAY),)
    assert memory.remembered().drifts == {}


def test_a_review_whose_other_half_fails_has_not_happened(memory: Either) -> None:
    see(memory, page("A", START), page("B is something else", START + DAY))
    changed = incident(Rule.PAGE_CHANGED)
    keep(memory, changed, at=START + DAY)
    with pytest.raises(ArithmeticError), memory.reviewing([listing("ward", URL)], START + 2 * DAY):
        raise ArithmeticError("the file cannot be written")
    assert memory.unresolved() == [changed]
    assert memory.remembered().drifts == {("ward", URL): Drift.SUBSTANTIVE}
    assert baseline(memory, START + 3 * DAY) == version("A", START, START)


def test_what_ended_lately_is_remembered_unless_it_was_never_open(memory: Either) -> None:
    earlier = incident(Rule.LINK_GONE, state=State.RESOLVED, resolved_at=START)
    keep(memory, earlier, at=START + 7 * DAY)
    assert memory.remembered().resolved == (earlier,)
    now = START + 8 * DAY
    ended = incident(Rule.LINK_MOVED, state=State.RESOLVED, resolved_at=now)
    never = incident(Rule.LINK_UNREACHABLE, state=State.RESOLVED, resolved_at=now, opened_at=None)
    keep(memory, ended, never, at=now)
    assert memory.remembered().resolved == (ended,)
    assert memory.remembered().incidents == ()


def test_a_pass_is_interrupted_until_it_has_said_that_it_was_not(memory: Either) -> None:
    pass_id = memory.begin(START, links=3)
    begun = PassSummary(START, None, links=3, looked=0, offline=False, interrupted=True)
    assert memory.remembered().last_pass == begun
    ended = PassSummary(START, START + HOUR, links=3, looked=2, offline=True, interrupted=False, spared=1)
    memory.end(pass_id, ended)
    assert memory.remembered().last_pass == ended


def test_the_last_pass_is_the_one_that_began_last(memory: Either) -> None:
    first, second = memory.begin(START, links=1), memory.begin(START + DAY, links=2)
    assert first != second
    memory.end(first, PassSummary(START, START + 2 * DAY, links=1, looked=1, offline=False, interrupted=False))
    assert memory.remembered().last_pass == PassSummary(
        START + DAY, None, links=2, looked=0, offline=False, interrupted=True
    )


# --- what stands around a link ----------------------------------------------------------------------------------


def test_what_a_stranger_got_comes_back_whole_and_the_last_word_counts(memory: Either) -> None:
    where = "https://ward.example/students/"
    assert memory.stranger(where) is None
    shows = Stranger(
        where, f"{where}x1", START, StrangerAnswer.SHOWS, "Ward", (Block("Welcome", heading=1),), (f"{where}y",)
    )
    see(memory, replace(page("A"), strangers=(shows,)))
    assert memory.stranger(where) == shows
    missing = Stranger(where, f"{where}x2", START + DAY, StrangerAnswer.MISSING)
    see(memory, replace(page("A", START + DAY), strangers=(missing,)), page("A", START + 2 * DAY))
    assert memory.stranger(where) == missing


def test_name_servers_come_back_with_those_that_were_before(memory: Either) -> None:
    assert memory.delegation("ward.example") is None
    first = Delegation("ward.example", frozenset({"ns2.example", "ns1.example"}), START)
    parked = Delegation("ward.example", frozenset({"ns1.sedo.com"}), START + DAY, first.servers)
    see(memory, replace(page("A"), delegation=first))
    assert memory.delegation("ward.example") == first
    see(memory, replace(page("A", START + DAY), delegation=parked), page("A", START + 2 * DAY))
    assert memory.delegation("ward.example") == parked


def test_what_was_learned_of_a_twin_stays_with_the_link_until_it_is_asked_again(memory: Either) -> None:
    see(memory, replace(page("A"), twin=Twin(START, serves=True)), page("A", START + DAY), silence(START + 2 * DAY))
    assert memory.history(URL).twin == Twin(START, serves=True)
    see(memory, replace(page("A", START + 3 * DAY), twin=Twin(START + 3 * DAY, serves=None)))
    assert memory.history(URL).twin == Twin(START + 3 * DAY, serves=None)


def test_the_addresses_that_show_the_same_now_are_known(memory: Either) -> None:
    others = [f"https://ward.example/{name}" for name in "abc"]
    for url in others:
        see(memory, page("A", url=url))
    see(memory, page("B", START + DAY, url=others[0]), silence(START + DAY, others[1]))
    shown = fingerprint("Visiting students", (Block("A"),))
    assert memory.alike(shown) == frozenset(others[1:])
    assert memory.alike(replace(shown, version=METHOD + 1)) == frozenset()


# --- any life of a link -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """One look: how long after the one before, and what it found."""

    after: timedelta
    found: str

    def observation(self, at: datetime, url: str, has_page: bool) -> Observation:
        match self.found:
            case "silence":
                return silence(at, url)
            case "missing":
                return missing(at, url)
            case "unchanged" if has_page:
                return unchanged(at, url)
            case words:
                return page(words, at, url)


STEPS = st.builds(
    Step,
    after=st.sampled_from([timedelta(minutes=10), 6 * HOUR, DAY, 3 * DAY]),
    found=st.sampled_from(["A", "B", "C", "silence", "missing", "unchanged"]),
)


LIVES = count()  # one database for all of them: each has an address of its own


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with quick_store(tmp_path_factory.mktemp("any-life") / "monitor.db") as store:
        yield store


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=12), reviewed=st.none() | st.integers(-3, 20))
def test_the_database_answers_as_the_memory_that_forgets_nothing(
    shared_store: Store, steps: list[Step], reviewed: int | None
) -> None:
    url, fake, at = f"https://life-{next(LIVES)}.example/", FakeMemory(), START
    on = None if reviewed is None else START + reviewed * DAY
    for step in steps:
        at += step.after
        seen = step.observation(at, url, has_page=bool(fake.versions(url)))
        for memory in (shared_store, fake):
            note(memory, memory.begin(at, links=1), seen, reviewed=on)
        listed = listing("ward", url, reviewed=on)
        later = at + HOUR
        assert shared_store.baseline(listed, url, later) == fake.baseline(listed, url, later)
        assert shared_store.history(url) == fake.history(url)
    assert shared_store.runs(url) == fake.runs(url)
    assert shared_store.versions(url) == fake.versions(url)
    drifts = shared_store.remembered().drifts or {}
    assert drifts.get(("ward", url)) == (fake.remembered().drifts or {}).get(("ward", url))


# --- claims -----------------------------------------------------------------------------------------------------


def judged(claim: str, support: Support, at: datetime, *, borne: datetime | None = None) -> ClaimHistory:
    verdict = Verdict(claim, support, "why", "found", "quote", URL, (), withheld=support is Support.UNDECIDED)
    bearing = (borne, at, URL, "quote then", at) if borne else (None, None, None, None, None)
    return ClaimHistory(claim, f"value of {claim}", "1.1", verdict, at, *bearing)


def judge_in(memory: Either, listing_id: str, *claims: ClaimHistory) -> None:
    memory.record(memory.begin(START, links=0), CheckResult(listing_id, START, (), NOTHING, claims))


def test_what_pages_say_of_claims_is_remembered_by_listing(memory: Either) -> None:
    fee, contact = (
        judged("fee:tuition", Support.SUPPORTED, START + DAY, borne=START),
        judged("contact:x", Support.UNDECIDED, START),
    )
    assert memory.claims("ward") == {}
    judge_in(memory, "ward", fee, contact)
    judge_in(memory, "clinic", judged("fee:tuition", Support.REFUTED, START))
    assert memory.claims("ward") == {"contact:x": contact, "fee:tuition": fee}
    assert memory.claims("bare") == {}


def test_a_later_verdict_takes_the_place_of_an_earlier_one_and_claims_not_judged_stay(memory: Either) -> None:
    first, other = judged("fee:tuition", Support.SUPPORTED, START, borne=START), judged("x", Support.REFUTED, START)
    judge_in(memory, "ward", first, other)
    later = judged("fee:tuition", Support.REFUTED, START + DAY)
    judge_in(memory, "ward", later)
    assert memory.claims("ward") == {"fee:tuition": later, "x": other}


def test_a_suggestion_is_kept_with_its_finding_and_not_with_the_claim(memory: Either) -> None:
    history = judged("fee:tuition", Support.REFUTED, START)
    suggesting = replace(history, verdict=replace(history.verdict, suggestions=(Suggestion("fees[0].amount", 350),)))
    judge_in(memory, "ward", suggesting)
    assert memory.claims("ward") == {"fee:tuition": history}


# --- news -------------------------------------------------------------------------------------------------------


def news(one: Incident, before: State | None, at: datetime) -> Transition:
    return Transition(
        one.id, one.finding.incident, at, before, one.state, None, one.finding.severity, one.finding.message
    )


def test_a_check_is_kept_with_its_news(memory: Either) -> None:
    pass_id = memory.begin(START, links=1)
    gone = incident(Rule.LINK_GONE)
    look = look_at(missing(START), advance(LinkHistory(URL), missing(START)), Past())
    memory.record(pass_id, CheckResult("ward", START, (look,), Reconciled((gone,), (news(gone, None, START),))))
    assert memory.link_incidents("ward") == [gone]
    assert memory.history(URL).last == missing(START).outcome


def test_versions_that_differ_in_their_links_alone_are_two_and_keep_them(memory: Either) -> None:
    targets = [(PageLink(f"https://a.example/{name}", "Apply"),) for name in ("one", "two")]
    blocks = (Block("Fee: $100"),)
    for day, links in enumerate(targets):
        seen = page("Fee: $100", START + day * DAY)
        see(memory, replace(seen, page=Page("T", blocks, links), fingerprint=fingerprint("T", blocks, links)))
        latest = memory.history(URL).latest
        assert latest is not None
        assert (latest.links, latest.fingerprint) == (links, fingerprint("T", blocks, links))
