"""The kept versions of a listing's pages, and two of them word by word (`monitor show --versions`, `--diff`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from monitor.core.look import Change, ChangeKind, Comparison, Version
from monitor.core.worddiff import Mark, Piece, word_pieces
from monitor.core.wording import day
from monitor.formats.blocks import NAME_CHARACTERS, QUOTE_CHARACTERS, URL_CHARACTERS, Paper, utc_day
from monitor.formats.changes import SHOWN_CHANGES, changes_document
from monitor.formats.safety import line
from monitor.formats.style import PLAIN, Style, Tone, counted
from monitor.formats.values import Document, instant

_PASSAGE_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A link of a listing and the kept versions of its page, by number, those seen last at the end."""

    url: str
    versions: Mapping[int, Version]
    baseline: int | None = None  # the number of the version that drift is measured against


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """Two kept versions of one page, by number, and how the newer differs from the older."""

    url: str
    old: tuple[int, Version]
    new: tuple[int, Version]
    comparison: Comparison


def versions_document(listing: str, pages: Sequence[KeptPage]) -> Document:
    """`{"listing", "links": [{"url", "versions": […]}]}`."""
    return {
        "listing": listing,
        "links": [
            {
                "url": page.url,
                "versions": [
                    {**_version(number, version), "baseline": number == page.baseline}
                    for number, version in page.versions.items()
                ],
            }
            for page in pages
        ],
    }


def versions_text(listing: str, pages: Sequence[KeptPage], *, width: int = 80, style: Style = PLAIN) -> str:
    """The same for a terminal, the newest version first."""
    paper = Paper(width=width, style=style)
    lines = [*paper.toned(line(listing, NAME_CHARACTERS), Tone.STRONG)]
    for page in pages:
        lines += paper.plain(line(page.url, URL_CHARACTERS), "  ")
        for number, version in reversed(tuple(page.versions.items())):
            baseline = ", the baseline" if number == page.baseline else ""
            seen = f"{_moment(version.first_seen)} to {_moment(version.last_seen)}{baseline}: {_size(version)}"
            lines += paper.labelled(f"version {number}", seen, "    ")
        if not page.versions:
            lines.append("    no version is kept")
    if not pages:
        lines.append("  This listing has no link.")
    return "\n".join(lines) + "\n"


def two_versions_document(listing: str, found: Sequence[TwoVersions]) -> Document:
    """`{"listing", "diffs": [{"url", "old", "new", "drift", "score", "why", "changes"}]}`, with words in pieces."""
    return {
        "listing": listing,
        "diffs": [
            {
                "url": each.url,
                "old": _version(*each.old),
                "new": _version(*each.new),
                **_with_pieces(each.comparison),
            }
            for each in found
        ],
    }


def two_versions_text(listing: str, found: Sequence[TwoVersions], *, width: int = 80, style: Style = PLAIN) -> str:
    """The same for a terminal: what went stands in [-…-], what came in {+…+}."""
    paper = Paper(width=width, style=style)
    lines = [*paper.toned(line(listing, NAME_CHARACTERS), Tone.STRONG)]
    for each in found:
        lines += paper.plain(line(each.url, URL_CHARACTERS), "  ")
        for label, (number, version) in (("old", each.old), ("new", each.new)):
            seen = f"version {number}, seen {_moment(version.first_seen)} to {_moment(version.last_seen)}"
            lines += paper.labelled(label, seen, "    ")
        why = line(each.comparison.why, QUOTE_CHARACTERS)
        lines += paper.labelled(f"{each.comparison.drift} (score {each.comparison.score:.2f})", why, "    ")
        lines += _passages(each.comparison.changes, paper)
    if not found:
        lines.append("  No page of it has two versions to compare.")
    return "\n".join(lines) + "\n"


def _passages(changes: Sequence[Change], paper: Paper) -> Iterator[str]:
    for change in changes[:SHOWN_CHANGES]:
        under = f" under “{line(change.heading, NAME_CHARACTERS)}”" if change.heading else ""
        what = f"the link “{line(change.words or '', NAME_CHARACTERS)}”" if change.kind is ChangeKind.LINK else "words"
        yield ""
        yield from paper.toned(f"{what} ({change.area}){under}", Tone.FAINT, "    ")
        shown = " ".join(_marked(piece) for piece in word_pieces(change.before, change.after))
        yield from paper.plain(line(shown, _PASSAGE_CHARACTERS), "    ")
    if len(changes) > SHOWN_CHANGES:
        yield f"    … and {counted(len(changes) - SHOWN_CHANGES, 'more change')}"


def _marked(piece: Piece) -> str:
    match piece.mark:
        case Mark.KEPT:
            return piece.text
        case Mark.REMOVED:
            return f"[-{piece.text}-]"
        case Mark.ADDED:
            return f"{{+{piece.text}+}}"
        case _:
            assert_never(piece.mark)


def _with_pieces(comparison: Comparison) -> Document:
    told = changes_document(comparison)
    for row, change in zip(told["changes"], comparison.changes, strict=True):
        pieces = word_pieces(change.before, change.after)
        row["pieces"] = [{"mark": piece.mark.value, "text": piece.text} for piece in pieces]
    return told


def _version(number: int, version: Version) -> Document:
    return {
        "number": number,
        "first_seen": instant(version.first_seen),
        "last_seen": instant(version.last_seen),
        "title": version.title,
        "words": _words(version),
        "opaque": version.opaque or None,
    }


def _size(version: Version) -> str:
    if version.opaque:
        return line(version.opaque, QUOTE_CHARACTERS)
    return f"{counted(_words(version), 'word')}, {line(version.title, NAME_CHARACTERS) or '(no title)'}"


def _words(version: Version) -> int:
    return 0 if version.opaque else sum(len(block.text.split()) for block in version.blocks)


def _moment(when: datetime) -> str:
    return f"{day(utc_day(when))}, {instant(when)[11:16]} UTC"
