"""Which of the exams that a text names it refuses: "COMLEX is not accepted in place of the USMLE"."""

import re
from collections.abc import Iterator, Sequence

from monitor.core.facts.exams import Mention
from monitor.core.facts.lexicon import stances as words
from monitor.core.facts.lexicon.exams import Scale

TOGETHER = re.compile(r"\s?(?:,|&|/|and|or|,\s?and|,\s?or|nor)\s?(?:the )?", re.IGNORECASE)
"""What may stand between two exams of which the same is said."""

_REACH = 60  # characters
_NOT_ACCEPTED = re.compile(
    r"(?:\s?\([^()]{0,20}\))?(?:[- ](?:based|test|tests|exams?|examinations?|scores?|results?|"
    r"certificates?|reports?)){0,3} "
    rf"(?:{'|'.join(words.NOT_ACCEPTED.values())})",
    re.IGNORECASE,
)
_DO_NOT_ACCEPT = re.compile("|".join(words.DO_NOT_ACCEPT.values()), re.IGNORECASE)
_BELOW_A_LINE = re.compile("|".join(words.BELOW_A_LINE.values()), re.IGNORECASE)
_NARROWED = re.compile("|".join(words.ONE_FORM.values()))
_NOTHING_NARROWS = re.compile(
    r"(?:^|[.;,:(]|\b(?:the|that|but|and|or|while|neither|nor)|"
    r"(?:^|the )(?:scores?|results?|reports?) (?:of|on|in|from)(?: the)?(?: old| former)?)\s*$",
    re.IGNORECASE,
)


def refused(text: str, named: Sequence[Mention]) -> frozenset[Mention]:
    """Those of *named* (in order) that *text* does not accept at all."""
    return frozenset() if _BELOW_A_LINE.search(text) else frozenset(_refused(text, named))


def variety(text: str, mention: Mention) -> Scale | None:
    """The scale that an exam's name itself tells: "paper-based TOEFL"."""
    written = text[mention.start : mention.end].lower()
    return next((scale for scale in mention.exam.scales if any(word in written for word in scale.words)), None)


def _refused(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    for n, mention in enumerate(named):
        if _NOT_ACCEPTED.match(text, mention.end):
            series = _series(text, named[n::-1])
            if _NOTHING_NARROWS.search(text[max(0, series[-1].start - _REACH) : series[-1].start]):
                yield from series
        before = text[max(0, mention.start - _REACH) : mention.start]
        if _DO_NOT_ACCEPT.search(before) and not _NARROWED.match(text, mention.end):
            yield from _series(text, named[n:])


def _series(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The first of *named* with those that are joined to it."""
    series = [named[0]]
    for mention in named[1:]:
        left, right = sorted((series[-1], mention), key=lambda each: each.start)
        if not TOGETHER.fullmatch(text, left.end, right.start):
            break
        series.append(mention)
    return series
