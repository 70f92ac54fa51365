"""The sums of a page that may be a fee of a listing, each with what keeps it from being exactly that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from monitor.core.audiences import audience, mentions
from monitor.core.content import Area
from monitor.core.fact import Audience, Bound, Money
from monitor.core.facts.amounts import amounts
from monitor.core.lexicon.audiences import TRADES
from monitor.core.lexicon.fees import OWN_NAMES
from monitor.core.listing import Fee, FeeKind, Listing
from monitor.core.support.applies import about_another, kinds_named
from monitor.core.units import canonical
from monitor.core.verdict import Reading
from monitor.core.wording import names, slug

OF_A_DEGREE = frozenset({"year", "semester", "term", "quarter", "credit"})
OF_A_DEGREE_FROM = 20_000  # no elective of the guide costs a quarter of it; a year of a degree costs more
FAR_FROM = 5  # times the listing's price

_OFFERED = frozenset({"observership", "elective", "externship", "research"})


@dataclass(frozen=True, slots=True)
class Match:
    """A sum that a page states for what the fee is for, and what keeps it from being exactly that."""

    fact: Money
    same_unit: bool
    same_audience: bool
    holds: bool  # today, as far as the page says

    @property
    def sure(self) -> bool:
        """Whether it is surely a price for what the fee is for, for whom it is, today; in whatever unit."""
        return (
            self.same_audience
            and self.holds
            and self.fact.near
            and self.fact.upto is None
            and self.fact.bound is Bound.EXACT
            and self.fact.place.area is Area.MAIN
        )


def matches(fee: Fee, reading: Reading, today: date, listing: Listing) -> list[Match]:
    """The sums of a page that may be the fee today, in reading order."""
    trade = _trade(fee, listing)
    found = [
        Match(fact, same_unit(fee, fact), _same_audience(fee, fact, listing), _holds(fact, today))
        for fact in _of_the_trade(trade, reading.facts.money)
        if not (fact.past or has_ended(fact, today)) and is_about(fee, fact) and not _is_of_a_degree(fee, fact)
    ]
    return _current(_for_its_readers(fee, _of_the_programme(_by_its_own_name(fee, found), reading, listing)))


def _trade(fee: Fee, listing: Listing) -> frozenset[str]:
    """The words for those of another trade whom a listing is for, "pharmacy student", where the fee names nobody."""
    told = "" if fee.audience else listing.audience or ""
    named = (slug(told[hit.start : hit.end]).removesuffix("s") for hit in mentions(told))
    return frozenset(words for words in named if words.startswith(TRADES))


def _of_the_trade(trade: frozenset[str], facts: Sequence[Money]) -> Iterator[Money]:
    """The sums of a page as those of a *trade* read them: what is for them by name is for nobody else.

    Where any is, what is for other people by name is not theirs.
    """
    theirs = {fact for fact in facts if trade and Audience.OTHERS in fact.audience and _names_any(fact.quote, trade)}
    for fact in facts:
        if fact in theirs:
            yield replace(fact, audience=frozenset())
        elif not (theirs and fact.audience):
            yield fact


def _names_any(text: str, trade: frozenset[str]) -> bool:
    said = slug(text)
    return any(names(said, word) or names(said, f"{word}s") for word in trade)


def has_ended(fact: Money, today: date) -> bool:
    return fact.until is not None and fact.until < today


def is_about(fee: Fee, fact: Money) -> bool:
    """Whether a sum has the fee's label and is not surely somebody else's.

    A fee of kind `other` is told by its note, without one any label will do.
    """
    if _is_for_others(audience(fee.audience or ""), fact.audience):
        return False
    if fee.kind is not FeeKind.OTHER:
        return fact.kind is fee.kind
    if fee.note is None:
        return fact.amount == fee.amount
    note = slug(fee.note)
    return _names_all(slug(fact.label), note) or (
        fact.kind in (None, FeeKind.OTHER) and _names_all(slug(f"{fact.label} {fact.quote}"), note)
    )


def same_unit(fee: Fee, fact: Money) -> bool:
    if not fee.amount or not fact.amount:
        return True
    wanted, stated = canonical(fee.per), canonical(fact.per)
    return wanted == stated or (fee.per is not None and slug(fee.per) == fact.lasting)


def _holds(fact: Money, today: date) -> bool:
    return (fact.start is None or fact.start <= today) and (fact.year is None or fact.year >= today.year)


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


def _same_audience(fee: Fee, fact: Money, listing: Listing) -> bool:
    """Whether a price is surely for whom the fee is; what all students pay international students pay.

    A programme without electives is one for graduates, too.
    """
    wanted = audience(fee.audience or "")
    if wanted:
        return wanted <= fact.audience or bool(fact.audience and fact.audience <= wanted)
    if fee.audience:
        return names(slug(f"{fact.quote} {fact.place.heading}"), slug(fee.audience))
    if Audience.GRADUATES not in fact.audience or Audience.STUDENTS in fact.audience:
        return True
    kinds = kinds_named(" ".join(listing.kinds))
    return Audience.GRADUATES in audience(listing.audience or "") or bool(kinds and "elective" not in kinds)


def _names_all(text: str, words: str) -> bool:
    wanted = [word for word in words.split("-") if len(word) > 3] or [words]
    return all(names(text, word) or names(text, f"{word}s") or names(text, word.removesuffix("s")) for word in wanted)


def _is_of_a_degree(fee: Fee, fact: Money) -> bool:
    """Whether a sum is what a whole degree programme costs, whose tuition is no elective's."""
    if fact.kind is not FeeKind.TUITION or fact.amount == fee.amount:
        return False
    if canonical(fact.per) in OF_A_DEGREE:
        return canonical(fee.per) not in OF_A_DEGREE
    return fact.per is None and fact.amount >= OF_A_DEGREE_FROM and 0 < FAR_FROM * fee.amount <= fact.amount


def _by_its_own_name(fee: Fee, found: Sequence[Match]) -> Sequence[Match]:
    """Without a "processing fee" where the page has an "application fee", without a "program fee" beside a tuition.

    Of a fee that is told by its note, without the sums that only share a sentence with its words.
    """
    own_name = OWN_NAMES.get(fee.kind)
    own = [match for match in found if own_name is not None and _has(own_name, fee, match.fact)]
    if fee.kind is FeeKind.OTHER and fee.note is not None:
        own = [match for match in found if _names_all(slug(match.fact.label), slug(fee.note))]
    return own or found


def _has(own_name: re.Pattern[str], fee: Fee, fact: Money) -> bool:
    """Whether a sum is called by the very name; the fee's own amount may have it elsewhere in a sentence of one sum."""
    if own_name.search(fact.label) is not None:
        return True
    alone = fact.amount == fee.amount and len(list(islice(amounts(fact.quote), 2))) == 1
    return alone and own_name.search(fact.quote) is not None


def _for_its_readers(fee: Fee, found: Sequence[Match]) -> Sequence[Match]:
    """Only what the page states for those whom the fee names, where it states anything for them by name."""
    wanted = audience(fee.audience or "")
    named = [match for match in found if wanted and wanted <= match.fact.audience]
    return named or found


def _of_the_programme(found: Sequence[Match], reading: Reading, listing: Listing) -> Sequence[Match]:
    """Without the prices of other programmes, where a page that has several says which is the listing's."""
    own = frozenset(
        kind for kind in _OFFERED if kind in kinds_named(f"{' '.join(listing.kinds)} {listing.program or ''}")
    )
    if not own:
        return found
    sections = _sections(reading)
    called = {form for kind in listing.kinds for form in (slug(kind), f"{slug(kind)}s")}
    told = [_called(match.fact) for match in found]
    if any(names(said, form) for said in told for form in called):
        another = [about_another(listing, said) or bool(kinds_named(said)) or "internship" in said for said in told]
        named = [any(names(said, form) for form in called) for said in told]
        found = [match for match, is_, other in zip(found, named, another, strict=True) if is_ or not other]
    return [match for match in found if not _is_under_another(sections[match.fact.place.block], own, sections)]


def _called(fact: Money) -> str:
    """What a sum is said of: the sentence, or the name of its row; as a slug."""
    return slug(fact.quote.split(" | ")[0])


@dataclass(frozen=True, slots=True)
class _Section:
    """The heading that a block stands under: its level (0 for none) and the kinds of programme that it names."""

    level: int = 0
    kinds: frozenset[str] = frozenset()


def _sections(reading: Reading) -> list[_Section]:
    """The section of each block of a page."""
    sections, now = [], _Section()
    for block in reading.blocks:
        if block.heading:
            now = _Section(block.heading, kinds_named(block.text) & _OFFERED)
        sections.append(now)
    return sections


def _is_under_another(section: _Section, own: frozenset[str], sections: Sequence[_Section]) -> bool:
    """Whether a section is another programme's, and one of its rank is the listing's."""
    if not section.kinds or section.kinds & own:
        return False
    return any(other.level == section.level and other.kinds & own for other in sections)


def _current(found: Sequence[Match]) -> list[Match]:
    """Without what the page gives for an earlier time, where it also states what holds now."""
    holding = [match for match in found if match.holds]
    if holding:
        return holding
    started = [match for match in found if match.fact.start is None]
    latest = max((match.fact.year for match in started if match.fact.year), default=None)
    return [match for match in started if match.fact.year == latest]
