"""Foreign words made safe to show: bounded, on one line, with nothing in them that a reader cannot see."""

import re
import unicodedata
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from monitor.core import urls
from monitor.report.model import Address, Moment

MESSAGE_CHARS = 600
QUOTE_CHARS = 600
NAME_CHARS = 160
SHOWN_URL_CHARS = 72
URL_CHARS = 2000  # what every browser and proxy still takes; a longer one is shown, not linked

# Invisible but common in honest text (soft hyphen, zero-width space and joiners, byte order mark): dropped. Whatever
# else is invisible (bidi overrides, controls, tags, lone surrogates) was put there to deceive: shown as U+FFFD.
_DROPPED = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff")
_MARKED = frozenset({"Cc", "Cf", "Cs"})
_COMBINING = frozenset({"Mn", "Me"})
_MAX_COMBINING = 3  # more marks on one letter than any language needs climb into the neighbouring lines

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINKABLE = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)


def plain(text: str, limit: int) -> str:
    """*text* on one line in at most *limit* characters, cut with "…", without invisible characters."""
    kept: list[str] = []
    marks = 0
    for char in text[: 4 * limit]:
        if char.isspace():
            if kept and kept[-1] != " ":
                kept.append(" ")
            marks = 0
            continue
        category = unicodedata.category(char)
        marks = marks + 1 if category in _COMBINING else 0
        if char in _DROPPED or marks > _MAX_COMBINING:
            continue
        kept.append("\ufffd" if category in _MARKED else char)
    line = "".join(kept).strip()
    if len(line) > limit or len(text) > 4 * limit:
        return line[: limit - 1].rstrip() + "…"
    return line


def optional(text: str | None, limit: int) -> str | None:
    """`plain`, where there is anything to show."""
    return (plain(text, limit) or None) if text else None


def address(url: str) -> Address:
    """A URL to show, and to follow where that is safe and leads where it seems to lead."""
    full = plain(url, URL_CHARS)
    text = _middle_cut(full, SHOWN_URL_CHARS)
    name = urls.name(full)
    if not full.isascii() and (host := _written_host(full)) and host != name:
        text = f"{text} ({_middle_cut(name, SHOWN_URL_CHARS)})"  # look-alike letters show their true name
    return Address(text=text, full=full, href=full if _may_be_followed(url, full) else None)


def _written_host(url: str) -> str | None:
    """The host as it is written, None where there is none."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _may_be_followed(url: str, full: str) -> bool:
    """Only http and https; only what is shown unaltered; no user name, which can pass for the host."""
    if full != url or not _LINKABLE.fullmatch(full):
        return False
    try:
        parts = urlsplit(full)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc


def _middle_cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head = limit * 2 // 3
    return f"{text[:head]}…{text[head + 1 - limit :]}"


def moment(when: datetime) -> Moment:
    """An instant in UTC, to the minute; a time without a zone is UTC."""
    utc = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    text = f"{day(utc.date())}, {utc.hour:02}:{utc.minute:02} UTC"
    return Moment(text=text, iso=f"{utc.replace(tzinfo=None).isoformat(timespec='minutes')}Z")


def day(when: date) -> str:
    """ "22 Nov 2026", in every locale."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def number(count: int) -> str:
    """With a comma at every thousand."""
    return f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """ "1 link", "1,200 links"."""
    return f"{number(count)} {one if count == 1 else many}"
