"""What of a text counts when two versions are compared: its words, without what differs from visit to visit."""

import re
import unicodedata
from collections.abc import Mapping

from monitor.core.drift.lexicon import AGO, CLOCKS, CONTROLS, COUNTED, HIDDEN_ADDRESS

Key = tuple[str, ...]

MAX_PASSING_WORDS = 12  # a longer text states something, whatever counter or clock it mentions
MAX_PASSING_CHARACTERS = 200
MAX_STAMP_WORDS = 5
MAX_SETTLED_CHARACTERS = 20_000  # no block of a page that people read is as long
MIN_LOT_CHARACTERS = 16
MAX_CONTROL_CHARACTERS = 40
HIDDEN = "\u2709"  # what an address is replaced by when it may be hidden on one side

# A point or comma inside a number belongs to it. Currency signs, and signs that say how a number is meant, are words.
_WORD = re.compile(rf"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*|[$€£¥₹¢{HIDDEN}]|[<>≤≥±]=?(?=\s*\d)|(?<=\d)\+")
_YEARS = r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?"
_COPYRIGHT = re.compile(
    rf"(?:©|\bcopyright\b)\D{{0,40}}{_YEARS}|\(c\)\W{{0,3}}{_YEARS}|{_YEARS}\s{{0,3}}©", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_BUILD = re.compile(r"\d+(?:\.\d+){2,}\S*")  # 1.259.0.329: what a program calls itself; a document is version 2 or 2.1


def _any(patterns: Mapping[str, str]) -> str:
    return "|".join(patterns.values())


_AGO = re.compile(rf"(?<!than )(?:{_any(AGO)})", re.IGNORECASE)
_COUNT = r"\d[\d.,\u00a0]*\s?[km]?"
_COUNTER = re.compile(rf"\b{_COUNT}\s+(?:{_any(COUNTED)})\b|\b(?:{_any(COUNTED)})\s?[:(]\s?{_COUNT}\)?", re.IGNORECASE)
_CLOCK = re.compile(rf"\W*(?:{_any(CLOCKS)})\b", re.IGNORECASE)
_LOT = re.compile(r"\b(?=[a-f\d-]{0,40}[a-f])(?=[a-f-]{0,40}\d)[a-f\d]{8}(?:-?[a-f\d]{4}){2,16}\b", re.IGNORECASE)
_CONTROLS = frozenset().union(*CONTROLS.values())
_HIDDEN_ADDRESS = re.compile(_any(HIDDEN_ADDRESS), re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


def settled(text: str) -> str:
    """*text* without what differs from one visit to the next though nobody edited it.

    That is: copyright years, counters of views and the like, how long ago something was posted, clocks, the number of a
    program's build, tokens drawn by lot. Every other digit stays: fees and dates are digits. Nothing is left of what is
    only a button's word ("read more").
    """
    if len(text) < MAX_CONTROL_CHARACTERS and text.casefold().strip(" .…»›↑→") in _CONTROLS:
        return ""
    if len(text) > MAX_SETTLED_CHARACTERS or _DIGITS.search(text) is None:
        return text
    if "©" in text or "(c)" in text.casefold() or "copyright" in text.casefold():
        text = _COPYRIGHT.sub(_without_digits, text)
    if len(text) >= MIN_LOT_CHARACTERS:
        text = _LOT.sub("", text)
    size = text.count(" ") + 1
    if size > MAX_PASSING_WORDS or len(text) > MAX_PASSING_CHARACTERS:
        return text
    if _CLOCK.match(text):
        return ""
    if text.count(".") > 1 and (size <= MAX_STAMP_WORDS or "©" in text):
        text = _BUILD.sub("", text)
    return _COUNTER.sub(_without_digits, _AGO.sub("", text))


def with_addresses_hidden(text: str) -> str:
    """*text* with one sign for every e-mail address, be it shown or left to a script."""
    if "@" not in text and not hides_address(text):
        return text
    return _ADDRESS.sub(HIDDEN, _HIDDEN_ADDRESS.sub(HIDDEN, text))


def hides_address(text: str) -> bool:
    """Whether a script is to put an e-mail address into *text*."""
    return _HIDDEN_ADDRESS.search(text) is not None


def key(text: str) -> Key:
    """The words of a settled text, without letter case and punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return tuple(word.replace(",", ".") if "," in word else word for word in _WORD.findall(plain.casefold()))


def _without_digits(found: re.Match[str]) -> str:
    return _DIGITS.sub("", found[0])
