"""What of a text counts when two versions are compared: its words, without what differs from visit to visit."""

import re
import unicodedata

from monitor.core.drift.lexicon import HIDDEN_ADDRESS
from monitor.core.drift.passing import without_passing

Key = tuple[str, ...]

MAX_SETTLED_CHARACTERS = 20_000  # no block of a page that people read is as long
HIDDEN = "\u2709"  # what an address is replaced by when it may be hidden on one side

# A point or comma inside a number belongs to it. Currency signs, and signs that say how a number is meant, are words.
_WORD = re.compile(rf"[^\W_]+(?:(?<=\d)[.,](?=\d)[^\W_]+)*|[$€£¥₹¢{HIDDEN}]|[<>≤≥±]=?(?=\s*\d)|(?<=\d)\+")
_HIDDEN_ADDRESS = re.compile("|".join(HIDDEN_ADDRESS.values()), re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


def settled(text: str) -> str:
    """*text* without what differs from one visit to the next though nobody edited it, as `passing` tells it."""
    return text if len(text) > MAX_SETTLED_CHARACTERS else without_passing(text)


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
