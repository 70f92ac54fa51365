"""Which suggestions can be followed together."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from monitor.core.change import Change
from monitor.core.finding import Evidence, Finding, Rule, Standing, State, Suggestion
from monitor.core.fixing import Fix, Fixes, LeftOut, plan, suggested
from monitor.core.listing import (
    Catalogue,
    Contact,
    Deadline,
    Fee,
    FeeKind,
    Link,
    Listing,
    Requirement,
    Role,
    Severity,
)

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
OLD, NEW = "http://ward.example/old", "https://ward.example/new"
WARD = Listing(
    "ward",
    institution="Ward Hospital",
    links=(Link(Role.PROGRAM, OLD), Link(Role.FEES, NEW)),
    fees=(
        Fee(FeeKind.TUITION, Decimal(1000), per="month", until=date(2020, 6, 30)),
        Fee(FeeKind.TUITION, Decimal(1200), per="month", start=date(2020, 7, 1)),
    ),
    requirements=(Requirement("TOEFL", above=Decimal(80)),),
    contacts=(Contact("Ann Office", "ann@ward.example"),),
    deadlines=(Deadline("application", date(2027, 1, 15)),),
)
CATALOGUE = Catalogue(listings=(WARD,))


def finding(rule: Rule, suggestion: Suggestion | None, **more: object) -> Finding:
    plain = Finding(rule, "ward", "link", Severity.WARNING, "Mend it.", NOW, NOW, suggestion=suggestion)
    return replace(plain, **more)  # type: ignore[arg-type]


MOVED = finding(Rule.LINK_MOVED, Suggestion("links[0].url", NEW), url=OLD, evidence=Evidence(None, OLD, NEW))
EXPIRED = finding(
    Rule.CLAIM_EXPIRED,
    Suggestion("fees[0]"),
    subject="fee:tuition:month:until-2020-06-30",
    severity=Severity.ERROR,
)


def refuted(subject: str, expected: str | None, key: str, value: str | int) -> Finding:
    return finding(
        Rule.CLAIM_REFUTED, Suggestion(key, value), subject=subject, evidence=Evidence("words", expected, "others")
    )


FEE = refuted("fee:tuition:month:from-2020-07-01", "$1,200 per month", "fees[1].amount", 1300)


def fix(of: Finding) -> Fix:
    assert of.suggestion is not None
    return Fix(of, Change("ward", of.suggestion.key, of.suggestion.value))


def test_open_findings_with_a_suggestion_are_what_can_be_fixed() -> None:
    def standing(of: Finding, state: State = State.OPEN) -> Standing:
        return Standing(of, state, NOW, NOW, source=None, line=None)

    others = [standing(FEE, state) for state in State if state is not State.OPEN]
    assert suggested([standing(MOVED), standing(finding(Rule.LINK_GONE, None)), *others]) == [standing(MOVED)]


def test_suggestions_about_several_keys_are_followed_together_the_worst_finding_first() -> None:
    assert plan([MOVED, FEE, EXPIRED], CATALOGUE) == Fixes((fix(EXPIRED), fix(MOVED), fix(FEE)), ())


@pytest.mark.parametrize("key", ["fees[0]", "fees[0].amount"])
def test_of_two_findings_about_one_key_or_a_part_of_it_the_worse_is_followed(key: str) -> None:
    milder = finding(Rule.LISTING_INCOMPLETE, Suggestion(key, 5), severity=Severity.NOTE)
    why = f"is about fees[0] as well, like {EXPIRED.id}, which is followed"
    assert plan([milder, EXPIRED], CATALOGUE) == Fixes((fix(EXPIRED),), (LeftOut(milder, why),))


def test_keys_that_only_begin_alike_do_not_touch() -> None:
    tenth = finding(Rule.LISTING_INCOMPLETE, Suggestion("fees[01]", 5))
    assert plan([EXPIRED, tenth], CATALOGUE).left_out == ()


def test_the_same_suggestion_twice_is_followed_once() -> None:
    twin = replace(MOVED, rule=Rule.LINK_INSECURE)
    left = LeftOut(twin, f"suggests the same as {MOVED.id}, which is followed")
    assert plan([MOVED, twin], CATALOGUE) == Fixes((fix(MOVED),), (left,))


def test_a_finding_without_a_suggestion_is_left_out() -> None:
    plain = finding(Rule.LINK_GONE, None)
    assert plan([plain], CATALOGUE) == Fixes((), (LeftOut(plain, "suggests nothing to write"),))


@pytest.mark.parametrize("links", [(), (Link(Role.PROGRAM, NEW),), (Link(Role.FEES, NEW), Link(Role.PROGRAM, OLD))])
def test_a_link_that_was_edited_since_the_look_is_left_alone(links: tuple[Link, ...]) -> None:
    edited = Catalogue(listings=(replace(WARD, links=links),))
    why = "links[0].url has changed in the catalogue since the last look; check again"
    assert plan([MOVED], edited) == Fixes((), (LeftOut(MOVED, why),))


@pytest.mark.parametrize(
    ("subject", "expected", "key"),
    [
        ("fee:tuition:month:from-2020-07-01", "$1,200 per month", "fees[1].amount"),
        ("requirement:toefl", "TOEFL above 80", "requirements[0].above"),
        ("contact:ann@ward.example", "Ann Office, ann@ward.example", "contacts[0].email"),
        ("deadline:application", "15 January 2027", "deadlines[0].date"),
        ("deadline:application", None, "deadlines[0].date"),
    ],
)
def test_a_claim_that_says_what_the_finding_saw_is_mended(subject: str, expected: str | None, key: str) -> None:
    found = refuted(subject, expected, key, "new")
    assert plan([found], CATALOGUE) == Fixes((fix(found),), ())


@pytest.mark.parametrize(
    ("expected", "key"),
    [("$1,100 per month", "fees[1].amount"), ("$1,200 per month", "fees[0].amount"), ("$1,200 per month", "fees[11]")],
)
def test_a_claim_that_was_edited_or_has_moved_since_the_look_is_left_alone(expected: str, key: str) -> None:
    found = refuted("fee:tuition:month:from-2020-07-01", expected, key, 1300)
    why = "fee:tuition:month:from-2020-07-01 has changed in the catalogue since the last look; check again"
    assert plan([found], CATALOGUE) == Fixes((), (LeftOut(found, why),))


def test_a_claim_that_goes_by_another_name_since_the_look_is_left_alone() -> None:
    found = refuted("contact:old@ward.example", "old@ward.example", "contacts[0].email", "new@ward.example")
    why = "contact:old@ward.example has changed in the catalogue since the last look; check again"
    assert plan([found], CATALOGUE) == Fixes((), (LeftOut(found, why),))
