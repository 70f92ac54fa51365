"""What is looked for first, because that is fast, stands in everything that is then looked for."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Block, Page
from monitor.core.facts import facts
from monitor.core.facts.lexicon import closings, contacts, notices
from monitor.core.lexicon.finder import Signs, either


def patterns(told: Mapping[str, str | tuple[str, ...]]) -> list[str]:
    """The patterns of a lexicon's entry without their holes."""
    each = [one for said in told.values() for one in ((said,) if isinstance(said, str) else said)]
    for hole, words in (("things", closings.THINGS), ("people", closings.PEOPLE), ("affiliated", closings.AFFILIATED)):
        each = [one.replace(f"{{{hole}}}", words["en"]) for one in each]
    return each


CASES = [
    pytest.param(patterns(told), Signs(signs), id=name)
    for name, told, signs in (
        ("so long ahead", notices.AHEAD, notices.SIGNS_OF_AHEAD),
        ("at any time", notices.ROLLING, notices.SIGNS_OF_NO_DAY),
        ("no deadline", notices.NO_DAY, notices.SIGNS_OF_NO_DAY),
        ("suspended", closings.SUSPENDED, closings.SIGNS_OF_SUSPENSION),
        ("for affiliates", closings.AFFILIATES_ONLY, closings.SIGNS_OF_AFFILIATES),
        ("for those within", closings.DOMESTIC_ONLY, closings.SIGNS_OF_DOMESTIC),
        ("not for some", closings.NOT_ELIGIBLE, closings.SIGNS_OF_REFUSAL),
        ("closed", closings.CLOSED, closings.SIGNS_OF_SHUTTING),
        ("withheld", {k: tuple(map(re.escape, v)) for k, v in contacts.WITHHELD.items()}, contacts.SIGNS_WITHHELD),
    )
]


@pytest.mark.parametrize(("told", "signs"), CASES)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_sign_stands_in_all_that_a_pattern_finds(told: list[str], signs: Signs, data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(told))
    found = re.search(pattern, data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE))), re.IGNORECASE)
    assert found is not None
    assert signs.stand_in(f"{found[0]} programs")


def test_signs_stand_in_a_text_whatever_its_letter_case() -> None:
    signs = Signs(("Frist", "ahead"))
    assert [signs.stand_in(text) for text in ("KEINE FRIST", "weeks aheaD", "in arrears", "")] == [
        True,
        True,
        False,
        False,
    ]


def test_of_words_that_begin_alike_the_longest_is_taken() -> None:
    pattern = re.compile(either(("mar", "march", "may", "$", "US$")))
    assert pattern.findall("march may mar US$ $") == ["march", "may", "mar", "US$", "$"]


def test_a_month_that_is_written_with_a_long_s_is_a_month() -> None:
    (told,) = facts(Page("", (Block("Applications are due \u017feptember 5, 2027"),))).dates
    assert told.date is not None
    assert told.date.isoformat() == "2027-09-05"


@pytest.mark.parametrize("text", ["Child care closed the program.", "This suspended program director is back."])
def test_the_end_of_a_word_is_no_verb(text: str) -> None:
    assert facts(Page("", (Block(text),))).closures == ()
