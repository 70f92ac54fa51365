"""Six weeks of the small web, lived through by the real pipeline: here is only what stands around it."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from monitor import runner
from monitor.catalogue import Loaded, load
from monitor.core.finding import Situation
from monitor.core.look import Observation
from monitor.core.result import CheckResult
from monitor.demo import telling
from monitor.demo.correcting import acknowledge, proposed
from monitor.demo.places import PLACES
from monitor.demo.server import Server, Visit
from monitor.demo.web import Web
from monitor.demo.weeks import KNOWN, OUTAGE, ROUNDS, Round, SimulatedClock, SimulatedNames
from monitor.errors import OperatorError
from monitor.fetch import Fetcher, PrivateNetworks
from monitor.store import Location

Say = Callable[[str], None]

_CATALOGUE = "listings.toml"
_DATABASE = "monitor.db"
_USER_AGENT = "listings-monitor-demo"


@dataclass(frozen=True, slots=True)
class Lived:
    """One round as it went: what came about in the web, how matters stood before and after, what was looked at.

    `visits` are the requests of this round as the web's server saw them.
    """

    round: Round
    happened: tuple[str, ...]
    before: Situation
    outcome: runner.Outcome
    seen: tuple[Observation, ...]
    visits: tuple[Visit, ...]


async def run(say: Say, folder: Path) -> Path:
    """Live through every round in *folder*, say line by line what happened, and return the report's path.

    :raises OperatorError: *folder* holds a demo already, or cannot be written.
    """
    loaded = unpack(folder)
    say("A small web of invented institutions, served by this machine to itself: six weeks pass over it.")

    def tell(lived: Lived) -> None:
        for line in _told(lived):
            say(line)

    places = places_in(folder)
    report = await live(loaded, places, tell)
    for line in _correcting(loaded, places):
        say(line)
    for line in _closing(folder, report):
        say(line)
    return report


async def live(loaded: Loaded, places: runner.Places, tell: Callable[[Lived], None]) -> Path:
    """Run every round through the real pipeline, *tell* of each when it is over; returns the last report's path."""
    clock = SimulatedClock(ROUNDS[0].at)
    web = Web(PLACES, read_page)
    last_at, report, decided = clock.now(), places.reports, tuple[str, ...]()
    before = replace(runner.standing(loaded, places.database, last_at), standings=())  # to a newcomer all is new
    async with Server(web, clock) as server:
        names = SimulatedNames(web.hosts, server.port, OUTAGE, clock)
        for round_ in ROUNDS:
            clock.set(round_.at)
            watching, visited = _Watching(), len(server.visits)
            outcome = await runner.run(
                loaded,
                runner.Selection(due_only=round_.due_only),
                places,
                lambda: _fetcher(loaded, names, clock),
                clock.now,
                watching,
                draw_name=lambda: "a-name-that-nobody-gave",
            )
            happened = (*web.happened(last_at, round_.at), *decided, *_of_our_own(round_.at))
            tell(Lived(round_, happened, before, outcome, tuple(watching.observations), tuple(server.visits[visited:])))
            before, last_at, report, decided = outcome.situation, round_.at, outcome.report, ()
            if round_.name == KNOWN.after:
                acknowledge(KNOWN, before, places.database)
                decided = (KNOWN.told,)
    return report


def unpack(folder: Path) -> Loaded:
    """Lay the demo's catalogue into *folder* and load it; it goes by its bare name, as it stands beside the report.

    :raises OperatorError: *folder* holds a catalogue already, or cannot be written.
    """
    catalogue = folder / _CATALOGUE
    try:
        with catalogue.open("xb") as file:
            file.write(files("monitor.demo").joinpath("catalogue.toml").read_bytes())
    except FileExistsError:
        raise OperatorError(f"{folder}: holds a catalogue already; name an empty folder") from None
    except OSError as error:
        raise OperatorError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return replace(load(catalogue), path=_CATALOGUE)


def places_in(folder: Path) -> runner.Places:
    """Where in *folder* the demo remembers and reports."""
    return runner.Places(Location(folder / _DATABASE), folder / "reports")


def read_page(name: str) -> str:
    """The text of a page that the package carries."""
    return files("monitor.demo").joinpath("pages", name).read_text("utf-8")


@dataclass(slots=True)
class _Watching:
    """The `Progress` of a pass: notes what was seen."""

    observations: list[Observation] = field(default_factory=list)

    def planned(self, links: int) -> None:
        """Nothing to say: a round is told when it is over."""

    def seen(self, observation: Observation) -> None:
        """Kept to be told."""
        self.observations.append(observation)

    def spared(self, url: str, until: datetime) -> None:
        """Nobody in this web asks us to wait."""

    def recorded(self, result: CheckResult) -> None:
        """Nothing to say."""


def _fetcher(loaded: Loaded, names: SimulatedNames, clock: SimulatedClock) -> Fetcher:
    """The real one, whose names lead to loopback and whose gaps cost no time; a proxy of the machine's is left out."""
    return Fetcher(
        loaded.catalogue.settings,
        resolver=names,
        private_networks=PrivateNetworks.ALLOWED,
        environ={},
        user_agent=_USER_AGENT,
        sleep=clock.sleep,
        monotonic=clock.monotonic,
    )


def _of_our_own(moment: datetime) -> Sequence[str]:
    return (OUTAGE.told,) if OUTAGE.holds(moment) else ()


def _told(lived: Lived) -> Iterator[str]:
    summary, situation = lived.outcome.summary, lived.outcome.situation
    yield ""
    yield telling.heading(lived.round.name, summary, lived.seen)
    yield from telling.world(lived.happened)
    yield from telling.news(lived.before, situation, summary, lived.seen)


def _correcting(loaded: Loaded, places: runner.Places) -> Iterator[str]:
    """What could be written down now, as `monitor fix` shows it."""
    yield ""
    yield "What monitor fix would write into the catalogue:"
    for line in proposed(loaded, runner.standing(loaded, places.database, ROUNDS[-1].at)).splitlines():
        yield f"  {line}".rstrip()


def _closing(folder: Path, report: Path) -> Iterator[str]:
    where = f"--catalogue {_quoted(folder / _CATALOGUE)} --database {_quoted(folder / _DATABASE)}"
    yield ""
    yield f"The report: {report}"
    yield ""
    yield "The same in the terminal, on the demo's last day:"
    for command in ("findings", "fix"):
        yield f"  MONITOR_NOW={ROUNDS[-1].at:%Y-%m-%dT%H:%M:%SZ} monitor {command} {where}"
    yield "With a listings.toml of your own in the current folder:"
    yield "  monitor lint"
    yield "  monitor check"


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
