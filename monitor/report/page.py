"""The view as one self-contained HTML page."""

import base64
import hashlib
from functools import cache

import jinja2
from markupsafe import Markup

from monitor.report.model import Report

_PAGE = "report.html.j2"
_STYLE = "report.css"


def render(report: Report) -> str:
    """The page as text. Everything is escaped; the browser is forbidden to run or fetch anything."""
    environment = _environment()
    style = _style()
    return environment.get_template(_PAGE).render(report=report, style=Markup(style), style_source=_source(style))  # noqa: S704 — our own file


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("monitor.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # the templates are the package's own and do not change under a service
    )


@cache
def _style() -> str:
    loader = _environment().loader
    assert loader is not None
    return loader.get_source(_environment(), _STYLE)[0]


def _source(style: str) -> str:
    """The one style sheet that the content security policy lets in: ours, by its digest (CSP 3 §2.3.1)."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
