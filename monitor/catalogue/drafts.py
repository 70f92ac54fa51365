"""A draft → `[[listing]]` in TOML, with the page's words as comments beside the values.

Whatever a page says, the text loads as a catalogue without mistakes: every value is checked by the catalogue's own
rules before it is written, and every comment is one line of characters that are drawn.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar, assert_never

from pydantic import BaseModel, ValidationError

from monitor.catalogue import relations, shape
from monitor.catalogue.explain import troubles
from monitor.catalogue.fields import SLUG_PATTERN
from monitor.catalogue.relations import Trouble
from monitor.catalogue.values import written
from monitor.catalogue.wrong import escaped
from monitor.core.drafting import Draft, Found
from monitor.core.listing import Comparison, Contact, Deadline, Fee, Level, Link, Requirement

MAX_QUOTE_CHARACTERS = 300
_NAMELESS = "Unnamed page"
_BARE = re.compile(SLUG_PATTERN)
_Statement = Link | Fee | Requirement | Contact | Deadline
_Scalar = str | Decimal | date
_Row = dict[str, "_Scalar | dict[str, _Scalar]"]
_Value = TypeVar("_Value")
_Stated = TypeVar("_Stated", Link, Fee, Requirement, Contact, Deadline)
_TABLES: Mapping[str, type[BaseModel]] = {
    "links": shape.LinkTable,
    "fees": shape.FeeTable,
    "requirements": shape.RequirementTable,
    "contacts": shape.ContactTable,
    "deadlines": shape.DeadlineTable,
}


def admissible(draft: Draft) -> Draft:
    """The same draft, with every value that the catalogue would refuse in doubt; one without a name is given one."""
    fit = replace(
        draft,
        source=_clean(draft.source) or _NAMELESS,
        institution=_checked("institution", draft.institution),
        program=_checked("program", draft.program),
        city=_checked("city", draft.city),
        state=_checked("state", draft.state),
        audience=_checked("audience", draft.audience),
        links=_fitting("links", draft.links),
        fees=_fitting("fees", draft.fees),
        requirements=_fitting("requirements", draft.requirements),
        contacts=_fitting("contacts", draft.contacts),
        deadlines=_fitting("deadlines", draft.deadlines),
    )
    named = any(name is not None and name.sure for name in (fit.institution, fit.program))
    return fit if named else replace(fit, institution=Found(_NAMELESS))


def drafted_toml(draft: Draft) -> str:
    """An admissible draft as a `[[listing]]`; what is in doubt is commented out, with the reason."""
    return "\n".join(_lines(draft)) + "\n"


# --- what the catalogue takes -------------------------------------------------------------------------------------


def _checked(key: str, found: Found[str] | None) -> Found[str] | None:
    if found is None or not found.value.strip():
        return None
    clean = replace(found, value=_clean(found.value))
    return _refused(clean, _mistakes(shape.ListingTable, {"id": "draft", "program": "draft", key: clean.value}, ()))


def _fitting(key: str, found: tuple[Found[_Stated], ...]) -> tuple[Found[_Stated], ...]:
    fit = []
    for each in found:
        row = _row(each.value)
        nameless = {"id": "draft", "program": "draft", key: [row]}
        fit.append(_refused(each, _mistakes(_TABLES[key], row, relations.of_listing(nameless))))
    return tuple(fit)


def _refused(found: Found[_Value], mistakes: list[Trouble]) -> Found[_Value]:
    if not mistakes or not found.sure:
        return found
    return replace(found, doubt=f"the catalogue cannot hold it: {mistakes[0].message}")


def _mistakes(table: type[BaseModel], row: Mapping[str, object], more: Iterable[Trouble]) -> list[Trouble]:
    try:
        table.model_validate(row)
    except ValidationError as error:
        return [*more, *troubles(error, table)]
    return list(more)


def _row(stated: _Statement) -> _Row:
    """A statement by the keys of the catalogue, without those that say nothing or the usual."""
    match stated:
        case Link():
            row: dict[str, object] = {"role": stated.role.value, "url": stated.url}
        case Fee():
            row = {
                "kind": stated.kind.value,
                "amount": stated.amount,
                "currency": None if stated.currency == shape.DEFAULT_CURRENCY else stated.currency,
                "per": stated.per,
                "audience": stated.audience,
                "note": stated.note,
                "from": stated.start,
                "until": stated.until,
            }
        case Requirement():
            row = {
                "exam": stated.exam,
                "above": stated.above,
                "minimum": stated.minimum,
                "sections": dict(stated.sections) or None,
                "sections_are": None if stated.sections_are is Comparison.MINIMUM else stated.sections_are.value,
                "any_of": stated.any_of,
                "level": None if stated.level is Level.REQUIRED else stated.level.value,
                "note": stated.note,
            }
        case Contact():
            row = {"name": stated.name, "email": stated.email, "phone": stated.phone, "role": stated.role}
        case Deadline():
            row = {"what": stated.what, "date": stated.date, "note": stated.note}
        case _:
            assert_never(stated)
    return {key: value for key, value in row.items() if value is not None}  # type: ignore[misc]


# --- how it is written --------------------------------------------------------------------------------------------


def _lines(draft: Draft) -> Iterator[str]:
    yield f"# Drafted from {_comment(draft.source)}. Correct it, and set `reviewed` to the day on which you have."
    if draft.closure is not None:
        yield f'# The page says that it is {draft.closure.closing.replace("-", " ")}: "{_comment(draft.closure.quote)}"'
    yield "[[listing]]"
    yield f"id = {written(draft.id)}"
    for key in ("institution", "program", "city", "state"):
        yield from _scalar(key, getattr(draft, key))
    if draft.kinds is not None:
        listed = f"[{', '.join(map(written, draft.kinds.value))}]"
        yield from _commented(draft.kinds, f"kinds = {listed}", "")
    yield from _scalar("audience", draft.audience)
    yield f"source = {written(draft.source)}"
    yield from _list("links", draft.links)
    yield from _list("fees", draft.fees)
    yield from _list("requirements", draft.requirements)
    yield from _list("contacts", draft.contacts)
    yield from _list("deadlines", draft.deadlines)


def _scalar(key: str, found: Found[str] | None) -> Iterator[str]:
    if found is not None:
        yield from _commented(found, f"{key} = {_text(found.value)}", "")


def _list(key: str, found: tuple[Found[_Stated], ...]) -> Iterator[str]:
    if not found:
        return
    yield f"{key} = ["
    for each in found:
        yield from _commented(each, f"{_table(_row(each.value))},", "  ")
    yield "]"


def _commented(found: Found[_Value], line: str, indent: str) -> Iterator[str]:
    """The page's words, and below them the value; one in doubt is commented out, below the reason."""
    if found.doubt:
        yield f"{indent}# In doubt, {_comment(found.doubt)}:"
    if found.quote:
        yield f'{indent}# "{_comment(found.quote)}"'
    yield f"{indent}{'# ' if found.doubt else ''}{line}"


def _table(row: _Row) -> str:
    return f"{{ {', '.join(f'{key} = {_value(value)}' for key, value in row.items())} }}"


def _value(value: "_Scalar | dict[str, _Scalar]") -> str:
    match value:
        case dict():
            pairs = ((key if _BARE.fullmatch(key) else _text(key), _value(inner)) for key, inner in value.items())
            return f"{{ {', '.join(f'{key} = {inner}' for key, inner in pairs)} }}"
        case str():
            return _text(value)
        case _:
            return written(value)


def _text(value: str) -> str:
    return written(value.encode("utf-8", "replace").decode("utf-8"))


def _comment(text: str) -> str:
    """*text* on one line, without a character that is not drawn, cut to what is read at a glance."""
    line = " ".join(text[: 2 * MAX_QUOTE_CHARACTERS].split())
    cut = line if len(line) <= MAX_QUOTE_CHARACTERS else f"{line[: MAX_QUOTE_CHARACTERS - 1]}…"
    return escaped(cut)


def _clean(text: str) -> str:
    """One line of characters that are drawn; each of the others becomes a space."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
