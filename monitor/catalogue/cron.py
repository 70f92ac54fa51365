"""A schedule, read as cron reads it, and written so that a scheduler cannot mistake its weekdays."""

from dataclasses import dataclass

from monitor.catalogue.quantities import span
from monitor.catalogue.wrong import shown, wrong

_EXPECTED = (
    'five fields, "minute hour day month weekday", like "0 6 * * *" (every day at 06:00) or "0 6 * * mon-fri"; '
    'or "@daily"; or "@every 6h"'
)
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")  # cron counts from Sunday, and calls it 7 as well
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST = 200  # characters
_BY_NAME = {"@hourly": "0 * * * *", "@daily": "0 0 * * *", "@weekly": "0 0 * * sun", "@monthly": "0 0 1 * *"}
_EVERY = "@every "
_wait = span("1s", "60d")


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    least: int
    most: int
    names: tuple[str, ...] = ()


_FIELDS = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day", 1, 31),
    _Field("month", 1, 12, _MONTHS),
    _Field("weekday", 0, 7, _WEEKDAYS),
)


def schedule(value: object) -> str:
    """The schedule in five fields with every weekday by its name, or as "@every 90s".

    By name because APScheduler counts weekdays from Monday, cron from Sunday.

    Each field is `*`, a number, a name, a range or a list of these; `*` and a range of numbers may take a step (`/2`).
    """
    if not isinstance(value, str):
        raise wrong(f"must be text, but is {shown(value)}", _EXPECTED)
    if value.startswith(_EVERY):
        return f"{_EVERY}{_seconds(value.removeprefix(_EVERY).strip())}s"
    value = _BY_NAME.get(value, value)
    fields = value.split()
    if len(value) > _LONGEST or len(fields) != len(_FIELDS) or not value.isascii():
        raise wrong(f"is not a cron schedule: {shown(value)}", _EXPECTED)
    chosen = [_numbers(field, text) for field, text in zip(_FIELDS, fields, strict=True)]
    days, months = chosen[2], chosen[3]
    if min(days) > max(_LONGEST_MONTHS[month - 1] for month in months):
        raise wrong(f"names a day that never comes: {shown(value)}", "a day that one of its months has")
    if fields[4] != "*":
        week = sorted({day % len(_WEEKDAYS) for day in chosen[4]})
        fields[4] = ",".join(_WEEKDAYS[day] for day in week)
    return " ".join(fields).lower()


def _seconds(text: str) -> int:
    return int(_wait(text).total_seconds())


def _numbers(field: _Field, text: str) -> set[int]:
    numbers: set[int] = set()
    for part in text.split(","):
        numbers.update(_range(field, part))
    return numbers


def _range(field: _Field, part: str) -> range:
    span, slash, step_text = part.partition("/")
    first_text, dash, last_text = span.partition("-")
    if span == "*":
        first, last = field.least, 6 if field.names is _WEEKDAYS else field.most
    else:
        first = _number(field, first_text, part)
        last = _number(field, last_text, part) if dash else first
    step = int(step_text) if step_text.isdecimal() and len(step_text) <= 2 else None
    steps_badly = slash and (step is None or not 1 <= step <= last - first)
    if first > last or steps_badly or (slash and not (span == "*" or _is_range_of_numbers(span))):
        raise wrong(f"cannot have {shown(part)} as its {field.name}", _EXPECTED)
    return range(first, last + 1, step or 1)


def _is_range_of_numbers(span: str) -> bool:
    first, _, last = span.partition("-")
    return first.isdecimal() and last.isdecimal()


def _number(field: _Field, text: str, part: str) -> int:
    if text.lower() in field.names:
        return field.names.index(text.lower()) + (1 if field.names is _MONTHS else 0)
    if not text.isdecimal() or len(text) > 2 or not field.least <= int(text) <= field.most:
        says = f"cannot have {shown(part)} as its {field.name}"
        raise wrong(says, f"{field.name} from {field.least} to {field.most}, in {_EXPECTED}")
    return int(text)
