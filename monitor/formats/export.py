"""The catalogue with its current state → CSV, a row a listing, or JSON (`monitor export`)."""

import csv as writer
import io
from collections.abc import Iterable, Sequence
from typing import Any

from monitor.core.claims import contact_words, deadline_words, fee_words, requirement_words
from monitor.core.finding import LinkStanding, Situation, Standing, State
from monitor.core.listing import Catalogue, Listing, Severity
from monitor.formats.documents import coverage_row, link_row
from monitor.formats.history import catalogue_entry
from monitor.formats.spreadsheet import cell
from monitor.formats.values import Document, instant, instant_or_none

BETWEEN = "; "
"""Stands between values in one cell. Those of `links`, `liveness` and `last_ok` come in one order, a link each."""

COLUMNS = (
    "id",
    "name",
    "institution",
    "program",
    "city",
    "state",
    "kinds",
    "hands_on",
    "specialties",
    "excludes",
    "audience",
    "reviewed",
    "tags",
    "source",
    "open_errors",
    "open_warnings",
    "open_notes",
    "other_findings",
    "links",
    "liveness",
    "last_ok",
    "fees",
    "requirements",
    "contacts",
    "deadlines",
    "notes",
)


def export_document(situation: Situation, catalogue: Catalogue) -> Document:
    """Every listing with its keys, and under `standing` how its links and findings stand. Findings go by their ids."""
    found, links = _by_listing(situation)
    return {
        "generated_at": instant(situation.at),
        "catalogue": situation.catalogue,
        "title": catalogue.title,
        "coverage": coverage_row(situation.coverage),
        "listings": [
            {
                **catalogue_entry(listing),
                "standing": {
                    "counts": {severity.value: _open(found[listing.id], severity) for severity in Severity},
                    "findings": [standing.finding.id for standing in found[listing.id]],
                    "links": [link_row(link) for link in links[listing.id]],
                },
            }
            for listing in catalogue.listings
        ],
    }


def export_csv(situation: Situation, catalogue: Catalogue) -> str:
    """A header, then a row a listing (RFC 4180); no cell runs as a formula, absent values are empty cells."""
    buffer = io.StringIO()
    table = writer.writer(buffer, lineterminator="\r\n")
    table.writerow(COLUMNS)
    found, links = _by_listing(situation)
    for listing in catalogue.listings:
        values = _row(listing, found[listing.id], links[listing.id])
        table.writerow([cell(values[column]) for column in COLUMNS])
    return buffer.getvalue()


def _by_listing(situation: Situation) -> tuple[dict[str, list[Standing]], dict[str, list[LinkStanding]]]:
    found: dict[str, list[Standing]] = {listing: [] for listing in situation.names}
    for standing in situation.standings:
        found[standing.finding.listing].append(standing)
    links: dict[str, list[LinkStanding]] = {listing: [] for listing in situation.names}
    for link in situation.links:
        links[link.listing].append(link)
    return found, links


def _row(listing: Listing, found: Sequence[Standing], links: Sequence[LinkStanding]) -> dict[str, Any]:
    opened = {f"open_{severity}s": _open(found, severity) for severity in Severity}
    return {
        **opened,
        "id": listing.id,
        "name": listing.name,
        "institution": listing.institution,
        "program": listing.program,
        "city": listing.city,
        "state": listing.state,
        "kinds": _joined(listing.kinds),
        "hands_on": None if listing.hands_on is None else str(listing.hands_on).lower(),
        "specialties": _joined(listing.specialties),
        "excludes": _joined(listing.excludes),
        "audience": listing.audience,
        "reviewed": listing.reviewed,
        "tags": _joined(listing.tags),
        "source": listing.source,
        "other_findings": len(found) - sum(opened.values()),
        "links": _joined(link.url for link in links),
        "liveness": _joined(link.liveness or "never" for link in links),
        "last_ok": _joined(instant_or_none(link.last_ok) or "never" for link in links),
        "fees": _joined(map(_bare, map(fee_words, listing.fees))),
        "requirements": _joined(map(_bare, map(requirement_words, listing.requirements))),
        "contacts": _joined(map(_bare, map(contact_words, listing.contacts))),
        "deadlines": _joined(map(_bare, map(deadline_words, listing.deadlines))),
        "notes": listing.notes,
    }


def _open(found: Iterable[Standing], severity: Severity) -> int:
    return sum(each.state is State.OPEN and each.finding.severity is severity for each in found)


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(values)


def _bare(words: str) -> str:
    return words.removeprefix("the ").removeprefix("contact ").removeprefix("requirement of ")
