"""What a clause asks for by naming an exam: that it be taken, that it would be welcome, that it need not be."""

import re
from collections.abc import Mapping

from monitor.core.fact import Stance
from monitor.core.facts.lexicon import stances as words


def _compiled(told: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in told.values()), re.IGNORECASE)


_NOT_REQUIRED, _WAIVED, _NO_WAIVER = _compiled(words.NOT_REQUIRED), _compiled(words.WAIVED), _compiled(words.NO_WAIVER)
_FOR_SOME, _PREFERRED, _REQUIRED = _compiled(words.FOR_SOME), _compiled(words.PREFERRED), _compiled(words.REQUIRED)
_NO_REQUIREMENT, _BELOW_A_LINE = _compiled(words.NO_REQUIREMENT), _compiled(words.BELOW_A_LINE)
_NOT_NOW, _NOW_ANOTHER = _compiled(words.NOT_NOW), _compiled(words.NOW_ANOTHER)
_NO_MINIMUM, _TAKEN_BEFORE = _compiled(words.NO_MINIMUM), _compiled(words.TAKEN_BEFORE)
_CATEGORY, _WISHED_NUMBER = _compiled(words.CATEGORY), _compiled(words.WISHED_NUMBER)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_STRONG = re.compile(r"\brequired\b|\bmust\b|mandatory", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"”’)]?$")
_NO = re.compile(r"\s*(?:no|nein|non|não)\b(?!\s+(?:later|more))", re.IGNORECASE)
_YES = re.compile(r"\s*(?:yes|sí|ja|oui|sim)\b", re.IGNORECASE)


def stance(clause: str) -> Stance | None:
    """What *clause* asks for, None where it does not say. A question asks the reader, not the applicant."""
    if _QUESTION.search(clause.rstrip()):
        return None
    clause = _TAKEN_BEFORE.sub(" ", _NO_MINIMUM.sub(" ", _WISHED_NUMBER.sub(" ", without_the_past(clause))))
    if _NOT_NOW.search(clause):
        return Stance.MENTIONED
    if _NOW_ANOTHER.search(clause):
        return Stance.REQUIRED
    if _NOT_REQUIRED.search(clause):
        if _PREFERRED.search(clause):
            return Stance.PREFERRED  # "not required, but recommended"
        return Stance.WAIVED if _FOR_SOME.search(clause) else Stance.NOT_REQUIRED
    if _NO_REQUIREMENT.search(clause) and not _BELOW_A_LINE.search(clause):
        return Stance.MENTIONED
    if _WAIVED.search(clause):
        return Stance.REQUIRED if _NO_WAIVER.search(clause) else Stance.WAIVED
    if _PREFERRED.search(clause):
        return Stance.REQUIRED if _STRONG.search(clause) else Stance.PREFERRED
    return Stance.REQUIRED if _REQUIRED.search(clause) else None


def without_the_past(text: str) -> str:
    """*text*, as long as before, without what its brackets say of another time: "5 (formerly 100)"."""
    return _IN_BRACKETS.sub(lambda told: " " * len(told[0]) if _NOT_NOW.search(told[0]) else told[0], text)


def is_a_category(label: str) -> bool:
    """Whether *label* only says what kind of thing comes behind it."""
    return _CATEGORY.fullmatch(label.strip(" :")) is not None


def asks_for_no_points(clause: str) -> bool:
    """Whether *clause* says that there is no minimum score."""
    return _NO_MINIMUM.search(clause) is not None


def answered(question: str, answer: str) -> Stance | None:
    """What an *answer* to "Is the TOEFL required?" asks for, None where *question* asks something else."""
    if not _QUESTION.search(question.rstrip()) or not _REQUIRED.search(question):
        return None
    if _NO.match(answer):
        return Stance.WAIVED if _FOR_SOME.search(answer) else Stance.NOT_REQUIRED
    return Stance.REQUIRED if _YES.match(answer) else None
