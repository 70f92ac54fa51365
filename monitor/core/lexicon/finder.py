"""Phrases in a text: the longest that begins at each word, in one walk over the words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

_WORD = re.compile(r"[^\W_]+")
_MIN_PLURAL = 4  # "gas", "bls" and "is" are no plurals


@dataclass(frozen=True, slots=True)
class Hit(Generic[Meaning]):
    """A phrase that stands in a text from `start` to `end`, and what it means."""

    start: int
    end: int
    meaning: Meaning


class Finder(Generic[Meaning]):
    """Finds phrases without regard to letter case, plural "s", hyphens and the width of gaps; time is linear."""

    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        """*phrases*: what to look for, each with its meaning."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in phrases.items():
            words = tuple(_plain(word) for word in _WORD.findall(phrase))
            self._by_first.setdefault(words[0], []).append((words, meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[Hit[Meaning]]:
        """Every phrase in *text* in reading order; none overlaps another."""
        words = [(_plain(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            for phrase, meaning in self._by_first.get(words[at][0], ()):
                if all(
                    at + i < len(words) and words[at + i][0] == word and (i == 0 or _joined(text, words, at + i))
                    for i, word in enumerate(phrase)
                ):
                    yield Hit(words[at][1], words[at + len(phrase) - 1][2], meaning)
                    at += len(phrase) - 1
                    break
            at += 1


class Signs:
    """Parts of words, without one of which a slower search would find nothing: looked for first, because that is fast.

    They are held against `folded` text; one that holds another is not looked for.
    """

    def __init__(self, signs: Iterable[str]) -> None:
        """*signs* in whatever letter case."""
        each = {folded(sign) for sign in signs}
        self._least = tuple(sorted(sign for sign in each if not any(o in sign for o in each if o != sign)))

    def stand_in(self, text: str) -> bool:
        """Whether *text* holds one of them; False is certain."""
        plain = folded(text)
        for sign in self._least:  # noqa: SIM110 - a generator costs as much as what it looks for
            if sign in plain:
                return True
        return False


def either(words: Iterable[str]) -> str:
    """A pattern of *words*, the longest first; those of one first letter stand together, because that is fast."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())


def folded(word: str) -> str:
    """A word in lower case as a pattern that ignores case takes it: "ſıx" is what "six" matches."""
    return word.casefold().replace("ı", "i").replace("i\u0307", "i")


def _plain(word: str) -> str:
    folded = word.casefold()
    return folded[:-1] if len(folded) >= _MIN_PLURAL and folded.endswith("s") and not folded.endswith("ss") else folded


def _joined(text: str, words: list[tuple[str, int, int]], at: int) -> bool:
    """Whether nothing but a space, a hyphen or an apostrophe parts a word from the one before; "U.S." is two words."""
    before = words[at - 1]
    return not text[before[2] : words[at][1]].strip(" -‐‑–'’." if before[2] - before[1] == 1 else " -‐‑–'’")
