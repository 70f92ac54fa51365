"""Stand-ins at the ports of the flow: a web made of data, a memory of plain lists, a clock that stands still."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from sqlalchemy import event

from monitor.check import Memory, Plan, Prober, Progress
from monitor.core.decision import Decision
from monitor.core.delegations import Delegation
from monitor.core.finding import Incident, Needs, PassSummary, State, Transition
from monitor.core.fingerprint import METHOD
from monitor.core.incidents import Reconciled
from monitor.core.listing import Catalogue, Fee, FeeKind, Link, Listing, Role, Settings
from monitor.core.look import (
    Failure,
    Fingerprint,
    Hop,
    LinkHistory,
    Look,
    NotModified,
    Observation,
    Probe,
    Reason,
    Reply,
    Validators,
    Version,
)
from monitor.core.result import CheckResult
from monitor.core.sitewide import Altered
from monitor.core.situation import Remembered
from monitor.core.spots import Volatile
from monitor.core.surroundings import Stranger
from monitor.core.triage import Triaged, settled
from monitor.core.urls import host
from monitor.core.verdict import ClaimHistory
from monitor.store import Location, Run, Store
from monitor.store.opening import bring_up_to_date, connect

START = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(slots=True)
class Clock:
    """Stands still until somebody moves it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def go(self, span: timedelta) -> None:
        self.now += span


def draw_name() -> str:
    """Nobody has given this name to a page."""
    return "nobodysname0"


async def settle(steps: int = 100) -> None:
    """Let everything run that can run by itself."""
    for _ in range(steps):
        await asyncio.sleep(0)


# --- a web ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shows:
    """A page with these words; with an etag, a conditional visit that carries it gets a 304."""

    text: str
    etag: str | None = None
    title: str = "Visiting students"
    canonical: bool = True  # the page says which address is its own


@dataclass(frozen=True, slots=True)
class Says:
    """An answer without a page worth reading: a status, and perhaps when to come back."""

    status: int
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class Sends:
    """These very bytes, with status 200."""

    body: str
    kind: str = "application/json"


@dataclass(frozen=True, slots=True)
class Fails:
    """No answer. `reached`: a connection stood all the same."""

    reason: Reason
    reached: bool = False


@dataclass(frozen=True, slots=True)
class Moves:
    """A redirect to another URL of the same web."""

    to: str
    status: int = 301


@dataclass(frozen=True, slots=True)
class Breaks:
    """A bug: the prober raises."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Wavers:
    """One answer to the first visit, another to the second opinion."""

    first: "Answer"
    second: "Answer"


@dataclass(frozen=True, slots=True)
class Waits:
    """An answer that comes when the gate opens."""

    gate: asyncio.Event
    then: "Answer"


@dataclass(frozen=True, slots=True)
class Does:
    """Something that happens while the page is asked for."""

    what: Callable[[], None]
    then: "Answer"


Answer = Shows | Says | Sends | Fails | Moves | Breaks | Wavers | Waits | Does


@dataclass(frozen=True, slots=True)
class Visit:
    """What was asked for."""

    url: str
    validators: Validators | None = None
    confirming: bool = False


@dataclass(slots=True)
class FakeWeb:
    """A `Prober` whose pages are data: per URL, what it answers from when on. Unknown URLs do not resolve."""

    clock: Clock
    pages: dict[str, list[tuple[datetime, Answer]]] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    delegations: dict[str, list[tuple[datetime, frozenset[str]]]] = field(default_factory=dict)
    asked_for_name_servers: list[str] = field(default_factory=list)
    under_way: int = 0
    most_at_once: int = 0

    def put(self, url: str, answer: Answer) -> None:
        """From now on *url* answers so."""
        self.pages.setdefault(url, []).append((self.clock.now, answer))

    @property
    def looks(self) -> list[Visit]:
        """The visits but for second opinions."""
        return [visit for visit in self.visits if not visit.confirming]

    def asked(self, url: str) -> int:
        """How often *url* was visited, second opinions included."""
        return sum(visit.url == url for visit in self.visits)

    async def probe(self, url: str, validators: Validators | None) -> Probe:
        return await self._visit(Visit(url, validators))

    async def confirm(self, url: str) -> Probe:
        return await self._visit(Visit(url, confirming=True))

    async def name_servers(self, name: str) -> frozenset[str] | None:
        self.asked_for_name_servers.append(name)
        told = [servers for since, servers in self.delegations.get(name, ()) if since <= self.clock.now]
        return told[-1] if told else None

    async def __aenter__(self) -> "FakeWeb":
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self.under_way == 0, "the web was closed while somebody was still visiting it"

    async def _visit(self, visit: Visit) -> Probe:
        self.visits.append(visit)
        self.under_way += 1
        self.most_at_once = max(self.most_at_once, self.under_way)
        try:
            await asyncio.sleep(0)  # a visit never ends in the step in which it began
            return await self._answer(visit, visit.url, self._page(visit.url), ())
        finally:
            try:
                await settle(steps=10)  # hanging up takes its time too
            finally:
                self.under_way -= 1

    def _page(self, url: str) -> Answer:
        told = [answer for since, answer in self.pages.get(url, ()) if since <= self.clock.now]
        return told[-1] if told else Fails(Reason.NO_SUCH_HOST)

    async def _answer(self, visit: Visit, at: str, answer: Answer, way: tuple[Hop, ...]) -> Probe:
        match answer:
            case Shows(text=text, etag=etag, title=title, canonical=canonical):
                sent = visit.validators
                if etag is not None and sent is not None and sent.url == at and sent.etag == etag:
                    return NotModified(visit.url, at, (*way, Hop(at, 304)))
                own = f'<link rel="canonical" href="{at}">' if canonical else ""
                html = f"<!doctype html><title>{title}</title>{own}<main><p>{text}</p></main>" if text else ""
                headers = [("content-type", "text/html; charset=utf-8"), *([("etag", etag)] if etag else [])]
                return Reply(visit.url, at, (*way, Hop(at, 200)), 200, tuple(headers), html.encode())
            case Says(status=status, retry_after=later):
                told = (("content-type", "text/html"), *((("retry-after", later),) if later else ()))
                return Reply(visit.url, at, (*way, Hop(at, status)), status, told, b"")
            case Sends(body=body, kind=kind):
                return Reply(visit.url, at, (*way, Hop(at, 200)), 200, (("content-type", kind),), body.encode())
            case Fails(reason=reason, reached=reached):
                return Failure(visit.url, at, way, reason, f"it was {reason}", reached=reached)
            case Moves(to=to, status=status):
                return await self._answer(visit, to, self._page(to), (*way, Hop(at, status)))
            case Breaks(error=error):
                raise error
            case Wavers(first=first, second=second):
                return await self._answer(visit, at, second if visit.confirming else first, way)
            case Waits(gate=gate, then=then):
                await gate.wait()
                return await self._answer(visit, at, then, way)
            case Does(what=what, then=then):
                what()
                return await self._answer(visit, at, then, way)
            case _:
                assert_never(answer)


# --- a memory ---------------------------------------------------------------------------------------------------


WEEK = timedelta(days=7)


@dataclass(slots=True)
class FakeMemory:
    """A `Memory` that keeps every look as it was, and answers each question by going through all of them."""

    passes: dict[int, PassSummary] = field(default_factory=dict)
    looks: dict[str, list[Look]] = field(default_factory=dict)
    judged: dict[tuple[str, str], ClaimHistory] = field(default_factory=dict)
    drifts: dict[tuple[str, str], Look] = field(default_factory=dict)
    incidents: dict[str, Incident] = field(default_factory=dict)
    transitions: list[Transition] = field(default_factory=list)
    results: list[CheckResult] = field(default_factory=list)
    failing: dict[str, Exception] = field(default_factory=dict)
    kept: dict[tuple[str, Fingerprint], Version] = field(default_factory=dict)
    asked_to_wait: dict[str, datetime] = field(default_factory=dict)
    strangers: dict[str, Stranger] = field(default_factory=dict)
    volatile: dict[str, tuple[Volatile, ...]] = field(default_factory=dict)
    lines: list[tuple[str, Altered]] = field(default_factory=list)
    delegations: dict[str, Delegation] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    reviews: dict[str, tuple[datetime, dict[str, Fingerprint]]] = field(default_factory=dict)
    _seen_in: set[tuple[int, str]] = field(default_factory=set)

    def begin(self, at: datetime, links: int) -> int:
        self._may("begin")
        pass_id = len(self.passes) + 1
        self.passes[pass_id] = PassSummary(at, None, links, looked=0, offline=False, interrupted=True)
        return pass_id

    def prune(self, catalogue: Catalogue, now: datetime) -> None:
        needed = {
            *((url, latest.fingerprint) for url in self.looks if (latest := self.history(url).latest) is not None),
            *((url, taken) for _, review in self.reviews.values() for url, taken in review.items()),
        }
        for each in catalogue.listings:
            found = ((url, self.baseline(each, url, now)) for url in each.urls)
            needed |= {(url, version.fingerprint) for url, version in found if version is not None}
        for incident in self._unresolved(lambda i: i.finding.url is not None):
            url = incident.finding.url or ""
            for at in (incident.finding.since, incident.last_seen):
                read = [look for look in self.looks.get(url, []) if _is_readable(look) and self._is_kept(url, look)]
                shown = [look for look in read if look.observation.at <= at]
                needed |= {(url, look.history.latest.fingerprint) for look in shown[-1:] if look.history.latest}
        for url in self.looks:
            newest = sorted((v for (of, _), v in self.kept.items() if of == url), key=lambda v: v.last_seen)[::-1]
            settings = catalogue.settings
            for place, version in enumerate(newest):
                is_old = version.last_seen < now - settings.retain_versions
                if (is_old or place >= settings.retain_count) and (url, version.fingerprint) not in needed:
                    del self.kept[url, version.fingerprint]

    def end(self, pass_id: int, summary: PassSummary) -> None:
        self._may("end")
        self.passes[pass_id] = summary

    def history(self, url: str) -> LinkHistory:
        self._may("history")
        if not self.looks.get(url):
            return LinkHistory(url)
        last = self.looks[url][-1].history
        return replace(last, latest=self._version(url, last.latest), volatile=self.volatile.get(url, ()))

    def waits(self, now: datetime) -> dict[str, datetime]:
        self._may("waits")
        return {host: until for host, until in sorted(self.asked_to_wait.items()) if until > now}

    def baseline(self, listing: Listing, url: str, now: datetime) -> Version | None:
        readable = [look for look in self.looks.get(url, []) if _is_readable(look) and self._is_kept(url, look)]
        reviewed = listing.reviewed if listing.reviewed is not None and listing.reviewed <= now.date() else None
        at, taken = self.reviews.get(listing.id, (now, {}))
        if url in taken and (reviewed is None or reviewed <= at.date()):
            version = self.kept[url, taken[url]]
            later = [look for look in readable if look.observation.at >= at]
            if version.fingerprint.version == METHOD and not version.opaque:
                return version
            since = self._first(url, later, version)
            return since if since and since.fingerprint.version == METHOD and not since.opaque else version
        if reviewed is not None:
            midnight = datetime.combine(reviewed, time(), tzinfo=UTC)
            readable = [look for look in readable if look.observation.at >= midnight]
        return self._first(url, readable, self._version(url, readable[0].history.latest) if readable else None)

    def _first(self, url: str, readable: Sequence[Look], older: Version | None) -> Version | None:
        todays = [
            look for look in readable if look.history.latest and look.history.latest.fingerprint.version == METHOD
        ]
        texts = [look for look in todays if look.history.latest and not look.history.latest.opaque]
        return self._version(url, (texts or todays)[0].history.latest) if todays else older

    def alike(self, shown: Fingerprint) -> frozenset[str]:
        lasts = [looks[-1] for looks in self.looks.values()]
        same = [each for each in lasts if each.history.latest and each.history.latest.fingerprint == shown]
        return frozenset(look.observation.final_url for look in same)

    def stranger(self, directory: str) -> Stranger | None:
        return self.strangers.get(directory)

    def delegation(self, site: str) -> Delegation | None:
        return self.delegations.get(site)

    def altered(self, host: str, since: datetime) -> Sequence[Altered]:
        found = [each for where, each in self.lines if where == host and each.at >= since]
        return sorted(found, key=lambda each: (each.at, each.url, each.line))

    def link_incidents(self, listing: str) -> Sequence[Incident]:
        return self._unresolved(lambda i: i.finding.listing == listing and i.finding.rule.needs is Needs.NETWORK)

    def unresolved(self) -> Sequence[Incident]:
        return self._unresolved(lambda _: True)

    def claims(self, listing: str) -> Mapping[str, ClaimHistory]:
        return {claim: history for (of, claim), history in sorted(self.judged.items()) if of == listing}

    def record(self, pass_id: int, result: CheckResult) -> None:
        self._may("record")
        self._may(f"record {result.listing}")
        for look in result.looks:
            if (pass_id, look.url) not in self._seen_in:
                self._seen_in.add((pass_id, look.url))
                self.looks.setdefault(look.url, []).append(look)
                self._keep(look)
            if (wait := look.observation.wait) is not None:
                kept = {host: until for host, until in self.asked_to_wait.items() if until > look.observation.at}
                self.asked_to_wait = {**kept, **dict.fromkeys(wait.hosts, wait.until)}
            self._learn(look.observation)
            self.strangers.update({each.directory: each for each in look.observation.strangers})
            if (delegation := look.observation.delegation) is not None:
                self.delegations[delegation.site] = delegation
            if look.comparison is not None:
                self.drifts[result.listing, look.url] = look
            elif look.baseline is None and _is_readable(look):
                self.drifts.pop((result.listing, look.url), None)
        self._follow(result.reconciled)
        self.judged |= {
            (result.listing, each.claim): replace(each, verdict=replace(each.verdict, suggestions=()))
            for each in result.claims
        }
        self.results.append(result)

    def record_again(self, seen: Observation) -> None:
        self._may("record_again")
        self._learn(seen)
        if seen.wait is not None:
            self.asked_to_wait |= dict.fromkeys(seen.wait.hosts, seen.wait.until)

    def record_catalogue(self, pass_id: int, reconciled: Reconciled) -> None:
        self._may("record_catalogue")
        self._follow(reconciled)

    def decide(self, triaged: Sequence[Triaged]) -> None:
        for each in triaged:
            known = self.incidents.get(each.incident.id)
            if known is None or known.state is State.RESOLVED:
                self.incidents[each.incident.id] = _undecided(each.incident)
            self.decisions.pop(each.incident.id, None)
            if each.incident.decision is not None:
                self.decisions[each.incident.id] = each.incident.decision
            self.transitions += [each.transition] if each.transition else []

    @contextmanager
    def reviewing(self, listings: Sequence[Listing], now: datetime) -> Iterator[None]:
        yield
        for listing in listings:
            latest = {link.url: self.history(link.url).latest for link in listing.links}
            self.reviews[listing.id] = (now, {url: v.fingerprint for url, v in latest.items() if v is not None})
            self.drifts = {key: look for key, look in self.drifts.items() if key[0] != listing.id}
            self._follow(settled([i for i in self._sorted() if i.finding.listing == listing.id], now))

    def remembered(self) -> Remembered:
        last = self.passes[max(self.passes)] if self.passes else None
        ended = [i for i in self._sorted() if i.state is State.RESOLVED and i.opened_at is not None and i.resolved_at]
        return Remembered(
            incidents=tuple(self._unresolved(lambda _: True)),
            resolved=tuple(i for i in ended if last and i.resolved_at and i.resolved_at >= last.started_at - WEEK),
            histories={url: replace(self.history(url), latest=None) for url in self.looks},
            drifts={key: look.comparison.drift for key, look in self.drifts.items() if look.comparison},
            last_pass=last,
            waits=dict(sorted(self.asked_to_wait.items())),
        )

    def runs(self, url: str, limit: int = 50) -> Sequence[Run]:
        def found(look: Look) -> tuple[object, object]:
            latest = look.history.latest
            return look.observation.outcome, latest.fingerprint if latest and _is_readable(look) else None

        runs = [list(looks) for _, looks in groupby(self.looks.get(url, []), key=found)]
        return [
            Run(run[0].observation.at, run[-1].observation.at, len(run), run[0].observation.outcome) for run in runs
        ][-limit:]

    def versions(self, url: str, limit: int = 20) -> Sequence[Version]:
        kept = [version for (where, _), version in self.kept.items() if where == url]
        return sorted(kept, key=lambda version: version.last_seen)[-limit:]

    # --- inside -------------------------------------------------------------------------------------------------

    def _may(self, what: str) -> None:
        if what in self.failing:
            raise self.failing[what]

    def _learn(self, seen: Observation) -> None:
        if seen.volatile is not None:
            self.volatile[seen.url] = seen.volatile
        new = [(host(seen.final_url), Altered(seen.url, line, seen.at)) for line in seen.altered]
        self.lines += [each for each in new if each not in self.lines]

    def _keep(self, look: Look) -> None:
        latest = look.history.latest
        if latest is None:
            return
        key = (look.url, latest.fingerprint)
        known = self.kept.get(key)
        self.kept[key] = replace(latest, first_seen=known.first_seen) if known else latest

    def _is_kept(self, url: str, look: Look) -> bool:
        return look.history.latest is not None and (url, look.history.latest.fingerprint) in self.kept

    def _version(self, url: str, version: Version | None) -> Version | None:
        return self.kept[url, version.fingerprint] if version else None

    def _follow(self, reconciled: Reconciled) -> None:
        self.incidents.update({incident.id: _undecided(incident) for incident in reconciled.incidents})
        ended = {i.id for i in reconciled.incidents if i.state is State.RESOLVED}
        ended |= {n.finding for n in reconciled.transitions if n.before in _DECIDED and n.after not in _DECIDED}
        self.decisions = {finding: kept for finding, kept in self.decisions.items() if finding not in ended}
        self.transitions.extend(reconciled.transitions)

    def _sorted(self) -> Iterable[Incident]:
        for key in sorted(self.incidents):
            incident, decision = self.incidents[key], self.decisions.get(key)
            if decision is None or incident.state is State.RESOLVED:
                yield incident
            else:
                state = State.SNOOZED if decision.until else State.ACKNOWLEDGED
                yield replace(incident, state=state, decision=decision)

    def _unresolved(self, wanted: Callable[[Incident], bool]) -> list[Incident]:
        return [i for i in self._sorted() if i.state is not State.RESOLVED and wanted(i)]


_DECIDED = (State.ACKNOWLEDGED, State.SNOOZED)


def _undecided(incident: Incident) -> Incident:
    """What passes tell of an incident: what people decided about it is kept apart."""
    return incident if incident.decision is None else replace(incident, state=State.OPEN, decision=None)


def _is_readable(look: Look) -> bool:
    """Whether the look saw a page: read just now, or confirmed to be the one that was read before."""
    return look.observation.page is not None or (look.observation.status == 304 and look.history.latest is not None)


@contextmanager
def quick_store(path: Path) -> Iterator[Store]:
    """The real memory in a new file, without waiting for the disk: no power is cut in these tests."""
    location = Location(path)
    engine = connect(location)

    @event.listens_for(engine, "connect")
    def _do_not_wait(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA synchronous = OFF").close()

    try:
        bring_up_to_date(engine, path)
        yield Store(engine, location)
    finally:
        engine.dispose()


# --- whoever watches --------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Watcher:
    """A `Progress` that takes notes; `enough` is set once it has heard of so many results as it `expects`."""

    expects: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)
    links: int | None = None
    seen_urls: list[str] = field(default_factory=list)
    spared_urls: dict[str, datetime] = field(default_factory=dict)
    results: list[CheckResult] = field(default_factory=list)

    def planned(self, links: int) -> None:
        self.links = links

    def spared(self, url: str, until: datetime) -> None:
        self.spared_urls[url] = until

    def seen(self, observation: Observation) -> None:
        self.seen_urls.append(observation.url)

    def recorded(self, result: CheckResult) -> None:
        self.results.append(result)
        if len(self.results) >= self.expects:
            self.enough.set()


# --- guides -----------------------------------------------------------------------------------------------------


def listing(listing_id: str, *urls: str, reviewed: datetime | None = None) -> Listing:
    """A listing of which the catalogue alone has nothing to say but, without *reviewed*, that nobody reviewed it.

    Its one price does not hold yet: pages are not held against it.
    """
    return Listing(
        listing_id,
        institution=f"{listing_id.title()} Hospital",
        program=f"Elective {listing_id}",
        kinds=("elective",),
        reviewed=reviewed.date() if reviewed else None,
        fees=(Fee(FeeKind.TUITION, amount=Decimal(0), start=date(2999, 1, 1)),),
        links=tuple(Link(Role.PROGRAM, url) for url in urls),
        source="line 1",
    )


def plan(*listings: Listing, only: Iterable[str] | None = None, concurrency: int = 16) -> Plan:
    """A pass over a catalogue of *listings*: over all of them, or over those whose id is among *only*."""
    catalogue = Catalogue(settings=Settings(concurrency=concurrency), listings=listings)
    chosen = tuple(each for each in listings if only is None or each.id in only)
    return Plan(catalogue, chosen, frozenset(link.url for each in chosen for link in each.links))


if TYPE_CHECKING:
    _prober: Prober = FakeWeb(Clock())
    _memory: Memory = FakeMemory()
    _progress: Progress = Watcher()
