"""Walks over the text of a document that is TOML and tells where its keys and values begin."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from monitor.catalogue import grammar
from monitor.catalogue.outline import Section

Path = tuple[str | int, ...]  # ("listing", 3, "fees", 0, "amount")

_PLACES_A_PART = 200_000  # beyond, the nearest parent that was met stands for its children
_DEEPEST = 32


@dataclass(slots=True)
class Scanner:
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
            position = self._over(self.statement(position, table))

    def statement(self, start: int, table: Path) -> int:
        """Note one `key = value` of the table at a path; gives the offset behind it."""
        keys, position = self._keys(start)
        path = table
        for key, offset in keys:
            path = (*path, key)
            self.note(path, offset)
        return self.value(self._over(position + 1), path)  # behind the equals sign

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

    def value(self, start: int, path: Path) -> int:
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
            position, number = self._over(self.value(position, (*path, number))), number + 1
            if self.data[position : position + 1] == b",":
                position = self._over(position + 1)
        return position + 1

    def _inline_table(self, start: int, path: Path) -> int:
        position = self._over(start + 1)
        while position < len(self.data) and self.data[position : position + 1] != b"}":
            position = self._over(self.statement(position, path))
            if self.data[position : position + 1] == b",":
                position = self._over(position + 1)
        return position + 1

    def _over(self, position: int) -> int:
        """The offset of the next thing that is neither blank nor comment."""
        space = grammar.SPACE.match(self.data, position)
        assert space is not None  # it may be empty, but it always matches
        return space.end()
