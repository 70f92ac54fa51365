"""Whether two texts can be compared at all: a page cut short, in another language, or another document, cannot."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

from monitor.core.content import Area
from monitor.core.drift.words import Key
from monitor.core.language import language

_STILL_SHARED = 0.5  # of the words: with more in common, a page holds both languages
_CUT_FROM = 0.2  # share of the words that are lost; less is not told from an edit
_CUT_WORDS = 50
_STRAY_BLOCKS = 2
_UNLIKE = 0.5  # cosine; of 14 real rewrites the least alike had .77, of 15 strangers the likest .31
_HARDLY_ALIKE = 0.25
_LONG_WORD = 5  # characters; shorter ones are alike in all texts of a language
_A_TEXT = 150  # words of own text from which likeness tells; between shorter ones only with the title
_SHORT_TEXT = 40


class Reading:
    """One side of a comparison as words: `keys` block by block with the block's area; the title is the first."""

    def __init__(self, title: Key, keys: Sequence[tuple[Key, Area]], headings: Iterable[Key]) -> None:
        self.title = title
        self.keys = [one for one in keys if one[0]]
        self.headings = frozenset(each for each in headings if each)
        self.own = [word for words, area in self.keys if area is Area.MAIN for word in words]
        self.all = [word for words, _ in self.keys for word in words]


def why_incomparable(before: Reading, after: Reading) -> str | None:
    """In words why the two are no versions of one text, None where they are."""
    if _is_emptied(before, after) or _is_emptied(after, before):
        return "one of the two versions shows nothing but the page's furniture"
    languages = [language(side.own or side.all) for side in (before, after)]
    if None not in languages and languages[0] != languages[1] and _shared(before, after) < _STILL_SHARED:
        return f"the page is in another language ({languages[0]}, then {languages[1]})"
    if _is_cut(before, after) or _is_cut(after, before):
        return "one of the two versions breaks off in the middle of the other"
    if _is_another(before, after):
        return "another document stands there"
    return None


def _shared(one: Reading, two: Reading) -> float:
    """The share of the smaller side's words that stand in blocks which both sides have."""
    blocks = Counter(words for words, _ in one.keys) & Counter(words for words, _ in two.keys)
    return sum(len(words) * n for words, n in blocks.items()) / max(1, min(len(one.all), len(two.all)))


def _is_emptied(full: Reading, bare: Reading) -> bool:
    """Whether only furniture is left of a page that had a text."""
    return not bare.own and len(full.own) >= _SHORT_TEXT


def _is_cut(whole: Reading, part: Reading) -> bool:
    """Whether *part* is the beginning of *whole*, and what went is no passage of the text alone.

    It breaks off within a passage, or what closes every page (its footer) went as well: no edit does either.
    """
    count = len(part.keys)
    lost = len(whole.all) - len(part.all)
    if count < 2 or count > len(whole.keys) or lost < max(_CUT_WORDS, _CUT_FROM * len(whole.all)):
        return False
    pairs = list(zip(whole.keys, part.keys, strict=False))
    if sum(one[0] != two[0] for one, two in pairs[:-1]) > min(_STRAY_BLOCKS, count // 10):
        return False
    last, here = pairs[-1][0][0], pairs[-1][1][0]
    if last == here:
        return whole.keys[-1][1] is Area.CHROME and part.keys[-1][1] is Area.MAIN
    return _begins(last, here)


def _begins(words: Key, cut: Key) -> bool:
    """Whether *cut* is the beginning of *words*, its last word perhaps broken."""
    sure = len(cut) - 1
    return sure < len(words) and words[:sure] == cut[:-1] and words[sure].startswith(cut[-1])


def _is_another(one: Reading, two: Reading) -> bool:
    """Whether neither words nor headings nor title make the two one document: a rewrite keeps its words."""
    if 3 * len(one.headings & two.headings) > min(len(one.headings), len(two.headings)):
        return False
    size = min(len(one.own), len(two.own))
    if size < _SHORT_TEXT:
        return False
    likeness = _cosine(_long(one.own), _long(two.own))
    if size < _A_TEXT:
        return likeness < _HARDLY_ALIKE and not _alike(one.title, two.title)
    unlike = _HARDLY_ALIKE if _alike(one.title, two.title) else _UNLIKE
    return likeness < unlike and _shared(one, two) < _STILL_SHARED


def _alike(one: Key, two: Key) -> bool:
    return not one or not two or 2 * len(set(one) & set(two)) >= len(set(one) | set(two))


def _long(words: Iterable[str]) -> Counter[str]:
    return Counter(word for word in words if len(word) >= _LONG_WORD)


def _cosine(one: Counter[str], two: Counter[str]) -> float:
    product = sum(count * two[word] for word, count in one.items())
    length = sqrt(sum(count**2 for count in one.values()) * sum(count**2 for count in two.values()))
    return product / length if length else 0.0
