"""Two wordings of a passage, word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.worddiff import MAX_COMPARED_WORDS, Mark, Piece, word_pieces

WORDS = st.lists(st.sampled_from(["fee", "is", "$300", "$350", "per", "month"]), max_size=12).map(" ".join)


def without(mark: Mark, pieces: tuple[Piece, ...]) -> str:
    return " ".join(piece.text for piece in pieces if piece.mark is not mark)


@given(WORDS, WORDS)
def test_without_what_came_it_is_the_one_wording_and_without_what_went_the_other(before: str, after: str) -> None:
    pieces = word_pieces(before, after)

    assert without(Mark.ADDED, pieces) == before
    assert without(Mark.REMOVED, pieces) == after


@given(WORDS, WORDS)
def test_no_two_pieces_of_one_mark_follow_each_other(before: str, after: str) -> None:
    marks = [piece.mark for piece in word_pieces(before, after)]

    assert all(one is not two for one, two in pairwise(marks))


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        (
            "The fee is $300 per month.",
            "The fee is $350 per month.",
            [("kept", "The fee is"), ("removed", "$300"), ("added", "$350"), ("kept", "per month.")],
        ),
        (None, "Apply by May.", [("added", "Apply by May.")]),
        ("Apply by May.", None, [("removed", "Apply by May.")]),
        ("Apply  by\nMay.", "Apply by May.", [("kept", "Apply by May.")]),
        (None, None, []),
    ],
)
def test_a_passage_is_told_in_pieces(before: str | None, after: str | None, pieces: list[tuple[str, str]]) -> None:
    assert [(piece.mark.value, piece.text) for piece in word_pieces(before, after)] == pieces


def test_of_very_long_passages_the_rest_is_told_as_another() -> None:
    long = " ".join(["word"] * (MAX_COMPARED_WORDS + 1))

    assert [(piece.mark, len(piece.text.split())) for piece in word_pieces(long, long)] == [
        (Mark.KEPT, MAX_COMPARED_WORDS),
        (Mark.REMOVED, 1),
        (Mark.ADDED, 1),
    ]
