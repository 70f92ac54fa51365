"""Body → a digest that is cheap and tells whether there is anything new to read."""

from dataclasses import dataclass

import xxhash

from monitor.core.charset import decode
from monitor.core.markup import MAX_CHARACTERS, markup

METHOD = 1
"""The version of the method: raise it whenever `markup` keeps more of a page than before, or `read` asks for more."""


@dataclass(frozen=True, slots=True)
class Skim:
    """The digest of a body; two are comparable only within one `version` of the method."""

    version: int
    digest: str


def skim(body: bytes, content_type: str | None) -> Skim:
    """The skim of a body that came from one address. Never raises on any input.

    Two bodies of one skim are read as equal pages: reading starts from what is digested here, and from nothing else.
    """
    text = decode(body, content_type)
    plain = is_plain(content_type)
    seen = f"plain {text[:MAX_CHARACTERS]}" if plain else f"markup {markup(text)}"
    return Skim(METHOD, xxhash.xxh3_128_hexdigest(seen.encode("utf-8", "surrogatepass")))


def is_plain(content_type: str | None) -> bool:
    """Whether a body is text without markup."""
    return (content_type or "").lower().startswith("text/plain")
