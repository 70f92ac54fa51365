"""What is remembered of a link, advanced by one look."""

from dataclasses import replace
from typing import assert_never

from monitor.core.look import LinkHistory, Observation, Reason, Sign, Version
from monitor.core.skimmed import Skimmed


def sign(reason: Reason) -> Sign:
    """What kind of evidence a reason is about the link."""
    match reason:
        case Reason.OK | Reason.NOT_MODIFIED | Reason.REDIRECTED | Reason.UNREADABLE | Reason.PERMANENT_REDIRECT:
            return Sign.WELL
        case Reason.NOT_FOUND | Reason.GONE | Reason.SOFT_404 | Reason.HOME_REDIRECT | Reason.PARKED:
            return Sign.PAGE_GONE
        case Reason.NO_SUCH_HOST:
            return Sign.NO_SUCH_HOST
        case (
            Reason.TIMEOUT
            | Reason.REFUSED
            | Reason.RESET
            | Reason.SERVER_ERROR
            | Reason.MAINTENANCE
            | Reason.DNS_FAILURE
            | Reason.TLS
            | Reason.PROTOCOL
            | Reason.REDIRECT_LOOP
        ):
            return Sign.NO_ANSWER
        case Reason.BOT_WALL | Reason.LOGIN | Reason.FORBIDDEN | Reason.RATE_LIMITED | Reason.ROBOTS | Reason.GEO_BLOCK:
            return Sign.REFUSED_US
        case Reason.TOO_LARGE | Reason.PRIVATE_ADDRESS | Reason.OFFLINE:
            return Sign.NONE
        case _:
            assert_never(reason)


def showed_text(seen: Observation) -> bool:
    """Whether a look showed what the page says: it was read, or confirmed to be what was read before (304)."""
    return seen.page is not None or seen.reason is Reason.NOT_MODIFIED or seen.status == 304


def advance(before: LinkHistory, seen: Observation) -> LinkHistory:
    """The history after one more look. What a look does not tell stays as it was."""
    after = replace(
        before,
        looks=before.looks + 1,
        first_at=before.first_at or seen.at,
        last_at=seen.at,
        last=seen.outcome,
        latest=_latest(before.latest, seen),
        validators=seen.validators if seen.page is not None else before.validators,
        twin=seen.twin or before.twin,
        skimmed=_skimmed(before.skimmed, seen),
        search=None if sign(seen.reason) is Sign.WELL else seen.search or before.search,
        volatile=seen.volatile if seen.volatile is not None else before.volatile,
        belief=seen.belief or before.belief,
    )
    match what := sign(seen.reason):
        case Sign.NONE:
            return after
        case Sign.REFUSED_US:
            return replace(after, blocked_since=before.blocked_since or seen.at)
        case Sign.WELL:
            after = replace(after, last_ok=seen.at, silent_since=None, well_since=before.well_since or seen.at)
        case Sign.PAGE_GONE:
            after = replace(after, silent_since=None, well_since=None)
        case Sign.NO_SUCH_HOST | Sign.NO_ANSWER:
            after = replace(after, silent_since=before.silent_since or seen.at, well_since=None)
        case _:
            assert_never(what)
    if seen.liveness.conclusive:
        after = replace(after, last_conclusive=seen.at, blocked_since=None)
    same_sign = before.sign is what and before.sign_since is not None
    return replace(after, sign=what, sign_since=before.sign_since if same_sign else seen.at)


def _latest(before: Version | None, seen: Observation) -> Version | None:
    if seen.page is None or seen.fingerprint is None:
        return replace(before, last_seen=seen.at) if before and showed_text(seen) else before
    page = seen.page
    since = before.first_seen if before and before.fingerprint == seen.fingerprint else seen.at
    return Version(seen.fingerprint, page.title, page.blocks, since, seen.at, page.links, page.opaque)


def _skimmed(before: Skimmed | None, seen: Observation) -> Skimmed | None:
    """By what the latest version is known again; without a new one it stays."""
    if seen.page is None or seen.fingerprint is None:
        return before
    if seen.skim is None:
        return None
    return Skimmed(seen.skim, seen.final_url, seen.fingerprint.version, seen.page.clues, seen.page.language)
