"""The command line as a process: what it prints where, and how it ends."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from commands import NOW, Desk, listing
from webs import Answer, Web, page, serving

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
EXPIRED = '[ { kind = "tuition", amount = 1000, per = "month", until = 2020-06-30 } ]'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


def schema(name: str) -> dict[str, object]:
    document = json.loads((ROOT / "docs" / "findings.schema.json").read_text())
    document.pop("oneOf")
    return {**document, "$ref": f"#/$defs/{name}_document"}


# --- the shipped guide --------------------------------------------------------------------------------------------


def test_lint_of_the_shipped_guide_finds_the_fee_change_of_2020_and_nothing_else_that_has_expired(desk: Desk) -> None:
    desk.write((ROOT / "listings.toml").read_text())
    document = desk.json("lint")
    expired = [finding for finding in document["findings"] if finding["rule"] == "claim-expired"]
    assert [(finding["listing"], finding["subject"], finding["suggestion"]) for finding in expired] == [
        (
            "miami-harrington-observership",
            "fee:tuition:month:until-2020-06-30",
            {"key": "fees[0]", "remove": True},
        )
    ]
    line = desk.catalogue.read_text().splitlines()[expired[0]["line"] - 1]
    assert "1000" in line
    assert "2020-06-30" in line
    assert {finding["severity"] for finding in document["findings"] if finding["rule"] != "claim-expired"} == {
        "warning",
        "note",
    }
    assert not desk.database.exists()


def test_check_of_the_shipped_guide_without_a_network_says_so_in_one_line_and_keeps_its_word(desk: Desk) -> None:
    desk.write((ROOT / "listings.toml").read_text())
    # A resolver that is not there: every name fails the way it does on a machine without a network.
    result = desk.run("check", "--format", "json", HTTP_PROXY="http://127.0.0.1:9", HTTPS_PROXY="http://127.0.0.1:9")
    assert result.returncode == 2
    complaints = [line for line in result.stderr.splitlines() if "offline" in line]
    assert len(complaints) == 1
    document = json.loads(result.stdout)
    assert document["offline"] is True
    assert document["counts"]["error"] == 1
    assert {row["liveness"] for row in document["links"]} == {None}
    assert "offline" in desk.report.read_text().lower()
    recorded = desk.json("findings")
    assert recorded["coverage"]["never"] == recorded["coverage"]["links"]


# --- check --------------------------------------------------------------------------------------------------------


def test_a_first_check_of_pages_that_are_well_ends_with_0_and_an_empty_document(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer(page("The application fee is $300."))
    desk.write(listing("northfield", web.url("/a")))
    result = desk.run("check", "--format", "json")
    document = json.loads(result.stdout)
    assert result.returncode == 0, result.stderr
    assert document["findings"] == []
    assert document["counts"] == {"error": 0, "warning": 0, "note": 0}
    assert document["coverage"] == {
        "listings": 1,
        "links": 1,
        "verified": 1,
        "blocked": 0,
        "unknown": 0,
        "never": 0,
    }
    assert document["links"] == [
        {
            "listing": "northfield",
            "role": "program",
            "url": web.url("/a"),
            "final_url": web.url("/a"),
            "hops": [{"url": web.url("/a"), "status": 200}],
            "status": 200,
            "liveness": "alive",
            "reason": "ok",
            "drift": None,
            "checked_at": NOW,
            "last_ok": NOW,
        }
    ]
    assert desk.report.exists()


def test_a_404_is_asked_for_twice_and_open_at_once(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/gone")))
    result = desk.run("check", "--format", "json")
    document = json.loads(result.stdout)
    assert result.returncode == 1
    (finding,) = document["findings"]
    assert (finding["rule"], finding["state"], finding["reason"], finding["since"]) == (
        "link-gone",
        "open",
        "not-found",
        NOW,
    )
    assert [path for _, path, _ in web.asked] == ["/gone", "/gone"]
    assert finding["url"] == web.url("/gone")
    jsonschema.validate(document, schema("check"))


def test_a_page_that_changes_is_told_with_its_words_and_measured_against_the_first_look(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/a")))
    web.pages["/a"] = Answer(page("The application fee is $300.", "Write to the office."))
    desk.json("check")
    for _ in range(2):  # against yesterday, a rewrite would be visible for one look and then heal itself
        web.pages["/a"] = Answer(page("The application fee is $350.", "Write to the office."))
        document = desk.json("check", MONITOR_NOW="2026-11-29T06:00:00Z")
        (finding,) = document["findings"]
        assert finding["rule"] == "page-changed"
        assert "$300" in finding["evidence"]["expected"]
        assert "$350" in finding["evidence"]["found"]
        assert document["links"][0]["drift"] == "substantive"


def test_the_second_look_is_conditional_and_a_304_is_the_same_page(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/a")))
    web.pages["/a"] = Answer(page("Fee: $300."), headers={"ETag": '"v1"'})
    desk.json("check")
    web.pages["/a"] = Answer("", status=304, headers={"ETag": '"v1"'})
    document = desk.json("check", MONITOR_NOW="2026-11-23T06:00:00Z")
    assert web.asked[-1][2]["if-none-match"] == '"v1"'
    row = document["links"][0]
    assert (row["liveness"], row["reason"], row["status"], row["drift"]) == ("alive", "not-modified", 304, "same")


def test_a_permanent_redirect_suggests_the_new_address_and_a_temporary_one_does_not(desk: Desk, web: Web) -> None:
    web.pages["/new"] = Answer(page("Here."))
    web.pages["/old"] = Answer(status=301, headers={"Location": "/new"})
    web.pages["/detour"] = Answer(status=302, headers={"Location": "/new"})
    desk.write(listing("moved", web.url("/old")) + listing("detour", web.url("/detour")))
    document = desk.json("check")
    (finding,) = document["findings"]
    assert (finding["listing"], finding["rule"]) == ("moved", "link-moved")
    assert finding["suggestion"] == {"key": "links[0].url", "value": web.url("/new")}
    assert [row["reason"] for row in document["links"]] == ["permanent-redirect", "redirected"]
    assert document["links"][0]["hops"] == [
        {"url": web.url("/old"), "status": 301},
        {"url": web.url("/new"), "status": 200},
    ]


def test_a_url_that_two_listings_share_is_fetched_once_and_told_of_each(desk: Desk, web: Web) -> None:
    desk.write(listing("one", web.url("/gone")) + listing("two", web.url("/gone")))
    document = desk.json("check")
    assert [(f["listing"], f["rule"]) for f in document["findings"]] == [("one", "link-gone"), ("two", "link-gone")]
    assert len({f["incident"] for f in document["findings"]}) == 1
    assert len({f["id"] for f in document["findings"]}) == 2
    assert len(web.asked) == 2  # one look, asked for a second time because of the 404
    assert document["coverage"]["links"] == 1


def test_blocked_and_silent_links_are_no_news_on_the_first_day(desk: Desk, web: Web) -> None:
    web.pages["/wall"] = Answer("No.", status=403)
    web.pages["/ill"] = Answer("Oops.", status=500)
    desk.write(listing("wall", web.url("/wall")) + listing("ill", web.url("/ill")))
    result = desk.run("check", "--format", "json")
    document = json.loads(result.stdout)
    assert result.returncode == 0
    assert {(f["listing"], f["rule"], f["state"]) for f in document["findings"]} == {
        ("wall", "link-blocked", "pending"),
        ("ill", "link-unreachable", "pending"),
    }
    assert document["counts"] == {"error": 0, "warning": 0, "note": 0}
    later = desk.json("check", MONITOR_NOW="2026-11-23T06:00:00Z")
    assert {(f["rule"], f["state"], f["severity"]) for f in later["findings"]} == {
        ("link-blocked", "pending", "note"),
        ("link-unreachable", "open", "warning"),
    }
    much_later = desk.json("check", MONITOR_NOW="2026-12-22T06:00:00Z")
    assert {(f["rule"], f["state"], f["severity"]) for f in much_later["findings"]} == {
        ("link-blocked", "open", "note"),
        ("link-unreachable", "open", "error"),
    }


def test_a_dead_link_that_lives_again_is_resolved_by_the_second_good_look(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/a")))
    desk.json("check")
    web.pages["/a"] = Answer(page("Back again."))
    first = desk.json("check", MONITOR_NOW="2026-11-23T06:00:00Z")
    second = desk.json("check", MONITOR_NOW="2026-11-23T07:00:00Z")
    assert [f["state"] for f in first["findings"]] == ["open"]
    assert second["findings"] == []
    assert desk.run("findings").returncode == 0


def test_check_of_one_listing_looks_at_nothing_else_and_speaks_of_nothing_else(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer(page("Well."))
    desk.write(listing("well", web.url("/a")) + listing("dead", web.url("/gone")))
    result = desk.run("check", "--listing", "well", "--format", "json")
    document = json.loads(result.stdout)
    assert result.returncode == 0
    assert [row["listing"] for row in document["links"]] == ["well"]
    assert {path for _, path, _ in web.asked} == {"/a"}
    assert desk.run("check", "--listing", "dead").returncode == 1


def test_due_looks_at_new_links_first_and_then_at_nothing_until_they_are_due(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer(page("Well."))
    desk.write(listing("well", web.url("/a")))
    assert len(desk.json("check", "--due")["links"]) == 1
    assert desk.json("check", "--due")["links"] == []
    assert len(web.asked) == 2  # what is read for the first time is asked for once more
    assert len(desk.json("check", "--due", MONITOR_NOW="2026-11-24T06:00:00Z")["links"]) == 1


def test_private_addresses_are_refused_unless_allowed(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/a")))
    document = desk.json("check", MONITOR_ALLOW_PRIVATE_NETWORKS="0")
    assert [row["reason"] for row in document["links"]] == ["private-address"]
    assert web.asked == []


def test_fail_on_moves_the_line(desk: Desk) -> None:
    desk.write(listing("northfield", fees=EXPIRED))
    assert desk.run("lint").returncode == 1
    assert desk.run("lint", "--fail-on", "never").returncode == 0
    desk.write(listing("northfield"))  # no link, no contact: a warning
    assert desk.run("lint").returncode == 0
    assert desk.run("lint", "--fail-on", "warning").returncode == 1


def test_an_accepted_finding_never_counts_and_says_why(desk: Desk) -> None:
    accept = '[[accept]]\nrule = "claim-expired"\nreason = "kept for comparison"\n\n'
    desk.write(accept + listing("northfield", fees=EXPIRED))
    result = desk.run("findings", "--format", "json")
    (finding,) = [f for f in json.loads(result.stdout)["findings"] if f["rule"] == "claim-expired"]
    assert (result.returncode, finding["state"]) == (0, "accepted")
    lapsed = accept.replace('"kept for comparison"', '"kept for comparison"\nuntil = 2026-11-21')
    desk.write(lapsed + listing("northfield", fees=EXPIRED))
    assert desk.run("findings").returncode == 1


def test_a_finding_has_the_same_id_in_every_command_and_database(desk: Desk) -> None:
    desk.write(listing("northfield", fees=EXPIRED))
    ids = [{f["id"] for f in desk.json(*command)["findings"]} for command in (("lint",), ("findings",), ("check",))]
    assert ids[0] == ids[1] == ids[2]


# --- findings, show, report ---------------------------------------------------------------------------------------


def test_findings_without_a_database_are_those_of_the_catalogue_and_create_nothing(desk: Desk) -> None:
    desk.write(listing("northfield", fees=EXPIRED))
    result = desk.run("findings", "--format", "json")
    document = json.loads(result.stdout)
    assert result.returncode == 1
    jsonschema.validate(document, schema("findings"))
    assert sorted(path.name for path in desk.folder.iterdir()) == ["listings.toml"]


def test_findings_can_be_narrowed_by_rule_state_and_listing(desk: Desk, web: Web) -> None:
    desk.write(listing("dead", web.url("/gone")) + listing("ill", web.url("/ill"), fees=EXPIRED))
    web.pages["/ill"] = Answer("Oops.", status=500)
    desk.json("check")
    assert {f["rule"] for f in desk.json("findings")["findings"]} == {"link-gone", "link-unreachable", "claim-expired"}
    assert [f["rule"] for f in desk.json("findings", "--rule", "link-gone")["findings"]] == ["link-gone"]
    assert [f["rule"] for f in desk.json("findings", "--state", "pending")["findings"]] == ["link-unreachable"]
    assert [f["rule"] for f in desk.json("findings", "--listing", "dead")["findings"]] == ["link-gone"]
    assert desk.run("findings", "--state", "pending").returncode == 0


@pytest.mark.parametrize("form", ["text", "json", "sarif", "csv", "markdown"])
def test_every_form_is_printed_on_standard_output_and_nothing_else_is(desk: Desk, form: str) -> None:
    desk.write(listing("northfield", fees=EXPIRED))
    result = desk.run("lint", "--format", form)
    assert result.returncode == 1
    assert "claim-expired" in result.stdout
    assert result.stderr == ""


def test_show_tells_the_history_of_a_listing(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer(page("Fee: $300."))
    desk.write(listing("northfield", web.url("/a")))
    desk.json("check")
    web.pages["/a"] = Answer(page("Fee: $350."))
    desk.json("check", MONITOR_NOW="2026-11-29T06:00:00Z")
    told = desk.run("show", "northfield").stdout
    assert "$300" in told
    assert "$350" in told
    assert "next look due: 30 November 2026, 06:00 UTC\n" in told
    document = desk.json("show", "northfield")
    assert document["listing"]["id"] == "northfield"
    assert [link["next_look"] for link in document["links"]] == ["2026-11-30T06:00:00Z"]


def test_the_report_can_be_written_again_from_what_is_recorded_byte_for_byte(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/gone")))
    desk.json("check")
    first = desk.report.read_bytes()
    desk.report.unlink()
    result = desk.run("report")
    assert result.returncode == 0
    assert result.stdout == "reports/index.html\n"
    assert desk.report.read_bytes() == first


# --- inspect, compare ---------------------------------------------------------------------------------------------


def test_inspect_of_a_file_shows_what_is_seen_and_why(desk: Desk) -> None:
    saved = desk.folder / "page.html"
    saved.write_text(page("The fee is $300."))
    document = desk.json("inspect", str(saved))
    assert (document["id"], document["liveness"], document["reason"]) == (str(saved), "alive", "ok")
    assert document["title"] == "Visiting students"
    gone = desk.json("inspect", str(saved), "--status", "404", "--header", "Content-Type: text/html")
    assert (gone["liveness"], gone["reason"]) == ("gone", "not-found")
    thrown_out = desk.json(
        "inspect", str(saved), "--url", "https://x.example/", "--requested-url", "https://x.example/deep/page"
    )
    assert thrown_out["reason"] == "home-redirect"
    assert "HTTP 404" in desk.run("inspect", str(saved), "--status", "404").stdout


def test_inspect_of_an_address_looks_at_it(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer(page("Here."))
    assert desk.json("inspect", web.url("/a"))["reason"] == "ok"
    assert not desk.database.exists()


def test_compare_says_how_two_versions_differ_and_agrees_with_its_batch(desk: Desk) -> None:
    before, after, empty = (desk.folder / name for name in ("before.html", "after.html", "empty.html"))
    before.write_text(page("The fee is $300."))
    after.write_text(page("The fee is $350."))
    empty.write_text("")
    single = desk.json("compare", str(before), str(after))
    assert single["drift"] == "substantive"
    assert single["changes"] == [
        {
            "kind": "replaced",
            "before": "The fee is $300.",
            "after": "The fee is $350.",
            "area": "main",
            "heading": "Visiting students",
            "words": None,
        }
    ]
    assert desk.json("compare", str(before), str(empty))["drift"] == "incomparable"
    batch = desk.folder / "batch.jsonl"
    lines = [{"id": single["id"], "before": str(before), "after": str(after)}, "no object", {"id": "x"}]
    batch.write_text("".join(json.dumps(line) + "\n" for line in lines) + "not json\n")
    result = desk.run("compare", "--batch", str(batch))
    assert result.returncode == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert answers[0] == single
    assert [sorted(answer) for answer in answers[1:]] == [["error", "id"]] * 3


JANE = '[ { name = "Jane Roe", email = "jroe@ward.example" } ]'


def test_inspect_holds_the_claims_of_a_listing_against_a_page(desk: Desk) -> None:
    desk.write(listing("ward", "https://ward.example/", contacts=JANE, fees="[]"))
    saved = desk.folder / "page.html"
    saved.write_text(page("Ask Jane Roe, jane@ward.example, (305) 243-1234."))
    document = desk.json("inspect", str(saved), "--listing", "ward")
    assert (document["facts"]["emails"], document["facts"]["phones"]) == (["jane@ward.example"], ["+13052431234"])
    assert document["verdicts"] == [
        {
            "claim": "contact:jroe@ward.example",
            "support": "refuted",
            "found": "jane@ward.example",
            "quote": "Ask Jane Roe, jane@ward.example, (305) 243-1234.",
            "url": None,
            "why": "The page gives another for Jane Roe",
            "suggestions": [{"key": "contacts[0].email", "value": "jane@ward.example"}],
        }
    ]
    text = " ".join(desk.run("inspect", str(saved), "--listing", "ward").stdout.split())
    assert text.endswith(
        "contact:jroe@ward.example: refuted: jane@ward.example (The page gives another for Jane Roe) — "
        "“Ask Jane Roe, jane@ward.example, (305) 243-1234.”"
    )
    (gone,) = desk.json("inspect", str(saved), "--listing", "ward", "--status", "404")["verdicts"]
    assert (gone["support"], gone["why"]) == ("undecided", "No page could be read")


def test_a_batch_brings_its_listings_along_and_a_wrong_one_is_told(desk: Desk) -> None:
    saved = desk.folder / "page.html"
    saved.write_text(page("Ask Jane Roe, jroe@ward.example."))
    lines = [
        {"id": 1, "path": str(saved), "listing": {"contacts": [{"email": "jroe@ward.example"}]}},
        {"id": 2, "path": str(saved), "listing": {"contacts": [{"mail": "jroe@ward.example"}]}},
        {"id": 3, "path": str(saved)},
    ]
    batch = desk.folder / "batch.jsonl"
    batch.write_text("".join(json.dumps(line) + "\n" for line in lines))
    told = [json.loads(line) for line in desk.run("inspect", "--batch", str(batch)).stdout.splitlines()]
    assert [verdict["support"] for verdict in told[0]["verdicts"]] == ["supported"]
    assert "unknown key `mail`" in told[1]["error"]
    assert told[2]["verdicts"] == []


def test_compare_tells_the_facts_that_changed(desk: Desk) -> None:
    before, after = desk.folder / "before.html", desk.folder / "after.html"
    before.write_text(page("Ask Jane Roe, jroe@ward.example, or call (305) 243-1234."))
    after.write_text(page("Ask Jane Roe, jane@ward.example, or call (305) 243-1234."))
    assert desk.json("compare", str(before), str(after))["facts_changed"] == [
        {"kind": "email", "label": None, "before": "jroe@ward.example", "after": "jane@ward.example"}
    ]
    after.write_text("")
    assert desk.json("compare", str(before), str(after))["facts_changed"] == []


def test_show_tells_what_pages_say_of_each_claim(desk: Desk, web: Web) -> None:
    web.pages["/ward"] = Answer(page("Ask Jane Roe, jane@ward.example, about the places that we have."))
    desk.write(listing("ward", web.url("/ward"), contacts=JANE, fees="[]"))
    (unseen,) = desk.json("show", "ward")["claims"]
    assert (unseen["support"], unseen["judged_at"]) == ("undecided", None)
    desk.run("check")
    (claim,) = desk.json("show", "ward")["claims"]
    assert (claim["support"], claim["found"], claim["url"]) == ("refuted", "jane@ward.example", web.url("/ward"))
    assert (claim["judged_at"], claim["first_supported"]) == (NOW, None)
    assert "refuted: The page gives another for Jane Roe" in desk.run("show", "ward").stdout
    (found,) = [each for each in desk.json("findings")["findings"] if each["rule"] == "claim-refuted"]
    assert found["suggestion"] == {"key": "contacts[0].email", "value": "jane@ward.example"}
    assert "jane@ward.example" in desk.report.read_text()


def test_inspect_reads_a_batch_and_answers_line_by_line(desk: Desk) -> None:
    saved = desk.folder / "page.html"
    saved.write_text(page("The fee is $300."))
    batch = desk.folder / "batch.jsonl"
    batch.write_text(
        json.dumps({"id": 1, "path": str(saved)})
        + "\n"
        + json.dumps({"id": 2, "path": str(saved), "status": 410, "headers": {"X": "y"}})
        + "\n"
        + json.dumps({"id": 3, "path": "nowhere.html"})
        + "\n"
    )
    answers = [json.loads(line) for line in desk.run("inspect", "--batch", str(batch)).stdout.splitlines()]
    assert [(a["id"], a.get("reason")) for a in answers] == [(1, "ok"), (2, "gone"), (3, None)]
    assert "nowhere.html" in answers[2]["error"]
    assert desk.run("inspect", "--batch", "missing.jsonl").returncode == 2


# --- what an operator gets wrong ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "--listing", "nortfield"), "did you mean northfield?"),
        (("show", "nortfield"), "did you mean northfield?"),
        (("findings", "--rule", "link-gon"), "did you mean link-gone?"),
        (("findings", "--state", "opne"), "did you mean open?"),
        (("check", "--database", "postgresql://h/db"), "only SQLite"),
        (("check", "--database", "nowhere/monitor.db"), "there is no folder nowhere"),
        (("check", "--bogus",), "No such option"),
        (("inspect",), "--batch"),
        (("inspect", "missing.html"), "missing.html: cannot be read"),
        (("compare", "one.html"), "two saved pages"),
    ],
)  # fmt: skip
def test_a_wrong_word_ends_with_2_and_says_what_would_be_right(
    desk: Desk, arguments: tuple[str, ...], told: str
) -> None:
    desk.write(listing("northfield"))
    result = desk.run(*arguments)
    assert result.returncode == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert not desk.database.exists()


def test_a_moment_that_cannot_be_read_is_refused(desk: Desk) -> None:
    desk.write(listing("northfield"))
    result = desk.run("lint", MONITOR_NOW="yesterday")
    assert (result.returncode, result.stdout) == (2, "")
    assert "2026-11-22T06:00:00Z" in result.stderr


def test_mistakes_in_the_catalogue_are_told_all_at_once_and_nothing_is_lost(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/gone")))
    desk.json("check")
    before = desk.database.read_bytes(), desk.report.read_bytes()
    desk.write('[[listing]]\nid = "x"\nprogram = "P"\nfees = [ { kind = "tuition", amuont = 1 } ]\nstat = "FL"\n')
    for command in ("check", "lint", "findings", "report"):
        result = desk.run(command)
        assert (result.returncode, result.stdout) == (2, ""), command
        assert "amount" in result.stderr
        assert "state" in result.stderr
        assert "listings.toml:4:" in result.stderr
    document = desk.run("lint", "--format", "json")
    assert document.returncode == 2
    mistakes = json.loads(document.stdout)["mistakes"]
    assert len(mistakes) >= 2
    assert {tuple(sorted(mistake)) for mistake in mistakes} == {("column", "expected", "key", "line", "message")}
    assert (desk.database.read_bytes(), desk.report.read_bytes()) == before


def test_a_missing_catalogue_says_what_to_do(desk: Desk) -> None:
    result = desk.run("check")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "--catalogue" in result.stderr
    assert list(desk.folder.iterdir()) == []


def test_reports_that_cannot_be_written_stop_a_check_before_the_first_request(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/a")))
    (desk.folder / "reports").write_text("a file in the way")
    result = desk.run("check")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert web.asked == []


def test_a_database_that_is_none_stops_a_check_before_the_first_request(desk: Desk, web: Web) -> None:
    desk.write(listing("northfield", web.url("/a")))
    desk.database.write_text("this is a diary, and quite a long one, to be on the safe side of a header" * 20)
    for command in ("check", "findings"):
        result = desk.run(command)
        assert result.returncode == 2
        assert "is not a database" in result.stderr
        assert len(result.stderr.splitlines()) == 1
    assert web.asked == []


def test_two_checks_never_run_at_once(desk: Desk, web: Web) -> None:
    web.pages["/slow"] = Answer(page("Slow."), wait=True)
    desk.write(listing("northfield", web.url("/slow")))
    with desk.start("check") as first:
        while not web.asked:
            assert first.poll() is None
        second = desk.run("check")
        asked_by_both = len(web.asked)
        web.gate.set()
        first.communicate(timeout=30)
    assert first.returncode == 0
    assert second.returncode == 2
    assert "another pass holds the database" in second.stderr
    assert (asked_by_both, len(web.asked)) == (1, 2)  # both by the first, which asks a new page twice


# --- what it costs to ask -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("--version",)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    heavy = ["httpx", "sqlmodel", "sqlalchemy", "bs4", "jinja2", "apscheduler", "rich", "asyncio", "dns"]
    program = (
        "import sys\n"
        "from monitor.cli import main\n"
        f"sys.argv = ['monitor', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True)
    assert result.stderr.strip() == "[]"
    assert result.stdout


def test_a_reader_who_stops_reading_is_no_error(desk: Desk) -> None:
    desk.write((ROOT / "listings.toml").read_text())
    with desk.start("findings", "--format", "json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        process.wait(timeout=30)
    assert "Traceback" not in told
