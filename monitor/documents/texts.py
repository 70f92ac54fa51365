"""What a reader of documents gives back: paragraphs, or why there are none."""

from typing import NamedTuple


class Text(NamedTuple):
    """A paragraph as it is told: its words, "main" or "chrome", the level of a heading or 0."""

    text: str
    area: str
    heading: int


class UnreadableError(Exception):
    """The document holds no text that can be read; the message says why, in words for a person."""
