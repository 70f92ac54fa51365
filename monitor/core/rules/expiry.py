"""Statements that a date has overtaken, or soon will: prices that end or begin, deadlines that pass."""

from collections.abc import Iterator
from datetime import date

from monitor.core.claims import Claim, claims, fee_name, price
from monitor.core.finding import Evidence, Finding, Rule, Suggestion
from monitor.core.listing import Deadline, Fee, Listing, Severity
from monitor.core.rules.scene import Scene
from monitor.core.wording import away, day


def claim_expired(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """A date in the claim has passed (an error), or will within `AHEAD` (a note). The last day itself still counts.

    Removal is suggested only where the listing already says what holds instead; otherwise a person has to look it up,
    and until then the old statement is the only trace of it.
    """
    if not any(fee.until or fee.start for fee in listing.fees) and not any(d.date for d in listing.deadlines):
        return
    by_key = {claim.key: claim for claim in claims(listing)}
    for index, fee in enumerate(listing.fees):
        claim = by_key[f"fees[{index}]"]
        if fee.until is not None and fee.until < scene.today:
            yield _ended_price(listing, scene, claim, fee)
        elif fee.until is not None and scene.is_near(fee.until):
            yield _ending_price(listing, scene, claim, fee)
        elif fee.start is not None and fee.start > scene.today and scene.is_near(fee.start):
            if _follows_what_ends(listing, scene, fee):
                continue  # one change of a price is told once, with the price that ends
            yield _beginning_price(listing, scene, claim, fee)
    for index, deadline in enumerate(listing.deadlines):
        claim = by_key[f"deadlines[{index}]"]
        if deadline.date is not None and deadline.date < scene.today:
            yield _past_deadline(listing, scene, claim, deadline)
        elif deadline.date is not None and scene.is_near(deadline.date):
            yield _near_deadline(listing, scene, claim, deadline)


def _ending_price(listing: Listing, scene: Scene, claim: Claim, fee: Fee) -> Finding:
    assert fee.until is not None
    following = next(
        (f for f in listing.fees if _same(f, fee) and f.start is not None and f.start > fee.until),
        None,
    )
    then = (
        f"{price(following)} applies from {day(following.start)}; remove this price then."
        if following is not None and following.start is not None
        else "look up what holds afterwards and write it down."
    )
    return _ahead(
        listing, scene, claim, fee.until, f"ends on {day(fee.until)},", then,
        quote=f"{fee_name(fee)}: {price(fee)} until {day(fee.until)}", expected=price(fee),
    )  # fmt: skip


def _beginning_price(listing: Listing, scene: Scene, claim: Claim, fee: Fee) -> Finding:
    assert fee.start is not None
    return _ahead(
        listing, scene, claim, fee.start, f"begins on {day(fee.start)},", "see that it still holds.",
        quote=f"{fee_name(fee)}: {price(fee)} from {day(fee.start)}", expected=price(fee),
    )  # fmt: skip


def _near_deadline(listing: Listing, scene: Scene, claim: Claim, deadline: Deadline) -> Finding:
    assert deadline.date is not None
    return _ahead(
        listing, scene, claim, deadline.date, "passes", "see that it still holds, and look up the next date.",
        quote=f"{deadline.what}: {day(deadline.date)}", expected=day(deadline.date),
    )  # fmt: skip


def _ahead(
    listing: Listing, scene: Scene, claim: Claim, on: date, happens: str, then: str, *, quote: str, expected: str
) -> Finding:
    """A note before the day; from the day after on, the same finding is an error with other evidence."""
    return scene.finding(
        Rule.CLAIM_EXPIRED,
        listing,
        claim.id,
        Severity.NOTE,
        f"{listing.name}: {claim.words} {happens} {away((on - scene.today).days)}: {then}",
        key=claim.key,
        evidence=Evidence(quote=quote, expected=expected, found=f"to come on {day(on)}"),
    )


def _follows_what_ends(listing: Listing, scene: Scene, fee: Fee) -> bool:
    """Whether a price of the same thing ends shortly before *fee* begins, and is told of."""
    return any(
        _same(other, fee) and other.until is not None and scene.is_near(other.until) and other.until < fee.start
        for other in listing.fees
        if fee.start is not None
    )


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
