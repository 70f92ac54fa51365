"""The same programme listed twice: which listings are compared, and what finding comes of it."""

from collections import Counter
from collections.abc import Iterator

from monitor.core.finding import Evidence, Finding, Rule
from monitor.core.listing import Listing, Severity
from monitor.core.rules.disagreements import disagreements
from monitor.core.rules.resemblance import ENOUGH, Portrait, Sign, portrait, signs
from monitor.core.rules.scene import Scene
from monitor.core.wording import enumeration

# Listings that share a key (a name, an address) beyond so many are not all compared with one another: an agency's
# thousand listings share its name, and work must stay in proportion to the catalogue. The finer keys still find twins.
_GROUP_LIMIT = 24
_FEW = 3  # an address that more listings share is that of an office or an agency, not of a programme
_PARAGRAPH = 5  # a source that more listings share is a document, not a paragraph
_SHOWN = 3


class Twins:
    """For every listing, the earlier ones that describe the same programme."""

    def __init__(self, scene: Scene) -> None:
        self._listings = scene.catalogue.listings
        self._found: dict[int, tuple[tuple[int, tuple[Sign, ...]], ...]] = {}
        portraits = _portraits(scene)
        groups: dict[str, list[int]] = {}
        for later, mine in enumerate(portraits):
            candidates: dict[int, None] = {}
            for key in mine.keys:
                group = groups.setdefault(key, [])
                candidates.update(dict.fromkeys(group))
                if len(group) < _GROUP_LIMIT:
                    group.append(later)
            if candidates:
                found = self._matches(portraits, later, sorted(candidates))
                if found:
                    self._found[later] = found

    def earlier(self, position: int) -> Iterator[tuple[Listing, tuple[Sign, ...]]]:
        """The earlier listings of the same programme, with the signs; of listings that are twins, only the first."""
        for other, why in self._found.get(position, ()):
            yield self._listings[other], why

    def _matches(
        self, portraits: list[Portrait], later: int, candidates: list[int]
    ) -> tuple[tuple[int, tuple[Sign, ...]], ...]:
        chosen: list[tuple[int, tuple[Sign, ...]]] = []
        for earlier in candidates:
            already = {other for other, _ in self._found.get(earlier, ())}
            if not already.isdisjoint(other for other, _ in chosen):
                continue  # the finding about its twin names the group
            found = signs(portraits[earlier], portraits[later])
            if sum(sign.weight for sign in found) >= ENOUGH:
                chosen.append((earlier, found))
        return tuple(chosen)


def listing_duplicate(listing: Listing, position: int, twins: Twins, scene: Scene) -> Iterator[Finding]:
    """Same programme listed twice: a finding on the later listing, with what the two disagree on."""
    for earlier, found in twins.earlier(position):
        differing = disagreements(earlier, listing)
        why = enumeration((sign.name for sign in found if sign.weight > 0), "and")
        if differing:
            shown = [f"{d.topic} ({d.first} there, {d.second} here)" for d in differing[:_SHOWN]]
            more = f" and {len(differing) - _SHOWN} more" if len(differing) > _SHOWN else ""
            told = f"they disagree on {', '.join(shown)}{more}"
        else:
            told = "they say the same"
        where = f" ({earlier.source})" if earlier.source else ""
        yield scene.finding(
            Rule.LISTING_DUPLICATE,
            listing,
            earlier.id,
            Severity.WARNING,
            f"{listing.name} looks like the programme listed before as {earlier.id}{where}: {why}; {told}; "
            "merge the two, or say what tells them apart.",
            evidence=Evidence(
                quote="; ".join(f"{sign.name} {sign.weight:+d}" for sign in found),
                expected="; ".join(f"{d.topic}: {d.first}" for d in differing) or None,
                found="; ".join(f"{d.topic}: {d.second}" for d in differing) or None,
            ),
        )


def _portraits(scene: Scene) -> list[Portrait]:
    listings = scene.catalogue.listings
    sources = Counter(listing.source for listing in listings if listing.source)
    plain = [portrait(listing, scene) for listing in listings]
    uses = Counter(address for drawn in plain for address in drawn.addresses)
    common = {address for address, count in uses.items() if count > _FEW}
    documents = {source for source, count in sources.items() if count > _PARAGRAPH}
    return [drawn.without(common, documents) for drawn in plain]
