"""What a script of a page does that is read off its words: none is ever run."""

import re

MAX_CHARACTERS = 4_000  # of a script that only sends a browser on; a longer one does other things too
_LOCATION = re.compile(
    r"\blocation(?:\.href)?\s*(?:=|\.(?:replace|assign)\s*\()\s*(?:[\w.]+\s*\+\s*)?[\"'`]([^\"'`\s]{1,500})[\"'`]"
)


def sends_on(script: str) -> str | None:
    """Where a script sends a browser, None where it does not, or does too much else to say so."""
    found = _LOCATION.search(script) if len(script) < MAX_CHARACTERS else None
    return found[1] if found else None
