"""Whether a deadline on a page is one for what the listing means."""

import re

from monitor.core.wording import slug, vocabulary

_APPLYING = ("appl", "admission", "candida", "bewerb", "solicit", "inscri")  # how words of applying begin
_SENDING = ("submi",)
_SAYING_NOTHING = vocabulary(
    """
    a all and are be before by close closes closing date dates day deadline deadlines due end final for frist in
    is last later latest limite limit must no not of on or our plazo prazo received than the this through to until up
    your
    """
)
_PARTS_OF_A_YEAR = vocabulary(
    """
    january february march april may june july august september october november december spring summer fall
    autumn winter first second third fourth term session block cycle year academic monday tuesday wednesday thursday
    friday saturday sunday day days week weeks month months years one two three four five six eight twelve thirty sixty
    ninety ahead advance prior least start starts begin begins beginning elective electives rotation rotations
    clerkship clerkships observership observerships visit stay desired requested planned proposed intended when early
    priority regular
    """
)
_OTHER_THINGS = (
    "fee", "pay", "deposit", "refund", "cancel", "withdr", "decision", "notif", "housing", "scholar", "tuition",
    "stipend", "grant", "award", "loan", "fund", "visa", "informed", "hear",
)  # fmt: skip
_OTHER_PAPERS = (
    "immuni", "vaccin", "transcript", "letter", "recommend", "background", "drug", "insurance", "evaluation", "photo",
    "passport", "health", "medical-record",
)  # fmt: skip
_SEPARATE = re.compile(
    r"\b(?:separate|another|different|other) (?:program|programme|application|fund)\b", re.IGNORECASE
)
_JOINED = re.compile(
    r"\b(appl\w+|candida\w+)(?: form)?,?(?: (?:and|with|including|plus|together with)|&|\+)(?: \w+){0,3}? "
    r"(?:fees?|payments?|deposits?)\b",
    re.IGNORECASE,
)
_STEM = 5  # letters by which words are one: application, applications


def names(what: str, label: str, heading: str) -> bool:
    """Whether the *label* of a deadline says that it is one for *what*, or says nothing else and applying is meant.

    It says nothing else where only parts of a year, spans of time and the programme itself are named.
    """
    said = _words(_JOINED.sub(r"\1", label))
    around = said | _words(heading)
    if (_begins(said, _OTHER_THINGS) and not _begins(_words(what), _OTHER_THINGS)) or _SEPARATE.search(label):
        return False
    if is_applying(what):
        if _begins(said, _APPLYING):
            return True
        if _begins(said, _OTHER_PAPERS):
            return False
        return _begins(around, (*_APPLYING, *_SENDING)) or not (said - _SAYING_NOTHING - _PARTS_OF_A_YEAR)
    stems = {word[:_STEM] for word in _words(what)}
    return bool(stems & {word[:_STEM] for word in around})


def names_applying(label: str) -> bool:
    """Whether a *label* speaks of applying itself, not only of handing something in."""
    return _begins(_words(label), _APPLYING)


def is_applying(what: str) -> bool:
    """Whether *what* is, or a text speaks of, an application."""
    return _begins(_words(what), (*_APPLYING, *_SENDING))


def _begins(words: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in words)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in slug(text).split("-") if word and not word.isdigit()) - _SAYING_NOTHING
