"""Figures that stand under another heading than before, word for word: a fee of one audience became another's."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from monitor.core.content import Area
from monitor.core.drift.passages import Passage, shown_from_its_beginning
from monitor.core.drift.weight import states
from monitor.core.look import Change, ChangeKind

_Places = Mapping[str, Counter[str]]  # settled text → the headings that it stands under


def moved_figures(before: Sequence[Passage], after: Sequence[Passage]) -> list[tuple[Passage, Change, Change]]:
    """Each passage of the own text that holds digits and moved so, as what went and what came, in page order.

    Both headings stand in both versions: else the heading is what changed, and it is told as that.
    """
    known = _headings(before) & _headings(after)
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
            words = shown_from_its_beginning(passage.block.text)
            found += [
                (
                    passage,
                    Change(ChangeKind.REMOVED, words, None, Area.MAIN, was),
                    Change(ChangeKind.ADDED, None, words, Area.MAIN, now),
                )
                for was, now in zip(gone.elements(), new.elements(), strict=True)
            ]
    return found


def _headings(side: Sequence[Passage]) -> set[str]:
    return {each.block.text for each in side if each.block.heading and each.area is Area.MAIN}


def _places(side: Sequence[Passage]) -> _Places:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for each in side:
        if each.heading is not None and each.area is Area.MAIN and any(map(states, each.key)):
            found[each.settled][each.heading] += 1
    return found
