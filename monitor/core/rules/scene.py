"""What every catalogue rule sees: the catalogue, the day, and what is known of it as a whole."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from monitor.core import urls
from monitor.core.finding import Evidence, Finding, Rule, Suggestion
from monitor.core.listing import Catalogue, Listing, Severity
from monitor.core.rules.institutions import Identity, Registry
from monitor.core.wording import slug

AHEAD = timedelta(days=30)
"""How long before its day a date in the catalogue is told: a guide's editor needs about a month to ask and write."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The catalogue on one day. `now` is UTC; days are counted in UTC."""

    catalogue: Catalogue
    now: datetime
    registry: Registry
    shared_urls: frozenset[str] = frozenset()  # in their normal form, of two listings or more
    site_names: Mapping[str, str] = field(default_factory=dict)  # by site: the one institution whose word it is

    @property
    def today(self) -> date:
        return self.now.astimezone(UTC).date()

    def is_near(self, day: date) -> bool:
        """Whether *day* is today or within `AHEAD` after it."""
        return self.today <= day <= self.today + AHEAD

    def identity(self, listing: Listing) -> Identity:
        """Whom a listing's institution (else its programme's name) names."""
        return self.registry.identity(listing.institution or listing.program or listing.id)

    def named_after(self, site: str) -> str | None:
        """The institution of the catalogue that links to *site* and of whose name the site's label is a word."""
        return self.site_names.get(site)

    def finding(
        self,
        rule: Rule,
        listing: Listing,
        subject: str,
        severity: Severity,
        message: str,
        *,
        key: str = "",
        url: str | None = None,
        evidence: Evidence | None = None,
        suggestion: Suggestion | None = None,
        cause: str | None = None,
    ) -> Finding:
        """A complaint that is open at once, as all complaints about the catalogue itself are."""
        return Finding(
            rule,
            listing.id,
            subject,
            severity,
            " ".join(message.split()),  # one line, whatever stands in the catalogue
            since=self.now,
            opens_at=self.now,
            url=url,
            key=key,
            evidence=evidence or Evidence(),
            suggestion=suggestion,
            cause=cause,
        )


def scene(catalogue: Catalogue, now: datetime) -> Scene:
    """Look at the catalogue as a whole, once."""
    uses = Counter(url for listing in catalogue.listings for url in {urls.normal(link.url) for link in listing.links})
    shared = frozenset(url for url, count in uses.items() if count > 1)
    return Scene(catalogue, now, Registry(catalogue.institutions, _places(catalogue)), shared, _site_names(catalogue))


def _places(catalogue: Catalogue) -> set[str]:
    return {place for listing in catalogue.listings for place in (listing.city, listing.state) if place}


def _site_names(catalogue: Catalogue) -> dict[str, str]:
    named: dict[str, str] = {}
    for listing in catalogue.listings:
        words = slug(listing.institution or "").split("-")
        for link in listing.links:
            site = urls.site(urls.name(link.url))
            if site.partition(".")[0] in words:
                named.setdefault(site, listing.institution or "")
    return named


def sentence(text: str) -> str:
    """*text* with a capital at its start."""
    return text[:1].upper() + text[1:]
