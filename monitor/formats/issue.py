"""How matters stand → Markdown to paste into an issue: tables, in which foreign words stay words."""

import re
from collections.abc import Iterator, Sequence

from monitor.core.finding import Rule, Situation, Standing, State
from monitor.core.listing import Severity
from monitor.core.vocabulary import RULES
from monitor.formats.blocks import place, suggestion_in_words
from monitor.formats.documents import summary
from monitor.formats.safety import line
from monitor.formats.style import counted
from monitor.formats.terminal import by_listing, widespread

MAX_CHARACTERS = 60_000  # GitHub takes 65,536 in an issue
_CELL_CHARACTERS = 300
_TITLES = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}
_HEADER = ("| Listing | Rule | What | Was | Now | Where |", "| --- | --- | --- | --- | --- | --- |")

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
# Sites link these after Markdown has been read, so that no backslash helps: a zero-width space behind the first
# character does (mentions, references, addresses, `GH-12`).
_LINKED_LATER = re.compile(r"[@#](?=\w)|:(?=//)|\bwww(?=\.)|\bGH(?=-\d)|(?<=\w)!(?=\d)", re.IGNORECASE)
_BACKTICKS = re.compile("`+")
_BACKSLASH_BEFORE_PIPE = re.compile(r"\\(?=\|)")


def markdown(situation: Situation) -> str:
    """The open findings in a table a severity, the worst first; what does not fit into an issue is counted."""
    standings = [standing for standing in situation.standings if standing.state is State.OPEN]
    head = [f"## {prose(situation.title)}", "", f"{prose(summary(situation))}."]
    if situation.offline:
        some = situation.last_pass is not None and situation.last_pass.looked
        learned = (
            "the network failed on the way, and only some links were looked at"
            if some
            else "nothing was learned about any link"
        )
        head += ["", f"The last pass was offline: {learned}."]
    room = MAX_CHARACTERS - sum(len(written) + 1 for written in head) - 200  # for the last line
    lines, left = list(head), 0
    folded = widespread(standings)
    for severity in Severity:
        own = by_listing(standings, severity)
        title = ["", f"### {_TITLES[severity]} ({len(own):,})", "", *_HEADER]
        room -= sum(len(written) + 1 for written in title)
        rows = [*_single(own, folded, situation), *_folded(own, folded)]
        kept: list[str] = []
        for row, count in rows:
            if len(row) + 1 > room:
                left += count
            else:
                room -= len(row) + 1
                kept.append(row)
        lines += [*title, *kept] if kept else []
    if left:
        lines += ["", f"… and {counted(left, 'more finding')}: see `monitor findings`."]
    return "\n".join(lines) + "\n"


def prose(text: str, limit: int = _CELL_CHARACTERS) -> str:
    """Foreign words inside a sentence or a cell: one line, no markup, no HTML, no mention, no reference, no link."""
    escaped = _MARKUP.sub(r"\\\g<0>", line(text, limit)).translate(_ENTITIES)
    return _LINKED_LATER.sub("\\g<0>\u200b", escaped)


def code(text: str, limit: int = _CELL_CHARACTERS) -> str:
    """Foreign words as a code span, in which sites link nothing; a pipe is escaped even there, for the table's sake."""
    shown = line(text, limit)
    if not shown:
        return ""
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith(("`", "\\")) else ""  # some sites escape even in here
    spaced = _BACKSLASH_BEFORE_PIPE.sub(r"\\ ", shown)  # else it would be read as the escape of the pipe's escape
    body = spaced.replace("|", r"\|")
    return f"{fence}{pad}{body}{pad}{fence}"


def _single(own: Sequence[Standing], folded: frozenset[Rule], situation: Situation) -> Iterator[tuple[str, int]]:
    for standing in own:
        finding, evidence = standing.finding, standing.finding.evidence
        if finding.rule in folded:
            continue
        what = prose(finding.message)
        if finding.url and finding.url not in {evidence.expected, evidence.found}:
            what += f" {code(finding.url)}"
        if finding.suggestion:
            what += f" {code(suggestion_in_words(finding.suggestion))}"
        yield (
            _row(
                prose(situation.names.get(finding.listing, finding.listing), 120),
                code(finding.rule),
                what,
                code(evidence.expected or ""),
                code(evidence.found or ""),
                f"{code(place(situation.catalogue, standing.line))} {code(finding.id)}",
            ),
            1,
        )


def _folded(own: Sequence[Standing], folded: frozenset[Rule]) -> Iterator[tuple[str, int]]:
    for rule in Rule:
        members = [standing for standing in own if standing.finding.rule is rule]
        if rule in folded and members:
            listings = counted(len({standing.finding.listing for standing in members}), "listing")
            what = f"{listings} {RULES[rule].many}."
            yield (
                _row(listings, code(rule), prose(what), "", "", code(f"monitor findings --rule {rule}")),
                len(members),
            )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
