"""Where exams are named in a text: TOEFL and its kin, the Steps, certificates."""

import re
from collections.abc import Iterator
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

_BY_NAME = {exam.name: exam for exam in EXAMS}
_WRITTEN = re.compile(
    "|".join(rf"(?P<x{n}>\b(?:{'|'.join(exam.written)}))(?!\w)" for n, exam in enumerate(EXAMS) if exam.written),
    re.IGNORECASE,
)
_LETTERS = re.compile(
    "|".join(rf"(?P<x{n}>\b(?:{'|'.join(exam.letters)})\b)" for n, exam in enumerate(EXAMS) if exam.letters)
)
_BARE = re.compile("|".join(rf"(?P<x{n}>\b{step})" for n, step in enumerate(BARE_STEPS.values())), re.IGNORECASE)
_FURTHER = re.compile(
    r"\s{0,2}(?:,|&|/|and|or|,\s?and)\s{0,2}(?:"
    + "|".join(f"(?P<x{n}>{step})" for n, step in enumerate(FURTHER_STEPS.values()))
    + ")",
    re.IGNORECASE,
)
_STEPS = tuple(BARE_STEPS)
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
    if not names_any(text):
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


def names_any(text: str) -> bool:
    """Whether *text* may name an exam: False is certain."""
    lowered = text.lower()
    return any(sign in lowered for sign in SIGNS)


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
