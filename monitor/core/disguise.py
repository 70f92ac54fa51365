"""E-mail addresses that a firewall has enciphered for its script to show: what a browser makes of them.

Cloudflare's scheme, as its own script undoes it: hexadecimal bytes, the first of which is XORed with each of the rest;
they stand in `data-cfemail`, or behind the `#` of a link to `/cdn-cgi/l/email-protection`.
"""

import re

ATTRIBUTE = "data-cfemail"
_PLACE = "/cdn-cgi/l/email-protection#"
_CIPHER = re.compile(r"(?:[0-9A-Fa-f]{2}){4,400}")


def address(cipher: str) -> str | None:
    """The address behind *cipher*, None where there is none."""
    if not _CIPHER.fullmatch(cipher):
        return None
    key, *rest = bytes.fromhex(cipher)
    try:
        plain = bytes(byte ^ key for byte in rest).decode()
    except UnicodeDecodeError:
        return None
    return plain if "@" in plain and plain.isprintable() else None


def target(href: str) -> str | None:
    """The `mailto:` address of a link whose target is enciphered, None where it is not."""
    _, place, cipher = href.partition(_PLACE)
    plain = address(cipher.strip()) if place else None
    return f"mailto:{plain}" if plain is not None else None
