"""From what came over the wire to what it means."""

from monitor.check.ports import Clock, Read
from monitor.check.reading import page_of, read_web_page
from monitor.core.content import Page
from monitor.core.fingerprint import fingerprint
from monitor.core.history import sign
from monitor.core.liveness import judge
from monitor.core.look import Failure, Observation, Probe, Reason, Reply, Sign, Version
from monitor.core.surroundings import UNKNOWN, Around
from monitor.core.waits import asked_to_wait


async def observe(
    probe: Probe, clock: Clock, known: Version | None = None, *, read: Read = read_web_page
) -> Observation:
    """What a probe means by itself; *known* is the last good copy."""
    return meaning(probe, await page_of(probe, read), known, UNKNOWN, clock)


def meaning(probe: Probe, page: Page | None, known: Version | None, around: Around, clock: Clock) -> Observation:
    """What a probe means, with what is known of its surroundings. The page is kept only where it is the page."""
    judgement = judge(probe, page, known, around)
    opaque = page is not None and page.opaque != ""  # kept all the same: another file must be noticed
    shown_there = (judgement.reason is not Reason.UNREADABLE or opaque) and not judgement.stub
    shows = sign(judgement.reason) is Sign.WELL and shown_there
    readable = page if page is not None and page.words and shows else None
    shown = fingerprint(page.title, page.blocks) if page is not None and page.words else None
    at = clock()
    return Observation(
        url=probe.requested_url,
        at=at,
        judgement=judgement,
        final_url=probe.final_url,
        hops=probe.hops,
        status=probe.hops[-1].status if probe.hops and not isinstance(probe, Failure) else None,
        detail=probe.detail if isinstance(probe, Failure) else judgement.told if judgement.overruled else "",
        page=readable,
        fingerprint=fingerprint(readable.title, readable.blocks, readable.links) if readable else None,
        validators=probe.validators if isinstance(probe, Reply) else None,
        reached=not isinstance(probe, Failure) or probe.reached or bool(probe.hops),
        wait=asked_to_wait(probe, at),
        shown=shown,
        certificate_ends=probe.certificate_ends if not isinstance(probe, Failure) else None,
    )
