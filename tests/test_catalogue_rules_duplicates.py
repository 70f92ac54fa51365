"""The same programme listed twice; different programmes with like names are not."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import combinations

import pytest

from monitor.core.finding import Evidence, Finding, Rule
from monitor.core.listing import (
    Catalogue,
    Contact,
    Fee,
    FeeKind,
    Institution,
    Link,
    Listing,
    Requirement,
    Role,
    Severity,
)
from monitor.core.rules.catalogue import catalogue_findings

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
PAGE = (Link(Role.PROGRAM, "https://acme.example/visiting/observers"),)


def duplicates(*listings: Listing, institutions: tuple[Institution, ...] = ()) -> list[Finding]:
    catalogue = Catalogue(listings=listings, institutions=institutions)
    return [f for f in catalogue_findings(catalogue, NOW) if f.rule is Rule.LISTING_DUPLICATE]


def pairs(*listings: Listing, institutions: tuple[Institution, ...] = ()) -> list[tuple[str, str]]:
    return [(f.listing, f.subject) for f in duplicates(*listings, institutions=institutions)]


def observership(id_: str, institution: str, program: str | None = None, **more: object) -> Listing:
    return Listing(id_, institution, program, kinds=("observership",), **more)  # type: ignore[arg-type]


def test_the_later_listing_says_which_is_the_earlier_and_what_they_disagree_on() -> None:
    first = observership(
        "a",
        "Griffin Hospital",
        city="Derby",
        source="line 1",
        fees=(Fee(FeeKind.TUITION, Decimal(150), per="week"), Fee(FeeKind.APPLICATION, Decimal(30))),
        contacts=(Contact("A B", "ab@griffin.example"),),
    )
    second = observership(
        "b",
        "Griffin Medical",
        "Clinical Observership Program",
        fees=(Fee(FeeKind.TUITION, Decimal(300), per="week"), Fee(FeeKind.APPLICATION, Decimal(30))),
        requirements=(Requirement("TOEFL", above=Decimal(80)),),
    )
    assert duplicates(first, second) == [
        Finding(
            Rule.LISTING_DUPLICATE,
            "b",
            "a",
            Severity.WARNING,
            "Griffin Medical, Clinical Observership Program looks like the programme listed before as a (line 1): "
            "name of the institution differs in its form only, same kind (observership) and nothing in the programme's "
            "name tells them apart; they disagree on fees (tuition fee of $150 per week there, tuition fee of $300 per "
            "week here), requirements (nothing said there, TOEFL above 80 here), contacts (A B ab@griffin.example "
            "there, nothing said here) and 1 more; merge the two, or say what tells them apart.",
            since=NOW,
            opens_at=NOW,
            evidence=Evidence(
                quote="name of the institution differs in its form only +3; same kind (observership) +2; "
                "nothing in the programme's name tells them apart +1",
                expected="fees: tuition fee of $150 per week; requirements: nothing said; "
                "contacts: A B ab@griffin.example; the city: Derby",
                found="fees: tuition fee of $300 per week; requirements: TOEFL above 80; contacts: nothing said; "
                "the city: nothing said",
            ),
        )
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Johns Hopkins University", "Johns Hopkins School of Medicine"),
        ("Emory University School of Medicine", "Emory University"),
        ("Yale Medicine", "Yale School of Medicine"),
        ("The Mayo Clinic", "Mayo Clinic"),
        ("Boston University", "Boston University School of Medicine"),
        ("University of Chicago Pritzker School of Medicine", "University of Chicago"),
        ("Loyola University Chicago Stritch School of Medicine", "Loyola University Chicago"),
        ("University of Alabama in Birmingham", "University of Alabama at Birmingham (UAB)"),
        ("UAB", "University of Alabama at Birmingham (UAB)"),
        ("Washington University in St. Louis", "Washington University School of Medicine in Saint Louis"),
        ("University of Miami, Jackson Memorial Hospital", "Jackson Memorial Hospital"),
        ("Université de Montréal", "Universite de Montreal"),
        ("Chicago Clerkships", "Chicago Clerkships"),
    ],
)
def test_one_institution_has_many_spellings(one: str, two: str) -> None:
    assert pairs(observership("a", one), observership("b", two, "Observership Program")) == [("b", "a")]


ALL_DIFFERENT = """
University of South Carolina
University of Southern California (USC)
Washington University in St. Louis
University of Washington
George Washington University
Washington, D.C. Medical Center
University of Chicago
Chicago Medical School
Chicago Clerkships
University of Illinois Chicago
Loyola University Chicago
University of Miami
Miami University
Miami Medical Center
University of Florida
Florida State University
University of South Florida
Florida International University
University of Texas Southwestern Medical Center
University of Texas Health Science Center
University of Texas San Antonio
University of Texas Medical Branch at Galveston
Texas Tech University
Harvard Medical School
Massachusetts General Hospital
Boston University
Boston College
Boston Medical Center
Mount Sinai
Mount Sinai Medical Center of Florida
Baylor College of Medicine
Baylor University Medical Center
UPMC
UPMC Children's Hospital of Pittsburgh
University of Pittsburgh
University of Michigan
Michigan State University
St. Mary's Hospital
St. Mary Medical Center
Jackson Memorial Hospital
Jackson Park Hospital
University of California, Los Angeles
University of California, San Francisco
University of North Carolina School of Medicine
University of North Dakota School of Medicine
Einstein Healthcare Network
Albert Einstein College of Medicine
""".strip().splitlines()


def test_institutions_with_like_names_are_not_one() -> None:
    listings = [observership(f"l{i}", name, "Observership Program") for i, name in enumerate(ALL_DIFFERENT)]
    assert pairs(*listings) == []
    for one, two in combinations(listings, 2):
        assert pairs(one, two) == []


def test_two_hospitals_of_one_university_are_not_one() -> None:
    assert (
        pairs(
            observership("a", "University of Miami, Jackson Memorial Hospital"),
            observership("b", "University of Miami, Bascom Palmer Eye Institute"),
        )
        == []
    )


def test_a_name_that_many_hospitals_bear_needs_the_same_city() -> None:
    one, two = observership("a", "Mercy Hospital", city="Miami"), observership("b", "Mercy Hospital")
    assert pairs(one, two) == []
    assert pairs(one, replace(two, city="Miami")) == [("b", "a")]
    assert pairs(one, replace(two, city="Buffalo")) == []


def test_the_catalogue_knows_better_than_the_letters() -> None:
    one, two = observership("a", "Colorado University"), observership("b", "University of Colorado School of Medicine")
    assert pairs(one, two) == []
    known = (Institution("University of Colorado", aliases=("Colorado University", two.institution or "")),)
    assert pairs(one, two, institutions=known) == [("b", "a")]
    griffin = (observership("a", "Griffin Hospital"), observership("b", "Griffin Medical"))
    apart = (Institution("Griffin Hospital"), Institution("Griffin Medical"))
    assert pairs(*griffin) == [("b", "a")]
    assert pairs(*griffin, institutions=apart) == []


def test_an_observership_and_a_clerkship_are_two_programmes() -> None:
    one = observership("a", "Mayo Clinic")
    assert pairs(one, Listing("b", "Mayo Clinic", kinds=("clerkship",))) == []
    rotation = Listing("b", "Mayo Clinic", "Observership Program", kinds=("observership", "rotation"))
    assert pairs(Listing("a", "Mayo Clinic", kinds=("clerkship",)), rotation) == []


def test_clerkship_elective_and_rotation_are_words_for_one_thing() -> None:
    one = Listing("a", "Duke University", kinds=("clerkship",))
    two = Listing("b", "Duke University School of Medicine", "Visiting International Students", kinds=("elective",))
    assert pairs(one, two) == [("b", "a")]


def test_a_programme_with_a_name_of_its_own_is_not_the_general_one() -> None:
    general = observership("a", "Mayo Clinic", "Observership Program")
    assert pairs(general, observership("b", "Mayo Clinic", "Harrington Program")) == []
    assert pairs(general, observership("b", "Mayo Clinic", "Pathology Observership")) == []
    assert pairs(observership("a", "Mayo Clinic Harrington Program", "Harrington Program"), general) == []
    named = observership("a", "Mayo Clinic", "Harrington Program")
    assert pairs(named, observership("b", "Mayo Clinic", "Harrington Observership")) == [("b", "a")]
    longer = observership("b", "Mayo Clinic", "Harrington Latin Program", links=PAGE)
    assert pairs(named, longer) == []
    assert pairs(replace(named, links=PAGE), longer) == [("b", "a")]


def test_specialties_tell_programmes_apart() -> None:
    pathology = observership("a", "Mayo Clinic", "Pathology Observership", specialties=("Pathology",))
    assert pairs(pathology, observership("b", "Mayo Clinic", specialties=("Neurology",))) == []
    assert pairs(pathology, observership("b", "Mayo Clinic")) == []
    assert pairs(pathology, observership("b", "Mayo Clinic", specialties=("pathology",))) == [("b", "a")]


def test_places_tell_programmes_apart() -> None:
    one = observership("a", "Mayo Clinic", city="Rochester", state="MN")
    assert pairs(one, observership("b", "Mayo Clinic", city="Jacksonville", state="FL")) == []
    assert pairs(one, observership("b", "Mayo Clinic", state="FL")) == []


def test_routes_of_one_paragraph_are_not_duplicates_but_a_copy_is() -> None:
    one = Listing("a", "Mayo Clinic", kinds=("elective",), source="line 7", links=PAGE)
    route = replace(one, id="b", kinds=("elective", "research"))
    assert pairs(one, route) == []
    assert pairs(one, replace(one, id="b", fees=(Fee(FeeKind.OTHER, Decimal(9)),))) == [("b", "a")]


def test_a_source_that_the_whole_catalogue_shares_is_no_paragraph() -> None:
    others = [observership(f"x{i}", f"{name} Clinic", source="guide.pdf") for i, name in enumerate("VWXYZ")]
    one = observership("a", "Mayo Clinic", source="guide.pdf")
    two = replace(one, id="b", kinds=("observership", "research"))
    assert pairs(*others, one, two) == [("b", "a")]


def test_the_same_page_and_kind_with_a_like_name_are_enough() -> None:
    one = observership("a", "Weill Cornell Medicine", links=PAGE)
    two = observership("b", "Cornell School of Medicine", links=PAGE)
    assert pairs(one, two) == [("b", "a")]
    assert pairs(replace(one, links=()), two) == []
    assert pairs(one, replace(two, kinds=("clerkship",))) == []


def test_the_same_mailbox_and_kind_with_a_like_name_are_enough() -> None:
    one = observership("a", "Weill Cornell Medicine", contacts=(Contact(email="Visit@cornell.example"),))
    two = observership("b", "Cornell School of Medicine", contacts=(Contact(email="visit@cornell.example"),))
    assert pairs(one, two) == [("b", "a")]


@pytest.mark.parametrize(
    "url", ["https://www.cvent.com/", "https://acme.example/", "https://app.applyyourself.com/x", "not a url"]
)
def test_the_front_page_of_a_host_or_a_page_at_a_vendor_proves_nothing(url: str) -> None:
    links = (Link(Role.APPLY, url),)
    assert pairs(observership("a", "Alder Clinic", links=links), observership("b", "Birch Clinic", links=links)) == []


def test_of_three_listings_of_one_programme_each_later_one_names_the_first() -> None:
    listings = [observership(id_, "Mayo Clinic") for id_ in "abc"]
    assert pairs(*listings) == [("b", "a"), ("c", "a")]


def test_a_listing_of_both_routes_names_both() -> None:
    one = observership("a", "Cleveland Clinic", source="line 7")
    two = Listing("b", "Cleveland Clinic", kinds=("clerkship",), source="line 7")
    both = Listing("c", "Cleveland Clinic", "Observerships and Electives", kinds=("observership", "elective"))
    assert pairs(one, two, both) == [("c", "a"), ("c", "b")]


def test_an_agency_named_twice_is_one() -> None:
    assert pairs(Listing("a", "USDoctors.co"), Listing("b", "USDoctors.co", tags=("agency",))) == [("b", "a")]


def test_listings_that_say_the_same_are_said_to() -> None:
    message = duplicates(observership("a", "Mayo Clinic"), observership("b", "Mayo Clinic"))[0].message
    assert "; they say the same; merge the two" in message


def test_one_institution_with_thousands_of_listings_is_not_compared_pair_by_pair() -> None:
    listings = [observership(f"l{i}", "Acme Placements", f"Place {i}x{i}") for i in range(3000)]
    assert pairs(*listings, replace(listings[2999], id="again")) == [("again", "l2999")]
