"""A page → a listing as the page states it, for a person to correct: what is unsure is kept apart, with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from monitor.core.drafting.demands import requirements
from monitor.core.drafting.dues import deadlines
from monitor.core.drafting.kinds import kinds, whom
from monitor.core.drafting.links import links
from monitor.core.drafting.model import Draft, Found
from monitor.core.drafting.naming import identity, named
from monitor.core.drafting.people import contacts
from monitor.core.drafting.prices import fees
from monitor.core.drafting.whereabouts import whereabouts
from monitor.core.listing import Deadline, Listing
from monitor.core.support import closure, verdicts
from monitor.core.verdict import Reading, Support, Verdict

__all__ = ["Draft", "Found", "draft"]

MAX_STATEMENTS = 40  # of one kind; the catalogue holds 100
Value = TypeVar("Value")


def draft(reading: Reading, source: str, today: date) -> Draft:
    """What *reading* states of a listing.

    1. Names, place, kinds and audience from title, headings and address.
    2. A fee, requirement, contact, deadline for each fact; what a person must decide is in doubt.
    3. Each of them is held against the page as a claim: what it would not bear out at the next look is in doubt too.
    """
    institution, program = named(reading)
    city, state = whereabouts(reading)
    offered = kinds(reading)
    drafted = Draft(
        id=identity(
            institution.value if institution else "", program.value if program else "", offered.value if offered else ()
        ),
        source=source,
        institution=institution,
        program=program,
        city=city,
        state=state,
        kinds=offered,
        audience=whom(reading),
        links=links(reading),
        fees=fees(reading.facts.money)[:MAX_STATEMENTS],
        requirements=requirements(reading.facts.scores, reading.blocks)[:MAX_STATEMENTS],
        contacts=contacts(reading.facts),
        deadlines=deadlines(reading.facts.dates, today),
    )
    shut = closure(drafted.listing, [reading], today)
    return replace(_proved(drafted, reading, today), closure=shut.closure if shut is not None else None)


def _proved(drafted: Draft, reading: Reading, today: date) -> Draft:
    """The same, with what its own page does not bear out in doubt; a deadline without a day cannot be borne out."""
    stated: Listing = drafted.listing
    told = iter(verdicts(stated, [reading], today))
    return replace(
        drafted,
        fees=_held(drafted.fees, told),
        requirements=_held(drafted.requirements, told),
        contacts=_held(drafted.contacts, told),
        deadlines=_held(drafted.deadlines, told),
    )


def _held(found: Sequence[Found[Value]], told: Iterator[Verdict]) -> tuple[Found[Value], ...]:
    """*told* gives a verdict on each sure value, in their order."""
    return tuple(_with(each, next(told)) if each.sure else each for each in found)


def _with(found: Found[Value], verdict: Verdict) -> Found[Value]:
    dayless = isinstance(found.value, Deadline) and found.value.date is None
    borne_out = verdict.support is Support.SUPPORTED
    return found if borne_out or dayless else replace(found, doubt=f"not recognised on the page again: {verdict.why}")
