"""Questions of a page and whether what follows answers them so that a programme is shut."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.core.content import Page
from monitor.core.facts.lexicon import answers as words
from monitor.core.facts.passages import Passage, label_before, passages


@dataclass(frozen=True, slots=True)
class Question:
    """A question without its "Q:", "" where nothing is asked.

    `begins`: whether the passage is the first one after it, the answer; `rest`: the block from there to the next
    question.
    """

    text: str = ""
    begins: bool = False
    rest: str = ""


_LABEL = re.compile(rf"\s*(?:{words.LABEL['en']}){{1,2}}", re.IGNORECASE)
_ASKED = re.compile("|".join(words.ASKED.values()), re.IGNORECASE)
_WHETHER_SHUT = re.compile("|".join(words.ASKED_WHETHER_SHUT.values()), re.IGNORECASE)
_YES = re.compile(rf"\s*(?:{'|'.join(words.YES.values())})", re.IGNORECASE)
_NO = re.compile(rf"\s*(?:{'|'.join(words.NO.values())})", re.IGNORECASE)
_ENDED = re.compile(rf"\s*(?:{words.ENDED['en']})", re.IGNORECASE)
_ANOTHER_REASON = re.compile(words.ANOTHER_REASON["en"], re.IGNORECASE)
_MAX_QUESTION = 300  # characters


def with_questions(page: Page) -> Iterator[tuple[Passage, Question]]:
    """Every passage of *page* with the question that it follows in its block, or that stands just before the block."""
    block, question, begins = -1, "", False
    for passage in passages(page):
        if passage.place.block != block:
            block = passage.place.block
            label = "" if passage.is_heading else label_before(page.blocks, block)
            question, begins = (bare(label), True) if is_question(label) else ("", False)
        if is_question(passage.text):
            yield passage, Question()
            question, begins = bare(passage.text) if len(passage.text) <= _MAX_QUESTION else "", True
        else:
            rest = _before_the_next(page.blocks[block].text[passage.start :][:_MAX_QUESTION])
            yield passage, Question(question, begins, rest) if question else Question()
            begins = False


def _before_the_next(text: str) -> str:
    """*text* without the question that it goes on with."""
    answer, asks, _ = text.partition("?")
    return answer.rpartition(". ")[0] if asks else answer


def is_question(text: str) -> bool:
    """Whether *text* ends as a question does."""
    return text.rstrip().endswith("?")


def bare(text: str) -> str:
    """*text* without "Q:", "A:" or "and" before it."""
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def asks_whether_shut(question: Question) -> bool:
    """Whether "yes" would mean that something is shut."""
    return _WHETHER_SHUT.search(question.text) is not None


def shuts(question: Question, answer: str) -> bool:
    """Whether *answer* tells that what is asked about is not offered."""
    if _ANOTHER_REASON.search(question.rest) or _ANOTHER_REASON.search(answer):
        return False
    if _ENDED.match(answer):
        return True
    if asks_whether_shut(question):
        return _YES.match(answer) is not None
    return _ASKED.match(question.text) is not None and _NO.match(answer) is not None
