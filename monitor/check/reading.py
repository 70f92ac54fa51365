"""From a reply to its page: read beside the loop, and not at all where it would be read as the last one was."""

import asyncio
from dataclasses import dataclass

from monitor.check.ports import Read
from monitor.core.charset import is_text
from monitor.core.content import Page
from monitor.core.look import LinkHistory, Probe, Reply
from monitor.core.page import read as read_markup
from monitor.core.recall import recalled
from monitor.core.skim import skim
from monitor.core.skimmed import Skim


@dataclass(frozen=True, slots=True)
class Brought:
    """What a probe brought: its page, None where there is nothing to read, and the skim of a good answer."""

    page: Page | None = None
    skim: Skim | None = None


async def page_of(probe: Probe, read: Read) -> Page | None:
    """The page that a probe brought."""
    return await read(probe) if isinstance(probe, Reply) else None


async def read_again(probe: Probe, history: LinkHistory, read: Read) -> Brought:
    """What a probe brought, recalled where it is what the last one that was read brought."""
    if not isinstance(probe, Reply):
        return Brought()
    if probe.status // 100 != 2:  # the page of an error is not kept, and nothing of it can be recalled
        return Brought(await read(probe))
    taken = await asyncio.to_thread(skim, probe.body, probe.header("content-type"))
    return Brought(recalled(history, probe.final_url, taken) or await read(probe), taken)


async def read_web_page(reply: Reply) -> Page | None:
    """The page of a reply that is one, read beside the loop: it may take a second."""
    return await asyncio.to_thread(read_page, reply)


def read_page(reply: Reply) -> Page | None:
    """The page of a reply, be it of an error; None where its body has no words to read."""
    kind = reply.header("content-type")
    if not is_text(reply.body, kind):
        return None
    return read_markup(reply.body, kind, reply.final_url)
