"""What a secure connection proves, and what keeps one from coming about, in words a maintainer understands."""

import ssl
from datetime import UTC, datetime

_EXPIRED = "has expired"
_ANOTHER_NAME = "was made out to another name"
_UNTRUSTED = "comes from an authority that is not trusted here"
_SELF_SIGNED = "was signed by the site itself, which proves nothing"
_UNKNOWN = "comes from an authority that is not known here, or does not come with the whole chain to one that is"
_WEAK = "is protected too weakly to prove anything"

# X509_V_ERR_… of OpenSSL's x509_vfy.h
_CERTIFICATE_FAULTS = {
    9: "is not valid yet",
    10: _EXPIRED,
    18: _SELF_SIGNED,
    19: _UNTRUSTED,
    2: _UNKNOWN,
    20: _UNKNOWN,
    21: _UNKNOWN,
    23: "was revoked",
    24: "was issued by somebody who is no authority",
    79: "was issued by somebody who is no authority",
    25: "was issued by an authority that may not issue it",
    26: "was not made for a web site",
    62: _ANOTHER_NAME,
    64: _ANOTHER_NAME,
    66: _WEAK,
    67: _WEAK,
    68: _WEAK,
}

_OLD = "speaks only versions of TLS that are no longer safe"
_NOTHING_COMMON = "and we have no way of encrypting in common"
_NOT_TLS = "answers without TLS"
_OTHER_NAMES = "says that it serves no such name over TLS"

# mnemonics of OpenSSL's sslerr.h and of the alerts of RFC 8446 §6.2, as `ssl.SSLError.reason` gives them
_CONNECTION_FAULTS = {
    "UNSUPPORTED_PROTOCOL": _OLD,
    "TLSV1_ALERT_PROTOCOL_VERSION": _OLD,
    "VERSION_TOO_LOW": _OLD,
    "SSLV3_ALERT_HANDSHAKE_FAILURE": _NOTHING_COMMON,
    "NO_CIPHERS_AVAILABLE": _NOTHING_COMMON,
    "TLSV1_ALERT_INSUFFICIENT_SECURITY": _NOTHING_COMMON,
    "DH_KEY_TOO_SMALL": _NOTHING_COMMON,
    "UNSAFE_LEGACY_RENEGOTIATION_DISABLED": _NOTHING_COMMON,
    "WRONG_VERSION_NUMBER": _NOT_TLS,
    "RECORD_LAYER_FAILURE": _NOT_TLS,  # how OpenSSL 3.2 and later call the same
    "PACKET_LENGTH_TOO_LONG": _NOT_TLS,
    "HTTP_REQUEST": _NOT_TLS,
    "TLSV1_UNRECOGNIZED_NAME": _OTHER_NAMES,
    "TLSV1_ALERT_UNRECOGNIZED_NAME": _OTHER_NAMES,
    "TLSV1_ALERT_INTERNAL_ERROR": "says that its TLS is broken",
    "TLSV1_ALERT_ACCESS_DENIED": "denies access within TLS",
    "TLSV13_ALERT_CERTIFICATE_REQUIRED": "wants a certificate from its visitors",
    "SSLV3_ALERT_BAD_CERTIFICATE": "wants a certificate from its visitors",
}


def told(error: ssl.SSLError, place: str) -> str:
    """What is wrong with the TLS of *place*, by OpenSSL's codes; only what no code here names is told in its words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        fault = _CERTIFICATE_FAULTS.get(error.verify_code, f"is not valid: {error.verify_message}")
        return f"the certificate of {place} {fault}"
    named = _CONNECTION_FAULTS.get(error.reason or "")
    if named is None:
        return f"no secure connection to {place} ({error.reason or 'TLS failed'})"
    return f"no secure connection: {place} {named} ({error.reason})"


def certificate_ends(connection: object) -> datetime | None:
    """When the certificate of *connection* ends, in UTC; None where there is none, or none that was verified."""
    if not isinstance(connection, ssl.SSLObject | ssl.SSLSocket):
        return None
    certificate = connection.getpeercert()
    said = certificate.get("notAfter") if certificate else None
    if not isinstance(said, str):
        return None
    try:
        return datetime.fromtimestamp(ssl.cert_time_to_seconds(said), UTC)
    except (ValueError, OverflowError, OSError):  # a year beyond 9999, or none
        return None
