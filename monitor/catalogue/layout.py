"""How a piece of a document is laid out: the bytes that each value, statement and table of it takes up."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from monitor.catalogue.outline import Outline
from monitor.catalogue.scanner import Path, Scanner

_BLANKS = b" \t\r\n"


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes from `start` up to, and without, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A `key = value`: its (first) key, and the bytes from the key to the end of the value."""

    key: str
    span: Span


@dataclass(slots=True)
class Layout(Scanner):
    """Spans by path.

    `values` holds every value that is written after a key or stands in an array; `entries` the statements of a table,
    be it inline or below a header; `bodies` what stands below the first header of a table.
    """

    values: dict[Path, Span] = field(default_factory=dict)
    entries: dict[Path, list[Entry]] = field(default_factory=dict)
    bodies: dict[Path, Span] = field(default_factory=dict)

    def statements(self, start: int, end: int, table: Path) -> None:
        """Note a table below a header."""
        self.bodies.setdefault(table, Span(start, end))
        Scanner.statements(self, start, end, table)

    def statement(self, start: int, table: Path) -> int:
        """Note one `key = value`."""
        end = Scanner.statement(self, start, table)
        key = str(self._keys(start)[0][0][0])
        self.entries.setdefault(table, []).append(Entry(key, self._trimmed(start, end)))
        return end

    def value(self, start: int, path: Path) -> int:
        """Note one value."""
        end = Scanner.value(self, start, path)
        self.values.setdefault(path, self._trimmed(start, end))
        return end

    def _trimmed(self, start: int, end: int) -> Span:
        """A scalar is read up to the next delimiter: what is blank before that is no part of it."""
        return Span(start, start + len(self.data[start:end].rstrip(_BLANKS)))

    def ends(self, table: Path) -> Iterator[int]:
        """Where each statement of a table, and of the tables below it that have headers, ends."""
        for path, entries in self.entries.items():
            if path[: len(table)] == table:
                yield from (entry.span.end for entry in entries)


def layout(outline: Outline, item: int) -> Layout:
    """The layout of an item of `[[listing]]`, or of the preamble where the listings are written as one array."""
    found = Layout(outline.data)
    if outline.items("listing"):
        found.family(outline.family("listing", item), item)
    else:
        found.statements(outline.preamble.start, outline.preamble.end, ())
    return found
