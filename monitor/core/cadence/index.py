"""How much a look is worth: the index by which links share a budget.

After Olston & Pandey, "Recrawl scheduling based on information longevity" (2008).
"""

from dataclasses import dataclass
from math import exp, expm1, fsum, log1p
from typing import Final

from monitor.core.belief import PRIOR, Belief

DEATHS_PER_DAY: Final = 0.10 / 365
"""One link in ten dies in a year. Assumed (docs/decisions/0022)."""

WORTH_OF_A_DEATH: Final = 20.0
"""In changes: whoever follows a dead link learns nothing at all."""

_NEARLY_NOTHING = 0.1  # below, differences of like numbers lose digits, and ten terms of the series lose none
_TERMS = 10


@dataclass(frozen=True, slots=True)
class Urgency:
    """What makes a link wait shorter than others: how often its page changes, and how much hangs on it."""

    belief: Belief = PRIOR
    importance: float = 1.0

    def after(self, days: float) -> float:
        """The index of a look *days* after the last one; it grows with them, from zero.

        Of a page with rate r a look after t days is worth (1 − e^(−rt))/r − t·e^(−rt): the days on which it has been
        stale, less those that waiting would still cost. Here that is expected over the belief, with what a death costs.
        """
        return self.importance * (_of_changes(self.belief, days) + WORTH_OF_A_DEATH * DEATHS_PER_DAY * days * days / 2)


def _of_changes(belief: Belief, days: float) -> float:
    """b/(a−1)·(1−ρ^(1−a)) − t·ρ^(−a), where ρ = 1 + t/b; written in x = ln ρ, it needs no other form for a = 1."""
    a, b = belief.a, belief.b
    x = log1p(days / b)
    if (a + 1.0) * x < _NEARLY_NOTHING:
        terms, power = [], 1.0
        for n in range(1, _TERMS + 1):
            power *= x / (n + 1)
            terms.append(((1.0 - a) ** n - (-a) ** n) * power)
        return b * x * a * fsum(terms)
    return b * x * (_growth((1.0 - a) * x) - _growth(x) * exp(-a * x))


def _growth(z: float) -> float:
    """(e^z − 1)/z, and its limit."""
    return expm1(z) / z if z else 1.0
