"""Where results wait until the network has proven itself, and are recorded from then on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from monitor.check.ports import Memory, Progress
from monitor.core.look import Observation
from monitor.core.network import Network
from monitor.core.result import CheckResult
from monitor.core.waits import Waits
from monitor.errors import OperatorError


@dataclass(slots=True)
class Desk:
    """Takes in what was seen and what was concluded; records it, one transaction a result."""

    pass_id: int
    memory: Memory
    progress: Progress
    needs_proof: bool
    waits: Waits
    network: Network = field(default_factory=Network)
    looked: int = 0
    spared: set[str] = field(default_factory=set)
    bugs: list[Exception] = field(default_factory=list)
    _waiting: list[CheckResult] = field(default_factory=list)
    _counted: set[str] = field(default_factory=set)

    def hear(self, seen: Observation) -> None:
        """What a look says about the network."""
        self.network.hear(seen)
        if self.network.proven:
            self.release()

    def spare(self, url: str, until: datetime) -> None:
        """A link is left alone, because a host asked us to wait."""
        self.spared.add(url)
        self.progress.spared(url, until)

    def hand_in(self, result: CheckResult) -> None:
        """A check is concluded; one without a look has nothing to say."""
        if not result.looks:
            return
        self._waiting.append(result)
        if self.network.proven or not self.needs_proof:
            self.release()

    def release(self) -> None:
        """Record what waits."""
        while self._waiting:
            result = self._waiting.pop(0)
            with self.noting_bugs(f"while recording {result.listing}"):
                self.memory.record(self.pass_id, result)
                self._counted.update(look.url for look in result.looks)
                self.looked = len(self._counted)
                self.progress.recorded(result)

    @contextmanager
    def noting_bugs(self, when: str) -> Iterator[None]:
        """Siblings finish: a bug is raised when they have. Without its memory the pass cannot go on."""
        try:
            yield
        except OperatorError:
            raise
        except Exception as bug:  # noqa: BLE001  # raised at the end of the pass
            bug.add_note(when)
            self.bugs.append(bug)
