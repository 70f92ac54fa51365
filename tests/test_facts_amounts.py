"""How sums of money are written, and how they are read."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.facts.amounts import amounts, value

Sum = tuple[str, str]  # value, currency


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("$300", [("300", "$")]),
        ("$ 300", [("300", "$")]),
        ("$1,500 and $1500", [("1500", "$"), ("1500", "$")]),
        ("$149.50.", [("149.50", "$")]),
        ("$12.345.678,90", [("12345678.90", "$")]),
        ("$3.350", [("3350", "$")]),
        ("US$ 1,500", [("1500", "USD")]),
        ("U.S. $1,500", [("1500", "USD")]),
        ("US $500", [("500", "USD")]),
        ("USD 1,500", [("1500", "USD")]),
        ("USD $1,500", [("1500", "USD")]),
        ("USD300", [("300", "USD")]),
        ("100 USD", [("100", "USD")]),
        ("500 dollars", [("500", "$")]),
        ("500 US dollars", [("500", "USD")]),
        ("500 Canadian dollars", [("500", "CAD")]),
        ("$1,000.00 CAD", [("1000.00", "CAD")]),
        ("$1,000.00 (CAD)", [("1000.00", "CAD")]),
        ("CAD$200", [("200", "CAD")]),
        ("C$200", [("200", "CAD")]),
        ("CDN$ 200", [("200", "CAD")]),
        ("200 CDN", [("200", "CAD")]),
        ("A$500", [("500", "AUD")]),
        ("AUD 500", [("500", "AUD")]),
        ("€1.500,00", [("1500.00", "EUR")]),
        ("1.500,00 €", [("1500.00", "EUR")]),
        ("1 500 €", [("1500", "EUR")]),
        ("€40 436,30", [("40436.30", "EUR")]),
        ("300,00 euros", [("300.00", "EUR")]),
        ("£300", [("300", "GBP")]),
        ("CHF 1'500.–", [("1500", "CHF")]),
        ("₹5000", [("5000", "INR")]),
        ("Rs. 5,000", [("5000", "INR")]),
        ("INR 2000", [("2000", "INR")]),
        ("$2.5 million", [("2500000.0", "$")]),
        ("$1.5k", [("1500.0", "$")]),
        ("$1,000,000/$3,000,000", [("1000000", "$"), ("3000000", "$")]),
        ("Step 1 500 USD", [("500", "USD")]),
        ("Week 2 300 dollars", [("300", "$")]),
        ("1 200 USD per month", [("1200", "USD")]),
        ("12 500 US dollars", [("12500", "USD")]),
        ("$1 000 000 per claim", [("1000000", "$")]),
        ("$50 200 level courses", [("50", "$")]),
        ("$500 - 4 weeks", [("500", "$")]),
        ("$100 to 2027", [("100", "$")]),
        ("300", []),
        ("a 10% share", []),
        ("$1,2345", []),
        ("in 2026", []),
        ("room 12, 2nd floor", []),
        ("(305) 555-0100", []),
        ("$", []),
        ("USD", []),
        ("lift 50 pounds", []),
    ],
)
def test_a_sum_is_read_with_its_currency(text: str, sums: list[Sum]) -> None:
    assert [(one.value, one.currency) for one in amounts(text)] == [(Decimal(v), c) for v, c in sums]


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("$500-700", 500, 700, "$"),
        ("$500 to 700 USD", 500, 700, "USD"),
        ("500–700 USD", 500, 700, "USD"),
    ],
)
def test_two_numbers_with_one_currency_are_a_range(text: str, low: int, high: int, currency: str) -> None:
    (one,) = amounts(text)
    assert (one.value, one.upto, one.currency, text[one.start : one.end]) == (low, high, currency, text)


@given(st.integers(0, 999_999_999))
def test_a_whole_number_reads_the_same_however_its_thousands_are_parted(number: int) -> None:
    plain = f"{number:,}"
    assert {value(plain.replace(",", mark)) for mark in (",", ".", "'", " ", "")} == {Decimal(number)}


@given(st.integers(0, 999_999), st.integers(0, 99))
def test_two_digits_behind_the_last_mark_are_hundredths(number: int, cents: int) -> None:
    wanted = Decimal(f"{number}.{cents:02}")
    assert value(f"{number:,}.{cents:02}") == value(f"{number:,}".replace(",", ".") + f",{cents:02}") == wanted


@given(st.text(alphabet="$€0123456789.,' -USDkm(to)", max_size=60))
def test_sums_stand_in_the_text_one_behind_the_other(text: str) -> None:
    found = list(amounts(text))
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(any(char.isdecimal() for char in text[one.start : one.end]) for one in found)


@pytest.mark.parametrize("text", ["1,111" * 50_000, "111 " * 60_000, "1'111" * 50_000, "$" * 200_000, "9" * 200_000])
def test_a_hostile_row_of_digits_takes_linear_time(text: str) -> None:
    started = time.process_time()
    assert list(amounts(text)) == []
    assert time.process_time() - started < 10
