"""A file → `Loaded`, or a refusal with every mistake in it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from monitor.catalogue import document, reading
from monitor.catalogue.assemble import assemble
from monitor.catalogue.outline import Outline, outline
from monitor.catalogue.positions import Positions
from monitor.catalogue.wrong import escaped
from monitor.core.listing import Catalogue

_PART = re.compile(r'([^.\[\]"]+)|\[(\d{1,9})\]|"((?:[^"\\]|\\.)*)"')  # of a key like `links[1].url`


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalogue without mistakes, and where it says what. `path` is as given; `digest` is of the bytes (SHA-256)."""

    catalogue: Catalogue
    path: str
    digest: str
    outline: Outline = field(repr=False, compare=False)
    numbers: dict[str, int] = field(repr=False, compare=False)  # listing id → which `[[listing]]` it is
    _positions: Positions = field(repr=False, compare=False)

    def line(self, listing_id: str, key: str = "") -> int | None:
        """The line (1-based) of a key relative to a listing, like `links[1].url`, or of the nearest parent of it.

        "" is the listing itself; None means that the catalogue has no such listing.
        """
        number = self.numbers.get(listing_id)
        place = None if number is None else self._positions.nearest(("listing", number, *key_path(key)))
        return place.line if place else None


def load(path: Path) -> Loaded:
    """Read a catalogue; raises CatalogueError with every mistake, or with the one that keeps it from being read."""
    return understood(reading.read(path), path)


def understood(data: bytes, path: Path) -> Loaded:
    """What the bytes of a catalogue say, *path* being where they stand; raises CatalogueError like `load`."""
    source = document.read(outline(data), bytes_a_piece=document.BYTES_A_PIECE)
    assembled = assemble(source)
    if assembled.mistakes:
        raise assembled.mistakes.error(escaped(str(path)))
    digest = hashlib.sha256(data).hexdigest()
    return Loaded(
        assembled.catalogue, str(path), digest, source.outline, assembled.numbers, assembled.mistakes.positions
    )


def key_path(key: str) -> Iterator[str | int]:
    """The parts of a key relative to a listing: `links[1].url` is links, 1, url."""
    for name, number, quoted in _PART.findall(key):
        yield int(number) if number else name or quoted
