"""Whether what stands on a page is about this listing, or about another programme that shares the page."""

import re

from monitor.core.fact import Audience
from monitor.core.listing import Listing
from monitor.core.wording import slug, vocabulary

_KINDS = {
    "observership": vocabulary("observership observerships observer observers shadowing shadow hospitation"),
    "elective": vocabulary(
        """
        elective electives clerkship clerkships rotation rotations sub-internship sub-internships subinternship
        subinternships famulatur
        """
    ),
    "externship": vocabulary("externship externships"),
    "research": vocabulary("research researcher researchers"),
}
_OTHER_PROGRAMMES = vocabulary(
    """
    residency residencies resident residents fellowship fellowships fellow fellows nursing nurse nurses dental dentistry
    pharmacy pharmd volunteer volunteers volunteering premed pre-med undergraduate undergraduates phd doctoral podiatry
    podiatric postdoctoral postdoc pa-c dietetic chaplaincy veterinary optometry psychology masters
    """
)
_WITHIN = re.compile(
    r"\bdomestic|\bu\.?s\.? (?:medical )?(?:students|applicants|citizens|schools)|\blcme\b|american students|in-state",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"international|foreign|overseas|\b[if]mgs?\b|non-u\.?s|non-lcme", re.IGNORECASE)
_STUDENTS = vocabulary("student students")
_GRADUATES = vocabulary("graduate graduates graduated doctor doctors physician physicians img imgs resident residents")
_FOR_STUDENTS = frozenset(("elective",))
_KIND_OF_ELECTIVES = vocabulary("elective clerkship rotation sub-internship subinternship acting-internship")


def kinds_named(text: str) -> frozenset[str]:
    """The kinds of programme that a text names: "observership", "elective" (and its kin), "research"."""
    words = _words(text)
    return frozenset(kind for kind, told in _KINDS.items() if words & told)


def about_another(listing: Listing, *texts: str) -> bool:
    """Whether a heading or sentence speaks only of kinds of programme that the listing is not."""
    own = _own(listing)
    said = " ".join(texts)
    if (_words(said) & _OTHER_PROGRAMMES) - own:
        return True
    named, kinds = kinds_named(said), _kinds(listing)
    return bool(named and kinds and not named & kinds)


def for_others(*texts: str) -> bool:
    """Whether headings or labels speak of people from within the country only; the guide is for those from abroad."""
    said = " ".join(texts)
    return _WITHIN.search(said) is not None and _ABROAD.search(said) is None


def names_another(listing: Listing, subject: str, generic: frozenset[str]) -> bool:
    """Whether *subject* has a word that is neither the listing's nor *generic*: "the cardiology elective"."""
    own = _own(listing)
    return any(word not in generic and word not in own for word in slug(subject).split("-") if word)


def is_for(listing: Listing, audience: frozenset[Audience]) -> bool:
    """Whether all whom the listing is for are among the *audience*; nobody named is everybody.

    The guide is for people from abroad. Where a listing does not say whether it takes students or graduates, what is
    said of one of them does not shut it.
    """
    if Audience.DOMESTIC in audience and Audience.INTERNATIONAL not in audience:
        return False
    groups = audience & {Audience.STUDENTS, Audience.GRADUATES}
    return not groups or _whom(listing) <= groups


def _whom(listing: Listing) -> frozenset[Audience]:
    words = _words(f"{listing.audience or ''}")
    told = {
        audience
        for audience, names in ((Audience.STUDENTS, _STUDENTS), (Audience.GRADUATES, _GRADUATES))
        if words & names
    }
    if told:
        return frozenset(told)
    if _kinds(listing) == _FOR_STUDENTS:
        return frozenset({Audience.STUDENTS})
    return frozenset({Audience.STUDENTS, Audience.GRADUATES})


def _kinds(listing: Listing) -> frozenset[str]:
    kinds = {slug(kind) for kind in listing.kinds}
    named = {"elective" if kind in _KIND_OF_ELECTIVES else kind for kind in kinds}
    return frozenset(named)


def _own(listing: Listing) -> frozenset[str]:
    told = (
        listing.institution, listing.program, listing.city, listing.state, listing.audience, *listing.kinds,
        *listing.specialties, *listing.tags,
    )  # fmt: skip
    return frozenset(word for each in told if each for word in slug(each).split("-"))


def _words(text: str) -> frozenset[str]:
    return frozenset(slug(text).split("-"))
