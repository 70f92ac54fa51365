"""Bytes → text: which encoding a body is in, and whether it is text at all."""

import codecs
import re

_META_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Python's codecs that no browser knows: they raise whatever they are told to do about errors, or make half characters.
_NOT_OF_THE_WEB = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"))


def decode(body: bytes, content_type: str | None) -> str:
    """The text of *body*: by byte order mark, the header's charset, the page's own, UTF-8, Windows-1252, in this order.

    Never raises; what cannot be decoded becomes U+FFFD. After the WHATWG's encoding sniffing algorithm, shortened.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    named = _HEADER_CHARSET.search(content_type or "")
    in_page = _META_CHARSET.search(body[:4096])
    told = in_page[1].decode("ascii", "replace").lower() if in_page else None
    if told is not None and told.startswith("utf-16"):
        told = "utf-8"  # a label that could be read as ASCII does not stand in UTF-16
    for label in (named and named[1], told):
        encoding_found = _known(label)
        if encoding_found is not None:
            return body.decode(encoding_found, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("windows-1252", "replace")


def _known(label: str | None) -> str | None:
    """The codec for a charset label; Latin-1 and ASCII mean Windows-1252, as browsers read them."""
    if not label:
        return None
    try:
        codec = codecs.lookup(label)
        if codec.name in _NOT_OF_THE_WEB:
            return None
        "".encode(codec.name)  # a codec that is no text encoding (base64, zip) refuses here
    except (LookupError, ValueError, TypeError):
        return None
    return "windows-1252" if codec.name in {"iso8859-1", "ascii"} else codec.name


def is_text(body: bytes, content_type: str | None) -> bool:
    """Whether *body* is something with words to read: HTML, XHTML or plain text, whatever the header claims."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    if body.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")):
        return False
    if kind and not kind.startswith("text/") and kind not in {"application/xhtml+xml", "application/xml"}:
        return False
    wide = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or "utf-16" in (content_type or "").lower()
    return wide or b"\x00" not in body[:1024]
