"""Page → people who are named with what they do there. A name alone, or a role alone, is nobody."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from monitor.core.content import Page
from monitor.core.fact import Person, Place
from monitor.core.facts.lexicon.contacts import DEGREES, NO_NAME, ROLE
from monitor.core.facts.setting import MAX_FACTS, MAX_QUOTE_CHARACTERS, around, places
from monitor.core.lexicon.finder import Signs
from monitor.core.wording import slug, vocabulary

MAX_PARTS = 40  # of one block
MAX_NAMED_CHARACTERS = 20_000  # of one block in which a name is looked for; then it is no text for people
MAX_ROLE_CHARACTERS = 120
MAX_NAME_WORDS = 5
MAX_NAME_CHARACTERS = 80

_CELLS = re.compile(r"\s*\|\s*")
_PARTS = re.compile(r"\s*(?:\||;|\u2022|\u2013|\u2014|:|\s-\s|,)\s*")
_PARTING = re.compile(r"[|;:,\u2022\u2013\u2014-]")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-]){0,30}")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ADDRESS = re.compile(r"[^\s@|<>()]{1,64}@[^\s@|<>()]{1,253}")
_RUN = re.compile(r"[A-Z][\w'’-]{1,30}(?:\s[A-Z]\.?)?\s[A-Z][\w'’-]{1,30}")
_ROLES = frozenset(word for words in ROLE.values() for word in words)
_SIGNS = Signs(_ROLES)
_PARTICLES = vocabulary("de del della der den di da do dos la le van von bin al el y e")


def people(page: Page) -> tuple[Person, ...]:
    """Everybody who is named beside a role: in one line or row, or in two lines of which one is a name alone."""
    where = places(page)
    found = [person for place in where for person in _in_block(page.blocks[place.block].text, place)]
    found += _in_two_lines(page, where)
    return tuple(sorted(found, key=lambda person: person.place.block)[:MAX_FACTS])


def name(text: str) -> str | None:
    """The name of a person that *text* is, without degrees and titles, None where it is something else."""
    if len(text) > MAX_NAME_CHARACTERS:
        return None
    words = text.replace(",", " ").split()
    while words and words[0].lower().strip(".") in DEGREES:
        words.pop(0)
    while words and words[-1].lower().replace(".", "") in DEGREES:
        words.pop()
    if not 2 <= len(words) <= MAX_NAME_WORDS or not all(_is_of_a_name(word, words) for word in words):
        return None
    whole = [word for word in words if len(word.strip(".")) > 1 and word.lower() not in _PARTICLES]
    return " ".join(words) if whole and words[-1].lower() not in _PARTICLES else None


def _is_of_a_name(word: str, words: Sequence[str]) -> bool:
    """Whether a word can stand in a name: a particle, an initial, a word with a capital that is no common one."""
    plain = word.lower().strip(".")
    if plain in _PARTICLES:
        return True
    if not _NAME_WORD.fullmatch(word) or not word[0].isupper() or plain in NO_NAME or plain in _ROLES:
        return False
    abbreviation = len(plain) > 1 and word.isupper() and not all(each.isupper() for each in words)
    return not abbreviation


def role(text: str) -> str | None:
    """What somebody is called for what they do, as *text* has it, None where it is something else."""
    words = _TOKEN.findall(text.lower())
    fits = 0 < len(text) <= MAX_ROLE_CHARACTERS and text[:1].isupper() and len(words) <= 14
    return text if fits and not _ROLES.isdisjoint(words) and "." not in text.rstrip(".") else None


def is_named(text: str, called: str) -> tuple[int, int] | None:
    """Where *text* names somebody, in whatever order and with an initial between the words of the name; else None.

    An address that is made of the name does not name anybody.
    """
    text = text[:MAX_NAMED_CHARACTERS]
    wanted = [word for word in slug(called).split("-") if len(word) > 1 and word not in DEGREES]
    if not wanted or wanted[-1] not in slug(text):
        return None
    words = [(slug(word[0]), word.start(), word.end()) for word in _WORD.finditer(_without_addresses(text))]
    for index, (word, _, _) in enumerate(words):
        if word != wanted[-1]:
            continue
        near = range(max(0, index - len(wanted) - 1), min(len(words), index + len(wanted) + 2))
        nearest = [
            min((at for at in near if words[at][0] == each), key=lambda at: abs(at - index), default=None)
            for each in wanted
        ]
        found = [words[at] for at in nearest if at is not None]
        if len(found) == len(wanted):
            return min(start for _, start, _ in found), max(end for _, _, end in found)
    return None


def names_others(text: str, called: str) -> bool:
    """Whether somebody else may be named in *text*: a part of it is a name, or a run of words in capitals is."""
    plain = _without_addresses(text)
    parts = (*islice(_PARTS.split(plain), MAX_PARTS), *(run[0] for run in islice(_RUN.finditer(plain), MAX_PARTS)))
    return any(named is not None and is_named(named, called) is None for named in map(name, parts))


def _without_addresses(text: str) -> str:
    """*text* with blanks in place of its e-mail addresses."""
    return _ADDRESS.sub(lambda address: " " * len(address[0]), text) if "@" in text else text


def _in_block(text: str, place: Place) -> Iterator[Person]:
    """Neighbouring parts of which one is a name and the next a role, or the other way round, degrees between."""
    if len(text) > 4 * MAX_QUOTE_CHARACTERS or not _PARTING.search(text):
        return
    if not _SIGNS.stand_in(text) or _ROLES.isdisjoint(_TOKEN.findall(text.lower())):
        return
    parts = [part for part in islice(_PARTS.split(text), MAX_PARTS) if part and not _is_degrees(part)]
    taken: set[int] = set()
    for index, (one, two) in enumerate(pairwise(parts)):
        if index in taken:
            continue
        for called, does in ((one, two), (two, one)):
            named, acts = name(called), role(does)
            if named is not None and acts is not None:
                taken |= {index, index + 1}
                at = text.find(called)
                yield Person(named, acts, around(text, at, at + len(called)), place)
                break


def _in_two_lines(page: Page, where: Sequence[Place]) -> Iterator[Person]:
    for one, two in pairwise(where):
        above, below = page.blocks[one.block].text, page.blocks[two.block].text
        if len(above) > MAX_ROLE_CHARACTERS or len(below) > MAX_ROLE_CHARACTERS:
            continue
        named, acts = name(above), role(below)
        if named is not None and acts is not None and not _CELLS.search(below):
            yield Person(named, acts, above, one)


def _is_degrees(part: str) -> bool:
    words = part.lower().replace(".", "").split()
    return all(word in DEGREES for word in words)
