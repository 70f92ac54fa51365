"""What is remembered of a link, look by look."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Block, Page
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance, showed_text, sign
from monitor.core.look import (
    Hop,
    Judgement,
    LinkHistory,
    Liveness,
    Observation,
    Outcome,
    Reason,
    Sign,
    Validators,
    Version,
)

URL = "http://a.example/x"
T0 = datetime(2026, 1, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEW = LinkHistory(URL)

SIGNS = {
    Sign.WELL: {Reason.OK, Reason.NOT_MODIFIED, Reason.REDIRECTED, Reason.UNREADABLE, Reason.PERMANENT_REDIRECT},
    Sign.PAGE_GONE: {Reason.NOT_FOUND, Reason.GONE, Reason.SOFT_404, Reason.HOME_REDIRECT, Reason.PARKED},
    Sign.NO_SUCH_HOST: {Reason.NO_SUCH_HOST},
    Sign.NO_ANSWER: {
        Reason.TIMEOUT, Reason.REFUSED, Reason.RESET, Reason.SERVER_ERROR, Reason.MAINTENANCE, Reason.DNS_FAILURE,
        Reason.TLS, Reason.PROTOCOL, Reason.REDIRECT_LOOP,
    },
    Sign.REFUSED_US: {
        Reason.BOT_WALL, Reason.LOGIN, Reason.FORBIDDEN, Reason.RATE_LIMITED, Reason.ROBOTS, Reason.GEO_BLOCK,
    },
    Sign.NONE: {Reason.TOO_LARGE, Reason.PRIVATE_ADDRESS, Reason.OFFLINE},
}  # fmt: skip


def see(reason: Reason, at: datetime, text: str | None = None, **more: object) -> Observation:
    seen = Observation(URL, at, Judgement(reason), URL, (Hop(URL, 200),), 200)
    if text is not None:
        blocks = (Block(text),)
        seen = replace(seen, page=Page("", blocks), fingerprint=fingerprint("", blocks))
    return replace(seen, **more)  # type: ignore[arg-type]


def after(*looks: tuple[Reason, timedelta]) -> LinkHistory:
    history = NEW
    for reason, later in looks:
        history = advance(history, see(reason, T0 + later))
    return history


@pytest.mark.parametrize(("what", "reasons"), SIGNS.items())
def test_every_reason_is_one_kind_of_evidence(what: Sign, reasons: set[Reason]) -> None:
    assert {reason for reason in Reason if sign(reason) is what} == reasons


@pytest.mark.parametrize("reason", Reason)
def test_the_first_look_of_every_reason(reason: Reason) -> None:
    what, seen = sign(reason), see(reason, T0)
    well = what is Sign.WELL
    telling = what not in {Sign.REFUSED_US, Sign.NONE}
    assert advance(NEW, seen) == LinkHistory(
        URL,
        looks=1,
        first_at=T0,
        last_at=T0,
        last_ok=T0 if well else None,
        last_conclusive=T0 if reason.liveness.conclusive else None,
        silent_since=T0 if what in {Sign.NO_ANSWER, Sign.NO_SUCH_HOST} else None,
        well_since=T0 if well else None,
        blocked_since=T0 if reason.liveness is Liveness.BLOCKED else None,
        sign=what if telling else None,
        sign_since=T0 if telling else None,
        last=Outcome(reason, URL, (Hop(URL, 200),), 200, ""),
    )


@pytest.mark.parametrize("reason", Reason)
def test_a_second_look_of_the_same_reason_prolongs_its_run(reason: Reason) -> None:
    once, twice = after((reason, 0 * DAY)), after((reason, 0 * DAY), (reason, DAY))
    assert twice == replace(
        once,
        looks=2,
        last_at=T0 + DAY,
        last_ok=T0 + DAY if once.last_ok else None,
        last_conclusive=T0 + DAY if once.last_conclusive else None,
    )


UNTELLING = [reason for reason in Reason if sign(reason) in {Sign.REFUSED_US, Sign.NONE}]


@pytest.mark.parametrize("between", UNTELLING)
@pytest.mark.parametrize("run", [Reason.OK, Reason.NOT_FOUND, Reason.NO_SUCH_HOST, Reason.TIMEOUT])
def test_a_look_that_told_nothing_breaks_no_run_and_ends_none(run: Reason, between: Reason) -> None:
    before = after((run, 0 * DAY))
    there = after((run, 0 * DAY), (between, DAY))
    kept = ("last_ok", "last_conclusive", "silent_since", "well_since", "sign", "sign_since", "latest")
    assert [getattr(there, name) for name in kept] == [getattr(before, name) for name in kept]
    back = after((run, 0 * DAY), (between, DAY), (run, 2 * DAY))
    assert (back.sign, back.sign_since) == (sign(run), T0)


def test_a_host_that_loses_its_name_after_time_outs_has_been_silent_all_the_while() -> None:
    history = after((Reason.TIMEOUT, 0 * DAY), (Reason.NO_SUCH_HOST, DAY))
    assert (history.silent_since, history.sign, history.sign_since) == (T0, Sign.NO_SUCH_HOST, T0 + DAY)


@pytest.mark.parametrize("answer", [Reason.OK, Reason.NOT_FOUND])
def test_any_answer_ends_a_silence(answer: Reason) -> None:
    assert after((Reason.TIMEOUT, 0 * DAY), (answer, DAY)).silent_since is None


@pytest.mark.parametrize("bad", [Reason.NOT_FOUND, Reason.TIMEOUT, Reason.NO_SUCH_HOST])
def test_bad_news_ends_a_good_run_and_the_next_success_begins_another(bad: Reason) -> None:
    assert after((Reason.OK, 0 * DAY), (bad, DAY)).well_since is None
    again = after((Reason.OK, 0 * DAY), (bad, DAY), (Reason.REDIRECTED, 2 * DAY), (Reason.OK, 3 * DAY))
    assert (again.well_since, again.last_ok) == (T0 + 2 * DAY, T0 + 3 * DAY)


@pytest.mark.parametrize("reason", Reason)
def test_a_block_lasts_until_something_conclusive(reason: Reason) -> None:
    history = after((Reason.LOGIN, 0 * DAY), (reason, DAY))
    assert history.blocked_since == (None if reason.liveness.conclusive else T0)


# --- versions and validators --------------------------------------------------------------------------------------


def version(text: str, first: datetime, last: datetime) -> Version:
    blocks = (Block(text),)
    return Version(fingerprint("", blocks), "", blocks, first, last)


def test_a_page_read_twice_is_one_version_and_another_text_is_another() -> None:
    one = advance(NEW, see(Reason.OK, T0, "A"))
    two = advance(one, see(Reason.OK, T0 + DAY, "A"))
    three = advance(two, see(Reason.OK, T0 + 2 * DAY, "B"))
    four = advance(three, see(Reason.OK, T0 + 3 * DAY, "A"))
    assert [h.latest for h in (one, two, three, four)] == [
        version("A", T0, T0),
        version("A", T0, T0 + DAY),
        version("B", T0 + 2 * DAY, T0 + 2 * DAY),
        version("A", T0 + 3 * DAY, T0 + 3 * DAY),
    ]


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NOT_MODIFIED])
def test_a_look_that_read_nothing_leaves_the_last_version_and_its_validators(reason: Reason) -> None:
    before = advance(NEW, see(Reason.OK, T0, "A", validators=Validators(URL, "e1")))
    now = advance(before, see(reason, T0 + DAY, validators=Validators(URL, "e2")))
    assert (now.latest, now.validators) == (version("A", T0, T0), Validators(URL, "e1"))


@pytest.mark.parametrize("reason", [Reason.NOT_MODIFIED, Reason.REDIRECTED, Reason.PERMANENT_REDIRECT])
def test_a_page_that_is_confirmed_unchanged_was_seen_once_more(reason: Reason) -> None:
    before = advance(NEW, see(Reason.OK, T0, "A", validators=Validators(URL, "e1")))
    now = advance(before, see(reason, T0 + DAY, status=304))
    assert (now.latest, now.validators) == (version("A", T0, T0 + DAY), Validators(URL, "e1"))


def test_a_page_that_lost_its_validators_is_asked_for_whole() -> None:
    before = advance(NEW, see(Reason.OK, T0, "A", validators=Validators(URL, "e1")))
    assert advance(before, see(Reason.OK, T0 + DAY, "A")).validators is None


def test_a_304_to_a_link_that_was_never_read_brings_no_version() -> None:
    assert advance(NEW, see(Reason.NOT_MODIFIED, T0, status=304)).latest is None


@pytest.mark.parametrize(
    ("seen", "shown"),
    [
        (see(Reason.OK, T0, "A"), True),
        (see(Reason.NOT_MODIFIED, T0), True),
        (see(Reason.PERMANENT_REDIRECT, T0, status=304), True),
        (see(Reason.PERMANENT_REDIRECT, T0), False),
        (see(Reason.UNREADABLE, T0), False),
        (see(Reason.TIMEOUT, T0, status=None), False),
    ],
)
def test_a_look_showed_text_when_it_read_or_confirmed_it(seen: Observation, shown: bool) -> None:
    assert showed_text(seen) is shown


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(Reason), st.integers(0, 400)), min_size=1, max_size=12))
def test_every_history_holds_together(looks: list[tuple[Reason, int]]) -> None:
    history, now = NEW, T0
    for reason, hours in looks:
        now += hours * HOUR
        history = advance(history, see(reason, now))
    told = [reason for reason, _ in looks if sign(reason) not in {Sign.REFUSED_US, Sign.NONE}]
    assert history.looks == len(looks)
    assert (history.first_at, history.last_at) == (T0 + looks[0][1] * HOUR, now)
    assert history.sign == (sign(told[-1]) if told else None)
    assert (history.well_since is not None) is (history.sign is Sign.WELL)
    assert (history.silent_since is not None) is (history.sign in {Sign.NO_ANSWER, Sign.NO_SUCH_HOST})
    for moment in (history.sign_since, history.well_since, history.silent_since, history.blocked_since):
        assert moment is None or (history.first_at or now) <= moment <= now
    if history.silent_since and history.sign_since:
        assert history.silent_since <= history.sign_since
