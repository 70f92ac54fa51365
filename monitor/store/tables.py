"""The rows. They never leave this room; every moment is stored in UTC, and comes back aware of it."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, LargeBinary, TypeDecorator
from sqlmodel import JSON, Column, Field, Index, SQLModel

# Names by rule from day one: without them SQLite's constraints are anonymous, and a later migration cannot drop one.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment: UTC without offset in the database, aware everywhere else. A naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone cannot be stored: {value}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


class PassRow(SQLModel, table=True):
    """A round over what was due."""

    __tablename__ = "pass"

    id: int | None = Field(default=None, primary_key=True)
    started_at: datetime = Field(sa_type=Moment)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    links: int
    looked: int = 0
    spared: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    offline: bool = False
    interrupted: bool = True  # until it has said that it was not


class VersionRow(SQLModel, table=True):
    """A readable state of a page: what it showed and linked to (compressed), when it was first and last seen.

    `links` is absent where they were not kept; `opaque` says why it is a file without text, and is "" elsewhere.
    """

    __tablename__ = "version"
    __table_args__ = (
        Index(None, "url", "method", "digest", "links_digest", unique=True),
        Index(None, "url", "last_seen"),  # behind the texts, a row's moments are slow to reach
    )

    id: int | None = Field(default=None, primary_key=True)
    url: str
    method: int
    digest: str = Field(index=True)
    links_digest: str = Field(default="", sa_column_kwargs={"server_default": ""})
    title: str
    blocks: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    links: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    first_seen: datetime = Field(sa_type=Moment)
    last_seen: datetime = Field(sa_type=Moment)
    opaque: str = Field(default="", sa_column_kwargs={"server_default": ""})


class LinkRow(SQLModel, table=True):
    """What is remembered of a link as a whole (`LinkHistory`); `skimmed` is compressed.

    `changes` in `change_days` are what is believed of how often its page changes: a and b of `Belief`.
    """

    __tablename__ = "link"

    url: str = Field(primary_key=True)
    looks: int
    first_at: datetime = Field(sa_type=Moment)
    last_at: datetime = Field(sa_type=Moment)
    last_ok: datetime | None = Field(sa_type=Moment)
    last_conclusive: datetime | None = Field(sa_type=Moment)
    silent_since: datetime | None = Field(sa_type=Moment)
    well_since: datetime | None = Field(sa_type=Moment)
    blocked_since: datetime | None = Field(sa_type=Moment)
    sign: str | None
    sign_since: datetime | None = Field(sa_type=Moment)
    reason: str
    final_url: str
    hops: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    status: int | None
    detail: str
    validators_url: str | None
    etag: str | None
    last_modified: str | None
    version_id: int | None = Field(foreign_key="version.id")
    twin_asked_at: datetime | None = Field(default=None, sa_type=Moment)
    twin_serves: bool | None = None
    search: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    skimmed: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    changes: float | None = None
    change_days: float | None = None
    pass_id: int = Field(foreign_key="pass.id")


class ObservationRow(SQLModel, table=True):
    """A run of looks that found the same: an unchanged look costs one updated row."""

    __tablename__ = "observation"

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(index=True)
    first_at: datetime = Field(sa_type=Moment)
    last_at: datetime = Field(sa_type=Moment)
    looks: int
    reason: str
    final_url: str
    hops: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    status: int | None
    detail: str
    version_id: int | None = Field(foreign_key="version.id", index=True)


class HostRow(SQLModel, table=True):
    """A host (`name:port`) that asked to be left alone until `retry_at`."""

    __tablename__ = "host"

    host: str = Field(primary_key=True)
    retry_at: datetime = Field(sa_type=Moment)
    said_at: datetime = Field(sa_type=Moment)


class StrangerRow(SQLModel, table=True):
    """What a directory answered for a made-up name: the text that it showed is kept, compressed."""

    __tablename__ = "stranger"

    directory: str = Field(primary_key=True)
    url: str
    asked_at: datetime = Field(sa_type=Moment)
    answer: str
    title: str
    blocks: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    own: list[Any] = Field(sa_column=Column(JSON, nullable=False))


class DelegationRow(SQLModel, table=True):
    """The name servers of a site, and those that it had before it came to a dealer in parked domains."""

    __tablename__ = "delegation"

    site: str = Field(primary_key=True)
    servers: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    asked_at: datetime = Field(sa_type=Moment)
    before: list[Any] | None = Field(sa_column=Column(JSON(none_as_null=True)))


class DriftRow(SQLModel, table=True):
    """How far a link's page was from a listing's baseline at the last look that could tell."""

    __tablename__ = "drift"

    listing: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)
    drift: str
    score: float


class VolatileRow(SQLModel, table=True):
    """A spot of a page that was seen to hold now this and now that (`Volatile`)."""

    __tablename__ = "volatile"

    url: str = Field(primary_key=True)
    heading: str = Field(primary_key=True)
    above: str = Field(primary_key=True)
    below: str = Field(primary_key=True)
    words: int
    turns: int
    last_at: datetime = Field(sa_type=Moment)


class AlteredRow(SQLModel, table=True):
    """A line that came to or went from the own text of a page of a host (`Altered`)."""

    __tablename__ = "altered"

    host: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment, primary_key=True)
    url: str = Field(primary_key=True)
    line: str = Field(primary_key=True)


class ClaimRow(SQLModel, table=True):
    """What is remembered of a claim while it states the same (`ClaimHistory`)."""

    __tablename__ = "claim"

    listing: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)
    value: str
    method: str
    support: str
    why: str
    found: str | None
    quote: str | None
    url: str | None
    withheld: bool
    judged_at: datetime = Field(sa_type=Moment)
    borne_first: datetime | None = Field(sa_type=Moment)
    borne_last: datetime | None = Field(sa_type=Moment)
    borne_by: str | None
    borne_quote: str | None
    silent_since: datetime | None = Field(sa_type=Moment)


class IncidentRow(SQLModel, table=True):
    """A finding followed over time; rows with one cause carry the same `incident`."""

    __tablename__ = "incident"

    finding: str = Field(primary_key=True)
    incident: str = Field(index=True)
    cause: str | None
    listing: str = Field(index=True)
    rule: str
    subject: str
    url: str | None
    reason: str | None
    severity: str
    message: str
    key: str
    quote: str | None
    expected: str | None
    found: str | None
    suggestion: dict[str, Any] | None = Field(sa_column=Column(JSON(none_as_null=True)))
    finding_since: datetime = Field(sa_type=Moment)
    opens_at: datetime = Field(sa_type=Moment)
    state: str = Field(index=True)
    since: datetime = Field(sa_type=Moment)
    last_seen: datetime = Field(sa_type=Moment)
    opened_at: datetime | None = Field(sa_type=Moment)
    resolved_at: datetime | None = Field(sa_type=Moment)
    looks: int
    note: str | None


class DecisionRow(SQLModel, table=True):
    """What a maintainer decided about a finding: with `until` a snooze, else an acknowledgement."""

    __tablename__ = "decision"

    finding: str = Field(primary_key=True, foreign_key="incident.finding")
    at: datetime = Field(sa_type=Moment)
    proof: str
    until: date | None
    note: str | None


class BaselineRow(SQLModel, table=True):
    """The version of a link that a review of a listing has set as its baseline."""

    __tablename__ = "baseline"

    listing: str = Field(primary_key=True)
    url: str = Field(primary_key=True)
    version_id: int = Field(foreign_key="version.id")
    at: datetime = Field(sa_type=Moment)


class TransitionRow(SQLModel, table=True):
    """The news, written in the transaction that causes it; `delivered_at` is for whoever passes it on."""

    __tablename__ = "transition"

    id: int | None = Field(default=None, primary_key=True)
    finding: str = Field(index=True)
    incident: str
    at: datetime = Field(sa_type=Moment)
    before: str | None
    after: str
    severity_before: str | None
    severity: str
    message: str
    delivered_at: datetime | None = Field(default=None, sa_type=Moment)


metadata = SQLModel.metadata
