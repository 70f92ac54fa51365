"""Boxes that ask for consent to cookies are laid over a page and no part of it, whatever their elements are called."""

from time import process_time

import pytest

from monitor.core.content import Page
from monitor.core.drift import compare
from monitor.core.look import Drift
from monitor.core.page import read

URL = "https://a.example/electives"
TEXT = "<h1>Electives</h1><p>Students of the final year may apply. The fee is $300.</p>"


def page(box: str, frame: str) -> Page:
    return read(f"<title>Electives</title><body><{frame}>{TEXT}{box}</{frame}></body>".encode(), None, URL)


@pytest.mark.parametrize("frame", ["div", "main"])
@pytest.mark.parametrize(
    "box",
    [
        "<div class=x9><p>We use cookies.</p><button>Accept all</button><button>Reject</button></div>",
        "<div><span>This site uses cookies. <a href=/p>More</a></span><div><a href=#>Got it!</a></div></div>",
        "<section><h2>Cookies</h2><p>Wir verwenden sie gern.</p><div><button>Alle akzeptieren</button></div></section>",
        "<div><p>Nous utilisons des cookies.</p><button><span>Tout</span> <span>accepter</span></button></div>",
    ],
)
def test_a_box_that_comes_or_goes_is_no_change(box: str, frame: str) -> None:
    without, with_box = page("", frame), page(box, frame)
    assert (compare(without, with_box).drift, compare(with_box, without).drift) == (Drift.SAME, Drift.SAME)


@pytest.mark.parametrize(
    "text",
    [
        "<div><p>Cookies are served after the rounds.</p></div>",
        "<div><p>Your place is kept for a week.</p><button>Accept</button></div>",
        f"<div><p>We use cookies. {'Students report to the office. ' * 60}</p><button>Accept</button></div><p>End</p>",
    ],
    ids=["no button", "no cookies", "more than a box"],
)
def test_what_is_no_such_box_is_the_page_s_own(text: str) -> None:
    assert compare(page("", "div"), page(text, "div")).drift is Drift.SUBSTANTIVE


def test_a_page_never_asks_for_consent_as_a_whole() -> None:
    whole = read(b"<body><p>We use cookies, and the fee is $300.</p><button>OK</button></body>", None, URL)
    assert [block.text for block in whole.blocks] == ["We use cookies, and the fee is $300.", "OK"]
    assert whole.words == 9


def test_a_page_full_of_buttons_costs_no_more_than_its_size() -> None:
    start = process_time()
    read(b"<div>" * 400 + b"<a><button>OK</button>" * 20_000, None, URL)
    assert process_time() - start < 15  # some 2 where nothing else runs
