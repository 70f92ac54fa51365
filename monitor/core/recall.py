"""A page that was read before, said again for a body that would be read the same."""

from monitor.core.content import Page
from monitor.core.fingerprint import METHOD
from monitor.core.look import LinkHistory
from monitor.core.skimmed import Skim


def recalled(history: LinkHistory, url: str, skim: Skim) -> Page | None:
    """The page that reading a body of *skim* from *url* would give, None where that is not known.

    It is the very page, not only its text: whatever is judged by it is judged as if it had been read. Known it is only
    of the last page that was read of the link, at the same address and by today's method. A file that could not be
    read is tried again: it may have been for want of time.
    """
    known, latest = history.skimmed, history.latest
    if known is None or latest is None or latest.opaque:
        return None
    if known.skim != skim or known.url != url or not known.method == latest.fingerprint.version == METHOD:
        return None
    return Page(latest.title, latest.blocks, latest.links, known.language, known.clues)
