"""What passes with the visit is no change, in whatever tongue it is said; what only looks like it is one."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.content import Block, Page
from monitor.core.drift import compare
from monitor.core.drift.passing import MAX_PASSING_CHARACTERS, without_passing
from monitor.core.look import Drift


def drift(before: str, after: str) -> Drift:
    one, two = (Page("Electives", (Block("The fee is $300."), Block(each))) for each in (before, after))
    return compare(one, two).drift


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("112 out of 225 found this helpful", "118 out of 233 found this helpful"),
        ("12 von 30 fanden dies hilfreich", "14 von 33 fanden dies hilfreich"),
        ("Rated 4.7 out of 5 (1,234 reviews)", "Rated 4.6 out of 5 (1,301 reviews)"),
        ("5 min read", "6 min read"),
        ("312 users online", "287 users online"),
        ("3 people are viewing this page", "9 people are viewing this page"),
        ("Visitors: 1023344", "Visitors: 1023390"),
        ("You are visitor number 10,233", "You are visitor number 10,244"),
        ("Your IP address: 192.0.2.7", "Your IP address: 192.0.2.90"),
        ("Like 33 Share 12", "Like 35 Share 13"),
        ("★ 1.2k", "★ 1.3k"),
        ("Applications close in 12 days 4 hours", "Applications close in 5 days 2 hours"),
        ("12 days left", "5 days left"),
        ("noch 12 Tage", "noch 3 Tage"),
        ("Your session expires in 14:59", "Your session expires in 14:40"),
        ("Updated 3 months ago", "Updated 4 months ago"),
        ("Updated yesterday", "Updated 2 days ago"),
        ("Aktualisiert vor 3 Monaten", "Aktualisiert heute"),
        ("Generated in 0.231 seconds", "Generated in 0.198 seconds"),
        ("v2.31.4 build 5521", "v2.31.5 build 5560"),
        ("Request ID: 8f3a-22bc-9911", "Request ID: 77ab-19cd-0020"),
        ("What is 3 + 4?", "What is 7 + 2?"),
        ("Share on Facebook | Tweet", "Share on Facebook | Share on X | Print"),
        ("Back to top ↑", "Top of page"),
        ("English | Español | 中文", "English | Español | 中文 | Français"),
        ("", "Please enable JavaScript to view the comments."),
        ("Your browser is not supported.", ""),
    ],
)
def test_what_differs_though_nobody_edited_it_is_no_change(before: str, after: str) -> None:
    assert (drift(before, after), drift(after, before)) == (Drift.SAME, Drift.SAME)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("At least 3 out of 5 evaluations", "At least 4 out of 5 evaluations"),
        ("2 visitors per patient", "3 visitors per patient"),
        ("4 visits a week", "5 visits a week"),
        ("Like 3 other schools, we ask for a letter", "Like 4 other schools, we ask for a letter"),
        ("The course was created in 1998", "The course was created in 1999"),
        ("Orientation: 2 days", "Orientation: 3 days"),
        ("Not refunded when fewer than 30 days remain", "Not refunded when fewer than 60 days remain"),
        ("Cancel with no less than 30 days left", "Cancel with no less than 60 days left"),
        ("Graduated 2 years ago or later", "Graduated 5 years ago or later"),
        ("Session 3 begins May 4", "Session 3 begins May 11"),
        ("The programme is closed", "The programme is open"),
        ("Language of instruction: English", "Language of instruction: Español"),
        ("English", "Español"),
        ("Search committee", "Share committee"),
        ("Bring a laptop: your browser is used for exams", "Bring a coat"),
        ("5 - 10 students", "5 - 12 students"),
        ("Request number 14 of the form", "Request number 15 of the form"),
        ("Closed yesterday's list", "Closed the list"),
        (
            "Posted 3 days ago on the door of the office are the hours in which visiting students may call, 8 to 10",
            "Posted 3 days ago on the door of the office are the hours in which visiting students may call, 8 to 12",
        ),
    ],
)
def test_what_only_looks_like_it_counts(before: str, after: str) -> None:
    assert (drift(before, after), drift(after, before)) == (Drift.SUBSTANTIVE, Drift.SUBSTANTIVE)


@pytest.mark.parametrize(
    "piece",
    [
        "like 1,,,,,,,,,,,,,,,,,,,,,,,,",
        "1,",
        "1 of ",
        "a1-",
        "updated an ",
        "12 days 4 ",
        "© 2025 - ",
        "menu ",
        "\u00a0 1 k",
        "a1.1.",
    ],
)
def test_no_text_takes_more_than_a_moment(piece: str) -> None:
    start = process_time()
    for end in ("", "!", "x", " like"):
        without_passing((piece * 200)[: MAX_PASSING_CHARACTERS - len(end)] + end)
        without_passing(piece * 4_000 + end)
    assert process_time() - start < 2


@given(st.text(alphabet="abc 019:.|-+=?$©★ago ", max_size=240))
def test_nothing_is_added_and_what_is_left_passes_no_more(text: str) -> None:
    left = without_passing(text)
    assert len(left) <= len(text)
    assert set(left) <= set(text)
