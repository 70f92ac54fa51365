"""Whether the catalogue says by now what a finding suggested to write: then it is no news until the next look."""

import re

from monitor.core.claims import claims
from monitor.core.finding import Finding, Needs
from monitor.core.listing import Listing

_STEP = re.compile(r"(?P<name>[^.\[\]]+)(?:\[(?P<index>\d+)\])?")
_ABSENT = object()


def is_followed(listing: Listing, finding: Finding) -> bool:
    """Whether a finding that a look left behind asks for what the listing says now.

    What only the catalogue gives away is judged anew whenever it is asked for, and is never followed.
    """
    suggestion = finding.suggestion
    if suggestion is None or finding.rule.needs is Needs.CATALOGUE:
        return False
    place, _, field = suggestion.key.partition(".")
    if not field:  # a table to take away: who has done that no longer states what the finding is about
        return False
    if not place.startswith("links[") and (finding.subject, place) not in {
        (each.id, each.key) for each in claims(listing)
    }:
        return False
    return _value(listing, suggestion.key) == suggestion.value


def _value(listing: Listing, key: str) -> object:
    found: object = listing
    for step in _STEP.finditer(key):
        name, index = step["name"], step["index"]
        found = found.get(name) if isinstance(found, dict) else getattr(found, name, _ABSENT)
        if index is not None and isinstance(found, tuple):
            found = found[int(index)] if int(index) < len(found) else _ABSENT
    return found
