"""What a probe and the page in it are found to mean."""

import pytest

from monitor.core.content import Block, Page
from monitor.core.liveness import CONFIRMABLE, judge, permanent_target
from monitor.core.look import Failure, Hop, Judgement, Liveness, NotModified, Reason, Reply, Signal

A, B, D = "http://a.example/deep", "http://b.example/deep", "http://d.example/deep"
PAGE = Page("Electives", (Block("Four weeks cost $300."),))


def hops(*pairs: tuple[str, int]) -> tuple[Hop, ...]:
    return tuple(Hop(url, status) for url, status in pairs)


def reply(*way: tuple[str, int], headers: tuple[tuple[str, str], ...] = ()) -> Reply:
    return Reply(way[0][0], way[-1][0], hops(*way), way[-1][1], headers, b"")


STATUSES = {
    **dict.fromkeys((200, 201, 203, 206), Reason.OK),
    **dict.fromkeys((401, 402), Reason.LOGIN),
    **dict.fromkeys((403, 405, 406, 412, 999), Reason.FORBIDDEN),
    404: Reason.NOT_FOUND,
    407: Reason.OFFLINE,
    410: Reason.GONE,
    429: Reason.RATE_LIMITED,
    451: Reason.GEO_BLOCK,
    **dict.fromkeys((400, 408, 409, 411, 413, 414, 418, 421, 422, 425, 426, 428, 431, 499), Reason.PROTOCOL),
    **dict.fromkeys((300, 301, 302, 303, 304, 307, 308), Reason.PROTOCOL),  # as a reply: no Location came with it
    **dict.fromkeys((500, 501, 502, 503, 504, 520, 522, 530, 599), Reason.SERVER_ERROR),
    **dict.fromkeys((0, 100, 199, 600, 700, 998), Reason.PROTOCOL),
}


@pytest.mark.parametrize(("status", "reason"), STATUSES.items())
def test_a_status_without_further_signs(status: int, reason: Reason) -> None:
    judgement = judge(reply((A, status)), PAGE if status // 100 == 2 else None)
    assert judgement == Judgement(reason, (Signal("status", 10, f"HTTP {status}"),))


@pytest.mark.parametrize("status", [status for status in STATUSES if status // 100 != 2])
def test_no_redirect_makes_a_refusal_good(status: int) -> None:
    assert judge(reply((A, 301), (B, status)), None).reason is STATUSES[status]


FAILURES = [reason for reason in Reason if reason.liveness in {Liveness.UNKNOWN, Liveness.BLOCKED} or "host" in reason]


@pytest.mark.parametrize("reason", FAILURES)
def test_a_failure_is_what_it_says(reason: Reason) -> None:
    failure = Failure(A, A, hops((A, 301)), reason, "said so")
    assert judge(failure, None) == Judgement(reason, (Signal("no usable response", 10, "said so"),))


@pytest.mark.parametrize("page", [None, Page("Only a title", ()), Page("", (Block(""),))])
@pytest.mark.parametrize("status", [200, 202, 204, 205])
def test_an_answer_without_text_is_alive_but_unreadable(page: Page | None, status: int) -> None:
    judgement = judge(reply((A, status), headers=(("content-type", "application/pdf"),)), page)
    assert judgement == Judgement(
        Reason.UNREADABLE, (Signal("status", 10, f"HTTP {status}"), Signal("no text to compare", 3, "application/pdf"))
    )
    assert judgement.liveness is Liveness.ALIVE


@pytest.mark.parametrize(
    ("way", "reason", "target"),
    [
        ([(A, 301), (B, 200)], Reason.PERMANENT_REDIRECT, B),
        ([(A, 308), (B, 200)], Reason.PERMANENT_REDIRECT, B),
        ([(A, 301), (B, 308), (D, 200)], Reason.PERMANENT_REDIRECT, D),
        ([(A, 301), (B, 302), (D, 200)], Reason.PERMANENT_REDIRECT, B),
        ([(A, 302), (B, 301), (D, 200)], Reason.REDIRECTED, None),
        ([(A, 302), (B, 200)], Reason.REDIRECTED, None),
        ([(A, 303), (B, 200)], Reason.REDIRECTED, None),
        ([(A, 307), (B, 200)], Reason.REDIRECTED, None),
        ([(A, 200)], Reason.OK, None),
    ],
)
def test_the_way_to_a_page_says_whether_it_moved(
    way: list[tuple[str, int]], reason: Reason, target: str | None
) -> None:
    judgement = judge(reply(*way), PAGE)
    assert judgement.reason is reason
    assert permanent_target(hops(*way)) == target
    if len(way) > 1:
        assert judgement.signals[0] == Signal("redirected", 3, " → ".join(f"{status} {url}" for url, status in way))


def test_nothing_was_redirected_where_nothing_answered() -> None:
    assert permanent_target(()) is None


def test_a_redirect_without_an_address_leads_no_further() -> None:
    assert permanent_target(hops((A, 301), (B, 301))) == B
    assert permanent_target(hops((A, 301))) is None


def test_a_new_address_without_text_is_still_the_new_address() -> None:
    assert judge(reply((A, 301), (B, 200)), None).reason is Reason.PERMANENT_REDIRECT
    assert judge(reply((A, 302), (B, 200)), None).reason is Reason.UNREADABLE


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ([(A, 304)], Reason.NOT_MODIFIED),
        ([(A, 302), (B, 304)], Reason.REDIRECTED),
        ([(A, 301), (B, 304)], Reason.PERMANENT_REDIRECT),
        ([(A, 302), ("http://a.example/", 304)], Reason.HOME_REDIRECT),
    ],
)
def test_an_unchanged_page_is_alive_where_the_way_to_it_is_good(way: list[tuple[str, int]], reason: Reason) -> None:
    judgement = judge(NotModified(way[0][0], way[-1][0], hops(*way)), None)
    assert (judgement.reason, judgement.signals[-1]) == (reason, Signal("status", 10, "HTTP 304"))


@pytest.mark.parametrize("status", [301, 302])
@pytest.mark.parametrize(
    ("asked", "landed", "thrown_out"),
    [
        (A, "http://a.example/", True),
        (A, "https://a.example/", True),
        (A, "https://www.a.example/index.html", True),
        ("http://www.a.example/deep", "http://A.example", True),
        ("http://a.example/?p=12", "http://a.example/", True),
        (A, "http://b.example/", False),
        (A, "http://sub.a.example/", False),
        (A, "http://a.example/other", False),
        (A, "http://a.example/?from=deep", False),
        ("http://a.example/", "https://a.example/index.html", False),
        ("http://a.example/index.html", "http://a.example/", False),
    ],
)
def test_a_deep_link_that_ends_on_its_own_front_page_was_thrown_out(
    asked: str, landed: str, thrown_out: bool, status: int
) -> None:
    judgement = judge(reply((asked, status), (landed, 200)), PAGE)
    assert (judgement.reason is Reason.HOME_REDIRECT) is thrown_out
    if thrown_out:
        assert judgement.signals[0] == Signal("a deep link ends on the front page", 10, f"{asked} → {landed}")


def test_bad_news_about_the_page_itself_is_asked_for_twice() -> None:
    assert {Reason.NOT_FOUND, Reason.GONE, Reason.SOFT_404, Reason.HOME_REDIRECT} == CONFIRMABLE
