"""What pydantic found → plain English: what stands there, and what would be right."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from monitor.catalogue.fields import RIGHT
from monitor.catalogue.relations import Path, Trouble
from monitor.catalogue.wrong import choice, escaped, shown

_Kind = TypeVar("_Kind")
_KEY_OF_A_TABLE = "[key]"  # pydantic's mark for a mistake in the key of a mapping, not in its value


def troubles(error: ValidationError, model: type[BaseModel]) -> Iterator[Trouble]:
    """Every mistake that a validation of *model* found, with paths relative to its table."""
    for details in error.errors(include_url=False):
        yield _trouble(details, model)


def not_a_table(value: object) -> tuple[str, str]:
    """What to say of a value where a table should stand."""
    return f"must be a table, but is {shown(value)}", "a table: { key = value, … }"


def written(path: Path) -> str:
    """A key path as people write it: `listing[3].fees[0].amount`."""
    text = ""
    for key in path:
        if isinstance(key, int):
            text += f"[{key}]"
        else:
            plain = key.replace("-", "").replace("_", "")
            text += ("." if text else "") + (key if plain.isalnum() and plain.isascii() else shown(key))
    return text


def unknown_key(key: str, known: list[str]) -> tuple[str, str]:
    """What to say of a key that the table does not have."""
    return f"unknown key `{escaped(key[:60])}`", choice(key, known)


def _trouble(details: ErrorDetails, model: type[BaseModel]) -> Trouble:
    in_key = details["loc"][-1:] == (_KEY_OF_A_TABLE,)
    path = details["loc"][:-1] if in_key else details["loc"]
    if details["type"] == "extra_forbidden":
        return Trouble(path, *unknown_key(str(path[-1]), _keys_at(model, path[:-1])))
    if in_key:
        return Trouble(path, f"the key {shown(details['input'])} is not right", _expected(details))
    label = written(path[-2:] if path and isinstance(path[-1], int) else path[-1:])
    says, expected = _says(details, model, path)
    return Trouble(path, f"`{label}` {says}", expected)


def _says(details: ErrorDetails, model: type[BaseModel], path: Path) -> tuple[str, str]:
    value = details["input"]
    context = details.get("ctx", {})
    match details["type"]:
        case "wrong":
            return str(context["says"]), str(context["expected"])
        case "missing":
            return "is missing", _described(model, path)
        case "string_type":
            return f"must be text, but is {shown(value)}", "text in quotes" + _in_quotes(value)
        case "string_pattern_mismatch":
            return f"is {shown(value)}", _expected(details)
        case "string_too_long":
            return f"is too long: {shown(value)}", f"at most {context['max_length']:,} characters"
        case "too_long":
            return "has too many entries", f"at most {context['max_length']:,}"
        case "too_short":
            return "is empty", f"at least {context['min_length']:,}"
        case "list_type":
            return f"must be a list, but is {shown(value)}", _in_brackets(value, of_tables=bool(_model_at(model, path)))
        case "model_type" | "dict_type" | "model_attributes_type":
            return not_a_table(value)
        case "bool_type":
            return f"must be true or false, but is {shown(value)}", "true or false, without quotes"
        case "date_type":
            return f"must be a date, but is {shown(value)}", _as_date(value)
        case "enum":
            return f"is {shown(value)}", choice(str(value)[:1_000], _choices(model, path))
        case _:  # nothing that the models of `shape` give rise to; still better said than lost
            return f"is {shown(value)}", details["msg"]


def _expected(details: ErrorDetails) -> str:
    return RIGHT.get(str(details.get("ctx", {}).get("pattern")), details["msg"])


def _in_quotes(value: object) -> str:
    simple = isinstance(value, int | float | date) and not isinstance(value, bool)
    return f': "{str(value)[:60]}"' if simple else ""


def _in_brackets(value: object, *, of_tables: bool) -> str:
    if isinstance(value, dict):
        return "a list: [ … ], or [[double]] brackets around the name of the table"
    if of_tables:
        return "a list of tables: [ { key = value, … } ]"
    return f"a list: [{shown(value)}]" if isinstance(value, str) else "a list: [ … ]"


def _as_date(value: object) -> str:
    if isinstance(value, datetime):
        return f"the day alone: {value.date()}"
    if isinstance(value, str):
        try:
            return f"write the date without quotes: {date.fromisoformat(value.strip())}"
        except ValueError:
            pass
    return "a date without quotes, year first, like 2026-11-01"


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the table at a path inside *model*."""
    found: type[BaseModel] | None = model
    for key in path:
        if isinstance(key, str):
            found = _inner(_annotation(found, key), BaseModel) if found else None
    return found


def _annotation(model: type[BaseModel], key: str) -> object:
    return next((field.annotation for name, field in model.model_fields.items() if (field.alias or name) == key), None)


def _inner(annotation: object, wanted: type[_Kind]) -> type[_Kind] | None:
    """The subclass of *wanted* that an annotation names, in whatever lists and options it is wrapped."""
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part, wanted))), None)


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    table = _model_at(model, path)
    return [field.alias or name for name, field in table.model_fields.items()] if table else []


def _described(model: type[BaseModel], path: Path) -> str:
    if choices := _choices(model, path):
        return f"one of: {', '.join(choices)}"
    table, key = _model_at(model, path[:-1]), str(path[-1])
    fields = table.model_fields if table else {}
    field = next((field for name, field in fields.items() if (field.alias or name) == key), None)
    return f"`{key}`: {field.description}" if field and field.description else f"`{key}`"


def _choices(model: type[BaseModel], path: Path) -> list[str]:
    table = _model_at(model, path[:-1])
    kind = _inner(_annotation(table, str(path[-1])), StrEnum) if table else None
    return [str(member) for member in kind] if kind else []
