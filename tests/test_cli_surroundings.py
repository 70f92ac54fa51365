"""Made-up names, measured from the server's side, with the command line as a process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Desk, listing
from webs import Answer, Web, page, serving

pytestmark = pytest.mark.process

LANDING = page(
    "Welcome to Ward Hospital, where medicine has been taught since 1890. We care for patients from nine counties.",
    "We run twelve clinics, and publish the findings of our research every year. Call us for an appointment.",
    title="Ward Hospital",
)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


def test_a_server_that_knows_no_missing_page_is_asked_one_made_up_name_a_directory_and_robots_first(
    tmp_path: Path, web: Web
) -> None:
    web.otherwise = Answer(LANDING)
    own = page("Students from abroad pay 100 dollars a week.", "Apply by the first of May.", title="Costs")
    web.pages = {"/robots.txt": Answer("", 404), "/students/costs": Answer(own, headers={"ETag": '"a"'})}
    links = [web.url(path) for path in ("/students/costs", "/students/electives", "/students/visits", "/old/research")]
    desk = Desk(tmp_path)
    desk.write("".join(listing(f"ward-{n}", url) for n, url in enumerate(links)))

    first = desk.json("check")
    reasons = {row["listing"]: row["reason"] for row in first["links"]}
    assert reasons == {"ward-0": "ok", "ward-1": "soft-404", "ward-2": "soft-404", "ward-3": "soft-404"}
    assert web.order[0] == "/robots.txt"
    known = {url.removeprefix(web.url("")) for url in links} | {"/robots.txt"}
    made_up = [path for path in web.order if path not in known]
    assert sorted(path.rpartition("/")[0] for path in made_up) == ["/old", "/students"]

    web.order.clear()
    again = desk.json("check", MONITOR_NOW="2026-12-01T06:00:00Z")
    assert {row["listing"]: row["reason"] for row in again["links"]} == reasons
    assert [path for path in web.order if path not in known] == []
    costs = [headers for _, path, headers in web.asked if path == "/students/costs"]
    assert [headers.get("if-none-match") for headers in costs] == [None, None, '"a"']


def test_a_made_up_name_that_robots_txt_forbids_is_not_asked_for(tmp_path: Path, web: Web) -> None:
    web.otherwise = Answer(LANDING)
    web.pages = {"/robots.txt": Answer("User-agent: *\nDisallow: /\nAllow: /students/electives$\n")}
    desk = Desk(tmp_path)
    desk.write(listing("ward", web.url("/students/electives")))
    (row,) = desk.json("check")["links"]
    assert (row["reason"], web.order) == ("ok", ["/robots.txt", "/students/electives", "/students/electives"])
