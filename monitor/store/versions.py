"""Versions of pages: values ↔ rows, what is kept of a look, and what may go."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from monitor.core.finding import State
from monitor.core.listing import Catalogue, Settings
from monitor.core.look import Version
from monitor.store import baselines, rows
from monitor.store.tables import BaselineRow, IncidentRow, LinkRow, ObservationRow, VersionRow

MAX_PRUNED = 1_000
"""Versions that go in one pass; what is left goes in the next ones."""


def keep(connection: Connection, url: str, latest: Version, *, read_anew: bool) -> int:
    """The id of the row that holds *latest*; a text that was *read_anew* is kept as it was seen last."""
    key = (
        _c(VersionRow.url) == url,
        _c(VersionRow.method) == latest.fingerprint.version,
        _c(VersionRow.digest) == latest.fingerprint.digest,
        _c(VersionRow.links_digest) == latest.fingerprint.links,
    )
    known = connection.execute(select(_c(VersionRow.id)).where(*key)).scalar()
    content = rows.content_columns(latest) if read_anew or known is None else {}
    if known is not None:
        connection.execute(update(VersionRow).where(*key).values(last_seen=latest.last_seen, **content))
        return int(known)
    added = connection.execute(
        insert(VersionRow)
        .values(
            url=url,
            method=latest.fingerprint.version,
            digest=latest.fingerprint.digest,
            links_digest=latest.fingerprint.links,
            first_seen=latest.first_seen,
            last_seen=latest.last_seen,
            **content,
        )
        .returning(_c(VersionRow.id))
    )
    return int(added.scalar_one())


def prune(connection: Connection, catalogue: Catalogue, now: datetime) -> None:
    """Drop the versions that the catalogue's settings let go, at most `MAX_PRUNED`.

    Never the latest of a link, nor a baseline, be it set by a review or by rule, nor what an unresolved incident was
    found in, when it began and when it was confirmed last.
    """
    beyond = connection.execute(_beyond(catalogue.settings, now)).all()
    if not beyond:
        return
    wanted = {row.url for row in beyond}
    with Session(connection) as session:
        needed = {*_baselines(session, catalogue, wanted, now), *_evidence(session, wanted)}
    gone = [row.id for row in beyond if row.id not in needed][:MAX_PRUNED]
    unseen = update(ObservationRow).where(_c(ObservationRow.version_id).in_(gone)).values(version_id=None)
    connection.execute(unseen)
    connection.execute(delete(VersionRow).where(_c(VersionRow.id).in_(gone)))


def _beyond(settings: Settings, now: datetime) -> Any:
    """The ids and URLs of what is too old or one too many, and neither a latest version nor a kept baseline."""
    newest_first = (_c(VersionRow.last_seen).desc(), _c(VersionRow.id).desc())
    place = func.row_number().over(partition_by=_c(VersionRow.url), order_by=newest_first)
    ranked = select(_c(VersionRow.id), _c(VersionRow.url), _c(VersionRow.last_seen), place.label("place")).subquery()
    held = [
        select(_c(LinkRow.version_id)).where(_c(LinkRow.version_id).is_not(None)),
        select(_c(BaselineRow.version_id)),
    ]
    return (
        select(ranked.c.id, ranked.c.url)
        .where(or_(ranked.c.place > settings.retain_count, ranked.c.last_seen < now - settings.retain_versions))
        .where(*(ranked.c.id.not_in(each) for each in held))
        .order_by(ranked.c.last_seen, ranked.c.id)
    )


def _baselines(session: Session, catalogue: Catalogue, wanted: set[str], now: datetime) -> Iterable[int]:
    """The baselines of every listing at the *wanted* URLs."""
    for listing in catalogue.listings:
        for url in wanted.intersection(listing.urls):
            version = baselines.of(session, listing, url, now)
            if version is not None and version.id is not None:
                yield version.id


def _evidence(session: Session, wanted: set[str]) -> Iterable[int]:
    """What was on show at the *wanted* URLs when an unresolved incident began, and when it was confirmed last."""
    unresolved = select(_c(IncidentRow.url), _c(IncidentRow.finding_since), _c(IncidentRow.last_seen)).where(
        _c(IncidentRow.state) != State.RESOLVED, _c(IncidentRow.url).is_not(None)
    )
    for url, since, last_seen in session.execute(unresolved).all():
        if url not in wanted:
            continue
        for at in (since, last_seen):
            shown = (
                select(_c(ObservationRow.version_id))
                .where(_c(ObservationRow.url) == url, _c(ObservationRow.first_at) <= at)
                .where(_c(ObservationRow.version_id).is_not(None))
                .order_by(_c(ObservationRow.id).desc())
                .limit(1)
            )
            found = session.execute(shown).scalar()
            if found is not None:
                yield int(found)


def _c(attribute: Any) -> Any:
    """A column of a row class: to the type checker a row's attribute is its value."""
    return attribute
