"""What a pass looks like while it runs: a live line on a terminal, a plain line a result without one."""

import sys
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any, TextIO

from monitor.check import Progress
from monitor.core.finding import State
from monitor.core.look import Observation
from monitor.core.result import CheckResult
from monitor.formats import instant, safe


class Quiet:
    """Counts, and says nothing."""

    def __init__(self) -> None:
        self.links = 0
        self.done: set[str] = set()

    def planned(self, links: int) -> None:
        self.links = links

    def seen(self, observation: Observation) -> None: ...

    def spared(self, url: str, until: datetime) -> None: ...

    def recorded(self, result: CheckResult) -> None:
        self.done.update(look.url for look in result.looks)


class Plain(Quiet):
    """A line for every link, once what was seen of it is safe in the database."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def spared(self, url: str, until: datetime) -> None:
        asked = f"its host asked us to wait until {instant(until)}"
        print(f"not asked           {asked}  {safe(url)}", file=self._stream, flush=True)

    def recorded(self, result: CheckResult) -> None:
        for look in result.looks:
            if look.url in self.done:
                continue
            self.done.add(look.url)
            seen = look.observation
            count = f"{len(self.done)}/{self.links}"
            print(
                f"recorded {count:>9}  {seen.liveness:<7} {seen.reason:<18} {safe(look.url)}",
                file=self._stream,
                flush=True,
            )


if TYPE_CHECKING:
    _: Progress = Quiet()


class Live(Quiet):
    """A bar, what was found so far, and the host that was looked at last."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("[bold]checking"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[found]}", markup=False),
            console=Console(file=stream),
            transient=True,
        )
        self._task: Any = None
        self._seen: Counter[str] = Counter()
        self._news = 0

    def planned(self, links: int) -> None:
        super().planned(links)
        self._task = self._bar.add_task("checking", total=links, found="")
        self._bar.start()

    def seen(self, observation: Observation) -> None:
        self._seen[observation.liveness] += 1
        self._show(advance=1)

    def spared(self, url: str, until: datetime) -> None:  # noqa: ARG002
        self._seen["not asked"] += 1
        self._show(advance=1)

    def recorded(self, result: CheckResult) -> None:
        super().recorded(result)
        self._news += sum(t.after is State.OPEN for t in result.reconciled.transitions)
        self._show(advance=0)

    def _show(self, advance: int) -> None:
        found = "  ".join(f"{count} {liveness}" for liveness, count in sorted(self._seen.items()))
        news = f"  ({self._news} new)" if self._news else ""
        self._bar.update(self._task, advance=advance, found=found + news)

    def close(self) -> None:
        """Leave the terminal as it was."""
        self._bar.stop()


def watching(stream: TextIO = sys.stderr) -> Quiet:
    """Whatever suits the stream."""
    return Live(stream) if stream.isatty() else Plain(stream)
