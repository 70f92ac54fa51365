"""The rule that a page has drifted from the last review: by itself, or with its whole site."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

from monitor.core import urls
from monitor.core.content import Block
from monitor.core.drift import is_cosmetic
from monitor.core.finding import Evidence, Finding, Rule, Ruling, Suggestion
from monitor.core.history import showed_text
from monitor.core.listing import Severity
from monitor.core.look import Change, ChangeKind, Comparison, Drift, Look
from monitor.core.rules.subject import SECOND_LOOK_AFTER, Subject, abstain, finding, is_well
from monitor.core.traces import MASK, cleaned
from monitor.core.volatile import states_facts
from monitor.core.wording import day

ANOTHER_TEXT_AFTER = timedelta(days=7)
SHOWN_PASSAGES = 5  # a maintainer who needs more opens the page


def page_changed(subject: Subject) -> Iterator[Ruling]:
    """The page has drifted from what it said at the last review.

    What a second visit within minutes did not bear out neither opens nor ends anything: a drift is pending until the
    next look that still shows it.
    """
    look = subject.look
    comparison = look.comparison
    if not is_well(subject):
        yield abstain(subject, Rule.PAGE_CHANGED)
    elif comparison is None:
        if not showed_text(look.observation):
            yield abstain(subject, Rule.PAGE_CHANGED)
    elif comparison.drift is Drift.INCOMPARABLE:
        yield _another_text(subject, comparison) or abstain(subject, Rule.PAGE_CHANGED)
    elif comparison.drift is Drift.SUBSTANTIVE:
        yield _changed(subject, look, comparison)
    elif (turned := _turned_link(subject, comparison)) is not None:
        yield _leads_elsewhere(subject, look, turned)
    elif look.doubted:
        yield abstain(subject, Rule.PAGE_CHANGED)


def _changed(subject: Subject, look: Look, comparison: Comparison) -> Finding:
    baseline, at = look.baseline, look.observation.at
    assert baseline is not None  # there was something to compare with
    telling = tuple(change for change in comparison.changes if not is_cosmetic(change)) or comparison.changes
    count = f"{len(telling)} passage{'s' if len(telling) != 1 else ''}"
    found = _passages(change.after for change in telling)
    evidence = Evidence(quote=found, expected=_passages(change.before for change in telling), found=found)
    opens_at = at + SECOND_LOOK_AFTER if look.doubted else at
    since = f"The page behind {subject.words} reads differently than on {day(baseline.first_seen)} ({count})"
    advice = "check the guide's statements against it"
    if baseline.opaque:
        since = f"Another file stands behind {subject.words} than on {day(baseline.first_seen)}"
        advice = f"open it and {advice}"
    if not look.shared_by:
        return finding(
            subject,
            Rule.PAGE_CHANGED,
            Severity.WARNING,
            f"{since}: {advice}.",
            since=at,
            opens_at=opens_at,
            evidence=evidence,
        )
    host = urls.host(look.observation.final_url)
    return finding(
        subject,
        Rule.PAGE_CHANGED,
        Severity.WARNING if any(map(_states_facts, telling)) else Severity.NOTE,
        f"{since}, in words that came or went on {len(look.shared_by)} pages of {host}: see on one of them whether the "
        "guide's statements hold.",
        since=at,
        opens_at=opens_at,
        evidence=evidence,
        cause=f"site-change {host}",
    )


def _turned_link(subject: Subject, comparison: Comparison) -> tuple[int, Change] | None:
    """A link of the guide whose words on the page lead somewhere else now, by its position; None where there is none.

    Where links of a page lead is its dress, unless the guide lists one of them: then the page contradicts the guide.
    """
    listed = [cleaned(link.url) for link in subject.listing.links]
    for change in comparison.changes:
        if change.kind is not ChangeKind.LINK or not change.before or not change.after:
            continue
        if (was := cleaned(change.before)) in listed and cleaned(change.after) not in listed:
            return listed.index(was), change
    return None


def _leads_elsewhere(subject: Subject, look: Look, turned: tuple[int, Change]) -> Finding:
    index, change = turned
    baseline, at = look.baseline, look.observation.at
    assert baseline is not None  # there was something to compare with
    assert change.after is not None  # a link that went leads nowhere else
    link = subject.listing.links[index]
    words = f" with “{change.words}”" if change.words else ""
    return finding(
        subject,
        Rule.PAGE_CHANGED,
        Severity.WARNING,
        f"The page behind {subject.words} leads elsewhere{words} than on {day(baseline.first_seen)}: then it led where "
        f"the guide's {link.role} link leads. Open both, and correct that link.",
        since=at,
        opens_at=at + SECOND_LOOK_AFTER if look.doubted else at,
        evidence=Evidence(quote=change.words, expected=link.url, found=change.after),
        suggestion=Suggestion(f"links[{index}].url", change.after) if MASK not in change.after else None,
    )


def _another_text(subject: Subject, comparison: Comparison) -> Finding | None:
    """Complains of a text that took the page's place and stayed: a mishap passes, or differs from day to day."""
    latest, baseline, now = subject.look.history.latest, subject.look.baseline, subject.look.observation.at
    if latest is None or baseline is None or not comparison.strangers or now - latest.first_seen < ANOTHER_TEXT_AFTER:
        return None
    since = day(latest.first_seen)
    return finding(
        subject,
        Rule.PAGE_CHANGED,
        Severity.WARNING,
        f"Since {since} the page behind {subject.words} has not been the one of {day(baseline.first_seen)} "
        f"({comparison.why}): see whether it is still the right page.",
        since=latest.first_seen,
        evidence=Evidence(quote=latest.title or None, expected=baseline.title or None, found=latest.title or None),
    )


def _states_facts(change: Change) -> bool:
    return any(states_facts(change.heading or "", (Block(text),)) for text in (change.before, change.after) if text)


def _passages(texts: Iterable[str | None]) -> str | None:
    """The first passages that there are, a line each; None where there is none."""
    return "\n".join(islice(filter(None, texts), SHOWN_PASSAGES)) or None
