"""Page → money: every sum that it states, with what it pays for, by what it is counted, for whom and when it holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, islice

from monitor.core.content import Block, Page
from monitor.core.fact import Money, Place
from monitor.core.facts.amounts import Amount, amounts, may_hold_any, value
from monitor.core.facts.context import Placed, is_short, placed
from monitor.core.facts.currency import Dollar, dollar, named_dollar
from monitor.core.facts.free import Free, denied, free, is_for_some, is_nothing, names_a_price
from monitor.core.facts.labels import is_named_by_itself, labels, leads_on, nearest
from monitor.core.facts.particulars import (
    UNIT_CHARACTERS,
    bound,
    is_part,
    is_special,
    people,
    refundable,
    unit,
    until_waived,
)
from monitor.core.facts.periods import period, raised
from monitor.core.facts.quoting import quote
from monitor.core.facts.sentences import sentences
from monitor.core.facts.speakers import Closeness, Naming, Speaker, counted, dated, meant, named, speakers
from monitor.core.lexicon.bounds import (
    BETWEEN,
    ELSEWHERE,
    EXAMPLE,
    GOES_ON,
    NAMED_BEHIND,
    RESPECTIVELY,
)
from monitor.core.lexicon.currencies import CODES, DOLLAR, SIGNS
from monitor.core.lexicon.units import LASTING, RATES
from monitor.core.listing import FeeKind
from monitor.core.units import Standing, Unit, units

MAX_MONEY = 500
MAX_CHARACTERS = 500_000  # a long real page has a tenth
MAX_SENTENCE_CHARACTERS = 1_000  # what is longer is no sentence
MAX_LABEL_CHARACTERS = 80
MAX_STRUCK = 20
LITTLE_ELSE_WORDS = 4  # beside a sum and its unit: "per person, non-refundable"

_TO = re.compile(r" ?(?:-|–|—|to|and|bis|a|à) ?")
_CONVERSION = re.compile(
    r"\s*(?:(?:per|an?|each|/) ?\w+)?\s*(?:\(|/|\bor\b|=)\s*(?:or|about|approx\.?|ca\.|roughly|=)?\s*", re.IGNORECASE
)
_OR = re.compile(r"\b(?:or|and)(?: then| only)? $", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{2})?|\d{1,6}(?:[.,]\d{2})?")
_HEAD_CURRENCY = re.compile(rf"[$€£₹]|\b(?:{'|'.join(CODES)})\b")


@dataclass(frozen=True, slots=True)
class _Text:
    """A sentence, or a cell of a row: its words, where they begin in the block, and the sums in them."""

    words: str
    offset: int
    within: tuple[int, int]  # what of the block is quoted
    sums: tuple[Amount, ...]


def money(page: Page) -> tuple[Money, ...]:
    """Every sum of money that *page* states, in reading order, at most `MAX_MONEY`. Never raises on any page."""
    read = accumulate(len(block.text) for block in page.blocks)
    blocks = [block for block, sofar in zip(page.blocks, read, strict=True) if sofar <= MAX_CHARACTERS]
    return tuple(islice(_money(blocks), MAX_MONEY))


def _money(blocks: Sequence[Block]) -> Iterator[Money]:
    sign = dollar(block.text for block in blocks)
    values = [is_short(block) and (is_nothing(block.text) or _is_value(block.text)) for block in blocks]
    some = any(values)
    names = [
        some and is_short(block) and not value_ and bool(labels(block.text)) and next(amounts(block.text), None) is None
        for block, value_ in zip(blocks, values, strict=True)
    ]
    for at in placed(blocks, values, names):
        yield from _in_row(at, sign) if at.row is not None else _in_prose(at, sign)


def _is_value(text: str) -> bool:
    """Whether a short text holds a sum, perhaps its unit, and little else."""
    found = next(amounts(text), None)
    if found is None:
        return False
    counted_by = [(unit.start, unit.end) for unit in units(text)]
    if labels(text, counted_by):
        return False
    said = sum(len(text[start:end].split()) for start, end in [(found.start, found.end), *counted_by])
    return len(text.split()) - said <= LITTLE_ELSE_WORDS


# --- where sums stand ---------------------------------------------------------------------------------------------


def _in_prose(at: Placed, sign: Dollar) -> Iterator[Money]:
    text = at.block.text
    if not (may_hold_any(text) or names_a_price(text) or is_nothing(text) or names_a_price(at.question)):
        return
    who = speakers(at)
    before = last = ""
    priced = next(amounts(text), None) is not None
    whole = is_nothing(text) and bool(at.pair or at.above) and not is_for_some(at.pair)
    for start, end in sentences(text):
        words = text[start : min(end, start + MAX_SENTENCE_CHARACTERS)]
        one = _Text(words, start, (start, end), _ranges(words, amounts(words)))
        answer = denied(last if start else at.question, words)
        none = [Free(0, len(words), "", frozenset())] if whole else []
        nothing = none or [*([answer] if answer else ()), *free(words)]
        if one.sums or nothing:
            goes_on = GOES_ON.match(words) or last.rstrip().endswith("?")
            close = Closeness.BESIDE if goes_on else Closeness.ABOVE
            yield from _stated(one, nothing, at, (Speaker(before, close), *who) if before else who, sign)
        before = (_last_named(words) if priced else "") or before
        last = words


def _last_named(sentence: str) -> str:
    """The last words of a sentence that name what is paid for."""
    named_ = [label for label in labels(sentence) if label.kinds and label.priced and not label.aside]
    return sentence[named_[-1].start : named_[-1].end] if named_ else ""


def _in_row(at: Placed, sign: Dollar) -> Iterator[Money]:
    """A row's cells, each for itself: its names stand in the cells beside it and at the head of its column."""
    assert at.row is not None
    cells = [at.block.text[start:end] for start, end in at.row.cells]
    heads = (*at.row.heads, *[""] * len(cells))
    sums = [_in_cell(cell, head) for cell, head in zip(cells, heads, strict=False)]
    values = [bool(found) or is_nothing(cell) for found, cell in zip(sums, cells, strict=True)]
    for index, (start, _) in enumerate(at.row.cells):
        one = _Text(cells[index], start, (0, len(at.block.text)), sums[index])
        who = speakers(at, index, values=values)
        nothing = [*free(cells[index])]
        if is_nothing(cells[index]):
            nothing = [] if is_for_some(at.block.text[:start]) else [Free(0, len(cells[index]), "", frozenset())]
        yield from _stated(one, nothing, at, who, sign)


def _in_cell(cell: str, head: str) -> tuple[Amount, ...]:
    """The sums in a cell; a bare number is one where the head of its column names a currency."""
    found = _ranges(cell, amounts(cell))
    currency = _HEAD_CURRENCY.search(head)
    if found or currency is None or not _BARE_NUMBER.fullmatch(cell):
        return found
    return (Amount(0, len(cell), value(cell), CODES.get(currency[0]) or SIGNS[currency[0]]),)


def _ranges(text: str, found: Iterator[Amount]) -> tuple[Amount, ...]:
    """The sums of a text, two of them that are the ends of a range as one."""
    joined: list[Amount] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and _is_range(text, last, one):
            joined[-1] = replace(last, end=one.end, upto=one.value, currency=one.currency)
        else:
            joined.append(one)
    return tuple(joined)


def _is_range(text: str, low: Amount, high: Amount) -> bool:
    between = text[low.end : high.start]
    if low.upto is not None or low.value >= high.value or not _TO.fullmatch(between):
        return False
    if low.currency not in (high.currency, DOLLAR) or raised(text[max(0, low.start - UNIT_CHARACTERS) : low.start]):
        return False
    return "and" not in between or BETWEEN.search(text[: low.start]) is not None


# --- what is said of a sum ----------------------------------------------------------------------------------------


def _stated(text: _Text, nothing: Sequence[Free], at: Placed, who: Sequence[Speaker], sign: Dollar) -> Iterator[Money]:
    """The sums of a text and what it says to cost nothing, in reading order."""
    facts: list[tuple[int, Money]] = []
    for index, one in enumerate(text.sums):
        fact = _priced(text, index, at, who, sign)
        former = facts[-1][1] if facts else None
        if former is not None and _is_converted(text, index):
            fact = replace(fact, label=former.label, kind=former.kind, per=fact.per or former.per, near=former.near)
        if (
            former is not None
            and fact.kind is not former.kind
            and fact.per not in LASTING
            and _is_another(text, index, former.label)
        ):
            fact = replace(fact, label=former.label, kind=former.kind, near=False)
        if former is not None and (former.past or former.until) and fact.label in ("", former.label):
            fact = replace(fact, label=former.label, kind=former.kind, near=former.near)
        facts.append((one.start, fact))
    for none in nothing:
        facts.extend((none.start, fact) for fact in _free(text, none, at, who, sign))
    yield from (fact for _, fact in sorted(facts, key=lambda pair: pair[0]))


def _is_converted(text: _Text, index: int) -> bool:
    """Whether a sum is the one before it in another currency: "$1,500 USD per month ($2,050 CAD)"."""
    one, two = text.sums[index - 1], text.sums[index]
    return one.currency != two.currency and _CONVERSION.fullmatch(text.words, one.end, two.start) is not None


def _is_another(text: _Text, index: int, label: str) -> bool:
    """Whether a sum is one more for the last one's *label*: "a $200 deposit, or $500, which holds two places"."""
    one, left = text.sums[index], text.sums[index - 1].end
    right = text.sums[index + 1].start if index + 1 < len(text.sums) else len(text.words)
    if not _OR.search(text.words, left, one.start):
        return False
    behind = labels(text.words[one.end : right])
    if behind and leads_on(text.words, one.end, one.end + behind[0].start):
        return False
    told = text.words[left:right]
    return not any(own.priced and own.kinds and told[own.start : own.end] != label for own in labels(told))


def _priced(text: _Text, index: int, at: Placed, who: Sequence[Speaker], sign: Dollar) -> Money:
    sum_ = text.sums[index]
    left = text.sums[index - 1].end if index else 0
    right = text.sums[index + 1].start if index + 1 < len(text.sums) else len(text.words)
    counted_by = unit(text.words, sum_, left, right)
    naming = _naming(text, sum_, counted_by, who)
    per = counted_by or counted(who)
    when = period(text.words, sum_.start, sum_.end, left, right)
    currency, sure = _currency(sum_.currency, who, sign)
    return Money(
        amount=sum_.value,
        currency=currency,
        quote=quote(at.block.text, text.offset + sum_.start, text.offset + sum_.end, text.within),
        place=_place(at),
        label=naming.words,
        kind=naming.kind,
        upto=sum_.upto,
        per=per.slug if per else None,
        lasting=per.lasting if per else None,
        audience=people(until_waived(text.words, sum_.end), sum_.start, sum_.end, text.sums) or meant(who),
        refundable=refundable(text.words, left if index else 0, right),
        bound=bound(text.words, sum_, left),
        past=when.past or any(text.words[sum_.start : sum_.end] in struck for struck in at.block.struck[:MAX_STRUCK]),
        start=when.start,
        until=when.until,
        year=when.year or dated(who),
        near=naming.near and sure and not is_special(text.words, sum_, left, right, naming.kind),
    )


def _free(text: _Text, one: Free, at: Placed, who: Sequence[Speaker], sign: Dollar) -> Iterator[Money]:
    naming = Naming(one.label, None, one.near) if one.kinds else named(who, None, len(at.block.text))
    kinds = sorted(one.kinds) if one.kinds else [naming.kind if naming else None]
    for kind in kinds:
        yield Money(
            amount=Decimal(0),
            currency=sign.code,
            quote=quote(at.block.text, text.offset + one.start, text.offset + one.end, text.within),
            place=_place(at),
            label=naming.words if naming else one.label,
            kind=kind,
            audience=people(text.words, one.start, one.end, text.sums) or meant(who),
            year=dated(who),
            near=naming.near if naming else one.near and kind is not None,
        )


def _place(at: Placed) -> Place:
    return Place(at.index, at.heading, at.block.area)


def _naming(text: _Text, sum_: Amount, per: Unit | None, who: Sequence[Speaker]) -> Naming:
    """What a sum pays for: its own sentence or cell says it, else what stands beside and above it, else its unit."""
    masked = [(one.start, one.end) for one in text.sums]
    masked += [(one.start, one.end) for one in units(text.words) if _counts(one, per)]
    own = nearest(sum_.start, sum_.end, text.words, labels(text.words, masked), masked[: len(text.sums)])
    words = text.words[own.label.start : own.label.end][:MAX_LABEL_CHARACTERS] if own else ""
    if EXAMPLE.search(text.words):
        return Naming()
    if ELSEWHERE.search(text.words) or (len(text.sums) > 1 and RESPECTIVELY.search(text.words)):
        return Naming(words)
    if is_part(text.words, sum_):
        named_behind = own is not None and NAMED_BEHIND.fullmatch(text.words, sum_.end, own.label.start)
        return Naming(words, own.label.kind, own.label.kind is not None) if own and named_behind else Naming(words)
    if own is not None and own.label.kinds:
        return Naming(words, own.label.kind, own.near and own.label.kind is not None)
    by_itself = own is not None and is_named_by_itself(text.words, own.label, sum_.start)
    other = named(who, own.label if own else None, len(text.words), by_itself=by_itself)
    if own is not None and own.unknown:
        return Naming(words)
    is_a_rate = per is not None and per.slug in RATES
    if other is not None and not (is_a_rate and other.kind is FeeKind.APPLICATION and not other.near):
        return other  # nobody applies by the week
    if per is not None and per.slug in LASTING:
        leads = text.words[per.start : per.end].lower()
        return Naming(words or text.words[per.start : per.end], FeeKind.TUITION, near=leads.startswith("for "))
    return Naming(words)


def _counts(one: Unit, per: Unit | None) -> bool:
    """Whether words are a unit and no label: "for the application" behind a sum is what it pays for."""
    if one.slug == "application" and one.standing is Standing.ARTICLE:
        return False
    return one.standing is Standing.EACH or one == per


def _currency(stated: str, who: Sequence[Speaker], sign: Dollar) -> tuple[str, bool]:
    """The currency of a sum, and whether that is sure; a bare "$" is what its row or column says, else the page."""
    if stated != DOLLAR:
        return stated, True
    for one in who:
        if (named_ := named_dollar(one.words)) is not None:
            return named_, True
    return sign.code, sign.sure
