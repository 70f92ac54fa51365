"""A unified diff of two texts: as `diff -u` writes it, and good enough to make the one from the other."""

import re
from difflib import unified_diff

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.formats import diff

LINE = st.sampled_from(["[[listing]]\n", "  [[listing]]  # so\n", "a\n", "b\n", "\n", "é\r\n", "\u2028\n", "- a\n"])
TEXTS = st.tuples(st.lists(LINE, max_size=30), st.sampled_from(["", "a", "z"])).map(
    lambda pair: "".join(pair[0]) + pair[1]
)


def patched(text: str, hunks: str) -> str:
    """What `patch` makes of it."""
    told = re.split(r"(?<=\n)", hunks.replace("\n\\ No newline at end of file\n", "\0\n"))
    old = re.split(r"(?<=\n)", text)
    made: list[str] = []
    position = 0
    for line in told[2:]:
        content = line[1:].replace("\0\n", "")
        if header := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@\n", line):
            start = int(header[1]) - (header[2] != "0")
            made += old[position:start]
            position = start
        elif line.startswith((" ", "-")):
            assert old[position] == content
            position += 1
            made += [content] if line.startswith(" ") else []
        elif line:
            made.append(content)
    return "".join(made + old[position:])


@settings(max_examples=300, deadline=None)
@given(before=TEXTS, after=TEXTS)
def test_a_diff_makes_the_one_text_from_the_other(before: str, after: str) -> None:
    assert patched(before, diff("listings.toml", before, after)) == after


@settings(max_examples=100, deadline=None)
@given(before=st.lists(st.sampled_from("abcdef"), max_size=40), after=st.lists(st.sampled_from("abcdef"), max_size=40))
def test_without_listings_it_is_what_everybody_writes(before: list[str], after: list[str]) -> None:
    old, new = [f"{each}\n" for each in before], [f"{each}\n" for each in after]
    assert diff("x", "".join(old), "".join(new)) == "".join(unified_diff(old, new, "x", "x"))


def test_a_last_line_without_an_end_is_told() -> None:
    assert diff("x", "a\nb", "a\nb\nc") == (
        "--- x\n+++ x\n@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n"
    )


def test_texts_that_are_the_same_differ_in_nothing() -> None:
    assert diff("x", "a\n", "a\n") == ""
