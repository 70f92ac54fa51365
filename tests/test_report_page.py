"""The report as HTML: self-contained, forbidden to run or fetch anything, in order for eyes and for screen readers."""

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
import situations as given
from lxml import html

from monitor.core.finding import Situation
from monitor.report import build
from monitor.report.page import render


def page_of(situation: Situation) -> html.HtmlElement:
    return html.document_fromstring(render(build(situation)))


SITUATIONS = {
    "rich": given.rich(),
    "quiet": given.quiet(),
    "offline": replace(given.rich(), offline=True),
    "no links": replace(given.quiet(), links=()),
}
every_situation = pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS.keys())


@every_situation
def test_the_page_fetches_nothing_and_runs_nothing(situation: Situation) -> None:
    page = page_of(situation)
    assert page.xpath("//script | //img | //iframe | //object | //embed | //form | //link[not(@rel='icon')]") == []
    assert page.xpath("//@*[starts-with(name(), 'on')] | //@style | //@src") == []
    assert page.xpath("//link/@href") == ["data:,"]
    (style,) = page.xpath("//style/text()")
    assert not re.search(r"@import|url\(|@font-face", style)
    for link in page.xpath("//a[not(starts-with(@href, '#'))]"):
        assert link.get("href").startswith(("https://", "http://"))
        assert (link.get("rel"), link.get("referrerpolicy")) == ("noopener noreferrer nofollow", "no-referrer")


@every_situation
def test_the_policy_lets_in_our_style_sheet_and_nothing_else(situation: Situation) -> None:
    text = render(build(situation))
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = html.document_fromstring(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


@every_situation
def test_headings_skip_no_level_and_none_is_empty(situation: Situation) -> None:
    page = page_of(situation)
    headings = page.xpath("//h1 | //h2 | //h3 | //h4")
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(heading.text_content().strip() for heading in headings)
    for section in page.xpath("//section"):
        assert section.xpath(".//article | .//li")


@every_situation
def test_ids_are_unique_and_every_inner_link_has_a_target(situation: Situation) -> None:
    page = page_of(situation)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//a/@href[starts-with(., '#')]")} <= set(ids)
    assert set(page.xpath("//section/@aria-labelledby")) <= set(ids)


@every_situation
def test_the_page_names_its_language_title_and_landmarks(situation: Situation) -> None:
    page = page_of(situation)
    assert page.get("lang") == "en"
    assert page.xpath("//title/text()") == [f"{situation.title} – freshness report, 22 Nov 2026, 06:00 UTC"]
    assert page.xpath("//h1")[0].text_content() == situation.title
    assert page.xpath("//meta[@charset]/@charset") == ["utf-8"]
    assert page.xpath("//meta[@name='color-scheme']/@content") == ["light dark"]
    assert [len(page.xpath(f"/html/body/{tag}")) for tag in ("header", "main", "footer")] == [1, 1, 1]


def test_every_finding_can_be_linked_to_by_its_id() -> None:
    page = page_of(given.rich())
    ids = set(page.xpath("//@id"))
    assert {standing.finding.id for standing in (*given.rich().standings, *given.rich().resolved)} <= ids


def test_what_was_and_what_is_now_are_told_apart_by_words_too() -> None:
    page = page_of(given.rich())
    (row,) = [row for row in page.xpath("//article") if "$300; the" in row.text_content()]
    assert row.xpath(".//del")[0].text_content() == "was: $300"
    assert row.xpath(".//ins")[0].text_content() == "now: $350"
    assert [term.text_content() for term in row.xpath(".//dt")] == ["The guide says", "The page says"]


def test_every_row_says_its_severity_in_a_word() -> None:
    badges = [badge.text_content() for badge in page_of(given.rich()).xpath("//article/p/span[@class='badge']")]
    assert set(badges) == {"Error", "Warning", "Note", "Resolved", "Accepted", "Acknowledged", "Snoozed"}


def test_a_cut_address_is_whole_in_its_link_and_its_title() -> None:
    url = "https://medicine.lakeshore.example/admissions/visiting-students/international/fourth-year-elective/apply-now.html"
    (link,) = page_of(given.rich()).xpath(f"//a[@href='{url}']")
    assert (link.get("title"), "…" in link.text_content()) == (url, True)


@every_situation
def test_no_line_of_a_template_is_left_over(situation: Situation) -> None:
    text = render(build(situation))
    assert "None" not in html.document_fromstring(text).text_content()
    assert not re.search(r"\{\{|\{%|Undefined", text)
