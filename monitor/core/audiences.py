"""Words → whom they are about."""

from monitor.core.fact import Audience
from monitor.core.lexicon.audiences import AUDIENCES, NO_AUDIENCE
from monitor.core.lexicon.finder import Finder, Hit


def _meanings() -> dict[str, frozenset[Audience]]:
    meanings: dict[str, frozenset[Audience]] = {}
    for audience, _, line in AUDIENCES:
        for phrase in line.split(","):
            meanings[phrase.strip()] = meanings.get(phrase.strip(), frozenset()) | {audience}
    return meanings | {phrase.strip(): frozenset() for _, line in NO_AUDIENCE for phrase in line.split(",")}


_FINDER = Finder(_meanings())


def mentions(text: str) -> tuple[Hit[frozenset[Audience]], ...]:
    """Every group of people named in *text*, in reading order."""
    return tuple(hit for hit in _FINDER.find(text) if hit.meaning)


def audience(text: str) -> frozenset[Audience]:
    """All groups that *text* names."""
    return frozenset(one for hit in mentions(text) for one in hit.meaning)
