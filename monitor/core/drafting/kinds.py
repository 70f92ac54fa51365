"""What a programme offers and whom it is for, by the words of its page."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from monitor.core.audiences import audience, mentions
from monitor.core.content import Area, Block
from monitor.core.drafting.lexicon import KINDS, OPEN_TO
from monitor.core.drafting.model import Found
from monitor.core.fact import Audience
from monitor.core.lexicon.finder import Finder
from monitor.core.verdict import Reading
from monitor.core.wording import enumeration

MAX_KINDS = 3
_MAX_BLOCKS = 200
_MAX_SENTENCE = 300  # characters of a block that says whom something is for
_IN_TEXT_ALONE = "its title and first heading do not say what it offers"
_KIND = Finder({phrase.strip(): kind for kind, _, line in KINDS for phrase in line.split(",")})
_OPEN = Finder({phrase.strip(): True for _, line in OPEN_TO for phrase in line.split(",")})
_NOUNS = {Audience.STUDENTS: "students", Audience.GRADUATES: "graduates"}
_ADJECTIVES = {Audience.DOMESTIC: "domestic", Audience.INTERNATIONAL: "international"}


def kinds_in(text: str) -> tuple[str, ...]:
    """The kinds that *text* names, in reading order, each once."""
    return tuple(dict.fromkeys(hit.meaning for hit in _KIND.find(text)))


def kinds(reading: Reading) -> Found[tuple[str, ...]] | None:
    """What the title or the first heading offers; else, in doubt, what the text names most often."""
    for text in _heads(reading):
        if named := kinds_in(text):
            return Found(named[:MAX_KINDS], text)
    counted = Counter[str]()
    quotes: dict[str, str] = {}
    for block in _main(reading):
        for hit in _KIND.find(block.text):
            counted[hit.meaning] += 1
            quotes.setdefault(hit.meaning, block.text)
    if not counted:
        return None
    kind = counted.most_common(1)[0][0]
    return Found((kind,), quotes[kind], _IN_TEXT_ALONE)


def whom(reading: Reading) -> Found[str] | None:
    """Whom it is for: by the title or the first heading, else by the first line that says so in plain words."""
    for text in _heads(reading):
        if words := audience_words(audience(text)):
            return Found(words, text)
    for block in _main(reading):
        if len(block.text) > _MAX_SENTENCE or not any(_OPEN.find(block.text)) or not any(mentions(block.text)):
            continue
        if words := audience_words(audience(block.text)):
            return Found(words, block.text, "it is put together from a sentence")
    return None


def audience_words(of: frozenset[Audience]) -> str | None:
    """ "international students and graduates"; None for nobody, and for those whom no guide is for."""
    if Audience.OTHERS in of:
        return None
    nouns = enumeration((word for each, word in _NOUNS.items() if each in of), "and")
    adjectives = enumeration((word for each, word in _ADJECTIVES.items() if each in of), "and")
    return f"{adjectives} {nouns or 'applicants'}".strip() if nouns or adjectives else None


def _heads(reading: Reading) -> Iterator[str]:
    yield from (block.text for block in islice(reading.blocks, _MAX_BLOCKS) if block.heading == 1)
    if reading.title:
        yield reading.title


def _main(reading: Reading) -> Iterator[Block]:
    return islice((block for block in reading.blocks if block.area is Area.MAIN), _MAX_BLOCKS)
