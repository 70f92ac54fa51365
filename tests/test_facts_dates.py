"""Dates that a page names, and what they are for."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Block, Page
from monitor.core.fact import DateFact, Place, Purpose
from monitor.core.facts.dates import MAX_DATES, dates
from monitor.core.facts.passages import MAX_QUOTE
from tests.facts_of import page_of

JANUARY_15 = date(2027, 1, 15)

SPELLINGS = [
    "January 15, 2027",
    "January 15 2027",
    "January 15th, 2027",
    "january 15, 2027",
    "JANUARY 15, 2027",
    "Jan. 15, 2027",
    "Jan 15, 2027",
    "Friday, January 15, 2027",
    "15 January 2027",
    "15th January 2027",
    "15th of January 2027",
    "the 15th day of January, 2027",
    "15 Jan. 2027",
    "15-Jan-2027",
    "2027-01-15",
    "2027/01/15",
    "2027-01-15T12:00:00Z",
    "1/15/2027",
    "01/15/2027",
    "1/15/27",
    "15/1/2027",
    "15.1.2027",
    "15.01.2027",
    "1-15-2027",
    "15 janvier 2027",
    "15. Januar 2027",
    "15 de enero de 2027",
    "15 de janeiro de 2027",
    "15 gennaio 2027",
    "15 januari 2027",
    "2027年1月15日",
]


@pytest.mark.parametrize("written", SPELLINGS)
def test_a_day_is_known_in_every_usual_spelling(written: str) -> None:
    assert [(fact.date, fact.either) for fact in dates(page_of(f"Deadline: {written}"))] == [(JANUARY_15, None)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er février 2027", date(2027, 2, 1)),
        ("3. März 2027", date(2027, 3, 3)),
        ("6 août 2027", date(2027, 8, 6)),
        ("29 February 2028", date(2028, 2, 29)),
        ("Sept. 30, 2027", date(2027, 9, 30)),
        ("December 1, 2026", date(2026, 12, 1)),
    ],
)
def test_other_days_are_known_too(written: str, day: date) -> None:
    assert [fact.date for fact in dates(page_of(written))] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "You may apply 2 times.",
        "Students may 2 weeks before",
        "Set 5 goals.",
        "Out 10 of 20",
        "by the first of the month",
        "three months before the start date",
        "Applications are accepted on a rolling basis",
        "within 30 days",
        "at least 12 weeks in advance",
        "call 555-123-4567",
        "Version 2.1.3",
        "section 1.2.03",
        "$1,500.00",
        "a 15/20 score",
        "February 30, 2027",
        "31/31/2027",
        "2027",
        "10:30 to 11:45",
        "Room 12-14-16",
        "the second Friday of each month",
        "next spring",
        "ISBN 2027-01-155",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert dates(page_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "purpose", "label"),
    [
        ("Application deadline: January 15, 2027", Purpose.DEADLINE, "Application deadline"),
        ("Applications are due by January 15, 2027.", Purpose.DEADLINE, "Applications are due by"),
        ("Applications must be received no later than January 15, 2027", Purpose.DEADLINE, None),
        ("Apply before January 15, 2027", Purpose.DEADLINE, "Apply before"),
        ("Applications close on January 15, 2027", Purpose.DEADLINE, "Applications close on"),
        ("January 15, 2027 is the last day to apply", Purpose.DEADLINE, "is the last day to apply"),
        ("Date limite : 15 janvier 2027", Purpose.DEADLINE, "Date limite"),
        ("Bewerbungsschluss: 15. Januar 2027", Purpose.DEADLINE, "Bewerbungsschluss"),
        ("Fecha límite: 15 de enero de 2027", Purpose.DEADLINE, "Fecha límite"),
        ("The portal opens on January 15, 2027", Purpose.OPENING, "The portal opens on"),
        ("We begin accepting applications January 15, 2027", Purpose.OPENING, None),
        ("Effective January 15, 2027 the fee is $300", Purpose.EFFECTIVE, "Effective"),
        ("Fees as of January 15, 2027", Purpose.EFFECTIVE, "Fees as of"),
        ("Last updated: January 15, 2027", Purpose.UPDATED, "Last updated"),
        ("Mise à jour le 15 janvier 2027", Purpose.UPDATED, "Mise à jour le"),
        ("The next session begins January 15, 2027", Purpose.EVENT, "The next session begins"),
        ("Orientation: January 15, 2027", Purpose.EVENT, "Orientation"),
        ("Born January 15, 2027", Purpose.OTHER, "Born"),
    ],
)
def test_the_words_beside_a_date_say_what_it_is_for(text: str, purpose: Purpose, label: str | None) -> None:
    (fact,) = dates(page_of(text))
    assert (fact.purpose, fact.date) == (purpose, JANUARY_15)
    assert label is None or fact.label == label


def test_a_date_is_told_whole() -> None:
    assert dates(page_of("<h2>Deadlines</h2><p>Hello. Applications are due January 15, 2027. Bye.</p>")) == (
        DateFact(
            Purpose.DEADLINE,
            "Applications are due",
            "Applications are due January 15, 2027.",
            Place(1, "Deadlines"),
            date=JANUARY_15,
            month=1,
            day=15,
            year=2027,
        ),
    )


def test_a_window_for_applying_opens_and_closes() -> None:
    facts = dates(page_of("Applications are accepted April 1 – April 30, 2027"))
    assert [(fact.purpose, fact.date) for fact in facts] == [
        (Purpose.OPENING, date(2027, 4, 1)),
        (Purpose.DEADLINE, date(2027, 4, 30)),
    ]


def test_a_window_across_new_year_begins_in_the_year_before() -> None:
    facts = dates(page_of("Apply December 1 to January 31, 2027"))
    assert [fact.date for fact in facts] == [date(2026, 12, 1), date(2027, 1, 31)]


def test_days_in_a_row_are_about_the_same_thing() -> None:
    facts = dates(page_of("Deadlines: March 1, 2027, June 1, 2027 and October 1, 2027"))
    assert [fact.purpose for fact in facts] == [Purpose.DEADLINE] * 3


@pytest.mark.parametrize(
    ("markup", "day", "either"),
    [
        ("<h2>2027 deadlines</h2><p>January 15</p>", date(2027, 1, 15), None),
        ("<h1>2027</h1><h2>Deadlines</h2><p>January 15</p>", date(2027, 1, 15), None),
        ("<h2>Deadlines 2025</h2><p>x</p><h2>Deadlines 2027</h2><p>January 15</p>", date(2027, 1, 15), None),
        ("<p>The deadline for the 2027 cycle is January 15.</p>", date(2027, 1, 15), None),
        ("<h2>Academic year 2026–2027</h2><p>Due January 15</p>", date(2027, 1, 15), date(2026, 1, 15)),
        ("<h2>Academic year 2026-27</h2><p>Due October 1</p>", date(2026, 10, 1), date(2027, 10, 1)),
        (
            "<table><tr><th>Term<th>Deadline 2027</tr><tr><td>Fall<td>January 15</tr></table>",
            date(2027, 1, 15),
            None,
        ),
        ("<h2>Deadlines</h2><p>January 15</p>", None, None),
        ("<h2>From 2025 to 2029</h2><p>January 15</p>", None, None),
    ],
)
def test_a_date_without_a_year_takes_the_one_that_stands_over_it(
    markup: str, day: date | None, either: date | None
) -> None:
    last = dates(page_of(markup))[-1]
    assert (last.month, last.day, last.date, last.either) == (1 if "January" in markup else 10, last.day, day, either)


def test_a_month_with_a_year_is_known_as_no_more_than_that() -> None:
    (fact,) = dates(page_of("The portal opens in May 2027"))
    assert (fact.purpose, fact.date, fact.year, fact.month, fact.day) == (Purpose.OPENING, None, 2027, 5, None)


@pytest.mark.parametrize(
    ("language", "beside", "day", "either"),
    [
        ("en-US", "", date(2027, 1, 2), date(2027, 2, 1)),
        ("", "", date(2027, 1, 2), date(2027, 2, 1)),
        ("en-GB", "", date(2027, 2, 1), None),
        ("de", "", date(2027, 2, 1), None),
        ("en-US", "31/12/2026", date(2027, 2, 1), None),
        ("de", "12/31/2026", date(2027, 1, 2), None),
    ],
)
def test_figures_are_ordered_as_the_page_orders_them_and_else_read_both_ways(
    language: str, beside: str, day: date, either: date | None
) -> None:
    fact = dates(page_of(f"<p>Due 1/2/2027</p><p>{beside}</p>", language))[0]
    assert (fact.date, fact.either) == (day, either)


def test_a_table_names_its_dates_in_the_heads_of_rows_and_columns() -> None:
    facts = dates(
        page_of(
            "<table><tr><th>Block<th>Applications open<th>Deadline</tr>"
            "<tr><td>Summer<td>March 1, 2027<td>May 1, 2027</tr></table>"
        )
    )
    assert [(fact.purpose, fact.label, fact.date, fact.quote) for fact in facts] == [
        (Purpose.OPENING, "Applications open", date(2027, 3, 1), "Summer | March 1, 2027 | May 1, 2027"),
        (Purpose.DEADLINE, "Deadline", date(2027, 5, 1), "Summer | March 1, 2027 | May 1, 2027"),
    ]


def test_a_label_may_stand_in_the_block_before() -> None:
    (fact,) = dates(page_of("<dl><dt>Application deadline:</dt><dd>January 15, 2027</dd></dl>"))
    assert (fact.purpose, fact.label) == (Purpose.DEADLINE, "Application deadline")


WRITTEN = st.sampled_from(
    [*SPELLINGS, "May", "1", "/", "-", "2027", " ", "|", "to", "and", ".", "deadline", "\u0660", "²"]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(WRITTEN | st.text(max_size=8), max_size=30).map(" ".join))
def test_whatever_stands_there_every_quote_is_in_its_block(text: str) -> None:
    page = Page("", (Block(text),))
    for fact in dates(page):
        assert fact.quote in text
        assert len(fact.quote) <= MAX_QUOTE


@pytest.mark.parametrize("text", ["1/" * 9000, "May " * 9000, "1-" * 9000, "January 1 – " * 3000, "1 and " * 4000])
def test_a_hostile_page_costs_little_and_yields_no_flood(text: str) -> None:
    assert len(dates(Page("", (Block(text),) * 20))) <= MAX_DATES
