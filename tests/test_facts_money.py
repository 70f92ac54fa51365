"""What a page states about money: how much, for what, by what it is counted, for whom and when."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Area, Block, Page
from monitor.core.fact import Audience, Bound, Money, Place
from monitor.core.facts.money import MAX_MONEY, money
from monitor.core.facts.quoting import MAX_QUOTE_CHARACTERS
from monitor.core.listing import FeeKind
from monitor.core.page import read

APPLICATION, TUITION, HOUSING, OTHER = FeeKind.APPLICATION, FeeKind.TUITION, FeeKind.HOUSING, FeeKind.OTHER
STUDENTS, GRADUATES, DOMESTIC, INTERNATIONAL, OTHERS = Audience


def facts(markup: str) -> tuple[Money, ...]:
    return money(read(markup.encode(), "text/html; charset=utf-8", "https://a.example/"))


def test_a_fact_holds_all_that_the_page_says_of_a_sum() -> None:
    assert facts("<h2>Costs</h2><p>Please note. International students pay a refundable fee of $500 per week.</p>") == (
        Money(
            amount=Decimal(500),
            currency="USD",
            quote="International students pay a refundable fee of $500 per week.",
            place=Place(1, "Costs", Area.MAIN),
            label="fee",
            per="week",
            audience=frozenset({INTERNATIONAL}),
            refundable=True,
            near=False,
        ),
    )


# --- what it pays -------------------------------------------------------------------------------------------------

PAYS = [
    ("The application fee is $300 and tuition is $2,000.", [APPLICATION, TUITION]),
    ("Tuition at $2,500 plus a $100 application fee.", [TUITION, APPLICATION]),
    ("There is a $300 application fee and a $2,000 tuition fee.", [APPLICATION, TUITION]),
    ("$300 application fee, $2,000 tuition", [APPLICATION, TUITION]),
    ("Fees: $300 (application), $2,000 (tuition)", [APPLICATION, TUITION]),
    ("Tuition ($2,000), application fee ($100), and housing ($1,500)", [TUITION, APPLICATION, HOUSING]),
    ("Tuition is $500 per week or $1,500 per month.", [TUITION, TUITION]),
    ("Students pay a fee of $300 for applications.", [APPLICATION]),
    ("The application requires a fee of $300.", [APPLICATION]),
    ("A non-refundable processing fee of $300 is due.", [APPLICATION]),
    ("Registration fee ($500)", [APPLICATION]),
    ("It costs $75 to apply.", [APPLICATION]),
    ("The cost of the elective is $1500.", [TUITION]),
    ("A fee of $1500 for a 4-week elective is payable.", [TUITION]),
    ("The observership fee is $500.", [TUITION]),
    ("$1,500 mandatory housing", [HOUSING]),
    ("Room and board: $900", [HOUSING]),
    ("A deposit of $500 toward tuition", [OTHER]),
    ("Late application fee: $50", [OTHER]),
    ("Housing deposit of $200", [OTHER]),
    ("Visa application fee: $160", [OTHER]),
    ("The fee for late registration is $25.", [OTHER]),
    ("Proof of $1,000,000 malpractice insurance with the application", [OTHER]),
    ("$30 for a white coat", [OTHER]),
    ("Background check up to $150", [OTHER]),
    ("A stipend of $500 for housing", [OTHER]),
    ("Tuition and housing: $5,000", [None]),
    ("The application fee and tuition are $100 and $2,000, respectively.", [None, None]),
    ("The fee is $300.", [None]),
    ("She won $300.", [None]),
    ("$100 of the tuition is kept.", [None]),
    ("The program fee is $500 and does not include housing.", [TUITION]),
    ("The fee of $500 includes tuition.", [None]),
    ("Frais de dossier : 100 €", [APPLICATION]),
    ("Les frais de scolarité sont de 2 000 €.", [TUITION]),
    ("La cuota de inscripción es de 100 USD.", [APPLICATION]),
    ("Bewerbungsgebühr: 50 EUR", [APPLICATION]),
    ("Die Kursgebühr beträgt 50 EUR.", [TUITION]),
    ("Taxa de inscrição: 100 USD", [APPLICATION]),
]


@pytest.mark.parametrize(("sentence", "kinds"), PAYS)
def test_the_nearest_words_say_what_a_sum_pays(sentence: str, kinds: list[FeeKind | None]) -> None:
    assert [fact.kind for fact in facts(f"<p>{sentence}</p>")] == kinds


@pytest.mark.parametrize(
    ("markup", "stated"),
    [
        pytest.param(
            "<dl><dt>Application fee</dt><dd>$300</dd><dt>Tuition</dt><dd>$2,000</dd></dl>",
            [(300, APPLICATION), (2000, TUITION)],
            id="terms before their sums",
        ),
        pytest.param(
            "<div>$300</div><div>Application fee</div><div>$2,000</div><div>Tuition</div>",
            [(300, APPLICATION), (2000, TUITION)],
            id="captions behind their sums",
        ),
        pytest.param("<h3>Application fee</h3><p>$300, non-refundable</p>", [(300, APPLICATION)], id="heading"),
        pytest.param("<h3>How much does the elective cost?</h3><p>$300</p>", [(300, TUITION)], id="question"),
        pytest.param("<p>Q: Is there an application fee? A: Yes, $30.</p>", [(30, APPLICATION)], id="same paragraph"),
        pytest.param(
            "<table><tr><th>Fee<th>2 weeks<th>4 weeks<tr><td>Tuition<td>$15<td>$29</table>",
            [(15, TUITION), (29, TUITION)],
            id="head of the row",
        ),
        pytest.param(
            "<table><tr><td><th>Tuition<th>Application fee<tr><td>Clerkship<td>$20<td>$3</table>",
            [(20, TUITION), (3, APPLICATION)],
            id="head of the column, over an empty corner",
        ),
        pytest.param(
            "<table><tr><th>Who<th>Tuition<th>Application fee<tr><td>Guests<td><td>$3</table>",
            [(3, APPLICATION)],
            id="head of the column, behind an empty cell",
        ),
        pytest.param(
            "<table><tr><th>Who<th>Fee (EUR)<tr><td>Observership<td>500</table>",
            [(500, TUITION)],
            id="a bare number under a currency",
        ),
        pytest.param(
            "<table><tr><th>Fee<th>Amount<tr><td>Tuition<td>None<tr><td>Application fee<td>$30</table>",
            [(0, TUITION), (30, APPLICATION)],
            id="nothing in a cell",
        ),
        pytest.param("<p>The application fee is paid online. It is $30.</p>", [(30, APPLICATION)], id="it"),
        pytest.param(
            "<table><tr><td>Tuition expense (flat rate)<td>$2,300</table>",
            [(2300, TUITION)],
            id="an expense for tuition",
        ),
    ],
)
def test_what_stands_beside_or_above_says_what_a_sum_pays(
    markup: str, stated: list[tuple[int, FeeKind | None]]
) -> None:
    assert [(fact.amount, fact.kind, fact.near) for fact in facts(markup)] == [(*one, True) for one in stated]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<h2>Application fee</h2><h3>Payment</h3><p>$300</p>", id="a heading further up"),
        pytest.param("<h2>Tuition and fees</h2><p>$300</p>", id="a heading of several kinds"),
        pytest.param("<h2>Application</h2><p>A fee of $300 is due.</p>", id="a heading that names no price"),
        pytest.param("<p>The application fee is due. Students carry $300.</p>", id="another sentence"),
        pytest.param("<p>We charge $300 per elective.</p>", id="nothing but the unit"),
        pytest.param("<h3>How much does it cost?</h3><p>$300 for two weeks.</p>", id="the cost of the whole"),
        pytest.param("<p>Fees are listed. 300 CAD for some. The application fee is $300.</p>", id="whose dollar"),
    ],
)
def test_a_label_or_a_currency_from_afar_is_not_near(markup: str) -> None:
    assert facts(markup)[-1].near is False


@pytest.mark.parametrize(
    ("markup", "stated"),
    [
        (
            "<p>A $250 deposit holds a place in a short program, or $600, which holds one in a long program.</p>",
            [OTHER] * 2,
        ),
        ("<p>An application fee of $90 is due for one stay and $150 is due for two stays.</p>", [APPLICATION] * 2),
        ("<p>$1,400 plus $25 for the background check and $35 for the drug screen.</p>", [None, OTHER, OTHER]),
        ("<p>You pay $800 after the application fee is taken off.</p>", [None]),
        ("<p>The application fee is $50 and $2,000 for tuition.</p>", [APPLICATION, TUITION]),
        ("<p>It costs $50 to apply and $2,000 to attend.</p>", [APPLICATION, TUITION]),
        ("<h2>Application procedure</h2><p>Send the form. The fee is $400 per week.</p>", [None]),
        ("<p>Begin the administrative processing procedures with our office:</p><p>The fee is $400.</p>", [None]),
        ("<p>There are never any application or additional registration fees.</p>", [APPLICATION]),
    ],
)
def test_a_sum_has_no_label_that_is_anothers(markup: str, stated: list[FeeKind | None]) -> None:
    assert [fact.kind for fact in facts(markup)] == stated


# --- by what, for whom, when --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "per", "lasting"),
    [
        ("Tuition is $500 per month.", "month", None),
        ("Tuition is $500/week.", "week", None),
        ("Tuition: $500 a month", "month", None),
        ("Monthly tuition is $500.", "month", None),
        ("Tuition of $500 weekly", "week", None),
        ("Tuition is $500 per 4-week rotation.", "rotation", "4-weeks"),
        ("Tuition is $500 for each four-week elective.", "elective", "4-weeks"),
        ("Tuition is $500 for a 4-week elective.", "elective", "4-weeks"),
        ("Tuition: $500 (4 weeks)", "4-weeks", None),
        ("Tuition: $500 for four (4) weeks", "4-weeks", None),
        ("The 2-week observership costs $500.", "observership", "2-weeks"),
        ("Tuition for 2 weeks: $500", "2-weeks", None),
        ("Tuition per credit hour: $500", "credit", None),
        ("Annual tuition: $500", "year", None),
        ("Tuition is $500 per student per month.", "month", None),
        ("The application fee is $500 per application.", "application", None),
        ("Tuition is $500, due 4 weeks before the start.", None, None),
        ("Tuition is $500.", None, None),
        ("La matrícula cuesta 500 USD por mes.", "month", None),
        ("Kursgebühr: 500 EUR pro Woche", "week", None),
        ("Frais de scolarité : 500 € par mois", "month", None),
    ],
)
def test_a_unit_stands_behind_a_price_or_before_it(sentence: str, per: str | None, lasting: str | None) -> None:
    (fact,) = facts(f"<p>{sentence}</p>")
    assert (fact.amount, fact.per, fact.lasting) == (500, per, lasting)


def test_each_price_has_the_unit_that_stands_behind_it() -> None:
    found = facts("<p>Tuition is $500 per week, $1,800 per month and $5,000.</p>")
    assert [fact.per for fact in found] == ["week", "month", None]


def test_a_cell_that_spans_several_columns_has_the_unit_of_none() -> None:
    markup = (
        "<table><tr><th>Fee<th>2 weeks<th>4 weeks<tr><td>Tuition<td>$15<td>$29"
        "<tr><td>Application fee<td colspan=2>$9</table>"
    )
    assert [(fact.amount, fact.per) for fact in facts(markup)] == [(15, "2-weeks"), (29, "4-weeks"), (9, None)]


@pytest.mark.parametrize(
    ("sentence", "audiences"),
    [
        ("Students pay $49 and graduates pay $180.", [{STUDENTS}, {GRADUATES}]),
        ("$49 per month for students and $180 per month for graduates", [{STUDENTS}, {GRADUATES}]),
        ("International applicants pay $35; domestic applicants pay $10.", [{INTERNATIONAL}, {DOMESTIC}]),
        ("Students from non-LCME schools pay $35.", [{STUDENTS, INTERNATIONAL}]),
        ("International and domestic applicants pay $35.", [{INTERNATIONAL, DOMESTIC}]),
        ("U.S. medical students pay $10.", [{DOMESTIC}]),
        ("High school students pay $10.", [{OTHERS}]),
        ("Visiting residents pay $10.", [{OTHERS}]),
        ("The Office of International Affairs asks for $10.", [set()]),
        ("The fee is $10.", [set()]),
    ],
)
def test_a_sentence_says_for_whom_a_price_is(sentence: str, audiences: list[set[Audience]]) -> None:
    assert [fact.audience for fact in facts(f"<p>{sentence}</p>")] == audiences


def test_a_heading_or_a_row_says_for_whom_a_price_is() -> None:
    markup = "<h2>Domestic students</h2><p>Fee: $10</p><table><tr><td>International<td>$35<tr><td>All<td>$1</table>"
    assert [fact.audience for fact in facts(markup)] == [{DOMESTIC}, {INTERNATIONAL}, {DOMESTIC}]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The fee was $300.", [(True, None, None, None)]),
        ("The fee, which was $300 until 2024, is now $350.", [(True, None, date(2024, 12, 31), None), ()]),
        ("The fee is now $75 (formerly $50).", [(), (True, None, None, None)]),
        ("The fee was raised from $300 to $350.", [(True, None, None, None), ()]),
        ("Effective July 1, 2027 the fee is $400.", [(False, date(2027, 7, 1), None, None)]),
        ("The fee will increase to $400 on July 1, 2027.", [(False, date(2027, 7, 1), None, None)]),
        ("Until June 30, 2020 the fee is $100.", [(False, None, date(2020, 6, 30), None)]),
        ("The fee is $100 through 6/30/2020.", [(False, None, date(2020, 6, 30), None)]),
        ("The fee is $100 for 2025–2026.", [(False, None, None, 2026)]),
        ("The fee of $100 is due before March 1, 2026.", [()]),
        ("The fee is $100.", [()]),
    ],
)
def test_a_sentence_says_when_a_price_holds(sentence: str, when: list[tuple[object, ...]]) -> None:
    found = [(fact.past, fact.start, fact.until, fact.year) for fact in facts(f"<p>{sentence}</p>")]
    assert found == [one or (False, None, None, None) for one in when]


@pytest.mark.parametrize("tag", ["s", "del", "strike"])
def test_what_is_struck_through_is_a_former_price(tag: str) -> None:
    markup = f"<p>Application fee: <{tag}>$300</{tag}> $350</p><table><tr><td>Tuition<td><{tag}>$8</{tag}> $9</table>"
    assert [(fact.amount, fact.kind, fact.past, fact.near) for fact in facts(markup)] == [
        (300, APPLICATION, True, True),
        (350, APPLICATION, False, True),
        (8, TUITION, True, True),
        (9, TUITION, False, True),
    ]


def test_a_heading_with_years_says_when_the_prices_under_it_hold() -> None:
    assert [fact.year for fact in facts("<h2>Fees 2024–25</h2><p>Tuition: $5</p>")] == [2025]


@pytest.mark.parametrize(
    ("sentence", "bound", "upto"),
    [
        ("up to $150", Bound.AT_MOST, None),
        ("a maximum of $150", Bound.AT_MOST, None),
        ("from $150", Bound.AT_LEAST, None),
        ("$150 or more", Bound.AT_LEAST, None),
        ("approximately $150", Bound.ABOUT, None),
        ("from $150 to $170", Bound.EXACT, 170),
        ("between $150 and $170", Bound.EXACT, 170),
        ("$150–$170", Bound.EXACT, 170),
        ("$150 and $170", Bound.EXACT, None),
        ("$150", Bound.EXACT, None),
    ],
)
def test_a_sum_is_exact_or_an_end_of_what_is_asked(sentence: str, bound: Bound, upto: int | None) -> None:
    fact = facts(f"<p>It costs {sentence}.</p>")[0]
    assert (fact.amount, fact.bound, fact.upto) == (150, bound, upto)


@pytest.mark.parametrize(
    ("markup", "currency"),
    [
        ("<p>The fee is $5.</p>", "USD"),
        ("<p>All fees are in Canadian dollars.</p><p>The fee is $5.</p>", "CAD"),
        ("<p>Some pay 7 AUD.</p><p>The fee is $5.</p>", "AUD"),
        ("<p>Some pay 7 CAD, others 6 USD.</p><p>The fee is $5.</p>", "USD"),
        ("<table><tr><th>What<th>Amount in CAD<tr><td>Fee<td>$5</table>", "CAD"),
        ("<p>Some pay £7.</p><p>The fee is $5.</p>", "USD"),
    ],
)
def test_a_bare_dollar_is_american_unless_the_page_says_whose_it_is(markup: str, currency: str) -> None:
    assert facts(markup)[-1].currency == currency


# --- nothing to pay -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("<p>There is no application fee.</p>", [APPLICATION]),
        ("<p>There is no application fee or tuition.</p>", [APPLICATION, TUITION]),
        ("<p>We do not charge tuition.</p>", [TUITION]),
        ("<p>We don't charge a fee for the elective.</p>", [TUITION]),
        ("<p>Students are not charged tuition.</p>", [TUITION]),
        ("<p>Tuition: none</p>", [TUITION]),
        ("<p>The application fee is waived.</p>", [APPLICATION]),
        ("<p>The program is free of charge.</p>", [TUITION]),
        ("<p>Rotations are offered at no cost.</p>", [TUITION]),
        ("<p>Housing is free of charge.</p>", [HOUSING]),
        ("<p>There is no charge.</p>", [None]),
        ("<h3>Is there an application fee?</h3><p>No.</p>", [APPLICATION]),
        ("<p>Is there a tuition fee? No, there is not.</p>", [TUITION]),
        ("<p>Es gibt keine Studiengebühren.</p>", [TUITION]),
        ("<p>Il n'y a pas de frais de dossier.</p>", [APPLICATION]),
        ("<p>There is no additional fee.</p>", []),
        ("<p>No fee waivers are granted.</p>", []),
        ("<p>No refund of tuition is made.</p>", []),
        ("<p>No fees will be refunded.</p>", []),
        ("<p>The application fee is waived for alumni.</p>", []),
        ("<p>If you withdraw early, no fee is charged.</p>", []),
        ("<p>Students of our affiliates pay no tuition.</p>", []),
        ("<p>Parking is smoke-free; feel free to contact us.</p>", []),
        ("<p>There is no housing.</p>", []),
        ("<h3>Do you accept applications?</h3><p>No.</p>", []),
        ("<h3>When is the application fee due?</h3><p>No later than May.</p>", []),
    ],
)
def test_a_page_that_says_that_nothing_is_charged_states_a_price_of_nothing(
    markup: str, kinds: list[FeeKind | None]
) -> None:
    assert [(fact.amount, fact.kind) for fact in facts(markup)] == [(0, kind) for kind in kinds]


# --- whatever the page --------------------------------------------------------------------------------------------

# fmt: off
PIECES = st.sampled_from([
    "$300", " per week", " | ", "application fee", "tuition", "no ", ". ", "; ", "free", "?", ":", "€1.500,00", "USD",
    "until 2024", "was ", "students", "international", "from ", " to ", "(", ")", "4-week elective", "2025–2026",
])
# fmt: on
TEXTS = st.lists(PIECES | st.text(max_size=5), min_size=1, max_size=30).map("".join).filter(str.strip)
BLOCKS = st.builds(
    Block, TEXTS, st.sampled_from(Area), st.integers(0, 6), cells=st.sampled_from([0, 0, 1, 3, 5]), head=st.booleans()
)


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=12).map(tuple))
def test_every_quote_stands_in_its_block_whatever_the_page(blocks: tuple[Block, ...]) -> None:
    for fact in money(Page("", blocks)):
        assert fact.quote in blocks[fact.place.block].text
        assert 0 < len(fact.quote) <= MAX_QUOTE_CHARACTERS
        assert fact.amount >= 0
        assert fact.upto is None or fact.upto > fact.amount


@pytest.mark.parametrize(
    "text", ["$3 mıllion", "$3 MİLLION", "$5 until ſep 4, 2027", "$5 for ſıx weeks", "５００ USD", "٣ USD"]
)
def test_letters_and_digits_of_other_scripts_are_taken_or_left_but_never_break(text: str) -> None:
    assert all(fact.amount > 0 for fact in facts(f"<p>The fee is {text}.</p>"))


def test_a_quote_of_a_long_sentence_is_the_part_around_the_sum() -> None:
    words = "word " * 100
    (fact,) = facts(f"<p>{words}the application fee is $300 and {words}</p>")
    assert len(fact.quote) <= MAX_QUOTE_CHARACTERS
    assert "the application fee is $300 and" in fact.quote


@pytest.mark.parametrize(
    "text",
    [
        "tuition $5 " * 20_000,
        "no fee " * 30_000,
        "a. " * 60_000,
        "." * 200_000,
        "fee | " * 30_000,
        "application and tuition or housing, " * 5_000,
        "CAD USD " * 25_000,
        "4-week " * 25_000,
        "was until from 2024 $" * 9_000,
    ],
)
def test_hostile_text_takes_bounded_time_and_gives_a_bounded_number_of_facts(text: str) -> None:
    started = time.process_time()
    found = money(Page("", (Block(text, cells=text.count("|") + 1 if "|" in text else 0),)))
    assert len(found) <= MAX_MONEY
    assert time.process_time() - started < 10


# --- fees with a name of their own --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("A $100 supplemental fee is due for each rotation.", [OTHER]),
        ("The supplementary charge is $100.", [OTHER]),
        ("Program designation fee: $400", [OTHER]),
        ("Enrollment plan fee: $500", [OTHER]),
        ("Re-application fee: $60", [OTHER]),
        ("Student services: $950", [OTHER]),
        ("A $740 matriculation fee is due once.", [OTHER]),
        ("Besides the tuition, visitors pay a $60 locker fee.", [None]),
        ("On top of tuition there are a $45 locker fee and a $12 towel fee.", [None, None]),
        ("The tuition does not include a $60 locker fee.", [None]),
        ("The application requires a $75 online fee.", [APPLICATION]),
        ("Tuition: $500 weekly fee", [TUITION]),
        ("The tuition is a $500 flat fee.", [TUITION]),
        ("The observership costs $900 plus an application fee.", [TUITION]),
        ("If your school's tuition is $5,000, you would pay only $900.", [None, None]),
        ("You would pay $900 if the tuition of your school is lower.", [None]),
        ("Tuition: $1,000 for the first four weeks, $200 per week thereafter.", [TUITION, None]),
        ("ERAS costs $11 per program for the first ten programs, $30 per program after that.", [OTHER, None]),
    ],
)
def test_a_fee_that_the_page_names_itself_is_none_that_stands_nearby(
    sentence: str, kinds: list[FeeKind | None]
) -> None:
    assert [fact.kind for fact in facts(f"<p>{sentence}</p>")] == kinds


@pytest.mark.parametrize(
    ("sentence", "audiences"),
    [
        ("Application fee: $50 domestic / $150 international", [{DOMESTIC}, {INTERNATIONAL}]),
        ("The fee is $50 for domestic and $150 for international applicants.", [{DOMESTIC}, {INTERNATIONAL}]),
        ("Domestic and international visitors pay $50.", [{DOMESTIC, INTERNATIONAL}]),
    ],
)
def test_two_prices_on_one_line_are_for_two_audiences(sentence: str, audiences: list[set[Audience]]) -> None:
    assert [set(fact.audience) for fact in facts(f"<p>{sentence}</p>")] == audiences


@pytest.mark.parametrize(
    ("line", "audience"),
    [
        ("Family practice (adults and children) $1,000", set()),
        ("Pediatrics (children only) $1,000", set()),
        ("Summer camp for children $1,000", {OTHERS}),
    ],
)
def test_patients_in_brackets_behind_a_specialty_pay_nothing(line: str, audience: set[Audience]) -> None:
    assert [set(fact.audience) for fact in facts(f"<h2>Tuition</h2><p>{line}</p>")] == [audience]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Hospital privilege fee: $20", None),
        ("Revalidation fees: $1,000", None),
        ("Locker fee: $20", None),
        ("Total fee: $900", TUITION),
        ("Visiting student fee: $900", TUITION),
        ("Four weeks: $900", TUITION),
    ],
)
def test_under_tuition_and_fees_a_fee_with_a_name_of_its_own_is_no_tuition(line: str, kind: FeeKind | None) -> None:
    assert [fact.kind for fact in facts(f"<h2>Tuition &amp; Fees</h2><p>{line}</p>")] == [kind]
