"""Where exams are named in a text: TOEFL and its kin, the Steps, certificates."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitor.core.facts.lexicon.exams import (
    ANY_ENGLISH_TEST,
    BARE_STEPS,
    ENGLISH_TESTS,
    EXAMS,
    FURTHER_STEPS,
    SIGNS,
    Exam,
)
from monitor.core.lexicon.finder import Signs

_BY_NAME = {exam.name: exam for exam in EXAMS}


def _numbered(patterns: Iterable[str]) -> str:
    """One pattern of several, each a group that is called by its number; an empty one is left out."""
    return "|".join(f"(?P<x{n}>{each})" for n, each in enumerate(patterns) if each)


_WRITTEN = re.compile(rf"\b(?:{_numbered('|'.join(exam.written) for exam in EXAMS)})(?!\w)", re.IGNORECASE)
_LETTERS = re.compile(rf"\b(?:{_numbered('|'.join(exam.letters) for exam in EXAMS)})\b")
_BARE = re.compile(rf"\b(?:{_numbered(BARE_STEPS.values())})", re.IGNORECASE)
_FURTHER = re.compile(
    rf"\s{{0,2}}(?:,|&|/|and|or|,\s?and)\s{{0,2}}(?:{_numbered(FURTHER_STEPS.values())})", re.IGNORECASE
)
_STEPS, _SIGNS = tuple(BARE_STEPS), Signs(SIGNS)
_BESIDE_STEPS = re.compile(
    r"usmle|\bscores?\b|exam|\b(?:ck|cs)\b|\bpass|attempt|ecfmg|toefl|\bboards?\b|required|\btaken\b|licens|comlex",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(r"\s*(?:[:.)–—-]|\|)")
_SAYS_MORE = re.compile(r"usmle|\bscores?\b|\bpass|\b(?:ck|cs)\b", re.IGNORECASE)
_MAX_MENTIONS = 60  # in one passage


@dataclass(frozen=True, slots=True)
class Mention:
    """An exam that is named from `start` to `end`."""

    exam: Exam
    start: int
    end: int


def mentions(text: str, around: str = "", *, after_steps: bool = False) -> tuple[Mention, ...]:
    """The exams that *text* names, in order and apart.

    A bare "Step 1" is known by *around*, the headings of the text, or because it comes *after_steps* of the USMLE.
    """
    if not _SIGNS.stand_in(text):
        return ()
    each = sorted(_each(text, around, after_steps=after_steps), key=lambda mention: (mention.start, -mention.end))
    apart: list[Mention] = []
    for mention in each:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    if any(mention.exam.name.startswith("USMLE Step") for mention in apart):
        apart = [mention for mention in apart if mention.exam.name != "USMLE"]
    if any(mention.exam.name in ENGLISH_TESTS for mention in apart):
        apart = [mention for mention in apart if mention.exam.name != ANY_ENGLISH_TEST]
    return tuple(apart[:_MAX_MENTIONS])


def may_name_any(text: str) -> bool:
    """Whether *text* may name an exam: False is certain."""
    return _SIGNS.stand_in(text) and any(pattern.search(text) for pattern in (_WRITTEN, _LETTERS, _BARE))


def _each(text: str, around: str, *, after_steps: bool) -> Iterator[Mention]:
    for pattern in (_WRITTEN, _LETTERS):
        for match in pattern.finditer(text):
            exam = EXAMS[_number(match)]
            yield Mention(exam, match.start(), match.end())
            if exam.name.startswith("USMLE Step"):
                yield from _further(text, match.end())
    if _BESIDE_STEPS.search(text) or after_steps or "usmle" in around.lower():
        for match in _BARE.finditer(text):
            if match.start() == 0 and _INSTRUCTION.match(text, match.end()) and not _SAYS_MORE.search(text + around):
                continue
            yield Mention(_BY_NAME[_STEPS[_number(match)]], match.start(), match.end())
            yield from _further(text, match.end())


def _further(text: str, end: int) -> Iterator[Mention]:
    """ "Steps 1, 2 CK and 3" names three."""
    while match := _FURTHER.match(text, end):
        yield Mention(_BY_NAME[_STEPS[_number(match)]], match.start(str(match.lastgroup)), match.end())
        end = match.end()


def _number(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])
