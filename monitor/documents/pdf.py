"""The text of a PDF: its lines joined to paragraphs, what every page repeats told apart as furniture."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from monitor.documents.texts import Text, UnreadableError

MAX_PAGES = 500
_EDGE_LINES = 3  # header and footer stand within so many lines of a page's ends
_REPEATED_FROM = 3  # pages on which a line must stand at an edge to be furniture; on fewer it may be chance
_FULL_LINE = 0.6  # of the longest usual line: a shorter one ends its paragraph
_SENTENCE_END = (".", ":", ";", "!", "?", "…")
_BULLET = re.compile(r"^(?:[•●◦▪‣*–—-]\s|\(?[0-9]{1,2}[.)]\s|\(?[a-z][.)]\s)")
_DIGITS = re.compile(r"\d+")
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD of pdfium's fpdfview.h


def read(body: bytes) -> tuple[str, Iterator[Text]]:
    """Title and paragraphs. Raises UnreadableError for what is encrypted, scanned or broken."""
    try:
        document = pdfium.PdfDocument(body)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            raise UnreadableError("the PDF is encrypted and wants a password") from error
        raise UnreadableError("the PDF is broken") from error
    pages = [_lines(document, number) for number in range(min(len(document), MAX_PAGES))]
    if not any(pages):
        raise UnreadableError("the PDF is scanned: it shows pictures of pages and holds no text")
    title = str(document.get_metadata_dict().get("Title") or "").strip()
    return title, _paragraphs(pages)


def _lines(document: pdfium.PdfDocument, number: int) -> list[str]:
    """The lines of a page; one that cannot be read has none."""
    try:
        text = document[number].get_textpage().get_text_bounded()
    except pdfium.PdfiumError:
        return []
    text = text.replace("\u00ad", "").replace("\ufffe", "")  # pdfium's mark of a hyphen at a line's end
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()))]


def _paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[Text]:
    furniture = _repeated(pages)
    usual = _usual_length(pages)
    held: list[str] = []
    for lines in pages:
        for position, line in enumerate(lines):
            edge = min(position, len(lines) - 1 - position) < _EDGE_LINES
            if edge and _masked(line) in furniture:
                yield Text(line, "chrome", 0)
                continue
            if held and _begins_anew(held[-1], line, usual):
                yield Text(" ".join(held), "main", 0)
                held = []
            held.append(line)
    if held:
        yield Text(" ".join(held), "main", 0)


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines, numbers masked, that stand at the edges of half of the pages: headers, footers, page numbers."""
    seen = Counter[str]()
    for lines in pages:
        seen.update({_masked(line) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])})
    needed = max(_REPEATED_FROM, len(pages) / 2)
    return frozenset(line for line, count in seen.items() if count >= needed)


def _usual_length(pages: Sequence[Sequence[str]]) -> int:
    """The length that nine of ten lines do not exceed."""
    lengths = sorted(len(line) for lines in pages for line in lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _begins_anew(before: str, line: str, usual: int) -> bool:
    if _BULLET.match(line):
        return True
    if line[0].islower():
        return False
    return len(before) < usual * _FULL_LINE or before.endswith(_SENTENCE_END)


def _masked(line: str) -> str:
    return _DIGITS.sub("#", line)
