"""The numbers of a text that are points of an exam: with how they are meant, and for which skills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monitor.core.facts.lexicon.exams import EACH_SECTION, SECTIONS
from monitor.core.listing import Comparison

_NUMBER = re.compile(
    r"(?<![\w.,$€£#%:-])(?P<low>\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?P<range>-|–|—|to|"
    r"and)\s?(?P<high>\d{1,3}(?:[.,]\d{1,2})?))?(?P<plus>\s?\+)?(?![\w%:]|[.,]\d|\s?(?:%|percent|years?\b|yrs?\b|"
    r"months?|weeks?|days?|hours?|minutes?|attempts?|times?\b|st\b|nd\b|rd\b|th\b|usd|dollars|credits?|copies|pages?|"
    r"(?:[a-z-]+\s){1,3}(?:credits?|credit hours|units|courses)\b|"
    r"[ap]\.?m\b|questions|students|applicants|electives?|rotations?))",
    re.IGNORECASE,
)
_NOT_POINTS = re.compile(
    r"(?:codes?(?: is)?|numbers?|no\.|within|last|past|section|chapter|room|building|floor|box|street|hall|suite|"
    r"ext\.?|pages?|form|version|since|average|mean|median|typical(?:ly)?|usual(?:ly)?|limit|maximum|no more than|"
    r"not more than|up to|out of|scale of|scale|every|attempts?)(?: score)?(?: of| was| is| the)*[\s:#(]*$",
    re.IGNORECASE,
)
_A_SCALE_AFTER = re.compile(r"\s*(?:-?point)? ?scale", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:\babove|greater than|more than|\bover|higher than|exceed(?:s|ing)?|better than|>)(?: (?:a|an|the|score|total|"
    r"of|points))*\s*$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|never)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_ASKED_BEFORE = re.compile(
    r"scores?\b|minimum|\bmin\b|at least|less than|lower than|below|above|greater|more than|higher|\bover\b|between|"
    r"\bstays?\b|remains?\b|accepted\b|total|overall|points|band|≥|>|=|equivalent|puntuación|puntaje|mindestens|"
    r"au moins",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"\s*(?:points\s*)?(?:\+|\(?(?:or|and) (?:higher|above|better|more|greater|over|up)|minimum|at least|points|"
    r"overall|or \d|(?:on|in) the|total|\(|(?:internet|paper|computer|ibt|pbt|cbt)\b|required|preferred|recommended)",
    re.IGNORECASE,
)
_SKILLS = {word: name for name, words in SECTIONS.items() for word in words.split("|")}
_SKILL = rf"(?:{'|'.join(sorted(_SKILLS, key=len, reverse=True))})"
_SKILLS_NAMED = rf"{_SKILL}(?:(?:\s?[,/&]\s?|,?\s(?:and|or)\s|\s?\+\s?)(?:the )?{_SKILL})*"
_ITS_OWN_NUMBER = (
    r"(?:\s(?:sections?|scores?))?[\s:=≥>–-]{1,4}"
    r"(?:(?:of|at|least|minimum|above|min\.?|score|must|be|is)\s){0,4}\d"
)
"""In "100 (speaking 26)" the skill has a number of its own."""
_SKILLS_AFTER = re.compile(
    r"(?:\s?(?:points?|(?:or|and) (?:higher|above|better|more|greater|over)|minimum|\+))*"
    rf"(?:[\s(]{{1,2}}(?:(?:on|in|for|of)\s)?(?:(?:the|its|your|both|on)\s)?(?P<skills>{_SKILLS_NAMED})\b(?!{_ITS_OWN_NUMBER})|"
    rf"\s(?:on|in|for|of|per)\s(?:the\s)?(?P<each>{EACH_SECTION})\b)",
    re.IGNORECASE,
)
_SKILLS_BEFORE = re.compile(
    rf"\b(?:(?P<skills>{_SKILLS_NAMED})|(?P<each>{EACH_SECTION}))\b"
    r"(?:[\s)®]*(?:sections?|parts?|scores?|bands?|components?|subscores?|skills?|tests?|portions?))*[\s:=|"
    r"(–-]*(?:(?:of|at|least|above|minimum|an?|must|be|is|are|greater|than|over|more|below|less|under|lower|scores?|"
    r"min\.?|no|not|higher|≥|>|with|should|points|each|the|tests?|scoring|scored)[\s:=|(]*)*$",
    re.IGNORECASE,
)
_REACH_BEFORE, _REACH_AFTER = 90, 60  # characters
_ONE_SKILL = re.compile(_SKILL, re.IGNORECASE)
_EACH = re.compile(rf"\b{EACH_SECTION}\b", re.IGNORECASE)
_FROM_ANOTHER = re.compile(
    r"(?:raised|increased|lowered|reduced|changed|up|down|moved)\b[^.;]{0,30} from $", re.IGNORECASE
)
_MAX_POINTS = 40  # in one passage


@dataclass(frozen=True, slots=True)
class Points:
    """A number from `start` to `end`. `sections`: () for the exam as a whole; `asked`: words say that it counts."""

    start: int
    end: int
    value: Decimal
    comparison: Comparison
    upto: Decimal | None
    sections: tuple[str, ...]
    asked: bool


def points(text: str) -> tuple[Points, ...]:
    """The numbers of *text* that may be points, in order. Names of exams and dates must be blanked out before."""
    there: list[Points] = []
    for match in _NUMBER.finditer(text):
        there.extend(_told(text, match))
        if len(there) >= _MAX_POINTS:
            break
    return tuple(there)


def skills(head: str) -> tuple[str, ...]:
    """The skills that the head of a column names, all of them where it speaks of each: "Speaking", "Each section"."""
    if _EACH.search(head):
        return tuple(SECTIONS)
    return tuple(dict.fromkeys(_SKILLS[word.lower()] for word in _ONE_SKILL.findall(head)))


def _told(text: str, match: re.Match[str]) -> Iterator[Points]:
    before, after = text[max(0, match.start() - _REACH_BEFORE) : match.start()], text[match.end() :][:_REACH_AFTER]
    low, high = _value(match["low"]), _value(match["high"]) if match["high"] else None
    if _NOT_POINTS.search(before[-40:]) or _A_SCALE_AFTER.match(after):
        return
    if match["range"] == "and" and "between" not in before[-20:].lower():
        high = None  # "23 and 24" are two numbers; the second is of no use without its words
    if high is not None and _FROM_ANOTHER.search(before[-60:]):
        low, high = high, None  # "raised from 80 to 90"
    if high is not None and (low <= 1 or high <= low):
        return  # "0–120" tells the scale
    above = _ABOVE.search(before[-30:])
    if above and _DENIED.search(before[-30:][: above.start()]):
        return  # "no more than 100"
    yield Points(
        match.start(),
        match.end(),
        low,
        Comparison.ABOVE if above else Comparison.MINIMUM,
        high,
        _sections(before, after),
        asked=bool(match["plus"] or _ASKED_BEFORE.search(before[-45:]) or _ASKED_AFTER.match(after)),
    )


def _sections(before: str, after: str) -> tuple[str, ...]:
    found = _SKILLS_BEFORE.search(before) or _SKILLS_AFTER.match(after)
    if found is None:
        return ()
    if found["skills"] is None:
        return tuple(SECTIONS)
    return tuple(dict.fromkeys(_SKILLS[word.lower()] for word in _ONE_SKILL.findall(found["skills"])))


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))
