"""What a look teaches of how often the page changes."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from monitor.core.belief import PRIOR, Belief, after_a_look, dated
from monitor.core.distance import bears_out, drift
from monitor.core.history import advance, showed_text
from monitor.core.look import Drift, LinkHistory, Observation

STAMPED_NOW: Final = timedelta(days=1)
"""A Last-Modified no older says when the server put the page together, not when somebody edited it."""


def believed(before: LinkHistory, seen: Observation, site_wide: Collection[str] = frozenset()) -> Belief | None:
    """What is believed of the page after a look, None where it taught nothing.

    Only words of the page's own that a second visit bears out are a change: neither noise nor *site_wide* lines, nor
    what cannot be compared. A page that did not show its text stands as it was.
    """
    if not showed_text(seen):
        return None
    if before.latest is None:
        return _first(seen)
    verdict = _has_changed(before, seen, site_wide)
    if verdict is None:
        return None
    return after_a_look(before.belief or PRIOR, seen.at - before.latest.last_seen, found_a_change=verdict)


def _has_changed(before: LinkHistory, seen: Observation, site_wide: Collection[str]) -> bool | None:
    after = advance(before, seen)
    if before.latest is None or after.latest is None:
        return None
    told = drift(before.latest, after.latest, after.volatile, site_wide)
    match told.drift:
        case Drift.INCOMPARABLE:
            return None
        case Drift.SAME | Drift.COSMETIC:
            return False
        case Drift.SUBSTANTIVE:
            doubted = seen.again is not None and not bears_out(seen.again, before.latest, after, told)
            return None if doubted else True


def _first(seen: Observation) -> Belief | None:
    """What the page itself says of its last change."""
    said = seen.validators.last_modified if seen.validators is not None else None
    at = _moment(said) if said is not None else None
    if at is None or seen.at - at <= STAMPED_NOW:
        return None
    return dated(PRIOR, seen.at - at)


def _moment(said: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
