"""Where the tables of a TOML document begin: one quick pass that keeps two numbers a header."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from monitor.catalogue import grammar


def _numbers() -> "array[int]":
    return array("q")


@dataclass(frozen=True, slots=True)
class Section:
    """A header and what stands below it, up to the next header: byte offsets, and the line (1-based) of its start."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The headers of a document by their first key.

    `_families` maps a first key to the numbers of its headers, `_heads` to where in that family an item of the array
    `[[key]]` begins. A broken document has an outline too: what cannot be read belongs to the header before it.
    """

    data: bytes
    _offsets: "array[int]" = field(default_factory=_numbers)
    _lines: "array[int]" = field(default_factory=_numbers)
    _families: "dict[str, array[int]]" = field(default_factory=dict)
    _heads: "dict[str, array[int]]" = field(default_factory=dict)

    @property
    def preamble(self) -> Section:
        """What stands before the first header."""
        return Section(0, self._offsets[0] if self._offsets else len(self.data), 1)

    def families(self) -> Iterator[str]:
        """The first keys of all headers, each once, in the order in which they appear."""
        return iter(self._families)

    def items(self, name: str) -> int:
        """How many items the array of tables `[[name]]` has."""
        return len(self._heads.get(name, ()))

    def strays(self, name: str) -> bool:
        """Whether a header of the family stands before its first `[[name]]`, or there is none."""
        heads = self._heads.get(name)
        return name in self._families and (not heads or heads[0] != 0)

    def family(self, name: str, item: int | None = None) -> Iterator[Section]:
        """The sections whose first key is *name*: all of them, or those of one item (0-based) of `[[name]]`."""
        members = self._families.get(name, _numbers())
        start, end = 0, len(members)
        if item is not None:
            heads = self._heads[name]
            start = heads[item]
            end = heads[item + 1] if item + 1 < len(heads) else end
        return (self._section(members[index]) for index in range(start, end))

    def _section(self, number: int) -> Section:
        end = self._offsets[number + 1] if number + 1 < len(self._offsets) else len(self.data)
        return Section(self._offsets[number], end, self._lines[number])

    def table_at(self, line: int) -> tuple[str | int, ...]:
        """The path of the table that a line (1-based) belongs to: () before the first header, ("listing", 3)."""
        number = bisect_right(self._lines, line) - 1
        if number < 0:
            return ()
        header = grammar.HEADER.match(self.data, self._offsets[number])
        assert header is not None
        first, *others = (grammar.key_name(key) for key in grammar.KEY.findall(header.group(3)))
        heads = self._heads.get(first, _numbers())
        item = bisect_right(heads, bisect_left(self._families[first], number)) - 1
        return (first, item, *others) if item >= 0 else (first, *others)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both 1-based, the column in characters."""
        number = bisect_right(self._offsets, offset) - 1
        start, line = (self._offsets[number], self._lines[number]) if number >= 0 else (0, 1)
        begin = self.data.rfind(b"\n", 0, offset) + 1
        column = len(self.data[begin:offset].decode("utf-8", "replace")) + 1
        return line + self.data.count(b"\n", start, offset), column


def outline(data: bytes) -> Outline:
    """Find the headers of a document; a `[[table]]` inside a string, a comment or an array is none."""
    found = Outline(data)
    position, line, counted = 0, 1, 0
    while (position := _next_header(data, position)) < len(data):
        header = grammar.HEADER.match(data, position)
        assert header is not None
        line += data.count(b"\n", counted, position)
        counted = position
        name = _first_key(header.group(3))
        members = found._families.setdefault(name, _numbers())
        if header.group(2) and grammar.KEY.fullmatch(header.group(3)):
            found._heads.setdefault(name, _numbers()).append(len(members))
        members.append(len(found._offsets))
        found._offsets.append(header.start(1))
        found._lines.append(line)
        position = header.end()
    return found


def _first_key(written: bytes) -> str:
    first = grammar.KEY.match(written)
    assert first is not None
    return grammar.key_name(first.group())


def _next_header(data: bytes, position: int) -> int:
    """The offset of the next line that is a header, or the length of the document."""
    while position < len(data):
        statements = grammar.STATEMENTS.match(data, position)
        assert statements is not None  # it may be empty, but it always matches
        position = statements.end()
        if grammar.HEADER.match(data, position):
            return position
        if grammar.LAST_STATEMENT.match(data, position):
            return len(data)
        position = _behind_what_stopped(data, position)
    return len(data)


def _behind_what_stopped(data: bytes, position: int) -> int:
    """Go on behind a value that nests deeply; behind a mistake, at what looks most like the next header."""
    if grammar.BROKEN_HEADER.match(data, position):
        newline = data.find(b"\n", position)
        return newline + 1 if newline >= 0 else len(data)
    end = grammar.end_of_statement(data, position)
    if end is not None:
        return end
    likely = grammar.LIKELY_HEADER.search(data, position + 1)
    return likely.start() if likely else len(data)
