"""A block's text → its sentences, as spans."""

import re
from collections.abc import Iterator

# Possessive, and begun only once in a run of marks: a line of dots takes no longer than a line of words.
_END = re.compile(r"(?<![.!?])[.!?]++[\"”')\]]*+\s++(?=[\"“'(\[]?[A-ZÀ-ÞÄÖÜ0-9$€£•*])| ?[•·▪●] ?")
# fmt: off
_ABBREVIATED = frozenset((
    "approx", "ca", "vs", "dr", "mr", "mrs", "ms", "prof", "st", "no", "nr", "e.g", "i.e", "incl", "excl", "rs", "fr",
    "dept", "univ", "max", "min", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "ext", "u.s", "p.m", "a.m", "inc", "ltd", "est", "z.b", "bzw", "ph.d", "m.d",
))
# fmt: on
_LAST_WORD = re.compile(r"[\w.]{1,12}$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of *text*, in reading order; together they leave out only what parts them."""
    start = 0
    for mark in _END.finditer(text):
        if text[mark.start()] == "." and _abbreviates(text[max(0, mark.start() - 12) : mark.start()]):
            continue
        if text[start : mark.end()].strip():
            yield start, mark.end()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)


def _abbreviates(before: str) -> bool:
    last = _LAST_WORD.search(before)
    return last is not None and last[0].casefold() in _ABBREVIATED
