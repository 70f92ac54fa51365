"""Who is who: whether two names are those of one institution, by their words and by what the catalogue knows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monitor.core import urls
from monitor.core.listing import Institution
from monitor.core.wording import slug, vocabulary

_CONNECTORS = frozenset({"a", "and", "at", "for", "in", "of", "on", "the"})
_SCHOOL = frozenset({"college", "faculty", "medicine", "school"})
_HOSPITAL = frozenset(
    {"center", "centre", "clinic", "clinics", "health", "healthcare", "hospital", "hospitals", "institute", "system"}
)
_UNIVERSITY = frozenset({"university", "univ"})
_NOUNS = _SCHOOL | _HOSPITAL | _UNIVERSITY

# Words of what a programme is; alone they name none.
PROGRAM_WORDS = vocabulary(
    "application audition auditions clerkship clerkships clinical course elective electives experience experiences "
    "externship externships global graduate graduates health img imgs international internship internships medical "
    "medicine observer observers observership observerships office opportunities opportunity physician physicians "
    "postgraduate preceptorship preceptorships program programme programmes programs research rotation rotations "
    "scholar scholars student students sub subinternship subinternships training u s us usce visiting visitor visitors"
)
_GENERIC = _NOUNS | _CONNECTORS | PROGRAM_WORDS | {"department", "division", "systems", "medical"}

# Names that many institutions bear: with these alone, only the same full name in the same city is the same.
_DEDICATIONS = vocabulary(
    "america american baptist children childrens city community county family general good heart holy lutheran "
    "memorial mercy methodist national north northern east eastern west western south southern presbyterian "
    "providence regional sacred saint samaritan state trinity united veterans"
)
# The states of the U.S. and its largest cities; those that the catalogue names come on top.
_PLACES = vocabulary(
    "alabama alaska arizona arkansas california carolina colorado columbia connecticut dakota delaware district "
    "florida georgia hampshire hawaii idaho illinois indiana iowa island jersey kansas kentucky louisiana maine "
    "maryland massachusetts mexico michigan minnesota mississippi missouri montana nebraska nevada new ohio oklahoma "
    "oregon pennsylvania rhode tennessee texas utah vermont virginia washington wisconsin wyoming york "
    "atlanta austin baltimore boston brooklyn chicago cleveland dallas denver detroit houston los angeles miami "
    "philadelphia phoenix pittsburgh san diego francisco antonio seattle louis dc"
)
_COMMON = _DEDICATIONS | _PLACES
_SPELLINGS = {"st": "saint", "mt": "mount", "centre": "center", "science": "sciences", "univ": "university"}
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_NAMED_FACULTY = re.compile(r"^(?P<base>.*\buniversity\b.*)-(?P<donor>[a-z]+)-(school|college)-of-medicine$")


class Form(StrEnum):
    """What kind of house a name announces."""

    UNIVERSITY_OF = "university of X"
    UNIVERSITY = "X university"
    SCHOOL = "X school"
    HOSPITAL = "X hospital"
    BARE = "X"


@dataclass(frozen=True, slots=True)
class Naming:
    """One name: its slug, the words that tell it apart (in order), and the kind of house."""

    plain: str
    core: tuple[str, ...]
    form: Form
    rare: frozenset[str]  # the words of the core that are no place's and no dedication's

    @property
    def distinctive(self) -> bool:
        """Whether few other institutions can bear this name."""
        return bool(self.rare)


class Likeness(StrEnum):
    """How sure it is that two names are those of one institution; `weight` counts in the sum of signs."""

    REGISTERED = "same institution in the catalogue"
    SAME = "same name of the institution"
    ALIKE = "name of the institution differs in its form only"
    SIMILAR = "names of the institution share a rare word"
    COMMON = "same name, but one that many bear"
    NONE = "names of the institution have nothing in common"
    OTHER = "different institutions in the catalogue"

    @property
    def weight(self) -> int:
        return _WEIGHTS[self]


_WEIGHTS = {
    Likeness.REGISTERED: 4,
    Likeness.SAME: 4,
    Likeness.ALIKE: 3,
    Likeness.SIMILAR: 1,
    Likeness.COMMON: 2,
    Likeness.NONE: -2,
    Likeness.OTHER: -9,
}


@dataclass(frozen=True, slots=True)
class Identity:
    """All that a listing's name of its institution says: the houses it names, letters that stand for it, entries."""

    parts: tuple[Naming, ...]
    bases: tuple[Naming, ...] = ()  # "University of Chicago" for "University of Chicago Pritzker School of Medicine"
    acronyms: frozenset[str] = frozenset()
    entries: frozenset[int] = frozenset()  # positions in the catalogue's institutions

    @property
    def keys(self) -> frozenset[str]:
        """What any name of the same institution shares with this one."""
        cores = {"-".join(naming.core) or naming.plain for naming in (*self.parts, *self.bases)}
        return frozenset(cores | self.acronyms | {f"[{entry}]" for entry in self.entries})


class Registry:
    """The catalogue's institutions, found by name and by host."""

    def __init__(self, institutions: Iterable[Institution], places: Iterable[str]) -> None:
        self.institutions = tuple(institutions)
        self._places = frozenset(word for place in places for word in slug(place).split("-"))
        self._by_name: dict[str, set[int]] = {}
        self._by_core: dict[tuple[tuple[str, ...], Form], set[int]] = {}
        self._by_host: dict[str, set[int]] = {}
        self._known: dict[str, Identity] = {}
        for position, institution in enumerate(self.institutions):
            for name in (institution.name, *institution.aliases):
                whole = naming(name, self._places)
                self._by_name.setdefault(whole.plain, set()).add(position)
                if whole.core and (whole.distinctive or whole.form in {Form.UNIVERSITY, Form.UNIVERSITY_OF}):
                    self._by_core.setdefault((whole.core, whole.form), set()).add(position)
            for host in institution.hosts:
                self._by_host.setdefault(host.strip().lower().strip("."), set()).add(position)

    def identity(self, name: str) -> Identity:
        """Whom *name* names; remembered, a catalogue repeats its names."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._identify(name)
        return found

    def owners(self, hostname: str) -> tuple[Institution, ...]:
        """The institutions to which the nearest registered suffix of a host name belongs."""
        return tuple(self.institutions[i] for i in sorted(self.owner_positions(hostname)))

    def owner_positions(self, hostname: str) -> frozenset[int]:
        """The positions of the `owners` of a host name."""
        labels = hostname.split(".")
        for start in range(len(labels)):
            found = self._by_host.get(".".join(labels[start:]))
            if found:
                return frozenset(found)
        return frozenset()

    def by_name(self, name: str) -> frozenset[int]:
        """The entries of which *name* is the name or an alias, to the letter (but for case and punctuation)."""
        return frozenset(self._by_name.get(naming(name, self._places).plain, ()))

    def _identify(self, name: str) -> Identity:
        whole = naming(name, self._places)
        acronyms, parts = _parts(name, self._places)
        bases = tuple(base for part in parts if (base := _base(part, self._places)))
        entries = self._by_name.get(whole.plain) or set[int]().union(
            *(
                self._by_name.get(part.plain, set()) or self._by_core.get((part.core, part.form), set())
                for part in parts
            )
        )
        return Identity(parts, bases, acronyms, frozenset(entries))


def naming(name: str, places: frozenset[str]) -> Naming:
    """The words of one name; *places* are words that stand for where a house is, not for which."""
    words = [_SPELLINGS.get(word, word) for word in slug(name).split("-") if word != "the"]
    plain = "-".join(words)
    core = tuple(word for word in words if word not in _GENERIC)
    return Naming(plain, core, _form(words), frozenset(w for w in core if w not in places and len(w) > 1) - _COMMON)


def likeness(one: Identity, two: Identity, *, same_city: bool) -> Likeness:
    """Whether two names are those of one institution; the catalogue's own word goes before the likeness of letters."""
    if one.entries and two.entries:
        return Likeness.REGISTERED if one.entries & two.entries else Likeness.OTHER
    if len(one.parts) > 1 and len(two.parts) > 1:
        cores_one, cores_two = ({part.core for part in it.parts} for it in (one, two))
        if not (cores_one <= cores_two or cores_two <= cores_one):
            return Likeness.NONE  # two hospitals of one university
    found = {_alike(a, b, same_city=same_city) for a in one.parts for b in two.parts}
    found |= {_alike(a, b, same_city=same_city) for a in one.bases for b in two.parts}
    found |= {_alike(a, b, same_city=same_city) for a in one.parts for b in two.bases}
    if _stands_for(one, two) or _stands_for(two, one):
        found.add(Likeness.ALIKE)
    return max(found, key=lambda likeness: likeness.weight, default=Likeness.NONE)


def _alike(a: Naming, b: Naming, *, same_city: bool) -> Likeness:
    if not a.core or not b.core:
        return Likeness.SAME if a.plain == b.plain else Likeness.NONE
    if a.core == b.core:
        if a.form is b.form:
            if a.distinctive or a.form in {Form.UNIVERSITY, Form.UNIVERSITY_OF}:
                return Likeness.SAME
            if a.plain == b.plain:
                many = a.form is not Form.BARE and _DEDICATIONS.issuperset(a.core)
                return Likeness.COMMON if many and not same_city else Likeness.SAME
            return Likeness.NONE
        forms = {a.form, b.form}
        kin = Form.BARE in forms or (forms == {Form.UNIVERSITY, Form.SCHOOL} and not (_treats(a) or _treats(b)))
        return Likeness.ALIKE if kin and a.distinctive else Likeness.NONE
    return Likeness.SIMILAR if any(len(word) > 3 for word in a.rare & b.rare) else Likeness.NONE


def _treats(it: Naming) -> bool:
    """Whether a name is that of a hospital too: Baylor University Medical Center is not Baylor College of Medicine."""
    return not _HOSPITAL.isdisjoint(it.plain.split("-"))


def _stands_for(one: Identity, two: Identity) -> bool:
    """Whether the letters that are all of *one*'s name are said by *two* to be its own: "UAB"."""
    return len(one.parts) == 1 and one.parts[0].plain in two.acronyms


def _form(words: list[str]) -> Form:
    if "university" in words:
        after = words.index("university") + 1
        named = words[after : after + 2]
        if len(named) == 2 and named[0] == "of" and named[1] not in _GENERIC:
            return Form.UNIVERSITY_OF
        return Form.UNIVERSITY
    if not _SCHOOL.isdisjoint(words):
        return Form.SCHOOL
    return Form.HOSPITAL if not _HOSPITAL.isdisjoint(words) else Form.BARE


def _parts(name: str, places: frozenset[str]) -> tuple[frozenset[str], tuple[Naming, ...]]:
    """The letters in parentheses, and the houses that a name puts side by side ("University of Miami, Jackson …")."""
    acronyms, extra = set(), []
    for inner in _PARENTHESES.findall(name):
        if inner.isupper() and " " not in inner.strip():
            acronyms.add(slug(inner))
        elif inner.strip():
            extra.append(inner)
    bare = _PARENTHESES.sub(" ", name)
    pieces = [piece for piece in re.split(r"\s*[/;|]\s*|\s*,\s+", bare) if piece.strip()]
    houses = [piece for piece in pieces if not _NOUNS.isdisjoint(slug(piece).split("-"))]
    chosen = houses if len(houses) == len(pieces) else [bare]  # "University of California, San Francisco" is one house
    parts = tuple(dict.fromkeys(naming(piece, places) for piece in (*chosen, *extra)))
    return frozenset(acronyms), tuple(part for part in parts if part.plain)


def _base(part: Naming, places: frozenset[str]) -> Naming | None:
    """The university of a medical school that bears a donor's name."""
    found = _NAMED_FACULTY.match(part.plain)
    if found is None or found["donor"] in _GENERIC | _COMMON | places:
        return None
    base = naming(found["base"], places)
    return base if base.core else None


def site_label(url: str) -> str:
    """The first label of the registrable domain: "uab" of "www.uab.edu"."""
    return urls.site(urls.name(url)).partition(".")[0]
