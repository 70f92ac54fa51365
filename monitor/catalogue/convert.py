"""Checked tables → the nouns of the core. Text that is blank says nothing, and becomes None."""

from monitor.catalogue import shape
from monitor.core.listing import (
    Acceptance,
    Advisory,
    Applies,
    Comparison,
    Contact,
    Deadline,
    Fee,
    Institution,
    Level,
    Link,
    Listing,
    Requirement,
    Settings,
    Severity,
)


def listing(table: shape.ListingTable) -> Listing:
    """A listing with all that it says."""
    return Listing(
        id=table.id,
        institution=_said(table.institution),
        program=_said(table.program),
        city=_said(table.city),
        state=_said(table.state),
        kinds=tuple(table.kinds),
        hands_on=table.hands_on,
        specialties=tuple(table.specialties),
        excludes=tuple(table.excludes),
        audience=_said(table.audience),
        reviewed=table.reviewed,
        tags=tuple(table.tags),
        notes=_said(table.notes),
        source=_said(table.source),
        links=tuple(Link(link.role, link.url) for link in table.links),
        fees=tuple(_fee(fee) for fee in table.fees),
        requirements=tuple(_requirement(requirement) for requirement in table.requirements),
        contacts=tuple(_contact(contact) for contact in table.contacts),
        deadlines=tuple(Deadline(due.what, due.date_, _said(due.note)) for due in table.deadlines),
    )


def _fee(table: shape.FeeTable) -> Fee:
    return Fee(
        kind=table.kind,
        amount=table.amount,
        currency=table.currency or shape.DEFAULT_CURRENCY,
        per=table.per,
        audience=_said(table.audience),
        note=_said(table.note),
        start=table.from_,
        until=table.until,
    )


def _requirement(table: shape.RequirementTable) -> Requirement:
    return Requirement(
        exam=table.exam,
        above=table.above,
        minimum=table.minimum,
        sections=table.sections or {},
        sections_are=table.sections_are or Comparison.MINIMUM,
        any_of=table.any_of,
        level=table.level or Level.REQUIRED,
        note=_said(table.note),
    )


def _contact(table: shape.ContactTable) -> Contact:
    return Contact(_said(table.name), table.email, table.phone, _said(table.role))


def acceptance(table: shape.AcceptTable) -> Acceptance:
    """An acknowledgement that is kept in version control."""
    return Acceptance(table.rule, table.reason, table.listing, table.subject, table.until)


def institution(table: shape.InstitutionTable) -> Institution:
    """Who is who."""
    return Institution(table.name, tuple(table.aliases), tuple(table.hosts), _said(table.note), _said(table.source))


def advisory(table: shape.AdvisoryTable) -> Advisory:
    """A dated event in the field."""
    return Advisory(
        id=table.id,
        effective=table.effective,
        title=table.title,
        source=table.source,
        applies=_applies(table.applies),
        severity=table.severity or Severity.WARNING,
        note=_said(table.note),
    )


def _applies(table: shape.AppliesTable) -> Applies:
    return Applies(
        exam=tuple(table.exam or ()),
        kind=tuple(table.kind or ()),
        host=tuple(table.host or ()),
        institution=tuple(table.institution or ()),
        state=tuple(table.state or ()),
        tag=tuple(table.tag or ()),
        listing=tuple(table.listing or ()),
        scored=table.scored,
    )


def settings(table: shape.MonitorTable) -> Settings:
    """The settings; what is not given keeps the default of `Settings`."""
    return Settings(**{name: getattr(table, name) for name in table.model_fields_set})


def _said(text: str | None) -> str | None:
    return text if text is not None and text.strip() else None
