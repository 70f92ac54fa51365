"""A listing's claims held against its pages: those that can be read now, and what others said when they were read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from monitor.core import fingerprint, support
from monitor.core.claims import digest, stated
from monitor.core.content import Page
from monitor.core.facts import facts
from monitor.core.listing import Listing
from monitor.core.look import LinkHistory, Version
from monitor.core.support import closure, verdicts
from monitor.core.verdict import ClaimHistory, Examination, Reading, Support, Verdict

METHOD = f"{fingerprint.METHOD}.{support.METHOD}"
"""How pages are read and judged: what was borne out by another method and is not by this one has not vanished."""


def examine(
    listing: Listing, links: Sequence[LinkHistory], known: Mapping[str, ClaimHistory], now: datetime
) -> Examination:
    """Hold the claims of *listing* against its pages.

    *links*: what is remembered of each of its URLs, today's looks included; *known*: what is remembered of its claims.
    A page counts as evidence while its last look showed its text; of the others, what they said last counts only for
    whether a claim has ever been borne out.
    """
    seen = {each.url: each.last_at for each in links if _can_be_read(each) and each.last_at is not None}
    read = [each for each in links if each.latest is not None and not each.latest.opaque]
    now_said = [reading(each.url, each.latest) for each in read if each.url in seen and each.latest]
    today = now.date()
    told = {each.claim: each for each in verdicts(listing, now_said, today)} if now_said else {}
    once: dict[str, Verdict] = {}
    if any(each.support is not Support.SUPPORTED for each in told.values()):
        once_said = [reading(each.url, each.latest) for each in read if each.url not in seen and each.latest]
        once = {
            each.claim: each
            for each in verdicts(listing, once_said, today)
            if each.support is Support.SUPPORTED and told[each.claim].support is not Support.SUPPORTED
        }
    remembered = _remembered(listing, told, once, known, {each.url: each for each in links}, now)
    return Examination(
        at=now,
        method=METHOD,
        seen=seen,
        unseen=tuple(each.url for each in links if each.url not in seen),
        verdicts=told,
        claims={each.claim: each for each in remembered},
        borne_before=frozenset(once),
        shut=closure(listing, now_said, today) if now_said else None,
    )


def reading(url: str, version: Version) -> Reading:
    """A kept version of a page, read for the facts in it."""
    page = Page(version.title, version.blocks, version.links)
    return Reading(url, page.title, page.blocks, page.links, facts(page))


def _can_be_read(link: LinkHistory) -> bool:
    """Whether the last look at a link showed its text."""
    return link.latest is not None and not link.latest.opaque and link.latest.last_seen == link.last_at


def _remembered(
    listing: Listing,
    told: Mapping[str, Verdict],
    once: Mapping[str, Verdict],
    known: Mapping[str, ClaimHistory],
    links: Mapping[str, LinkHistory],
    now: datetime,
) -> Iterator[ClaimHistory]:
    """What is remembered of each claim from now on. A changed value starts anew; a claim not judged stays as it was."""
    for claim, statement in stated(listing):
        value = digest(statement)
        before = known.get(claim.id)
        if before is not None and before.value != value:
            before = None
        verdict = told.get(claim.id)
        if verdict is None:
            if before is not None:
                yield before
            continue
        bearing = once.get(claim.id, verdict)
        if bearing.support is Support.SUPPORTED and bearing.url is not None:
            at = _read_at(links[bearing.url], now)
            first = before.borne_first if before is not None and before.borne_first is not None else at
            yield ClaimHistory(claim.id, value, METHOD, verdict, now, first, at, bearing.url, bearing.quote)
        elif before is None or before.borne_by is None:
            yield ClaimHistory(claim.id, value, METHOD, verdict, now)
        else:
            since = _silent_since(before, before.borne_by, verdict, links)
            yield replace(before, verdict=verdict, judged_at=now, silent_since=since)


def _silent_since(
    before: ClaimHistory, borne_by: str, verdict: Verdict, links: Mapping[str, LinkHistory]
) -> datetime | None:
    """Since when the page that bore a claim out can be read and does not any more."""
    if verdict.withheld or borne_by not in links or not _can_be_read(links[borne_by]):
        return before.silent_since
    return before.silent_since or links[borne_by].last_at


def _read_at(link: LinkHistory, now: datetime) -> datetime:
    """When the text of a page was seen last."""
    return link.latest.last_seen if link.latest is not None else now
