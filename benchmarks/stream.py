"""Years of real pages, capture by capture, through the real flow: how often it cries, how rightly, what it misses.

    python benchmarks/stream.py ../shared/data/histories [--pages N]

Each page is looked at when it was captured; the clock is data, and a second visit within the pass gets the same capture
(the collection has no two within minutes). A maintainer reviews the page at each alarm: its baseline moves to what was
seen. What the collection says of a capture and the one right before it is the truth: `change` is meaningful, `noise`,
`broken` and `recovered` are not; of all other intervals nothing is known, and what happens there is counted apart.

Beside it, with the same maintainer: a digest of the raw bytes, of the visible text, and of the main text.
"""

import argparse
import asyncio
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from monitor.check import Plan, run_pass
from monitor.core.content import Area, Page
from monitor.core.delegations import Delegation
from monitor.core.finding import Incident, PassSummary, Rule, State
from monitor.core.history import showed_text
from monitor.core.incidents import Reconciled
from monitor.core.listing import Catalogue, Link, Listing, Role, Settings
from monitor.core.look import Fingerprint, Hop, LinkHistory, Observation, Probe, Reply, Validators, Version
from monitor.core.page import read
from monitor.core.result import CheckResult
from monitor.core.sitewide import Altered
from monitor.core.surroundings import Stranger
from monitor.core.verdict import ClaimHistory

WEEK = timedelta(days=7)
GUIDE_PAGES = 130
MEANINGFUL, KNOWN = "change", ("change", "noise", "broken", "recovered")


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was at one time; `label`: what is known of the interval since the one before, None for nothing."""

    at: datetime
    body: bytes = field(repr=False)
    label: str | None
    magnitude: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """One page over time."""

    name: str
    service: str
    url: str
    captures: tuple[Capture, ...]

    @property
    def weeks(self) -> float:
        return (self.captures[-1].at - self.captures[0].at) / WEEK


def histories(folder: Path) -> list[History]:
    """Every page of the collection that was captured at least twice, by name."""
    told: dict[str, dict[str, Any]] = {}
    files: dict[str, dict[datetime, str]] = defaultdict(dict)
    labels: dict[tuple[str, datetime, datetime], tuple[str, str]] = {}
    for line in (folder / "pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        if pair["media"] != "html":
            continue
        told[pair["page"]] = pair
        ends = [datetime.fromisoformat(pair[side]["date"]) for side in ("before", "after")]
        files[pair["page"]].update(zip(ends, (pair[side]["file"] for side in ("before", "after")), strict=True))
        labels[pair["page"], ends[0], ends[1]] = (pair["label"], str(pair["magnitude"]))
    found = []
    for name, by_time in sorted(files.items()):
        captures, before = [], None
        for at in sorted(by_time):
            label, magnitude = labels.get((name, before, at), (None, "")) if before is not None else (None, "")
            captures.append(Capture(at, gzip.decompress((folder / by_time[at]).read_bytes()), label, magnitude))
            before = at
        if len(captures) > 1:
            found.append(History(name, told[name]["service"], told[name]["url"], tuple(captures)))
    return found


# --- at the ports of the flow -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Replay:
    """A `Prober` that shows one body at one address, and nothing at any other."""

    url: str
    body: bytes = b""

    async def probe(self, url: str, validators: Validators | None) -> Probe:  # noqa: ARG002
        status, body = (200, self.body) if url == self.url else (404, b"")
        return Reply(url, url, (Hop(url, status),), status, (("content-type", "text/html; charset=utf-8"),), body)

    async def confirm(self, url: str) -> Probe:
        return await self.probe(url, None)

    async def name_servers(self, name: str) -> frozenset[str] | None:  # noqa: ARG002
        return None


@dataclass(slots=True)
class Ledger:
    """A `Memory` of one page; `reviewed` moves its baseline."""

    past: LinkHistory
    baselines: list[Version] = field(default_factory=list)
    incidents: dict[str, Incident] = field(default_factory=dict)
    strangers: dict[str, Stranger] = field(default_factory=dict)
    lines: list[Altered] = field(default_factory=list)
    alarmed: bool = False

    def begin(self, at: datetime, links: int) -> int:  # noqa: ARG002
        self.alarmed = False
        return 1

    def history(self, url: str) -> LinkHistory:
        return self.past if url == self.past.url else LinkHistory(url)

    def waits(self, now: datetime) -> Mapping[str, datetime]:  # noqa: ARG002
        return {}

    def baseline(self, listing: Listing, url: str, now: datetime) -> Version | None:  # noqa: ARG002
        return self.baselines[-1] if self.baselines else None

    def alike(self, shown: Fingerprint) -> frozenset[str]:  # noqa: ARG002
        return frozenset()

    def stranger(self, directory: str) -> Stranger | None:
        return self.strangers.get(directory)

    def delegation(self, site: str) -> Delegation | None:  # noqa: ARG002
        return None

    def altered(self, host: str, since: datetime) -> Sequence[Altered]:  # noqa: ARG002
        return [each for each in self.lines if each.at >= since]

    def link_incidents(self, listing: str) -> Sequence[Incident]:  # noqa: ARG002
        return tuple(self.incidents.values())

    def claims(self, listing: str) -> Mapping[str, ClaimHistory]:  # noqa: ARG002
        return {}

    def unresolved(self) -> Sequence[Incident]:
        return ()

    def record(self, pass_id: int, result: CheckResult) -> None:  # noqa: ARG002
        for look in result.looks:
            self.past = look.history
            self._learn(look.observation)
            if not self.baselines and showed_text(look.observation) and look.history.latest is not None:
                self.baselines.append(look.history.latest)
        for incident in result.reconciled.incidents:
            self.incidents[incident.id] = incident
        for news in result.reconciled.transitions:
            rule = self.incidents[news.finding].finding.rule
            if rule is Rule.PAGE_CHANGED and news.after is State.OPEN:
                self.alarmed = True

    def record_again(self, seen: Observation) -> None:
        self._learn(seen)

    def prune(self, catalogue: Catalogue, now: datetime) -> None:
        pass

    def record_catalogue(self, pass_id: int, reconciled: Reconciled) -> None: ...

    def end(self, pass_id: int, summary: PassSummary) -> None: ...

    def review(self) -> None:
        """The maintainer has read the page as it is now."""
        if self.past.latest is not None:
            self.baselines.append(self.past.latest)
        self.incidents = {key: each for key, each in self.incidents.items() if not _is_change(each)}

    def _learn(self, seen: Observation) -> None:
        if seen.volatile is not None:
            self.past = replace(self.past, volatile=seen.volatile)
        self.lines += (Altered(seen.url, line, seen.at) for line in seen.altered)


def _is_change(incident: Incident) -> bool:
    return incident.finding.rule is Rule.PAGE_CHANGED


class Silent:
    """A `Progress` that keeps quiet."""

    def planned(self, links: int) -> None: ...
    def seen(self, observation: Observation) -> None: ...
    def spared(self, url: str, until: datetime) -> None: ...
    def recorded(self, result: CheckResult) -> None: ...


async def lived(page: History) -> list[bool]:
    """At which captures the flow opened a finding that the page has changed."""
    listing = Listing("page", institution=page.service, links=(Link(Role.PROGRAM, page.url),))
    plan = Plan(Catalogue(settings=Settings(), listings=(listing,)), (listing,), frozenset((page.url,)))
    web, ledger, alarms = Replay(page.url), Ledger(LinkHistory(page.url)), []
    for capture in page.captures:
        web.body = capture.body
        await run_pass(plan, web, ledger, lambda now=capture.at: now, Silent(), draw_name=lambda: "nobodysname0")
        alarms.append(ledger.alarmed)
        if ledger.alarmed:
            ledger.review()
    return alarms


def digested(page: History, of: Callable[[bytes], str]) -> list[bool]:
    """At which captures a digest differs from the one that the maintainer saw last."""
    alarms: list[bool] = []
    baseline: str | None = None
    for capture in page.captures:
        now = of(capture.body)
        alarms.append(baseline is not None and now != baseline)
        baseline = now
    return alarms


def raw(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def text(page: Page, areas: Iterable[Area]) -> str:
    wanted = set(areas)
    return "\n".join(block.text for block in page.blocks if block.area in wanted)


# --- the reckoning ----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tally:
    """What a way of telling came to; `alarms` by what is known of the interval, "" for nothing."""

    alarms: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[History, Capture]] = field(default_factory=list)
    false: list[tuple[History, Capture]] = field(default_factory=list)
    pages: dict[str, Sequence[bool]] = field(default_factory=dict)

    def add(self, page: History, alarms: Sequence[bool]) -> None:
        self.pages[page.name] = alarms
        for capture, alarm in zip(page.captures, alarms, strict=True):
            if alarm:
                self.alarms[capture.label or ""] += 1
            if alarm and capture.label in KNOWN and capture.label != MEANINGFUL:
                self.false.append((page, capture))
            if not alarm and capture.label == MEANINGFUL:
                self.missed.append((page, capture))


def told(name: str, tally: Tally, pages: Sequence[History]) -> str:
    """One line of figures. A share is of the alarms in intervals of which the truth is known."""
    weeks = sum(page.weeks for page in pages)
    known = sum(tally.alarms[label] for label in KNOWN)
    changes = sum(capture.label == MEANINGFUL for page in pages for capture in page.captures)
    share = tally.alarms[MEANINGFUL] / known if known else 1.0
    a_week = tally.alarms.total() / weeks * GUIDE_PAGES if weeks else 0.0
    return (
        f"{name:13} {tally.alarms.total():5} alarms, {a_week:6.2f} a week at {GUIDE_PAGES} pages; known {known:4}, "
        f"meaningful {share:4.0%}; missed {len(tally.missed):3} of {changes} changes"
    )


def tallies(pages: Sequence[History]) -> dict[str, Tally]:
    """The flow, and three digests."""
    found = {name: Tally() for name in ("flow", "raw", "visible text", "main text")}
    for page in pages:
        shown = {capture.body: read(capture.body, "text/html; charset=utf-8", page.url) for capture in page.captures}
        found["flow"].add(page, asyncio.run(lived(page)))
        found["raw"].add(page, digested(page, raw))
        found["visible text"].add(page, digested(page, lambda body, shown=shown: text(shown[body], Area)))
        found["main text"].add(page, digested(page, lambda body, shown=shown: text(shown[body], (Area.MAIN,))))
    return found


def main() -> None:
    """Print the figures: over all pages, by service, and the worst cases of the flow."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=None)
    chosen = parser.parse_args()
    pages = histories(chosen.folder)[: chosen.pages]
    found = tallies(pages)
    captures, weeks = sum(len(page.captures) for page in pages), sum(page.weeks for page in pages)
    out = [f"{len(pages)} pages, {captures} captures, {weeks:.0f} page-weeks"]
    out += [told(name, tally, pages) for name, tally in found.items()]
    flow = found["flow"]
    out.append("by service (alarms: meaningful/known/all; missed/changes)")
    for service in sorted({page.service for page in pages}):
        own = [page for page in pages if page.service == service]
        part = Tally()
        for page in own:
            part.add(page, flow.pages[page.name])
        known = sum(part.alarms[label] for label in KNOWN)
        changes = sum(capture.label == MEANINGFUL for page in own for capture in page.captures)
        counts = f"{part.alarms[MEANINGFUL]}/{known}/{part.alarms.total()}"
        out.append(f"  {service:40} {counts:10} {len(part.missed)}/{changes}")
    out += [f"false  {page.name} {case.at:%F} {case.label} {case.magnitude}" for page, case in flow.false]
    out += [f"missed {page.name} {case.at:%F} {case.magnitude}" for page, case in flow.missed]
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
