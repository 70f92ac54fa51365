"""The nouns of what a page states: each fact with the words that say it and the place where they stand."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from monitor.core.content import Area
from monitor.core.listing import Comparison, FeeKind

Day = date  # a class with a field named `date` cannot name the type any more


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: the block (its position in `Page.blocks`), the heading above it, main text or furniture."""

    block: int
    heading: str = ""
    area: Area = Area.MAIN


class Audience(StrEnum):
    """Whom a price, a rule or a closure is about, where the page says so."""

    STUDENTS = "students"
    GRADUATES = "graduates"
    DOMESTIC = "domestic"
    INTERNATIONAL = "international"
    OTHERS = "others"  # whom the guide is not for: pupils, residents, staff, members of a partner


class Bound(StrEnum):
    """How exactly a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_MOST = "at-most"
    AT_LEAST = "at-least"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount. `label`: the page's words for what it pays; `kind`: what they mean, None where they do not tell.

    `upto` is the upper end of a range; `per` a unit as the catalogue writes it ("week", "elective", "4-weeks"),
    `lasting` how long one such unit takes ("4-weeks"); `refundable` None where the page does not say. An amount of 0
    is a page that says "free" or "no fee". `past`: the page calls it a former price; `start`, `until`: the first and
    last day on which it holds, where the page says; `year`: the last year that it names for it ("2025–2026").
    `near`: label and currency stand so close that they are surely meant.
    """

    amount: Decimal
    currency: str
    quote: str
    place: Place
    label: str = ""
    kind: FeeKind | None = None
    upto: Decimal | None = None
    per: str | None = None
    audience: frozenset[Audience] = frozenset()
    refundable: bool | None = None
    bound: Bound = Bound.EXACT
    lasting: str | None = None
    past: bool = False
    start: Day | None = None
    until: Day | None = None
    year: int | None = None
    near: bool = True


class Stance(StrEnum):
    """What a page asks for by naming an exam."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    NOT_REQUIRED = "not-required"
    REFUSED = "refused"  # another exam must be taken in its place
    WAIVED = "waived"  # for some, who are named
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Score:
    """An exam and what is asked of it. `minimum`: at least; `above`: more than; `upto`: the end of a stated range.

    `scale` tells old and new scales apart where the page or the number does ("TOEFL iBT 0–120", "TOEFL iBT 1–6").
    `no_minimum`: the page says that it asks for no points.
    """

    exam: str  # as the catalogue writes it: "TOEFL", "IELTS", "USMLE Step 1"
    stance: Stance
    quote: str
    place: Place
    minimum: Decimal | None = None
    above: Decimal | None = None
    upto: Decimal | None = None
    sections: tuple[tuple[str, Decimal], ...] = ()
    sections_are: Comparison = Comparison.MINIMUM
    scale: str | None = None
    no_minimum: bool = False


@dataclass(frozen=True, slots=True)
class Email:
    """An address, lower-cased; None where the page holds a placeholder that a script of its firewall fills."""

    address: str | None
    quote: str
    place: Place

    @property
    def hidden(self) -> bool:
        """Whether an address stands here that we cannot see."""
        return self.address is None


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: `digits` with country code and without `+`; `fax` where it is called one.

    Where the page does not tell the country, they are as one dials them there, with the 0 before the area code.
    """

    digits: str
    quote: str
    place: Place
    extension: str | None = None
    fax: bool = False

    @property
    def words(self) -> str:
        """ "+13052431234 ext. 12"."""
        number = self.digits if self.digits.startswith("0") else f"+{self.digits}"
        return f"{number} ext. {self.extension}" if self.extension else number


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named with what they do there."""

    name: str
    role: str
    quote: str
    place: Place


class Purpose(StrEnum):
    """What a date is for."""

    DEADLINE = "deadline"
    OPENING = "opening"
    EFFECTIVE = "effective"
    UPDATED = "updated"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date. `label`: the page's words for what it is for. Where `date` is None, only what is written is known.

    `either`: another day that the words may mean: 1/2/2027 read the other way round, 1 March of "2026–2027".
    """

    purpose: Purpose
    label: str
    quote: str
    place: Place
    date: Day | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    either: Day | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """How long before something begins one must have acted (`ahead`, at most `upto`); None: at any time, "rolling".

    `label`: the page's words for what must be done, the whole sentence with what stands before it as its label;
    `words`: how the page puts the time.
    """

    ahead: timedelta | None
    words: str
    label: str
    quote: str
    place: Place
    upto: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A span with what it is about ("electives last four weeks"); `upto` is the longer end of a range."""

    span: timedelta
    label: str
    quote: str
    place: Place
    upto: timedelta | None = None


class Closing(StrEnum):
    """How a programme is shut to a reader of the guide."""

    CLOSED = "closed"  # discontinued, no longer accepting
    SUSPENDED = "suspended"  # until a day or until further notice
    AFFILIATES_ONLY = "affiliates-only"
    NOT_ELIGIBLE = "not-eligible"  # not open to this audience


@dataclass(frozen=True, slots=True)
class Closure:
    """A sentence that shuts something, for everybody or for an audience; `until` where the page names the day.

    `subject`: the page's words for what is shut ("the research program"); "" where the sentence names nothing.
    """

    closing: Closing
    quote: str
    place: Place
    audience: frozenset[Audience] = frozenset()
    until: Day | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a page states, each kind in reading order."""

    money: tuple[Money, ...] = ()
    scores: tuple[Score, ...] = ()
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    people: tuple[Person, ...] = ()
    dates: tuple[DateFact, ...] = ()
    durations: tuple[Duration, ...] = ()
    notices: tuple[Notice, ...] = ()
    closures: tuple[Closure, ...] = ()
