"""Page → exams with what is asked of them: points in total and by skill, whether they must be taken or need not be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from monitor.core.content import Page
from monitor.core.fact import Score, Stance
from monitor.core.facts.calendar import found
from monitor.core.facts.exams import Mention, may_name_any, mentions
from monitor.core.facts.lexicon import stances as words
from monitor.core.facts.lexicon.exams import Exam, Scale
from monitor.core.facts.passages import Passage, label_before, passages, quote
from monitor.core.facts.points import Points, points, skills
from monitor.core.facts.refusals import TOGETHER, refused, variety
from monitor.core.facts.stances import answered, asks_for_no_points, is_a_category, stance, without_the_past
from monitor.core.listing import Comparison

MAX_SCORES = 500
_MAX_PASSAGE = 3_000  # characters of a sentence or row; a real one has a tenth of it
_NEAR = 14  # characters between the name of an exam and a number that needs no further words: "TOEFL iBT: 100"
_MARKS = 28  # characters around a number in which words tell its scale
_BLANK = "_"
_CLAUSES = re.compile(r";|,? but |,? while |,? whereas |,? although |\bhowever\b|,", re.IGNORECASE)
_BINDS_FORWARD = re.compile(
    r"[\s\"“(]*(?:points?|(?:or|and) (?:higher|above|better|more|greater)|minimum|scores?)?[\s,]*"
    r"(?:on|in|for|from|of)(?: (?:the|your|an?|this|each|official))*[\s:\"“(]*",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_OF_TAKERS = re.compile("|".join(words.OF_TAKERS.values()), re.IGNORECASE)
_GOES_ON = re.compile(
    r"scores?\b|minimum|points|sections?\b|\btotal\b|\bit\b|\bthis (?:test|exam)|waive|exempt|everyone|\bothers\b|"
    r"otherwise",
    re.IGNORECASE,
)
_FOLLOWING = 2  # blocks under a heading that speak of the exam it names
_STEPS_STAY = 8  # blocks after one that names the USMLE, in which a "Step 2" is one of its Steps
_ITEMS = 15  # blocks that an introduction ("Applicants must submit:") can hold


@dataclass(slots=True)
class _Context:
    """What was said before and still counts: the exams of a heading, of the last sentence, and of an introduction."""

    heading: str = ""
    intro: str = ""
    intro_at: int = -_ITEMS
    last: tuple[Mention, ...] = ()
    last_block: int = -1
    steps_at: int = -_STEPS_STAY
    held: list[Score] = field(default_factory=list)

    def note(self, passage: Passage, named: Sequence[Mention]) -> None:
        block = passage.place.block
        if passage.is_heading:
            self.intro_at = -_ITEMS
        if passage.text.rstrip().endswith(":"):
            self.intro, self.intro_at = passage.text, block
        self.last, self.last_block = tuple(named), block
        if any(mention.exam.name.startswith("USMLE") for mention in named):
            self.steps_at = block

    def introduction(self, block: int) -> str:
        return self.intro if 0 <= block - self.intro_at <= _ITEMS else ""

    def released(self, told: Sequence[Score]) -> Iterator[Score]:
        """What was held back, but for the exams that the next words have *told* of."""
        exams = {score.exam for score in told}
        yield from (score for score in self.held if score.exam not in exams)
        self.held = []


def scores(page: Page) -> tuple[Score, ...]:
    """Every exam that *page* names, once per sentence or row (and scale), in reading order, at most `MAX_SCORES`."""
    return tuple(islice(_each(page), MAX_SCORES))


def _each(page: Page) -> Iterator[Score]:
    if not any(may_name_any(block.text) for block in page.blocks):
        return
    context = _Context()
    headed_at = 0
    for whole in passages(page):
        passage = whole if len(whole.text) <= _MAX_PASSAGE else replace(whole, text=whole.text[:_MAX_PASSAGE])
        block = passage.place.block
        if passage.is_heading:
            headed_at = block
        label = label_before(page.blocks, block) if not passage.start else ""
        around = " ".join((*passage.above[:2], page.title, label))
        named = mentions(passage.text, around, after_steps=block - context.steps_at < _STEPS_STAY)
        told: list[Score] = []
        if named:
            told = list(_named(passage, named, (context.introduction(block), label)))
        elif passage.is_row and (headed := _headed(passage, around)):
            told = headed
        else:
            carried, label = _carried(page, passage, context, near=block - headed_at <= _FOLLOWING)
            if carried:
                told = list(_carried_on(passage, carried, label))
                named = carried if label else context.last
        yield from context.released(told)
        if named and _is_a_label(page, passage, named):
            context.held = told
        else:
            yield from told
        context.note(passage, named)
    yield from context.released(())


def _is_a_label(page: Page, passage: Passage, named: Sequence[Mention]) -> bool:
    """Whether a passage only names an exam, of which the next block tells more."""
    tells = stance(passage.text) is not None or bool(points(_blanked(passage.text, named)))
    is_whole = passage.text == page.blocks[passage.place.block].text
    return is_whole and not tells and bool(label_before(page.blocks, passage.place.block + 1))


# --- one passage --------------------------------------------------------------------------------------------------


def _named(passage: Passage, named: Sequence[Mention], before: tuple[str, str]) -> Iterator[Score]:
    """*before*: the introduction and the label that stand before the passage, "" where none does."""
    numbers = [_by_column(number, passage) for number in points(without_the_past(_blanked(passage.text, named)))]
    bound = tuple(_bound(passage.text, named, numbers))
    not_accepted = refused(passage.text, named)
    for exam in dict.fromkeys(mention.exam for mention in named):
        first = next(mention for mention in named if mention.exam is exam)
        span = (first.start, first.end)
        if first in not_accepted:
            scale = variety(passage.text, first)
            said = quote(passage.text, *span)
            yield Score(exam.name, Stance.REFUSED, said, passage.place, scale=scale.name if scale else None)
            continue
        clause = _clause(passage.text, named, first)
        mine = [number for number, whose in bound if whose.exam is exam and _counts(number, named)]
        asked: Stance | None = Stance.MENTIONED
        if not passage.text.rstrip().endswith("?"):
            asked = _answer_about(exam, before[1], passage) or stance(clause) or _from_around(passage, mine, before)
        if asked is Stance.NOT_REQUIRED and _OF_TAKERS.search(passage.text[: first.start]):
            asked = Stance.MENTIONED
        for score in _scores(exam, asked, mine, passage, span):
            yield replace(score, no_minimum=asks_for_no_points(clause))


def _answer_about(exam: Exam, question: str, passage: Passage) -> Stance | None:
    named = any(mention.exam is exam for mention in mentions(question))
    return answered(question, passage.text) if named else None


def _by_column(number: Points, passage: Passage) -> Points:
    """The number of a row with the skills that the head of its column names."""
    n = passage.cell(number.start)
    if number.sections or not passage.is_row or not 0 < n < len(passage.heads):
        return number
    return replace(number, sections=skills(passage.heads[n]), asked=True)


def _from_around(passage: Passage, numbers: Sequence[Points], before: tuple[str, str]) -> Stance | None:
    """What the heads of a table, an introduction, a label or the heading ask for."""
    heads = (passage.heads[n] for n in {passage.cell(number.start) for number in numbers} if n < len(passage.heads))
    above = (head for head in passage.above[:2] if not head.rstrip().endswith("?"))
    for told in (*heads, *before, *above):
        asked = stance(told) if told else None
        if asked is not None:
            return asked
    named, colon, _ = passage.text.partition(":")
    label = before[1] or (passage.cells[0] if passage.is_row else named if colon else "")
    return Stance.REQUIRED if is_a_category(label) else None


def _scores(
    exam: Exam, asked: Stance | None, numbers: Sequence[Points], passage: Passage, span: tuple[int, int]
) -> Iterator[Score]:
    """A score for every scale on which points are asked for, else one without; skills go with the last before them."""
    mute = asked in {Stance.NOT_REQUIRED, Stance.MENTIONED}
    totals = [] if mute else list(_totals(exam, numbers, passage.text))
    sections = {} if mute else _sections(exam, numbers)
    used = [number for number in numbers if number.sections or any(number is total for total, _ in totals)]
    told = asked or (Stance.REQUIRED if totals or sections else Stance.MENTIONED)
    start = min((number.start for number in used), default=span[0])
    end = max((number.end for number in used), default=span[1])
    plain = Score(
        exam.name, told, quote(passage.text, min(start, span[0]), max(end, span[1])), passage.place,
        sections=tuple((name, number.value) for name, number in sections.items()),
        sections_are=_together(number.comparison for number in sections.values()),
    )  # fmt: skip
    if not totals:
        yield plain
    of_skills = min((number.start for number in sections.values()), default=0)
    with_skills = max((nth for nth, (number, _) in enumerate(totals) if number.start < of_skills), default=0)
    for nth, (number, scale) in enumerate(totals):
        above = number.comparison is Comparison.ABOVE
        yield replace(
            plain,
            minimum=None if above else number.value,
            above=number.value if above else None,
            upto=number.upto,
            scale=scale.name,
            sections=plain.sections if nth == with_skills else (),
        )


def _totals(exam: Exam, numbers: Sequence[Points], text: str) -> Iterator[tuple[Points, Scale]]:
    """The points for the exam as a whole, the first on each scale."""
    seen = set()
    for number in numbers:
        if number.sections and exam.sectioned:
            continue
        scale = _scale(exam, number, text)
        if scale is not None and scale.name not in seen:
            seen.add(scale.name)
            yield number, scale


def _scale(exam: Exam, number: Points, text: str) -> Scale | None:
    after = text[number.end : number.end + _MARKS].lower()
    before = text[max(0, number.start - _MARKS) : number.start].lower()
    fitting = [scale for scale in exam.scales if scale.holds(number.value)]
    for beside in (after, before):
        for scale in fitting:
            if any(word in beside for word in scale.words):
                return scale
    return fitting[0] if fitting else None


def _sections(exam: Exam, numbers: Sequence[Points]) -> dict[str, Points]:
    least, most = exam.part
    sections: dict[str, Points] = {}
    for number in numbers:
        if exam.sectioned and least <= number.value <= most:
            for name in number.sections:
                sections.setdefault(name, number)
    return sections


def _together(comparisons: Iterator[Comparison]) -> Comparison:
    return Comparison.ABOVE if set(comparisons) == {Comparison.ABOVE} else Comparison.MINIMUM


# --- which number belongs to which exam ---------------------------------------------------------------------------


def _blanked(text: str, named: Sequence[Mention]) -> str:
    """*text* without the names of exams and without dates: their figures are no points."""
    blanked = text
    for start, end in [
        *((mention.start, mention.end) for mention in named),
        *((written.start, written.end) for written in found(text, day_first=False)),
    ]:
        blanked = blanked[:start] + " " + _BLANK * (end - start - 2) + " " * (end - start > 1) + blanked[end:]
    return blanked


def _bound(text: str, named: Sequence[Mention], numbers: Sequence[Points]) -> Iterator[tuple[Points, Mention]]:
    """Each number with its exam: the next one in "100 on the TOEFL", else the last one that was named."""
    for number in numbers:
        before = [mention for mention in named if mention.end <= number.start]
        after = next((mention for mention in named if mention.start >= number.end), None)
        if after is not None:
            between = _IN_BRACKETS.sub("", text[number.end : after.start])
            if _BINDS_FORWARD.fullmatch(between) or (not before and after.start - number.end <= 2 * _MARKS):
                yield number, after
                continue
        if before:
            yield number, before[-1]
            for one, other in zip(before[-2::-1], before[:0:-1], strict=True):  # "Step 1 and Step 2 above 220"
                if one.exam.scales != other.exam.scales or not TOGETHER.fullmatch(text, one.end, other.start):
                    break
                yield number, one


def _counts(number: Points, named: Sequence[Mention]) -> bool:
    return (
        number.asked
        or bool(number.sections)
        or any(
            0 <= number.start - mention.end <= _NEAR or 0 <= mention.start - number.end <= _NEAR for mention in named
        )
    )


def _clause(text: str, named: Sequence[Mention], mention: Mention) -> str:
    """The part of a sentence that speaks of *mention*: cut where another part names an exam and asks for it itself."""
    cuts = [0]
    for cut in _CLAUSES.finditer(text):
        first = next((other.start for other in named if other.start >= cut.end()), None)
        near = first is not None and first - cut.end() <= _NEAR
        if cut[0] != ",":
            if near or (first is not None and cut[0][0] in ",;"):
                cuts.append(cut.end())
            continue
        names_left = any(cuts[-1] <= other.start < cut.start() for other in named)
        if near and names_left and stance(text[cuts[-1] : cut.start()]) and stance(text[cut.end() :]):
            cuts.append(cut.end())
    start = max(cut for cut in cuts if cut <= mention.start)
    end = min((cut for cut in cuts if cut > mention.start), default=len(text))
    return text[start:end]


# --- what was named before ----------------------------------------------------------------------------------------


def _headed(passage: Passage, around: str) -> list[Score]:
    """A row whose exams stand in the heads of its columns."""
    told = []
    for n, (cell, head) in enumerate(zip(passage.cells, passage.heads, strict=False)):
        named = mentions(head, around)
        numbers = points(cell)
        if len({mention.exam for mention in named}) == 1 and (numbers or stance(cell)):
            at = sum(len(each) + 3 for each in passage.cells[:n])
            whole = Passage(cell, 0, passage.place, passage.above)
            asked = stance(cell) or (stance(head) if not numbers else None)
            row = quote(passage.text, at, at + len(cell))
            told += [replace(s, quote=row) for s in _scores(named[0].exam, asked, numbers, whole, (0, len(cell)))]
    return told


def _carried(page: Page, passage: Passage, context: _Context, *, near: bool) -> tuple[tuple[Mention, ...], str]:
    """The exams that a passage without a name speaks of, and the heading or label that names them ("": a sentence)."""
    exams = {mention.exam for mention in context.last}
    if passage.start and context.last_block == passage.place.block and len(exams) == 1:
        return (context.last[:1], "") if _GOES_ON.search(passage.text) else ((), "")
    if passage.is_heading:
        return (), ""
    labels = (label_before(page.blocks, passage.place.block), passage.place.heading if near else "")
    for label in labels:
        named = {mention.exam: mention for mention in mentions(label)}
        if len(named) == 1 or (named and not passage.start):
            return tuple(named.values()), label
    return (), ""


def _carried_on(passage: Passage, carried: Sequence[Mention], label: str) -> Iterator[Score]:
    """What a passage says of the exams before it; its points are those of one exam only."""
    here = (Mention(carried[0].exam, 0, 0),)
    numbers = [n for n in points(_blanked(passage.text, ())) if _counts(n, here)] if len(carried) == 1 else []
    asked = answered(label, passage.text) or stance(passage.text)
    if asked is None and numbers and label and not label.rstrip().endswith("?"):
        asked = stance(label)
    no_minimum = asks_for_no_points(passage.text)
    if asked is None and not numbers and not no_minimum:
        return
    for mention in carried:
        for score in _scores(mention.exam, asked, numbers, passage, (0, 0)):
            if score.stance is not Stance.MENTIONED or no_minimum:
                yield replace(score, no_minimum=no_minimum)
