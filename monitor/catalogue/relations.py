"""What two keys of one table say about each other: checked on the raw table, beside its single values.

Both kinds of mistake are wanted at once, and a model with one bad value never gets as far as its own cross-checks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

Path = tuple[str | int, ...]
Raw = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A mistake whose place is still a key path, here relative to the table that was checked."""

    path: Path
    message: str
    expected: str


def of_listing(raw: Raw) -> Iterator[Trouble]:
    """Mistakes between the keys of a listing and of the tables in it."""
    if not any(_filled(raw.get(key)) for key in ("institution", "program")):
        yield Trouble((), "the listing names neither `institution` nor `program`", "at least one of the two")
    yield from _each(raw, "fees", _of_fee)
    yield from _each(raw, "requirements", _of_requirement)
    yield from _each(raw, "contacts", _of_contact)
    yield from _each(raw, "deadlines", _of_deadline)


def of_advisory(raw: Raw) -> Iterator[Trouble]:
    """Mistakes between the keys of `applies`."""
    applies = raw.get("applies")
    if not isinstance(applies, dict):
        return
    if not applies:
        yield Trouble(("applies",), "`applies` is empty: the advisory touches nothing", 'like { exam = "TOEFL" }')
    if "scored" in applies and "exam" not in applies:
        yield Trouble(("applies", "scored"), "`scored` stands without `exam`", "`exam` beside it")


def of_nothing(raw: Raw) -> Iterator[Trouble]:  # noqa: ARG001  # the shape of its siblings
    """For tables whose keys say nothing about each other."""
    return iter(())


def _each(raw: Raw, key: str, check: Callable[[Raw], Iterator[Trouble]]) -> Iterator[Trouble]:
    tables = raw.get(key)
    if not isinstance(tables, Sequence) or isinstance(tables, str):
        return
    for index, table in enumerate(tables):
        if isinstance(table, dict):
            for found in check(table):
                yield Trouble((key, index, *found.path), found.message, found.expected)


def _of_fee(raw: Raw) -> Iterator[Trouble]:
    first, last = _day(raw.get("from")), _day(raw.get("until"))
    if first and last and first > last:
        yield Trouble(("until",), f"`until` ({last}) is before `from` ({first})", f"{first} or later")


def _of_requirement(raw: Raw) -> Iterator[Trouble]:
    if "above" in raw and "minimum" in raw:
        yield Trouble(("minimum",), "`above` and `minimum` stand together", "one of them: more than, or at least")


def _of_contact(raw: Raw) -> Iterator[Trouble]:
    if not any(_filled(raw.get(key)) for key in ("name", "email", "phone")):
        yield Trouble((), "the contact has neither `name` nor `email` nor `phone`", "at least one of the three")


def _of_deadline(raw: Raw) -> Iterator[Trouble]:
    if "date" not in raw and not _filled(raw.get("note")):
        yield Trouble((), "the deadline has neither `date` nor `note`", "the day, or a note that says when")


def _filled(value: object) -> bool:
    """Whether there is a value; what is no text at all is another check's mistake."""
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None
