"""When a page is doubted so much that its surroundings are asked, and which of them.

A healthy page that says what it is costs no question: the answers are remembered, and the questions are few.
"""

from datetime import datetime, timedelta
from typing import Final

from monitor.core import urls
from monitor.core.content import Block, Page
from monitor.core.delegations import ASKED_AGAIN_AFTER, Delegation
from monitor.core.fingerprint import fingerprint
from monitor.core.history import showed_text, sign
from monitor.core.likeness import nearly_same
from monitor.core.look import LinkHistory, Observation, Reason, Reply, Sign, Version
from monitor.core.relocation import SOUGHT_AGAIN_AFTER
from monitor.core.siblings import directory, is_stranger_s, may_go_by_number, root
from monitor.core.signs.kinds import parked, soft_404, unlike_before
from monitor.core.signs.owners import word_of_address
from monitor.core.signs.saying import ENOUGH
from monitor.core.signs.scene import Scene
from monitor.core.signs.strangers import says_something
from monitor.core.surroundings import Around, Twin

TWIN_ASKED_AGAIN_AFTER: Final = timedelta(days=30)

_SLIM = 2  # so much more than enough is still a slim verdict where there is no last good copy
_SHY = frozenset((Reason.TIMEOUT, Reason.RESET, Reason.DNS_FAILURE, Reason.SERVER_ERROR, Reason.MAINTENANCE))


def stranger_wanted(reply: Reply, page: Page | None, known: Version | None, around: Around) -> str | None:
    """The directory in which a made-up name should be asked for, None where nothing is in doubt or nothing can be said.

    Doubtful is a page of status 200, not where a visitor arrives, whose signs of not being there leave it open whether
    it is; that hardly resembles the last good copy, or stands at another address of the host as well; or that is
    seen for the first time and bears no word of its address. The directory above all others follows only where the
    first answer needs it (see `is_every_name_s`).
    """
    where = directory(reply.final_url)
    if where is None or page is None or not page.words or reply.status != 200:
        return None
    scene = Scene(reply, page, known, around)
    beside = around.stranger(where)
    if beside is None:
        return where if _is_doubtful(scene) else None
    above = root(reply.final_url)
    if may_go_by_number(reply.final_url) and around.stranger(above) is None:
        return above if is_stranger_s(page, reply.final_url, beside) else None
    return None


def name_servers_wanted(
    history: LinkHistory, reply: Reply, page: Page | None, known: Delegation | None, now: datetime
) -> bool:
    """Whether the name servers of a link's site are asked for: to enrol it, or where its page looks parked."""
    if urls.is_local(urls.name(reply.final_url)):
        return False
    if known is not None and now - known.asked_at < ASKED_AGAIN_AFTER:
        return False
    return known is None or any(parked(Scene(reply, page, history.latest)))


def twin_wanted(seen: Observation, history: LinkHistory) -> str | None:
    """The `https` twin to ask for, None where there is no need or no sense in it.

    It makes sense for an `http` link without a port of its own that showed its page where it was asked for. *history*
    is the one before the look.
    """
    scheme = urls.normal(seen.url).partition("://")[0]
    if scheme != "http" or not urls.host(seen.url).endswith(":80") or urls.is_local(urls.name(seen.url)):
        return None
    if not showed_text(seen) or urls.normal(seen.final_url) != urls.normal(seen.url):
        return None
    twin = history.twin
    if twin is not None and twin.serves is not None and seen.at - twin.asked_at < TWIN_ASKED_AGAIN_AFTER:
        return None
    return urls.secured(seen.url.partition("#")[0])


def twin_seen(seen: Observation, asked: Observation, latest: Version | None) -> Twin:
    """What the look *asked* at the twin of the link that *seen* is a look at came to; *latest* is the link's page.

    The twin serves the same page under its own name, or it does not; a failure that may be over at the next look
    says neither.
    """
    if asked.page is not None and latest is not None and urls.name(asked.final_url) == urls.name(seen.url):
        there = (Block(asked.page.title), *asked.page.blocks)
        here = (Block(latest.title), *latest.blocks)
        same = asked.fingerprint == latest.fingerprint
        if not same and not latest.opaque:
            same = nearly_same(here, there, (seen.url, asked.final_url))
        return Twin(asked.at, serves=same and urls.differ_in_scheme_only(seen.url, asked.final_url))
    may_be_over = asked.reason in _SHY or sign(asked.reason) is Sign.REFUSED_US or asked.wait is not None
    return Twin(asked.at, serves=None if may_be_over else False)


def replacement_wanted(seen: Observation, history: LinkHistory) -> bool:
    """Whether it is time to look for the page that took a dead one's place: once it is sure, and not every day."""
    if not seen.confirmed or sign(seen.reason) is not Sign.PAGE_GONE or seen.wait is not None:
        return False
    return history.search is None or seen.at - history.search.at >= SOUGHT_AGAIN_AFTER


def _is_doubtful(scene: Scene) -> bool:
    weight = sum(signal.weight for signal in soft_404(scene))
    if scene.known is not None and scene.page is not None:
        shown = fingerprint(scene.page.title, scene.page.blocks)
        if fingerprint(scene.known.title, scene.known.blocks) == shown:
            return False  # it was found to be well before, with these very words
        return 0 < weight < ENOUGH or (says_something(scene) and (_is_elsewhere(scene) or any(unlike_before(scene))))
    if weight:
        return 0 < weight < ENOUGH + _SLIM
    return says_something(scene) and (_is_elsewhere(scene) or not _names_itself(scene))


def _is_elsewhere(scene: Scene) -> bool:
    return scene.around.elsewhere > 0


def _names_itself(scene: Scene) -> bool:
    """Whether a page says that it is what its address says: by giving the address, or in its title or a heading."""
    page, url = scene.page, scene.reply.final_url
    if page is None or urls.normal(url) in map(urls.normal, page.clues.front):
        return True
    return word_of_address(url, page) is not None
