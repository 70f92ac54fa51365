"""Facts of two versions of a page → the facts that changed: another value under the same label, came, or went.

What only moved is no change, and neither is an address that a firewall hides in one version and not in the other.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from monitor.core.fact import DateFact, Email, Facts, Money, Phone, Score
from monitor.core.wording import day, money, number, slug

MAX_CHANGED = 200


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that changed, in words. `before` None: it came; `after` None: it went."""

    kind: str  # "money", "score", "email", "phone", "date"
    label: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class _Stated:
    """A fact as two versions are compared: what it is about, and its value in words."""

    kind: str
    about: Hashable
    label: str | None
    value: str


def changed_facts(before: Facts, after: Facts) -> tuple[ChangedFact, ...]:
    """What *after* states otherwise than *before*: first what has another value, then what went, then what came."""
    one, two = list(_stated(before)), list(_stated(after))
    gone, new = _lacking(one, two), _lacking(two, one)
    if any(email.hidden for facts in (before, after) for email in facts.emails):
        gone, new = ([each for each in side if each.kind != "email"] for side in (gone, new))
    changed, went, came = [], [], list(new)
    for was in gone:
        now = _successor(was, gone, came)
        if now is None:
            went.append(ChangedFact(was.kind, was.label, was.value, None))
        else:
            came.remove(now)
            changed.append(ChangedFact(was.kind, was.label, was.value, now.value))
    arrived = (ChangedFact(each.kind, each.label, None, each.value) for each in came)
    return (*changed, *went, *arrived)[:MAX_CHANGED]


def _successor(was: _Stated, gone: Sequence[_Stated], came: Sequence[_Stated]) -> _Stated | None:
    """What took the place of a fact; without a label, only where one of the kind went and one came."""
    alike = [each for each in came if (each.kind, each.about) == (was.kind, was.about)]
    alone = len(alike) == 1 and sum(each.kind == was.kind for each in gone) == 1
    return alike[0] if alike and (was.about is not None or alone) else None


def _lacking(side: Sequence[_Stated], other: Iterable[_Stated]) -> list[_Stated]:
    """What one side states and the other does not, each once, wherever it stands."""
    known = {(each.kind, each.about, each.value) for each in other}
    lacking = {(each.kind, each.about, each.value): each for each in reversed(side)}
    return [each for key, each in reversed(lacking.items()) if key not in known][: 2 * MAX_CHANGED]


def _stated(facts: Facts) -> Iterator[_Stated]:
    yield from map(_money, facts.money)
    yield from map(_score, facts.scores)
    yield from (each for email in facts.emails if (each := _email(email)) is not None)
    yield from map(_phone, facts.phones)
    yield from (each for date in facts.dates if (each := _date(date)) is not None)


def _money(of: Money) -> _Stated:
    upto = f" to {money(of.upto, of.currency)}" if of.upto is not None else ""
    per = f" per {of.per}" if of.per else ""
    value = f"{money(of.amount, of.currency)}{upto}{per}" if of.amount else "free"
    about = (slug(of.label) or of.kind, of.per, of.audience)
    return _Stated("money", about, of.label or (of.kind.value if of.kind else None), value)


def _score(of: Score) -> _Stated:
    points = (
        *((f"at least {number(of.minimum)}",) if of.minimum is not None else ()),
        *((f"above {number(of.above)}",) if of.above is not None else ()),
        *((f"up to {number(of.upto)}",) if of.upto is not None else ()),
        *(f"{name} {number(least)}" for name, least in of.sections),
    )
    return _Stated("score", (of.exam, of.scale), of.exam, ", ".join((of.stance.replace("-", " "), *points)))


def _email(of: Email) -> _Stated | None:
    return _Stated("email", None, None, of.address) if of.address is not None else None


def _phone(of: Phone) -> _Stated:
    return _Stated("phone", None, "fax" if of.fax else None, of.words)


def _date(of: DateFact) -> _Stated | None:
    if of.date is None:
        return None
    return _Stated("date", (of.purpose, slug(of.label)), of.label or of.purpose.value, day(of.date))
