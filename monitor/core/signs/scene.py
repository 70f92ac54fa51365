"""What there is to look at when a reply is judged: the way to it, its headers, its page, the last good copy."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from monitor.core.content import Area, Page
from monitor.core.look import Reply, Version
from monitor.core.signs.phrases import plain, size
from monitor.core.surroundings import UNKNOWN, Around

SHORT = 150  # words; below this a page that says it is not the page is believed (measured: evidence in docs/rules.md)
RATHER_SHORT = 200  # words; up to this what it says in sentences still counts, less
MIDDLING = 300  # words; up to this a title or heading is believed
ALMOST_NOTHING = 20  # words outside links
HARDLY_ANYTHING = 40  # words outside links
_MAX_SIZE = 1_500  # words, links included: a longer page has room for sentences about anything
_MAX_BELOW = 3  # lines; what comes later may be the furniture of the page
_IMPRINT = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
_COOKIES = re.compile("cookie", re.IGNORECASE)
_PARTS = re.compile(r"\s[-–—:·•~]\s|\s*(?:[|»«›‹·•]|::)\s*|:\s|(?<=[.!?…])\s+|[。！？]|,\s")


@dataclass(frozen=True)
class Scene:
    """One reply. `page` is None where its body has no text; `known` is the last good copy, None if there is none.

    `around` is what is known of the page's surroundings; `opaque`: why a file that came has no text.
    """

    reply: Reply
    page: Page | None
    known: Version | None = None
    around: Around = UNKNOWN
    opaque: str = ""

    @cached_property
    def title(self) -> str:
        """The title as a person reads it."""
        return self.page.title if self.page else ""

    @cached_property
    def heading(self) -> str:
        """The first heading of the page's own text: of the first level, if it has one."""
        if self.page is None:
            return ""
        own = [block for block in self.page.blocks if block.heading and block.area is Area.MAIN]
        first = next((block for block in own if block.heading == 1), own[0] if own else None)
        return first.text if first else ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The blocks of text that are more than a link."""
        if self.page is None:
            return ()
        links = {link.text for link in self.page.links}
        return tuple(block.text for block in self.page.blocks if block.text not in links)

    @cached_property
    def below(self) -> tuple[str, ...]:
        """The text that its first heading introduces; where it has no heading, what it says first."""
        if self.page is None:
            return ()
        shown = set(self.lines)
        after = self.page.blocks
        at = next((n for n, each in enumerate(after) if each.heading and each.text == self.heading), None)
        own = after[at + 1 :] if at is not None else tuple(each for each in after if each.area is Area.MAIN)
        told = takewhile(lambda each: not each.heading, own) if at is not None else own
        texts = (each.text for each in told if each.text in shown and not _IMPRINT.search(each.text))
        return tuple(islice((text for text in texts if not _COOKIES.search(text)), _MAX_BELOW))

    @cached_property
    def prose(self) -> int:
        """How many words stand outside links: what the page says itself, without its menus and its cookie banner."""
        return sum(size(line) for line in self.lines if not _COOKIES.search(line))

    @cached_property
    def spoken(self) -> int:
        """How many of those stand outside its imprint."""
        return sum(size(line) for line in self.lines if not (_COOKIES.search(line) or _IMPRINT.search(line)))

    @cached_property
    def is_short(self) -> bool:
        """Whether the page says so little that what it says is what it is."""
        return self.prose < RATHER_SHORT and self.page is not None and self.page.words < _MAX_SIZE

    @cached_property
    def text(self) -> str:
        """Its lines, plain, if it is short; if there are next to none, what browsers without scripts are told too."""
        return self._text(self.lines)

    @cached_property
    def text_beside_the_heading(self) -> str:
        """Likewise, without the first heading: what that says is not said twice."""
        return self._text(tuple(line for line in self.lines if line != self.heading))

    def _text(self, lines: tuple[str, ...]) -> str:
        if self.page is None or not self.is_short:
            return " "
        unseen = (self.page.clues.noscript,) if self.prose < ALMOST_NOTHING else ()
        return plain("\n".join((*lines, *unseen)))

    @cached_property
    def before(self) -> str:
        """Title and text of the last good copy, plain: what stood there then is no news."""
        return plain("\n".join(block.text for block in self.known.shown)) if self.known else " "

    @cached_property
    def headlines_before(self) -> str:
        """Title and headings of the last good copy, plain."""
        if self.known is None:
            return " "
        return plain("\n".join((self.known.title, *(block.text for block in self.known.blocks if block.heading))))

    def header(self, name: str) -> str:
        """All values of a header by its lower-case name, in lower case; "" where it is not there."""
        return ", ".join(value for key, value in self.reply.headers if key == name).lower()

    @property
    def sent_on(self) -> tuple[str, ...]:
        """Where a page that hardly says anything sends a browser at once, if it does."""
        target = self.page.clues.sent_on if self.page else None
        return (target,) if target and self.prose < HARDLY_ANYTHING else ()

    @property
    def way(self) -> tuple[str, ...]:
        """The addresses that were passed after the one that was asked for."""
        return tuple(hop.url for hop in self.reply.hops[1:])


def parts(line: str) -> tuple[str, ...]:
    """The parts of a title or heading, plain: "404 – Page not found | Example" are three."""
    return tuple(part for part in (plain(each) for each in split(line)) if part.strip())


def split(line: str) -> list[str]:
    """The parts of a title or heading as they are written."""
    return _PARTS.split(line)
