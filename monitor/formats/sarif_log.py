"""How matters stand → SARIF 2.1.0, for code hosts and editors that show findings beside the line of the catalogue."""

from urllib.parse import quote

from monitor.core.finding import Rule, Situation, Standing, State
from monitor.core.vocabulary import RULES
from monitor.formats.safety import line
from monitor.formats.values import Document, dumps, instant

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
TOOL = "listings-monitor"
_CHARACTERS = 1_000
_INDEX = {rule: n for n, rule in enumerate(Rule)}
_SUPPRESSED = frozenset({State.ACKNOWLEDGED, State.SNOOZED, State.ACCEPTED})


def sarif(situation: Situation, *, version: str) -> str:
    """The log as JSON text; *version* is the program's."""
    return dumps(sarif_log(situation, version=version))


def sarif_log(situation: Situation, *, version: str) -> Document:
    """One run with every rule, and a result for every finding but the resolved ones."""
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": TOOL, "version": version, "rules": [_rule(rule) for rule in Rule]}},
                "invocations": [{"executionSuccessful": not situation.offline, "endTimeUtc": instant(situation.at)}],
                "results": [
                    _result(standing, situation)
                    for standing in situation.standings
                    if standing.state is not State.RESOLVED
                ],
            }
        ],
    }


def _rule(rule: Rule) -> Document:
    words = RULES[rule]
    return {
        "id": rule.value,
        "shortDescription": {"text": words.says},
        "fullDescription": {"text": f"{words.says} {words.do}"},
        "help": {"text": words.do},
        "defaultConfiguration": {"level": words.level.value},
        "properties": {"needs": rule.needs.value},
    }


def _result(standing: Standing, situation: Situation) -> Document:
    """A pending finding is SARIF's kind "open" (too little is known to decide), whose level must be "none" (§3.27.10).

    `suppressions` is given for every result, empty where there is none: null for some and not for others is not allowed
    (§3.27.23).
    """
    finding = standing.finding
    pending = standing.state is State.PENDING
    return {
        "ruleId": finding.rule.value,
        "ruleIndex": _INDEX[finding.rule],
        "kind": "open" if pending else "fail",
        "level": "none" if pending else finding.severity.value,
        "message": {"text": message(finding.message)},
        "locations": [_location(standing, situation.catalogue)],
        # GitHub goes by the second name: ours outlives moved lines, unlike the digest it would make itself
        "partialFingerprints": {"finding/v1": finding.id, "primaryLocationLineHash": finding.id},
        "suppressions": [_suppression(standing)] if standing.state in _SUPPRESSED else [],
        "properties": {
            "listing": finding.listing,
            "subject": finding.subject,
            "url": finding.url,
            "state": standing.state.value,
            "reason": finding.reason.value if finding.reason else None,
            "since": instant(standing.since),
            "quote": finding.evidence.quote,
            "expected": finding.evidence.expected,
            "found": finding.evidence.found,
        },
    }


def message(text: str) -> str:
    """A plain text message without placeholders and embedded links (§3.11.5, §3.11.6), whatever stands in it."""
    return line(text, _CHARACTERS).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def artifact(path: str) -> str:
    """The catalogue's path as a URI reference: an absolute one with its scheme, a relative one as it was given."""
    reference = quote(path.encode("utf-8", "replace"), safe="/-._~")
    return f"file://{reference}" if reference.startswith("/") else reference


def _location(standing: Standing, catalogue: str) -> Document:
    physical: Document = {"artifactLocation": {"uri": artifact(catalogue)}}
    if standing.line is not None:
        physical["region"] = {"startLine": standing.line}
    finding = standing.finding
    full = f"{finding.listing}.{finding.key}" if finding.key else finding.listing
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": full}]}


def _suppression(standing: Standing) -> Document:
    said: Document = {"kind": "external", "status": "accepted"}
    if standing.note:
        said["justification"] = line(standing.note, _CHARACTERS)
    return said
