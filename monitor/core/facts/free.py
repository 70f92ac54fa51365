"""Where a text says that something costs nothing: "no application fee", "tuition is waived", "free of charge"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monitor.core.facts.labels import Label, labels, nearest
from monitor.core.lexicon.finder import Signs
from monitor.core.lexicon.free import (
    ASKED,
    CONDITION,
    FREE,
    FREE_OF_NAMED,
    NO,
    NO_ANSWER,
    NONE_AT_ALL,
    NOT_THE_PRICE,
    NOTHING,
    NOTHING_ALONE,
    pattern,
)
from monitor.core.listing import FeeKind

_NO = re.compile(rf"\b(?:{pattern(NO)})\b(?!-)", re.IGNORECASE)
_NOTHING = re.compile(rf"\s*(?:fees? )?[:|–—=-]*\s*(?:{pattern(NOTHING)})\b", re.IGNORECASE)
_NOTHING_SAID = re.compile(rf"\b(?:{pattern(NOTHING)})\b", re.IGNORECASE)
_NOTHING_ALONE = re.compile(rf"(?:{pattern(NOTHING_ALONE)})[.*]?", re.IGNORECASE)
_ASKED = re.compile(rf"(?:Q(?:uestion)?[.:]? ?)?[¿\d.)]* ?(?:{pattern(ASKED)})\b", re.IGNORECASE)
_NO_ANSWER = re.compile(rf"(?:A(?:nswer)?[.:] ?)?(?:{pattern(NO_ANSWER)})(?=[.,!;–—]|$)", re.IGNORECASE)
_FREE = re.compile(rf"\b(?:{pattern(FREE)})\b", re.IGNORECASE)
_FREE_OF_NAMED = re.compile(rf"\b(?:{pattern(FREE_OF_NAMED)})", re.IGNORECASE)
_CONDITION = re.compile(CONDITION, re.IGNORECASE)
_NOT_THE_PRICE = re.compile(
    rf"\s*(?:{'|'.join(re.escape(word.strip()) for _, line in NOT_THE_PRICE for word in line.split(','))})\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\s*(?:any |the |a |an |such |non-?refundable |associated )*", re.IGNORECASE)
_NONE_AT_ALL = re.compile(NONE_AT_ALL, re.IGNORECASE)
_ASKED_OF_ALL = frozenset({FeeKind.TUITION, FeeKind.APPLICATION})  # who takes a room may pay for it all the same
_FOR = re.compile(r"\bfor$", re.IGNORECASE)  # "nothing for the application"
_IS = re.compile(r"\s*(?:is|are|comes?|costs?)\b", re.IGNORECASE)
_PRICE_WORDS = (
    "fee", "cost", "charge", "tuition", "gebühr", "kosten", "frais", "coût", "tarifa", "taxa", "custo", "scolarité",
    "colegiatura", "matrícula", "mensalidade",
)  # fmt: skip
_PRICE = re.compile("|".join(_PRICE_WORDS), re.IGNORECASE)
_PRICES = Signs((*_PRICE_WORDS, "free", "waive", "grat", "kostenlos"))
_SOMETHING_ELSE = re.compile(
    r"\s*(?:waiver|refund|increase|reduction|discount|assistance|receipt|is refund|are refund"
    r"|will be (?:refund|return|accept|prorat)|structure|schedule|information|payment)",
    re.IGNORECASE,
)

REACH_CHARACTERS = 80  # between "no" and its label, and of a condition behind both


@dataclass(frozen=True, slots=True)
class Free:
    """Words from `start` to `end` that say that nothing is to be paid; `label` what for, `kinds` what that means."""

    start: int
    end: int
    label: str
    kinds: frozenset[FeeKind]
    near: bool = True


def free(text: str) -> Iterator[Free]:
    """What *text*, a sentence or a row, says to cost nothing; not what is so only for some or on a condition."""
    if not names_a_price(text):
        return
    said = _NOTHING_SAID.search(text) or _FREE.search(text) or _FREE_OF_NAMED.search(text)
    found = labels(text) if said else ()
    taken = -1
    for one in sorted(
        (*_refused(text), *_nothing(text, found), *_free(text, found), *_free_of_named(text, found)),
        key=lambda one: (one.start, not one.kinds),
    ):
        if one.start >= taken and not _conditional(text, one.start, one.end):
            yield one
            taken = one.end


def names_a_price(text: str) -> bool:
    """Whether *text* has a word for a price, or for none: without one it says nothing of what costs nothing."""
    return _PRICES.stand_in(text)


def is_nothing(cell: str) -> bool:
    """Whether a cell of a table says only that nothing is charged."""
    return _NOTHING_ALONE.fullmatch(cell) is not None


def is_for_some(text: str) -> bool:
    """Whether *text* names a condition, or people of whom not everybody is one: "students of partner schools"."""
    return _CONDITION.search(text) is not None


def denied(question: str, answer: str) -> Free | None:
    """What an answer of "no" says to cost nothing: "Is there an application fee?" """
    no = _NO_ANSWER.match(answer)
    if no is None or not _ASKED.match(question) or _conditional(answer, no.start(), no.end()):
        return None
    found = [label for label in labels(question) if _PRICE.search(question, label.start, label.end)]
    if len(found) != 1 or _SOMETHING_ELSE.match(question, found[0].end):
        return None
    return Free(no.start(), no.end(), question[found[0].start : found[0].end], found[0].kinds)


def _refused(text: str) -> Iterator[Free]:
    """ "no application fee", "there is no charge for the elective"."""
    for no in _NO.finditer(text):
        rest = text[no.end() : no.end() + REACH_CHARACTERS]
        if _NOT_THE_PRICE.match(rest):
            continue
        label = next(iter(labels(rest)), None)
        leads = _LEADS.match(rest)
        if label is None or leads is None or label.start > leads.end():
            continue
        words = rest[label.start : label.end]
        if label.kind is None and not label.kinds and _NONE_AT_ALL.match(rest, label.end):
            yield Free(no.start(), no.end() + label.end, words, _ASKED_OF_ALL)
            continue
        is_price = _PRICE.search(words) or (label.kind is not None and _FOR.search(no[0]))
        if is_price and not _SOMETHING_ELSE.match(rest, label.end):
            yield Free(no.start(), no.end() + label.end, words, label.kinds)


def _nothing(text: str, found: Sequence[Label]) -> Iterator[Free]:
    """ "tuition: none", "the application fee is waived"."""
    for label in found:
        nothing = _NOTHING.match(text, label.end)
        words = text[label.start : label.end]
        if nothing and (_PRICE.search(words) or (label.kind is FeeKind.HOUSING and _IS.match(nothing[0]))):
            yield Free(label.start, nothing.end(), words, label.kinds)


def _free(text: str, found: Sequence[Label]) -> Iterator[Free]:
    """ "the observership is free of charge"."""
    for match in _FREE.finditer(text):
        inside = next((label for label in found if match.start() <= label.start < match.end()), None)
        close = nearest(match.start(), match.end(), text, [label for label in found if label != inside], ())
        label = inside if inside and inside.kinds else close.label if close else inside
        if label is None:
            yield Free(match.start(), match.end(), "", frozenset())
        else:
            yield Free(
                match.start(),
                match.end(),
                text[label.start : label.end],
                label.kinds,
                close is None or len(label.kinds) == 1,
            )


def _free_of_named(text: str, found: Sequence[Label]) -> Iterator[Free]:
    """ "the application itself is free", "it costs nothing to apply"."""
    for match in _FREE_OF_NAMED.finditer(text):
        outside = [label for label in found if label.end <= match.start() or label.start >= match.end()]
        close = nearest(match.start(), match.end(), text, outside, ())
        if close is not None and close.label.kind is not None:
            words = text[close.label.start : close.label.end]
            yield Free(match.start(), match.end(), words, close.label.kinds)


def _conditional(text: str, start: int, end: int) -> bool:
    ahead = max(text.rfind(mark, 0, start) for mark in ".;|") + 1
    behind = min((at for mark in ".;|" if (at := text.find(mark, end)) >= 0), default=len(text))
    return bool(_CONDITION.search(text, max(ahead, start - REACH_CHARACTERS), start)) or bool(
        _CONDITION.search(text, end, min(behind, end + REACH_CHARACTERS))
    )
