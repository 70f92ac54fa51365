"""Requirements against the exams that pages ask for: points, skills, whether they must be taken or need not be."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from monitor.core.claims import Claim, score_words
from monitor.core.content import Area
from monitor.core.fact import Score, Stance
from monitor.core.facts.lexicon.exams import ANY_ENGLISH_TEST, ENGLISH_TESTS
from monitor.core.finding import Suggestion
from monitor.core.listing import Comparison, Level, Listing, Requirement
from monitor.core.support.applies import about_another, for_others
from monitor.core.support.statements import Statement, verdict
from monitor.core.verdict import Reading, Support, Verdict
from monitor.core.wording import number, slug, vocabulary

_FORMS = vocabulary(
    """
    exam exams test score scores certificate certificates certification certified training academic english ibt pbt
    course
    """
)  # words that do not tell one exam from another
_SCALES = {
    "1–6": (Decimal(1), Decimal(6)),
    "0–120": (Decimal(7), Decimal(120)),
    "310–677": (Decimal(310), Decimal(677)),
}
_BETWEEN_WHOLE_POINTS = 1
_RANGE_OF_TOEFL = "toefl"


Said = Callable[..., Statement]
"""A support, a sentence and suggestions → a statement with the place it stands in."""


def support(
    claim: Claim,
    requirement: Requirement,
    readings: Sequence[Reading],
    today: date,  # noqa: ARG001
    listing: Listing,
) -> Verdict:
    """Whether the pages ask for what *requirement* (the claim) says; *listing* tells its alternatives and its kinds."""
    said = [
        statement
        for reading in readings
        for score in _about(requirement, reading, listing)
        if (statement := _statement(claim, requirement, score, reading.url, listing)) is not None
    ]
    return verdict(claim, said, f"No page says what is asked for in {requirement.exam}.")


def _about(requirement: Requirement, reading: Reading, listing: Listing) -> Iterator[Score]:
    for score in reading.facts.scores:
        is_meant = score.place.area is Area.MAIN and _answers(requirement.exam, score)
        heading = score.place.heading
        about_others = about_another(listing, heading) or about_another(listing, score.quote) or for_others(heading)
        if is_meant and not about_others:
            yield score


def _answers(claimed: str, score: Score) -> bool:
    """Whether what is said is about the claimed exam: where none of a kind is required, this one is not."""
    if _is(claimed, score.exam):
        return True
    if score.stance is not Stance.NOT_REQUIRED:
        return False
    if score.exam == ANY_ENGLISH_TEST:
        return any(_is(name, claimed) for name in ENGLISH_TESTS)
    return _core(score.exam) < _core(claimed)


def _is(claimed: str, stated: str) -> bool:
    """Whether a page's exam is the claimed one: TOEFL iBT is TOEFL, Step 2 CK is Step 2, not the other way."""
    one, other = _core(claimed), _core(stated)
    return bool(one) and one <= other and (one == other or not re.search(r"\d", "".join(other - one)))


def _core(exam: str) -> frozenset[str]:
    return frozenset(slug(exam).split("-")) - _FORMS - {""}


def _statement(claim: Claim, wanted: Requirement, score: Score, url: str, listing: Listing) -> Statement | None:
    def said(kind: Support, why: str, *suggestions: Suggestion) -> Statement:
        named = score if _is(wanted.exam, score.exam) else replace(score, exam=wanted.exam)
        return Statement(kind, why, _in_words(named), score.quote, url, suggestions)

    if score.no_minimum and not _points(score) and (wanted.above is not None or wanted.minimum is not None):
        how = "above" if wanted.above is not None else "minimum"
        return said(
            Support.REFUTED, f"The page asks for no minimum score in {wanted.exam}.", Suggestion(f"{claim.key}.{how}")
        )
    match score.stance:
        case Stance.MENTIONED:
            return None
        case Stance.NOT_REQUIRED:
            if wanted.level is Level.PREFERRED:
                return said(Support.UNDECIDED, f"The page does not require {wanted.exam}; it says nothing of a wish.")
            if _alternatives(wanted, listing):
                return said(
                    Support.UNDECIDED, f"The page does not require {wanted.exam}, which is one of alternatives."
                )
            return said(Support.REFUTED, f"The page says that {wanted.exam} is not required.", Suggestion(claim.key))
        case Stance.REFUSED:
            if score.scale is not None and _own_scale(wanted) != score.scale:
                return None  # only the test on paper is refused
            return said(Support.REFUTED, f"The page does not accept {score.exam}.", Suggestion(claim.key))
        case Stance.WAIVED:
            if wanted.scored or wanted.level is Level.PREFERRED:
                return said(Support.UNDECIDED, f"The page waives {wanted.exam} for some and states no score here.")
            return said(Support.SUPPORTED, f"The page asks for {wanted.exam} and waives it for some.")
        case Stance.REQUIRED | Stance.PREFERRED:
            return _asked(claim, wanted, score, said)
        case _:
            assert_never(score.stance)


def _asked(claim: Claim, wanted: Requirement, score: Score, said: Said) -> Statement | None:
    level = Level.PREFERRED if score.stance is Stance.PREFERRED else Level.REQUIRED
    if not wanted.scored:
        if level is wanted.level:
            return said(Support.SUPPORTED, f"The page names {wanted.exam} as {level}.")
        if _points(score) or wanted.level is Level.PREFERRED:
            # A score that is wished for says nothing of the exam itself, nor does one that is required of a wish.
            return said(Support.UNDECIDED, f"The page names {wanted.exam} as {level}, unlike the listing.")
        return said(
            Support.REFUTED, f"The page only recommends {wanted.exam}.", Suggestion(f"{claim.key}.level", level.value)
        )
    if not _points(score):
        return None
    other_scale = _other_scale(wanted, score)
    if other_scale:
        return said(Support.UNDECIDED, other_scale)
    if level is not wanted.level:
        return said(
            Support.UNDECIDED, f"The score for {wanted.exam} is {level} on the page, {wanted.level} in the listing."
        )
    return _compared(claim, wanted, score, said)


def _compared(claim: Claim, wanted: Requirement, score: Score, said: Said) -> Statement:
    """The numbers side by side: every one must be there and equal; a single other one refutes."""
    suggestions: list[Suggestion] = []
    nuances: list[str] = []
    missing: list[str] = []
    if wanted.above is not None or wanted.minimum is not None:
        _total(claim, wanted, score, (suggestions, nuances, missing))
    stated = dict(score.sections)
    for name, points in sorted(wanted.sections.items()):
        there = stated.get(name.lower())
        if there is None:
            missing.append(name)
        elif _least(there, score.sections_are) != _least(points, wanted.sections_are):
            if there == points:
                nuances.append(f"{name} {_how(score.sections_are)} {number(there)}")
            else:
                suggestions.append(Suggestion(f"{claim.key}.sections.{name}", _plain(there)))
        elif there != points or score.sections_are is not wanted.sections_are:
            nuances.append(f"{name} {_how(score.sections_are)} {number(there)}")
    if suggestions:
        return said(Support.REFUTED, f"The page asks for other points in {wanted.exam}.", *suggestions)
    if missing:
        return said(Support.UNDECIDED, f"The page does not say here what is asked for in: {', '.join(missing)}.")
    if nuances:
        why = f"The page says {', '.join(nuances)}, the listing {score_words(wanted)}: nearly the same."
        return said(Support.SUPPORTED, why)
    return said(Support.SUPPORTED, f"The page asks for the same score in {wanted.exam}.")


def _total(
    claim: Claim, wanted: Requirement, score: Score, told: tuple[list[Suggestion], list[str], list[str]]
) -> None:
    suggestions, nuances, missing = told
    claimed = wanted.above if wanted.above is not None else wanted.minimum
    stated = score.above if score.above is not None else score.minimum
    assert claimed is not None
    if stated is None:
        missing.append("total")
        return
    how = Comparison.ABOVE if score.above is not None else Comparison.MINIMUM
    claimed_how = Comparison.ABOVE if wanted.above is not None else Comparison.MINIMUM
    if stated == claimed or _least(stated, how) == _least(claimed, claimed_how):
        if how is not claimed_how or score.upto is not None:
            nuances.append(_range(how, stated, score.upto))
    elif score.upto is not None and stated <= claimed <= score.upto:
        missing.append(f"a single score ({_range(how, stated, score.upto)})")
    elif how is claimed_how:
        suggestions.append(Suggestion(f"{claim.key}.{how.value}", _plain(stated)))
    else:
        suggestions.append(Suggestion(f"{claim.key}.{claimed_how.value}"))
        suggestions.append(Suggestion(f"{claim.key}.{how.value}", _plain(stated)))


def _least(points: Decimal, how: Comparison) -> Decimal:
    """The least whole number of points that will do; half points count as they are."""
    whole = points == points.to_integral_value() and points > max(_SCALES["1–6"])
    return points + _BETWEEN_WHOLE_POINTS if how is Comparison.ABOVE and whole else points


def _other_scale(wanted: Requirement, score: Score) -> str | None:
    """A sentence where the page speaks of another scale of the same exam (TOEFL has several)."""
    own = _own_scale(wanted)
    if own is None or score.scale is None or own == score.scale:
        return None
    return f"The page states its score on the scale {score.scale}, the listing on {own}: they cannot be compared."


def _own_scale(wanted: Requirement) -> str | None:
    """The scale of the points that are claimed, where the exam has several."""
    claimed = wanted.above if wanted.above is not None else wanted.minimum
    if claimed is None or _RANGE_OF_TOEFL not in slug(wanted.exam):
        return None
    return next((name for name, (low, high) in _SCALES.items() if low <= claimed <= high), "0–300")


def _alternatives(wanted: Requirement, listing: Listing) -> bool:
    return wanted.any_of is not None and any(
        other is not wanted and other.any_of == wanted.any_of for other in listing.requirements
    )


def _points(score: Score) -> bool:
    return score.minimum is not None or score.above is not None or bool(score.sections)


# --- in words -----------------------------------------------------------------------------------------------------


def _in_words(score: Score) -> str:
    """ "TOEFL: at least 100, speaking at least 22"; "TOEFL: not required"."""
    told = []
    stated = score.above if score.above is not None else score.minimum
    if stated is not None:
        told.append(_range(Comparison.ABOVE if score.above is not None else Comparison.MINIMUM, stated, score.upto))
    told += [f"{name} {_how(score.sections_are)} {number(points)}" for name, points in sorted(score.sections)]
    if score.no_minimum and not told:
        told.append("no minimum")
    elif not told or score.stance is Stance.PREFERRED:
        told.append(score.stance.value.replace("-", " "))
    return f"{score.exam}: {', '.join(told)}"


def _range(how: Comparison, low: Decimal, high: Decimal | None) -> str:
    return f"{number(low)} to {number(high)}" if high is not None else f"{_how(how)} {number(low)}"


def _how(comparison: Comparison) -> str:
    return "above" if comparison is Comparison.ABOVE else "at least"


def _plain(points: Decimal) -> int | Decimal:
    return int(points) if points == points.to_integral_value() else points
