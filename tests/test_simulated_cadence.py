"""The benchmark of the cadence, in small: a budget that is shared by belief must be worth the trouble."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from cadence import SURE, by_agenda, live, weekly, world

from monitor.core.belief import PRIOR, Belief

PAGES, DAYS = 200, 120


def test_of_one_budget_beliefs_make_more_than_a_fixed_interval_and_less_than_who_knows_every_rate() -> None:
    pages = world(PAGES, DAYS, 0.1, random.Random(5))
    fixed = live(pages, DAYS, weekly, lambda _: PRIOR, learns=False)
    adaptive = live(pages, DAYS, by_agenda(PAGES), lambda _: PRIOR, learns=True)
    oracle = live(pages, DAYS, by_agenda(PAGES), lambda page: Belief(SURE, SURE / page.rate), learns=False)
    looks = PAGES * DAYS / 7
    assert all(0.9 * looks < tally.looks < 1.05 * looks for tally in (fixed, adaptive, oracle))
    assert oracle.stale_days < adaptive.stale_days < 0.95 * fixed.stale_days
