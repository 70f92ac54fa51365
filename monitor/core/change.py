"""The noun of editing: what to write in the catalogue, and where."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Value = str | int | Decimal | date


@dataclass(frozen=True, slots=True)
class Change:
    """Set the key of a listing (relative to it, like `links[0].url`) to a value; None removes the key.

    Numbers in keys count in the file as it was read, whatever other changes do to it.
    """

    listing: str
    key: str
    value: Value | None
