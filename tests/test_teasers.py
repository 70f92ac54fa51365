"""Sections that point away from the page belong to its furniture; a section that says something itself does not."""

import pytest

from monitor.core.content import Area, Page
from monitor.core.drift import compare
from monitor.core.look import Drift
from monitor.core.page import read

URL = "https://a.example/electives"
TEXT = (
    "<h1>Electives</h1><p>Students of the final year may apply for a place in the wards. The fee is $300.</p>"
    "<h2>Documents</h2><ul><li><a href=/form>Application form</a></li><li><a href=/shots>Immunizations</a></li></ul>"
)
NEWS = "<h3>Latest News</h3><ul><li><a href=/1>Dean receives award</a> May 4<li><a href=/2>New wing opens</a></ul>"


def page(*parts: str, frame: str = "div") -> Page:
    return read(f"<title>Electives</title><{frame}>{''.join(parts)}</{frame}>".encode(), None, URL)


def own(of: Page) -> list[str]:
    return [block.text for block in of.blocks if block.area is Area.MAIN]


@pytest.mark.parametrize("frame", ["div", "main"])
@pytest.mark.parametrize(
    "heading",
    ["Latest News", "Related articles:", "YOU MAY ALSO LIKE", "Das könnte Sie auch interessieren", "À lire aussi"],
)
def test_headlines_under_such_a_heading_are_furniture(heading: str, frame: str) -> None:
    section = NEWS.replace("Latest News", heading)
    there, gone = page(TEXT, section, frame=frame), page(TEXT, frame=frame)
    assert own(there) == own(gone)
    other = page(TEXT, section.replace("Dean receives award", "Match Day is near"), frame=frame)
    assert compare(there, other).drift is Drift.COSMETIC
    assert [link.area for link in there.links] == [Area.MAIN, Area.MAIN, Area.CHROME, Area.CHROME]


def test_a_heading_that_nothing_follows_is_furniture_too() -> None:
    assert compare(page(TEXT), page(TEXT, "<h3>Recently viewed articles</h3>")).drift is not Drift.SUBSTANTIVE


@pytest.mark.parametrize(
    "section",
    [
        "<h3>News</h3><p>From 2027 on, no students from abroad are taken.</p>",
        "<h3>Events</h3><p>Interviews are held on May 4 in room 12.</p>",
        "<h3>Forms</h3><ul><li><a href=/1>Request for housing</a></li></ul>",
        "<h1>Latest News</h1><ul><li><a href=/1>Dean receives award</a></li></ul>",
    ],
    ids=["news that are told", "events that are told", "another heading", "a page about its news"],
)
def test_a_section_that_says_something_itself_is_the_page_s_own(section: str) -> None:
    assert compare(page(TEXT), page(TEXT, section)).drift is Drift.SUBSTANTIVE


def test_such_a_section_ends_with_the_next_heading_and_with_prose() -> None:
    after = "<h3>Contact</h3><p>Write to the office.</p>"
    prose = f"<p>{'Students report to the office of the ward. ' * 6}</p>"
    assert own(page(TEXT, NEWS, after))[-2:] == ["Contact", "Write to the office."]
    assert own(page(TEXT, NEWS, prose))[-1].startswith("Students report")
