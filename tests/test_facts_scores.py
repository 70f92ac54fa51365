"""Exams that a page names, and what it asks for in them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Block, Page
from monitor.core.fact import Place, Score, Stance
from monitor.core.facts.passages import MAX_QUOTE
from monitor.core.facts.scores import MAX_SCORES, scores
from monitor.core.listing import Comparison
from tests.facts_of import page_of, said

PHRASES = [
    ("The TOEFL is required of applicants with less than 60 upper division credits.", ["TOEFL required"]),
    (
        "No individual element of the test scoring below 6 is accepted in the IELTS.",
        ["IELTS required, reading 6, listening 6, speaking 6, writing 6"],
    ),
    ("Whoever has fewer than 90 college units must take the TOEFL.", ["TOEFL required"]),
    ("A TOEFL score above 100 is required.", ["TOEFL required > 100"]),
    ("TOEFL iBT: 100", ["TOEFL required >= 100"]),
    ("TOEFL: 100+", ["TOEFL required >= 100"]),
    ("TOEFL greater than 100", ["TOEFL required > 100"]),
    ("TOEFL ≥ 100", ["TOEFL required >= 100"]),
    ("Minimum 100 TOEFL iBT", ["TOEFL required >= 100"]),
    ("a minimum of 100 on the TOEFL", ["TOEFL required >= 100"]),
    ("A score of 100 or higher on the TOEFL is needed", ["TOEFL required >= 100"]),
    ("TOEFL scores of no less than 100 must be sent", ["TOEFL required >= 100"]),
    ("Applicants with a TOEFL score lower than 100 will not be considered.", ["TOEFL required >= 100"]),
    ("A score below 90 on the TOEFL will not be accepted", ["TOEFL required >= 90"]),
    ("TOEFL between 90 and 100", ["TOEFL required >= 90 <= 100"]),
    ("TOEFL 79/213/550", ["TOEFL required >= 79", "TOEFL required >= 213", "TOEFL required >= 550"]),
    (
        "TOEFL 550 (paper), 213 (computer) or 79 (iBT)",
        ["TOEFL required >= 550", "TOEFL required >= 213", "TOEFL required >= 79"],
    ),
    ("TOEFL iBT of at least 4.5 on the 1–6 scale", ["TOEFL required >= 4.5"]),
    (
        "Minimum TOEFL score of 100 (internet-based); speaking part at least 22, or 600 (paper-based)",
        ["TOEFL required >= 100, speaking 22", "TOEFL required >= 600"],
    ),
    ("TOEFL (above 23 reading/listening, above 19 writing)", ["TOEFL required, reading 23, listening 23, writing 19"]),
    ("A minimum TOEFL score of 26 in the speaking section", ["TOEFL required, speaking 26"]),
    (
        "TOEFL required (reading 23, listening 23, speaking 26, writing 19)",
        ["TOEFL required, reading 23, listening 23, speaking 26, writing 19"],
    ),
    (
        "TOEFL score of 100 or above (minimum 20 in each section)",
        ["TOEFL required >= 100, reading 20, listening 20, speaking 20, writing 20"],
    ),
    (
        "Minimum IELTS overall 7.0 with 6.5 in each section",
        ["IELTS required >= 7.0, reading 6.5, listening 6.5, speaking 6.5, writing 6.5"],
    ),
    (
        "TOEFL 80 or higher, or IELTS 6.5 with no band below 6",
        ["TOEFL required >= 80", "IELTS required >= 6.5, reading 6, listening 6, speaking 6, writing 6"],
    ),
    (
        "We require a minimum of 100 on the TOEFL or 7.0 on the IELTS.",
        ["TOEFL required >= 100", "IELTS required >= 7.0"],
    ),
    (
        "International applicants: IELTS (7.0), TOEFL iBT (94 total; 22 in speaking), or PTE (65)",
        ["IELTS required >= 7.0", "TOEFL required >= 94, speaking 22", "PTE required >= 65"],
    ),
    ("TOEFL or IELTS is required", ["TOEFL required", "IELTS required"]),
    ("Duolingo English Test: 120", ["Duolingo required >= 120"]),
    ("PTE Academic of 65 or above", ["PTE required >= 65"]),
    ("Occupational English Test (OET) 350", ["OET required >= 350"]),
    ("Cambridge C1 Advanced with a score of 185", ["Cambridge English required >= 185"]),
    ("TOEFL is not required.", ["TOEFL not-required"]),
    ("The TOEFL isn't required for observers", ["TOEFL not-required"]),
    ("We do not require the TOEFL", ["TOEFL not-required"]),
    ("We no longer require TOEFL scores.", ["TOEFL not-required"]),
    ("There is no TOEFL requirement", ["TOEFL not-required"]),
    ("No Step 1 required", ["USMLE Step 1 not-required"]),
    ("Neither TOEFL nor IELTS is required.", ["TOEFL not-required", "IELTS not-required"]),
    ("Observers need not take the USMLE.", ["USMLE not-required"]),
    ("El TOEFL no es obligatorio.", ["TOEFL not-required"]),
    ("The TOEFL is not required for applicants whose first language is English.", ["TOEFL waived"]),
    ("The TOEFL is not required if your school teaches in English", ["TOEFL waived"]),
    ("TOEFL may be waived for graduates of English-taught schools.", ["TOEFL waived"]),
    ("Native speakers are exempt from the TOEFL", ["TOEFL waived"]),
    ("There is no waiver for the TOEFL.", ["TOEFL required"]),
    ("TOEFL is optional but recommended", ["TOEFL preferred"]),
    ("USMLE Step 1 score of 250 preferred", ["USMLE Step 1 preferred >= 250"]),
    ("USMLE Step 2 CK of 230+ is strongly recommended", ["USMLE Step 2 CK preferred >= 230"]),
    ("USMLE Step 1 is required; TOEFL is not required.", ["USMLE Step 1 required", "TOEFL not-required"]),
    ("Step 1 is required, TOEFL is recommended", ["USMLE Step 1 required", "TOEFL preferred"]),
    ("Passing scores on USMLE Steps 1 and 2 CK are required.", ["USMLE Step 1 required", "USMLE Step 2 CK required"]),
    (
        "Step 1 and Step 2 CK scores must be above 220.",
        ["USMLE Step 1 required > 220", "USMLE Step 2 CK required > 220"],
    ),
    ("You must have passed USMLE Step 1", ["USMLE Step 1 required"]),
    ("You must have passed USMLE Step 1 with at least 220 on the first attempt", ["USMLE Step 1 required >= 220"]),
    ("USMLE Step 2 CS must be passed", ["USMLE Step 2 CS required"]),
    ("COMLEX Level 1 (400 minimum)", ["COMLEX Level 1 required >= 400"]),
    ("ECFMG certification required", ["ECFMG certification required"]),
    ("Applicants must be certified by the ECFMG", ["ECFMG certification required"]),
    ("USMLE Step 1 or TOEFL above 80", ["USMLE Step 1 required", "TOEFL required > 80"]),
    ("BLS certification is mandatory", ["BLS required"]),
    ("HIPAA training must be completed", ["HIPAA training required"]),
    ("The TOEFL is not asked for.", ["TOEFL not-required"]),
    ("Step 2 CS of the USMLE is no longer offered and is not asked for.", ["USMLE Step 2 CS not-required"]),
    ("TOEFL scores are required; Step 1 of the USMLE is not.", ["TOEFL required", "USMLE Step 1 not-required"]),
    ("USMLE Step 3 is optional", ["USMLE Step 3 not-required"]),
    ("No English test is needed.", ["English test not-required"]),
    ("<h2>USMLE</h2><p>No Step examination is needed to observe.</p>", ["USMLE not-required"]),
    (
        "<p>USMLE Step 1 is required</p><p>Step 3 is optional</p>",
        ["USMLE Step 1 required", "USMLE Step 3 not-required"],
    ),
    ("TOEFL iBT ≥ 98 (speaking ≥ 23, listening ≥ 22)", ["TOEFL required >= 98, speaking 23, listening 22"]),
    ("Duolingo is not accepted.", ["Duolingo refused"]),
    ("COMLEX is not accepted in place of the USMLE.", ["COMLEX refused"]),
    ("We do not accept the Duolingo or PTE.", ["Duolingo refused", "PTE refused"]),
    ("The minimum TOEFL score has been raised from 80 to 90.", ["TOEFL required >= 90"]),
    ("TOEFL iBT 5.0 (formerly 100) or IELTS 7.5.", ["TOEFL required >= 5.0", "IELTS required >= 7.5"]),
    ("Those who took Step 1 before January 2022 need a USMLE Step 1 score of 220.", ["USMLE Step 1 required >= 220"]),
    ("A pass in USMLE Step 1 is required; no score is needed.", ["USMLE Step 1 required"]),
    ("Certificates: BLS, ACLS", ["BLS required", "ACLS required"]),
    ("<dl><dt>Certificates<dd>BLS and ACLS</dl>", ["BLS required", "ACLS required"]),
    ("<h2>Requirements</h2><h3>USMLE Step 1</h3><p>Not needed.</p>", ["USMLE Step 1 not-required"]),
    ("<h3>Is USMLE Step 1 required?</h3><p>No, but a passed Step 1 helps.</p>", ["USMLE Step 1 not-required"]),
    (
        "The TOEFL is no longer required of U.S. citizens. Everyone else needs at least 85.",
        ["TOEFL waived", "TOEFL required >= 85"],
    ),
    (
        "<table><tr><th>Test<th>Minimum total<th>Speaking</tr><tr><td>TOEFL iBT<td>95<td>24</tr></table>",
        ["TOEFL required >= 95, speaking 24"],
    ),
    ("The TOEFL is a must; the office will accept the IELTS as well.", ["TOEFL required", "IELTS required"]),
    ("You need USMLE Step 1 to apply.", ["USMLE Step 1 required"]),
    ("Graduates with USMLE Step 1 are encouraged to apply.", []),
    ("We do not accept the TOEFL Superscore or TOEFL scores sent by applicants.", []),
    ("We do not accept the IELTS Indicator.", []),
    ("The GRE is not needed of applicants with a TOEFL.", ["GRE not-required"]),
    ("At least 85 with 95 preferred in the TOEFL.", ["TOEFL required >= 85"]),
    ("TOEFL of at least 85, although 95 is preferred", ["TOEFL required >= 85"]),
    (
        "Guests who lived here for two years while attending school are not required to send an English test score.",
        ["English test waived"],
    ),
    (
        "A TOEFL score of 570 on paper, or 88 internet-based with at least 21 in writing",
        ["TOEFL required >= 570", "TOEFL required >= 88, writing 21"],
    ),
    (
        "TOEFL of at least 560 for the paper-based test and 83 internet-based",
        ["TOEFL required >= 560", "TOEFL required >= 83"],
    ),
    ("Passing scores for the USMLE: Step 1 and Step 2CK", ["USMLE Step 1 required", "USMLE Step 2 CK required"]),
    ("A MELAB of 80 or an IELTS score of 6.5 is required", ["MELAB required", "IELTS required >= 6.5"]),
    ("<h3>Must I have an ECFMG certificate?</h3><p>See the policy listed above.</p>", []),
]


@pytest.mark.parametrize(("text", "told"), PHRASES)
def test_what_is_asked_for_is_read_off_a_sentence(text: str, told: list[str]) -> None:
    asked = [score for score in scores(page_of(text)) if score.stance is not Stance.MENTIONED]
    assert [said(score) for score in asked] == told


@pytest.mark.parametrize(
    "text",
    [
        "TOEFL institution code 1234, taken within 2 years",
        "Our TOEFL code is 5432.",
        "TOEFL scores in the 90th percentile",
        "The TOEFL lasts 120 minutes",
        "TOEFL tests since 2015",
        "The average TOEFL score is 105.",
        "Most successful applicants have TOEFL scores above 110",
        "TOEFL at Building 100, Room 90",
        "The TOEFL costs $100",
        "TOEFL, call 555-100-1000",
        "TOEFL ITP, home edition or MyBest scores are not accepted.",
        "The TOEFL uses a 0-120 scale",
        "Send TOEFL scores within 90 days",
        "Is a TOEFL of 100 required?",
        "TOEFL valid until January 15, 2027",
        "the TOEFL and 4 copies of your diploma",
    ],
)
def test_numbers_that_are_no_scores_are_not_taken_for_any(text: str) -> None:
    told = scores(page_of(text))
    assert [(score.minimum, score.above, score.sections) for score in told] == [(None, None, ())] * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "Step 1: Fill in the form and submit proof of insurance.",
        "Step 2. Pay the fee.",
        "We take steps to protect your data",
        "a determined applicant",
        "the next step, 100 times",
    ],
)
def test_words_that_only_look_like_an_exam_are_none(text: str) -> None:
    assert scores(page_of(text)) == ()


CONTEXTS = [
    ("<h2>Is the TOEFL required?</h2><p>No. We do not ask for it.</p>", "TOEFL not-required"),
    ("<h2>Is the TOEFL required?</h2><p>Yes, with a minimum score of 100.</p>", "TOEFL required >= 100"),
    ("<h2>Do you require the TOEFL?</h2><p>No, if your school teaches in English.</p>", "TOEFL waived"),
    ("<p>Do I need the TOEFL?</p><p>No.</p>", "TOEFL not-required"),
    ("<dl><dt>TOEFL</dt><dd>100</dd></dl>", "TOEFL required >= 100"),
    ("<table><tr><th>Exam<th>Minimum</tr><tr><td>TOEFL<td>100</tr></table>", "TOEFL required >= 100"),
    ("<table><tr><th>Exam<th>Preferred</tr><tr><td>TOEFL<td>100</tr></table>", "TOEFL preferred >= 100"),
    ("<table><tr><th>TOEFL<th>Fee</tr><tr><td>100<td>$75</tr></table>", "TOEFL required >= 100"),
    ("<h2>Requirements</h2><ul><li>Two letters<li>TOEFL</ul>", "TOEFL required"),
    ("<p>Applicants must submit:</p><ul><li>A photo<li>TOEFL score report</ul>", "TOEFL required"),
    ("<p>The following are not required:</p><ul><li>TOEFL score report</ul>", "TOEFL not-required"),
    ("<p>We require the TOEFL. The minimum score is 100.</p>", "TOEFL required >= 100"),
]


@pytest.mark.parametrize(("markup", "told"), CONTEXTS)
def test_what_stands_around_says_what_is_asked_for(markup: str, told: str) -> None:
    assert told in [said(score) for score in scores(page_of(markup))]


def test_a_score_is_told_whole() -> None:
    assert scores(page_of("<h2>English</h2><p>Welcome. TOEFL: above 23 in reading.</p>")) == (
        Score(
            "TOEFL",
            Stance.REQUIRED,
            "TOEFL: above 23 in reading.",
            Place(1, "English"),
            sections=(("reading", Decimal(23)),),
            sections_are=Comparison.ABOVE,
        ),
    )


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("TOEFL 100", "0–120"),
        ("TOEFL iBT 5 points", "1–6"),
        ("TOEFL 250", "0–300"),
        ("TOEFL 600", "310–677"),
        ("IELTS 7.5", "0–9"),
        ("USMLE Step 1: 230", "1–300"),
    ],
)
def test_the_scale_of_a_score_is_told(text: str, scale: str) -> None:
    assert [score.scale for score in scores(page_of(text))] == [scale]


PIECES = st.sampled_from(
    [
        "TOEFL",
        "IELTS",
        "USMLE Step 1",
        "and 2",
        "100",
        "6.5",
        "+",
        "or higher",
        "speaking",
        "reading/",
        "not",
        "required",
        "|",
        ",",
        ";",
        "?",
        "minimum",
        "between",
        "-",
        "each section",
        "waived",
        "²",
        "١٠٠",
        "but",
        "\n",
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map(" ".join))
def test_whatever_stands_there_every_quote_is_in_its_block(text: str) -> None:
    for score in scores(Page("", (Block(text), Block(text)))):
        assert score.quote in text
        assert len(score.quote) <= MAX_QUOTE


@pytest.mark.parametrize(
    "text",
    ["TOEFL " * 3000, "TOEFL 100, " * 1800, "no TOEFL " * 2000, "speaking, " * 2000 + "TOEFL", "TOEFL " + "a " * 9000],
)
def test_a_hostile_page_costs_little_and_yields_no_flood(text: str) -> None:
    assert len(scores(Page("", (Block(text),) * 20))) <= MAX_SCORES
