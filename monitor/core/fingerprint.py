"""Page → versioned digests of what it shows and of where its links lead."""

from collections.abc import Iterable
from dataclasses import replace

import xxhash

from monitor.core.content import Area, Block, PageLink
from monitor.core.look import Fingerprint, Version
from monitor.core.traces import cleaned

METHOD = 4
"""The version of the method: raise it whenever `read` or `fingerprint` sees a page differently.

Two fingerprints of different methods are not compared: our own upgrade is never the page's change.
"""

SAME_TEXT_SINCE = 2
"""The first method under which `read` found the same text in a page; only areas, links or the digests were others."""


def fingerprint(title: str, blocks: tuple[Block, ...], links: tuple[PageLink, ...] = ()) -> Fingerprint:
    """The digests of title and visible text, and of the links of the page's own text.

    Areas of text do not count: moving into a sidebar changes no word. The links of the furniture do not either, nor
    their order, nor what in a target belongs to one visit.
    """
    targets = sorted({f"{cleaned(link.url)} {link.text}" for link in links if link.area is Area.MAIN})
    return Fingerprint(METHOD, _digest((title, *(block.text for block in blocks))), _digest(targets) if targets else "")


def rederive(version: Version) -> Version:
    """*version* with the fingerprint that today's method gives what was kept of it.

    Unchanged where the method that read it found another text in a page than today's does, or is unknown.
    """
    if not SAME_TEXT_SINCE <= version.fingerprint.version < METHOD:
        return version
    return replace(version, fingerprint=fingerprint(version.title, version.blocks, version.links))


def _digest(lines: Iterable[str]) -> str:
    return xxhash.xxh3_128_hexdigest("\n".join(lines).encode("utf-8", "surrogatepass"))
