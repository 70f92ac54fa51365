"""The simulated year of the benchmarks, in small: a policy that cries wolf would show here first."""

import random
import sys
from datetime import datetime
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from simulated_year import DAY, START, World, current, live, make_world, reckon, spread

from monitor.core.finding import Rule, State
from monitor.core.listing import Severity
from monitor.core.look import Reason

DAYS, LINKS, HOSTS = 60, 120, 30


async def test_in_a_season_of_outages_nothing_that_comes_back_is_called_dead_before_its_time() -> None:
    urls = spread(LINKS, HOSTS)
    world = make_world(urls, DAYS, random.Random(3))
    year = await live(urls, world, DAYS, looks_per_day=LINKS // 7)
    opened = [
        (incident.finding, transition)
        for transition, incident in year.news
        if transition.after is State.OPEN and transition.severity is Severity.ERROR and incident.finding.url
    ]
    for finding, transition in opened:
        came_back = world.comes_back(finding.url or "", transition.at)
        assert (
            not came_back
            or finding.reason is Reason.NOT_FOUND
            or _lasted_two_weeks(world, finding.url or "", transition.at)
        )
    dead = [url for url in urls if (at := world.died(url)) is not None and START + DAYS * DAY - at > 25 * DAY]
    told = {finding.url for finding, _ in opened if finding.rule in {Rule.LINK_GONE, Rule.LINK_UNREACHABLE}}
    assert dead
    assert set(dead) <= told
    assert "true deaths" in reckon(year)


def _lasted_two_weeks(world: World, url: str, at: datetime) -> bool:
    spell = current(world.hosts[url.split("/")[2]], at)
    return spell is not None and at - spell.start >= 13 * DAY
