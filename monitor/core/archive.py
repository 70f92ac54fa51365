"""Archived copies: what the Wayback Machine's availability API is asked, and what its answer says.

https://archive.org/help/wayback_api.php
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

AVAILABILITY = "https://archive.org/wayback/available"
_COPIES = ("https://web.archive.org/web/", "http://web.archive.org/web/")
_STAMP = "%Y%m%d%H%M%S"


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """A copy of a page in the archive, and when it was taken (UTC)."""

    url: str
    taken_at: datetime


def question(url: str, before: datetime) -> str:
    """The address that tells of the copy of *url* that was taken nearest to *before*: when the page was last well."""
    return f"{AVAILABILITY}?{urlencode({'url': url, 'timestamp': before.strftime(_STAMP)})}"


def copy(body: bytes) -> ArchivedCopy | None:
    """The copy that the answer names; None where there is none, or where the answer is not what it should be."""
    try:
        closest = json.loads(body)["archived_snapshots"]["closest"]
        url, stamp, status = str(closest["url"]), str(closest["timestamp"]), str(closest.get("status", "200"))
        taken_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if status != "200" or not url.startswith(_COPIES) or not url.isascii() or any(char <= " " for char in url):
        return None
    return ArchivedCopy(url.replace("http://", "https://", 1), taken_at)
