"""The headline: what a maintainer must know if nothing else is read."""

from monitor.core.finding import Coverage, PassSummary, Situation
from monitor.core.listing import Severity
from monitor.report import plain
from monitor.report.model import Verdict

ENOUGH_PERCENT = 90  # of the links, or of the due ones in a pass; below it, silence proves little
CHECK = "monitor check"


def verdict(situation: Situation) -> Verdict:
    """The headline of a situation: first what makes the rest incomplete, else what stands in it."""
    counts = statements(situation)
    coverage, last = situation.coverage, situation.last_pass
    if last and last.offline and last.looked:
        return Verdict(
            headline="The network of this machine failed during the last check: "
            f"{plain.number(last.looked)} of {plain.counted(last.links, 'link was', 'links were')} judged.",
            detail=f"What was known before of the others still stands. {counts}.",
            command=CHECK,
            tone="alarm",
        )
    if situation.offline or (last and last.offline):
        return Verdict(
            headline="This machine was offline at the last check: nothing about links was judged.",
            detail=f"What was known before still stands. {counts}.",
            command=CHECK,
            tone="alarm",
        )
    if last is not None and (broken := _broken(last)):
        return Verdict(headline=broken, detail=f"{counts}; {links(coverage)}.", command=CHECK, tone="alarm")
    if last is None and coverage.never == coverage.links and coverage.links:
        return Verdict(
            headline="Nothing has been checked yet: nobody has looked at any link.",
            detail=f"From the catalogue alone: {_lower(counts)}.",
            command=CHECK,
            tone="alarm",
        )
    if 100 * coverage.verified < ENOUGH_PERCENT * coverage.links:
        share = 100 * coverage.verified // coverage.links
        return Verdict(
            headline=f"Only {plain.number(coverage.verified)} of {plain.counted(coverage.links, 'link', 'links')} "
            f"({share} %) could be verified: silence about the others proves nothing.",
            detail=f"{counts}.",
            command=None,
            tone="alarm",
        )
    return Verdict(headline=f"{counts}; {links(coverage)}.", detail=None, command=None, tone="plain")


def statements(situation: Situation) -> str:
    """How many open findings ask for a correction, and how many for a look; without a full stop."""
    errors, warnings = situation.open(Severity.ERROR), situation.open(Severity.WARNING)
    correct = f"{plain.counted(errors, 'statement needs', 'statements need')} correcting"
    look = "deserves a look" if warnings == 1 else "deserve a look"
    if errors and warnings:
        return f"{correct}, {plain.number(warnings)} {look}"
    if errors:
        return correct
    if warnings:
        return f"Nothing needs correcting, {plain.counted(warnings, 'statement', 'statements')} {look}"
    return "Nothing needs correcting"


def links(coverage: Coverage) -> str:
    """How many links could be verified; without a full stop."""
    if not coverage.links:
        return "the catalogue has no link to verify"
    if coverage.verified == coverage.links:
        return (
            "the only link could be verified"
            if coverage.links == 1
            else (f"all {plain.number(coverage.links)} links could be verified")
        )
    return f"{plain.number(coverage.verified)} of {plain.counted(coverage.links, 'link', 'links')} could be verified"


def _broken(last: PassSummary) -> str | None:
    """What keeps the last pass from standing for the whole, None when nothing does."""
    looked = f"{plain.number(last.looked)} of {plain.counted(last.links, 'link', 'links')} were looked at"
    if last.spared:
        looked += f" and {plain.number(last.spared)} left alone, because their hosts asked us to wait"
    if last.interrupted:
        return f"The last pass was interrupted: {looked}."
    if last.finished_at is None:
        return f"The last pass has not ended: {looked} so far."
    if 100 * last.looked < ENOUGH_PERCENT * last.links:
        return f"The last pass fell short: only {looked}."
    return None


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
