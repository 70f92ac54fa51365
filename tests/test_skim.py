"""A skim says soundly that there is nothing new to read, at a price that allows to take one at every look."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.page import read
from monitor.core.skim import METHOD, Skim, skim

URL = "https://a.example/dir/page"
HTML = "text/html; charset=utf-8"
PAGES = sorted((Path(__file__).parent / "pages").glob("*/before.html"))
PIECES = [
    "<p>Fee $300</p>", "<p>Fee $350</p>", "<h2>Fees</h2>", "<main>", "</main>", "<nav>", "</nav>",
    "<a href='/a'>Apply</a>", "<a href='/b'>Apply</a>", "<form><input type=password>", "</form>",
    "<input type=hidden value=7>", "<table><tr><td>a", "<td>b", "</table>", "<script nonce=1>x()</script>",
    "<script>location.href='/c'</script>", "<script src='/x.js?v=1'></script>", "<style>p{}</style>", "<!-- 1 -->",
    "<!-- 2 -->", "<div class='footer'>", "</div>", "<b>", "</p>", "<noscript>n</noscript>", "<title>T</title>",
    "<meta http-equiv=refresh content='0;url=/d'>", "<p hidden>x</p>", "<svg><title>s</title></svg>",
    "<link rel=canonical href=/e>", "<body class='home'>", "<base href='/f/'>", "<br>", "text", " ", "&amp;", "<",
    "<p style='display:none'>",
]  # fmt: skip
BODY = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def skimmed(markup: str) -> Skim:
    return skim(markup.encode(), HTML)


@settings(deadline=None, max_examples=300)
@given(BODY, st.integers(0, 12), st.sampled_from(PIECES))
def test_bodies_of_one_skim_are_read_as_equal_pages(body: str, place: int, piece: str) -> None:
    mutated = body[: place * 7] + piece + body[place * 7 :]
    if skimmed(body) == skimmed(mutated):
        assert read(body.encode(), HTML, URL) == read(mutated.encode(), HTML, URL)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_the_skims_of_golden_pages_differ_where_their_pages_do(path: Path) -> None:
    one, two = path.read_bytes(), path.with_name("after.html").read_bytes()
    differ = read(one, HTML, URL) != read(two, HTML, URL)
    assert (skim(one, HTML) != skim(two, HTML)) >= differ


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a", "<P>a</P>"),
        ('<p id="x" title="1">a', "<p title='2' id=x>a"),
        ("<script nonce=a1>f(1)</script>", "<script nonce=b2>f(2)</script>"),
        ("<script src='/a.js?v=1'></script>", "<script src='/a.js?v=2'></script>"),
        ("<input type=hidden name=token value=1>", "<input type=hidden name=token value=2>"),
        ("<div class='view js-view-id-0a1b2c3d4e5f6789'>a", "<div class='view js-view-id-9f8e7d6c5b4a3210'>a"),
        ("<!-- served in 3 ms -->a", "<!-- served in 4 ms -->a"),
        ("<style>a{}</style>a", "<style>b{}</style>a"),
        ("<img src=1.png>a", "<img src=2.png>a"),
        ("<meta name=csrf content=1>a", "<meta name=csrf content=2>a"),
    ],
)
def test_what_no_reader_sees_leaves_the_skim_as_it_is(before: str, after: str) -> None:
    assert skimmed(before) == skimmed(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Fee $300", "<p>Fee $350"),
        ("<p>a</p><p>b</p>", "<p>a b</p>"),
        ("<title>a</title>", "<title>b</title>"),
        ("<a href=/a>x</a>", "<a href=/b>x</a>"),
        ("<p>a", "<p hidden>a"),
        ("<p>a", "<p style='display:none'>a"),
        ("<p>a", "<nav>a"),
        ("<p>a", "<p>a<input type=password>"),
        ("<p>a", "<p>a<script>location='/b'</script>"),
        ("<p>a", "<meta http-equiv=refresh content='0;url=/b'><p>a"),
    ],
)
def test_what_reading_looks_at_changes_the_skim(before: str, after: str) -> None:
    assert skimmed(before) != skimmed(after)


def test_a_skim_says_by_which_method_it_was_made_and_text_is_not_markup() -> None:
    assert skimmed("a").version == METHOD
    assert skim(b"<p>a", "text/plain") != skim(b"<p>a</p>", "text/plain")


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300), st.sampled_from([None, HTML, "text/plain", "text/html; charset=utf-16"]))
def test_any_bytes_have_a_skim(body: bytes, content_type: str | None) -> None:
    assert skim(body, content_type) == skim(body, content_type)
