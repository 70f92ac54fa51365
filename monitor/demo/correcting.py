"""What a maintainer of the small guide does: knows of a finding and says so, and reads what could be corrected."""

from dataclasses import dataclass

from monitor import formats
from monitor.catalogue import Loaded, edited, reread
from monitor.core import triage
from monitor.core.finding import Rule, Situation
from monitor.core.fixing import plan, suggested
from monitor.store import Location, opened_to_decide


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that is acknowledged as soon as a round has ended, and how that is told."""

    after: str  # the name of the round
    rule: Rule
    listing: str
    note: str
    told: str


def acknowledge(known: Known, situation: Situation, database: Location) -> None:
    """Decide it, as `monitor ack` would, at the moment of *situation*."""
    chosen = [
        standing
        for standing in situation.standings
        if (standing.finding.rule, standing.finding.listing) == (known.rule, known.listing)
    ]
    with opened_to_decide(database) as store:
        store.decide([triage.acknowledged(standing, situation.at, known.note) for standing in chosen])


def proposed(loaded: Loaded, situation: Situation) -> str:
    """What `monitor fix` would write, as a unified diff of the catalogue."""
    planned = plan([standing.finding for standing in suggested(situation.standings)], loaded.catalogue)
    new = reread(loaded, edited(loaded, [fix.change for fix in planned.fixes]).data)
    return formats.diff(loaded.path, loaded.outline.data.decode(), new.outline.data.decode())
