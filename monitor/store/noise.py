"""What is remembered of the noise of pages: spots that waver, and lines that sites changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from monitor.core import urls
from monitor.core.look import Observation
from monitor.core.sitewide import REMEMBERED_FOR, Altered
from monitor.core.spots import Spot, Volatile
from monitor.store.tables import AlteredRow, VolatileRow


def volatile(session: Session, url: str) -> tuple[Volatile, ...]:
    """What is known of the spots of a page, those that changed last first."""
    newest = _c(VolatileRow.last_at).desc()
    wanted = select(VolatileRow).where(_c(VolatileRow.url) == url).order_by(newest, *map(_c, _SPOT))
    return tuple(
        Volatile(Spot(row.heading, row.above, row.below), row.words, row.turns, row.last_at)
        for row in session.execute(wanted).scalars()
    )


def altered(session: Session, host: str, since: datetime) -> Sequence[Altered]:
    """The lines that pages of *host* (`name:port`) lost or gained since then, in order of time."""
    wanted = select(AlteredRow).where(_c(AlteredRow.host) == host, _c(AlteredRow.at) >= since)
    found = session.execute(wanted.order_by(_c(AlteredRow.at), _c(AlteredRow.url), _c(AlteredRow.line))).scalars()
    return [Altered(row.url, row.line, row.at) for row in found]


def write(connection: Connection, seen: Observation) -> None:
    """Keep what a look has taught of its page's noise."""
    if seen.volatile is not None:
        connection.execute(delete(VolatileRow).where(_c(VolatileRow.url) == seen.url))
        if seen.volatile:
            connection.execute(insert(VolatileRow), [_columns(seen.url, each) for each in seen.volatile])
    if seen.altered:
        host = urls.host(seen.final_url)
        connection.execute(delete(AlteredRow).where(_c(AlteredRow.at) < seen.at - REMEMBERED_FOR))
        lines = [{"host": host, "url": seen.url, "line": line, "at": seen.at} for line in seen.altered]
        connection.execute(upsert(AlteredRow).on_conflict_do_nothing(), lines)


def _columns(url: str, of: Volatile) -> dict[str, Any]:
    return {
        "url": url,
        "heading": of.spot.heading,
        "above": of.spot.above,
        "below": of.spot.below,
        "words": of.words,
        "turns": of.turns,
        "last_at": of.last_at,
    }


_SPOT = (VolatileRow.heading, VolatileRow.above, VolatileRow.below)


def _c(attribute: Any) -> Any:
    """A column of a row class: to the type checker a row's attribute is its value."""
    return attribute
