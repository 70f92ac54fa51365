"""Which country's dollar a bare "$" on a page is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from monitor.core.lexicon.currencies import CODES, DOLLAR, NAMES, SIGNS
from monitor.core.lexicon.finder import Signs, either

_DOLLARS = {
    **{sign: code for sign, code in SIGNS.items() if sign.endswith("$") and code != DOLLAR},
    **{sign: code for sign, code in CODES.items() if code in {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"}},
    **{name: code for _, name, code in NAMES if code in {"USD", "CAD"}},
}
_DOLLAR = re.compile(rf"(?<![A-Za-z])(?:{either(_DOLLARS)})(?![A-Za-z])")
_SIGNS = Signs(_DOLLARS)
_DIGIT_BEHIND, _DIGIT_BEFORE = re.compile(r" ?\d"), re.compile(r"\d ?\(?$")
_CONVERTED = re.compile(r"(?<![A-Za-z])\$ ?[\d,.]{1,12} ?\([^)]{0,20}$")  # "$120 ($160 CAD)": two currencies
_ALL = re.compile(
    r"\b(?:all|prices?|fees?|amounts?|costs?|rates?|listed|quoted|payable|paid|charged)\b[^.]{0,60}$", re.IGNORECASE
)
SAYING_CHARACTERS = 80
MAX_NAMED = 1_000


@dataclass(frozen=True, slots=True)
class Dollar:
    """What "$" means on a page; `sure`: nothing on it speaks against that."""

    code: str
    sure: bool


def dollar(texts: Iterable[str]) -> Dollar:
    """The dollar of a page: what it says that all its prices are in, else the only one it names, else the American."""
    named = set[str]()
    said = set[str]()
    converted = False
    naming = (text for text in texts if _SIGNS.stand_in(text))
    for match in islice((match for text in naming for match in _DOLLAR.finditer(text)), MAX_NAMED):
        named.add(_DOLLARS[match[0]])
        if _CONVERTED.search(match.string, max(0, match.start() - SAYING_CHARACTERS), match.start()):
            converted = True
        if _is_of_all(match.string, match.start(), match.end()):
            said.add(_DOLLARS[match[0]])
    if len(said) == 1:
        return Dollar(said.pop(), sure=True)
    if converted or named <= {"USD"}:
        return Dollar("USD", sure=True)
    return Dollar("USD" if "USD" in named or len(named) > 1 else named.pop(), sure=False)


def named_dollar(words: str) -> str | None:
    """The dollar that words name, as a code: "U.S. dollars", "CAD"."""
    match = _DOLLAR.search(words)
    return _DOLLARS[match[0]] if match else None


def _is_of_all(text: str, start: int, end: int) -> bool:
    """Whether a currency is named for the prices of the page, not for one sum."""
    of_one = _DIGIT_BEHIND.match(text, end) or _DIGIT_BEFORE.search(text[max(0, start - 4) : start])
    return not of_one and _ALL.search(text[max(0, start - SAYING_CHARACTERS) : start]) is not None
