"""Foreign words made fit to be shown: nothing in them moves a cursor, turns the line round or hides."""

import re
import unicodedata

# Controls, format characters (bidi, zero-width, tags), lone surrogates, line and paragraph separators.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Characters of other categories that are drawn as nothing: joiners, fillers, blank braille, Mongolian selectors.
_DRAWN_AS_NOTHING = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2065\u2800\u3164\uffa0\ufff0\ufff1\ufff2\ufff3\ufff4\ufff5\ufff6\ufff7\ufff8"
)
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BLANKS = re.compile(r"[ \t\r\n\u00a0]+")


def safe(text: str, *, newlines: bool = False) -> str:
    """*text* with every character that is not drawn written out (`\\x1b`, `\\u202e`); *newlines* lets `\\n` stand."""
    if text.isprintable() and _DRAWN_AS_NOTHING.isdisjoint(text):
        return text
    return "".join(char if (newlines and char == "\n") or not is_hidden(char) else _written(char) for char in text)


def line(text: str, limit: int) -> str:
    """*text* on one line, safe, cut with "…" where it is longer than *limit* characters before it is made safe."""
    return safe(cut(_BLANKS.sub(" ", text[: 4 * limit]).strip(), limit))


def cut(text: str, limit: int) -> str:
    """At most *limit* characters of *text*; "…" stands for the rest."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def is_hidden(char: str) -> bool:
    """Whether a character is not drawn, or does something instead of being drawn."""
    return unicodedata.category(char) in _HIDDEN_CATEGORIES or char in _DRAWN_AS_NOTHING


def _written(char: str) -> str:
    if char in _NAMED:
        return _NAMED[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
