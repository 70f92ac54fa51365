"""One finding as a few lines of a terminal: what is wrong, where, the words that prove it, what to write instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from monitor.core.finding import Finding, Rule, Standing, State, Suggestion
from monitor.core.wording import day
from monitor.formats.safety import line, safe
from monitor.formats.style import PLAIN, SEVERITY, Style, Tone, columns, counted, wrapped
from monitor.formats.values import scalar

NAME_CHARACTERS = 160
MESSAGE_CHARACTERS = 600
QUOTE_CHARACTERS = 400
QUOTE_LINES = 6
ALSO_LINES = 10
URL_CHARACTERS = 2_000  # what every browser and proxy still takes

# Rules whose evidence is one thing at two times; of all others it is what was wanted and what there is.
_BEFORE_AND_NOW = frozenset(
    {
        Rule.LINK_MOVED,
        Rule.LINK_INSECURE,
        Rule.PAGE_CHANGED,
        Rule.CLAIM_REFUTED,
        Rule.CLAIM_VANISHED,
        Rule.CLAIM_EXPIRED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What lines are written on: its width in columns, and whether it takes colour. Every line on it is safe."""

    width: int = 80
    style: Style = PLAIN

    def plain(self, text: str, indent: str = "") -> Iterator[str]:
        """*text* in lines that begin with *indent*."""
        return wrapped(safe(text), self.width, first=indent, rest=indent)

    def toned(self, text: str, tone: Tone | None, indent: str = "") -> Iterator[str]:
        """The same in a tone; the blanks before and between lines stay as they are."""
        for written in self.plain(text, indent):
            yield indent + self.style.paint(written[len(indent) :], tone)

    def labelled(self, label: str, text: str, indent: str = "  ", tone: Tone | None = None) -> Iterator[str]:
        """ "was: $1,000 …", with the lines after the first set in under the text; a long label has lines of its own."""
        label = safe(label)
        first = f"{indent}{label}: "
        if columns(first) > self.width // 2:
            yield from self.toned(f"{label}:", Tone.FAINT, indent)
            yield from self.toned(text, tone, f"{indent}  ")
            return
        rest = " " * len(first)
        for n, written in enumerate(wrapped(safe(text), self.width, first=first, rest=rest)):
            start = rest if n else f"{indent}{self.style.paint(f'{label}:', Tone.FAINT)} "
            yield start + self.style.paint(written[len(first) :], tone)


def finding_block(standing: Standing, name: str, catalogue: str, paper: Paper) -> Iterator[str]:
    """The lines of one finding: by its listing's id, which commands take; *name* too where the message lacks it."""
    finding = standing.finding
    state = "" if standing.state is State.OPEN else f" ({standing.state})"
    severity = paper.style.paint(finding.severity.value, SEVERITY[finding.severity])
    head = f"{finding.severity}{state}: {finding.rule} · {line(finding.listing, NAME_CHARACTERS)}"
    if name != finding.listing and name not in finding.message:
        head += f" · {line(name, NAME_CHARACTERS)}"
    for n, written in enumerate(wrapped(head, paper.width, rest="  ")):
        yield written.replace(finding.severity.value, severity, 1) if n == 0 else written
    yield from paper.toned(
        f"{place(catalogue, standing.line)} · {finding.id} · since {_day(standing.since)}", Tone.FAINT, "  "
    )
    yield from paper.plain(line(finding.message, MESSAGE_CHARACTERS), "  ")
    if finding.url and finding.url not in {finding.evidence.expected, finding.evidence.found}:
        yield from paper.labelled("link", line(finding.url, URL_CHARACTERS))
    yield from _evidence(finding, paper)
    if finding.suggestion:
        yield from paper.labelled("fix", suggestion_in_words(finding.suggestion))
    if standing.note:
        yield from paper.labelled("note", line(standing.note, QUOTE_CHARACTERS))


def also(standings: Sequence[Standing], catalogue: str, paper: Paper) -> Iterator[str]:
    """A line for each further finding of an incident whose first one has been told in full."""
    for standing in standings[:ALSO_LINES]:
        finding = standing.finding
        what = line(finding.url or finding.listing, URL_CHARACTERS)
        yield from paper.labelled("also", f"{place(catalogue, standing.line)} · {finding.id} · {what}")
    if len(standings) > ALSO_LINES:
        yield from paper.labelled("also", f"{counted(len(standings) - ALSO_LINES, 'more finding')} with the same cause")


def place(catalogue: str, at_line: int | None) -> str:
    """ "listings.toml:712": what terminals and editors can follow."""
    path = line(catalogue, URL_CHARACTERS)
    return path if at_line is None else f"{path}:{at_line}"


def suggestion_in_words(suggestion: Suggestion) -> str:
    """ "remove fees[0]", "set links[0].url to https://…"."""
    key = line(suggestion.key, QUOTE_CHARACTERS)
    if suggestion.value is None:
        return f"remove {key}"
    return f"set {key} to {line(str(scalar(suggestion.value)), URL_CHARACTERS)}"


def labels(rule: Rule) -> tuple[str, str]:
    """What the two sides of a rule's evidence are called."""
    return ("was", "now") if rule in _BEFORE_AND_NOW else ("expected", "found")


def _evidence(finding: Finding, paper: Paper) -> Iterator[str]:
    evidence = finding.evidence
    before, now = labels(finding.rule)
    tones = (Tone.REMOVED, Tone.ADDED) if finding.rule in _BEFORE_AND_NOW else (None, None)
    for label, value, tone in zip((before, now), (evidence.expected, evidence.found), tones, strict=True):
        yield from _passages(label, value, paper, tone)
    if evidence.quote not in {evidence.found, finding.url}:  # those are told already
        yield from _passages("quote", evidence.quote, paper, None)


def _passages(label: str, text: str | None, paper: Paper, tone: Tone | None) -> Iterator[str]:
    passages = [part for part in (text or "").split("\n") if part.strip()]
    for part in passages[:QUOTE_LINES]:
        yield from paper.labelled(label, line(part, URL_CHARACTERS if "://" in part else QUOTE_CHARACTERS), tone=tone)
    if len(passages) > QUOTE_LINES:
        yield from paper.labelled(label, "…")


def _day(when: datetime) -> str:
    return day(utc_day(when))


def utc_day(when: datetime) -> date:
    """The day of an instant in UTC; a time without a zone is UTC."""
    return when.date() if when.tzinfo is None else when.astimezone(UTC).date()
