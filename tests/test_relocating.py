"""Dead links are repaired: what took a page's place is offered with the finding, at the pace of the site."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from commands import Desk, listing
from fakes import DAY, Clock, FakeMemory, FakeWeb, Says, Sends, Shows, Watcher, draw_name, plan
from fakes import listing as a_listing
from moved_site import front, html, relaunched, sitemap_of
from webs import Answer, Web, serving

from monitor.check import run_pass
from monitor.core.archive import ArchivedCopy
from monitor.core.finding import Rule, Suggestion

OLD, NEW = "https://ward.example/visitors/fees-for-visitors", "https://ward.example/education/fees-for-visitors"
WORDS = (
    "Visiting students of the fourth year pay an application fee of 300 dollars and 1,200 dollars of tuition a month, "
    "by bank transfer, six weeks before their elective in internal medicine or cardiology begins."
)


async def test_the_page_that_took_a_dead_ones_place_is_offered_once_and_not_sought_again_for_a_month() -> None:
    clock, memory = Clock(), FakeMemory()
    web, wanted = FakeWeb(clock), plan(a_listing("ward", OLD))
    web.put(OLD, Shows(WORDS))
    await run_pass(wanted, web, memory, clock, Watcher(), draw_name=draw_name)
    clock.go(DAY)
    web.put(OLD, Says(404))
    web.put("https://ward.example/sitemap.xml", Shows(f"<loc>{NEW}</loc>"))
    web.put(NEW, Shows(f"{WORDS} We moved."))
    for _ in range(3):
        await run_pass(wanted, web, memory, clock, Watcher(), draw_name=draw_name)
        clock.go(DAY)

    (finding,) = (i.finding for i in memory.unresolved() if i.finding.rule is Rule.LINK_GONE)
    assert finding.suggestion == Suggestion("links[0].url", NEW)
    assert NEW in finding.message
    assert finding.evidence.expected == OLD
    assert web.asked(NEW) == 1
    clock.go(timedelta(days=30))
    await run_pass(wanted, web, memory, clock, Watcher(), draw_name=draw_name)
    assert web.asked(NEW) == 2

    web.put(OLD, Shows(WORDS))
    await run_pass(wanted, web, memory, clock, Watcher(), draw_name=draw_name)
    assert memory.history(OLD).search is None, "the page is back"


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_archive_is_asked_for_a_copy_only_where_the_catalogue_says_so(wanted: bool) -> None:
    clock, memory = Clock(), FakeMemory()
    web, chosen = FakeWeb(clock), plan(a_listing("ward", OLD))
    settings = replace(chosen.catalogue.settings, ask_archive=wanted)
    chosen = replace(chosen, catalogue=replace(chosen.catalogue, settings=settings))
    copied = "https://web.archive.org/web/20251030120000/" + OLD
    answer = f'{{"archived_snapshots": {{"closest": {{"url": "{copied}", "timestamp": "20251030120000"}}}}}}'
    web.put(OLD, Says(404))
    asked = "https://archive.org/wayback/available?url=https%3A%2F%2Fward.example%2Fvisitors%2Ffees-for-visitors"
    web.put(f"{asked}&timestamp={clock.now:%Y%m%d%H%M%S}", Sends(answer))
    await run_pass(chosen, web, memory, clock, Watcher(), draw_name=draw_name)

    (finding,) = (i.finding for i in memory.unresolved() if i.finding.rule is Rule.LINK_GONE)
    search = memory.history(OLD).search
    assert search is not None
    assert (copied in finding.message) is wanted
    assert search.copy == (ArchivedCopy(copied, search.copy.taken_at) if wanted and search.copy else None)
    assert finding.suggestion is None, "a copy is no new address"


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.mark.process
def test_a_relaunched_site_has_its_moved_pages_found_and_those_taken_down_refused(tmp_path: Path, web: Web) -> None:
    desk, site = Desk(tmp_path), relaunched(pages=300, moves=30, losses=10)
    dead = (*site.moved, *site.gone)
    desk.write(
        '[monitor]\nhost_delay = "1ms"\n'
        + "".join(listing(f"page-{n}", web.url(path)) for n, path in enumerate(dead))
    )  # fmt: skip
    web.pages = {path: Answer(html(page, site.before)) for path, page in site.before.items()}
    assert desk.run("check", MONITOR_NOW="2026-11-22T06:00:00Z").returncode == 0

    web.pages = {path: Answer(html(page, site.after)) for path, page in site.after.items()}
    web.pages["/"] = Answer(front(site.after))
    web.pages["/sitemap.xml"] = Answer(sitemap_of(site.after, web.url("")))
    web.order.clear()
    looks = 0
    for day in ("23", "24"):  # so many pages of one host are not all sought in one pass
        document = desk.json("check", MONITOR_NOW=f"2026-11-{day}T06:00:00Z")
        looks += 2 * len(dead) + 1  # each asked for, and confirmed; robots.txt before them

    gone = {f["url"]: f for f in document["findings"] if f["rule"] == "link-gone"}
    assert set(gone) == {web.url(path) for path in dead}
    offered = {path: _offered(gone[web.url(path)]) for path in dead}
    right = [path for path, new in site.moved.items() if offered[path] == web.url(new)]
    wrong = [path for path in dead if offered[path] and path not in right]
    assert (len(right) >= 24, wrong) == (True, [])
    assert (len(web.order) - looks) / len(dead) <= 8, "requests for each search"


def _offered(finding: dict[str, Any]) -> str | None:
    suggestion = finding["suggestion"]
    assert suggestion is None or suggestion["key"] == "links[0].url"
    return suggestion["value"] if suggestion else None
