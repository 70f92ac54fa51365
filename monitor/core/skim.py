"""Body → a digest that is cheap and tells whether there is anything new to read."""

import xxhash

from monitor.core.charset import decode, is_text
from monitor.core.markup import MAX_CHARACTERS, markup
from monitor.core.skimmed import Skim

METHOD = 2
"""The version of the method: raise it whenever `markup` keeps more of a page than before, or `read` asks for more."""

_PDF_MARK = b"%PDF-"
_PDF_MARK_WITHIN = 1024  # ISO 32000-1, annex H.3.4.1: readers accept it anywhere in there, in what else is text too


def skim(body: bytes, content_type: str | None) -> Skim:
    """The skim of a body that came from one address. Never raises on any input.

    Two bodies of one skim are read as equal pages: reading starts from what is digested here, and from nothing else.
    Of a file every byte is.
    """
    if not is_text(body, content_type) or _PDF_MARK in body[:_PDF_MARK_WITHIN]:
        kind = (content_type or "").partition(";")[0].strip().lower()
        return Skim(METHOD, xxhash.xxh3_128_hexdigest(b"file " + kind.encode("utf-8", "surrogatepass") + b"\0" + body))
    text = decode(body, content_type)
    plain = is_plain(content_type)
    seen = f"plain {text[:MAX_CHARACTERS]}" if plain else f"markup {markup(text)}"
    return Skim(METHOD, xxhash.xxh3_128_hexdigest(seen.encode("utf-8", "surrogatepass")))


def is_plain(content_type: str | None) -> bool:
    """Whether a body is text without markup."""
    return (content_type or "").lower().startswith("text/plain")
