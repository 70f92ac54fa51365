"""What two listings of one programme say differently, topic by topic."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from monitor.core import urls
from monitor.core.claims import deadline_words, fee_name, price, score_words
from monitor.core.listing import Level, Listing
from monitor.core.wording import slug

NOTHING = "nothing said"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """On one topic the first listing says one thing and the second another, or nothing."""

    topic: str
    first: str
    second: str


def disagreements(first: Listing, second: Listing) -> tuple[Disagreement, ...]:
    """Every topic on which two listings differ: first where both speak, and of those what costs a reader money."""
    found = [
        Disagreement(topic, *said) for topic, say in _TOPICS if (said := _difference(say, first, second)) is not None
    ]
    return tuple(sorted(found, key=lambda it: it.topic in _MILD or NOTHING in (it.first, it.second)))


def _difference(say: "_Say", first: Listing, second: Listing) -> tuple[str, str] | None:
    """What only the first says and what only the second says; None where they say the same."""
    one, two = say(first), say(second)
    if one.keys() == two.keys():
        return None
    shared = set[object]() if say in _SAID_WHOLE else one.keys() & two.keys()
    mine, theirs = (", ".join(words for key, words in side.items() if key not in shared) for side in (one, two))
    return mine or NOTHING, theirs or NOTHING


_Say = Callable[[Listing], dict[object, str]]  # by what makes two statements equal: what a person reads


def _fees(listing: Listing) -> dict[object, str]:
    return {
        (fee.kind, fee.amount, fee.currency, fee.per, slug(fee.audience or ""), fee.start, fee.until): _fee(
            fee_name(fee), price(fee), fee.amount
        )
        for fee in listing.fees
    }


def _fee(name: str, cost: str, amount: Decimal) -> str:
    return f"{name} of {cost}" if amount else f"no {name}"


def _requirements(listing: Listing) -> dict[object, str]:
    said: dict[object, str] = {}
    for requirement in listing.requirements:
        wish = " preferred" if requirement.level is Level.PREFERRED else ""
        words = " ".join(filter(None, (requirement.exam, score_words(requirement))))
        said[slug(requirement.exam), score_words(requirement), wish] = words + wish
    return said


def _links(listing: Listing) -> dict[object, str]:
    return {urls.normal(link.url): link.url for link in listing.links}


def _contacts(listing: Listing) -> dict[object, str]:
    said: dict[object, str] = {}
    for contact in listing.contacts:
        address = contact.email or contact.phone
        shown = " ".join(filter(None, (contact.name, address)))
        said[(address or contact.name or "").strip().lower()] = shown
    return said


def _deadlines(listing: Listing) -> dict[object, str]:
    return {(slug(d.what), d.date, d.note): deadline_words(d).removeprefix("the ") for d in listing.deadlines}


def _words(pick: Callable[[Listing], Iterable[str | None]]) -> _Say:
    return lambda listing: {slug(word): word for word in pick(listing) if word}


_kinds = _words(lambda listing: listing.kinds)
_specialties = _words(lambda listing: listing.specialties)
_MILD = frozenset({"the kinds", "the audience", "specialties"})  # guides put these in many words
_SAID_WHOLE = (_kinds, _specialties)  # "observership, research" against "observership" reads better than "research"


def _hands_on(listing: Listing) -> dict[object, str]:
    if listing.hands_on is None:
        return {}
    return {listing.hands_on: "hands-on" if listing.hands_on else "not hands-on"}


_TOPICS: tuple[tuple[str, _Say], ...] = (
    ("fees", _fees),
    ("deadlines", _deadlines),
    ("requirements", _requirements),
    ("contacts", _contacts),
    ("links", _links),
    ("the kinds", _kinds),
    ("hands-on", _hands_on),
    ("the audience", _words(lambda listing: (listing.audience,))),
    ("specialties", _specialties),
    ("the city", _words(lambda listing: (listing.city,))),
    ("the state", _words(lambda listing: (listing.state,))),
)
