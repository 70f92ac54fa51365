"""Dated events in the field, and the listings whose statements they make old."""

from collections.abc import Iterator

from monitor.core import urls
from monitor.core.claims import claims
from monitor.core.finding import Evidence, Finding, Rule
from monitor.core.listing import Advisory, Applies, Listing, Requirement, Severity
from monitor.core.rules.scene import Scene
from monitor.core.wording import away, day, slug


def advisory(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """An event that touches this listing and that no review of it has followed; one to come within `AHEAD` is told too.

    A person who reviewed the listing on the day of the event or later has seen what it changed.
    """
    for event in scene.catalogue.advisories:
        if event.effective > scene.today and not scene.is_near(event.effective):
            continue
        if listing.reviewed is not None and listing.reviewed >= event.effective:
            continue
        touched = _touched(listing, event.applies, scene)
        if touched is not None:
            yield _finding(listing, scene, event, touched)


_FROM = {False: "now", True: "from then on"}
_STILL = {False: "still holds", True: "will still hold"}


def _finding(listing: Listing, scene: Scene, event: Advisory, touched: tuple[int, ...]) -> Finding:
    keys = {claim.key: claim.words for claim in claims(listing)} if touched else {}
    first = f"requirements[{touched[0]}]" if touched else ""
    old = ", ".join(keys[f"requirements[{i}]"] for i in touched)
    told = " ".join((event.note or "").split())
    to_come = event.effective > scene.today
    when = f", {day(event.effective)}, {away((event.effective - scene.today).days)}" if to_come else ""
    message = (
        f"{event.title}{when}: {old} in {listing.name} dates from before; check it and say what holds {_FROM[to_come]}."
        if old
        else f"{event.title}{when}: check whether what {listing.name} says {_STILL[to_come]}."
    )
    # What has not happened yet can have made nothing wrong.
    severity = Severity.WARNING if to_come and event.severity is Severity.ERROR else event.severity
    return scene.finding(
        Rule.ADVISORY,
        listing,
        event.id,
        severity,
        message,
        key=first,
        evidence=Evidence(
            quote=told or None,
            expected=f"a review on or after {event.effective.isoformat()}",
            found=event.source,
        ),
    )


def _touched(listing: Listing, applies: Applies, scene: Scene) -> tuple[int, ...] | None:
    """The positions of the requirements that it is about, () where it is about the listing, None where it is not."""
    by_exam = bool(applies.exam) or applies.scored is not None
    conditions = [holds for holds in _conditions(listing, applies, scene) if holds is not None]
    if not by_exam and not conditions:
        return None  # an event that says nothing of whom it touches touches nobody
    if not all(conditions):
        return None
    if not by_exam:
        return ()
    positions = tuple(i for i, requirement in enumerate(listing.requirements) if _concerns(applies, requirement))
    return positions or None


def _conditions(listing: Listing, applies: Applies, scene: Scene) -> Iterator[bool | None]:
    """For every field but the exam's whether it holds, None where it is not given."""
    yield _any_slug(applies.kind, listing.kinds) if applies.kind else None
    yield _any_slug(applies.tag, listing.tags) if applies.tag else None
    yield _any_slug(applies.state, (listing.state or "",)) if applies.state else None
    yield listing.id in applies.listing if applies.listing else None
    yield _on_host(applies.host, listing) if applies.host else None
    yield _at(applies.institution, listing, scene) if applies.institution else None


def _concerns(applies: Applies, requirement: Requirement) -> bool:
    if applies.scored is not None and requirement.scored is not applies.scored:
        return False
    exam = slug(requirement.exam)
    wanted = [slug(name) for name in applies.exam]
    return not wanted or any(exam == name or exam.startswith(f"{name}-") for name in wanted)  # TOEFL: TOEFL iBT too


def _any_slug(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return not {slug(value) for value in wanted}.isdisjoint(slug(value) for value in there)


def _on_host(wanted: tuple[str, ...], listing: Listing) -> bool:
    hosts = {urls.name(link.url) for link in listing.links}
    suffixes = [host.strip().lower().strip(".") for host in wanted]
    return any(host == suffix or host.endswith(f".{suffix}") for host in hosts for suffix in suffixes)


def _at(wanted: tuple[str, ...], listing: Listing, scene: Scene) -> bool:
    """By the name as it stands, or by any other name of one institution in the catalogue."""
    if listing.institution is None:
        return False
    if _any_slug(wanted, (listing.institution,)):
        return True
    entries = scene.registry.identity(listing.institution).entries
    return any(not entries.isdisjoint(scene.registry.by_name(name)) for name in wanted)
