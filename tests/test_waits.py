"""Retry-After: what a host asks, and for how long it is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.look import (
    Failure,
    Hop,
    Judgement,
    LinkHistory,
    NotModified,
    Observation,
    Outcome,
    Reason,
    Reply,
    Wait,
)
from monitor.core.waits import LONGEST_WAIT, Waits, asked_to_wait, retry_at

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
URL = "https://clinic.example/fees"


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("120", NOW + timedelta(seconds=120)),
        (" 120 ", NOW + timedelta(seconds=120)),
        ("1", NOW + timedelta(seconds=1)),
        ("86400", NOW + LONGEST_WAIT),
        ("86401", NOW + LONGEST_WAIT),
        ("9" * 5000, NOW + LONGEST_WAIT),
        ("Sun, 22 Nov 2026 06:02:00 GMT", NOW + timedelta(minutes=2)),
        ("Sunday, 22-Nov-26 06:02:00 GMT", NOW + timedelta(minutes=2)),
        ("Sun Nov 22 06:02:00 2026", NOW + timedelta(minutes=2)),
        ("Sun, 22 Nov 2026 07:02:00 +0100", NOW + timedelta(minutes=2)),
        ("Fri, 22 Nov 2999 06:00:00 GMT", NOW + LONGEST_WAIT),
        ("0", None),
        ("Sun, 22 Nov 2026 06:00:00 GMT", None),
        ("Sun, 22 Nov 2020 06:00:00 GMT", None),
        ("-5", None),
        ("12.5", None),
        ("٣", None),
        ("", None),
        ("soon", None),
        ("Sun, 99 Nov 2026 99:99:99 GMT", None),
    ],
)
def test_a_header_names_a_moment_or_nothing(said: str, until: datetime | None) -> None:
    assert retry_at(said, NOW) == until


@given(st.text(max_size=60) | st.datetimes(timezones=st.just(UTC)).map(format_datetime) | st.integers().map(str))
def test_whatever_it_says_nobody_waits_longer_than_a_day(said: str) -> None:
    until = retry_at(said, NOW)
    assert until is None or NOW < until <= NOW + LONGEST_WAIT


def reply(status: int, final: str = URL) -> Reply:
    hops = (Hop(URL, 302), Hop(final, status)) if final != URL else (Hop(URL, status),)
    return Reply(URL, final, hops, status, (("retry-after", "120"),), b"")


@pytest.mark.parametrize(
    ("status", "asks"), [(429, True), (503, True), (403, True), (200, False), (404, False), (500, False)]
)
def test_it_counts_where_a_visitor_is_turned_away(status: int, asks: bool) -> None:
    assert asked_to_wait(reply(status), NOW) == (
        Wait(("clinic.example:443",), NOW + timedelta(minutes=2)) if asks else None
    )


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("10", None),
        (" 1 ", None),
        ("11", NOW + timedelta(seconds=11)),
        ("Sun, 22 Nov 2026 06:00:05 GMT", NOW + timedelta(seconds=5)),  # only seconds become a gap
    ],
)
def test_a_few_seconds_are_waited_out_within_the_pass(said: str, until: datetime | None) -> None:
    seen = replace(reply(429), headers=(("retry-after", said),))
    assert asked_to_wait(seen, NOW) == (Wait(("clinic.example:443",), until) if until else None)


def test_the_host_that_says_so_is_meant_and_not_the_one_that_sent_us_there() -> None:
    assert asked_to_wait(reply(429, "http://forms.example/f"), NOW) == Wait(
        ("forms.example:80",), NOW + timedelta(minutes=2)
    )


def test_it_speaks_for_the_doors_of_its_house_that_led_there() -> None:
    way = tuple(
        Hop(url, 301) for url in ("http://clinic.example/f", "https://clinic.example/f", "https://sso.example/f")
    )
    there = "https://www.clinic.example/f"
    turned_away = Reply(way[0].url, there, (*way, Hop(there, 429)), 429, (("retry-after", "120"),), b"")
    assert asked_to_wait(turned_away, NOW) == Wait(
        ("www.clinic.example:443", "clinic.example:80", "clinic.example:443"), NOW + timedelta(minutes=2)
    )


def test_a_failure_brings_what_was_said_with_the_robots_txt() -> None:
    failure = Failure(URL, URL, (), Reason.ROBOTS, "…", reached=True, retry_after="120")
    assert asked_to_wait(failure, NOW) == Wait(("clinic.example:443",), NOW + timedelta(minutes=2))
    assert asked_to_wait(Failure(URL, URL, (), Reason.TIMEOUT, "…"), NOW) is None
    assert asked_to_wait(NotModified(URL, URL, (Hop(URL, 304),)), NOW) is None


def test_a_wait_holds_for_every_link_of_the_host_until_its_moment_has_come() -> None:
    until = NOW + timedelta(minutes=2)
    waits = Waits()
    waits.hear(
        Observation(URL, NOW, Judgement(Reason.RATE_LIMITED), URL, (), wait=Wait(("clinic.example:443",), until))
    )
    other = LinkHistory("https://clinic.example/visitors")
    assert waits.until(other, NOW) == until
    assert waits.until(other, until - timedelta(microseconds=1)) == until
    assert waits.until(other, until) is None
    assert waits.until(LinkHistory("http://clinic.example/"), NOW) is None, "another port is another host"


def test_a_link_waits_too_for_the_host_to_which_it_was_redirected_last_time() -> None:
    until = NOW + timedelta(minutes=2)
    waits = Waits.known({"forms.example:443": until})
    led = LinkHistory(URL, last=Outcome(Reason.REDIRECTED, "https://forms.example/f", (), 200, ""))
    assert waits.until(led, NOW) == until
    assert waits.until(LinkHistory(URL), NOW) is None
