"""E-mail addresses, telephone numbers and people, as pages write them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.content import Area, Block, Page, PageLink
from monitor.core.fact import Email, Person, Phone, Place
from monitor.core.facts import facts
from monitor.core.facts.emails import emails
from monitor.core.facts.people import is_named, name, names_others, people, role
from monitor.core.facts.phones import normal, phones
from monitor.core.facts.setting import MAX_CHARACTERS, MAX_FACTS, MAX_QUOTE_CHARACTERS


def page(*texts: str, links: tuple[PageLink, ...] = ()) -> Page:
    return Page("Visitors", tuple(Block(text) for text in texts), links)


# --- e-mail -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jroe@med.northfield.edu", ["jroe@med.northfield.edu"]),
        ("E-mail:jroe@northfield.edu.", ["jroe@northfield.edu"]),
        ("E-Mail: JRoe@Northfield.EDU", ["jroe@northfield.edu"]),
        ("Write to <jroe@northfield.edu>, please", ["jroe@northfield.edu"]),
        ("(jroe@northfield.edu)", ["jroe@northfield.edu"]),
        ("'jroe@northfield.edu'", ["jroe@northfield.edu"]),
        ("“jroe@northfield.edu”", ["jroe@northfield.edu"]),
        ("mailto:jroe@northfield.edu?subject=Electives", ["jroe@northfield.edu"]),
        (
            "jroe@northfield.edu, mfoy@northfield.edu; x@y.org",
            ["jroe@northfield.edu", "mfoy@northfield.edu", "x@y.org"],
        ),
        ("jroe@northfield.edu/mfoy@northfield.edu", ["jroe@northfield.edu", "mfoy@northfield.edu"]),
        ("Coordinator | Jane Roe | jroe@northfield.edu | 305-243-1234", ["jroe@northfield.edu"]),
        ("dani.brown@jax.ufl.edu", ["dani.brown@jax.ufl.edu"]),
        ("visiting-students@mssm.edu", ["visiting-students@mssm.edu"]),
        ("jane+electives@northfield.edu", ["jane+electives@northfield.edu"]),
        ("office_1@sub.dept-2.northfield.edu", ["office_1@sub.dept-2.northfield.edu"]),
        ("o'neil@northfield.edu", ["o'neil@northfield.edu"]),
        ("ivms@uab.eduPhone: 205-555-0100", ["ivms@uab.edu"]),
        ("ivms@uab.edu.Please allow two weeks", ["ivms@uab.edu"]),
        ("ivms@uab.edu. Please allow two weeks", ["ivms@uab.edu"]),
        ("jroe@northfield.co.uk", ["jroe@northfield.co.uk"]),
        ("jroe@clinic.example", ["jroe@clinic.example"]),
        ("twice: a@x.edu and again a@x.edu", ["a@x.edu"]),
        ("jroe [at] northfield [dot] edu", ["jroe@northfield.edu"]),
        ("jroe(at)northfield.edu", ["jroe@northfield.edu"]),
        ("jroe (at) northfield (dot) edu", ["jroe@northfield.edu"]),
        ("jroe{at}northfield{dot}edu", ["jroe@northfield.edu"]),
        ("jroe [@] northfield.edu", ["jroe@northfield.edu"]),
        ("jane [dot] roe [at] med [dot] northfield [dot] edu", ["jane.roe@med.northfield.edu"]),
        ("jane.roe AT northfield DOT edu", ["jane.roe@northfield.edu"]),
        ("jroe at northfield dot edu", ["jroe@northfield.edu"]),
        ("jroe @ northfield.edu", ["jroe@northfield.edu"]),
        ("jroe@ northfield.edu", ["jroe@northfield.edu"]),
        ("jroe [arroba] northfield [punto] edu", ["jroe@northfield.edu"]),
        ("jroe (arobase) northfield (point) fr", ["jroe@northfield.fr"]),
        ("jroe [ät] northfield [punkt] de", ["jroe@northfield.de"]),
        ("Look at northfield.edu for more", []),
        ("We meet at northfield. Edu", []),
        ("Follow @northfieldmed", []),
        ("logo@2x.png", []),
        ("a@b", []),
        ("@northfield.edu", []),
        ("jroe@", []),
        ("jroe@northfield", []),
        ("5 apples @ 3.50 each", []),
        ("https://user@northfield.edu/page", []),
        ("jroe@@northfield.edu", []),
        ("jroe@.edu", []),
        ("jroe@-.edu", []),
        ("the rate @ the time", []),
        ("", []),
    ],
)
def test_an_address_is_read_as_people_write_it(text: str, found: list[str]) -> None:
    assert [email.address for email in emails(page(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "[email protected]",
        "Write to us at [email protected] for a form.",
        "This email address is being protected from spambots. You need JavaScript enabled to view it.",
        "Please enable JavaScript to view this email address",
        "(email hidden; JavaScript is required)",
        "Diese E-Mail-Adresse ist vor Spambots geschützt! Zur Anzeige muss JavaScript eingeschaltet sein!",
        "Esta dirección de correo electrónico está siendo protegida contra los robots de spam.",
        "Cette adresse e-mail est protégée contre les robots spammeurs.",
        "Este endereço de email está sendo protegido de spambots.",
    ],
)
def test_a_placeholder_is_an_address_that_we_cannot_see(text: str) -> None:
    assert emails(page(text)) == (Email(None, text, Place(0)),)


def test_a_protected_link_is_an_address_that_we_cannot_see_and_is_not_deciphered() -> None:
    target = "https://northfield.edu/cdn-cgi/l/email-protection#422827302702242d2b2c6c272637"
    assert emails(page("Ask us", links=(PageLink(target, "Ask us"),))) == (Email(None, "Ask us", Place(0)),)


def test_an_address_behind_a_link_is_quoted_by_the_words_around_it() -> None:
    link = PageLink("mailto:JRoe@northfield.edu?subject=Electives", "the coordinator", Area.MAIN)
    there = Page("t", (Block("Fees", heading=2), Block("Write to the coordinator.")), (link,))
    assert emails(there) == (Email("jroe@northfield.edu", "Write to the coordinator.", Place(1, "Fees")),)


def test_a_link_without_words_is_quoted_by_its_target() -> None:
    there = Page("t", (), (PageLink("mailto:a%40x.edu,b@x.edu", "", Area.CHROME),))
    assert emails(there) == (
        Email("a@x.edu", "mailto:a@x.edu", Place(0, area=Area.CHROME)),
        Email("b@x.edu", "mailto:b@x.edu", Place(0, area=Area.CHROME)),
    )


def test_an_address_that_is_shown_is_not_told_again_for_its_link() -> None:
    there = page("Write to a@x.edu", links=(PageLink("mailto:a@x.edu", "a@x.edu"),))
    assert emails(there) == (Email("a@x.edu", "Write to a@x.edu", Place(0)),)


def test_an_address_stands_under_its_heading_and_in_its_area() -> None:
    there = Page("t", (Block("Contact", heading=2), Block("a@x.edu"), Block("b@x.edu", Area.CHROME)))
    assert [email.place for email in emails(there)] == [Place(1, "Contact"), Place(2, "Contact", Area.CHROME)]


def test_a_long_passage_is_quoted_around_the_address() -> None:
    text = "word " * 200 + "a@x.edu" + " word" * 200
    (email,) = emails(page(text))
    assert len(email.quote) <= MAX_QUOTE_CHARACTERS
    assert "a@x.edu" in email.quote
    assert email.quote in text


# --- telephone ----------------------------------------------------------------------------------------------------

MIAMI = "13052431234"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(305) 243-1234", [MIAMI]),
        ("(305)243-1234", [MIAMI]),
        ("305-243-1234", [MIAMI]),
        ("305.243.1234", [MIAMI]),
        ("305 243 1234", [MIAMI]),
        ("305–243–1234", [MIAMI]),
        ("305‑243‑1234", [MIAMI]),
        ("305/243-1234", [MIAMI]),
        ("1-305-243-1234", [MIAMI]),
        ("1 (305) 243-1234", [MIAMI]),
        ("+1 305 243 1234", [MIAMI]),
        ("+1 (305) 243-1234", [MIAMI]),
        ("+13052431234", [MIAMI]),
        ("001 305 243 1234", [MIAMI]),
        ("Phone:305-243-1234", [MIAMI]),
        ("Tel.305-243-1234", [MIAMI]),
        ("Call 305-243-1234.", [MIAMI]),
        ("Call (305) 243-1234, or write.", [MIAMI]),
        ("305-243-1234Fax", [MIAMI]),
        ("Phone: 3052431234", [MIAMI]),
        ("T: 3052431234", [MIAMI]),
        ("Phone | 3052431234", [MIAMI]),
        ("Miami, FL 33136 305-243-1234", [MIAMI]),
        ("Miami, FL 33136-1000 (305) 243-1234", [MIAMI]),
        ("305-243-1234 or 305-243-5678", [MIAMI, "13052435678"]),
        ("305-243-1234/5678", [MIAMI]),
        ("1-800-FLOWERS", ["18003569377"]),
        ("+1-800-778-7879", ["18007787879"]),
        ("+1-800)-952-5210", ["18009525210"]),
        ("(555) 555-0142", ["15555550142"]),
        ("+44 20 7946 0958", ["442079460958"]),
        ("+44 (0)20 7946 0958", ["442079460958"]),
        ("+41 (0)22 379 50 28", ["41223795028"]),
        ("+49 30 901820", ["4930901820"]),
        ("Tel: 011 44 20 7946 0958", ["442079460958"]),
        ("Telephone: 020-3051-6952", ["02030516952"]),
        ("Tél. : 01 42 34 56 78", ["0142345678"]),
        ("Teléfono: +34 91 336 80 00", ["34913368000"]),
        ("305-243-1234 ext. 12", [MIAMI]),
        # never
        ("3052431234", []),
        ("ID: 305-243-1234", []),
        ("Tax ID 305-243-1234", []),
        ("EIN 59-0624458", []),
        ("Account 3052431234", []),
        ("ISBN 978-3-16-148410-0", []),
        ("ISSN 1234-5678", []),
        ("33136-1234", []),
        ("Miami, FL 33136-1234", []),
        ("2024-01-15", []),
        ("01/15/2024", []),
        ("15.01.2024 10:30", []),
        ("2023-2024", []),
        ("2021 2022 2023", []),
        ("Phone: 2021-2022-2023", []),
        ("$305-243-1234", []),
        ("$1,000,000", []),
        ("$300 - $3500 - 10000", []),
        ("1,234,567,890", []),
        ("192.168.100.200", []),
        ("305-243-12345", []),
        ("1305-243-1234-5678", []),
        ("4111 1111 1111 1111", []),
        ("123-45-6789", []),
        ("100-120-140", []),
        ("https://x.edu/?id=305-243-1234", []),
        ("Room 305, floor 2, bed 1234", []),
        ("15 % 20 % 30 %", []),
        ("", []),
    ],
)
def test_a_number_is_read_as_people_write_it_and_other_numbers_are_not(text: str, found: list[str]) -> None:
    assert [phone.digits for phone in phones(page(text))] == found


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("305-243-1234 ext. 12", "12"),
        ("305-243-1234 x12", "12"),
        ("305-243-1234x12", "12"),
        ("305-243-1234, extension 4567", "4567"),
        ("305-243-1234 (ext: 9)", "9"),
        ("305-243-1234 Durchwahl 9", "9"),
        ("305-243-1234 12", None),
        ("305-243-1234 extra 12", None),
    ],
)
def test_an_extension_belongs_to_its_number(text: str, extension: str | None) -> None:
    assert [(phone.digits, phone.extension) for phone in phones(page(text))] == [(MIAMI, extension)]


@pytest.mark.parametrize(
    ("texts", "fax"),
    [
        (("Fax: 305-243-1234",), True),
        (("Fax number 305-243-1234",), True),
        (("Fax | 305-243-1234",), True),
        (("Facsimile (305) 243-1234",), True),
        (("F: 305-243-1234",), True),
        (("305-243-1234 (fax)",), True),
        (("Télécopie : 305-243-1234",), True),
        (("Fax", "305-243-1234"), True),
        (("Phone/Fax: 305-243-1234",), False),
        (("Tel: 305-243-1234",), False),
        (("305-243-1234",), False),
        (("Phone", "305-243-1234"), False),
        (("We no longer answer letters that come by fax at all", "305-243-1234"), False),
    ],
)
def test_a_fax_number_is_told_from_a_telephone(texts: tuple[str, ...], fax: bool) -> None:
    assert [(phone.digits, phone.fax) for phone in phones(page(*texts))] == [(MIAMI, fax)]


def test_each_of_two_numbers_has_its_own_word() -> None:
    told = phones(page("Phone: 305-243-1234 Fax: 305-243-5678"))
    assert [(phone.digits, phone.fax) for phone in told] == [(MIAMI, False), ("13052435678", True)]


def test_a_number_behind_a_link_is_told_once() -> None:
    links = (PageLink("tel:+1-305-243-1234", "Call us"), PageLink("tel:3052435678", "x"), PageLink("tel:911", "x"))
    there = page("Call us now", "Desk: 305-243-5678", links=links)
    assert phones(there) == (
        Phone("13052435678", "Desk: 305-243-5678", Place(1)),
        Phone(MIAMI, "Call us now", Place(0)),
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("(505) 272-5526", ("15052725526", None)),
        ("3052431234", (MIAMI, None)),
        ("305-243-1234 ext. 7", (MIAMI, "7")),
        ("+44 20 7946 0958", ("442079460958", None)),
        ("ask at the desk", None),
    ],
)
def test_a_number_of_the_guide_is_read_like_one_of_a_page(written: str, meant: tuple[str, str | None] | None) -> None:
    assert normal(written) == meant


# --- people -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Program Coordinator: Jane Roe", ("Jane Roe", "Program Coordinator")),
        ("Jane Roe, MD, Director of Medical Education", ("Jane Roe", "Director of Medical Education")),
        ("Jane Roe, M.D., Ph.D., Director of Education", ("Jane Roe", "Director of Education")),
        ("Dr. Jane Roe – Associate Dean", ("Jane Roe", "Associate Dean")),
        ("Mary E. Foy, MBA | Registrar | vismed@northfield.edu", ("Mary E. Foy", "Registrar")),
        ("Director | Mary E. Foy | (410) 555-0180", ("Mary E. Foy", "Director")),
        ("Contact: Jane Roe", ("Jane Roe", "Contact")),
        ("María José de la Cruz, Coordinadora", ("María José de la Cruz", "Coordinadora")),
        ("Jean-Luc O'Neil; Program Manager", ("Jean-Luc O'Neil", "Program Manager")),
        ("Coordinator: JANE ROE", ("JANE ROE", "Coordinator")),
        ("Contact: Office of Admissions", None),
        ("Director: see below", None),
        ("Fees: Application Fee", None),
        ("Jane Roe", None),
        ("Program Coordinator", None),
        ("Northfield University, Director", None),
    ],
)
def test_somebody_is_named_with_what_they_do(text: str, found: tuple[str, str] | None) -> None:
    told = [(person.name, person.role) for person in people(page(text))]
    assert told == ([found] if found else [])


def test_a_name_above_a_role_is_a_person() -> None:
    told = people(page("Jane Roe, MD", "Director of Visiting Students"))
    assert told == (Person("Jane Roe", "Director of Visiting Students", "Jane Roe, MD", Place(0)),)


@pytest.mark.parametrize(
    ("text", "wanted", "there"),
    [
        ("Ask Olivia Cata today", "Olivia Cata", "Olivia Cata"),
        ("Cata, Olivia", "Olivia Cata", "Cata, Olivia"),
        ("Olivia M. Cata, MD", "Olivia Cata", "Olivia M. Cata"),
        ("OLIVIA CATA", "Olivia Cata", "OLIVIA CATA"),
        ("Olívia Catá", "Olivia Cata", "Olívia Catá"),
        ("Mary Foy", "Mary E. Foy, MBA", "Mary Foy"),
        ("Olivia Smith and Jo Cata", "Olivia Cata", None),
        ("Olivia", "Olivia Cata", None),
        ("", "Olivia Cata", None),
        ("anything", "", None),
    ],
)
def test_a_name_is_known_in_every_order(text: str, wanted: str, there: str | None) -> None:
    at = is_named(text, wanted)
    assert (text[slice(*at)] if at else None) == there


def test_a_row_that_names_somebody_else_is_known() -> None:
    assert names_others("Jane Roe | Mary Foy | x", "Jane Roe")
    assert not names_others("Jane Roe | Program Coordinator | x", "Jane Roe")


# --- any page -----------------------------------------------------------------------------------------------------

pieces = st.sampled_from(
    ["@", "a", "x.edu", " at ", " dot ", "[at]", "(", ")", "+1", "305", "-243-", "1234", " ", ".", "|", "Fax:", "Tel",
     "Jane", "Roe", ",", "Director", "é", "\u2011", "0", "[email protected]", "ext", "x9"]
)  # fmt: skip
texts = st.one_of(st.text(max_size=80), st.lists(pieces, max_size=25).map("".join))


@given(st.lists(texts, max_size=4), st.lists(texts, max_size=3))
def test_no_page_is_too_strange_and_every_quote_stands_on_it(blocks: list[str], targets: list[str]) -> None:
    links = tuple(PageLink(f"{scheme}{target}", target[:9]) for target in targets for scheme in ("mailto:", "tel:"))
    found = facts(page(*blocks, links=links))
    for fact in (*found.emails, *found.phones, *found.people):
        behind_a_link = fact.quote.startswith("mailto:") or any(fact.quote in (link.text, link.url) for link in links)
        assert behind_a_link or fact.quote in blocks[fact.place.block]
        assert len(fact.quote) <= MAX_QUOTE_CHARACTERS
    for email in found.emails:
        assert email.address is None or email.address == email.address.lower()
    for phone in found.phones:
        assert phone.digits.isdecimal()


@given(texts)
def test_a_name_or_a_role_is_part_of_its_text(text: str) -> None:
    named, does = name(text), role(text)
    assert named is None or all(word in text for word in named.split())
    assert does is None or does == text


@pytest.mark.parametrize(
    "piece",
    ["@", "a@", "a@a.", "a@x.edu ", "a at x dot ", "[at]", " at ", "1", "1-", "305-243-1234 ", "(305) ", "+1 ",
     "Jane Roe, ", "Tel: 1", "a.", "[", "Roe ", "| ", "x [dot] "],
)  # fmt: skip
def test_a_hostile_page_takes_no_long_time(piece: str) -> None:
    text = piece * (2 * MAX_CHARACTERS // len(piece))
    began = time.process_time()
    for blocks in ((text,), tuple(text[at : at + 5_000] for at in range(0, len(text), 5_000))):
        found = facts(page(*blocks))
        assert max(len(found.emails), len(found.phones), len(found.people)) <= MAX_FACTS
    assert time.process_time() - began < 20
