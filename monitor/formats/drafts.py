"""A draft → JSON: the listing with the catalogue's keys, the page's words for each value, and what is in doubt."""

from collections.abc import Iterator, Mapping
from typing import Any

from monitor.core.drafting import Draft, Found
from monitor.formats.history import catalogue_entry
from monitor.formats.values import Document

_NAMES = ("institution", "program", "city", "state", "kinds", "audience")
_LISTS = ("links", "fees", "requirements", "contacts", "deadlines")


def draft_document(draft: Draft) -> Document:
    """`{"listing", "quotes": {"fees[0].amount": "…"}, "doubts": [{"key", "value", "quote", "why"}], "closed"}`."""
    listing = catalogue_entry(draft.listing)
    shut = draft.closure
    return {
        "listing": listing,
        "quotes": {key: quote for key, quote in _quotes(draft, listing) if quote},
        "doubts": list(_doubts(draft)),
        "closed": None if shut is None else {"quote": shut.quote, "closing": shut.closing.value},
    }


def _quotes(draft: Draft, listing: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _NAMES:
        found: Found[Any] | None = getattr(draft, key)
        if found is not None and found.sure:
            yield key, found.quote
    for key in _LISTS:
        sure = [each for each in getattr(draft, key) if each.sure]
        for index, (each, row) in enumerate(zip(sure, listing[key], strict=True)):
            for inner, value in row.items():
                if value not in (None, {}) and (inner != "sections_are" or row["sections"]):
                    yield f"{key}[{index}].{inner}", each.quote


def _doubts(draft: Draft) -> Iterator[Document]:
    listing = catalogue_entry(draft.doubted)
    for key in _NAMES:
        found: Found[Any] | None = getattr(draft, key)
        if found is not None and not found.sure:
            yield {"key": key, "value": listing[key], "quote": found.quote, "why": found.doubt}
    for key in _LISTS:
        unsure = [each for each in getattr(draft, key) if not each.sure]
        for each, row in zip(unsure, listing[key], strict=True):
            yield {"key": key, "value": row, "quote": each.quote, "why": each.doubt}
