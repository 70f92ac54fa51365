"""Sentences that shut a programme, and the many that only look so."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Area, Block, Page
from monitor.core.fact import Audience, Closing, Closure, Place
from monitor.core.facts.closures import MAX_CLOSURES, closures
from monitor.core.facts.passages import MAX_QUOTE
from tests.facts_of import page_of

STUDENTS, GRADUATES = Audience.STUDENTS, Audience.GRADUATES
ABROAD = Audience.INTERNATIONAL

SHUT = [
    "We are no longer accepting visiting students.",
    "The program is no longer accepting applications.",
    "Our observership program has been discontinued.",
    "The visiting student program is suspended until further notice.",
    "The elective program is suspended until July 1, 2027.",
    "The Observership Program has been permanently closed.",
    "Due to COVID-19, all visiting student rotations have been suspended.",
    "We are not accepting international students at this time.",
    "We do not accept international medical students.",
    "We are unable to accept international visiting students.",
    "The program is currently on hold.",
    "The observership is no longer offered.",
    "We no longer offer observerships.",
    "International electives are not being offered at this time.",
    "Unfortunately, we are not able to offer observerships at this time.",
    "Observership program – CLOSED",
    "PROGRAM SUSPENDED",
    "Only students of affiliated schools may apply.",
    "Electives are open only to students from our affiliated institutions.",
    "We only accept international students from partner universities.",
    "MD holders are not eligible.",
    "Graduates are not eligible to apply for electives.",
    "International medical graduates are not eligible.",
    "Individuals who have already graduated from medical school are not eligible.",
    "This program is not open to international students.",
    "Electives are not available to graduates.",
    "The externship has been paused.",
    "The clinic has stopped accepting observers.",
    "Applications are closed until further notice.",
    "The hospital does not offer observerships.",
    "The international visiting student elective is paused indefinitely.",
    "The rotation was discontinued in 2021.",
    "El programa de rotaciones ha sido cancelado.",
    "Ya no aceptamos estudiantes internacionales.",
    "Le programme est suspendu jusqu'au 1er juillet 2027.",
    "Wir nehmen derzeit keine Famulanten an. Das Programm ist derzeit ausgesetzt.",
    "O programa está suspenso.",
    "Only students enrolled in LCME-accredited medical schools may apply for electives.",
    "The Department has suspended its visiting elective program.",
    "No electives are offered to international students.",
    "The program is closed to international applicants.",
    "The Harrington Program is no longer accepting applications.",
    "The research program is no longer accepting students.",
    "We do not have the capacity to accommodate international students.",
    "Eligibility: LCME-accredited schools only.",
    "For students of U.S. and Canadian medical schools only.",
    "We host students from within the United States only.",
    "This year's observerships were canceled.",
    "This year's observerships had to be canceled because the hospital could not find preceptors.",
    "We had to cancel all observerships this year.",
    "Observerships will not take place this year.",
    "There will be no observerships this year.",
    "Applications are currently not taken.",
    "At present, applications are not accepted.",
    "Applications cannot be taken at this time.",
    "The office does not take applications until further notice.",
]

OPEN = [
    "The emergency department is never closed.",
    "Applications close on January 15.",
    "The office is closed on holidays and weekends.",
    "The deadline has closed for 2026; the next cycle opens in May.",
    "Closed-toe shoes must be worn.",
    "We are not accepting faxed applications.",
    "Applications are closed for the 2025 cycle.",
    "The program is closed for the 2025 cycle.",
    "Rotations may be cancelled if the clinic is closed.",
    "The program was suspended in 2020 and has resumed.",
    "The program was suspended in 2020. It has resumed in 2022.",
    "The program is now accepting applications.",
    "Applications are currently closed.",
    "We do not accept late applications.",
    "We do not accept applications by fax or e-mail.",
    "We do not accept personal checks.",
    "We do not offer housing to visiting students.",
    "We do not sponsor visas.",
    "Students are not eligible for financial aid.",
    "First-year students are not eligible.",
    "We do not accept first-year students.",
    "Is the program closed?",
    "The portal is closed until January 1.",
    "If the program is suspended, fees are refunded.",
    "The university reserves the right to close the program. Electives may be closed.",
    "The library is closed to students on Sundays.",
    "<h2>News</h2><p>The program has been suspended.</p>",
    (
        "<nav><p>The observership program has been suspended.</p></nav>"
        "<main><p>Welcome to our program of clinical electives for visiting students in their final year.</p></main>"
    ),
    "Students with disciplinary actions are not eligible.",
    "Visiting students may not participate in more than two electives.",
    "We cannot accept students for less than four weeks.",
    "The program is not suspended.",
    "Students cannot apply before January.",
    "The program does not offer stipends.",
    "Students do not have access to the medical record.",
    "The summer session has been closed.",
    "All slots have been filled; the rotation is full.",
    "Applications received after the deadline are not considered.",
    "Observers are not allowed to touch patients.",
    "Students are not permitted to write orders.",
    "The survey is closed. The position has been closed.",
    "Students must have closed their case.",
    "We accept students from affiliated and unaffiliated schools.",
    "Our program is affiliated with many schools.",
    "The elective is open to students from affiliated and non-affiliated schools.",
    "Students may not be considered until their application is complete.",
    "We are no longer accepting applications for 2026.",
    "International students are not charged tuition.",
    "Graduates of our program are eligible.",
    "The Step 2 CS exam has been discontinued.",
    "Visitors are not allowed on the ward.",
    "Students are not allowed to park on campus.",
    "Financial aid is for domestic students only.",
    "Scholarships for students of U.S. and Canadian medical schools only.",
    "U.S. students only need one letter.",
    "<h2>Tuition waiver</h2><p>LCME-accredited schools only.</p>",
    "We do not have the resources to host more than two students.",
    "Last year's observerships were canceled.",
    "This year's observership fair was canceled.",
    "Students who had to cancel an observership this year are refunded.",
    "Applications for housing are currently not taken.",
    "Applications are currently not taken for July.",
    "The housing office does not take applications until further notice.",
    "We have not stopped taking observers.",
    "You may have read that the observership is closed. That is not so.",
    "We do not accept osteopathic students.",
    "If you are late, students are not accepted.",
    "We made the decision to close the cafeteria.",
    "We cannot support students with dogs.",
    "We do not arrange observerships; contact the department directly.",
    "If you are from a school with no affiliation, you may not park here.",
    "Students from institutions that have no affiliation agreement cannot be scheduled before one is signed.",
    "Schools that do not have an affiliation agreement must sign one before students can apply.",
    "The program is now open only to third-year students.",
]


@pytest.mark.parametrize("text", SHUT)
def test_a_sentence_that_shuts_something_is_told_in_the_words_of_the_page(text: str) -> None:
    told = closures(page_of(text))
    assert told
    assert all(closure.quote in text for closure in told)


@pytest.mark.parametrize("text", OPEN)
def test_what_only_looks_like_an_end_shuts_nothing(text: str) -> None:
    assert closures(page_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "closing", "audience"),
    [
        ("We are no longer accepting visiting students.", Closing.CLOSED, {STUDENTS}),
        ("The program is no longer accepting applications.", Closing.CLOSED, set()),
        ("Our observership program has been discontinued.", Closing.CLOSED, set()),
        ("The elective program is suspended until further notice.", Closing.SUSPENDED, set()),
        ("We do not accept international students.", Closing.CLOSED, {ABROAD, STUDENTS}),
        ("Only students of affiliated schools may apply.", Closing.AFFILIATES_ONLY, {STUDENTS}),
        ("MD holders are not eligible.", Closing.NOT_ELIGIBLE, {GRADUATES}),
        ("Individuals who have already graduated are not eligible.", Closing.NOT_ELIGIBLE, {GRADUATES}),
        ("This program is not open to international students.", Closing.NOT_ELIGIBLE, {ABROAD, STUDENTS}),
        ("Only students enrolled in LCME-accredited schools may apply.", Closing.NOT_ELIGIBLE, {ABROAD}),
        ("<h2>Do you accept international students?</h2><p>No. Sorry.</p>", Closing.NOT_ELIGIBLE, {ABROAD, STUDENTS}),
        ("<p>Can medical graduates apply?</p><p>No.</p>", Closing.NOT_ELIGIBLE, {GRADUATES}),
    ],
)
def test_a_closure_says_how_and_to_whom(text: str, closing: Closing, audience: set[Audience]) -> None:
    assert [(each.closing, each.audience) for each in closures(page_of(text))] == [(closing, audience)]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("The elective program is suspended until July 1, 2027.", date(2027, 7, 1)),
        ("The elective program is suspended through June 2027.", date(2027, 6, 30)),
        ("The program has been suspended and will reopen on 1 March 2027.", date(2027, 3, 1)),
        ("The program is suspended until further notice.", None),
        ("The program is suspended until July 1.", None),
        ("Le programme est suspendu jusqu'au 1er juillet 2027.", date(2027, 7, 1)),
    ],
)
def test_the_end_of_a_suspension_is_read_where_the_page_names_it(text: str, until: date | None) -> None:
    assert [each.until for each in closures(page_of(text))] == [until]


def test_a_closure_is_told_whole() -> None:
    assert closures(page_of("<h2>Electives</h2><p>Welcome. The elective program is suspended. Bye.</p>")) == (
        Closure(
            Closing.SUSPENDED,
            "The elective program is suspended.",
            Place(1, "Electives"),
            subject="The elective program",
        ),
    )


def test_what_stands_in_the_furniture_shuts_nothing() -> None:
    assert closures(Page("", (Block("The program has been discontinued.", Area.CHROME),))) == ()


def test_a_question_that_nobody_answers_with_no_shuts_nothing() -> None:
    assert closures(page_of("<h2>Do you accept international students?</h2><p>Yes. Apply early.</p>")) == ()
    assert closures(page_of("<h2>Do you offer housing to international students?</h2><p>No.</p>")) == ()
    assert closures(page_of("<h2>Do you accept first-year students?</h2><p>No.</p>")) == ()


LAYOUTS = [
    "<p>{} {}</p>",
    "<h3>{}</h3><p>{}</p>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "<p><b>{}</b><br>{}</p>",
    "<p>Q: {} A: {}</p>",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Do you still offer the clerkship?", "Not any more."),
        ("Do you still offer the clerkship?", "Unfortunately not."),
        ("Do you still offer the clerkship?", "We do not; it ended in 2024."),
        ("Do you still offer the clerkship?", "It was discontinued in 2024."),
        ("Has the clerkship been discontinued?", "Yes, in 2024."),
        ("Is the observership suspended?", "Unfortunately, yes."),
        ("Have you stopped taking observers?", "We have."),
        ("Can I still apply for a clerkship?", "Unfortunately not."),
        ("And is it true that the clerkship is closed?", "That is right."),
    ],
)
def test_an_answer_shuts_what_its_question_asks_about(layout: str, question: str, answer: str) -> None:
    told = closures(page_of(layout.format(question, answer)))
    assert [(each.closing, question.removeprefix("And ") in each.subject) for each in told] == [(Closing.CLOSED, True)]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is the observership closed?", "Not at all."),
        ("Is the observership closed?", "It is open to all."),
        ("Is the observership closed?", "Yes and no."),
        ("Have you stopped taking observers?", "Not at all."),
        ("Have you stopped taking observers?", "We have never done so."),
        ("Is the observership still closed?", "Not any more."),
        ("Do you still offer the clerkship?", "Not in July."),
        ("Do you still offer the clerkship?", "Not only that: there are two."),
        ("Can I still apply for a clerkship?", "Unfortunately not. The deadline has passed."),
        ("Can I still apply for a clerkship this year?", "Unfortunately not."),
        ("Can I apply for two clerkships?", "Unfortunately not."),
        ("Can my clerkship be cancelled?", "Yes."),
        ("Have all clerkship spots been closed?", "Yes."),
        ("Is there a fee for the clerkship?", "Not at all."),
        ("Do you accept DO students?", "No."),
    ],
)
def test_an_answer_about_anything_else_shuts_nothing(layout: str, question: str, answer: str) -> None:
    assert closures(page_of(layout.format(question, answer))) == ()


PIECES = st.sampled_from(
    [
        "the program",
        "is",
        "suspended",
        "no longer",
        "accepting",
        "students",
        "not",
        "eligible",
        "until",
        "2027",
        "only",
        "affiliated",
        "closed",
        "?",
        ".",
        "No.",
        "Not any more.",
        "Is the program closed?",
        "|",
        "graduates",
        "open to",
        "(",
        "–",
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES | st.text(max_size=6), max_size=30).map(" ".join))
def test_whatever_stands_there_every_quote_is_in_its_block(text: str) -> None:
    for closure in closures(Page("", (Block(text), Block("Do you accept students?"), Block(text)))):
        assert closure.quote in text
        assert len(closure.quote) <= MAX_QUOTE


@pytest.mark.parametrize(
    "piece", ["students ", "not open to ", "no programs ", "program is ", "only affiliated ", "(closed "]
)
def test_a_hostile_page_costs_little_and_yields_no_flood(piece: str) -> None:
    sentence = piece * (690 // len(piece))
    assert len(closures(Page("", (Block(sentence), Block(piece * 3000)) * 20))) <= MAX_CLOSURES
