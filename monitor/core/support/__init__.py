"""Claims against facts: does what is read on the pages of a listing bear out what the listing says?"""

from collections.abc import Sequence
from datetime import date

from monitor.core.listing import Listing
from monitor.core.verdict import Reading, Verdict


def verdicts(
    listing: Listing,
    readings: Sequence[Reading],
    today: date,  # noqa: ARG001
) -> tuple[Verdict, ...]:
    """A verdict on every claim of *listing*, in the order of the file, over all pages that were read."""
    return ()
