"""What the catalogue alone gives away: dates that have passed, what is left out, events in the field, acceptances."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.finding import Evidence, Finding, Needs, Rule, Suggestion
from monitor.core.listing import (
    Acceptance,
    Advisory,
    Applies,
    Catalogue,
    Contact,
    Deadline,
    Fee,
    FeeKind,
    Institution,
    Level,
    Link,
    Listing,
    Requirement,
    Role,
    Settings,
    Severity,
)
from monitor.core.rules.catalogue import accepted, catalogue_findings, idle_acceptances
from monitor.core.wording import day

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
TODAY = NOW.date()
OLD = Fee(FeeKind.TUITION, Decimal(1000), per="month", until=date(2020, 6, 30))
NEW = Fee(FeeKind.TUITION, Decimal(1200), per="month", start=date(2020, 7, 1))
# Nothing can be said against it.
SOUND = Listing(
    "sound",
    institution="Harrington Clinic",
    reviewed=TODAY,
    links=(Link(Role.PROGRAM, "https://harrington.example/programme"),),
    fees=(Fee(FeeKind.TUITION, Decimal(500), per="month"),),
    requirements=(Requirement("TOEFL", above=Decimal(80)),),
    contacts=(Contact("A B", "ab@harrington.example"),),
)


def found(*listings: Listing, now: datetime = NOW, **catalogue: object) -> list[Finding]:
    return list(catalogue_findings(Catalogue(listings=listings, **catalogue), now))  # type: ignore[arg-type]


def subjects(findings: Iterable[Finding]) -> list[tuple[Rule, str]]:
    return [(finding.rule, finding.subject) for finding in findings]


def test_a_sound_listing_raises_nothing() -> None:
    assert found(SOUND) == []


# --- claim-expired ------------------------------------------------------------------------------------------------


def test_an_ended_price_with_a_successor_is_to_be_removed() -> None:
    assert found(replace(SOUND, fees=(OLD, NEW))) == [
        Finding(
            Rule.CLAIM_EXPIRED,
            "sound",
            "fee:tuition:month:until-2020-06-30",
            Severity.ERROR,
            "Harrington Clinic: the tuition fee of $1,000 per month ended on 30 June 2020; "
            "$1,200 per month has applied since 1 July 2020: remove the old price.",
            since=NOW,
            opens_at=NOW,
            key="fees[0]",
            evidence=Evidence(
                quote="tuition fee: $1,000 per month until 30 June 2020",
                expected="$1,000 per month",
                found="$1,200 per month",
            ),
            suggestion=Suggestion("fees[0]"),
        )
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(NEW, per="week"),
        replace(NEW, kind=FeeKind.APPLICATION),
        replace(NEW, audience="graduates"),
        replace(NEW, start=TODAY + timedelta(days=1)),
        replace(NEW, until=TODAY - timedelta(days=1)),
    ],
    ids=["another unit", "another kind", "another audience", "not yet", "ended too"],
)
def test_an_ended_price_that_nothing_replaces_today_is_to_be_looked_up(other: Fee) -> None:
    first = found(replace(SOUND, fees=(OLD, other)))
    ended = next(finding for finding in first if finding.key == "fees[0]")
    assert ended.suggestion is None
    assert ended.message.endswith("look up what holds today and write it down.")


def test_a_price_without_dates_replaces_an_ended_one() -> None:
    first = found(replace(SOUND, fees=(OLD, replace(NEW, start=None))))
    assert [(f.message, f.suggestion) for f in first] == [
        (
            (
                "Harrington Clinic: the tuition fee of $1,000 per month ended on 30 June 2020; "
                "$1,200 per month applies now: remove the old price."
            ),
            Suggestion("fees[0]"),
        )
    ]


def test_the_last_day_of_a_price_and_the_day_of_a_deadline_are_still_good() -> None:
    listing = replace(
        SOUND, fees=(replace(OLD, until=TODAY), NEW), deadlines=(Deadline("application", TODAY), Deadline("visa"))
    )
    today, tomorrow = found(listing), found(listing, now=NOW + timedelta(days=1))
    assert [(f.key, f.severity) for f in today] == [("deadlines[0]", Severity.NOTE), ("fees[0]", Severity.NOTE)]
    assert [(f.key, f.severity) for f in tomorrow] == [("deadlines[0]", Severity.ERROR), ("fees[0]", Severity.ERROR)]
    assert [f.id for f in today] == [f.id for f in tomorrow]
    assert [f.proof for f in today] != [f.proof for f in tomorrow]  # what was acknowledged before is news after


@pytest.mark.parametrize(
    ("days", "told"),
    [(0, "today"), (1, "tomorrow"), (12, "in 12 days"), (30, "in 30 days"), (31, None)],
)
def test_what_will_pass_within_thirty_days_is_told_before_as_a_note(days: int, told: str | None) -> None:
    until = TODAY + timedelta(days=days)
    for listing, says in (
        (replace(SOUND, fees=(replace(OLD, until=until),)), f" ends on {day(until)}, {told}: "),
        (replace(SOUND, deadlines=(Deadline("application", until),)), f" deadline of {day(until)} passes {told}: "),
    ):
        first = found(listing)
        assert [f.severity for f in first] == ([] if told is None else [Severity.NOTE])
        assert all(says in f.message for f in first)


def test_a_price_that_will_end_is_told_whole() -> None:
    ending, following = replace(OLD, until=date(2026, 12, 4)), replace(NEW, start=date(2026, 12, 5))
    assert found(replace(SOUND, fees=(ending, following))) == [
        Finding(
            Rule.CLAIM_EXPIRED,
            "sound",
            "fee:tuition:month:until-2026-12-04",
            Severity.NOTE,
            "Harrington Clinic: the tuition fee of $1,000 per month ends on 4 December 2026, in 12 days: "
            "$1,200 per month applies from 5 December 2026; remove this price then.",
            since=NOW,
            opens_at=NOW,
            key="fees[0]",
            evidence=Evidence(
                quote="tuition fee: $1,000 per month until 4 December 2026",
                expected="$1,000 per month",
                found="to come on 4 December 2026",
            ),
        )
    ]


def test_a_price_that_will_begin_is_told_unless_the_one_before_it_is() -> None:
    beginning = replace(NEW, start=TODAY + timedelta(days=12))
    assert [(f.subject, f.severity) for f in found(replace(SOUND, fees=(replace(OLD, until=None), beginning)))] == [
        ("fee:tuition:month:from-2026-12-04", Severity.NOTE)
    ]
    assert found(replace(SOUND, fees=(replace(beginning, start=TODAY),))) == []
    assert found(replace(SOUND, fees=(replace(beginning, start=TODAY + timedelta(days=31)),))) == []


def test_a_passed_deadline_is_to_be_looked_up_unless_the_next_one_stands_beside_it() -> None:
    past, coming = Deadline("application", date(2026, 1, 15)), Deadline("application", date(2027, 1, 15))
    assert [(f.severity, f.subject, f.suggestion, f.message) for f in found(replace(SOUND, deadlines=(past,)))] == [
        (
            Severity.ERROR,
            "deadline:application",
            None,
            (
                "Harrington Clinic: the application deadline of 15 January 2026 has passed: "
                "look up the next date and write it down."
            ),
        )
    ]
    assert [(f.key, f.suggestion, f.message) for f in found(replace(SOUND, deadlines=(coming, past)))] == [
        (
            "deadlines[1]",
            Suggestion("deadlines[1]"),
            (
                "Harrington Clinic: the application deadline of 15 January 2026 has passed and the next one is "
                "15 January 2027: remove the old date."
            ),
        )
    ]


# --- listing-stale ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reviewed", "stale"),
    [
        (TODAY - timedelta(days=180), False),
        (TODAY - timedelta(days=181), True),
        (None, True),
        (TODAY + timedelta(days=1), False),
        (TODAY + timedelta(days=2), True),
    ],
    ids=["on the last day", "a day later", "never", "tomorrow, in another time zone", "still to come"],
)
def test_a_review_holds_for_as_long_as_the_catalogue_says(reviewed: date | None, *, stale: bool) -> None:
    expected = [(Rule.LISTING_STALE, "reviewed")] if stale else []
    assert subjects(found(replace(SOUND, reviewed=reviewed))) == expected


def test_staleness_says_when_the_listing_was_last_reviewed() -> None:
    listing = replace(SOUND, reviewed=date(2026, 11, 1))
    first = found(listing, settings=Settings(review_after=timedelta(days=20)))
    assert [(f.severity, f.key, f.message, f.evidence) for f in first] == [
        (
            Severity.WARNING,
            "reviewed",
            (
                "Harrington Clinic was last reviewed on 1 November 2026, 21 days ago: "
                "confirm it and set `reviewed` to the day."
            ),
            Evidence(expected="a review within 20 days", found="2026-11-01"),
        )
    ]


def test_the_day_is_that_of_utc() -> None:
    late_evening_in_new_york = datetime(2026, 11, 21, 23, tzinfo=timezone(timedelta(hours=-5)))
    assert found(replace(SOUND, reviewed=TODAY - timedelta(days=180)), now=late_evening_in_new_york) == []


# --- listing-unreachable, link-missing ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contacts", "rule"),
    [
        ((), Rule.LISTING_UNREACHABLE),
        ((Contact("Only A Name"),), Rule.LISTING_UNREACHABLE),
        ((Contact(email="ab@harrington.example"),), Rule.LINK_MISSING),
        ((Contact(phone="(803) 216-3625"),), Rule.LINK_MISSING),
    ],
)
def test_a_listing_without_a_link_is_unreachable_only_without_any_address(
    contacts: tuple[Contact, ...], rule: Rule
) -> None:
    first = found(replace(SOUND, links=(), contacts=contacts))
    assert [(f.rule, f.severity) for f in first] == [(rule, Severity.WARNING)]


# --- listing-incomplete -------------------------------------------------------------------------------------------


def test_a_listing_without_any_fee_does_not_say_what_it_costs() -> None:
    assert [(f.subject, f.severity, f.key) for f in found(replace(SOUND, fees=()))] == [("cost", Severity.NOTE, "")]
    assert found(replace(SOUND, fees=(Fee(FeeKind.OTHER, Decimal(0)),))) == []


@pytest.mark.parametrize(
    ("fee", "missing"),
    [
        (Fee(FeeKind.TUITION, Decimal(3500)), True),
        (Fee(FeeKind.HOUSING, Decimal(1500), note="mandatory"), True),
        (Fee(FeeKind.TUITION, Decimal(500), note="for one to three months"), False),
        (Fee(FeeKind.TUITION, Decimal(0)), False),
        (Fee(FeeKind.APPLICATION, Decimal(75)), False),
        (Fee(FeeKind.OTHER, Decimal(150)), False),
    ],
    ids=["tuition", "housing", "unit in the note", "free", "application", "other"],
)
def test_only_what_is_paid_by_time_needs_a_unit(fee: Fee, *, missing: bool) -> None:
    expected = [(Rule.LISTING_INCOMPLETE, f"fee:{fee.kind}")] if missing else []
    assert subjects(found(replace(SOUND, fees=(fee,)))) == expected


@pytest.mark.parametrize(
    ("requirements", "missing"),
    [
        ((Requirement("TOEFL"),), ["requirement:toefl"]),
        ((Requirement("TOEFL iBT"),), ["requirement:toefl-ibt"]),
        ((Requirement("TOEFL"), Requirement("IELTS")), ["requirement:ielts", "requirement:toefl"]),
        ((Requirement("TOEFL", sections={"speaking": Decimal(26)}),), []),
        ((Requirement("TOEFL", level=Level.PREFERRED),), []),
        ((Requirement("TOEFL", note="no minimum"),), []),
        ((Requirement("USMLE Step 1"), Requirement("USMLE Step 2"), Requirement("BLS"), Requirement("HIPAA")), []),
        ((Requirement("TOEFL", above=Decimal(80), any_of="english"), Requirement("IELTS", any_of="english")), []),
        ((Requirement("USMLE Step 1", any_of="exam"), Requirement("TOEFL", any_of="exam")), ["requirement:toefl"]),
    ],
)
def test_only_a_required_test_of_english_needs_a_score(
    requirements: tuple[Requirement, ...], missing: list[str]
) -> None:
    first = found(replace(SOUND, requirements=requirements))
    assert subjects(first) == [(Rule.LISTING_INCOMPLETE, subject) for subject in missing]


# --- advisory -----------------------------------------------------------------------------------------------------

TOEFL = Advisory(
    "toefl-2026-scale",
    effective=date(2026, 1, 21),
    title="TOEFL iBT scores moved to a 1–6 scale",
    source="https://ets.example/scale",
    applies=Applies(exam=("TOEFL",), scored=True),
    note="Ask for the score\non the new scale.",
)
BEFORE = replace(SOUND, reviewed=date(2026, 1, 20))
CALM = Settings(review_after=timedelta(days=9999))


def touched(listing: Listing, applies: Applies, *institutions: Institution) -> bool:
    first = found(listing, advisories=(replace(TOEFL, applies=applies),), institutions=institutions, settings=CALM)
    return [finding.rule for finding in first] == [Rule.ADVISORY]


def test_an_event_makes_a_scored_requirement_old() -> None:
    assert found(BEFORE, advisories=(TOEFL,), settings=CALM) == [
        Finding(
            Rule.ADVISORY,
            "sound",
            "toefl-2026-scale",
            Severity.WARNING,
            "TOEFL iBT scores moved to a 1–6 scale: the requirement of TOEFL above 80 in Harrington Clinic dates from "
            "before; check it and say what holds now.",
            since=NOW,
            opens_at=NOW,
            key="requirements[0]",
            evidence=Evidence(
                quote="Ask for the score on the new scale.",
                expected="a review on or after 2026-01-21",
                found="https://ets.example/scale",
            ),
        )
    ]


def test_an_event_is_told_until_a_person_has_reviewed_the_listing_after_it() -> None:
    assert found(replace(BEFORE, reviewed=TOEFL.effective), advisories=(TOEFL,), settings=CALM) == []
    assert found(replace(BEFORE, reviewed=None), advisories=(TOEFL,), settings=CALM)[-1].rule is Rule.ADVISORY


@pytest.mark.parametrize(("days", "told"), [(0, True), (1, True), (30, True), (31, False)])
def test_an_event_is_told_from_thirty_days_before(days: int, told: bool) -> None:
    coming = replace(TOEFL, effective=TODAY + timedelta(days=days))
    assert [f.subject for f in found(BEFORE, advisories=(coming,), settings=CALM)] == ["toefl-2026-scale"] * told


def test_an_event_that_is_to_come_is_a_warning_at_most_and_says_when() -> None:
    coming = replace(TOEFL, effective=date(2026, 12, 4), severity=Severity.ERROR)
    (first,) = found(BEFORE, advisories=(coming,), settings=CALM)
    assert (first.severity, first.message) == (
        Severity.WARNING,
        (
            "TOEFL iBT scores moved to a 1–6 scale, 4 December 2026, in 12 days: the requirement of TOEFL above 80 in "
            "Harrington Clinic dates from before; check it and say what holds from then on."
        ),
    )
    (then,) = found(BEFORE, now=NOW + timedelta(days=12), advisories=(coming,), settings=CALM)
    assert (then.severity, then.id) == (Severity.ERROR, first.id)


@pytest.mark.parametrize(
    ("applies", "listing"),
    [
        (Applies(exam=("toefl",)), {"requirements": (Requirement("TOEFL iBT", above=Decimal(80)),)}),
        (Applies(kind=("Elective", "clerkship")), {"kinds": ("clerkship",)}),
        (Applies(state=("fl",)), {"state": "FL"}),
        (Applies(tag=("agency",)), {"tags": ("agency",)}),
        (Applies(listing=("sound", "other")), {}),
        (Applies(host=("harrington.example",)), {"links": (Link(Role.APPLY, "https://www.harrington.example/a"),)}),
        (Applies(institution=("harrington clinic",)), {}),
        (Applies(institution=("Harrington", "Other")), {}),
        (Applies(state=("FL",), kind=("elective",)), {"state": "FL", "kinds": ("elective",)}),
    ],
)
def test_an_event_touches_the_listings_it_names(applies: Applies, listing: dict[str, object]) -> None:
    known = Institution("Harrington Clinic", aliases=("Harrington",))
    assert touched(replace(BEFORE, **listing), applies, known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("applies", "listing"),
    [
        (Applies(), {}),
        (Applies(exam=("TOEFL",), scored=True), {"requirements": (Requirement("TOEFL", note="no minimum"),)}),
        (Applies(exam=("TOEFL",)), {"requirements": (Requirement("TOEFLER"),)}),
        (Applies(host=("rington.example",)), {}),
        (Applies(institution=("Harrington",)), {}),
        (Applies(state=("FL",), kind=("elective",)), {"state": "FL", "kinds": ("clerkship",)}),
        (Applies(state=("FL",)), {}),
    ],
)
def test_an_event_touches_no_other_listing(applies: Applies, listing: dict[str, object]) -> None:
    assert not touched(replace(BEFORE, **listing), applies)  # type: ignore[arg-type]


# --- acceptances --------------------------------------------------------------------------------------------------

STALE = found(replace(SOUND, reviewed=None))[0]


def test_the_first_acceptance_that_covers_a_finding_gives_its_reason() -> None:
    catalogue = Catalogue(
        acceptances=(
            Acceptance("link-missing", "another rule"),
            Acceptance("listing-stale", "another listing", listing="other"),
            Acceptance("listing-stale", "another subject", subject="other"),
            Acceptance("listing-stale", "over", until=TODAY - timedelta(days=1)),
            Acceptance("listing-stale", "last day", listing="sound", subject="reviewed", until=TODAY),
            Acceptance("listing-stale", "any"),
        )
    )
    assert accepted(STALE, catalogue, TODAY) == "last day"
    assert accepted(STALE, catalogue, TODAY + timedelta(days=1)) == "any"
    assert accepted(STALE, replace(catalogue, acceptances=catalogue.acceptances[:4]), TODAY) is None


def test_acceptances_that_cover_nothing_are_idle_where_their_rule_was_judged() -> None:
    used = Acceptance("listing-stale", "known")
    over = Acceptance("listing-stale", "known", until=TODAY - timedelta(days=1))
    elsewhere = Acceptance("link-missing", "by phone", listing="gone")
    unseen = Acceptance("link-gone", "back in May")
    catalogue = Catalogue(acceptances=(used, over, elsewhere, unseen))
    judged = {rule for rule in Rule if rule.needs is Needs.CATALOGUE}
    assert idle_acceptances([STALE], catalogue, TODAY, judged=judged) == (over, elsewhere)


# --- all together -------------------------------------------------------------------------------------------------

_ANY = st.builds(
    Listing,
    id=st.just("x"),
    institution=st.none() | st.text(max_size=12),
    program=st.none() | st.text(max_size=12),
    kinds=st.lists(st.sampled_from(["clerkship", "observership"]), max_size=2).map(tuple),
    reviewed=st.none() | st.dates(date(2019, 1, 1), date(2027, 1, 1)),
    links=st.lists(st.builds(Link, st.sampled_from(Role), st.text(max_size=20)), max_size=2).map(tuple),
    fees=st.lists(st.sampled_from([OLD, NEW, Fee(FeeKind.TUITION, Decimal(5))]), max_size=3).map(tuple),
    requirements=st.lists(st.builds(Requirement, st.text(max_size=8)), max_size=2).map(tuple),
    contacts=st.lists(st.builds(Contact, email=st.text(max_size=8)), max_size=2).map(tuple),
    deadlines=st.lists(st.builds(Deadline, st.text(max_size=5), st.dates()), max_size=2).map(tuple),
)


@given(st.lists(_ANY, max_size=5))
def test_findings_are_ordered_distinct_and_the_same_every_time(drawn: list[Listing]) -> None:
    listings = tuple(replace(listing, id=f"l{index}") for index, listing in enumerate(drawn))
    first = found(*listings, advisories=(TOEFL,))
    rules = list(Rule)
    order = [(int(f.listing[1:]), rules.index(f.rule), f.subject, f.url or "") for f in first]
    assert order == sorted(order)
    assert len({finding.id for finding in first}) == len(first)
    assert first == found(*listings, advisories=(TOEFL,))
    assert all(f.rule.needs is Needs.CATALOGUE and len(f.message.splitlines()) == 1 for f in first)
