"""Noise in the flow: a second visit settles what is news, a site is one event, and what comes back is over."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import (
    DAY,
    HOUR,
    Answer,
    Clock,
    Fails,
    FakeMemory,
    FakeWeb,
    Says,
    Shows,
    Visit,
    Watcher,
    Wavers,
    draw_name,
    listing,
    plan,
    quick_store,
)

from monitor.check import Memory, run_pass
from monitor.core.finding import Incident, Rule, State, Suggestion
from monitor.core.listing import Link, Role, Severity
from monitor.core.look import Reason

WARD = "https://ward.example/electives"
INTRO = "Students take part in the rounds of the ward and in its clinics."
END = "Write to the office of the dean, who answers within a week."


def shows(*lines: str) -> Shows:
    return Shows("</p><p>".join((INTRO, *lines, END)))


OLD, NEW = shows("The fee is $300 per week."), shows("The fee is $350 per week.")
ADVERTS = ("Discover our new cardiology wing", "Meet alumni who became surgeons", "Jazz concert of the residents")


@pytest.fixture
def web() -> FakeWeb:
    return FakeWeb(Clock())


@pytest.fixture(params=["fake", "database"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> object:
    if request.param == "fake":
        yield FakeMemory()
    else:
        with quick_store(tmp_path / "monitor.db") as store:
            yield store


async def look(web: FakeWeb, memory: Memory, *urls: str) -> None:
    listings = [listing(f"l{n}", url) for n, url in enumerate(urls or (WARD,))]
    await run_pass(plan(*listings), web, memory, web.clock, Watcher(), draw_name=draw_name)
    web.clock.go(DAY)


def changes(memory: Memory) -> list[Incident]:
    return [each for each in memory.unresolved() if each.finding.rule is Rule.PAGE_CHANGED]


def states(memory: Memory) -> list[State]:
    return [each.state for each in changes(memory)]


async def test_a_page_that_is_read_for_the_first_time_is_visited_twice_and_then_once_a_look(
    web: FakeWeb, memory: Memory
) -> None:
    web.put(WARD, OLD)
    for _ in range(3):
        await look(web, memory)
    assert web.visits == [Visit(WARD), Visit(WARD, confirming=True), Visit(WARD), Visit(WARD)]


async def test_a_change_that_a_second_visit_bears_out_is_open_at_once_and_asked_for_no_more(
    web: FakeWeb, memory: Memory
) -> None:
    web.put(WARD, OLD)
    await look(web, memory)
    web.put(WARD, NEW)
    asked = []
    for _ in range(2):
        before = len(web.visits)
        await look(web, memory)
        asked.append(len(web.visits) - before)
        assert states(memory) == [State.OPEN]
    assert asked == [2, 1]


@pytest.mark.parametrize("second", [OLD, Says(503), Fails(Reason.TIMEOUT)], ids=repr)
async def test_a_change_that_the_second_visit_does_not_show_is_pending_until_a_look_still_shows_it(
    web: FakeWeb, memory: Memory, second: Answer
) -> None:
    web.put(WARD, OLD)
    await look(web, memory)
    web.put(WARD, Wavers(NEW, second))
    await look(web, memory)
    assert states(memory) == [State.PENDING]
    await look(web, memory)
    assert states(memory) == [State.OPEN]


async def test_a_change_that_was_seen_once_and_never_again_was_no_news(web: FakeWeb, memory: Memory) -> None:
    web.put(WARD, OLD)
    await look(web, memory)
    web.put(WARD, Wavers(NEW, OLD))
    await look(web, memory)
    web.put(WARD, OLD)
    await look(web, memory)
    assert states(memory) == []


async def test_an_advert_that_each_visit_sees_differently_is_no_finding_and_an_edit_beside_it_is(
    web: FakeWeb, memory: Memory
) -> None:
    fee = "The fee is $300 per week."
    for n in range(6):
        web.put(WARD, Wavers(shows(ADVERTS[n % 3], INTRO, fee), shows(ADVERTS[(n + 1) % 3], INTRO, fee)))
        await look(web, memory)
        assert states(memory) == []
    fee = "The fee is $350 per week."
    web.put(WARD, Wavers(shows(ADVERTS[1], INTRO, fee), shows(ADVERTS[2], INTRO, fee)))
    await look(web, memory)
    assert states(memory) == [State.OPEN]


async def test_a_price_that_differs_from_visit_to_visit_never_opens(web: FakeWeb, memory: Memory) -> None:
    """It is no noise that may be passed over, but nothing bears it out either."""
    for n in range(5):
        web.put(WARD, Wavers(shows(f"Win ${n}1 today!"), shows(f"Win ${n}2 today!")))
        await look(web, memory)
        assert set(states(memory)) <= {State.PENDING}


async def test_what_changed_and_changed_back_is_news_once_and_then_over(web: FakeWeb, memory: Memory) -> None:
    for answer, then in ((OLD, []), (NEW, [State.OPEN]), (OLD, [])):
        web.put(WARD, answer)
        await look(web, memory)
        assert states(memory) == then


async def test_a_way_back_that_the_second_visit_does_not_bear_out_ends_nothing(web: FakeWeb, memory: Memory) -> None:
    for answer in (OLD, NEW, Wavers(OLD, NEW)):
        web.put(WARD, answer)
        await look(web, memory)
    assert states(memory) == [State.OPEN]


PAGES = tuple(f"https://ward.example/{name}" for name in ("electives", "fees", "housing", "visas"))


async def test_the_same_words_on_three_pages_of_a_host_are_one_incident_and_a_note(
    web: FakeWeb, memory: Memory
) -> None:
    for url in PAGES:
        web.put(url, shows(f"This is the page {url}."))
    await look(web, memory, *PAGES)
    for url in PAGES[:3]:
        web.put(url, shows(f"This is the page {url}.", "The office moves to Main Street."))
    web.put(PAGES[3], shows(f"This is the page {PAGES[3]}.", "The office moves to Main Street.", "No visa is needed."))
    await look(web, memory, *PAGES)
    found = {each.finding.url: each for each in changes(memory)}
    assert [found[url].finding.severity for url in PAGES] == [Severity.NOTE] * 3 + [Severity.WARNING]
    assert len({found[url].finding.incident for url in PAGES}) == 2
    assert "on 4 pages of ward.example" in found[PAGES[0]].finding.message
    assert found[PAGES[3]].finding.evidence.found == "No visa is needed."


async def test_a_price_that_three_pages_of_a_host_changed_is_one_incident_and_a_warning(
    web: FakeWeb, memory: Memory
) -> None:
    for url in PAGES[:3]:
        web.put(url, shows(f"This is the page {url}.", "The fee is $300 per week."))
    await look(web, memory, *PAGES[:3])
    for url in PAGES[:3]:
        web.put(url, shows(f"This is the page {url}.", "The fee is $350 per week."))
    await look(web, memory, *PAGES[:3])
    findings = [each.finding for each in changes(memory)]
    assert [each.severity for each in findings] == [Severity.WARNING] * 3
    assert len({each.incident for each in findings}) == 1


async def test_a_page_in_another_language_for_good_is_measured_against_its_last_version(
    web: FakeWeb, memory: Memory
) -> None:
    german = "Die Studierenden werden von den Ärzten der Klinik betreut und haben sich bei der Klinik zu melden. "
    web.put(WARD, Shows(f"{INTRO} {END} " * 5))
    await look(web, memory)
    web.put(WARD, Shows(german * 5))
    await look(web, memory)
    assert states(memory) == []
    web.put(WARD, Shows(f"{german * 5}</p><p>Die Gebühr ist 300 EUR."))
    for _ in range(2):
        await look(web, memory)
        assert states(memory) == [State.OPEN]


async def test_a_host_that_asks_us_to_wait_at_the_second_visit_is_left_alone(web: FakeWeb, memory: Memory) -> None:
    web.put(WARD, Wavers(OLD, Says(429, retry_after="3600")))
    await look(web, memory)
    assert memory.waits(web.clock.now - DAY) == {"ward.example:443": web.clock.now - DAY + HOUR}


async def test_a_link_of_the_guide_that_the_page_turns_elsewhere_is_news_and_no_other_link_is(
    web: FakeWeb, memory: Memory
) -> None:
    form, other = "https://ward.example/form-2026", "https://ward.example/form-2027"
    both = replace(listing("ward", WARD), links=(Link(Role.PROGRAM, WARD), Link(Role.APPLY, form)))
    web.put(form, shows("Fill in the form."))
    for target, map_, expected in (
        (form, "/map-1", []),
        (form, "/map-2", []),
        (other, "/map-2", [Suggestion("links[1].url", other)]),
        (form, "/map-2", []),
    ):
        web.put(WARD, shows(f"<a href={target}>Application form</a> and <a href={map_}>map</a>"))
        await run_pass(plan(both), web, memory, web.clock, Watcher(), draw_name=draw_name)
        assert [each.finding.suggestion for each in changes(memory)] == expected
        web.clock.go(DAY)
