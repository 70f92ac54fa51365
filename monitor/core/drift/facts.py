"""Facts that a page states otherwise than before: told before any other change, for these a reader acts on."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from monitor.core.fact import DateFact, Email, Facts, Money, Phone, Score


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that changed, came (`before` is None) or went (`after` is None); `label` is what it is about."""

    kind: str  # as the document names its list: "money", "date", "score", "email", "phone"
    label: str
    before: str | None
    after: str | None


_Value = tuple[Hashable, str, str]  # what pairs it, its label, its value in words


def changed_facts(before: Facts, after: Facts) -> tuple[FactChange, ...]:
    """What *after* states otherwise than *before*, kind by kind, in the order of the newer page.

    Facts are paired by kind and label, then in reading order; those that stand in both, wherever, are no change.
    """
    return tuple(
        change
        for kind, one, two in (
            ("money", map(_money, before.money), map(_money, after.money)),
            ("date", map(_date, before.dates), map(_date, after.dates)),
            ("score", map(_score, before.scores), map(_score, after.scores)),
            ("email", _emails(before.emails), _emails(after.emails)),
            ("phone", map(_phone, before.phones), map(_phone, after.phones)),
        )
        for change in _changed(kind, list(one), list(two))
    )


def _changed(kind: str, before: Sequence[_Value], after: Sequence[_Value]) -> Iterator[FactChange]:
    was, now = _by_label(before), _by_label(after)
    for label in dict.fromkeys((*now, *was)):
        gone, new = _apart(was.get(label, []), now.get(label, []))
        for one, two in zip_longest(gone, new):
            told = (two or one or ("", "", ""))[1]
            yield FactChange(kind, told, one and one[2], two and two[2])


def _by_label(values: Iterable[_Value]) -> dict[Hashable, list[_Value]]:
    found: dict[Hashable, list[_Value]] = defaultdict(list)
    for value in values:
        found[value[0]].append(value)
    return found


def _apart(one: Sequence[_Value], two: Sequence[_Value]) -> tuple[list[_Value], list[_Value]]:
    """Those that stand on one side only: a page may state a fact twice, and one copy more or fewer is no change."""
    ones, twos = {each[2] for each in one}, {each[2] for each in two}
    gone = {each[2]: each for each in one if each[2] not in twos}
    new = {each[2]: each for each in two if each[2] not in ones}
    return list(gone.values()), list(new.values())


def _money(fact: Money) -> _Value:
    amount = f"{fact.amount} {fact.currency}" if fact.upto is None else f"{fact.amount}–{fact.upto} {fact.currency}"
    value = f"{amount} per {fact.per}" if fact.per else amount
    label = fact.label or (fact.kind.value if fact.kind else "")
    return (fact.kind or label.casefold(), fact.audience), label, value


def _date(fact: DateFact) -> _Value:
    value = fact.date.isoformat() if fact.date else f"--{fact.month or 0:02}-{fact.day or 0:02}"
    return (fact.purpose, fact.label.casefold()), fact.label or fact.purpose.value, value


def _score(fact: Score) -> _Value:
    asked = [fact.stance.value]
    asked += [f"at least {fact.minimum}"] if fact.minimum is not None else []
    asked += [f"above {fact.above}"] if fact.above is not None else []
    asked += [f"up to {fact.upto}"] if fact.upto is not None else []
    asked += [f"{section} {score}" for section, score in fact.sections]
    asked += [f"on {fact.scale}"] if fact.scale else []
    return fact.exam, fact.exam, ", ".join(asked)


def _emails(facts: Iterable[Email]) -> Iterator[_Value]:
    """Addresses that can be seen; a page that hides one tells nothing."""
    return (("", "", fact.address) for fact in facts if fact.address is not None)


def _phone(fact: Phone) -> _Value:
    label = "fax" if fact.fax else ""
    return label, label, f"+{fact.digits} ext. {fact.extension}" if fact.extension else f"+{fact.digits}"
