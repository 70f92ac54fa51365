"""The demo: six weeks of a small web, judged by the real pipeline."""

import asyncio
import os
import re
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from monitor.catalogue import load
from monitor.core import page as pages
from monitor.core.content import Area
from monitor.core.finding import Evidence, Rule, Standing, State, Suggestion
from monitor.core.listing import Severity
from monitor.core.look import Reason
from monitor.core.wording import money
from monitor.demo import run, telling
from monitor.demo.correcting import proposed
from monitor.demo.places import PLACES
from monitor.demo.server import LOOPBACK, Server, Visit
from monitor.demo.story import Lived, live, places_in, read_page, unpack
from monitor.demo.web import Answer, Chapter, Forbidden, Missing, Moved, Place, Shown, Web
from monitor.demo.weeks import KNOWN, OUTAGE, ROUNDS, SimulatedClock
from monitor.errors import OperatorError
from monitor.store import opened_to_read

MOST_SECONDS = 60  # some four where nothing else runs
NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)

Dump = dict[str, list[tuple[object, ...]]]


@dataclass
class Story:
    """A demo that has been lived through, with what lay in the database after each round."""

    folder: Path
    report: Path
    seconds: float
    rounds: list[Lived] = field(default_factory=list)
    dumps: list[Dump] = field(default_factory=list)
    messages: list[set[str]] = field(default_factory=list)  # of all findings that the store holds
    resolved: list[set[str]] = field(default_factory=list)  # listings with a finding that has ended

    def week(self, number: int) -> Lived:
        return self.rounds[number - 1]

    @property
    def last(self) -> Lived:
        return self.rounds[-1]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("demo")
    told = Story(folder, folder, 0.0)

    def tell(lived: Lived) -> None:
        told.rounds.append(lived)
        told.dumps.append(dumped(folder / "monitor.db"))
        told.messages.append({str(row[0]) for row in asked(folder / "monitor.db", "SELECT message FROM incident")})
        with opened_to_read(places_in(folder).database) as store:
            assert store is not None
            told.resolved.append({incident.finding.listing for incident in store.remembered().resolved})

    began = time.monotonic()
    told.report = asyncio.run(asyncio.wait_for(live(unpack(folder), places_in(folder), tell), MOST_SECONDS))
    told.seconds = time.monotonic() - began
    return told


def asked(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def dumped(database: Path) -> Dump:
    """Every row of every table but the passes themselves."""
    tables = [str(name) for (name,) in asked(database, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: asked(database, f"SELECT * FROM {name} ORDER BY 1") for name in tables if name != "pass"}


def standing(lived: Lived, rule: Rule, listing: str) -> Standing:
    [found] = [
        standing
        for standing in lived.outcome.situation.standings
        if (standing.finding.rule, standing.finding.listing) == (rule, listing)
    ]
    return found


def states(lived: Lived) -> dict[tuple[str, str], str]:
    return {(s.finding.listing, s.finding.rule): s.state for s in lived.outcome.situation.standings}


# --- the scenes ---------------------------------------------------------------------------------------------------


def test_at_the_end_everything_that_befell_the_web_has_its_finding_and_nothing_else_has(story: Story) -> None:
    assert states(story.last) == {
        ("lakeshore-observership", "link-gone"): "open",
        ("northfield-electives", "link-moved"): "open",
        ("riverbend-electives", "page-changed"): "open",
        ("riverbend-electives", "claim-refuted"): "open",  # a fee and a deadline
        ("hollowell-pediatrics", "page-changed"): "open",
        ("hollowell-pediatrics", "claim-vanished"): "open",
        ("tamarack-surgery", "page-changed"): "open",
        ("tamarack-surgery", "program-closed"): "open",
        ("riverbend-electives", "claim-expired"): "open",  # a deadline that comes within thirty days
        ("copperline-sub-internship", "link-blocked"): "pending",
        ("harrow-bay-observer", "claim-expired"): "open",
        ("alder-pathology", "listing-stale"): "open",
        ("east-fork-family-medicine", "link-missing"): "acknowledged",
        ("east-fork-family-medicine", "listing-incomplete"): "open",
        ("marrow-and-pine-placements", "link-missing"): "accepted",
    }


def test_a_page_that_is_not_there_any_more_is_open_at_once_and_dead_after_some_days(story: Story) -> None:
    third, last = (standing(lived, Rule.LINK_GONE, "lakeshore-observership") for lived in (story.week(3), story.last))
    assert ("lakeshore-observership", "link-gone") not in states(story.week(2))
    for found in (third, last):
        assert (found.state, found.finding.reason, found.finding.severity) == (
            State.OPEN,
            Reason.NOT_FOUND,
            Severity.ERROR,
        )
        assert found.since.date() == ROUNDS[2].at.date()
    assert "is not there any more" in third.finding.message
    assert "has been dead since 28 September 2026" in last.finding.message


def test_a_moved_page_comes_with_its_new_address(story: Story) -> None:
    found = standing(story.week(3), Rule.LINK_MOVED, "northfield-electives").finding
    new = "http://medicine.northfield.example/admissions/visiting-students/international-electives"
    assert found.suggestion == Suggestion("links[0].url", new)
    assert found.reason is Reason.PERMANENT_REDIRECT


def test_a_dead_page_comes_with_the_place_where_its_words_stand_now(story: Story) -> None:
    found = standing(story.week(3), Rule.LINK_GONE, "lakeshore-observership").finding
    new = "http://www.lakeshore-hospital.example/education/visitors/internal-medicine-observership.html"
    assert found.suggestion == Suggestion("links[0].url", new)


def test_a_refuted_price_comes_with_the_words_of_the_page_and_the_price_to_write(story: Story) -> None:
    fee, due = (
        next(each.finding for each in story.week(4).outcome.situation.standings if each.finding.subject == subject)
        for subject in ("fee:application", "deadline:application")
    )
    assert (fee.rule, fee.evidence, fee.suggestion) == (
        Rule.CLAIM_REFUTED,
        Evidence("Application fee | $350 | with the form", expected="$300", found="$350"),
        Suggestion("fees[0].amount", Decimal(350)),
    )
    assert (due.rule, due.suggestion) == (Rule.CLAIM_REFUTED, Suggestion("deadlines[0].date", date(2026, 11, 1)))


def test_a_contact_that_vanished_counts_after_a_second_look(story: Story) -> None:
    fourth, last = (
        standing(lived, Rule.CLAIM_VANISHED, "hollowell-pediatrics") for lived in (story.week(4), story.last)
    )
    assert (fourth.state, last.state) == (State.PENDING, State.OPEN)
    assert last.finding.evidence.quote == "Write to students@hollowell.example and allow a week for an answer."


def test_a_page_that_shuts_the_door_comes_with_its_words(story: Story) -> None:
    found = standing(story.week(4), Rule.PROGRAM_CLOSED, "tamarack-surgery").finding
    assert found.evidence.quote == "The program for students from abroad has been suspended until further notice."


def test_a_page_that_only_changes_its_furniture_is_no_news(story: Story) -> None:
    page = "http://www.wardbridge.example/programs/hands-on-externship/"
    fetched = [visit.status for lived in story.rounds for visit in lived.visits if visit.url == page]
    assert fetched.count(200) == 4
    assert {listing for listing, _ in states(story.last)}.isdisjoint({"wardbridge-externship"})


def test_what_the_maintainer_knows_does_not_count(story: Story) -> None:
    known_of = standing(story.week(3), Rule.LINK_MISSING, KNOWN.listing)
    assert (known_of.state, known_of.note) == (State.ACKNOWLEDGED, KNOWN.note)
    assert story.week(3).happened[-1] == KNOWN.told


def test_the_corrections_are_those_that_fix_would_write(story: Story) -> None:
    loaded = replace(load(story.folder / "listings.toml"), path="listings.toml")
    lines = proposed(loaded, story.last.outcome.situation).splitlines()
    assert [line for line in lines if line.startswith(("-", "+")) and "url" not in line] == [
        "--- listings.toml",
        "+++ listings.toml",
        '-  { kind = "application", amount = 300 },',
        '+  { kind = "application", amount = 350 },',
        '-deadlines = [{ what = "application", date = 2026-11-15 }]',
        '+deadlines = [{ what = "application", date = 2026-11-01 }]',
        '-  { kind = "tuition", amount = 1000, per = "month", until = 2026-09-30 },',
    ]
    assert sum("url" in line for line in lines if line.startswith("+")) == 2


def test_a_changed_page_comes_with_the_words_that_changed(story: Story) -> None:
    found = standing(story.week(4), Rule.PAGE_CHANGED, "riverbend-electives").finding
    now = "Application fee | $350 | with the form\nThe application deadline for spring 2027 is November 1, 2026."
    assert found.evidence == Evidence(
        quote=now,
        expected="Application fee | $300 | with the form\n"
        "The application deadline for spring 2027 is November 15, 2026.",
        found=now,
    )


def test_a_change_stands_although_the_page_has_not_changed_since(story: Story) -> None:
    fees = "http://www.riverbend.example/med/electives/fees.html"
    assert [visit.status for visit in story.week(6).visits if visit.url == fees] == [304]
    assert standing(story.week(6), Rule.PAGE_CHANGED, "riverbend-electives").state is State.OPEN


def test_a_page_that_refuses_us_is_no_news(story: Story) -> None:
    found = standing(story.last, Rule.LINK_BLOCKED, "copperline-sub-internship")
    assert (found.state, found.finding.reason, found.finding.severity) == (
        State.PENDING,
        Reason.FORBIDDEN,
        Severity.NOTE,
    )


def test_a_price_expires_without_anybody_touching_a_page(story: Story) -> None:
    assert standing(story.week(3), Rule.CLAIM_EXPIRED, "harrow-bay-observer").finding.severity is Severity.NOTE
    found = standing(story.week(4), Rule.CLAIM_EXPIRED, "harrow-bay-observer").finding
    assert found.severity is Severity.ERROR
    assert found.suggestion == Suggestion("fees[0]")
    assert found.evidence.found == "$1,200 per month"
    page = "http://intl.harrow-bay.example/programs/observer"
    assert [visit.status for visit in story.week(4).visits if visit.url == page] == [304]


def test_an_outage_of_our_own_network_changes_nothing(story: Story) -> None:
    week = story.week(5)
    assert OUTAGE.holds(week.round.at)
    assert week.outcome.summary.offline
    assert week.visits == ()
    assert story.dumps[4] == story.dumps[3]
    assert states(week) == states(story.week(4))


def test_a_page_that_is_back_needs_a_second_good_look(story: Story) -> None:
    key = ("sandhill-neurology", "link-gone")
    assert [states(lived).get(key) for lived in story.rounds] == [None, None, "open", "open", "open", "open", None]
    assert [seen.url for seen in story.last.seen] == ["http://neurology.sandhill.example/education/observers"]
    [ended] = story.last.outcome.situation.resolved
    delay = load(story.folder / "listings.toml").catalogue.settings.host_delay  # the page comes after robots.txt
    assert (ended.finding.listing, ended.finding.rule, ended.resolved_at) == (*key, ROUNDS[-1].at + delay)


# --- manners ------------------------------------------------------------------------------------------------------


def test_a_page_that_two_listings_share_is_asked_for_once_a_week(story: Story) -> None:
    shared = "http://gme.stonebridge.example/visiting/"
    asked_for = [sum(visit.url == shared for visit in lived.visits) for lived in story.rounds]
    assert asked_for == [2, 1, 1, 1, 0, 1, 0]  # twice at first: what differs within minutes is noise


def page_visits(lived: Lived) -> list[Visit]:
    return [visit for visit in lived.visits if not visit.url.endswith("/robots.txt")]


def test_robots_txt_comes_first_on_every_host_and_once_a_week(story: Story) -> None:
    for lived in story.rounds:
        for host in {urlsplit(visit.url).netloc for visit in lived.visits}:
            asked_for = [urlsplit(visit.url).path for visit in lived.visits if urlsplit(visit.url).netloc == host]
            assert asked_for.index("/robots.txt") == 0
            assert asked_for.count("/robots.txt") == 1


def test_from_the_second_week_on_only_changes_are_asked_for(story: Story) -> None:
    first, second = story.week(1), story.week(2)
    made_up = [visit for visit in page_visits(first) if "a-name-that-nobody-gave" in visit.url]
    pages = [visit for visit in page_visits(first) if visit not in made_up]
    assert {(visit.conditional, visit.status) for visit in pages} == {(False, 200)}
    assert {(visit.conditional, visit.status) for visit in page_visits(second)} == {(True, 304)}
    assert {visit.url for visit in first.visits} - {visit.url for visit in made_up} == {v.url for v in second.visits}
    assert {visit.status for visit in made_up} == {404}
    directories = [visit.url.rpartition("/")[0] for visit in made_up]
    assert len(directories) == len(set(directories)), "one made-up name a directory"


def test_bad_news_about_a_page_is_asked_for_a_second_time(story: Story) -> None:
    gone = "http://www.lakeshore-hospital.example/departments/internal-medicine/observership.html"
    visits = [visit for visit in story.week(3).visits if visit.url == gone]
    assert [(visit.conditional, visit.status) for visit in visits] == [(True, 404), (False, 404)]
    gap = load(story.folder / "listings.toml").catalogue.settings.host_delay
    assert visits[1].at - visits[0].at >= gap > timedelta()


def test_six_weeks_pass_in_seconds_and_the_report_is_there(story: Story) -> None:
    assert story.seconds < MOST_SECONDS
    assert "Electives in an invented country" in story.report.read_text("utf-8")
    assert str(story.folder) not in story.report.read_text("utf-8")


# --- what is said -------------------------------------------------------------------------------------------------


def paragraphs(lines: list[str]) -> list[tuple[str, str]]:
    """(label, text) of every item of the story, unwrapped."""
    found: list[tuple[str, str]] = []
    for line in lines:
        label, text = line[2:12].strip(), line[12:]
        if label:
            found.append((label, text))
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}") if found else ("", text)
    return found


def told(lived: Lived) -> list[tuple[str, str]]:
    return paragraphs(
        list(telling.news(lived.before, lived.outcome.situation, lived.outcome.summary, lived.seen)),
    )


def test_the_story_mentions_no_finding_that_the_store_does_not_hold(story: Story) -> None:
    mentioned = Counter[str]()
    for number, lived in enumerate(story.rounds):
        names = lived.outcome.situation.names
        for label, text in told(lived):
            mentioned[label] += 1
            match label:
                case "open" | "waiting" | "accepted" | "known":
                    assert any(message in text for message in story.messages[number]), text
                case "over":
                    assert any(names[listing] in text for listing in story.resolved[number]), text
                case "back":
                    listing = next(listing for listing, name in names.items() if name in text)
                    assert states(lived)[listing, "link-gone"] == "open"
                case "offline":
                    assert lived.outcome.summary.offline
                case _:
                    assert label in {"pages", "standing"}
    assert {
        label: mentioned[label] for label in ("open", "waiting", "accepted", "known", "back", "over", "offline")
    } == {
        "open": 16,
        "waiting": 2,
        "accepted": 1,
        "known": 1,
        "back": 1,
        "over": 1,
        "offline": 1,
    }


def test_every_finding_that_the_store_opens_is_told_in_its_round(story: Story) -> None:
    for number, lived in enumerate(story.rounds):
        said = " ".join(text for _, text in told(lived))
        new = {s.finding for s in lived.outcome.situation.standings if s.finding.id not in known(lived)}
        assert {finding.message for finding in new} <= story.messages[number]
        assert all(finding.message in said for finding in new)


def known(lived: Lived) -> set[str]:
    return {standing.finding.id for standing in lived.before.standings}


def test_headings_count_what_the_looks_found(story: Story) -> None:
    assert [telling.heading(v.round.name, v.outcome.summary, v.seen) for v in story.rounds] == [
        "Week 1 · Mon 14 September 2026 · 13 links looked at: 13 alive",
        "Week 2 · Mon 21 September 2026 · 13 links looked at: 13 alive",
        "Week 3 · Mon 28 September 2026 · 13 links looked at: 10 alive, 1 moved, 2 gone",
        "Week 4 · Mon 5 October 2026 · 13 links looked at: 9 alive, 1 moved, 2 gone, 1 blocked",
        "Week 5 · Mon 12 October 2026 · offline",
        "Week 6 · Mon 19 October 2026 · 13 links looked at: 10 alive, 1 moved, 1 gone, 1 blocked",
        "Two hours later · Mon 19 October 2026 · 1 link looked at: 1 alive",
    ]


async def test_two_demos_tell_the_same_whatever_proxy_the_machine_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    stories: list[list[str]] = []
    for folder, proxy in ((one, ""), (two, "http://127.0.0.1:9")):
        folder.mkdir()
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy)
        lines: list[str] = []
        report = await run(lines.append, folder)
        assert report.is_relative_to(folder)
        stories.append([line.replace(str(folder), "FOLDER") for line in lines])
    assert stories[0] == stories[1]
    assert "offline" in {line[2:12].strip() for line in stories[0]}
    assert (one / "reports" / "index.html").read_bytes() == (two / "reports" / "index.html").read_bytes()


async def test_a_folder_that_holds_a_catalogue_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "listings.toml"
    mine.write_text("mine")
    with pytest.raises(OperatorError, match="name an empty folder"):
        await run(lambda _: None, tmp_path)
    assert (os.listdir(tmp_path), mine.read_text()) == (["listings.toml"], "mine")  # noqa: PTH208


async def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be written"):
        await run(lambda _: None, tmp_path / "nowhere")


# --- the web and the catalogue ------------------------------------------------------------------------------------


def test_every_link_of_the_catalogue_opens_in_the_first_week(tmp_path: Path) -> None:
    loaded, web = unpack(tmp_path), Web(PLACES, read_page)
    answers = {url: answer_to(web, url, ROUNDS[0].at).status for url in loaded.catalogue.urls()}
    assert answers == dict.fromkeys((place.url for place in PLACES if place.at(ROUNDS[0].at)), 200)


def test_every_price_and_mailbox_of_the_catalogue_stands_on_a_page_of_its_listing(tmp_path: Path) -> None:
    web = Web(PLACES, read_page)
    for listing in unpack(tmp_path).catalogue.listings:
        bodies = (answer_to(web, link.url, ROUNDS[0].at).body for link in listing.links)
        shown = (pages.read(body, "text/html; charset=utf-8", "http://x.example/") for body in bodies)
        text = " ".join(block.text for page in shown for block in page.blocks)
        stated = [
            *(money(fee.amount, fee.currency) for fee in listing.fees),
            *(contact.email for contact in listing.contacts if contact.email),
        ]
        assert not listing.links or [value for value in stated if value not in text] == []


def test_every_page_has_a_main_text_and_furniture_or_is_as_plain_as_pages_were(tmp_path: Path) -> None:
    web = Web(PLACES, read_page)
    for url in unpack(tmp_path).catalogue.urls():
        page = pages.read(answer_to(web, url, ROUNDS[0].at).body, "text/html; charset=utf-8", url)
        assert page.title
        assert sum(len(block.text.split()) for block in page.blocks if block.area is Area.MAIN) > 40


def test_all_hosts_are_under_a_domain_that_exists_nowhere() -> None:
    assert {host.rpartition(".")[2] for host in Web(PLACES, read_page).hosts} == {"example"}


def answer_to(web: Web, url: str, moment: datetime) -> Answer:
    match = re.fullmatch(r"http://([^/]+)(/.*)", url)
    assert match is not None
    return web.answer(match[1], match[2], moment)


# --- the web alone ------------------------------------------------------------------------------------------------

MORNING, EVENING = NOON - timedelta(hours=6), NOON + timedelta(hours=6)


def small_web(*later: Chapter) -> Web:
    place = Place("http://a.example/page", "page.html", (Chapter(MORNING, Shown()), *later))
    return Web([place], lambda name: f"<p>{name} costs $5</p>")


def test_a_place_is_as_its_last_chapter_says() -> None:
    web = small_web(
        Chapter(NOON, Shown((("$5", "$6"),)), "dearer"),
        Chapter(NOON + timedelta(hours=1), Moved("http://b.example/"), "moved"),
        Chapter(NOON + timedelta(hours=2), Missing(), "gone"),
        Chapter(NOON + timedelta(hours=3), Forbidden(), "shut"),
    )
    moments = (MORNING - timedelta(seconds=1), MORNING, *(NOON + timedelta(hours=hours) for hours in range(4)))
    assert [web.answer("A.example", "/page", moment) for moment in moments] == [
        Answer(404, b"<p>404.html costs $5</p>"),
        Answer(200, b"<p>page.html costs $5</p>", modified=MORNING),
        Answer(200, b"<p>page.html costs $6</p>", modified=NOON),
        Answer(301, location="http://b.example/"),
        Answer(404, b"<p>404.html costs $5</p>"),
        Answer(403, b"<p>403.html costs $5</p>"),
    ]
    assert web.happened(MORNING, NOON + timedelta(hours=2)) == ("dearer", "moved", "gone")
    assert web.happened(NOON, NOON) == ()


def test_only_hosts_of_the_web_have_a_front_page() -> None:
    web = small_web()
    asked_for = (("a.example", "/"), ("a.example", "/other"), ("b.example", "/"))
    assert [web.answer(host, target, NOON).status for host, target in asked_for] == [200, 404, 404]


def test_whoever_holds_the_page_already_is_told_so() -> None:
    answer = small_web().answer("a.example", "/page", NOON)
    other = '"other"'
    before, at, junk = "Mon, 14 Sep 2026 05:59:59 GMT", "Mon, 14 Sep 2026 06:00:00 GMT", "yesterday"
    asked_with = [
        (answer.etag, None),
        (f"{other}, W/{answer.etag}", None),
        (other, at),  # the tag goes before the date
        (None, at),
        (None, before),
        (None, junk),
        (None, None),
    ]
    assert [answer.as_asked(*held).status for held in asked_with] == [304, 304, 200, 304, 200, 200, 200]
    assert Answer(404, b"no").as_asked(answer.etag, at) == Answer(404, b"no")


def test_a_passage_that_is_not_there_cannot_be_rewritten() -> None:
    web = small_web(Chapter(NOON, Shown((("$7", "$8"),))))
    with pytest.raises(AssertionError, match="must stand there once"):
        web.answer("a.example", "/page", NOON)


# --- the server ---------------------------------------------------------------------------------------------------


@asynccontextmanager
async def talking(server: Server) -> AsyncIterator[Callable[[bytes], asyncio.Future[bytes]]]:
    """A connection to the server, on which one can say something and hear the answer's head and body."""
    reader, writer = await asyncio.open_connection(LOOPBACK, server.port)

    async def say(words: bytes) -> bytes:
        writer.write(words)
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"Content-Length: (\d+)", head)
        return head + await reader.readexactly(int(length[1]) if length else 0)

    try:
        yield lambda words: asyncio.ensure_future(say(words))
    finally:
        writer.close()
        await writer.wait_closed()


async def test_one_connection_serves_many_requests() -> None:
    async with Server(small_web(), SimulatedClock(NOON)) as server, talking(server) as say:
        page = await say(b"GET /page HTTP/1.1\r\nHost: a.example\r\n\r\n")
        tag = re.search(rb'ETag: ("\w+")', page)
        assert tag is not None
        again = await say(b"GET /page HTTP/1.1\r\nhost: a.example:80\r\nIF-NONE-MATCH: " + tag[1] + b"\r\n\r\n")
        other = await say(b"POST /page HTTP/1.1\r\nHost: a.example\r\n\r\n")
        mumbling = await say(b"hello\r\n\r\n")
        visits = list(server.visits)
    assert page == (
        b"HTTP/1.1 200 OK\r\nDate: Mon, 14 Sep 2026 12:00:00 GMT\r\nServer: demo\r\n"
        b"Last-Modified: Mon, 14 Sep 2026 06:00:00 GMT\r\nETag: " + tag[1] + b"\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Length: 25\r\n\r\n<p>page.html costs $5</p>"
    )
    assert again.startswith(b"HTTP/1.1 304 Not Modified\r\n")
    assert again.endswith(b"\r\n\r\n")
    assert other.startswith(b"HTTP/1.1 405 ")
    assert mumbling.startswith(b"HTTP/1.1 400 ")
    assert visits == [
        Visit(NOON, "http://a.example/page", conditional=False, status=200),
        Visit(NOON, "http://a.example/page", conditional=True, status=304),
    ]


async def test_whoever_talks_without_end_is_hung_up_on() -> None:
    async with Server(small_web(), SimulatedClock(NOON)) as server:
        reader, writer = await asyncio.open_connection(LOOPBACK, server.port)
        writer.write(b"GET /" + b"a" * 100_000)
        with pytest.raises((asyncio.IncompleteReadError, ConnectionError)):
            await reader.readuntil(b"\r\n\r\n")
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def test_the_end_of_the_server_ends_open_connections() -> None:
    async with Server(small_web(), SimulatedClock(NOON)) as server:
        reader, writer = await asyncio.open_connection(LOOPBACK, server.port)
        writer.write(b"GET /page HTTP/1.1\r\nHost: a.example\r\n\r\n")
        assert (await reader.readline()).startswith(b"HTTP/1.1 200")
        port = server.port
    assert (await reader.read()).endswith(b"</p>")
    writer.close()
    await writer.wait_closed()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(LOOPBACK, port)


# --- the clock ----------------------------------------------------------------------------------------------------


async def test_waiting_moves_the_simulated_clock_and_takes_no_time() -> None:
    clock, began = SimulatedClock(NOON), time.monotonic()
    await clock.sleep(3600.5)
    assert (clock.now(), clock.monotonic()) == (NOON + timedelta(hours=1, seconds=0.5), 3600.5)
    clock.set(NOON + timedelta(days=7))
    assert clock.monotonic() == 7 * 86400
    assert time.monotonic() - began < 60
    with pytest.raises(AssertionError, match="backwards"):
        clock.set(NOON)
