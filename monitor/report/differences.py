"""A changed page, word by word: the passages that differ, each under its heading."""

from collections.abc import Iterator, Sequence

from monitor.core.compared import Compared
from monitor.core.content import Area
from monitor.core.finding import Rule, Situation
from monitor.core.look import Change, ChangeKind
from monitor.core.worddiff import Mark, word_pieces
from monitor.report import plain
from monitor.report.model import Differences, Passage, Piece
from monitor.report.ranking import Matter

MAX_PASSAGES = 40
MAX_PASSAGES_OF_SECTION = 1_000
_WORDS_AROUND = 30  # of common text that are shown beside a change


def differences(matter: Matter, situation: Situation, *, room: int) -> Differences | None:
    """What differs on the page of a matter, in at most *room* passages; None where it is not one changed page."""
    finding = matter.head.finding
    same_page = {each.finding.url for each in matter.members} == {finding.url}
    if finding.rule is not Rule.PAGE_CHANGED or finding.url is None or not same_page:
        return None
    compared = situation.compared.get((finding.listing, finding.url))
    if compared is None or not compared.comparison.changes or room <= 0:
        return None
    return _told(compared, min(MAX_PASSAGES, room))


def _told(compared: Compared, room: int) -> Differences:
    changes = compared.comparison.changes
    left = len(changes) - room
    return Differences(
        summary=f"Read it word by word: {plain.counted(len(changes), 'passage', 'passages')}",
        before=plain.moment(compared.before),
        after=plain.moment(compared.after),
        passages=tuple(map(_passage, changes[:room])),
        rest=f"{plain.counted(left, 'more passage differs', 'more passages differ')}." if left > 0 else None,
    )


def _passage(change: Change) -> Passage:
    note = "in the frame of the page" if change.area is Area.CHROME else None
    if change.kind is ChangeKind.LINK:
        words = plain.optional(change.words, plain.NAME_CHARS)
        note = f"where the link “{words}” leads" if words else "where a link leads"
    return Passage(plain.optional(change.heading, plain.NAME_CHARS), note, tuple(_pieces(change)))


def _pieces(change: Change) -> Iterator[Piece]:
    pieces = word_pieces(change.before, change.after)
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.mark is Mark.KEPT:
            text = _shortened(text.split(), at_start=place == 0, at_end=place == len(pieces) - 1)
        shown = plain.plain(text, plain.MESSAGE_CHARS)
        if shown:
            yield Piece(piece.mark.value, shown)


def _shortened(words: Sequence[str], *, at_start: bool, at_end: bool) -> str:
    """Words that both have, without those that are far from any change."""
    head, tail = (0 if at_start else _WORDS_AROUND), (0 if at_end else _WORDS_AROUND)
    if len(words) <= head + tail:
        return " ".join(words)
    return " ".join((*words[:head], "…", *words[len(words) - tail :]))
