"""`inspect` and `compare`: one page or two, from files or the web, singly or in batches. No database is touched."""

import asyncio
import gzip
import sys
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from monitor import formats
from monitor.catalogue import from_json
from monitor.cli import wiring
from monitor.cli.batch import DEFAULT_STATUS, Entry, answer_all, why_unread
from monitor.cli.findings import paper_style, paper_width, require_listings
from monitor.cli.options import Output
from monitor.cli.wiring import Common
from monitor.core.content import Page
from monitor.core.drift import compare as compare_pages
from monitor.core.drift import with_facts
from monitor.core.fact import Facts
from monitor.core.facts import facts
from monitor.core.facts.changes import changed_facts
from monitor.core.files import compare_files
from monitor.core.fingerprint import fingerprint
from monitor.core.listing import Listing, Settings
from monitor.core.liveness import judge
from monitor.core.look import Comparison, Drift, Hop, Judgement, Liveness, Reason, Reply, Version
from monitor.core.support import closure, verdicts
from monitor.core.verdict import Reading
from monitor.core.vocabulary import REASONS
from monitor.errors import OperatorError
from monitor.reading import Reader, read_reply

_MAX_BYTES = 10_000_000  # as [monitor] max_body has it by default
_NEVER = datetime.min.replace(tzinfo=UTC)  # a saved page does not say when it was seen
_TEMPORARY = 302  # a saved page does not say how its redirects were meant


@dataclass(frozen=True, slots=True)
class Came:
    """How a saved page came: from where, asked for where, with what status and headers ("K: V")."""

    url: str | None = None
    requested_url: str | None = None
    status: int = DEFAULT_STATUS
    headers: tuple[str, ...] = ()


def inspect(common: Common, page: str, came: Came, listing: str | None, *, environ: Mapping[str, str]) -> None:
    """What the monitor sees in one page."""
    today = wiring.clock(environ)().date()
    claimed = _listing(common, listing) if listing is not None else None
    if page.startswith(("http://", "https://")):
        url, (judgement, read) = page, asyncio.run(_look(page, environ))
    else:
        reply = _reply(_read(Path(page)), came)
        read = read_reply(reply)
        url, judgement = reply.requested_url, judge(reply, read)
    found, told = _held_against(claimed, url, (judgement, read), today)
    read = _text(read)
    if common.output == Output.JSON:
        document = formats.inspection_document(page, judgement, read, facts=found, verdicts=told)
        sys.stdout.write(formats.dumps(document))
    else:
        shown = formats.inspection_text(
            page, judgement, read, facts=found, verdicts=told, width=paper_width(), style=paper_style()
        )
        sys.stdout.write(shown)


def inspect_batch(batch: Path, *, environ: Mapping[str, str]) -> None:
    """A line out for every line in, in the same order; a bad line is said and passed over."""
    today = wiring.clock(environ)().date()

    def answer(line: Entry) -> dict[str, Any]:
        came = Came(line.text("url"), line.text("requested_url"), line.status(), line.headers())
        reply = _reply(_read(line.path("path")), came)
        page = read_reply(reply)
        judgement = judge(reply, page)
        claimed = from_json(line.values["listing"]) if line.values.get("listing") is not None else None
        found, told = _held_against(claimed, reply.requested_url, (judgement, page), today)
        return formats.inspection_document(line.id, judgement, _text(page), facts=found, verdicts=told)

    answer_all(batch, answer)


def _listing(common: Common, listing_id: str) -> Listing:
    loaded = common.load()
    require_listings(loaded, [listing_id])
    return next(listing for listing in loaded.catalogue.listings if listing.id == listing_id)


def _held_against(
    listing: Listing | None, url: str, side: "_Side", today: date
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The facts of a page, and the verdicts on a listing's claims: an error page or a shell bears out nothing.

    With a listing, a page is closed only where it shuts that listing.
    """
    judgement, page = side[0], _text(side[1])
    found = facts(page) if page is not None else Facts()
    readings: tuple[Reading, ...] = ()
    if page is not None and _is_comparable(judgement, page):
        readings = (Reading(url, page.title, page.blocks, page.links, found),)
    if listing is None:
        return formats.facts_document(found, next(iter(found.closures), None)), []
    shut = closure(listing, readings, today)
    told = verdicts(listing, readings, today)
    return formats.facts_document(found, shut.closure if shut is not None else None), formats.verdict_rows(told)


def compare(common: Common, before: Path, after: Path) -> None:
    """How two saved versions of a page differ."""
    sides = _sides(*(_reply(_read(path), Came()) for path in (before, after)))
    told, changed = _compared(*sides)
    shown = (f"{before} → {after}", told, sides[0][0], sides[1][0])
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps(formats.comparison_document(*shown, facts_changed=changed)))
    else:
        sys.stdout.write(
            formats.comparison_text(*shown, facts_changed=changed, width=paper_width(), style=paper_style())
        )


def compare_batch(batch: Path) -> None:
    """A line out for every line in."""

    def answer(line: Entry) -> dict[str, Any]:
        came = Came(url=line.text("url"))
        before, after = _sides(*(_reply(_read(line.path(side)), came) for side in ("before", "after")))
        told, changed = _compared(before, after)
        return formats.comparison_document(line.id, told, before[0], after[0], facts_changed=changed)

    answer_all(batch, answer)


_Side = tuple[Judgement, Page | None]


def _sides(before: Reply, after: Reply) -> tuple[_Side, _Side]:
    """The older version is the newer one's last good copy, if it is good."""
    page = read_reply(before)
    judgement = judge(before, page)
    known = None
    if page is not None and not page.opaque and _is_comparable(judgement, page):
        seen = fingerprint(page.title, page.blocks, page.links)
        known = Version(seen, page.title, page.blocks, _NEVER, _NEVER, page.links)
    now = read_reply(after)
    return (judgement, page), (judge(after, now, known), now)


def _is_comparable(judgement: Judgement, page: Page | None) -> bool:
    """Whether a side is the page itself, with text, or a file that shows none."""
    if page is None or judgement.liveness not in {Liveness.ALIVE, Liveness.MOVED} or judgement.stub:
        return False
    return page.opaque != "" or (judgement.reason is not Reason.UNREADABLE and page.words > 0)


def _text(page: Page | None) -> Page | None:
    """The page, None where it is a file that shows no text."""
    return page if page is not None and not page.opaque else None


def _compared(before: _Side, after: _Side) -> tuple[Comparison, list[dict[str, Any]]]:
    """How two sides differ, and the facts that changed.

    Only two pages that could be read can be compared: what an error page lacks has not gone from the page.
    """
    for side, (judgement, page) in (("older", before), ("newer", after)):
        if not _is_comparable(judgement, page):
            return Comparison(Drift.INCOMPARABLE, 0.0, (), f"the {side} version is no page to compare"), []
    one, two = before[1], after[1]
    assert one is not None
    assert two is not None
    if (told := compare_files(one, two)) is not None:
        return told, []
    changed = changed_facts(facts(one), facts(two))
    return with_facts(compare_pages(one, two), changed), formats.changed_rows(changed)


def require_page(page: str, came: Came, environ: Mapping[str, str]) -> tuple[str, Page]:
    """The address and the text of a page, saved or asked for once; raises OperatorError where it shows none."""
    url, (judgement, read) = asyncio.run(_seen(page, came, environ))
    if read is None or read.opaque or not _is_comparable(judgement, read):
        why = read.opaque if read is not None and read.opaque else REASONS[judgement.reason].clause
        raise OperatorError(f"{page}: there is no page to read: {why} ({judgement.liveness}, {judgement.reason})")
    return url, read


async def _seen(page: str, came: Came, environ: Mapping[str, str]) -> tuple[str, _Side]:
    if page.startswith(("http://", "https://")):
        async with wiring.prober(Settings(), environ) as web:
            probe = await web.probe(page, None)
    else:
        probe = _reply(_read(Path(page)), came)
    if not isinstance(probe, Reply):
        return page, (judge(probe, None), None)
    read = await Reader()(probe)
    return probe.final_url, (judge(probe, read), read)


async def _look(url: str, environ: Mapping[str, str]) -> _Side:
    async with wiring.prober(Settings(), environ) as web:
        probe = await web.probe(url, None)
        page = await Reader()(probe) if isinstance(probe, Reply) else None
    return judge(probe, page), page


def _reply(body: bytes, came: Came) -> Reply:
    """A saved page as the reply that it was."""
    url = came.url or ""
    asked = came.requested_url or url
    way = (Hop(asked, _TEMPORARY),) if asked != url and url else ()
    headers = tuple(
        (name.strip().lower(), value.strip()) for name, _, value in (h.partition(":") for h in came.headers)
    )
    return Reply(asked, url, (*way, Hop(url, came.status)), came.status, headers, body)


def _read(path: Path) -> bytes:
    """The page in a file, unpacked if it is gzip, never more than a probe would read."""
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
            body = file.read(_MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise OperatorError(f"{path}: cannot be read: {why_unread(error)}") from error
    if len(body) > _MAX_BYTES:
        raise OperatorError(f"{path}: larger than {_MAX_BYTES // 1_000_000} MB, which no probe would read")
    return body
