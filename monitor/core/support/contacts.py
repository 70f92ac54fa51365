"""A contact against pages: is the address, the number or the name there, or does a page give another in its place?

An e-mail address decides where the guide gives one, else a telephone number, else the name. Another value refutes only
where the page states it for the same person, the same role or the same mailbox, and no second one beside it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from monitor.core import urls
from monitor.core.claims import Claim
from monitor.core.content import Block
from monitor.core.fact import Phone, Place
from monitor.core.facts.emails import visible
from monitor.core.facts.lexicon.contacts import COMMON_MAILBOXES
from monitor.core.facts.people import is_named, names_others
from monitor.core.facts.phones import MIN_DIGITS, in_text, normal
from monitor.core.facts.setting import MAX_QUOTE_CHARACTERS, around, within_bounds
from monitor.core.finding import Suggestion
from monitor.core.listing import Contact
from monitor.core.support.departures import departures, is_out_of_use
from monitor.core.verdict import Reading, Support, Verdict
from monitor.core.wording import slug

LINES_BELOW = 3  # so many blocks below a name may hold what belongs to that person
MAX_LINE_CHARACTERS = MAX_QUOTE_CHARACTERS  # a longer block is prose, in which an address may be anybody's
MAX_DISTANCE_CHARACTERS = 150  # in one line, from a name to what belongs to it
MIN_WORDS = 2  # "Coordinator" alone is anybody's role
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s")  # "M.D. " ends none


@dataclass(frozen=True, slots=True)
class _Other:
    """Another value that a page states in a contact's place; `whose` says why it stands in its place.

    `successor`: the name that goes with it, where it is another one.
    """

    value: str
    whose: str
    quote: str
    url: str
    successor: str | None = None


def support(claim: Claim, contact: Contact, readings: Sequence[Reading]) -> Verdict:
    """What *readings* say about a contact: its e-mail decides, else its phone, else its name."""
    if contact.email:
        return _by_email(claim, contact, contact.email.strip().lower(), readings)
    if contact.phone:
        return _by_phone(claim, contact, contact.phone, readings)
    return _by_name(claim, contact.name or "", readings)


# --- by e-mail ----------------------------------------------------------------------------------------------------


def _by_email(claim: Claim, contact: Contact, wanted: str, readings: Sequence[Reading]) -> Verdict:
    for reading in readings:
        for email in reading.facts.emails:
            if email.address == wanted and not _is_retired(email.place, wanted, reading):
                why = "The address stands on the page" + _nuance(contact, readings)
                return Verdict(claim.id, Support.SUPPORTED, why, wanted, email.quote, reading.url)
    retired = _retired(claim, wanted, readings) or _left(claim, contact, readings)
    if retired is not None:
        return retired
    ways = (_of_the_same_person, _of_the_same_role, _of_the_same_mailbox)
    for others in (list(way(contact, readings)) for way in ways):
        if others:
            return _instead(claim, others, "email")
    if any(email.hidden for reading in readings for email in reading.facts.emails):
        why = "An e-mail address on the page is hidden from machines; it may be this one"
        return Verdict(claim.id, Support.UNDECIDED, why, withheld=True)
    return Verdict(claim.id, Support.UNDECIDED, "No page that was read gives the address, or another in its place")


def _instead(claim: Claim, others: Sequence[_Other], key: str) -> Verdict:
    """A refutation where all agree; several values are for a person to choose from."""
    one = others[0]
    if len({other.value for other in others}) > 1:
        values = ", ".join(sorted({other.value for other in others})[:3])
        return Verdict(claim.id, Support.UNDECIDED, f"The pages give several in its place: {values}")
    suggestions = [Suggestion(f"{claim.key}.{key}", one.value)]
    if one.successor is not None:
        suggestions.append(Suggestion(f"{claim.key}.name", one.successor))
    found = ", ".join(part for part in (one.successor, one.value) if part)
    why = f"The page gives another for {one.whose}"
    return Verdict(claim.id, Support.REFUTED, why, found, one.quote, one.url, tuple(suggestions))


def _of_the_same_person(contact: Contact, readings: Sequence[Reading]) -> Iterator[_Other]:
    """The one address behind the contact's name."""
    if contact.name is None or not _is_distinct(contact.name):
        return
    for reading in readings:
        for address, quote in _beside(contact.name, within_bounds(reading.blocks), _addresses):
            yield _Other(address, contact.name, quote, reading.url)
        for link in reading.links:
            if link.url[:7].lower() == "mailto:" and is_named(link.text, contact.name):
                for address in _addresses(unquote(link.url[7:].partition("?")[0])):
                    yield _Other(address, contact.name, link.text, reading.url)


def _of_the_same_role(contact: Contact, readings: Sequence[Reading]) -> Iterator[_Other]:
    """The one address behind somebody else who has the contact's role, where no page names the contact any more."""
    role = slug(contact.role or "")
    if not _is_distinct(role) or (contact.name and _where_named(contact.name, readings) is not None):
        return
    for reading in readings:
        for person in reading.facts.people:
            if slug(person.role) == role:
                at = person.place.block
                for address, quote in _beside(person.name, reading.blocks[at : at + 1 + LINES_BELOW], _addresses):
                    successor = person.name if contact.name else None
                    yield _Other(address, f"the {person.role}", quote, reading.url, successor)


def _of_the_same_mailbox(contact: Contact, readings: Sequence[Reading]) -> Iterator[_Other]:
    """The same mailbox under another name of its institution: the domain grew or shrank, or is the page's own now."""
    local, _, host = (contact.email or "").strip().lower().partition("@")
    if local in COMMON_MAILBOXES:
        return
    for reading in readings:
        own = urls.site(urls.name(reading.url))
        for email in reading.facts.emails:
            mailbox, _, at = (email.address or "").partition("@")
            if mailbox != local:
                continue
            moved_home = urls.site(at) == own and urls.site(host) != own
            if moved_home or at.endswith(f".{host}") or host.endswith(f".{at}"):
                yield _Other(f"{mailbox}@{at}", f"the mailbox {local}", email.quote, reading.url)


# --- by telephone -------------------------------------------------------------------------------------------------


def _by_phone(claim: Claim, contact: Contact, written: str, readings: Sequence[Reading]) -> Verdict:
    wanted, extension = normal(written) or ("".join(char for char in written if char.isdecimal()), None)
    for reading in readings:
        for phone in sorted(reading.facts.phones, key=lambda each: each.fax):
            if phone.digits == wanted or (len(wanted) >= MIN_DIGITS and phone.digits.endswith(wanted)):
                if phone.fax:
                    why = "The number stands on the page as that of a fax"
                    return Verdict(claim.id, Support.UNDECIDED, why, phone.words, phone.quote, reading.url)
                why = f"The number stands on the page{_extension(extension, phone)}{_nuance(contact, readings)}"
                return Verdict(claim.id, Support.SUPPORTED, why, phone.words, phone.quote, reading.url)
    left = _left(claim, contact, readings)
    if left is not None:
        return left
    name = contact.name or ""
    others = [
        _Other(number, name, quote, reading.url)
        for reading in (readings if _is_distinct(name) else ())
        for number, quote in _beside(name, within_bounds(reading.blocks), _numbers)
    ]
    if others:
        return _instead(claim, others, "phone")
    return Verdict(claim.id, Support.UNDECIDED, "No page that was read gives the number, or another in its place")


def _extension(wanted: str | None, phone: Phone) -> str:
    if wanted == phone.extension:
        return ""
    return f", with extension {phone.extension}" if phone.extension else f", without the extension {wanted}"


# --- by name ------------------------------------------------------------------------------------------------------


def _by_name(claim: Claim, name: str, readings: Sequence[Reading]) -> Verdict:
    where = _where_named(name, readings)
    if where is None:
        return Verdict(claim.id, Support.UNDECIDED, "No page that was read names this contact")
    left = _left(claim, Contact(name=name), readings)
    if left is not None:
        return left
    url, quote = where
    return Verdict(claim.id, Support.SUPPORTED, "The name stands on the page", name, quote, url)


# --- what is of the past ------------------------------------------------------------------------------------------


def _is_retired(place: Place, wanted: str, reading: Reading) -> bool:
    """Whether every time that a block gives an address it says that it is out of use."""
    text = reading.blocks[place.block].text if place.block < len(reading.blocks) else ""
    spans = [(start, end) for address, start, end in visible(text) if address == wanted]
    return bool(spans) and all(is_out_of_use(text, start, end) for start, end in spans)


def _retired(claim: Claim, wanted: str, readings: Sequence[Reading]) -> Verdict | None:
    """A refutation where a page says that the mailbox is out of use."""
    for reading in readings:
        for email in reading.facts.emails:
            if email.address == wanted and _is_retired(email.place, wanted, reading):
                instead = [a for a in _addresses(reading.blocks[email.place.block].text) if a != wanted]
                why = "The page says that the address is out of use"
                return _past(claim, why, "email", instead, email.quote, reading.url)
    return None


def _left(claim: Claim, contact: Contact, readings: Sequence[Reading]) -> Verdict | None:
    """A refutation where a page says that the person is gone."""
    if not _is_distinct(contact.name or ""):
        return None
    key, values = ("phone", _numbers) if contact.phone and not contact.email else ("email", _addresses)
    for reading in readings:
        for block, said in departures(contact.name or "", reading.blocks):
            why = f"The page says that {contact.name} is there no longer"
            return _past(claim, why, key, values(block.text[:MAX_LINE_CHARACTERS]), said, reading.url)
    return None


def _past(claim: Claim, why: str, key: str, instead: Sequence[str], quote: str, url: str) -> Verdict:
    """What is of the past is refuted; the one value that a page gives beside it is suggested."""
    only = next(iter(instead)) if len(set(instead)) == 1 else None
    suggestions = (Suggestion(f"{claim.key}.{key}", only),) if only is not None else ()
    return Verdict(claim.id, Support.REFUTED, why, only or "of the past", around(quote, 0, 0), url, suggestions)


def _nuance(contact: Contact, readings: Sequence[Reading]) -> str:
    if contact.name and _where_named(contact.name, readings) is None:
        return f", but no page that was read names {contact.name}"
    return ""


def _where_named(name: str, readings: Sequence[Reading]) -> tuple[str, str] | None:
    """The page that names somebody, and its words."""
    for reading in readings:
        for block in within_bounds(reading.blocks):
            at = is_named(block.text, name)
            if at is not None:
                return reading.url, around(block.text, *at)
    return None


def _is_distinct(name: str) -> bool:
    """Whether a name has words enough to be one person's or one office's: "Enquiries" is everybody's."""
    return slug(name).count("-") + 1 >= MIN_WORDS


def _beside(name: str, blocks: Sequence[Block], values: Callable[[str], Sequence[str]]) -> Iterator[tuple[str, str]]:
    """What stands behind a name in its line, else in the lines below that may belong to it: each with the line.

    Only a single value counts, before which nobody else is named.
    """
    for index, block in enumerate(blocks):
        at = is_named(block.text, name)
        if at is None:
            continue
        own = _SENTENCE_END.split(block.text[at[1] : at[1] + MAX_DISTANCE_CHARACTERS], maxsplit=1)[0]
        below = () if len(block.text) > MAX_LINE_CHARACTERS else blocks[index + 1 : index + 1 + LINES_BELOW]
        for line, text in ((block, own), *((line, line.text) for line in below)):
            if len(text) > MAX_LINE_CHARACTERS or names_others(text, name) or (line is not block and line.heading):
                break
            found = set(values(text))
            if found:
                if len(found) == 1 and found >= set(values(line.text[:MAX_LINE_CHARACTERS])):
                    yield found.pop(), around(line.text, *((at[0], at[1] + len(own)) if line is block else (0, 0)))
                break


def _addresses(text: str) -> list[str]:
    return [address for address, _, _ in visible(text)]


def _numbers(text: str) -> list[str]:
    return [phone.words for phone in in_text(text, Place(0), "") if not phone.fax]
