"""One matter → one row: the sentence, the words that prove it, what to write instead, where, since when."""

import re
import shlex
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from monitor.core import urls
from monitor.core.finding import Finding, Needs, Rule, Standing, State
from monitor.core.triage import SETTLED_BY_A_REVIEW
from monitor.core.vocabulary import REASONS, RULES
from monitor.report import plain, words
from monitor.report.model import Member, Place, Row, Stamp, Who
from monitor.report.proof import contrast, quote, remedy
from monitor.report.ranking import Matter, harm

MAX_MEMBERS = 200
_ENDED_BY_A_REVIEW = SETTLED_BY_A_REVIEW | {Rule.LISTING_STALE}
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_GUIDE_LINE = re.compile(r"lines? \d")
_SHORT_CHARS = 80
_MAX_KINDS = 5


@dataclass(slots=True)
class Anchors:
    """Hands every anchor out once, so that no two elements of the page share an id."""

    taken: set[str] = field(default_factory=set)

    def claim(self, anchor: str) -> str | None:
        """*anchor*, or None where another element has it already."""
        if anchor in self.taken:
            return None
        self.taken.add(anchor)
        return anchor


def row(matter: Matter, names: Mapping[str, str], catalogue: str, anchors: Anchors, *, room: int) -> Row:
    """The row of a matter, with at most *room* of its members listed."""
    if len(matter.members) == 1:
        return _single(matter.head, names, catalogue, anchors)
    return _many(matter, names, catalogue, anchors, room=room)


def _single(standing: Standing, names: Mapping[str, str], catalogue: str, anchors: Anchors) -> Row:
    finding = standing.finding
    label, tone = _badge(standing)
    sides = contrast(finding)
    said_already = sides is not None and sides.struck and finding.url == finding.evidence.expected
    return Row(
        anchor=anchors.claim(finding.id),
        label=label,
        tone=tone,
        sentence=plain.plain(finding.message, plain.MESSAGE_CHARS),
        rule=finding.rule,
        who=_whose(finding, names),
        address=plain.address(finding.url) if finding.url and not said_already else None,
        quote=quote(finding),
        contrast=sides,
        why=REASONS[finding.reason].clause if finding.reason else None,
        remedy=remedy(finding.suggestion) if finding.suggestion else None,
        stamps=_stamps((standing,)),
        rank=harm(standing) if standing.state is State.OPEN else None,
        decision=_decision(standing),
        places=_places(standing, catalogue),
        command=f"monitor show {_quoted(finding.listing)}",
        actions=tuple(_actions(standing, finding.id)),
    )


def _many(matter: Matter, names: Mapping[str, str], catalogue: str, anchors: Anchors, *, room: int) -> Row:
    head = matter.head
    finding = head.finding
    label, tone = _badge(head)
    anchor = anchors.claim(f"rule-{finding.rule}-{tone}" if matter.widespread else finding.incident)
    shown = matter.members[: min(MAX_MEMBERS, room)]
    findings = plain.counted(len(matter.members), "finding", "findings")
    listings = plain.counted(matter.listings, "listing", "listings")
    left = len(matter.members) - len(shown)
    same_url = {member.finding.url for member in matter.members} == {finding.url}
    return Row(
        anchor=anchor,
        label=label,
        tone=tone,
        sentence=f"{listings} {RULES[finding.rule].many}." if matter.widespread else _one_cause(matter),
        rule=finding.rule,
        who=None,
        address=plain.address(finding.url) if finding.url and same_url else None,
        quote=None,
        contrast=None,
        why=None,  # the sentence says it, where it is one
        remedy=None,
        stamps=_stamps(matter.members),
        rank=harm(head) if head.state is State.OPEN else None,
        decision=_decision(head),
        places=(),
        command=f"monitor findings --rule {finding.rule}"
        + ("" if head.state is State.OPEN else f" --state {head.state}"),
        actions=() if matter.widespread else tuple(_decisions(head, finding.incident)),
        summary=f"{findings} in {listings}{_by_kind(matter) if matter.widespread else ''}",
        members=tuple(
            Member(
                anchor=anchors.claim(member.finding.id),
                who=_whose(member.finding, names),
                message=plain.plain(member.finding.message, plain.MESSAGE_CHARS),
                places=_places(member, catalogue),
            )
            for member in shown
        ),
        rest=f"{plain.counted(left, 'more is', 'more are')} not listed here." if left else None,
        advice=RULES[finding.rule].do if matter.widespread else None,
    )


def _by_kind(matter: Matter) -> str:
    """ ": cost (104), fee (3)": what the findings of one rule are about, where that is of few kinds."""
    if matter.head.finding.rule is Rule.LISTING_DUPLICATE:  # each is about another listing
        return ""
    kinds = Counter(member.finding.subject.partition(":")[0] for member in matter.members).most_common()
    if not 1 < len(kinds) <= _MAX_KINDS and matter.head.finding.rule is not Rule.ADVISORY:
        return ""
    told = [f"{plain.plain(kind, _SHORT_CHARS)} ({plain.number(count)})" for kind, count in kinds[:_MAX_KINDS]]
    return f": {', '.join(told)}{', …' if len(kinds) > _MAX_KINDS else ''}"


def _actions(standing: Standing, finding_id: str) -> Iterator[str]:
    """What a maintainer can do about one finding: correct the catalogue, confirm it, or decide to live with it."""
    finding = standing.finding
    if standing.state is State.OPEN and finding.suggestion is not None:
        yield f"monitor fix {finding_id} --apply"
    if standing.state is State.OPEN and finding.rule in _ENDED_BY_A_REVIEW:
        yield f"monitor review {_quoted(finding.listing)}"
    yield from _decisions(standing, finding_id)


def _decisions(standing: Standing, name: str) -> Iterator[str]:
    """What can be decided about the finding, or the incident, that goes by a name."""
    match standing.state:
        case State.OPEN:
            yield f"monitor ack {name}"
        case State.ACKNOWLEDGED | State.SNOOZED:
            yield f"monitor reopen {name}"
        case State.PENDING | State.ACCEPTED | State.RESOLVED:
            return
        case _:
            assert_never(standing.state)


def _one_cause(matter: Matter) -> str:
    """What findings of one incident have in common (an address, a host, or only the incident), and what it is."""
    finding = matter.head.finding
    listings = plain.counted(matter.listings, "listing", "listings")
    addresses = {member.finding.url for member in matter.members}
    hosts = {_host(url) for url in addresses if url}
    if None in addresses or len(hosts) != 1:
        common = f"One cause lies behind {plain.counted(len(matter.members), 'finding', 'findings')} in {listings}"
    elif len(addresses) == 1:
        common = f"One page of {plain.plain(hosts.pop(), plain.NAME_CHARS)}, in {listings}"
    else:
        links = plain.counted(len(addresses), "link", "links")
        common = f"{links} to {plain.plain(hosts.pop(), plain.NAME_CHARS)}, in {listings}"
    reasons = {member.finding.reason for member in matter.members}
    if len(reasons) > 1:
        return f"{common}."
    if finding.reason is None:
        return f"{common}: {plain.plain(finding.message, plain.MESSAGE_CHARS)}"
    return f"{common}: {REASONS[finding.reason].clause}."


def _host(url: str) -> str:
    """The host's name as a person would write it: the port only where it is an unusual one."""
    return urls.host(url).removesuffix(":443").removesuffix(":80")


def who(listing: str, names: Mapping[str, str]) -> Who:
    """A listing by name and id; by id alone where nobody named it."""
    shown = plain.plain(listing, plain.NAME_CHARS)
    name = plain.optional(names.get(listing), plain.NAME_CHARS)
    return Who(name=name or shown, id=shown if name and name != shown else None)


def _whose(finding: Finding, names: Mapping[str, str]) -> Who:
    """The listing of a finding; by id alone where the message names it already."""
    name = names.get(finding.listing)
    return who(finding.listing, {} if name and name in finding.message else names)


def _badge(standing: Standing) -> tuple[str, str]:
    match standing.state:
        case State.OPEN | State.PENDING:
            return words.SEVERITY[standing.finding.severity], standing.finding.severity.value
        case State.ACKNOWLEDGED | State.SNOOZED | State.ACCEPTED | State.RESOLVED:
            return words.STATE[standing.state], standing.state.value


def _stamps(standings: tuple[Standing, ...]) -> tuple[Stamp, ...]:
    """Since when, how often and when last confirmed; then what its state adds."""
    head = standings[0]
    since = plain.moment(min(standing.since for standing in standings))
    last = plain.moment(max(standing.last_seen for standing in standings))
    looks = max(standing.looks for standing in standings)
    if head.state is State.RESOLVED:
        ends = [standing.resolved_at for standing in standings if standing.resolved_at]
        return (Stamp("Began", since), Stamp("ended", plain.moment(max(ends)) if ends else None))
    stamps = [Stamp("Since", since)]
    if head.finding.rule.needs is Needs.CATALOGUE:
        stamps.append(Stamp("read from the catalogue alone", None))
    elif looks > 1 and last != since:
        stamps.append(Stamp(f"confirmed by {plain.number(looks)} looks, the last on", last))
    else:
        stamps.append(Stamp(f"seen by {plain.counted(looks, 'look', 'looks')}", None))
    if head.state is State.PENDING:
        opens = plain.moment(min(standing.finding.opens_at for standing in standings))
        stamps.append(Stamp("will count, if a look still confirms it, from", opens))
    return tuple(stamps)


def _decision(standing: Standing) -> str | None:
    """Why somebody decided not to hear of it now."""
    if standing.state in {State.OPEN, State.PENDING, State.RESOLVED}:
        return None
    return plain.optional(standing.note, plain.MESSAGE_CHARS)


def _places(standing: Standing, catalogue: str) -> tuple[Place, ...]:
    places = []
    if standing.line is not None:
        places.append(Place(f"{plain.plain(catalogue, plain.NAME_CHARS)} line {standing.line}", None))
    if source := plain.optional(standing.source, plain.NAME_CHARS):
        places.append(_guide(standing.source or "", source))
    return tuple(places)


def _guide(source: str, shown: str) -> Place:
    link = plain.address(source)
    if link.href:
        return Place("guide", link)
    return Place(f"guide {shown}" if _GUIDE_LINE.match(shown) else f"guide: {shown}", None)


def _quoted(listing: str) -> str:
    """A listing's id as one word of a command line, whatever somebody called it."""
    shown = plain.plain(listing, plain.NAME_CHARS)
    return shown if _SLUG.fullmatch(shown) else f"-- {shlex.quote(shown)}"
