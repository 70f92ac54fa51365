"""Requirements of a listing against what its pages ask for."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from monitor.core.claims import claims
from monitor.core.finding import Suggestion
from monitor.core.listing import Comparison, Level, Listing, Requirement
from monitor.core.support.requirements import support
from monitor.core.verdict import Support, Verdict
from tests.facts_of import TODAY, URL, points, reading_of

S, R, U = Support.SUPPORTED, Support.REFUTED, Support.UNDECIDED
TOEFL = Requirement("TOEFL")
ABOVE_100 = Requirement("TOEFL", above=points("100"))
FROM_100 = Requirement("TOEFL", minimum=points("100"))
STEP_1 = Requirement("USMLE Step 1")
STEP_2 = Requirement("USMLE Step 2")
WISHED_250 = Requirement("USMLE Step 1", above=points("250"), level=Level.PREFERRED)
BY_SKILL = Requirement(
    "TOEFL",
    sections={"reading": points("23"), "listening": points("23"), "writing": points("19")},
    sections_are=Comparison.ABOVE,
)
WITH_SPEAKING = Requirement("TOEFL", above=points("82"), sections={"speaking": points("26")})


def verdict(requirement: Requirement, *pages: str, others: tuple[Requirement, ...] = ()) -> Verdict:
    listing = Listing("a", institution="Harbor", kinds=("clerkship",), requirements=(requirement, *others))
    readings = [reading_of(page, f"{URL}/{n}" if n else URL) for n, page in enumerate(pages)]
    return support(claims(listing)[0], requirement, readings, TODAY, listing)


@pytest.mark.parametrize(
    ("requirement", "page", "expected"),
    [
        (FROM_100, "Minimum TOEFL score of 100", S),
        (ABOVE_100, "TOEFL above 100 is required", S),
        (ABOVE_100, "TOEFL of at least 101", S),
        (ABOVE_100, "Minimum TOEFL score of 100", S),
        (FROM_100, "Minimum TOEFL score of 90", R),
        (ABOVE_100, "Minimum TOEFL score of 90", R),
        (FROM_100, "TOEFL above 110 is required", R),
        (FROM_100, "TOEFL between 90 and 110", U),
        (replace(FROM_100, minimum=points("90")), "TOEFL between 90 and 110", S),
        (FROM_100, "TOEFL is required", U),
        (FROM_100, "Our fee is $100. TOEFL is required.", U),
        (FROM_100, "A score of 100 is required", U),
        (FROM_100, "IELTS 7 is required", U),
        (FROM_100, "TOEFL is not required", R),
        (FROM_100, "TOEFL is not required if English is your first language", U),
        (FROM_100, "TOEFL iBT of at least 5 on the 1–6 scale", U),
        (FROM_100, "TOEFL iBT of at least 5 (1–6 scale) or 100 (0–120)", S),
        (FROM_100, "TOEFL 600 (paper-based)", U),
        (FROM_100, "TOEFL 600 (paper-based) or 100 (internet-based)", S),
        (FROM_100, "TOEFL 600 (paper-based) or 80 (internet-based)", R),
        (FROM_100, "A TOEFL score of 100 is recommended", U),
        (FROM_100, "The average TOEFL score is 90", U),
        (FROM_100, "TOEFL: minimum 100 (no section below 22)", S),
        (FROM_100, "US students do not need the TOEFL.", U),
        (FROM_100, "Until 2025 a TOEFL of 90 was required.", U),
        (FROM_100, "Formerly the TOEFL minimum was 90; now it is 100", U),
        (FROM_100, "TOEFL scores older than 2 years are not accepted; minimum 100", S),
        (FROM_100, "Observerships: no TOEFL required. Clerkships: TOEFL 100 required.", S),
        (FROM_100, "The residency program requires a TOEFL of 110.", U),
        (TOEFL, "Do not send TOEFL scores; they are not required at this stage.", U),
        (TOEFL, "TOEFL or equivalent", U),
        (STEP_1, "USMLE Step 1: Pass", S),
        (STEP_1, "Submit your USMLE Step 1 score report, if available.", U),
        (STEP_1, "Students need not have taken Step 1.", R),
        (TOEFL, "TOEFL is required", S),
        (TOEFL, "TOEFL 100", S),
        (TOEFL, "TOEFL may be waived for native speakers", S),
        (TOEFL, "TOEFL is not required", R),
        (TOEFL, "TOEFL is recommended", R),
        (TOEFL, "A TOEFL of 110 is recommended", U),
        (TOEFL, "We like the TOEFL", U),
        (TOEFL, "Is the TOEFL required?", U),
        (TOEFL, "<h2>Is the TOEFL required?</h2><p>No.</p>", R),
        (TOEFL, "<h2>Observership</h2><p>TOEFL is not required.</p>", U),
        (TOEFL, "<h2>Clerkship</h2><p>TOEFL is not required.</p>", R),
        (TOEFL, "<nav>TOEFL is not required.</nav><p>Welcome to the clerkships of our hospital, all of you.</p>", U),
        (TOEFL, "TOEFL is not required. TOEFL is required.", S),
        (STEP_1, "USMLE Step 1 and Step 2 CK are required", S),
        (STEP_2, "USMLE Step 1 and Step 2 CK are required", S),
        (STEP_2, "USMLE Step 1 is required", U),
        (STEP_1, "USMLE scores are required", U),
        (STEP_1, "No Step 1 required", R),
        (STEP_1, "A USMLE Step 1 score above 250 is preferred", U),
        (WISHED_250, "A USMLE Step 1 score above 250 is preferred", S),
        (WISHED_250, "A USMLE Step 1 score above 230 is preferred", R),
        (WISHED_250, "USMLE Step 1 is not required", U),
        (BY_SKILL, "TOEFL: above 23 in reading and listening, above 19 in writing", S),
        (BY_SKILL, "TOEFL: reading 24, listening 24, writing 20", S),
        (BY_SKILL, "TOEFL: reading 23, listening 23, writing 19", S),
        (BY_SKILL, "TOEFL: reading 26, listening 23, writing 19", R),
        (BY_SKILL, "TOEFL: reading 23", U),
        (WITH_SPEAKING, "TOEFL above 82, speaking at least 26", S),
        (WITH_SPEAKING, "TOEFL above 82", U),
        (WITH_SPEAKING, "TOEFL above 82, speaking at least 24", R),
        (Requirement("ECFMG certification"), "An ECFMG certificate is required", S),
        (Requirement("BLS"), "BLS certification must be current", S),
        (Requirement("IELTS", minimum=points("6.5")), "IELTS of 7.0 or higher", R),
        (Requirement("IELTS", minimum=points("7")), "IELTS of 7.0 or higher", S),
    ],
)
def test_a_requirement_is_held_against_a_page(requirement: Requirement, page: str, expected: Support) -> None:
    assert verdict(requirement, page).support is expected


PAPER = Requirement("TOEFL", minimum=points("550"))


@pytest.mark.parametrize(
    ("requirement", "page", "expected"),
    [
        (FROM_100, "TOEFL required; there is no minimum score.", R),
        (TOEFL, "A TOEFL report is required; there is no minimum score.", S),
        (STEP_1, "No USMLE scores are required.", R),
        (STEP_1, "USMLE scores are required.", U),
        (TOEFL, "You need no English test.", R),
        (TOEFL, "An English test is required.", U),
        (TOEFL, "The TOEFL is not accepted.", R),
        (FROM_100, "The paper-based TOEFL is not accepted.", U),
        (PAPER, "The paper-based TOEFL is not accepted.", R),
        (PAPER, "We no longer accept scores of the paper-based TOEFL.", R),
        (TOEFL, "TOEFL scores older than two years are not accepted.", U),
        (STEP_1, "COMLEX is not accepted in place of USMLE Step 1.", U),
    ],
)
def test_what_a_page_refuses_or_leaves_open_is_held_against_a_requirement(
    requirement: Requirement, page: str, expected: Support
) -> None:
    assert verdict(requirement, page).support is expected


@pytest.mark.parametrize(
    ("requirement", "page", "suggested"),
    [
        (FROM_100, "Minimum TOEFL score of 90", {"requirements[0].minimum": 90}),
        (ABOVE_100, "Minimum TOEFL score of 90", {"requirements[0].above": None, "requirements[0].minimum": 90}),
        (TOEFL, "TOEFL is not required", {"requirements[0]": None}),
        (TOEFL, "TOEFL is recommended", {"requirements[0].level": "preferred"}),
        (WITH_SPEAKING, "TOEFL above 82, speaking at least 24", {"requirements[0].sections.speaking": 24}),
        (Requirement("IELTS", minimum=points("7")), "IELTS 6.5", {"requirements[0].minimum": points("6.5")}),
    ],
)
def test_a_refutation_suggests_what_the_page_says(
    requirement: Requirement, page: str, suggested: Mapping[str, object]
) -> None:
    assert {each.key: each.value for each in verdict(requirement, page).suggestions} == suggested


def test_a_verdict_is_told_whole() -> None:
    assert verdict(FROM_100, "Welcome. A TOEFL score of 90 is required.") == Verdict(
        "requirement:toefl",
        R,
        "The page asks for other points in TOEFL.",
        found="TOEFL: at least 90",
        quote="A TOEFL score of 90 is required.",
        url=URL,
        suggestions=(Suggestion("requirements[0].minimum", 90),),
    )


def test_at_least_and_above_the_same_number_is_a_nuance_and_said() -> None:
    assert verdict(ABOVE_100, "Minimum TOEFL score of 100").why == (
        "The page says at least 100, the listing above 100: nearly the same."
    )


def test_support_on_one_page_wins_over_another_and_the_contradiction_is_said() -> None:
    told = verdict(FROM_100, "TOEFL of at least 90", "TOEFL of at least 100")
    assert (told.support, told.url) == (S, f"{URL}/1")
    assert told.why.endswith("Elsewhere it says TOEFL: at least 90.")


def test_pages_that_refute_with_different_numbers_decide_nothing() -> None:
    told = verdict(FROM_100, "TOEFL of at least 90", "TOEFL of at least 95")
    assert (told.support, told.suggestions) == (U, ())


def test_one_of_alternatives_is_not_refuted_by_not_being_required() -> None:
    told = verdict(replace(FROM_100, any_of="exam"), "TOEFL is not required", others=(replace(STEP_1, any_of="exam"),))
    assert told.support is U


def test_no_page_no_verdict() -> None:
    assert verdict(TOEFL) == Verdict("requirement:toefl", U, "No page says what is asked for in TOEFL.")
