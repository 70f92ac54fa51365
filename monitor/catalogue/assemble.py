"""Raw tables → the catalogue: each table is checked, then converted, then let go; what is wrong is collected."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from monitor.catalogue import convert, relations, shape
from monitor.catalogue.document import UNREAD, Document
from monitor.catalogue.explain import not_a_table, troubles, unknown_key
from monitor.catalogue.fields import SLUG_PATTERN
from monitor.catalogue.mistakes import Mistakes
from monitor.catalogue.positions import Positions
from monitor.catalogue.relations import Path, Trouble
from monitor.catalogue.wrong import choice, closest, shown
from monitor.core.listing import Catalogue, Listing
from monitor.errors import Mistake

_ID = re.compile(SLUG_PATTERN)
_KNOWN = list(shape.Document.model_fields)
_Relations = Callable[[relations.Raw], Iterator[Trouble]]
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The catalogue, good only while there are no mistakes; `numbers`: listing id → which `[[listing]]` it is."""

    catalogue: Catalogue
    mistakes: Mistakes
    numbers: dict[str, int]


def assemble(source: Document) -> Assembled:
    """Check and convert every table of a document."""
    workshop = _Workshop(source)
    return Assembled(workshop.catalogue(), workshop.mistakes, workshop.numbers)


class _Workshop:
    def __init__(self, source: Document) -> None:
        self._source = source
        self.mistakes = Mistakes(Positions(source.outline))
        self.numbers: dict[str, int] = {}
        self._unread = bool(source.mistakes)  # what cannot be read may be what other tables refer to

    def catalogue(self) -> Catalogue:
        """All tables, in an order in which references can be checked."""
        for mistake in self._source.mistakes:
            self.mistakes.add(mistake)
        strangers = [key for key in self._source.rest if key not in _KNOWN]
        for key in strangers:
            self._wrong((key,), *unknown_key(key, _KNOWN))
        guide = self._one("guide", shape.GuideTable) or shape.GuideTable()
        monitor = self._one("monitor", shape.MonitorTable) or shape.MonitorTable()
        listings = tuple(self._listings(meant=any(closest(key, _KNOWN) == "listing" for key in strangers)))
        accepts = self._many("accept", shape.AcceptTable, relations.of_nothing)
        advisories = self._many("advisory", shape.AdvisoryTable, relations.of_advisory)
        institutions = self._many("institution", shape.InstitutionTable, relations.of_nothing)
        advisory_numbers: dict[str, int] = {}
        for number, raw in self._raw("advisory"):
            self._remember(advisory_numbers, "advisory", number, raw)
        self._refuse_strangers()
        return Catalogue(
            title=guide.title or Catalogue().title,
            url=guide.url,
            settings=convert.settings(monitor),
            listings=listings,
            acceptances=tuple(convert.acceptance(table) for table in accepts),
            advisories=tuple(convert.advisory(table) for table in advisories),
            institutions=tuple(convert.institution(table) for table in institutions),
        )

    def _wrong(self, path: Path, message: str, expected: str) -> None:
        self.mistakes.at((), (Trouble(path, message, expected),))

    def _listings(self, *, meant: bool) -> Iterator[Listing]:
        """The listings that are right. *meant*: another table was probably meant to be one."""
        count = 0
        whole = self._source.rest.get("listing", [])
        if not isinstance(whole, list):
            self._wrong(
                ("listing",), f"`listing` must be a list, but is {shown(whole)}", "[[listing]], in double brackets"
            )
            return
        for found in self._source.listings():
            count += 1
            if isinstance(found, Mistake):
                self._unread = True
                self.mistakes.add(found)
                continue
            number, raw = found
            self._remember(self.numbers, "listing", number, raw)
            table = self._table(("listing", number), raw, shape.ListingTable, relations.of_listing)
            if table is not None:
                yield convert.listing(table)
        if not count and not meant and not self._unread:
            self._wrong(("listing",), "there is no listing: nothing to watch", "at least one [[listing]]")

    def _remember(self, numbers: dict[str, int], name: str, number: int, raw: object) -> None:
        """Ids are unique; one whose table has other mistakes counts as well."""
        given = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(given, str):
            return
        first = numbers.setdefault(given, number)
        if first != number:
            self._twin((name, number, "id"), (name, first, "id"), given)

    def _twin(self, path: Path, first: Path, twin_id: str) -> None:
        place = None if self.mistakes.full else self.mistakes.positions.nearest(first)  # looking up takes time
        where = f" on line {place.line}" if place else ""
        self._wrong(path, f"`id` is {shown(twin_id)}, which is already used{where}", "an id of its own")

    def _refuse_strangers(self) -> None:
        """Every listing that an acknowledgement or an advisory names must exist."""
        for number, accept in self._raw("accept"):
            self._known_listing(("accept", number, "listing"), accept.get("listing"))
        for number, advisory in self._raw("advisory"):
            applies = advisory.get("applies")
            named = applies.get("listing") if isinstance(applies, dict) else None
            path = ("advisory", number, "applies", "listing")
            if not isinstance(named, list):
                self._known_listing(path, named)
                continue
            for index, one in enumerate(named):
                self._known_listing((*path, index), one)

    def _known_listing(self, path: Path, named: object) -> None:
        """What is no id at all has been told already, and what cannot be read may hold the listing."""
        if isinstance(named, str) and _ID.fullmatch(named) and named not in self.numbers and not self._unread:
            self._wrong(path, f"there is no listing {shown(named)}", choice(named, self.numbers))

    def _raw(self, name: str) -> Iterator[tuple[int, dict[str, object]]]:
        raw = self._source.rest.get(name)
        tables = enumerate(raw if isinstance(raw, list) else ())
        return ((number, table) for number, table in tables if isinstance(table, dict))

    def _one(self, name: str, model: type[_Model]) -> _Model | None:
        raw = self._source.rest.get(name)
        return None if raw is None else self._table((name,), raw, model, relations.of_nothing)

    def _many(self, name: str, model: type[_Model], between_keys: _Relations) -> list[_Model]:
        """The tables of an array that are right."""
        raw = self._source.rest.get(name, [])
        if not isinstance(raw, list):
            self._wrong((name,), f"`{name}` must be a list, but is {shown(raw)}", f"[[{name}]], in double brackets")
            return []
        checked = (
            self._table((name, number), one, model, between_keys) for number, one in enumerate(raw) if one is not UNREAD
        )
        return [table for table in checked if table is not None]

    def _table(self, path: Path, raw: object, model: type[_Model], between_keys: _Relations) -> _Model | None:
        """The table if it is right in itself; all that is wrong with it is noted."""
        if not isinstance(raw, dict):
            says, expected = not_a_table(raw)
            self._wrong(path, f"`{path[0]}` {says}", expected)
            return None
        self.mistakes.at(path, between_keys(raw))
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            self.mistakes.at(path, troubles(error, model))
            return None
