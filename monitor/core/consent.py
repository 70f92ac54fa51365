"""Boxes that ask for consent to cookies, told by what they say where their names tell nothing."""

from collections.abc import Iterator
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString

MAX_BOXES = 50  # such buttons looked at; a page has one box, or two
MAX_LEVELS = 6  # from a button up to its box
MAX_BOX_PARTS = 300
MAX_BOX_CHARACTERS = 1_500
_MAX_LABEL_PARTS = 12
_LARGER_THAN_A_BOX = frozenset(("body", "html", "main", "article"))
_ABOUT = ("cookie", "galleta", "informasjonskaps")
_LABELS = frozenset(
    label.strip()
    for label in """
    accept | accept all | accept all cookies | accept cookies | accept and close | accept & close |
    accept and continue | i accept | agree | i agree | agree and continue | allow | allow all | allow all cookies |
    allow cookies | got it | got it! | ok | okay | understood | i understand | reject | reject all |
    reject all cookies | decline | decline all | deny | deny all | dismiss | only necessary | necessary only |
    essential only | continue |
    akzeptieren | alle akzeptieren | alle cookies akzeptieren | zustimmen | einverstanden | ablehnen | alle ablehnen |
    verstanden | accepter | tout accepter | j'accepte | j’accepte | refuser | tout refuser | continuer sans accepter |
    aceptar | aceptar todo | aceptar todas | acepto | rechazar | rechazar todo | rechazar todas | entendido |
    aceitar | aceitar todos | aceito | rejeitar | rejeitar todos | accetta | accetta tutti | accetto | rifiuta |
    rifiuta tutti | accepteren | alles accepteren | akkoord | weigeren | godkänn alla | acceptera alla | godta alle |
    accepter alle | akceptuję | zaakceptuj wszystkie | kabul et | tümünü kabul et
    """.replace("\n", " ").split("|")
)
_MAX_BUTTON_CHARACTERS = max(map(len, _LABELS))


def consent_boxes(soup: Tag) -> frozenset[int]:
    """The identities of the elements that ask for consent: the smallest that speak of cookies around such a button."""
    found = set[int]()
    for button in islice(_buttons(soup), MAX_BOXES):
        for parent in islice(button.parents, MAX_LEVELS):
            said = _said(parent, MAX_BOX_PARTS, MAX_BOX_CHARACTERS)
            if parent.name in _LARGER_THAN_A_BOX or said is None:
                break
            if any(word in said for word in _ABOUT):
                found.add(id(parent))
                break
    return frozenset(found)


def _buttons(soup: Tag) -> Iterator[Tag]:
    for tag in soup.find_all(["button", "a"]):
        if _said(tag, _MAX_LABEL_PARTS, _MAX_BUTTON_CHARACTERS) in _LABELS:
            yield tag


def _said(tag: Tag, parts: int, characters: int) -> str | None:
    """What stands in an element, in one case and spacing; None where it is more than that."""
    held = list(islice(tag.descendants, parts + 1))
    text = " ".join(" ".join(each for each in held if type(each) is NavigableString).split()).casefold()
    return text if len(held) <= parts and len(text) <= characters else None
