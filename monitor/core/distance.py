"""How far a version of a page is from an earlier one, without what is known of its noise; and whether that is news."""

from collections.abc import Collection
from dataclasses import replace

from monitor.core.content import Page, Showing
from monitor.core.daystamps import Days, are_daystamps
from monitor.core.drift import compare
from monitor.core.files import compare_files
from monitor.core.fingerprint import rederive
from monitor.core.history import advance
from monitor.core.look import Comparison, Drift, LinkHistory, Observation, Version
from monitor.core.sitewide import altered, without_lines
from monitor.core.spots import Again, Volatile
from monitor.core.volatile import apart, apart_from_noise, apart_in_lines, learned, unsteady

_SAME = "title, visible text and link targets are the same"


def drift(
    baseline: Version, now: Version, known: Collection[Volatile] = (), lines: Collection[str] = frozenset()
) -> Comparison:
    """How far a version is from its baseline, apart from the spots *known* to waver and from *lines* of the site.

    What names the day of the look is told apart as well, where nothing else in its line differs.

    Of versions read by different methods only what both methods would see is said: that the text is one, or that the
    page's own words differ. The rest may be our upgrade's doing, and is left open until the next review.
    """
    if baseline.fingerprint == now.fingerprint:
        return Comparison(Drift.SAME, 0.0, (), _SAME)
    if (told := compare_files(baseline, now)) is not None:
        return told
    if baseline.fingerprint.version == now.fingerprint.version:
        return _apart_from(baseline, now, known, lines)
    one, two = rederive(baseline), rederive(now)
    if one.fingerprint.version == two.fingerprint.version:
        if one.fingerprint.digest == two.fingerprint.digest:
            return Comparison(Drift.SAME, 0.0, (), "title and visible text are the same")
        told = _apart_from(one, two, known, lines)
        if told.drift is Drift.SUBSTANTIVE:
            return told
    return Comparison(Drift.INCOMPARABLE, 0.0, (), "the monitor reads pages differently since then")


def _apart_from(before: Version, now: Version, known: Collection[Volatile], lines: Collection[str]) -> Comparison:
    told = _compared(before, now, known, lines)
    if told.drift is not Drift.SUBSTANTIVE:
        return told
    then, today = (Days.seen(each.first_seen, each.last_seen) for each in (before, now))
    one, two = apart_in_lines(before, now, lambda gone, new: are_daystamps(gone, new, then, today))
    if len(one.blocks) == len(before.blocks) or not one.blocks or not two.blocks:
        return told
    return _compared(one, two, known, lines)


def _compared(before: Showing, now: Showing, known: Collection[Volatile], lines: Collection[str]) -> Comparison:
    if not lines and not any(each.wavers for each in known):
        return compare(before, now)
    one, two = apart_from_noise(before, now, known)
    if lines:
        one, two = without_lines(one, lines), without_lines(two, lines)
    if not one.blocks or not two.blocks:  # nothing else stands on the page: then it was no noise
        return compare(before, now)
    return compare(one, two)


def is_first(before: LinkHistory, seen: Observation) -> bool:
    """Whether this is the first look that showed the page's text: what differs within minutes is learned from it."""
    return before.latest is None and seen.page is not None and not seen.page.opaque


def may_differ(before: LinkHistory, seen: Observation) -> bool:
    """Whether a look showed another text than the last one, read by the same method."""
    was, now = before.latest, seen.fingerprint
    return was is not None and now is not None and was.fingerprint.version == now.version and was.fingerprint != now


def with_news(before: LinkHistory, seen: Observation) -> Observation | None:
    """A look that shows words of the page's own that the last one did not, with those: it wants a second visit.

    None for any other.
    """
    was, now = before.latest, advance(before, seen).latest
    if was is None or now is None or drift(was, now, before.volatile).drift is not Drift.SUBSTANTIVE:
        return None
    return replace(seen, altered=altered(was, now))


def without_second(before: LinkHistory, seen: Observation) -> Observation:
    """A look that showed another text but no news, with what is known of the page's spots after it."""
    return replace(seen, volatile=_learned(before, seen, None))


def with_second(before: LinkHistory, seen: Observation, second: Observation | None) -> Observation:
    """A look that showed news, with what the second visit says of it."""
    shown = second.page if second is not None else None
    again = Again(unsteady(seen.page, shown) if seen.page is not None and shown is not None else None)
    wait = second.wait if second is not None and second.wait is not None else seen.wait
    return replace(seen, again=again, volatile=_learned(before, seen, shown), wait=wait)


def with_enrolment(known: LinkHistory, second: Observation) -> Observation:
    """A second visit to a page that was first read in this pass, with what differs from it."""
    if known.latest is None or second.page is None:
        return second
    return replace(second, volatile=learned(known.volatile, None, known.latest, second.page, second.at))


def _learned(before: LinkHistory, seen: Observation, again: Page | None) -> tuple[Volatile, ...]:
    assert seen.page is not None  # what differs was read
    return learned(before.volatile, before.latest, seen.page, again, seen.at)


def bears_out(again: Again, baseline: Version, history: LinkHistory, told: Comparison) -> bool:
    """Whether a second visit showed what a look told of: what differs between the two is no part of it.

    Of a look that told of nothing, what differs counts unless it wavers. *history* already counts the look.
    """
    if again.unsteady is None or history.latest is None:
        return False
    if told.drift is not Drift.SUBSTANTIVE:
        return not set(again.unsteady) - {each.spot for each in history.volatile if each.wavers}
    return compare(*apart(baseline, history.latest, again.unsteady)).drift is Drift.SUBSTANTIVE
