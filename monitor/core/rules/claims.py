"""Rules that hold a listing's claims against what its pages say; the spans are the policy of docs/rules.md.

Silence resolves what is open. What a page that cannot be read now may still say is not known: about that page, and
about a claim that only it has borne out, every rule abstains.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from monitor.core.claims import Claim, Statement, answerable, claims, stated, value_words
from monitor.core.fact import Closing, Closure
from monitor.core.finding import CLAIM_RULES, Abstention, Evidence, Finding, Rule, Ruling, Suggestion
from monitor.core.listing import Listing, Severity
from monitor.core.rules.subject import SECOND_LOOK_AFTER
from monitor.core.verdict import ClaimHistory, Examination, Support, Verdict
from monitor.core.wording import day


@dataclass(frozen=True, slots=True)
class _Judged:
    """A claim that was judged, what is remembered of it, and the examination it was judged in."""

    listing: Listing
    claim: Claim
    statement: Statement
    verdict: Verdict
    history: ClaimHistory
    examination: Examination

    @property
    def borne_by(self) -> str | None:
        """The page of the listing that bore the claim out last, None where none has."""
        ours = (*self.examination.seen, *self.examination.unseen)
        return self.history.borne_by if self.history.borne_by in ours else None


def claim_rulings(listing: Listing, examination: Examination) -> Iterator[Ruling]:
    """Every ruling of every claim rule over a listing.

    A price that holds only later is not judged yet, and for a deadline without a day no page can answer; of what has
    ended by its own words `claim-expired` tells.
    """
    yield from program_closed(listing, examination)
    for claim, statement in stated(listing):
        if not answerable(statement, examination.at.date()):
            continue
        verdict = examination.verdicts.get(claim.id)
        if verdict is None:
            for rule in (Rule.CLAIM_REFUTED, Rule.CLAIM_VANISHED, Rule.CLAIM_UNCONFIRMED):
                yield from _abstain_everywhere(rule, listing, claim.id, examination, "no page can be read now")
            continue
        judged = _Judged(listing, claim, statement, verdict, examination.claims[claim.id], examination)
        for claim_rule in _CLAIM_RULES:
            yield from claim_rule(judged)


def is_about(listing: Listing, finding: Finding) -> bool:
    """Whether a listing still states what a finding of a claim rule is about, and has pages to judge by."""
    if finding.rule not in CLAIM_RULES or finding.rule is Rule.PROGRAM_CLOSED:
        return True
    return bool(listing.links) and any(claim.id == finding.subject for claim in claims(listing))


def program_closed(listing: Listing, examination: Examination) -> Iterator[Ruling]:
    """A page says that the programme is closed, suspended, or not open to this audience."""
    for url in examination.unseen:
        yield Abstention(Rule.PROGRAM_CLOSED, listing.id, "program", url, "the page cannot be read now")
    if examination.shut is not None:
        closure, url = examination.shut.closure, examination.shut.url
        said = _closing_words(closure)
        yield Finding(
            Rule.PROGRAM_CLOSED,
            listing.id,
            "program",
            Severity.ERROR,
            _line(
                f"{listing.name}: the page says that the programme {said}: "
                "confirm it on the page, then say so in the guide or remove the listing."
            ),
            since=examination.at,
            opens_at=examination.at,
            url=url,
            evidence=Evidence(quote=closure.quote, found=said),
            cause=f"{Rule.PROGRAM_CLOSED} {url}",
        )


def claim_refuted(judged: _Judged) -> Iterator[Ruling]:
    """A page states something else for the same thing, and none bears the claim out."""
    verdict = judged.verdict
    match verdict.support:
        case Support.SUPPORTED:
            return
        case Support.REFUTED:
            found = verdict.found or "something else"
            suggestion = verdict.suggestions[0] if len(verdict.suggestions) == 1 else None
            yield _finding(
                judged,
                Rule.CLAIM_REFUTED,
                Severity.ERROR,
                f"the guide states {judged.claim.words}, but the page says {found}: confirm it and write it down.",
                url=verdict.url,
                evidence=Evidence(verdict.quote, expected=value_words(judged.statement), found=found),
                suggestion=suggestion,
            )
        case Support.UNDECIDED if verdict.withheld:
            yield from _abstain_everywhere(
                Rule.CLAIM_REFUTED, judged.listing, judged.claim.id, judged.examination, verdict.why
            )
        case Support.UNDECIDED:
            pass
        case _:
            assert_never(verdict.support)
    for url in judged.examination.unseen:
        yield Abstention(Rule.CLAIM_REFUTED, judged.listing.id, judged.claim.id, url, "the page cannot be read now")


def claim_vanished(judged: _Judged) -> Iterator[Ruling]:
    """The page that used to bear the claim out can be read, and no page mentions it now. It takes a second look."""
    examination, history, page = judged.examination, judged.history, judged.borne_by
    if judged.verdict.support is not Support.UNDECIDED or page is None:
        return
    why = _why_absence_proves_nothing(judged, page)
    if why is not None:
        yield Abstention(Rule.CLAIM_VANISHED, judged.listing.id, judged.claim.id, page, why)
        return
    since = history.silent_since
    assert since is not None  # the page can be read, and does not bear it out
    looked = examination.seen[page]
    second = looked - since >= SECOND_LOOK_AFTER
    last = history.borne_last or since
    yield _finding(
        judged,
        Rule.CLAIM_VANISHED,
        Severity.WARNING,
        f"the page bore out {judged.claim.words} on {day(last)}, in the words quoted, and no longer mentions it: "
        "find where the programme states it now, or remove it.",
        url=page,
        evidence=Evidence(history.borne_quote, expected=value_words(judged.statement)),
        since=since,
        opens_at=since if second else max(looked, examination.at) + SECOND_LOOK_AFTER,
    )


def claim_unconfirmed(judged: _Judged) -> Iterator[Ruling]:
    """No page of the listing has ever borne the claim out, though there are pages that can be read."""
    if judged.verdict.support is not Support.UNDECIDED or judged.borne_by is not None:
        return
    if judged.verdict.withheld:
        yield Abstention(Rule.CLAIM_UNCONFIRMED, judged.listing.id, judged.claim.id, None, judged.verdict.why)
        return
    yield _finding(
        judged,
        Rule.CLAIM_UNCONFIRMED,
        Severity.NOTE,
        f"no page of the listing has borne out {judged.claim.words}: find the page that states it and link to it.",
        url=None,
        evidence=Evidence(expected=value_words(judged.statement)),
    )


_CLAIM_RULES: tuple[Callable[[_Judged], Iterator[Ruling]], ...] = (claim_refuted, claim_vanished, claim_unconfirmed)


def _why_absence_proves_nothing(judged: _Judged, page: str) -> str | None:
    if judged.verdict.withheld:
        return judged.verdict.why
    if page not in judged.examination.seen or judged.claim.id in judged.examination.borne_before:
        return "the page that bore it out cannot be read now"
    if judged.history.method != judged.examination.method:
        return "the monitor reads pages differently since then"
    return None


def _closing_words(closure: Closure) -> str:
    """What the page says that the programme does, with the day on which that ends."""
    until = f" until {day(closure.until)}" if closure.until is not None else ""
    match closure.closing:
        case Closing.CLOSED:
            return f"is closed{until}"
        case Closing.SUSPENDED:
            return f"is suspended{until}"
        case Closing.AFFILIATES_ONLY:
            return f"is open to its affiliates only{until}"
        case Closing.NOT_ELIGIBLE:
            return f"is not open to this audience{until}"
        case _:
            assert_never(closure.closing)


def _abstain_everywhere(
    rule: Rule, listing: Listing, claim: str, examination: Examination, why: str
) -> Iterator[Abstention]:
    """Whichever page a finding about the claim names, it stays as it is."""
    for url in (*examination.seen, *examination.unseen, None):
        yield Abstention(rule, listing.id, claim, url, why)


def _finding(
    judged: _Judged,
    rule: Rule,
    severity: Severity,
    message: str,
    *,
    url: str | None,
    evidence: Evidence,
    suggestion: Suggestion | None = None,
    since: datetime | None = None,
    opens_at: datetime | None = None,
) -> Finding:
    """A finding about a claim; it begins, and opens, at once unless *since* and *opens_at* say otherwise."""
    at = judged.examination.at
    return Finding(
        rule,
        judged.listing.id,
        judged.claim.id,
        severity,
        _line(f"{judged.listing.name}: {message}"),
        since=since or at,
        opens_at=opens_at or since or at,
        url=url,
        key=suggestion.key if suggestion is not None else judged.claim.key,
        evidence=evidence,
        suggestion=suggestion,
    )


def _line(text: str) -> str:
    """One line, whatever stands in the catalogue or on the page."""
    return " ".join(text.split())
