"""Page → facts: what it states about money, scores, contacts, dates, spans and closures, each with its quote."""

from monitor.core.content import Page
from monitor.core.fact import Facts
from monitor.core.facts.closures import closures
from monitor.core.facts.dates import dates
from monitor.core.facts.durations import durations
from monitor.core.facts.emails import emails
from monitor.core.facts.money import money
from monitor.core.facts.notices import notices
from monitor.core.facts.people import people
from monitor.core.facts.phones import phones
from monitor.core.facts.scores import scores


def facts(page: Page) -> Facts:
    """Everything that *page* states. Never raises on any page."""
    return Facts(
        money=money(page),
        scores=scores(page),
        emails=emails(page),
        phones=phones(page),
        people=people(page),
        dates=dates(page),
        durations=durations(page),
        notices=notices(page),
        closures=closures(page),
    )
