"""Is it them, or is it us? What the hosts that were asked say about our own network."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from itertools import pairwise
from urllib.parse import urlsplit

from monitor.core import urls
from monitor.core.look import Hop, LinkHistory, Observation, Reason

ENOUGH_HOSTS = 3
"""With fewer hosts asked than this, others of the catalogue are tried before we call ourselves offline; and so many
sites must give the very same answer before it is taken for a portal's."""

_OURS = frozenset(
    (Reason.NO_SUCH_HOST, Reason.DNS_FAILURE, Reason.REFUSED, Reason.TIMEOUT, Reason.RESET, Reason.OFFLINE)
)
_OUR_PROXY_REFUSES = 407  # not the host's answer: our own proxy wants a password
_FOR_NOW = frozenset((302, 303, 307))  # how a portal sends everybody to its door


class Heard(Enum):
    """What a look says about our own network."""

    ANSWER = "answer"  # a host answered
    SILENCE = "silence"  # it failed as all would if our network were down
    NEITHER = "neither"  # it failed by itself, or does not count


def heard(seen: Observation) -> Heard:
    """What a look says. Hosts named by an address literal or `localhost` never count."""
    if not counts(seen.url):
        return Heard.NEITHER
    if any(hop.status != _OUR_PROXY_REFUSES for hop in seen.hops):
        return Heard.ANSWER
    ours = seen.reason is Reason.OFFLINE or (seen.reason in _OURS and not seen.reached)
    return Heard.SILENCE if ours else Heard.NEITHER


@dataclass(slots=True)
class Network:
    """What a pass has heard so far, by host (`name:port`)."""

    answered: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    otherwise: set[str] = field(default_factory=set)  # failed in a way that a dead network does not make them fail
    genuine: bool = False  # something came that nobody in between can have written
    _alike: dict[str, str] = field(default_factory=dict)  # what anybody in between could have written, by site

    def hear(self, seen: Observation) -> None:
        """Take in one look."""
        host = urls.host(seen.url)
        match heard(seen):
            case Heard.ANSWER:
                self.answered.add(host)
                answer = _portal_s(seen)
                if answer is None:
                    self.genuine = True
                else:
                    self._alike[urls.site(urls.name(seen.url))] = answer
            case Heard.SILENCE:
                self.silent.add(host)
            case Heard.NEITHER:
                if counts(seen.url):
                    self.otherwise.add(host)

    @property
    def proven(self) -> bool:
        """Some host has answered, and not just a portal for all of them: what fails now fails by itself."""
        return self.genuine or len(Counter(self._alike.values())) > 1

    @property
    def suspected(self) -> bool:
        """No host answered, and every failure is one that a dead network of our own would cause."""
        return bool(self.silent) and not self.answered and not self.otherwise

    @property
    def captive(self) -> bool:
        """Every site that answered gave the very same answer: a portal's, which asks us to log in to the network."""
        return not self.proven and len(self._alike) >= ENOUGH_HOSTS

    @property
    def asked(self) -> set[str]:
        """The hosts that count and were asked."""
        return self.answered | self.silent | self.otherwise


def counts(url: str) -> bool:
    """Whether the host of *url* says anything about our own network."""
    return not urls.is_local(urls.name(url))


def _portal_s(seen: Observation) -> str | None:
    """An answer as it could be a portal's, None for one that could not.

    Whoever stands in between can answer for a host by `http` only: with a page of his own, or by sending us, for now,
    to his own door. What `https` brings is the host's own word.
    """
    if seen.status == 304 or any(urlsplit(hop.url).scheme == "https" for hop in seen.hops[:1]):
        return None
    site = urls.site(urls.name(seen.url))
    door = next((after for before, after in _sent_on(seen.hops) if urls.site(urls.name(after)) != site), None)
    if door is not None:
        return f"door {urls.name(door)}"
    if any(urlsplit(hop.url).scheme == "https" for hop in seen.hops):
        return None
    return f"page {seen.shown.digest}" if seen.shown is not None else None


def _sent_on(hops: tuple[Hop, ...]) -> Iterable[tuple[str, str]]:
    """From where to where redirects sent us for now."""
    return [(one.url, two.url) for one, two in pairwise(hops) if one.status in _FOR_NOW]


def canaries(known: Iterable[LinkHistory], asked: set[str]) -> list[str]:
    """Whom else to ask: a URL each of hosts not yet *asked*, of those that were well last, else in the given order."""
    best: dict[str, LinkHistory] = {}
    for history in known:
        host = urls.host(history.url)
        if counts(history.url) and host not in asked:
            best[host] = max(best.get(host, history), history, key=_well)
    return [history.url for history in sorted(best.values(), key=_well, reverse=True)][:ENOUGH_HOSTS]


def witnesses(known: Iterable[LinkHistory], network: Network, silent: frozenset[str]) -> list[str]:
    """Who can tell whether our network is down now that the hosts *silent* are: those with the best record.

    Best are hosts that have answered in this very pass, then `canaries`.
    """
    known = list(known)
    proven = [history for history in known if urls.host(history.url) in network.answered - silent]
    return [*canaries(proven, set()), *canaries(known, network.asked | silent)][:ENOUGH_HOSTS]


def are_reliable(asked: Iterable[LinkHistory], network: Network) -> bool:
    """Whether the silence of all of them says anything: some of those *asked* have been well before."""
    return any(history.last_ok is not None or urls.host(history.url) in network.answered for history in asked)


def _well(history: LinkHistory) -> datetime:
    return history.last_ok or datetime.min.replace(tzinfo=UTC)
