"""Who offers a programme and what it is called, from the page's title, its first heading and its host."""

import re
from collections.abc import Iterator
from itertools import islice

from monitor.core import urls
from monitor.core.drafting.kinds import kinds_in
from monitor.core.drafting.lexicon import GENERIC, INSTITUTIONS
from monitor.core.drafting.model import Found
from monitor.core.lexicon.finder import Finder
from monitor.core.verdict import Reading
from monitor.core.wording import compact, slug

MAX_NAME_CHARACTERS = 150
MAX_ID_WORDS = 5
MAX_ID_CHARACTERS = 80
_MAX_PARTS = 10  # of a title
_LAST_BLOCKS = 30  # in which a page says whose it is
_PARTS = re.compile(r"\s+[|•·»«>/–—-]\s+|\s*(?:::|\|)\s*|:\s+")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[\s\d©–-]{0,20}([^|.©\d]{3,100})", re.IGNORECASE)
_NOT_IN_IDS = re.compile(r"[^a-z0-9-]")
_INSTITUTION = Finder({phrase.strip(): True for _, line in INSTITUTIONS for phrase in line.split(",")})
_GENERIC = frozenset(slug(word) for _, line in GENERIC for word in line.split())


def named(reading: Reading) -> tuple[Found[str] | None, Found[str] | None]:
    """Institution and programme; one of the two at least, the host's or the page's name in want of a better one."""
    institution = next(_institutions(reading), None)
    program = next(_programs(reading, institution.value if institution else ""), None)
    if institution is None and program is None:
        return Found(urls.name(reading.url) or "Unnamed page"), None
    return institution, program


def identity(institution: str, program: str, kinds: tuple[str, ...]) -> str:
    """The slug of a draft: the words that tell an institution from others, and the first kind of what it offers."""
    words = [word for word in _plain(institution or program).split("-") if word]
    telling = [word for word in words if word not in _GENERIC] or words
    parts = (*(word for word in telling[:MAX_ID_WORDS] if not kinds or kinds_in(word) != kinds[:1]), *kinds[:1])
    return "-".join(parts)[:MAX_ID_CHARACTERS].strip("-") or "draft"


def _plain(text: str) -> str:
    return _NOT_IN_IDS.sub("", slug(text[: 2 * MAX_NAME_CHARACTERS]))


def _institutions(reading: Reading) -> Iterator[Found[str]]:
    """Names in the order of their trustworthiness."""
    parts = _title_parts(reading.title)
    for part in reversed(parts):
        if _names_one(part) and not kinds_in(part):
            yield Found(part, reading.title)
    for block in reversed(reading.blocks[-_LAST_BLOCKS:]):
        owner = _RIGHTS.search(block.text)
        if owner is not None and _names_one(owner[1]):
            yield Found(_tidy(owner[1]), block.text)
    host = compact(urls.site(urls.name(reading.url)).partition(".")[0])
    for part in reversed(parts):
        if host and len(parts) > 1 and len(compact(part)) > 2 and compact(part) in host:
            yield Found(part, reading.title)


def _programs(reading: Reading, institution: str) -> Iterator[Found[str]]:
    """The first heading, or what the title says beside the institution; those first that name what is offered."""
    heading = next((block for block in islice(reading.blocks, 200) if block.heading == 1), None)
    names = [Found(_tidy(heading.text), heading.text)] if heading is not None else []
    names += [Found(part, reading.title) for part in _title_parts(reading.title)]
    others = [name for name in names if name.value and name.value.casefold() != institution.casefold()]
    yield from (name for name in others if kinds_in(name.value))
    yield from others


def _title_parts(title: str) -> list[str]:
    parts = (_tidy(part) for part in islice(_PARTS.split(title), _MAX_PARTS))
    return [part for part in parts if any(char.isalpha() for char in part)]


def _names_one(text: str) -> bool:
    return any(True for _ in _INSTITUTION.find(text)) and len(text.split()) > 1


def _tidy(text: str) -> str:
    return text[:MAX_NAME_CHARACTERS].strip(" |,;:–—-")
