"""What in an address belongs to one visit or one person, and must not be passed on."""

import re
from typing import Final
from urllib.parse import parse_qsl, unquote_plus, urlsplit

from monitor.core.wording import vocabulary

MASK: Final = "***"
"""Stands where a secret stood."""

_SESSION_KEYS = vocabulary("asp.net_sessionid cftoken jsessionid phpsessid sessid session_id sessionid")
# These name a session only where the value looks drawn by lot: `sid=4` is a section.
_MAYBE_SESSION_KEYS = vocabulary(
    "access_token auth auth_token nonce session sid sig signature sso state ticket token x-amz-signature "
    "x-amz-security-token x-goog-signature"
)
_IN_PATH = re.compile(r";\s*(jsessionid|phpsessid|sessionid|sid)=|/\(S\([a-z0-9]{20,}\)\)", re.IGNORECASE)
_VALUE_IN_PATH = re.compile(
    r"(;\s*(?:jsessionid|phpsessid|sessionid|sid)=)[^;/]+|(/\(S\()[a-z0-9]{20,}(?=\)\))", re.IGNORECASE
)
_LOT_LENGTH = 16

_SECRET_KEYS = _SESSION_KEYS | vocabulary(
    "api-key api_key apikey client_secret id_token passwd password pwd refresh_token samlrequest samlresponse secret"
)
_MAYBE_SECRET_KEYS = _MAYBE_SESSION_KEYS | vocabulary("code credential hash hmac key x-amz-credential")


# What tells a site whence a visitor came, or a cache that a file is new: the page behind is the same without it.
_TRACKING_KEYS = vocabulary(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid igshid mc_cid mc_eid mkt_tok _ga _gl _hsenc _hsmi
    hsctatracking vero_id oly_anon_id oly_enc_id s_cid cb _cb cachebuster cache_buster nocache rnd rand _ timestamp
    """
)
_VERSION_KEYS = vocabulary("v ver t ts time version rev hash")  # where the value is a number of a file, not of a page
_FILE_VERSION = re.compile(r"\d{6,}(?:\.\d+)*|\d+(?:\.\d+)+|(?=.*\d)[0-9a-f]{8,64}", re.IGNORECASE)
_HIDDEN_ADDRESS_PATH = "/cdn-cgi/l/email-protection"
_SEPARATE = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def cleaned(url: str) -> str:
    """*url* as a name for where it leads, to compare two by: not to be fetched.

    Scheme and `www.` do not count, nor sessions, tracking, cache busters, the order of the query's parts, a slash at
    the end, nor the drawn key of an e-mail address that a firewall hides.
    """
    place, _, fragment = url.partition("#")
    path, mark, query = place.partition("?")
    if path.endswith(_HIDDEN_ADDRESS_PATH):
        return _HIDDEN_ADDRESS_PATH
    path = _VALUE_IN_PATH.sub("", _SEPARATE.sub("//", path)).rstrip("/")
    pairs = query.replace("?", "&").split("&")  # an address within an address is tracked too
    kept = sorted(pair for pair in pairs if pair and not _is_trace(pair)) if mark else []
    return "".join((path, "?" if kept else "", "&".join(kept), "#" if fragment else "", fragment))


def session_mark(url: str) -> str | None:
    """What in an address belongs to one visit ("PHPSESSID"), None where nothing does."""
    try:
        parts = urlsplit(url)
        asked = parse_qsl(parts.query, keep_blank_values=False, max_num_fields=200)
    except ValueError:
        return None
    in_path = _IN_PATH.search(parts.path)
    if in_path:
        return in_path.group(1) or "ASP.NET session"
    for key, value in asked:
        name = key.lower()
        if name in _SESSION_KEYS or name.startswith("aspsessionid"):
            return key
        if name in _MAYBE_SESSION_KEYS and _drawn_by_lot(value):
            return key
    return None


def masked(url: str) -> str:
    """*url* without the values of its passwords, keys and sessions; every other character stays as it is.

    A key that has an everyday meaning too (`key`, `code`, `token`) counts only where its value looks drawn by lot.
    """
    place, mark, rest = url.partition("?")
    query, fragment_mark, fragment = rest.partition("#")
    shown = "&".join(_masked_pair(pair) for pair in query.split("&"))
    place = _VALUE_IN_PATH.sub(lambda found: f"{found[1] or found[2]}{MASK}", place)
    return f"{place}{mark}{shown}{fragment_mark}{fragment}"


def _masked_pair(pair: str) -> str:
    key, mark, value = pair.partition("=")
    name, said = unquote_plus(key).lower(), unquote_plus(value)
    secret = name in _SECRET_KEYS or name.startswith("aspsessionid")
    if value and (secret or (name in _MAYBE_SECRET_KEYS and _drawn_by_lot(said))):
        return f"{key}{mark}{MASK}"
    return pair


def _is_trace(pair: str) -> bool:
    key, _, value = pair.partition("=")
    name = unquote_plus(key).lower()
    if name in _TRACKING_KEYS or name in _SESSION_KEYS or name.startswith(("utm_", "pk_", "aspsessionid")):
        return True
    if name in _VERSION_KEYS:
        return _FILE_VERSION.fullmatch(value) is not None
    return name in _MAYBE_SESSION_KEYS and _drawn_by_lot(unquote_plus(value))


def _drawn_by_lot(value: str) -> bool:
    letters = sum(char.isalpha() for char in value)
    digits = sum(char.isdecimal() for char in value)
    return len(value) >= _LOT_LENGTH and letters >= 3 and digits >= 3 and " " not in value
