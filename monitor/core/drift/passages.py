"""The passages of two versions: which stand on one side only, which took each other's place, and how that is shown."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Opcode

from monitor.core.content import Area, Block
from monitor.core.drift.words import Key, hides_address, key, settled, with_addresses_hidden
from monitor.core.look import Change, ChangeKind

MAX_CHANGES = 200
MAX_CHANGE_CHARACTERS = 1_000
MAX_COMPARED_BLOCKS = 20_000  # LCS is quadratic in the worst case
MAX_WEIGHED_PAIRS = 2_500  # so is the search for the likest blocks of a gap; a larger gap is paired in page order
MAX_WEIGHED_WORDS = 20_000  # and so are the words of two long passages
ALIKE_FROM = 50.0  # rapidfuzz's ratio, 0 to 100: from here on one block is taken for a new wording of the other
CONTEXT_CHARACTERS = 200  # what is left of the common text around the words of a passage that is too long to show
APART_CHARACTERS = 2 * CONTEXT_CHARACTERS  # differences of one passage that stand farther apart are shown apart
MAX_SHOWN_APART = 20


@dataclass(frozen=True, slots=True)
class Passage:
    """A block as it is compared: `settled` is its text without noise, `key` its words, `heading` what is above it."""

    block: Block
    settled: str
    key: Key
    heading: str | None = None

    @property
    def area(self) -> Area:
        """The block's area."""
        return self.block.area


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands on either side between two passages that both sides have."""

    gone: Sequence[Passage]
    new: Sequence[Passage]


_Pair = tuple[Passage | None, Passage | None]


def passages(before: Sequence[Block], after: Sequence[Block]) -> tuple[list[Passage], list[Passage]]:
    """Both sides as passages. Where one hides e-mail addresses that the other shows, no address is a word."""
    hidden = [sum(hides_address(block.text) for block in side) for side in (before, after)]
    one, two = (_side(side, addresses=hidden[0] == hidden[1]) for side in (before, after))
    return one, two


def _side(blocks: Sequence[Block], *, addresses: bool) -> list[Passage]:
    found = []
    heading: str | None = None
    for block in blocks:
        text = settled(block.text)
        if text and not text.isspace():
            words = key(text if addresses else with_addresses_hidden(text))
            found.append(Passage(block, text, words, None if block.heading else heading))
        if block.heading and block.area is Area.MAIN:
            heading = block.text
    return found


def gaps(before: Sequence[Passage], after: Sequence[Passage]) -> list[Gap]:
    """What stands between the passages that both sides have in one order; what is too much to compare is one gap.

    A gap whose two sides are one text, only broken into passages elsewhere, is none.
    """
    one, two = before[:MAX_COMPARED_BLOCKS], after[:MAX_COMPARED_BLOCKS]
    found, at, to = [], 0, 0
    for op in LCSseq.opcodes([each.settled for each in one], [each.settled for each in two]):
        if op.tag == "equal":
            found.append(Gap(one[at : op.src_start], two[to : op.dest_start]))
            at, to = op.src_end, op.dest_end
    found.append(Gap(before[at:], after[to:]))
    return [gap for gap in found if (gap.gone or gap.new) and not _is_rewrapped(gap)]


def _is_rewrapped(gap: Gap) -> bool:
    sizes = {sum(bool(each.key) for each in side) for side in (gap.gone, gap.new)}  # an ornament breaks no line
    return len(sizes) > 1 and _letters(gap.gone) == _letters(gap.new) != ""


def _letters(side: Sequence[Passage]) -> str:
    return "".join(word for each in side for word in each.key)


def unmatched(found: Sequence[Gap]) -> tuple[Counter[str], Counter[str]]:
    """The settled texts that stand on one side only, with how often. What only moved stands on both."""
    one = Counter(each.settled for gap in found for each in gap.gone)
    two = Counter(each.settled for gap in found for each in gap.new)
    return one - two, two - one


@dataclass(frozen=True, slots=True)
class Told:
    """A change, and whether it is one of words of the page's own text."""

    change: Change
    tells: bool


def changes(found: Sequence[Gap], lost: Counter[str], gained: Counter[str]) -> list[Told]:
    """The differing passages in page order: those of *lost* and *gained*, each as often as it is there."""
    left, right = Counter(lost), Counter(gained)
    return [
        Told(change, tells)
        for gap in found
        for pair in _pairs(_take(gap.gone, left), _take(gap.new, right))
        for tells in (_tells(pair),)
        for change in _changes(pair)
    ]


def is_cosmetic(change: Change) -> bool:
    """Whether a change is one of dress: of letter case, punctuation, noise, a link's target, or in the furniture.

    The address that a link writes to or calls is no dress: a reader uses it as it is.
    """
    if change.area is Area.CHROME:
        return True
    if change.kind is ChangeKind.LINK:
        return not any((side or "").startswith(("mailto:", "tel:")) for side in (change.before, change.after))
    one, two = settled(change.before or ""), settled(change.after or "")
    if hides_address(one) is not hides_address(two):
        one, two = with_addresses_hidden(one), with_addresses_hidden(two)
    return key(one) == key(two)


def shortlist(found: Sequence[Told]) -> tuple[Change, ...]:
    """As much as can be shown, in page order; where there is too much, the page's own words go before the rest."""
    if len(found) > MAX_CHANGES:
        first = sorted(range(len(found)), key=lambda i: (not found[i].tells, i))[:MAX_CHANGES]
        found = [found[i] for i in sorted(first)]
    return tuple(each.change for each in found)


def shown_from_its_beginning(text: str) -> str:
    """As much of a passage as is shown."""
    return _cut(text, 0)


# --- which took whose place ---------------------------------------------------------------------------------------


def _take(side: Sequence[Passage], wanted: Counter[str]) -> list[Passage]:
    """Those of the passages whose text is wanted, each as often as it is."""
    taken = []
    for each in side:
        if wanted[each.settled] > 0:
            wanted[each.settled] -= 1
            taken.append(each)
    return taken


def _pairs(gone: Sequence[Passage], new: Sequence[Passage]) -> Iterator[_Pair]:
    """Passages that took each other's place: the likest first, the rest one by one; what is left went or came."""
    at, to = 0, 0
    for i, j in (*_alike(gone, new), (len(gone), len(new))):
        here, there = gone[at:i], new[to:j]
        both = min(len(here), len(there))
        yield from zip(here[:both], there[:both], strict=True)
        yield from ((each, None) for each in here[both:])
        yield from ((None, each) for each in there[both:])
        if i < len(gone):
            yield gone[i], new[j]
        at, to = i + 1, j + 1


def _alike(gone: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int, int]]:
    """The pairs of positions, rising on both sides, whose texts are likest in sum; none where there is no choice."""
    if len(gone) * len(new) < 2 or len(gone) * len(new) > MAX_WEIGHED_PAIRS:
        return []
    ones, twos = ([each.block.text[:MAX_CHANGE_CHARACTERS] for each in side] for side in (gone, new))
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


# --- how it is shown ----------------------------------------------------------------------------------------------


def _changes(pair: _Pair) -> Iterator[Change]:
    match pair:
        case (Passage() as one, Passage() as two):
            whole = Change(ChangeKind.REPLACED, one.block.text, two.block.text, _area(one, two), two.heading)
            yield from _apart(whole, one.block.text, two.block.text)
        case (Passage() as one, None):
            yield Change(ChangeKind.REMOVED, shown_from_its_beginning(one.block.text), None, one.area, one.heading)
        case (None, Passage() as two):
            yield Change(ChangeKind.ADDED, None, shown_from_its_beginning(two.block.text), two.area, two.heading)
        case _:
            raise AssertionError("a pair holds at least one passage")


def _tells(pair: _Pair) -> bool:
    one, two = pair
    own = any(each is not None and each.area is Area.MAIN for each in pair)
    return own and (one.key if one else ()) != (two.key if two else ())


def _area(one: Passage, two: Passage) -> Area:
    return Area.MAIN if Area.MAIN in {one.area, two.area} else Area.CHROME


def _apart(whole: Change, one: str, two: str) -> Iterator[Change]:
    """A replaced passage; one that is too long to show as the places where its words differ, each with its context."""
    if max(len(one), len(two)) <= MAX_CHANGE_CHARACTERS:
        yield whole
        return
    for (start, end), (begin, stop) in _differences(one, two)[:MAX_SHOWN_APART]:
        yield replace(
            whole,
            before=_cut(one[: end + CONTEXT_CHARACTERS], start - CONTEXT_CHARACTERS, goes_on=len(one)),
            after=_cut(two[: stop + CONTEXT_CHARACTERS], begin - CONTEXT_CHARACTERS, goes_on=len(two)),
        )


_Span = tuple[int, int]


def _differences(one: str, two: str) -> list[tuple[_Span, _Span]]:
    """Where two texts differ, as spans of characters in each; what stands close together is one."""
    ones, twos = one.split(" "), two.split(" ")
    if len(ones) + len(twos) > MAX_WEIGHED_WORDS:
        return [((0, len(one)), (0, len(two)))]
    starts, begins = (list(accumulate((len(word) + 1 for word in words), initial=0)) for words in (ones, twos))
    found: list[tuple[_Span, _Span]] = []
    for op in _differing(ones, twos):
        here = (starts[op.src_start], max(starts[op.src_start], starts[op.src_end] - 1))
        there = (begins[op.dest_start], max(begins[op.dest_start], begins[op.dest_end] - 1))
        if found and here[0] - found[-1][0][1] < APART_CHARACTERS and there[0] - found[-1][1][1] < APART_CHARACTERS:
            here, there = (found[-1][0][0], here[1]), (found[-1][1][0], there[1])
            found.pop()
        found.append((here, there))
    return found


def _differing(ones: list[str], twos: list[str]) -> Iterator[Opcode]:
    return (op for op in LCSseq.opcodes(ones, twos) if op.tag != "equal")


def _cut(text: str, start: int, *, goes_on: int = 0) -> str:
    """*text* from *start* on, as much as is shown; `goes_on`: how long the text is that it was taken from."""
    shown = f"…{text[start + 1 :]}" if start > 0 else text
    if len(shown) > MAX_CHANGE_CHARACTERS or goes_on > len(text):
        return shown[: MAX_CHANGE_CHARACTERS - 1] + "…"
    return shown
