"""What is remembered of a link, advanced by one look."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from monitor.core.look import LinkHistory, Liveness, Observation, Reason, Sign, Version


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


def advance(before: LinkHistory, seen: Observation) -> LinkHistory:
    """The history after one more look. What a look does not tell stays as it was."""
    at, what = seen.at, sign(seen.reason)
    conclusive = seen.liveness.conclusive
    good = seen.liveness in {Liveness.ALIVE, Liveness.MOVED}
    bad = what in {Sign.PAGE_GONE, Sign.NO_SUCH_HOST, Sign.NO_ANSWER}
    same_sign = before.sign is what
    return replace(
        before,
        looks=before.looks + 1,
        first_at=before.first_at or at,
        last_at=at,
        last_ok=at if good else before.last_ok,
        last_conclusive=at if conclusive else before.last_conclusive,
        failing_since=None if good else (before.failing_since or at) if bad else before.failing_since,
        well_since=(before.well_since or at) if good else None if bad else before.well_since,
        blocked_since=(
            None if conclusive else (before.blocked_since or at) if what is Sign.REFUSED_US else before.blocked_since
        ),
        sign=what if good or bad else before.sign,
        sign_since=(before.sign_since if same_sign else at) if good or bad else before.sign_since,
        last=seen.outcome,
        latest=_latest(before.latest, seen, at),
        validators=seen.validators if seen.page is not None else before.validators,
    )


def _latest(before: Version | None, seen: Observation, at: datetime) -> Version | None:
    if seen.page is None or seen.fingerprint is None:
        return replace(before, last_seen=at) if before and seen.reason is Reason.NOT_MODIFIED else before
    if before and before.fingerprint == seen.fingerprint:
        return replace(before, last_seen=at)
    return Version(seen.fingerprint, seen.page.title, seen.page.blocks, first_seen=at, last_seen=at)
