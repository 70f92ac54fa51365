"""What is seen in one page, and why it is judged so, as a document and in words (`monitor inspect`)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from monitor.core.content import Area, Page
from monitor.core.look import Judgement
from monitor.core.vocabulary import REASONS
from monitor.formats.blocks import QUOTE_CHARACTERS, Paper
from monitor.formats.facts import fact_in_words
from monitor.formats.safety import line
from monitor.formats.style import PLAIN, Style, Tone, counted
from monitor.formats.values import Document

SHOWN_BLOCKS = 40
_BLOCK_CHARACTERS = 240
_FACTS = ("money", "emails", "phones", "dates", "scores")


def inspection_document(
    id_: object,
    judgement: Judgement,
    page: Page | None,
    *,
    facts: Mapping[str, Any] | None = None,
    verdicts: Sequence[Mapping[str, Any]] = (),
) -> Document:
    """One line of `monitor inspect --batch` (*id_* is whatever it goes by); what `--format json` prints of one page.

    *facts* holds what was found, by "money", "emails", "phones", "dates", "scores" (lists) and "closed" (an object);
    a kind that is not given is empty. Where nothing could be read, `title` is null and `words` 0.
    """
    found = facts or {}
    return {
        "id": id_,
        "liveness": judgement.liveness.value,
        "reason": judgement.reason.value,
        "signals": [
            {"signal": signal.signal, "weight": signal.weight, "quote": signal.quote} for signal in judgement.signals
        ],
        "title": page.title if page is not None else None,
        "words": page.words if page is not None else 0,
        "facts": {**{kind: list(found.get(kind, ())) for kind in _FACTS}, "closed": found.get("closed")},
        "verdicts": [dict(verdict) for verdict in verdicts],
    }


def inspection_text(
    id_: str,
    judgement: Judgement,
    page: Page | None,
    *,
    facts: Mapping[str, Any] | None = None,
    verdicts: Sequence[Mapping[str, Any]] = (),
    width: int = 80,
    style: Style = PLAIN,
) -> str:
    """The judgement with its signs, then the first lines that were read, each marked as main text or furniture."""
    paper = Paper(width=width, style=style)
    lines = [*paper.toned(line(id_, QUOTE_CHARACTERS), Tone.STRONG)]
    lines += paper.plain(f"{judgement.liveness}: {REASONS[judgement.reason].short} ({judgement.reason})", "  ")
    for signal in judgement.signals:
        sign = line(f"{signal.weight:+} {signal.signal}", QUOTE_CHARACTERS)
        lines += paper.labelled(sign, line(signal.quote, QUOTE_CHARACTERS), "    ")
    if not judgement.signals:
        lines.append("    no sign spoke for or against it")
    lines += ["", *_reading(page, paper)]
    rows = [*_facts(facts or {}, paper), *_verdicts(verdicts, paper)]
    lines += ["", *rows] if rows else []
    return "\n".join(lines) + "\n"


def _reading(page: Page | None, paper: Paper) -> Iterator[str]:
    if page is None:
        yield "  Nothing could be read."
        return
    main = sum(block.area is Area.MAIN for block in page.blocks)
    yield from paper.labelled("title", line(page.title, QUOTE_CHARACTERS) or "(none)")
    yield from paper.plain(
        f"{counted(page.words, 'word')} in {counted(len(page.blocks), 'block')}, {main:,} of them main text", "  "
    )
    for block in page.blocks[:SHOWN_BLOCKS]:
        heading = f"{'#' * block.heading} " if block.heading else ""
        tone = Tone.FAINT if block.area is Area.CHROME else Tone.STRONG if block.heading else None
        words = heading + line(block.text, _BLOCK_CHARACTERS)
        yield from paper.labelled(block.area.value.ljust(len(Area.CHROME)), words, "    ", tone)
    if len(page.blocks) > SHOWN_BLOCKS:
        yield f"    … and {counted(len(page.blocks) - SHOWN_BLOCKS, 'more block')}"


def _facts(facts: Mapping[str, Any], paper: Paper) -> Iterator[str]:
    for kind in (*_FACTS, "closed"):
        found = facts.get(kind) or ()
        for fact in (found,) if isinstance(found, Mapping) else found:
            yield from paper.labelled(kind, line(fact_in_words(kind, fact), 2 * QUOTE_CHARACTERS))


def _verdicts(verdicts: Sequence[Mapping[str, Any]], paper: Paper) -> Iterator[str]:
    for verdict in verdicts:
        yield from paper.labelled(line(str(verdict.get("claim")), QUOTE_CHARACTERS), _verdict_in_words(verdict))


def _verdict_in_words(verdict: Mapping[str, Any]) -> str:
    found = f": {verdict['found']}" if verdict.get("found") else ""
    why = f" ({verdict['why']})" if verdict.get("why") else ""
    quote = f" — “{verdict['quote']}”" if verdict.get("quote") else ""
    return line(f"{verdict.get('support')}{found}{why}{quote}", 2 * QUOTE_CHARACTERS)
