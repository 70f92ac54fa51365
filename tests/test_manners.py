"""Politeness as a webmaster sees it: the command line as a process, measured at the server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Desk, listing
from webs import Answer, Web, page, serving

from monitor import __version__

pytestmark = pytest.mark.process

HURRIED = '[monitor]\ncontact = "https://guide.example/contact"\nhost_delay = "10ms"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


def test_one_request_at_a_time_robots_first_and_the_second_run_asks_only_for_changes(desk: Desk, web: Web) -> None:
    paths = [f"/{n}" for n in range(6)]
    for path in paths:
        web.pages[path] = Answer(page(f"Page {path}."), headers={"ETag": f'"{path}"'})
    first, second = (listing(name, *map(web.url, some)) for name, some in (("east", paths[:4]), ("west", paths[2:])))
    desk.write(HURRIED + first + second)
    for now in ("2026-11-22T06:00:00Z", "2026-11-23T06:00:00Z"):
        assert desk.run("check", MONITOR_NOW=now).returncode == 0

    assert web.most_at_once == 1
    assert web.order[0] == web.order[13] == "/robots.txt"
    assert (sorted(web.order[1:13]), sorted(web.order[14:])) == (sorted(paths * 2), paths)
    assert [headers.get("if-none-match") for _, _, headers in web.asked] == [None] * 12 + [
        f'"{path}"' for _, path, _ in web.asked[12:]
    ]
    assert {headers["user-agent"] for _, _, headers in web.asked} == {
        f"listings-monitor/{__version__} (+https://guide.example/contact)"
    }


def test_a_page_that_robots_txt_forbids_is_blocked_and_never_asked_for(desk: Desk, web: Web) -> None:
    web.pages["/robots.txt"] = Answer("User-agent: listings-monitor\nDisallow: /private")
    web.pages["/private"] = web.pages["/open"] = Answer(page("The fee is $300."))
    desk.write(HURRIED + listing("east", web.url("/private"), web.url("/open")))
    rows = {row["url"]: row for row in desk.json("check")["links"]}
    forbidden = rows[web.url("/private")]
    assert (forbidden["liveness"], forbidden["reason"], forbidden["status"], forbidden["hops"]) == (
        "blocked",
        "robots",
        None,
        [],
    )
    assert rows[web.url("/open")]["reason"] == "ok"
    assert web.order == ["/robots.txt", "/open", "/open"]


@pytest.mark.parametrize(
    ("status", "later"), [(429, "120"), (503, "120"), (429, "Sun, 22 Nov 2026 06:02:00 GMT")], ids=str
)
def test_retry_after_is_obeyed_by_the_next_process(desk: Desk, web: Web, status: int, later: str) -> None:
    web.pages["/a"] = Answer("<p>later</p>", status, {"Retry-After": later})
    web.pages["/b"] = Answer(page("The fee is $300."))
    desk.write(HURRIED + listing("east", web.url("/a")))
    recorded = desk.json("check", MONITOR_NOW="2026-11-22T06:00:00Z")["links"]
    assert web.order == ["/robots.txt", "/a"]

    desk.write(HURRIED + listing("east", web.url("/a"), web.url("/b")))
    result = desk.run("check", MONITOR_NOW="2026-11-22T06:01:00Z")
    assert web.order == ["/robots.txt", "/a"], "nobody is asked, for a page or for robots.txt"
    assert result.returncode == 0
    assert [line for line in result.stderr.splitlines() if "not asked" in line] == [
        f"not asked           its host asked us to wait until 2026-11-22T06:02:00Z  {web.url(path)}"
        for path in ("/a", "/b")
    ] + ["monitor: 2 links were not asked, because a host asked us to wait; a later check includes what was left out"]
    document = desk.json("check", "--due", MONITOR_NOW="2026-11-22T06:01:00Z")
    assert (document["links"], web.order) == ([], ["/robots.txt", "/a"])

    web.pages["/a"] = Answer(page("Page a."))
    rows = desk.json("check", MONITOR_NOW="2026-11-22T06:02:10Z")["links"]
    assert [row["reason"] for row in rows] == ["ok", "ok"]
    assert [row["checked_at"] for row in (*recorded, *rows)] == ["2026-11-22T06:00:00Z"] + ["2026-11-22T06:02:10Z"] * 2
    assert web.order[2] == "/robots.txt"
    assert sorted(web.order[3:]) == ["/a", "/a", "/b", "/b"]


def test_a_robots_txt_that_asks_for_patience_has_it(desk: Desk, web: Web) -> None:
    web.pages["/robots.txt"] = Answer("", 429, {"Retry-After": "120"})
    web.pages["/a"] = Answer(page("Page a."))
    desk.write(HURRIED + listing("east", web.url("/a")))
    for now, reason, asked in (
        ("2026-11-22T06:00:00Z", "rate-limited", 1),
        ("2026-11-22T06:01:00Z", "rate-limited", 1),
        ("2026-11-22T06:02:10Z", "rate-limited", 2),
    ):
        (row,) = desk.json("check", MONITOR_NOW=now)["links"]
        assert (row["liveness"], row["reason"], web.asked_for_robots) == ("blocked", reason, asked)
    assert web.asked == []
