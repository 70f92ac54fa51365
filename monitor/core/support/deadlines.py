"""Deadlines against the dates that pages name as deadlines."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from monitor.core.claims import Claim
from monitor.core.content import Area
from monitor.core.fact import DateFact, Purpose
from monitor.core.finding import Suggestion
from monitor.core.listing import Deadline, Listing
from monitor.core.support import notices
from monitor.core.support.applies import about_another, for_others
from monitor.core.support.occasions import occasion
from monitor.core.support.purposes import names
from monitor.core.support.statements import Statement, verdict
from monitor.core.verdict import Reading, Support, Verdict
from monitor.core.wording import day

_ADVICE = re.compile(r"\b(?:encouraged|recommended|suggested|advised|preferred|priority|preferably)\b", re.IGNORECASE)
_HOWEVER = re.compile(r"[,;] (?:however|but|although|though|yet)\b", re.IGNORECASE)

Said = Callable[..., Statement]


def support(claim: Claim, deadline: Deadline, readings: Sequence[Reading], today: date, listing: Listing) -> Verdict:
    """Whether the pages name the day of *deadline* (the claim) as one for the same purpose."""
    if deadline.date is None:
        return notices.support(claim, deadline, readings, listing, _others(claim, deadline, readings, today, listing))
    said = [
        statement
        for reading in readings
        for fact in _about(reading, listing)
        if (statement := _statement(claim, deadline, fact, reading.url, today)) is not None
    ]
    silence = f"No page names a day as the {deadline.what} deadline."
    return verdict(claim, said or notices.instead_of_a_day(claim, deadline, readings, listing), silence)


def _others(
    claim: Claim, deadline: Deadline, readings: Sequence[Reading], today: date, listing: Listing
) -> Iterator[Statement]:
    """The days that pages name where the listing names none."""
    for reading in readings:
        for fact in _about(reading, listing):
            certain = fact.date is not None and fact.date >= today and fact.either is None
            if certain and names(deadline.what, fact.label, fact.place.heading):
                change = (Suggestion(f"{claim.key}.note"), Suggestion(f"{claim.key}.date", fact.date))
                why = f"The page names {_in_words(fact)} as the deadline."
                yield Statement(Support.REFUTED, why, _in_words(fact), fact.quote, reading.url, change)


def _about(reading: Reading, listing: Listing) -> Iterator[DateFact]:
    for fact in reading.facts.dates:
        is_meant = fact.purpose is Purpose.DEADLINE and fact.place.area is Area.MAIN
        heading = fact.place.heading
        about_others = about_another(listing, heading, fact.label) or for_others(heading) or for_others(fact.label)
        if is_meant and not about_others:
            yield fact


def _statement(claim: Claim, deadline: Deadline, fact: DateFact, url: str, today: date) -> Statement | None:
    if not names(deadline.what, fact.label, fact.place.heading):
        return None
    assert deadline.date is not None

    def said(kind: Support, why: str, *suggestions: Suggestion) -> Statement:
        found = day(fact.either) if fact.either and fact.either == deadline.date else _in_words(fact)
        return Statement(kind, why, found, fact.quote, url, suggestions)

    if deadline.date in {fact.date, fact.either}:
        nuance = "" if fact.either is None else " (read one of two ways)"
        return said(Support.SUPPORTED, f"The page names the same day{nuance}.")
    if fact.date is None:
        return _without_a_year(claim, deadline.date, fact, today, said)
    if fact.date < today:
        return said(
            Support.UNDECIDED, f"The page names {day(fact.date)}, which has passed: perhaps of an earlier year."
        )
    if _is_advice(fact):
        return said(Support.UNDECIDED, f"The page names {_in_words(fact)} only as the day by which one should act.")
    if fact.either is not None:
        return said(Support.UNDECIDED, f"The page's date can be read as {day(fact.date)} or {day(fact.either)}.")
    return said(
        Support.REFUTED, f"The page names {day(fact.date)} as the deadline.", Suggestion(f"{claim.key}.date", fact.date)
    )


def _without_a_year(claim: Claim, claimed: date, fact: DateFact, today: date, said: Said) -> Statement | None:
    if fact.month is None or fact.day is None:
        return said(Support.UNDECIDED, "The page names a month only.")
    if (fact.month, fact.day) == (claimed.month, claimed.day):
        return said(Support.SUPPORTED, "The page names the same day, without a year.")
    if _is_advice(fact):
        return said(Support.UNDECIDED, f"The page names {_in_words(fact)} only as the day by which one should act.")
    following = occasion(fact.month, fact.day, today)
    if following is None:
        return None
    return said(
        Support.REFUTED,
        f"The page names another day, without a year; it next comes round on {day(following)}.",
        Suggestion(f"{claim.key}.date", following),
    )


def _is_advice(fact: DateFact) -> bool:
    """Whether one should act by the day and need not; what its sentence goes on to advise is another thing."""
    parts = _HOWEVER.split(fact.quote)
    own = next((part for part in parts if fact.label and fact.label in part), fact.quote)
    return _ADVICE.search(f"{fact.label} {own}") is not None


def _in_words(fact: DateFact) -> str:
    if fact.date is not None:
        return day(fact.date)
    if fact.month is not None and fact.day is not None:
        return day(date(2000, fact.month, fact.day)).removesuffix(" 2000")  # a leap year has every day
    return f"{fact.month}/{fact.year}"
