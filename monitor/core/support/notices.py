"""Deadlines that are no days ("four months ahead", "rolling") against what pages say of when to apply."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from monitor.core.claims import Claim
from monitor.core.content import Area
from monitor.core.fact import Notice
from monitor.core.facts.durations import spans
from monitor.core.facts.notices import Timing, denies_a_day, timings
from monitor.core.finding import Suggestion
from monitor.core.listing import Deadline, Listing
from monitor.core.support.applies import about_another, for_others
from monitor.core.support.purposes import is_applying, names, names_applying
from monitor.core.support.statements import Statement, verdict
from monitor.core.verdict import Reading, Support, Verdict

_SLACK = 0.02  # of a span: twelve months of thirty days are a year
_ADVICE = re.compile(
    r"\b(?:suggest\w*|encourag\w*|recommend\w*|advis\w*|prefer\w*|priority|ideally|strongly)\b[^.,;]*$", re.IGNORECASE
)  # in the clause before a time: one should, and need not


def support(
    claim: Claim, deadline: Deadline, readings: Sequence[Reading], listing: Listing, days: Iterable[Statement]
) -> Verdict:
    """Whether the pages ask for the time that the note of *deadline* (the claim) tells.

    *days*: what pages say that name a day; only a deadline that is none at all is refuted by them.
    """
    claimed = _claimed(deadline.note or "")
    if claimed is None:
        return verdict(claim, (), "The listing names no day and no time that a page could bear out.")
    said = [
        statement
        for reading, notice in _meant(readings, deadline, listing)
        if (statement := _statement(claim, claimed, notice, reading.url)) is not None
    ]
    if claimed.ahead is None:
        said += days
    return verdict(claim, said, f"No page says how long ahead the {deadline.what} is due.")


def instead_of_a_day(
    claim: Claim, deadline: Deadline, readings: Sequence[Reading], listing: Listing
) -> Iterator[Statement]:
    """What refutes the day of *deadline* where no page names any: that there is none."""
    for reading in readings:
        for notice in _about(reading, deadline, listing):
            if notice.ahead is None and denies_a_day(notice.words) and is_applying(deadline.what):
                change = (Suggestion(f"{claim.key}.date"), Suggestion(f"{claim.key}.note", "rolling"))
                why = "The page says that there is no fixed day."
                yield Statement(Support.REFUTED, why, notice.words, notice.quote, reading.url, change)


def _claimed(note: str) -> Timing | None:
    told = next(timings(note), None)
    if told is not None:
        return told
    bare = next(spans(note, 0, len(note)), None)  # "four months"
    return Timing(bare.low, bare.start, bare.end, note[bare.start : bare.end], bare.high) if bare is not None else None


def _meant(readings: Sequence[Reading], deadline: Deadline, listing: Listing) -> Sequence[tuple[Reading, Notice]]:
    """What is said of the *deadline*: where pages say when to apply, not when papers must be handed in."""
    every = [(reading, notice) for reading in readings for notice in _about(reading, deadline, listing)]
    applying = [(reading, notice) for reading, notice in every if names_applying(notice.label)]
    return applying if applying and is_applying(deadline.what) else every


def _about(reading: Reading, deadline: Deadline, listing: Listing) -> Iterator[Notice]:
    for notice in reading.facts.notices:
        heading = notice.place.heading
        about_others = about_another(listing, heading, notice.label) or for_others(heading) or for_others(notice.label)
        if notice.place.area is Area.MAIN and not about_others and names(deadline.what, notice.label, heading):
            yield notice


def _statement(claim: Claim, claimed: Timing, notice: Notice, url: str) -> Statement | None:
    def said(kind: Support, why: str, *suggestions: Suggestion) -> Statement:
        return Statement(kind, why, notice.words, notice.quote, url, suggestions)

    if claimed.ahead is None or notice.ahead is None:
        same = claimed.ahead is None and notice.ahead is None
        return said(Support.SUPPORTED, "The page says that there is no fixed day, too.") if same else None
    if any(_alike(claimed.ahead, there) for there in (notice.ahead, notice.upto) if there is not None):
        return said(Support.SUPPORTED, "The page asks for the same time.")
    if notice.upto is not None or claimed.upto is not None:
        return said(Support.UNDECIDED, "The page and the listing name spans that cannot be held against each other.")
    if _is_advice(notice):
        return said(Support.UNDECIDED, f"The page only advises to act so early: {notice.words}.")
    if not is_applying(notice.label):
        return said(Support.UNDECIDED, f"The page says: {notice.words}; it is not certain for what.")
    change = Suggestion(f"{claim.key}.note", notice.words)
    return said(Support.REFUTED, f"The page asks for another time: {notice.words}.", change)


def _is_advice(notice: Notice) -> bool:
    """Whether one should act so early and need not."""
    before, time, _ = notice.label.partition(notice.words)
    return bool(time) and _ADVICE.search(before) is not None


def _alike(one: timedelta, other: timedelta) -> bool:
    return abs(one - other) <= max(one, other) * _SLACK
