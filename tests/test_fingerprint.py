"""What two pages must share to be taken for one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core.content import Area, Block, PageLink
from monitor.core.fingerprint import METHOD, SAME_TEXT_SINCE, fingerprint, rederive
from monitor.core.look import Fingerprint, Version

A, B = Block("Fee: $300"), Block("Apply now")


def test_a_fingerprint_says_by_which_method_it_was_made() -> None:
    assert fingerprint("T", (A, B)).version == METHOD


@pytest.mark.parametrize(
    ("title", "blocks"),
    [
        ("t", (A, B)),
        ("", (A, B)),
        ("T", (B, A)),
        ("T", (A,)),
        ("T", (A, B, B)),
        ("T", (Block("Fee: $350"), B)),
        ("T", (Block("Fee: $300 Apply now"),)),
        ("T", ()),
    ],
)
def test_every_character_and_break_of_the_visible_text_counts(title: str, blocks: tuple[Block, ...]) -> None:
    assert fingerprint(title, blocks) != fingerprint("T", (A, B))


def test_the_title_is_not_a_block() -> None:
    assert fingerprint("Fee: $300", ()) != fingerprint("", (A,))


def test_where_a_text_stands_does_not_count() -> None:
    assert fingerprint("T", (Block("Fee: $300", Area.CHROME, 2), B)) == fingerprint("T", (A, B))


def test_a_lone_half_of_a_character_has_a_fingerprint_too() -> None:
    assert fingerprint("\ud800", (A,)) != fingerprint("\udfff", (A,))


LINES = st.text("ab $3", min_size=1, max_size=4)


@settings(deadline=None, max_examples=100)
@given(LINES, st.lists(LINES, max_size=4), LINES, st.lists(LINES, max_size=4))
def test_two_texts_share_a_fingerprint_only_if_they_are_one(
    title: str, lines: list[str], other_title: str, other_lines: list[str]
) -> None:
    one = fingerprint(title, tuple(map(Block, lines)))
    two = fingerprint(other_title, tuple(map(Block, other_lines)))
    assert (one == two) is ((title, lines) == (other_title, other_lines))


def test_where_the_links_of_the_text_lead_is_a_digest_of_its_own() -> None:
    one = fingerprint("T", (A,), (PageLink("https://a.example/x?utm_source=1", "Apply"),))
    assert one.digest == fingerprint("T", (A,)).digest
    assert one == fingerprint("T", (A,), (PageLink("https://a.example/x", "Apply"),))
    assert one != fingerprint("T", (A,), (PageLink("https://a.example/y", "Apply"),))
    assert fingerprint("T", (A,), (PageLink("https://a.example/x", "Home", Area.CHROME),)) == fingerprint("T", (A,))


def test_a_version_of_an_older_method_that_read_the_same_text_is_given_todays_fingerprint() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    old = Version(Fingerprint(SAME_TEXT_SINCE, "old"), "T", (A, B), at, at)
    assert rederive(old) == replace(old, fingerprint=fingerprint("T", (A, B)))
    for version in (SAME_TEXT_SINCE - 1, METHOD, METHOD + 1):
        kept = replace(old, fingerprint=Fingerprint(version, "old"))
        assert rederive(kept) == kept
