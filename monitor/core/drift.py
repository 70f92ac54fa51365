"""Two versions of a page → how they differ, in words, and how much that means."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from monitor.core.content import Area, Block
from monitor.core.look import Change, ChangeKind, Comparison, Drift

MAX_CHANGES = 200
MAX_CHANGE_CHARACTERS = 1_000
MAX_COMPARED_BLOCKS = 20_000  # LCS is quadratic in the worst case
MAX_WEIGHED_PAIRS = 2_500  # so is the search for the likest blocks of a gap; a larger gap is paired in page order
ALIKE_FROM = 50.0  # rapidfuzz's ratio, 0 to 100: from here on one block is taken for a new wording of the other
CONTEXT_CHARACTERS = 200  # what is left of the common beginning of two passages that are too long to show

# A point or comma inside a number belongs to it. Currency signs, and signs that say how a number is meant, are words.
_WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*|[$€£¥₹¢]|[<>≤≥±]=?(?=\s*\d)|(?<=\d)\+")
_YEARS = r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?"
_COPYRIGHT = re.compile(rf"(?:©|copyright)\D{{0,40}}{_YEARS}|\(c\)\W{{0,3}}{_YEARS}", re.IGNORECASE)

_Pair = tuple[Block | None, Block | None]


def compare(before: Sequence[Block], after: Sequence[Block]) -> Comparison:
    """How *after* differs from *before*, by blocks of visible text.

    `same`: every block stands in both, wherever (moved text is no change). `cosmetic`: only letter case, punctuation,
    the year of a copyright line or text in the page's furniture differs. `substantive`: the page's own words differ.
    `incomparable`: one side holds no text. The score is the share of words that differ, lifted above .5 for
    substantive drift and pressed to 0–.4 for cosmetic, so that one threshold separates the two.
    """
    if not before or not after:
        return Comparison(Drift.INCOMPARABLE, 0.0, (), "one of the two versions holds no text")
    lost, gained = _unmatched(before, after)
    if not lost and not gained:
        return Comparison(Drift.SAME, 0.0, (), "every line of text stands in both")
    changes = _changes(before, after, lost, gained)
    share = _changed_share(before, after, lost, gained)
    if not _words_differ(before, after, lost, gained):
        return Comparison(
            Drift.COSMETIC, round(0.4 * share, 4), _shortlist(changes), "no word of the page's own text differs"
        )
    count = sum(not is_cosmetic(change) for change in changes) or 1  # of equal texts, the furniture's may be paired
    why = f"{count} passage{'s' if count > 1 else ''} of the page's own text differ{'' if count > 1 else 's'}"
    score = max(0.5001, round(0.5 + 0.5 * share, 4))  # one word of a long page is still a change
    return Comparison(Drift.SUBSTANTIVE, score, _shortlist(changes), why)


def is_cosmetic(change: Change) -> bool:
    """Whether a change is one of letter case, punctuation, a copyright line's year, or in the page's furniture."""
    if change.area is Area.CHROME:
        return True
    return _key(change.before or "") == _key(change.after or "")


def _unmatched(before: Sequence[Block], after: Sequence[Block]) -> tuple[Counter[str], Counter[str]]:
    """The texts that stand on one side only, with how often."""
    one, two = Counter(block.text for block in before), Counter(block.text for block in after)
    return one - two, two - one


def _words_differ(before: Sequence[Block], after: Sequence[Block], lost: Counter[str], gained: Counter[str]) -> bool:
    """Whether the page's own text has words more or fewer: judged on whole texts, alike in both directions.

    What only moved between own text and furniture has neither come nor gone.
    """
    keys = {_key(text) for text in (*lost, *gained)} - {()}
    everywhere, own = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for side, sign in ((before, -1), (after, 1)):
        for block in side:
            key = _key(block.text)
            if key in keys:
                everywhere[key] += sign
                own[key] += sign if block.area is Area.MAIN else 0
    return any(everywhere[key] * own[key] > 0 for key in keys)


def _changes(before: Sequence[Block], after: Sequence[Block], lost: Counter[str], gained: Counter[str]) -> list[Change]:
    """The differing passages in page order, whole. Blocks that merely moved are on neither side of the comparison."""
    left, right = Counter(lost), Counter(gained)
    return [
        _change(pair) for gone, new in _gaps(before, after) for pair in _pairs(_take(gone, left), _take(new, right))
    ]


def _gaps(before: Sequence[Block], after: Sequence[Block]) -> Iterator[tuple[Sequence[Block], Sequence[Block]]]:
    """What stands between the blocks that both sides have in one order; what is too much to compare is one gap."""
    one, two = before[:MAX_COMPARED_BLOCKS], after[:MAX_COMPARED_BLOCKS]
    at, to = 0, 0
    for op in LCSseq.opcodes([b.text for b in one], [b.text for b in two]):
        if op.tag == "equal":
            yield one[at : op.src_start], two[to : op.dest_start]
            at, to = op.src_end, op.dest_end
    yield before[at:], after[to:]


def _take(blocks: Sequence[Block], wanted: Counter[str]) -> list[Block]:
    """Those of the blocks whose text is wanted, each as often as it is."""
    taken = []
    for block in blocks:
        if wanted[block.text] > 0:
            wanted[block.text] -= 1
            taken.append(block)
    return taken


def _pairs(gone: Sequence[Block], new: Sequence[Block]) -> Iterator[_Pair]:
    """Blocks that took each other's place: the likest first, the rest one by one; what is left was removed or added."""
    at, to = 0, 0
    for i, j in (*_alike(gone, new), (len(gone), len(new))):
        here, there = gone[at:i], new[to:j]
        both = min(len(here), len(there))
        yield from zip(here[:both], there[:both], strict=True)
        yield from ((block, None) for block in here[both:])
        yield from ((None, block) for block in there[both:])
        if i < len(gone):
            yield gone[i], new[j]
        at, to = i + 1, j + 1


def _alike(gone: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """The pairs of positions, rising on both sides, whose texts are likest in sum; none where there is no choice."""
    if len(gone) * len(new) < 2 or len(gone) * len(new) > MAX_WEIGHED_PAIRS:
        return []
    ones, twos = ([block.text[:MAX_CHANGE_CHARACTERS] for block in side] for side in (gone, new))
    alike = [[fuzz.ratio(one, two, score_cutoff=ALIKE_FROM) for two in twos] for one in ones]
    best = [[0.0] * (len(twos) + 1) for _ in range(len(ones) + 1)]  # best[i][j]: of what stands from i and from j on
    for i in reversed(range(len(ones))):
        for j in reversed(range(len(twos))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    found, i, j = [], 0, 0
    while i < len(ones) and j < len(twos):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _change(pair: _Pair) -> Change:
    match pair:
        case (Block() as one, Block() as two):
            return Change(ChangeKind.REPLACED, one.text, two.text, _area(one, two))
        case (Block() as one, None):
            return Change(ChangeKind.REMOVED, one.text, None, one.area)
        case (None, Block() as two):
            return Change(ChangeKind.ADDED, None, two.text, two.area)
        case _:
            raise AssertionError("a pair holds at least one block")


def _area(one: Block, two: Block) -> Area:
    return Area.MAIN if Area.MAIN in {one.area, two.area} else Area.CHROME


def _shortlist(changes: Sequence[Change]) -> tuple[Change, ...]:
    """As much as can be shown, in page order; where there is too much, the page's own words go before the rest."""
    weighed = sorted(range(len(changes)), key=lambda i: (len(changes) > MAX_CHANGES and is_cosmetic(changes[i]), i))
    return tuple(_cut(changes[i]) for i in sorted(weighed[:MAX_CHANGES]))


def _cut(change: Change) -> Change:
    """A change with its texts cut to size, around the place where they part."""
    one, two = change.before, change.after
    if max(len(one or ""), len(two or "")) <= MAX_CHANGE_CHARACTERS:
        return change
    parting = 0
    if one is not None and two is not None:
        alike = (a.casefold() == b.casefold() for a, b in zip(one, two, strict=False))
        parting = next((i for i, same in enumerate(alike) if not same), min(len(one), len(two)))
    start = max(0, parting - CONTEXT_CHARACTERS)
    return Change(change.kind, _window(one, start), _window(two, start), change.area)


def _window(text: str | None, start: int) -> str | None:
    if text is None:
        return None
    shown = f"…{text[start + 1 :]}" if start else text
    return shown if len(shown) <= MAX_CHANGE_CHARACTERS else shown[: MAX_CHANGE_CHARACTERS - 1] + "…"


def _key(text: str) -> tuple[str, ...]:
    """The words of a text without letter case, punctuation and the year of a copyright notice."""
    dateless = _COPYRIGHT.sub(lambda notice: re.sub(r"\d", "", notice[0]), unicodedata.normalize("NFKC", text))
    return tuple(word.replace(",", ".") for word in _WORD.findall(dateless.casefold()))


def _changed_share(before: Sequence[Block], after: Sequence[Block], lost: Counter[str], gained: Counter[str]) -> float:
    """The share of words that stand in blocks which changed, 0 to 1."""
    changed = sum(len(text.split()) * n for text, n in lost.items()) + sum(
        len(text.split()) * n for text, n in gained.items()
    )
    total = sum(len(block.text.split()) for block in (*before, *after))
    return min(1.0, changed / total) if total else 0.0
