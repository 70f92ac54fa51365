"""How matters stand → what a person reads in a terminal."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from monitor.core.finding import Rule, Situation, Standing, State
from monitor.core.listing import Severity
from monitor.core.vocabulary import RULES
from monitor.formats.blocks import Paper, also, finding_block
from monitor.formats.documents import coverage_in_words, states_in_words, summary
from monitor.formats.style import PLAIN, SEVERITY, Style, Tone, counted, wrapped

FOLDED_ABOVE = 5  # a rule that gathers, and hits more listings than this, is one matter


def text(
    situation: Situation,
    *,
    width: int = 80,
    style: Style = PLAIN,
    states: Collection[State] = (State.OPEN,),
    full: bool = False,
) -> str:
    """The findings in *states*, the worst first, then by listing; a last line with the numbers.

    A rule that gathers its findings and hits more than five listings is folded to a count, and findings with one cause
    follow the first of them; *full* tells each by itself.
    """
    paper = Paper(width=width, style=style)
    shown = [standing for standing in situation.standings if standing.state in states]
    lines = [*_offline(situation, paper)]
    if not shown:
        return "\n".join([*lines, _nothing(situation, states)]) + "\n"
    folded = frozenset[Rule]() if full else widespread(shown)
    for block in _blocks(shown, folded, situation, paper, full=full):
        lines += [*block, ""]
    lines += wrapped(f"{summary(situation)}.", width)
    lines += _to_correct(shown, paper)
    return "\n".join(lines) + "\n"


def _to_correct(shown: Sequence[Standing], paper: Paper) -> Iterator[str]:
    """What a maintainer can do about them at once, where anything."""
    suggested = sum(standing.state is State.OPEN and standing.finding.suggestion is not None for standing in shown)
    if suggested:
        come = "comes" if suggested == 1 else "come"
        yield from paper.plain(
            f"{counted(suggested, 'finding')} {come} with a correction: monitor fix shows it as a diff."
        )


def widespread(standings: Sequence[Standing]) -> frozenset[Rule]:
    """The rules that gather their findings and hit so many listings that they are one matter."""
    hit = {(standing.finding.rule, standing.finding.listing) for standing in standings}
    listings = Counter(rule for rule, _ in hit)
    return frozenset(rule for rule, count in listings.items() if rule.gathers and count > FOLDED_ABOVE)


def by_listing(standings: Sequence[Standing], severity: Severity) -> list[Standing]:
    """Those of one severity, a listing's together, listings in the order in which they first occur."""
    order: dict[str, int] = {}
    for standing in standings:
        order.setdefault(standing.finding.listing, len(order))
    own = [standing for standing in standings if standing.finding.severity is severity]
    return sorted(own, key=lambda standing: order[standing.finding.listing])


def _blocks(
    shown: Sequence[Standing], folded: frozenset[Rule], situation: Situation, paper: Paper, *, full: bool
) -> Iterator[list[str]]:
    for severity in Severity:
        own = by_listing(shown, severity)
        told = [standing for standing in own if standing.finding.rule not in folded]
        for first, others in _of_one_cause(told) if not full else ((standing, ()) for standing in told):
            name = situation.names.get(first.finding.listing, first.finding.listing)
            block = finding_block(first, name, situation.catalogue, paper)
            yield [*block, *also(others, situation.catalogue, paper)]
        for rule in Rule:
            members = [standing for standing in own if standing.finding.rule is rule]
            if rule in folded and members:
                yield [*_folded(rule, severity, members, paper)]


def _of_one_cause(standings: Sequence[Standing]) -> Iterator[tuple[Standing, Sequence[Standing]]]:
    """The first finding of every incident, and the others of it: one dead host is one matter, not forty."""
    incidents: dict[tuple[str, Rule, State], list[Standing]] = {}
    for standing in standings:
        key = (standing.finding.incident, standing.finding.rule, standing.state)
        incidents.setdefault(key, []).append(standing)
    for first, *others in incidents.values():
        yield first, others


def _folded(rule: Rule, severity: Severity, members: Sequence[Standing], paper: Paper) -> Iterator[str]:
    listings = len({standing.finding.listing for standing in members})
    head = paper.style.paint(severity.value, SEVERITY[severity])
    yield f"{head}: {rule} · {counted(len(members), 'finding')}"
    states = {standing.state for standing in members}
    state = f" --state {members[0].state}" if states != {State.OPEN} and len(states) == 1 else ""
    yield from paper.plain(f"{counted(listings, 'listing')} {RULES[rule].many}. {RULES[rule].do}", "  ")
    yield f"  {paper.style.paint('all:', Tone.FAINT)} monitor findings --rule {rule}{state}"


def _offline(situation: Situation, paper: Paper) -> Iterator[str]:
    last = situation.last_pass
    if situation.offline and last is not None and last.looked:
        yield from paper.toned(
            f"Offline: the network of this machine failed after {last.looked} of {counted(last.links, 'link')}; "
            "the others stand as they were.",
            Tone.WARNING,
        )
        yield ""
    elif situation.offline:
        yield from paper.toned(
            "Offline: no host answered, so nothing was learned about any link; what needs no network stands below.",
            Tone.WARNING,
        )
        yield ""


def _nothing(situation: Situation, states: Collection[State]) -> str:
    """One line, and no praise where nobody has looked."""
    named = " or ".join(state.value for state in State if state in states)
    rest = states_in_words(situation)
    where = counted(situation.coverage.listings, "listing")
    return f"Nothing is {named} in {where}; {'; '.join(filter(None, (coverage_in_words(situation.coverage), rest)))}."
