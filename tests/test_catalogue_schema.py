"""The schema that editors use says the same of a document as the loader does."""

import json
import re
import tempfile
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from monitor.catalogue import json_schema, load
from monitor.catalogue.schema import text as schema_text
from monitor.errors import CatalogueError

ROOT = Path(__file__).parents[1]


def strict_ends(pattern: str) -> str:
    """Python alone lets `$` match before a line break at the end; editors do not."""
    return re.sub(r"\$\Z", r"\\Z", pattern)


def for_python(schema: object) -> object:
    match schema:
        case {"pattern": str(pattern), **others} if others.get("type") != "object":
            return {"pattern": strict_ends(pattern), **others}
        case {"patternProperties": dict(by_pattern), **others}:
            return {"patternProperties": {strict_ends(pattern): one for pattern, one in by_pattern.items()}, **others}
        case dict():
            return {key: for_python(value) for key, value in schema.items()}
        case list():
            return [for_python(one) for one in schema]
        case _:
            return schema


VALIDATOR = Draft202012Validator(for_python(json_schema()), format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_editors_see_it(value: object) -> object:
    match value:
        case dict():
            return {key: as_editors_see_it(inner) for key, inner in value.items()}
        case list():
            return [as_editors_see_it(inner) for inner in value]
        case date():
            return value.isoformat()
        case _:
            return value


def schema_accepts(text: str) -> bool:
    return VALIDATOR.is_valid(as_editors_see_it(tomllib.loads(text)))


def loader_accepts(text: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listings.toml"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            load(path)
        except CatalogueError:
            return False
    return True


def listing(*lines: str) -> str:
    return "\n".join(("[[listing]]", 'id = "a"', 'program = "P"', *lines, ""))


def advisory(*lines: str) -> str:
    given_lines = ("[[advisory]]", 'id = "a"', "effective = 2026-01-01", 'title = "t"', 'source = "https://e.example/"')
    return "\n".join((*given_lines, *lines, listing()))


GOOD = [
    listing(),
    listing('notes = """\nTwo\tlines\n"""', "hands_on = true", "reviewed = 2026-11-01", 'city = ""'),
    listing('kinds = ["sub-internship"]', "tags = []", 'specialties = ["Surgery"]', 'excludes = ["None"]'),
    listing('links = [{ role = "home", url = "http://localhost:8000/a" }]'),
    listing('fees = [{ kind = "other", amount = 0 }, { kind = "housing", amount = 1.5, from = 2026-01-01 }]'),
    listing('requirements = [{ exam = "TOEFL", above = 80, sections = { speaking = 26 }, sections_are = "above" }]'),
    listing('contacts = [{ name = "N" }, { email = "a@b.org" }, { phone = "(555) 010-0199 ext. 2" }]'),
    listing('deadlines = [{ what = "w", date = 2026-01-01 }, { what = "w", note = "n" }]'),
    '[[listing]]\nid = "a"\ninstitution = "I"\n',
    '[guide]\ntitle = "T"\nurl = "https://g.example"\n' + listing(),
    '[monitor]\nschedule = "0 6 * * *"\nmax_body = "1MB"\nretries = 0\nhost_delay = "0s"\n' + listing(),
    '[monitor]\ncontact = "me@example.org"\nreview_after = "180d"\nconcurrency = 1024\n' + listing(),
    '[[accept]]\nrule = "link-gone"\nreason = "r"\nlisting = "a"\nuntil = 2027-01-01\n' + listing(),
    '[[institution]]\nname = "I"\naliases = ["J"]\nhosts = ["example.edu", "example.org:8080"]\n' + listing(),
    advisory('applies = { exam = "TOEFL", scored = false }', 'severity = "error"'),
    advisory('applies = { tag = ["x", "y"] }'),
]

BAD = [
    "",
    "listing = []\n",
    '[listing]\nid = "a"\nprogram = "P"\n',
    '[[listing]]\nid = "a"\n',
    '[[listing]]\nprogram = "P"\n',
    '[[listing]]\nid = "a"\nprogram = " "\n',
    '[[listing]]\nid = "A"\nprogram = "P"\n',
    listing("unknown = 1"),
    listing("city = 1"),
    listing('city = "a\\u0000"'),
    listing('city = "a\\n"'),
    listing('city = "\\u202e"'),
    listing('notes = "\\u001b"'),
    listing('hands_on = "yes"'),
    listing("reviewed = 1"),
    listing('reviewed = "yesterday"'),
    listing("reviewed = 2026-11-01T00:00:00Z"),
    listing('kinds = "observership"'),
    listing('kinds = ["Observership"]'),
    listing('tags = ["a\\n"]'),
    listing('specialties = [""]'),
    listing(f"tags = {['a'] * 201}"),
    listing(f'city = "{"x" * 10_001}"'),
    listing('links = [{ role = "homepage", url = "https://a.example" }]'),
    listing('links = [{ role = "home", url = "www.example.org" }]'),
    listing('links = [{ role = "home", url = "ftp://example.org" }]'),
    listing('links = [{ role = "home", url = "https://a b.org" }]'),
    listing('links = [{ role = "home" }]'),
    listing('fees = [{ kind = "other", amount = "12" }]'),
    listing('fees = [{ kind = "other", amount = true }]'),
    listing('fees = [{ kind = "other", amount = -1 }]'),
    listing('fees = [{ kind = "other", amount = 1000000001 }]'),
    listing('fees = [{ kind = "other", amount = 1, currency = "usd" }]'),
    listing('fees = [{ kind = "other", amount = 1, per = "per month" }]'),
    listing('fees = [{ kind = "other", amount = 1, from_ = 2026-01-01 }]'),
    listing('requirements = [{ exam = "" }]'),
    listing('requirements = [{ exam = "E", above = 1, minimum = 1 }]'),
    listing('requirements = [{ exam = "E", sections = { "A b" = 1 } }]'),
    listing('requirements = [{ exam = "E", sections = { a = "1" } }]'),
    listing('requirements = [{ exam = "E", level = "must" }]'),
    listing('contacts = [{ role = "dean" }]'),
    listing('contacts = [{ name = "" }]'),
    listing('contacts = [{ email = "a@b" }]'),
    listing('contacts = [{ phone = "12345" }]'),
    listing('deadlines = [{ what = "w" }]'),
    listing("deadlines = [{ date = 2026-01-01 }]"),
    "[guide]\ntitle = 1\n" + listing(),
    "[monitor]\nconcurrency = 0\n" + listing(),
    "[monitor]\nconcurrency = 1.5\n" + listing(),
    "[monitor]\nretries = 11\n" + listing(),
    "[monitor]\ntotal_timeout = 60\n" + listing(),
    '[monitor]\ntotal_timeout = "60"\n' + listing(),
    '[monitor]\nmax_body = "10 MB"\n' + listing(),
    '[monitor]\nschedule = "daily"\n' + listing(),
    '[monitor]\ncontact = "two words"\n' + listing(),
    '[[accept]]\nrule = "link-gonne"\nreason = "r"\n' + listing(),
    '[[accept]]\nrule = "link-gone"\n' + listing(),
    '[[institution]]\nhosts = ["example.edu"]\n' + listing(),
    '[[institution]]\nname = "I"\nhosts = ["https://example.edu"]\n' + listing(),
    advisory(),
    advisory("applies = {}"),
    advisory("applies = { scored = true }"),
    advisory("applies = { exam = [] }"),
    advisory("applies = { exam = 1 }"),
    advisory('applies = { examen = "x" }'),
    advisory('applies = { tag = "x" }', 'severity = "bad"'),
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_loader_accepts_the_schema_accepts(text: str) -> None:
    assert (loader_accepts(text), schema_accepts(text)) == (True, True)


@pytest.mark.parametrize("text", BAD)
def test_what_the_loader_refuses_for_its_form_the_schema_refuses(text: str) -> None:
    assert (loader_accepts(text), schema_accepts(text)) == (False, False)


def test_the_shipped_catalogue_fits_the_schema() -> None:
    document = as_editors_see_it(tomllib.loads((ROOT / "listings.toml").read_text(encoding="utf-8")))
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []


def test_the_schema_itself_is_one_and_lies_in_the_docs() -> None:
    Draft202012Validator.check_schema(json_schema())
    stored = (ROOT / "docs" / "listings.schema.json").read_text(encoding="utf-8")
    assert stored == schema_text(), "run: python -m monitor.catalogue > docs/listings.schema.json"


def test_every_key_is_described_in_the_schema_and_in_the_reference() -> None:
    reference = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    definitions = json_schema()["$defs"]
    assert isinstance(definitions, dict)
    described = [item for table in definitions.values() for item in table.get("properties", {}).items()]
    assert len(described) > 70
    assert [name for name, schema in described if not schema.get("description")] == []
    assert [name for name, _ in described if f"`{name}`" not in reference] == []


def test_the_defaults_in_the_schema_are_those_that_hold() -> None:
    definitions = json_schema()["$defs"]
    assert isinstance(definitions, dict)
    settings = {name: schema.get("default") for name, schema in definitions["MonitorTable"]["properties"].items()}
    written = "".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items() if value is not None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listings.toml"
        path.write_text(f"[monitor]\n{written}{listing()}", encoding="utf-8")
        with_defaults = load(path)
        path.write_text(listing(), encoding="utf-8")
        without = load(path)
    assert len(settings) == written.count("\n") + 1  # `contact` has none
    assert with_defaults.catalogue == without.catalogue


WORDS = st.sampled_from(["", "a", "A b", "sub-internship", "a\n", "\t", "TOEFL", "required", "home", "tuition", "USD"])
URLS = st.sampled_from(["https://a.example/", "http://a.example", "www.a.example", "ftp://a.example", "https://a b/"])
NUMBERS = st.one_of(st.integers(-2, 10), st.sampled_from([0.5, 99.25, 2_000_000_000]), st.booleans())
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
# Dates stand only where dates belong: to an editor's schema every date is a string.
ANYTHING = st.one_of(WORDS, NUMBERS, st.just([]), st.just({}), URLS)


def tables(**keys: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    """Tables with some of the keys, now and then with a value of another kind, or with a key too many."""
    optional = {key: st.one_of(strategy, strategy, strategy, strategy, ANYTHING) for key, strategy in keys.items()}
    return st.fixed_dictionaries({}, optional={**optional, "stranger": st.nothing() | ANYTHING})


def several(table: st.SearchStrategy[dict[str, object]]) -> st.SearchStrategy[object]:
    return st.lists(table, max_size=2)


LISTINGS = st.builds(
    lambda inner, outer: {"id": "a", "program": "P", **inner, **outer},
    tables(
        links=several(tables(role=st.sampled_from(["home", "apply"]), url=URLS)),
        fees=several(
            tables(kind=st.sampled_from(["tuition", "other"]), amount=NUMBERS, currency=WORDS, per=WORDS, until=DAYS)
        ),
        requirements=several(
            tables(exam=WORDS, above=NUMBERS, minimum=NUMBERS, level=WORDS, sections=st.dictionaries(WORDS, NUMBERS))
        ),
        contacts=several(tables(name=WORDS, email=st.sampled_from(["a@b.org", "a@b", "@"]), role=WORDS)),
        deadlines=several(tables(what=WORDS, date=DAYS, note=WORDS)),
    ),
    tables(city=WORDS, kinds=st.lists(WORDS), hands_on=st.booleans(), reviewed=DAYS, notes=WORDS, tags=st.lists(WORDS)),
)


def toml(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case date():
            return value.isoformat()
        case _:
            return json.dumps(value)


@given(LISTINGS)
def test_of_any_listing_the_schema_and_the_loader_say_the_same(table: dict[str, object]) -> None:
    text = f"listing = [{toml(table)}]\n"
    assert schema_accepts(text) == loader_accepts(text)
