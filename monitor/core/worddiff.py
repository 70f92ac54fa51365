"""Two wordings of a passage, word by word: what stayed, what went, what came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

MAX_COMPARED_WORDS = 2_000  # finding the longest common sequence is quadratic


class Mark(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one mark that follow each other, parted by single spaces."""

    mark: Mark
    text: str


def word_pieces(before: str | None, after: str | None) -> tuple[Piece, ...]:
    """Both wordings as one text in pieces; None is a passage that is not there.

    Without what was added the pieces are *before*, without what was removed they are *after*. Of longer passages than
    `MAX_COMPARED_WORDS` the rest is told as another.
    """
    one, two = (before or "").split(), (after or "").split()
    pieces: list[Piece] = []
    gone: list[str] = []
    new: list[str] = []
    for op in LCSseq.opcodes(one[:MAX_COMPARED_WORDS], two[:MAX_COMPARED_WORDS]):
        if op.tag == "equal":
            pieces += (*_exchanged(gone, new), Piece(Mark.KEPT, " ".join(one[op.src_start : op.src_end])))
            gone, new = [], []
        else:
            gone += one[op.src_start : op.src_end]
            new += two[op.dest_start : op.dest_end]
    pieces += _exchanged(gone + one[MAX_COMPARED_WORDS:], new + two[MAX_COMPARED_WORDS:])
    return tuple(pieces)


def _exchanged(gone: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """What went, then what came."""
    if gone:
        yield Piece(Mark.REMOVED, " ".join(gone))
    if new:
        yield Piece(Mark.ADDED, " ".join(new))
