"""The nouns of what stands around a link: strangers beside its page, its twin by https, its name servers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from monitor.core.content import Block
from monitor.core.delegations import Delegation


class StrangerAnswer(StrEnum):
    """What came for a made-up name."""

    SHOWS = "shows"  # a page, as if somebody had given that name to one
    MISSING = "missing"  # that there is no such page, as it should be
    OTHERWISE = "otherwise"  # nothing that would tell: a refusal, another address, an error


@dataclass(frozen=True, slots=True)
class Stranger:
    """What a *directory* (an address that ends with "/") answered for a name in it that nobody has given to anything.

    `title` and `blocks` are what it showed; `own`: the addresses that the page gave as its own.
    """

    directory: str
    url: str
    asked_at: datetime
    answer: StrangerAnswer
    title: str = ""
    blocks: tuple[Block, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """Whether the `https` twin of an `http` address served the same page; None: it could not tell this time."""

    asked_at: datetime
    serves: bool | None


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the surroundings when a page is judged; `elsewhere` counts other addresses with its text."""

    strangers: tuple[Stranger, ...] = ()
    elsewhere: int = 0
    delegation: Delegation | None = None

    def stranger(self, directory: str | None) -> Stranger | None:
        """What is known of a directory."""
        return next((each for each in self.strangers if each.directory == directory), None)


UNKNOWN = Around()
"""Nothing is known of the surroundings: a saved page has none."""
