"""What of a text passes with the visit though nobody edited it: counters, clocks, countdowns, tokens, buttons."""

import re
from collections.abc import Iterable, Mapping

from monitor.core.drift.passing_words import (
    AGO,
    CLOCKS,
    CONTROLS,
    COUNTED,
    MADE,
    NOTICES,
    TALLIES,
    TO_COME,
    TONGUES,
    TOUCHED,
)

MAX_PASSING_WORDS = 12  # a longer text states something, whatever counter or clock it mentions
MAX_PASSING_CHARACTERS = 200
MAX_STAMP_WORDS = 5
MAX_COUNTDOWN_WORDS = 8
MIN_LOT_CHARACTERS = 16
_MIN_TONGUES = 2  # "English" alone may be what is spoken

_YEARS = r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?"
_COPYRIGHT = re.compile(
    rf"(?:©|\bcopyright\b)\D{{0,40}}{_YEARS}|\(c\)\W{{0,3}}{_YEARS}|{_YEARS}\s{{0,3}}©", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_BUILD = re.compile(r"\d+(?:\.\d+){2,}\S*|\bbuild\s+#?\d+", re.IGNORECASE)  # a document is version 2 or 2.1


def _any(patterns: Mapping[str, str] | Iterable[str]) -> str:
    return "|".join(patterns.values() if isinstance(patterns, Mapping) else patterns)


_TOUCHED = _any(rf"(?:{done})\W{{1,3}}(?:{when}|{AGO[name]})" for name, (done, when) in TOUCHED.items())
_AGO = re.compile(rf"\b(?:{_TOUCHED})\b|(?<!than )(?:{_any(AGO)})", re.IGNORECASE)
_TWO_UNITS = r"\b\d{1,3}\s?(?:days?|d)\W{1,3}\d{1,2}\s?(?:hours?|hrs?|h)\b(?:\W{1,3}\d{1,2}\s?(?:min(?:ute)?s?|m)\b)?"
_COUNTDOWN = re.compile(rf"(?<!than )(?:{_TWO_UNITS}|{_any(TO_COME)})", re.IGNORECASE)
_COUNT = r"\d[\d.,\u00a0]*\s?[km]?"
_COUNTER = re.compile(
    rf"\b{_COUNT}\s+(?:{_any(COUNTED)})\b|\b(?:{_any(COUNTED)})\s?[:(]\s?{_COUNT}\)?|[★☆♥👍]\s?{_COUNT}|{_any(TALLIES)}",
    re.IGNORECASE,
)
_SOCIAL = re.compile(  # nothing is given back: what could be split in many ways would be tried in all of them
    r"\W*+(?:(?:likes?+|shares?+|tweets?+|pins?+|follow|views?+)\s++\d[\d.,\u00a0]*+\s?+(?:[km]\b)?+\W*+)++",
    re.IGNORECASE,
)
_CLOCK = re.compile(rf"\W*(?:{_any(CLOCKS)})\b", re.IGNORECASE)
_MADE = re.compile(rf"\b(?:{_any(MADE)})", re.IGNORECASE)
_SUM = re.compile(r"\b(?:what is\s+)?\d{1,2}\s*[+x×*−–-]\s*\d{1,2}\s*(?:=\s*\??|\?)", re.IGNORECASE)
_LOT = re.compile(r"\b(?=[a-f\d-]{0,40}[a-f])(?=[a-f-]{0,40}\d)[a-f\d]{8}(?:-?[a-f\d]{4}){2,16}\b", re.IGNORECASE)
_TICKET = re.compile(
    r"\b(?:request|trace|correlation|ray|session|transaction)\s*(?:id|#|no\.?|number)\W{1,3}(?=[\w.-]{0,60}\d)[\w.-]{6,60}",
    re.IGNORECASE,
)
_NOTICE = re.compile(rf"\W*(?:{_any(NOTICES)})", re.IGNORECASE)
_WORD = re.compile(r"[^\s|·•,/()\[\]]+")
_EDGES = " .…»›↑→?!:"


def without_passing(text: str) -> str:
    """*text* without what differs from one visit to the next though nobody edited it.

    That is: copyright years, counters of views and the like, how long ago something was posted and how soon something
    else begins, clocks, the number of a program's build, tokens drawn by lot. Every other digit stays: fees and dates
    are digits. Nothing is left of what is only the words of buttons ("read more"), a list of languages to choose from,
    or a notice about the visitor's browser.
    """
    if len(text) <= MAX_PASSING_CHARACTERS and _is_idle(text):
        return ""
    if _DIGITS.search(text) is None:
        is_stamp = _size(text) <= MAX_STAMP_WORDS and len(text) <= MAX_PASSING_CHARACTERS
        return _AGO.sub("", text) if is_stamp else text
    if "©" in text or "(c)" in text.casefold() or "copyright" in text.casefold():
        text = _COPYRIGHT.sub(_without_digits, text)
    if len(text) >= MIN_LOT_CHARACTERS:
        text = _LOT.sub("", text)
    size = _size(text)
    if size > MAX_PASSING_WORDS or len(text) > MAX_PASSING_CHARACTERS:
        return text
    if _CLOCK.match(text) or _SOCIAL.fullmatch(text):
        return ""
    if text.count(".") > 1 and (size <= MAX_STAMP_WORDS or "©" in text):
        text = _BUILD.sub("", text)
    if size <= MAX_COUNTDOWN_WORDS:
        text = _COUNTDOWN.sub("", text)
    return _COUNTER.sub(_without_digits, _SUM.sub("", _TICKET.sub("", _MADE.sub("", _AGO.sub("", text)))))


def _size(text: str) -> int:
    return text.count(" ") + 1


_PHRASES = frozenset().union(*CONTROLS.values())
_CONTROLS = frozenset(tuple(_WORD.findall(each.strip(_EDGES))) for each in _PHRASES)
_TONGUES = frozenset(tuple(_WORD.findall(each)) for each in TONGUES)
_ABOUT_THE_BROWSER = ("avaScript", "avascript", "rowser", "avigateur", "avegador")
_LONGEST = max(map(len, _CONTROLS))
_FIRST = frozenset(each[0] for each in (*_CONTROLS, *_TONGUES))


def _is_idle(text: str) -> bool:
    """Whether a text is nothing but the words of buttons, a list of languages, or a notice about the browser."""
    first = _WORD.search(text)
    if first is not None and first[0].strip(_EDGES).casefold() in _FIRST and _is_made_of_labels(text.casefold()):
        return True
    return any(each in text for each in _ABOUT_THE_BROWSER) and _NOTICE.match(text) is not None


def _is_made_of_labels(folded: str) -> bool:
    words = [bare for each in _WORD.findall(folded) if (bare := each.strip(_EDGES))]
    at = tongues = labels = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = tuple(words[at : at + length])
            if phrase in _CONTROLS or phrase in _TONGUES:
                tongues += phrase in _TONGUES
                labels += phrase in _CONTROLS
                at += length
                break
        else:
            return False
    return labels > 0 or tongues >= _MIN_TONGUES


def _without_digits(found: re.Match[str]) -> str:
    return _DIGITS.sub("", found[0])
