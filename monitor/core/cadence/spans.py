"""When a link is due for its next look: after a failure by spans of its own, else as its share of the budget allows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import assert_never

from monitor.core.listing import Listing
from monitor.core.look import LinkHistory, Sign
from monitor.core.rules.scene import AHEAD
from monitor.core.rules.subject import SECOND_SUCCESS_AFTER

# Looks after the first failure of a run (docs/rules.md): three remove blips, after that only time helps.
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_AFTER_PAGE_GONE = (10 * _MINUTE, _DAY, 3 * _DAY)
_AFTER_NO_SUCH_HOST = (10 * _MINUTE, _DAY, 3 * _DAY, 7 * _DAY)
_AFTER_NO_ANSWER = (5 * _MINUTE, _HOUR, _DAY, 3 * _DAY, 7 * _DAY, 14 * _DAY)
_AFTERWARDS = 7 * _DAY
_LONGEST_WAIT_WHEN_BLOCKED = 30 * _DAY


class Cause(StrEnum):
    """What brings a link round."""

    PACE = "pace"  # its share of the budget
    WALL = "wall"  # somebody may let us in again
    FAILURE = "failure"  # time tells whether it lasts
    RECOVERY = "recovery"  # the second good look decides
    RETRY_AFTER = "retry-after"  # it was due while its host wanted to be left alone

    @property
    def is_follow_up(self) -> bool:
        """Whether the moment matters: spans end and findings open by it. The others come round with the schedule."""
        return self in {Cause.FAILURE, Cause.RECOVERY, Cause.RETRY_AFTER}


@dataclass(frozen=True, slots=True)
class Due:
    """When a link is looked at next, and why then."""

    at: datetime
    cause: Cause

    @property
    def is_paced(self) -> bool:
        """Whether the look is one of the budget's."""
        return self.cause is Cause.PACE

    def by(self, now: datetime, early: timedelta) -> bool:
        """Whether that is now, or within *early* where the moment does not matter."""
        return self.at <= (now if self.cause.is_follow_up else now + early)


def next_look(history: LinkHistory, interval: timedelta) -> Due | None:
    """When the link is due, None for one that nobody has looked at: now. A well one comes round in an *interval*."""
    if history.last_at is None:
        return None
    if history.blocked_since is not None:
        waited = history.last_at - history.blocked_since  # doubles the interval
        return Due(history.last_at + min(max(waited, _DAY), _LONGEST_WAIT_WHEN_BLOCKED), Cause.WALL)
    match history.sign:
        case None | Sign.NONE | Sign.REFUSED_US:
            return Due(history.last_at + interval, Cause.PACE)
        case Sign.WELL:
            if _has_just_recovered(history):
                return Due(history.last_at + SECOND_SUCCESS_AFTER, Cause.RECOVERY)
            return Due(history.last_at + interval, Cause.PACE)
        case Sign.PAGE_GONE:
            return Due(_next(_AFTER_PAGE_GONE, history), Cause.FAILURE)
        case Sign.NO_SUCH_HOST:
            return Due(_next(_AFTER_NO_SUCH_HOST, history), Cause.FAILURE)
        case Sign.NO_ANSWER:
            return Due(_next(_AFTER_NO_ANSWER, history), Cause.FAILURE)
        case _:
            assert_never(history.sign)


def is_dated(listing: Listing, today: date) -> bool:
    """Whether a price of the listing ends or begins, or a deadline passes, today or within `AHEAD`."""
    return any(today <= day <= today + AHEAD for day in _days(listing))


def _days(listing: Listing) -> Iterator[date]:
    for fee in listing.fees:
        yield from (day for day in (fee.start, fee.until) if day is not None)
    yield from (deadline.date for deadline in listing.deadlines if deadline.date is not None)


def _has_just_recovered(history: LinkHistory) -> bool:
    """One good look after bad ones: the second decides."""
    well, last = history.well_since, history.last_at
    return well is not None and last is not None and well != history.first_at and last - well < SECOND_SUCCESS_AFTER


def _next(offsets: tuple[timedelta, ...], history: LinkHistory) -> datetime:
    assert history.last_at is not None
    since = history.sign_since or history.last_at
    spent = history.last_at - since
    return next((since + offset for offset in offsets if offset > spent), history.last_at + _AFTERWARDS)
