"""The exams that a page asks for as requirements of a listing, with those of which one is enough."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from monitor.core.content import Area, Block
from monitor.core.drafting.lexicon import ALTERNATIVES, ONE_OF
from monitor.core.drafting.model import Found
from monitor.core.fact import Score, Stance
from monitor.core.facts.exams import mentions
from monitor.core.facts.lexicon.exams import EXAMS
from monitor.core.lexicon.finder import Finder
from monitor.core.listing import Level, Requirement
from monitor.core.wording import slug

ASKED = frozenset({Stance.REQUIRED, Stance.PREFERRED, Stance.MENTIONED})
_MAX_SENTENCE = 2_000  # characters
_OF_LANGUAGE = frozenset(exam.name for exam in EXAMS if exam.sectioned)  # no other exam takes their place
_OR = Finder({phrase.strip(): True for _, line in ALTERNATIVES for phrase in line.split(",")})
_ONE_OF = Finder({phrase.strip(): True for _, line in ONE_OF for phrase in line.split(",")})


def requirements(stated: Sequence[Score], blocks: Sequence[Block]) -> tuple[Found[Requirement], ...]:
    """A requirement for every exam that is asked for; of several statements of one the first with points counts."""
    asked = [score for score in stated if score.stance in ASKED]
    best: dict[str, Score] = {}
    for score in asked:
        known = best.get(score.exam)
        if known is None or (not _is_scored(known) and _is_scored(score)):
            best[score.exam] = score
    groups = _alternatives(list(best.values()), blocks)
    found = []
    for score in best.values():
        others = [other for other in asked if other.exam == score.exam and _points(other) != _points(score)]
        rivals = [other for other in others if _is_scored(other)]
        found.append(Found(_requirement(score, groups.get(score.exam)), score.quote, "; ".join(_doubts(score, rivals))))
    return tuple(found)


def _requirement(score: Score, any_of: str | None) -> Requirement:
    return Requirement(
        exam=score.exam,
        above=score.above,
        minimum=None if score.above is not None else score.minimum,
        sections={name: points for part, points in score.sections if (name := _ascii(part))},
        sections_are=score.sections_are,
        any_of=any_of,
        level=Level.PREFERRED if score.stance is Stance.PREFERRED else Level.REQUIRED,
    )


def _ascii(part: str) -> str:
    return slug(part).encode("ascii", "ignore").decode()


def _is_scored(score: Score) -> bool:
    return score.above is not None or score.minimum is not None or bool(score.sections)


def _points(score: Score) -> tuple[object, ...]:
    return score.above, score.minimum, score.sections


def _doubts(score: Score, rivals: Sequence[Score]) -> Iterator[str]:
    if score.stance is Stance.MENTIONED:
        yield "the page names it and does not say that it is asked for"
    if score.upto is not None:
        yield "the page gives a range of points"
    if score.place.area is Area.CHROME:
        yield "it stands in the furniture of the page"
    if rivals:
        yield f"the page also states: {rivals[0].quote}"


def _alternatives(scores: Sequence[Score], blocks: Sequence[Block]) -> dict[str, str]:
    """Exam → the word that it shares with its alternatives, where one of several is enough."""
    linked = [*_in_one_sentence(scores, blocks), *_in_one_list(scores, blocks)]
    groups: list[set[str]] = []
    for one, two in linked:
        touching = [group for group in groups if group & {one, two}]
        groups = [group for group in groups if group not in touching] + [set().union({one, two}, *touching)]
    return {exam: "exam" if n == 0 else f"exam-{n + 1}" for n, group in enumerate(groups) for exam in group}


def _in_one_sentence(scores: Sequence[Score], blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """ "TOEFL of 100 or IELTS of 7": exams that stand side by side, with "or" between them."""
    asked = {score.exam for score in scores}
    for block in dict.fromkeys(score.place.block for score in scores):
        text = blocks[block].text[:_MAX_SENTENCE]
        for one, two in pairwise(mentions(text)):
            between = text[one.end : two.start]
            names = {one.exam.name, two.exam.name}
            if len(names) == 2 and names <= asked and any(_OR.find(between)) and ". " not in between:
                yield one.exam.name, two.exam.name


def _in_one_list(scores: Sequence[Score], blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Neighbouring points of a list, or exams of one, under words that say that one is enough."""
    ordered = sorted(scores, key=lambda score: score.place.block)
    begun = False
    for one, two in pairwise(ordered):
        together = two.place.block - one.place.block <= 1
        if not together:
            begun = False
            continue
        first = one.place.block
        before = [*(block.text for block in blocks[max(0, first - 1) : first + 1]), one.place.heading]
        begun = begun or any(any(_ONE_OF.find(text[:_MAX_SENTENCE])) for text in before)
        if begun and (one.exam in _OF_LANGUAGE) == (two.exam in _OF_LANGUAGE):
            yield one.exam, two.exam
