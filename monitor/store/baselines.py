"""Baselines that a review has set: the last readable look at each link of a listing, whenever that was."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from monitor.core.fingerprint import METHOD
from monitor.core.listing import Listing
from monitor.store.tables import BaselineRow, DriftRow, LinkRow, ObservationRow, VersionRow


def of(session: Session, listing: Listing, url: str, now: datetime) -> VersionRow | None:
    """The version against which drift is measured, None when the look at *now* is the one that sets it.

    A review by `monitor review` holds until the catalogue names a later one. Of several readable looks, those by
    today's method come first, once there are any, and of those the ones that showed text: an upgrade, or a file that
    could not be read, makes pages incomparable once, not for ever.
    """
    reviewed = listing.reviewed if listing.reviewed and listing.reviewed <= now.date() else None
    kept = _kept(session, listing.id, url, reviewed)
    if kept is None:
        return _first_readable(session, url, _midnight(reviewed) if reviewed else None)
    review, version = kept
    if _is_comparable(version):
        return version
    since = _first_readable(session, url, review.at)
    return since if since is not None and _is_comparable(since) else version


def take(connection: Connection, listing: Listing, at: datetime) -> None:
    """From now on measure a listing's pages against the last readable look; without one the next one sets it."""
    connection.execute(delete(BaselineRow).where(_c(BaselineRow.listing) == listing.id))
    connection.execute(delete(DriftRow).where(_c(DriftRow.listing) == listing.id))
    for url in dict.fromkeys(link.url for link in listing.links):
        read = connection.execute(select(_c(LinkRow.version_id)).where(_c(LinkRow.url) == url)).scalar()
        if read is not None:
            columns = {"listing": listing.id, "url": url, "version_id": read, "at": at}
            connection.execute(upsert(BaselineRow).values(columns))


def _kept(session: Session, listing: str, url: str, reviewed: date | None) -> tuple[BaselineRow, VersionRow] | None:
    wanted = (
        select(BaselineRow, VersionRow)
        .join(VersionRow, _c(BaselineRow.version_id) == VersionRow.id)
        .where(_c(BaselineRow.listing) == listing, _c(BaselineRow.url) == url)
    )
    found = session.execute(wanted).first()
    if found is None or (reviewed is not None and reviewed > found[0].at.date()):
        return None
    return found[0], found[1]


def _first_readable(session: Session, url: str, since: datetime | None) -> VersionRow | None:
    wanted = (
        select(VersionRow)
        .join(ObservationRow, _c(ObservationRow.version_id) == VersionRow.id)
        .where(_c(ObservationRow.url) == url)
        .order_by(_c(VersionRow.method) != METHOD, _c(VersionRow.opaque) != "", _c(ObservationRow.id))
        .limit(1)
    )
    if since is not None:
        wanted = wanted.where(_c(ObservationRow.last_at) >= since)
    return session.execute(wanted).scalar_one_or_none()


def _is_comparable(version: VersionRow) -> bool:
    return version.method == METHOD and not version.opaque


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _c(attribute: Any) -> Any:
    """A column of a row class: to the type checker a row's attribute is its value."""
    return attribute
