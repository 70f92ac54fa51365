"""`show --versions` and `show --diff`: what pages said before, and two versions side by side."""

import sys
from collections.abc import Iterator, Mapping, Sequence

from monitor import formats
from monitor.cli import wiring
from monitor.cli.findings import paper_style, paper_width, require_listings
from monitor.cli.options import Output
from monitor.cli.wiring import Common
from monitor.core.distance import drift
from monitor.core.listing import Listing
from monitor.errors import OperatorError
from monitor.formats import KeptPage, TwoVersions


def versions(common: Common, listing_id: str, *, environ: Mapping[str, str]) -> None:
    """The kept versions of a listing's pages."""
    listing, pages = _kept(common, listing_id, environ)
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps(formats.versions_document(listing.id, pages)))
    else:
        told = formats.versions_text(listing.name, pages, width=paper_width(), style=paper_style())
        sys.stdout.write(told)


def diff(common: Common, listing_id: str, numbers: Sequence[int], *, environ: Mapping[str, str]) -> None:
    """Two versions of a page word by word: by number, else the baseline and the latest, of every page that has both."""
    listing, pages = _kept(common, listing_id, environ)
    found = list(_of_numbers(pages, numbers, listing_id) if numbers else _since_the_baseline(pages))
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps(formats.two_versions_document(listing.id, found)))
    else:
        told = formats.two_versions_text(listing.name, found, width=paper_width(), style=paper_style())
        sys.stdout.write(told)


def _kept(common: Common, listing_id: str, environ: Mapping[str, str]) -> tuple[Listing, list[KeptPage]]:
    from monitor.store import opened_to_read

    now = wiring.clock(environ)()
    loaded = common.load()
    require_listings(loaded, [listing_id])
    listing = next(one for one in loaded.catalogue.listings if one.id == listing_id)
    with opened_to_read(common.places().database) as store:
        if store is None:
            return listing, [KeptPage(url, {}) for url in listing.urls]
        pages = []
        for url in listing.urls:
            kept, baseline = store.numbered(url), store.baseline(listing, url, now)
            number = next((number for number, version in kept.items() if version == baseline), None)
            pages.append(KeptPage(url, kept, number))
        return listing, pages


def _since_the_baseline(pages: Sequence[KeptPage]) -> Iterator[TwoVersions]:
    for page in pages:
        numbers = list(page.versions)
        if page.baseline is not None and page.baseline != numbers[-1]:
            yield _two(page, page.baseline, numbers[-1])


def _of_numbers(pages: Sequence[KeptPage], numbers: Sequence[int], listing_id: str) -> Iterator[TwoVersions]:
    page = next((page for page in pages if numbers[0] in page.versions), None)
    wrong = next((n for n in numbers if page is None or n not in page.versions), None)
    if page is None or wrong is not None:
        elsewhere = any(wrong in other.versions for other in pages)
        why = "is one of another page" if elsewhere else "is not kept"
        raise OperatorError(f"version {wrong} {why}; `monitor show {listing_id} --versions` lists those that are")
    latest = list(page.versions)[-1]
    yield _two(page, numbers[0], numbers[1] if len(numbers) > 1 else latest)


def _two(page: KeptPage, old: int, new: int) -> TwoVersions:
    one, two = page.versions[old], page.versions[new]
    return TwoVersions(page.url, (old, one), (new, two), drift(one, two))
