"""The elements of a parsed page that are asked for by name, found in one walk: each search walks all of a page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bs4 import Tag

NAMES: Final = frozenset(("script", "iframe", "frame", "meta", "link", "noscript", "input", "button", "a"))


class Elements:
    """The elements of a page with these names, each kind in the order of the page."""

    def __init__(self, root: Tag) -> None:
        """*root*: the parsed page."""
        found = defaultdict[str, list[Tag]](list)
        for each in root.descendants:
            if isinstance(each, Tag) and each.name in NAMES:
                found[each.name].append(each)
        self._by_name: Mapping[str, Sequence[Tag]] = found

    def __getitem__(self, name: str) -> Sequence[Tag]:
        """Those of one name."""
        assert name in NAMES
        return self._by_name.get(name, ())

    def with_attribute(self, name: str, attribute: str) -> Iterator[str]:
        """The values of an attribute, of those of one name that have it."""
        return (str(tag[attribute]) for tag in self[name] if tag.has_attr(attribute))
