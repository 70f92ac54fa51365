"""How matters stand → what the page says: all counting, ordering, grouping and wording, and no HTML."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from monitor.core.finding import LinkStanding, Rule, Situation, Standing, State
from monitor.core.listing import Severity
from monitor.core.look import Liveness
from monitor.core.vocabulary import REASONS
from monitor.report import plain, words
from monitor.report.appendix import appendix
from monitor.report.differences import MAX_PASSAGES_OF_SECTION, differences
from monitor.report.model import Figure, LinkRow, Muffle, Report, Row, Section, Stamp
from monitor.report.ranking import Matter, matters, widespread_rules
from monitor.report.rows import Anchors, row, who
from monitor.report.verdict import verdict

# What a person can scroll through and a browser opens at once; the command beside a cut list names the rest.
MAX_ROWS = 200
MAX_MEMBERS_OF_SECTION = 1000
MAX_LINKS = 200
MAX_LISTINGS_OF_LINK = 5

_DECIDED = (State.ACCEPTED, State.ACKNOWLEDGED, State.SNOOZED)
_UNSEEN = frozenset({Liveness.BLOCKED, Liveness.UNKNOWN})


def build(situation: Situation) -> Report:
    """The page of a situation. The same situation gives the same page, byte for byte."""
    return Report(
        title=plain.plain(situation.title, plain.NAME_CHARS) or "Listings",
        at=plain.moment(situation.at),
        verdict=verdict(situation),
        figures=_figures(situation),
        sections=tuple(_sections(situation)),
        appendix=appendix(situation),
    )


def _figures(situation: Situation) -> tuple[Figure, ...]:
    labels = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.NOTE: ("note", "notes"),
    }
    counts = [
        Figure(plain.number(count), labels[severity][count != 1], severity if count else "none")
        for severity in Severity
        for count in [situation.open(severity)]
    ]
    coverage = situation.coverage
    seen = f"{plain.number(coverage.verified)} / {plain.number(coverage.links)}"
    return (*counts, Figure(seen, "links verified", "verified"))


@dataclass(frozen=True, slots=True)
class _Plan:
    """A section of findings before its rows are made; `states` name the rest that a cut list leaves out."""

    id: str
    heading: str
    intro: str
    standings: tuple[Standing, ...]
    folded: bool
    state: State | None


def _sections(situation: Situation) -> Iterator[Section]:
    """The sections in reading order, the empty ones left out."""
    anchors = Anchors()
    by_state: defaultdict[State, list[Standing]] = defaultdict(list)
    for standing in situation.standings:
        by_state[standing.state].append(standing)
    is_open = by_state[State.OPEN]
    widespread = widespread_rules(is_open)
    yield from _findings(_open_plans(is_open), widespread, situation, anchors)
    yield from _links_unseen(situation)
    yield from _findings(_later_plans(by_state, situation.resolved), None, situation, anchors)
    yield from _noise(is_open, widespread)
    yield from _links_well(situation)
    yield from _links_never(situation)


def _open_plans(standings: Sequence[Standing]) -> tuple[_Plan, ...]:
    def of(severity: Severity) -> tuple[Standing, ...]:
        return tuple(standing for standing in standings if standing.finding.severity is severity)

    errors, warnings, notes = (of(severity) for severity in Severity)
    wrong = "No longer true. What costs a reader most comes first."
    odd = "For a person to decide. What costs a reader most comes first."
    return (
        _Plan("act-now", "Act now", wrong, errors, folded=False, state=State.OPEN),
        _Plan("worth-a-look", "Worth a look", odd, warnings, folded=False, state=State.OPEN),
        _Plan(
            "small-things",
            "Small things",
            "Nothing that misleads a reader today.",
            notes,
            folded=True,
            state=State.OPEN,
        ),
    )


def _later_plans(by_state: defaultdict[State, list[Standing]], resolved: Sequence[Standing]) -> tuple[_Plan, ...]:
    return (
        _Plan(
            "pending",
            "Waiting for a second look",
            "Seen, but not for long or often enough to count: most of these go away by themselves.",
            tuple(by_state[State.PENDING]),
            folded=True,
            state=State.PENDING,
        ),
        _Plan(
            "resolved",
            "Resolved in the last week",
            "Nothing to do: these findings have ended.",
            tuple(resolved),
            folded=False,
            state=None,
        ),
        _Plan(
            "decided",
            "Decided already",
            "Still so, but a person accepted it, acknowledged it or put it off.",
            tuple(standing for state in _DECIDED for standing in by_state[state]),
            folded=True,
            state=None,
        ),
    )


def _findings(
    plans: Iterable[_Plan], widespread: frozenset[Rule] | None, situation: Situation, anchors: Anchors
) -> Iterator[Section]:
    """The sections of *plans*; without *widespread* rules each section finds its own."""
    for plan in plans:
        if not plan.standings:
            continue
        rules = widespread_rules(plan.standings) if widespread is None else widespread
        found = matters(plan.standings, rules)
        shown = found[:MAX_ROWS]
        left = sum(len(matter.members) for matter in found[MAX_ROWS:])
        total = len(plan.standings)
        in_rows = f" {plain.counted(total, 'finding', 'findings')} in {plain.counted(len(found), 'row', 'rows')}."
        yield Section(
            id=plan.id,
            heading=plan.heading,
            count=plain.number(total),
            intro=plan.intro + (in_rows if len(found) < total else ""),
            fold=f"Show {plain.counted(len(shown), 'row', 'rows')}" if plan.folded else None,
            rows=_rows(shown, situation, anchors),
            rest=f"{plain.counted(left, 'more finding is', 'more findings are')} not listed here." if left else None,
            rest_command=f"monitor findings --state {plan.state}" if left and plan.state else None,
        )


def _rows(found: Sequence[Matter], situation: Situation, anchors: Anchors) -> tuple[Row, ...]:
    rows: list[Row] = []
    room, passages = MAX_MEMBERS_OF_SECTION, MAX_PASSAGES_OF_SECTION
    for matter in found:
        shown = row(matter, situation.names, situation.catalogue, anchors, room=room)
        rows.append(replace(shown, differences=differences(matter, situation, room=passages)))
        room = max(0, room - len(shown.members))
        passages -= len(rows[-1].differences.passages) if rows[-1].differences else 0
    return tuple(rows)


def _noise(standings: Sequence[Standing], widespread: frozenset[Rule]) -> Iterator[Section]:
    """For each rule that speaks of many listings and calls nothing wrong: how to hear it no more."""
    quiet = [s for s in standings if s.finding.rule in widespread and s.finding.severity is not Severity.ERROR]
    counts = Counter(standing.finding.rule for standing in quiet)
    loud = {s.finding.rule for s in standings if s.finding.severity is Severity.ERROR}
    muffles = tuple(
        Muffle(
            rule=rule,
            sentence=f"This would have taken {plain.number(count)} of {plain.number(len(standings))} open findings "
            "out of this report.",
            snippet=f'[[accept]]\nrule = "{rule}"\nreason = "…"',
        )
        for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if rule not in loud  # an acceptance cannot tell severities apart
    )
    if muffles:
        yield Section(
            id="noise",
            heading="Could be quieter",
            count=plain.number(len(muffles)),
            intro="Where a finding is known and meant to stay, the catalogue can say so, for all listings or for one.",
            fold=f"Show {plain.counted(len(muffles), 'rule', 'rules')} to accept",
            muffles=muffles,
        )


def _links_unseen(situation: Situation) -> Iterator[Section]:
    yield from _links(
        situation,
        [link for link in situation.links if link.liveness in _UNSEEN],
        Section(
            id="not-seen",
            heading="Could not be seen",
            count="",
            intro="No news, good or bad, about these pages: open them in a browser.",
        ),
        fold=None,
    )


def _links_well(situation: Situation) -> Iterator[Section]:
    yield from _links(
        situation,
        [link for link in situation.links if link.liveness is Liveness.ALIVE],
        Section(id="verified", heading="Verified OK", count="", intro="These pages answered at the last look."),
        fold="Show",
    )


def _links_never(situation: Situation) -> Iterator[Section]:
    yield from _links(
        situation,
        [link for link in situation.links if link.liveness is None],
        Section(id="never", heading="Never looked at", count="", intro="The next check includes these links."),
        fold="Show",
    )


def _links(
    situation: Situation, links: Sequence[LinkStanding], bare: Section, *, fold: str | None
) -> Iterator[Section]:
    """*bare* with a row per distinct URL, in the order of the catalogue."""
    by_url: defaultdict[str, list[LinkStanding]] = defaultdict(list)
    for link in links:
        by_url[link.url].append(link)
    if not by_url:
        return
    left = max(0, len(by_url) - MAX_LINKS)
    shown = list(by_url.values())[:MAX_LINKS]
    yield Section(
        id=bare.id,
        heading=bare.heading,
        count=plain.number(len(by_url)),
        intro=bare.intro,
        fold=f"{fold} {plain.counted(len(shown), 'link', 'links')}" if fold else None,
        links=tuple(_link_row(same, situation) for same in shown),
        rest=f"{plain.counted(left, 'more link is', 'more links are')} not listed here." if left else None,
    )


def _link_row(same: Sequence[LinkStanding], situation: Situation) -> LinkRow:
    link = same[0]
    names = list(dict.fromkeys(who(one.listing, situation.names).name for one in same))
    more = len(names) - MAX_LISTINGS_OF_LINK
    pointing = "; ".join(names[:MAX_LISTINGS_OF_LINK]) + (f"; and {plain.number(more)} more" if more > 0 else "")
    if link.liveness is None:
        return LinkRow(plain.address(link.url), pointing, "Never", "nobody has looked at it yet", ())
    stamps = [Stamp("checked", plain.moment(link.checked_at))] if link.checked_at else []
    if link.liveness is not Liveness.ALIVE:
        last_ok = plain.moment(link.last_ok) if link.last_ok else None
        stamps.insert(0, Stamp("last verified OK", last_ok) if last_ok else Stamp("last verified OK: never", None))
    return LinkRow(
        address=plain.address(link.url),
        who=pointing,
        label=words.LIVENESS[link.liveness],
        why=REASONS[link.reason].clause if link.reason else "",
        stamps=tuple(stamps),
    )
