"""What is believed of how often a page changes: held against quadrature, and against what must hold for any belief."""

from collections.abc import Callable
from datetime import timedelta
from math import exp, inf, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.belief import HALF_LIFE, PRIOR, Belief, after_a_look, aged, changed, dated, unchanged

DAY = timedelta(days=1)

BELIEFS = st.builds(Belief, st.floats(0.01, 1e4), st.floats(0.01, 1e5))
SPANS = st.timedeltas(timedelta(), 400 * DAY)


def close(belief: Belief, tolerance: float = 1e-9) -> Belief:
    return Belief(pytest.approx(belief.a, rel=tolerance), pytest.approx(belief.b, rel=tolerance))


def integral(of: Callable[[float], float], end: float, steps: int = 20_000) -> float:
    """Simpson's rule, in a variable that is fine near zero, where a density may have its pole."""
    width = 1.0 / steps

    def at(u: float) -> float:
        return of(end * u**8) * 8 * end * u**7 if u else 0.0

    inner = sum((4 if n % 2 else 2) * at(n * width) for n in range(1, steps))
    return width / 3 * (at(0.0) + inner + at(1.0))


def moments(belief: Belief, days: float) -> tuple[float, float]:
    """Mean and variance of the rate of a page that has changed within *days*, by quadrature."""
    a, b = belief.a, belief.b
    end = (a + 40 + 12 * a**0.5) / b

    def weighed(power: int) -> float:
        return integral(lambda rate: rate ** (a - 1 + power) * exp(-b * rate) * (1 - exp(-rate * days)), end)

    mass, first, second = (weighed(power) for power in range(3))
    return first / mass, second / mass - (first / mass) ** 2


@pytest.mark.parametrize(
    "belief", [PRIOR, Belief(1.0, 30.0), Belief(1.5, 400.0), Belief(4.0, 12.0), Belief(30.0, 90.0)]
)
@pytest.mark.parametrize("days", [0.04, 1.0, 7.0, 60.0, 365.0])
def test_after_a_change_the_belief_has_the_mean_and_the_variance_of_the_posterior(belief: Belief, days: float) -> None:
    told = changed(belief, days * DAY)
    assert (told.a / told.b, told.a / told.b**2) == pytest.approx(moments(belief, days), rel=1.5e-4)


@given(BELIEFS, SPANS)
def test_a_change_makes_a_page_more_lively_and_no_change_less(belief: Belief, span: timedelta) -> None:
    assert changed(belief, span).mean >= belief.mean * (1 - 1e-12)  # a busy page was sure to change: no news
    assert belief.mean >= unchanged(belief, span).mean


@given(BELIEFS, SPANS.filter(bool))
def test_looks_that_find_nothing_make_the_belief_firmer(belief: Belief, span: timedelta) -> None:
    told = unchanged(belief, span)
    assert (told.a, told.b > belief.b) == (belief.a, True)


@given(BELIEFS, SPANS, SPANS)
def test_it_is_the_same_how_many_looks_found_nothing_on_the_way(belief: Belief, one: timedelta, two: timedelta) -> None:
    assert unchanged(unchanged(belief, one), two) == close(unchanged(belief, one + two))


@given(BELIEFS, SPANS, SPANS)
def test_it_is_the_same_in_how_many_steps_it_was_forgotten(belief: Belief, one: timedelta, two: timedelta) -> None:
    assert aged(aged(belief, one), two) == close(aged(belief, one + two))


@given(st.lists(st.tuples(st.booleans(), SPANS), max_size=40))
def test_whatever_looks_find_the_expected_rate_stays_a_positive_number(looks: list[tuple[bool, timedelta]]) -> None:
    belief = PRIOR
    for found, span in looks:
        belief = after_a_look(belief, span, found_a_change=found)
        assert 0 < belief.mean < inf
        assert isfinite(belief.a / belief.b**2)


@given(BELIEFS)
def test_a_change_in_no_time_at_all_is_just_one_and_a_clock_set_back_measures_no_time(belief: Belief) -> None:
    for span in (timedelta(), -DAY):
        assert changed(belief, span) == Belief(belief.a + 1, belief.b)
        assert unchanged(belief, span) == belief
        assert aged(belief, span) == close(belief)


def test_a_page_that_tells_its_last_change_has_changed_once_in_its_age() -> None:
    assert dated(PRIOR, 100 * DAY) == Belief(1.5, 105.0)


def test_half_of_what_was_learned_is_forgotten_in_half_a_year() -> None:
    assert aged(Belief(PRIOR.a + 8, PRIOR.b + 400), HALF_LIFE) == Belief(PRIOR.a + 4, PRIOR.b + 200)
    assert aged(PRIOR, HALF_LIFE) == PRIOR


def test_a_page_that_stands_still_is_never_believed_to_stand_still_for_ever() -> None:
    belief = PRIOR
    for _ in range(20 * 52):
        belief = after_a_look(belief, 7 * DAY, found_a_change=False)
    assert belief == close(
        Belief(0.5, 268.2), 1e-3
    )  # half a change in the three quarters of a year that are remembered
