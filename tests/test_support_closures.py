"""Which closure on a page shuts a listing, and which is about others."""

from datetime import date

import pytest

from monitor.core.fact import Closing
from monitor.core.listing import Listing
from monitor.core.support.closures import Shut, closure
from tests.facts_of import TODAY, URL, reading_of

ELECTIVE = Listing("a", institution="Harbor Medical School", kinds=("elective",))
OBSERVERSHIP = Listing("b", institution="Harbor Hospital", program="Lighthouse Program", kinds=("observership",))
FOR_DOMESTIC = Listing("d", institution="Harbor Hospital", kinds=("elective",), audience="students of U.S. schools")
FOR_GRADUATES = Listing("c", institution="Harbor Hospital", kinds=("observership",), audience="medical graduates")


def shut(listing: Listing, *pages: str, today: date = TODAY) -> Shut | None:
    return closure(listing, [reading_of(page, f"{URL}/{n}") for n, page in enumerate(pages)], today)


@pytest.mark.parametrize(
    ("listing", "page", "closing"),
    [
        (ELECTIVE, "We are no longer accepting visiting students.", Closing.CLOSED),
        (ELECTIVE, "The visiting student program has been discontinued.", Closing.CLOSED),
        (ELECTIVE, "The elective program was discontinued in 2021.", Closing.CLOSED),
        (ELECTIVE, "We do not accept international students.", Closing.CLOSED),
        (ELECTIVE, "Electives are open only to students from our affiliated institutions.", Closing.AFFILIATES_ONLY),
        (ELECTIVE, "All visiting student rotations are suspended until further notice.", Closing.SUSPENDED),
        (ELECTIVE, "The elective program is suspended until January 31, 2027.", Closing.SUSPENDED),
        (ELECTIVE, "Harbor Medical School is no longer accepting international students.", Closing.CLOSED),
        (OBSERVERSHIP, "Our observership program is currently closed.", Closing.CLOSED),
        (OBSERVERSHIP, "The Lighthouse Program is no longer accepting applications.", Closing.CLOSED),
        (FOR_GRADUATES, "Graduates are not eligible.", Closing.NOT_ELIGIBLE),
        (ELECTIVE, "In June 2025 the elective program came to an end.", Closing.CLOSED),
        (ELECTIVE, "Because of the move, electives for guests are suspended until July 1, 2027.", Closing.SUSPENDED),
        (ELECTIVE, "Visiting electives have been canceled this year.", Closing.CLOSED),
        (ELECTIVE, "We take no applications at present.", Closing.CLOSED),
        (ELECTIVE, "The hospital no longer takes visiting students.", Closing.CLOSED),
        (ELECTIVE, "There are currently no electives for visiting students.", Closing.CLOSED),
        (ELECTIVE, "<h3>Do you take students from abroad?</h3><p>No.</p>", Closing.NOT_ELIGIBLE),
        (ELECTIVE, "<h1>Observerships</h1><h3>Do you offer electives?</h3><p>No.</p>", Closing.CLOSED),
        (ELECTIVE, "<h3>Is the elective program closed?</h3><p>Yes.</p>", Closing.CLOSED),
        (OBSERVERSHIP, "<table><tr><th>Program<th>Status<tr><td>Observership<td>On hold</table>", Closing.SUSPENDED),
        (ELECTIVE, "Our electives are open to domestic students only.", Closing.NOT_ELIGIBLE),
        (ELECTIVE, "Eligibility: LCME-accredited schools only.", Closing.NOT_ELIGIBLE),
        (ELECTIVE, "Due to our funding, only students of LCME-accredited schools may apply.", Closing.NOT_ELIGIBLE),
        (ELECTIVE, "**We do not accept Osteopathic or International Visiting Students.**", Closing.CLOSED),
        (ELECTIVE, "We are unable to provide visiting experiences to international students.", Closing.CLOSED),
        (ELECTIVE, "We have made the decision to temporarily suspend visiting medical students.", Closing.CLOSED),
        (
            ELECTIVE,
            "We only accept international students of institutions that hold affiliations with us.",
            Closing.AFFILIATES_ONLY,
        ),
        (
            ELECTIVE,
            "If you are from a school that we do not have an affiliation with, you are not eligible to apply here.",
            Closing.AFFILIATES_ONLY,
        ),
        (
            OBSERVERSHIP,
            "<h3>Do you have observership positions?</h3><p>We cannot support observerships.</p>",
            Closing.CLOSED,
        ),
        (OBSERVERSHIP, "At this time H&H does not offer observerships.", Closing.CLOSED),
        (
            FOR_GRADUATES,
            "The program is now open only to our staff. The Observership Program for graduates has been terminated.",
            Closing.CLOSED,
        ),
        (
            FOR_GRADUATES,
            "Those already holding an MD degree, or its equivalent, are not eligible.",
            Closing.NOT_ELIGIBLE,
        ),
        (
            OBSERVERSHIP,
            "Observerships are open to U.S. students only; others are not considered.",
            Closing.NOT_ELIGIBLE,
        ),
        (ELECTIVE, "We do not have the resources to host students from outside the United States.", Closing.CLOSED),
        (ELECTIVE, "The Office of Medical Education takes no applications until further notice.", Closing.CLOSED),
        (OBSERVERSHIP, "This year's observerships were canceled.", Closing.CLOSED),
        (
            ELECTIVE,
            "<p>Is the observership closed? Not at all. Do you still offer electives? Not any more.</p>",
            Closing.CLOSED,
        ),
        (ELECTIVE, "<h1>Observership</h1><p>Have electives been discontinued? Yes, in 2024.</p>", Closing.CLOSED),
    ],
)
def test_a_closure_of_this_programme_shuts_it(listing: Listing, page: str, closing: Closing) -> None:
    told = shut(listing, page)
    assert told is not None
    assert (told.closure.closing, told.url) == (closing, f"{URL}/0")


@pytest.mark.parametrize(
    ("listing", "page"),
    [
        (ELECTIVE, "Graduates are not eligible."),
        (FOR_GRADUATES, "We are no longer accepting visiting students."),
        (OBSERVERSHIP, "We are no longer accepting visiting students."),
        (ELECTIVE, "The observership program is suspended until further notice."),
        (OBSERVERSHIP, "At this time SSC does not offer observerships."),
        (OBSERVERSHIP, "The elective program has been discontinued."),
        (ELECTIVE, "The research program is no longer accepting applications."),
        (ELECTIVE, "The residency program has been discontinued."),
        (ELECTIVE, "The nursing elective has been discontinued."),
        (ELECTIVE, "The cardiology elective is no longer offered."),
        (ELECTIVE, "The Department of Surgery is not accepting visiting students."),
        (ELECTIVE, "The medical school does not offer observerships or externships."),
        (OBSERVERSHIP, "The Seaside Program is no longer accepting applications."),
        (ELECTIVE, "<h2>Observerships</h2><p>The program has been suspended.</p>"),
        (ELECTIVE, "<h2>Summer research</h2><p>The program has been discontinued.</p>"),
        (ELECTIVE, "The elective program is suspended until July 1, 2026."),
        (ELECTIVE, "<h2>COVID-19 update 2020</h2><p>All visiting student rotations are suspended.</p>"),
        (ELECTIVE, "As of March 2020 the elective program is suspended."),
        (ELECTIVE, "Welcome to our electives."),
        (FOR_DOMESTIC, "We are unable to host international students."),
        (FOR_DOMESTIC, "<h3>Do you take students from abroad?</h3><p>No.</p>"),
        (ELECTIVE, "Students who have been suspended by their school may not apply."),
        (ELECTIVE, "Sub-internships are not open to foreign students."),
        (ELECTIVE, "There are no electives in dermatology."),
        (ELECTIVE, "Seaside Hospital is currently unable to accept new applications."),
        (ELECTIVE, "Electives in July are full."),
        (ELECTIVE, "The laptop program has been discontinued."),
        (ELECTIVE, "The June session has been canceled."),
        (ELECTIVE, "<h3>Is the elective program closed?</h3><p>No.</p>"),
        (ELECTIVE, "<h3>Do you offer observerships?</h3><p>No.</p>"),
        (OBSERVERSHIP, "<p>Is the observership closed? Not at all. Do you still offer electives? Not any more.</p>"),
        (OBSERVERSHIP, "<h1>Observership</h1><h3>Do you still offer electives?</h3><p>No. The program has ended.</p>"),
        (ELECTIVE, "This year's observerships were canceled."),
        (FOR_DOMESTIC, "Eligibility: LCME-accredited schools only."),
        (ELECTIVE, "In 2020 we had to cancel all electives."),
        (ELECTIVE, "<table><tr><th>Program<th>Status<tr><td>Observership<td>Closed</table>"),
    ],
)
def test_a_closure_of_others_or_of_old_does_not(listing: Listing, page: str) -> None:
    assert shut(listing, page) is None


def test_a_suspension_is_over_on_the_day_after_its_last() -> None:
    page = "The elective program is suspended until January 31, 2027."
    assert shut(ELECTIVE, page, today=date(2027, 1, 31)) is not None
    assert shut(ELECTIVE, page, today=date(2027, 2, 1)) is None


def test_a_page_that_also_invites_those_whom_it_shuts_out_shuts_nothing() -> None:
    invitation = "International students may apply by June."
    assert shut(ELECTIVE, "This program is not open to international students.") is not None
    assert shut(ELECTIVE, "This program is not open to international students.", invitation) is None


def test_who_is_shut_out_without_being_named_may_have_another_way() -> None:
    sentence = "<p>Only students enrolled in LCME-accredited schools may apply.</p>"
    assert shut(ELECTIVE, sentence) is not None
    assert shut(ELECTIVE, f"{sentence}<h2>International students</h2><p>See below.</p>") is None
    assert shut(ELECTIVE, f"{sentence}<p><a href='/intl'>International applicants</a></p>") is None


def test_a_closure_without_an_end_is_told_before_one_that_ends() -> None:
    told = shut(
        ELECTIVE,
        "The elective program is suspended until January 31, 2027.",
        "We are no longer accepting visiting students.",
    )
    assert told is not None
    assert told.url == f"{URL}/1"


@pytest.mark.parametrize(
    "page",
    [
        "Only students of schools with which we have signed a formal exchange agreement will be considered.",
        "We accept only students of institutions with a memorandum of understanding.",
        "Electives are open only to students of schools that hold an active agreement with us.",
        "Students whose school does not have a formal agreement with us are not eligible.",
    ],
)
def test_a_contract_by_whatever_name_shuts_out_those_without(page: str) -> None:
    found = shut(ELECTIVE, page)
    assert found is not None
    assert found.closure.closing is Closing.AFFILIATES_ONLY


@pytest.mark.parametrize(
    "page",
    [
        "We accept students of affiliated schools only. Others may ask for a waiver.",
        "We only accept students of affiliated schools; any other request is decided case by case.",
        "Only students of affiliated schools may apply. Exceptions may be made.",
        "Applicants may only apply once their school has sent a letter of agreement.",
        "Only two students a month are accepted, and priority goes to our partner schools.",
        "Only students in good standing may apply for electives at our hospital and its affiliated clinics.",
        "Only applicants who have signed the memorandum of understanding may start.",
        "Only students may use the library of the affiliated hospital.",
        "Tuition is charged only to students from schools without an exchange agreement.",
        "The application fee is waived only for students of schools with an active agreement.",
        "Students will only be accepted after the affiliation agreement has been signed by both schools.",
        "Only one elective is available per student at each affiliated hospital.",
    ],
)
def test_a_door_that_is_left_ajar_is_not_shut(page: str) -> None:
    assert shut(ELECTIVE, page) is None


@pytest.mark.parametrize(
    ("page", "closed"),
    [
        ("It is our policy not to accept visiting students from other medical colleges.", True),
        ("The school has a policy not to host international students.", True),
        ("It is our policy not to accept incomplete applications from students.", False),
        ("It is our policy not to accept students of community colleges.", False),
        ("It is our policy not to offer housing to visiting students.", False),
    ],
)
def test_a_policy_shuts_where_it_shuts_all_out(page: str, closed: bool) -> None:
    assert (shut(ELECTIVE, page) is not None) is closed
