"""The flow of a pass, top to bottom: history | probe | observe | judge | reconcile | record."""

import asyncio
from collections.abc import Awaitable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime

from monitor.check.desk import Desk
from monitor.check.looking import Looker
from monitor.check.ports import Clock, DrawName, Memory, Plan, Prober, Progress, Read
from monitor.check.reading import read_web_page
from monitor.check.viewing import View, Viewing
from monitor.core.finding import PassSummary
from monitor.core.incidents import reconcile
from monitor.core.listing import Listing
from monitor.core.network import ENOUGH_HOSTS, Network, canaries, counts
from monitor.core.result import CheckResult, Known, about_the_catalogue, conclude, look_at
from monitor.core.rules import catalogue_findings
from monitor.core.waits import Waits
from monitor.errors import OperatorError


async def run_pass(
    plan: Plan,
    prober: Prober,
    memory: Memory,
    clock: Clock,
    progress: Progress,
    *,
    draw_name: DrawName,
    read: Read = read_web_page,
) -> PassSummary:
    """Look once at everything planned, conclude, and remember it, listing by listing.

    Results wait until some host has answered: before that it may be our own network that is down. If none ever does,
    or the network fails on the way, the pass is offline: nothing of what followed is recorded. Links of a host that
    asked to be left alone are spared: nothing is asked, and what is known of them stays as it is. A bug in one
    listing does not starve the others: it is raised at the end, in one ExceptionGroup. *read* says what replies show.
    """
    started = clock()
    progress.planned(len(plan.wanted))
    pass_id = memory.begin(started, len(plan.wanted))
    desk = Desk(
        pass_id,
        memory,
        progress,
        needs_proof=any(counts(url) for url in plan.wanted),
        waits=Waits.known(memory.waits(started)),
    )
    looker = Looker(prober, memory, clock, draw_name, read, ask_archive=plan.catalogue.settings.ask_archive)
    viewing = Viewing(plan, looker, memory, clock, desk)

    def summed_up(*, offline: bool, interrupted: bool) -> PassSummary:
        return PassSummary(started, clock(), len(plan.wanted), desk.looked, offline, interrupted, len(desk.spared))

    try:
        await _look_at_all(plan, viewing, desk, memory, clock)
        offline = await _is_offline(viewing, desk)
        if not offline:
            desk.release()
            await viewing.visit_the_new_again()
            _record_catalogue(plan, pass_id, memory, clock())
            memory.prune(plan.catalogue, clock())
    except BaseException:
        with suppress(OperatorError):  # what broke it off is the news, not that this could not be noted either
            memory.end(pass_id, summed_up(offline=False, interrupted=True))
        raise
    summary = summed_up(offline=offline, interrupted=False)
    memory.end(pass_id, summary)
    if desk.bugs:
        raise ExceptionGroup("some listings could not be checked: bugs of the monitor", desk.bugs)
    return summary


async def check(listing: Listing, urls: Sequence[str], viewing: Viewing, memory: Memory, clock: Clock) -> CheckResult:
    """Look at the *urls* of *listing* once, but for those that are spared, and conclude."""
    views = [view for view in await _all_of(viewing.view(url) for url in urls) if view is not None]
    now = clock()
    looks = [look_at(view.seen, view.history, view.pasts[listing.id]) for view in views]
    others = [memory.history(url) for url in listing.urls if url not in {look.url for look in looks}]
    known = Known(memory.link_incidents(listing.id), memory.claims(listing.id), others)
    return await asyncio.to_thread(conclude, listing, looks, known, now)


async def _look_at_all(plan: Plan, viewing: Viewing, desk: Desk, memory: Memory, clock: Clock) -> None:
    async def one(listing: Listing) -> None:
        with desk.noting_bugs(f"while checking {listing.id}"):
            desk.hand_in(await check(listing, plan.urls(listing), viewing, memory, clock))

    try:
        async with asyncio.TaskGroup() as group:
            for listing in plan.listings:
                if plan.urls(listing):
                    group.create_task(one(listing))
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None


async def _all_of(views: Iterable[Awaitable[View | None]]) -> list[View | None]:
    """Every view, once all have ended: one that fails leaves none behind that goes on asking."""
    ended = await asyncio.gather(*views, return_exceptions=True)
    failures = [each for each in ended if isinstance(each, BaseException)]
    if failures:
        raise next((each for each in failures if isinstance(each, OperatorError)), failures[0])
    return [each for each in ended if not isinstance(each, BaseException)]


async def _is_offline(viewing: Viewing, desk: Desk) -> bool:
    """Whether it is us: the network failed on the way, nobody answered at all, or a portal for everybody.

    With few hosts asked, others of the catalogue are tried; with none to try, the failures stand.
    """
    network = desk.network
    if viewing.vigil.offline:
        return True
    if network.captive:
        await viewing.ask_others(canaries(viewing.known(), network.asked), network)
        return network.captive
    if not network.suspected or len(network.asked) >= ENOUGH_HOSTS:
        return network.suspected
    heard = Network()
    await viewing.ask_others(canaries(viewing.known(), network.asked), heard)
    return heard.suspected


def _record_catalogue(plan: Plan, pass_id: int, memory: Memory, now: datetime) -> None:
    """What the catalogue alone says of this pass's listings; what was about anything it no longer holds is over."""
    ids = frozenset(listing.id for listing in plan.listings)
    findings = [finding for finding in catalogue_findings(plan.catalogue, now) if finding.listing in ids]
    covered = about_the_catalogue(memory.unresolved(), plan.catalogue, ids)
    memory.record_catalogue(pass_id, reconcile(covered, findings, now))
