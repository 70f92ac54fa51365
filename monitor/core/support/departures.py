"""Where a page says of what it names that it is of the past: a mailbox, a number, a person."""

import re
from collections.abc import Iterator, Mapping, Sequence

from monitor.core.content import Block
from monitor.core.facts.lexicon.contacts import DEGREES
from monitor.core.facts.lexicon.departures import GONE_BEFORE, GONE_BEHIND, GONE_NOTE, OUT_BEFORE, OUT_BEHIND
from monitor.core.facts.people import is_named
from monitor.core.facts.sentences import sentences

MAX_BLOCK_CHARACTERS = 20_000  # a longer block is no page's notice
REACH_CHARACTERS = 80


def _either(told: Mapping[str, str]) -> str:
    return "|".join(told.values())


_TITLES = "|".join(sorted(DEGREES, key=len, reverse=True))
_LEADS = rf"(?:\s*(?:the (?:old )?(?:address|mailbox|e-?mail|number)|(?:{_TITLES})\.?|\())*[\s:]*$"
_OUT_BEFORE = re.compile(rf"\b(?:{_either(OUT_BEFORE)}){_LEADS}", re.IGNORECASE)
_OUT_BEHIND = re.compile(rf"[\s,)]*(?:which |that )?(?:{_either(OUT_BEHIND)})\b", re.IGNORECASE)
_GONE_BEFORE = re.compile(rf"\b(?:{_either(GONE_BEFORE)}){_LEADS}", re.IGNORECASE)
_GONE_BEHIND = re.compile(
    rf"(?:,? (?:{_TITLES})\.?|, [\w.]{{2,7}}(?=,))*,?\s+(?:{_either(GONE_BEHIND)})\b", re.IGNORECASE
)


_SIGNS = re.compile("|".join(map(_either, (GONE_BEFORE, GONE_BEHIND, GONE_NOTE))), re.IGNORECASE)
_NOTED = re.compile(rf"[^.;]{{0,40}}?\s*[(\[|–—]\s*(?:{_either(GONE_NOTE)})\b", re.IGNORECASE)


def is_out_of_use(text: str, start: int, end: int) -> bool:
    """Whether *text* says of the address or number from *start* to *end* that it is in use no longer."""
    before, behind = text[max(0, start - REACH_CHARACTERS) : start], text[end : end + REACH_CHARACTERS]
    return _OUT_BEFORE.search(before) is not None or _OUT_BEHIND.match(behind) is not None


def departures(name: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The sentences that say that somebody is gone, each with its block."""
    for block in blocks:
        text = block.text[:MAX_BLOCK_CHARACTERS]
        if _SIGNS.search(text) is None or is_named(text, name) is None:
            continue
        for start, end in sentences(text):
            said = text[start:end]
            at = is_named(said, name)
            if at is not None and _is_gone(said, *at):
                yield block, said.strip()


def _is_gone(said: str, start: int, end: int) -> bool:
    before, behind = said[max(0, start - REACH_CHARACTERS) : start], said[end : end + REACH_CHARACTERS]
    told = (_GONE_BEFORE.search(before), _GONE_BEHIND.match(behind), _NOTED.match(behind))
    return any(match is not None for match in told)
