"""How a budget of looks is shared: one threshold for all, so that no look could be better spent elsewhere."""

from bisect import bisect
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import exp, log
from typing import Final, TypeVar

from monitor.core.cadence.index import Urgency
from monitor.core.rules.links import OVERDUE_AFTER

_DAY = timedelta(days=1)

SHORTEST_INTERVAL: Final = _DAY
LONGEST_INTERVAL: Final = OVERDUE_AFTER
"""Whatever the budget, no link waits until it is overdue."""

_RUNGS = 32  # a rung is 14 % longer than the one before: between two, the index is a power of time within 0.1 %
_HALVINGS = 40

_Name = TypeVar("_Name", bound=Hashable)


def intervals(urgencies: Mapping[_Name, Urgency], looks_per_day: int) -> dict[_Name, timedelta]:
    """How long each link waits after a look, so that all together take *looks_per_day*.

    Every interval ends when the link's index reaches one and the same threshold, but for the shortest and the longest:
    with less than those of the longest take, a budget is exceeded.
    """
    if len(urgencies) <= max(looks_per_day, 0):
        return dict.fromkeys(urgencies, SHORTEST_INTERVAL)
    counts = Counter(urgencies.values())
    ladders = {urgency: _ladder(urgency) for urgency in counts}
    shares = [(ladders[urgency], count) for urgency, count in counts.items()]
    low = min(ladder.rungs[0] for ladder in ladders.values())
    high = max(ladder.rungs[-1] for ladder in ladders.values())
    for _ in range(_HALVINGS):
        threshold = (low + high) / 2
        looks = sum(count / ladder.days(threshold) for ladder, count in shares)
        low, high = (threshold, high) if looks > looks_per_day else (low, threshold)
    found = {urgency: _DAY * ladder.days(high) for urgency, ladder in ladders.items()}
    return {name: found[urgency] for name, urgency in urgencies.items()}


_LOG_SHORTEST = log(SHORTEST_INTERVAL / _DAY)
_LOG_RUNG = (log(LONGEST_INTERVAL / _DAY) - _LOG_SHORTEST) / _RUNGS
_REACHED = [exp(_LOG_SHORTEST + n * _LOG_RUNG) for n in range(_RUNGS + 1)]  # days


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The logarithm of an index after ever longer intervals."""

    rungs: tuple[float, ...]

    def days(self, threshold: float) -> float:
        """After how many days, from the shortest to the longest interval, the index reaches the *threshold* (in ln)."""
        at = bisect(self.rungs, threshold)
        if at == 0:
            return _REACHED[0]
        if at == len(self.rungs):
            return _REACHED[-1]
        below, above = self.rungs[at - 1], self.rungs[at]
        part = (threshold - below) / (above - below)
        return exp(_LOG_SHORTEST + (at - 1 + part) * _LOG_RUNG)


def _ladder(urgency: Urgency) -> _Ladder:
    return _Ladder(tuple(log(urgency.after(days)) for days in _REACHED))
