"""What a page that bears the words of a failure speaks of besides: a failure speaks of hardly anything else."""

import re
from collections.abc import Iterator

from monitor.core.look import Signal
from monitor.core.signs.lexicon.helps import APOLOGY, HELP
from monitor.core.signs.phrases import (
    Found,
    Phrases,
    Words,
    anywhere,
    is_whole,
    paired,
    plain,
    size,
    table,
    whole_words,
)
from monitor.core.signs.scene import MIDDLING, SHORT, Scene, parts

ANOTHER_MATTER = "what stands below speaks of another matter"

_ANOTHER_MATTER = -3
_A_SENTENCE = 4  # words; fewer are a label
_ENGLISH = table(
    "en: the | and | of | to | for | in | is | are | be | you | we | a | our | their | that | this | on | at | with"
)
_PRICE = -4
_CASE_NUMBER = 2
_EXCUSE = 2
_MOSTLY = 0.6  # of the words below a heading (judged on pages written for it)
_MAX_QUOTE = 120
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)|[。！？]")
_A_PRICE = re.compile(r"[$€£]\s?\d|\d\s?(?:€|£|USD\b|EUR\b|dollars\b)")
_A_CASE_NUMBER = re.compile(
    r"\b(?:attack|incident|event|request|support|ray|block|trace|tracking|reference|ref|correlation|transaction|message"
    r"|session|case)[\s_-]*(?:(?:id|no\.?|number|code|reference)\b\s*(?:is\b)?\s*[:#]?|[:#])\s*#?\s*"
    r"(?=[\w.-]*\d)[\w.-]{6,}",
    re.IGNORECASE,
)


def matter(
    scene: Scene, words: Words, in_title: Found | None, in_heading: Found | None, *, priced: bool
) -> Iterator[Signal]:
    """The signs that what stands beside the words of a failure is of another matter, or that a machine wrote it.

    *in_title*, *in_heading*: what title and first heading say of a failure; *priced*: whether a price speaks against
    it.
    """
    titled = _is_titled(scene, in_title)
    excuse = next((line for line in (scene.heading, scene.title) if _excuses(line)), None)
    if (in_title or in_heading) and not excuse and scene.prose < MIDDLING:
        languages = {found.language for found in (in_title, in_heading) if found}
        another = another_matter(scene, words, languages)
        known = titled and words.known_by_its_title and (in_heading or not scene.heading)
        if another and not known:
            yield Signal(ANOTHER_MATTER, _ANOTHER_MATTER, another)
    if scene.prose >= SHORT:
        return
    price = next((line for line in scene.lines if _A_PRICE.search(line)), None) if priced and not titled else None
    if price:
        yield Signal("it names a price", _PRICE, price[:_MAX_QUOTE])
    if excuse and not (in_title and in_heading):
        yield Signal("title or heading excuse themselves", _EXCUSE, excuse[:_MAX_QUOTE])
    number = next((found[0] for line in scene.lines if (found := _A_CASE_NUMBER.search(line))), None)
    if number:
        yield Signal("a number for those who may help", _CASE_NUMBER, number[:_MAX_QUOTE])


def another_matter(scene: Scene, words: Words, languages: set[str]) -> str | None:
    """A sentence below the heading, where most of what it introduces is of neither failures nor help.

    In a language whose words of help are not known nothing can be told; a heading alone introduces nothing.
    """
    explained = words.known_by_its_title and any(anywhere(words.sought, plain(scene.heading)))
    if explained or not languages <= HELP.keys():
        return None
    below = [line for line in scene.below if _SENTENCE_END.search(line)]
    split = (each.strip() for line in below for each in _SENTENCE_END.split(line))
    sentences = [each for each in split if size(each) >= _A_SENTENCE]
    help_ = {language: HELP[language] for language in languages | {"en"}}
    other = [each for each in sentences if not _is_of_failures(words, help_, plain(each))]
    told = sum(map(size, sentences))
    if not told or sum(map(size, other)) <= _MOSTLY * told:
        return None
    if languages == {"en"} and not whole_words(_ENGLISH, plain("\n".join(sentences))):
        return None  # the frame of a page in another language
    return other[0][:_MAX_QUOTE]


def _is_of_failures(words: Words, help_: Phrases, sentence: str) -> bool:
    told = (help_, words.sentences, words.sought)
    return any(any(anywhere(phrases, sentence)) for phrases in told) or bool(
        paired(words.subjects, words.predicates, sentence)
    )


def _is_titled(scene: Scene, in_title: Found | None) -> bool:
    """Whether the title, or a part of it, says that the page has failed and nothing else."""
    if in_title is None or in_title.vague:
        return False
    return any(size(part) <= size(plain(in_title.phrase)) for part in parts(scene.title))


def _excuses(line: str) -> bool:
    return any(is_whole(APOLOGY, part) for part in parts(line))
