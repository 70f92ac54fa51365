"""A small web as data: what stands at each address at any moment, and what a server would answer there."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import assert_never
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Shown:
    """The page is there. `rewritten`: passages that read otherwise than in its file, (before, after) each."""

    rewritten: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """The address sends everybody to another one, for good."""

    url: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The server knows no such page."""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The server refuses to show the page."""


Condition = Shown | Moved | Missing | Forbidden


@dataclass(frozen=True, slots=True)
class Chapter:
    """A condition and since when it holds; `told` says to a person what happened then, "" if nothing worth telling."""

    since: datetime
    condition: Condition
    told: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """An address, the file with its page, and its life in order. Before its first chapter it does not exist."""

    url: str
    file: str
    chapters: tuple[Chapter, ...]

    def at(self, moment: datetime) -> Chapter | None:
        """The chapter that holds at *moment*."""
        return next((chapter for chapter in reversed(self.chapters) if chapter.since <= moment), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says: `modified` and `etag` are there for pages only."""

    status: int
    body: bytes = b""
    location: str | None = None
    modified: datetime | None = None

    @property
    def etag(self) -> str | None:
        """A strong validator (RFC 9110 §8.8.3)."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"' if self.modified else None

    def as_asked(self, none_match: str | None, modified_since: str | None) -> "Answer":
        """This answer, or 304 where the asker holds it already; the tag goes before the date (RFC 9110 §13.2.2)."""
        if self.modified is None:
            return self
        if none_match is not None:
            tags = {tag.strip().removeprefix("W/") for tag in none_match.split(",")}
            known = self.etag in tags
        else:
            known = modified_since is not None and _not_after(self.modified, modified_since)
        return Answer(304, self.body, modified=self.modified) if known else self


ReadPage = Callable[[str], str]
"""The text of a page's file, by its name."""


class Web:
    """All places; a function of time and nothing else, so that it cannot be told what to be found guilty of."""

    def __init__(self, places: Iterable[Place], read: ReadPage) -> None:
        self._places = {_parts(place.url): place for place in places}
        self._read = read

    @property
    def hosts(self) -> frozenset[str]:
        """The names that exist."""
        return frozenset(host for host, _ in self._places)

    def answer(self, host: str, target: str, moment: datetime) -> Answer:
        """What *host* answers to a GET of *target* (path and query)."""
        place = self._places.get((host.lower(), target))
        if place is None and target == "/" and host.lower() in self.hosts:
            return Answer(200, self._read("front.html").encode())
        chapter = place.at(moment) if place else None
        if place is None or chapter is None:
            return self._missing()
        match chapter.condition:
            case Shown(rewritten):
                return Answer(200, self._page(place.file, rewritten), modified=chapter.since)
            case Moved(url):
                return Answer(301, location=url)
            case Missing():
                return self._missing()
            case Forbidden():
                return Answer(403, self._read("403.html").encode())
            case _:
                assert_never(chapter.condition)

    def happened(self, after: datetime, until: datetime) -> tuple[str, ...]:
        """What came about in the web between two moments, the later one included, in the order of time."""
        news = [
            (chapter.since, chapter.told)
            for place in self._places.values()
            for chapter in place.chapters
            if after < chapter.since <= until and chapter.told
        ]
        return tuple(told for _, told in sorted(news))

    def _missing(self) -> Answer:
        return Answer(404, self._read("404.html").encode())

    def _page(self, file: str, rewritten: tuple[tuple[str, str], ...]) -> bytes:
        text = self._read(file)
        for before, after in rewritten:
            assert text.count(before) == 1, f"{file}: {before!r} must stand there once"
            text = text.replace(before, after)
        return text.encode()


def http_date(moment: datetime) -> str:
    """A moment in UTC as HTTP writes it (RFC 9110 §5.6.7)."""
    return format_datetime(moment, usegmt=True)


def _parts(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.hostname or "", f"{parts.path}?{parts.query}" if parts.query else parts.path


def _not_after(modified: datetime, asked: str) -> bool:
    try:
        return modified.replace(microsecond=0) <= parsedate_to_datetime(asked)
    except (TypeError, ValueError):  # no date at all, or one without a zone
        return False
