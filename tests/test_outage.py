"""Is a run of silent hosts more than chance?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.outage import ANSWER, ENOUGH, SILENCE, Suspicion

HOSTS = [f"host-{n}.example:443" for n in range(12)]


def after(*told: str) -> Suspicion:
    """After hosts in this order: "-3" is the silence of the third, "+3" its answer."""
    suspicion = Suspicion()
    for each in told:
        host = f"{each[1:]}.example:443"
        suspicion = suspicion.silence(host) if each[0] == "-" else suspicion.answer(host)
    return suspicion


@pytest.mark.parametrize(
    ("told", "grave"),
    [
        (["-1", "-2", "-3"], False),
        (["-1", "-2", "-3", "-4"], True),
        (["-1", "-1", "-1", "-1", "-1"], False),  # one host with many links
        (["+1", "+2", "+3", "-4", "-5", "-6", "-7"], True),  # what went well before counts for nothing
        (["-1", "-2", "+9", "-3", "-4"], False),
        (["-1", "-2", "+9", "-3", "-4", "-5"], True),
        (["-1", "+8", "+9", "-2", "+8", "+9", "-3", "+8", "+9", "-4"], False),
    ],
)
def test_four_silent_hosts_in_a_row_are_more_than_chance(told: list[str], grave: bool) -> None:
    assert after(*told).is_grave is grave


def test_at_zero_everything_is_forgotten() -> None:
    assert after("-1", "+2", "+3") == Suspicion()
    assert after("+1", "+2") == Suspicion()
    assert after("-1", "+2") == Suspicion(SILENCE + ANSWER, frozenset({"1.example:443"}), frozenset({"2.example:443"}))


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(HOSTS)), max_size=60))
def test_the_sum_is_never_negative_and_a_suspicion_always_names_its_hosts(told: list[tuple[bool, str]]) -> None:
    suspicion = Suspicion()
    for silent, host in told:
        suspicion = suspicion.silence(host) if silent else suspicion.answer(host)
        assert suspicion.sum >= 0
        assert bool(suspicion.silent) is (suspicion.sum > 0)
        assert not suspicion.is_grave or len(suspicion.silent) >= ENOUGH // SILENCE
