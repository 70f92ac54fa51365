"""How words are looked for: in any case, with any accents, spaces and punctuation."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_GOES_ON = re.compile(f"{_NO_SPACES.pattern}|[\uac00-\ud7a3]")  # in Korean, particles are set to the word
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
    """What a kind of page says, in several strengths.

    `whole`: the whole of a title, heading or line; `vague`: of a title or heading, in words that say little.
    `headlines`: within one, with a few words around it. `sentences`: anywhere, because hardly another page says them.
    `sought`: what a sentence is about that says, with one of the `predicates`, that it is amiss. `subjects`: words that
    say so with a predicate in one title or heading, however they are put. `asks`: such pages put questions.
    `known_by_its_title`: hardly another page has one of these titles, whatever it goes on to say.
    """

    whole: Phrases = field(default_factory=dict)
    headlines: Phrases = field(default_factory=dict)
    sentences: Phrases = field(default_factory=dict)
    vague: Phrases = field(default_factory=dict)
    sought: Phrases = field(default_factory=dict)
    subjects: Phrases = field(default_factory=dict)
    predicates: Phrases = field(default_factory=dict)
    asks: bool = False
    known_by_its_title: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that was found: as it is looked for, its language, and whether it says little (and weighs one less)."""

    phrase: str
    language: str
    vague: bool = False


@lru_cache(maxsize=8192)
def _plain_phrase(phrase: str) -> str:
    return plain(phrase)


@lru_cache(maxsize=8192)
def _needle(phrase: str) -> str:
    wanted = _plain_phrase(phrase).rstrip()
    return wanted.lstrip() if _NO_SPACES.search(phrase) else wanted


def _in_a_row(text: str, first: str, then: str) -> bool:
    at = text.find(_needle(first))
    after = at + len(_needle(first))
    return at >= 0 and _needle(then) in text[after : after + _MAX_GAP + len(then)]


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
        for needle, phrase in _needles(of_it):
            if needle in text and (GAP not in phrase or holds(text, phrase)):
                yield Found(phrase, language)


@lru_cache(maxsize=1024)
def _needles(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each phrase after what of it must stand in a text at least: looked for often, of many phrases at once."""
    return tuple((_needle(phrase.partition(GAP)[0]), phrase) for phrase in phrases)


def holds(text: str, phrase: str) -> bool:
    """Whether a phrase begins at a word of a plain *text*; in scripts without spaces, anywhere."""
    if GAP in phrase:
        return _in_a_row(text, *phrase.split(GAP))
    return _needle(phrase) in text


def paired(subjects: Phrases, predicates: Phrases, text: str) -> Found | None:
    """A predicate that a plain *text* holds near a subject of the same language, in whatever order."""
    for language, of_it in subjects.items():
        here = [each for needle, each in _needles(of_it) if needle in text and _holds_word(text, each)]
        said = [each for each in predicates.get(language, ()) if here and holds(text, each)]
        for subject in here:
            for predicate in said:
                for phrase in (f"{subject}{GAP}{predicate}", f"{predicate}{GAP}{subject}"):
                    if holds(text, phrase):
                        return Found(phrase, language)
    return None


def whole_words(phrases: Phrases, text: str) -> tuple[str, ...]:
    """The different *phrases* that a plain *text* holds as whole words, whatever their language."""
    return tuple(dict.fromkeys(each for of_it in phrases.values() for each in of_it if _holds_word(text, each)))


def _holds_word(text: str, word: str) -> bool:
    return _needle(word) in text if _GOES_ON.search(word) else _plain_phrase(word) in text


def is_whole(phrases: Phrases, text: str) -> Found | None:
    """The phrase that a plain *text* consists of."""
    for language, of_it in phrases.items():
        phrase = _by_plain(of_it).get(text)
        if phrase is not None:
            return Found(phrase, language)
    return None


@lru_cache(maxsize=1024)
def _by_plain(phrases: tuple[str, ...]) -> Mapping[str, str]:
    return {_plain_phrase(phrase): phrase for phrase in phrases}
