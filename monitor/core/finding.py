"""The nouns of judgement: what a rule says, how it is followed over time, and how matters stand now."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from monitor.core.compared import Compared
from monitor.core.decision import Decision
from monitor.core.listing import Severity
from monitor.core.look import Drift, Hop, Liveness, Reason


class Rule(StrEnum):
    """Everything that the product can complain about."""

    LINK_GONE = "link-gone"
    LINK_UNREACHABLE = "link-unreachable"
    LINK_MOVED = "link-moved"
    LINK_BLOCKED = "link-blocked"
    LINK_INSECURE = "link-insecure"
    CERTIFICATE_EXPIRING = "certificate-expiring"
    PAGE_CHANGED = "page-changed"
    PROGRAM_CLOSED = "program-closed"
    CLAIM_REFUTED = "claim-refuted"
    CLAIM_VANISHED = "claim-vanished"
    CLAIM_UNCONFIRMED = "claim-unconfirmed"
    CHECK_OVERDUE = "check-overdue"
    CLAIM_EXPIRED = "claim-expired"
    LISTING_STALE = "listing-stale"
    LISTING_UNREACHABLE = "listing-unreachable"
    LINK_MISSING = "link-missing"
    LISTING_INCOMPLETE = "listing-incomplete"
    LISTING_DUPLICATE = "listing-duplicate"
    LINK_SUSPECT = "link-suspect"
    ADVISORY = "advisory"

    @property
    def needs(self) -> "Needs":
        """What must be at hand to judge it."""
        return _NEEDS.get(self, Needs.NETWORK)

    @property
    def gathers(self) -> bool:
        """Whether its findings are told as one where they touch many listings: they ask for one habit, not for news."""
        return self.needs is Needs.CATALOGUE or self is Rule.CLAIM_UNCONFIRMED


class Needs(StrEnum):
    """What a rule judges by."""

    CATALOGUE = "catalogue"
    DATABASE = "database"
    NETWORK = "network"


_NEEDS = {
    Rule.CHECK_OVERDUE: Needs.DATABASE,
    **dict.fromkeys(
        (
            Rule.CLAIM_EXPIRED,
            Rule.LISTING_STALE,
            Rule.LISTING_UNREACHABLE,
            Rule.LINK_MISSING,
            Rule.LISTING_INCOMPLETE,
            Rule.LISTING_DUPLICATE,
            Rule.LINK_SUSPECT,
            Rule.ADVISORY,
        ),
        Needs.CATALOGUE,
    ),
}


CLAIM_RULES = frozenset({Rule.PROGRAM_CLOSED, Rule.CLAIM_REFUTED, Rule.CLAIM_VANISHED, Rule.CLAIM_UNCONFIRMED})
"""The rules that judge by what a listing's pages say, all of them together."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove it: what stands there, what the guide says, what was found."""

    quote: str | None = None
    expected: str | None = None
    found: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to write instead: `key` is relative to the listing; `value` None means: remove the key."""

    key: str
    value: str | int | Decimal | date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A complaint of a rule about a listing.

    `key` is the place in the listing that it is about ("fees[0]", "links[1].url", "" for the listing as a whole).
    `cause` names what findings share when one thing lies behind them all (a dead host, a shared URL); None means
    that this finding stands alone. `since` is when what it complains about began; `opens_at` when policy lets it
    count (a catalogue finding: at once).
    """

    rule: Rule
    listing: str
    subject: str
    severity: Severity
    message: str
    since: datetime
    opens_at: datetime
    url: str | None = None
    reason: Reason | None = None
    key: str = ""
    evidence: Evidence = Evidence()
    suggestion: Suggestion | None = None
    cause: str | None = None

    @property
    def id(self) -> str:
        """Equal in every command and database: derived from listing, rule, subject and url."""
        return self.identity(self.rule, self.listing, self.subject, self.url)

    @staticmethod
    def identity(rule: Rule, listing: str, subject: str, url: str | None) -> str:
        """The id that a finding with these four has."""
        return "f" + _digest(listing, rule, subject, url)

    @property
    def incident(self) -> str:
        """Findings with one cause share it."""
        return "i" + (_digest(self.cause) if self.cause is not None else self.id[1:])

    @property
    def proof(self) -> str:
        """A digest of the evidence: an acknowledgement holds only while it stays the same."""
        return _digest(self.reason, self.evidence.quote, self.evidence.expected, self.evidence.found)


def _digest(*parts: str | None) -> str:
    text = json.dumps(parts, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Abstention:
    """A rule that cannot judge: what is open about it stays as it is."""

    rule: Rule
    listing: str
    subject: str
    url: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """The first good look after bad ones: what was only pending ends, what was open waits for a second one."""

    rule: Rule
    listing: str
    subject: str
    url: str | None
    why: str


Ruling = Finding | Abstention | Recovery


class State(StrEnum):
    """Where an incident stands."""

    PENDING = "pending"
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    ACCEPTED = "accepted"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Incident:
    """A finding followed over time. `since`: when it began; `opened_at`: when it was first open; times are UTC.

    `decision` is what a maintainer decided, where it is acknowledged or snoozed.
    """

    finding: Finding
    state: State
    since: datetime
    last_seen: datetime
    opened_at: datetime | None = None
    resolved_at: datetime | None = None
    looks: int = 1  # how often it was confirmed
    note: str | None = None  # why it was accepted
    decision: Decision | None = None

    @property
    def id(self) -> str:
        """The finding's id: an incident is one finding's life."""
        return self.finding.id


@dataclass(frozen=True, slots=True)
class Transition:
    """The only news: an incident changed state or severity. Stored undelivered, in the transaction that causes it."""

    finding: str
    incident: str
    at: datetime
    before: State | None
    after: State
    severity_before: Severity | None
    severity: Severity
    message: str


# --- how matters stand now: what documents and reports are made of ------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """A finding as it stands now, with where the catalogue says so (`line` of `listings.toml`, 1-based)."""

    finding: Finding
    state: State
    since: datetime
    last_seen: datetime
    source: str | None
    line: int | None
    looks: int = 1
    note: str | None = None  # why it was accepted, acknowledged or put off
    resolved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was seen: `links` counts distinct URLs; `verified` those whose last look was conclusive."""

    listings: int
    links: int
    verified: int
    blocked: int
    unknown: int
    never: int


@dataclass(frozen=True, slots=True)
class LinkStanding:
    """A link of a listing as it stands now; all None when nobody has looked yet."""

    listing: str
    role: str
    url: str
    final_url: str | None = None
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    liveness: Liveness | None = None
    reason: Reason | None = None
    drift: Drift | None = None
    checked_at: datetime | None = None
    last_ok: datetime | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PassSummary:
    """One round over what was due: when, over how many links, and whether it ended as it should.

    `spared` links were not asked, because their host had asked to be left alone for a while.
    """

    started_at: datetime
    finished_at: datetime | None
    links: int
    looked: int
    offline: bool
    interrupted: bool
    spared: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """How matters stand at `at`: everything that a document or a report says, and nothing that it computes.

    `standings` are what is not resolved; `resolved` are the findings that ended lately. `names`
    are by listing id, `compared` by listing id and URL: the changed pages, where they were asked for.
    """

    at: datetime
    catalogue: str
    title: str
    standings: tuple[Standing, ...]
    coverage: Coverage
    links: tuple[LinkStanding, ...]
    names: dict[str, str]
    resolved: tuple[Standing, ...] = ()
    last_pass: PassSummary | None = None
    offline: bool = False
    compared: Mapping[tuple[str, str], Compared] = field(default_factory=dict)

    def open(self, severity: Severity) -> int:
        """How many findings of a severity are open: pending, acknowledged, accepted and snoozed ones never count."""
        return sum(s.state is State.OPEN and s.finding.severity is severity for s in self.standings)
