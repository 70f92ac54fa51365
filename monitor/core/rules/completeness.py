"""What a listing leaves out: a recent review, a way to reach the programme, the cost, a unit, a score."""

import re
from collections.abc import Iterator
from datetime import timedelta

from monitor.core.claims import Claim, claims, fee_words, requirement_words
from monitor.core.finding import Evidence, Finding, Rule
from monitor.core.listing import Fee, FeeKind, Level, Listing, Requirement, Severity
from monitor.core.rules.scene import Scene, sentence
from monitor.core.wording import day, slug

# Where a reviewer lives it may be tomorrow already.
_AHEAD_OF_UTC = timedelta(days=1)

# Only what is paid for time spent has a unit; an application is paid once, and what an "other" fee buys is unknown.
_PAID_BY_TIME = frozenset({FeeKind.TUITION, FeeKind.HOUSING})
_NAMES_A_UNIT = re.compile(
    r"\b(day|daily|week|weekly|month|monthly|year|annual|annually|semester|term|quarter|block|rotation|elective|"
    r"clerkship|observership|course|stay|hour|once|one-time|flat|total|whole|entire)s?\b",
    re.IGNORECASE,
)

# Tests of English: they are reported as numbers, and each programme sets its own bar. Licensing steps are passed or not
# (Step 1 has no number since 2022), certificates are held or not.
_SCORED_EXAMS = frozenset(
    {"toefl", "ielts", "pte", "det", "duolingo", "oet", "toeic", "itep", "melab", "michigan-english-test"}
)
_SPEAKS_OF_SCORE = re.compile(r"\d|\b(minimum|score|grade|band|points|level)\b", re.IGNORECASE)


def listing_stale(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """Reviewed longer ago than `review_after`, or never, or on a day that is still to come."""
    limit = scene.catalogue.settings.review_after
    reviewed, span = listing.reviewed, _span(limit)
    if reviewed is None:
        message = f"Nobody has reviewed {listing.name} yet: confirm it and set `reviewed` to the day."
        found = "never reviewed"
    elif reviewed - scene.today > _AHEAD_OF_UTC:
        message = (
            f"{listing.name} says that it was reviewed on {day(reviewed)}, which is still to come: "
            "write the day of the last review."
        )
        found = reviewed.isoformat()
    elif scene.today - reviewed > limit:
        days = (scene.today - reviewed).days
        message = (
            f"{listing.name} was last reviewed on {day(reviewed)}, {days} days ago: "
            "confirm it and set `reviewed` to the day."
        )
        found = reviewed.isoformat()
    else:
        return
    yield scene.finding(
        Rule.LISTING_STALE,
        listing,
        "reviewed",
        Severity.WARNING,
        message,
        key="reviewed" if reviewed else "",
        evidence=Evidence(expected=f"a review within {span}", found=found),
    )


def listing_unreachable(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """No URL, no e-mail, no phone."""
    if listing.links or _addresses(listing):
        return
    named = [contact.name for contact in listing.contacts if contact.name]
    only = f" (only the name {named[0]})" if named else ""
    yield scene.finding(
        Rule.LISTING_UNREACHABLE,
        listing,
        "listing",
        Severity.WARNING,
        f"{listing.name} gives no link, no e-mail address and no phone number{only}: find one or remove the listing.",
        evidence=Evidence(expected="a link, an e-mail address or a phone number", found="none"),
    )


def link_missing(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """No URL, but an e-mail or a phone; without those it is `listing-unreachable`."""
    addresses = _addresses(listing)
    if listing.links or not addresses:
        return
    yield scene.finding(
        Rule.LINK_MISSING,
        listing,
        "links",
        Severity.WARNING,
        f"{listing.name} has no link, so nothing it says can be checked: find the programme's page "
        f"or ask {addresses[0]} for it.",
        evidence=Evidence(expected="a link", found=", ".join(addresses)),
    )


def listing_incomplete(listing: Listing, scene: Scene) -> Iterator[Finding]:
    """Cost unknown, unit of a price missing, requirement without a score: a finding for each missing thing."""
    if not listing.fees:
        yield scene.finding(
            Rule.LISTING_INCOMPLETE,
            listing,
            "cost",
            Severity.NOTE,
            f"{listing.name} does not say what it costs: add its fees, or an amount of 0 if it is free.",
            evidence=Evidence(expected="a fee", found="none"),
        )
    if not listing.fees and not listing.requirements:
        return
    by_key = {claim.key: claim for claim in claims(listing)}
    for index, fee in enumerate(listing.fees):
        if _lacks_unit(fee):
            yield _without_unit(listing, scene, by_key[f"fees[{index}]"], fee)
    for index, requirement in enumerate(listing.requirements):
        if _lacks_score(requirement, listing):
            yield _without_score(listing, scene, by_key[f"requirements[{index}]"], requirement)


def _without_unit(listing: Listing, scene: Scene, claim: Claim, fee: Fee) -> Finding:
    return scene.finding(
        Rule.LISTING_INCOMPLETE,
        listing,
        claim.id,
        Severity.NOTE,
        f"{listing.name} gives {fee_words(fee)} without a unit: add `per`, such as week, month or elective.",
        key=claim.key,
        evidence=Evidence(expected="per", found=fee_words(fee)),
    )


def _without_score(listing: Listing, scene: Scene, claim: Claim, requirement: Requirement) -> Finding:
    return scene.finding(
        Rule.LISTING_INCOMPLETE,
        listing,
        claim.id,
        Severity.NOTE,
        f"{listing.name} asks for {requirement.exam} but not how many points: add `minimum` or `above`.",
        key=claim.key,
        evidence=Evidence(expected="minimum or above", found=sentence(requirement_words(requirement))),
    )


def _lacks_unit(fee: Fee) -> bool:
    if fee.kind not in _PAID_BY_TIME or fee.per or not fee.amount:
        return False
    return not _NAMES_A_UNIT.search(fee.note or "")


def _lacks_score(requirement: Requirement, listing: Listing) -> bool:
    """A wish needs no score; nor does an alternative to a test of English that states one."""
    if requirement.scored or requirement.level is Level.PREFERRED or not _is_test_of_english(requirement):
        return False
    if _SPEAKS_OF_SCORE.search(requirement.note or ""):
        return False
    same = slug(requirement.exam)
    return not any(
        other.scored
        and _is_test_of_english(other)
        and (slug(other.exam) == same or (requirement.any_of is not None and other.any_of == requirement.any_of))
        for other in listing.requirements
    )


def _is_test_of_english(requirement: Requirement) -> bool:
    exam = slug(requirement.exam)
    return any(exam == test or exam.startswith(f"{test}-") for test in _SCORED_EXAMS)


def _addresses(listing: Listing) -> list[str]:
    return [address for contact in listing.contacts for address in (contact.email, contact.phone) if address]


def _span(limit: timedelta) -> str:
    return f"{limit.days} day{'s' if limit.days != 1 else ''}" if limit >= timedelta(days=1) else str(limit)
