"""Two texts of a catalogue → a unified diff that `patch` takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_CONTEXT_LINES = 3
_LISTING = "[[listing]]"


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines `old` up to `old_end` of the one text stand for lines `new` up to `new_end` of the other."""

    old: int
    old_end: int
    new: int
    new_end: int


def diff(name: str, before: str, after: str) -> str:
    """What differs between two texts of the file *name*; "" where nothing does.

    Listings are compared one with one, as edits leave their number and order alone: comparing every line of a large
    catalogue with every other would take minutes.
    """
    old, new = _lines(before), _lines(after)
    hunks = list(_hunks(list(_changes(old, new))))
    if not hunks:
        return ""
    told = [f"--- {name}\n", f"+++ {name}\n"]
    for hunk in hunks:
        told += _told(hunk, old, new)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in told)


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them: only a line feed ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    parts, others = _parts(old), _parts(new)
    if len(parts) != len(others):
        parts, others = [(0, len(old))], [(0, len(new))]
    for (start, end), (other, other_end) in zip(parts, others, strict=True):
        here, there = old[start:end], new[other:other_end]
        if here == there:
            continue
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
            if tag != "equal":
                yield _Change(start + i1, start + i2, other + j1, other + j2)


def _parts(lines: Sequence[str]) -> list[tuple[int, int]]:
    starts = [0, *(n for n, line in enumerate(lines) if n and line.lstrip().startswith(_LISTING))]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _hunks(changes: Sequence[_Change]) -> Iterator[Sequence[_Change]]:
    """Changes whose context would touch stand together."""
    first = 0
    for n in range(1, len(changes) + 1):
        if n == len(changes) or changes[n].old - changes[n - 1].old_end > 2 * _CONTEXT_LINES:
            yield changes[first:n]
            first = n


def _told(hunk: Sequence[_Change], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    start = max(hunk[0].old - _CONTEXT_LINES, 0)
    end = min(hunk[-1].old_end + _CONTEXT_LINES, len(old))
    start_new = hunk[0].new - (hunk[0].old - start)
    end_new = hunk[-1].new_end + (end - hunk[-1].old_end)
    yield f"@@ -{_range(start, end)} +{_range(start_new, end_new)} @@\n"
    position = start
    for change in hunk:
        yield from (f" {line}" for line in old[position : change.old])
        yield from (f"-{line}" for line in old[change.old : change.old_end])
        yield from (f"+{line}" for line in new[change.new : change.new_end])
        position = change.old_end
    yield from (f" {line}" for line in old[position:end])


def _range(start: int, end: int) -> str:
    """As `diff -u` writes it: one line without its count, none by the line before."""
    count = end - start
    return f"{start + 1}" if count == 1 else f"{start + 1 if count else start},{count}"
