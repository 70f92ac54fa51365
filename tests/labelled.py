"""The labelled set in `tests/claims/`: claims and closures of listings, each with a page and what is true of it."""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "claims"
PAGES = FOLDER / "pages"

TUNING, HELD_OUT = "tuning", "held-out"
_ABOUT_A_CASE = {"id", "trap", "claim", "support", "value", "note"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a page: *listing* has the keys of `listings.toml`. `trap` names what makes it hard."""

    id: str
    page: str
    split: str
    trap: str
    listing: Mapping[str, Any]

    @property
    def path(self) -> Path:
        return PAGES / self.page


@dataclass(frozen=True, slots=True)
class ClaimCase(Question):
    """`value`: what the page states instead, as a catalogue would write it; None where no one value can be named."""

    claim: str
    support: str
    value: object


@dataclass(frozen=True, slots=True)
class ClosureCase(Question):
    """Whether the page says that the listing's programme is shut to the listing's readers."""

    closed: bool


def claim_cases() -> list[ClaimCase]:
    """Every claim of the set, in the order of the file."""
    return [
        ClaimCase(*_question(page, case, _keys(case)), case["claim"], case["support"], case.get("value"))
        for page in _pages()
        for case in page.get("claims", ())
    ]


def closure_cases() -> list[ClosureCase]:
    """Every closure of the set, in the order of the file."""
    return [
        ClosureCase(*_question(page, case, case.get("listing", {})), case["closed"])
        for page in _pages()
        for case in page.get("closures", ())
    ]


def drawn(page: str) -> str:
    """The split that the name of a page draws."""
    return HELD_OUT if hashlib.sha256(page.encode()).digest()[0] % 3 == 0 else TUNING


def toml(value: object) -> str:
    """A value of a listing as TOML writes it."""
    match value:
        case date():
            return value.isoformat()
        case dict():
            return "{ " + ", ".join(f"{key} = {toml(part)}" for key, part in value.items()) + " }"
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case _:
            return json.dumps(value)


def _pages() -> Iterator[Mapping[str, Any]]:
    yield from tomllib.loads((FOLDER / "cases.toml").read_text("utf-8"))["page"]


def _keys(case: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in case.items() if key not in _ABOUT_A_CASE}


def _question(
    page: Mapping[str, Any], case: Mapping[str, Any], keys: Mapping[str, Any]
) -> tuple[str, str, str, str, Mapping[str, Any]]:
    return case["id"], page["file"], page["split"], case["trap"], {"id": case["id"], **page["listing"], **keys}
