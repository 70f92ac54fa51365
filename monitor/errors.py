"""What an operator can fix: raised anywhere, printed in one line by the command line, exit code 2."""

from collections.abc import Sequence
from dataclasses import dataclass


class OperatorError(Exception):
    """Something outside the program must change before it can run; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in the catalogue.

    `line` and `column` are 1-based, None where the file has no place for it; `key` is the path of the key
    ("listing[3].fees[0].amuont", "" for the file as a whole); `expected` says what would be right.
    """

    line: int | None
    column: int | None
    key: str
    message: str
    expected: str | None


class CatalogueError(OperatorError):
    """The catalogue cannot be used; carries every mistake in it. Its one line says the first thing to mend."""

    def __init__(self, path: str, mistakes: Sequence[Mistake]) -> None:
        super().__init__(path, mistakes)
        self.path = path
        self.mistakes = tuple(mistakes)

    def __str__(self) -> str:
        """The first mistake with its place, and how many others there are."""
        first, others = self.mistakes[0], len(self.mistakes) - 1
        place = ":".join(str(part) for part in (self.path, first.line, first.column) if part is not None)
        expected = f" ({first.expected})" if first.expected else ""
        more = f"; and {others} more mistake{'s' if others > 1 else ''}" if others else ""
        return f"{place}: {first.message}{expected}{more}"
