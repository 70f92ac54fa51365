"""Links of two versions that bear the same words and lead elsewhere."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from monitor.core.content import Area, PageLink
from monitor.core.look import Change, ChangeKind
from monitor.core.traces import cleaned

MAX_LINK_CHANGES = 100
MAX_SOUGHT_LINKS = 500  # whose words are looked for in the whole text

_SPACES = re.compile(r"\s+")

_Target = tuple[str, str]


def link_changes(before: Sequence[PageLink], after: Sequence[PageLink], shown: Sequence[str]) -> list[Change]:
    """The links of the pages' own text whose target changed, in page order.

    `shown`: what both versions say, in one text each. A link that came or went counts where its words stand in both:
    else the words are the change. Nothing is said of a side whose links are not known.
    """
    if not before or not after:
        return []
    one, two = (Counter(_targets(side)) for side in (before, after))
    lost, gained = one - two, two - one
    places: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, wanted, which in ((before, lost, 0), (after, gained, 1)):
        for link, target in zip(_own(side), _targets(side), strict=True):
            if wanted[target] > 0:
                wanted[target] -= 1
                places[target[0]][which].append(link.url)
    found = (
        Change(ChangeKind.LINK, was, now, Area.MAIN, words=words)
        for words, (gone, new) in islice(places.items(), MAX_SOUGHT_LINKS)
        for was, now in zip_longest(gone, new)
        if (was is not None and now is not None) or (words and all(words in text for text in shown))
    )
    return list(islice(found, MAX_LINK_CHANGES))


def _own(links: Sequence[PageLink]) -> Iterator[PageLink]:
    return (link for link in links if link.area is Area.MAIN)


def _targets(links: Sequence[PageLink]) -> Iterator[_Target]:
    return ((_SPACES.sub(" ", link.text), cleaned(link.url)) for link in _own(links))
