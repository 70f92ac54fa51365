"""What kind of document a body is: by its own first bytes, and by its content type only where they tell nothing."""

import zipfile
from enum import StrEnum
from io import BytesIO

_PDF_MARK, _PDF_MARK_WITHIN = (
    b"%PDF-",
    1024,
)  # ISO 32000-1, annex H.3.4.1: readers accept it anywhere in the first 1,024
_ZIP_MARK = b"PK\x03\x04"
_COMPOUND_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_PART = "word/document.xml"


class Kind(StrEnum):
    """A kind of document, named as a sentence names it."""

    PDF = "PDF"
    WORD = "Word document"
    OLD_OFFICE = "binary Office document"
    OTHER = "file"


def kind_of(body: bytes, content_type: str | None) -> Kind | None:
    """The kind of document that *body* is; None for what is read as a page: HTML, text, nothing at all."""
    if _PDF_MARK in body[:_PDF_MARK_WITHIN]:
        return Kind.PDF
    if body.startswith(_ZIP_MARK):
        return Kind.WORD if _holds_word(body) else Kind.OTHER
    if body.startswith(_COMPOUND_MARK):
        return Kind.OLD_OFFICE
    declared = (content_type or "").partition(";")[0].strip().lower()
    if not body or declared == "" or declared.startswith("text/") or declared.endswith(("html", "xml", "json")):
        return None
    return Kind.OTHER if b"\0" in body[:_PDF_MARK_WITHIN] else None


def _holds_word(body: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(body)) as parts:
            return _WORD_PART in parts.NameToInfo
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
