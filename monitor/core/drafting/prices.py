"""The prices of a page as fees of a listing; whatever a person has to decide is in doubt."""

from collections.abc import Iterator, Sequence

from monitor.core.content import Area
from monitor.core.drafting.kinds import audience_words
from monitor.core.drafting.model import Found
from monitor.core.fact import Audience, Bound, Money
from monitor.core.listing import Fee, FeeKind
from monitor.core.units import canonical
from monitor.core.wording import money

MAX_NOTE_CHARACTERS = 120
MAX_LABELLED_CHARACTERS = 160  # a row or a short sentence says plainly what a price is for


def fees(stated: Sequence[Money]) -> tuple[Found[Fee], ...]:
    """A fee for every price that holds now, each once; two prices for the same are both in doubt.

    Whom it is for is said only where others pay something else.
    """
    each = [(_key(fact), fact) for fact in stated if not fact.past]
    amounts: dict[tuple[object, ...], dict[object, Money]] = {}
    for key, fact in each:
        amounts.setdefault(key, {}).setdefault(fact.amount, fact)
    told_apart = len({fact.audience for _, fact in each}) > 1
    found = []
    for same in amounts.values():
        for fact in same.values():
            others = [other for other in same.values() if other is not fact]
            payers = fact.audience if told_apart else frozenset()
            found.append(Found(_fee(fact, payers), fact.quote, "; ".join(_doubts(fact, others))))
    return tuple(found)


def _key(fact: Money) -> tuple[object, ...]:
    """What a price is for: everything that tells it from others but the amount."""
    unnamed = fact.label.casefold() if fact.kind in {None, FeeKind.OTHER} else ""
    return fact.kind, unnamed, fact.currency, canonical(fact.per), fact.audience, fact.start, fact.until


def _fee(fact: Money, payers: frozenset[Audience]) -> Fee:
    kind = fact.kind or FeeKind.OTHER
    ordered = fact.start is None or fact.until is None or fact.start <= fact.until
    return Fee(
        kind=kind,
        amount=fact.amount,
        currency=fact.currency,
        per=fact.per,
        audience=audience_words(payers),
        note=(fact.label[:MAX_NOTE_CHARACTERS].strip() or None) if kind is FeeKind.OTHER else None,
        start=fact.start if ordered else None,
        until=fact.until if ordered else None,
    )


def _doubts(fact: Money, others: Sequence[Money]) -> Iterator[str]:
    if fact.kind is None:
        yield "the page does not say what it pays for"
    if fact.kind is FeeKind.OTHER and len(fact.quote) > MAX_LABELLED_CHARACTERS:
        yield "what it pays for is read out of a long sentence"
    if fact.upto is not None:
        yield f"it is the lower end of a range up to {money(fact.upto, fact.currency)}"
    if fact.bound is not Bound.EXACT:
        yield f"the page gives it as {fact.bound.replace('-', ' ')} that much"
    if Audience.OTHERS in fact.audience:
        yield "it is for others"
    if fact.place.area is Area.CHROME:
        yield "it stands in the furniture of the page"
    if others:
        yield f"for the same the page also states {money(others[0].amount, others[0].currency)}"
