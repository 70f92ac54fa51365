"""Rules that judge by looks: each says something, stays silent, abstains, or sees a first sign of recovery.

Silence resolves what is open; an abstention leaves it as it is. The spans are the policy of docs/rules.md: dead is a
matter of time, not of how often we looked.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from monitor.core import urls
from monitor.core.drift import is_cosmetic
from monitor.core.finding import Evidence, Finding, Rule, Ruling, Suggestion
from monitor.core.history import showed_text, sign
from monitor.core.listing import Listing, Severity
from monitor.core.look import Drift, LinkHistory, Liveness, Look, Sign
from monitor.core.rules.security import certificate_expiring, link_insecure
from monitor.core.rules.subject import (
    LinkRule,
    Subject,
    abstain,
    capital,
    finding,
    is_well,
    new_address,
    recovered,
    tells_where_it_is,
    way,
)
from monitor.core.traces import MASK
from monitor.core.vocabulary import REASONS
from monitor.core.wording import day

UNREACHABLE_AFTER = timedelta(days=1)
UNREACHABLE_IS_ERROR_AFTER = timedelta(days=14)  # 9.5 false alarms per 1,000 URL-years, against 167 after one day
NO_SUCH_HOST_IS_GONE_AFTER = timedelta(days=7)
DEAD_AFTER = timedelta(days=3)  # from then on the words are "is dead", before "was not found"
BLOCKED_AFTER = timedelta(days=30)
OVERDUE_AFTER = timedelta(days=60)
SHOWN_PASSAGES = 5  # a maintainer who needs more opens the page
SECOND_LOOK_AFTER = timedelta(minutes=10)


def link_rulings(listing: Listing, looks: dict[str, Look]) -> Iterator[Ruling]:
    """Every ruling of every link rule over the links of a listing that were looked at (*looks* by URL)."""
    done = set()
    for index, link in enumerate(listing.links):
        if link.url in done or link.url not in looks:  # one URL in two roles is one link with one verdict
            continue
        done.add(link.url)
        subject = Subject(listing, index, link, looks[link.url])
        for rule in _LINK_RULES:
            yield from rule(subject)


def link_gone(subject: Subject) -> Iterator[Ruling]:
    """The page behind a link is not there any more."""
    look, seen = subject.look, subject.look.observation
    match sign(seen.reason):
        case Sign.PAGE_GONE:
            since = look.history.sign_since or seen.at
            sure = seen.confirmed or since < seen.at
            span = seen.at - since
            said = f"has been dead since {day(since)}" if span >= DEAD_AFTER else "is not there any more"
            yield finding(
                subject,
                Rule.LINK_GONE,
                Severity.ERROR,
                f"{capital(subject.words)} {said} ({REASONS[seen.reason].short}): {_what_to_do(look)}",
                since=since,
                opens_at=since if sure else seen.at + SECOND_LOOK_AFTER,
                evidence=_where_it_went(subject),
                suggestion=_new_place(subject),
            )
        case Sign.NO_SUCH_HOST:
            since = look.history.sign_since or seen.at
            if seen.at - since >= NO_SUCH_HOST_IS_GONE_AFTER:
                host = urls.name(seen.final_url)
                yield finding(
                    subject,
                    Rule.LINK_GONE,
                    Severity.ERROR,
                    f"{capital(subject.words)} leads to {host}, a name that has not existed since {day(since)}: "
                    "find the new page or remove the link.",
                    since=since,
                    opens_at=since,
                    evidence=Evidence(
                        quote=_first_sign(look), expected=subject.link.url, found=f"no such host: {host}"
                    ),
                    cause=f"no-such-host {host}",
                )
            else:
                yield abstain(subject, Rule.LINK_GONE)
        case Sign.WELL:
            yield from recovered(subject, Rule.LINK_GONE)
        case Sign.NO_ANSWER | Sign.REFUSED_US | Sign.NONE:
            yield abstain(subject, Rule.LINK_GONE)


def _what_to_do(look: Look) -> str:
    search = look.history.search
    said = "find the new page or remove the link."
    if search is not None and search.relocation is not None:
        said = f"what it said stands at {search.relocation.url} now."
    if search is not None and search.copy is not None:
        said += f" The archive holds a copy of {day(search.copy.taken_at)}: {search.copy.url}"
    return said


def _where_it_went(subject: Subject) -> Evidence:
    search = subject.look.history.search
    quote = _first_sign(subject.look)
    if search is None or search.relocation is None:
        return Evidence(quote=quote)
    found = f"{search.relocation.url}, {search.relocation.why}"
    return Evidence(quote=quote, expected=subject.link.url, found=found)


def _new_place(subject: Subject) -> Suggestion | None:
    search = subject.look.history.search
    if search is None or search.relocation is None or MASK in search.relocation.url:
        return None
    return Suggestion(subject.key, search.relocation.url)


def link_unreachable(subject: Subject) -> Iterator[Ruling]:
    """No answer for longer than policy allows; one host that is down is one incident, however many links it has."""
    look, seen = subject.look, subject.look.observation
    match sign(seen.reason):
        case Sign.NO_ANSWER | Sign.NO_SUCH_HOST as what:
            since = look.history.silent_since or seen.at
            named_since = look.history.sign_since or seen.at
            if what is Sign.NO_SUCH_HOST and seen.at - named_since >= NO_SUCH_HOST_IS_GONE_AFTER:
                return  # link-gone says it now
            host = urls.host(seen.final_url)
            long = seen.at - since >= UNREACHABLE_IS_ERROR_AFTER  # whichever way it is silent today
            yield finding(
                subject,
                Rule.LINK_UNREACHABLE,
                Severity.ERROR if long else Severity.WARNING,
                f"{capital(subject.words)} has given no usable answer since {day(since)} "
                f"({REASONS[seen.reason].short}): "
                + ("look for the programme's new address." if long else "open it in a browser."),
                since=since,
                opens_at=since + UNREACHABLE_AFTER,
                evidence=Evidence(quote=_first_sign(look)),
                cause=f"unreachable {host}",
            )
        case Sign.WELL:
            yield from recovered(subject, Rule.LINK_UNREACHABLE)
        case Sign.PAGE_GONE:
            return  # it answers, even if only to say no
        case Sign.REFUSED_US | Sign.NONE:
            yield abstain(subject, Rule.LINK_UNREACHABLE)


def link_moved(subject: Subject) -> Iterator[Ruling]:
    """A permanent redirect to another address."""
    target = new_address(subject)
    if target is not None and not urls.differ_in_scheme_only(subject.link.url, target):
        yield finding(
            subject,
            Rule.LINK_MOVED,
            Severity.WARNING,
            f"{capital(subject.words)} has moved for good: write down the new address.",
            since=subject.look.observation.at,
            evidence=Evidence(quote=way(subject.look), expected=subject.link.url, found=target),
            suggestion=Suggestion(subject.key, target) if MASK not in target else None,  # nobody could follow it
        )
    elif not tells_where_it_is(subject):
        yield abstain(subject, Rule.LINK_MOVED)


def link_blocked(subject: Subject) -> Iterator[Ruling]:
    """Could not be verified by a machine for so long that a person must look."""
    look, seen = subject.look, subject.look.observation
    match seen.liveness:
        case Liveness.BLOCKED:
            since = look.history.blocked_since or seen.at
            last_ok = look.history.last_ok
            yield finding(
                subject,
                Rule.LINK_BLOCKED,
                Severity.NOTE,
                f"{capital(subject.words)} has refused us since {day(since)} ({REASONS[seen.reason].short}): "
                "open it in a browser to see whether it is right.",
                since=since,
                opens_at=since + BLOCKED_AFTER,
                evidence=Evidence(
                    quote=_first_sign(look),
                    expected="a page to read",
                    found=f"last verified OK {day(last_ok)}" if last_ok else "never verified",
                ),
            )
        case Liveness.ALIVE | Liveness.MOVED | Liveness.GONE:
            return
        case Liveness.UNKNOWN:
            yield abstain(subject, Rule.LINK_BLOCKED)


def page_changed(subject: Subject) -> Iterator[Ruling]:
    """The page has drifted from what it said at the last review."""
    comparison = subject.look.comparison
    if not is_well(subject):
        yield abstain(subject, Rule.PAGE_CHANGED)
    elif comparison is None:
        if not showed_text(subject.look.observation):
            yield abstain(subject, Rule.PAGE_CHANGED)
    elif comparison.drift is Drift.INCOMPARABLE:
        yield abstain(subject, Rule.PAGE_CHANGED)
    elif comparison.drift is Drift.SUBSTANTIVE:
        baseline = subject.look.baseline
        assert baseline is not None  # there was something to compare with
        telling = tuple(change for change in comparison.changes if not is_cosmetic(change)) or comparison.changes
        count = len(telling)
        found = _passages(change.after for change in telling)
        if baseline.opaque:
            said = f"Another file stands behind {subject.words} than on {day(baseline.first_seen)}: open it and"
        else:
            passages = f"{count} passage{'s' if count != 1 else ''}"
            said = f"The page behind {subject.words} reads differently than on {day(baseline.first_seen)} ({passages}):"
        yield finding(
            subject,
            Rule.PAGE_CHANGED,
            Severity.WARNING,
            f"{said} check the guide's statements against it.",
            since=subject.look.observation.at,
            evidence=Evidence(quote=found, expected=_passages(change.before for change in telling), found=found),
        )


def check_overdue(listing: Listing, histories: dict[str, LinkHistory], now: datetime) -> Iterator[Finding]:
    """No conclusive look for longer than policy allows: the counterweight to abstaining for ever.

    Judged from the database alone; a link that nobody has ever looked at is not overdue but new.
    """
    done = set()
    for index, link in enumerate(listing.links):
        history = histories.get(link.url)
        if link.url in done or history is None or history.first_at is None:
            continue
        done.add(link.url)
        last = history.last_conclusive or history.first_at
        if now - last > OVERDUE_AFTER:
            reason = REASONS[history.last.reason].short if history.last else "not looked at"
            told = f"no look at it has told anything since {day(last)}"
            yield Finding(
                Rule.CHECK_OVERDUE,
                listing.id,
                subject="link",
                severity=Severity.WARNING,
                message=f"{capital(f'the {link.role} link of {listing.name}')}: {told} "
                f"(last: {reason}): open it in a browser, and see that checks run.",
                since=last + OVERDUE_AFTER,
                opens_at=last + OVERDUE_AFTER,
                url=link.url,
                key=f"links[{index}].url",
                evidence=Evidence(expected=f"a look within {OVERDUE_AFTER.days} days", found=f"none since {day(last)}"),
            )


_LINK_RULES: tuple[LinkRule, ...] = (
    link_gone,
    link_unreachable,
    link_moved,
    link_insecure,
    certificate_expiring,
    link_blocked,
    page_changed,
)


def _first_sign(look: Look) -> str | None:
    signals = look.observation.judgement.signals
    return signals[0].quote if signals else None


def _passages(texts: Iterable[str | None]) -> str | None:
    """The first passages that there are, a line each; None where there is none."""
    return "\n".join(islice(filter(None, texts), SHOWN_PASSAGES)) or None
