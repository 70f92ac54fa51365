"""How two versions of a page differ, as a document and in words (`monitor compare`)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from monitor.core.look import Change, ChangeKind, Comparison, Judgement
from monitor.core.vocabulary import REASONS
from monitor.formats.blocks import QUOTE_CHARACTERS, Paper
from monitor.formats.safety import line
from monitor.formats.style import PLAIN, Style, Tone, counted
from monitor.formats.values import Document

SHOWN_CHANGES = 50
NEAR_CHARACTERS = 60


def comparison_document(
    id_: object,
    comparison: Comparison,
    before: Judgement,
    after: Judgement,
    *,
    facts_changed: Sequence[Mapping[str, Any]] = (),
) -> Document:
    """One line of `monitor compare --batch` (*id_* is whatever it goes by); what `--format json` prints of a pair."""
    return {
        "id": id_,
        "drift": comparison.drift.value,
        "score": comparison.score,
        "before": _judgement(before),
        "after": _judgement(after),
        "changes": [_change(change) for change in comparison.changes],
        "facts_changed": [dict(fact) for fact in facts_changed],
    }


def comparison_text(
    id_: str,
    comparison: Comparison,
    before: Judgement,
    after: Judgement,
    *,
    facts_changed: Sequence[Mapping[str, Any]] = (),
    width: int = 80,
    style: Style = PLAIN,
) -> str:
    """The verdict, then the words that differ with "-" and "+", and in words what happened to them."""
    paper = Paper(width=width, style=style)
    lines = [*paper.toned(line(id_, QUOTE_CHARACTERS), Tone.STRONG)]
    why = f": {line(comparison.why, QUOTE_CHARACTERS)}" if comparison.why else ""
    lines += paper.plain(f"{comparison.drift} (score {comparison.score:.2f}){why}", "  ")
    for label, judgement in (("before", before), ("after", after)):
        lines += paper.labelled(label, f"{judgement.liveness}, {REASONS[judgement.reason].short}")
    for fact in facts_changed:
        lines += paper.labelled(*_fact(fact))
    if comparison.changes:
        lines += ["", *change_lines(comparison.changes, paper, "  ")]
    return "\n".join(lines) + "\n"


def changes_document(comparison: Comparison) -> Document:
    """A comparison by itself: drift, score, why, changes."""
    return {
        "drift": comparison.drift.value,
        "score": comparison.score,
        "why": comparison.why,
        "changes": [_change(change) for change in comparison.changes],
    }


def change_lines(changes: Sequence[Change], paper: Paper, indent: str) -> Iterator[str]:
    """ "- removed: …", "+ added: …": the words stand beside the signs for those who see or hear no colour."""
    for change in changes[:SHOWN_CHANGES]:
        removed, added = _verbs(change.kind)
        where = _where(change)
        if change.before is not None:
            yield from _side("-", f"{removed} ({where})", change.before, Tone.REMOVED, paper, indent)
        if change.after is not None:
            yield from _side("+", f"{added} ({where})", change.after, Tone.ADDED, paper, indent)
    if len(changes) > SHOWN_CHANGES:
        yield f"{indent}… and {counted(len(changes) - SHOWN_CHANGES, 'more change')}"


def _fact(fact: Mapping[str, Any]) -> tuple[str, str]:
    """A fact that changed as what it is and how: "money Tuition", "$300 → $350"."""
    kind = line(f"{fact.get('kind', 'fact')} {fact.get('label') or ''}".strip(), QUOTE_CHARACTERS)
    was, now = (fact.get(side) for side in ("before", "after"))
    words = [line(str(each), QUOTE_CHARACTERS) for each in (was, now) if each is not None]
    if was is None or now is None:
        return kind, f"{'new' if was is None else 'no longer stated'}: {' '.join(words)}"
    return kind, " → ".join(words)


def _where(change: Change) -> str:
    """What a reader finds the place by: the words of a link, else the heading above."""
    near = f'"{line(change.words, NEAR_CHARACTERS)}"' if change.words else None
    if near is None and change.heading:
        near = f'under "{line(change.heading, NEAR_CHARACTERS)}"'
    return f"{change.area}, {near}" if near else change.area.value


def _side(sign: str, verb: str, words: str, tone: Tone, paper: Paper, indent: str) -> Iterator[str]:
    return paper.labelled(f"{sign} {verb}", line(words, QUOTE_CHARACTERS), indent, tone)


def _verbs(kind: ChangeKind) -> tuple[str, str]:
    match kind:
        case ChangeKind.ADDED | ChangeKind.REMOVED | ChangeKind.REPLACED:
            return "removed", "added"
        case ChangeKind.LINK:
            return "link removed", "link added"
        case _:
            assert_never(kind)


def _judgement(judgement: Judgement) -> Document:
    return {"liveness": judgement.liveness.value, "reason": judgement.reason.value}


def _change(change: Change) -> Document:
    return {
        "kind": change.kind.value,
        "before": change.before,
        "after": change.after,
        "area": change.area.value,
        "heading": change.heading,
        "words": change.words,
    }
