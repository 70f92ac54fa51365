"""A block's text → its sentences, as spans."""

import re
from collections.abc import Iterator

# Possessive, and begun only once in a run of marks: a line of dots takes no longer than a line of words.
_END = re.compile(r"(?<![.!?])[.!?]++[\"”')\]]*+\s++(?=[\"“'(\[]?[A-ZÀ-ÞÄÖÜ0-9$€£•*])| ?[•·▪●] ?")
# "Application fee ........ $ 125"
_LEADER = re.compile(r"(?<![.…])(?<!\. )(?:\.{3,}+|…{2,}+|(?:\. ){3,}+)\s?(?=[$€£\d])")
_LED_TO = re.compile(rf"{_LEADER.pattern}[$€£]? ?\d[\d.,]{{0,12}}(?: ?[A-Z]{{3}}\b)?\s*+")
# fmt: off
_ABBREVIATED = frozenset((
    "approx", "ca", "vs", "dr", "mr", "mrs", "ms", "prof", "st", "no", "nr", "e.g", "i.e", "incl", "excl", "rs", "fr",
    "dept", "univ", "max", "min", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "ext", "u.s", "p.m", "a.m", "inc", "ltd", "est", "z.b", "bzw", "ph.d", "m.d",
))
# fmt: on
_MARK = re.compile(r"[.!?•·▪●]")
_LAST_WORD = re.compile(r"[\w.]{1,12}$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of *text*, in reading order; together they leave out only what parts them."""
    start = 0
    for mark in _ends(text):
        if text[mark.start()] == "." and _abbreviates(text[max(0, mark.start() - 12) : mark.start()]):
            continue
        if text[start : mark.end()].strip():
            yield start, mark.end()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)


def _ends(text: str) -> Iterator[re.Match[str]]:
    """Where sentences may end; in a list with dotted lines, behind the value that each line leads to."""
    if not _MARK.search(text) and "…" not in text:
        return iter(())
    dotted = "..." in text or "……" in text or ". . . " in text
    led = {mark.start(): mark for mark in _LED_TO.finditer(text)} if dotted else {}
    if not led:
        return _END.finditer(text)
    marks = [mark for mark in _END.finditer(text) if mark.start() not in led]
    return iter(sorted((*marks, *led.values()), key=lambda mark: mark.end()))


def _abbreviates(before: str) -> bool:
    last = _LAST_WORD.search(before)
    return last is not None and last[0].casefold() in _ABBREVIATED
