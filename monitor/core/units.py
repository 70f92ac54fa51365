"""Words → what a price is counted by: "per month", "/wk", "for a 4-week elective", "monthly"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from monitor.core.lexicon.durations import NUMBERS
from monitor.core.lexicon.units import ADVERBS, ARTICLES, EACH, FOR, LASTING, PEOPLE, STAYS, UNITS

_TOKEN = re.compile(r"[^\W_]+|[/(]")
_SPANS = frozenset({"day", "week", "month"})
_MAX_NUMBER = 99
_WORDS_BEFORE_STAY = 2  # "per 4-week clinical elective"


class Standing(Enum):
    """How a unit is said, which tells how near a price it must stand."""

    EACH = auto()  # "per week", "/week", "weekly", "for two weeks", "(two weeks)"
    ARTICLE = auto()  # "a week", "for an elective"
    STAY = auto()  # "4-week elective"
    SPAN = auto()  # "4 weeks"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that stands in a text from `start` to `end`.

    `slug`: as the catalogue writes it ("month", "elective", "4-weeks"); `lasting`: how long one takes ("4-weeks").
    """

    start: int
    end: int
    slug: str
    standing: Standing
    lasting: str | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def units(text: str) -> Iterator[Unit]:
    """Every unit named in *text*, in reading order; none overlaps another."""
    tokens = [_Token(match[0].casefold(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        unit, used = _unit(tokens, at)
        if unit is not None:
            yield unit
        at += max(1, used)


def canonical(slug: str | None) -> str | None:
    """One name for units that are the same: "rotation", "clerkship" are "elective"; "person" is none at all."""
    if slug is None:
        return None
    found = next(units(f"per {slug.replace('-', ' ')}"), None)
    name = found.slug if found is not None else slug
    return "elective" if name in STAYS else None if name in PEOPLE else name


def _unit(tokens: list[_Token], at: int) -> tuple[Unit | None, int]:
    """The unit that begins at a token, and how many tokens it takes."""
    token = tokens[at]
    if token.word in _ADVERB:
        return Unit(token.start, token.end, _ADVERB[token.word], Standing.EACH), 1
    ahead = at + 1
    standing = Standing.SPAN
    if token.word in _EACH or token.word in {"/", "("} or token.word in _FOR:
        standing = Standing.EACH
        if ahead < len(tokens) and tokens[ahead].word in _ARTICLE:
            ahead += 1
        slug, lasting, end = _what(tokens, ahead, named=token.word in _EACH or token.word == "/")
        if slug is None and token.word in _FOR and ahead > at + 1:
            slug, lasting, end = _what(tokens, ahead, named=True, far=0)
            standing = Standing.ARTICLE
    elif token.word in _ARTICLE and _number(tokens, ahead) is None:
        standing = Standing.ARTICLE
        slug, lasting, end = _what(tokens, ahead, named=True, far=0)
    else:
        slug, lasting, end = _what(tokens, at, named=False)
        standing = Standing.STAY if lasting else Standing.SPAN
    if slug is None:
        return None, 0
    return Unit(token.start, tokens[end - 1].end, slug, standing, lasting), end - at


def _what(
    tokens: list[_Token], at: int, *, named: bool, far: int = _WORDS_BEFORE_STAY
) -> tuple[str | None, str | None, int]:
    """A unit without what leads to it: "4-week elective", "four weeks"; and "elective" alone where *named* is true.

    Its slug, how long it lasts, and the token behind it; at most *far* other words stand before its noun.
    """
    count = _number(tokens, at)
    if count is not None:
        at += 1
        if at + 1 < len(tokens) and tokens[at].word == "(" and _number(tokens, at + 1) == count:  # "four (4) weeks"
            at += 2
        span, used = _noun(tokens, at)
        if span not in _SPANS:
            return None, None, at
        length = span if count == 1 else f"{count}-{span}s"
        stay, end = _noun_within(tokens, at + used, far)
        return (stay, length, end) if stay in LASTING else (length, None, at + used)
    if named:
        noun, end = _noun_within(tokens, at, far)
        return noun, None, end
    return None, None, at


def _noun_within(tokens: list[_Token], at: int, far: int) -> tuple[str | None, int]:
    for begin in range(at, min(at + far, len(tokens) - 1) + 1):
        noun, used = _noun(tokens, begin)
        if noun is not None:
            return noun, begin + used
        if begin < len(tokens) and tokens[begin].word in {"/", "(", "and", "or", "of", "in", "the", "to"}:
            return None, at
    return None, at


def _noun(tokens: list[_Token], at: int) -> tuple[str | None, int]:
    """The noun of a unit that begins at a token, the longest first, and how many tokens it takes."""
    for length in (2, 1):
        if at + length <= len(tokens):
            words = " ".join(token.word for token in tokens[at : at + length])
            noun = _NOUNS.get(words) or _NOUNS.get(words.removesuffix("s"))
            if noun is not None:
                return noun, length
    return None, 0


def _number(tokens: list[_Token], at: int) -> int | None:
    if at >= len(tokens):
        return None
    word = tokens[at].word
    if word.isascii() and word.isdecimal() and len(word) < 3:
        return int(word) if 0 < int(word) <= _MAX_NUMBER else None
    return NUMBERS.get(word)


def _slugs(rows: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    return {word.strip().casefold(): unit for unit, _, line in rows for word in line.split(",")}


def _set(rows: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(word.strip().casefold() for _, line in rows for word in line.split(","))


_NOUNS, _ADVERB = _slugs(UNITS), _slugs(ADVERBS)
_EACH, _FOR, _ARTICLE = _set(EACH), _set(FOR), _set(ARTICLES)
