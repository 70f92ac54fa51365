"""The kinds of pages that are not the page: what speaks for each, in signals with weights."""

import re
from collections import Counter
from collections.abc import Iterator
from math import sqrt
from urllib.parse import urlsplit

from monitor.core import urls
from monitor.core.content import Area, Page
from monitor.core.language import language
from monitor.core.look import Signal
from monitor.core.signs.lexicon import bots, gone, outages, refusals, shells
from monitor.core.signs.lexicon import parked as sales
from monitor.core.signs.owners import front_page as its_own_front_page
from monitor.core.signs.owners import hijacked
from monitor.core.signs.phrases import anywhere, is_whole, plain, size
from monitor.core.signs.saying import said
from monitor.core.signs.scene import ALMOST_NOTHING, HARDLY_ANYTHING, SHORT, Scene, parts
from monitor.core.signs.walls import wall
from monitor.core.urls import is_landing_page
from monitor.core.wording import vocabulary

_ACCEPTED = 202  # RFC 9110 §15.3.3: some walls answer so to every address; pages do not
_ERROR_ADDRESS = 4
_FIRM = 6
_MIDDLING = 3
_SLIGHT = 2
_SCRIPT_SHELL = -3
_SHARED = 4
_MANY_ADDRESSES = 3
_MANY_HEADINGS = 5
_COOKIES = re.compile("cookie", re.IGNORECASE)
_SHRUNK_TO = 0.3
_A_SENTENCE = 6  # words
_LOADING_LINE = 60  # characters
_HARDLY_ALIKE = 0.12  # cosine of word counts (both figures: measured on soft 404s, see docs/rules.md)
_ERROR_STEP = re.compile(
    r"(?:^|[-_/.])(?:404|410|error[-_]?404|404[-_]?error|not[-_]?found|page[-_]?not[-_]?found|notfound|pagenotfound|errors?|"
    r"error[-_]?page|file[-_]?not[-_]?found|missing[-_]?page)(?:$|[-_/.])",
    re.IGNORECASE,
)
_CAPTCHA_STEP = re.compile(r"captcha|challenge|/sorry/|bot-?check|human-?verif|validate\.perfdrive", re.IGNORECASE)
_TEST_SOURCE = re.compile(r"recaptcha|hcaptcha\.com|challenges\.cloudflare\.com|arkoselabs\.com|captcha", re.IGNORECASE)
_PARKED_ADS = "google.com/adsense/domains/"  # of the programme for domains that hold nothing else
_PARKING = vocabulary(
    """
    above.com afternic.com atom.com bodis.com brandbucket.com buydomains.com cashparking.com dan.com domainmarket.com
    domainnamesales.com domainsponsor.com fabulous.com hugedomains.com namebright.com namedrive.com parked.com
    parkingcrew.com parkingcrew.net parklogic.com parkweb.com rookmedia.net sedo.com sedoparking.com skenzo.com
    smartname.com squadhelp.com trafficz.com undeveloped.com uniregistry.com voodoo.com
    """
)


def bot_wall(scene: Scene) -> Iterator[Signal]:
    """A machine was taken for what it is."""
    yield from wall(scene)
    if scene.reply.status == _ACCEPTED and scene.page and scene.page.words and scene.prose < HARDLY_ANYTHING:
        yield Signal("accepted, and hardly anything shown", _FIRM, f"HTTP {_ACCEPTED}")
    for url in (*scene.way[-1:], *scene.sent_on):
        if _CAPTCHA_STEP.search(url) and not _CAPTCHA_STEP.search(scene.reply.requested_url):
            yield Signal("sent on to a test for humans", _FIRM, url)
            break
    if scene.page and scene.prose < ALMOST_NOTHING:
        test = next((url for url in scene.page.clues.sources if _TEST_SOURCE.search(url)), None)
        if test:
            yield Signal("next to nothing but a test for humans", _MIDDLING, test)
    yield from said(scene, bots.BOT_WALL, "that machines are kept out")


def geo_block(scene: Scene) -> Iterator[Signal]:
    """The country that asks is shut out."""
    yield from said(scene, refusals.GEO_BLOCK, "that visitors of some countries are shut out")


def rate_limited(scene: Scene) -> Iterator[Signal]:
    """Too many requests, or a waiting room."""
    yield from said(scene, refusals.RATE_LIMITED, "that there are too many requests")


def forbidden(scene: Scene) -> Iterator[Signal]:
    """Permission denied."""
    yield from said(scene, refusals.FORBIDDEN, "that access is denied")


def maintenance(scene: Scene) -> Iterator[Signal]:
    """Down on purpose, for a while."""
    yield from said(scene, outages.MAINTENANCE, "that the site is under maintenance")


def server_error(scene: Scene) -> Iterator[Signal]:
    """Down by mistake."""
    yield from said(scene, outages.SERVER_ERROR, "that the server failed")


def parked(scene: Scene) -> Iterator[Signal]:
    """The domain is for sale, or its server was never set up."""
    for url in (*scene.way, *scene.sent_on):
        if _is_parking(url):
            yield Signal("redirected to a dealer in domains", _FIRM, url)
            break
        if _path(url).rstrip("/") == "/lander":
            yield Signal("redirected to a page for parked domains", _FIRM, url)
            break
    source = None
    if scene.is_short and scene.page:
        source = next((url for url in scene.page.clues.sources if _is_parking(url)), None)
        if source:
            yield Signal("loads from a dealer in domains", _MIDDLING, source)
        ads = next((url for url in scene.page.clues.sources if _PARKED_ADS in url), None)
        if ads:
            yield Signal("loads advertisements for parked domains", _FIRM, ads)
    told = said(scene, sales.PARKED, "that the domain is for sale or parked", priced=False)
    yield from told
    if source or told:
        yield from _named_after_its_host(scene)
    delegation = scene.around.delegation
    if delegation is not None and delegation.changed_to_parking and (source or told):
        yield Signal("its name servers are now a dealer's", _FIRM, ", ".join(sorted(delegation.servers)))
    spam = tuple(hijacked(scene))
    yield from spam
    if spam:
        yield from unlike_before(scene)


def _named_after_its_host(scene: Scene) -> Iterator[Signal]:
    """A parked page is called by the only thing that its dealer knows of it."""
    host = plain(urls.name(scene.reply.final_url).removeprefix("www."))
    if host.strip() and host in (plain(scene.title), plain(scene.heading), plain(next(iter(scene.lines), ""))):
        yield Signal("the page is called by the name of its host", _MIDDLING, scene.title or scene.heading)


def default_page(scene: Scene) -> Iterator[Signal]:
    """The start page of a server that nobody set up."""
    yield from said(scene, sales.DEFAULT_PAGE, "that a server was just installed")


def soft_404(scene: Scene) -> Iterator[Signal]:
    """The page is not there, whatever the status says."""
    told = said(scene, gone.NOT_FOUND, "that the page is not there")
    yield from told
    led = next((url for url in scene.way if _names_error(url)), None)
    if led and not _names_error(scene.reply.requested_url):
        yield Signal("redirected to an address that names an error", _ERROR_ADDRESS, led)
    if scene.around.elsewhere >= _MANY_ADDRESSES:
        yield Signal("other addresses of the host show the same", _SHARED, f"{scene.around.elsewhere} of them")
    if not told:
        return
    if HARDLY_ANYTHING < scene.prose < SHORT and not any("hardly anything" in signal.signal for signal in told):
        yield Signal("a short page", _SLIGHT, f"{scene.prose} words outside links")
    yield from unlike_before(scene)
    if is_shell(scene):
        yield Signal("a script has yet to fill the page", _SCRIPT_SHELL, _shell_quote(scene))


def unlike_before(scene: Scene) -> Iterator[Signal]:
    """Hardly a word of the last good copy is left; in another language there never is."""
    if scene.known is None or scene.page is None:
        return
    words = [plain("\n".join(block.text for block in scene.page.blocks)).split(), scene.before.split()]
    now, then = map(Counter, words)
    languages = set(map(language, words))
    if not then or (len(languages) > 1 and None not in languages):
        return
    alike = _cosine(now, then)
    if alike < _HARDLY_ALIKE:
        yield Signal("unlike the last good copy", _SLIGHT, f"likeness {alike:.2f}")
    elif now.total() < _SHRUNK_TO * then.total():
        yield Signal("much shorter than the last good copy", _SLIGHT, f"{now.total()} words, {then.total()} before")


def front_page(scene: Scene) -> Iterator[Signal]:
    """A deep link shows the front page, or sends a browser there."""
    own = tuple(its_own_front_page(scene))
    yield from own
    if any(signal.weight > 0 for signal in own) and not any(signal.weight < 0 for signal in own):
        yield from unlike_before(scene)
    if scene.page is None or is_landing_page(scene.reply.final_url) or is_landing_page(scene.reply.requested_url):
        return
    for url in scene.sent_on:
        if urls.name(url) == urls.name(scene.reply.final_url) and is_landing_page(url):
            yield Signal("sent on to the front page", _FIRM, url)


def unreadable(scene: Scene) -> Iterator[Signal]:
    """Alive, with nothing to read yet: a shell for scripts, a stub that loads, a page that only sends on."""
    if scene.sent_on and scene.page and scene.reply.final_url != scene.sent_on[0]:
        yield Signal("the page only sends a browser on", _FIRM, scene.sent_on[0])
    if is_shell(scene):
        yield Signal("a script has yet to fill the page", _FIRM, _shell_quote(scene))
    if scene.page and scene.page.words and not any(block.area is Area.MAIN for block in scene.page.blocks):
        yield Signal("no text beside menus and boxes", _FIRM, scene.page.blocks[0].text[:120])
    headings = _headings_alone(scene.page) if scene.page and scene.page.clues.scripts else 0
    if headings >= _MANY_HEADINGS:
        yield Signal("headings without any text below them", _FIRM, f"{headings} headings")


def is_shell(scene: Scene) -> bool:
    """Whether a page with scripts says next to nothing, and says that it is still loading or needs scripts."""
    return bool(_shell_quote(scene))


def _shell_quote(scene: Scene) -> str:
    page = scene.page
    if page is None or scene.prose >= SHORT:
        return ""
    own = _own_words(scene)
    loading = next((line for line in scene.lines if _is_loading(line)), None)
    if loading == scene.heading and any(size(line) >= _A_SENTENCE for line in scene.below):
        loading = None  # a heading over a text of its own
    if loading and own < HARDLY_ANYTHING:
        return loading
    needs = shells.NEEDS_SCRIPT.sentences
    if own < HARDLY_ANYTHING and (told := next(anywhere(needs, scene.text), None)):
        return told.phrase
    if min(own, scene.spoken) < HARDLY_ANYTHING // 2 and page.clues.scripts:
        if page.clues.noscript and next(anywhere(needs, plain(page.clues.noscript)), None):
            return page.clues.noscript[:120]
        if page.clues.unfilled:
            return "an empty place for a script to fill"
    return ""


def _own_words(scene: Scene) -> int:
    """The words of a page without those about loading."""
    return scene.prose - sum(size(line) for line in scene.lines if _is_loading(line))


def _is_loading(line: str) -> bool:
    if len(line) >= _LOADING_LINE:
        return False
    if line.rstrip().endswith(("…", "...")):  # "Loading events…"
        told = plain(line)
        if any(told.startswith(plain(found.phrase)) for found in anywhere(shells.LOADING.whole, told)):
            return True
    return any(is_whole(shells.LOADING.whole, part) for part in parts(line))


def _headings_alone(page: Page) -> int:
    """How many headings the page's own text consists of, 0 where it holds more than those."""
    links = {link.text for link in page.links}
    own = [block for block in page.blocks if block.area is Area.MAIN and not _COOKIES.search(block.text)]
    if any(not block.heading or block.text in links for block in own):
        return 0
    return len(own)


def _cosine(one: Counter[str], two: Counter[str]) -> float:
    product = sum(count * two[word] for word, count in one.items())
    length = sqrt(sum(count**2 for count in one.values()) * sum(count**2 for count in two.values()))
    return product / length if length else 0.0


def _names_error(url: str) -> bool:
    return bool(_ERROR_STEP.search(_path(url)))


def _is_parking(url: str) -> bool:
    return urls.site(urls.name(url)) in _PARKING


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
