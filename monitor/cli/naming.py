"""Findings by the names that people type: an id, an incident's id, or the beginning of either."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from monitor.core.finding import Situation, Standing
from monitor.errors import OperatorError

SHORTEST = 6
"""Characters: as many as tell the findings of a catalogue apart, and few enough to type."""


def named(said: Sequence[str], situation: Situation) -> list[Standing]:
    """The findings with these ids, each once; an incident's id stands for all of its findings.

    What ended lately can be named too. Raises OperatorError for a name that is unknown, too short, or of several.
    """
    living = {standing.finding.id: standing for standing in situation.standings}
    ended = {s.finding.id: s for s in situation.resolved if s.finding.id not in living}
    by_name: dict[str, list[Standing]] = {}
    for standing in (*living.values(), *ended.values()):
        for name in (standing.finding.id, standing.finding.incident):
            by_name.setdefault(name, []).append(standing)
    found = (standing for name in said for standing in by_name[_name(name.strip(), by_name)])
    return list({standing.finding.id: standing for standing in found}.values())


def _name(said: str, known: Iterable[str]) -> str:
    names = list(known)
    if said in names:
        return said
    if not said.startswith(("f", "i")):
        raise OperatorError(f"{said!r} is no id of a finding (f…) or of an incident (i…); monitor findings shows them")
    if len(said) < SHORTEST:
        raise OperatorError(f"{said!r} is too short; give at least {SHORTEST} characters of the id")
    beginning = sorted(name for name in names if name.startswith(said))
    if len(beginning) == 1:
        return beginning[0]
    if beginning:
        some = ", ".join(beginning[:3]) + (" …" if len(beginning) > 3 else "")
        raise OperatorError(f"{said!r} begins {len(beginning)} ids: {some}; give more of the one that is meant")
    close = get_close_matches(said, names, n=1)
    meant = f"; did you mean {close[0]}?" if close else "; monitor findings --format json shows every id"
    raise OperatorError(f"there is no finding {said!r}{meant}")
