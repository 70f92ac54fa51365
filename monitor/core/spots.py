"""The nouns of noise: spots of a page that hold now this and now that, and what a second visit showed."""

from dataclasses import dataclass
from datetime import datetime

ENOUGH_TURNS = 2
"""In so many intervals a spot must have swapped what it holds before it is taken for one that does so by itself."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on a page something stands, told by what stays around it: digests, "" for the edge of the page.

    `heading`: the heading of the page's own text that is above it; `above`, `below`: the nearest lines that stay.
    """

    heading: str
    above: str
    below: str


@dataclass(frozen=True, slots=True)
class Volatile:
    """What is known of a spot that was seen to hold other words though nobody may have edited them.

    `words`: the most it held; `turns`: in how many intervals it swapped them, at once `ENOUGH_TURNS` where two visits
    within minutes differed; `last_at`: when it last did.
    """

    spot: Spot
    words: int
    turns: int
    last_at: datetime

    @property
    def wavers(self) -> bool:
        """Whether what changes there is no news."""
        return self.turns >= ENOUGH_TURNS


@dataclass(frozen=True, slots=True)
class Again:
    """What a second visit of the same pass showed of a page that seemed to have changed.

    `unsteady`: the spots at which the two visits differ, None where the second could not be read.
    """

    unsteady: tuple[Spot, ...] | None
