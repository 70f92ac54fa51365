"""How much two listings resemble each other: a short list of signs with weights, so that a verdict explains itself."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from monitor.core import urls
from monitor.core.listing import Listing
from monitor.core.rules.institutions import PROGRAM_WORDS, Identity, likeness
from monitor.core.rules.scene import Scene
from monitor.core.vendors import vendor
from monitor.core.wording import enumeration, names, slug, vocabulary

# From here on two listings are one programme. An institution that is surely the same (4), one kind (2) and nothing in
# the programme's name that tells them apart (1) are enough; so are two shared addresses with a like name.
ENOUGH = 6

_VETO = -9
_SMALL_WORDS = vocabulary("a an and at by for from in of on or the to with us all")

# Words of a programme's name that say its kind.
_KINDS_IN_NAMES = {
    "clerkship": "clerkship",
    "clerkships": "clerkship",
    "elective": "elective",
    "electives": "elective",
    "externship": "externship",
    "externships": "externship",
    "observership": "observership",
    "observerships": "observership",
    "research": "research",
}
# What visiting students do hands-on has three names, which guides use for one another.
_STUDENT_ROTATION = frozenset({"clerkship", "elective", "rotation"})


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for (or, with a negative weight, against) two listings being one programme."""

    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """What of a listing can be compared."""

    identity: Identity
    kinds: frozenset[str]
    program: frozenset[str]  # the words of the programme's name that only it bears
    specialties: frozenset[str]
    audience: frozenset[str]
    city: str
    state: str
    hands_on: bool | None
    pages: frozenset[str]
    inboxes: frozenset[str]
    phones: frozenset[str]
    source: str | None

    @property
    def addresses(self) -> frozenset[str]:
        return self.pages | self.inboxes | self.phones

    @property
    def keys(self) -> list[str]:
        """Listings that share none of these cannot be one programme; in a fixed order."""
        told = "+".join(sorted(self.program | self.specialties))
        name_keys = sorted(self.identity.keys)
        fine = [f"{key}|{told}|{'+'.join(sorted(self.kinds))}|{self.city}" for key in name_keys]
        return [*name_keys, *fine, *sorted(self.addresses)]

    def without(self, addresses: Collection[str], sources: Collection[str]) -> "Portrait":
        """The same, less what too many listings share to mean anything."""
        if self.source not in sources and self.addresses.isdisjoint(addresses):
            return self
        return replace(
            self,
            pages=self.pages.difference(addresses),
            inboxes=self.inboxes.difference(addresses),
            phones=self.phones.difference(addresses),
            source=None if self.source in sources else self.source,
        )


def portrait(listing: Listing, scene: Scene) -> Portrait:
    """Draw what of *listing* can be compared."""
    specialties = frozenset(filter(None, map(slug, listing.specialties)))
    institution = slug(listing.institution or "")
    # Without an institution the programme's name has named the house already.
    program = slug(listing.program or "") if listing.institution else ""
    # "University of Miami Harrington Program" with the programme "Harrington Program": the name is the programme's.
    house = "" if names(institution, program) else institution
    own = frozenset(
        word
        for word in program.split("-")
        if word
        and word not in PROGRAM_WORDS
        and word not in _SMALL_WORDS
        and not names(house, word)
        and not any(names(specialty, word) for specialty in specialties)
    )
    return Portrait(
        identity=scene.identity(listing),
        kinds=_kinds(listing),
        program=own,
        specialties=specialties,
        audience=frozenset(slug(listing.audience or "").split("-")) - _SMALL_WORDS - {""},
        city=slug(listing.city or ""),
        state=slug(listing.state or ""),
        hands_on=listing.hands_on,
        pages=frozenset(urls.normal(link.url) for link in listing.links if _is_deep(link.url)),
        inboxes=frozenset(contact.email.strip().lower() for contact in listing.contacts if contact.email),
        phones=frozenset(digits for contact in listing.contacts if len(digits := _digits(contact.phone)) >= 7),
        source=listing.source,
    )


def signs(one: Portrait, two: Portrait) -> tuple[Sign, ...]:
    """What speaks for and against *one* and *two* being the same programme."""
    if _is_other_route(one, two):
        return (Sign("another route of the same entry", _VETO),)
    same_city = bool(one.city) and one.city == two.city
    alike = likeness(one.identity, two.identity, same_city=same_city)
    found = [
        Sign(alike.value, alike.weight),
        *_by_kind(one, two),
        *_by_program(one, two),
        *_by_specialty(one, two),
        *_by_place(one, two),
        *_by_address(one, two),
    ]
    if one.hands_on is not None and two.hands_on is not None and one.hands_on is not two.hands_on:
        found.append(Sign("one is hands-on and the other is not", -4))
    if one.audience and two.audience and one.audience.isdisjoint(two.audience):
        found.append(Sign("different audiences", -2))
    return tuple(found)


def _is_other_route(one: Portrait, two: Portrait) -> bool:
    """One paragraph of the guide that tells two routes apart; one that tells nothing apart was copied."""
    if one.source is None or one.source != two.source:
        return False
    return (one.kinds, one.program, one.specialties, one.audience, one.hands_on) != (
        two.kinds,
        two.program,
        two.specialties,
        two.audience,
        two.hands_on,
    )


def _by_kind(one: Portrait, two: Portrait) -> list[Sign]:
    shared = one.kinds & two.kinds
    if shared:
        return [Sign(f"same kind ({enumeration(sorted(shared), 'and')})", 2)]
    if not one.kinds and not two.kinds:
        return [Sign("no kind is named in either", 1)]
    if not one.kinds or not two.kinds:
        return []
    if not _STUDENT_ROTATION.isdisjoint(one.kinds) and not _STUDENT_ROTATION.isdisjoint(two.kinds):
        named = enumeration(sorted((one.kinds | two.kinds) & _STUDENT_ROTATION), "and")
        return [Sign(f"like kinds ({named})", 1)]
    return [] if one.program and one.program == two.program else [Sign("different kinds", _VETO)]


def _by_program(one: Portrait, two: Portrait) -> list[Sign]:
    if one.program == two.program:
        if one.program:
            return [Sign("same name of the programme", 2)]
        return [Sign("nothing in the programme's name tells them apart", 1)]
    if one.program and two.program:
        if one.program < two.program or two.program < one.program:
            return [Sign("one name of the programme says more than the other", -1)]
        return [Sign("different names of the programme", _VETO)]
    return [Sign("only one has a programme's own name", -3)]


def _by_specialty(one: Portrait, two: Portrait) -> list[Sign]:
    if one.specialties and two.specialties:
        shared = one.specialties & two.specialties
        return [Sign("same specialty", 1)] if shared else [Sign("different specialties", _VETO)]
    if len(one.specialties | two.specialties) == 1:
        return [Sign("only one is confined to a specialty", -3)]
    return []


def _by_place(one: Portrait, two: Portrait) -> list[Sign]:
    if one.state and two.state and one.state != two.state:
        return [Sign("different states", -4)]
    if one.city and two.city:
        return [Sign("same city", 1)] if one.city == two.city else [Sign("different cities", -4)]
    return []


def _by_address(one: Portrait, two: Portrait) -> list[Sign]:
    found = []
    if one.pages & two.pages:
        found.append(Sign("same page", 3))
    if one.inboxes & two.inboxes:
        found.append(Sign("same e-mail", 3))
    if one.phones & two.phones:
        found.append(Sign("same phone", 3))
    return found


def _kinds(listing: Listing) -> frozenset[str]:
    """The kinds of a listing; where the programme's name says some of them, those alone ("Observership Program")."""
    stated = frozenset(filter(None, map(slug, listing.kinds)))
    named = {_KINDS_IN_NAMES.get(word) for word in slug(listing.program or "").split("-")} & stated
    return frozenset(kind for kind in named if kind) or stated


def _is_deep(url: str) -> bool:
    return not urls.is_front_page(url) and vendor(url) is None


def _digits(phone: str | None) -> str:
    digits = "".join(char for char in phone or "" if char.isdecimal())
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits  # +1 is the U.S.
