"""The nouns of one look at one link: what came back over the wire, and what it was found to mean."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from monitor.core.belief import Belief
from monitor.core.content import Area, Block, Page, PageLink, shown
from monitor.core.delegations import Delegation
from monitor.core.relocation import Search
from monitor.core.skimmed import Skim, Skimmed
from monitor.core.spots import Again, Volatile
from monitor.core.surroundings import Stranger, Twin


class Liveness(StrEnum):
    """What a look concludes about a link."""

    ALIVE = "alive"
    MOVED = "moved"
    GONE = "gone"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"

    @property
    def conclusive(self) -> bool:
        """Blocked and unknown are no news: they neither open nor resolve anything about content."""
        return self in {Liveness.ALIVE, Liveness.MOVED, Liveness.GONE}


class Reason(StrEnum):
    """Why a look concludes so; every reason belongs to one liveness."""

    OK = "ok"
    NOT_MODIFIED = "not-modified"
    REDIRECTED = "redirected"
    UNREADABLE = "unreadable"
    PERMANENT_REDIRECT = "permanent-redirect"
    NOT_FOUND = "not-found"
    GONE = "gone"
    SOFT_404 = "soft-404"
    HOME_REDIRECT = "home-redirect"
    PARKED = "parked"
    NO_SUCH_HOST = "no-such-host"
    BOT_WALL = "bot-wall"
    LOGIN = "login"
    FORBIDDEN = "forbidden"
    RATE_LIMITED = "rate-limited"
    ROBOTS = "robots"
    GEO_BLOCK = "geo-block"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    RESET = "reset"
    SERVER_ERROR = "server-error"
    MAINTENANCE = "maintenance"
    DNS_FAILURE = "dns-failure"
    TLS = "tls"
    PROTOCOL = "protocol"
    TOO_LARGE = "too-large"
    REDIRECT_LOOP = "redirect-loop"
    PRIVATE_ADDRESS = "private-address"
    OFFLINE = "offline"

    @property
    def liveness(self) -> Liveness:
        """The liveness that this reason stands for."""
        return _LIVENESS[self]


_LIVENESS = {
    reason: liveness
    for liveness, reasons in {
        Liveness.ALIVE: (Reason.OK, Reason.NOT_MODIFIED, Reason.REDIRECTED, Reason.UNREADABLE),
        Liveness.MOVED: (Reason.PERMANENT_REDIRECT,),
        Liveness.GONE: (
            Reason.NOT_FOUND,
            Reason.GONE,
            Reason.SOFT_404,
            Reason.HOME_REDIRECT,
            Reason.PARKED,
            Reason.NO_SUCH_HOST,
        ),
        Liveness.BLOCKED: (
            Reason.BOT_WALL,
            Reason.LOGIN,
            Reason.FORBIDDEN,
            Reason.RATE_LIMITED,
            Reason.ROBOTS,
            Reason.GEO_BLOCK,
        ),
        Liveness.UNKNOWN: (
            Reason.TIMEOUT,
            Reason.REFUSED,
            Reason.RESET,
            Reason.SERVER_ERROR,
            Reason.MAINTENANCE,
            Reason.DNS_FAILURE,
            Reason.TLS,
            Reason.PROTOCOL,
            Reason.TOO_LARGE,
            Reason.REDIRECT_LOOP,
            Reason.PRIVATE_ADDRESS,
            Reason.OFFLINE,
        ),
    }.items()
    for reason in reasons
}


# --- what came over the wire ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hop:
    """One response on the way: the address that was asked, and the status it gave."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes the next GET of `url` conditional (RFC 9110 §13.1), wherever that URL stands in a chain."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A response that is not a redirect, read to its end.

    `hops` holds every response, first and last included; `headers` are the last response's, names lower-cased, in
    order; `body` is decoded: no content coding is left. `certificate_ends`: the end of the final host's certificate.
    """

    requested_url: str
    final_url: str
    hops: tuple[Hop, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    elapsed: timedelta = timedelta()
    certificate_ends: datetime | None = None

    def header(self, name: str) -> str | None:
        """The first value of a header, by its lower-case name."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def validators(self) -> Validators | None:
        """What a conditional request for the final URL can send next time."""
        etag, modified = self.header("etag"), self.header("last-modified")
        return Validators(self.final_url, etag, modified) if etag or modified else None


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that what we hold is still what it would send (304)."""

    requested_url: str
    final_url: str
    hops: tuple[Hop, ...]
    headers: tuple[tuple[str, str], ...] = ()
    elapsed: timedelta = timedelta()
    certificate_ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """No usable response came: a value, told apart by exception types, never by message text.

    `final_url` is the address at which it failed; `detail` says it in words for a person. `reached`: a connection to
    that address stood, so it is not our network that failed. `retry_after`: the header of that name, as received.
    """

    requested_url: str
    final_url: str
    hops: tuple[Hop, ...]
    reason: Reason
    detail: str
    elapsed: timedelta = timedelta()
    reached: bool = False
    retry_after: str | None = None


Probe = Reply | NotModified | Failure


# --- what it was found to mean ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Signal:
    """One sign that spoke for (or, with a negative weight, against) the conclusion; `quote` shows it."""

    signal: str
    weight: int
    quote: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The conclusion of a look, and the signs that led to it.

    `stub`: the page that came is a shell or a stub, not what is meant to stand there, even where the reason is that the
    link moved; it is never compared. `overruled`: headers or text said something else than the status.
    """

    reason: Reason
    signals: tuple[Signal, ...] = ()
    stub: bool = False
    overruled: bool = False

    @property
    def liveness(self) -> Liveness:
        """The liveness that the reason stands for."""
        return self.reason.liveness

    @property
    def told(self) -> str:
        """The signs with their weights, without quotes, so that the same verdict reads the same at every look."""
        return "; ".join(f"{each.signal} ({each.weight:+d})" for each in self.signals)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests of what a page shows, and of where its links lead; two are comparable only within one `version`."""

    version: int
    digest: str
    links: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A readable state of a page, kept: what it showed, and when it was first and last seen.

    `links` is empty too where they were not kept. `opaque`: why it is a file that shows no text, as in `Page`.
    """

    fingerprint: Fingerprint
    title: str
    blocks: tuple[Block, ...]
    first_seen: datetime
    last_seen: datetime
    links: tuple[PageLink, ...] = ()
    opaque: str = ""

    @property
    def shown(self) -> tuple[Block, ...]:
        """Title and text, as they are compared."""
        return shown(self.title, self.blocks)


@dataclass(frozen=True, slots=True)
class Wait:
    """Hosts (`name:port`) that want to be left alone until then: who said so, and those that had led us there."""

    hosts: tuple[str, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Observation:
    """What a probe was found to mean. `page` and `fingerprint` are there only when a page was read.

    `shown` is the digest of whatever text came, be it an error page's; `strangers`, `twin` and `delegation` are what
    was asked around the page at this look and is worth remembering.
    """

    url: str
    at: datetime
    judgement: Judgement
    final_url: str
    hops: tuple[Hop, ...]
    status: int | None = None
    detail: str = ""
    page: Page | None = None
    fingerprint: Fingerprint | None = None
    validators: Validators | None = None
    reached: bool = True  # some server on the way was connected to
    confirmed: bool = False  # a second GET on a new connection, in the same run, said the same
    wait: Wait | None = None  # what a host on the way asked of us
    shown: Fingerprint | None = None
    certificate_ends: datetime | None = None
    strangers: tuple[Stranger, ...] = ()
    twin: Twin | None = None
    delegation: Delegation | None = None
    search: Search | None = None  # for the page that took a dead one's place
    again: Again | None = None  # a second visit of the same pass, where the first showed something new
    volatile: tuple[Volatile, ...] | None = None  # what is known of the page's spots now, where it was learned anew
    altered: tuple[str, ...] = ()  # digests of the lines that its own text lost and gained, where that is news
    skim: Skim | None = None  # of the body that came
    belief: Belief | None = None  # of how often the page changes, where this look has taught something of it

    @property
    def liveness(self) -> Liveness:
        """The liveness that the judgement stands for."""
        return self.judgement.liveness

    @property
    def reason(self) -> Reason:
        """The judgement's reason."""
        return self.judgement.reason

    @property
    def outcome(self) -> "Outcome":
        """What is kept of it for good."""
        return Outcome(self.reason, self.final_url, self.hops, self.status, self.detail)


class Drift(StrEnum):
    """How far a page is from its baseline."""

    SAME = "same"
    COSMETIC = "cosmetic"
    SUBSTANTIVE = "substantive"
    INCOMPARABLE = "incomparable"


class ChangeKind(StrEnum):
    """What happened to a piece of text."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ between two versions of a page.

    `heading`: what they stand under, in the newer version if they stand there. Of a link, `before` and `after` are its
    targets and `words` what it says.
    """

    kind: ChangeKind
    before: str | None
    after: str | None
    area: Area
    heading: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two versions of a page differ; `score` is 0 to 1, larger is more meaningful; `why` says it in words."""

    drift: Drift
    score: float
    changes: tuple[Change, ...] = ()
    why: str = ""

    @property
    def strangers(self) -> bool:
        """Whether both were read and are no versions of one text; what was not compared at all has no score."""
        return self.drift is Drift.INCOMPARABLE and self.score > 0


class Sign(StrEnum):
    """What kind of evidence a reason is about a link; spans and recoveries go by it (docs/rules.md)."""

    WELL = "well"  # the page answers
    PAGE_GONE = "page-gone"  # its host answers, and says that the page is not there
    NO_SUCH_HOST = "no-such-host"  # the name is not in the DNS any more
    NO_ANSWER = "no-answer"  # the host does not answer, or with an error of its own
    REFUSED_US = "refused-us"  # somebody decided that we may not see it
    NONE = "none"  # says nothing about the link


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a look at a link for good: enough to show it, not the page."""

    reason: Reason
    final_url: str
    hops: tuple[Hop, ...]
    status: int | None
    detail: str


@dataclass(frozen=True, slots=True)
class LinkHistory:
    """What is remembered of a link before a look.

    `last_ok` is the last look that was alive or moved, `last_conclusive` the last that was alive, moved or gone.
    Blocked looks are no news: they break no run and end none. `silent_since`: the first of the run of looks up to now
    that got no answer from the host, None while it answers. `sign`, `sign_since`: the kind of evidence that the last
    telling look gave, and the first look of its run. `well_since`: the first good look after the last bad one, or ever.
    `blocked_since`: the first blocked look since the last conclusive one. `last` is the last look, `latest` the last
    version that was read. `twin`: what is known of the `https` twin of an `http` link; `search`: what was found in the
    place of a page that is gone; `volatile`: spots of the page that were seen to waver;
    `skimmed`: by what the page of `latest` is known again; `belief`: how often it changes, None where nothing is known.
    """

    url: str
    looks: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    last_ok: datetime | None = None
    last_conclusive: datetime | None = None
    silent_since: datetime | None = None
    well_since: datetime | None = None
    blocked_since: datetime | None = None
    sign: Sign | None = None
    sign_since: datetime | None = None
    last: Outcome | None = None
    latest: Version | None = None
    validators: Validators | None = None
    twin: Twin | None = None
    search: Search | None = None
    volatile: tuple[Volatile, ...] = ()
    skimmed: Skimmed | None = None
    belief: Belief | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One link of a listing in one check: what was seen, what is remembered with it, the drift from the baseline.

    `history` already counts this observation. `doubted`: a second visit within minutes did not bear the drift out.
    `shared_by`: the pages of the host that changed in the same lines, where the page changed in nothing else.
    """

    url: str
    history: LinkHistory
    observation: Observation
    baseline: Version | None = None
    comparison: Comparison | None = None
    doubted: bool = False
    shared_by: frozenset[str] = frozenset()
