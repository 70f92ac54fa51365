"""Whether what stands on a page is about this listing, or about another programme that shares the page."""

import re

from monitor.core.fact import Audience
from monitor.core.lexicon.specialties import SPECIALTIES
from monitor.core.listing import Listing
from monitor.core.wording import slug, vocabulary

_KINDS = {
    "observership": vocabulary("observership observerships observer observers shadowing shadow hospitation"),
    "elective": vocabulary(
        """
        elective electives clerkship clerkships rotation rotations famulatur
        """
    ),
    "sub-internship": vocabulary("subinternship subinternships"),
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
_DATE = re.compile(r"\b(?:[A-Z][a-z]+ )?(?:\d{1,2},? )?20\d\d\b")
_WITHIN = re.compile(
    r"\bdomestic|american (?:\w+ )?(?:schools|students|medical)|\bcoca\b|osteopathic|"
    r"\bu\.?s\.? (?:medical )?(?:students|applicants|citizens|schools)|\blcme\b|american students|in-state",
    re.IGNORECASE,
)
_ABROAD = re.compile(r"international|foreign|overseas|\b[if]mgs?\b|non-u\.?s|non-lcme", re.IGNORECASE)
_MADE_OF_ITS_NAME = vocabulary(
    "program programs programme programmes course courses visit visits opportunity opportunities exchange exchanges"
)
_STUDENTS = vocabulary("student students")
_GRADUATES = vocabulary("graduate graduates graduated doctor doctors physician physicians img imgs resident residents")
_FOR_STUDENTS = frozenset(("elective", "sub-internship"))
_KIND_OF_ELECTIVES = vocabulary("elective clerkship rotation")
_SUB_INTERNSHIPS = vocabulary("sub-internship subinternship acting-internship")
_SUB_INTERNSHIP = re.compile(r"\b(?:sub|acting)-intern(ships?)?\b")


def kinds_named(text: str) -> frozenset[str]:
    """The kinds of programme that a text names: "observership", "elective" (and its kin), "research"."""
    words = _words(text)
    return frozenset(kind for kind, told in _KINDS.items() if words & told)


def about_another(listing: Listing, *texts: str) -> bool:
    """Whether a heading or sentence speaks only of kinds of programme that the listing is not."""
    said = " ".join(texts)
    if any(not _is_own(listing, word) for word in _words(said) & _OTHER_PROGRAMMES):
        return True
    institution = _words(listing.institution or "")
    named, kinds = kinds_named(" ".join(_words(said) - institution)), _kinds(listing)
    return bool(named and kinds and not named & kinds)


def for_others(*texts: str) -> bool:
    """Whether headings or labels speak of people from within the country only; the guide is for those from abroad."""
    said = " ".join(texts)
    return _WITHIN.search(said) is not None and _ABROAD.search(said) is None


def names_another(listing: Listing, subject: str, generic: frozenset[str]) -> bool:
    """Whether *subject* has words that are another's: "the cardiology elective", "the laptop program", a name.

    The listing's own words and *generic* ones are nobody else's.
    """
    written = [word.strip(".,;:()!?\"'’") for word in _DATE.sub("", subject).split()]
    for n, word in enumerate(written):
        if not slug(word) or word.isdigit() or all(p in generic or _is_own(listing, p) for p in slug(word).split("-")):
            continue
        of_a_programme = n + 1 < len(written) and slug(written[n + 1]) in _MADE_OF_ITS_NAME
        if _abbreviates(word, listing.institution or ""):
            continue
        begins_a_name = n > 0 or (n + 1 < len(written) and written[1][:1].isupper())
        if (begins_a_name and word[0].isupper() and len(word) > 1) or slug(word) in SPECIALTIES or of_a_programme:
            return True
    return False


def _abbreviates(word: str, name: str) -> bool:
    """Whether *word* is made of initials of *name*: "P&S" of a College of Physicians and Surgeons."""
    letters = [letter for letter in word if letter.isalpha()]
    initials = iter([part[0].upper() for part in slug(name).split("-") if part])
    return len(letters) > 1 and word.isupper() and all(letter in initials for letter in letters)


def is_for(listing: Listing, audience: frozenset[Audience]) -> bool:
    """Whether all whom the listing is for are among the *audience*; nobody named is everybody.

    The guide is for people from abroad. Where a listing does not say whether it takes students or graduates, what is
    said of one of them does not shut it.
    """
    is_within = for_others(listing.audience or "")
    if is_within and Audience.INTERNATIONAL in audience and Audience.DOMESTIC not in audience:
        return False
    if Audience.DOMESTIC in audience and Audience.INTERNATIONAL not in audience and not is_within:
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
    if _kinds(listing) <= _FOR_STUDENTS and listing.kinds:
        return frozenset({Audience.STUDENTS})
    return frozenset({Audience.STUDENTS, Audience.GRADUATES})


def _kinds(listing: Listing) -> frozenset[str]:
    kinds = {slug(kind) for kind in listing.kinds}
    named = {"elective" if kind in _KIND_OF_ELECTIVES | _SUB_INTERNSHIPS else kind for kind in kinds}
    return frozenset(named | ({"sub-internship"} if kinds & _SUB_INTERNSHIPS else set()))


def _own(listing: Listing) -> frozenset[str]:
    told = (
        listing.institution, listing.program, listing.city, listing.state, listing.audience, *listing.kinds,
        *listing.specialties, *listing.tags,
    )  # fmt: skip
    return frozenset(word for each in told if each for word in slug(each).split("-"))


def _is_own(listing: Listing, word: str) -> bool:
    """Whether a word is the listing's: a fellow is of its fellowship."""
    own = _own(listing)
    stem = word.removesuffix("s").removesuffix("ship")
    return word in own or stem in own or f"{stem}ship" in own or f"{stem}s" in own


def _words(text: str) -> frozenset[str]:
    return frozenset(_SUB_INTERNSHIP.sub(r"subintern\1", slug(text)).split("-"))
