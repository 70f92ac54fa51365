"""The claims of a listing with what pages say of them, as rows and in words."""

from collections.abc import Iterator, Mapping

from monitor.core.claims import Claim, Statement, digest, stated
from monitor.core.listing import Listing
from monitor.core.verdict import ClaimHistory, Support
from monitor.core.wording import day
from monitor.formats.blocks import QUOTE_CHARACTERS, URL_CHARACTERS, Paper, utc_day
from monitor.formats.safety import line
from monitor.formats.style import Tone
from monitor.formats.values import Document, instant, instant_or_none


def claim_rows(listing: Listing, judged: Mapping[str, ClaimHistory]) -> list[Document]:
    """A row a claim; it is undecided until a page has been read for it. *judged*: what is remembered, by claim id."""
    return [_row(claim, _history(claim, said, judged)) for claim, said in stated(listing)]


def claim_lines(listing: Listing, judged: Mapping[str, ClaimHistory], paper: Paper) -> Iterator[str]:
    """The same for a terminal."""
    said = stated(listing)
    for claim, statement in said:
        yield from _lines(claim, _history(claim, statement, judged), paper)
    if not said:
        yield "  It states no fee, requirement, contact or deadline."


def _history(claim: Claim, said: Statement, judged: Mapping[str, ClaimHistory]) -> ClaimHistory | None:
    """What is remembered of a claim, while it says the same."""
    history = judged.get(claim.id)
    return history if history is not None and history.value == digest(said) else None


def _row(claim: Claim, history: ClaimHistory | None) -> Document:
    if history is None:
        nothing = dict.fromkeys(("quote", "found", "url", "why", "judged_at", "first_supported", "last_supported"))
        return {"id": claim.id, "words": claim.words, "support": Support.UNDECIDED.value, **nothing}
    verdict = history.verdict
    return {
        "id": claim.id,
        "words": claim.words,
        "support": verdict.support.value,
        "quote": verdict.quote,
        "found": verdict.found,
        "url": verdict.url,
        "why": verdict.why,
        "judged_at": instant(history.judged_at),
        "first_supported": instant_or_none(history.borne_first),
        "last_supported": instant_or_none(history.borne_last),
    }


def _lines(claim: Claim, history: ClaimHistory | None, paper: Paper) -> Iterator[str]:
    yield from paper.plain(line(claim.words, QUOTE_CHARACTERS), "  ")
    about = line(claim.id, QUOTE_CHARACTERS)
    if history is None:
        yield from paper.toned(f"{about} · not compared with the page yet", Tone.FAINT, "    ")
        return
    verdict = history.verdict
    yield from paper.toned(about, Tone.FAINT, "    ")
    yield from paper.labelled(verdict.support.value, line(verdict.why, QUOTE_CHARACTERS), "    ")
    if verdict.found and verdict.support is Support.REFUTED:
        yield from paper.labelled("found", line(verdict.found, QUOTE_CHARACTERS), "    ")
    if verdict.quote:
        yield from paper.labelled("quote", line(verdict.quote, QUOTE_CHARACTERS), "    ")
    if verdict.url:
        yield from paper.labelled("page", line(verdict.url, URL_CHARACTERS), "    ")
    if history.borne_last is not None and verdict.support is not Support.SUPPORTED:
        yield from paper.labelled("last borne out", day(utc_day(history.borne_last)), "    ")
        yield from paper.labelled("then", line(history.borne_quote or "", QUOTE_CHARACTERS), "    ")
