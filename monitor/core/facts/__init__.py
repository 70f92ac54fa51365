"""Page → facts: what it states about money, scores, contacts, dates, spans and closures, each with its quote."""

from monitor.core.content import Page
from monitor.core.fact import Facts
from monitor.core.facts.emails import emails
from monitor.core.facts.people import people
from monitor.core.facts.phones import phones


def facts(page: Page) -> Facts:
    """Everything that *page* states. Never raises on any page."""
    return Facts(emails=emails(page), phones=phones(page), people=people(page))
