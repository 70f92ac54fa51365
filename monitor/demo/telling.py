"""Two situations → what came to pass between them, in lines: read off them, never known ahead."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from monitor.core.finding import PassSummary, Rule, Situation, Standing, State
from monitor.core.listing import Severity
from monitor.core.look import Liveness, Observation
from monitor.core.wording import day

WIDTH = 100  # columns
_INDENT = "  "
_UNDER = 12  # column of the text beside a label
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_LABELS = {
    State.PENDING: "waiting",
    State.OPEN: "open",
    State.ACKNOWLEDGED: "known",
    State.SNOOZED: "put off",
    State.ACCEPTED: "accepted",
    State.RESOLVED: "over",
}

_OF_THE_PAGES_WORDS = frozenset({Rule.CLAIM_REFUTED, Rule.CLAIM_VANISHED, Rule.PROGRAM_CLOSED})


def heading(name: str, summary: PassSummary, seen: Sequence[Observation]) -> str:
    """ "Week 3 · Mon 28 September 2026 · 13 links looked at: 10 alive, 1 moved, 2 gone"."""
    when = f"{name} · {_WEEKDAYS[summary.started_at.weekday()]} {day(summary.started_at)}"
    if summary.offline:
        return f"{when} · offline"
    found = Counter(observation.liveness for observation in seen)
    parts = ", ".join(f"{found[liveness]} {liveness}" for liveness in Liveness if found[liveness])
    return f"{when} · {_counted(summary.looked, 'link', 'links')} looked at: {parts}"


def world(happenings: Iterable[str]) -> Iterator[str]:
    """What happened in the web meanwhile."""
    for told in happenings:
        yield from _under("meanwhile", told)


def news(before: Situation, after: Situation, summary: PassSummary, seen: Sequence[Observation]) -> Iterator[str]:
    """What this pass found that the one before did not know."""
    if summary.offline:
        yield from _under(
            "offline", "No host at all answered, so it is us and not them: nothing was judged, what was known stands."
        )
    else:
        yield from _reading(seen)
    differences = [*_differences(before, after), *_recovering(after, seen)]
    yield from differences
    if not differences:
        yield from _under("", "Nothing new.")
    yield from _under("standing", _standing(after))


def _reading(seen: Sequence[Observation]) -> Iterator[str]:
    read = sum(observation.page is not None for observation in seen)
    same = sum(observation.status == 304 for observation in seen)
    parts = [f"{_counted(read, 'page', 'pages')} read"] if read else []
    parts += [f"{same} unchanged since the last look (304), not sent again"] if same else []
    if parts:
        yield from _under("pages", f"{', '.join(parts)}.")


def _differences(before: Situation, after: Situation) -> Iterator[str]:
    known = {standing.finding.id: standing for standing in before.standings}
    there = {standing.finding.id for standing in after.standings}
    for standing in sorted(after.standings, key=lambda standing: standing.finding.severity.rank):
        old = known.get(standing.finding.id)
        if old is None or old.state is not standing.state or old.finding.severity is not standing.finding.severity:
            yield from _told(standing)
    for id_, standing in known.items():
        if id_ not in there:
            yield from _over(standing, after)


def _told(standing: Standing) -> Iterator[str]:
    finding = standing.finding
    yield from _under(_LABELS[standing.state], f"{finding.severity} {finding.rule}: {finding.message}")
    if finding.rule is Rule.PAGE_CHANGED:
        gone = [f"- {line}" for line in (finding.evidence.expected or "").splitlines()]
        new = [f"+ {line}" for line in (finding.evidence.found or "").splitlines()]
        for line in (*gone, *new):
            yield from _under("", line)
    if finding.rule in _OF_THE_PAGES_WORDS and finding.evidence.quote:
        yield from _under("", f"“{finding.evidence.quote}”")
    if standing.state is State.PENDING:
        yield from _under("", "(not counted yet: it takes more time than that)")
    if standing.state is State.ACCEPTED and standing.note:
        yield from _under("", f"(accepted in the catalogue: {standing.note})")
    if standing.state is State.ACKNOWLEDGED and standing.note:
        yield from _under("", f"(acknowledged: {standing.note})")
    if finding.suggestion is not None:
        key, value = finding.suggestion.key, finding.suggestion.value
        written = f'"{value}"' if isinstance(value, str) else value
        yield from _under("", f"suggested: remove {key}" if value is None else f"suggested: {key} = {written}")


def _over(standing: Standing, after: Situation) -> Iterator[str]:
    finding = standing.finding
    name = after.names.get(finding.listing, finding.listing)
    said = f"{finding.rule} of {name} has ended; it had stood since {day(standing.since)}."
    yield from _under(_LABELS[State.RESOLVED], said)


def _recovering(after: Situation, seen: Sequence[Observation]) -> Iterator[str]:
    """Pages that were found again while what was said of them still stands: one good look ends nothing."""
    well = {observation.url for observation in seen if observation.liveness is Liveness.ALIVE}
    for standing in after.standings:
        finding = standing.finding
        if finding.rule is Rule.LINK_GONE and standing.state is State.OPEN and finding.url in well:
            name = after.names.get(finding.listing, finding.listing)
            yield from _under("back", f"The page of {name} answers again; a second good look will end {finding.rule}.")


def _standing(after: Situation) -> str:
    counts = [
        _counted(after.open(severity), one, many)
        for severity, one, many in (
            (Severity.ERROR, "error", "errors"),
            (Severity.WARNING, "warning", "warnings"),
            (Severity.NOTE, "note", "notes"),
        )
    ]
    return f"{', '.join(counts)} open."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _under(label: str, text: str) -> list[str]:
    """*text* in lines beside its *label*."""
    first = f"{_INDENT}{label}".ljust(_UNDER)
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * _UNDER,
        break_long_words=False,
        break_on_hyphens=False,
    )
