"""What of a page is furniture: told by the element, its role, its name, and whether the page says what is main."""

import re
from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from bs4 import Tag

from monitor.core.wording import vocabulary

MAIN_FROM = 0.3  # of a page's words: a main part, or own text, that held less was misread (measured: docs/rules.md)
BESIDE_MENUS_FROM = 0.1  # where the menu lists all that a site has, a short page's own text is no more than this

_CHROME_TAGS = frozenset(("footer", "aside", "header"))
_OF_THE_TEXT_WITHIN_IT = frozenset(("header", "aside"))  # an article's are about it, a page's are beside it (HTML 4.3)
_MENU_ROLES = frozenset(("navigation", "menu", "menubar"))
_CHROME_ROLES = frozenset(("banner", "contentinfo", "complementary", "search"))
_UNFOLDING = ("aria-expanded", "aria-controls")  # a button that unfolds a text is that text's heading
# Products that ask for consent to cookies stand here by the names that they give their elements.
_CONSENT = vocabulary(
    """
    consent gdpr ccpa cky cmplz cookiebot cookieconsent cookieyes didomi iubenda onetrust optanon osano tarteaucitron
    axeptio usercentrics
    """
)
_NAMES = vocabulary(
    """
    cookie breadcrumb breadcrumbs navbar nav navigation topnav subnav sidenav menu submenu megamenu topbar
    sidebar footer subfooter colophon skiplink skip
    newsletter social share sharing related testimonial testimonials advert advertisement popup modal carousel ticker
    pagination pager masthead offcanvas twitter instagram
    """
)
# "has-sidebar", "sidebar-layout": such a name tells what stands in the element or beside it, not what it is.
_BESIDE = frozenset(("has", "with", "no", "without", "layout", "page", "wrapper"))
_TEXTS = ["main", "article", "h1"]
_NOTICES = frozenset(("alert", "notice"))
_NAME_PARTS = re.compile(r"[-_\s]+|(?<=[a-z])(?=[A-Z])")
_MAX_NAME_CHARACTERS = 1_000


class Standing(IntEnum):
    """How a text stands on its page: the lower, the more it is the page's own."""

    MAIN = 0  # in what the page marks as its main part
    RAISED = 1  # its first heading, or a notice: its own wherever it stands
    PLAIN = 2  # nothing is known
    NAMED = 3  # in an element with a name for furniture
    MARKED = 4  # in an element, or with a role, that is for furniture
    MENU = 5  # in an element, or with a role, that is for finding one's way
    CONSENT = 6  # in a box that asks for consent: laid over the page, no part of it


_MENUS = frozenset((Standing.MENU, Standing.CONSENT))
_MARKED = _MENUS | {Standing.MARKED}
_NAMED = _MARKED | {Standing.NAMED}
_UNMARKED = _NAMED | {Standing.PLAIN}


def furniture(sizes: Iterable[tuple[Standing, int]]) -> frozenset[Standing]:
    """Which standings are furniture, where so many words stand in each: as many as leave the page a text of its own.

    The strictest reading comes first: what the page marks as main, and nothing else. A reading that leaves too little
    of the page was misled, and the next is tried; at last nothing is furniture but boxes that ask for consent.
    """
    words = Counter[Standing]()
    for standing, size in sizes:
        words[standing] += size
    total = words.total() - words[Standing.CONSENT]
    if words[Standing.MAIN] and words[Standing.MAIN] >= MAIN_FROM * total:
        return _UNMARKED
    for without, share in ((_NAMED, MAIN_FROM), (_MARKED, MAIN_FROM), (_MENUS, BESIDE_MENUS_FROM)):
        if sum(size for standing, size in words.items() if standing not in without) >= share * total:
            return without
    return frozenset((Standing.CONSENT,))


def standing_of(tag: Tag, around: Standing, *, heading: int, within: Standing, in_text: bool) -> Standing:
    """How what *tag* holds stands, given what is *around* it.

    `heading`: the level of the heading that it is or stands in, 0 for none; `within`: how text stands here that nothing
    sets apart; `in_text`: it is in the main part or an article, where a header or an aside is part of the text.
    """
    name, role = tag.name, str(tag.get("role") or "").lower()
    if name == "main" or role == "main":
        return Standing.MAIN
    if name == "nav" or role in _MENU_ROLES or around is Standing.MENU:
        return max(around, Standing.MENU)
    if role in _CHROME_ROLES or (name in _CHROME_TAGS and not (name in _OF_THE_TEXT_WITHIN_IT and in_text)):
        return max(around, Standing.MARKED)
    if name == "button" and not heading and not any(tag.has_attr(key) for key in _UNFOLDING):
        return max(around, Standing.MARKED)
    if name == "article" and around is Standing.NAMED:
        return within
    if around is Standing.PLAIN and (heading == 1 or role == "alert"):
        return Standing.RAISED
    named = _standing_by_name(_names(tag)) if name not in {"html", "body"} else None
    if named is Standing.RAISED:
        return Standing.RAISED if around is Standing.PLAIN else around
    if named is Standing.CONSENT and tag.find(_TEXTS) is not None:
        return around  # the frame of the whole page says that it has such a box
    return around if named is None else max(around, named)


def _names(tag: Tag) -> str:
    classes = tag.get("class") or ()
    return " ".join((str(tag.get("id") or ""), *(classes if isinstance(classes, list) else (str(classes),))))


@lru_cache(maxsize=4096)
def _standing_by_name(names: str) -> Standing | None:
    """What the names of an element ("site-footer", "Breadcrumbs_scroller") tell of it."""
    found = None
    for name in names[:_MAX_NAME_CHARACTERS].split():
        words = {word.lower() for word in _NAME_PARTS.split(name)}
        if words & _CONSENT and not words & _BESIDE:
            return Standing.CONSENT
        if words & _NAMES and not words & _BESIDE:
            found = Standing.NAMED
        elif words & _NOTICES and found is None:
            found = Standing.RAISED
    return found
