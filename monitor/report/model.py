"""The nouns of the page: everything it says, already counted, ordered, worded and made safe to show.

Every string is plain text of bounded length without invisible characters; the templates only escape and place it.
None means that the page has nothing to say there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """A time, for people ("22 Nov 2026, 06:00 UTC") and for machines (ISO 8601)."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Address:
    """A URL: `text` is shortened in the middle, `full` is not; `href` only where following it is safe."""

    text: str
    full: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contrast: whose words they are, the words by passages, and the address where they are one."""

    label: str
    passages: tuple[str, ...]
    address: Address | None


@dataclass(frozen=True, slots=True)
class Contrast:
    """What stands in one place and what in the other; `struck` when the second takes the place of the first."""

    before: Side | None
    after: Side | None
    struck: bool


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to write in the catalogue: set `key` to `value`, or remove it (`value` and `address` None)."""

    key: str
    value: str | None
    address: Address | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words about a time: "since", "will count from"; `when` None where the words say it all."""

    words: str
    when: Moment | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written: a line of the catalogue, a line of the guide, a page."""

    text: str
    address: Address | None


@dataclass(frozen=True, slots=True)
class Who:
    """A listing: what a person calls it, and its id where that says more than the name."""

    name: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """One finding inside a row that stands for many. `anchor` is None where another element already has it."""

    anchor: str | None
    who: Who
    message: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that "kept" their place, were "removed" or "added"."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a page that differs: what it stands under, and both wordings as one text in pieces.

    `note` says what it is where it is no text of the page's own.
    """

    heading: str | None
    note: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """How a page reads now and how it read: `summary` opens it, `rest` says how many more passages there are."""

    summary: str
    before: Moment
    after: Moment
    passages: tuple[Passage, ...]
    rest: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to decide: a finding, or many that are one matter.

    `label` is the word on the badge, `tone` its colour ("error", "warning", "note", "quiet"); `rank` says why the row
    stands where it does; `command` shows more of it, `actions` are commands that do something about it. `members` are
    the findings of a row that stands for many, `rest` says how many more there are, `advice` what to do about them all.
    """

    anchor: str | None
    label: str
    tone: str
    sentence: str
    rule: str
    who: Who | None
    address: Address | None
    quote: str | None
    contrast: Contrast | None
    why: str | None
    remedy: Remedy | None
    stamps: tuple[Stamp, ...]
    rank: str | None
    decision: str | None
    places: tuple[Place, ...]
    command: str
    actions: tuple[str, ...] = ()
    summary: str | None = None
    members: tuple[Member, ...] = ()
    rest: str | None = None
    advice: str | None = None
    differences: Differences | None = None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as it stands: who points to it, what the last look concluded, when it was last well."""

    address: Address
    who: str
    label: str
    why: str
    stamps: tuple[Stamp, ...]


@dataclass(frozen=True, slots=True)
class Muffle:
    """A rule that speaks often: what to write in the catalogue to hear it no more, and what that would have saved."""

    rule: str
    sentence: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page with a heading. `fold` is the summary of the closed list, None when it lies open."""

    id: str
    heading: str
    count: str
    intro: str
    fold: str | None = None
    rows: tuple[Row, ...] = ()
    links: tuple[LinkRow, ...] = ()
    muffles: tuple[Muffle, ...] = ()
    rest: str | None = None
    rest_command: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the summary strip."""

    value: str
    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The headline, what must be said beside it, and what to run next; `tone` is "plain" or "alarm"."""

    headline: str
    detail: str | None
    command: str | None
    tone: str


@dataclass(frozen=True, slots=True)
class Count:
    """A line of a table of counts."""

    code: str
    meaning: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the product and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Appendix:
    """What the numbers rest on."""

    coverage: tuple[Count, ...]
    last_pass: tuple[Stamp, ...]
    rules: tuple[Count, ...]
    terms: tuple[Term, ...]
    catalogue: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole page. `sections` are in reading order; a section that would be empty is not there."""

    title: str
    at: Moment
    verdict: Verdict
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    appendix: Appendix
