"""Facts of two versions of a page: what changed, and what only moved."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monitor.core.fact import DateFact, Email, Facts, Money, Phone, Place, Purpose, Score, Stance
from monitor.core.facts.changes import ChangedFact, changed_facts
from monitor.core.listing import FeeKind

HERE, THERE = Place(0), Place(7, "Fees")


def money(amount: int, label: str = "application fee", per: str | None = None, place: Place = HERE) -> Money:
    return Money(Decimal(amount), "USD", f"${amount}", place, label, FeeKind.APPLICATION, per=per)


def toefl(minimum: int, place: Place = HERE) -> Score:
    return Score("TOEFL", Stance.REQUIRED, "q", place, minimum=Decimal(minimum))


def email(address: str | None, place: Place = HERE) -> Email:
    return Email(address, "q", place)


def phone(digits: str, *, fax: bool = False, extension: str | None = None) -> Phone:
    return Phone(digits, "q", HERE, extension, fax)


def due(day: date | None, label: str = "application deadline", place: Place = HERE) -> DateFact:
    return DateFact(Purpose.DEADLINE, label, "q", place, day)


def test_another_value_under_the_same_label_is_one_change() -> None:
    before = Facts(money=(money(300),), scores=(toefl(80),), dates=(due(date(2027, 1, 15)),))
    after = Facts(money=(money(350),), scores=(toefl(100),), dates=(due(date(2027, 2, 1)),))
    assert changed_facts(before, after) == (
        ChangedFact("money", "application fee", "$300", "$350"),
        ChangedFact("score", "TOEFL", "required, at least 80", "required, at least 100"),
        ChangedFact("date", "application deadline", "15 January 2027", "1 February 2027"),
    )


def test_what_differs_in_label_or_unit_went_and_came() -> None:
    before = Facts(money=(money(300), money(100, "coat")), emails=(email("a@x.edu"),))
    after = Facts(money=(money(300, per="week"),), emails=(email("b@x.edu"),), phones=(phone("1305", extension="7"),))
    assert changed_facts(before, after) == (
        ChangedFact("email", None, "a@x.edu", "b@x.edu"),
        ChangedFact("money", "application fee", "$300", None),
        ChangedFact("money", "coat", "$100", None),
        ChangedFact("money", "application fee", None, "$300 per week"),
        ChangedFact("phone", None, None, "+1305 ext. 7"),
    )


def test_of_two_addresses_that_went_nobody_knows_which_the_new_one_replaces() -> None:
    before, after = Facts(emails=(email("a@x.edu"), email("b@x.edu"))), Facts(emails=(email("c@x.edu"),))
    assert changed_facts(before, after) == (
        ChangedFact("email", None, "a@x.edu", None),
        ChangedFact("email", None, "b@x.edu", None),
        ChangedFact("email", None, None, "c@x.edu"),
    )


def test_a_price_that_falls_away_is_said_in_words() -> None:
    assert changed_facts(Facts(money=(money(300),)), Facts(money=(money(0),))) == (
        ChangedFact("money", "application fee", "$300", "free"),
    )


def test_a_moved_fact_is_no_change_and_neither_is_a_repeated_one() -> None:
    before = Facts((money(300), money(5, "coat")), (toefl(80),), (email("a@x.edu"),), dates=(due(None),))
    after = Facts(
        (money(5, "Coat", place=THERE), money(300, place=THERE), money(300)),
        (toefl(80, THERE),),
        (email("a@x.edu", THERE), email("a@x.edu")),
    )
    assert changed_facts(before, after) == ()


def test_a_hidden_address_is_no_change() -> None:
    shown, hidden = Facts(emails=(email("a@x.edu"),)), Facts(emails=(email(None),))
    assert changed_facts(shown, hidden) == ()
    assert changed_facts(hidden, shown) == ()


def test_a_fax_number_is_called_one() -> None:
    assert changed_facts(Facts(), Facts(phones=(phone("1305", fax=True),))) == (
        ChangedFact("phone", "fax", None, "+1305"),
    )


some_facts = st.builds(
    Facts,
    money=st.lists(
        st.builds(money, st.integers(0, 3), st.sampled_from(["a", "b"]), st.sampled_from([None, "week"])), max_size=5
    ).map(tuple),
    emails=st.lists(st.builds(email, st.sampled_from(["a@x.edu", "b@x.edu"])), max_size=3).map(tuple),
    dates=st.lists(st.builds(due, st.dates() | st.none()), max_size=3).map(tuple),
)


@given(some_facts, some_facts)
def test_what_came_one_way_went_the_other(one: Facts, two: Facts) -> None:
    there, back = changed_facts(one, two), changed_facts(two, one)
    assert changed_facts(one, one) == ()
    came = {(each.kind, each.label, each.after) for each in there if each.after is not None}
    went = {(each.kind, each.label, each.before) for each in back if each.before is not None}
    assert came == went
