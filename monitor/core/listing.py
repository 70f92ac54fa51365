"""The catalogue's nouns: what a guide says, before anyone has looked whether it is true."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

Day = date  # a class with a field named `date` cannot name the type any more


class Severity(StrEnum):
    """How bad a finding is; SARIF's levels."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return tuple(Severity).index(self)


class Role(StrEnum):
    """What a link of a listing is for."""

    PROGRAM = "program"
    APPLY = "apply"
    FEES = "fees"
    REQUIREMENTS = "requirements"
    DOCUMENT = "document"
    CONTACT = "contact"
    HOME = "home"


class FeeKind(StrEnum):
    """What a fee pays for."""

    TUITION = "tuition"
    APPLICATION = "application"
    HOUSING = "housing"
    OTHER = "other"


class Level(StrEnum):
    """Whether a requirement must be met or is a wish."""

    REQUIRED = "required"
    PREFERRED = "preferred"


class Comparison(StrEnum):
    """How the numbers in `sections` are meant."""

    MINIMUM = "minimum"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Link:
    """A page that a listing points to."""

    role: Role
    url: str


@dataclass(frozen=True, slots=True)
class Fee:
    """A price. `start` and `until` are the first and last day on which it holds (`from` and `until` in the file)."""

    kind: FeeKind
    amount: Decimal
    currency: str = "USD"
    per: str | None = None
    audience: str | None = None
    note: str | None = None
    start: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """An exam or certificate. `above`: more than; `minimum`: at least; entries that share `any_of` are alternatives."""

    exam: str
    above: Decimal | None = None
    minimum: Decimal | None = None
    sections: Mapping[str, Decimal] = field(default_factory=dict)
    sections_are: Comparison = Comparison.MINIMUM
    any_of: str | None = None
    level: Level = Level.REQUIRED
    note: str | None = None

    @property
    def scored(self) -> bool:
        """Whether the guide says how many points are needed."""
        return self.above is not None or self.minimum is not None or bool(self.sections)


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to write to or call; at least one of name, e-mail and phone is given."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due: on a date, or as a note says."""

    what: str
    date: Day | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One route of one programme, as the guide states it."""

    id: str
    institution: str | None = None
    program: str | None = None
    city: str | None = None
    state: str | None = None
    kinds: tuple[str, ...] = ()
    hands_on: bool | None = None
    specialties: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    audience: str | None = None
    reviewed: date | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None
    source: str | None = None
    links: tuple[Link, ...] = ()
    fees: tuple[Fee, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    @property
    def name(self) -> str:
        """What a person calls it: "Institution, Program", or whichever of the two says it all."""
        institution, program = self.institution or "", self.program or ""
        if program.casefold() in institution.casefold():
            return institution or self.id
        return ", ".join(part for part in (institution, program) if part)

    @property
    def urls(self) -> tuple[str, ...]:
        """The address of every link, each once."""
        return tuple(dict.fromkeys(link.url for link in self.links))


@dataclass(frozen=True, slots=True)
class Institution:
    """What the catalogue knows about who is who: other names of one institution, and the hosts that are its own."""

    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """`[[accept]]`: a finding that a maintainer decided to live with, and why."""

    rule: str
    reason: str
    listing: str | None = None
    subject: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Applies:
    """Which listings an advisory touches. Within one field any value will do; every field that is given must hold."""

    exam: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    institution: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()
    scored: bool | None = None  # only requirements of `exam` that state a score (True) or none (False)


@dataclass(frozen=True, slots=True)
class Advisory:
    """A dated event in the field that makes statements old, wherever they stand."""

    id: str
    effective: date
    title: str
    source: str
    applies: Applies
    severity: Severity = Severity.WARNING
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """`[monitor]`: how the catalogue wants to be watched. Spans are timedeltas, `max_body` is decoded bytes."""

    contact: str | None = None
    schedule: str = "0 6 * * *"
    review_after: timedelta = timedelta(days=180)
    connect_timeout: timedelta = timedelta(seconds=10)
    total_timeout: timedelta = timedelta(seconds=60)
    concurrency: int = 256
    host_delay: timedelta = timedelta(seconds=1)
    max_body: int = 10_000_000
    max_redirects: int = 10
    retries: int = 2
    checks_per_day: int = 50
    retain_versions: timedelta = timedelta(days=730)
    retain_count: int = 200  # versions of one page
    ask_archive: bool = False  # for copies of pages that are gone


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is watched."""

    title: str = "Listings"
    url: str | None = None
    settings: Settings = field(default_factory=Settings)
    listings: tuple[Listing, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    advisories: tuple[Advisory, ...] = ()
    institutions: tuple[Institution, ...] = ()

    def urls(self) -> Iterator[str]:
        """Every distinct URL, in the order of the file."""
        return iter(dict.fromkeys(link.url for listing in self.listings for link in listing.links))
