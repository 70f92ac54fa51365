"""What a robots.txt says (RFC 9309), as far as it concerns one visitor."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Final

from protego import Protego

from monitor.core.look import Reason

MOST_READ_BYTES: Final = 500 * 1024
"""RFC 9309 §2.5: at least 500 kibibytes are read; what follows is not."""

MOST_REDIRECTS: Final = 5
"""RFC 9309 §2.3.1.2: at least five are followed; whoever sends us on for longer has no rules."""

LONGEST_GAP: Final = timedelta(seconds=10)
"""A Crawl-delay (no standard, but many write one) is kept up to here: forty links at a minute each are no visit."""

# Not registered, but said by every gateway of the large networks: refused, no connection in time, no way, no name.
_ORIGIN_AWAY: Final = frozenset((521, 522, 523, 530))

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Rules:
    """What an origin asks of its visitors; without text nothing at all."""

    text: str = ""

    def allow(self, url: str, visitor: str) -> bool:
        """Whether *visitor*, by its product token, may visit *url*: by its own group, else by that of `*`."""
        return not self.text or _parsed(self.text).can_fetch(url, visitor)

    def gap(self, visitor: str) -> timedelta:
        """How long *visitor* is asked to pause between two visits, zero where nothing is asked."""
        asked = _parsed(self.text).crawl_delay(visitor) if self.text else None
        return min(timedelta(seconds=min(asked, LONGEST_GAP.total_seconds())), LONGEST_GAP) if asked else timedelta()


@dataclass(frozen=True, slots=True)
class Postponed:
    """There are no rules to be had for now, and until there are nothing of the origin is asked.

    `words` says why; `reached`: a connection to the origin stood; `retry_after`: the header of that name, as received.
    """

    reason: Reason
    words: str
    reached: bool
    retry_after: str | None = None


def concluded(status: int, body: bytes, place: str, retry_after: str | None) -> Rules | Postponed:
    """What the answer to a request for the robots.txt of *place* means (RFC 9309 §2.3.1).

    Only a server that is ill postpones (5xx); where a gateway says that there is none behind it, that is the news. A
    429 is no "there is none": it asks to be left alone.
    """
    match status // 100:
        case 2:
            return Rules(_text(body))
        case 5 if status in _ORIGIN_AWAY:  # whatever had been asked for, nothing could have been had
            why = f"{place} is away from behind its gateway (status {status}, asked for its robots.txt)"
            return Postponed(Reason.SERVER_ERROR, why, reached=True, retry_after=retry_after)
        case 5:
            why = f"the robots.txt of {place} cannot be had (status {status}); until it can, nothing is asked there"
            return Postponed(Reason.ROBOTS, why, reached=True, retry_after=retry_after)
        case _ if status == 429:
            why = f"{place} says, when asked for its robots.txt, that it was asked too often (status 429)"
            return Postponed(Reason.RATE_LIMITED, why, reached=True, retry_after=retry_after)
        case _:
            return Rules()


def _text(body: bytes) -> str:
    """The rules in *body*, "" where it is no robots.txt but a page: many answer every address with one."""
    read = body[:MOST_READ_BYTES]
    if len(body) > MOST_READ_BYTES:  # half a line could forbid more than the whole one
        read = read[: max(read.rfind(b"\n"), read.rfind(b"\r")) + 1]
    text = read.decode("utf-8", "replace").lstrip(_BYTE_ORDER_MARK)
    return "" if text.lstrip().startswith("<") else text


@lru_cache(maxsize=64)
def _parsed(text: str) -> Protego:
    """Parsed rules take fifteen times the memory of their text, which is what is kept of thousands of origins."""
    return Protego.parse(text)
