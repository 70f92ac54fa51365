"""Starts the process that reads a document, and waits for it no longer than the limits allow."""

import asyncio
import hashlib
import json
import sys
from dataclasses import dataclass
from typing import Any

from monitor.core.content import Area, Block, Page
from monitor.documents.kinds import Kind

_KILLED_FOR_TIME = "reading it took longer than {seconds:g} seconds"
_DIED = "the program that reads it broke off: it is broken, or larger than it looks"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: time on the clock, memory of its process, characters of its text."""

    seconds: float = 20.0
    memory_bytes: int = 1_000_000_000
    characters: int = 2_000_000


async def read_document(body: bytes, kind: Kind, limits: Limits) -> Page:
    """The page that a document shows; where its text cannot be read, `opaque` says why.

    Never raises on any body: whatever it does to the process that reads it, that one alone dies of it.
    """
    if kind not in {Kind.PDF, Kind.WORD}:
        return _opaque(body, kind, f"a document of this kind is not read ({kind})")
    command = (sys.executable, "-I", "-m", "monitor.documents.worker", kind.name, str(limits.memory_bytes))
    process = await asyncio.create_subprocess_exec(
        *command,
        str(limits.characters),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(limits.seconds):
            told, _ = await process.communicate(body)
    except TimeoutError:
        return _opaque(body, kind, _KILLED_FOR_TIME.format(seconds=limits.seconds))
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        return _opaque(body, kind, _DIED)
    return _page(body, kind, json.loads(told))


def _page(body: bytes, kind: Kind, told: dict[str, Any]) -> Page:
    if told["why"]:
        return _opaque(body, kind, told["why"])
    blocks = tuple(Block(text, Area(area), heading) for text, area, heading in told["blocks"])
    return Page(title=told["title"], blocks=blocks)


def _opaque(body: bytes, kind: Kind, why: str) -> Page:
    """A document by its size and digest: enough to see that it is another one."""
    digest = hashlib.sha256(body).hexdigest()[:16]
    return Page(title="", blocks=(Block(f"A {kind} of {len(body):,} bytes, digest {digest}"),), opaque=why)
