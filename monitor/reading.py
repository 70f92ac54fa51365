"""What replies show, as a pass and a single look read them: web pages, and documents in processes of their own."""

import asyncio
from dataclasses import dataclass, field

from monitor.check import read_page, read_web_page
from monitor.core.content import Page
from monitor.core.look import Reply
from monitor.documents import Limits, kind_of, read_document

_AT_ONCE = 2  # documents: each takes a process and, at worst, a gigabyte


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads replies by what their bytes are, whatever name or type they came under; a `Read` of the flow."""

    limits: Limits = field(default_factory=Limits)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def __call__(self, reply: Reply) -> Page | None:
        """The page that a reply shows, be it of an error; None where its body has nothing to read."""
        kind = kind_of(reply.body, reply.header("content-type"))
        if kind is None:
            return await read_web_page(reply)
        async with self._places:
            return await read_document(reply.body, kind, self.limits)


def read_reply(reply: Reply) -> Page | None:
    """The same where no event loop runs."""
    if kind_of(reply.body, reply.header("content-type")) is None:
        return read_page(reply)
    return asyncio.run(Reader()(reply))
