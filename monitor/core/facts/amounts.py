"""Sums of money in a text: where they stand, how much, in which currency. No words but those of the sum itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monitor.core.lexicon.currencies import CODES, DOLLAR, NAMES, SIGNS
from monitor.core.lexicon.finder import Signs, either, folded

_PLAIN = r"\d{1,3}(?:[,.'’]\d{3}(?!\d)){1,4}(?:[.,]\d{1,2}(?!\d))?|\d{1,9}(?:[.,]\d{1,2}(?!\d))?"
_NUMBER = re.compile(rf"(?<!\d)(?<!\d[.,'’])(?:{_PLAIN})(?![\d%]|[.,]\d)")
_SPACED = re.compile(r"\d{1,3}(?: \d{3}(?!\d)){1,4}(?:[.,]\d{1,2}(?!\d))?")
# Broken up by markup: "$1 200", "$1, 500"; what follows must not be something that 200 are counted of.
_BROKEN = re.compile(
    r"\d{1,3}(?:(?: \d{3}){1,3}| ?, ?\d ?\d ?\d)(?!\d)(?:\.\d\d(?!\d))?"
    r"(?=\s*(?:[.;:()|/–—-]|,(?! ?\d)|$|(?:per|an?|each|every|for|is|are|will|must|and|or|in|to|due|non|USD|US|CAD)\b"
    r"|(?:month|week|dai|total|dollar)\w*))"
)
_OF_NEXT = re.compile(r" ?[$€£]? ?\d")
_TIMES = re.compile(r" ?(k|thousand|million|m|bn|billion)\b", re.IGNORECASE)
_DASH = re.compile(r"[.,][-–—]")  # "500.–"


_SIGN, _CODE, _NAME = either(SIGNS), either(CODES), either(name for _, name, _ in NAMES)
_DIGIT, _CURRENCY = re.compile(r"\d"), Signs((*SIGNS, *CODES, *(name for _, name, _ in NAMES)))
_BEFORE = re.compile(rf"(?<![A-Z.])(?:(?P<code>{_CODE}) ?)?(?P<sign>{_SIGN}) ?$|\b(?P<alone>{_CODE}) ?$")
_BEHIND = re.compile(rf" ?(?:\(?(?P<code>{_CODE})\b|(?P<name>(?i:{_NAME}))(?![A-Za-z])|(?P<sign>[€£]))")
_FURTHER = re.compile(rf" ?(?:-|–|—|(?:to|bis|à|até|hasta)(?! (?:19|20)\d\d\b)) ?(?P<number>{_PLAIN})(?![\w%]|[.,]\d)")
_NO_SUM = re.compile(r"[ -]?(?:st|nd|rd|th|week|wk|day|month|year|hour|credit|pm|am|p\.m|a\.m)", re.IGNORECASE)

_WIDEST_BEFORE = 12  # characters: "USD U.S. $ "
_THOUSANDS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_NAMED = {folded(name): code for _, name, code in NAMES}
_NUMBERED = re.compile(  # "Step 1 200 USD": the number counts what stands before it
    r"\b(?:step|part|phase|level|tier|week|month|year|day|session|block|option|rotation|semester|term|no\.?) ?$",
    re.IGNORECASE,
)
_PARTED_BY_SPACES = frozenset({"EUR", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum that stands in a text from `start` to `end`; `currency` an ISO code, "$" where only the sign is given.

    `upto`: the upper end of a range that has one currency for both ("$500–700"), within `end`.
    """

    start: int
    end: int
    value: Decimal
    currency: str
    upto: Decimal | None = None


def amounts(text: str) -> Iterator[Amount]:
    """Every sum of money in *text*, in reading order."""
    if not may_hold_any(text):
        return
    at = last = 0
    while number := _NUMBER.search(text, at):
        found = _amount(text, number, last)
        if found is not None:
            yield found
        at = found.end if found is not None else number.end()
        last = found.end if found is not None else last


def may_hold_any(text: str) -> bool:
    """Whether *text* may hold a sum: False is certain."""
    return _DIGIT.search(text) is not None and _CURRENCY.stand_in(text)


def value(written: str) -> Decimal:
    """A number as written: "1,500", "1.500,00", "1'500", "149.50". Three digits behind a mark are thousands."""
    plain = re.sub(r"[ '’]", "", written)
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0:
        return Decimal(plain)
    whole, behind = re.sub(r"[.,]", "", plain[:last]), plain[last + 1 :]
    return Decimal(whole + behind) if len(behind) == 3 else Decimal(f"{whole}.{behind}")


def _amount(text: str, number: re.Match[str], last: int) -> Amount | None:
    """The sum that a number is part of; the sign before it may not be that of the sum that ends at *last*."""
    before = _BEFORE.search(text[max(last, number.start() - _WIDEST_BEFORE) : number.start()])
    spaced = _SPACED.match(text, number.start())
    end = spaced.end() if spaced else number.end()
    behind = _BEHIND.match(text, end)
    if spaced and _currency(before, behind) not in _PARTED_BY_SPACES and not _is_named(text, number.start(), behind):
        end = number.end()
    if before and (broken := _BROKEN.match(text, number.start())) and broken.end() > end:
        end = broken.end()
    worth = value(text[number.start() : end])
    if times := _TIMES.match(text, end):
        end, worth = times.end(), worth * 10 ** _THOUSANDS[folded(times[1])]
    elif dash := _DASH.match(text, end):
        end = dash.end()
    behind = _BEHIND.match(text, end)
    if before and behind and _OF_NEXT.match(text, behind.end()):
        behind = None  # "USD 1,500 (CAD 2,050)"
    further = None if behind else _FURTHER.match(text, end)
    upto = value(further["number"]) if further and not _NO_SUM.match(text, further.end()) else None
    if further and upto is not None and upto > worth and (before or _BEHIND.match(text, further.end())):
        end = further.end()
        behind = _BEHIND.match(text, end)
    else:
        upto = None
    if not before and not behind:
        return None
    start = number.start() - (len(before[0]) if before else 0)
    return Amount(start, behind.end() if behind else end, worth, _currency(before, behind), upto)


def _is_named(text: str, start: int, behind: re.Match[str] | None) -> bool:
    """Whether a currency in letters stands behind digits in groups, and nothing before them that they may count."""
    named = behind is not None and bool(behind["code"] or behind["name"])
    return named and _NUMBERED.search(text[max(0, start - _WIDEST_BEFORE) : start]) is None


def _currency(before: re.Match[str] | None, behind: re.Match[str] | None) -> str:
    """A code or a name says more than a sign: "$1,000 CAD"."""
    stated = ""
    if behind:
        stated = CODES.get(behind["code"] or "") or _NAMED.get(folded(behind["name"] or ""), "")
        stated = stated or SIGNS.get(behind["sign"] or "", "")
    if before and stated in ("", DOLLAR):
        return CODES.get(before["code"] or before["alone"] or "") or SIGNS[before["sign"]]
    return stated
