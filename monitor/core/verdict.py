"""The nouns of a claim held against pages: what was read, and what it says about the claim."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from monitor.core.content import Block, PageLink
from monitor.core.fact import Closure, Facts
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
    `suggestions`: what would make the listing say what the page says; only a refutation carries any. `withheld`: a page
    hides what could bear the claim out (an e-mail address behind a script), so that its silence proves nothing.
    """

    claim: str
    support: Support
    why: str
    found: str | None = None
    quote: str | None = None
    url: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Shut:
    """A closure that is about the listing, and the page that states it."""

    closure: Closure
    url: str


@dataclass(frozen=True, slots=True)
class ClaimHistory:
    """What is remembered of a claim for as long as it states the same (`value` is the digest of what it states).

    `verdict` is the last one, reached at `judged_at`. `borne_first`, `borne_last`: when a page first and last bore the
    claim out, `borne_by` and `borne_quote` the page and its words then, `method` how pages were read and judged then.
    `silent_since`: the first look since then at which that page was there and no page bore the claim out.
    """

    claim: str
    value: str
    method: str
    verdict: Verdict
    judged_at: datetime
    borne_first: datetime | None = None
    borne_last: datetime | None = None
    borne_by: str | None = None
    borne_quote: str | None = None
    silent_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Examination:
    """The claims of a listing held against its pages at one moment.

    `seen`: the pages that can be read now, and when they were looked at last; `unseen`: the listing's other pages.
    `verdicts` are over what can be read now, none where that is nothing; `claims` is what is remembered from now on;
    both by claim id. `borne_before`: claims that only a page which cannot be read now bore out, when it was read last.
    """

    at: datetime
    method: str
    seen: Mapping[str, datetime]
    unseen: tuple[str, ...]
    verdicts: Mapping[str, Verdict]
    claims: Mapping[str, ClaimHistory]
    borne_before: frozenset[str] = frozenset()
    shut: Shut | None = None
