"""What a finding suggested is followed once the catalogue says it; anything else leaves the finding as it is."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from monitor.core.finding import Finding, Rule, Suggestion
from monitor.core.followed import is_followed
from monitor.core.listing import (
    Contact,
    Deadline,
    Fee,
    FeeKind,
    Level,
    Link,
    Listing,
    Requirement,
    Role,
    Severity,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LISTING = Listing(
    "ward",
    institution="Ward",
    links=(Link(Role.PROGRAM, "https://a.example/"), Link(Role.APPLY, "https://a.example/form")),
    fees=(Fee(FeeKind.APPLICATION, Decimal(350)), Fee(FeeKind.TUITION, Decimal(900), per="week")),
    requirements=(
        Requirement("TOEFL", minimum=Decimal(80), sections={"speaking": Decimal(22)}, level=Level.PREFERRED),
    ),
    contacts=(Contact(name="Dean", email="dean@a.example"),),
    deadlines=(Deadline("application", date=date(2027, 1, 15)),),
)


def finding(subject: str, suggestion: Suggestion | None, rule: Rule = Rule.CLAIM_REFUTED) -> Finding:
    said = Finding(rule, "ward", subject, Severity.ERROR, "It says so.", NOW, NOW)
    return replace(said, suggestion=suggestion)


@pytest.mark.parametrize(
    ("subject", "key", "value"),
    [
        ("fee:application", "fees[0].amount", Decimal(350)),
        ("fee:tuition:week", "fees[1].per", "week"),
        ("requirement:toefl", "requirements[0].minimum", Decimal(80)),
        ("requirement:toefl", "requirements[0].above", None),
        ("requirement:toefl", "requirements[0].sections.speaking", Decimal(22)),
        ("requirement:toefl", "requirements[0].level", "preferred"),
        ("contact:dean@a.example", "contacts[0].email", "dean@a.example"),
        ("deadline:application", "deadlines[0].date", date(2027, 1, 15)),
        ("link", "links[1].url", "https://a.example/form"),
    ],
)
def test_a_suggestion_is_followed_where_its_key_says_its_value(subject: str, key: str, value: object) -> None:
    assert is_followed(LISTING, finding(subject, Suggestion(key, value)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("subject", "suggestion"),
    [
        ("fee:application", None),
        ("fee:application", Suggestion("fees[0].amount", Decimal(300))),
        ("fee:application", Suggestion("fees[1].amount", Decimal(900))),
        ("fee:application", Suggestion("fees[0]")),
        ("fee:application", Suggestion("fees[0].nonsense", Decimal(350))),
        ("fee:application", Suggestion("fees[9].amount", Decimal(350))),
        ("requirement:toefl", Suggestion("requirements[0].sections.reading", Decimal(22))),
        ("link", Suggestion("links[1].url", "https://a.example/form-2027")),
        ("link", Suggestion("links[7].url", "https://a.example/form")),
    ],
)
def test_any_other_finding_stands(subject: str, suggestion: Suggestion | None) -> None:
    assert not is_followed(LISTING, finding(subject, suggestion))


def test_what_the_catalogue_alone_gives_away_is_judged_anew_and_never_followed() -> None:
    said = finding("fee:application", Suggestion("fees[0].amount", Decimal(350)), Rule.CLAIM_EXPIRED)
    assert not is_followed(LISTING, said)
