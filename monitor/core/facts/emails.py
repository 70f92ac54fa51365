"""Page → e-mail addresses: as text, behind links, spelled out for people, and those that a script is yet to show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from urllib.parse import unquote

from monitor.core import urls
from monitor.core.content import Block, Page, PageLink
from monitor.core.fact import Email, Place
from monitor.core.facts.lexicon.contacts import AT, DOT, SIGNS_WITHHELD, WITHHELD
from monitor.core.facts.setting import MAX_FACTS, MAX_QUOTE_CHARACTERS, around, places, standing
from monitor.core.lexicon.finder import Signs

MAX_MARKS = 2_000  # at signs, and words for them, looked at in a page
MAX_PLACED_LINKS = 100  # the words of so many links are looked for in the text
MAX_LOCAL_CHARACTERS = 64  # RFC 5321 §4.5.3.1.1
MAX_LABELS = 9

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._%+'&-]*\Z")
_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,62}")
_LOWER = re.compile(r"[a-z]{2,24}(?=[A-Z])")
_MARGIN = "._%+'&-"


def _known(words: Mapping[str, tuple[str, ...]]) -> str:
    return "|".join(sorted({re.escape(word) for said in words.values() for word in said}))


def _spelled(words: Mapping[str, tuple[str, ...]], sign: str) -> str:
    """A pattern of what stands for *sign* where only people are to read it: "[at]", "(@)", " at "."""
    known = _known(words)
    enclosed = rf"\s{{0,3}}[\[({{<]\s{{0,3}}(?:{known}|{re.escape(sign)})\s{{0,3}}[\])}}>]\s{{0,3}}"
    return rf"{enclosed}|\s{{1,3}}(?:{known})\s{{1,3}}"


_AT = re.compile(rf"{_spelled(AT, '@')}|\s{{1,3}}@\s{{0,3}}|@\s{{1,3}}", re.IGNORECASE)
_DOT = re.compile(_spelled(DOT, "."), re.IGNORECASE)
_MAY_BE_SPELLED = re.compile(
    rf"@\s|\s@|[\[({{<]\s{{0,3}}(?:{_known(AT)}|@)\s{{0,3}}[\])}}>]|\s(?:{_known(DOT)})\s", re.IGNORECASE
)
_SIGNS = Signs(("@", "[", "(", "{", "<", *(word for said in DOT.values() for word in said)))
_LOCAL_SPELLED = re.compile(
    rf"[A-Za-z0-9_][A-Za-z0-9_+-]*(?:(?:\.|{_spelled(DOT, '.')})[A-Za-z0-9_+-]+){{0,4}}\Z", re.IGNORECASE
)


_PROTECTED = "/cdn-cgi/l/email-protection"  # where Cloudflare's firewall sends whoever does not run its script
_WITHHELD = tuple(phrase for said in WITHHELD.values() for phrase in said)
_SIGNS_WITHHELD = Signs(SIGNS_WITHHELD)


def emails(page: Page) -> tuple[Email, ...]:
    """Every address of a page with the words around it, in reading order; then those that stand only behind links.

    An address is told once a block. Where a firewall keeps an address from whoever runs no script, it is None: it is
    not deciphered, because it is machines that it is kept from.
    """
    where = places(page)
    found = [email for place in where for email in _in_block(page.blocks[place.block], place)][:MAX_FACTS]
    found += islice(_behind_links(page, where, {email.address for email in found}), MAX_FACTS)
    return tuple(found[:MAX_FACTS])


def addresses(text: str) -> Iterator[tuple[str, int, int]]:
    """The addresses in *text*, lower-cased, with the span in which each stands."""
    for mark in islice(re.finditer("@", text), MAX_MARKS):
        before = _LOCAL.search(text, max(0, mark.start() - MAX_LOCAL_CHARACTERS), mark.start())
        if before is None or text[max(0, before.start() - 2) : before.start()] == "//":  # a name before a host in a URL
            continue
        host, end = _host(text, mark.end())
        local = before[0].strip(_MARGIN)
        if host and local:
            yield f"{local}@{host}".lower(), before.start(), end


def spelled_out(text: str) -> Iterator[tuple[str, int, int]]:
    """The addresses in *text* that are written for people only ("jane [at] x [dot] edu"), as `addresses` gives them."""
    for mark in islice(_AT.finditer(text), MAX_MARKS):
        before = _LOCAL_SPELLED.search(text[max(0, mark.start() - 2 * MAX_LOCAL_CHARACTERS) : mark.start()])
        if before is None:
            continue
        host, end = _host(text, mark.end())
        plain = mark[0].strip().isalpha()  # "look at x.edu" names no mailbox
        if not host or (plain and _DOT.search(text, mark.end(), end) is None):
            continue
        local = _DOT.sub(".", before[0]).strip(_MARGIN)
        start = mark.start() - len(before[0])
        yield f"{local}@{host}".lower(), start, end


def visible(text: str) -> list[tuple[str, int, int]]:
    """Every address that a reader of *text* sees, in order, with its span."""
    if not _SIGNS.stand_in(text):
        return []
    spelled = spelled_out(text) if _MAY_BE_SPELLED.search(text) else ()
    return sorted([*addresses(text), *spelled], key=lambda each: each[1])


def _in_block(block: Block, place: Place) -> Iterator[Email]:
    text = block.text
    told = set()
    for address, start, end in visible(text):
        if address not in told:
            told.add(address)
            yield Email(address, around(text, start, end), place)
    lower = text.lower() if _SIGNS_WITHHELD.stand_in(text) else ""
    for phrase in _WITHHELD:
        at = lower.find(phrase)
        if at >= 0:
            yield Email(None, around(text, min(at, len(text)), min(at + len(phrase), len(text))), place)
            return


def _behind_links(page: Page, where: Sequence[Place], shown: set[str | None]) -> Iterator[Email]:
    placed = 0
    for link in page.links:
        if _PROTECTED in link.url and link.text.lower() not in _WITHHELD:  # its words would tell it already
            yield Email(None, link.text or link.url[:MAX_QUOTE_CHARACTERS], Place(0, area=link.area))
        if link.url[:7].lower() != "mailto:":
            continue
        to = unquote(link.url[7:].partition("?")[0][:1_000])
        for address, _, _ in addresses(to):
            if address in shown:
                continue
            shown.add(address)
            placed += 1
            yield _behind(link, address, page, where if placed <= MAX_PLACED_LINKS else ())


def _behind(link: PageLink, address: str, page: Page, where: Sequence[Place]) -> Email:
    """An address behind a link: quoted are the words around the link's own, else its target."""
    for place in where:
        quote = standing(page.blocks[place.block], link.text) if place.area is link.area else None
        if quote is not None:
            return Email(address, quote, place)
    return Email(address, link.text or f"mailto:{address}", Place(0, area=link.area))


def _host(text: str, start: int) -> tuple[str, int]:
    """The host name that stands in *text* at *start*, and where it ends; "" where none does.

    What is glued to it is left out: "x.eduPhone", "x.edu.Please".
    """
    labels: list[tuple[str, int]] = []
    at = start
    while len(labels) < MAX_LABELS and (label := _LABEL.match(text, at)):
        labels.append((label[0], label.end()))
        dot = _DOT.match(text, label.end())
        if dot is None and text[label.end() : label.end() + 1] != ".":
            break
        at = dot.end() if dot is not None else label.end() + 1
    while len(labels) > 1:
        last, end = labels[-1]
        if urls.is_real(last) and not last.isdecimal():
            return ".".join(label.rstrip("-") for label, _ in labels), end
        glued = _LOWER.match(last)
        if glued is not None and urls.is_real(glued[0]):
            labels[-1] = glued[0], end - len(last) + glued.end()
        elif last[0].isupper():
            labels.pop()
        else:
            return "", start
    return "", start
