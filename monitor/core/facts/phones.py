"""Page → telephone and fax numbers, as text and behind `tel:` links; numbers that are none of the two never."""

import re
from collections.abc import Iterator
from enum import Enum
from urllib.parse import unquote

import phonenumbers

from monitor.core.content import Page
from monitor.core.fact import Phone, Place
from monitor.core.facts.lexicon.contacts import FAX, NO_PHONE, PHONE, SHORT_PHONE
from monitor.core.facts.setting import MAX_FACTS, around, places, standing

HOME = "US"  # numbers without a country code are read as this country's
MIN_DIGITS, MAX_DIGITS = 7, 15  # with country code (ITU-T E.164); without an area code 7
MAX_LINKS = 200
MAX_BEFORE = 40  # characters in which the word before a number is looked for
MAX_LABEL_WORDS = 4  # a block of so few words above a number may be its label

_GAP = r"[\s.\-/\u2010-\u2015\u00b7]"
_BEFORE = r"(?<![\w$€£¥#@=&?%+-])(?<!\d[.,:/])"
_AFTER = r"(?!\d|\s?[%€£]|[.,:-]\d)"
_NORTH_AMERICAN = re.compile(
    rf"{_BEFORE}(?:\+?1\)?{_GAP}{{0,3}})?(?:\([2-9]\d\d\){_GAP}{{0,3}}|[2-9]\d\d\)?{_GAP}{{1,3}})"
    rf"[2-9]\d\d{_GAP}{{1,3}}\d{{4}}{_AFTER}"
)
_FREE = "8(?:00|33|44|55|66|77|88)"
_TOLL_FREE = re.compile(_FREE)
_VANITY = re.compile(rf"{_BEFORE}(?:\+?1[-. ])?\(?{_FREE}\)?[-. ][A-Z0-9]{{3}}[-. ]?[A-Z0-9]{{4}}(?!\w)")
_RUN = re.compile(
    rf"{_BEFORE}\(?(?:\+\s?)?\(?\d{{1,15}}(?:[\s.\-/()\u2010-\u2015\u00b7]{{1,4}}\d{{1,10}}){{0,6}}{_AFTER}"
)
_DIGITS = re.compile(r"(?:\d\D{0,5}){6}\d")  # no number has fewer, or wider gaps
_ABROAD = re.compile(r"\(?\+|\(?(?:00|011)(?=[\s-]?[1-9])")
_EXTENSION = re.compile(
    r"[\s,;(]{0,3}(?:ext(?:ension|n)?|x|anexo|durchwahl|poste|ramal)(?:\b|(?=\d))[\s.:#]{0,3}(\d{1,6})\b", re.IGNORECASE
)
_FAX_BEHIND = re.compile(
    r"[\s,;]{0,3}(?:[\[(–—-]\s?)?(?:by |via |is (?:an? |our |the )?)?(?:fax|facsimile)\b"
    r"(?![\s:.#]{0,3}(?:[(+]|\d|no\b|number))",
    re.IGNORECASE,
)
_F = re.compile(r"(?:^|[\s|,;•·])F\s*$")  # "T 304 555 0101 F 304 555 0109"
_DATE = re.compile(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d"
    r"|(?:(?:19|20)\d\d\W{1,3}){1,7}(?:19|20)?\d\d"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


class _Label(Enum):
    """What the words before a number say that it is."""

    PHONE = "phone"  # or both phone and fax
    FAX = "fax"
    NEITHER = "neither"
    NONE = "none"


def _all(by_language: dict[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(word for words in by_language.values() for word in words)


_PHONE, _FAX, _NO_PHONE = _all(PHONE), _all(FAX), _all(NO_PHONE)


def phones(page: Page) -> tuple[Phone, ...]:
    """Every number of a page with the words around it, in reading order; then those that stand only behind links."""
    where = places(page)
    found: list[Phone] = []
    above = ""
    for place in where:
        text = page.blocks[place.block].text
        found += in_text(text, place, above if len(above.split()) <= MAX_LABEL_WORDS else "")
        above = text
    found = found[:MAX_FACTS]
    shown = {phone.digits for phone in found}
    placed = 0
    for link in page.links:
        if link.url[:4].lower() == "tel:" and placed < MAX_LINKS:
            placed += 1
            digits = _dialled(unquote(link.url[4:80]).partition(";")[0])
            if digits is not None and digits not in shown:
                shown.add(digits)
                blocks = ((page.blocks[place.block], place) for place in where if place.area is link.area)
                quoted = ((quote, place) for block, place in blocks if (quote := standing(block, link.text)))
                quote, place = next(quoted, (link.text or link.url, Place(0, area=link.area)))
                found.append(Phone(digits, quote, place))
    return tuple(found[:MAX_FACTS])


def _dialled(number: str) -> str | None:
    """The digits of a link's number; one that this country has not is kept as it is dialled."""
    bare = _bare(number)
    return _parsed(number) or (bare if MIN_DIGITS <= len(bare) <= MAX_DIGITS else None)


def normal(text: str) -> tuple[str, str | None] | None:
    """The digits of a number as a person writes it, with country code, and its extension; None where it is none."""
    found = next(in_text(text, Place(0), "phone"), None)
    return (found.digits, found.extension) if found is not None else None


def in_text(text: str, place: Place, above: str) -> Iterator[Phone]:
    """The numbers in *text*, in order; *above* is a line that may be its label."""
    if len(text) < MIN_DIGITS or not (_DIGITS.search(text) or (_TOLL_FREE.search(text) and _VANITY.search(text))):
        return
    found = ((pattern, match) for pattern in (_NORTH_AMERICAN, _VANITY, _RUN) for match in pattern.finditer(text))
    reached = 0
    for pattern, match in sorted(found, key=lambda each: each[1].start()):
        if match.start() < reached:
            continue
        before = text[max(reached, match.start() - MAX_BEFORE) : match.start()]
        label = _label(before if before.strip(" |(") else f"{above}:")
        digits = _number(match[0], pattern, label)
        if digits is None:
            continue
        extension = _EXTENSION.match(text, match.end())
        reached = extension.end() if extension else match.end()
        fax = label is _Label.FAX or (label is _Label.NONE and _FAX_BEHIND.match(text, reached) is not None)
        yield Phone(digits, around(text, match.start(), reached), place, extension[1] if extension else None, fax)


def _label(before: str) -> _Label:
    """What the words right before a number say that it is; a single letter says so only with a mark behind it."""
    if _F.search(before):
        return _Label.FAX
    marked = before.rstrip().endswith((":", ".", "|"))
    words = [word for word in _WORD.findall(before.lower())[-3:] if len(word) > 1 or marked]
    phone = any(word in _PHONE or word in SHORT_PHONE for word in words)
    if not _FAX.isdisjoint(words):
        return _Label.PHONE if phone else _Label.FAX
    if phone:
        return _Label.PHONE
    return _Label.NEITHER if not _NO_PHONE.isdisjoint(words[-2:]) else _Label.NONE


def _number(written: str, pattern: re.Pattern[str], label: _Label) -> str | None:
    """The digits of what is written like a number, with country code; without a label it must be written as one is.

    A labelled number that is none of this country's is kept as it stands: which country's it is the page does not say.
    """
    if label is _Label.NEITHER or _DATE.fullmatch(written.strip()):
        return None
    if pattern is _NORTH_AMERICAN and not written.replace(" ", "").isdigit():
        return "1" + _bare(written)[-10:]
    if pattern is _RUN and label is _Label.NONE and not _ABROAD.match(written):
        return None
    if not MIN_DIGITS <= len(_bare(written)) <= MAX_DIGITS and pattern is not _VANITY:
        return None
    digits = _parsed(written)
    if digits is None and pattern is _RUN and label in {_Label.PHONE, _Label.FAX} and _bare(written)[0] == "0":
        return _bare(written)
    return digits


def _parsed(written: str) -> str | None:
    """The digits of a number that exists in the numbering plan of its country."""
    try:
        number = phonenumbers.parse(written, HOME)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).lstrip("+")


def _bare(written: str) -> str:
    return "".join(char for char in written if char.isdecimal() and char.isascii())
