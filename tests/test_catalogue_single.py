"""One listing by itself, as a line of a batch brings it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.catalogue import from_json
from monitor.core.listing import Contact, Deadline, Fee, FeeKind, Link, Listing, Requirement, Role


def test_a_listing_is_read_from_json_as_from_a_catalogue() -> None:
    assert from_json(
        {
            "id": "ward",
            "institution": "Ward Hospital",
            "reviewed": "2026-11-01",
            "links": [{"role": "program", "url": "https://ward.example/"}],
            "fees": [{"kind": "tuition", "amount": 149.5, "per": "month", "from": "2026-01-01", "until": "2026-12-31"}],
            "requirements": [{"exam": "IELTS", "minimum": 6.5, "sections": {"speaking": 7.5}}],
            "contacts": [{"email": "jroe@ward.example"}],
            "deadlines": [{"what": "application", "date": "2027-01-15"}],
        }
    ) == Listing(
        "ward",
        institution="Ward Hospital",
        reviewed=date(2026, 11, 1),
        links=(Link(Role.PROGRAM, "https://ward.example/"),),
        fees=(Fee(FeeKind.TUITION, Decimal("149.5"), per="month", start=date(2026, 1, 1), until=date(2026, 12, 31)),),
        requirements=(Requirement("IELTS", minimum=Decimal("6.5"), sections={"speaking": Decimal("7.5")}),),
        contacts=(Contact(email="jroe@ward.example"),),
        deadlines=(Deadline("application", date(2027, 1, 15)),),
    )


def test_a_listing_by_itself_needs_no_name() -> None:
    assert from_json({}) == Listing("listing", institution="listing")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ([], "listing: must be a table"),
        ("ward", "listing: must be a table"),
        ({"fees": [{"kind": "rent", "amount": 1}]}, "fees[0].kind: `kind` is"),
        ({"fees": [{"kind": "other", "amount": "1"}]}, "fees[0].amount: `amount` must be a number"),
        ({"deadlines": [{"what": "application", "date": "soon"}]}, "deadlines[0].date"),
        ({"contacts": [{"role": "dean"}]}, "contacts[0]: the contact has neither"),
        ({"colour": "red"}, "unknown key `colour`"),
        ({"fees": [{"kind": "other", "amount": 1, "from": "2026-02-01", "until": "2026-01-01"}]}, "fees[0].until"),
    ],
)
def test_every_mistake_is_told_with_its_place(keys: object, told: str) -> None:
    with pytest.raises(ValueError, match=r"^the listing is wrong: ") as caught:
        from_json(keys)
    assert told in str(caught.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(["id", "institution", "reviewed", "links", "fees", "requirements", "contacts", "deadlines"])


@given(st.dictionaries(keys, json_values, max_size=4))
def test_no_json_is_too_strange(given_keys: dict[str, object]) -> None:
    try:
        found = from_json(given_keys)
    except ValueError:
        return
    assert found.id
