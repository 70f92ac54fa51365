"""The noun of triage: what a maintainer decided about a finding."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """To live with a finding as it is (an acknowledgement), or to hear of it again on a day (`until`: a snooze).

    `proof` is the digest of the evidence that was seen when it was decided, at `at`; `note` says why.
    """

    at: datetime
    proof: str
    until: date | None = None
    note: str | None = None

    def holds(self, proof: str, now: datetime) -> bool:
        """Whether it still does. A snooze ends when its day begins (UTC), an acknowledgement with other evidence."""
        return now.date() < self.until if self.until is not None else proof == self.proof
