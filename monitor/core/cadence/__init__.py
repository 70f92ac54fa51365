"""When to look again: after a failure by spans of its own, else as often as a page is likely to change."""

from monitor.core.cadence.budget import LONGEST_INTERVAL, SHORTEST_INTERVAL, intervals
from monitor.core.cadence.dues import DAILY, EARLY, PRICED, Agenda, FollowUp, agenda, is_priced
from monitor.core.cadence.index import DEATHS_PER_DAY, WORTH_OF_A_DEATH, Urgency
from monitor.core.cadence.spans import Cause, Due, is_dated, next_look

__all__ = [
    "DAILY",
    "DEATHS_PER_DAY",
    "EARLY",
    "LONGEST_INTERVAL",
    "PRICED",
    "SHORTEST_INTERVAL",
    "WORTH_OF_A_DEATH",
    "Agenda",
    "Cause",
    "Due",
    "FollowUp",
    "Urgency",
    "agenda",
    "intervals",
    "is_dated",
    "is_priced",
    "next_look",
]
