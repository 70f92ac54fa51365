"""A claim's id outlives its value."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.claims import Claim, ClaimKind, Statement, answerable, claims, digest, stated, value_words
from monitor.core.listing import Comparison, Contact, Deadline, Fee, FeeKind, Level, Listing, Requirement
from monitor.core.wording import money, slug


def _ids(**statements: tuple[object, ...]) -> list[str]:
    return [claim.id for claim in claims(Listing("x", institution="X", **statements))]  # type: ignore[arg-type]


def _tuition(amount: int = 1000, **more: object) -> Fee:
    return Fee(FeeKind.TUITION, Decimal(amount), per="month", **more)  # type: ignore[arg-type]


def test_every_fee_requirement_contact_and_deadline_is_a_claim_in_the_order_of_the_file() -> None:
    listing = Listing(
        "miami",
        institution="University of Miami",
        fees=(_tuition(until=date(2020, 6, 30)), Fee(FeeKind.APPLICATION, Decimal(75))),
        requirements=(Requirement("TOEFL", above=Decimal(80)),),
        contacts=(Contact("Olivia Cata", "OCata@miami.edu"),),
        deadlines=(Deadline("application", date(2027, 1, 15)),),
    )
    assert claims(listing) == (
        Claim("fee:tuition:month:until-2020-06-30", ClaimKind.FEE, "fees[0]", "the tuition fee of $1,000 per month"),
        Claim("fee:application", ClaimKind.FEE, "fees[1]", "the application fee of $75"),
        Claim("requirement:toefl", ClaimKind.REQUIREMENT, "requirements[0]", "the requirement of TOEFL above 80"),
        Claim("contact:ocata@miami.edu", ClaimKind.CONTACT, "contacts[0]", "the contact Olivia Cata, OCata@miami.edu"),
        Claim(
            "deadline:application", ClaimKind.DEADLINE, "deadlines[0]", "the application deadline of 15 January 2027"
        ),
    )


def test_audience_and_dates_tell_fees_apart() -> None:
    assert _ids(
        fees=(
            _tuition(),
            _tuition(audience="Graduates"),
            _tuition(until=date(2020, 6, 30)),
            _tuition(start=date(2020, 7, 1)),
            _tuition(start=date(2020, 7, 1), until=date(2021, 6, 30)),
        )
    ) == [
        "fee:tuition:month",
        "fee:tuition:month:graduates",
        "fee:tuition:month:until-2020-06-30",
        "fee:tuition:month:from-2020-07-01",
        "fee:tuition:month:from-2020-07-01:until-2021-06-30",
    ]


def test_exams_are_named_by_their_slug() -> None:
    assert _ids(requirements=(Requirement("USMLE Step 1"), Requirement("TOEFL"))) == [
        "requirement:usmle-step-1",
        "requirement:toefl",
    ]


def test_a_contact_goes_by_email_else_by_the_digits_of_the_phone_else_by_name() -> None:
    assert _ids(
        contacts=(
            Contact("A B", " A.B@Example.org ", "(803) 216-3625"),
            Contact("A B", None, "(803) 216-3625"),
            Contact("José B", None, "ask the desk"),
        )
    ) == ["contact:a.b@example.org", "contact:8032163625", "contact:jose-b"]


def test_claims_that_coincide_are_counted_in_the_order_of_the_file() -> None:
    assert _ids(fees=(_tuition(1), _tuition(2), _tuition(3))) == [
        "fee:tuition:month",
        "fee:tuition:month:2",
        "fee:tuition:month:3",
    ]


def test_notes_and_then_currencies_tell_apart_what_would_coincide() -> None:
    books, badge = (Fee(FeeKind.OTHER, Decimal(50), note=note) for note in ("Books", "Badge"))
    assert _ids(fees=(books,)) == ["fee:other"]
    assert _ids(fees=(books, badge)) == ["fee:other:books", "fee:other:badge"]
    assert _ids(fees=(_tuition(), _tuition(currency="CAD"))) == [
        "fee:tuition:month:usd",
        "fee:tuition:month:cad",
    ]


def test_a_count_never_takes_the_id_that_another_claim_has() -> None:
    assert _ids(fees=(_tuition(), _tuition(), _tuition(audience="2"))) == [
        "fee:tuition:month",
        "fee:tuition:month:3",
        "fee:tuition:month:2",
    ]


def test_words_say_wishes_sections_and_zero() -> None:
    listing = Listing(
        "x",
        institution="X",
        fees=(Fee(FeeKind.TUITION, Decimal(0)), Fee(FeeKind.OTHER, Decimal("149.5"), "cad", note="badge")),
        requirements=(
            Requirement("Step 2", above=Decimal(250), level=Level.PREFERRED),
            Requirement("TOEFL", sections={"writing": Decimal(19)}, sections_are=Comparison.ABOVE),
            Requirement("IELTS", minimum=Decimal("6.5"), sections={"speaking": Decimal(6)}),
        ),
        deadlines=(Deadline("application", note="one year ahead"),),
    )
    assert [claim.words for claim in claims(listing)] == [
        "the tuition fee of nothing",
        "the fee (badge) of 149.50 CAD",
        "the preference of Step 2 above 250",
        "the requirement of TOEFL writing above 19",
        "the requirement of IELTS (at least 6.5, speaking at least 6)",
        "the application deadline (one year ahead)",
    ]


def test_slugs_fold_accents_and_drop_apostrophes() -> None:
    assert [slug(text) for text in ("St. Luke’s–West", "Montréal", "USMLE Step 1", "®")] == [
        "st-lukes-west",
        "montreal",
        "usmle-step-1",
        "",
    ]


def test_amounts_are_written_as_people_write_them() -> None:
    amounts = (("1200", "USD"), ("1.2E+3", "usd"), ("300", "EUR"), ("300", "CAD"), ("149.5", "GBP"))
    assert [money(Decimal(amount), currency) for amount, currency in amounts] == [
        "$1,200",
        "$1,200",
        "€300",
        "300 CAD",
        "£149.50",
    ]


_WORDS = st.sampled_from(["a", "b", "2", "A b"])
_FEES = st.builds(
    Fee,
    kind=st.sampled_from(FeeKind),
    amount=st.integers(0, 3).map(Decimal),
    currency=st.sampled_from(["USD", "EUR"]),
    per=st.none() | _WORDS,
    audience=st.none() | _WORDS,
    note=st.none() | _WORDS,
    start=st.none() | st.just(date(2020, 1, 1)),
    until=st.none() | st.just(date(2021, 1, 1)),
)
_CONTACTS = st.builds(Contact, name=_WORDS, email=st.none() | _WORDS, phone=st.none() | _WORDS)
_LISTINGS = st.builds(
    Listing,
    id=st.just("x"),
    fees=st.lists(_FEES, max_size=6).map(tuple),
    requirements=st.lists(st.builds(Requirement, exam=_WORDS), max_size=4).map(tuple),
    contacts=st.lists(_CONTACTS, max_size=4).map(tuple),
    deadlines=st.lists(st.builds(Deadline, what=_WORDS), max_size=3).map(tuple),
)


@given(_LISTINGS)
def test_ids_are_distinct_and_every_statement_has_one(listing: Listing) -> None:
    found = claims(listing)
    stated = len(listing.fees) + len(listing.requirements) + len(listing.contacts) + len(listing.deadlines)
    assert len({claim.id for claim in found}) == len({claim.key for claim in found}) == stated


@given(_LISTINGS, st.integers(0, 9))
def test_a_changed_value_keeps_the_id(listing: Listing, value: int) -> None:
    changed = replace(
        listing,
        fees=tuple(replace(fee, amount=Decimal(value)) for fee in listing.fees),
        requirements=tuple(replace(it, above=Decimal(value)) for it in listing.requirements),
        deadlines=tuple(replace(it, date=date(2030, 1, 1 + value)) for it in listing.deadlines),
    )
    assert [claim.id for claim in claims(changed)] == [claim.id for claim in claims(listing)]


@given(_LISTINGS)
def test_claims_that_do_not_coincide_keep_their_ids_in_any_order(listing: Listing) -> None:
    backwards = replace(
        listing,
        fees=listing.fees[::-1],
        requirements=listing.requirements[::-1],
        contacts=listing.contacts[::-1],
        deadlines=listing.deadlines[::-1],
    )
    assert {claim.id for claim in claims(backwards)} == {claim.id for claim in claims(listing)}


# --- statements -----------------------------------------------------------------------------------------------------

TODAY = date(2026, 11, 22)
TOEFL = Requirement("TOEFL", minimum=Decimal(80), sections={"speaking": Decimal(26)})


def test_every_claim_comes_with_its_statement() -> None:
    fee, contact, due = _tuition(), Contact("Olivia Cata"), Deadline("application", note="in March")
    listing = Listing("x", fees=(fee,), requirements=(TOEFL,), contacts=(contact,), deadlines=(due,))
    assert [(claim.kind, said) for claim, said in stated(listing)] == [
        (ClaimKind.FEE, fee),
        (ClaimKind.REQUIREMENT, TOEFL),
        (ClaimKind.CONTACT, contact),
        (ClaimKind.DEADLINE, due),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Fee(FeeKind.TUITION, Decimal("1000")), Fee(FeeKind.TUITION, Decimal("1000.00"))),
        (Fee(FeeKind.TUITION, Decimal("1000")), Fee(FeeKind.TUITION, Decimal("1E+3"))),
        (TOEFL, replace(TOEFL, minimum=Decimal("80.0"))),
    ],
)
def test_a_value_is_the_same_however_it_is_written(one: Statement, other: Statement) -> None:
    assert digest(one) == digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_tuition(1000), _tuition(1001)),
        (_tuition(), _tuition(audience="graduates")),
        (_tuition(), _tuition(currency="EUR")),
        (TOEFL, replace(TOEFL, minimum=None, above=Decimal(80))),
        (TOEFL, replace(TOEFL, sections={})),
        (TOEFL, replace(TOEFL, level=Level.PREFERRED)),
        (TOEFL, replace(TOEFL, sections_are=Comparison.ABOVE)),
        (Contact("a", "b"), Contact("a", None, "b")),
        (Deadline("x", date(2027, 1, 1)), Deadline("x", date(2027, 1, 2))),
        (Deadline("x", note="y"), Deadline("y", note="x")),
    ],
)
def test_a_changed_value_is_another_one(one: Statement, other: Statement) -> None:
    assert digest(one) != digest(other)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        (_tuition(), True),
        (_tuition(until=TODAY), True),
        (_tuition(until=date(2026, 11, 21)), False),
        (_tuition(start=TODAY), True),
        (_tuition(start=date(2026, 11, 23)), False),
        (Deadline("x", TODAY), True),
        (Deadline("x", date(2026, 11, 21)), False),
        (Deadline("x", note="in March"), False),
        (TOEFL, True),
        (Contact("a"), True),
    ],
)
def test_pages_answer_for_what_holds_today_and_for_deadlines_that_name_their_day(
    statement: Statement, holds: bool
) -> None:
    assert answerable(statement, TODAY) is holds


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (_tuition(), "$1,000 per month"),
        (TOEFL, "TOEFL at least 80, speaking at least 26"),
        (Requirement("USMLE Step 1"), "USMLE Step 1"),
        (Contact("Olivia Cata", "o@x.edu", "305"), "Olivia Cata, o@x.edu, 305"),
        (Deadline("application", date(2027, 1, 15)), "15 January 2027"),
        (Deadline("application", note="one year ahead"), "one year ahead"),
    ],
)
def test_a_value_is_said_without_its_name(statement: Statement, words: str) -> None:
    assert value_words(statement) == words
