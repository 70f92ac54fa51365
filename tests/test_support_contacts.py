"""Contacts of a guide held against pages."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.content import Block, Page, PageLink
from monitor.core.facts import facts
from monitor.core.finding import Suggestion
from monitor.core.listing import Contact, Listing
from monitor.core.support import verdicts
from monitor.core.verdict import Reading, Support, Verdict

TODAY = date(2026, 11, 22)
URL = "https://med.northfield.edu/visiting"
JANE = Contact(name="Jane Roe", email="jroe@northfield.edu")
SUPPORTED, REFUTED, UNDECIDED = Support.SUPPORTED, Support.REFUTED, Support.UNDECIDED


def reading(*texts: str, url: str = URL, links: tuple[PageLink, ...] = ()) -> Reading:
    page = Page("Visiting", tuple(Block(text) for text in texts), links)
    return Reading(url, page.title, page.blocks, page.links, facts(page))


def judge(contact: Contact, *readings: Reading) -> Verdict:
    (verdict,) = verdicts(Listing("ward", contacts=(contact,)), readings, TODAY)
    return verdict


# --- by e-mail ----------------------------------------------------------------------------------------------------


def test_an_address_on_the_page_bears_the_contact_out() -> None:
    assert judge(JANE, reading("Coordinator: Jane Roe, JRoe@northfield.edu")) == Verdict(
        "contact:jroe@northfield.edu",
        SUPPORTED,
        "The address stands on the page",
        "jroe@northfield.edu",
        "Coordinator: Jane Roe, JRoe@northfield.edu",
        URL,
    )


@pytest.mark.parametrize(
    ("texts", "links"),
    [
        (("jroe@northfield.edu",), ()),
        (("Write to jroe [at] northfield [dot] edu",), ()),
        (("Ask us",), (PageLink("mailto:jroe@northfield.edu", "Ask us"),)),
    ],
)
def test_an_address_without_the_name_bears_the_contact_out_and_that_is_said(
    texts: tuple[str, ...], links: tuple[PageLink, ...]
) -> None:
    verdict = judge(JANE, reading(*texts, links=links))
    assert (verdict.support, verdict.why) == (
        SUPPORTED,
        "The address stands on the page, but no page that was read names Jane Roe",
    )


@pytest.mark.parametrize(
    "text",
    ["xjroe@northfield.edu", "jroe@northfield.edu.mx", "jroe@northfield.education", "jroe@north.field.edu"],
)
def test_a_longer_address_is_another_one(text: str) -> None:
    assert judge(Contact(email="jroe@northfield.edu"), reading(f"Write to {text}")).support is not SUPPORTED


@pytest.mark.parametrize(
    "texts",
    [
        ("Jane Roe | Program Coordinator | jane.roe@med.northfield.edu",),
        ("Program Coordinator: Jane Roe, MD, jane.roe@med.northfield.edu, 305-243-1234",),
        ("Please contact Jane Roe at jane.roe@med.northfield.edu.",),
        ("Roe, Jane | jane.roe@med.northfield.edu", "Foy, Mary | mfoy@northfield.edu"),
        ("Jane Roe", "Program Coordinator", "jane.roe@med.northfield.edu", "Mary Foy", "mfoy@northfield.edu"),
        ("Jane Roe", "E-mail: jane.roe@med.northfield.edu", "General questions: office@northfield.edu"),
    ],
)
def test_another_address_for_the_same_person_refutes_and_is_suggested(texts: tuple[str, ...]) -> None:
    verdict = judge(JANE, reading(*texts))
    assert (verdict.support, verdict.found, verdict.why) == (
        REFUTED,
        "jane.roe@med.northfield.edu",
        "The page gives another for Jane Roe",
    )
    assert verdict.suggestions == (Suggestion("contacts[0].email", "jane.roe@med.northfield.edu"),)
    assert verdict.url == URL


def test_a_name_that_is_a_link_to_another_address_refutes() -> None:
    link = PageLink("mailto:jane.roe@med.northfield.edu", "Jane Roe")
    verdict = judge(JANE, reading("Questions? Ask Jane Roe.", links=(link,)))
    assert (verdict.support, verdict.found) == (REFUTED, "jane.roe@med.northfield.edu")


@pytest.mark.parametrize(
    "texts",
    [
        ("Visiting students",),
        ("Write to the office: electives@northfield.edu",),
        ("Jane Roe | Mary Foy | mfoy@northfield.edu",),
        ("Contact Jane Roe or Mary Foy at mfoy@northfield.edu",),
        ("mfoy@northfield.edu | Jane Roe",),
        ("Write to electives@northfield.edu and send a copy to Jane Roe.",),
        ("Jane Roe", "Mary Foy", "mfoy@northfield.edu"),
        ("Jane Roe | jane@northfield.edu, j.roe@northfield.edu",),
        ("Jane Roe | jane@northfield.edu", "Jane Roe | j.roe@northfield.edu"),
        ("Jane Roe" + " is a name in a long passage" * 20 + " office@northfield.edu",),
    ],
)
def test_an_address_that_is_not_surely_the_persons_decides_nothing(texts: tuple[str, ...]) -> None:
    verdict = judge(JANE, reading(*texts))
    assert (verdict.support, verdict.suggestions) == (UNDECIDED, ())


def test_a_word_that_is_everybodys_is_nobodys_name() -> None:
    enquiries = Contact(name="Enquiries", email="office@northfield.edu")
    assert judge(enquiries, reading("For parking enquiries: parking@northfield.edu")).support is UNDECIDED


def test_the_quote_of_a_long_line_holds_name_and_address() -> None:
    long = "Our office is open in the morning and takes calls in the afternoon. " * 4
    verdict = judge(
        JANE, reading(f"{long}Questions: Jane Roe, Program Coordinator, jane.roe@med.northfield.edu. {long}")
    )
    assert verdict.quote is not None
    assert "Jane Roe, Program Coordinator, jane.roe@med.northfield.edu" in verdict.quote


def test_of_several_addresses_a_person_has_to_choose() -> None:
    verdict = judge(JANE, reading("Jane Roe, a@x.edu"), reading("Jane Roe, b@x.edu"))
    assert (verdict.support, verdict.why) == (UNDECIDED, "The pages give several in its place: a@x.edu, b@x.edu")


def test_the_successor_in_the_same_role_refutes_with_name_and_address() -> None:
    old = Contact(name="Jane Roe", email="jroe@northfield.edu", role="program coordinator")
    verdict = judge(old, reading("Program Coordinator: Mary Foy, mfoy@northfield.edu"))
    assert (verdict.support, verdict.found) == (REFUTED, "Mary Foy, mfoy@northfield.edu")
    assert verdict.suggestions == (
        Suggestion("contacts[0].email", "mfoy@northfield.edu"),
        Suggestion("contacts[0].name", "Mary Foy"),
    )


@pytest.mark.parametrize(
    "texts",
    [
        ("Program Coordinator: Mary Foy, mfoy@northfield.edu", "Jane Roe, Senior Program Coordinator"),
        ("Clinic Coordinator: Mary Foy, mfoy@northfield.edu",),
    ],
)
def test_another_persons_role_refutes_nobody(texts: tuple[str, ...]) -> None:
    old = Contact(name="Jane Roe", email="jroe@northfield.edu", role="program coordinator")
    assert judge(old, reading(*texts)).support is UNDECIDED


@pytest.mark.parametrize(
    ("guide", "page", "support"),
    [
        ("electives@northfield.edu", "electives@med.northfield.edu", REFUTED),
        ("electives@med.northfield.edu", "electives@northfield.edu", REFUTED),
        ("electives@oldhospital.org", "electives@northfield.edu", REFUTED),  # the page's own domain
        ("electives@northfield.edu", "electives@elsewhere.org", UNDECIDED),
        ("electives@surgery.northfield.edu", "electives@pediatrics.northfield.edu", UNDECIDED),
        ("info@northfield.edu", "info@med.northfield.edu", UNDECIDED),
        ("electives@northfield.edu", "observers@med.northfield.edu", UNDECIDED),
    ],
)
def test_the_same_mailbox_under_another_name_of_its_institution_refutes(
    guide: str, page: str, support: Support
) -> None:
    verdict = judge(Contact(email=guide), reading(f"Write to {page}"))
    assert (verdict.support, verdict.found) == (support, page if support is REFUTED else None)


def test_a_hidden_address_decides_nothing_and_says_so() -> None:
    assert judge(JANE, reading("Jane Roe, [email protected]")) == Verdict(
        "contact:jroe@northfield.edu",
        UNDECIDED,
        "An e-mail address on the page is hidden from machines; it may be this one",
        withheld=True,
    )


def test_one_page_that_bears_it_out_is_enough() -> None:
    verdict = judge(JANE, reading("Jane Roe, other@x.edu"), reading("jroe@northfield.edu", url="https://b.example/"))
    assert (verdict.support, verdict.url) == (SUPPORTED, "https://b.example/")


# --- what is of the past ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("Please write to electives@northfield.edu instead of jroe@northfield.edu.", "electives@northfield.edu"),
        ("The address jroe@northfield.edu has been replaced by ve@northfield.edu.", "ve@northfield.edu"),
        ("Our e-mail changed from jroe@northfield.edu to ve@northfield.edu.", "ve@northfield.edu"),
        ("jroe@northfield.edu is no longer read.", None),
        ("Please do not write to jroe@northfield.edu.", None),
        ("E-mail: ve@northfield.edu (formerly jroe@northfield.edu)", "ve@northfield.edu"),
        ("Jane Roe has retired. Please write to Mary Foy, mfoy@northfield.edu.", "mfoy@northfield.edu"),
        ("Ms. Jane Roe, M.Ed., left the office in June.", None),
        ("Mary Foy succeeds Jane Roe.", None),
        ("Jane Roe is no longer with the department.", None),
    ],
)
def test_a_mailbox_out_of_use_and_a_person_who_left_refute(text: str, suggested: str | None) -> None:
    verdict = judge(JANE, reading("Contact", text))
    assert (verdict.support, [one.value for one in verdict.suggestions]) == (REFUTED, [suggested] if suggested else [])


@pytest.mark.parametrize(
    "text",
    [
        "Write to jroe@northfield.edu. The old form is no longer used.",
        "Instead of a letter, write to jroe@northfield.edu",
        "jroe@northfield.edu (not jrow@northfield.edu) is read daily",
        "jroe@northfield.edu is out of use. No: jroe@northfield.edu works again.",
        "Jane Roe, jroe@northfield.edu, replaced the old form",
    ],
)
def test_an_address_that_is_in_use_stays_borne_out(text: str) -> None:
    assert judge(JANE, reading(text)).support is SUPPORTED


@pytest.mark.parametrize("text", ["Jane Roe has retired.", "The successor of Dr. Jane Roe is Mary Foy."])
def test_somebody_who_is_named_as_gone_refutes_the_name(text: str) -> None:
    assert judge(Contact(name="Jane Roe"), reading(text)).support is REFUTED


@pytest.mark.parametrize("text", ["Jane Roe left a message.", "Jane Roe replaced Mary Foy.", "Jane Roe, retired dean"])
def test_somebody_who_is_there_bears_the_name_out(text: str) -> None:
    assert judge(Contact(name="Jane Roe"), reading(text)).support is SUPPORTED


# --- by telephone -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("guide", "page", "why"),
    [
        ("(305) 243-1234", "Call 305.243.1234", "The number stands on the page"),
        ("305-243-1234", "Call +1 305 243 1234", "The number stands on the page"),
        ("305-243-1234 ext. 7", "305-243-1234 x7", "The number stands on the page"),
        ("305-243-1234 ext. 7", "305-243-1234", "The number stands on the page, without the extension 7"),
        ("305-243-1234", "305-243-1234 x9", "The number stands on the page, with extension 9"),
        ("243-1234", "305-243-1234", "The number stands on the page"),
        ("+44 20 7946 0958", "+44 (0)20 7946 0958", "The number stands on the page"),
        ("020-3051-6952", "Telephone: 020 3051 6952", "The number stands on the page"),
    ],
)
def test_a_number_bears_the_contact_out_however_it_is_written(guide: str, page: str, why: str) -> None:
    verdict = judge(Contact(phone=guide), reading(page))
    assert (verdict.support, verdict.why, verdict.quote) == (SUPPORTED, why, page)


@pytest.mark.parametrize(
    "text",
    [
        "Fax: 305-243-1234",
        "Fax for transcripts: 305.243.1234",
        "305-243-1234 (fax)",
        "Tel 305-243-9999, fax 305-243-1234",
    ],
)
def test_the_number_of_a_fax_is_nobodys_telephone(text: str) -> None:
    assert judge(Contact(phone="305-243-1234"), reading(text)).support is UNDECIDED


def test_a_number_without_a_country_is_said_as_one_dials_it() -> None:
    assert judge(Contact(phone="020-3051-6952"), reading("Telephone: 020 3051 6952")).found == "02030516952"


def test_a_person_with_another_number_refutes() -> None:
    verdict = judge(Contact(name="Jane Roe", phone="305-243-1234"), reading("Jane Roe | (305) 243-9999"))
    assert (verdict.support, verdict.found) == (REFUTED, "+13052439999")
    assert verdict.suggestions == (Suggestion("contacts[0].phone", "+13052439999"),)


@pytest.mark.parametrize(
    "text",
    ["Call 305-243-9999", "Jane Roe, fax 305-243-9999", "Jane Roe | 305-243-9999 | 305-243-8888", "ID 305-243-1234"],
)
def test_a_number_that_is_not_surely_the_contacts_decides_nothing(text: str) -> None:
    assert judge(Contact(name="Jane Roe", phone="305-243-1234"), reading(text)).support is UNDECIDED


# --- by name ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "support"),
    [("Ask Jane Roe.", SUPPORTED), ("Roe, Jane A., MD", SUPPORTED), ("Ask Jane.", UNDECIDED)],
)
def test_a_name_alone_is_looked_for_by_its_words(text: str, support: Support) -> None:
    assert judge(Contact(name="Jane Roe"), reading(text)).support is support


def test_without_a_page_nothing_is_decided() -> None:
    assert judge(JANE) == Verdict("contact:jroe@northfield.edu", UNDECIDED, "No page could be read")


@given(
    st.builds(
        Contact,
        name=st.sampled_from([None, "Jane Roe", "X", "..."]),
        email=st.sampled_from([None, "jroe@northfield.edu", "@", "x"]),
        phone=st.sampled_from([None, "305-243-1234", "?"]),
        role=st.sampled_from([None, "Program Coordinator", ""]),
    ),
    st.lists(
        st.lists(st.sampled_from(["Jane", "Roe", " | ", "a@x.edu", "jroe@northfield.edu", "305-243-9999", " "])),
        max_size=3,
    ),
)
def test_a_verdict_quotes_the_page_and_only_a_refutation_suggests(contact: Contact, blocks: list[list[str]]) -> None:
    texts = ["".join(block) for block in blocks]
    verdict = judge(contact, reading(*texts))
    assert bool(verdict.suggestions) == (verdict.support is REFUTED)
    assert verdict.quote is None or any(verdict.quote in text for text in texts)
    assert (verdict.quote is None) == (verdict.support is UNDECIDED)


@pytest.mark.parametrize(
    "piece", ["Roe ", "Jane Roe ", "Jane X. Y. Roe | ", "Jane Roe, a@x.edu ", "roe@x.edu Roe ", "é"]
)
def test_a_hostile_page_takes_no_long_time(piece: str) -> None:
    text = piece * (4_000_000 // len(piece))
    page = reading(text, *(text[at : at + 5_000] for at in range(0, len(text), 5_000)))
    began = time.process_time()
    for contact in (JANE, Contact(name="Jane Q. Roe"), Contact(name="Jane Roe", phone="305-243-1234")):
        judge(contact, page)
    assert time.process_time() - began < 20
