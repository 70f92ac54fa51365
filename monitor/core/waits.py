"""Hosts that asked to be left alone for a while (Retry-After, RFC 9110 §10.2.3), and until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, assert_never

from monitor.core import urls
from monitor.core.look import Failure, LinkHistory, NotModified, Observation, Probe, Reply, Wait

LONGEST_WAIT: Final = timedelta(hours=24)
"""Who asks for more is asked again after a day: a header left behind must not hide a host for ever."""

WAITED_OUT: Final = timedelta(seconds=10)
"""So long a wait is spent within the pass, as a longer gap: to leave a host's links for the next pass helps nobody."""

SAY_WHEN = frozenset((403, 429, 503))  # on a page that is there, the header says nothing about visitors


def asked_to_wait(probe: Probe, now: datetime) -> Wait | None:
    """What the host at which *probe* ended asks: to be left alone until when, None where it does not say.

    A wait that is spent within the pass (`WAITED_OUT`) is none. The host speaks for the other doors of its house that
    led there (`http`, without `www.`): behind them the same host would be asked again. A stranger that redirected once
    is no such door.
    """
    match probe:
        case Reply():
            said = probe.header("retry-after") if probe.status in SAY_WHEN else None
        case Failure():
            said = probe.retry_after
        case NotModified():
            said = None
        case _:
            assert_never(probe)
    until = retry_at(said, now) if said is not None else None
    if said is None or until is None or (said.strip().isdigit() and until - now <= WAITED_OUT):
        return None
    house = _house(probe.final_url)
    way = (probe.final_url, *(hop.url for hop in probe.hops))
    return Wait(tuple(dict.fromkeys(urls.host(url) for url in way if _house(url) == house)), until)


def retry_at(said: str, now: datetime) -> datetime | None:
    """The moment that a Retry-After header names: seconds from *now*, or a date in any of HTTP's three forms.

    At most `LONGEST_WAIT` from now; None for what is over or makes no sense.
    """
    said = said.strip()
    if said.isascii() and said.isdigit():
        span = min(int(said[:10]), int(LONGEST_WAIT.total_seconds()))
        return now + timedelta(seconds=span) if span else None
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return min(moment, now + LONGEST_WAIT) if moment > now else None


def _house(url: str) -> str:
    return urls.name(url).removeprefix("www.")


@dataclass(slots=True)
class Waits:
    """Which hosts (`name:port`) wait until when; what is over is nobody's concern."""

    until_by_host: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def known(cls, until_by_host: Mapping[str, datetime]) -> "Waits":
        """As they are remembered."""
        return cls(dict(until_by_host))

    def hear(self, seen: Observation) -> None:
        """Take in one look."""
        if seen.wait is not None:
            self.until_by_host.update(dict.fromkeys(seen.wait.hosts, seen.wait.until))

    def until(self, history: LinkHistory, now: datetime) -> datetime | None:
        """Until when a link is left alone, None when it may be asked.

        Besides its own host the one counts at which the last look ended: a redirect leads there again.
        """
        ends = {history.url} | ({history.last.final_url} if history.last else set())
        waiting = [self.until_by_host[host] for host in map(urls.host, ends) if host in self.until_by_host]
        return max((until for until in waiting if until > now), default=None)
