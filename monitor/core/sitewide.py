"""Lines that came or went on many pages of a host within a week: one event of the site, not one of each page."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.core.content import Area, Showing
from monitor.core.drift.passages import gaps, passages, unmatched
from monitor.core.drift.words import settled
from monitor.core.volatile import Rest, digest

ENOUGH_PAGES = 3
WITHIN = timedelta(days=7)
REMEMBERED_FOR = timedelta(days=365)  # a page that nobody reviews still shows what the site changed
MAX_LINES = 200  # of one change of one page


@dataclass(frozen=True, slots=True)
class Altered:
    """A line (by its digest) that came to or went from the own text of the page at `url`."""

    url: str
    line: str
    at: datetime


def altered(before: Showing, now: Showing) -> tuple[str, ...]:
    """The digests of the lines of its own text that a page lost and gained."""
    one, two = passages(before.blocks, now.blocks)
    own = {each.settled for each in (*one, *two) if each.area is Area.MAIN and each.key}
    lost, gained = unmatched(gaps(one, two))
    lines = [text for text in dict.fromkeys((*lost, *gained)) if text in own]
    return tuple(digest(text.strip()) for text in lines[:MAX_LINES])


def site_wide(found: Iterable[Altered]) -> Mapping[str, frozenset[str]]:
    """The lines that came or went on at least three pages within a week, each with those pages."""
    by_line = defaultdict[str, list[Altered]](list)
    for each in found:
        by_line[each.line].append(each)
    pages = {line: _within_a_week(all_of) for line, all_of in by_line.items()}
    return {line: urls for line, urls in pages.items() if len(urls) >= ENOUGH_PAGES}


def _within_a_week(found: Iterable[Altered]) -> frozenset[str]:
    """The pages of all weeks in which there were enough."""
    urls, week, pages = set[str](), deque[Altered](), Counter[str]()
    for each in sorted(found, key=lambda each: each.at):
        week.append(each)
        pages[each.url] += 1
        while each.at - week[0].at > WITHIN:
            pages -= Counter((week.popleft().url,))
        if len(pages) >= ENOUGH_PAGES:
            urls |= set(pages)
    return frozenset(urls)


def without_lines(of: Showing, lines: Collection[str]) -> Rest:
    """A version of a page without the lines that go by these digests."""
    blocks = tuple(block for block in of.blocks if digest(settled(block.text).strip()) not in lines)
    return Rest(of.title, blocks, of.links)


def pages_of(before: Showing, now: Showing, lines: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The pages that share what two versions of one of them differ in."""
    return frozenset().union(*(lines[line] for line in altered(before, now) if line in lines))
