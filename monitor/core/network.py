"""Is it them, or is it us? What the hosts that were asked say about our own network."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from monitor.core import urls
from monitor.core.look import LinkHistory, Observation, Reason

ENOUGH_HOSTS = 3
"""With fewer hosts asked than this, others of the catalogue are tried before we call ourselves offline."""

_OURS = frozenset(
    (Reason.NO_SUCH_HOST, Reason.DNS_FAILURE, Reason.REFUSED, Reason.TIMEOUT, Reason.RESET, Reason.OFFLINE)
)
_OUR_PROXY_REFUSES = 407  # not the host's answer: our own proxy wants a password


@dataclass(slots=True)
class Network:
    """What a pass has heard so far. Hosts named by an address literal or `localhost` never count."""

    answered: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    otherwise: set[str] = field(default_factory=set)  # failed in a way that a dead network does not make them fail

    def hear(self, seen: Observation) -> None:
        """Take in one look."""
        host = urls.host(seen.url)
        if not counts(seen.url):
            return
        if any(hop.status != _OUR_PROXY_REFUSES for hop in seen.hops):
            self.answered.add(host)
        elif seen.reason is Reason.OFFLINE or (seen.reason in _OURS and not seen.reached):
            self.silent.add(host)
        else:
            self.otherwise.add(host)

    @property
    def proven(self) -> bool:
        """Some host has answered: what fails now fails by itself."""
        return bool(self.answered)

    @property
    def suspected(self) -> bool:
        """No host answered, and every failure is one that a dead network of our own would cause."""
        return bool(self.silent) and not self.answered and not self.otherwise

    @property
    def asked(self) -> set[str]:
        """The hosts that count and were asked."""
        return self.answered | self.silent | self.otherwise


def counts(url: str) -> bool:
    """Whether the host of *url* says anything about our own network."""
    return not urls.is_local(urls.name(url))


def canaries(known: Iterable[LinkHistory], asked: set[str]) -> list[str]:
    """Whom else to ask: a URL each of hosts not yet *asked*, of those that were well last, else in the given order."""
    best: dict[str, LinkHistory] = {}
    for history in known:
        host = urls.host(history.url)
        if counts(history.url) and host not in asked:
            best[host] = max(best.get(host, history), history, key=_well)
    return [history.url for history in sorted(best.values(), key=_well, reverse=True)][:ENOUGH_HOSTS]


def _well(history: LinkHistory) -> datetime:
    return history.last_ok or datetime.min.replace(tzinfo=UTC)
