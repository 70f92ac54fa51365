"""Links that cannot lead to what they promise, as their address alone shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitor.core import urls
from monitor.core.finding import Evidence, Finding, Rule
from monitor.core.listing import Link, Listing, Role, Severity
from monitor.core.rules.institutions import site_label
from monitor.core.rules.scene import Scene
from monitor.core.traces import session_mark
from monitor.core.vendors import is_front_door, vendor
from monitor.core.wording import compact, enumeration, names, slug, vocabulary

_OWN_HOUSE = vocabulary("college hospital hospitals university")  # their front page is never a programme's


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What is wrong with one address: `subject` is stable however the links are ordered."""

    subject: str
    says: str
    advice: str
    expected: str
    found: str
    of_the_url: bool  # holds for every listing with this URL


def link_suspect(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """The gravest suspicion against each link of a listing, one finding a link."""
    found: dict[tuple[str, str], tuple[int, Link, Suspicion]] = {}
    for index, link in enumerate(listing.links):
        suspicion = _gravest(link, listing, scene)
        if suspicion is not None:
            found.setdefault((suspicion.subject, link.url), (index, link, suspicion))  # one URL in two roles: once
    for (subject, url), (index, link, suspicion) in sorted(found.items()):
        shared = suspicion.of_the_url and urls.normal(url) in scene.shared_urls
        yield scene.finding(
            Rule.LINK_SUSPECT,
            listing,
            subject,
            Severity.WARNING,
            f"The {link.role} link of {listing.name} {suspicion.says}: {suspicion.advice}.",
            key=f"links[{index}].url",
            url=url,
            evidence=Evidence(quote=url, expected=suspicion.expected, found=suspicion.found),
            cause=f"{Rule.LINK_SUSPECT} {subject} {urls.normal(url)}" if shared else None,
        )


def _gravest(link: Link, listing: Listing, scene: Scene) -> Suspicion | None:
    return (
        _vendor_root(link, listing)
        or _session(link)
        or _other_institution(link, listing, scene)
        or _front_page(link, listing)
    )


def _vendor_root(link: Link, listing: Listing) -> Suspicion | None:
    product = vendor(link.url)
    if product is None or not is_front_door(link.url, product) or names(_texts(listing), slug(product.name)):
        return None
    return Suspicion(
        "vendor-root",
        f"opens the front page of {product.name}, a product that many institutions rent",
        "find the address of the programme's own form or page there",
        f"the programme's own page at {product.name}",
        urls.name(link.url),
        of_the_url=True,
    )


def _session(link: Link) -> Suspicion | None:
    mark = session_mark(link.url)
    if mark is None:
        return None
    return Suspicion(
        "session",
        f"carries the traces of one visit ({mark}) and will not open for others",
        "find the lasting address of the page",
        "an address without a session",
        mark,
        of_the_url=True,
    )


def _other_institution(link: Link, listing: Listing, scene: Scene) -> Suspicion | None:
    """By the catalogue: what a listing itself says of another house (an affiliation) makes that house's link good."""
    host = urls.name(link.url)
    if vendor(link.url) is not None:
        return None
    owners = scene.registry.owners(host)
    if owners:
        if not scene.registry.owner_positions(host).isdisjoint(scene.identity(listing).entries):
            return None
        said = _texts(listing)
        if any(names(said, slug(name)) for owner in owners for name in (owner.name, *owner.aliases)):
            return None
        if _speaks_of_label(listing, site_label(link.url)):
            return None
        whose = enumeration((owner.name for owner in owners), "and")
    else:
        label = site_label(link.url)
        named = scene.named_after(urls.site(host))
        if named is None or _speaks_of_label(listing, label):
            return None
        whose = named
    return Suspicion(
        "other-institution",
        f"is on a host of {whose} ({host}), which this listing does not name",
        "replace it with the programme's own page, or say in `notes` how the two belong together",
        f"a host of {listing.institution or listing.name}",
        f"{host}, a host of {whose}",
        of_the_url=False,
    )


def _front_page(link: Link, listing: Listing) -> Suspicion | None:
    if link.role is Role.HOME or not urls.is_front_page(link.url) or vendor(link.url) is not None:
        return None
    if _is_own_site(link.url, (listing.institution, listing.program)):
        return None
    host = urls.name(link.url)
    return Suspicion(
        "front-page",
        f"opens the front page of {host}, where a reader must search for the programme",
        'link to the programme\'s own page, or give the link the role "home"',
        "the programme's own page",
        f"the front page of {host}",
        of_the_url=True,
    )


def _is_own_site(url: str, called: Iterable[str | None]) -> bool:
    """Whether an agency's or a clinic's whole site is the thing listed: its name is the domain's."""
    site = urls.site(urls.name(url))
    own = {compact(site), compact(site.partition(".")[0])}
    return any(
        compact(name) in own and _OWN_HOUSE.isdisjoint(slug(name).split("-"))
        for name in called
        if name and compact(name)
    )


def _texts(listing: Listing) -> str:
    """Everything that a listing says in its own words, as one slug."""
    said = (listing.institution, listing.program, listing.notes, listing.audience, *listing.tags)
    return slug(" ".join(part for part in said if part))


def _speaks_of_label(listing: Listing, label: str) -> bool:
    said = _texts(listing)
    return names(said, label) or (len(label) > 3 and label in said.replace("-", "")) or label in initials(listing)


def initials(listing: Listing) -> frozenset[str]:
    """The letters by which an institution may call itself: "University of Alabama, Birmingham" is "uab" and "uoab"."""
    words = slug(listing.institution or listing.program or "").split("-")
    small = {"of", "the", "at", "in", "and", "for"}
    return frozenset({"".join(w[:1] for w in words), "".join(w[:1] for w in words if w not in small)})
