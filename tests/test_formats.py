"""What machines read: the JSON documents and their schema, SARIF, CSV; and what is safe to show."""

import csv
import io
import json
import string
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor import formats
from monitor.core.finding import (
    Coverage,
    Evidence,
    Finding,
    LinkStanding,
    Rule,
    Situation,
    Standing,
    State,
    Suggestion,
)
from monitor.core.listing import Role, Severity
from monitor.core.look import Drift, Hop, Liveness, Reason
from monitor.errors import Mistake

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "docs" / "findings.schema.json").read_text(encoding="utf-8")
)


def against(definition: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({**SCHEMA, "oneOf": [{"$ref": f"#/$defs/{definition}"}]})


FINDINGS, CHECK, MISTAKES = (against(f"{kind}_document") for kind in ("findings", "check", "mistakes"))

EXPIRED = Finding(
    Rule.CLAIM_EXPIRED,
    "northfield-clerkship",
    subject="fee:tuition:month:until-2020-06-30",
    severity=Severity.ERROR,
    message="The tuition fee of $1,000 per month ended on 30 June 2020: remove it.",
    since=datetime(2020, 7, 1, tzinfo=UTC),
    opens_at=NOW,
    key="fees[0]",
    evidence=Evidence(expected="until 2020-06-30"),
    suggestion=Suggestion("fees[0]"),
)
GONE = Finding(
    Rule.LINK_GONE,
    "northfield-clerkship",
    subject="link",
    severity=Severity.ERROR,
    message="The program link is not there any more.",
    since=NOW - timedelta(days=3),
    opens_at=NOW,
    url="https://northfield.example/clerkship",
    reason=Reason.NOT_FOUND,
    key="links[0].url",
    evidence=Evidence(quote="HTTP 404", expected="a page", found="HTTP 404"),
    suggestion=Suggestion("links[0].url", "https://northfield.example/visiting"),
)


def standing(finding: Finding, state: State = State.OPEN, line: int | None = 12, note: str | None = None) -> Standing:
    return Standing(finding, state, finding.since, NOW, source="line 294", line=line, note=note)


def situation(*standings: Standing, links: tuple[LinkStanding, ...] = ()) -> Situation:
    return Situation(
        at=NOW,
        catalogue="listings.toml",
        title="Electives at hospitals that do not exist",
        standings=standings,
        coverage=Coverage(listings=3, links=4, verified=1, blocked=1, unknown=1, never=1),
        links=links,
        names={"northfield-clerkship": "Northfield University Hospital, Visiting Clerkship"},
    )


# --- generated situations -----------------------------------------------------------------------------------------

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)  # lone surrogates included
nasty = st.one_of(
    anything,
    st.sampled_from(
        ("\x1b[31mred", "\u202egnp.exe", "=cmd|' /C calc'!A0", "a|b`c`\n<img src=x>", "@octocat #1", "\ud800")
    ),
)
optional = st.none() | nasty
instants = st.datetimes(datetime(1970, 1, 2), datetime(9998, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 the zone is drawn
suggestions = st.builds(
    Suggestion, st.just("fees[0].amount"), st.none() | nasty | st.integers() | st.decimals() | st.dates()
)
findings = st.builds(
    Finding,
    rule=st.sampled_from(Rule),
    listing=st.sampled_from(("a", "b")) | nasty.filter(bool),
    subject=nasty,
    severity=st.sampled_from(Severity),
    message=nasty.filter(bool),
    since=instants,
    opens_at=instants,
    url=optional,
    reason=st.none() | st.sampled_from(Reason),
    key=nasty,
    evidence=st.builds(Evidence, optional, optional, optional),
    suggestion=st.none() | suggestions,
    cause=optional,
)
standings = st.builds(
    Standing,
    findings,
    st.sampled_from(State),
    instants,
    instants,
    source=optional,
    line=st.none() | st.integers(1, 10_000),
    note=optional,
)
counts = st.integers(0, 200)
link_standings = st.builds(
    LinkStanding,
    listing=nasty.filter(bool),
    role=st.sampled_from(Role),
    url=nasty,
    final_url=optional,
    hops=st.lists(st.builds(Hop, nasty, st.integers(100, 999)), max_size=3).map(tuple),
    status=st.none() | st.integers(100, 999),
    liveness=st.none() | st.sampled_from(Liveness),
    reason=st.none() | st.sampled_from(Reason),
    drift=st.none() | st.sampled_from(Drift),
    checked_at=st.none() | instants,
    last_ok=st.none() | instants,
    detail=nasty,
)
situations = st.builds(
    Situation,
    at=instants,
    catalogue=nasty,
    title=nasty,
    standings=st.lists(standings, max_size=6).map(tuple),
    coverage=st.builds(Coverage, counts, counts, counts, counts, counts, counts),
    links=st.lists(link_standings, max_size=3).map(tuple),
    names=st.dictionaries(st.sampled_from(("a", "b")), nasty),
    offline=st.booleans(),
)


# --- documents ----------------------------------------------------------------------------------------------------


def test_the_findings_document_says_everything_in_the_agreed_shape() -> None:
    held = situation(
        standing(EXPIRED),
        standing(GONE, State.PENDING, line=None),
    )
    assert formats.document(held) == {
        "generated_at": "2026-11-22T06:00:00Z",
        "catalogue": "listings.toml",
        "counts": {"error": 1, "warning": 0, "note": 0},
        "coverage": {"listings": 3, "links": 4, "verified": 1, "blocked": 1, "unknown": 1, "never": 1},
        "findings": [
            {
                "id": EXPIRED.id,
                "listing": "northfield-clerkship",
                "rule": "claim-expired",
                "subject": "fee:tuition:month:until-2020-06-30",
                "url": None,
                "severity": "error",
                "state": "open",
                "reason": None,
                "incident": EXPIRED.incident,
                "source": "line 294",
                "line": 12,
                "since": "2020-07-01T00:00:00Z",
                "last_seen": "2026-11-22T06:00:00Z",
                "message": "The tuition fee of $1,000 per month ended on 30 June 2020: remove it.",
                "evidence": {"quote": None, "expected": "until 2020-06-30", "found": None},
                "suggestion": {"key": "fees[0]", "remove": True},
            },
            {
                "id": GONE.id,
                "listing": "northfield-clerkship",
                "rule": "link-gone",
                "subject": "link",
                "url": "https://northfield.example/clerkship",
                "severity": "error",
                "state": "pending",
                "reason": "not-found",
                "incident": GONE.incident,
                "source": "line 294",
                "line": None,
                "since": "2026-11-19T06:00:00Z",
                "last_seen": "2026-11-22T06:00:00Z",
                "message": "The program link is not there any more.",
                "evidence": {"quote": "HTTP 404", "expected": "a page", "found": "HTTP 404"},
                "suggestion": {"key": "links[0].url", "value": "https://northfield.example/visiting"},
            },
        ],
    }


def test_the_check_document_adds_whether_we_were_offline_and_a_row_a_link() -> None:
    seen = LinkStanding(
        "northfield-clerkship",
        Role.PROGRAM,
        "http://northfield.example/",
        final_url="https://northfield.example/",
        hops=(Hop("http://northfield.example/", 301), Hop("https://northfield.example/", 200)),
        status=200,
        liveness=Liveness.MOVED,
        reason=Reason.PERMANENT_REDIRECT,
        drift=Drift.COSMETIC,
        checked_at=NOW,
        last_ok=NOW,
        detail="not part of the document",
    )
    never = LinkStanding("harbor-elective", Role.APPLY, "https://harbor.example/")
    held = replace(situation(links=(seen, never)), offline=True)
    assert formats.check_document(held) == {
        **formats.document(held),
        "offline": True,
        "links": [
            {
                "listing": "northfield-clerkship",
                "role": "program",
                "url": "http://northfield.example/",
                "final_url": "https://northfield.example/",
                "hops": [
                    {"url": "http://northfield.example/", "status": 301},
                    {"url": "https://northfield.example/", "status": 200},
                ],
                "status": 200,
                "liveness": "moved",
                "reason": "permanent-redirect",
                "drift": "cosmetic",
                "checked_at": "2026-11-22T06:00:00Z",
                "last_ok": "2026-11-22T06:00:00Z",
            },
            {
                "listing": "harbor-elective",
                "role": "apply",
                "url": "https://harbor.example/",
                "final_url": None,
                "hops": [],
                "status": None,
                "liveness": None,
                "reason": None,
                "drift": None,
                "checked_at": None,
                "last_ok": None,
            },
        ],
    }


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("350"), 350),
        (Decimal("350.00"), 350),
        (Decimal("149.50"), 149.5),
        (Decimal("-0"), 0),
        (Decimal("NaN"), "NaN"),
        (Decimal("1E+9999"), "1E+9999"),
        (7, 7),
        (date(2027, 1, 15), "2027-01-15"),
        ("https://northfield.example/", "https://northfield.example/"),
    ],
)
def test_a_suggested_amount_is_a_number_and_a_day_is_iso_text(value: Any, shown: Any) -> None:
    held = situation(standing(replace(EXPIRED, suggestion=Suggestion("fees[0].amount", value))))
    (row,) = formats.document(held)["findings"]
    assert row["suggestion"] == {"key": "fees[0].amount", "value": shown}
    FINDINGS.validate(json.loads(formats.dumps(formats.document(held))))


def test_times_are_written_in_utc_to_the_second() -> None:
    held = replace(situation(), at=datetime(2026, 11, 22, 8, 0, 0, 999_999, tzinfo=timezone(timedelta(hours=2))))
    assert formats.document(held)["generated_at"] == "2026-11-22T06:00:00Z"


def test_the_schema_is_a_schema_and_lists_every_value_of_the_closed_vocabularies() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    finding, link = (SCHEMA["$defs"][kind]["properties"] for kind in ("finding", "link"))
    assert finding["rule"]["enum"] == [rule.value for rule in Rule]
    assert finding["severity"]["enum"] == [severity.value for severity in Severity]
    assert finding["state"]["enum"] == [state.value for state in State]
    assert SCHEMA["$defs"]["reason"]["enum"] == [*(reason.value for reason in Reason), None]
    assert link["role"]["enum"] == [role.value for role in Role]
    assert link["liveness"]["enum"] == [*(liveness.value for liveness in Liveness), None]
    assert link["drift"]["enum"] == [*(drift.value for drift in Drift), None]


def test_every_object_of_the_schema_is_closed_and_requires_all_its_keys() -> None:
    def objects(node: Any) -> Any:
        if isinstance(node, dict):
            if "properties" in node and node.get("type") == "object":
                yield node
            for inner in node.values():
                yield from objects(inner)
        elif isinstance(node, list):
            for inner in node:
                yield from objects(inner)

    found = list(objects(SCHEMA))
    assert len(found) == 12
    for node in found:
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])


def test_the_schema_refuses_a_missing_key_and_an_unknown_one() -> None:
    document = formats.document(situation(standing(EXPIRED)))
    FINDINGS.validate(document)
    row = document["findings"][0]
    for wrong in (
        {key: value for key, value in row.items() if key != "line"},
        {**row, "extra": 1},
        {**row, "state": "gone"},
        {**row, "since": "2026-11-22T06:00:00+00:00"},
        {**row, "suggestion": {"key": "fees[0]", "remove": False}},
    ):
        assert not FINDINGS.is_valid({**document, "findings": [wrong]})


@given(situations)
def test_every_situation_makes_documents_that_the_schema_accepts(held: Situation) -> None:
    for document, validator in ((formats.document(held), FINDINGS), (formats.check_document(held), CHECK)):
        read = json.loads(formats.dumps(document))
        validator.validate(read)
        jsonschema.Draft202012Validator(SCHEMA).validate(read)


def test_the_mistakes_of_a_catalogue_keep_their_places() -> None:
    mistakes = [
        Mistake(12, 5, "listing[3].fees[0].amuont", "unknown key `amuont`", "did you mean `amount`?"),
        Mistake(None, None, "", "there is no such file", None),
    ]
    document = formats.mistakes_document(mistakes)
    assert document == {
        "mistakes": [
            {
                "line": 12,
                "column": 5,
                "key": "listing[3].fees[0].amuont",
                "message": "unknown key `amuont`",
                "expected": "did you mean `amount`?",
            },
            {"line": None, "column": None, "key": "", "message": "there is no such file", "expected": None},
        ]
    }
    MISTAKES.validate(document)


# --- JSON text ----------------------------------------------------------------------------------------------------


def test_json_keeps_letters_and_escapes_what_a_terminal_would_obey() -> None:
    document = {
        "a": "é 学 🏥",
        "b": "\x1b\x9b\u202e\U000e0041",
        "c": "\ud83d\ude00!",
        "d": [float("nan"), float("inf"), 1.5],
    }
    text = formats.dumps(document)
    assert text == (
        '{\n  "a": "é 学 🏥",\n  "b": "\\u001b\\u009b\\u202e\\udb40\\udc41",\n  "c": "\ufffd\ufffd!",\n'
        '  "d": [\n    null,\n    null,\n    1.5\n  ]\n}\n'
    )
    assert json.loads(text) == {"a": document["a"], "b": document["b"], "c": "\ufffd\ufffd!", "d": [None, None, 1.5]}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | nasty,
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_text_can_be_shown_encoded_and_read_back(value: Any) -> None:
    text = formats.dumps({"value": value})
    assert not hidden(text.replace("\n", ""))
    text.encode("utf-8")
    assert formats.dumps(json.loads(text)) == text


# --- what may be shown --------------------------------------------------------------------------------------------


def hidden(text: str) -> list[str]:
    return [char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “quoted” 学 é", "plain – “quoted” 学 é"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\x9b31m", "a\\x9b31m"),
        ("invoice\u202efdp.exe", "invoice\\u202efdp.exe"),
        ("pay\u200bpal \ufeff \u2066", "pay\\u200bpal \\ufeff \\u2066"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("a\r\n\tb\u2028", "a\\r\\n\\tb\\u2028"),
        ("\u3164\u2800\u115f", "\\u3164\\u2800\\u115f"),
    ],
)
def test_what_is_not_drawn_is_written_out(text: str, shown: str) -> None:
    assert formats.safe(text) == shown


def test_newlines_stand_only_where_they_were_asked_for() -> None:
    assert (formats.safe("a\nb"), formats.safe("a\nb\r", newlines=True)) == ("a\\nb", "a\nb\\r")


@given(anything)
def test_no_text_gets_a_control_character_past(text: str) -> None:
    assert not hidden(formats.safe(text))
    assert set(hidden(formats.safe(text, newlines=True))) <= {"\n"}
    assert formats.safe(formats.safe(text)) == formats.safe(text)


# --- CSV ----------------------------------------------------------------------------------------------------------


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_finding_is_a_row_with_every_column() -> None:
    held = situation(standing(EXPIRED), standing(GONE, State.ACCEPTED))
    text = formats.csv(held)
    assert text.count("\r\n") == 3
    assert rows(text)[0] == {
        "id": EXPIRED.id,
        "listing": "northfield-clerkship",
        "name": "Northfield University Hospital, Visiting Clerkship",
        "rule": "claim-expired",
        "subject": "fee:tuition:month:until-2020-06-30",
        "url": "",
        "severity": "error",
        "state": "open",
        "reason": "",
        "incident": EXPIRED.incident,
        "source": "line 294",
        "catalogue": "listings.toml",
        "line": "12",
        "since": "2020-07-01T00:00:00Z",
        "last_seen": "2026-11-22T06:00:00Z",
        "message": "The tuition fee of $1,000 per month ended on 30 June 2020: remove it.",
        "quote": "",
        "expected": "until 2020-06-30",
        "found": "",
        "suggestion_key": "fees[0]",
        "suggestion_remove": "true",
        "suggestion_value": "",
    }
    assert (rows(text)[1]["state"], rows(text)[1]["suggestion_value"]) == (
        "accepted",
        "https://northfield.example/visiting",
    )


@pytest.mark.parametrize(
    ("found", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\\t=1"),
        ("\r=1", "'\\r=1"),
        ("  =1", "'  =1"),
        ('"=1', "'\"=1"),
        ("\n '=1", "'\n '=1"),
        ("\u200b=1", "'\\u200b=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("$350", "$350"),
        ("two\nlines", "two\nlines"),
        ("x" * 40_000, "x" * 29_999 + "…"),
    ],
)
def test_a_cell_that_could_run_begins_with_an_apostrophe(found: str, cell: str) -> None:
    held = situation(standing(replace(GONE, evidence=Evidence(found=found))))
    assert rows(formats.csv(held))[0]["found"] == cell


@given(situations)
def test_no_cell_of_any_situation_starts_a_formula(held: Situation) -> None:
    text = formats.csv(held)
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert len(read) == 1 + len(held.standings)
    for row in read:
        assert len(row) == 22
        for cell in row:
            assert not cell.lstrip(string.whitespace + "\"'").startswith(("=", "+", "-", "@")) or cell.startswith("'")
    assert set(hidden(text)) <= {"\r", "\n"}
    assert text.replace("\r\n", "").count("\r") == 0


# --- SARIF --------------------------------------------------------------------------------------------------------


def sarif_faults(log: dict[str, Any]) -> list[str]:
    """What is wrong with a log by the rules of SARIF 2.1.0 that concern what is written here."""
    faults = []
    if log["version"] != "2.1.0" or not log["$schema"].endswith("sarif-schema-2.1.0.json"):
        faults.append("version")
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        rules = driver["rules"]
        if not driver["name"] or len({rule["id"] for rule in rules}) != len(rules):
            faults.append("driver")
        for rule in rules:
            if rule["defaultConfiguration"]["level"] not in {"none", "note", "warning", "error"}:
                faults.append("default level")
            if not all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help")):
                faults.append("description")
        suppressed = {result.get("suppressions") is None for result in run["results"]}
        if len(suppressed) > 1:
            faults.append("suppressions are null for some results only (§3.27.23)")
        for result in run["results"]:
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                faults.append("ruleIndex")
            if result["kind"] not in {"pass", "open", "informational", "notApplicable", "review", "fail"}:
                faults.append("kind")
            if (result["kind"] != "fail") != (result["level"] == "none"):
                faults.append("level none goes with every kind but fail (§3.27.10)")
            without = result["message"]["text"].replace("{{", "").replace("}}", "")
            if "{" in without or "}" in without or "](" in without:
                faults.append("a placeholder or link in a message")
            if not all(isinstance(value, str) for value in result["partialFingerprints"].values()):
                faults.append("partialFingerprints")
            for location in result["locations"]:
                physical = location["physicalLocation"]
                uri = physical["artifactLocation"]["uri"]
                if set(uri.removeprefix("file://")) - set(string.ascii_letters + string.digits + "/-._~%"):
                    faults.append("uri")
                if physical.get("region", {"startLine": 1})["startLine"] < 1:
                    faults.append("startLine")
            for suppression in result["suppressions"]:
                if suppression["kind"] not in {"inSource", "external"}:
                    faults.append("suppression kind")
                if suppression["status"] not in {"accepted", "underReview", "rejected"}:
                    faults.append("suppression status")
    return faults


def test_an_open_finding_is_a_failing_result_at_its_line() -> None:
    (run,) = formats.sarif_log(situation(standing(EXPIRED)), version="1.2.3")["runs"]
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["version"]) == ("listings-monitor", "1.2.3")
    assert run["results"] == [
        {
            "ruleId": "claim-expired",
            "ruleIndex": list(Rule).index(Rule.CLAIM_EXPIRED),
            "kind": "fail",
            "level": "error",
            "message": {"text": "The tuition fee of $1,000 per month ended on 30 June 2020: remove it."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "listings.toml"},
                        "region": {"startLine": 12},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "northfield-clerkship.fees[0]"}],
                }
            ],
            "partialFingerprints": {"finding/v1": EXPIRED.id, "primaryLocationLineHash": EXPIRED.id},
            "suppressions": [],
            "properties": {
                "listing": "northfield-clerkship",
                "subject": "fee:tuition:month:until-2020-06-30",
                "url": None,
                "state": "open",
                "reason": None,
                "since": "2020-07-01T00:00:00Z",
                "quote": None,
                "expected": "until 2020-06-30",
                "found": None,
            },
        }
    ]


def test_what_was_decided_is_suppressed_what_is_pending_undecided_and_what_is_over_absent() -> None:
    states = (State.ACKNOWLEDGED, State.SNOOZED, State.ACCEPTED, State.PENDING, State.RESOLVED)
    held = situation(*(standing(GONE, state, line=None, note="by phone only") for state in states))
    (run,) = formats.sarif_log(held, version="1")["runs"]
    said = {"kind": "external", "status": "accepted", "justification": "by phone only"}
    assert [(r["kind"], r["level"], r["suppressions"]) for r in run["results"]] == [
        ("fail", "error", [said]),
        ("fail", "error", [said]),
        ("fail", "error", [said]),
        ("open", "none", []),
    ]
    assert all("region" not in r["locations"][0]["physicalLocation"] for r in run["results"])


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("guides/listings.toml", "guides/listings.toml"),
        ("my guide:ü#?.toml", "my%20guide%3A%C3%BC%23%3F.toml"),
        ("/srv/guide/listings.toml", "file:///srv/guide/listings.toml"),
    ],
)
def test_the_catalogue_s_path_is_a_uri(path: str, uri: str) -> None:
    log = formats.sarif_log(replace(situation(standing(GONE)), catalogue=path), version="1")
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
    assert unquote(uri).removeprefix("file://") == path


def test_a_message_is_never_a_template_or_a_link() -> None:
    held = situation(standing(replace(GONE, message="[click](https://evil.example) {0}\nnow")))
    log = formats.sarif_log(held, version="1")
    assert log["runs"][0]["results"][0]["message"] == {"text": "[click] (https://evil.example) {{0}} now"}


@settings(max_examples=60)
@given(situations)
def test_every_situation_makes_a_sound_log(held: Situation) -> None:
    assert sarif_faults(json.loads(formats.sarif(held, version="1"))) == []
