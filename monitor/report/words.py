"""The page's own vocabulary: what rules, reasons and states are called when a person reads them."""

from monitor.core.finding import State
from monitor.core.listing import Severity
from monitor.core.look import Liveness

SEVERITY = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}

STATE = {
    State.PENDING: "Pending",
    State.OPEN: "Open",
    State.ACKNOWLEDGED: "Acknowledged",
    State.SNOOZED: "Snoozed",
    State.ACCEPTED: "Accepted",
    State.RESOLVED: "Resolved",
}

LIVENESS = {
    Liveness.ALIVE: "Alive",
    Liveness.MOVED: "Moved",
    Liveness.GONE: "Gone",
    Liveness.BLOCKED: "Blocked",
    Liveness.UNKNOWN: "Unknown",
}

GLOSSARY = (
    ("alive", "the page answered; where it has text, its words were read"),
    ("moved", "the server says that the page has another address for good"),
    ("gone", "the page is not there: an error page, an unrelated landing page, a parked domain, no such host"),
    ("blocked", "the site does not let an automatic visitor read it; that says nothing about the page"),
    ("unknown", "no usable answer this time; that says nothing about the page either"),
    ("verified", "the last look ended with alive, moved or gone"),
    ("pending", "seen, but not for long or often enough to count"),
    ("accepted", "a maintainer decided in the catalogue to live with it"),
    ("acknowledged", "a maintainer has seen it; it comes back when the evidence changes"),
    ("snoozed", "put off until a date"),
)
