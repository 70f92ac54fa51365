"""When each link of a catalogue is due, all of them sharing one budget of looks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from monitor.core.belief import PRIOR
from monitor.core.cadence.budget import intervals
from monitor.core.cadence.index import Urgency
from monitor.core.cadence.spans import Cause, Due, is_dated, next_look
from monitor.core.listing import Catalogue, Listing
from monitor.core.look import LinkHistory
from monitor.core.waits import Waits

DAILY: Final = timedelta(days=1)
"""How often a well link is looked at where the budget allows all of them."""

EARLY: Final = timedelta(minutes=30)
"""A pass takes along what would be due so soon: passes come at one hour, and end their looks minutes after it."""

PRICED: Final = 2.0
"""How much more a look is worth where a listing states a price or a deadline: its readers plan by them. Assumed."""

_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """When a look is due that does not wait for the schedule; how many are by then, by their cause."""

    at: datetime
    links: Mapping[Cause, int]


@dataclass(frozen=True, slots=True)
class Agenda:
    """When each link is due, by URL: None for those that nobody has looked at.

    `held`: until when links are to be left alone, or were when their turn came, because a host asked us to wait.
    """

    due: Mapping[str, Due | None]
    held: Mapping[str, datetime]

    def due_by(self, now: datetime, early: timedelta) -> frozenset[str]:
        """The links to look at now; those whose moment does not matter up to *early* before it."""
        return frozenset(
            url
            for url, due in self.due.items()
            if (due is None or due.by(now, early)) and self.held.get(url, now) <= now
        )

    def next_look(self, url: str) -> datetime | None:
        """When a link that was looked at is due again, and its host may be asked."""
        due, held = self.due.get(url), self.held.get(url)
        return max(due.at, held or due.at) if due is not None else None

    def next_follow_up(self, now: datetime) -> FollowUp | None:
        """The next look that does not wait for the schedule, be it overdue."""
        coming = list(self._follow_ups())
        if not coming:
            return None
        first = min(at for at, _ in coming)
        return FollowUp(first, Counter(cause for at, cause in coming if at <= max(first, now)))

    def _follow_ups(self) -> Iterator[tuple[datetime, Cause]]:
        for url, due in self.due.items():
            held = self.held.get(url)
            if due is not None and due.cause.is_follow_up:
                yield (max(due.at, held) if held else due.at), due.cause
            elif held is not None and (due is None or due.by(held, EARLY)):
                yield held, Cause.RETRY_AFTER


def agenda(
    catalogue: Catalogue, histories: Mapping[str, LinkHistory], waiting: Waits, now: datetime, *, usual: timedelta
) -> Agenda:
    """When each link of *catalogue* is due; a well one after *usual* where the budget allows a look at each a day.

    Where it does not, links share it by how urgent they are, and *dated* ones are looked at daily all the same. Looks
    after failures are none of the budget's, nor those at walls.
    """
    known = {url: histories.get(url, LinkHistory(url)) for url in catalogue.urls()}
    paced = [url for url, history in known.items() if (due := next_look(history, usual)) is None or due.is_paced]
    budget = catalogue.settings.checks_per_day
    shares = _shared(catalogue, known, paced, now) if len(paced) > budget else {}
    dues = {url: next_look(history, shares.get(url, usual)) for url, history in known.items()}
    held = {url: waiting.until(history, min(history.last_at or _EVER, now)) for url, history in known.items()}
    return Agenda(dues, {url: until for url, until in held.items() if until is not None})


def _shared(
    catalogue: Catalogue, known: Mapping[str, LinkHistory], paced: list[str], now: datetime
) -> dict[str, timedelta]:
    today = now.astimezone(UTC).date()
    dated = {link.url for listing in catalogue.listings if is_dated(listing, today) for link in listing.links}
    priced = {link.url for listing in catalogue.listings if is_priced(listing) for link in listing.links}
    urgencies = {
        url: Urgency(known[url].belief or PRIOR, PRICED if url in priced else 1.0) for url in paced if url not in dated
    }
    daily = dict.fromkeys((url for url in paced if url in dated), DAILY)
    return daily | intervals(urgencies, catalogue.settings.checks_per_day - len(daily))


def is_priced(listing: Listing) -> bool:
    """Whether the listing states a price or a deadline."""
    return bool(listing.fees or listing.deadlines)
