"""Which suggestions can be followed together, and which are left out, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitor.core.change import Change
from monitor.core.claims import stated, value_words
from monitor.core.finding import Finding, Needs, Standing, State
from monitor.core.listing import Catalogue, Listing


@dataclass(frozen=True, slots=True)
class Fix:
    """What a finding suggests to write."""

    finding: Finding
    change: Change


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A suggestion that is not followed now."""

    finding: Finding
    why: str


@dataclass(frozen=True, slots=True)
class Fixes:
    """What can be written together, the worst findings first, and what cannot."""

    fixes: tuple[Fix, ...]
    left_out: tuple[LeftOut, ...]


def suggested(standings: Iterable[Standing]) -> list[Standing]:
    """The open findings that carry a suggestion."""
    return [s for s in standings if s.state is State.OPEN and s.finding.suggestion is not None]


def plan(findings: Sequence[Finding], catalogue: Catalogue) -> Fixes:
    """What to write for *findings*. Of two suggestions about one key, or a part of it, the worse finding's counts."""
    listings = {listing.id: listing for listing in catalogue.listings}
    fixes: list[Fix] = []
    left_out: list[LeftOut] = []
    taken: dict[str, list[Fix]] = {}
    for finding in sorted(findings, key=lambda each: each.severity.rank):
        if finding.suggestion is None:
            left_out.append(LeftOut(finding, "suggests nothing to write"))
            continue
        change = Change(finding.listing, finding.suggestion.key, finding.suggestion.value)
        outdated = _outdated(finding, change.key, listings[finding.listing])
        others = taken.setdefault(finding.listing, [])
        rival = next((other for other in others if _touch(other.change.key, change.key)), None)
        if outdated is not None:
            left_out.append(LeftOut(finding, outdated))
        elif rival is not None:
            same = rival.change == change
            why = "suggests the same as" if same else f"is about {rival.change.key} as well, like"
            left_out.append(LeftOut(finding, f"{why} {rival.finding.id}, which is followed"))
        else:
            others.append(Fix(finding, change))
            fixes.append(others[-1])
    return Fixes(tuple(fixes), tuple(left_out))


def _touch(key: str, other: str) -> bool:
    """Whether two keys are one, or one is a part of the other."""
    shorter, longer = sorted((key, other), key=len)
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))


def _outdated(finding: Finding, key: str, listing: Listing) -> str | None:
    """Why a suggestion that a look left behind is not about the file as it is now; None where it is.

    What the catalogue alone gives away was judged just now. A look may be older than the last edit: what it saw must
    still stand where its suggestion wants to write.
    """
    if finding.rule.needs is Needs.CATALOGUE:
        return None
    again = "has changed in the catalogue since the last look; check again"
    place, _, _ = key.partition(".")
    if place.startswith("links["):
        there = {f"links[{n}]": link.url for n, link in enumerate(listing.links)}
        seen = {finding.url, finding.evidence.expected}  # a page may be what speaks against another link of its listing
        return None if there.get(place) in seen else f"{key} {again}"
    statement = next(
        (said for claim, said in stated(listing) if (claim.id, claim.key) == (finding.subject, place)), None
    )
    if statement is not None and finding.evidence.expected in {None, value_words(statement)}:
        return None
    return f"{finding.subject} {again}"
