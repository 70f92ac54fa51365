"""Whether two pages show the same, but for what a server writes into any page: the address, a number drawn by lot."""

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

from monitor.core.content import Block

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 5  # with less on it, a page says nothing that another could say as well
_MOST_NUMBERS = 2  # a date and a number of the visit
_DIGIT = re.compile(r"\d")
_ALWAYS_APART = ("http", "https", "www")


def nearly_same(one: Iterable[Block], two: Iterable[Block], addresses: Iterable[str]) -> bool:
    """Whether two texts have the same words, wherever they stand.

    The words of the *addresses* under which they were asked for do not count, nor do `_MOST_NUMBERS` of those with a
    digit: error pages repeat the address and number their visits. Any other word that differs makes two pages of them.
    """
    here, there = _words(one), _words(two)
    if min(here.total(), there.total()) < _FEWEST_WORDS:
        return False
    apart = {*_ALWAYS_APART, *(word for url in addresses for word in _WORD.findall(unquote(url).casefold()))}
    return all(_is_noise(left, apart) for left in (here - there, there - here))


def _is_noise(left: Counter[str], apart: set[str]) -> bool:
    rest = [word for word in left.elements() if word not in apart]
    return len(rest) <= _MOST_NUMBERS and all(_DIGIT.search(word) for word in rest)


def _words(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(word for block in blocks for word in _WORD.findall(block.text.casefold()))
