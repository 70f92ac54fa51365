"""TOML bytes → raw tables, a piece at a time: 100,000 listings are never all in memory as dictionaries.

A document is read in pieces that TOML itself keeps apart: everything but the listings in one, and runs of whole
`[[listing]]` items in the others. A piece that is not TOML costs only that piece, so the mistakes of all are found.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from monitor.catalogue import explain, grammar
from monitor.catalogue.outline import Outline, Section
from monitor.catalogue.wrong import escaped
from monitor.errors import Mistake

BYTES_A_PIECE = 256_000  # small beside what a process needs anyway, large beside one listing
_LISTING = "listing"
_TOO_MANY_DIGITS = re.compile(rb"[0-9][0-9_]{4299,}")  # Python reads no longer whole number
_RIGHT = 'TOML: key = value, text in "quotes", dates like 2026-11-01, each key once in a table'
_OVERWRITTEN = "Cannot overwrite a value"  # what tomllib says of it
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")  # how tomllib's messages end

UNREAD: Final = object()  # stands for an item of an array of tables that is not TOML
Table = dict[str, object]
Item = tuple[int, object]  # the number of a listing, and what stands there


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says apart from its listings, and what of that is not TOML; the listings come by `listings`.

    Where an item of another array cannot be read, `UNREAD` holds its place in `rest`.
    """

    rest: Table
    mistakes: tuple[Mistake, ...]
    outline: Outline
    bytes_a_piece: int

    def listings(self) -> Iterator[Item | Mistake]:
        """Each listing with its number, or what keeps it from being read; in the order of the file."""
        if _LISTING in self.rest:  # written in one piece, like `listing = [ … ]`
            whole = self.rest[_LISTING]
            yield from enumerate(whole if isinstance(whole, list) else ())
        elif not self.outline.strays(_LISTING):
            for first, items in _runs(self.outline, self.bytes_a_piece):
                yield from _read_run(self.outline, first, items)


def read(outline: Outline, *, bytes_a_piece: int) -> Document:
    """Read everything but the `[[listing]]` items, which come in pieces of about that size."""
    strange = outline.strays(_LISTING)
    others = [name for name in outline.families() if strange or name != _LISTING]
    sections = sorted((part for name in others for part in outline.family(name)), key=lambda part: part.start)
    tables, mistake = _tables(outline, [outline.preamble, *sections])
    if mistake is None and _LISTING in tables and outline.items(_LISTING) and not strange:
        every = sorted([*sections, *outline.family(_LISTING)], key=lambda part: part.start)
        tables, mistake = _tables(outline, [outline.preamble, *every])  # refused: `listing` is there twice
    if mistake is None:
        return Document(tables, (), outline, bytes_a_piece)
    tables, mistakes = _apart(outline, others)
    return Document(tables, mistakes or (mistake,), outline, bytes_a_piece)


def _apart(outline: Outline, names: list[str]) -> tuple[Table, tuple[Mistake, ...]]:
    """The rest table by table: those that can be read, and what is wrong with each of the others."""
    tables, wrong = _tables(outline, [outline.preamble])
    mistakes = [wrong]
    for name in names:
        if outline.strays(name):
            read_part, wrong = _tables(outline, list(outline.family(name)))
            tables.update(read_part)
            mistakes.append(wrong)
            continue
        parts = [_tables(outline, list(outline.family(name, number))) for number in range(outline.items(name))]
        tables[name] = [_only(part, name) if wrong is None else UNREAD for part, wrong in parts]
        mistakes.extend(wrong for _, wrong in parts)
    return tables, tuple(mistake for mistake in mistakes if mistake is not None)


def _only(tables: Table, name: str) -> object:
    items = tables[name]
    assert isinstance(items, list)
    return items[0]


def _runs(outline: Outline, bytes_a_piece: int) -> Iterator[tuple[int, list[list[Section]]]]:
    """Items of `[[listing]]` that follow each other, up to a size; with the number of the first."""
    first, size = 0, 0
    items: list[list[Section]] = []
    for number in range(outline.items(_LISTING)):
        items.append(list(outline.family(_LISTING, number)))
        size += sum(part.end - part.start for part in items[-1])
        if size >= bytes_a_piece:
            yield first, items
            first, size, items = number + 1, 0, []
    if items:
        yield first, items


def _read_run(outline: Outline, first: int, items: list[list[Section]]) -> Iterator[Item | Mistake]:
    tables, mistake = _tables(outline, [part for item in items for part in item])
    if mistake is None:
        listings = tables[_LISTING]
        assert isinstance(listings, list)
        yield from enumerate(listings, first)
    elif len(items) == 1:
        yield mistake
    else:
        for number, item in enumerate(items, first):
            yield from _read_run(outline, number, [item])


def _tables(outline: Outline, sections: list[Section]) -> tuple[Table, Mistake | None]:
    """The tables of sections that stand in the order of the file, or why they are not TOML."""
    text, line = _text(outline.data, sections)
    try:
        return tomllib.loads(text, parse_float=_number), None
    except tomllib.TOMLDecodeError as error:
        return {}, _not_toml(outline, sections, text, line, str(error))
    except RecursionError:
        found = Mistake(line, None, "", "a value nests too deeply to be read", "fewer brackets within brackets")
        return {}, found
    except ValueError:  # the one that tomllib lets through
        return {}, _too_many_digits(outline, sections)


def _text(data: bytes, sections: list[Section]) -> tuple[str, int]:
    """The sections with empty lines for what stands between them, and the line in the file where that begins."""
    parts: list[bytes] = []
    first_line = line = sections[0].line
    for section in sections:
        parts.append(b"\n" * (section.line - line))
        begin = data.rfind(b"\n", 0, section.start) + 1
        parts.append(data[begin : section.end])
        line = section.line + data.count(b"\n", section.start, section.end)
    return b"".join(parts).decode("utf-8"), first_line


def _not_toml(outline: Outline, sections: list[Section], text: str, first_line: int, message: str) -> Mistake:
    place = _PLACE.search(message)
    says = _PLACE.sub("", message)
    if place is not None and place.group(1):
        line, column = first_line - 1 + int(place.group(1)), int(place.group(2))
    else:  # something never closes: where it opens says more than where the file ends
        line, column = outline.line_and_column(_where_reading_stops(outline.data, sections))
    keys, begin = _assigned(text.split("\n")[line - first_line])
    key = explain.written((*outline.table_at(line), *keys)) if keys else ""
    if keys and says == _OVERWRITTEN:
        return Mistake(line, begin, key, f"`{explain.written(keys)}` stands there twice", "each key once in a table")
    return Mistake(line, column, key, f"not TOML: {escaped(says[:1].lower() + says[1:])}", _RIGHT)


def _assigned(written: str) -> tuple[tuple[str, ...], int]:
    """The keys that a line gives a value to, and the column (1-based) where they begin; () where it gives none."""
    statement = grammar.ASSIGNMENT.match(written.encode())
    if statement is None:
        return (), 1
    keys = tuple(grammar.key_name(key) for key in grammar.KEY.findall(statement.group(1)))
    return keys, statement.start(1) + 1  # what stands before them is blank


def _where_reading_stops(data: bytes, sections: list[Section]) -> int:
    for section in sections:
        header = grammar.HEADER.match(data, section.start)
        readable = grammar.STATEMENTS.match(data, header.end() if header else section.start)
        assert readable is not None  # it may be empty, but it always matches
        if readable.end() < section.end and data[readable.end() : section.end].strip():
            return readable.end()
    return max(sections[-1].end - 1, 0)


def _too_many_digits(outline: Outline, sections: list[Section]) -> Mistake:
    found = next(
        (hit for part in sections if (hit := _TOO_MANY_DIGITS.search(outline.data, part.start, part.end))), None
    )
    line, column = outline.line_and_column(found.start()) if found else (sections[0].line, 1)
    return Mistake(line, column, "", "a number has too many digits to be read", "a number that means something")


def _number(written: str) -> Decimal:
    try:
        return Decimal(written)
    except InvalidOperation:  # an exponent beyond all bounds: no amount either way
        return Decimal("NaN")
