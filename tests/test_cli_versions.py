"""What pages said before, side by side: in the terminal, as JSON, and in the report."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from commands import Desk, listing
from lxml import html
from webs import Answer, Web, page, serving

pytestmark = pytest.mark.process

WEEKS = ("2026-11-22T06:00:00Z", "2026-11-29T06:00:00Z", "2026-12-06T06:00:00Z")
FEES = (300, 350, 400)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path, web: Web) -> Desk:
    """Three weeks of a page whose price rises."""
    desk = Desk(tmp_path, now=WEEKS[-1])
    desk.write(listing("ward", web.url("/visit")))
    for week, fee in zip(WEEKS, FEES, strict=True):
        web.pages["/visit"] = Answer(page(f"The fee for <b>visitors</b> is ${fee} per month.", "Apply a year ahead."))
        replace(desk, now=week).run("check")
    return desk


def test_every_kept_version_has_a_number_and_two_of_them_are_shown_word_by_word(desk: Desk) -> None:
    (link,) = desk.json("show", "ward", "--versions")["links"]
    numbers = [version["number"] for version in link["versions"]]
    by_default = desk.json("show", "ward", "--diff")["diffs"]
    one_given = desk.json("show", "ward", "--diff", str(numbers[1]))["diffs"]
    (both_given,) = desk.json("show", "ward", "--diff", str(numbers[1]), str(numbers[0]))["diffs"]
    text = desk.run("show", "ward", "--diff").stdout
    listed = desk.run("show", "ward", "--versions").stdout
    wrong = desk.run("show", "ward", "--diff", "99")

    assert [(each["first_seen"], each["baseline"]) for each in link["versions"]] == [
        (WEEKS[0], True),
        (WEEKS[1], False),
        (WEEKS[2], False),
    ]
    assert [(each["old"]["number"], each["new"]["number"]) for each in (*by_default, *one_given)] == [
        (numbers[0], numbers[2]),
        (numbers[1], numbers[2]),
    ]
    assert (both_given["url"], both_given["drift"]) == (link["url"], "substantive")
    assert [change["pieces"] for change in both_given["changes"]] == [
        [
            {"mark": "kept", "text": "The fee for visitors is"},
            {"mark": "removed", "text": "$350"},
            {"mark": "added", "text": "$300"},
            {"mark": "kept", "text": "per month."},
        ]
    ]
    assert "words (main) under “Visiting students”\n    The fee for visitors is [-$300-] {+$400+} per month." in text
    assert f"version {numbers[0]}: 22 November 2026, 06:00 UTC to" in listed
    assert " ".join(listed.split()).count("the baseline") == 1
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert "version 99 is not kept; `monitor show ward --versions` lists those that are" in wrong.stderr
    assert desk.run("show", "ward", "1").returncode == 2


def test_the_report_opens_a_changed_page_word_by_word(desk: Desk) -> None:
    (told,) = html.fromstring(desk.report.read_text()).xpath("//details[@class='differences']")

    assert told.xpath("string(summary)") == "Read it word by word: 1 passage"
    assert told.xpath(".//p[@class='under']/bdi/text()") == ["Visiting students"]
    assert told.xpath(".//del/text()") == ["$300"]
    assert told.xpath(".//ins/text()") == ["$400"]
    assert told.xpath(".//time/@datetime") == ["2026-11-22T06:00Z", "2026-12-06T06:00Z"]


def test_without_a_database_there_is_nothing_to_compare_and_nothing_is_made(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write(listing("ward", "https://ward.example/visit"))

    assert desk.json("show", "ward", "--diff") == {"listing": "ward", "diffs": []}
    assert desk.json("show", "ward", "--versions")["links"] == [{"url": "https://ward.example/visit", "versions": []}]
    assert not desk.database.exists()
