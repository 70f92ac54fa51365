"""Spots of a page that hold now this and now that: how they are learned, and how two versions are told apart from them.

A spot is known by what stays around it. It is learned at once where two visits within minutes differ there, and both
show what was not there before; else only by turns: it both lost and gained lines of like size and of other words, in
two intervals or more that lie no month apart. What only gains lines, like a list of news that grows, or only loses
them, is never learned. And no line is ever passed over that states a price, a score, a date that is for something, an
address or a closure.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import xxhash
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from monitor.core.content import Area, Block, Page, PageLink, Showing
from monitor.core.drift import MAX_COMPARED_BLOCKS
from monitor.core.drift.words import settled
from monitor.core.fact import Purpose
from monitor.core.facts import facts
from monitor.core.spots import ENOUGH_TURNS, Spot, Volatile

MAX_SPOTS = 100  # of one page; those that changed last are kept
MAX_LINES = 50  # a spot with more is a part of the page, not a place on it
MAX_SHARE = 0.5  # of a page's words: two visits that differ in more were shown two pages
LIKE_SIZE = 2.0
TURNS_WITHIN = timedelta(days=30)  # what goes to and fro more slowly is edited to and fro, and each time is news
ROOM_WORDS = 10  # a spot may hold so many words more than were seen in it, as adverts do
ALIKE_FROM = 50.0  # rapidfuzz's ratio, 0 to 100: from here on one text is a new wording of the other: an edit
MAX_WEIGHED_CHARACTERS = 2_000

_FOR_SOMETHING = frozenset((Purpose.DEADLINE, Purpose.OPENING, Purpose.EFFECTIVE))


@dataclass(frozen=True, slots=True)
class Rest:
    """A version of a page without what was taken out of it."""

    title: str
    blocks: tuple[Block, ...]
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    at: int  # its position in the version's blocks
    text: str
    heading: str  # the one above it
    block: Block


@dataclass(frozen=True, slots=True)
class _Gap:
    """What two versions hold between two lines that both have."""

    spot: Spot
    heading: str
    gone: Sequence[_Line]
    new: Sequence[_Line]


def digest(line: str) -> str:
    """What a line is remembered by, "" for none."""
    return xxhash.xxh3_64_hexdigest(line.encode("utf-8", "surrogatepass")) if line else ""


def unsteady(one: Showing, two: Showing) -> tuple[Spot, ...]:
    """The spots at which two visits within minutes differ."""
    return tuple(dict.fromkeys(gap.spot for gap in _gaps(one, two)))


def apart(before: Showing, after: Showing, spots: Collection[Spot]) -> tuple[Rest, Rest]:
    """Both versions without what differs at *spots*, whatever it says."""
    return _without(before, after, (gap for gap in _gaps(before, after) if gap.spot in spots))


def apart_in_lines(before: Showing, after: Showing, alike: Callable[[str, str], bool]) -> tuple[Rest, Rest]:
    """Both versions without the lines that took each other's place and are *alike*."""
    gone, new = set[int](), set[int]()
    for gap in _gaps(before, after):
        for one, other in zip(gap.gone, gap.new, strict=False):
            if alike(one.text, other.text):
                gone.add(one.at)
                new.add(other.at)
    return _rest(before, gone), _rest(after, new)


def apart_from_noise(before: Showing, after: Showing, known: Iterable[Volatile]) -> tuple[Rest, Rest]:
    """Both versions without what differs at spots that waver, where it is of a size with what was seen there.

    Gaps that state a fact stay, whatever is known of their spots.
    """
    wavering = {each.spot: each for each in known if each.wavers}

    def is_noise(gap: _Gap) -> bool:
        held = wavering.get(gap.spot)
        if held is None or _size(gap) > LIKE_SIZE * held.words + ROOM_WORDS:
            return False
        return not any(states_facts(gap.heading, _own(side)) for side in (gap.gone, gap.new))

    return _without(before, after, (gap for gap in _gaps(before, after) if is_noise(gap)))


def learned(
    known: Sequence[Volatile], before: Showing | None, now: Showing, again: Showing | None, at: datetime
) -> tuple[Volatile, ...]:
    """What is known of a page's spots after a look that showed it as it is *now*, and perhaps *again* minutes later.

    *before* is how the look before showed it, None at the first. At the first look whatever differs within the minutes
    wavers. Later a spot that has gone back to what stood there before may be an edit that not all of a site's servers
    hold yet: it counts as one turn, if at all.
    """
    spots = {each.spot: each for each in known}
    found = _differing(before, now) if before is not None else []
    turned = {gap.spot: 1 for gap in found if _is_swap(gap)}
    if again is not None:
        within = _differing(now, again)
        earlier = {line.text for line in _lines(before.blocks)} if before is not None else set[str]()
        at_once = [gap for gap in within if before is None or _is_new_on_both_sides(gap, earlier)]
        turned.update({gap.spot: 1 for gap in within if _is_swap(gap)})
        turned.update({gap.spot: ENOUGH_TURNS for gap in at_once})
        found += within
    sizes = _sizes(found)
    for spot, turns in turned.items():
        was = spots.get(spot)
        most = max(sizes[spot], was.words if was else 0)
        before_it = was.turns if was is not None and (was.wavers or at - was.last_at <= TURNS_WITHIN) else 0
        spots[spot] = Volatile(spot, most, min(ENOUGH_TURNS, turns + before_it), at)
    latest = sorted(spots.values(), key=lambda each: each.last_at, reverse=True)
    return tuple(latest[:MAX_SPOTS])


def states_facts(heading: str, blocks: Sequence[Block]) -> bool:
    """Whether *blocks*, under *heading*, state what a reader acts on; what is too much to read is taken to do so."""
    if len(blocks) > MAX_LINES:
        return True
    told = facts(Page("", (*((Block(heading, heading=2),) if heading else ()), *blocks)))
    dated = any(each.purpose in _FOR_SOMETHING for each in told.dates)
    return bool(dated or told.money or told.scores or told.emails or told.phones or told.closures)


def _differing(one: Showing, two: Showing) -> list[_Gap]:
    """The gaps of two versions of one page; none where they are two pages, like one text in two languages."""
    found = list(_gaps(one, two))
    most = MAX_SHARE * max(_words(one.blocks), _words(two.blocks))
    return found if sum(map(_size, found)) <= most else []


def _is_swap(gap: _Gap) -> bool:
    """Whether lines went and lines of like size came that are no new wording of them."""
    less, more = sorted(_words(line.block for line in side) for side in (gap.gone, gap.new))
    if not less or more > LIKE_SIZE * less or max(map(len, (gap.gone, gap.new))) > MAX_LINES:
        return False
    gone, new = ("\n".join(line.text for line in side)[:MAX_WEIGHED_CHARACTERS] for side in (gap.gone, gap.new))
    return fuzz.ratio(gone, new) < ALIKE_FROM


def _is_new_on_both_sides(gap: _Gap, earlier: Collection[str]) -> bool:
    return all(any(line.text not in earlier for line in side) for side in (gap.gone, gap.new))


def _own(lines: Iterable[_Line]) -> tuple[Block, ...]:
    return tuple(line.block for line in lines if line.block.area is Area.MAIN)


def _gaps(before: Showing, after: Showing) -> Iterator[_Gap]:
    one, two = (_lines(side.blocks)[:MAX_COMPARED_BLOCKS] for side in (before, after))
    kept = [
        (op.src_start + n, op.dest_start + n)
        for op in LCSseq.opcodes([line.text for line in one], [line.text for line in two])
        if op.tag == "equal"
        for n in range(op.src_end - op.src_start)
    ]
    for (at, to), (end, stop) in pairwise([(-1, -1), *kept, (len(one), len(two))]):
        if end - at > 1 or stop - to > 1:
            above = two[to] if to >= 0 else None
            heading = (above.text if above.block.heading else above.heading) if above else ""
            spot = Spot(digest(heading), digest(above.text if above else ""), digest(_text(two, stop)))
            yield _Gap(spot, heading, one[at + 1 : end], two[to + 1 : stop])


def _text(lines: Sequence[_Line], at: int) -> str:
    return lines[at].text if at < len(lines) else ""


def _lines(blocks: Iterable[Block]) -> list[_Line]:
    found, heading = [], ""
    for at, block in enumerate(blocks):
        if text := settled(block.text).strip():
            found.append(_Line(at, text, heading, block))
            if block.heading and block.area is Area.MAIN:
                heading = text
    return found


def _without(before: Showing, after: Showing, noise: Iterable[_Gap]) -> tuple[Rest, Rest]:
    gone, new = set[int](), set[int]()
    for gap in noise:
        gone.update(line.at for line in gap.gone)
        new.update(line.at for line in gap.new)
    return _rest(before, gone), _rest(after, new)


def _rest(of: Showing, out: Collection[int]) -> Rest:
    return Rest(of.title, tuple(block for at, block in enumerate(of.blocks) if at not in out), of.links)


def _sizes(found: Iterable[_Gap]) -> Mapping[Spot, int]:
    sizes = dict[Spot, int]()
    for gap in found:
        sizes[gap.spot] = max(sizes.get(gap.spot, 0), _size(gap))
    return sizes


def _size(gap: _Gap) -> int:
    return max(_words(line.block for line in side) for side in (gap.gone, gap.new))


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)
