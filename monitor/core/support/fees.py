"""A fee of a listing against the money on its pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from monitor.core.audiences import audience
from monitor.core.claims import Claim, fee_name, price
from monitor.core.content import Area
from monitor.core.fact import Audience, Bound, Money
from monitor.core.finding import Suggestion
from monitor.core.listing import Fee, FeeKind
from monitor.core.units import canonical
from monitor.core.verdict import Reading, Support, Verdict
from monitor.core.wording import day, enumeration, money, names, slug

MAX_NAMED = 4  # prices that a sentence lists


def support(claim: Claim, fee: Fee, readings: Sequence[Reading], today: date) -> Verdict:
    """What the pages of a listing say about one of its fees.

    1. A price that does not hold *today* is not judged by today's pages.
    2. Borne out: a page states the same amount, in its currency, with its label, for its unit and audience.
    3. Refuted: a page states one other amount for exactly the same, surely and now; no page bears the fee out.
    4. Everything else is undecided.
    """
    if fee.until is not None and fee.until < today:
        return _undecided(claim, f"The listing's price has ended on {day(fee.until)}.")
    if fee.start is not None and fee.start > today:
        return _undecided(claim, f"The listing's price begins on {day(fee.start)}.")
    judged = [_judged(claim, fee, reading, today) for reading in readings]
    contrary = next((verdict for verdict in judged if verdict.support is Support.REFUTED), None)
    for verdict in judged:
        if verdict.support is Support.SUPPORTED:
            if contrary is None:
                return verdict
            return replace(verdict, why=f"{verdict.why} Another page, {contrary.url}, states {contrary.found}.")
    if contrary is not None:
        return contrary
    told = next((verdict for verdict in judged if verdict.found is not None), None)
    return told or _undecided(claim, f"No page states the {fee_name(fee)}.")


@dataclass(frozen=True, slots=True)
class _Match:
    """A sum that a page states for what the fee is for, and what keeps it from being exactly that."""

    fact: Money
    same_unit: bool
    same_audience: bool
    holds: bool  # today, as far as the page says

    @property
    def exact(self) -> bool:
        return (
            self.same_unit
            and self.same_audience
            and self.holds
            and self.fact.near
            and self.fact.upto is None
            and self.fact.bound is Bound.EXACT
            and self.fact.place.area is Area.MAIN
        )


def _judged(claim: Claim, fee: Fee, reading: Reading, today: date) -> Verdict:
    """What one page says."""
    matches = _current([match for fact in reading.facts.money if (match := _match(fee, fact, today)) is not None])
    comparable = [match for match in matches if match.fact.currency == fee.currency.upper() or not match.fact.amount]
    agreeing = [match for match in comparable if _agrees(fee, match)]
    others = [match for match in comparable if match.fact.amount != fee.amount and (match.same_unit or not fee.amount)]
    sure = [match for match in others if match.exact]
    if agreeing and not (fee.amount == 0 and sure):
        return _borne_out(claim, fee, agreeing, others, reading)
    if sure and not agreeing and not _differ(fee, others) and not _is_unnamed(fee):
        return _refuted(claim, fee, sure[0].fact, {match.fact.amount for match in others}, reading)
    return _open(claim, fee, matches or _elsewhere(fee, reading), reading)


def _match(fee: Fee, fact: Money, today: date) -> _Match | None:
    """The fact as a candidate; None where it is about something or somebody else, or of the past."""
    if fact.past or (fact.until is not None and fact.until < today):
        return None
    if not _is_about(fee, fact) or _is_for_others(audience(fee.audience or ""), fact.audience):
        return None
    holds = (fact.start is None or fact.start <= today) and (fact.year is None or fact.year >= today.year)
    return _Match(fact, _same_unit(fee, fact), _same_audience(fee, fact), holds)


def _is_for_others(wanted: frozenset[Audience], stated: frozenset[Audience]) -> bool:
    """Whether a price is surely not for whom the fee is; a guide of electives for graduates from abroad is the rule."""
    if Audience.OTHERS in stated - wanted:
        return True
    abroad, here = Audience.INTERNATIONAL, Audience.DOMESTIC
    if here in stated and abroad not in stated and here not in wanted:
        return True
    students, graduates = Audience.STUDENTS, Audience.GRADUATES
    pairs = ((abroad, here), (students, graduates), (graduates, students))
    return any(one in stated and other not in stated and other in wanted and one not in wanted for one, other in pairs)


def _same_audience(fee: Fee, fact: Money) -> bool:
    """Whether a price is surely for whom the fee is."""
    wanted = audience(fee.audience or "")
    if wanted:
        return wanted <= fact.audience
    if fee.audience:
        return names(slug(f"{fact.quote} {fact.place.heading}"), slug(fee.audience))
    return Audience.GRADUATES not in fact.audience or Audience.STUDENTS in fact.audience


def _is_about(fee: Fee, fact: Money) -> bool:
    """Whether the fact's label is the fee's; one of kind `other` is told by its note, without one any label will do."""
    if fee.kind is not FeeKind.OTHER:
        return fact.kind is fee.kind
    if fee.note is None:
        return fact.amount == fee.amount
    return fact.kind in (None, FeeKind.OTHER) and _names_all(slug(f"{fact.label} {fact.quote}"), slug(fee.note))


def _names_all(text: str, words: str) -> bool:
    wanted = [word for word in words.split("-") if len(word) > 3] or [words]
    return all(names(text, word) or names(text, f"{word}s") or names(text, word.removesuffix("s")) for word in wanted)


def _same_unit(fee: Fee, fact: Money) -> bool:
    if not fee.amount or not fact.amount:
        return True
    wanted, stated = canonical(fee.per), canonical(fact.per)
    return wanted == stated or (fee.per is not None and slug(fee.per) == fact.lasting)


def _current(matches: Sequence[_Match]) -> list[_Match]:
    """Without what the page gives for an earlier time, where it also states what holds now."""
    holding = [match for match in matches if match.holds]
    if holding:
        return holding
    started = [match for match in matches if match.fact.start is None]
    latest = max((match.fact.year for match in started if match.fact.year), default=None)
    return [match for match in started if match.fact.year == latest]


def _agrees(fee: Fee, match: _Match) -> bool:
    """Whether a page bears the fee out: a unit or an audience that only one of the two names is a nuance."""
    fact = match.fact
    if fact.amount != fee.amount or fact.upto is not None:
        return False
    if _is_unnamed(fee):
        return fact.currency == fee.currency.upper()
    units_differ = not match.same_unit and canonical(fee.per) is not None and canonical(fact.per) is not None
    return not units_differ and (match.same_audience or not fact.audience or not fee.audience)


def _is_unnamed(fee: Fee) -> bool:
    return fee.kind is FeeKind.OTHER and fee.note is None


def _differ(fee: Fee, others: Sequence[_Match]) -> bool:
    """Whether the other amounts leave open what the fee is; of a fee of nothing they all say that it is something."""
    return bool(fee.amount) and len({(match.fact.amount, match.fact.upto) for match in others}) > 1


# --- in words -----------------------------------------------------------------------------------------------------


def stated(fact: Money) -> str:
    """ "$350 per month", "$500–$700 per week", "nothing"."""
    if not fact.amount and fact.upto is None:
        return "nothing"
    amount = money(fact.amount, fact.currency)
    if fact.upto is not None:
        amount = f"{amount}–{money(fact.upto, fact.currency)}"
    bounds = {Bound.AT_MOST: "up to ", Bound.AT_LEAST: "at least ", Bound.ABOUT: "about ", Bound.EXACT: ""}
    per = (
        f" per {fact.per}"
        if fact.per and not fact.per[0].isdecimal()
        else f" for {fact.per.replace('-', ' ')}"
        if fact.per
        else ""
    )
    return f"{bounds[fact.bound]}{amount}{per}"


def _borne_out(
    claim: Claim, fee: Fee, agreeing: Sequence[_Match], others: Sequence[_Match], reading: Reading
) -> Verdict:
    best = next((match for match in agreeing if match.exact), next((m for m in agreeing if m.same_unit), agreeing[0]))
    fact = best.fact
    nuances = []
    if not best.same_unit:
        nuances.append(f"the page says {_unit(fact.per)}, the listing {_unit(fee.per)}")
    if fact.bound is not Bound.EXACT:
        nuances.append(f"the page says {stated(fact)}")
    if not best.holds and fact.year is not None:
        nuances.append(f"the page gives it for {fact.year}")
    if others:
        further = dict.fromkeys(stated(match.fact) for match in others)
        nuances.append(f"it also states {enumeration(list(further)[:MAX_NAMED], 'and')}")
    why = f"The page states the same {fee_name(fee)}{''.join(f'; {nuance}' for nuance in nuances)}."
    return Verdict(claim.id, Support.SUPPORTED, why, stated(fact), fact.quote, reading.url)


def _refuted(claim: Claim, fee: Fee, fact: Money, amounts: set[Decimal], reading: Reading) -> Verdict:
    suggestions = (Suggestion(f"{claim.key}.amount", fact.amount),) if len(amounts) == 1 else ()
    why = f"The page states {stated(fact)} as the {fee_name(fee)}, the listing {price(fee)}."
    return Verdict(claim.id, Support.REFUTED, why, stated(fact), fact.quote, reading.url, suggestions)


def _open(claim: Claim, fee: Fee, matches: Sequence[_Match], reading: Reading) -> Verdict:
    if not matches:
        return _undecided(claim, f"The page does not state the {fee_name(fee)}.")
    fact = matches[0].fact
    found = list(dict.fromkeys(stated(match.fact) for match in matches))
    why = f"The page states {enumeration(found[:MAX_NAMED], 'and')}, which need not be the {fee_name(fee)}."
    return Verdict(claim.id, Support.UNDECIDED, why, found[0], fact.quote, reading.url)


def _elsewhere(fee: Fee, reading: Reading) -> list[_Match]:
    """Sums that the page calls former, or gives to somebody else: worth saying, never enough to judge."""
    return [
        _Match(fact, same_unit=False, same_audience=False, holds=False)
        for fact in reading.facts.money
        if fee.kind is not FeeKind.OTHER and fact.kind is fee.kind
    ]


def _undecided(claim: Claim, why: str) -> Verdict:
    return Verdict(claim.id, Support.UNDECIDED, why)


def _unit(per: str | None) -> str:
    return f"“per {per}”" if per else "no unit"
