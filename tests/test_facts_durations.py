"""Spans of time on a page."""

import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.content import Area, Block, Page
from monitor.core.fact import Duration, Place
from monitor.core.facts.durations import MAX_DURATIONS, durations
from monitor.core.facts.quoting import MAX_QUOTE_CHARACTERS


def spans(text: str) -> list[tuple[int, int | None]]:
    return [(one.span.days, one.upto.days if one.upto else None) for one in durations(Page("", (Block(text),)))]


def test_a_duration_holds_its_span_its_words_and_its_place() -> None:
    blocks = (Block("Rules", heading=2), Block("Be on time. Electives last two to four weeks here."))
    assert durations(Page("", blocks)) == (
        Duration(
            span=timedelta(weeks=2),
            label="Electives last",
            quote="Electives last two to four weeks here.",
            place=Place(1, "Rules", Area.MAIN),
            upto=timedelta(weeks=4),
        ),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("four weeks", [(28, None)]),
        ("4 weeks", [(28, None)]),
        ("a 4-week rotation", [(28, None)]),
        ("eight (8) weeks", [(56, None)]),
        ("4-8 weeks", [(28, 56)]),
        ("4 – 8 weeks", [(28, 56)]),
        ("4 to 8 weeks", [(28, 56)]),
        ("two or four weeks", [(14, 28)]),
        ("30 days", [(30, None)]),
        ("90 business days", [(90, None)]),
        ("six consecutive weeks", [(42, None)]),
        ("2 years of clinical training", [(730, None)]),
        ("24 months", [(720, None)]),
        ("one month, at most two months", [(30, None), (60, None)]),
        ("cuatro semanas", [(28, None)]),
        ("3 meses", [(90, None)]),
        ("trois mois", [(90, None)]),
        ("deux ans", [(730, None)]),
        ("vier Wochen", [(28, None)]),
        ("6 Monate", [(180, None)]),
        ("quatro semanas", [(28, None)]),
        ("8 to 4 weeks", [(56, None)]),
        ("the 2019 years", []),
        ("1.5 years", []),
        ("$4 weeks", []),
        ("weeks", []),
        ("12 people", []),
        ("4 weekends", []),
    ],
)
def test_a_span_is_a_number_and_a_unit_of_time(text: str, found: list[tuple[int, int | None]]) -> None:
    assert spans(text) == found


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Apply 3 months before the start; visits last 4 weeks.", ["Apply", "before the start visits last"]),
        ("2 years of training", ["of training"]),
        ("4 weeks", [""]),
    ],
)
def test_the_words_before_a_span_say_what_takes_so_long(text: str, labels: list[str]) -> None:
    assert [one.label for one in durations(Page("", (Block(text),)))] == labels


@pytest.mark.parametrize("text", ["ſıx weeks", "3 dıas", "٣ weeks", "3 WEEKſ", "SİX weeks"])
def test_letters_and_digits_of_other_scripts_are_taken_or_left_but_never_break(text: str) -> None:
    assert len(spans(text)) <= 1


@given(
    st.lists(st.text(max_size=40) | st.sampled_from(["4 weeks", "two to", "3 months", ". "]), max_size=20).map("".join)
)
def test_every_quote_stands_in_its_block_whatever_the_text(text: str) -> None:
    for one in durations(Page("", (Block(text),))):
        assert one.quote in text
        assert len(one.quote) <= MAX_QUOTE_CHARACTERS


@pytest.mark.parametrize("text", ["4 weeks " * 50_000, "4 to " * 50_000, "4" * 300_000, "two " * 50_000])
def test_hostile_text_takes_bounded_time_and_gives_a_bounded_number_of_facts(text: str) -> None:
    started = time.process_time()
    assert len(durations(Page("", (Block(text),)))) <= MAX_DURATIONS
    assert time.process_time() - started < 10
