"""Questions and answers over the database: rows never leave, every `record…` is one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, false, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from monitor.core.delegations import Delegation
from monitor.core.finding import Incident, Needs, PassSummary, Rule, State
from monitor.core.history import showed_text
from monitor.core.incidents import Reconciled
from monitor.core.listing import Catalogue, Listing
from monitor.core.look import Drift, Fingerprint, LinkHistory, Look, Observation, Outcome, Version
from monitor.core.result import CheckResult
from monitor.core.sitewide import Altered
from monitor.core.situation import RESOLVED_SHOWN_FOR, Remembered
from monitor.core.surroundings import Stranger
from monitor.core.triage import Triaged, settled
from monitor.core.verdict import ClaimHistory
from monitor.store import baselines, claims, decisions, noise, rows, versions
from monitor.store.opening import Location, bring_up_to_date, connect, held, in_plain_words
from monitor.store.packing import pack_skimmed
from monitor.store.tables import (
    DecisionRow,
    DelegationRow,
    DriftRow,
    HostRow,
    IncidentRow,
    LinkRow,
    ObservationRow,
    PassRow,
    StrangerRow,
    TransitionRow,
    VersionRow,
)

_LINK_RULES = [rule for rule in Rule if rule.needs is Needs.NETWORK]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of looks that found the same."""

    first_at: datetime
    last_at: datetime
    looks: int
    outcome: Outcome


@contextmanager
def opened_for_a_pass(location: Location) -> Iterator["Store"]:
    """The database, held against other passes; created or migrated where needed."""
    with held(location), _store(location) as store:
        yield store


@contextmanager
def opened_to_read(location: Location) -> Iterator["Store | None"]:
    """The database as it is, None where there is none yet: looking creates nothing."""
    if not location.exists():
        yield None
        return
    with _store(location) as store:
        yield store


@contextmanager
def opened_to_decide(location: Location) -> Iterator["Store"]:
    """The database, created where there is none yet; a pass may run meanwhile."""
    with _store(location) as store:
        yield store


@contextmanager
def _store(location: Location) -> Iterator["Store"]:
    engine = connect(location)
    try:
        bring_up_to_date(engine, location.path)
        yield Store(engine, location)
    finally:
        engine.dispose()


class Store:
    """The `Memory` of a pass, and what commands ask."""

    def __init__(self, engine: Engine, location: Location) -> None:
        self._engine = engine
        self._path = location.path

    # --- what a pass needs --------------------------------------------------------------------------------------

    def begin(self, at: datetime, links: int) -> int:
        """Note that a pass has begun; this is also the proof that the database can be written."""
        with self._writing() as connection:
            row = connection.execute(insert(PassRow).values(started_at=at, links=links).returning(_c(PassRow.id)))
            return int(row.scalar_one())

    def prune(self, catalogue: Catalogue, now: datetime) -> None:
        """Drop old versions that the catalogue's settings let go and nothing rests on."""
        with self._writing() as connection:
            versions.prune(connection, catalogue, now)

    def end(self, pass_id: int, summary: PassSummary) -> None:
        """Note how it ended."""
        with self._writing() as connection:
            connection.execute(
                update(PassRow)
                .where(_c(PassRow.id) == pass_id)
                .values(
                    finished_at=summary.finished_at,
                    looked=summary.looked,
                    spared=summary.spared,
                    offline=summary.offline,
                    interrupted=summary.interrupted,
                )
            )

    def history(self, url: str) -> LinkHistory:
        """What is remembered of a link; empty for one that nobody has looked at."""
        with self._reading() as session:
            found = session.execute(_links().where(_c(LinkRow.url) == url)).first()
            if found is None:
                return LinkHistory(url)
            link, latest = found
            return rows.history(link, latest, noise.volatile(session, url))

    def waits(self, now: datetime) -> Mapping[str, datetime]:
        """The hosts (`name:port`) that asked to be left alone, and until when: what is over by *now* is left out."""
        with self._reading() as session:
            return _waits(session, _c(HostRow.retry_at) > now)

    def baseline(self, listing: Listing, url: str, now: datetime) -> Version | None:
        """The version against which drift is measured, None when the look at *now* is the one that sets it.

        It is what `monitor review` took last, while the catalogue names no later review; else what the first readable
        look on or after the listing's review saw, else the first readable look ever.
        """
        with self._reading() as session:
            row = baselines.of(session, listing, url, now)
            return rows.version(row) if row else None

    def alike(self, shown: Fingerprint) -> frozenset[str]:
        """The addresses at which links ended whose latest version shows the same."""
        wanted = (
            select(_c(LinkRow.final_url))
            .join(VersionRow, _c(LinkRow.version_id) == VersionRow.id)
            .where(_c(VersionRow.digest) == shown.digest, _c(VersionRow.method) == shown.version)
        )
        with self._reading() as session:
            return frozenset(session.execute(wanted).scalars())

    def stranger(self, directory: str) -> Stranger | None:
        """What a directory answered for a made-up name when it was last asked."""
        with self._reading() as session:
            row = session.get(StrangerRow, directory)
            return rows.stranger(row) if row else None

    def delegation(self, site: str) -> Delegation | None:
        """What is known of the name servers of a site."""
        with self._reading() as session:
            row = session.get(DelegationRow, site)
            return rows.delegation(row) if row else None

    def altered(self, host: str, since: datetime) -> Sequence[Altered]:
        """The lines that pages of a host (`name:port`) lost or gained since then, in order of time."""
        with self._reading() as session:
            return noise.altered(session, host, since)

    def link_incidents(self, listing: str) -> Sequence[Incident]:
        """The unresolved incidents of a listing's link rules."""
        return self._incidents(
            _c(IncidentRow.listing) == listing,
            _c(IncidentRow.rule).in_(_LINK_RULES),
            _c(IncidentRow.state) != State.RESOLVED,
        )

    def unresolved(self) -> Sequence[Incident]:
        """Every unresolved incident."""
        return self._incidents(_c(IncidentRow.state) != State.RESOLVED)

    def claims(self, listing: str) -> Mapping[str, ClaimHistory]:
        """What is remembered of a listing's claims, by their ids."""
        with self._reading() as session:
            return claims.read(session, listing)

    def record(self, pass_id: int, result: CheckResult) -> None:
        """Keep one check, whole or not at all. A link shared with an earlier check of the pass is kept once."""
        with self._writing() as connection:
            for look in result.looks:
                self._record_look(connection, pass_id, look)
                self._record_wait(connection, look.observation)
                self._record_surroundings(connection, look.observation)
                self._record_drift(connection, result.listing, look)
                noise.write(connection, look.observation)
            self._record_incidents(connection, result.reconciled)
            claims.write(connection, result.listing, result.claims)

    def record_again(self, seen: Observation) -> None:
        """Keep what a second visit to a page has taught of its noise; it counts as no look."""
        with self._writing() as connection:
            noise.write(connection, seen)
            self._record_wait(connection, seen)

    def record_catalogue(self, pass_id: int, reconciled: Reconciled) -> None:  # noqa: ARG002  # part of the port
        """Keep what the catalogue alone says."""
        with self._writing() as connection:
            self._record_incidents(connection, reconciled)

    # --- what commands ask --------------------------------------------------------------------------------------

    def remembered(self) -> Remembered:
        """Everything that documents and reports are made of, as it was at one moment."""
        with self._reading() as session:
            links = session.execute(select(LinkRow)).scalars().all()
            drifts = session.execute(select(DriftRow)).scalars().all()
            newest = session.execute(select(PassRow).order_by(_c(PassRow.id).desc()).limit(1)).scalar_one_or_none()
            last = rows.summary(newest) if newest else None
            unresolved = _found(session, _c(IncidentRow.state) != State.RESOLVED)
            lately = _c(IncidentRow.resolved_at) >= last.started_at - RESOLVED_SHOWN_FOR if last else false()
            # A pending one that ended was never news.
            resolved = _found(
                session,
                _c(IncidentRow.state) == State.RESOLVED,
                _c(IncidentRow.opened_at).is_not(None),
                lately,
            )
            return Remembered(
                incidents=tuple(unresolved),
                resolved=tuple(resolved),
                histories={link.url: rows.history(link, None, ()) for link in links},
                drifts={(row.listing, row.url): Drift(row.drift) for row in drifts},
                last_pass=last,
                waits=_waits(session),
            )

    def runs(self, url: str, limit: int = 50) -> Sequence[Run]:
        """The latest runs of looks at a link, the oldest first."""
        newest = _c(ObservationRow.id).desc()
        wanted = select(ObservationRow).where(_c(ObservationRow.url) == url).order_by(newest).limit(limit)
        with self._reading() as session:
            found = session.execute(wanted).scalars().all()
            return [Run(row.first_at, row.last_at, row.looks, rows.outcome(row)) for row in reversed(found)]

    def versions(self, url: str, limit: int = 20) -> Sequence[Version]:
        """The versions of a page that are kept and were seen last, the latest at the end."""
        newest = _c(VersionRow.last_seen).desc()
        wanted = select(VersionRow).where(_c(VersionRow.url) == url).order_by(newest, _c(VersionRow.id).desc())
        with self._reading() as session:
            found = session.execute(wanted.limit(limit)).scalars().all()
            return [rows.version(row) for row in reversed(found)]

    def numbered(self, url: str) -> Mapping[int, Version]:
        """Every kept version of a page by its number, which stays its own; those seen last at the end."""
        wanted = (
            select(VersionRow).where(_c(VersionRow.url) == url).order_by(_c(VersionRow.last_seen), _c(VersionRow.id))
        )
        with self._reading() as session:
            return {row.id: rows.version(row) for row in session.execute(wanted).scalars() if row.id is not None}

    # --- what maintainers do ------------------------------------------------------------------------------------

    def decide(self, triaged: Sequence[Triaged]) -> None:
        """Keep what was decided about findings: all of it, or nothing."""
        with self._writing() as connection:
            decisions.record(connection, triaged)

    @contextmanager
    def reviewing(self, listings: Sequence[Listing], now: datetime) -> Iterator[None]:
        """Keep that *listings* were reviewed at *now*: baselines anew, and what was measured against the old ones over.

        It is kept when what is done inside has ended well, else not at all.
        """
        with self._writing() as connection:
            for listing in listings:
                baselines.take(connection, listing, now)
                with Session(connection) as session:
                    known = _found(session, _c(IncidentRow.listing) == listing.id)
                self._record_incidents(connection, settled(known, now))
            yield

    # --- inside -------------------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with in_plain_words(self._path), self._engine.execution_options(writing=True).begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with in_plain_words(self._path), Session(self._engine) as session:
            yield session

    def _incidents(self, *conditions: Any) -> list[Incident]:
        with self._reading() as session:
            return _found(session, *conditions)

    def _record_look(self, connection: Connection, pass_id: int, look: Look) -> None:
        before = select(_c(LinkRow.pass_id), _c(LinkRow.skimmed)).where(_c(LinkRow.url) == look.url)
        kept_by, skimmed = connection.execute(before).one_or_none() or (None, None)
        if kept_by == pass_id:
            return
        latest, version_id = look.history.latest, None
        if latest is not None:
            recalled = skimmed is not None and skimmed == pack_skimmed(look.history.skimmed)
            read_anew = look.observation.page is not None and not recalled
            version_id = versions.keep(connection, look.url, latest, read_anew=read_anew)
        columns = rows.link_columns(look.history, version_id, pass_id)
        connection.execute(upsert(LinkRow).values(columns).on_conflict_do_update(index_elements=["url"], set_=columns))
        self._record_run(connection, look, version_id if showed_text(look.observation) else None)

    def _record_run(self, connection: Connection, look: Look, version_id: int | None) -> None:
        """Lengthen the last run where this look found the same, else begin a new one."""
        columns = {**rows.outcome_columns(look.observation.outcome), "version_id": version_id}
        newest = select(func.max(_c(ObservationRow.id))).where(_c(ObservationRow.url) == look.url).scalar_subquery()
        last = connection.execute(select(ObservationRow.__table__).where(_c(ObservationRow.id) == newest)).first()  # type: ignore[attr-defined]
        if last is not None and all(getattr(last, name) == value for name, value in columns.items()):
            connection.execute(
                update(ObservationRow)
                .where(_c(ObservationRow.id) == last.id)
                .values(last_at=look.observation.at, looks=last.looks + 1)
            )
            return
        at = look.observation.at
        connection.execute(insert(ObservationRow).values(url=look.url, first_at=at, last_at=at, looks=1, **columns))

    def _record_wait(self, connection: Connection, seen: Observation) -> None:
        if seen.wait is None:
            return
        connection.execute(delete(HostRow).where(_c(HostRow.retry_at) <= seen.at))  # what is over is no use to anybody
        for host in seen.wait.hosts:
            columns = {"host": host, "retry_at": seen.wait.until, "said_at": seen.at}
            newest = upsert(HostRow).values(columns).on_conflict_do_update(index_elements=["host"], set_=columns)
            connection.execute(newest)

    def _record_surroundings(self, connection: Connection, seen: Observation) -> None:
        for stranger in seen.strangers:
            columns = rows.stranger_columns(stranger)
            newest = upsert(StrangerRow).values(columns)
            connection.execute(newest.on_conflict_do_update(index_elements=["directory"], set_=columns))
        if seen.delegation is not None:
            columns = rows.delegation_columns(seen.delegation)
            newest = upsert(DelegationRow).values(columns)
            connection.execute(newest.on_conflict_do_update(index_elements=["site"], set_=columns))

    def _record_drift(self, connection: Connection, listing: str, look: Look) -> None:
        if look.comparison is None:
            if look.baseline is None and showed_text(look.observation):  # it sets the baseline: an older drift is over
                outdated = (_c(DriftRow.listing) == listing, _c(DriftRow.url) == look.url)
                connection.execute(delete(DriftRow).where(*outdated))
            return
        columns = {
            "listing": listing,
            "url": look.url,
            "at": look.observation.at,
            "drift": look.comparison.drift,
            "score": look.comparison.score,
        }
        connection.execute(
            upsert(DriftRow).values(columns).on_conflict_do_update(index_elements=["listing", "url"], set_=columns)
        )

    def _record_incidents(self, connection: Connection, reconciled: Reconciled) -> None:
        for chunk in _chunks([rows.incident_columns(incident) for incident in reconciled.incidents]):
            adding = upsert(IncidentRow)
            connection.execute(
                adding.on_conflict_do_update(
                    index_elements=["finding"], set_={name: adding.excluded[name] for name in chunk[0]}
                ),
                chunk,
            )
        decisions.forget(connection, reconciled)
        for chunk in _chunks([rows.transition_columns(transition) for transition in reconciled.transitions]):
            connection.execute(insert(TransitionRow), chunk)


def _found(session: Session, *conditions: Any) -> list[Incident]:
    wanted = select(IncidentRow, DecisionRow).outerjoin(DecisionRow, _c(DecisionRow.finding) == IncidentRow.finding)
    found = session.execute(wanted.where(*conditions).order_by(_c(IncidentRow.finding)))
    return [rows.incident(row, decided) for row, decided in found]


def _waits(session: Session, *conditions: Any) -> dict[str, datetime]:
    wanted = select(HostRow).where(*conditions).order_by(_c(HostRow.host))
    return {row.host: row.retry_at for row in session.execute(wanted).scalars()}


def _chunks(columns: list[rows.Columns], size: int = 500) -> Iterable[list[rows.Columns]]:
    for start in range(0, len(columns), size):
        yield columns[start : start + size]


def _links() -> Any:
    return select(LinkRow, VersionRow).outerjoin(VersionRow, _c(LinkRow.version_id) == VersionRow.id)


def _c(attribute: Any) -> Any:
    """A column of a row class: to the type checker a row's attribute is its value."""
    return attribute
