"""A fee of a listing against the money on its pages."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from monitor.core.claims import Claim, fee_name, price
from monitor.core.fact import Bound, Money
from monitor.core.finding import Suggestion
from monitor.core.lexicon.free import DROPPED
from monitor.core.lexicon.units import RATES, STAYS
from monitor.core.listing import Fee, FeeKind, Listing
from monitor.core.support.prices import Match, has_ended, is_about, matches, same_unit
from monitor.core.units import canonical
from monitor.core.verdict import Reading, Support, Verdict
from monitor.core.wording import day, enumeration, money

MAX_NAMED = 4  # prices that a sentence lists
MOST_TIMES = 12  # a fee of so many weeks or months may be told as one sum
TIMES = RATES | {"year", "semester", "quarter"}


def support(claim: Claim, fee: Fee, readings: Sequence[Reading], today: date, listing: Listing) -> Verdict:
    """What the pages of a listing say about one of its fees.

    1. A price that does not hold *today* is borne out by a page that gives it for its own time, and refuted by none.
    2. Borne out: a page states the same amount, in its currency, with its label, for its unit and audience.
    3. Refuted: a page states one other amount for exactly the same, surely and now; no page bears the fee out.
       Its very number in another currency or by another unit of time is another price, and so is one that has ended.
    4. Everything else is undecided.
    """
    if fee.until is not None and fee.until < today:
        return _in_its_time(claim, fee, readings) or _undecided(
            claim, f"The listing's price has ended on {day(fee.until)}."
        )
    if fee.start is not None and fee.start > today:
        return _in_its_time(claim, fee, readings) or _undecided(
            claim, f"The listing's price begins on {day(fee.start)}."
        )
    judged = [_judged(claim, fee, reading, today, listing) for reading in readings]
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


def _judged(claim: Claim, fee: Fee, reading: Reading, today: date, listing: Listing) -> Verdict:
    """What one page says."""
    found = matches(fee, reading, today, listing)
    comparable = [match for match in found if match.fact.currency == fee.currency.upper() or not match.fact.amount]
    agreeing = [match for match in comparable if _agrees(fee, match)]
    others = [match for match in comparable if match.fact.amount != fee.amount and _is_measured_alike(fee, match)]
    sure = [match for match in others if match.sure or _is_beyond(fee, match)]
    if agreeing and not (fee.amount == 0 and sure):
        return _borne_out(claim, fee, agreeing, others, reading)
    if _is_unnamed(fee) or agreeing:
        return _open(claim, fee, found or _elsewhere(fee, reading), reading)
    if sure and _tell_one_story(fee, others):
        return _refuted(
            claim,
            fee,
            sure[0].fact,
            {match.fact.upto or match.fact.amount for match in others} | {match.fact.amount for match in others},
            reading,
        )
    if not others and (slip := _slip(fee, found)) is not None:
        return _slipped(claim, fee, slip, reading)
    if not found and (ended := _ended(fee, reading, today)) is not None:
        return _over(claim, fee, ended, reading)
    return _open(claim, fee, found or _elsewhere(fee, reading), reading)


def _agrees(fee: Fee, match: Match) -> bool:
    """Whether a page bears the fee out: a unit or an audience that only one of the two names is a nuance."""
    fact = match.fact
    if fact.amount != fee.amount or fact.upto is not None:
        return False
    if _is_unnamed(fee):
        return fact.currency == fee.currency.upper()
    return not _differ_in_unit(fee, match) and (match.same_audience or not fact.audience or not fee.audience)


def _is_unnamed(fee: Fee) -> bool:
    return fee.kind is FeeKind.OTHER and fee.note is None


def _differ_in_unit(fee: Fee, match: Match) -> bool:
    return not match.same_unit and canonical(fee.per) is not None and canonical(match.fact.per) is not None


def _is_measured_alike(fee: Fee, match: Match) -> bool:
    """Whether two amounts can be compared: in one unit, or where the fee has none and cannot be a multiple of a rate.

    "$2,000" may be four weeks of "$500 per week"; of "$450 per week" it is no number of weeks.
    """
    if match.same_unit or not fee.amount:
        return True
    stated = canonical(match.fact.per)
    if fee.kind is FeeKind.APPLICATION and stated in STAYS:
        return False
    if stated is None:
        return canonical(fee.per) == "elective"
    if canonical(fee.per) is not None:
        return False
    low, high = sorted((fee.amount, match.fact.amount))
    return stated not in RATES or high % low != 0 or high / low > MOST_TIMES


def _tell_one_story(fee: Fee, others: Sequence[Match]) -> bool:
    """Whether other amounts leave no room for the fee's: they are all one, or a list of prices by length or by year.

    Of a fee of nothing they all say that it is something.
    """
    amounts = {(match.fact.amount, match.fact.upto) for match in others}
    if len(amounts) == 1 or not fee.amount:
        return True
    told_by = {(match.fact.per, match.fact.year) for match in others}
    return len(told_by) == len(others) and all(match.sure or _is_beyond(fee, match) for match in others)


def _is_beyond(fee: Fee, match: Match) -> bool:
    """Whether the fee lies outside of a range that is surely its own."""
    upto = match.fact.upto
    if upto is None or match.fact.amount <= fee.amount <= upto:
        return False
    return replace(match, fact=replace(match.fact, upto=None)).sure


def _slip(fee: Fee, found: Sequence[Match]) -> Match | None:
    """The page's one price, the fee's very number in another currency or by another unit of time."""
    if len({(match.fact.amount, match.fact.currency, match.fact.per) for match in found}) != 1:
        return None
    match = found[0]
    if match.fact.amount != fee.amount or not fee.amount or not all(one.sure for one in found):
        return None
    units_differ = _differ_in_unit(fee, match) and {canonical(fee.per), canonical(match.fact.per)} <= TIMES
    return match if units_differ or match.fact.currency != fee.currency.upper() else None


def _ended(fee: Fee, reading: Reading, today: date) -> Money | None:
    """The fee's very price, of which the page says that it is charged no longer."""
    former = [fact for fact in reading.facts.money if is_about(fee, fact) and fact.near]
    same = [fact for fact in former if fact.amount == fee.amount and same_unit(fee, fact)]
    return next((fact for fact in same if has_ended(fact, today) or (fact.past and DROPPED.search(fact.quote))), None)


def _in_its_time(claim: Claim, fee: Fee, readings: Sequence[Reading]) -> Verdict | None:
    """Support by a page that gives the fee's price for its own time, with its last or first day."""
    for reading in readings:
        for fact in reading.facts.money:
            same = fact.amount == fee.amount and fact.currency == fee.currency.upper() and same_unit(fee, fact)
            told = (fee.until is not None and fact.until == fee.until) or (
                fee.until is None and fact.start == fee.start
            )
            if same and told and is_about(fee, fact):
                why = f"The page states the same {fee_name(fee)} for the same time."
                return Verdict(claim.id, Support.SUPPORTED, why, stated(fact), fact.quote, reading.url)
    return None


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


def _borne_out(claim: Claim, fee: Fee, agreeing: Sequence[Match], others: Sequence[Match], reading: Reading) -> Verdict:
    best = next(
        (match for match in agreeing if match.sure and match.same_unit),
        next((m for m in agreeing if m.same_unit), agreeing[0]),
    )
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


def _slipped(claim: Claim, fee: Fee, match: Match, reading: Reading) -> Verdict:
    fact = match.fact
    other_currency = fact.currency != fee.currency.upper()
    change = Suggestion(f"{claim.key}.currency", fact.currency) if other_currency else None
    change = change or Suggestion(f"{claim.key}.per", fact.per or "")
    why = f"The page states {stated(fact)} as the {fee_name(fee)}, the listing {price(fee)}."
    return Verdict(claim.id, Support.REFUTED, why, stated(fact), fact.quote, reading.url, (change,))


def _over(claim: Claim, fee: Fee, fact: Money, reading: Reading) -> Verdict:
    why = f"The page says that the {fee_name(fee)} of {stated(fact)} is a thing of the past."
    return Verdict(claim.id, Support.REFUTED, why, "not charged any more", fact.quote, reading.url)


def _open(claim: Claim, fee: Fee, matches: Sequence[Match], reading: Reading) -> Verdict:
    if not matches:
        return _undecided(claim, f"The page does not state the {fee_name(fee)}.")
    fact = matches[0].fact
    found = list(dict.fromkeys(stated(match.fact) for match in matches))
    why = f"The page states {enumeration(found[:MAX_NAMED], 'and')}, which need not be the {fee_name(fee)}."
    return Verdict(claim.id, Support.UNDECIDED, why, found[0], fact.quote, reading.url)


def _elsewhere(fee: Fee, reading: Reading) -> list[Match]:
    """Sums that the page calls former, or gives to somebody else: worth saying, never enough to judge."""
    return [
        Match(fact, same_unit=False, same_audience=False, holds=False)
        for fact in reading.facts.money
        if fee.kind is not FeeKind.OTHER and fact.kind is fee.kind
    ]


def _undecided(claim: Claim, why: str) -> Verdict:
    return Verdict(claim.id, Support.UNDECIDED, why)


def _unit(per: str | None) -> str:
    return f"“per {per}”" if per else "no unit"
