"""Key path → line and column. A part of the document is read in detail only when somebody asks about it."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from monitor.catalogue import grammar
from monitor.catalogue.outline import Outline, Section

Path = tuple[str | int, ...]  # ("listing", 3, "fees", 0, "amount")

_PARTS_REMEMBERED = 16
_PLACES_A_PART = 200_000  # beyond, the nearest parent that was met stands for its children
_DEEPEST = 32


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
        reader = _Reader(self._outline.data)
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


@dataclass(slots=True)
class _Reader:
    """Walks over statements and notes where each key and each item of an array begins; the first note stands."""

    data: bytes
    places: dict[Path, int] = field(default_factory=dict)

    def note(self, path: Path, offset: int) -> None:
        if len(self.places) < _PLACES_A_PART:
            self.places.setdefault(path, offset)

    def family(self, sections: Iterable[Section], item: int | None) -> None:
        """Sections with one first key, in order; *item* is which item of the array `[[key]]` they make up."""
        items: dict[Path, int] = {} if item is None else {(): item}  # arrays of tables: path → number of the last item
        for section in sections:
            header = grammar.HEADER.match(self.data, section.start)
            assert header is not None
            keys = self._keys(header.start(3))[0]
            path: Path = ()
            for position, (key, offset) in enumerate(keys):
                path = (*path, key)
                self.note(path, offset)
                last = position == len(keys) - 1
                if position == 0 and item is not None:
                    path = (*path, item)
                elif last and header.group(2):
                    items[path] = items.get(path, -1) + 1
                    path = (*path, items[path])
                elif path in items:
                    path = (*path, items[path])
                if last:
                    self.note(path, section.start)
            self.statements(header.end(), section.end, path)

    def statements(self, start: int, end: int, table: Path) -> None:
        """The `key = value` lines between two offsets, in the table at a path."""
        position = self._over(start)
        while position < end:
            position = self._over(self._statement(position, table))

    def _statement(self, start: int, table: Path) -> int:
        keys, position = self._keys(start)
        path = table
        for key, offset in keys:
            path = (*path, key)
            self.note(path, offset)
        return self._value(self._over(position + 1), path)  # behind the equals sign

    def _keys(self, start: int) -> tuple[list[tuple[str, int]], int]:
        """The parts of a dotted key with their offsets, and the offset of what follows."""
        keys: list[tuple[str, int]] = []
        position = start
        while (key := grammar.KEY.match(self.data, position)) is not None:
            keys.append((grammar.key_name(key.group()), position))
            position = self._over(key.end())
            if self.data[position : position + 1] != b".":
                break
            position = self._over(position + 1)
        return keys, position

    def _value(self, start: int, path: Path) -> int:
        """Note what stands inside a value; gives the offset behind it, and always one behind *start*."""
        opening = self.data[start : start + 1]
        if opening in {b"[", b"{"} and len(path) >= _DEEPEST:
            return grammar.end_of_value(self.data, start)
        if opening == b"[":
            return self._array(start, path)
        if opening == b"{":
            return self._inline_table(start, path)
        value = grammar.STRING.match(self.data, start) or grammar.SCALAR.match(self.data, start)
        return value.end() if value else start + 1

    def _array(self, start: int, path: Path) -> int:
        position, number = self._over(start + 1), 0
        while position < len(self.data) and self.data[position : position + 1] != b"]":
            self.note((*path, number), position)
            position, number = self._over(self._value(position, (*path, number))), number + 1
            if self.data[position : position + 1] == b",":
                position = self._over(position + 1)
        return position + 1

    def _inline_table(self, start: int, path: Path) -> int:
        position = self._over(start + 1)
        while position < len(self.data) and self.data[position : position + 1] != b"}":
            position = self._over(self._statement(position, path))
            if self.data[position : position + 1] == b",":
                position = self._over(position + 1)
        return position + 1

    def _over(self, position: int) -> int:
        """The offset of the next thing that is neither blank nor comment."""
        space = grammar.SPACE.match(self.data, position)
        assert space is not None  # it may be empty, but it always matches
        return space.end()
