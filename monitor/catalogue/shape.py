"""What may stand in `listings.toml`: one model a table. What two keys say about each other is in `relations`."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from monitor.catalogue import fields as f
from monitor.core.finding import Rule
from monitor.core.listing import Comparison, FeeKind, Level, Role, Severity

DEFAULT_CURRENCY = "USD"


class _Table(BaseModel):
    """Unknown keys are mistakes, and nothing is taken for what it is not: "12" is no number, 1 is not true."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=False)


class LinkTable(_Table):
    """A page that the listing points to."""

    role: Annotated[Role, Field(strict=False)] = Field(description="What the page is for.")
    url: f.Address = Field(description="The page: an http or https address.")


class FeeTable(_Table):
    """A price."""

    kind: Annotated[FeeKind, Field(strict=False)] = Field(description="What it pays for.")
    amount: f.Amount = Field(description="How much, in the currency; 0 means that it is free.")
    currency: f.Currency | None = Field(None, description="Three capital letters.")
    per: f.Slug | None = Field(None, description="What one pays it for: week, month, elective, …")
    audience: f.Text | None = Field(None, description="Who pays it, where others pay something else.")
    note: f.Note | None = Field(None, description="What else there is to say.")
    from_: date | None = Field(None, alias="from", description="The first day on which it holds.")
    until: date | None = Field(None, description="The last day on which it holds.")


class RequirementTable(_Table):
    """An exam or a certificate."""

    exam: f.Filled = Field(description="Its name.")
    above: f.Amount | None = Field(None, description="More than this many points; not together with `minimum`.")
    minimum: f.Amount | None = Field(None, description="At least this many points; not together with `above`.")
    sections: Annotated[dict[f.Slug, f.Amount], Field(max_length=f.MOST_TABLES)] | None = Field(
        None, description="Points asked for in single sections, like { speaking = 26 }."
    )
    sections_are: Annotated[Comparison, Field(strict=False)] | None = Field(
        None, description="How the points of the sections are meant: at least, or more than."
    )
    any_of: f.Slug | None = Field(None, description="Entries of a listing that share this word are alternatives.")
    level: Annotated[Level, Field(strict=False)] | None = Field(None, description="Whether it is a must or a wish.")
    note: f.Note | None = Field(None, description="What else there is to say.")


class ContactTable(_Table):
    """Somebody to write to or to call: a name, an e-mail address or a telephone number at least."""

    name: f.Text | None = Field(None, description="A person or an office.")
    email: f.Email | None = Field(None, description="An e-mail address.")
    phone: f.Phone | None = Field(None, description="A telephone number with its area code.")
    role: f.Text | None = Field(None, description="What they are there for.")


class DeadlineTable(_Table):
    """Something that is due on a day, or as a note says."""

    what: f.Filled = Field(description="What is due, like application.")
    date_: date | None = Field(None, alias="date", description="The last day.")
    note: f.Note | None = Field(None, description="When, where the guide names no day.")


class ListingTable(_Table):
    """One route of one programme, as the guide states it; leave out what the guide does not say."""

    id: f.Slug = Field(description="Names the listing for ever: unique in the catalogue.")
    institution: f.Text | None = Field(None, description="Who offers it. This or `program` must be given.")
    program: f.Text | None = Field(None, description="What it is called. This or `institution` must be given.")
    city: f.Text | None = Field(None, description="Where it is.")
    state: f.Text | None = Field(None, description="The state or country it is in.")
    kinds: f.Slugs = Field([], description="clerkship, elective, observership, externship, sub-internship, research, …")
    hands_on: bool | None = Field(None, description="Whether one works with patients; leave out if not said.")
    specialties: f.Texts = Field([], description="What is offered.")
    excludes: f.Texts = Field([], description="What is ruled out by name.")
    audience: f.Text | None = Field(None, description="Whom it is for.")
    reviewed: date | None = Field(None, description="When a person last confirmed it; leave out if nobody did.")
    tags: f.Slugs = Field([], description="Words to select listings by.")
    notes: f.Note | None = Field(None, description="What else there is to say.")
    source: f.Text | None = Field(None, description="Where the guide says it: free text or a URL.")
    links: Annotated[list[LinkTable], Field(max_length=f.MOST_TABLES)] = Field([], description="Its pages.")
    fees: Annotated[list[FeeTable], Field(max_length=f.MOST_TABLES)] = Field([], description="What it costs.")
    requirements: Annotated[list[RequirementTable], Field(max_length=f.MOST_TABLES)] = Field(
        [], description="What it asks for."
    )
    contacts: Annotated[list[ContactTable], Field(max_length=f.MOST_TABLES)] = Field([], description="Whom to ask.")
    deadlines: Annotated[list[DeadlineTable], Field(max_length=f.MOST_TABLES)] = Field([], description="What is due.")


class InstitutionTable(_Table):
    """Who is who: other names of an institution, and the hosts that are its own."""

    name: f.Filled = Field(description="The name that the listings use.")
    aliases: f.Texts = Field([], description="Its other names.")
    hosts: f.Hosts = Field([], description="Host names that are its own, like med.example.edu.")
    note: f.Note | None = Field(None, description="What else there is to say.")
    source: f.Text | None = Field(None, description="Where that is known from.")


class AcceptTable(_Table):
    """A finding to live with. It holds for every listing and subject that it does not narrow down."""

    rule: Annotated[Rule, Field(strict=False)] = Field(description="The rule that complains.")
    reason: f.Filled = Field(description="Why it may stand.")
    listing: f.Slug | None = Field(None, description="The id of the one listing that it is about.")
    subject: f.Filled | None = Field(None, description="The one subject, as `monitor findings` names it.")
    until: date | None = Field(None, description="The last day on which it holds.")


_OneOrMany = Field(min_length=1, max_length=f.MOST_STRINGS)
_TextOrTexts = Annotated[list[f.Filled], _OneOrMany, f.single(f.Filled | Annotated[list[f.Filled], _OneOrMany])]
_SlugOrSlugs = Annotated[list[f.Slug], _OneOrMany, f.single(f.Slug | Annotated[list[f.Slug], _OneOrMany])]
_HostOrHosts = Annotated[list[f.Host], _OneOrMany, f.single(f.Host | Annotated[list[f.Host], _OneOrMany])]


class AppliesTable(_Table):
    """Which listings an advisory touches: any value of a key will do, every key that is given must hold."""

    exam: _TextOrTexts | None = Field(None, description="They require this exam.")
    kind: _SlugOrSlugs | None = Field(None, description="They are of this kind.")
    host: _HostOrHosts | None = Field(None, description="They link to this host.")
    institution: _TextOrTexts | None = Field(None, description="They are offered by this institution.")
    state: _TextOrTexts | None = Field(None, description="They are in this state.")
    tag: _SlugOrSlugs | None = Field(None, description="They carry this tag.")
    listing: _SlugOrSlugs | None = Field(None, description="They have this id.")
    scored: bool | None = Field(
        None, description="Only requirements of `exam` that state a score (true), or that state none (false)."
    )


class AdvisoryTable(_Table):
    """Something that happened in the field and makes statements old, wherever they stand."""

    id: f.Slug = Field(description="Names the advisory for ever: unique in the catalogue.")
    effective: date = Field(description="The day from which on it counts.")
    title: f.Filled = Field(description="What happened, in one sentence.")
    source: f.Address = Field(description="The page that says so.")
    applies: AppliesTable = Field(description="Which listings it touches; at least one key.")
    severity: Annotated[Severity, Field(strict=False)] | None = Field(None, description="How bad it is.")
    note: f.Note | None = Field(None, description="What to do about it.")


class GuideTable(_Table):
    """What the catalogue is a guide to."""

    title: f.Filled | None = Field(None, description="The headline of the report.")
    url: f.Address | None = Field(None, description="Where the guide can be read.")


class MonitorTable(_Table):
    """How the catalogue wants to be watched."""

    contact: f.Whom | None = Field(None, description="A web page or an e-mail address, sent in the User-Agent.")
    schedule: f.Schedule | None = Field(
        None, description="When the daemon runs, in local time: five cron fields, @daily, or @every 6h."
    )
    review_after: f.LongSpan | None = Field(None, description="A listing nobody reviewed for longer is stale.")
    connect_timeout: f.ShortSpan | None = Field(None, description="How long a connection may take.")
    total_timeout: f.ShortSpan | None = Field(None, description="How long one probe may take in all.")
    concurrency: Annotated[int, *f.whole(1, 1024)] | None = Field(None, description="Links in flight.")
    host_delay: f.Gap | None = Field(None, description="The gap between two requests to one host.")
    max_body: f.Size | None = Field(None, description="The most that is read of one page, decoded.")
    max_redirects: Annotated[int, *f.whole(0, 50)] | None = Field(None, description="The most redirects followed.")
    retries: Annotated[int, *f.whole(0, 10)] | None = Field(None, description="Quick ones, inside one probe.")
    checks_per_day: Annotated[int, *f.whole(1, 1_000_000)] | None = Field(
        None, description="The budget of the adaptive cadence."
    )
    retain_versions: f.LongSpan | None = Field(None, description="How long old versions of a page are kept.")
    retain_count: Annotated[int, *f.whole(1, 100_000)] | None = Field(
        None, description="How many versions of a page are kept."
    )
    ask_archive: bool | None = Field(
        None, description="Whether the Internet Archive is asked for copies of pages that are gone."
    )


class Document(_Table):
    """The whole file; it describes the format, and is never filled: listings are read one at a time."""

    guide: GuideTable | None = None
    monitor: MonitorTable | None = None
    accept: list[AcceptTable] = []
    advisory: list[AdvisoryTable] = []
    institution: list[InstitutionTable] = []
    listing: Annotated[list[ListingTable], Field(min_length=1)]
