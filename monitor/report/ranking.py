"""Which findings are one matter, and which matter comes first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitor.core.finding import Rule, Standing, State

WIDESPREAD_ABOVE = 5  # a rule that gathers, and hits more listings than this, is one matter
_LAST_LINE = 1 << 62  # a finding without a line comes after those that have one


class Harm(StrEnum):
    """What a reader of the guide loses by believing it, the worst first; the value is said on the page."""

    MONEY = "a reader loses money or misses a date"
    CONTACT = "a reader writes to the wrong place, or to nobody"
    REQUIREMENT = "a reader prepares for the wrong thing"
    STATEMENTS = "what a reader is told may no longer be so"
    LINK = "a reader does not get to the right page"
    OTHER = "the listing is less reliable than it looks"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return _HARM_ORDER[self]


_HARM_ORDER = {harm: place for place, harm in enumerate(Harm)}

_HARM_OF_SUBJECT = {
    "fee": Harm.MONEY,
    "fees": Harm.MONEY,
    "deadline": Harm.MONEY,
    "deadlines": Harm.MONEY,
    "contact": Harm.CONTACT,
    "contacts": Harm.CONTACT,
    "requirement": Harm.REQUIREMENT,
    "requirements": Harm.REQUIREMENT,
    "links": Harm.LINK,
}

_HARM_OF_RULE = {
    Rule.PROGRAM_CLOSED: Harm.MONEY,  # who applies to a closed programme pays, waits and plans for nothing
    Rule.LISTING_UNREACHABLE: Harm.CONTACT,
    Rule.PAGE_CHANGED: Harm.STATEMENTS,
    **dict.fromkeys(
        (
            Rule.LINK_GONE,
            Rule.LINK_UNREACHABLE,
            Rule.LINK_MOVED,
            Rule.LINK_BLOCKED,
            Rule.LINK_INSECURE,
            Rule.LINK_MISSING,
            Rule.LINK_SUSPECT,
            Rule.CERTIFICATE_EXPIRING,
            Rule.CHECK_OVERDUE,
        ),
        Harm.LINK,
    ),
}


def harm(standing: Standing) -> Harm:
    """By the claim that the finding is about, else by its rule, else by the key of the listing."""
    finding = standing.finding
    by_claim = _HARM_OF_SUBJECT.get(finding.subject.partition(":")[0]) if ":" in finding.subject else None
    by_key = _HARM_OF_SUBJECT.get(finding.key.partition("[")[0].partition(".")[0])
    return by_claim or _HARM_OF_RULE.get(finding.rule) or by_key or Harm.OTHER


@dataclass(frozen=True, slots=True)
class Matter:
    """Findings that a person decides about at once, the most harmful first; `widespread`: one rule, many listings."""

    members: tuple[Standing, ...]
    widespread: bool

    @property
    def head(self) -> Standing:
        """The finding that the matter is ranked by."""
        return self.members[0]

    @property
    def listings(self) -> int:
        """How many listings it touches."""
        return len({member.finding.listing for member in self.members})


def widespread_rules(standings: Iterable[Standing]) -> frozenset[Rule]:
    """The rules that gather their findings and hit more than five listings of *standings*."""
    listings: defaultdict[Rule, set[str]] = defaultdict(set)
    for standing in standings:
        if standing.finding.rule.gathers:
            listings[standing.finding.rule].add(standing.finding.listing)
    return frozenset(rule for rule, hit in listings.items() if len(hit) > WIDESPREAD_ABOVE)


def matters(standings: Iterable[Standing], widespread: frozenset[Rule]) -> tuple[Matter, ...]:
    """*standings* as matters, the most harmful first: severity, harm, how many listings, order of the catalogue.

    Findings are one matter when a widespread rule, or one incident, lies behind them and they were decided alike.
    """
    heaps: defaultdict[tuple[bool, str, State, str | None], list[Standing]] = defaultdict(list)
    for standing in standings:
        finding = standing.finding
        by_rule = finding.rule in widespread
        heaps[by_rule, finding.rule if by_rule else finding.incident, standing.state, standing.note].append(standing)
    found = [
        Matter(members=tuple(sorted(heap, key=_member_order)), widespread=by_rule)
        for (by_rule, *_), heap in heaps.items()
    ]
    return tuple(sorted(found, key=_matter_order))


def _member_order(standing: Standing) -> tuple[int, int, int, str, str]:
    line = standing.line if standing.line is not None else _LAST_LINE
    return (
        standing.finding.severity.rank,
        harm(standing).rank,
        line,
        standing.finding.listing,
        standing.finding.id,
    )


def _matter_order(matter: Matter) -> tuple[int, int, int, int, str, str]:
    severity, harmed, line, listing, finding = _member_order(matter.head)
    return severity, harmed, -matter.listings, line, listing, finding
