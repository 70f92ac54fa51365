"""Figures that stand under another heading or label than before, word for word: one audience's fee became another's."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitor.core.content import Area
from monitor.core.drift.passages import Passage, shown_from_its_beginning
from monitor.core.drift.weight import is_bare, states
from monitor.core.look import Change, ChangeKind

MAX_FIGURE_WORDS = (
    4  # "$300 per month": what is as short is about what stands right before it, the rest about its heading
)


@dataclass(frozen=True, slots=True)
class Move:
    """A passage that moved so, as what went and what came."""

    passage: Passage
    went: Change
    came: Change


@dataclass(frozen=True, slots=True)
class _Place:
    """What a figure is about: its heading, or of a figure without any words what stands right before it."""

    is_heading: bool
    text: str


_Places = Mapping[str, Counter[_Place]]  # settled text → where it stands


def moved_figures(before: Sequence[Passage], after: Sequence[Passage]) -> list[Move]:
    """Each passage of the own text that holds digits and moved so, in page order.

    Where it stood and where it stands are in both versions: else the place is what changed, and it is told as that.
    """
    known = set(_all_places(before)) & set(_all_places(after))
    if len(known) < 2:
        return []
    one, two = _places(before), _places(after)
    found, told = [], set[str]()
    for passage in after:
        text = passage.settled
        if text in told or text not in one or text not in two or one[text].total() != two[text].total():
            continue
        told.add(text)
        gone, new = one[text] - two[text], two[text] - one[text]
        if {*gone, *new} <= known:
            found += [_move(passage, was, now) for was, now in zip(gone.elements(), new.elements(), strict=True)]
    return found


def _move(passage: Passage, was: _Place, now: _Place) -> Move:
    words = shown_from_its_beginning(passage.block.text)
    return Move(
        passage,
        Change(ChangeKind.REMOVED, words, None, Area.MAIN, was.text),
        Change(ChangeKind.ADDED, None, words, Area.MAIN, now.text),
    )


def _all_places(side: Sequence[Passage]) -> Iterator[_Place]:
    for each in side:
        if each.area is Area.MAIN:
            yield _Place(is_heading=False, text=each.block.text)
            if each.block.heading:
                yield _Place(is_heading=True, text=each.block.text)


def _places(side: Sequence[Passage]) -> _Places:
    found: dict[str, Counter[_Place]] = defaultdict(Counter)
    label: str | None = None
    for each in side:
        if each.area is not Area.MAIN:
            continue
        figure = any(map(states, each.key))
        if figure and label is not None and is_bare(each.key):
            found[each.settled][_Place(is_heading=False, text=label)] += 1
        elif figure and each.heading is not None:
            found[each.settled][_Place(is_heading=True, text=each.heading)] += 1
        if not figure:
            label = each.block.text
    return found
