"""How words are looked for: in any case, with any accents, spaces and punctuation."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD_OF_SUCH = 2  # characters: about what a word has in scripts that set no spaces between words
_MAX_CHARACTERS = 20_000  # of one text; more is never asked of a short page

GAP = "…"  # in a phrase: here some words may stand
_MAX_GAP = 60  # characters

Phrases = Mapping[str, tuple[str, ...]]
"""Language (BCP 47) → phrases in it."""


def table(text: str) -> Phrases:
    """Phrases as they are written down: "en: one | two", a line per language, a line that ends with "|" goes on."""
    lines = text.replace("|\n", "| ").strip().splitlines()
    pairs = (line.partition(":")[::2] for line in lines)
    return {language.strip(): tuple(phrase.strip() for phrase in told.split("|")) for language, told in pairs}


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind of page says, in three strengths.

    `whole`: the whole of a title, heading or line. `headlines`: within one, with a few words around it. `sentences`:
    anywhere, because hardly another page says them.
    """

    whole: Phrases = field(default_factory=dict)
    headlines: Phrases = field(default_factory=dict)
    sentences: Phrases = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that was found: as it is looked for, and its language."""

    phrase: str
    language: str


@lru_cache(maxsize=8192)
def _plain_phrase(phrase: str) -> str:
    return plain(phrase)


@lru_cache(maxsize=8192)
def _needle(phrase: str) -> str:
    wanted = _plain_phrase(phrase).rstrip()
    return wanted.lstrip() if _NO_SPACES.search(phrase) else wanted


def _in_a_row(text: str, first: str, then: str) -> bool:
    at = text.find(_needle(first))
    return at >= 0 and _needle(then) in text[at : at + len(first) + _MAX_GAP + len(then)]


def plain(text: str) -> str:
    """*text* as it is searched: " page not found ". Lower case, no accents, one space around every word."""
    text = text[:_MAX_CHARACTERS]
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("ı", "i")
    return f" {_BETWEEN_WORDS.sub(' ', text.casefold()).strip()} "


def size(text: str) -> int:
    """How many words a text has, about; where a script sets no spaces, its characters are counted."""
    words = len(text.split())
    return words if text.isascii() else words + len(_NO_SPACES.findall(text)) // _WORD_OF_SUCH


def anywhere(phrases: Phrases, text: str) -> Iterator[Found]:
    """The *phrases* that stand in a plain *text*; a word may go on where a phrase ends."""
    for language, of_it in phrases.items():
        for phrase in of_it:
            if holds(text, phrase):
                yield Found(phrase, language)


def holds(text: str, phrase: str) -> bool:
    """Whether a phrase begins at a word of a plain *text*; in scripts without spaces, anywhere."""
    if GAP in phrase:
        return _in_a_row(text, *phrase.split(GAP))
    return _needle(phrase) in text


def is_whole(phrases: Phrases, text: str) -> Found | None:
    """The phrase that a plain *text* consists of."""
    for language, of_it in phrases.items():
        for phrase in of_it:
            if _plain_phrase(phrase) == text:
                return Found(phrase, language)
    return None
