"""What stands around a sum in its own text: its unit, whom it is for, how exactly it is meant."""

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.core.audiences import mentions
from monitor.core.fact import Audience, Bound
from monitor.core.facts.amounts import Amount
from monitor.core.facts.labels import distance
from monitor.core.facts.periods import raised
from monitor.core.lexicon.audiences import PATIENTS
from monitor.core.lexicon.bounds import (
    BEFORE,
    BEHIND,
    COVERED,
    EXTRA_BEFORE,
    EXTRA_BEHIND,
    IF_TAKEN,
    NOT_REFUNDABLE,
    PAID_ONCE,
    REFUNDABLE,
    SHARE_BEHIND,
    SPECIAL,
    WAIVED_FOR,
)
from monitor.core.listing import FeeKind
from monitor.core.units import Standing, Unit, units

UNIT_CHARACTERS = 60
AUDIENCE_DISTANCE = 20  # words

_CLAUSE = re.compile(r";|\b(?:and|plus|but|und|et|y)\b", re.IGNORECASE)
_ADJACENT = re.compile(r"[\s:=–—(-]*")
_PARTS_PEOPLE = re.compile(r"[;,.|:]|\bpay\b")


def is_part(text: str, sum_: Amount) -> bool:
    """Whether a sum is a share of a price, or comes on top of one."""
    ahead = text[max(0, sum_.start - UNIT_CHARACTERS) : sum_.start]
    return bool(SHARE_BEHIND.match(text, sum_.end) or EXTRA_BEFORE.search(ahead) or EXTRA_BEHIND.match(text, sum_.end))


def is_special(text: str, sum_: Amount, left: int, right: int, kind: FeeKind | None) -> bool:
    """Whether a price holds on a condition only, is that of undoing something, or none but a cover or a story."""
    ahead, behind = max(left, sum_.start - 2 * UNIT_CHARACTERS), min(right, sum_.end + UNIT_CHARACTERS)
    parts = (text[ahead : sum_.start], text[sum_.end : behind])
    if kind is FeeKind.HOUSING:
        parts = (IF_TAKEN.sub("", parts[0]), IF_TAKEN.sub("", parts[1]))
    if PAID_ONCE.search(text[ahead : sum_.start]):
        return True
    return any(SPECIAL.search(part) or COVERED.search(part) for part in parts)


def until_waived(text: str, end: int) -> str:
    """*text* up to where it says for whom the price that ends at *end* is waived: everybody else pays it."""
    waived = WAIVED_FOR.search(text, end)
    return text[: waived.start()] if waived else text


def unit(text: str, sum_: Amount, left: int, right: int) -> Unit | None:
    """What a sum is counted by, as its own text says: behind it first, else before it."""
    window = text[sum_.end : min(right, sum_.end + UNIT_CHARACTERS)]
    for one in units(window):
        between = window[: one.start]
        adjacent = not between.strip(" ,(")
        if one.slug != "person" and (
            (one.standing is Standing.EACH and not _CLAUSE.search(between))
            or (adjacent and one.standing is Standing.ARTICLE)
        ):
            return replace(one, start=one.start + sum_.end, end=one.end + sum_.end)
    before = max(left, sum_.start - 2 * UNIT_CHARACTERS)
    behind_last = True
    for one in units(text[before : sum_.start]):
        between = text[before + one.end : sum_.start]
        belongs_to_last = left > 0 and behind_last and one.standing in (Standing.EACH, Standing.ARTICLE)
        behind_last = False
        if one.slug == "person" or belongs_to_last or _CLAUSE.search(between):
            continue
        if one.standing in (Standing.EACH, Standing.STAY) or (
            one.standing is Standing.SPAN and _ADJACENT.fullmatch(between)
        ):
            return replace(one, start=one.start + before, end=one.end + before)
    return None


def people(text: str, start: int, end: int, sums: Sequence[Amount]) -> frozenset[Audience]:
    """Whom the nearest words name, with those that "and" joins to them or that stand right beside them."""
    others = [(one.start, one.end) for one in sums if one.start != start]
    patients = [(hit.start(), hit.end()) for hit in PATIENTS.finditer(text)] if "(" in text else []
    found = [hit for hit in mentions(text) if not any(one <= hit.start < other for one, other in patients)]
    costs = [distance(start, end, text, hit, others) for hit in found]
    if not costs or min(costs) > AUDIENCE_DISTANCE:
        return frozenset()
    chosen = min(range(len(found)), key=lambda n: (costs[n], _is_of_the_last(text, found[n].start, start, others)))
    named = set(found[chosen].meaning)
    for step in (-1, 1):
        at = chosen
        while 0 <= at + step < len(found) and _together(
            text, found[min(at, at + step)].end, found[max(at, at + step)].start, sums
        ):
            at += step
            named |= found[at].meaning
    return frozenset(named)


def _is_of_the_last(text: str, named: int, start: int, others: Sequence[tuple[int, int]]) -> bool:
    """Whether whom a text names stands right behind another sum: "$50 domestic / $150 international"."""
    return named < start and any(end <= named and not text[end:named].strip(" (") for _, end in others)


def _together(text: str, end: int, start: int, sums: Sequence[Amount]) -> bool:
    """Whether one price is for both: no sum parts them, nor anything else."""
    between = text[end:start]
    return (
        not any(end <= one.start < start for one in sums)
        and len(between.split()) <= 3
        and not _PARTS_PEOPLE.search(between)
    )


def bound(text: str, sum_: Amount, left: int) -> Bound:
    before = text[max(left, sum_.start - UNIT_CHARACTERS) : sum_.start]
    for how, words in BEFORE:
        if words.search(before) and not (how is Bound.AT_LEAST and (sum_.upto is not None or raised(before))):
            return how
    return next((how for how, words in BEHIND if words.match(text, sum_.end)), Bound.EXACT)


def refundable(text: str, left: int, right: int) -> bool | None:
    if NOT_REFUNDABLE.search(text, left, right) or NOT_REFUNDABLE.search(text[:right][-120:]):
        return False
    return True if REFUNDABLE.search(text, left, right) else None
