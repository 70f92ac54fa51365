"""Changes to the text of a catalogue: only the bytes of the changed keys differ, which is proven for every change."""

import tomllib
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from monitor.catalogue import document
from monitor.catalogue.assemble import assemble
from monitor.catalogue.layout import layout
from monitor.catalogue.load import Loaded, key_path
from monitor.catalogue.outline import Outline, Section, outline
from monitor.catalogue.scanner import Path
from monitor.catalogue.surgery import CannotEdit, with_value, without
from monitor.catalogue.values import written
from monitor.core.change import Change, Value

_LISTING = "listing"


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made. `before` is what stood there, as TOML means it; None where nothing did."""

    change: Change
    before: object


@dataclass(frozen=True, slots=True)
class Refused:
    """A change that was not made, and why a machine would not."""

    change: Change
    why: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The new text of the file (UTF-8), and what became of each change, in the order in which they came."""

    data: bytes
    outcomes: tuple[Done | Refused, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """The bytes of one listing in the file, and which listing of these bytes it is."""

    start: int
    end: int
    item: int


def edited(loaded: Loaded, changes: Sequence[Change]) -> Edited:
    """The catalogue with *changes* made, each whole or not at all.

    A change is refused where the text would have to be laid out anew, where the result would not be a catalogue, and
    where reading the result back shows that anything else has changed. Changes to one key are made in their order.
    """
    outcomes: dict[int, Done | Refused] = {}
    pieces: list[tuple[_Piece, bytes]] = []
    by_place: dict[int, list[int]] = {}
    for number, change in enumerate(changes):
        item = loaded.numbers.get(change.listing)
        if item is None:
            outcomes[number] = Refused(change, f"the catalogue has no listing {change.listing}")
        else:
            by_place.setdefault(item, []).append(number)
    data = loaded.outline.data
    whole = bool(loaded.outline.items(_LISTING))  # else they stand in one array, and change one after another
    for item, numbers in sorted(by_place.items()):
        here = loaded.outline if whole else outline(data)
        piece = _piece(here, item)
        if piece is None:
            why = "the tables of the listing are scattered over the file"
            outcomes |= {number: Refused(changes[number], why) for number in numbers}
            continue
        text = here.data[piece.start : piece.end]
        text, found = _changed(text, piece.item, [changes[number] for number in numbers])
        outcomes |= zip(numbers, found, strict=True)
        if whole:
            pieces.append((piece, text))
        else:
            data = data[: piece.start] + text + data[piece.end :]
    if whole:
        data = _joined(data, pieces)
    return Edited(data, tuple(outcomes[number] for number in range(len(changes))))


def _joined(data: bytes, pieces: Iterable[tuple[_Piece, bytes]]) -> bytes:
    parts, position = [], 0
    for piece, text in sorted(pieces, key=lambda pair: pair[0].start):
        parts += [data[position : piece.start], text]
        position = piece.end
    return b"".join([*parts, data[position:]])


def _piece(whole: Outline, item: int) -> _Piece | None:
    """Where a listing stands; None where other tables stand between its own."""
    if not whole.items(_LISTING):
        return _Piece(whole.preamble.start, whole.preamble.end, item)
    sections: list[Section] = list(whole.family(_LISTING, item))
    if any(one.end != following.start for one, following in pairwise(sections)):
        return None
    return _Piece(sections[0].start, sections[-1].end, 0)


def _changed(text: bytes, item: int, changes: Sequence[Change]) -> tuple[bytes, list[Done | Refused]]:
    """The text of a piece after all changes; where that is no catalogue, after those that alone leave it one."""
    after, outcomes = _one_by_one(text, item, changes, alone=False)
    if after != text and _mistake(after):
        return _one_by_one(text, item, changes, alone=True)
    return after, outcomes


def _one_by_one(
    text: bytes, item: int, changes: Sequence[Change], *, alone: bool
) -> tuple[bytes, list[Done | Refused]]:
    """First what is set, then what is removed, the last of an array first: numbers keep their meaning."""
    setting = [n for n, change in enumerate(changes) if change.value is not None]
    removing = [n for n, change in enumerate(changes) if change.value is None]
    removing.sort(key=lambda n: _comparable(changes[n].key), reverse=True)
    outcomes: dict[int, Done | Refused] = {}
    for number in setting + removing:
        change = changes[number]
        after, outcomes[number] = _with(text, item, change)
        if alone and after != text and (wrong := _mistake(after)):
            outcomes[number] = Refused(change, f"the catalogue would be wrong: {wrong}")
        else:
            text = after
    return text, [outcomes[number] for number in range(len(changes))]


def _comparable(key: str) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (0, part) for part in key_path(key))


def _mistake(piece: bytes) -> str | None:
    """The first thing that is wrong with the listings of a piece."""
    mistakes = assemble(document.read(outline(piece), bytes_a_piece=document.BYTES_A_PIECE)).mistakes
    return mistakes.error("").mistakes[0].message if mistakes else None


def _with(text: bytes, item: int, change: Change) -> tuple[bytes, Done | Refused]:
    """The text of a piece after one change, or the same text and why."""
    path: Path = (_LISTING, item, *key_path(change.key))
    tables = _tables(text)
    before = _at(tables, path)
    if before == change.value and not isinstance(before, bool):
        return text, Done(change, before)
    if len(path) == len((_LISTING, item)):
        return text, Refused(change, "it names the listing as a whole")
    try:
        after = _operated(text, item, path, change.value)
    except (CannotEdit, ValueError) as error:
        return text, Refused(change, str(error))
    if not _says(after, tables, path, change.value):
        return text, Refused(change, "its layout is too unusual to be edited by a machine")
    return after, Done(change, before)


def _operated(text: bytes, item: int, path: Path, value: Value | None) -> bytes:
    there = layout(outline(text), item)
    if value is None:
        return without(there, path)
    span = there.values.get(path)
    return with_value(there, path, written(value, text[span.start : span.end] if span else b"").encode())


def _says(text: bytes, before: dict[str, Any], path: Path, value: Value | None) -> bool:
    """Whether *text* means what it meant *before*, but for the one change."""
    try:
        now = _tables(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False
    expected: Any = deepcopy(before)
    table = _at(expected, path[:-1])
    key: Any = path[-1]
    if value is None:
        del table[key]
        if not table and isinstance(table, list) and not _at(now, path[:-1]):
            _at(expected, path[:-2]).pop(path[-2])  # the last `[[table]]` leaves no array behind
            _at(now, path[:-2]).pop(path[-2], None)
    else:
        table[key] = value
    return bool(now == expected)


def _tables(text: bytes) -> dict[str, Any]:
    return tomllib.loads(text.decode("utf-8"), parse_float=Decimal)


def _at(tables: Any, path: Path) -> Any:
    """What stands at a path, None where nothing does."""
    for part in path:
        match tables, part:
            case dict(), str():
                tables = tables.get(part)
            case list(), int() if part < len(tables):
                tables = tables[part]
            case _:
                return None
    return tables
