"""Whom to write to and call: the addresses, numbers and names of a page, put together where they stand together."""

from collections.abc import Sequence

from monitor.core.content import Area
from monitor.core.drafting.model import Found
from monitor.core.fact import Email, Facts, Person, Phone, Place
from monitor.core.listing import Contact

MAX_SURE = 8
MAX_DOUBTED = 8
BLOCKS_ABOVE = 3  # so far below a name may stand what belongs to it
BLOCKS_BELOW = 2
_IN_FURNITURE = "it stands in the furniture of the page"
_NO_ADDRESS = "no e-mail address or number stands beside the name"
_MANY = "the page names many"


def contacts(facts: Facts) -> tuple[Found[Contact], ...]:
    """A contact for every address, with the name and the number beside it; then the numbers and names left over."""
    emails = list({each.address: each for each in reversed(facts.emails) if each.address is not None}.values())[::-1]
    phones = list({each.digits: each for each in reversed(facts.phones) if not each.fax}.values())[::-1]
    people = list({each.name: each for each in reversed(facts.people)}.values())[::-1]
    found = []
    for n, email in enumerate(emails):
        following = emails[n + 1].place.block if n + 1 < len(emails) else None
        person = _named(email.place, people, [each for each in emails if each is not email])
        phone = _beside(email.place, phones, following)
        people = [each for each in people if each is not person]
        phones = [each for each in phones if each is not phone]
        found.append(_contact(person, email, phone))
    for left in phones:
        person = _named(left.place, people, [])
        people = [each for each in people if each is not person]
        found.append(_contact(person, None, left))
    found += [_contact(each, None, None) for each in people]
    return _bounded(found)


def _contact(person: Person | None, email: Email | None, phone: Phone | None) -> Found[Contact]:
    stated = email or phone or person
    assert stated is not None
    value = Contact(
        name=person.name if person else None,
        email=email.address if email else None,
        phone=phone.words if phone else None,
        role=person.role if person else None,
    )
    quotes = dict.fromkeys(each.quote for each in (person, email, phone) if each is not None)
    alone = email is None and phone is None
    doubt = _NO_ADDRESS if alone else _IN_FURNITURE if stated.place.area is Area.CHROME else ""
    return Found(value, " … ".join(quotes), doubt)


def _named(place: Place, people: Sequence[Person], others: Sequence[Email]) -> Person | None:
    """The person named in the same block or closely above, with no other address between."""
    near = [each for each in people if 0 <= place.block - each.place.block <= BLOCKS_ABOVE]
    nearest = max(near, key=lambda each: each.place.block, default=None)
    if nearest is None or any(nearest.place.block <= other.place.block < place.block for other in others):
        return None
    return nearest


def _beside(place: Place, phones: Sequence[Phone], following: int | None) -> Phone | None:
    """The number in the same block or close to it, before the next address."""
    near = [
        each
        for each in phones
        if -1 <= each.place.block - place.block <= BLOCKS_BELOW
        and (following is None or each.place.block < following or each.place.block == place.block)
    ]
    return min(near, key=lambda each: abs(each.place.block - place.block), default=None)


def _bounded(found: Sequence[Found[Contact]]) -> tuple[Found[Contact], ...]:
    """Not more than a person would read: of a directory the first few, in doubt."""
    sure = [each for each in found if each.sure]
    doubted = [each for each in found if not each.sure]
    if len(sure) > MAX_SURE:
        doubted = [*(Found(each.value, each.quote, _MANY) for each in sure[MAX_SURE:]), *doubted]
    return (*sure[:MAX_SURE], *doubted[:MAX_DOUBTED])
