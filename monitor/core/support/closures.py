"""Which closure, if any, shuts this listing."""

import re
from collections.abc import Sequence
from datetime import date

from monitor.core.fact import Audience, Closing, Closure
from monitor.core.listing import Listing
from monitor.core.support.applies import about_another, is_for, kinds_named, names_another
from monitor.core.verdict import Reading, Shut
from monitor.core.wording import vocabulary

_YEAR = re.compile(r"\b20\d\d\b")
_OLD_AFTER = 1  # years; a suspension that names only earlier years may long be over
_ABROAD = re.compile(r"international|foreign|overseas|abroad|\b[if]mgs?\b|outside (?:of )?the u", re.IGNORECASE)
_FOR_GOOD = re.compile(
    r"discontinu|permanent|terminat|no longer|phased out|\bended\b|to an end|ceased|for good|stopped", re.IGNORECASE
)
_NOBODYS = vocabulary(
    """
    19 a able abroad admissions affairs accept accepting accepts accommodate accommodating all allopathic also an and
    any applicants applications are arent as at based be been being both campus can cannot cant capacity ceased
    center centre
    classes clerkship clerkships clinical closed college consider considering covid currently das de dean deans del
    department der des die discontinued do doctors does education doesnt dont due el elective electives ended enrolled
    estudiantes está estágios experience experiences external externship externships final for foreign
    foundation fourth from further future general global graduate graduates guest hands has have having health
    hospital hospitals host hosting hosts however imgs in institute institution international internship
    internships is isnt it its la las le learners les limited longer los m md medical medicine name never new no
    not note notice now o observation observer observers observership observerships of offer offered offering
    offers office on only onsite opportunities opportunity or os osteopathic our outside overseas pandemic participants
    paused per person physicians placements please policy position positions presently program programa
    programas programm programme programmes programs provide provides providing regret rotaciones rotation
    rotations s school schools senior shadowing short site sorry states sponsor sponsoring spots stage stages stopped
    student students sub such suspended system take takes taking temporarily term that the their therefore these
    this time to trainees training u unable unfortunately united university until us usa via visit visiting visitor
    visitors visits we which who will wir with work year you
    """
)

_MAX_BLOCKS = 2_000
_INVITES = r"(?:may apply|can apply|are (?:welcome|eligible|accepted|invited|encouraged)|should apply|must apply)"
_INVITATIONS = {
    Audience.INTERNATIONAL: re.compile(rf"international (?:\w+ ){{0,4}}{_INVITES}", re.IGNORECASE),
    Audience.GRADUATES: re.compile(rf"(?:graduates|imgs|physicians) (?:\w+ ){{0,4}}{_INVITES}", re.IGNORECASE),
    Audience.STUDENTS: re.compile(rf"(?<!us )(?<!u\.s\. )students (?:\w+ ){{0,4}}{_INVITES}", re.IGNORECASE),
}


def closure(listing: Listing, readings: Sequence[Reading], today: date) -> Shut | None:
    """The closure that shuts *listing* on *today*, the one without an end first; None where none certainly does."""
    shut = [Shut(each, reading.url) for reading in readings for each in reading.facts.closures]
    applying = [each for each in shut if _applies(each.closure, listing, readings, today)]
    return min(applying, key=lambda each: each.closure.until is not None, default=None)


def _applies(told: Closure, listing: Listing, readings: Sequence[Reading], today: date) -> bool:
    if told.until is not None and told.until < today:
        return False
    if _is_old(told, today) or not is_for(listing, told.audience):
        return False
    subject = told.subject or told.quote
    if about_another(listing, subject) or (not kinds_named(subject) and about_another(listing, told.place.heading)):
        return False
    if told.closing in {Closing.CLOSED, Closing.SUSPENDED} and names_another(listing, told.subject, _NOBODYS):
        return False
    if told.closing is Closing.NOT_ELIGIBLE:
        return not any(_invites(each, told.audience) or _has_another_way(each, told) for each in readings)
    return True


def _is_old(told: Closure, today: date) -> bool:
    """Whether the page speaks of years gone by, and not of an end for good."""
    years = [int(year) for year in _YEAR.findall(f"{told.place.heading} {told.quote}")]
    if not years or told.until is not None:
        return False
    heading_years = [int(year) for year in _YEAR.findall(told.place.heading)]
    if _FOR_GOOD.search(f"{told.quote} {told.subject}") and not heading_years:
        return False
    return max(years) < today.year - _OLD_AFTER


def _has_another_way(reading: Reading, told: Closure) -> bool:
    """Whether people from abroad, whom a sentence shuts out without naming them, have a part of the page or a link."""
    if Audience.INTERNATIONAL not in told.audience or _ABROAD.search(f"{told.subject} {told.quote}"):
        return False
    headings = (block.text for block in reading.blocks[:_MAX_BLOCKS] if block.heading)
    links = (link.text for link in reading.links[:_MAX_BLOCKS])
    return any(_ABROAD.search(text) for text in (*headings, *links))


def _invites(reading: Reading, audience: frozenset[Audience]) -> bool:
    """Whether another sentence of the page asks those to apply whom one shuts out: then it is about a part of them."""
    wanted = [_INVITATIONS[each] for each in sorted(audience & _INVITATIONS.keys())]
    return any(pattern.search(block.text) for pattern in wanted for block in reading.blocks[:_MAX_BLOCKS])
