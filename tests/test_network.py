"""Is it them, or is it us?"""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.look import Hop, Judgement, Liveness, Observation, Reason
from monitor.core.network import ENOUGH_HOSTS, Network, counts

T0 = datetime(2026, 1, 1, tzinfo=UTC)
A, B, LOCAL = "http://a.example/x", "http://b.example/x", "http://127.0.0.1:8000/x"


def see(url: str, reason: Reason, *statuses: int, reached: bool = False) -> Observation:
    hops = tuple(Hop(url, status) for status in statuses)
    return Observation(url, T0, Judgement(reason), url, hops, reached=reached or bool(hops))


def after(*looks: Observation) -> Network:
    network = Network()
    for seen in looks:
        network.hear(seen)
    return network


DEAD_NETWORK = {Reason.NO_SUCH_HOST, Reason.DNS_FAILURE, Reason.REFUSED, Reason.TIMEOUT, Reason.RESET, Reason.OFFLINE}


@pytest.mark.parametrize("reason", [reason for reason in Reason if not reason.liveness.conclusive or "host" in reason])
def test_only_failures_that_a_dead_network_causes_speak_against_ours(reason: Reason) -> None:
    network = after(see(A, reason))
    assert (network.suspected, network.proven, network.asked) == (reason in DEAD_NETWORK, False, {"a.example:80"})


@pytest.mark.parametrize("reason", sorted(DEAD_NETWORK - {Reason.OFFLINE}))
def test_a_host_that_was_connected_to_does_not_speak_against_our_network(reason: Reason) -> None:
    network = after(see(A, reason, reached=True), see(B, Reason.TIMEOUT))
    assert (network.suspected, network.proven) == (False, False)


@pytest.mark.parametrize("status", [200, 301, 403, 404, 500, 503])
def test_any_answer_of_a_host_proves_our_network(status: int) -> None:
    network = after(see(B, Reason.TIMEOUT), see(A, Reason.OK, status), see(B, Reason.DNS_FAILURE))
    assert (network.suspected, network.proven) == (False, True)


def test_a_redirect_that_then_fails_is_an_answer_too() -> None:
    assert after(see(A, Reason.TIMEOUT, 302)).proven


def test_our_own_proxy_s_refusal_is_nobody_s_answer() -> None:
    network = after(see(A, Reason.OFFLINE, 407), see(B, Reason.OFFLINE, reached=True))
    assert (network.suspected, network.proven) == (True, False)


def test_a_host_behind_our_proxy_that_answered_before_the_proxy_refused_has_answered() -> None:
    assert after(see(A, Reason.OFFLINE, 302, 407)).proven


@pytest.mark.parametrize("url", [LOCAL, "http://localhost:99/", "http://[::1]/", "https://a.localhost/"])
def test_literals_and_localhost_never_count(url: str) -> None:
    assert not counts(url)
    for looks in ([see(url, Reason.REFUSED)], [see(url, Reason.OK, 200)]):
        network = after(*looks)
        assert (network.suspected, network.proven, network.asked) == (False, False, set())
    assert after(see(url, Reason.OK, 200), see(A, Reason.TIMEOUT)).suspected


def test_nothing_heard_is_no_suspicion() -> None:
    assert (Network().suspected, Network().proven, Network().asked) == (False, False, set())


def test_a_host_is_asked_once_however_many_links_it_has_and_ports_are_hosts() -> None:
    network = after(see(A, Reason.TIMEOUT), see(A + "y", Reason.TIMEOUT), see("https://a.example/x", Reason.TIMEOUT))
    assert network.asked == {"a.example:80", "a.example:443"}
    assert ENOUGH_HOSTS == 3


LOOKS = st.lists(
    st.builds(
        see,
        st.sampled_from([A, B, LOCAL]),
        st.sampled_from([reason for reason in Reason if reason.liveness is Liveness.UNKNOWN]),
        reached=st.booleans(),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=100)
@given(LOOKS, st.randoms(use_true_random=False))
def test_the_order_in_which_hosts_are_heard_does_not_matter(looks: list[Observation], shuffler: object) -> None:
    shuffled = list(looks)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert after(*looks) == after(*shuffled)
    assert not (after(*looks).suspected and after(*looks).proven)
