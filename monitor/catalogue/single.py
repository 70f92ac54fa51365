"""One listing by itself, with the keys that a catalogue has, as JSON can say them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pydantic import ValidationError

from monitor.catalogue import convert, relations, shape
from monitor.catalogue.explain import not_a_table, troubles, written
from monitor.catalogue.relations import Trouble
from monitor.core.listing import Listing

_DAYS = frozenset(("reviewed", "from", "until", "date"))
_NAMELESS = {"id": "listing", "institution": "listing"}


def from_json(keys: object) -> Listing:
    """The listing that *keys* describe: days are ISO 8601 text, and it need have no name.

    Raises ValueError with every mistake in it.
    """
    if not isinstance(keys, Mapping):
        raise _wrong([Trouble(("listing",), *not_a_table(keys))])
    table = {**_NAMELESS, **{str(key): _value(str(key), value) for key, value in keys.items()}}
    mistakes = list(relations.of_listing(table))
    try:
        checked = shape.ListingTable.model_validate(table)
    except ValidationError as error:
        raise _wrong([*mistakes, *troubles(error, shape.ListingTable)]) from None
    if mistakes:
        raise _wrong(mistakes)
    return convert.listing(checked)


def _value(key: str, value: object) -> object:
    """What TOML would have read: days for text that is one, exact numbers; the same within tables."""
    match value:
        case float():
            return Decimal(str(value))
        case str() if key in _DAYS:
            return _day(value)
        case list():
            return [_value(key, each) for each in value]
        case dict():
            return {inner: _value(str(inner), each) for inner, each in value.items()}
        case _:
            return value


def _day(text: str) -> object:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _wrong(mistakes: list[Trouble]) -> ValueError:
    told = "; ".join(f"{written(each.path)}: {each.message} (expected {each.expected})" for each in mistakes)
    return ValueError(f"the listing is wrong: {told}")
