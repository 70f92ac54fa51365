"""What a robots.txt says, and what an answer to a request for one means."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.look import Reason
from monitor.core.robots import MOST_READ_BYTES, Postponed, Rules, concluded

VISITOR = "listings-monitor"
PAGE = "https://clinic.example/visitors/fees.html"
CASES = Path(__file__).parents[1].parent / "shared" / "data" / "robots" / "cases.jsonl"  # protego's own, BSD-3-Clause


def rules(*lines: str) -> Rules:
    found = concluded(200, "\n".join(lines).encode(), "clinic.example", None)
    assert isinstance(found, Rules)
    return found


@pytest.mark.parametrize(
    ("lines", "allowed"),
    [
        ((), True),
        (("User-agent: *", "Disallow:"), True),
        (("User-agent: *", "Disallow: /"), False),
        (("User-agent: *", "Disallow: /visitors/"), False),
        (("User-agent: *", "Disallow: /Visitors/"), True),
        (("User-agent: *", "Disallow: /visitors/*.html$"), False),
        (("User-agent: *", "Disallow: /visitors/", "Allow: /visitors/fees"), True),
        (("Disallow: /",), True),
        (("User-agent: otherbot", "Disallow: /"), True),
        (("User-agent: Listings-Monitor", "Disallow: /"), False),
        (("User-agent: *", "Disallow: /", "", "User-agent: listings-monitor", "Allow: /"), True),
        (("User-agent: *", "Allow: /", "", "User-agent: listings-monitor", "Disallow: /visitors"), False),
        (("User-agent: monitor", "Disallow: /"), True),
    ],
)
def test_a_visitor_goes_by_its_own_group_else_by_everybodys(lines: tuple[str, ...], allowed: bool) -> None:
    assert rules(*lines).allow(PAGE, VISITOR) is allowed


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        ("Crawl-delay: 3", timedelta(seconds=3)),
        ("Crawl-delay: 2.5", timedelta(seconds=2.5)),
        ("Crawl-delay: 86400", timedelta(seconds=10)),
        ("Crawl-delay: inf", timedelta()),
        ("Crawl-delay: -1", timedelta()),
        ("Crawl-delay: soon", timedelta()),
        ("Disallow: /private", timedelta()),
    ],
)
def test_a_pause_that_is_asked_for_is_kept_up_to_ten_seconds(said: str, gap: timedelta) -> None:
    assert rules("User-agent: *", said).gap(VISITOR) == gap


@pytest.mark.parametrize("status", [301, 304, 400, 401, 403, 404, 410, 418, 451, 999])
def test_an_origin_without_a_robots_txt_forbids_nothing(status: int) -> None:
    assert concluded(status, b"User-agent: *\nDisallow: /", "clinic.example", None) == Rules()


@pytest.mark.parametrize("status", [500, 502, 503, 504, 520, 599])
def test_an_origin_that_is_ill_forbids_for_now(status: int) -> None:
    assert concluded(status, b"", "clinic.example", "120") == Postponed(
        Reason.ROBOTS,
        f"the robots.txt of clinic.example cannot be had (status {status}); until it can, nothing is asked there",
        reached=True,
        retry_after="120",
    )


@pytest.mark.parametrize("status", [521, 522, 523, 530])
def test_a_gateway_with_nobody_behind_it_is_the_hosts_failure_not_its_wish(status: int) -> None:
    found = concluded(status, b"", "clinic.example", None)
    assert isinstance(found, Postponed)
    assert (found.reason, found.words) == (
        Reason.SERVER_ERROR,
        f"clinic.example is away from behind its gateway (status {status}, asked for its robots.txt)",
    )


def test_an_origin_that_was_asked_too_often_is_left_alone() -> None:
    found = concluded(429, b"", "clinic.example", "60")
    assert isinstance(found, Postponed)
    assert (found.reason, found.retry_after) == (Reason.RATE_LIMITED, "60")


def test_a_page_in_the_place_of_a_robots_txt_forbids_nothing() -> None:
    page = "\ufeff\n <!doctype html><pre>\nUser-agent: *\nDisallow: /\n</pre>"
    assert concluded(200, page.encode(), "clinic.example", None) == Rules()


def test_a_byte_order_mark_hides_no_rule() -> None:
    assert not rules("\ufeffUser-agent: *", "Disallow: /").allow(PAGE, VISITOR)


def test_half_a_line_at_the_end_of_what_is_read_is_no_rule() -> None:
    head = b"User-agent: *\nDisallow: /private\n"
    cut = b"Disallow: /visitors/archive\n"
    filling = b"#" * (MOST_READ_BYTES - len(head) - len(b"Disallow: /visitors/") - 1) + b"\n"
    found = concluded(200, head + filling + cut, "clinic.example", None)
    assert isinstance(found, Rules)
    assert found.allow(PAGE, VISITOR)
    assert not found.allow("https://clinic.example/private", VISITOR)


@given(st.integers(0, 999), st.binary(max_size=300) | st.text(max_size=300).map(str.encode), st.text(max_size=50))
def test_nothing_that_a_server_sends_breaks_it(status: int, body: bytes, path: str) -> None:
    found = concluded(status, body, "clinic.example", None)
    if isinstance(found, Rules):
        assert isinstance(found.allow(f"https://clinic.example/{path}", VISITOR), bool)
        assert timedelta() <= found.gap(VISITOR) <= timedelta(seconds=10)


@pytest.mark.skipif(not CASES.exists(), reason="the collection of cases lies beside the project")
def test_the_parsers_own_cases_hold() -> None:
    cases = [json.loads(line) for line in CASES.read_text().splitlines()]
    verdicts = [case for case in cases if "allowed" in case and not case["robots"].lstrip("\ufeff \n").startswith("<")]
    wrong = [
        case
        for case in verdicts
        if concluded(200, case["robots"].encode(), "site.local", None).allow(case["url"], case["agent"])  # type: ignore[union-attr]
        is not case["allowed"]
    ]
    assert len(verdicts) > 200
    assert wrong == []
