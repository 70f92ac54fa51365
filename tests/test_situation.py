"""How matters stand: what is recorded, laid over the catalogue as it is now."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.core.decision import Decision
from monitor.core.finding import (
    Coverage,
    Finding,
    Incident,
    LinkStanding,
    PassSummary,
    Rule,
    Situation,
    Standing,
    State,
    Suggestion,
)
from monitor.core.listing import Acceptance, Catalogue, Contact, Link, Listing, Role, Severity
from monitor.core.look import Drift, Hop, LinkHistory, Outcome, Reason
from monitor.core.rules import catalogue_findings
from monitor.core.situation import Remembered, Scope, situate

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
DAY = timedelta(days=1)
A, B = "http://a.example/x", "http://b.example/y"
REVIEWED = date(2026, 11, 1)
ONE = Listing(
    "one",
    institution="Harrow Bay",
    links=(Link(Role.PROGRAM, A), Link(Role.FEES, B)),
    reviewed=REVIEWED,
    source="l1",
)
TWO = Listing("two", institution="Copperline", links=(Link(Role.PROGRAM, A),), reviewed=REVIEWED, source="l2")
BARE = Listing("bare", institution="Tamarack", contacts=(Contact(email="x@tamarack.example"),), source="l3")
CATALOGUE = Catalogue("Guide", listings=(ONE, TWO, BARE))


def place(listing: str, key: str) -> int | None:
    return {"one": 10, "two": 20}.get(listing)


def situation(
    remembered: Remembered | None = None, catalogue: Catalogue = CATALOGUE, scope: Scope | None = None
) -> Situation:
    return situate(catalogue, "listings.toml", place, remembered or Remembered(), NOW, scope)


def link_gone(listing: str = "one", url: str = A) -> Finding:
    return Finding(
        Rule.LINK_GONE, listing, "link", Severity.ERROR, "Gone.", NOW - 9 * DAY, NOW - 9 * DAY, url, key="links[0].url"
    )


def incident(finding: Finding, state: State = State.OPEN, **more: object) -> Incident:
    made = Incident(finding, state, NOW - 9 * DAY, NOW - DAY, NOW - 9 * DAY, looks=4)
    return replace(made, **more)  # type: ignore[arg-type]


def by_id(there: Situation) -> dict[str, Standing]:
    found = {standing.finding.id: standing for standing in there.standings}
    assert len(found) == len(there.standings)
    return found


def catalogue_finding(rule: Rule, listing: str) -> Finding:
    return next(f for f in catalogue_findings(CATALOGUE, NOW) if (f.rule, f.listing) == (rule, listing))


# --- findings -----------------------------------------------------------------------------------------------------


def test_without_a_database_the_catalogue_alone_speaks() -> None:
    there = situation()
    assert {s.finding.id: s.finding for s in there.standings} == {f.id: f for f in catalogue_findings(CATALOGUE, NOW)}
    assert {(s.state, s.since, s.last_seen) for s in there.standings} == {(State.OPEN, NOW, NOW)}
    assert (there.at, there.catalogue, there.title) == (NOW, "listings.toml", "Guide")
    assert (there.last_pass, there.offline, there.resolved) == (None, False, ())
    assert there.names == {"one": "Harrow Bay", "two": "Copperline", "bare": "Tamarack"}


def test_a_recorded_incident_stands_as_it_was_recorded_with_its_place_in_the_file() -> None:
    finding = link_gone()
    assert by_id(situation(Remembered((incident(finding, State.SNOOZED, note="n"),))))[finding.id] == Standing(
        finding, State.SNOOZED, NOW - 9 * DAY, NOW - DAY, source="l1", line=10, looks=4, note="n"
    )


def test_a_catalogue_finding_judged_now_keeps_its_recorded_life() -> None:
    finding = catalogue_finding(Rule.LISTING_STALE, "bare")
    old = replace(finding, message="Old words.")
    there = situation(Remembered((incident(old, State.ACKNOWLEDGED, note="n"),)))
    assert by_id(there)[finding.id] == Standing(
        finding, State.ACKNOWLEDGED, NOW - 9 * DAY, NOW, source="l3", line=None, looks=4, note="n"
    )


def test_a_catalogue_finding_that_was_acknowledged_is_open_with_other_evidence() -> None:
    finding = catalogue_finding(Rule.LISTING_STALE, "bare")

    def stands(proof: str) -> tuple[State, str | None]:
        decided = incident(finding, State.ACKNOWLEDGED, decision=Decision(NOW - DAY, proof, note="n"))
        standing = by_id(situation(Remembered((decided,))))[finding.id]
        return standing.state, standing.note

    assert stands(finding.proof) == (State.ACKNOWLEDGED, "n")
    assert stands("what was seen then") == (State.OPEN, None)


def test_a_finding_of_a_look_is_snoozed_until_its_day_begins() -> None:
    def stands(until: date) -> tuple[State, str | None]:
        snoozed = incident(link_gone(), State.SNOOZED, decision=Decision(NOW - DAY, link_gone().proof, until=until))
        standing = by_id(situation(Remembered((snoozed,))))[link_gone().id]
        return standing.state, standing.note

    assert stands(NOW.date() + DAY) == (State.SNOOZED, "until 23 November 2026")
    assert stands(NOW.date()) == (State.OPEN, None)


@pytest.mark.parametrize("state", [State.PENDING, State.RESOLVED])
def test_a_catalogue_finding_judged_now_is_open_whatever_was_half_recorded(state: State) -> None:
    finding = catalogue_finding(Rule.LISTING_STALE, "bare")
    assert by_id(situation(Remembered((incident(finding, state),))))[finding.id].state is State.OPEN


def test_a_catalogue_finding_that_is_recorded_and_no_longer_holds_is_not_shown() -> None:
    stale = replace(catalogue_finding(Rule.LISTING_STALE, "bare"), listing="one")
    assert stale.id not in by_id(situation(Remembered((incident(stale),))))


@pytest.mark.parametrize(
    "finding", [link_gone(url="http://a.example/removed"), link_gone("removed"), link_gone("two", B)]
)
def test_incidents_of_links_no_longer_listed_vanish(finding: Finding) -> None:
    assert finding.id not in by_id(situation(Remembered((incident(finding),))))


def test_a_suggestion_that_was_written_down_is_no_news_until_the_next_look() -> None:
    listing = CATALOGUE.listings[0]
    moved = replace(link_gone(), rule=Rule.PAGE_CHANGED, suggestion=Suggestion("links[0].url", listing.links[0].url))
    assert moved.id not in by_id(situation(Remembered((incident(moved),))))
    open_one = replace(moved, suggestion=Suggestion("links[0].url", "https://elsewhere.example/"))
    assert open_one.id in by_id(situation(Remembered((incident(open_one),))))


def test_an_incident_about_a_listing_as_a_whole_needs_no_link() -> None:
    closed = replace(link_gone("bare"), rule=Rule.PROGRAM_CLOSED, url=None)
    assert closed.id in by_id(situation(Remembered((incident(closed),))))


def test_what_is_resolved_is_told_apart_from_what_stands() -> None:
    over = incident(link_gone(), State.RESOLVED, resolved_at=NOW - DAY)
    elsewhere = incident(link_gone("removed"), State.RESOLVED, resolved_at=NOW - DAY)
    there = situation(Remembered((over,), resolved=(over, elsewhere)))
    assert over.id not in by_id(there)
    assert [(s.finding.id, s.state, s.resolved_at, s.line) for s in there.resolved] == [
        (over.id, State.RESOLVED, NOW - DAY, 10)
    ]


def test_findings_come_in_the_order_of_the_listings_then_of_the_rules() -> None:
    incidents = (incident(link_gone("two")), incident(link_gone("one", B)), incident(link_gone("one", A)))
    order = [(s.finding.listing, s.finding.rule, s.finding.url) for s in situation(Remembered(incidents)).standings]
    rules = list(Rule)
    places = ["one", "two", "bare"]
    assert order == sorted(order, key=lambda o: (places.index(o[0]), rules.index(o[1]), o[2] or ""))
    assert [o for o in order if o[1] is Rule.LINK_GONE] == [
        ("one", Rule.LINK_GONE, A),
        ("one", Rule.LINK_GONE, B),
        ("two", Rule.LINK_GONE, A),
    ]


def test_a_link_that_told_nothing_for_long_is_overdue_from_the_database_alone() -> None:
    history = LinkHistory(A, first_at=NOW - 61 * DAY)
    there = [s for s in situation(Remembered(histories={A: history})).standings if s.finding.rule is Rule.CHECK_OVERDUE]
    assert [(s.finding.listing, s.state, s.since) for s in there] == [
        ("one", State.OPEN, NOW - DAY),
        ("two", State.OPEN, NOW - DAY),
    ]


# --- what counts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", [state for state in State if state is not State.RESOLVED])
def test_only_open_findings_count(state: State) -> None:
    empty = situation()
    there = situation(Remembered((incident(link_gone(), state),)))
    assert there.open(Severity.ERROR) - empty.open(Severity.ERROR) == (1 if state is State.OPEN else 0)
    assert there.open(Severity.WARNING) == empty.open(Severity.WARNING)


def accepting(**keys: object) -> Catalogue:
    return replace(CATALOGUE, acceptances=(Acceptance(reason="by phone only", **keys),))  # type: ignore[arg-type]


@pytest.mark.parametrize("state", [state for state in State if state is not State.RESOLVED])
def test_an_acceptance_lies_over_every_state_and_says_why(state: State) -> None:
    finding = link_gone()
    there = situation(Remembered((incident(finding, state, note="old"),)), accepting(rule="link-gone"))
    assert (by_id(there)[finding.id].state, by_id(there)[finding.id].note) == (State.ACCEPTED, "by phone only")


@pytest.mark.parametrize(
    ("keys", "covered"),
    [
        ({"rule": "link-gone"}, True),
        ({"rule": "link-gone", "listing": "one"}, True),
        ({"rule": "link-gone", "listing": "one", "subject": "link"}, True),
        ({"rule": "link-gone", "listing": "two"}, False),
        ({"rule": "link-gone", "subject": "links"}, False),
        ({"rule": "link-moved"}, False),
        ({"rule": "link-gone", "until": date(2026, 11, 21)}, False),
        ({"rule": "link-gone", "until": date(2026, 11, 22)}, True),
    ],
)
def test_an_acceptance_covers_what_it_names_until_its_last_day(keys: dict[str, object], covered: bool) -> None:
    finding = link_gone()
    there = situation(Remembered((incident(finding),)), accepting(**keys))
    assert by_id(there)[finding.id].state is (State.ACCEPTED if covered else State.OPEN)


def test_an_acceptance_does_not_revive_what_is_over() -> None:
    over = incident(link_gone(), State.RESOLVED, resolved_at=NOW - DAY)
    (shown,) = situation(Remembered(resolved=(over,)), accepting(rule="link-gone")).resolved
    assert shown.state is State.RESOLVED


# --- links and coverage -------------------------------------------------------------------------------------------


def history(url: str, reason: Reason, **more: object) -> LinkHistory:
    last = Outcome(reason, url + "#end", (Hop(url, 200),), 200, "so")
    seen = LinkHistory(url, 3, NOW - 9 * DAY, NOW - DAY, NOW - 2 * DAY, last_conclusive=NOW, last=last)
    return replace(seen, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("reason", Reason)
def test_coverage_counts_distinct_urls_by_their_last_look(reason: Reason) -> None:
    there = situation(Remembered(histories={A: history(A, reason), "http://unlisted.example/": history(A, Reason.OK)}))
    verified, blocked = reason.liveness.conclusive, reason.liveness == "blocked"
    assert there.coverage == Coverage(
        listings=3, links=2, verified=verified, blocked=blocked, unknown=not verified and not blocked, never=1
    )


def test_a_link_that_is_known_but_was_never_seen_counts_as_never_seen() -> None:
    there = situation(Remembered(histories={A: LinkHistory(A)}))
    assert there.coverage == Coverage(listings=3, links=2, verified=0, blocked=0, unknown=0, never=2)
    assert there.links[0] == LinkStanding("one", Role.PROGRAM, A)


def test_there_is_a_row_for_every_listing_and_link() -> None:
    there = situation(Remembered(histories={A: history(A, Reason.LOGIN)}, drifts={("one", A): Drift.COSMETIC}))
    seen = LinkStanding(
        "one",
        Role.PROGRAM,
        A,
        final_url=A + "#end",
        hops=(Hop(A, 200),),
        status=200,
        liveness=Reason.LOGIN.liveness,
        reason=Reason.LOGIN,
        drift=Drift.COSMETIC,
        checked_at=NOW - DAY,
        last_ok=NOW - 2 * DAY,
        detail="so",
    )
    assert there.links == (
        seen,
        LinkStanding("one", Role.FEES, B),
        replace(seen, listing="two", drift=None),
    )


# --- what is asked about ------------------------------------------------------------------------------------------


def test_a_selection_speaks_of_its_listings_alone() -> None:
    remembered = Remembered(
        (incident(link_gone("one")), incident(link_gone("two"))),
        resolved=(incident(link_gone("one", B), State.RESOLVED, resolved_at=NOW),),
        histories={A: history(A, Reason.OK)},
    )
    there = situation(remembered, scope=Scope(listings=frozenset({"two"})))
    assert {s.finding.listing for s in there.standings} == {"two"}
    assert there.coverage == Coverage(listings=1, links=1, verified=1, blocked=0, unknown=0, never=0)
    assert [link.listing for link in there.links] == ["two"]
    assert (there.names, there.resolved) == ({"two": "Copperline"}, ())


def test_a_selection_of_urls_narrows_the_rows_and_nothing_else() -> None:
    whole, some = situation(), situation(scope=Scope(urls=frozenset({B})))
    assert [(link.listing, link.url) for link in some.links] == [("one", B)]
    assert replace(some, links=whole.links) == whole
    assert situation(scope=Scope(urls=frozenset())).links == ()


@pytest.mark.parametrize("offline", [True, False])
def test_the_last_pass_says_whether_we_were_offline(offline: bool) -> None:
    last = PassSummary(NOW - DAY, NOW, 2, 2, offline=offline, interrupted=False)
    there = situation(Remembered(last_pass=last))
    assert (there.last_pass, there.offline) == (last, offline)
