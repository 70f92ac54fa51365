"""The commands by which a maintainer acts, as processes: fix, review, ack, snooze, reopen, export."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import Desk, listing
from webs import Answer, Web, page, serving

from monitor.store import Location, opened_for_a_pass

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
EXPIRED = (
    '[ { kind = "tuition", amount = 1000, per = "month", until = 2020-06-30 },  # old\n'
    '  { kind = "tuition", amount = 1200, per = "month" } ]  # new'
)
WHAT_HOLDS = "Tuition is $1,200 per month."
NEXT_DAY, NEXT_WEEK, NEXT_MONTH = "2026-11-23T06:00:00Z", "2026-11-29T06:00:00Z", "2026-12-22T06:00:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


def states(desk: Desk, **more: str) -> dict[str, str]:
    """The state of every finding, by rule."""
    return {finding["rule"]: finding["state"] for finding in desk.json("findings", **more)["findings"]}


def only(desk: Desk, **more: str) -> dict[str, Any]:
    (finding,) = desk.json("findings", **more)["findings"]
    assert isinstance(finding, dict)
    return finding


# --- fix ----------------------------------------------------------------------------------------------------------


def test_fix_shows_the_diff_and_writes_it_only_when_told_to_and_then_has_nothing_left_to_do(desk: Desk) -> None:
    desk.write((ROOT / "listings.toml").read_text())
    before = desk.catalogue.read_text()
    shown = desk.run("fix")
    assert shown.returncode == 0
    assert shown.stderr == "monitor: 1 edit proposed, nothing written: add --apply\n"
    assert shown.stdout.startswith("--- listings.toml\n+++ listings.toml\n@@ ")
    changed = [line for line in shown.stdout.splitlines()[2:] if line.startswith(("-", "+"))]
    assert changed == ['-  { kind = "tuition", amount = 1000, per = "month", until = 2020-06-30 },']
    assert desk.catalogue.read_text() == before

    applied = desk.run("fix", "--apply")
    assert (applied.returncode, applied.stdout) == (0, shown.stdout)
    assert applied.stderr == "monitor: 1 edit written to listings.toml\n"
    assert desk.catalogue.read_text() == before.replace(f"{changed[0][1:]}\n", "")

    again = desk.run("fix", "--apply")
    assert (again.returncode, again.stdout) == (0, "")
    assert "nothing to write" in again.stderr
    assert not desk.database.exists()


def test_fix_as_json_tells_each_edit_with_what_stood_there(desk: Desk, web: Web) -> None:
    web.pages["/new"] = Answer(page(WHAT_HOLDS))
    web.pages["/old"] = Answer(status=301, headers={"Location": "/new"})
    desk.write(listing("ward", web.url("/old"), fees=EXPIRED))
    desk.json("check")
    ids = {finding["rule"]: finding["id"] for finding in desk.json("findings")["findings"]}
    document = desk.json("fix", "--reviewed", "--apply")
    assert document.pop("diff").startswith("--- listings.toml\n")
    assert document == {
        "applied": True,
        "edits": [
            {
                "finding": ids["claim-expired"],
                "listing": "ward",
                "key": "fees[0]",
                "before": {"kind": "tuition", "amount": 1000, "per": "month", "until": "2020-06-30"},
                "after": None,
            },
            {
                "finding": ids["link-moved"],
                "listing": "ward",
                "key": "links[0].url",
                "before": web.url("/old"),
                "after": web.url("/new"),
            },
            {"finding": None, "listing": "ward", "key": "reviewed", "before": "2026-11-01", "after": "2026-11-22"},
        ],
        "left_out": [],
    }
    assert desk.json("fix") == {"applied": False, "edits": [], "left_out": [], "diff": ""}
    assert desk.json("findings")["findings"] == []
    assert desk.json("check")["findings"] == []


def test_only_the_findings_that_are_named_are_fixed_and_the_beginning_of_an_id_is_enough(desk: Desk) -> None:
    desk.write(listing("ward", fees=EXPIRED) + listing("clinic", fees=EXPIRED))
    first = next(f["id"] for f in desk.json("lint")["findings"] if f["suggestion"])
    assert [edit["finding"] for edit in desk.json("fix", first[:8])["edits"]] == [first]


def test_a_finding_that_suggests_nothing_or_does_not_exist_is_named_in_one_line(desk: Desk) -> None:
    desk.write(listing("ward", fees=EXPIRED))
    ids = {finding["rule"]: finding["id"] for finding in desk.json("lint")["findings"]}
    plain = desk.run("fix", ids["listing-unreachable"])
    assert (plain.returncode, plain.stdout) == (2, "")
    assert plain.stderr == f"monitor: left out: {ids['listing-unreachable']} suggests nothing to write\n"
    typo = ids["claim-expired"][:-1] + "x"
    unknown = desk.run("fix", typo)
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr == f"monitor: there is no finding '{typo}'; did you mean {ids['claim-expired']}?\n"
    for said, why in (("f12", "too short"), ("listing-stale", "is no id of a finding")):
        refused = desk.run("fix", said)
        assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
        assert why in refused.stderr


def test_every_kind_of_claim_that_a_page_refutes_is_corrected_and_is_over_until_the_next_look(
    desk: Desk, web: Web
) -> None:
    web.pages["/a"] = Answer(
        page(
            "The application fee is $350.",
            "A minimum TOEFL score of 90 is required.",
            "Contact: Jane Roe, jane.roe@new.example.edu.",
            "The application deadline is January 10, 2027.",
        )
    )
    desk.write(
        listing(
            "ward",
            web.url("/a"),
            fees='[ { kind = "application", amount = 300 } ]',
            requirements='[ { exam = "TOEFL", minimum = 80 } ]',
            contacts='[ { name = "Jane Roe", email = "jroe@old.example.edu" } ]',
            deadlines='[ { what = "application", date = 2027-01-15 } ]',
        )
    )
    found = desk.json("check")["findings"]
    assert [finding["rule"] for finding in found] == ["claim-refuted"] * 4
    told = desk.json("fix", "--apply")
    assert {edit["key"]: (edit["before"], edit["after"]) for edit in told["edits"]} == {
        "fees[0].amount": (300, 350),
        "requirements[0].minimum": (80, 90),
        "contacts[0].email": ("jroe@old.example.edu", "jane.roe@new.example.edu"),
        "deadlines[0].date": ("2027-01-15", "2027-01-10"),
    }
    assert told["left_out"] == []
    assert desk.json("findings")["findings"] == []
    assert desk.run("check").returncode == 0


def test_a_link_that_was_edited_after_the_look_is_not_written_over(desk: Desk, web: Web) -> None:
    web.pages["/new"] = Answer(page("Here."))
    web.pages["/old"] = Answer(status=301, headers={"Location": "/new"})
    desk.write(listing("ward", web.url("/old")))
    desk.json("check")
    moved = only(desk)["id"]
    text = desk.catalogue.read_text()
    desk.write(text.replace("links = [ {", f'links = [ {{ role = "home", url = "{web.url("/home")}" }}, {{'))
    before = desk.catalogue.read_text()
    result = desk.run("fix", moved, "--apply")
    assert result.returncode == 2
    assert "links[0].url has changed in the catalogue since the last look; check again" in result.stderr
    assert desk.catalogue.read_text() == before


def test_what_was_resolved_is_not_corrected_any_more(desk: Desk, web: Web) -> None:
    web.pages["/new"] = Answer(page("Here."))
    web.pages["/old"] = Answer(status=301, headers={"Location": "/new"})
    desk.write(listing("ward", web.url("/old")))
    moved = desk.json("check")["findings"][0]["id"]
    web.pages["/old"] = Answer(page("Here."))
    assert desk.json("check", MONITOR_NOW=NEXT_DAY)["findings"] == []
    for command in (("fix", moved), ("ack", moved)):
        result = desk.run(*command, MONITOR_NOW=NEXT_DAY)
        assert (result.returncode, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
        assert f"{moved} was resolved" in result.stderr


# --- review -------------------------------------------------------------------------------------------------------


def changed_page(desk: Desk, web: Web) -> None:
    """A listing whose page reads differently since the first look, as the second one saw."""
    desk.write(listing("ward", web.url("/a"), tags="[]   # a comment"))
    web.pages["/a"] = Answer(page("The application fee is $300.", "Write to the office."))
    desk.json("check")
    web.pages["/a"] = Answer(page("The application fee is $350.", "Write to the office."))
    assert states(desk) == {}
    desk.json("check", MONITOR_NOW=NEXT_DAY)
    assert states(desk, MONITOR_NOW=NEXT_DAY) == {"page-changed": "open"}


def test_a_review_settles_what_has_changed_and_measures_from_the_last_look_on(desk: Desk, web: Web) -> None:
    changed_page(desk, web)
    before = desk.catalogue.read_text()
    result = desk.run("review", "ward", MONITOR_NOW=NEXT_WEEK)
    assert (result.returncode, result.stdout, result.stderr) == (0, "reviewed 2026-11-29: ward\n", "")
    assert desk.catalogue.read_text() == before.replace("reviewed = 2026-11-01", "reviewed = 2026-11-29")
    assert states(desk, MONITOR_NOW=NEXT_WEEK) == {}
    document = desk.json("check", MONITOR_NOW=NEXT_WEEK)
    assert (document["findings"], document["links"][0]["drift"]) == ([], "same")

    web.pages["/a"] = Answer(page("The application fee is $400.", "Write to the office."))
    (finding,) = desk.json("check", MONITOR_NOW=NEXT_MONTH)["findings"]
    assert "$350" in finding["evidence"]["expected"]
    assert "$400" in finding["evidence"]["found"]


def test_a_review_adds_the_day_where_there_was_none_and_needs_no_database(desk: Desk) -> None:
    text = '# Wards\n[[listing]]\nid = "ward"\nprogram = "Elective"  # so far\nsource = "line 3"\n'
    desk.catalogue.write_text(text)
    assert desk.run("review", "ward").returncode == 0
    after = text.replace("so far\n", "so far\nreviewed = 2026-11-22\n")
    assert desk.catalogue.read_text() == after
    assert desk.run("review", "ward").returncode == 0
    assert desk.catalogue.read_text() == after
    assert not desk.database.exists()


def test_a_listing_that_does_not_exist_cannot_be_reviewed(desk: Desk) -> None:
    desk.write(listing("ward") + listing("clinic"))
    before = desk.catalogue.read_text()
    result = desk.run("review", "clinic", "wart")
    assert (result.returncode, result.stderr) == (
        2,
        "monitor: listings.toml has no listing 'wart'; did you mean ward?\n",
    )
    assert desk.catalogue.read_text() == before


# --- ack, snooze, reopen ------------------------------------------------------------------------------------------


def test_an_acknowledged_finding_never_counts_until_its_evidence_changes(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer("Gone.", status=404)
    desk.write(listing("ward", web.url("/a")))
    assert desk.run("check").returncode == 1
    finding = only(desk)["id"]
    result = desk.run("ack", finding, "--note", "they are moving; ask in May")
    assert (result.returncode, result.stdout) == (0, f"acknowledged: {finding}  link-gone  ward\n")
    assert desk.run("check", MONITOR_NOW=NEXT_DAY).returncode == 0
    assert desk.json("findings", MONITOR_NOW=NEXT_DAY)["counts"] == {"error": 0, "warning": 0, "note": 0}
    told = desk.run("findings", "--state", "acknowledged", MONITOR_NOW=NEXT_DAY)
    assert told.returncode == 0
    assert "they are moving; ask in May" in told.stdout
    report = desk.report.read_text()
    assert "Acknowledged" in report
    assert f"monitor reopen {finding}" in report

    web.pages["/a"] = Answer("Gone.", status=410)
    assert desk.run("check", MONITOR_NOW=NEXT_WEEK).returncode == 1
    assert states(desk, MONITOR_NOW=NEXT_WEEK) == {"link-gone": "open"}


def test_programs_are_told_what_was_decided_as_findings_tells_it(desk: Desk, web: Web) -> None:
    web.pages["/ill"] = Answer("Oops.", status=500)
    desk.write(listing("ward", web.url("/gone"), web.url("/ill")))
    gone, ill = (finding["id"] for finding in desk.json("check")["findings"])
    told = desk.json("ack", gone, ill)
    assert [finding["state"] for finding in told["decided"]] == ["acknowledged"]
    assert told["decided"] == [finding for finding in desk.json("findings")["findings"] if finding["id"] == gone]
    assert [each["finding"] for each in told["left_out"]] == [ill]
    assert [f["state"] for f in desk.json("snooze", gone, "--until", "2027-01-15")["decided"]] == ["snoozed"]
    assert [f["state"] for f in desk.json("reopen", gone)["decided"]] == ["open"]
    assert desk.json("review", "ward") == {"reviewed": "2026-11-22", "listings": ["ward"]}
    assert desk.json("report") == {"report": "reports/index.html"}


def test_a_snoozed_finding_is_open_again_when_its_day_begins(desk: Desk, web: Web) -> None:
    desk.write(listing("ward", web.url("/gone")))
    desk.json("check")
    finding = only(desk)["id"]
    result = desk.run("snooze", finding, "--until", "2026-11-29")
    assert (result.returncode, result.stdout) == (0, f"snoozed until 29 November 2026: {finding}  link-gone  ward\n")
    assert states(desk, MONITOR_NOW="2026-11-28T23:59:59Z") == {"link-gone": "snoozed"}
    assert states(desk, MONITOR_NOW="2026-11-29T00:00:00Z") == {"link-gone": "open"}
    assert desk.run("check", MONITOR_NOW="2026-11-28T23:59:59Z").returncode == 0
    assert desk.run("check", MONITOR_NOW=NEXT_WEEK).returncode == 1


def test_a_finding_is_opened_again_by_hand(desk: Desk, web: Web) -> None:
    desk.write(listing("ward", web.url("/gone")))
    desk.json("check")
    finding = only(desk)["id"]
    desk.run("ack", finding)
    assert states(desk) == {"link-gone": "acknowledged"}
    assert desk.run("reopen", finding[:6]).returncode == 0
    assert states(desk) == {"link-gone": "open"}
    assert desk.run("reopen", finding).returncode == 0  # once is the same as twice


def test_an_incident_stands_for_all_of_its_findings(desk: Desk, web: Web) -> None:
    desk.write(listing("one", web.url("/gone")) + listing("two", web.url("/gone")))
    found = desk.json("check")["findings"]
    (incident,) = {finding["incident"] for finding in found}
    result = desk.run("ack", incident)
    assert len(result.stdout.splitlines()) == 2
    assert {f["state"] for f in desk.json("findings")["findings"]} == {"acknowledged"}
    assert desk.run("reopen", found[0]["id"]).returncode == 0
    assert [f["state"] for f in desk.json("findings")["findings"]] == ["open", "acknowledged"]


def test_what_the_catalogue_alone_gives_away_can_be_acknowledged_before_any_pass(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer(page(WHAT_HOLDS))
    desk.write(listing("ward", web.url("/a"), fees=EXPIRED))
    finding = only(desk)["id"]
    assert desk.run("ack", finding).returncode == 0
    assert desk.run("findings").returncode == 0
    assert desk.run("lint").returncode == 1  # which reads no database
    assert desk.run("check", MONITOR_NOW=NEXT_DAY).returncode == 0
    assert states(desk, MONITOR_NOW=NEXT_DAY) == {"claim-expired": "acknowledged"}


def test_a_decision_is_taken_while_a_pass_holds_the_database(desk: Desk, web: Web) -> None:
    desk.write(listing("ward", web.url("/gone")))
    desk.json("check")
    with opened_for_a_pass(Location(desk.database)):
        assert desk.run("ack", only(desk)["id"]).returncode == 0
    assert states(desk) == {"link-gone": "acknowledged"}


def test_what_cannot_be_decided_about_is_said_in_one_line(desk: Desk, web: Web) -> None:
    web.pages["/ill"] = Answer("Oops.", status=500)
    accept = '[[accept]]\nrule = "claim-expired"\nreason = "kept for comparison"\n\n'
    desk.write(accept + listing("ward", web.url("/ill"), fees=EXPIRED))
    ids = {finding["rule"]: finding["id"] for finding in desk.json("check")["findings"]}
    for arguments, why in (
        (("ack", ids["link-unreachable"]), "is pending: it counts from 23 November 2026"),
        (("snooze", ids["claim-expired"], "--until", "2027-01-01"), "is accepted by an [[accept]]"),
        (("snooze", ids["claim-expired"], "--until", "2026-11-22"), "is not to come; name a day after 2026-11-22"),
        (("snooze", ids["claim-expired"], "--until", "soon"), "is not a day; write it like 2027-01-15"),
        (("ack", ids["link-unreachable"], "--note", "x" * 1001), "the note is longer than 1000 characters"),
    ):
        result = desk.run(*arguments)
        assert (result.returncode, result.stdout, len(result.stderr.splitlines())) == (2, "", 1), arguments
        assert why in result.stderr


# --- export -------------------------------------------------------------------------------------------------------


def test_export_is_a_row_a_listing_with_its_links_and_open_findings(desk: Desk, web: Web) -> None:
    web.pages["/a"] = Answer(page("Well."))
    links = f'[ {{ role = "program", url = "{web.url("/a")}" }}, {{ role = "fees", url = "{web.url("/gone")}" }} ]'
    desk.write(listing("ward", links=links, notes='"=HYPERLINK(1)"') + listing("annex", fees=EXPIRED))
    desk.json("check")
    result = desk.run("export")
    assert result.returncode == 0
    ward, annex = csv.DictReader(io.StringIO(result.stdout))
    assert {key: ward[key] for key in ("id", "open_errors", "links", "liveness", "last_ok", "reviewed", "notes")} == {
        "id": "ward",
        "open_errors": "1",
        "links": f"{web.url('/a')}; {web.url('/gone')}",
        "liveness": "alive; gone",
        "last_ok": "2026-11-22T06:00:00Z; never",
        "reviewed": "2026-11-01",
        "notes": "'=HYPERLINK(1)",
    }
    assert annex["fees"] == "tuition fee of $1,000 per month; tuition fee of $1,200 per month"
    assert (annex["open_errors"], annex["open_warnings"], annex["links"], annex["last_ok"]) == ("1", "1", "", "")


def test_export_as_json_has_the_keys_of_the_catalogue_and_how_each_listing_stands(desk: Desk, web: Web) -> None:
    desk.write(listing("ward", web.url("/gone"), state='"FL"'))
    checked = desk.json("check")
    document = desk.json("export")
    (entry,) = document.pop("listings")
    assert document == {
        "generated_at": "2026-11-22T06:00:00Z",
        "catalogue": "listings.toml",
        "title": "Listings",
        "coverage": checked["coverage"],
    }
    assert (entry["id"], entry["state"], entry["reviewed"]) == ("ward", "FL", "2026-11-01")
    assert entry["standing"] == {
        "counts": {"error": 1, "warning": 0, "note": 0},
        "findings": [checked["findings"][0]["id"]],
        "links": checked["links"],
    }


def test_export_needs_no_database_and_makes_none(desk: Desk) -> None:
    desk.write((ROOT / "listings.toml").read_text())
    listings = json.loads(desk.run("export", "--format", "json").stdout)["listings"]
    assert len(listings) == len(list(csv.reader(io.StringIO(desk.run("export").stdout)))) - 1
    assert not desk.database.exists()
