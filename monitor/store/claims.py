"""What is remembered of a listing's claims: histories ↔ rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from monitor.core.verdict import ClaimHistory, Support, Verdict
from monitor.store.tables import ClaimRow


def read(session: Session, listing: str) -> dict[str, ClaimHistory]:
    """What is remembered of a listing's claims, by their ids."""
    wanted = select(ClaimRow).where(_c(ClaimRow.listing) == listing).order_by(_c(ClaimRow.claim))
    return {row.claim: _history(row) for row in session.execute(wanted).scalars()}


def write(connection: Connection, listing: str, histories: Iterable[ClaimHistory]) -> None:
    """Keep *histories*; what is remembered of the listing's other claims stays."""
    rows = [_columns(listing, history) for history in histories]
    if rows:
        adding = upsert(ClaimRow)
        changed = {name: adding.excluded[name] for name in rows[0]}
        connection.execute(adding.on_conflict_do_update(index_elements=["listing", "claim"], set_=changed), rows)


def _history(row: ClaimRow) -> ClaimHistory:
    """Suggestions are not kept: a finding carries them."""
    return ClaimHistory(
        claim=row.claim,
        value=row.value,
        method=row.method,
        verdict=Verdict(row.claim, Support(row.support), row.why, row.found, row.quote, row.url, withheld=row.withheld),
        judged_at=row.judged_at,
        borne_first=row.borne_first,
        borne_last=row.borne_last,
        borne_by=row.borne_by,
        borne_quote=row.borne_quote,
        silent_since=row.silent_since,
    )


def _columns(listing: str, of: ClaimHistory) -> dict[str, Any]:
    return {
        "listing": listing,
        "claim": of.claim,
        "value": of.value,
        "method": of.method,
        "support": of.verdict.support,
        "why": of.verdict.why,
        "found": of.verdict.found,
        "quote": of.verdict.quote,
        "url": of.verdict.url,
        "withheld": of.verdict.withheld,
        "judged_at": of.judged_at,
        "borne_first": of.borne_first,
        "borne_last": of.borne_last,
        "borne_by": of.borne_by,
        "borne_quote": of.borne_quote,
        "silent_since": of.silent_since,
    }


def _c(attribute: Any) -> Any:
    """A column of a row class: to the type checker a row's attribute is its value."""
    return attribute
