"""Where the cells of a table stand: which column each begins in, spans over columns and rows counted."""

from dataclasses import dataclass, field

MAX_COLUMNS = 40  # the widest fee tables have a dozen; what stands further right keeps its order, not its column
MAX_ROWS_HELD = 1_000  # an HTML parser's own limit for rowspan is 65,534


@dataclass(slots=True)
class Grid:
    """The columns of one table while its rows are read in order (HTML, "forming a table")."""

    _held: dict[int, int] = field(default_factory=dict)  # column → rows that a cell there still covers, this one too
    _next: int = 0  # the column in which the next cell may begin
    _last: int = 0  # the column in which the last cell began

    @property
    def columns(self) -> int:
        """How many columns the row has so far, empty and covered ones included."""
        return max(self._next, max(self._held, default=-1) + 1)

    def row(self) -> None:
        """A new row begins."""
        self._held = {column: rows - 1 for column, rows in self._held.items() if rows > 1}
        self._next = self._last = 0

    def cell(self, colspan: int, rowspan: int) -> int:
        """A cell begins; how many columns it stands to the right of the last one, or of the table's edge."""
        while self._next in self._held:
            self._next += 1
        steps, self._last = self._next - self._last, self._next
        wide = max(1, min(colspan, MAX_COLUMNS - self._next))
        if rowspan > 1 and self._next < MAX_COLUMNS:
            self._held |= dict.fromkeys(range(self._next, self._next + wide), min(rowspan, MAX_ROWS_HELD))
        self._next += wide
        return steps
