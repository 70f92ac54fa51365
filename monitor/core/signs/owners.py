"""Another owner: a lapsed domain that sells what no institution does, and the front page that stands at a deep link."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from monitor.core import urls
from monitor.core.content import Page
from monitor.core.look import Signal
from monitor.core.signs.lexicon.spam import COMMON_GOODS, GOODS, PRAISE, SOBER
from monitor.core.signs.phrases import Phrases, plain, whole_words
from monitor.core.signs.scene import Scene, parts
from monitor.core.wording import vocabulary

_IN_TITLE = 3
_ALSO_IN_THE_HEADING = 2
_MOST_GOODS = 2
_MOST_PRAISE = 4
_ENOUGH_GOODS = 2
_ENOUGH_PRAISE = 2  # kinds of it; who only speaks of such goods does not praise them
_MOST_SOBER = 5

_FRONT = 4
_MIDDLING = 3
_SLIGHT = 2
_HINT = 1
_NAMES_ITSELF = -4
_STEM = 4  # letters: "visitors" and "Visiting students" share them
_WORD = re.compile(r"[^\W\d_]{4,}")
_ARRIVAL = re.compile(
    r"(?:home|homepage|index|main|start|welcome|default|front)(?:[-_]?(?:page|\d+))?(?:\.\w+)?$", re.I
)
_IMPRINT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_WELCOME = re.compile(
    r"^\W*(?:welcome to|(?:herzlich )?willkommen|bienvenue|bienvenid[oa]s?|bem-vind[oa]s?|benvenut[oi]|welkom|witamy"
    r"|välkommen)\b",
    re.IGNORECASE,
)
_FRONT_NAMES = vocabulary("home front frontpage is-front page-home homepage path-frontpage is-homepage")
_FRONT_TITLES = vocabulary(
    "home homepage startseite accueil inicio início principal startpagina startsida forside forsiden hjem etusivu"
)


def hijacked(scene: Scene) -> Iterator[Signal]:
    """Goods of those who buy up lapsed domains, named in title or heading and praised in the text."""
    if scene.page is None:
        return
    title, heading = plain(scene.title), plain(scene.heading)
    in_title, in_heading = (_new((GOODS,), told, scene) for told in (title, heading))
    if not (in_title or in_heading):
        return
    text = plain("\n".join((scene.title, *(block.text for block in scene.page.blocks))))
    praise = _new((PRAISE,), text, scene)
    goods = _new((GOODS, COMMON_GOODS), text, scene)
    if len(praise) < _ENOUGH_PRAISE or len(goods) < _ENOUGH_GOODS:
        return
    if in_title:
        yield Signal("the title names goods of those who buy lapsed domains", _IN_TITLE, scene.title[:160])
    if in_heading:
        weight = _ALSO_IN_THE_HEADING if in_title else _IN_TITLE
        yield Signal("the first heading names goods of those who buy lapsed domains", weight, scene.heading[:160])
    yield Signal("the text names more of them", min(len(goods) - 1, _MOST_GOODS), ", ".join(goods))
    yield Signal("the text praises them", min(len(praise), _MOST_PRAISE), ", ".join(praise))
    sober = whole_words(SOBER, plain("\n".join(scene.lines)))
    if sober:
        yield Signal("the text speaks as teachers and healers do", -min(len(sober), _MOST_SOBER), ", ".join(sober))


def front_page(scene: Scene) -> Iterator[Signal]:
    """A deep link shows the front page under its own address: the page says so itself, in two ways."""
    page, reply = scene.page, scene.reply
    if page is None or _is_arrival(reply.final_url) or _is_arrival(reply.requested_url):
        return
    own = page.clues.front
    if not own or not all(urls.is_landing_page(url) for url in own):
        return
    yield Signal("the page gives the front page as its address", _FRONT, own[0])
    name = next((name for name in sorted(page.clues.body) if name in _FRONT_NAMES), None)
    if name:
        yield Signal("the page names itself the front page", _MIDDLING, f"body class {name}")
    if any(part.strip() in _FRONT_TITLES for part in parts(scene.title)):
        yield Signal("the title is a front page's", _SLIGHT, scene.title)
    if _is_the_site_s(scene, page):
        yield Signal("the title is the site's name alone", _HINT, scene.title)
    if _WELCOME.search(scene.heading) or _WELCOME.search(scene.title):
        yield Signal("it welcomes who arrives", _HINT, scene.heading or scene.title)
    word = word_of_address(reply.requested_url, page)
    if word:
        yield Signal("title or heading bear a word of the address", _NAMES_ITSELF, word)


def _is_arrival(url: str) -> bool:
    """Whether an address asks for no more than where visitors arrive: "/", "/en/", "/site/home-2/"."""
    return urls.is_landing_page(url) or any(_ARRIVAL.match(step) for step in _last_step(url))


def word_of_address(url: str, page: Page) -> str | None:
    """A word of the last step of an address that title or headings of its page bear as well."""
    said = " ".join((page.title, *(block.text for block in page.blocks if block.heading))).casefold()
    words = (word for step in _last_step(url) for word in _WORD.findall(step.casefold()))
    return next((word for word in words if word[:_STEM] in said), None)


def _last_step(url: str) -> list[str]:
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return []
    return [step for step in path.split("/") if step][-1:]


def _is_the_site_s(scene: Scene, page: Page) -> bool:
    """Whether the whole title stands on the link to the front page, or in the imprint."""
    title = plain(scene.title)
    if not title.strip() or len(parts(scene.title)) != 1:
        return False
    home = (link.text for link in page.links if urls.is_landing_page(link.url))
    imprint = (block.text for block in page.blocks if _IMPRINT.search(block.text))
    return any(plain(text) == title for text in home) or any(title in plain(text) for text in imprint)


def _new(tables: tuple[Phrases, ...], text: str, scene: Scene) -> tuple[str, ...]:
    """The phrases in a plain *text* that the last good copy did not bear: each in one spelling, none within another."""
    here = {plain(each).strip(): each for table in tables for each in whole_words(table, text)}
    known = {plain(each).strip() for table in tables for each in whole_words(table, scene.before)}
    fresh = {spelt: each for spelt, each in here.items() if spelt not in known}
    return tuple(each for spelt, each in fresh.items() if not any(spelt != other and spelt in other for other in fresh))
