"""How far one version of a page is from another, and how much that means."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from monitor.core.content import Area, Showing, shown
from monitor.core.drift import weight
from monitor.core.drift.moves import moved_figures
from monitor.core.drift.passages import Gap, Passage, Told, changes, gaps, is_cosmetic, passages, shortlist, unmatched
from monitor.core.drift.strangers import Reading, why_incomparable
from monitor.core.drift.targets import link_changes
from monitor.core.drift.words import Key, key, settled
from monitor.core.look import ChangeKind, Comparison, Drift

MAX_LABEL_WORDS = 4  # a longer text is no entry of a menu, and no caption
_FRAME_WORDS = 20
_MOST = 0.5
_NEARLY_ALL = 0.9
_SAME = "every line of text stands in both"

_Name = TypeVar("_Name")


@dataclass(frozen=True, slots=True)
class _Telling:
    """The texts that went and came and say something, with their words; `own`: those words of the page's own text."""

    lost: Counter[str]
    gained: Counter[str]
    keys: dict[str, Key]
    own: frozenset[Key]

    def differing(self, which: Callable[[Key], bool]) -> Counter[str]:
        """The words that went and those that came, of those texts only whose key is wanted.

        All of them, where the same words only changed places: two rows that exchanged their fees.
        """
        gone, new = (
            weight.words((self.keys[text], n) for text, n in side.items() if which(self.keys[text]))
            for side in (self.lost, self.gained)
        )
        return (gone - new) + (new - gone) or gone


def compare(before: Showing, after: Showing) -> Comparison:
    """How *after* differs from *before*: by title and visible text, then by where the links of the text lead.

    `same`: every passage stands in both, wherever and however broken into lines (so moved text is none), but for what
    differs from visit to visit, and for the labels of the furniture: entries of menus, buttons, notices about cookies.
    Moved text is a change where it holds figures and stands under another heading or label of the two versions.
    `cosmetic`: letter case, punctuation, link targets, a text in the furniture, or whether a script hides an e-mail
    address. `substantive`: the page's own words differ, or the address that one of its links writes to.
    `incomparable`: the two are no versions of one text: one is empty, cut short, in another language, or another
    document. What stands on either side is told all the same, for a person to read: nobody edited it.

    The score is told in `weight`.
    """
    sides = [shown(each.title, each.blocks) for each in (before, after)]
    if all(sides) and sides[0] == sides[1] and before.links == after.links:
        return Comparison(Drift.SAME, 0.0, (), _SAME)
    one, two = passages(*sides)
    if not one or not two:
        return Comparison(Drift.INCOMPARABLE, 0.0, (), "one of the two versions holds no text")
    found = gaps(one, two)
    if (why := why_incomparable(_reading(before.title, one), _reading(after.title, two))) is not None:
        side_by_side = shortlist(changes(found, *unmatched(found)))
        return Comparison(Drift.INCOMPARABLE, weight.UNKNOWN, side_by_side, why)
    telling = _telling(one, two, found, {key(settled(each.title)) for each in (before, after)})
    links = link_changes(before.links, after.links, ["\n".join(each.text for each in side) for side in sides])
    moved = moved_figures(one, two)
    differing = [
        *changes(found, telling.lost, telling.gained),
        *(Told(each, tells=True) for move in moved for each in (move.went, move.came)),
        *(Told(each, not is_cosmetic(each)) for each in links),
    ]
    if not differing:
        return Comparison(Drift.SAME, 0.0, (), _SAME)
    if telling.own or moved or not all(map(is_cosmetic, links)):
        count = sum(each.tells for each in differing) or 1  # of equal texts, the furniture's may be paired
        why = f"{count} passage{'s' if count > 1 else ''} of the page's own text differ{'' if count > 1 else 's'}"
        words = telling.differing(telling.own.__contains__) + weight.words((move.passage.key, 1) for move in moved)
        score = weight.own_text(words, addresses=sum(not is_cosmetic(each) for each in links))
        return Comparison(Drift.SUBSTANTIVE, score, shortlist(differing), why)
    told = [each.change for each in differing]
    dressed = any(each.area is Area.MAIN and each.kind is not ChangeKind.LINK for each in told)
    score = weight.beside(telling.differing(lambda _: True), told, dressed=dressed)
    return Comparison(Drift.COSMETIC, score, shortlist(differing), "no word of the page's own text differs")


def _reading(title: str, side: Sequence[Passage]) -> Reading:
    headings = (each.key for each in side if each.block.heading and each.area is Area.MAIN)
    of_text = side[1:] if title and side and side[0].block.text == title else side
    return Reading(key(settled(title)), [(each.key, each.area) for each in of_text], headings)


def _telling(one: Sequence[Passage], two: Sequence[Passage], found: Sequence[Gap], titles: Collection[Key]) -> _Telling:
    """What of the unmatched texts says something.

    Judged on whole texts, alike in both directions: what only moved between own text and furniture neither came nor
    went, and what stands in the furniture only as another dress of the same words, or as a label, is idle.
    """
    lost, gained = unmatched(found)
    keys = {each.settled: each.key for gap in found for each in (*gap.gone, *gap.new)}
    texts = {*lost, *gained}
    by_text = _balance(one, two, texts, lambda each: each.settled)
    by_key = _balance(one, two, {keys[text] for text in texts} - {()}, lambda each: each.key)
    own = {words for words, balance in by_key.items() if balance.is_own}
    captions = set[Key]()
    if own and _frame_was_exchanged(one, two, by_text):
        turned = {words for words in titles if any(map(weight.turns, words))}
        captions = {words for words in own if _is_label(words)} - turned

    def is_idle(text: str) -> bool:
        words = keys[text]
        if words in captions:
            return True
        if words in own or by_text[text].is_own:
            return False
        dress = words not in by_key or not by_key[words].everywhere
        return dress or _is_label(words) or "cookie" in text.casefold()

    idle = {text for text in texts if is_idle(text)}
    return _Telling(
        Counter({text: count for text, count in lost.items() if text not in idle}),
        Counter({text: count for text, count in gained.items() if text not in idle}),
        keys,
        frozenset(own - captions),
    )


def _is_label(words: Key) -> bool:
    return len(words) <= MAX_LABEL_WORDS and not any(map(weight.states, words))


@dataclass(slots=True)
class _Balance:
    """How many more of a text the newer side has, everywhere and in its own text."""

    everywhere: int = 0
    in_own: int = 0

    @property
    def is_own(self) -> bool:
        """Whether the page's own text has more or fewer, and not because one moved from or to the furniture."""
        return self.everywhere * self.in_own > 0


def _balance(
    one: Sequence[Passage], two: Sequence[Passage], wanted: Iterable[_Name], name: Callable[[Passage], _Name]
) -> dict[_Name, _Balance]:
    found = {each: _Balance() for each in wanted}
    for side, sign in ((one, -1), (two, 1)):
        for each in side:
            if (balance := found.get(name(each))) is not None:
                balance.everywhere += sign
                if each.area is Area.MAIN:
                    balance.in_own += sign
    return found


def _frame_was_exchanged(one: Sequence[Passage], two: Sequence[Passage], changed: Mapping[str, _Balance]) -> bool:
    """Whether the furniture is another while nearly all of the text stayed: then a new caption is part of the frame."""
    text, frame = Counter[bool](), Counter[bool]()
    for each in (*one, *two):
        (text if each.area is Area.MAIN else frame)[each.settled in changed] += len(each.key)
    exchanged = frame[True] >= max(_FRAME_WORDS, _MOST * frame.total())
    return exchanged and text[False] >= _NEARLY_ALL * text.total()
