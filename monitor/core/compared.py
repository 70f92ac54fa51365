"""A page as it was and as it is, held side by side."""

from dataclasses import dataclass
from datetime import datetime

from monitor.core.look import Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """How a page differs from a version of it: since when it read as it did, and when it was last seen as it is."""

    before: datetime
    after: datetime
    comparison: Comparison
