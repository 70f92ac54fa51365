"""What speaks for a sum that does not say all of itself: the row, the head of the column, the heading above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from monitor.core.audiences import audience
from monitor.core.fact import Audience
from monitor.core.facts.context import Placed
from monitor.core.facts.labels import Label, labels
from monitor.core.facts.periods import last_year
from monitor.core.listing import FeeKind
from monitor.core.units import Standing, Unit, units

MAX_LABEL_CHARACTERS = 80
FAR_FROM_LABEL_CHARACTERS = 200  # a longer text under a heading speaks of more than the heading

_COST = re.compile(r"\b(?:costs?|price|how much)\b", re.IGNORECASE)


class Closeness(IntEnum):
    """How surely words speak for a sum."""

    ABOVE = 0  # a heading further up
    NEXT = 1  # the heading, question or lead directly above
    BESIDE = 2  # the row, the head of the column, the term of the pair


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that speak for a sum, and how surely."""

    words: str
    closeness: Closeness
    counts: bool = True  # whether a unit in it is the sum's: not the head of one of several columns that a cell spans


@dataclass(frozen=True, slots=True)
class Naming:
    """What a sum pays for. `words` as they stand on the page; `near`: surely meant."""

    words: str = ""
    kind: FeeKind | None = None
    near: bool = False


def speakers(at: Placed, cell: int = 0, *, values: Sequence[bool] = ()) -> tuple[Speaker, ...]:
    """Who speaks for a sum in *cell* of a row, or in a block that is no row, the nearest first.

    *values*: which cells of the row hold sums; the names of a row stand before them, or behind where none does.
    """
    beside: list[Speaker] = []
    if at.row is not None:
        texts = [at.block.text[start:end] for start, end in at.row.cells]
        before = [texts[i] for i in reversed(range(cell)) if not values[i]]
        behind = [texts[i] for i in range(cell + 1, len(texts)) if not values[i]]
        head = at.row.heads[cell] if cell < len(at.row.heads) else ""
        spans = sum(values) == 1 and not any(texts[cell + 1 :]) and any(at.row.heads[cell + 1 :])
        names = before if any(before) or head else behind
        beside = [Speaker(name, Closeness.BESIDE) for name in names]
        beside += [Speaker(head, Closeness.BESIDE, counts=not spans), Speaker(at.row.section, Closeness.BESIDE)]
    elif at.pair:
        beside = [Speaker(at.pair, Closeness.BESIDE)]
    above = [Speaker(one.text, Closeness.ABOVE if index else Closeness.NEXT) for index, one in enumerate(at.above)]
    return (*(one for one in beside if one.words), *above)


def named(who: Sequence[Speaker], own: Label | None, length: int, *, by_itself: bool = False) -> Naming | None:
    """What the speakers call a sum whose own words name no kind; *own*: its "fee"; *length*: of its text.

    Beside a sum a price goes before a mention ("Application fee" over a column before "Observership" in the row), and
    two prices of different kinds are none. A heading must name a price, or its text must. Under "Tuition and fees" a
    fee that is named *by_itself* is none of the tuition.
    """
    beside = [naming for one in who if one.closeness is Closeness.BESIDE if (naming := _said(one.words)) is not None]
    priced = [label for _, label in beside if label.priced and label.kinds]
    if len({label.kinds for label in priced}) > 1:
        return Naming(_words(beside[0]))
    for words, label in [pair for pair in beside if pair[1] in priced] or [pair for pair in beside if pair[1].kinds]:
        return Naming(_words((words, label)), label.kind, near=label.kind is not None)
    for one in who:
        said = _said(one.words) if one.closeness is not Closeness.BESIDE else None
        if said is None or not said[1].kinds:
            continue
        label = said[1]
        if label.priced:
            pure = " and " not in _words(said) and "&" not in _words(said)
            if by_itself and not pure:
                continue
            near = pure and one.closeness is Closeness.NEXT and length <= FAR_FROM_LABEL_CHARACTERS
            return Naming(_words(said), label.kind, near=near and label.kind is not None)
        if own is not None and one.closeness is Closeness.NEXT and label.kind is not FeeKind.TUITION:
            return Naming(_words(said), label.kind, near=False)
    return _of_the_whole(who) if own is None else None


def _of_the_whole(who: Sequence[Speaker]) -> Naming | None:
    """What "How much does it cost?" or "Cost" beside a sum names: the programme's price, without saying so."""
    for one in who:
        said = _said(one.words) if one.closeness is not Closeness.ABOVE else None
        if said is not None and not said[1].kinds and _COST.search(one.words):
            return Naming(_words(said), FeeKind.TUITION, near=False)
    return None


def counted(who: Sequence[Speaker]) -> Unit | None:
    """The unit that the speakers name: any beside the sum, in a heading only one with "per"."""
    for one in who:
        for unit in units(one.words) if one.counts else ():
            each = unit.standing is Standing.EACH
            if unit.slug != "person" and (
                each or (one.closeness is Closeness.BESIDE and unit.standing is not Standing.ARTICLE)
            ):
                return unit
    return None


def meant(who: Sequence[Speaker]) -> frozenset[Audience]:
    """Whom the nearest speaker that names anybody names."""
    return next((people for one in who if (people := audience(one.words))), frozenset())


def dated(who: Sequence[Speaker]) -> int | None:
    """The last year that the nearest speaker with a year names."""
    return next((year for one in who if (year := last_year(one.words, heading=True))), None)


def _said(words: str) -> tuple[str, Label] | None:
    """What words as a whole name: one label, or several kinds as a joint one."""
    found = [label for label in labels(words) if not label.aside]
    kinds = frozenset(kind for label in found for kind in label.kinds)
    if not found:
        return None
    first = next((label for label in found if label.kinds), found[0])
    priced = any(label.priced for label in found)
    kind = first.kind if len(kinds) == 1 else None
    return words, Label(first.start, first.end, kind, priced, kinds)


def _words(said: tuple[str, Label]) -> str:
    words, label = said
    return words if len(words) <= MAX_LABEL_CHARACTERS else words[label.start : label.end][:MAX_LABEL_CHARACTERS]
