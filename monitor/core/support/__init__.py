"""Claims against facts: does what is read on the pages of a listing bear out what the listing says?"""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from monitor.core.claims import Claim, Statement, stated
from monitor.core.listing import Contact, Deadline, Fee, Listing, Requirement
from monitor.core.support import contacts, deadlines, fees, requirements
from monitor.core.support.closures import closure
from monitor.core.verdict import Reading, Support, Verdict

__all__ = ["METHOD", "closure", "verdicts"]

METHOD = 4
"""The version of the method: raise it whenever facts are found, or claims judged, in another way.

What was borne out by one method and is not by the next has not vanished from its page: our own upgrade is never the
page's change.
"""


def verdicts(listing: Listing, readings: Sequence[Reading], today: date) -> tuple[Verdict, ...]:
    """A verdict on every claim of *listing*, in the order of the file, over all pages that were read."""
    if not readings:
        return tuple(Verdict(claim.id, Support.UNDECIDED, "No page could be read") for claim, _ in stated(listing))
    return tuple(_verdict(claim, said, listing, readings, today) for claim, said in stated(listing))


def _verdict(claim: Claim, said: Statement, listing: Listing, readings: Sequence[Reading], today: date) -> Verdict:
    match said:
        case Contact():
            return contacts.support(claim, said, readings)
        case Fee():
            return fees.support(claim, said, readings, today, listing)
        case Requirement():
            return requirements.support(claim, said, readings, today, listing)
        case Deadline():
            return deadlines.support(claim, said, readings, today, listing)
        case _:
            assert_never(said)
