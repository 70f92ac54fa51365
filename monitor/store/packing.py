"""Pages as compressed JSON, both ways: blocks, links, and what is known beside them."""

import json
import zlib
from typing import Any

from monitor.core.content import Area, Block, Clues, PageLink
from monitor.core.skimmed import Skim, Skimmed


def pack(blocks: tuple[Block, ...]) -> bytes:
    """Blocks as compressed JSON: [area, heading, text] each; behind it [cells, head, struck] where it has any."""
    return _compressed([_packed(block) for block in blocks])


def unpack(packed: bytes) -> tuple[Block, ...]:
    """The reverse of `pack`."""
    return tuple(_unpacked(row) for row in _plain(packed))


def _packed(block: Block) -> list[Any]:
    more = [block.cells, block.head, block.struck] if block.cells or block.struck else []
    return [block.area, block.heading, block.text, *more]


def _unpacked(row: list[Any]) -> Block:
    area, heading, text, *more = row
    cells, head, struck = more or (0, False, ())
    return Block(text, Area(area), heading, cells, head, tuple(struck))


def pack_links(links: tuple[PageLink, ...]) -> bytes | None:
    """Links as compressed JSON: [area, url, text] each; None for none."""
    return _compressed([[link.area, link.url, link.text] for link in links]) if links else None


def unpack_links(packed: bytes | None) -> tuple[PageLink, ...]:
    """The reverse of `pack_links`."""
    return tuple(PageLink(url, text, Area(area)) for area, url, text in _plain(packed)) if packed else ()


def pack_skimmed(of: Skimmed | None) -> bytes | None:
    """What is known beside a version as compressed JSON."""
    if of is None:
        return None
    clues = of.clues
    told = {
        "skim": [of.skim.version, of.skim.digest],
        "url": of.url,
        "method": of.method,
        "language": of.language,
        "passwords": clues.passwords,
        "scripts": clues.scripts,
        "sources": clues.sources,
        "sent_on": clues.sent_on,
        "front": clues.front,
        "noscript": clues.noscript,
        "body": sorted(clues.body),
        "unfilled": clues.unfilled,
    }
    return _compressed(told)


def unpack_skimmed(packed: bytes | None) -> Skimmed | None:
    """The reverse of `pack_skimmed`."""
    if packed is None:
        return None
    told = _plain(packed)
    clues = Clues(
        passwords=told["passwords"],
        scripts=told["scripts"],
        sources=tuple(told["sources"]),
        sent_on=told["sent_on"],
        front=tuple(told["front"]),
        noscript=told["noscript"],
        body=frozenset(told["body"]),
        unfilled=told["unfilled"],
    )
    return Skimmed(Skim(*told["skim"]), told["url"], told["method"], clues, told["language"])


def _compressed(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"), 6)


def _plain(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
