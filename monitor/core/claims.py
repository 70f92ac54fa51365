"""What a listing states that a page should bear out: its claims, each with an id that outlives its value."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from monitor.core.listing import Comparison, Contact, Deadline, Fee, FeeKind, Level, Listing, Requirement
from monitor.core.wording import day, money, number, slug


class ClaimKind(StrEnum):
    """What a claim is about."""

    FEE = "fee"
    REQUIREMENT = "requirement"
    CONTACT = "contact"
    DEADLINE = "deadline"


Statement = Fee | Requirement | Contact | Deadline
"""What a claim says, as the listing holds it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of a listing: `key` is its place ("fees[0]"), `words` what a person calls it."""

    id: str
    kind: ClaimKind
    key: str
    words: str


def claims(listing: Listing) -> tuple[Claim, ...]:
    """Every fee, requirement, contact and deadline of a listing, in the order of the file, with distinct ids.

    An id is the kind and the distinguishing words, never the value. Fees that coincide but for their notes each take
    the words of the note in addition, else their currency; what coincides even so is counted in the order of the
    file: `:2`, `:3`.
    """
    fee_ids = _fee_ids(listing.fees)
    stated = [
        *(
            Claim(id_, ClaimKind.FEE, f"fees[{i}]", fee_words(fee))
            for i, (id_, fee) in enumerate(zip(fee_ids, listing.fees, strict=True))
        ),
        *(
            Claim(
                _joined("requirement", slug(r.exam)), ClaimKind.REQUIREMENT, f"requirements[{i}]", requirement_words(r)
            )
            for i, r in enumerate(listing.requirements)
        ),
        *(
            Claim(_joined("contact", _contact_id(c)), ClaimKind.CONTACT, f"contacts[{i}]", contact_words(c))
            for i, c in enumerate(listing.contacts)
        ),
        *(
            Claim(_joined("deadline", slug(d.what)), ClaimKind.DEADLINE, f"deadlines[{i}]", deadline_words(d))
            for i, d in enumerate(listing.deadlines)
        ),
    ]
    distinct = _counted([claim.id for claim in stated])
    return tuple(Claim(id_, claim.kind, claim.key, claim.words) for id_, claim in zip(distinct, stated, strict=True))


def stated(listing: Listing) -> tuple[tuple[Claim, Statement], ...]:
    """Every claim with the statement that it is, in the order of the file."""
    said: tuple[Statement, ...] = (*listing.fees, *listing.requirements, *listing.contacts, *listing.deadlines)
    return tuple(zip(claims(listing), said, strict=True))


def digest(statement: Statement) -> str:
    """A digest of everything that a statement says: a changed value is another one, how it is written is not."""
    match statement:
        case Fee() as fee:
            said: list[object] = [
                fee.kind,
                _plain(fee.amount),
                fee.currency,
                fee.per,
                fee.audience,
                fee.note,
                fee.start,
                fee.until,
            ]
        case Requirement() as asked:
            sections = sorted((name, _plain(points)) for name, points in asked.sections.items())
            points = [None if value is None else _plain(value) for value in (asked.above, asked.minimum)]
            said = [asked.exam, *points, sections, asked.sections_are, asked.any_of, asked.level, asked.note]
        case Contact() as contact:
            said = [contact.name, contact.email, contact.phone, contact.role]
        case Deadline() as due:
            said = [due.what, due.date, due.note]
        case _:
            assert_never(statement)
    text = json.dumps([type(statement).__name__, said], default=str, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def answerable(statement: Statement, today: date) -> bool:
    """Whether a page of today can answer for a statement: it holds today, and a deadline names its day."""
    match statement:
        case Fee(start=first, until=last):
            return (first is None or first <= today) and (last is None or last >= today)
        case Deadline(date=last):
            return last is not None and last >= today
        case Requirement() | Contact():
            return True
        case _:
            assert_never(statement)


# --- in words -----------------------------------------------------------------------------------------------------


def price(fee: Fee) -> str:
    """ "$1,000 per month"; "nothing" for a price of zero."""
    if not fee.amount:
        return "nothing"
    return f"{money(fee.amount, fee.currency)}{f' per {fee.per}' if fee.per else ''}"


def fee_name(fee: Fee) -> str:
    """ "tuition fee", "application fee for graduates", "fee (books)"."""
    named = (
        "housing price" if fee.kind is FeeKind.HOUSING else "fee" if fee.kind is FeeKind.OTHER else f"{fee.kind} fee"
    )
    note = f" ({fee.note})" if fee.kind is FeeKind.OTHER and fee.note else ""
    return f"{named}{note}{f' for {fee.audience}' if fee.audience else ''}"


def fee_words(fee: Fee) -> str:
    """ "the tuition fee of $1,000 per month"."""
    return f"the {fee_name(fee)} of {price(fee)}"


def score_words(requirement: Requirement) -> str:
    """ "above 80", "at least 100, speaking at least 26"; "" where no score is stated."""
    parts = []
    if requirement.above is not None:
        parts.append(f"above {number(requirement.above)}")
    if requirement.minimum is not None:
        parts.append(f"at least {number(requirement.minimum)}")
    wanted = "above" if requirement.sections_are is Comparison.ABOVE else "at least"
    parts.extend(f"{section} {wanted} {number(points)}" for section, points in sorted(requirement.sections.items()))
    return ", ".join(parts)


def requirement_words(requirement: Requirement) -> str:
    """ "the requirement of TOEFL above 80"; a wish is called one."""
    score = score_words(requirement)
    verb = "requirement" if requirement.level is Level.REQUIRED else "preference"
    return f"the {verb} of {requirement.exam}{f' ({score})' if ',' in score else f' {score}' if score else ''}"


def contact_words(contact: Contact) -> str:
    """ "the contact Olivia Cata, ocata@miami.edu"."""
    return f"the contact {', '.join(part for part in (contact.name, contact.email, contact.phone) if part)}"


def deadline_words(deadline: Deadline) -> str:
    """ "the application deadline of 15 January 2027"."""
    if deadline.date is not None:
        return f"the {deadline.what} deadline of {day(deadline.date)}"
    return f"the {deadline.what} deadline{f' ({deadline.note})' if deadline.note else ''}"


def value_words(statement: Statement) -> str:
    """The value alone: "$1,000 per month", "TOEFL above 80", "Olivia Cata, ocata@miami.edu", "15 January 2027"."""
    match statement:
        case Fee() as fee:
            return price(fee)
        case Requirement() as asked:
            return " ".join(part for part in (asked.exam, score_words(asked)) if part)
        case Contact() as contact:
            return ", ".join(part for part in (contact.name, contact.email, contact.phone) if part)
        case Deadline() as due:
            return day(due.date) if due.date is not None else due.note or due.what
        case _:
            assert_never(statement)


# --- ids ----------------------------------------------------------------------------------------------------------


def _fee_ids(fees: Sequence[Fee]) -> list[str]:
    ids = [_fee_id(fee) for fee in fees]
    notes = [slug(fee.note or "") for fee in fees]
    return _told_apart(_told_apart(ids, notes), [slug(fee.currency) for fee in fees])


def _told_apart(ids: Sequence[str], words: Sequence[str]) -> list[str]:
    """The same ids, with the words behind those that coincide and whose words differ."""
    said: dict[str, set[str]] = {}
    for id_, more in zip(ids, words, strict=True):
        said.setdefault(id_, set()).add(more)
    return [_joined(id_, more) if len(said[id_]) > 1 else id_ for id_, more in zip(ids, words, strict=True)]


def _fee_id(fee: Fee) -> str:
    return _joined(
        "fee",
        fee.kind,
        slug(fee.per or ""),
        slug(fee.audience or ""),
        f"from-{fee.start.isoformat()}" if fee.start else "",
        f"until-{fee.until.isoformat()}" if fee.until else "",
    )


def _contact_id(contact: Contact) -> str:
    digits = "".join(char for char in contact.phone or "" if char.isdecimal())
    return (contact.email or "").strip().lower() or digits or slug(contact.name or "")


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}" if value.is_finite() else str(value)


def _joined(*parts: str) -> str:
    return ":".join(part for part in parts if part)


def _counted(ids: Sequence[str]) -> list[str]:
    """The same ids, with a count behind each repeated one; a count never takes an id that another claim has."""
    taken, given = set(ids), set[str]()
    distinct = []
    for id_ in ids:
        chosen, count = id_, 1
        while chosen in given or (count > 1 and chosen in taken):
            count += 1
            chosen = f"{id_}:{count}"
        given.add(chosen)
        distinct.append(chosen)
    return distinct
