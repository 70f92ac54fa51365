"""Words → what a price is for: the labels in a text, and which of them an amount belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from monitor.core.lexicon.fees import NOTHING, PRICE, STRONG, WEAK, phrases
from monitor.core.lexicon.finder import Finder
from monitor.core.listing import FeeKind
from monitor.core.wording import vocabulary


@dataclass(frozen=True, slots=True)
class _Word:
    """What a phrase of the lexicon means: a kind of fee, a price of whatever kind (None), or nothing."""

    kind: FeeKind | None
    strong: bool = False  # names what is paid for, whatever stands around it
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words that say what is paid for, from `start` to `end`.

    `kind` None: a price of any kind ("fee") or of several `kinds` together ("tuition and housing"). `priced`: the
    words name a price ("program fee"), not only a thing ("program"). `aside`: only said to be included, or not charged.
    """

    start: int
    end: int
    kind: FeeKind | None
    priced: bool
    kinds: frozenset[FeeKind] = frozenset()
    aside: bool = False

    @property
    def joint(self) -> bool:
        """Whether it names several kinds, which share an amount."""
        return len(self.kinds) > 1


@dataclass(frozen=True, slots=True)
class Nearest:
    """The label of an amount; `near`: so close that it is surely meant.

    `unknown`: the page has a name of its own for it, which tells us nothing: "a $60 locker fee".
    """

    label: Label
    near: bool
    unknown: bool = False


_FINDER = Finder(
    {
        **{phrase: _Word(kind, strong=False) for kind, lines in WEAK for phrase in phrases(lines)},
        **{phrase: _Word(None) for phrase in phrases(PRICE)},
        **{phrase: _Word(kind, strong=True) for kind, lines in STRONG for phrase in phrases(lines)},
        **{phrase: _Word(None, nothing=True) for phrase in phrases(NOTHING)},
    }
)
_WITHIN = re.compile(
    r"[\s\-‐‑–/’'\"“”]*(?:(?:non-?refundable|one-time)\s+)?"
    r"(?:(?:of|for|to|the|an?|your|our|each|any|this|de|d|du|des|la|le|les|del|für|von|do|da)[\s’']+){0,3}",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|/|&|\+|,?\s*(?:and|or|plus|as well as|including|y|et|und|e|ou|o|oder))\s*"
    r"(?:(?:the|an?|your|additional|other|extra|further)\b\s*)?",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;)]|\b(?:and|plus|but|while|whereas|then|y|et|und|aber|pero|mais)\b", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"\s*[(\-–—]?\s*(?:(?:non-?refundable|refundable|one-time|annual|flat|per [\w-]+|/ ?\w+|an? (?:week|month|day)"
    r"|monthly|weekly|each|in|for|as|toward|towards|of|to)\b\s*)*"
    r"(?:(?:the|an?|your|our)\b\s*)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:includ\w+|exclud\w+|cover(?:s|ing|ed)?|waiv\w+|without|no|not|neither|nor|free)\s+(?:(?:for|of|any|the|your|both)\s+)?$",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"[^.;:]{0,24}?(?:,|/|-|–|\b(?:or|and|to|y|et|und|ou|oder))[^.;:]{0,8}", re.IGNORECASE)
_BESIDES = re.compile(
    r"\b(?:after|before|besides|in addition to|on top of|apart from|once)\s+(?:(?:the|your|an?|any|our)\s+)?$",
    re.IGNORECASE,
)
_ON_TOP = re.compile(r"^[^(]*\bplus\b", re.IGNORECASE)  # "$500 plus an application fee"
_NAMED_BY_THE_PAGE = re.compile(r"\s+(?P<name>(?:[^\W\d][\w'’-]*\s+){1,2})")  # "$60 locker fee"
_A_FEE = re.compile(r"(?:fee|charge|cost)s?\b", re.IGNORECASE)
_TELLS_NOTHING = vocabulary(
    """
    non-refundable nonrefundable refundable one-time once onetime flat fixed single total annual yearly monthly
    weekly daily observer observers participant participants trainee trainees learner learners additional extra
    per week month elective rotation student students visiting visitor international domestic medical clinical
    hospital university school department departmental standard basic required mandatory nominal small modest in
    of for as to is and or usd us dollars the a an this that our with will be are by
    """
)
_PARTED = re.compile(rf"{_CLAUSE_END.pattern}|\b(?:includ|exclud|cover|beside|addition|top of|apart)", re.IGNORECASE)
_COLON = re.compile(r"\s*[:=]\s*")
_WORD = re.compile(r"\w+")

# Costs, in words between label and amount; set by reading phrases, not fitted.
CLAUSE_COST = 5
AMOUNT_BETWEEN_COST = 10
BEHIND_COST = 3  # a label behind its amount that nothing leads to
MENTION_COST = 3  # "program", which need not speak of money
FARTHEST = 30
FARTHEST_MENTION = 14
NEAR = 12
WINDOW_CHARACTERS = 300
ASIDE_CHARACTERS = 24
MOST_NAMING = 4  # words before "fee"


def labels(text: str, masked: Sequence[tuple[int, int]] = ()) -> tuple[Label, ...]:
    """The labels of *text* in reading order; words within the spans *masked* (amounts, units) are none."""
    found: list[Label] = []
    for hit in _FINDER.find(text):
        word = hit.meaning
        if word.nothing or any(start < hit.end and hit.start < end for start, end in masked):
            continue
        aside = _ASIDE.search(text[max(0, hit.start - ASIDE_CHARACTERS) : hit.start]) is not None
        one = Label(hit.start, hit.end, word.kind, word.strong or word.kind is None, _kinds(word.kind), aside)
        if found and _WITHIN.fullmatch(text, found[-1].end, one.start):
            found[-1] = _compound(found[-1], one)
        else:
            found.append(one)
    return _joined(text, found)


def nearest(
    start: int, end: int, text: str, found: Sequence[Label], others: Sequence[tuple[int, int]]
) -> Nearest | None:
    """The label of the amount from *start* to *end*; *others*: the other amounts of *text*.

    A label of a kind goes before one that only says "fee"; before the amount goes before behind it.
    """
    costs = [
        (cost, label.start > start, label)
        for label in found
        if not label.aside
        and abs(label.start - start) <= WINDOW_CHARACTERS
        and not _is_of_another(label, end, text, others)
        and not (label.start >= end and _BESIDES.search(text, end, label.start))
        and not (label.start >= end and _ON_TOP.search(text[end : label.start]))
        and (cost := distance(start, end, text, label, others) + (0 if label.priced else MENTION_COST))
        <= (FARTHEST if label.priced else FARTHEST_MENTION)
    ]
    meant = [row for row in costs if row[2].kind is not None or row[2].joint] or costs
    if not meant:
        return None
    cost, _, label = min(meant, key=lambda row: row[:2])
    own = _named_by_the_page(text, end, found)
    before = text[max(0, label.start - ASIDE_CHARACTERS) : start]
    if own is not None and label.end <= start and _PARTED.search(before):
        return Nearest(own, near=False, unknown=True)
    priced = label.priced or any(row[2].kind is None and not row[2].joint for row in costs)
    is_term = label.end <= start and not text[: label.start].strip() and _COLON.fullmatch(text, label.end, start)
    return Nearest(label, near=cost <= NEAR and (priced or bool(is_term)))


def is_named_by_itself(text: str, label: Label, start: int) -> bool:
    """Whether the page has a name of its own for the fee before an amount: "Locker fee: $20"."""
    words = {word.lower() for word in _WORD.findall(text[: label.start]) if not word.isdecimal()}
    is_term = label.end <= start and not label.kinds and _COLON.search(text, label.end, start) is not None
    return is_term and 0 < len(words) <= MOST_NAMING and not words <= _TELLS_NOTHING


def _named_by_the_page(text: str, end: int, found: Sequence[Label]) -> Label | None:
    """The name that the page has for the amount right before it: "locker fee" of "a $60 locker fee"."""
    for label in found:
        between = _NAMED_BY_THE_PAGE.fullmatch(text, end, label.start) if label.start > end else None
        if between is not None and not label.kinds and _A_FEE.match(text, label.start):
            told = [word.lower() for word in between["name"].split()]
            return None if _TELLS_NOTHING & set(told) else Label(between.start("name"), label.end, None, priced=True)
    return None


def _is_of_another(label: Label, end: int, text: str, others: Sequence[tuple[int, int]]) -> bool:
    """Whether a label behind an amount stands behind another one, and is that one's: "$500 plus $35 for the badge"."""
    first = min((other for other in others if end <= other[0] < label.start), default=None)
    return first is not None and not _ALTERNATIVE.fullmatch(text, end, first[0])


def leads_on(text: str, end: int, start: int) -> bool:
    """Whether the words from *end* to *start* do no more than lead from an amount to its label behind it."""
    return _LEADS_ON.fullmatch(text, end, start) is not None


def _compound(one: Label, two: Label) -> Label:
    """Two labels as one: "housing" and "deposit" are a deposit, "program" and "application" an application."""
    kinds = {kind for kind in (one.kind, two.kind) if kind is not None}
    kind = next(iter(kinds), None)
    if len(kinds) > 1:
        if FeeKind.OTHER in kinds or kinds == {FeeKind.HOUSING, FeeKind.APPLICATION}:
            kind = FeeKind.OTHER
        else:
            kind = FeeKind.HOUSING if FeeKind.HOUSING in kinds else FeeKind.APPLICATION
    return Label(one.start, two.end, kind, one.priced or two.priced, _kinds(kind), one.aside)


def _kinds(kind: FeeKind | None) -> frozenset[FeeKind]:
    return frozenset() if kind is None else frozenset({kind})


def _joined(text: str, found: list[Label]) -> tuple[Label, ...]:
    """Labels with "and" between them share an amount: of one kind they are one label, of several a joint one."""
    joined: list[Label] = []
    for label in found:
        last = joined[-1] if joined else None
        if last is None or not _AND.fullmatch(text, last.end, label.start):
            joined.append(label)
        else:
            kinds = last.kinds | label.kinds
            kind = next(iter(kinds)) if len(kinds) == 1 else None
            joined[-1] = Label(last.start, label.end, kind, last.priced or label.priced, kinds, last.aside)
    return tuple(joined)


class Span(Protocol):
    """Words that stand in a text."""

    @property
    def start(self) -> int:
        """Where they begin."""

    @property
    def end(self) -> int:
        """Where they end."""


def distance(start: int, end: int, text: str, words: Span, others: Sequence[tuple[int, int]]) -> int:
    """How far *words* stand from an amount, in words; what parts the two counts as several."""
    behind = words.start >= end
    left, right = (end, words.start) if behind else (words.end, start)
    between = text[left:right]
    cost = len(_WORD.findall(between)) + CLAUSE_COST * (len(_CLAUSE_END.findall(between)) + between.count(";"))
    cost += AMOUNT_BETWEEN_COST * sum(left <= begin < right for begin, _ in others)
    return cost if not behind or _LEADS_ON.fullmatch(between) else cost + BEHIND_COST
