"""Two versions of a page → how they differ, in words, and how much that means."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from monitor.core.look import Area, Block, Change, ChangeKind, Comparison, Drift

MAX_CHANGES = 200
MAX_CHANGE_CHARACTERS = 1_000
MAX_COMPARED_BLOCKS = 20_000  # LCS is quadratic in the worst case

_NOT_WORDS = re.compile(r"[\W_]+")
_COPYRIGHT = re.compile(r"(©|\(c\)|copyright)\D{0,40}(19|20)\d\d", re.IGNORECASE)


def compare(before: Sequence[Block], after: Sequence[Block]) -> Comparison:
    """How *after* differs from *before*, by blocks of visible text.

    `same`: every block stands in both, wherever (moved text is no change). `cosmetic`: only letter case, punctuation,
    the year of a copyright line or text in the page's furniture differs. `substantive`: the page's own words differ.
    `incomparable`: one side holds no text. The score is the share of main words that differ, lifted to .5–1 for
    substantive drift and pressed to 0–.4 for cosmetic, so that one threshold separates the two.
    """
    if not before or not after:
        return Comparison(Drift.INCOMPARABLE, 0.0, (), "one of the two versions holds no text")
    lost, gained = _unmatched(before, after)
    if not lost and not gained:
        return Comparison(Drift.SAME, 0.0, (), "every line of text stands in both")
    changes = _changes(before, after, lost, gained)
    telling = [change for change in changes if not _is_cosmetic(change)]
    share = _changed_share(before, after, lost, gained)
    if not telling:
        return Comparison(Drift.COSMETIC, round(0.4 * share, 4), changes, "no word of the page's own text differs")
    count = len(telling)
    why = f"{count} passage{'s' if count > 1 else ''} of the page's own text differ{'' if count > 1 else 's'}"
    return Comparison(Drift.SUBSTANTIVE, round(0.5 + 0.5 * share, 4), changes, why)


def _unmatched(before: Sequence[Block], after: Sequence[Block]) -> tuple[Counter[str], Counter[str]]:
    """The texts that stand on one side only, with how often."""
    one, two = Counter(block.text for block in before), Counter(block.text for block in after)
    return one - two, two - one


def _changes(
    before: Sequence[Block], after: Sequence[Block], lost: Counter[str], gained: Counter[str]
) -> tuple[Change, ...]:
    """The differing passages in page order. Blocks that merely moved are on neither side of the comparison."""
    only_before, only_after = _keep(before, lost), _keep(after, gained)
    one, two = before[:MAX_COMPARED_BLOCKS], after[:MAX_COMPARED_BLOCKS]
    changes: list[Change] = []
    for op in LCSseq.opcodes([b.text for b in one], [b.text for b in two]):
        if op.tag == "equal":
            continue
        gone = [b for i, b in enumerate(one[op.src_start : op.src_end], op.src_start) if i in only_before]
        new = [b for i, b in enumerate(two[op.dest_start : op.dest_end], op.dest_start) if i in only_after]
        changes.extend(_pair(gone, new))
    return _join(changes)[:MAX_CHANGES]


def _keep(blocks: Sequence[Block], wanted: Counter[str]) -> set[int]:
    left, kept = Counter(wanted), set()
    for i, block in enumerate(blocks):
        if left[block.text] > 0:
            left[block.text] -= 1
            kept.add(i)
    return kept


def _pair(gone: Sequence[Block], new: Sequence[Block]) -> list[Change]:
    """Blocks that took each other's place, one by one; the rest was removed or added."""
    pairs = min(len(gone), len(new))
    changes = [
        Change(ChangeKind.REPLACED, _cut(a.text), _cut(b.text), _area(a, b))
        for a, b in zip(gone[:pairs], new[:pairs], strict=True)
    ]
    changes += [Change(ChangeKind.REMOVED, _cut(a.text), None, a.area) for a in gone[pairs:]]
    changes += [Change(ChangeKind.ADDED, None, _cut(b.text), b.area) for b in new[pairs:]]
    return changes


def _join(changes: Sequence[Change]) -> tuple[Change, ...]:
    """LCS reports a replacement as a removal followed by an addition (or the reverse): made one again."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        match (last, change):
            case (
                Change(kind=ChangeKind.REMOVED, before=before, area=area),
                Change(kind=ChangeKind.ADDED, after=after, area=other),
            ) | (
                Change(kind=ChangeKind.ADDED, after=after, area=area),
                Change(kind=ChangeKind.REMOVED, before=before, area=other),
            ) if area is other:
                joined[-1] = Change(ChangeKind.REPLACED, before, after, area)
            case _:
                joined.append(change)
    return tuple(joined)


def _area(one: Block, two: Block) -> Area:
    return Area.MAIN if Area.MAIN in {one.area, two.area} else Area.CHROME


def _cut(text: str) -> str:
    return text if len(text) <= MAX_CHANGE_CHARACTERS else text[: MAX_CHANGE_CHARACTERS - 1] + "…"


def _is_cosmetic(change: Change) -> bool:
    if change.area is Area.CHROME:
        return True
    if change.before is None or change.after is None:
        return not _words(change.before or change.after or "")
    if _words(change.before) == _words(change.after):
        return True
    return bool(_COPYRIGHT.search(change.before) and _COPYRIGHT.search(change.after)) and (
        _words(re.sub(r"\d{4}", "", change.before)) == _words(re.sub(r"\d{4}", "", change.after))
    )


def _words(text: str) -> list[str]:
    """The words of a text without letter case and punctuation; a point or comma inside a number stays ("3.350")."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"(?<=\d)[.,](?=\d)", "·", text)
    return [word for word in _NOT_WORDS.sub(" ", text.replace("·", "0x2e")).split() if word]


def _changed_share(before: Sequence[Block], after: Sequence[Block], lost: Counter[str], gained: Counter[str]) -> float:
    """The share of words that stand in blocks which changed, 0 to 1."""
    changed = sum(len(text.split()) * n for text, n in lost.items()) + sum(
        len(text.split()) * n for text, n in gained.items()
    )
    total = sum(len(block.text.split()) for block in (*before, *after))
    return min(1.0, changed / total) if total else 0.0
