"""`fix` and `review`: what changes `listings.toml`."""

import sys
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from monitor import formats, runner
from monitor.catalogue import Done, Loaded, Refused, edited, reread, rewrite, rewrite_within
from monitor.cli import wiring
from monitor.cli.findings import require_listings
from monitor.cli.naming import named
from monitor.cli.options import COULD_NOT_RUN, DONE, Output, complain
from monitor.cli.wiring import Common
from monitor.core.change import Change
from monitor.core.finding import Finding, State
from monitor.core.fixing import plan, suggested
from monitor.errors import OperatorError
from monitor.formats import Edit
from monitor.store import Location, opened_to_decide


def fix(common: Common, said: Sequence[str], *, apply: bool, reviewed: bool, environ: Mapping[str, str]) -> int:
    """What findings suggest, as a diff; written where that is wanted. 2 where not all that was named could be done."""
    now = wiring.clock(environ)()
    loaded = common.load()
    location = common.places().database
    situation = runner.standing(loaded, location, now)
    chosen = named(said, situation) if said else suggested(situation.standings)
    edits, left_out = _proposed(loaded, [each.finding for each in chosen if each.state is not State.RESOLVED])
    over = [each.finding.id for each in chosen if each.state is State.RESOLVED]
    left_out |= dict.fromkeys(over, "was resolved; there is nothing left to correct")
    if reviewed:
        days = _reviews({edit.change.listing for edit in edits}, now.date())
        outcomes = edited(loaded, days).outcomes
        edits += [Edit(each.change, each.before, None) for each in outcomes if isinstance(each, Done)]
    new = reread(loaded, edited(loaded, [edit.change for edit in edits]).data)
    if apply and edits:
        ids = {edit.change.listing for edit in edits} if reviewed else set[str]()
        _write(loaded, new, ids, location, now)
    diff = formats.diff(loaded.path, _text(loaded), _text(new))
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps(formats.edits_document(edits, left_out, diff, applied=apply and bool(edits))))
    else:
        sys.stdout.write(formats.safe(diff, newlines=True) if sys.stdout.isatty() else diff)
    for finding, why in left_out.items():
        complain(f"left out: {finding} {why}")
    if edits or not left_out:
        complain(_told(loaded, len(edits), applied=apply))
    return COULD_NOT_RUN if said and left_out else DONE


def review(common: Common, ids: Sequence[str], *, environ: Mapping[str, str]) -> None:
    """These listings were confirmed by a person today."""
    now = wiring.clock(environ)()
    loaded = common.load()
    require_listings(loaded, ids)
    result = edited(loaded, _reviews(dict.fromkeys(ids), now.date()))
    for outcome in result.outcomes:
        if isinstance(outcome, Refused):
            raise OperatorError(f"{outcome.change.listing}: {_by_hand(loaded, outcome)}")
    _write(loaded, reread(loaded, result.data), set(ids), common.places().database, now)
    if common.output == Output.JSON:
        sys.stdout.write(formats.dumps({"reviewed": now.date().isoformat(), "listings": [*dict.fromkeys(ids)]}))
        return
    for listing in dict.fromkeys(ids):
        print(f"reviewed {now.date()}: {formats.safe(listing)}")  # noqa: T201


def _proposed(loaded: Loaded, findings: Sequence[Finding]) -> tuple[list[Edit], dict[str, str]]:
    """The edits that *findings* suggest and that can be made together; and why others cannot, by finding."""
    planned = plan(findings, loaded.catalogue)
    edits, left_out = [], {each.finding.id: each.why for each in planned.left_out}
    outcomes = edited(loaded, [fix.change for fix in planned.fixes]).outcomes
    for each, outcome in zip(planned.fixes, outcomes, strict=True):
        match outcome:
            case Done(before=before) if before == each.change.value:
                left_out[each.finding.id] = "suggests what the catalogue says already"
            case Done(before=before):
                edits.append(Edit(each.change, before, each.finding.id))
            case Refused():
                left_out[each.finding.id] = _by_hand(loaded, outcome)
    return edits, left_out


def _reviews(listings: Collection[str], today: date) -> list[Change]:
    return [Change(listing, "reviewed", today) for listing in listings]


def _write(loaded: Loaded, new: Loaded, reviewed: Collection[str], location: Location, now: datetime) -> None:
    """Write the file and, for what was *reviewed*, the database: both or neither."""
    if not reviewed or not location.exists():
        rewrite(loaded, new)
        return
    listings = [listing for listing in new.catalogue.listings if listing.id in reviewed]
    with opened_to_decide(location) as store:
        rewrite_within(store.reviewing(listings, now), loaded, new)


def _by_hand(loaded: Loaded, refused: Refused) -> str:
    line = loaded.line(refused.change.listing, refused.change.key)
    where = f"line {line}, " if line else ""
    return f"cannot be written: {refused.why}; edit {where}`{refused.change.key}` by hand"


def _told(loaded: Loaded, edits: int, *, applied: bool) -> str:
    count = f"{edits} edit{'' if edits == 1 else 's'}"
    if not edits:
        return "there is nothing to write: no open finding suggests a change that can be made"
    return f"{count} written to {loaded.path}" if applied else f"{count} proposed, nothing written: add --apply"


def _text(loaded: Loaded) -> str:
    return loaded.outline.data.decode("utf-8")
