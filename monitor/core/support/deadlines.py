"""Deadlines against the dates that pages name as deadlines."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from monitor.core.claims import Claim
from monitor.core.content import Area
from monitor.core.fact import DateFact, Purpose
from monitor.core.finding import Suggestion
from monitor.core.listing import Deadline, Listing
from monitor.core.support.applies import about_another, for_others
from monitor.core.support.occasions import occasion
from monitor.core.support.statements import Statement, verdict
from monitor.core.verdict import Reading, Support, Verdict
from monitor.core.wording import day, slug, vocabulary

_APPLYING = ("appl", "submi", "candida", "bewerb", "solicit", "inscri")  # how words of applying begin
_SAYING_NOTHING = vocabulary(
    """
    a all and apply are be before by close closes closing date dates day deadline deadlines due end final for frist in
    is last later limite limit must no not of on or our plazo prazo received than the this through to until up your
    """
)
_PARTS_OF_A_YEAR = vocabulary(
    """
    january february march april may june july august september october november december spring summer fall
    autumn winter first second third fourth term session block cycle year academic monday tuesday wednesday thursday
    friday saturday sunday
    """
)
_OTHER_THINGS = (
    "fee",
    "pay",
    "deposit",
    "refund",
    "cancel",
    "withdr",
    "decision",
    "notif",
    "housing",
    "scholar",
    "tuition",
)
_STEM = 5  # letters by which words are one: application, applications


Said = Callable[..., Statement]


def support(claim: Claim, deadline: Deadline, readings: Sequence[Reading], today: date, listing: Listing) -> Verdict:
    """Whether the pages name the day of *deadline* (the claim) as one for the same purpose."""
    if deadline.date is None:
        return verdict(claim, (), "The listing names no day that a page could bear out.")
    said = [
        statement
        for reading in readings
        for fact in _about(reading, listing)
        if (statement := _statement(claim, deadline, fact, reading.url, today)) is not None
    ]
    return verdict(claim, said, f"No page names a day as the {deadline.what} deadline.")


def _about(reading: Reading, listing: Listing) -> Iterator[DateFact]:
    for fact in reading.facts.dates:
        is_meant = fact.purpose is Purpose.DEADLINE and fact.place.area is Area.MAIN
        heading = fact.place.heading
        about_others = about_another(listing, heading, fact.label) or for_others(heading) or for_others(fact.label)
        if is_meant and not about_others:
            yield fact


def _statement(claim: Claim, deadline: Deadline, fact: DateFact, url: str, today: date) -> Statement | None:
    if not _names(deadline.what, fact):
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
    following = occasion(fact.month, fact.day, today)
    if following is None:
        return None
    return said(
        Support.REFUTED,
        f"The page names another day, without a year; it next comes round on {day(following)}.",
        Suggestion(f"{claim.key}.date", following),
    )


def _names(what: str, fact: DateFact) -> bool:
    """Whether a deadline is one for *what*: its label says so, or says nothing else and the listing means applying."""
    label = _words(fact.label)
    around = label | _words(fact.place.heading)
    if _is_other(label) and not _is_other(_words(what)):
        return False
    if _is_applying(_words(what)):
        return _is_applying(around) or not (label - _SAYING_NOTHING - _PARTS_OF_A_YEAR)
    stems = {word[:_STEM] for word in _words(what)}
    return bool(stems & {word[:_STEM] for word in around})


def _is_other(words: frozenset[str]) -> bool:
    return any(word.startswith(_OTHER_THINGS) for word in words)


def _is_applying(words: frozenset[str]) -> bool:
    return any(word.startswith(_APPLYING) for word in words)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in slug(text).split("-") if word and not word.isdigit()) - _SAYING_NOTHING


def _in_words(fact: DateFact) -> str:
    if fact.date is not None:
        return day(fact.date)
    if fact.month is not None and fact.day is not None:
        return day(date(2000, fact.month, fact.day)).removesuffix(" 2000")  # a leap year has every day
    return f"{fact.month}/{fact.year}"
