"""One change to the text of a piece: the fewest bytes that say it, in the layout that is there."""

from pydantic import BaseModel

from monitor.catalogue import shape
from monitor.catalogue.layout import Entry, Layout, Span
from monitor.catalogue.scanner import Path

_BLANK = b" \t"
_TABLES: dict[str, type[BaseModel]] = {
    "links": shape.LinkTable,
    "fees": shape.FeeTable,
    "requirements": shape.RequirementTable,
    "contacts": shape.ContactTable,
    "deadlines": shape.DeadlineTable,
}


class CannotEdit(Exception):  # noqa: N818  # it is no error of the program: a person can do it
    """This text is not changed by a machine; the message says why."""


def with_value(layout: Layout, path: Path, value: bytes) -> bytes:
    """The text with *value* at a path: in place of the one that is there, or as a new key of a table that is there."""
    span = layout.values.get(path)
    if span is not None:
        return _spliced(layout.data, span, value)
    table, key = path[:-1], path[-1]
    if not isinstance(key, str):
        raise CannotEdit("there is no such entry")
    if table in layout.bodies and path not in layout.places:
        return _new_line(layout, table, key, value)
    inline = layout.values.get(table)
    if inline is not None and layout.data[inline.start : inline.start + 1] == b"{" and path not in layout.places:
        return _new_inline(layout, table, inline, key.encode() + b" = " + value)
    raise CannotEdit("there is no table that the key could be added to")


def without(layout: Layout, path: Path) -> bytes:
    """The text without the key, array entry or table at a path."""
    if path not in layout.values:
        if path in layout.bodies and isinstance(path[-1], int):
            return _without_table(layout, path)
        raise CannotEdit("it is not written as one value")
    if isinstance(path[-1], int):
        siblings: list[Span] = []
        while (span := layout.values.get((*path[:-1], len(siblings)))) is not None:
            siblings.append(span)
        return _without_part(layout.data, siblings, path[-1])
    entries = layout.entries[path[:-1]]
    number = next(n for n, entry in enumerate(entries) if entry.span.end == layout.values[path].end)
    if entries[number].key != path[-1]:
        raise CannotEdit("it is written as a dotted key")
    if path[:-1] in layout.bodies:
        return _spliced(layout.data, _line(layout.data, entries[number].span), b"")
    return _without_part(layout.data, [entry.span for entry in entries], number)


def _spliced(data: bytes, span: Span, text: bytes) -> bytes:
    return data[: span.start] + text + data[span.end :]


def _new_line(layout: Layout, table: Path, key: str, value: bytes) -> bytes:
    """A statement of its own, behind the one that comes before it in the order in which such tables are described."""
    data, body = layout.data, layout.bodies[table]
    above = _above(layout.entries.get(table, []), table, key)
    newline = b"\r\n" if b"\r\n" in data else b"\n"
    if above is None:
        position, indent = body.start, b""
    else:
        position = _end_of_line(data, above.span.end)
        begin = data.rfind(b"\n", 0, above.span.start) + 1
        lead = data[begin : above.span.start]
        indent = lead if not lead.strip(_BLANK) else b""
    statement = indent + key.encode() + b" = " + value
    if data[position - 1 : position] == b"\n":
        statement += newline
    else:  # the last line of the file has no end
        statement = newline + statement
    return data[:position] + statement + data[position:]


def _above(entries: list[Entry], table: Path, key: str) -> Entry | None:
    """The statement below which a new key belongs; the first one where none comes before it by rights."""
    order = _order(table)
    if key not in order:
        return entries[-1] if entries else None
    before = [entry for entry in entries if entry.key in order and order.index(entry.key) < order.index(key)]
    return before[-1] if before else entries[0] if entries else None


def _order(table: Path) -> list[str]:
    parts = [part for part in table if isinstance(part, str)]
    model = _TABLES.get(parts[-1], shape.ListingTable) if len(parts) > 1 else shape.ListingTable
    return [field.alias or name for name, field in model.model_fields.items()]


def _new_inline(layout: Layout, table: Path, inline: Span, statement: bytes) -> bytes:
    entries = layout.entries.get(table)
    if entries:
        last = entries[-1].span.end
        return _spliced(layout.data, Span(last, last), b", " + statement)
    return _spliced(layout.data, inline, b"{ " + statement + b" }")


def _without_part(data: bytes, parts: list[Span], number: int) -> bytes:
    """Without one of several parts between commas. A part with lines of its own takes them along."""
    part = parts[number]
    following = _over_comma(data, part.end)
    begin = data.rfind(b"\n", 0, part.start) + 1
    end = _end_of_line(data, following)
    if not data[begin : part.start].strip(_BLANK) and _is_rest(data[following:end]):
        return _spliced(data, Span(begin, end), b"")
    between = data[parts[number - 1].end : part.start] if number else b""
    if number and number + 1 == len(parts) and b"#" not in between:  # the comma before it goes, the one behind stays
        return _spliced(data, Span(parts[number - 1].end, part.end), b"")
    while data[following : following + 1] in {b" ", b"\t"}:
        following += 1
    return _spliced(data, Span(part.start, following), b"")


def _is_rest(text: bytes) -> bool:
    """Whether a line holds nothing more, or a comment."""
    left = text.strip(_BLANK + b"\r\n")
    return not left or left.startswith(b"#")


def _over_comma(data: bytes, position: int) -> int:
    behind = position
    while data[behind : behind + 1] in {b" ", b"\t"}:
        behind += 1
    return behind + 1 if data[behind : behind + 1] == b"," else position


def _line(data: bytes, span: Span) -> Span:
    """The lines of a statement, comment and line end included; of the last line of a file, the line end before it."""
    begin, end = data.rfind(b"\n", 0, span.start) + 1, _end_of_line(data, span.end)
    if not data.endswith(b"\n", 0, end) and begin:
        begin -= 2 if data.endswith(b"\r\n", 0, begin) else 1
    return Span(begin, end)


def _without_table(layout: Layout, path: Path) -> bytes:
    """Without a `[[table]]`: its header, its statements, and the empty lines that set it apart from what follows."""
    data, start = layout.data, layout.places[path]
    begin = data.rfind(b"\n", 0, start) + 1
    end = _end_of_line(data, max([*layout.ends(path), start]))
    while end < len(data) and not data[end : (after := _end_of_line(data, end))].strip():
        end = after
    return _spliced(data, Span(begin, end), b"")


def _end_of_line(data: bytes, position: int) -> int:
    newline = data.find(b"\n", position)
    return len(data) if newline < 0 else newline + 1
