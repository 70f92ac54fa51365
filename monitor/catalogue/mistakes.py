"""Collects what is wrong with a catalogue, in the order of the file, up to a bound."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from monitor.catalogue.explain import written
from monitor.catalogue.positions import Positions
from monitor.catalogue.relations import Path, Trouble
from monitor.errors import CatalogueError, Mistake

MOST = 1_000  # mistakes that are told one by one


@dataclass(slots=True)
class Mistakes:
    """What is wrong so far. Beyond the bound mistakes are counted, and not looked up."""

    positions: Positions
    _kept: list[Mistake] = field(default_factory=list)
    _uncounted: int = 0

    def __bool__(self) -> bool:
        return bool(self._kept)

    @property
    def full(self) -> bool:
        """Whether further mistakes are only counted."""
        return len(self._kept) >= MOST

    def add(self, mistake: Mistake) -> None:
        """Note a mistake whose place is known."""
        if self.full:
            self._uncounted += 1
        else:
            self._kept.append(mistake)

    def at(self, table: Path, troubles: Iterable[Trouble]) -> None:
        """Note mistakes of the table at a path: each stands where its key does, or the nearest parent of it."""
        for trouble in troubles:
            if self.full:
                self._uncounted += 1
                continue
            path = (*table, *trouble.path)
            place = self.positions.nearest(path)
            line, column = (place.line, place.column) if place else (None, None)
            self.add(Mistake(line, column, written(path), trouble.message, trouble.expected))

    def error(self, path: str) -> CatalogueError:
        """All of them, by line and column; those without a place come first, the number of the untold ones last."""
        ordered = sorted(self._kept, key=lambda mistake: (mistake.line or 0, mistake.column or 0))
        if self._uncounted:
            says = f"and {self._uncounted:,} more mistake{'s' if self._uncounted > 1 else ''}"
            ordered.append(Mistake(None, None, "", says, "mend those above first"))
        return CatalogueError(path, ordered)


def refused(
    path: str, message: str, expected: str, *, line: int | None = None, column: int | None = None
) -> CatalogueError:
    """A file that cannot be read at all has one mistake."""
    return CatalogueError(path, [Mistake(line, column, "", message, expected)])
