"""Whether a run of silent hosts is more than chance: then it is our own network that is down.

A cumulative sum (Page 1954, "Continuous inspection schemes") of log-likelihood ratios over hosts, in the order in
which they were heard.
"""

from dataclasses import dataclass, field
from typing import Final

SILENCE: Final = 3.81
ANSWER: Final = -2.28
ENOUGH: Final = 13.8
"""Four silent hosts in a row; in two million looks at healthy hosts that happens once at most."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """The sum, never below zero, and the hosts (`name:port`) that made it since it was zero: each counts once a way."""

    sum: float = 0.0
    silent: frozenset[str] = field(default=frozenset())
    answered: frozenset[str] = field(default=frozenset())

    def silence(self, host: str) -> "Suspicion":
        """After a host that a dead network of ours would have silenced as well."""
        if host in self.silent:
            return self
        return Suspicion(self.sum + SILENCE, self.silent | {host}, self.answered)

    def answer(self, host: str) -> "Suspicion":
        """After a host that answered: at zero, all that was held against our network is forgotten."""
        if not self.silent or host in self.answered:
            return self
        left = self.sum + ANSWER
        return Suspicion(left, self.silent, self.answered | {host}) if left > 0 else Suspicion()

    @property
    def is_grave(self) -> bool:
        """So much silence is hardly chance."""
        return self.sum >= ENOUGH
