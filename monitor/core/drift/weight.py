"""How much a difference means, 0 to 1: by what kind of words differ and where, far more than by how many.

| score | what differs |
|---|---|
| above .5 | the page's own words; a fact that changed brings it above .875 |
| .5 | unknown: the two are no versions of one text |
| .3 to .45 | in the page's own text its dress, or where its links lead; or a fact in the furniture |
| up to .25 | words of the furniture |
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitor.core.drift.lexicon import TURNING_WORDS
from monitor.core.drift.words import Key
from monitor.core.facts.changes import ChangedFact
from monitor.core.facts.lexicon.months import MONTHS
from monitor.core.look import Change, ChangeKind, Comparison, Drift

UNKNOWN = 0.5
_SUBSTANTIVE_FROM = 0.5
_LEAST = 0.001
_FURNITURE_UP_TO = 0.25
_DRESS = 0.3
_LINK = 0.35
_FACT_BESIDE = 0.4
_DOCUMENT = 0.45
_DOCUMENTS = (".pdf", ".doc", ".docx", ".rtf", ".odt", ".xls", ".xlsx")
_FACTS_LEAVE = 0.25  # of what lacks to 1
_HALF_WAY_WORDS = 20.0  # so many words that differ are worth half of the scale
_DIGITS = 10  # words: one with digits is a fee, a date, a number of weeks
_TURNING = 6  # words: a "not", a month, a currency sign changes what the rest means
_SIGNS_AND_MONTHS = frozenset("$€£¥₹¢<>≤≥±+").union(*(names.replace("|", " ").split() for names in MONTHS.values()))
_TURNING_WORDS = _SIGNS_AND_MONTHS.union(*TURNING_WORDS.values())


def own_text(differing: Counter[str], *, addresses: int) -> float:
    """The score of words of the page's own text that went or came, and of addresses that its links write to."""
    return round(_SUBSTANTIVE_FROM + (1 - _SUBSTANTIVE_FROM) * max(_LEAST, _share(differing, addresses)), 4)


def beside(differing: Counter[str], changes: Sequence[Change], *, dressed: bool) -> float:
    """The score of *changes* in which no word of the page's own text differs.

    `differing`: the words of the furniture that do; `dressed`: the own text differs in its dress.
    """
    scores: list[float] = [_LEAST, _FURNITURE_UP_TO * _share(differing), *((_DRESS,) if dressed else ())]
    scores += [_of_link(change) for change in changes if change.kind is ChangeKind.LINK]
    return round(max(scores), 4)


def with_facts(comparison: Comparison, changed: Sequence[ChangedFact]) -> Comparison:
    """*comparison* with a higher score where facts *changed* too: for these a reader acts on."""
    if not changed:
        return comparison
    match comparison.drift:
        case Drift.SUBSTANTIVE:
            return replace(comparison, score=round(1 - _FACTS_LEAVE * (1 - comparison.score), 4))
        case Drift.COSMETIC:
            return replace(comparison, score=max(comparison.score, _FACT_BESIDE))
        case Drift.SAME | Drift.INCOMPARABLE:
            return comparison


def states(word: str) -> bool:
    """Whether a word holds digits: what it says is said nowhere else."""
    return any(char.isdigit() for char in word)


def turns(word: str) -> bool:
    """Whether one such word more or fewer changes what the rest means: a "not", a "closed", a month."""
    return word in _TURNING_WORDS


def is_bare(key: Key) -> bool:
    """Whether a text is a figure without any words: "$300", "1 May"."""
    return all(states(word) or word in _SIGNS_AND_MONTHS for word in key)


def words(keys: Iterable[tuple[Key, int]]) -> Counter[str]:
    """How often each word stands in texts, given the words of each and how often it is there."""
    counted = Counter[str]()
    for text, count in keys:
        for word in text:
            counted[word] += count
    return counted


def _share(differing: Counter[str], facts: int = 0) -> float:
    weight = sum(_worth(word) * count for word, count in differing.items()) + _DIGITS * facts
    return weight / (weight + _HALF_WAY_WORDS)


def _worth(word: str) -> int:
    if states(word):
        return _DIGITS
    return _TURNING if turns(word) else 1


def _of_link(change: Change) -> float:
    target = (change.after or change.before or "").partition("?")[0].casefold()
    return _DOCUMENT if target.endswith(_DOCUMENTS) else _LINK
