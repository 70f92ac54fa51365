"""Key path → line and column. A part of the document is read in detail only when somebody asks about it."""

from collections import OrderedDict
from dataclasses import dataclass

from monitor.catalogue.outline import Outline
from monitor.catalogue.scanner import Path, Scanner

_PARTS_REMEMBERED = 16


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in the file, both numbers 1-based, the column in characters."""

    line: int
    column: int


class Positions:
    """Answers where a key path stands in a document that is TOML."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._parts: OrderedDict[Path, dict[Path, int]] = OrderedDict()

    def exact(self, path: Path) -> Place | None:
        """Where the key (or the item of an array) stands, None where the document does not have it."""
        depth, offset = self._deepest(path)
        return self._place(offset) if offset is not None and depth == len(path) else None

    def nearest(self, path: Path) -> Place | None:
        """Where the key stands, or the nearest of its parents that exists; None where not even the first does."""
        _, offset = self._deepest(path)
        return None if offset is None else self._place(offset)

    def _place(self, offset: int) -> Place:
        return Place(*self._outline.line_and_column(offset))

    def _deepest(self, path: Path) -> tuple[int, int | None]:
        """How many keys of *path* were found, and the offset of the last of them."""
        hits = [_longest(self._part(()), path)]  # one table may be written as dotted keys and as headers
        match path:
            case (str(name), *_) if count := self._outline.items(name):
                asked = path[1] if len(path) > 1 else 0
                item = asked if isinstance(asked, int) and 0 <= asked < count else 0
                hits.append(_longest(self._part((name, item)), path))
            case (str(name), *_):
                hits.append(_longest(self._part((name,)), path))
            case _:
                pass
        return max(hits, key=lambda hit: hit[0])

    def _part(self, whose: Path) -> dict[Path, int]:
        """Path → offset, for what stands before the first header (), a table (name,), an item (name, number)."""
        if whose not in self._parts:
            self._parts[whose] = self._read(whose)
            if len(self._parts) > _PARTS_REMEMBERED:
                self._parts.popitem(last=False)
        self._parts.move_to_end(whose)
        return self._parts[whose]

    def _read(self, whose: Path) -> dict[Path, int]:
        reader = Scanner(self._outline.data)
        match whose:
            case ():
                preamble = self._outline.preamble
                reader.statements(preamble.start, preamble.end, ())
            case (str(name), int(item)):
                reader.family(self._outline.family(name, item), item)
            case (str(name),):
                reader.family(self._outline.family(name), None)
            case _:
                raise AssertionError(whose)
        return reader.places


def _longest(places: dict[Path, int], path: Path) -> tuple[int, int | None]:
    for length in range(len(path), 0, -1):
        if (offset := places.get(path[:length])) is not None:
            return length, offset
    return 0, None
