"""Pages in a line of markup, and what is read off them."""

from datetime import date
from decimal import Decimal

from monitor.core.content import Page
from monitor.core.fact import Facts, Score
from monitor.core.facts.closures import closures
from monitor.core.facts.dates import dates
from monitor.core.facts.notices import notices
from monitor.core.facts.scores import scores
from monitor.core.page import read
from monitor.core.verdict import Reading

TODAY = date(2026, 11, 22)
URL = "https://a.example/electives"


def page_of(markup: str, language: str = "") -> Page:
    """A page; what begins with no tag is a paragraph."""
    body = markup if markup.startswith("<") else f"<p>{markup}</p>"
    return read(f'<html lang="{language}"><body>{body}'.encode(), "text/html; charset=utf-8", URL)


def reading_of(markup: str, url: str = URL) -> Reading:
    """A page of a listing, with its scores, dates and closures read."""
    page = page_of(markup)
    facts = Facts(scores=scores(page), dates=dates(page), notices=notices(page), closures=closures(page))
    return Reading(url, page.title, page.blocks, page.links, facts)


def said(score: Score) -> str:
    """A score in a line: "TOEFL required >= 100, speaking 26"."""
    told = [f"{score.exam} {score.stance}"]
    if score.minimum is not None:
        told.append(f">= {score.minimum}")
    if score.above is not None:
        told.append(f"> {score.above}")
    if score.upto is not None:
        told.append(f"<= {score.upto}")
    sections = [f"{name} {points}" for name, points in score.sections]
    return ", ".join([" ".join(told), *sections])


def points(value: str) -> Decimal:
    """Points of an exam."""
    return Decimal(value)
