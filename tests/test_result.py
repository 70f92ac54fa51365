"""What one check of one listing concludes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.core.content import Block, Page
from monitor.core.distance import drift
from monitor.core.finding import Finding, Incident, Rule, State
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance
from monitor.core.listing import Catalogue, Link, Listing, Role, Severity
from monitor.core.look import (
    Comparison,
    Drift,
    Fingerprint,
    Hop,
    Judgement,
    LinkHistory,
    Look,
    Observation,
    Reason,
    Version,
)
from monitor.core.result import CheckResult, Known, Past, about_the_catalogue, conclude, look_at

A, B = "http://a.example/x", "http://b.example/y"
LISTING = Listing("harrow", links=(Link(Role.PROGRAM, A), Link(Role.FEES, B)))
T0 = datetime(2026, 1, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def version(text: str, at: datetime = T0, title: str = "T") -> Version:
    blocks = (Block(text),)
    return Version(fingerprint(title, blocks), title, blocks, at, at)


def see(url: str, reason: Reason, at: datetime, text: str | None = None, status: int = 200) -> Observation:
    seen = Observation(url, at, Judgement(reason), url, (Hop(url, status),), status)
    if text is None:
        return seen
    kept = version(text)
    return replace(seen, page=Page(kept.title, kept.blocks), fingerprint=kept.fingerprint)


def read(text: str) -> LinkHistory:
    """A link that was read a day ago."""
    return advance(LinkHistory(A), see(A, Reason.OK, T0 - DAY, text))


def looked(seen: Observation, before: LinkHistory, baseline: Version | None) -> Look:
    return look_at(seen, advance(before, seen), Past(baseline))


# --- drift --------------------------------------------------------------------------------------------------------


def test_the_look_that_sets_the_baseline_has_no_drift() -> None:
    assert looked(see(A, Reason.OK, T0, "Fee 300"), LinkHistory(A), None).comparison is None


@pytest.mark.parametrize(
    ("text", "drift_of_it"),
    [("Fee 300", Drift.SAME), ("FEE 300!", Drift.COSMETIC), ("Fee 350", Drift.SUBSTANTIVE)],
)
@pytest.mark.parametrize("reason", [Reason.OK, Reason.REDIRECTED, Reason.PERMANENT_REDIRECT])
def test_drift_is_measured_against_the_baseline_and_not_against_yesterday(
    text: str, drift_of_it: Drift, reason: Reason
) -> None:
    look = looked(see(A, reason, T0, text), read(text), version("Fee 300"))
    assert look.comparison is not None
    assert look.comparison.drift is drift_of_it
    assert look.baseline == version("Fee 300")


@pytest.mark.parametrize("reason", [Reason.NOT_MODIFIED, Reason.REDIRECTED, Reason.PERMANENT_REDIRECT])
def test_a_page_confirmed_unchanged_is_as_far_from_its_baseline_as_before(reason: Reason) -> None:
    look = looked(see(A, reason, T0, status=304), read("Fee 350"), version("Fee 300"))
    assert look.comparison is not None
    assert look.comparison.drift is Drift.SUBSTANTIVE


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NOT_MODIFIED])
def test_a_look_that_read_nothing_has_no_drift(reason: Reason) -> None:
    assert looked(see(A, reason, T0), read("Fee 350"), version("Fee 300")).comparison is None


def test_a_title_is_part_of_what_a_reader_sees() -> None:
    assert drift(version("x"), version("x", title="Programme suspended")).drift is Drift.SUBSTANTIVE


def test_our_own_upgrade_is_never_the_page_s_change() -> None:
    old = replace(version("Fee 300"), fingerprint=Fingerprint(-1, "other"))
    assert drift(old, version("Fee 350")) == Comparison(
        Drift.INCOMPARABLE, 0.0, (), "the monitor reads pages differently since then"
    )
    assert drift(version("x"), version("x", T0 + DAY)) == Comparison(
        Drift.SAME, 0.0, (), "title, visible text and link targets are the same"
    )


# --- what a check covers ------------------------------------------------------------------------------------------


def gone(url: str, at: datetime = T0) -> Look:
    return looked(see(url, Reason.NOT_FOUND, at, status=404), LinkHistory(url), None)


def states(result: CheckResult) -> dict[tuple[Rule, str | None], State]:
    return {(i.finding.rule, i.finding.url): i.state for i in result.reconciled.incidents}


def both_gone() -> tuple[Incident, ...]:
    return conclude(LISTING, [gone(A), gone(B)], Known(), T0).reconciled.incidents


def test_a_check_is_its_looks_and_what_became_of_the_incidents() -> None:
    looks = [gone(A), gone(B)]
    result = conclude(LISTING, looks, Known(), T0)
    assert (result.listing, result.at, result.looks) == ("harrow", T0, tuple(looks))
    assert states(result) == {(Rule.LINK_GONE, A): State.PENDING, (Rule.LINK_GONE, B): State.PENDING}


def test_a_link_that_was_not_looked_at_keeps_its_incidents() -> None:
    well = looked(see(A, Reason.OK, T0 + DAY, "x"), advance(LinkHistory(A), see(A, Reason.OK, T0, "x")), None)
    result = conclude(LISTING, [well], Known(both_gone()), T0 + DAY)
    assert states(result) == {(Rule.LINK_GONE, A): State.RESOLVED}


def test_a_check_without_looks_concludes_nothing() -> None:
    assert conclude(LISTING, [], Known(both_gone()), T0).reconciled.incidents == ()


def about(rule: Rule, listing: str, url: str | None = None) -> Incident:
    finding = Finding(rule, listing, "s", Severity.WARNING, "m", T0, T0, url=url)
    return Incident(finding, State.OPEN, T0, T0)


@pytest.mark.parametrize(
    ("incident", "decided"),
    [
        pytest.param(about(Rule.LISTING_STALE, "harrow"), True, id="a catalogue rule of a listing of this pass"),
        pytest.param(about(Rule.LISTING_STALE, "other"), False, id="a catalogue rule of another listing"),
        pytest.param(about(Rule.LINK_SUSPECT, "harrow", "http://c.example/"), True, id="a catalogue rule about a link"),
        pytest.param(about(Rule.LINK_GONE, "harrow", A), False, id="a link that is still listed"),
        pytest.param(about(Rule.LINK_GONE, "harrow", "http://c.example/"), True, id="a link that is listed no more"),
        pytest.param(about(Rule.LINK_GONE, "other", "http://c.example/"), True, id="such a link of another listing"),
        pytest.param(about(Rule.LINK_GONE, "removed", A), True, id="a listing that is no more"),
        pytest.param(about(Rule.PROGRAM_CLOSED, "harrow"), False, id="a network rule about no single link"),
    ],
)
def test_a_reading_of_the_catalogue_decides_its_own_rules_and_all_orphans(incident: Incident, decided: bool) -> None:
    catalogue = Catalogue(listings=(LISTING, Listing("other")))
    assert about_the_catalogue([incident], catalogue, {"harrow"}) == ([incident] if decided else [])


def test_a_page_that_changes_and_changes_back_is_news_once() -> None:
    listing = replace(LISTING, links=LISTING.links[:1])
    history, known, told = LinkHistory(A), dict[str, Incident](), []
    baseline: Version | None = None
    for day, text in enumerate(("Fee 300", "Fee 350", "Fee 350", "Fee 300", "Fee 300")):
        now = T0 + day * DAY
        seen = see(A, Reason.OK, now, text)
        history = advance(history, seen)
        result = conclude(listing, [look_at(seen, history, Past(baseline))], Known(tuple(known.values())), now)
        known |= {i.id: i for i in result.reconciled.incidents}
        known = {key: i for key, i in known.items() if i.state is not State.RESOLVED}
        told.append([(t.before, t.after) for t in result.reconciled.transitions])
        baseline = baseline or history.latest
    assert told == [[], [(None, State.OPEN)], [], [(State.OPEN, State.RESOLVED)], []]
