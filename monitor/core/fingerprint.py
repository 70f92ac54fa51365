"""Page → versioned digest of what it shows."""

import xxhash

from monitor.core.content import Block
from monitor.core.look import Fingerprint

METHOD = 1
"""The version of the method: raise it whenever `read` or `fingerprint` sees a page differently.

Two fingerprints of different methods are not compared: our own upgrade is never the page's change.
"""


def fingerprint(title: str, blocks: tuple[Block, ...]) -> Fingerprint:
    """The digest of title and visible text. Areas do not count: moving into a sidebar changes no word."""
    shown = "\n".join((title, *(block.text for block in blocks)))
    return Fingerprint(METHOD, xxhash.xxh3_128_hexdigest(shown.encode("utf-8", "surrogatepass")))
