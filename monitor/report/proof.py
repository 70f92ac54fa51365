"""What proves a finding, and what to write instead: quotes, the two sides, the remedy."""

from datetime import date

from monitor.core.finding import Finding, Rule, Suggestion
from monitor.report import plain
from monitor.report.model import Contrast, Remedy, Side

# Rules whose `found` takes the place of their `expected`; of the others, `expected` is what ought to be there.
_REPLACING = frozenset({Rule.CLAIM_EXPIRED, Rule.CLAIM_REFUTED, Rule.PAGE_CHANGED, Rule.LINK_MOVED, Rule.LINK_INSECURE})
_LABELS = {
    Rule.LINK_GONE: ("Was", "Now"),
    Rule.LISTING_DUPLICATE: ("Listed before", "Listed here"),
    Rule.CLAIM_EXPIRED: ("The guide says", "Holds today"),
    **dict.fromkeys((Rule.PAGE_CHANGED, Rule.LINK_MOVED, Rule.LINK_INSECURE), ("Was", "Now")),
    **dict.fromkeys(
        (Rule.CLAIM_REFUTED, Rule.CLAIM_VANISHED, Rule.CLAIM_UNCONFIRMED),
        ("The guide says", "The page says"),
    ),
}
_SHORT_CHARS = 80
_MAX_PASSAGES = 5


def contrast(finding: Finding) -> Contrast | None:
    """What the guide says beside what is found, None where the row says it already."""
    rule, evidence = finding.rule, finding.evidence
    if rule is Rule.PROGRAM_CLOSED:
        return None  # the sentence says it, and the quote beside it
    expected, found = _LABELS.get(rule, ("Expected", "Found"))
    before, after = _side(expected, evidence.expected), _side(found, evidence.found)
    if (before is None and after is None) or evidence.expected == evidence.found:
        return None
    # A statement is struck out only where something takes its place; of a changed page either half is news.
    both = before is not None and after is not None
    struck = rule in _REPLACING and (both or rule is Rule.PAGE_CHANGED)
    if not struck and evidence.expected == finding.url:  # the row shows the address already
        before = None
    return Contrast(before, after, struck=struck) if before is not None or after is not None else None


def _side(label: str, said: str | None) -> Side | None:
    passages = tuple(filter(None, (plain.plain(part, plain.QUOTE_CHARS) for part in (said or "").split("\n"))))
    if said is None or not passages:
        return None
    address = plain.address(said)
    return Side(label, passages[:_MAX_PASSAGES], address if address.href else None)


def quote(finding: Finding) -> str | None:
    """The quoted words, unless the row shows them already."""
    evidence = finding.evidence
    return (
        None if evidence.quote in {finding.url, evidence.found} else plain.optional(evidence.quote, plain.QUOTE_CHARS)
    )


def remedy(suggestion: Suggestion) -> Remedy:
    """The key to set or to remove."""
    key = plain.plain(suggestion.key, _SHORT_CHARS)
    match suggestion.value:
        case None:
            return Remedy(key=key, value=None, address=None)
        case str() as text if text.lower().startswith(("http://", "https://")):
            return Remedy(key=key, value=None, address=plain.address(text))
        case date() as when:
            return Remedy(key=key, value=when.isoformat(), address=None)
        case other:
            return Remedy(key=key, value=plain.plain(str(other), plain.MESSAGE_CHARS), address=None)
