"""One listing with all that is known of it: its links and their past, its findings, its claims (`monitor show`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from monitor.core.finding import LinkStanding, Situation, Standing
from monitor.core.listing import Contact, Deadline, Fee, Listing, Requirement
from monitor.core.look import Comparison, Outcome, Version
from monitor.core.verdict import ClaimHistory
from monitor.core.vocabulary import REASONS
from monitor.core.wording import day
from monitor.formats.blocks import NAME_CHARACTERS, QUOTE_CHARACTERS, URL_CHARACTERS, Paper, finding_block, utc_day
from monitor.formats.changes import change_lines, changes_document
from monitor.formats.claims import claim_lines, claim_rows
from monitor.formats.documents import finding_row, hop_rows, link_row
from monitor.formats.safety import line
from monitor.formats.style import PLAIN, Style, Tone, counted
from monitor.formats.values import Document, instant, instant_or_none, number, number_or_none

SHOWN_RUNS = 12
SHOWN_VERSIONS = 5


class RunOfLooks(Protocol):
    """A run of looks at a link that found the same: first and last look (UTC), how many, and what they found."""

    @property
    def first_at(self) -> datetime: ...
    @property
    def last_at(self) -> datetime: ...
    @property
    def looks(self) -> int: ...
    @property
    def outcome(self) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class LinkStory:
    """A link of a listing, and all that is remembered of it.

    `runs` and `versions` are the oldest first; `changes` is how the page differs from its baseline, None where there
    are no two readable looks to compare. `next_look` is when it is due, be it in the past.
    """

    link: LinkStanding
    runs: Sequence[RunOfLooks] = ()
    versions: Sequence[Version] = ()
    changes: Comparison | None = None
    next_look: datetime | None = None


def listing_document(
    situation: Situation, listing: Listing, stories: Sequence[LinkStory], judged: Mapping[str, ClaimHistory]
) -> Document:
    """`{"listing", "links", "findings", "claims"}`; a claim is undecided until a page has been read for it.

    *judged*: what is remembered of its claims, by their ids.
    """
    return {
        "listing": catalogue_entry(listing),
        "links": [_story_row(story) for story in stories],
        "findings": [finding_row(standing) for standing in _own(situation, listing)],
        "claims": claim_rows(listing, judged),
    }


def listing_text(
    situation: Situation,
    listing: Listing,
    stories: Sequence[LinkStory],
    judged: Mapping[str, ClaimHistory],
    *,
    width: int = 80,
    style: Style = PLAIN,
) -> str:
    """The same for a terminal."""
    paper = Paper(width=width, style=style)
    lines = [*paper.toned(line(listing.name, NAME_CHARACTERS), Tone.STRONG)]
    reviewed = f"reviewed on {day(listing.reviewed)}" if listing.reviewed else "never reviewed"
    about = (listing.id, listing.source and f"source: {line(listing.source, QUOTE_CHARACTERS)}", reviewed)
    lines += paper.plain(" · ".join(line(part, QUOTE_CHARACTERS) for part in about if part), "  ")
    lines += ["", *_heading("Links", paper)]
    for story in stories:
        lines += _story(story, paper)
    if not stories:
        lines.append("  This listing has no link.")
    own = _own(situation, listing)
    lines += ["", *_heading("Findings", paper)]
    for n, standing in enumerate(sorted(own, key=lambda one: one.finding.severity.rank)):
        lines += [""] if n else []
        lines += finding_block(standing, listing.id, situation.catalogue, paper)
    if not own:
        lines.append("  Nothing is wrong with it, as far as is known.")
    lines += ["", *_heading("Claims", paper)]
    lines += claim_lines(listing, judged, paper)
    return "\n".join(lines) + "\n"


def catalogue_entry(listing: Listing) -> Document:
    """A listing with the keys that it has in the catalogue; what it does not state is null or empty."""
    return {
        "id": listing.id,
        "institution": listing.institution,
        "program": listing.program,
        "city": listing.city,
        "state": listing.state,
        "kinds": list(listing.kinds),
        "hands_on": listing.hands_on,
        "specialties": list(listing.specialties),
        "excludes": list(listing.excludes),
        "audience": listing.audience,
        "reviewed": listing.reviewed.isoformat() if listing.reviewed else None,
        "tags": list(listing.tags),
        "notes": listing.notes,
        "source": listing.source,
        "links": [{"role": link.role.value, "url": link.url} for link in listing.links],
        "fees": [_fee(fee) for fee in listing.fees],
        "requirements": [_requirement(requirement) for requirement in listing.requirements],
        "contacts": [_contact(contact) for contact in listing.contacts],
        "deadlines": [_deadline(deadline) for deadline in listing.deadlines],
    }


def _fee(fee: Fee) -> Document:
    return {
        "kind": fee.kind.value,
        "amount": number(fee.amount),
        "currency": fee.currency,
        "per": fee.per,
        "audience": fee.audience,
        "note": fee.note,
        "from": fee.start.isoformat() if fee.start else None,
        "until": fee.until.isoformat() if fee.until else None,
    }


def _requirement(requirement: Requirement) -> Document:
    return {
        "exam": requirement.exam,
        "above": number_or_none(requirement.above),
        "minimum": number_or_none(requirement.minimum),
        "sections": {name: number(points) for name, points in sorted(requirement.sections.items())},
        "sections_are": requirement.sections_are.value,
        "any_of": requirement.any_of,
        "level": requirement.level.value,
        "note": requirement.note,
    }


def _contact(contact: Contact) -> Document:
    return {"name": contact.name, "email": contact.email, "phone": contact.phone, "role": contact.role}


def _deadline(deadline: Deadline) -> Document:
    when = deadline.date.isoformat() if deadline.date else None
    return {"what": deadline.what, "date": when, "note": deadline.note}


def _own(situation: Situation, listing: Listing) -> list[Standing]:
    return [standing for standing in situation.standings if standing.finding.listing == listing.id]


def _story_row(story: LinkStory) -> Document:
    return {
        **link_row(story.link),
        "detail": story.link.detail or None,
        "next_look": instant_or_none(story.next_look),
        "runs": [_run_row(run) for run in story.runs],
        "versions": [
            {
                "first_seen": instant(version.first_seen),
                "last_seen": instant(version.last_seen),
                "title": version.title,
                "words": sum(len(block.text.split()) for block in version.blocks),
                "fingerprint": version.fingerprint.digest,
            }
            for version in story.versions
        ],
        "changes": changes_document(story.changes) if story.changes else None,
    }


def _run_row(run: RunOfLooks) -> Document:
    outcome = run.outcome
    return {
        "first_at": instant(run.first_at),
        "last_at": instant(run.last_at),
        "looks": run.looks,
        "liveness": outcome.reason.liveness.value,
        "reason": outcome.reason.value,
        "status": outcome.status,
        "final_url": outcome.final_url,
        "hops": hop_rows(outcome.hops),
        "detail": outcome.detail or None,
    }


def _heading(title: str, paper: Paper) -> Iterator[str]:
    return paper.toned(title, Tone.STRONG)


def _story(story: LinkStory, paper: Paper) -> Iterator[str]:
    link = story.link
    yield from paper.plain(f"{line(str(link.role), 40)}: {line(link.url, URL_CHARACTERS)}", "  ")
    if link.reason is None or link.checked_at is None:
        yield "    nobody has looked at it yet"
        return
    status = f" (HTTP {link.status})" if link.status is not None else ""
    found = f"{link.reason.liveness}, {REASONS[link.reason].short}{status}"
    yield from paper.labelled("last look", f"{_moment(link.checked_at)}: {found}", "    ")
    yield from paper.labelled("last verified OK", _moment(link.last_ok) if link.last_ok else "never", "    ")
    if story.next_look is not None:
        yield from paper.labelled("next look due", _moment(story.next_look), "    ")
    if link.detail:
        yield from paper.labelled("said", line(link.detail, QUOTE_CHARACTERS), "    ")
    if link.final_url and link.final_url != link.url:
        yield from paper.labelled("leads to", line(link.final_url, URL_CHARACTERS), "    ")
    yield from _past(story, paper)
    if story.changes is not None:
        why = line(story.changes.why, QUOTE_CHARACTERS)
        yield from paper.labelled("since the baseline", f"{story.changes.drift}: {why}", "    ")
        yield from change_lines(story.changes.changes, paper, "      ")


def _past(story: LinkStory, paper: Paper) -> Iterator[str]:
    for run in reversed(story.runs[-SHOWN_RUNS:]):
        span = _span(run.first_at, run.last_at)
        found = f"{run.outcome.reason.liveness}, {REASONS[run.outcome.reason].short}"
        yield from paper.labelled("seen", f"{span}, {counted(run.looks, 'look')}: {found}", "    ")
    if len(story.runs) > SHOWN_RUNS:
        yield f"    … and {counted(len(story.runs) - SHOWN_RUNS, 'earlier run')} of looks"
    for version in reversed(story.versions[-SHOWN_VERSIONS:]):
        title = line(version.title, NAME_CHARACTERS) or "(no title)"
        span = _span(version.first_seen, version.last_seen)
        yield from paper.labelled("version", f"{span}: {title}", "    ")


def _span(first: datetime, last: datetime) -> str:
    return f"{_moment(first)} to {_moment(last)}" if last > first else _moment(first)


def _moment(when: datetime) -> str:
    return f"{day(utc_day(when))}, {instant(when)[11:16]} UTC"
