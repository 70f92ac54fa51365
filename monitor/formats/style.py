"""Lines for a terminal: what is coloured, how wide words are, where a line breaks."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from monitor.core.listing import Severity

MIN_WIDTH = 24


class Tone(Enum):
    """How a piece of text is set off; the value is the parameter of ECMA-48's SGR sequence."""

    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    STRONG = "1"
    FAINT = "2"
    REMOVED = "31"
    ADDED = "32"


SEVERITY = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.NOTE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Whether colours are wanted. Without them the words say the same."""

    ansi: bool = False

    def paint(self, text: str, tone: Tone | None) -> str:
        """*text* in a tone; it must be safe already."""
        return f"\x1b[{tone.value}m{text}\x1b[0m" if self.ansi and tone is not None and text else text


PLAIN = Style()


def columns(text: str) -> int:
    """How many columns of a terminal *text* takes: East Asian wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> Iterator[str]:
    """The lines of *text*, broken between words, with *first* before the first line and *rest* before the others.

    A word that is wider than the line (an address) is not broken: it stays whole for a click and a copy.
    """
    line, used, empty = first, columns(first), True
    limit = max(width, MIN_WIDTH)
    for word in text.split(" "):
        wide = columns(word)
        if not empty and used + 1 + wide > limit:
            yield line.rstrip(" ")
            line, used, empty = rest, columns(rest), True
        line, used, empty = (line + word, used + wide, False) if empty else (f"{line} {word}", used + 1 + wide, False)
    yield line.rstrip(" ")


def counted(count: int, one: str, many: str | None = None) -> str:
    """ "1 link", "1,200 links"; *many* where the plural is not made with "s"."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
