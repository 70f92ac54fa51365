"""What link rules share: the link and the look that they judge, and how each kind of ruling is made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.core.finding import Abstention, Evidence, Finding, Recovery, Rule, Ruling, Suggestion
from monitor.core.history import sign
from monitor.core.listing import Link, Listing, Severity
from monitor.core.liveness import permanent_target
from monitor.core.look import Look, Reason, Sign
from monitor.core.vocabulary import REASONS
from monitor.core.wording import day

SECOND_LOOK_AFTER = timedelta(minutes=10)
SECOND_SUCCESS_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a link rule judges: one link of a listing, and the look at it."""

    listing: Listing
    index: int
    link: Link
    look: Look

    @property
    def key(self) -> str:
        return f"links[{self.index}].url"

    @property
    def words(self) -> str:
        """How a sentence names the link."""
        return f"the {self.link.role} link of {self.listing.name}"


LinkRule = Callable[[Subject], Iterator[Ruling]]


def finding(
    subject: Subject,
    rule: Rule,
    severity: Severity,
    message: str,
    *,
    since: datetime,
    evidence: Evidence,
    opens_at: datetime | None = None,
    suggestion: Suggestion | None = None,
    cause: str | None = None,
) -> Finding:
    """A finding of a link rule about the link."""
    return Finding(
        rule,
        subject.listing.id,
        subject="link",
        severity=severity,
        message=message,
        since=since,
        opens_at=opens_at or since,
        url=subject.link.url,
        # How the server answered is why a link is bad, not why a page reads differently.
        reason=None if rule is Rule.PAGE_CHANGED else subject.look.observation.reason,
        key=subject.key,
        evidence=evidence,
        suggestion=suggestion,
        cause=cause or f"{rule} {subject.link.url}",
    )


def abstain(subject: Subject, rule: Rule) -> Abstention:
    """The rule cannot judge this look."""
    why = REASONS[subject.look.observation.reason].short
    return Abstention(rule, subject.listing.id, "link", subject.link.url, why)


def recovered(subject: Subject, rule: Rule) -> Iterator[Ruling]:
    """A success ends nothing by itself: two of them, an hour apart, do."""
    look = subject.look
    since = look.history.well_since or look.observation.at
    if look.observation.at - since < SECOND_SUCCESS_AFTER:
        yield Recovery(rule, subject.listing.id, "link", subject.link.url, f"answers again since {day(since)}")


def is_well(subject: Subject) -> bool:
    """Whether the page answers."""
    return sign(subject.look.observation.reason) is Sign.WELL


def tells_where_it_is(subject: Subject) -> bool:
    """The page answers, or its server disowns it: then an older "it is over there" is old as well."""
    return sign(subject.look.observation.reason) in {Sign.WELL, Sign.PAGE_GONE}


def new_address(subject: Subject) -> str | None:
    """Where the page is now; the link's own place within it is kept, as a browser keeps it (RFC 9110 §10.2.2)."""
    seen = subject.look.observation
    target = permanent_target(seen.hops) if seen.reason is Reason.PERMANENT_REDIRECT else None
    _, mark, place = subject.link.url.partition("#")
    return f"{target}#{place}" if target and mark and "#" not in target else target


def way(look: Look) -> str:
    """The way that the look took, in words."""
    return " → ".join(f"{hop.status} {hop.url}" for hop in look.observation.hops)


def capital(text: str) -> str:
    """*text* as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
