"""One pass: every link is looked at once, judged, and remembered. `flow` reads top to bottom."""

from monitor.check.flow import run_pass
from monitor.check.looking import Looker
from monitor.check.observing import observe, read_page
from monitor.check.ports import Clock, DrawName, Memory, Plan, Prober, Progress

__all__ = ["Clock", "DrawName", "Looker", "Memory", "Plan", "Prober", "Progress", "observe", "read_page", "run_pass"]
