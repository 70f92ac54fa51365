"""A programme's papers as the command line sees them: read like pages, or known by their bytes."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from commands import Desk, listing
from documents import encrypted, pdf, word
from webs import Answer, Web, serving

pytestmark = pytest.mark.process

FEES = ("Fees for visiting students", "", "The tuition is $300 per month, payable before arrival.")
NEW_FEES = ("Fees for visiting students", "", "The tuition is $350 per month, payable before arrival.")
TUITION = {"fees": '[ { kind = "tuition", amount = 300, per = "month" } ]'}
NEXT_WEEK = "2026-11-29T06:00:00Z"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as opened:
        yield opened


def sent(body: bytes) -> Answer:
    """Under a name and a type that say nothing."""
    headers = {"Content-Type": "application/octet-stream", "Content-Disposition": 'attachment; filename="fees"'}
    return Answer(body, headers=headers)


def test_a_pdf_is_read_as_a_page_and_claims_are_held_against_it(desk: Desk, web: Web) -> None:
    web.pages["/fees"] = sent(pdf(FEES))
    desk.write(listing("ward", web.url("/fees"), **TUITION))

    first = desk.json("check")
    (claim,) = desk.json("show", "ward")["claims"]
    web.pages["/fees"] = sent(pdf(NEW_FEES))
    later = replace(desk, now=NEXT_WEEK).json("check")

    assert [(link["liveness"], link["reason"]) for link in first["links"]] == [("alive", "ok")]
    assert (claim["id"], claim["support"]) == ("fee:tuition:month", "supported")
    assert {each["rule"] for each in later["findings"]} == {"page-changed", "claim-refuted"}
    assert [link["drift"] for link in later["links"]] == ["substantive"]


def test_of_a_file_that_nobody_can_read_only_that_it_is_another_is_noticed(desk: Desk, web: Web) -> None:
    web.pages["/fees"] = sent(encrypted(pdf(FEES)))
    desk.write(listing("ward", web.url("/fees"), **TUITION))

    first = desk.json("check")
    again = replace(desk, now="2026-11-25T06:00:00Z").json("check")
    web.pages["/fees"] = sent(encrypted(pdf(NEW_FEES)))
    later = replace(desk, now=NEXT_WEEK).json("check")
    shown = replace(desk, now=NEXT_WEEK).run("show", "ward").stdout

    assert [(link["liveness"], link["reason"], link["drift"]) for link in first["links"]] == [
        ("alive", "unreadable", None)
    ]
    assert ([link["drift"] for link in again["links"]], again["findings"]) == (["same"], [])
    (changed,) = later["findings"]
    assert changed["rule"] == "page-changed"
    assert changed["message"] == (
        "Another file stands behind the program link of Ward Hospital, Elective ward than on 22 November 2026: "
        "open it and check the guide's statements against it."
    )
    assert "another file stands there" in shown


def test_a_paper_that_is_suddenly_encrypted_tells_nothing_about_claims(desk: Desk, web: Web) -> None:
    web.pages["/fees"] = sent(pdf(FEES))
    desk.write(listing("ward", web.url("/fees"), **TUITION))
    desk.json("check")
    web.pages["/fees"] = sent(encrypted(pdf(FEES)))

    later = replace(desk, now=NEXT_WEEK).json("check")

    assert [(link["reason"], link["drift"]) for link in later["links"]] == [("unreadable", "incomparable")]
    assert later["findings"] == []


def test_what_inspect_and_compare_see_of_papers(desk: Desk) -> None:
    papers = {
        "fees.html": pdf(FEES),
        "new": pdf(NEW_FEES),
        "locked": encrypted(pdf(FEES)),
        "locked-2": encrypted(pdf(NEW_FEES)),
        "word": word("The tuition is $300 per month."),
    }
    for name, body in papers.items():
        (desk.folder / name).write_bytes(body)
    batch = [{"id": name, "path": name} for name in papers]
    pairs = [("fees.html", "new"), ("locked", "locked-2"), ("locked", "locked"), ("fees.html", "locked")]
    (desk.folder / "pages.jsonl").write_text("".join(json.dumps(each) + "\n" for each in batch))
    (desk.folder / "pairs.jsonl").write_text(
        "".join(json.dumps({"id": n, "before": one, "after": two}) + "\n" for n, (one, two) in enumerate(pairs))
    )

    seen = {
        each["id"]: each
        for each in map(json.loads, desk.run("inspect", "--batch", "pages.jsonl").stdout.split("\n")[:-1])
    }
    compared = [json.loads(each) for each in desk.run("compare", "--batch", "pairs.jsonl").stdout.split("\n")[:-1]]

    assert {name: each["reason"] for name, each in seen.items()} == {
        "fees.html": "ok",
        "new": "ok",
        "locked": "unreadable",
        "locked-2": "unreadable",
        "word": "ok",
    }
    assert [str(each["amount"]) for each in seen["new"]["facts"]["money"]] == ["350"]
    assert [each["quote"] for each in seen["locked"]["signals"]] == [
        "HTTP 200",
        "the PDF is encrypted and wants a password",
    ]
    assert (seen["locked"]["title"], seen["locked"]["words"], seen["locked"]["facts"]["money"]) == (None, 0, [])
    assert [each["drift"] for each in compared] == ["substantive", "substantive", "same", "incomparable"]
    assert compared[0]["facts_changed"][0]["after"]
    assert desk.json("inspect", "locked")["reason"] == "unreadable"
    assert desk.json("compare", "locked", "locked-2")["drift"] == "substantive"
