"""The nouns of a draft: what a page states of a listing, each value with its words, the doubtful apart."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from monitor.core.fact import Closure
from monitor.core.listing import Contact, Deadline, Fee, Link, Listing, Requirement

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value that was read off a page. `quote`: the page's words, "" where none say it; `doubt`: why it is unsure."""

    value: Value
    quote: str = ""
    doubt: str = ""

    @property
    def sure(self) -> bool:
        """Whether it may stand in the catalogue until a person says otherwise."""
        return not self.doubt


@dataclass(frozen=True, slots=True)
class Draft:
    """A listing as one page states it, for a person to correct. `source`: the page's address, or the file's name."""

    id: str
    source: str
    institution: Found[str] | None = None
    program: Found[str] | None = None
    city: Found[str] | None = None
    state: Found[str] | None = None
    kinds: Found[tuple[str, ...]] | None = None
    audience: Found[str] | None = None
    links: tuple[Found[Link], ...] = ()
    fees: tuple[Found[Fee], ...] = ()
    requirements: tuple[Found[Requirement], ...] = ()
    contacts: tuple[Found[Contact], ...] = ()
    deadlines: tuple[Found[Deadline], ...] = ()
    closure: Closure | None = None

    @property
    def listing(self) -> Listing:
        """What of it is sure."""
        return self._of(lambda found: found.sure)

    @property
    def doubted(self) -> Listing:
        """What of it is in doubt, under the same id."""
        return self._of(lambda found: not found.sure)

    def _of(self, wanted: Callable[[Found[Any]], bool]) -> Listing:
        def one(found: Found[Value] | None) -> Value | None:
            return found.value if found is not None and wanted(found) else None

        def many(found: tuple[Found[Value], ...]) -> tuple[Value, ...]:
            return tuple(each.value for each in found if wanted(each))

        return Listing(
            id=self.id,
            institution=one(self.institution),
            program=one(self.program),
            city=one(self.city),
            state=one(self.state),
            kinds=one(self.kinds) or (),
            audience=one(self.audience),
            source=self.source,
            links=many(self.links),
            fees=many(self.fees),
            requirements=many(self.requirements),
            contacts=many(self.contacts),
            deadlines=many(self.deadlines),
        )
