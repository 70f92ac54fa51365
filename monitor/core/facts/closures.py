"""Page → sentences that shut a programme, for everybody or for some. What is not certain shuts nothing.

A closure is told as an error at once, so every way of seeming closed goes first: offices, cycles, ways of sending,
what may happen, what once was, news.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from monitor.core.content import Area, Page
from monitor.core.fact import Audience, Closing, Closure
from monitor.core.facts.answers import Question, asks_whether_shut, bare, shuts, with_questions
from monitor.core.facts.calendar import found, on
from monitor.core.facts.lexicon import around_closings as beside
from monitor.core.facts.lexicon import closings as words
from monitor.core.facts.lexicon.answers import ASKING
from monitor.core.facts.passages import Passage, label_before, quote
from monitor.core.lexicon.finder import Signs

MAX_CLOSURES = 100
_MAX_SENTENCE = 700  # characters; what is longer tells of more than one thing
_NEAR = 90  # characters between a verb and what it shuts
_SHORT_NOTICE = 9  # words: "Observership program – closed"
_YEAR = re.compile(r"20\d\d")
_NARROWING = re.compile(r"[\w.'’-]+")


def _filled(pattern: str, language: str) -> str:
    for hole, told in (("things", words.THINGS), ("people", words.PEOPLE), ("affiliated", words.AFFILIATED)):
        pattern = pattern.replace(f"{{{hole}}}", rf"\b{told[language]}\b" if language in told else "(?!)")
    return pattern


def _compiled(told: Mapping[str, str | tuple[str, ...]], at: str = "") -> re.Pattern[str]:
    """One pattern for all languages of a lexicon's entry; *at*: what must hold where it begins."""
    each_told = "|".join(
        f"(?:{_filled(pattern, language)})"
        for language, each in told.items()
        for pattern in ((each,) if isinstance(each, str) else each)
    )
    return re.compile(f"{at}(?:{each_told})", re.IGNORECASE)


_THINGS, _PEOPLE = _compiled(words.THINGS), _compiled(words.PEOPLE)
_WHATEVER = re.compile(rf"\b(?:{_THINGS.pattern}|{_PEOPLE.pattern})\b", re.IGNORECASE)
_AT_A_VERB = r"(?:\b|(?=n['’]t))"  # "care closed" tells nothing of what is closed
_CLOSED, _SUSPENDED = _compiled(words.CLOSED, _AT_A_VERB), _compiled(words.SUSPENDED, _AT_A_VERB)
_AFFILIATES = _compiled(words.AFFILIATES_ONLY)
_NOT_ELIGIBLE, _DOMESTIC_ONLY = _compiled(words.NOT_ELIGIBLE), _compiled(words.DOMESTIC_ONLY)
_HARMLESS, _CONDITIONAL, _PAST = _compiled(beside.HARMLESS), _compiled(beside.CONDITIONAL), _compiled(beside.PAST)
_OPEN_AGAIN, _OLD_NEWS, _CYCLE = (
    _compiled(beside.OPEN_AGAIN),
    _compiled(beside.OLD_NEWS),
    _compiled(beside.CYCLE_SUBJECTS),
)
_ONE_CYCLE, _CALLED_OFF, _STATUS = _compiled(beside.ONE_CYCLE), _compiled(beside.CALLED_OFF), _compiled(beside.STATUS)
_FOR_GOOD, _ACTIVE, _CUT = _compiled(beside.FOR_GOOD), _compiled(beside.ACTIVE), _compiled(beside.CUT)
_UNAFFILIATED, _AFTER_ALL = _compiled(words.UNAFFILIATED), _compiled(words.AFTER_ALL)
_ELSEWISE, _PLACES = _compiled(words.AFFILIATED_ELSEWISE), _compiled(words.AFFILIATED_PLACES)
_SCHOOLS = _compiled(words.SCHOOLS)
_THIS_YEAR, _ONCE, _NAMED_LAST = (
    _compiled(beside.THIS_YEAR),
    _compiled(beside.CALLED_OFF_ONCE),
    _compiled(beside.NAMED_LAST),
)
_NO_PROGRAMME, _UNTIL = _compiled(words.NO_PROGRAMME), _compiled(beside.UNTIL)
_ENGLISH = re.compile(
    "|".join(_filled(each, "en") for each in (*words.CLOSED["en"], *words.SUSPENDED["en"])), re.IGNORECASE
)
_SHUTTING, _OF_PROGRAMMES = Signs(words.SIGNS_OF_SHUTTING), Signs(words.SIGNS_OF_PROGRAMMES)
_SUSPENSION, _OF_AFFILIATES = Signs(words.SIGNS_OF_SUSPENSION), Signs(words.SIGNS_OF_AFFILIATES)
_OF_DOMESTIC, _REFUSAL = Signs(words.SIGNS_OF_DOMESTIC), Signs(words.SIGNS_OF_REFUSAL)
_GENERIC = frozenset[str]().union(*beside.GENERIC.values())
_AUDIENCES = {Audience(name): re.compile(rf"\b(?:{told})", re.IGNORECASE) for name, told in beside.AUDIENCES.items()}
_KINDS = re.compile(rf"\b(?:{words.KINDS})", re.IGNORECASE)
_OBSERVERS = re.compile(r"\bobservers\b", re.IGNORECASE)
_OSTEOPATHS = re.compile(r"\bD\.?O\b")  # in capitals alone; "do" is in every question
_SCHOOLS_ONLY = re.compile(r"schools only$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:who|whom|whose|that|which)(?: \w+)?$", re.IGNORECASE)
_RUN, _IS = re.compile(r"\brun$", re.IGNORECASE), re.compile(r"\b(?:is|are|be)$", re.IGNORECASE)
_BESIDE_ABROAD = re.compile(
    r"\b[\w.-]+,? (?:or|and|nor) (?=(?:visiting )?(?:international|foreign)\b)"
    r"|(?<=\binternational) (?:or|and|nor) [\w.-]+(?= (?:(?:visiting|medical) )*students\b)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"^if you are (?=an? |from |enrolled |attending )", re.IGNORECASE)  # no condition, but a group
_COLLEGES = re.compile(r"\bmedical colleges?\b", re.IGNORECASE)  # schools; a college alone is no place of medicine
_REASON = re.compile(r"^(?:due to|because of|given|owing to) [^,]{1,60},", re.IGNORECASE)
_MUST = re.compile(r"must\b", re.IGNORECASE)
_NOTICE = re.compile(
    rf"(?:{_THINGS.pattern})\s?(?:\([^()]{{1,40}}\))?\s{{0,2}}[:(–—-]{{0,2}}\s{{0,2}}"
    r"(?:(?:now|currently|permanently|temporarily) )?"
    r"(?P<how>closed|suspended|discontinued|cancell?ed|paused|on hold)"
    r"(?: (?:for )?this year)?\W*$",
    re.IGNORECASE,
)


def closures(page: Page) -> tuple[Closure, ...]:
    """The sentences of *page*'s main text that shut something, in reading order, at most `MAX_CLOSURES`."""
    return tuple(islice(_each(page), MAX_CLOSURES))


def _each(page: Page) -> Iterator[Closure]:
    for passage, asked in with_questions(page):
        if passage.place.area is not Area.MAIN or len(passage.text) > _MAX_SENTENCE:
            continue
        if not (asked.text or _may_shut(passage.text) or _STATUS.fullmatch(passage.text.strip(" .!*"))):
            continue
        if any(_OLD_NEWS.search(head) for head in passage.above):
            continue
        closure = _told_beside(page, passage) or _stated(passage, asked.text) or _answered(passage, asked)
        together = asked.rest or page.blocks[passage.place.block].text
        if closure is None or _OPEN_AGAIN.search(together):
            continue
        if closure.closing is Closing.AFFILIATES_ONLY and _AFTER_ALL.search(together):
            continue
        yield closure


def _stated(passage: Passage, question: str) -> Closure | None:
    text = passage.text
    if text.rstrip().endswith("?"):
        return None
    closure = _for_some(passage, question) or _for_all(passage)
    if closure is None or _HARMLESS.search(text) or _CONDITIONAL.search(_ADDRESSED.sub("", text)):
        return None
    called_off = _CALLED_OFF.search(text) is not None and _THINGS.search(closure.subject) is not None
    if _ONE_CYCLE.search(text) and not called_off:
        return None
    named = closure.subject or closure.quote
    return replace(closure, subject=f"{question} {named}") if question and not _KINDS.search(named) else closure


def _told_beside(page: Page, passage: Passage) -> Closure | None:
    """ "Observership | Closed": a programme, and beside it nothing but how it stands."""
    if passage.is_row:
        named, *others = passage.cells
        shut = next((cell for cell in others if _STATUS.fullmatch(cell.strip(" .!*"))), None)
    else:
        named = label_before(page.blocks, passage.place.block) if not passage.start else ""
        shut = passage.text if _STATUS.fullmatch(passage.text.strip(" .!*")) else None
    if shut is None or named.rstrip().endswith("?") or not _THINGS.search(named) or _CYCLE.search(named):
        return None
    closing = Closing.SUSPENDED if re.search(r"suspend|pause|hold", shut, re.IGNORECASE) else Closing.CLOSED
    said = quote(passage.text, 0, len(passage.text))
    return Closure(closing, said, passage.place, _audience(named), subject=named)


def _may_shut(text: str) -> bool:
    return _SHUTTING.stand_in(text) and _OF_PROGRAMMES.stand_in(text)


# --- shut to some -------------------------------------------------------------------------------------------------


def _for_some(passage: Passage, question: str) -> Closure | None:
    text = passage.text
    if _OF_AFFILIATES.stand_in(text) and (match := _AFFILIATES.search(text)) and _shuts_out_others(text):
        return _closure(Closing.AFFILIATES_ONLY, passage, match, _audience(text), subject=_before(text, match))
    if _OF_DOMESTIC.stand_in(text) and (match := _DOMESTIC_ONLY.search(text)):
        around = " ".join((_REASON.sub("", text), question, *passage.above[:1]))
        if _NO_PROGRAMME.search(around):
            return None
        if _MUST.match(match[0]) and Audience.INTERNATIONAL in _audience(text.lower().replace("lcme", "")):
            return None  # "enrolled in an LCME-accredited or an international school"
        if _WHATEVER.search(text) or _SCHOOLS_ONLY.search(match[0]):
            return _closure(Closing.NOT_ELIGIBLE, passage, match, frozenset({Audience.INTERNATIONAL}))
    if _REFUSAL.stand_in(text) and (match := _NOT_ELIGIBLE.search(text)):
        clause = text[: match.end()].rpartition("; ")[2]
        told = f"{clause} {_object(text[match.end() :])}"
        audience = _audience(told)
        if audience and _is_general(told):
            return _closure(Closing.NOT_ELIGIBLE, passage, match, audience)
    return None


def _shuts_out_others(text: str) -> bool:
    """Whether a sentence about affiliated schools leaves nothing to the others; prices and places are no programme."""
    if any(pattern.search(text) for pattern in (_UNAFFILIATED, _ELSEWISE, _NO_PROGRAMME)):
        return False
    return not _PLACES.search(text) or _SCHOOLS.search(text) is not None


def _answered(passage: Passage, asked: Question) -> Closure | None:
    """ "Do you accept international students?" "No." """
    answer = bare(passage.text)
    if passage.is_heading or not asked.begins or _HARMLESS.search(asked.text) or _ONE_CYCLE.search(asked.text):
        return None
    if not shuts(asked, answer) or _CONDITIONAL.search(answer) or _HARMLESS.search(answer):
        return None
    audience = _audience(asked.text)
    if _CYCLE.search(asked.text) if asks_whether_shut(asked) else _OSTEOPATHS.search(asked.text):
        return None
    if not (audience or _THINGS.search(asked.text) or _OBSERVERS.search(asked.text)):
        return None
    narrowing = (word for word in asked.text.rstrip(" ?").split()[1:] if not word.istitle())
    if _YEAR.search(asked.text) or not _is_general(" ".join(narrowing), also=ASKING):
        return None
    closed = asks_whether_shut(asked) or not audience
    closing = Closing.CLOSED if closed else Closing.NOT_ELIGIBLE
    said = quote(passage.text, 0, len(passage.text))
    return Closure(closing, said, passage.place, audience, subject=asked.text)


# --- shut ---------------------------------------------------------------------------------------------------------


def _for_all(passage: Passage) -> Closure | None:
    text = passage.text
    notice = _NOTICE.search(text) if len(text.split()) <= _SHORT_NOTICE else None
    if notice is not None:
        holding = notice["how"].lower() in {"suspended", "paused", "on hold"}
        return _closure(
            Closing.SUSPENDED if holding else Closing.CLOSED, passage, notice, _audience(text), subject=text
        )
    patterns = ((Closing.SUSPENDED, _SUSPENDED), (Closing.CLOSED, _CLOSED))
    for closing, pattern in patterns if _SUSPENSION.stand_in(text) else patterns[1:]:
        for match in pattern.finditer(text):
            if _PAST.search(text) and closing is Closing.SUSPENDED:
                return None
            subject = _subject(text, match)
            if subject is not None:
                named, audience = subject
                return _closure(closing, passage, match, audience, subject=named)
    return None


def _subject(text: str, match: re.Match[str]) -> tuple[str, frozenset[Audience]] | None:
    """What is shut, and to whom; None where it is nothing of a programme's, or only a part of it."""
    before = _before(text, match)
    if not _ENGLISH.match(match[0]):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        return (before, _audience(around)) if _WHATEVER.search(around) else None
    if _ACTIVE.search(match[0]) and not (_RUN.search(match[0]) and _IS.search(before)):
        after = _object(text[match.end() :])
        if not _WHATEVER.search(after) or not _is_general(after):
            return None
        if _ONCE.search(match[0]) and not _THIS_YEAR.search(text):
            return None
        said = text[match.start() - len(before) - 1 if before else match.start() : match.end()]
        return f"{said.strip()} {after}", _audience(after) or _audience(before)
    if _RELATIVE.search(before) or not _WHATEVER.search(f"{before} {match[0]}"):
        return None
    if _ONCE.search(match[0]) and not (_THIS_YEAR.search(text) and _NAMED_LAST.search(before)):
        return None
    if _CYCLE.search(before) and not _is_general(" ".join(w for w in before.split() if not w.istitle())):
        return None  # applications for housing
    if _CYCLE.search(before) and not _THINGS.search(before) and not _FOR_GOOD.search(text):
        return None  # applications are closed every year again
    return before, _audience(before)


def _before(text: str, match: re.Match[str]) -> str:
    """The words of the clause before the verb."""
    return re.split(r"[;:.|]\s|,\s", text[max(0, match.start() - _NEAR) : match.start()].strip(" ,"))[-1].strip()


def _object(after: str) -> str:
    cut = _CUT.search(after)
    return after[: cut.start() if cut else len(after)].strip()


def _is_general(told: str, also: frozenset[str] = frozenset()) -> bool:
    """Whether *told* has no word that narrows it; those from abroad are shut out whoever else is, too."""
    told = _COLLEGES.sub("schools", _BESIDE_ABROAD.sub("", told))
    allowed = _GENERIC | also
    return all(_YEAR.fullmatch(word) or word.lower().strip(".'’") in allowed for word in _NARROWING.findall(told))


# --- what is told of it -------------------------------------------------------------------------------------------


def _closure(
    closing: Closing, passage: Passage, match: re.Match[str], audience: frozenset[Audience], *, subject: str = ""
) -> Closure:
    quoted = quote(passage.text, match.start(), match.end())
    return Closure(closing, quoted, passage.place, audience, _until(passage.text, match.start()), subject)


def _audience(told: str) -> frozenset[Audience]:
    named = {audience for audience, pattern in _AUDIENCES.items() if pattern.search(told)}
    if "graduated" in told.lower() or "holder" in told.lower():
        named.discard(Audience.STUDENTS)  # students who have graduated are none
    return frozenset(named)


def _until(text: str, start: int) -> date | None:
    """The day that is named as the end: of a month that stands alone, its last day."""
    end = _UNTIL.search(text, start)
    if end is None:
        return None
    for written in found(text[end.end() :], day_first=False)[:1]:
        if written.year is not None and not written.swapped:
            last = written.day or monthrange(written.year, written.month)[1]
            return on(written.year, written.month, last)
    return None
