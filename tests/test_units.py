"""What a price is counted by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.units import Standing, canonical, units

EACH, ARTICLE, STAY, SPAN = Standing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("per month", [("month", None, EACH)]),
        ("/ wk", [("week", None, EACH)]),
        ("weekly", [("week", None, EACH)]),
        ("a month", [("month", None, ARTICLE)]),
        ("for an elective", [("elective", None, ARTICLE)]),
        ("per 4-week rotation", [("rotation", "4-weeks", EACH)]),
        ("per four-week clinical elective", [("elective", "4-weeks", EACH)]),
        ("every two weeks", [("2-weeks", None, EACH)]),
        ("for four (4) weeks", [("4-weeks", None, EACH)]),
        ("(4 weeks)", [("4-weeks", None, EACH)]),
        ("the 4-week elective", [("elective", "4-weeks", STAY)]),
        ("4 weeks", [("4-weeks", None, SPAN)]),
        ("1 month", [("month", None, SPAN)]),
        ("per student per month", [("person", None, EACH), ("month", None, EACH)]),
        ("per academic year", [("year", None, EACH)]),
        ("par mois", [("month", None, EACH)]),
        ("pro Monat", [("month", None, EACH)]),
        ("por mes", [("month", None, EACH)]),
        ("every time", []),
        ("a non-refundable fee", []),
        ("for applications", []),
        ("per", []),
        ("", []),
    ],
)
def test_a_unit_is_read_as_the_catalogue_writes_it(text: str, found: list[tuple[str, str | None, Standing]]) -> None:
    assert [(one.slug, one.lasting, one.standing) for one in units(text)] == found


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("rotation", "elective"),
        ("clerkship", "elective"),
        ("4-week-elective", "elective"),
        ("month", "month"),
        ("4-weeks", "4-weeks"),
        ("observership", "observership"),
        ("person", None),
        ("application", None),
        ("blue-moon", "blue-moon"),
        (None, None),
    ],
)
def test_units_of_several_names_have_one(slug: str | None, name: str | None) -> None:
    assert canonical(slug) == name


@given(st.text(max_size=80))
def test_units_stand_in_the_text_one_behind_the_other(text: str) -> None:
    edges = [edge for one in units(text) for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
