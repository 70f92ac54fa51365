"""One pass: every link is looked at once, judged, and remembered. `flow` reads top to bottom."""

from monitor.check.flow import run_pass
from monitor.check.looking import Looker
from monitor.check.observing import observe
from monitor.check.ports import Clock, DrawName, Memory, Plan, Prober, Progress, Read
from monitor.check.reading import read_page, read_web_page

__all__ = [
    "Clock",
    "DrawName",
    "Looker",
    "Memory",
    "Plan",
    "Prober",
    "Progress",
    "Read",
    "observe",
    "read_page",
    "read_web_page",
    "run_pass",
]
