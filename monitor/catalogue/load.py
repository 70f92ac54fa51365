"""A file → `Loaded`, or a refusal with every mistake in it."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from monitor.catalogue import document, reading
from monitor.catalogue.assemble import assemble
from monitor.catalogue.outline import outline
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
    _positions: Positions = field(repr=False, compare=False)
    _numbers: dict[str, int] = field(repr=False, compare=False)  # listing id → which `[[listing]]` it is

    def line(self, listing_id: str, key: str = "") -> int | None:
        """The line (1-based) of a key relative to a listing, like `links[1].url`, or of the nearest parent of it.

        "" is the listing itself; None means that the catalogue has no such listing.
        """
        number = self._numbers.get(listing_id)
        place = None if number is None else self._positions.nearest(("listing", number, *_parts(key)))
        return place.line if place else None


def load(path: Path) -> Loaded:
    """Read a catalogue; raises CatalogueError with every mistake, or with the one that keeps it from being read."""
    data = reading.read(path)
    source = document.read(outline(data), bytes_a_piece=document.BYTES_A_PIECE)
    assembled = assemble(source)
    if assembled.mistakes:
        raise assembled.mistakes.error(escaped(str(path)))
    digest = hashlib.sha256(data).hexdigest()
    return Loaded(assembled.catalogue, str(path), digest, assembled.mistakes.positions, assembled.numbers)


def _parts(key: str) -> Iterator[str | int]:
    for name, number, quoted in _PART.findall(key):
        yield int(number) if number else name or quoted
