"""Where a dead page may have gone: found on the same site, or refused where nothing is sure."""

import gzip
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moved_site import Site, SitePage, front, html, relaunched, sitemap_of

from monitor.check.relocating import Searcher
from monitor.core.archive import ArchivedCopy, copy, question
from monitor.core.content import Block, Page
from monitor.core.fingerprint import fingerprint
from monitor.core.look import Hop, Reply, Version
from monitor.core.page import read
from monitor.core.relocation import Candidate, Relocation, candidates, choose, named_in_sitemap, shortlist, sources

ROOT = "https://lakeside.example.edu"
THEN = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(slots=True)
class AfterRelaunch:
    """The site as it answers now; every request is counted."""

    site: Site
    has_sitemap: bool = True
    asked: Counter[str] = field(default_factory=Counter)

    async def ask(self, url: str) -> Reply | None:
        self.asked[url] += 1
        body = self._body(url.removeprefix(ROOT))
        return Reply(url, url, (Hop(url, 200),), 200, (("content-type", "text/html"),), body) if body else None

    async def sought(self) -> dict[str, Relocation | None]:
        searcher = Searcher(self.ask, page_of)
        dead = (*self.site.moved, *self.site.gone)
        return {path: await searcher.search(ROOT + path, last_copy(self.site.before, path)) for path in dead}

    def _body(self, path: str) -> bytes:
        if path == "/":
            return front(self.site.after).encode()
        if path == "/sitemap.xml":
            return sitemap_of(self.site.after, ROOT).encode() if self.has_sitemap else b""
        found = self.site.after.get(path)
        return html(found, self.site.after).encode() if found else b""


async def page_of(reply: Reply) -> Page:
    return read(reply.body, "text/html", reply.final_url)


def last_copy(site: dict[str, SitePage], path: str) -> Version:
    page = read(html(site[path], site).encode(), "text/html", ROOT + path)
    return Version(fingerprint(page.title, page.blocks), page.title, page.blocks, THEN, THEN)


@pytest.mark.parametrize("seed", [7, 8, 9])
async def test_of_thirty_moved_pages_most_are_found_none_wrongly_and_each_costs_few_requests(seed: int) -> None:
    web = AfterRelaunch(relaunched(pages=300, moves=30, losses=10, seed=seed))
    found = await web.sought()
    right = [path for path, new in web.site.moved.items() if (at := found[path]) and at.url == ROOT + new]
    refused = [path for path, at in found.items() if at is None]
    assert len(right) >= 24
    assert set(found) == {*right, *refused}, "what is offered is the page"
    assert web.site.gone <= set(refused), "a page that was taken down has no new place"
    assert web.asked[f"{ROOT}/"] == web.asked[f"{ROOT}/sitemap.xml"] == 1, "what the site names is asked for once"
    assert web.asked.total() / len(found) <= 8


async def test_without_a_sitemap_what_the_front_page_names_is_found() -> None:
    web = AfterRelaunch(relaunched(seed=7), has_sitemap=False)
    found = await web.sought()
    right = [path for path, new in web.site.moved.items() if (at := found[path]) and at.url == ROOT + new]
    assert len(right) >= 12
    assert sum(at is not None for at in found.values()) == len(right)


WORDS = (
    "Visitors join the cardiology ward for four weeks and pay an application fee of 300 dollars in advance by bank " * 2
)


def page(text: str, title: str = "Cardiology elective") -> Page:
    return Page(title, (Block(text),))


def test_the_same_words_at_another_address_are_the_page() -> None:
    assert choose("Cardiology elective", (Block(WORDS),), [("https://a.example/new", page(WORDS))]) == Relocation(
        "https://a.example/new", 1.0, "100% like what the dead page last said, by its telling words"
    )


def test_two_pages_that_are_equally_like_it_are_no_answer() -> None:
    twice = [("https://a.example/one", page(WORDS)), ("https://a.example/two", page(WORDS))]
    assert choose("Cardiology elective", (Block(WORDS),), twice) is None


def test_a_list_of_many_pages_is_not_the_page() -> None:
    everything = WORDS + " ".join(f"word{n}" for n in range(2000))
    assert choose("Cardiology elective", (Block(WORDS),), [("https://a.example/all", page(everything))]) is None


def test_a_page_that_said_next_to_nothing_cannot_be_known_again() -> None:
    assert choose("Hi", (Block("Welcome to us"),), [("https://a.example/", page("Welcome to us", "Hi"))]) is None


def test_the_site_is_asked_from_the_nearest_page_above_to_its_sitemap() -> None:
    assert sources("https://a.example.edu/med/visitors/fees/2026.html?x=1") == (
        "https://a.example.edu/med/visitors/fees/",
        "https://a.example.edu/med/visitors/",
        "https://a.example.edu/",
        "https://a.example.edu/sitemap.xml",
    )


def test_candidates_are_pages_of_the_same_site_each_once_and_never_the_dead_one() -> None:
    named = [
        Candidate("https://a.example.edu/dead", "itself"),
        Candidate("https://a.example.edu/new#top", "New page"),
        Candidate("https://a.example.edu/new", "again"),
        Candidate("https://www.example.edu/other", "the university"),
        Candidate("https://elsewhere.example.org/new", "another site"),
        Candidate("https://a.example.edu/", "home"),
        Candidate("https://a.example.edu/photo.JPG", "a picture"),
        Candidate("mailto:a@example.edu", "write"),
        Candidate("https://a.example.edu/listed"),
    ]
    assert list(candidates("https://a.example.edu/dead", named)) == [
        Candidate("https://a.example.edu/new#top", "New page"),
        Candidate("https://www.example.edu/other", "the university"),
        Candidate("https://a.example.edu/listed"),
    ]


def test_words_that_every_address_bears_promise_nothing() -> None:
    known = [
        Candidate(f"https://a.example/visiting-students/{word}") for word in ("fees", "housing", "visa", "parking")
    ]
    assert shortlist("https://a.example/visiting-students/fees-2025", "", known) == (
        "https://a.example/visiting-students/fees",
    )


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_is_read_plain_and_packed(packed: bool) -> None:
    body = b'<?xml version="1.0"?><urlset><url><loc> https://a.example/x?a=1&amp;b=2 </loc></url><url><loc>bad'
    assert named_in_sitemap(gzip.compress(body) if packed else body) == (("https://a.example/x?a=1&b=2", "bad"), ())


def test_an_index_of_sitemaps_names_further_ones() -> None:
    assert named_in_sitemap(b"<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc></sitemap></sitemapindex>") == (
        (),
        ("https://a.example/s1.xml",),
    )


@given(st.binary(max_size=400))
def test_no_sitemap_is_too_strange_to_be_read(body: bytes) -> None:
    for hostile in (body, b"\x1f\x8b" + body, b"<sitemapindex><loc>" + body):
        pages, further = named_in_sitemap(hostile)
        assert not (pages and further)


@given(st.text(max_size=60), st.lists(st.tuples(st.text(max_size=60), st.text(max_size=40)), max_size=6))
def test_no_address_is_too_strange_to_be_weighed(dead: str, named: list[tuple[str, str]]) -> None:
    offered = [Candidate(f"https://a.example/{url}", words) for url, words in named]
    found = list(candidates(f"https://a.example/{dead}", offered))
    assert set(shortlist(f"https://a.example/{dead}", dead, found)) <= {each.url for each in found}


def test_the_archive_is_asked_for_the_copy_nearest_to_the_last_good_look() -> None:
    assert question("https://a.example/x?y=1", THEN) == (
        "https://archive.org/wayback/available?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&timestamp=20261101000000"
    )


def test_the_archives_answer_names_the_copy() -> None:
    body = (
        b'{"url": "a.example", "archived_snapshots": {"closest": {"status": "200", "available": true, '
        b'"url": "http://web.archive.org/web/20251030120000/https://a.example/x", "timestamp": "20251030120000"}}}'
    )
    assert copy(body) == ArchivedCopy(
        "https://web.archive.org/web/20251030120000/https://a.example/x", datetime(2025, 10, 30, 12, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    "body",
    [
        b'{"archived_snapshots": {}}',
        b"[]",
        b"<html>",
        b"\xff",
        b"[" * 100_000,
        b'{"archived_snapshots": {"closest": {"url": "javascript:alert(1)", "timestamp": "20251030120000"}}}',
        b'{"archived_snapshots": {"closest": {"url": "https://web.archive.org/web/1", "timestamp": "yesterday"}}}',
        b'{"archived_snapshots": {"closest": {"status": "404", "url": "https://web.archive.org/web/1", "timestamp": "20251030120000"}}}',  # noqa: E501
    ],
)
def test_an_answer_of_another_kind_names_none(body: bytes) -> None:
    assert copy(body) is None
