"""What a page states, as a listing to correct: the sure apart from the doubtful, each with its words."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest
from facts_of import TODAY, URL, page_of
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.catalogue import admissible, drafted_toml
from monitor.catalogue.load import understood
from monitor.core.content import Area, Block, Page, PageLink
from monitor.core.drafting import Draft, Found, draft
from monitor.core.facts import facts
from monitor.core.listing import Contact, Deadline, Fee, FeeKind, Level, Link, Requirement, Role
from monitor.core.support import verdicts
from monitor.core.verdict import Reading, Support

SECONDS = 10.0  # of processor time, one where nothing else runs


def read(page: Page, url: str = URL) -> Reading:
    return Reading(url, page.title, page.blocks, page.links, facts(page))


def drafted(markup: str, url: str = URL) -> Draft:
    return draft(read(page_of(markup), url), url, TODAY)


def titled(title: str, body: str = "") -> Draft:
    return drafted(f"<title>{title}</title><main>{body}</main>")


# --- names and place ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "body", "institution", "program", "identity"),
    [
        (
            "Observership Program | Oakdale University Hospital",
            "",
            "Oakdale University Hospital",
            "Observership Program",
            "oakdale-observership",
        ),
        (
            "Oakdale University - Visiting Us",
            "<h1>Electives</h1>",
            "Oakdale University",
            "Electives",
            "oakdale-elective",
        ),
        (
            "Electives",
            "<p>© 2026 Oakdale Health System.</p>",
            "Oakdale Health System",
            "Electives",
            "oakdale-elective",
        ),
        ("Electives :: A", "", None, "Electives", "elective"),
        ("", "<p>Nothing but words</p>", "a.example", None, "a-example"),
    ],
)
def test_who_offers_it_stands_in_the_title_or_below_the_page(
    title: str, body: str, institution: str | None, program: str | None, identity: str
) -> None:
    listing = titled(title, body).listing
    assert (listing.institution, listing.program, listing.id) == (institution, program, identity)


@pytest.mark.parametrize(
    ("line", "city", "state"),
    [
        ("1611 NW 12th Avenue, Miami, FL 33136", "Miami", "FL"),
        ("1611 NW 12th Avenue Miami, FL 33136-1005", "Miami", "FL"),
        ("100 Main St. St. Louis, MO 63110", "St. Louis", "MO"),
        ("Suite 5, New York, New York 10029", "New York", "NY"),
        ("Office | 12 Hill Road | South Jordan, Utah 84009", "South Jordan", "UT"),
    ],
)
def test_a_postal_address_tells_city_and_state(line: str, city: str, state: str) -> None:
    listing = drafted(line).listing
    assert (listing.city, listing.state) == (city, state)


def test_a_place_without_a_postal_code_is_in_doubt_and_a_state_in_a_name_is_none() -> None:
    doubted = drafted("We are in Miami, Florida.")
    assert (doubted.city, doubted.listing.city) == (
        Found("Miami", "We are in Miami, Florida.", "no postal code stands beside it"),
        None,
    )
    assert drafted("The University of Washington and Email ME").city is None


def test_of_several_places_none_is_sure() -> None:
    told = drafted("<p>12 Hill Road, Miami, FL 33136</p><p>12 Dale Road, Akron, OH 44301</p>")
    assert told.city is not None
    assert told.city.doubt == "the page names several places"


def test_what_is_offered_to_whom_is_read_off_the_headings() -> None:
    listing = titled("Observerships and Electives for International Medical Graduates").listing
    assert (listing.kinds, listing.audience) == (("observership", "elective"), "international graduates")


def test_what_only_the_text_says_is_in_doubt() -> None:
    told = titled("Visit us", "<p>Our observership is open to medical students.</p>")
    assert told.kinds == Found(
        ("observership",),
        "Our observership is open to medical students.",
        "its title and first heading do not say what it offers",
    )
    assert told.audience == Found(
        "students", "Our observership is open to medical students.", "it is put together from a sentence"
    )


# --- prices -------------------------------------------------------------------------------------------------------


def test_a_price_is_a_fee_with_the_words_that_state_it() -> None:
    assert drafted("The application fee is $150. Tuition is $1,000 per month.").fees == (
        Found(Fee(FeeKind.APPLICATION, Decimal(150)), "The application fee is $150."),
        Found(Fee(FeeKind.TUITION, Decimal(1000), per="month"), "Tuition is $1,000 per month."),
    )


def test_who_pays_is_said_where_others_pay_something_else() -> None:
    fees = drafted(
        "<table><tr><td>Tuition, international</td><td>$900</td></tr>"
        "<tr><td>Tuition, domestic</td><td>$300</td></tr></table>"
    ).listing.fees
    assert [(fee.amount, fee.audience) for fee in fees] == [
        (Decimal(900), "international applicants"),
        (Decimal(300), "domestic applicants"),
    ]


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Tuition is $1,000 to $2,000 per month.", "it is the lower end of a range up to $2,000"),
        ("Tuition is up to $1,000 per month.", "the page gives it as at most that much"),
        ("We received $1,000 from a donor.", "the page does not say what it pays for"),
    ],
)
def test_what_a_person_must_decide_about_a_price_is_said(line: str, doubt: str) -> None:
    (fee,) = drafted(line).fees
    assert doubt in fee.doubt


def test_two_prices_for_the_same_are_both_in_doubt() -> None:
    told = drafted("<p>The application fee is $100.</p><p>The application fee is $150.</p>").fees
    assert [(each.value.amount, each.doubt) for each in told] == [
        (Decimal(100), "for the same the page also states $150"),
        (Decimal(150), "for the same the page also states $100"),
    ]


# --- requirements -------------------------------------------------------------------------------------------------


def test_exams_of_which_one_is_enough_share_a_word() -> None:
    listing = drafted("<p>Applicants must have a TOEFL of at least 100 or an IELTS of at least 7.</p>").listing
    assert listing.requirements == (
        Requirement("TOEFL", minimum=Decimal(100), any_of="exam"),
        Requirement("IELTS", minimum=Decimal(7), any_of="exam"),
    )


def test_so_do_the_points_of_a_list_that_says_so() -> None:
    listing = drafted(
        "<p>You must submit one of the following:</p><ul><li>TOEFL score of 100</li><li>IELTS score of 7</li></ul>"
        "<p>USMLE Step 1 is required.</p>"
    ).listing
    assert [asked.any_of for asked in listing.requirements] == ["exam", "exam", None]


def test_exams_that_are_both_asked_for_share_none_and_a_wish_is_one() -> None:
    listing = drafted("<p>USMLE Step 1 is required.</p><p>USMLE Step 2 CK is preferred.</p>").listing
    assert listing.requirements == (
        Requirement("USMLE Step 1"),
        Requirement("USMLE Step 2 CK", level=Level.PREFERRED),
    )


def test_an_exam_that_need_not_be_taken_is_left_out() -> None:
    assert drafted("<p>USMLE scores are not required.</p>").requirements == ()


# --- contacts -----------------------------------------------------------------------------------------------------


def test_name_role_address_and_number_that_stand_together_are_one_contact() -> None:
    listing = drafted(
        "<main><p>Ana Molina, Program Coordinator</p><p>ana.molina@a.example</p><p>(305) 243-1234</p></main>"
    ).listing
    assert listing.contacts == (Contact("Ana Molina", "ana.molina@a.example", "+13052431234", "Program Coordinator"),)


def test_two_people_keep_their_own_addresses() -> None:
    listing = drafted(
        "<p>Ana Molina, Program Coordinator, ana@a.example</p><p>Jo Berg, Program Director, jo@a.example</p>"
    ).listing
    assert [(who.name, who.email) for who in listing.contacts] == [
        ("Ana Molina", "ana@a.example"),
        ("Jo Berg", "jo@a.example"),
    ]


def test_a_name_without_an_address_is_in_doubt() -> None:
    (who,) = drafted("<p>Ana Molina, Program Coordinator</p>").contacts
    assert (who.value.name, who.doubt) == ("Ana Molina", "no e-mail address or number stands beside the name")


# --- deadlines and links ------------------------------------------------------------------------------------------


def test_a_day_is_a_deadline_and_one_without_a_year_is_a_note() -> None:
    assert drafted("<p>The application deadline is January 15, 2027.</p>").listing.deadlines == (
        Deadline("application", date(2027, 1, 15)),
    )
    assert drafted("<p>The application deadline is January 15.</p>").listing.deadlines == (
        Deadline("application", note="15 January; the page names no year"),
    )


def test_a_deadline_that_has_passed_is_in_doubt() -> None:
    (due,) = drafted("<p>The application deadline is January 15, 2020.</p>").deadlines
    assert due.doubt == "the day has passed"


def test_links_are_taken_by_what_their_words_promise() -> None:
    listing = drafted(
        '<main><a href="/apply">Apply now</a> <a href="https://other.example/fees">Fees</a>'
        ' <a href="/costs#top">Tuition and fees</a> <a href="https://apply.other.example/">Application portal</a>'
        ' <a href="/who">Eligibility</a> <a href="/book.pdf">Handbook</a> <a href="/news">News</a></main>'
    ).listing
    assert listing.links == (
        Link(Role.PROGRAM, URL),
        Link(Role.APPLY, "https://a.example/apply"),
        Link(Role.FEES, "https://a.example/costs"),
        Link(Role.REQUIREMENTS, "https://a.example/who"),
        Link(Role.DOCUMENT, "https://a.example/book.pdf"),
    )


def test_a_document_is_linked_to_as_one() -> None:
    assert drafted("Fees", "https://a.example/fees.PDF?v=2").listing.links == (
        Link(Role.DOCUMENT, "https://a.example/fees.PDF?v=2"),
    )


def test_a_closure_is_told_at_the_top() -> None:
    told = titled("Observership", "<p>We are no longer accepting applications for the observership.</p>")
    assert told.closure is not None
    assert drafted_toml(admissible(told)).splitlines()[1] == (
        '# The page says that it is closed: "We are no longer accepting applications for the observership."'
    )


# --- what holds for every page ------------------------------------------------------------------------------------

AWKWARD = st.sampled_from(
    [
        '"""', "'''", '"', "\\", "#", "]", "}\n[[listing]]", "\x1b[31m", "\u202e", "\u2028", "\x85", "\x00",
        "\ud800", "\ufeff",
        "$1e99 tuition fee", "Tuition is $1,000 per month", "Tuition fee $99,999,999,999,999", "application fee: $150",
        "TOEFL 100 or IELTS 7", "application deadline: January 15, 2027",
        "Ana Molina, Program Coordinator", "a@b.example",
        "(305) 243-1234", '"x"@b.example', "Miami, FL 33136", "© 2026 Oakdale University", "Observership for students",
        "no longer accepting applications for the observership", "x" * 400,
    ]
)  # fmt: skip
WORDS = st.lists(st.one_of(AWKWARD, st.text(max_size=20)), max_size=6).map(" ".join)
URLS = st.one_of(st.just(URL), st.just(""), WORDS, WORDS.map(lambda words: f"https://a.example/{words}"))
PAGES = st.builds(
    Page,
    title=WORDS,
    blocks=st.lists(
        st.builds(Block, WORDS, st.sampled_from(Area), st.integers(0, 3), st.integers(0, 3)), max_size=8
    ).map(tuple),
    links=st.lists(st.builds(PageLink, URLS, WORDS), max_size=5).map(tuple),
)


@given(PAGES, URLS)
@settings(max_examples=60, deadline=None)
def test_whatever_a_page_says_its_draft_loads_as_the_listing_that_it_is(page: Page, url: str) -> None:
    told = admissible(draft(read(page, url), url, TODAY))
    loaded = understood(drafted_toml(told).encode(), Path("listings.toml"))
    assert loaded.catalogue.listings == (told.listing,)


@given(PAGES)
@settings(max_examples=40, deadline=None)
def test_what_a_draft_is_sure_of_the_page_bears_out(page: Page) -> None:
    told = draft(read(page), URL, TODAY)
    dayless = {f"deadline:{due.what}" for due in told.listing.deadlines if due.date is None}
    unsure = {
        verdict.claim.partition(":2")[0]
        for verdict in verdicts(told.listing, [read(page)], TODAY)
        if verdict.support is not Support.SUPPORTED
    }
    assert unsure <= dayless


@pytest.mark.parametrize("words", ["Miami, FL 33136 ", "TOEFL 100 or IELTS 7 ", "© Oakdale University ", "1.1"])
def test_a_page_made_to_stall_a_reader_is_drafted_in_seconds(words: str) -> None:
    read_already = read(page_of(f"<p>{words * 50_000}</p>"))
    began = process_time()
    assert len(drafted_toml(admissible(draft(read_already, URL, TODAY)))) < 10_000
    assert process_time() - began < SECONDS


def test_words_of_a_page_break_out_of_neither_text_nor_comment() -> None:
    told = titled('Electives "]\n[[listing]]\nid = "evil', '<p>Tuition is $5 per week.\x1b[31m #"\\ \u202e</p>')
    text = drafted_toml(admissible(told))
    assert understood(text.encode(), Path("listings.toml")).catalogue.listings == (admissible(told).listing,)
    assert all(char.isprintable() or char == "\n" for char in text)


def test_what_the_catalogue_cannot_hold_is_in_doubt() -> None:
    told = Draft(
        "draft", "x", institution=Found("A\x07B"), fees=(Found(Fee(FeeKind.TUITION, Decimal(10) ** 12), "much"),)
    )
    fit = admissible(told)
    assert (fit.institution, fit.listing.fees) == (Found("A B"), ())
    assert fit.fees[0].doubt.startswith("the catalogue cannot hold it: ")
