"""Changed pages in the report, word by word: bounded, escaped, under their headings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import situations as given
from lxml import html

from monitor.core.compared import Compared
from monitor.core.content import Area
from monitor.core.finding import Finding, Rule, Situation, Standing, State
from monitor.core.listing import Severity
from monitor.core.look import Change, ChangeKind, Comparison, Drift
from monitor.report import build
from monitor.report.differences import MAX_PASSAGES
from monitor.report.page import render

AT = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
URL = "https://ward.example/visitors"


def changed(*changes: Change, rule: Rule = Rule.PAGE_CHANGED) -> Situation:
    """One open finding about the ward's page, and what differs there."""
    finding = Finding(rule, "ward", "link", Severity.WARNING, "It reads differently.", since=AT, opens_at=AT, url=URL)
    standing = Standing(finding, State.OPEN, AT, AT, source=None, line=None)
    compared = Compared(AT - timedelta(days=30), AT, Comparison(Drift.SUBSTANTIVE, 0.8, changes))
    return replace(given.quiet(), standings=(standing,), compared={("ward", URL): compared})


def opened(situation: Situation) -> list[html.HtmlElement]:
    return html.document_fromstring(render(build(situation))).xpath("//details[@class='differences']")


def fee(number: int) -> Change:
    return Change(ChangeKind.REPLACED, f"Fee {number} is $300", f"Fee {number} is $350", Area.MAIN, heading="Fees")


def test_words_of_pages_are_shown_and_never_obeyed() -> None:
    hostile = Change(ChangeKind.REPLACED, "a <script>x()</script> b", "a </del><img src=x> b", Area.MAIN, "<h1>\u202e")

    (told,) = opened(changed(hostile))

    assert told.xpath(".//script | .//img | .//h1") == []
    assert told.xpath(".//del/text()") == ["<script>x()</script>"]
    assert told.xpath(".//ins/text()") == ["</del><img src=x>"]
    assert told.xpath(".//p[@class='under']/bdi/text()") == ["<h1>\ufffd"]


def test_a_row_opens_so_many_passages_and_says_how_many_more_there_are() -> None:
    (told,) = opened(changed(*map(fee, range(MAX_PASSAGES + 3))))

    assert len(told.xpath(".//div[@class='passage']")) == MAX_PASSAGES
    assert told.xpath("string(.//p[@class='rest'])") == "3 more passages differ."


def test_of_long_text_that_both_have_only_what_stands_beside_a_change_is_shown() -> None:
    words = " ".join(f"w{n}" for n in range(200))

    (told,) = opened(changed(Change(ChangeKind.REPLACED, f"{words} $300", f"{words} $350", Area.MAIN)))

    shown = told.xpath("string(.//div[@class='passage'])").split()
    assert shown[0] == "…"
    assert shown[1:31] == [f"w{n}" for n in range(170, 200)]


def test_a_link_and_the_frame_of_a_page_are_told_apart_from_its_text() -> None:
    link = Change(ChangeKind.LINK, "https://a.example/1", "https://a.example/2", Area.MAIN, words="Apply")
    frame = Change(ChangeKind.ADDED, None, "Contact us", Area.CHROME)

    (told,) = opened(changed(link, frame))

    assert told.xpath(".//p[@class='under']/bdi/text()") == [
        "where the link “Apply” leads",
        "in the frame of the page",
    ]


def test_other_findings_open_no_page() -> None:
    assert opened(changed(fee(1), rule=Rule.LINK_MOVED)) == []
    assert opened(changed()) == []
