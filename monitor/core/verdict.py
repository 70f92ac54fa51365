"""The nouns of a claim held against pages: what was read, and what it says about the claim."""

from dataclasses import dataclass
from enum import StrEnum

from monitor.core.content import Block, PageLink
from monitor.core.fact import Facts
from monitor.core.finding import Suggestion


class Support(StrEnum):
    """What pages say about a claim (the labels of FEVER, Thorne et al. 2018)."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Reading:
    """One page of a listing, read: its words, its links and the facts in them."""

    url: str
    title: str
    blocks: tuple[Block, ...]
    links: tuple[PageLink, ...]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the pages of a listing say about one of its claims.

    `found`: what the page states instead or in support, in words; `quote`: the page's own words; `url`: the page on
    which they stand; `why`: the decision in a sentence, with any nuance ("at least 100" against "above 100").
    `suggestions`: what would make the listing say what the page says; only a refutation carries any.
    """

    claim: str
    support: Support
    why: str
    found: str | None = None
    quote: str | None = None
    url: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
