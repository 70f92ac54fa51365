"""What is believed of how often a page changes, and how looks at it teach that.

A page's rate of meaningful changes (a day) is taken for drawn from Gamma(a, b), b in days, and its changes for a
Poisson process, as in Cho & Garcia-Molina, "Estimating frequency of change" (2003). Where a look finds a change, nobody
knows how many there were; the posterior is no Gamma distribution, and the one with its mean and variance stands in.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import expm1, log1p
from typing import Final

_DAY = timedelta(days=1)

HALF_LIFE: Final = timedelta(days=180)
"""So old, what a look has taught counts half: pages fall asleep and wake. Assumed (docs/decisions/0022)."""


@dataclass(frozen=True, slots=True)
class Belief:
    """Gamma(a, b): as if `a` changes had been counted in `b` days."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The expected number of changes a day."""
        return self.a / self.b


PRIOR: Final = Belief(0.5, 5.0)
"""Of a page that nobody knows: anything from hours to years. Assumed (docs/decisions/0022)."""


def after_a_look(belief: Belief, span: timedelta, *, found_a_change: bool) -> Belief:
    """After a look at a page that was last seen *span* ago: what was known has aged since."""
    known = aged(belief, span)
    return changed(known, span) if found_a_change else unchanged(known, span)


def unchanged(belief: Belief, span: timedelta) -> Belief:
    """After a look that found no change in *span*; exact, and the same however many looks there were on the way."""
    return Belief(belief.a, belief.b + _days(span))


def changed(belief: Belief, span: timedelta) -> Belief:
    """After a look that found a change, one or more of them, in *span*."""
    a, b = belief.a, belief.b
    stretch = log1p(_days(span) / b)
    if stretch == 0.0:  # in no time at all there was just one
        return Belief(a + 1.0, b)
    # m: how likely a change is within the span, for a rate drawn from Gamma(a + k, b)
    m0, m1, m2 = (-expm1(-(a + k) * stretch) for k in range(3))
    mean = a / b * m1 / m0
    variance = a / b / b * ((a + 1.0) * m2 / m0 - a * (m1 / m0) ** 2)
    return Belief(mean * mean / variance, mean / variance)


def dated(belief: Belief, age: timedelta) -> Belief:
    """After a first look at a page that says that its last change was *age* ago: one change, and none since."""
    return Belief(belief.a + 1.0, belief.b + _days(age))


def aged(belief: Belief, span: timedelta) -> Belief:
    """After *span* in which nothing was learned: half of what looks have taught is forgotten in each `HALF_LIFE`."""
    kept = 0.5 ** (max(span, timedelta()) / HALF_LIFE)
    return Belief(PRIOR.a + (belief.a - PRIOR.a) * kept, PRIOR.b + (belief.b - PRIOR.b) * kept)


def _days(span: timedelta) -> float:
    """A clock that was set back makes no negative spans."""
    return max(span, timedelta()) / _DAY
