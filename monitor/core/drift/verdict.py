"""How far one version of a page is from another, and how much that means."""

from collections import Counter
from collections.abc import Iterable, Sequence

from monitor.core.content import Area, Showing, shown
from monitor.core.drift.passages import Gap, Passage, changes, gaps, is_cosmetic, passages, shortlist, unmatched
from monitor.core.drift.strangers import Reading, why_incomparable
from monitor.core.drift.targets import link_changes
from monitor.core.drift.words import Key, key, settled
from monitor.core.look import Change, Comparison, Drift

MAX_LABEL_WORDS = 8  # in the furniture, a longer text is no entry of a menu
MAX_CAPTION_WORDS = 4  # likewise in the text of a page whose frame was exchanged
_FRAME_WORDS = 20
_MOST = 0.5
_NEARLY_ALL = 0.9
_HALF_WAY_WORDS = 20.0  # so many words that differ are worth half of the scale
_FACT_WORDS = 10  # a word with digits, an address: a reader acts on it
_COSMETIC_UP_TO = 0.4
_LINK_SCORE = 0.2
_DOCUMENT_SCORE = 0.45
_SUBSTANTIVE_FROM = 0.5
_DOCUMENTS = (".pdf", ".doc", ".docx", ".rtf", ".odt", ".xls", ".xlsx")


def compare(before: Showing, after: Showing) -> Comparison:
    """How *after* differs from *before*: by title and visible text, then by where the links of the text lead.

    `same`: every passage stands in both, wherever and however broken into lines (moved text is no change), but for what
    differs from visit to visit, and for the labels of the furniture: entries of menus, buttons, pickers of languages,
    notices about cookies. `cosmetic`: letter case, punctuation, link targets or a text in the furniture differ.
    `substantive`: the page's own words differ, or the address that one of its links writes to. `incomparable`: the two
    are no versions of one text: one is empty, cut short, in another language or another document.

    The score grows with the words that differ, those with digits counting most: above .5 for substantive drift, up to
    .45 for cosmetic.
    """
    sides = tuple(shown(each.title, each.blocks) for each in (before, after))
    one, two = passages(*sides)
    if (why := why_incomparable(_reading(before.title, one), _reading(after.title, two))) is not None:
        return Comparison(Drift.INCOMPARABLE, 0.0, (), why)
    found = gaps(one, two)
    lost, gained, own = _telling(one, two, found)
    links = link_changes(before.links, after.links, ["\n".join(each.text for each in side) for side in sides])
    differing = [*changes(found, lost, gained), *links]
    if not differing:
        return Comparison(Drift.SAME, 0.0, (), "every line of text stands in both")
    if not own and all(map(is_cosmetic, links)):
        score = max(_COSMETIC_UP_TO * _weight(lost, gained), *(map(_link_score, links)), 0.0001)
        return Comparison(
            Drift.COSMETIC, round(score, 4), shortlist(differing), "no word of the page's own text differs"
        )
    count = sum(not is_cosmetic(change) for change in differing) or 1  # of equal texts, the furniture's may be paired
    why = f"{count} passage{'s' if count > 1 else ''} of the page's own text differ{'' if count > 1 else 's'}"
    weight = _weight(_only(lost, own), _only(gained, own)) if own else 0.0
    score = _SUBSTANTIVE_FROM + (1 - _SUBSTANTIVE_FROM) * max(weight, 0.001)
    return Comparison(Drift.SUBSTANTIVE, round(score, 4), shortlist(differing), why)


def _reading(title: str, side: Sequence[Passage]) -> Reading:
    headings = (each.key for each in side if each.block.heading and each.area is Area.MAIN)
    of_text = side[1:] if title else side
    return Reading(key(settled(title)), [(each.key, each.area) for each in of_text], headings)


def _telling(
    one: Sequence[Passage], two: Sequence[Passage], found: Sequence[Gap]
) -> tuple[Counter[str], Counter[str], frozenset[Key]]:
    """The settled texts that were lost and gained and mean something, and the words that the page's own text has more
    or fewer.

    Judged on whole texts, alike in both directions: what only moved between own text and furniture neither came nor
    went.
    """
    lost, gained = unmatched(found)
    texts = {*lost, *gained}
    by_text, by_key = _balance(one, two, texts), _balance(one, two, {key(text) for text in texts} - {()})
    own_keys = {each for each, (all_, own) in by_key.items() if all_ * own > 0}
    frame = _frame_was_exchanged(one, two, by_text)
    own_keys = {each for each in own_keys if not (frame and _is_label(each, MAX_CAPTION_WORDS))}
    idle = {
        text
        for text in texts
        if (words := key(text)) not in own_keys
        and (by_text[text][0] * by_text[text][1] <= 0 or (frame and by_key.get(words, (0, 0))[0] != 0))
        and _is_idle(words, text, by_key)
    }
    return _without(lost, idle), _without(gained, idle), frozenset(own_keys)


def _is_idle(words: Key, text: str, by_key: dict[str | Key, tuple[int, int]]) -> bool:
    """Whether a text of the furniture that came or went says nothing: a label, about cookies, or in another dress."""
    return _is_label(words, MAX_LABEL_WORDS) or "cookie" in text.casefold() or by_key.get(words, (0, 0))[0] == 0


def _is_label(words: Key, at_most: int) -> bool:
    return len(words) <= at_most and not any(char.isdigit() for word in words for char in word)


def _balance(
    one: Sequence[Passage], two: Sequence[Passage], wanted: Iterable[str | Key]
) -> dict[str | Key, tuple[int, int]]:
    """For each text or key that is *wanted*: how many more the newer side has, and how many more in its own text."""
    counts: dict[str | Key, tuple[int, int]] = dict.fromkeys(wanted, (0, 0))
    for side, sign in ((one, -1), (two, 1)):
        for each in side:
            own = sign if each.area is Area.MAIN else 0
            for name in (each.settled, each.key):
                if name in counts:
                    counts[name] = (counts[name][0] + sign, counts[name][1] + own)
    return counts


def _frame_was_exchanged(
    one: Sequence[Passage], two: Sequence[Passage], changed: dict[str | Key, tuple[int, int]]
) -> bool:
    """Whether the furniture is another while nearly all of the text stayed: then a new caption is part of the frame."""
    kept, frame = Counter[bool](), Counter[bool]()
    for each in (*one, *two):
        (kept if each.area is Area.MAIN else frame)[each.settled not in changed] += len(each.key)
    return frame[False] >= _FRAME_WORDS and frame[False] >= _MOST * frame.total() and kept[True] >= _NEARLY_ALL * kept.total()


def _without(texts: Counter[str], idle: set[str]) -> Counter[str]:
    return Counter({text: count for text, count in texts.items() if text not in idle})


def _only(texts: Counter[str], wanted: frozenset[Key]) -> Counter[str]:
    return Counter({text: count for text, count in texts.items() if key(text) in wanted})


def _weight(lost: Counter[str], gained: Counter[str]) -> float:
    """How much it means that these texts went and came, 0 to 1: by the words that differ, alike in both directions."""
    gone, new = _words(lost), _words(gained)
    words = (gone - new) + (new - gone)
    weight = sum(n * (_FACT_WORDS if _states(word) else 1) for word, n in words.items())
    return weight / (weight + _HALF_WAY_WORDS)


def _states(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _words(texts: Counter[str]) -> Counter[str]:
    counted = Counter[str]()
    for text, count in texts.items():
        for word in key(text):
            counted[word] += count
    return counted


def _link_score(change: Change) -> float:
    target = (change.after or change.before or "").partition("?")[0].casefold()
    return _DOCUMENT_SCORE if target.endswith(_DOCUMENTS) else _LINK_SCORE
