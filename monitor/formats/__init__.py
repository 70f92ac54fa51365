"""Values → text: the documents for machines, the words for terminals, spreadsheets, issues and code hosts."""

from monitor.formats.changes import comparison_document, comparison_text
from monitor.formats.diff import diff
from monitor.formats.documents import check_document, document, summary
from monitor.formats.drafts import draft_document
from monitor.formats.edits import Edit, decisions_document, edits_document
from monitor.formats.export import export_csv, export_document
from monitor.formats.facts import changed_rows, facts_document, verdict_rows
from monitor.formats.history import LinkStory, RunOfLooks, listing_document, listing_text
from monitor.formats.inspection import inspection_document, inspection_text
from monitor.formats.issue import markdown
from monitor.formats.mistakes import mistakes_document, mistakes_text
from monitor.formats.safety import safe
from monitor.formats.sarif_log import sarif, sarif_log
from monitor.formats.spreadsheet import csv
from monitor.formats.style import PLAIN, Style
from monitor.formats.terminal import text
from monitor.formats.values import Document, dumps, instant
from monitor.formats.versions import (
    KeptPage,
    TwoVersions,
    two_versions_document,
    two_versions_text,
    versions_document,
    versions_text,
)

__all__ = [
    "PLAIN",
    "Document",
    "Edit",
    "KeptPage",
    "LinkStory",
    "RunOfLooks",
    "Style",
    "TwoVersions",
    "changed_rows",
    "check_document",
    "comparison_document",
    "comparison_text",
    "csv",
    "decisions_document",
    "diff",
    "document",
    "draft_document",
    "dumps",
    "edits_document",
    "export_csv",
    "export_document",
    "facts_document",
    "inspection_document",
    "inspection_text",
    "instant",
    "listing_document",
    "listing_text",
    "markdown",
    "mistakes_document",
    "mistakes_text",
    "safe",
    "sarif",
    "sarif_log",
    "summary",
    "text",
    "two_versions_document",
    "two_versions_text",
    "verdict_rows",
    "versions_document",
    "versions_text",
]
