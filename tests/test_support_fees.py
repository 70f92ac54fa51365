"""Fees of a listing against the money on its pages: borne out, refuted, or open."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.claims import claims
from monitor.core.content import Page
from monitor.core.fact import Facts
from monitor.core.facts.money import money
from monitor.core.finding import Suggestion
from monitor.core.listing import Fee, FeeKind, Listing
from monitor.core.page import read
from monitor.core.support.fees import support
from monitor.core.verdict import Reading, Support, Verdict

TODAY = date(2026, 11, 22)
URL = "https://a.example/fees"


def _of(kind: FeeKind) -> Callable[..., Fee]:
    def fee(amount: int | str, **named: Any) -> Fee:
        return Fee(kind, Decimal(amount), **named)

    return fee


application, tuition = _of(FeeKind.APPLICATION), _of(FeeKind.TUITION)
housing, other = _of(FeeKind.HOUSING), _of(FeeKind.OTHER)


def reading(markup: str, url: str = URL) -> Reading:
    page: Page = read(markup.encode(), "text/html; charset=utf-8", url)
    return Reading(url, page.title, page.blocks, page.links, Facts(money=money(page)))


def verdict(fee: Fee, *markups: str) -> Verdict:
    listing = Listing(id="a", fees=(fee,))
    (claim,) = claims(listing)
    return support(claim, fee, [reading(markup, f"{URL}{i or ''}") for i, markup in enumerate(markups)], TODAY, listing)


PAGE = """<html><body><nav><a>Home</a> <a>Give $50</a></nav>
<main><h1>Visiting International Medical Students</h1>
<h2>Eligibility</h2>
<p>Applicants must be in their final year. Malpractice coverage of
at least $1,000,000 per occurrence and $3,000,000 aggregate is required.</p>
<h2>Fees</h2>
<ul><li>Application fee: $300 (non-refundable)</li>
<li>Tuition: $2,500 for each four-week rotation</li>
<li>Background check: approximately $45</li>
<li>Student health fee: $60</li>
</ul>
<h2>Housing</h2>
<p>The university doesn't provide housing. Most visitors find a room nearby for about $900 a month.</p>
<h2>Frequently asked questions</h2>
<h3>Can I pay by credit card?</h3>
<p>Yes, with a 3% convenience fee.</p>
<h3>Do you offer scholarships?</h3>
<p>A limited number of $1,000 stipends exist.</p>
<p>Copyright 2026</p>
</main></body></html>"""

TABLE = """<main><h2>Costs</h2>
<table><thead><tr><th>Type of visitor</th>
<th>Application fee</th>
<th>Tuition per 4-week block</th>
</tr>
</thead>
<tbody>
<tr><td>U.S. medical students (LCME)</td><td>$100</td><td>No charge</td></tr>
<tr><td>International medical students</td><td>$250</td><td>$4,000</td></tr>
</tbody></table></main>"""

SPANS = """<table><tr><th>Program</th>
<th>Audience</th>
<th>Application fee</th>
<th>Tuition</th>
</tr>
<tr><td rowspan=2>Elective</td><td>Students</td><td>$100</td><td>$2000</td></tr>
<tr><td>Graduates</td><td>$150</td><td>$3000</td></tr>
</table>"""

ITEMS = """<table><tr><th>Item</th><th>Amount</th></tr>
<tr><td>Application fee (non-refundable)</td><td>$300</td></tr>
<tr><td>Tuition (per month)</td><td>$2,000</td></tr>
<tr><td>Housing</td><td>$1,500</td></tr>
</table>"""

TWO_LENGTHS = """<p>Fee: $1,500 (2 weeks) or $2,900 (4 weeks),
plus a $100 non-refundable deposit and a $25 application fee.</p>"""

SPECIALTIES = """<h2>Program tuition</h2>
<table><tr><td>Internal Medicine</td><td>$1,000</td></tr>
<tr><td>Surgery</td><td>$1,300</td></tr>
</table>"""

ONE_PROGRAM = """<table><tr><td></td><td>Application fee</td><td>Tuition</td></tr>
<tr><td>Clerkship</td><td>$300</td><td>$2,000</td></tr>
</table>"""

TWO_PROGRAMS = """<table><tr><td></td><td>Application fee</td><td>Tuition</td></tr>
<tr><td>Clerkship</td><td>$300</td><td>$2,000</td></tr>
<tr><td>Observership</td><td>$100</td><td>$500</td></tr>
</table>"""

FURNITURE = """<nav><p>Application fee $200</p>
</nav>
<main><p>Words about the hospital and its long history go here, with people and
places.</p>
</main>"""

SCHEDULE = """<table><tr><th></th><th>Application fee</th><th>Tuition</th></tr>
<tr><td>2 weeks</td><td>$75</td><td>$1,500</td></tr><tr><td>4 weeks</td><td>$75</td><td>$2,900</td></tr></table>"""
DOTTED = "<pre>1 Application fee ............ $ 125 2 Tuition ........... $ 3,500 3 Late registration ..... $ 50</pre>"

TWO_CURRENCIES = "<p>Tuition: $1,500 USD per month ($2,050 CAD).</p>"
BORNE_OUT = [
    (TWO_CURRENCIES, tuition(1500, per="month")),
    (TWO_CURRENCIES, tuition(2050, per="month", currency="CAD")),
    ("<p>Tuition: USD 1,500 (CAD 2,050).</p>", tuition(1500)),
    ("<p>Tuition: $1 200 per month.</p>", tuition(1200, per="month")),
    ("<p>Tuition: $1, 500.</p>", tuition(1500)),
    ("<dl><dt>Application fee</dt><dd>None</dd></dl>", application(0)),
    ("<p>The application itself is free.</p>", application(0)),
    ("<p>It costs nothing to apply.</p>", application(0)),
    ("<p>You pay $800 in tuition and nothing for the application.</p>", application(0)),
    ("<p>Neither tuition nor an application fee is charged.</p>", tuition(0)),
    ("<p>We do not charge visitors for the elective.</p>", tuition(0)),
    (DOTTED, application(125)),
    (DOTTED, tuition(3500)),
    ("<p>$150 for the application</p>", application(150)),
    ("<p>A further $1,150 in tuition is collected for each month.</p>", tuition(1150, per="month")),
    ("<p>The application fee of $95 is waived for alumni.</p>", application(95)),
    ("<p>The observership fee is $1,300.</p>", other(1300, note="observership fee")),
    ("<p>No fees of any kind are charged.</p>", tuition(0)),
    ("<p>Dormitory rooms are free as well.</p>", housing(0)),
    ("<p>Through June 30, 2020, tuition was $1,000.</p>", tuition(1000, until=date(2020, 6, 30))),
    ("<p>From July 1, 2027, tuition is $1,400.</p>", tuition(1400, start=date(2027, 7, 1))),
    ("<p>Please include a nonrefundable $150 application fee made out to the School.</p>", application(150)),
    ("<p>Applications must be accompanied by a $150 fee.</p>", application(150)),
    ("<p>The fee to apply is $150.</p>", application(150)),
    ("<p>Administrative and processing fee: $150</p>", application(150)),
    ("<p>Processing Fee .......... $150.00</p>", application(150)),
    ("<p>A one-time registration fee of $500 is charged per elective.</p>", application(500)),
    ("<table><tr><td>4 week rotation</td><td>$2,000</td></tr></table>", tuition(2000, per="elective")),
    ("<table><tr><th>Duration</th><th>Fee</th></tr><tr><td>4 weeks</td><td>$2,000</td></tr></table>", other(2000)),
    (
        "<h2>Observership fee</h2><table><tr><th>Stay</th><th>Fee<tr><td>4 weeks</td><td>$2,000</table>",
        tuition(2000, per="4-weeks"),
    ),
    ("<p>The price of a one-month observership is $1,200.</p>", tuition(1200, per="month")),
    ("<p>Observership: $1,200 per month</p>", tuition(1200, per="month")),
    ("<p>We ask visiting students for $1,200 per month in tuition.</p>", tuition(1200, per="month")),
    ("<p>Tuition (four weeks): $4,000 USD</p>", tuition(4000)),
    ("<p>$100 application fee</p><p>$30 per week tuition</p>", tuition(30, per="week")),
    ("<p>Application fee (non-refundable, payable by credit card): $100</p>", application(100)),
    ("<p>Application fee: non-refundable, $100</p>", application(100)),
    ("<p>Fees <br> Application: $100 <br> Rotation: $2,000 / month</p>", tuition(2000, per="month")),
    ("<p>The clerkship is free; no tuition is charged. The application fee is $100.</p>", tuition(0)),
    ("<p>There is no tuition or fees for this elective.</p>", tuition(0)),
    ("<p>Elective rotations at our hospital carry no tuition.</p>", tuition(0)),
    ("<p>Tuition will not be charged.</p>", tuition(0)),
    ("<p>There is a non-refundable application fee of 100 USD.</p>", application(100)),
    ("<p>The application fee is $1500.</p>", application(1500)),
    ("<p>Tuition is $1,500 for a 4-week elective.</p>", tuition(1500, per="elective")),
    ("<p>Visiting students are charged $1,500 per rotation.</p>", tuition(1500, per="elective")),
    ("<h2>Tuition</h2><p>$7,500 per month</p>", tuition(7500, per="month")),
    ("<p>Tuition: $900/week. Application fee: $30.</p>", tuition(900, per="week")),
    ("<p>Tuition: $900/week. Application fee: $30.</p>", application(30)),
    ("<p>There is no application fee.</p>", application(0)),
    ("<p>We do not charge tuition for visiting students.</p>", tuition(0)),
    (
        ITEMS,
        tuition(2000, per="month"),
    ),
    (
        "<table><tr><td>Application fee</td><td>$300</td></tr><tr><td>Background check</td><td>$45</td></tr></table>",
        application(300),
    ),
    ("<p>International applicants pay a $350 application fee; domestic applicants pay $100.</p>", application(350)),
    (
        "<p>Tuition is $4,900 per month for students and $18,000 per month for graduates.</p>",
        tuition(18000, per="month", audience="graduates"),
    ),
    (
        "<p>Tuition is $4,900 per month for students and $18,000 per month for graduates.</p>",
        tuition(4900, per="month", audience="students"),
    ),
    ("<p>The application fee, which was $300 until 2024, is now $350.</p>", application(350)),
    ("<h3>How much does the observership cost?</h3><p>The cost is $500 per week.</p>", tuition(500, per="week")),
    ("<h3>What is the fee for applying?</h3><p>$150</p>", application(150)),
    ("<p><b>Application fee</b></p><p>$300</p>", application(300)),
    ("<p><b>Application fee</b><br>$300 (non-refundable)</p>", application(300)),
    ("<p>Application fee - $75; Program fee - $1,200/month</p>", tuition(1200, per="month")),
    ("<p>Please send a check for $75 (application fee).</p>", application(75)),
    ("<p>A $500 fee is charged to process the application.</p>", application(500)),
    ("<p>The program charges a non-refundable processing fee of $250.</p>", application(250)),
    ("<p>Upon acceptance, students pay the elective fee ($1,500 USD) by wire.</p>", tuition(1500)),
    ("<p>Housing is available for $1,500 per month.</p>", housing(1500, per="month")),
    ("<p>Room and board: $1500</p>", housing(1500)),
    ("<p>A $30 fee for the white coat is due.</p>", other(30, note="white coat")),
    ("<p>Random text $150 without label</p>", other(150)),
    ("<p>The observership is free of charge.</p>", tuition(0)),
    ("<p>Is there a tuition fee? No. There is a $150 registration fee.</p>", tuition(0)),
    ("<h4>Is there an application fee?</h4><p>Yes, a $100 non-refundable fee.</p>", application(100)),
    ("<p>Tuition per month: US$ 2,500</p>", tuition(2500, per="month")),
    ("<p>Monthly tuition is $2,500.</p>", tuition(2500, per="month")),
    ("<p>The fee is $2,500 monthly for tuition.</p>", tuition(2500, per="month")),
    ("<p>Frais de dossier : 100 €.</p>", application(100, currency="EUR")),
    ("<p>La cuota de inscripción es de 100 USD.</p>", application(100)),
    ("<p>Bewerbungsgebühr: 50 EUR</p>", application(50, currency="EUR")),
    ("<h2>Fees</h2><ul><li>$100 application</li><li>$2,000 tuition</li></ul>", application(100)),
    (
        "<p>The application fee is $300 for the first elective and $100 for each additional elective.</p>",
        application(300),
    ),
    ("<p>Cost: $2000 per month (tuition), $300 (application)</p>", tuition(2000, per="month")),
    ("<p>Observership Program Fee: $1,300.00 (4 weeks)</p>", tuition(1300)),
    ("<p>The fee for a four-week elective is $5,000.</p>", tuition(5000, per="elective")),
    ("<p>Effective July 1, 2020, tuition is $1,200 per month.</p>", tuition(1200, per="month")),
    (
        "<p>Tuition is $1,000 per month. Effective July 1, 2027, tuition will be $1,200 per month.</p>",
        tuition(1000, per="month"),
    ),
    ("<p>Applicants are charged $300.</p><p>The application fee is $300.</p>", application(300)),
    (PAGE, application(300)),
    (PAGE, tuition(2500, per="rotation")),
    (PAGE, tuition(2500, per="elective")),
    (PAGE, other(45, note="background check")),
    (TABLE, application(250)),
    (TABLE, tuition(4000, per="4-weeks")),
    (SPANS, application(100, audience="students")),
    (SPANS, application(150, audience="graduates")),
    (SPANS, tuition(3000, audience="graduates")),
    (
        "<p>Harvard charges tuition at $4,900/month for students and $18,000/month for graduates.</p>",
        tuition(18000, per="month", audience="graduates"),
    ),
    ("<p>Tuition: $2,000 plus a $50 application fee and $1,500 mandatory housing.</p>", housing(1500)),
    (
        "<p>The observership costs $1,000/month (increasing to $1,200/month from July 2027).</p>",
        tuition(1000, per="month"),
    ),
    (
        "<p>Through June 30, 2020 tuition is $1,000 per month; from July 1, 2020 it is $1,200 per month.</p>",
        tuition(1200, per="month"),
    ),
    (
        TWO_LENGTHS,
        application(25),
    ),
    (
        "<table><tr><td>Internal Medicine</td><td>$1,000</td></tr><tr><td>Surgery</td><td>$1,300</td></tr></table>",
        other(1300),
    ),
    (
        SPECIALTIES,
        tuition(1000),
    ),
    ("<p>There is a one-time, non-refundable $50 application fee. There is no tuition charge.</p>", tuition(0)),
    ("<p>There is a one-time, non-refundable $50 application fee. There is no tuition charge.</p>", application(50)),
    ("<p>Cost: Free</p><p>The observership is unpaid and free of charge.</p>", tuition(0)),
    ("<p>It is free to apply.</p>", application(0)),
    ("<p>Bewerbungsgebühr: 150,00 €</p>", application(150, currency="EUR")),
    ("<p>Les frais d'inscription s'élèvent à 1 500 €.</p>", application(1500, currency="EUR")),
    ("<p>La matrícula cuesta 1.500 USD por mes.</p>", tuition(1500, per="month")),
    ("<dl><dt>Registration fee</dt><dd>US$ 500</dd><dt>Insurance</dt><dd>$378 per month</dd></dl>", application(500)),
    ("<p>Visiting students: $500 registration fee per elective.</p>", application(500, per="elective")),
    ("<p>Q: What does it cost? A: The program costs $3,000 for 4 weeks.</p>", tuition(3000)),
    ("<p>Tuition for international visiting students is $5,000 per elective.</p>", tuition(5000, per="elective")),
    ("<h2>Application</h2><p>A non-refundable fee of $150 is required.</p>", application(150)),
    ("<p>Application Fee | $200</p>", application(200)),
    ("<p>Application fee: $120 ($160 CAD).</p>", application(160, currency="CAD")),
    ("<p>Application fee: $120 ($160 CAD).</p>", application(120)),
    ("<p>Room: $800 per month</p>", housing(800, per="month")),
    ("<p>Lodging is provided at no cost.</p>", housing(0)),
    ("<p>The application fee is now $75 (formerly $50).</p>", application(75)),
]


@pytest.mark.parametrize(("markup", "fee"), BORNE_OUT)
def test_a_page_that_states_the_amount_with_its_label_bears_the_fee_out(markup: str, fee: Fee) -> None:
    assert verdict(fee, markup).support is Support.SUPPORTED


REFUTED = [
    (TWO_CURRENCIES, tuition(2050)),
    (TWO_CURRENCIES, tuition(1500, currency="CAD")),
    ("<p>Tuition is between $1,000 and $1,300 per month.</p>", tuition(1500, per="month")),
    ("<p>Tuition: $1 200 per month.</p>", tuition(1, per="month")),
    ("<div>Application fee</div><div>None</div><div>Tuition</div><div>$900</div>", application(50)),
    ("<p>There is no tuition, but an administrative fee of $100.</p>", tuition(100)),
    (PAGE, tuition(1000)),
    ("<p>The application fee is $150 CAD.</p>", application(150)),
    ("<p>Application fee: $120 ($160 CAD).</p>", application(160)),
    ("<p>Tuition is $2,500 per month.</p>", tuition(2500, per="week")),
    ("<p>Tuition is $2,500 per month.</p>", tuition(2500, per="month", currency="CAD")),
    ("<p>Tuition is $4,000 per elective.</p>", tuition(900)),
    ("<p>Rooms cost $650 per month until 2024.</p>", housing(650, per="month")),
    ("<p>We no longer charge the $40 processing fee.</p>", other(40, note="processing fee")),
    ("<p>Processing fee: $40. Application fee: $75.</p>", application(40)),
    ("<p>Tuition: $2,000. Program fee: $300.</p>", tuition(300)),
    ("<p>Application: USD 90.</p>", application(100)),
    ("<p>The application fee of $95 is waived for members of the alumni's families.</p>", application(0)),
    ("<p>No fees of any kind are charged.</p>", application(75)),
    ("<p>Rooms in the dormitory are free as well.</p>", housing(500)),
    (SCHEDULE, tuition(750)),
    (SCHEDULE, application(35)),
    (DOTTED, application(50)),
    (DOTTED, tuition(60)),
    ("<p>Tuition will not be charged.</p>", tuition(100)),
    ("<table><tr><td>Non-refundable application fee</td><td>$ 175.00</td></tr></table>", application(150)),
    ("<li>Application fee — $175</li>", application(150)),
    ("<p>A $175 non-refundable application fee must accompany each application.</p>", application(150)),
    ("<p>Application Fee: $175 per rotation.</p>", application(150, per="rotation")),
    ("<p>There is a non-refundable application fee of 100 USD.</p>", application(150)),
    ("<h2>Tuition</h2><p>$8,000 per month</p>", tuition(7500, per="month")),
    ("<p>Tuition: $950/week. Application fee: $30.</p>", tuition(900, per="week")),
    ("<p>There is no application fee.</p>", application(50)),
    ("<p>Visiting students do not pay tuition.</p>", tuition(500, per="week")),
    (
        ITEMS,
        housing(1200),
    ),
    (
        ONE_PROGRAM,
        application(200),
    ),
    ("<p>International applicants pay a $350 application fee; domestic applicants pay $100.</p>", application(300)),
    ("<p>International applicants pay a $350 application fee; domestic applicants pay $100.</p>", application(100)),
    (
        "<p>Tuition is $5,000 per month for students and $18,000 per month for graduates.</p>",
        tuition(4900, per="month", audience="students"),
    ),
    ("<p>The application fee, which was $300 until 2024, is now $350.</p>", application(300)),
    ("<p>The application fee has increased from $300 to $350.</p>", application(300)),
    ("<p>A $35 fee for the white coat is due.</p>", other(30, note="white coat")),
    ("<h4>Is there an application fee?</h4><p>Yes, a $100 non-refundable fee.</p>", application(50)),
    ("<h2>Fees</h2><ul><li>$120 application fee</li><li>$2,000 tuition</li></ul>", application(100)),
    (
        "<p>The application fee is $300 for the first elective and $100 for each additional elective.</p>",
        application(200),
    ),
    ("<p>The fee for a four-week elective is $5,000.</p>", tuition(4000, per="elective")),
    ("<h2>2026-2027 fees</h2><p>Application fee: $300</p>", application(350)),
    ("<p>Please note that the application fee is $300, due by March 1, 2026.</p>", application(350)),
    (
        "<p>Tuition and fees: the program fee is $300 per week; the application fee is $75.</p>",
        tuition(250, per="week"),
    ),
    (PAGE, application(250)),
    (PAGE, tuition(2000, per="elective")),
    (PAGE, application(45)),
    (TABLE, application(100)),
    (TABLE, application(300)),
    (TABLE, tuition(0)),
    (TABLE, tuition(3500, per="block")),
    (SPANS, application(120, audience="graduates")),
    (
        "<p>Through June 30, 2020 tuition is $1,000 per month; from July 1, 2020 it is $1,200 per month.</p>",
        tuition(1000, per="month"),
    ),
    (
        TWO_LENGTHS,
        application(50),
    ),
    (
        "<p>There is a one-time, non-refundable $50 application fee. There is no tuition charge.</p>",
        tuition(300, per="week"),
    ),
    ("<p>The elective program costs $3,000.</p>", tuition(2500)),
    ("<p>Tuition for international visiting students is $5,500 per elective.</p>", tuition(5000, per="elective")),
    ("<p>Application Fee</p><p>USD 200</p>", application(150)),
    ("<p>Application fee: $ 120.00 USD.</p>", application(100)),
    (
        "<p>An application fee of $120 is due upon submission.</p><p>Application fees are non-refundable.</p>",
        application(100),
    ),
    ("<p>The application fee is now $75 (formerly $50).</p>", application(50)),
]


@pytest.mark.parametrize(("markup", "fee"), REFUTED)
def test_a_page_that_states_another_amount_for_the_same_refutes_the_fee(markup: str, fee: Fee) -> None:
    assert verdict(fee, markup).support is Support.REFUTED


OPEN = [
    ("<p>Tuition is between $1,000 and $1,300 per month.</p>", tuition(1100, per="month")),
    ("<p>Parking is free.</p>", tuition(0)),
    ("<p>Please bring $1 200 times over.</p>", other(1200)),
    ("<p>At other hospitals in the region, tuition of $6,000 a month is not unusual.</p>", tuition(6000, per="month")),
    ("<p>At other hospitals in the region, tuition of $6,000 a month is not unusual.</p>", tuition(5000, per="month")),
    ("<p>Tuition is $500 per week.</p>", tuition(2000)),
    ("<p>Tuition is $36,260 per year.</p>", tuition(2000)),
    ("<p>Tuition: $36,260</p>", tuition(2000)),
    ("<p>Applicants pay $55 for the required criminal background check.</p>", application(300)),
    ("<p>After the application is accepted, a $500 deposit holds your place.</p>", application(300)),
    ("<p>Application deadline: May 1. Cost of transcripts: $10.</p>", application(300)),
    ("<p>Your program should carry at least $1 million in coverage.</p>", tuition(300)),
    ("<p>The program awards $5,000 each year.</p>", tuition(300)),
    ("<p>Our rotation saves patients $400 a month.</p>", tuition(300, per="month")),
    ("<h2>Tuition</h2><p>Tuition is set by the board. A student ID badge costs $15.</p>", tuition(300)),
    ("<h2>Application fee</h2><p>Pay by check. Returned checks cost $25.</p>", application(300)),
    ("<p>Elective parking: $80 per month.</p>", tuition(300, per="month")),
    ("<p>The application fee for residency programs is $99.</p>", application(300)),
    ("<p>Students pay $35 for course materials.</p>", tuition(300)),
    ("<p>Course books cost $35.</p>", tuition(300)),
    ("<p>Refunds: a $100 processing fee is kept from each tuition refund.</p>", tuition(300)),
    ("<p>A $50 processing fee applies to refunds.</p>", application(300)),
    ("<p>Fee for each additional application: $30.</p>", application(300)),
    ("<p>A rush processing fee of $75 applies.</p>", application(300)),
    ("<p>The international wire transfer fee is $45.</p>", application(300)),
    ("<p>If you submit after June 1, the application fee is $450.</p>", application(300)),
    ("<p>Early applicants pay a $200 application fee.</p>", application(300)),
    ("<p>PhD applicants pay an $85 application fee.</p>", application(300)),
    ("<p>Nursing students: application fee $50</p>", application(300)),
    ("<h2>PA program</h2><p>Application fee: $50</p>", application(300)),
    ("<p>Tuition for the 2019 summer course was $900.</p>", tuition(1000)),
    ("<p>Children's summer program fee: $400</p>", tuition(1000)),
    ("<p>Conference registration fee: $400</p>", application(300)),
    ("<p>CME course registration: $400</p>", application(300)),
    ("<p>Example: tuition of $500 for one week.</p>", tuition(300)),
    ("<p>Hotel: $120 per night; housing can be found from $700 per month.</p>", housing(900, per="month")),
    ("<p>There is a non-refundable application fee.</p>", application(150)),
    ("<p>Late application fee: $50.</p>", application(150)),
    ("<p>Proof of malpractice insurance of $1,000,000 is needed with the application.</p>", application(150)),
    ("<p>Tuition is $1,500 for a 4-week elective.</p>", tuition(1500, per="month")),
    ("<p>Tuition: $900/week. White coat: $30.</p>", application(30)),
    ("<p>The application fee is waived for students from partner institutions.</p>", application(50)),
    ("<p>Application fee waivers are available.</p>", application(50)),
    (
        TWO_PROGRAMS,
        application(200),
    ),
    ("<p>Domestic applicants pay a $100 application fee.</p>", application(200)),
    (
        "<p>Tuition is $5,000 per month for students and $18,000 per month for graduates.</p>",
        tuition(4900, per="month"),
    ),
    ("<p>Formerly, the application fee was $300.</p>", application(300)),
    ("<p>The tuition ranges from $1,000 to $1,300.</p>", tuition(1300)),
    ("<p>Scholarships of $1,500 are available to help with housing.</p>", housing(1500)),
    ("<p>A refundable housing deposit of $200 is required.</p>", housing(1500)),
    ("<p>Random text $151 without label</p>", other(150)),
    ("<p>Annual tuition for our MD students is $40,000.</p>", tuition(2500, per="month")),
    ("<p>Tuition for MD students is $40,000.</p>", tuition(2500, per="month")),
    ("<p>If accepted, $100 of the tuition will be refunded.</p>", tuition(2000)),
    ("<p>Students who cancel forfeit $100 of the application fee.</p>", application(300)),
    ("<p>An application fee of up to $300 may be charged.</p>", application(200)),
    ("<p>High school students pay a $50 application fee.</p>", application(300)),
    ("<p>Application fees start at $100.</p>", application(300)),
    ("<p>$50 of the application fee is refundable.</p>", application(300)),
    ("<p>A late fee of $50 applies to applications received after May 1.</p>", application(300)),
    ("<p>The VSLO application fee is $40 for the first application.</p>", application(300)),
    ("<p>Effective July 1, 2027, tuition will be $1,200 per month.</p>", tuition(1000, per="month")),
    ("<h2>2022-2023 fees</h2><p>Application fee: $300</p>", application(350)),
    ("<p>The application fee and tuition are $100 and $2,000, respectively.</p>", application(300)),
    ("<p>Application and housing fees total $2,000.</p>", application(300)),
    (
        FURNITURE,
        application(300),
    ),
    (PAGE, tuition(2000, per="month")),
    (PAGE, housing(1500)),
    (PAGE, housing(1000, per="month")),
    (SPANS, application(120)),
    (
        TWO_LENGTHS,
        tuition(3000, per="month"),
    ),
    (
        SPECIALTIES,
        tuition(1200),
    ),
    ("<p>No tuition is charged to students of affiliated schools.</p>", tuition(300, per="week")),
    ("<p>There is no charge for parking.</p>", tuition(300)),
    ("<p>There is no fee for parking.</p>", application(300)),
    ("<p>The program is smoke-free and free wifi is available.</p>", tuition(0)),
    ("<p>Applications are free of errors.</p>", application(0)),
    ("<p>Students receive a $500 stipend for housing.</p>", housing(600)),
    ("<p>Tuition is not refundable after 30 days; a $100 charge applies.</p>", tuition(600)),
    ("<p>Checks for less than $25 are not accepted with an application.</p>", application(600)),
    ("<dl><dt>Registration fee</dt><dd>See below</dd><dt>Insurance</dt><dd>$378 per month</dd></dl>", application(500)),
    ("<p>Visiting students: $500 registration fee per elective.</p>", application(400)),
    ("<p>Tuition for Florida residents is $5,500.</p>", tuition(5000)),
    ("<p>In-state tuition: $36,260</p><p>Out-of-state tuition: $65,876</p>", tuition(5000)),
    ("<p>Tuition: $36,260 (in-state)</p>", tuition(5000)),
    ("<h2>Residency interviews</h2><p>Hotel rooms are offered at $120 per night.</p>", housing(1500)),
    ("<p>The ERAS application fee is $99.</p>", application(150)),
    ("<p>USMLE Step 1 registration fee $1,000.</p>", application(150)),
    ("<p>The visa application fee is $160.</p>", application(150)),
    ("<p>Apply for housing: $50 housing application fee.</p>", application(150)),
    ("<p>The fee is $150.</p>", application(100)),
    ("<p>The fee is $150.</p>", tuition(100)),
    ("<p>Two application fees exist: $100 for one rotation, $150 for two rotations.</p>", application(200)),
    ("<p>Application fee: CDN$ 120.</p>", application(100)),
    ("<p>Fees in Canadian dollars. Application fee: $120.</p>", application(100)),
    ("<p>Upload a receipt of the $120 payment.</p>", application(100)),
    ("<p>The application fee will increase to $400 on July 1, 2027.</p>", application(300)),
    ("<p>The average applicant spends $400 on applications.</p>", application(300)),
]


@pytest.mark.parametrize(("markup", "fee"), OPEN)
def test_what_a_page_does_not_say_of_this_very_fee_leaves_it_open(markup: str, fee: Fee) -> None:
    assert verdict(fee, markup).support is Support.UNDECIDED


# --- the whole verdict --------------------------------------------------------------------------------------------

FEES = "<p>Please read on.</p><p>The application fee is $350 per rotation. Tuition is $2,000 per month.</p>"


def test_a_refutation_names_the_amount_quotes_the_sentence_and_suggests_what_to_write() -> None:
    assert verdict(tuition(1800, per="month"), FEES) == Verdict(
        claim="fee:tuition:month",
        support=Support.REFUTED,
        why="The page states $2,000 per month as the tuition fee, the listing $1,800 per month.",
        found="$2,000 per month",
        quote="Tuition is $2,000 per month.",
        url=URL,
        suggestions=(Suggestion("fees[0].amount", Decimal(2000)),),
    )


def test_a_unit_that_only_the_page_names_is_a_nuance_and_no_contradiction() -> None:
    assert verdict(tuition(2000), FEES) == Verdict(
        claim="fee:tuition",
        support=Support.SUPPORTED,
        why="The page states the same tuition fee; the page says “per month”, the listing no unit.",
        found="$2,000 per month",
        quote="Tuition is $2,000 per month.",
        url=URL,
    )


def test_units_are_not_converted_into_each_other() -> None:
    assert verdict(tuition(500, per="week"), FEES) == Verdict(
        claim="fee:tuition:week",
        support=Support.UNDECIDED,
        why="The page states $2,000 per month, which need not be the tuition fee.",
        found="$2,000 per month",
        quote="Tuition is $2,000 per month.",
        url=URL,
    )


def test_a_price_whose_time_has_ended_is_not_held_against_today_s_page() -> None:
    assert verdict(tuition(1000, per="month", until=date(2020, 6, 30)), FEES) == Verdict(
        claim="fee:tuition:month:until-2020-06-30",
        support=Support.UNDECIDED,
        why="The listing's price has ended on 30 June 2020.",
    )


def test_a_price_that_is_yet_to_come_is_not_held_against_today_s_page() -> None:
    assert verdict(tuition(2500, per="month", start=date(2027, 7, 1)), FEES) == Verdict(
        claim="fee:tuition:month:from-2027-07-01",
        support=Support.UNDECIDED,
        why="The listing's price begins on 1 July 2027.",
    )


def test_the_last_day_of_a_price_is_still_its_own() -> None:
    assert verdict(tuition(2000, per="month", until=TODAY), FEES).support is Support.SUPPORTED


def test_one_page_that_bears_a_fee_out_outweighs_another_that_does_not_and_says_so() -> None:
    found = verdict(application(300), "<p>The application fee is $350.</p>", "<p>The application fee is $300.</p>")
    assert (found.support, found.url, found.suggestions) == (Support.SUPPORTED, f"{URL}1", ())
    assert found.why == f"The page states the same application fee. Another page, {URL}, states $350."


def test_one_page_refutes_where_the_others_say_nothing() -> None:
    found = verdict(application(300), "<p>Welcome.</p>", "<p>The application fee is $350.</p>")
    assert (found.support, found.url, found.found) == (Support.REFUTED, f"{URL}1", "$350")


def test_without_a_page_nothing_is_decided() -> None:
    assert verdict(application(300)) == Verdict(
        "fee:application", Support.UNDECIDED, "No page states the application fee."
    )


def test_two_prices_for_the_same_leave_open_which_of_them_is_meant() -> None:
    markup = "<p>The application fee is $350.</p><p>The application fee is $400.</p>"
    assert verdict(application(300), markup).support is Support.UNDECIDED
    assert verdict(application(350), markup).why == "The page states the same application fee; it also states $400."


def test_what_was_thought_free_and_costs_several_prices_is_refuted_without_a_suggestion() -> None:
    found = verdict(tuition(0), "<p>Tuition is $500 per week or $1,800 per month.</p><p>Tuition is $500 per week.</p>")
    assert (found.support, found.suggestions) == (Support.REFUTED, ())


def test_money_in_the_furniture_of_a_page_refutes_nothing() -> None:
    words = "<p>Many words about the hospital, its people and its long history stand here.</p>" * 3
    assert verdict(application(300), f"<main>{words}</main><footer>Application fee: $350</footer>").support is (
        Support.UNDECIDED
    )


@given(amount=st.integers(1, 99_999), stated=st.integers(1, 99_999))
def test_a_stated_amount_bears_out_its_equal_and_refutes_every_other(amount: int, stated: int) -> None:
    found = verdict(application(amount), f"<p>The application fee is ${stated:,}.</p>")
    assert found.support is (Support.SUPPORTED if amount == stated else Support.REFUTED)
    assert found.quote == f"The application fee is ${stated:,}."


@given(st.integers(1, 99_999))
def test_an_amount_without_a_label_bears_out_only_a_fee_without_one(amount: int) -> None:
    markup = f"<p>Some of them said {amount} USD in the end.</p>"
    assert [verdict(kind(amount), markup).support for kind in (application, tuition, housing, other)] == [
        Support.UNDECIDED,
        Support.UNDECIDED,
        Support.UNDECIDED,
        Support.SUPPORTED,
    ]


# --- several programmes on a page ---------------------------------------------------------------------------------

SECTIONS = """<h1>Programs</h1><h2>Observership</h2><p>The application fee is $500.</p>
<h2>Clerkship</h2><p>The application fee is $400 and tuition is $3,000.</p>"""
ROWS = """<table><tr><th>Program</th><th>Application fee</th></tr><tr><td>Clerkship</td><td>$400</td></tr>
<tr><td>Sub-internship</td><td>$450</td></tr><tr><td>Observership</td><td>$500</td></tr></table>"""


@pytest.mark.parametrize(
    ("markup", "kind", "fee", "support_"),
    [
        (SECTIONS, "observership", application(500), Support.SUPPORTED),
        (SECTIONS, "observership", application(400), Support.REFUTED),
        (SECTIONS, "observership", tuition(3000), Support.UNDECIDED),
        (SECTIONS, "clerkship", tuition(3000), Support.SUPPORTED),
        (ROWS, "clerkship", application(400), Support.SUPPORTED),
        (ROWS, "clerkship", application(450), Support.REFUTED),
        (ROWS, "observership", application(500), Support.SUPPORTED),
        ("<h2>Rotation fees</h2><p>Application fee: $75</p>", "observership", application(75), Support.SUPPORTED),
    ],
)
def test_a_price_of_another_programme_of_the_page_says_nothing(
    markup: str, kind: str, fee: Fee, support_: Support
) -> None:
    listing = Listing(id="a", kinds=(kind,), fees=(fee,))
    (claim,) = claims(listing)
    assert support(claim, fee, [reading(markup)], TODAY, listing).support is support_


def test_what_graduates_pay_is_surely_the_price_of_a_programme_for_graduates() -> None:
    listing = Listing(id="a", audience="physicians", fees=(tuition(900),))
    (claim,) = claims(listing)
    page = [reading("<h2>International medical graduates</h2><p>Tuition is $1,200.</p>")]
    assert support(claim, tuition(900), page, TODAY, listing).support is Support.REFUTED
    assert verdict(tuition(900), "<h2>Medical graduates</h2><p>Tuition is $1,200.</p>").support is Support.UNDECIDED


# --- a fee by its note, and whom it is for ------------------------------------------------------------------------

SUMS_IN_A_ROW = (
    "<p>Insurance, an $850 fee for the clinic, a $200 imaging fee and a $740 matriculation fee come on top.</p>"
)


@pytest.mark.parametrize(
    ("amount", "expected"), [(740, Support.SUPPORTED), (600, Support.REFUTED), (850, Support.REFUTED)]
)
def test_a_sum_that_only_shares_a_sentence_with_the_note_is_not_the_fee(amount: int, expected: Support) -> None:
    fee = other(amount, note="matriculation fee")
    assert (verdict(fee, SUMS_IN_A_ROW).support, verdict(fee, SUMS_IN_A_ROW).found) == (expected, "$740")


@pytest.mark.parametrize(
    ("fee", "page"),
    [
        (tuition(60), "<p>Besides the tuition, visitors pay a $60 locker fee.</p>"),
        (tuition(500), "<p>Besides the tuition, visitors pay a $60 locker fee.</p>"),
        (tuition(400), "<p>A program designation fee of $400 is charged.</p>"),
        (tuition(100), "<p>A $100 supplemental fee is charged per rotation.</p>"),
        (application(100), "<p>A $100 supplemental fee is charged with the application.</p>"),
        (application(500), "<p>Enrollment Plan Fee: $500 (in addition to the invoice)</p>"),
        (tuition(900), "<p>If your tuition is $5,000 you would pay only $900.</p>"),
        (tuition(750), "<p>Tuition is waived for students of approved programs.</p>"),
        (
            other(90, note="insurance"),
            "<p>Insurance must cover a level of $1,000,000 primary / $3,000,000 aggregate.</p>",
        ),
        (tuition(1000), "<p>Certification: $11 per programme for the first ten, $30 per programme after that.</p>"),
    ],
)
def test_what_is_paid_for_something_else_decides_nothing(fee: Fee, page: str) -> None:
    assert verdict(fee, page).support is Support.UNDECIDED


@pytest.mark.parametrize(
    "page",
    [
        "<p>Application fee: $50 domestic / $150 international</p>",
        "<p>The application fee is $50 for domestic students and $150 for international students.</p>",
    ],
)
def test_of_two_prices_on_a_line_the_one_for_those_from_abroad_counts(page: str) -> None:
    supports = [verdict(application(amount), page).support for amount in (150, 50)]
    assert supports[0] is Support.SUPPORTED
    assert supports[1] is not Support.SUPPORTED


@pytest.mark.parametrize(
    ("audience", "amount", "expected"),
    [
        ("pharmacy students", 80, Support.SUPPORTED),
        ("pharmacy students", 120, Support.REFUTED),
        ("nursing students", 80, Support.REFUTED),
        ("medical students", 120, Support.SUPPORTED),
        ("medical students", 80, Support.REFUTED),
    ],
)
def test_a_listing_of_another_trade_reads_its_own_prices(audience: str, amount: int, expected: Support) -> None:
    page = (
        "<p>The application fee for pharmacy students is $80.</p>"
        "<p>The application fee for medical students is $120.</p>"
    )
    fee = application(amount)
    listing = Listing(id="a", kinds=("rotation",), audience=audience, fees=(fee,))
    (claim,) = claims(listing)
    assert support(claim, fee, [reading(page)], TODAY, listing).support is expected


WAIVED_ROW = (
    "<h2>Elective fees</h2><table><tr><td>Students on an exchange agreement:<td>Waived</tr>"
    "<tr><td>Foreigners:<td>$449.40 per week</tr></table>"
)


def test_a_row_that_lets_off_some_leaves_the_price_of_the_others() -> None:
    said = verdict(tuition("449.40", per="week"), WAIVED_ROW)
    assert (said.support, said.found) == (Support.SUPPORTED, "$449.40 per week")


def test_how_a_fee_is_paid_is_no_name_of_its_own() -> None:
    page = "<p>An application processing fee ($750 if paid by check, $775 if paid by wire) is charged.</p>"
    assert verdict(application(750), page).support is Support.SUPPORTED


@pytest.mark.parametrize(
    "page",
    [
        "<p>After graduation she paid a company $1,200 a month for her externships.</p>",
        "<p>He spent about $1,200 a month on the externship.</p>",
    ],
)
def test_what_somebody_once_paid_refutes_nothing(page: str) -> None:
    assert verdict(tuition(900, per="month"), page).support is not Support.REFUTED


def test_what_must_be_paid_refutes() -> None:
    page = "<p>For the externship a tuition must be paid: $1,200 a month.</p>"
    assert verdict(tuition(900, per="month"), page).support is Support.REFUTED


def test_the_amount_of_a_tuition_is_borne_out_where_its_sentence_names_the_program_too() -> None:
    page = (
        "<p>The tuition fee for guests in the science program is $18,825 per semester.</p>"
        "<p>Tuition for the clinic: $21,950 per semester.</p>"
    )
    assert verdict(tuition(18825, per="semester"), page).support is Support.SUPPORTED
