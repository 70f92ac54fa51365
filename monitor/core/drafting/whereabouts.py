"""City and state, where a page gives a postal address in the United States."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from monitor.core.drafting.lexicon import STATES, STREETS
from monitor.core.drafting.model import Found
from monitor.core.facts.setting import around
from monitor.core.verdict import Reading

MAX_CITY_WORDS = 4
_MAX_ADDRESSES = 100
_MAX_BLOCKS = 5_000
_MAX_LINE = 2_000  # characters; an address stands in a short line, or at the end of a paragraph
_BEFORE_CHARACTERS = 60  # in which the city stands
_NO_ZIP = "no postal code stands beside it"
_SEVERAL = "the page names several places"
_CODES = {name.casefold(): code for code, name in STATES}
_STATE = re.compile(
    r"(?<=[ ,])(?:(?P<name>"
    + "|".join(name for _, name in sorted(STATES, key=lambda state: -len(state[1])))
    + r")|(?P<code>"
    + "|".join(code for code, _ in STATES)
    + r"))\b(?P<zip>[ ,|]{1,3}\d{5}(?:-\d{4})?\b)?"
)
_PARTS = re.compile(r"[,|;•·]")
_CITY_WORD = re.compile(r"[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]*){0,3}")
_STREET = frozenset(word for _, line in STREETS for word in line.split())


def whereabouts(reading: Reading) -> tuple[Found[str] | None, Found[str] | None]:
    """City and state of the address that the page gives; in doubt without a postal code, and where there are several.

    "Miami, FL 33136" is one, and so is "Miami, Florida" in a line without a code.
    """
    lines = (block.text[-_MAX_LINE:] for block in reading.blocks[:_MAX_BLOCKS])
    addresses = list(islice((found for line in lines for found in _in(line)), _MAX_ADDRESSES))
    coded = [(place, quote) for place, quote, has_code in addresses if has_code]
    places = coded or [(place, quote) for place, quote, _ in addresses]
    if not places:
        return None, None
    counted = Counter(place for place, _ in places).most_common()
    city, state = counted[0][0]
    quote = next(words for place, words in places if place == counted[0][0])
    tied = len(counted) > 1 and counted[1][1] == counted[0][1]
    doubt = _SEVERAL if tied else "" if coded else _NO_ZIP
    return Found(city, quote, doubt), Found(state, quote, doubt)


def _in(text: str) -> Iterator[tuple[tuple[str, str], str, bool]]:
    """Each city with its state, the words around them, and whether a postal code stands behind them."""
    for match in _STATE.finditer(text):
        before = text[max(0, match.start() - _BEFORE_CHARACTERS) : match.start()]
        city = _city(before) if match["zip"] or before.rstrip(" ").endswith(",") else None
        if city is not None:
            code = match["code"] or _CODES[match["name"].casefold()]
            yield (city, code), around(text, match.start(), match.end()), match["zip"] is not None


def _city(before: str) -> str | None:
    """The name that ends right before a state: "1611 NW 12th Avenue, Miami, " holds Miami."""
    words = _PARTS.split(before.rstrip(" ,"))[-1].split()
    begin = len(words)
    while begin > 0 and len(words) - begin < MAX_CITY_WORDS and _is_of_a_city(words, begin - 1):
        begin -= 1
    return " ".join(words[begin:]) or None


def _is_of_a_city(words: Sequence[str], at: int) -> bool:
    """Whether a word can stand in the name of a city; "St." is a saint only where no street's name goes before it."""
    if not _CITY_WORD.fullmatch(words[at]):
        return False
    plain = words[at].casefold().strip(".")
    if plain == "st" and at + 1 < len(words):
        return at == 0 or not _CITY_WORD.fullmatch(words[at - 1]) or words[at - 1].casefold().strip(".") in _STREET
    return plain not in _STREET
