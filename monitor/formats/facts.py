"""Facts, verdicts and changes of facts → the JSON that `inspect`, `compare` and `show` print of them."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from monitor.core.fact import Closure, DateFact, Facts, Money, Score
from monitor.core.facts.changes import ChangedFact
from monitor.core.verdict import Verdict
from monitor.core.wording import money
from monitor.formats.values import Document, number, number_or_none, scalar

_LEAST = (("minimum", "at least"), ("above", "above"), ("upto", "up to"))


def facts_document(facts: Facts, closed: Closure | None) -> Document:
    """`{"money", "emails", "phones", "dates", "scores", "closed"}`; of addresses, those that can be seen.

    *closed*: the closure that counts, be it the page's first or the one that shuts a listing.
    """
    return {
        "money": [_money(each) for each in facts.money],
        "emails": list(dict.fromkeys(each.address for each in facts.emails if each.address is not None)),
        "phones": list(dict.fromkeys(each.words for each in facts.phones)),
        "dates": [_date(each) for each in facts.dates],
        "scores": [_score(each) for each in facts.scores],
        "closed": _closed(closed) if closed is not None else None,
    }


def fact_in_words(kind: str, fact: Any) -> str:
    """A row of `facts_document` as a person says it: "$150 per month, application fee — “the page's words”"."""
    if not isinstance(fact, Mapping):
        return str(fact)
    match kind:
        case "money":
            price = money(Decimal(str(fact["amount"])), fact["currency"])
            upto = f" to {money(Decimal(str(fact['upto'])), fact['currency'])}" if fact.get("upto") is not None else ""
            per = f" per {fact['per']}" if fact.get("per") else ""
            said = f"{price}{upto}{per}{_behind(fact.get('label'))}{_behind(' and '.join(fact.get('audience') or ()))}"
        case "dates":
            day_ = fact["date"] or "-".join(f"{part:02}" for part in (fact.get("month"), fact.get("day")) if part)
            said = f"{day_}{_behind(fact.get('label') or fact.get('purpose'))}"
        case "scores":
            least = [f"{word} {fact[key]}" for key, word in _LEAST if fact.get(key) is not None]
            least += [f"{name} {points}" for name, points in (fact.get("sections") or {}).items()]
            said = f"{fact['exam']}{_behind(fact.get('stance'))}{_behind(', '.join(least))}"
        case _:
            until = f" until {fact['until']}" if fact.get("until") else ""
            said = f"{fact.get('closing') or ''}{until}{_behind(' and '.join(fact.get('audience') or ()))}"
    quote = fact.get("quote")
    return f"{said} — “{quote}”" if said and quote else said or str(quote or "")


def _behind(words: str | None) -> str:
    return f", {words}" if words else ""


def verdict_rows(verdicts: Iterable[Verdict]) -> list[Document]:
    """`{"claim", "support", "found", "quote", "url", "why", "suggestions"}` each."""
    return [
        {
            "claim": each.claim,
            "support": each.support.value,
            "found": each.found,
            "quote": each.quote,
            "url": each.url or None,  # a saved page need not say where it came from
            "why": each.why,
            "suggestions": [
                {"key": suggestion.key, "value": None if suggestion.value is None else scalar(suggestion.value)}
                for suggestion in each.suggestions
            ],
        }
        for each in verdicts
    ]


def changed_rows(changed: Sequence[ChangedFact]) -> list[Document]:
    """`{"kind", "label", "before", "after"}` each; what came or went has one side only."""
    return [{"kind": each.kind, "label": each.label, "before": each.before, "after": each.after} for each in changed]


def _money(of: Money) -> dict[str, Any]:
    return {
        "amount": number(of.amount),
        "currency": of.currency,
        "label": of.label or (of.kind.value if of.kind else None),
        "per": of.per,
        "quote": of.quote,
        "kind": of.kind.value if of.kind else None,
        "upto": number_or_none(of.upto),
        "audience": sorted(each.value for each in of.audience),
        "refundable": of.refundable,
    }


def _date(of: DateFact) -> dict[str, Any]:
    return {
        "date": of.date.isoformat() if of.date else None,
        "label": of.label or None,
        "quote": of.quote,
        "purpose": of.purpose.value,
        "month": of.month,
        "day": of.day,
    }


def _score(of: Score) -> dict[str, Any]:
    return {
        "exam": of.exam,
        "minimum": number_or_none(of.minimum),
        "quote": of.quote,
        "above": number_or_none(of.above),
        "upto": number_or_none(of.upto),
        "sections": {name: number(points) for name, points in of.sections},
        "stance": of.stance.value,
        "scale": of.scale,
    }


def _closed(of: Closure) -> dict[str, Any]:
    return {
        "quote": of.quote,
        "closing": of.closing.value,
        "until": of.until.isoformat() if of.until else None,
        "audience": sorted(each.value for each in of.audience),
    }
