"""What pages say about a claim, statement by statement, and the verdict that follows from all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.core.claims import Claim
from monitor.core.finding import Suggestion
from monitor.core.verdict import Support, Verdict


@dataclass(frozen=True, slots=True)
class Statement:
    """One place of a page, held against a claim: `found` is what it says in words, `why` a sentence."""

    support: Support
    why: str
    found: str
    quote: str
    url: str
    suggestions: tuple[Suggestion, ...] = ()


def verdict(claim: Claim, said: Iterable[Statement], silence: str) -> Verdict:
    """The verdict of all statements: one in support is enough; a refutation needs all that refute to agree.

    *silence*: what to say where no statement decides.
    """
    each = tuple(said)
    bearing = [one for one in each if one.support is Support.SUPPORTED]
    against = [one for one in each if one.support is Support.REFUTED]
    if bearing:
        best = bearing[0]
        beside = f" Elsewhere it says {against[0].found}." if against else ""
        return Verdict(claim.id, Support.SUPPORTED, best.why + beside, best.found, best.quote, best.url)
    if against:
        first = against[0]
        if all(one.suggestions == first.suggestions and one.found == first.found for one in against):
            return Verdict(claim.id, Support.REFUTED, first.why, first.found, first.quote, first.url, first.suggestions)
        found = " and ".join(dict.fromkeys(one.found for one in against[:_MAX_NAMED]))
        why = f"The pages state more than one thing: {found}."
        return Verdict(claim.id, Support.UNDECIDED, why, found, first.quote, first.url)
    if each:
        return Verdict(claim.id, Support.UNDECIDED, each[0].why, each[0].found, each[0].quote, each[0].url)
    return Verdict(claim.id, Support.UNDECIDED, silence)


_MAX_NAMED = 4
