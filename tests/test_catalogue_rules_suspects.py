"""Links whose address alone shows that they cannot lead to what they promise."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.core.finding import Evidence, Finding, Rule
from monitor.core.listing import Catalogue, Institution, Link, Listing, Role, Severity
from monitor.core.rules.catalogue import catalogue_findings
from monitor.core.traces import session_mark
from monitor.core.vendors import VENDORS, is_front_door

NOW = datetime(2026, 11, 22, 6, tzinfo=UTC)
EMORY = Institution("Emory University School of Medicine", ("Emory University", "Emory Medical School"), ("emory.edu",))
GRADY_FORM = "https://med.emory.edu/research/form.pdf"


def suspects(*listings: Listing, institutions: tuple[Institution, ...] = ()) -> list[Finding]:
    catalogue = Catalogue(listings=listings, institutions=institutions)
    return [f for f in catalogue_findings(catalogue, NOW) if f.rule is Rule.LINK_SUSPECT]


def suspicion(
    url: str, role: Role = Role.APPLY, institutions: tuple[Institution, ...] = (), **says: object
) -> str | None:
    listing = Listing("x", **{"institution": "Mayo Clinic", **says}, links=(Link(role, url),))  # type: ignore[arg-type]
    found = suspects(listing, institutions=institutions)
    return found[0].subject if found else None


def test_the_front_page_of_a_vendor_cannot_be_a_programme() -> None:
    url = "http://www.cvent.com/"
    listing = Listing(
        "moffitt", "Moffitt Cancer Center", links=(Link(Role.HOME, "https://moffitt.org/"), Link(Role.APPLY, url))
    )
    assert suspects(listing) == [
        Finding(
            Rule.LINK_SUSPECT,
            "moffitt",
            "vendor-root",
            Severity.WARNING,
            "The apply link of Moffitt Cancer Center opens the front page of Cvent, a product that many institutions "
            "rent: find the address of the programme's own form or page there.",
            since=NOW,
            opens_at=NOW,
            url=url,
            key="links[1].url",
            evidence=Evidence(quote=url, expected="the programme's own page at Cvent", found="www.cvent.com"),
        )
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://app.applyyourself.com/", "vendor-root"),
        ("https://cvent.com", "vendor-root"),
        ("https://docs.google.com/forms/", "vendor-root"),
        ("https://docs.google.com/forms/d/e/1FAIpQLSc/viewform", None),
        ("https://vsas.aamc.org/vsas/", "vendor-root"),
        ("https://mayo.slideroom.com/", None),
        ("https://mayo.qualtrics.com/jfe/form/SV_1", None),
        ("https://www.cvent.com/d/abc", None),
        ("https://notcvent.com/d", None),
    ],
)
def test_a_customers_own_place_at_a_vendor_is_a_good_link(url: str, expected: str | None) -> None:
    assert suspicion(url) == expected


def test_a_vendor_that_is_itself_the_listing_is_no_suspect() -> None:
    assert suspicion("https://vslo.aamc.org/", institution="VSLO") is None


def test_the_front_door_of_every_vendor_is_known_as_one() -> None:
    assert [host for host, product in VENDORS.items() if not is_front_door(f"https://{host}/", product)] == []


def test_the_front_page_of_a_host_makes_a_reader_search() -> None:
    assert suspicion("https://moffitt.org/index.html", institution="Moffitt Cancer Center") == "front-page"
    assert suspicion("https://moffitt.org/", Role.HOME) is None
    assert suspicion("https://moffitt.org/education") is None
    assert suspicion("https://moffitt.org/?page_id=7") is None


@pytest.mark.parametrize(
    ("says", "url", "expected"),
    [
        ({"institution": "USDoctors.co"}, "https://www.usdoctors.co/", None),
        ({"institution": "AMOpportunities"}, "https://www.amopportunities.org/", None),
        ({"institution": None, "program": "Find a Rotation"}, "https://findarotation.com", None),
        ({"institution": "Jackson Park Hospital"}, "https://www.jacksonparkhospital.org/", "front-page"),
        ({"institution": "Moffitt Cancer Center"}, "https://moffitt.org/", "front-page"),
    ],
)
def test_an_agencys_own_site_is_what_is_listed(says: dict[str, object], url: str, expected: str | None) -> None:
    assert suspicion(url, **says) == expected  # type: ignore[arg-type]


def test_a_host_of_another_institution_is_named() -> None:
    kansas = Institution("University of Kansas Medical Center", hosts=("kumc.edu",))
    url = "http://www.kumc.edu/requirements.html"
    listing = Listing("umkc", "University of Missouri - Kansas City", links=(Link(Role.REQUIREMENTS, url),))
    assert [(f.subject, f.url, f.message, f.evidence) for f in suspects(listing, institutions=(kansas,))] == [
        (
            "other-institution",
            url,
            (
                "The requirements link of University of Missouri - Kansas City is on a host of University of Kansas "
                "Medical Center (www.kumc.edu), which this listing does not name: replace it with the programme's own "
                "page, or say in `notes` how the two belong together."
            ),
            Evidence(
                quote=url,
                expected="a host of University of Missouri - Kansas City",
                found="www.kumc.edu, a host of University of Kansas Medical Center",
            ),
        )
    ]


@pytest.mark.parametrize(
    "says",
    [
        {"institution": "Emory University"},
        {"institution": "Emory Medical School"},
        {"institution": "Emory University School of Medicine, Dept. of Surgery"},
        {"institution": "Grady Hospital", "notes": "Affiliated with Emory University."},
        {"institution": "Grady Hospital", "notes": "Affiliated with Emory’s medical school."},
        {"institution": "Grady Hospital", "program": "Emory Medical School observers"},
    ],
)
def test_what_a_listing_says_of_another_house_makes_its_link_good(says: dict[str, object]) -> None:
    assert suspicion(GRADY_FORM, institutions=(EMORY,), **says) is None  # type: ignore[arg-type]


def test_a_host_may_belong_to_several_and_the_nearest_entry_counts() -> None:
    assert suspicion(GRADY_FORM, institutions=(EMORY,), institution="Grady Hospital") == "other-institution"
    grady = Institution("Grady Hospital", hosts=("emory.edu", "gradyhealth.org"))
    assert suspicion(GRADY_FORM, institutions=(EMORY, grady), institution="Grady Hospital") is None
    elsewhere = Institution("Emory Law", hosts=("med.emory.edu",))
    assert suspicion(GRADY_FORM, institutions=(EMORY, elsewhere), institution="Emory University") is None
    assert suspicion(GRADY_FORM, institutions=(grady, elsewhere), institution="Grady Hospital") == "other-institution"


def test_without_entries_a_site_belongs_to_the_listing_that_bears_its_name() -> None:
    emory = Listing("e", "Emory University", links=(Link(Role.PROGRAM, "https://med.emory.edu/visiting"),))
    grady = Listing("g", "Grady Hospital", links=(Link(Role.DOCUMENT, GRADY_FORM),))
    assert [(f.listing, f.subject) for f in suspects(emory, grady)] == [("g", "other-institution")]
    assert suspects(emory, replace(grady, notes="with Emory")) == []
    assert suspects(grady) == []


@pytest.mark.parametrize(
    ("url", "mark"),
    [
        ("https://x.example/a;jsessionid=0A1B", "jsessionid"),
        ("https://x.example/a?PHPSESSID=abc", "PHPSESSID"),
        ("https://x.example/a?ASPSESSIONIDQQ=abc", "ASPSESSIONIDQQ"),
        ("https://x.example/(S(abcdefghijklmnopqrstu123))/a.aspx", "ASP.NET session"),
        ("https://x.example/a?sid=9f8e7d6c5b4a39281706", "sid"),
        ("https://x.example/a?b=1&token=eyJhbGciOi123456789", "token"),
        ("https://x.example/a?sid=4", None),
        ("https://x.example/a?session=2026-spring", None),
        ("https://x.example/a?id=9f8e7d6c5b4a39281706", None),
        ("https://x.example/a?utm_source=guide", None),
        ("http://[::1", None),
        ("https://x.example/?" + "&".join("a=1" for _ in range(300)), None),
    ],
)
def test_traces_of_one_visit_are_told_from_lasting_numbers(url: str, mark: str | None) -> None:
    assert session_mark(url) == mark


def test_a_link_has_one_finding_the_gravest() -> None:
    assert suspicion("https://www.cvent.com/;jsessionid=1") == "session"
    assert suspicion("https://emory.edu/", institutions=(EMORY,)) == "other-institution"


def test_findings_stay_the_same_when_links_change_places() -> None:
    links = (Link(Role.APPLY, "https://one.example/"), Link(Role.FEES, "https://two.example/"))
    one, two = (Listing("x", "Mayo Clinic", links=order) for order in (links, links[::-1]))
    assert [f.id for f in suspects(one)] == [f.id for f in suspects(two)]
    assert len({f.id for f in suspects(one)}) == 2


def test_one_address_in_two_roles_is_one_finding() -> None:
    links = (Link(Role.APPLY, "https://one.example/"), Link(Role.FEES, "https://one.example/"))
    assert [f.key for f in suspects(Listing("x", "Mayo Clinic", links=links))] == ["links[0].url"]


def test_one_address_in_two_listings_is_one_incident() -> None:
    links = (Link(Role.APPLY, "https://one.example/"),)
    one, two = suspects(Listing("x", "Mayo Clinic", links=links), Listing("y", "Grady Hospital", links=links))
    assert one.id != two.id
    assert one.incident == two.incident
    assert suspects(Listing("x", "Mayo Clinic", links=links))[0].cause is None
