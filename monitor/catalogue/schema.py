"""The JSON schema of `listings.toml`, for editors: what the loader checks, as far as a schema can say it.

`python -m monitor.catalogue > docs/listings.schema.json` writes it anew.
"""

import json
from collections.abc import Mapping
from datetime import timedelta

from monitor.catalogue import shape
from monitor.core.listing import Catalogue, Comparison, Level, Settings, Severity

_Schema = dict[str, object]

_TITLE = "The catalogue of a listings monitor"
_VISIBLE = {"pattern": r"\S"}
_DAY, _YEAR = timedelta(days=1), timedelta(days=365)


def json_schema() -> dict[str, object]:
    """A schema of draft 2020-12. A TOML date counts as a string of format `date`, as editors see it."""
    schema = shape.Document.model_json_schema(by_alias=True)
    definitions = schema["$defs"]
    for name, table in definitions.items():
        definitions[name] = {**_plain(table), **_between_keys().get(name, {})}
    for name, defaults in _defaults().items():
        for key, default in defaults.items():
            definitions[name]["properties"][key]["default"] = default
    plain = _plain(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **plain, "title": _TITLE}


def text() -> str:
    """The schema as the file in `docs/` holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _between_keys() -> dict[str, _Schema]:
    """What `relations` checks, by model."""
    return {
        "ListingTable": {"anyOf": [_given("institution"), _given("program")]},
        "ContactTable": {"anyOf": [_given("name"), _given("email"), _given("phone")]},
        "DeadlineTable": {"anyOf": [{"required": ["date"]}, _given("note")]},
        "RequirementTable": {"not": {"required": ["above", "minimum"]}},
        "AppliesTable": {"minProperties": 1, "dependentRequired": {"scored": ["exam"]}},
    }


def _given(key: str) -> _Schema:
    return {"required": [key], "properties": {key: _VISIBLE}}


def _defaults() -> dict[str, Mapping[str, object]]:
    """The defaults that the nouns of the core have, as the file would write them."""
    settings = Settings()
    fields = (name for name in shape.MonitorTable.model_fields if name != "contact")
    written = {name: _written(getattr(settings, name)) for name in fields}
    return {
        "GuideTable": {"title": Catalogue().title},
        "MonitorTable": {**written, "max_body": f"{settings.max_body // 1_000_000}MB"},
        "FeeTable": {"currency": shape.DEFAULT_CURRENCY},
        "RequirementTable": {"sections_are": Comparison.MINIMUM.value, "level": Level.REQUIRED.value},
        "AdvisoryTable": {"severity": Severity.WARNING.value},
    }


def _written(value: object) -> object:
    if not isinstance(value, timedelta):
        return value
    if not value % _YEAR:
        return f"{value // _YEAR}y"
    return f"{value // _DAY}d" if not value % _DAY else f"{value.total_seconds():g}s"


def _plain(schema: Mapping[str, object]) -> _Schema:
    """Without what TOML does not know (null), and without titles that only repeat the key."""
    kept = {key: _plain_value(key, value) for key, value in schema.items() if key != "title"}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if kept.get("default", ...) is None:
        del kept["default"]
    match kept.pop("anyOf", None):
        case [dict(only)]:
            return {**only, **kept}
        case None:
            return kept
        case several:
            return {**kept, "anyOf": several}


def _plain_value(key: str, value: object) -> object:
    match value:
        case dict() if key in {"properties", "$defs"}:  # their keys are names, "title" may be one of them
            return {name: _plain(inner) for name, inner in value.items()}
        case dict() if key != "default":
            return _plain(value)
        case list() if key == "anyOf":
            return [_plain(inner) for inner in value if inner != {"type": "null"}]
        case _:
            return value
