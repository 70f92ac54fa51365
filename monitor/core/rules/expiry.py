"""Statements that a date has overtaken: prices that have ended, deadlines that have passed."""

from collections.abc import Iterator

from monitor.core.claims import Claim, claims, fee_name, price
from monitor.core.finding import Evidence, Finding, Rule, Suggestion
from monitor.core.listing import Deadline, Fee, Listing, Severity
from monitor.core.rules.scene import Scene
from monitor.core.wording import day


def claim_expired(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """A date in the claim has passed. The last day itself still counts as good.

    Removal is suggested only where the listing already says what holds instead; otherwise a person has to look it up,
    and until then the old statement is the only trace of it.
    """
    if not any(fee.until for fee in listing.fees) and not any(deadline.date for deadline in listing.deadlines):
        return
    by_key = {claim.key: claim for claim in claims(listing)}
    for index, fee in enumerate(listing.fees):
        if fee.until is not None and fee.until < scene.today:
            yield _ended_price(listing, scene, by_key[f"fees[{index}]"], fee)
    for index, deadline in enumerate(listing.deadlines):
        if deadline.date is not None and deadline.date < scene.today:
            yield _past_deadline(listing, scene, by_key[f"deadlines[{index}]"], deadline)


def _ended_price(listing: Listing, scene: Scene, claim: Claim, fee: Fee) -> Finding:
    assert fee.until is not None
    ended = f"{listing.name}: {claim.words} ended on {day(fee.until)}"
    successor = _successor(listing, scene, fee)
    if successor is not None:
        since = f" since {day(successor.start)}" if successor.start else " now"
        applies = f"{price(successor)} {'has applied' if successor.start else 'applies'}{since}"
        message, found = f"{ended}; {applies}: remove the old price.", price(successor)
    else:
        coming = min(
            (f.start for f in listing.fees if _same(f, fee) and f.start and f.start > scene.today), default=None
        )
        gap = f" and the next price holds only from {day(coming)}" if coming else ""
        message, found = f"{ended}{gap}: look up what holds today and write it down.", None
    return scene.finding(
        Rule.CLAIM_EXPIRED,
        listing,
        claim.id,
        Severity.ERROR,
        message,
        key=claim.key,
        evidence=Evidence(
            quote=f"{fee_name(fee)}: {price(fee)} until {day(fee.until)}", expected=price(fee), found=found
        ),
        suggestion=Suggestion(claim.key) if successor is not None else None,
    )


def _past_deadline(listing: Listing, scene: Scene, claim: Claim, deadline: Deadline) -> Finding:
    assert deadline.date is not None
    coming = min(
        (d.date for d in listing.deadlines if d.what == deadline.what and d.date and d.date >= scene.today),
        default=None,
    )
    passed = f"{listing.name}: {claim.words} has passed"
    message = (
        f"{passed} and the next one is {day(coming)}: remove the old date."
        if coming
        else f"{passed}: look up the next date and write it down."
    )
    return scene.finding(
        Rule.CLAIM_EXPIRED,
        listing,
        claim.id,
        Severity.ERROR,
        message,
        key=claim.key,
        evidence=Evidence(
            quote=f"{deadline.what}: {day(deadline.date)}",
            expected=day(deadline.date),
            found=day(coming) if coming else None,
        ),
        suggestion=Suggestion(claim.key) if coming else None,
    )


def _successor(listing: Listing, scene: Scene, ended: Fee) -> Fee | None:
    """The price of the same thing that covers today; one with the same note and currency is preferred."""
    covering = [
        fee
        for fee in listing.fees
        if _same(fee, ended)
        and (fee.start is None or fee.start <= scene.today)
        and (fee.until is None or fee.until >= scene.today)
    ]
    return min(
        covering,
        key=lambda fee: (fee.note != ended.note, fee.currency != ended.currency, fee.start is None),
        default=None,
    )


def _same(fee: Fee, other: Fee) -> bool:
    return (fee.kind, fee.per, fee.audience) == (other.kind, other.per, other.audience)
