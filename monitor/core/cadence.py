"""When a link is due for its next look."""

from datetime import date, datetime, timedelta
from typing import assert_never

from monitor.core.listing import Listing
from monitor.core.look import LinkHistory, Sign
from monitor.core.rules.links import OVERDUE_AFTER
from monitor.core.rules.scene import AHEAD
from monitor.core.rules.subject import SECOND_SUCCESS_AFTER

# Looks after the first failure of a run (docs/rules.md): three remove blips, after that only time helps.
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_AFTER_PAGE_GONE = (10 * _MINUTE, _DAY, 3 * _DAY)
_AFTER_NO_SUCH_HOST = (10 * _MINUTE, _DAY, 3 * _DAY, 7 * _DAY)
_AFTER_NO_ANSWER = (5 * _MINUTE, _HOUR, _DAY, 3 * _DAY, 7 * _DAY, 14 * _DAY)
_AFTERWARDS = 7 * _DAY
_LONGEST_WAIT_WHEN_BLOCKED = 30 * _DAY


def due_at(history: LinkHistory, links: int, checks_per_day: int, *, dated: bool) -> datetime | None:
    """When the link is due, None for one that nobody has looked at: now.

    A well link comes round once a day, less often where the catalogue's *links* exceed the budget of *checks_per_day*;
    whatever the budget, nothing waits until it is overdue, and what is *dated* (`is_dated`) is looked at daily.
    """
    if history.last_at is None:
        return None
    usual = _DAY if dated else min(max(_DAY, _DAY * (links / checks_per_day)), OVERDUE_AFTER)
    if history.blocked_since is not None:
        waited = history.last_at - history.blocked_since
        return history.last_at + min(max(waited, _DAY), _LONGEST_WAIT_WHEN_BLOCKED)  # doubles the interval
    match history.sign:
        case None | Sign.NONE | Sign.REFUSED_US:
            return history.last_at + usual
        case Sign.WELL:
            if _has_just_recovered(history):
                return history.last_at + SECOND_SUCCESS_AFTER
            return history.last_at + usual
        case Sign.PAGE_GONE:
            return _next(_AFTER_PAGE_GONE, history)
        case Sign.NO_SUCH_HOST:
            return _next(_AFTER_NO_SUCH_HOST, history)
        case Sign.NO_ANSWER:
            return _next(_AFTER_NO_ANSWER, history)
        case _:
            assert_never(history.sign)


def is_due(history: LinkHistory, links: int, checks_per_day: int, now: datetime, *, dated: bool) -> bool:
    """Whether the link should be looked at now."""
    due = due_at(history, links, checks_per_day, dated=dated)
    return due is None or due <= now


def is_dated(listing: Listing, today: date) -> bool:
    """Whether a price of the listing ends or begins, or a deadline passes, today or within `AHEAD`."""
    days = (
        *(fee.until for fee in listing.fees),
        *(fee.start for fee in listing.fees),
        *(deadline.date for deadline in listing.deadlines),
    )
    return any(day is not None and today <= day <= today + AHEAD for day in days)


def _has_just_recovered(history: LinkHistory) -> bool:
    """One good look after bad ones: the second decides."""
    well, last = history.well_since, history.last_at
    return well is not None and last is not None and well != history.first_at and last - well < SECOND_SUCCESS_AFTER


def _next(offsets: tuple[timedelta, ...], history: LinkHistory) -> datetime:
    assert history.last_at is not None
    since = history.sign_since or history.last_at
    spent = history.last_at - since
    return next((since + offset for offset in offsets if offset > spent), history.last_at + _AFTERWARDS)
