"""What the numbers of the page rest on: coverage, the last pass, how often each rule spoke, what the words mean."""

from collections import Counter

from monitor.core.finding import PassSummary, Rule, Situation, State
from monitor.core.vocabulary import RULES
from monitor.report import plain, words
from monitor.report.model import Appendix, Count, Stamp, Term


def appendix(situation: Situation) -> Appendix:
    """The appendix of a situation."""
    return Appendix(
        coverage=_coverage(situation),
        last_pass=_last_pass(situation.last_pass),
        rules=_rules(situation),
        terms=tuple(Term(word, meaning) for word, meaning in words.GLOSSARY),
        catalogue=plain.plain(situation.catalogue, plain.NAME_CHARS),
    )


def _coverage(situation: Situation) -> tuple[Count, ...]:
    coverage = situation.coverage
    return tuple(
        Count(word, meaning, (plain.number(count),))
        for word, meaning, count in (
            ("listings", "in the catalogue", coverage.listings),
            ("links", "different addresses", coverage.links),
            ("verified", "alive, moved or gone at the last look", coverage.verified),
            ("blocked", "the site lets no automatic visitor read it", coverage.blocked),
            ("unknown", "no usable answer at the last look", coverage.unknown),
            ("never", "nobody has looked yet", coverage.never),
        )
    )


def _last_pass(last: PassSummary | None) -> tuple[Stamp, ...]:
    if last is None:
        return (Stamp("No pass is recorded.", None),)
    stamps = [Stamp("Began", plain.moment(last.started_at))]
    stamps.append(Stamp("ended", plain.moment(last.finished_at)) if last.finished_at else Stamp("has not ended", None))
    due = plain.counted(last.links, "link", "links")
    stamps.append(Stamp(f"{plain.number(last.looked)} of {due} looked at", None))
    if last.spared:
        stamps.append(Stamp(f"{plain.number(last.spared)} left alone, because their hosts asked us to wait", None))
    if last.interrupted:
        stamps.append(Stamp("interrupted", None))
    if last.offline:
        stamps.append(Stamp("this machine was offline", None))
    return tuple(stamps)


def _rules(situation: Situation) -> tuple[Count, ...]:
    """A line for each rule that has anything to say: open, waiting, decided."""
    counts: Counter[tuple[Rule, str]] = Counter()
    for standing in situation.standings:
        counts[standing.finding.rule, _column(standing.state)] += 1
    return tuple(
        Count(rule, RULES[rule].says, tuple(plain.number(counts[rule, column]) for column in _COLUMNS))
        for rule in Rule
        if any(counts[rule, column] for column in _COLUMNS)
    )


_COLUMNS = ("open", "pending", "decided")


def _column(state: State) -> str:
    match state:
        case State.OPEN | State.PENDING:
            return state.value
        case State.ACKNOWLEDGED | State.SNOOZED | State.ACCEPTED:
            return "decided"
        case State.RESOLVED:
            return "resolved"  # not in a column: what has ended has its own section
