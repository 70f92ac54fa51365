"""The words of TOML as byte patterns: enough to find where things stand in a document, not to judge it.

The patterns use possessive repeats throughout, so that no input makes them backtrack. They read UTF-8 bytes: every
delimiter of TOML is ASCII, and bytes stay at one byte a character where a str may need four.
"""

import re
import tomllib

_BASIC = rb'"(?:[^"\\\n]|\\[^\n])*+"'
_LITERAL = rb"'[^'\n]*+'"
_LONG_BASIC = rb'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"{3,5}+'
_LONG_LITERAL = rb"'''(?:[^']|'(?!''))*+'{3,5}+"
_STRING = b"(?:" + b"|".join((_LONG_BASIC, _LONG_LITERAL, _BASIC, _LITERAL)) + b")"
_COMMENT = rb"#[^\n]*+"
_KEY = rb"(?:[A-Za-z0-9_-]++|" + _BASIC + b"|" + _LITERAL + b")"
_NESTING_IN_ONE_PATTERN = 6  # deeper values are counted bracket by bracket


def _bracketed(depth: int) -> bytes:
    inner = [rb"""[^"'#\[\]{}]++""", _STRING, _COMMENT]
    if depth > 1:
        inner.append(_bracketed(depth - 1))
    return rb"[\[{](?:" + b"|".join(inner) + rb")*+[\]}]"


_ON_A_LINE = (
    rb"""(?:[^"'#\[\]{}\n]++|""" + _STRING + b"|" + _bracketed(_NESTING_IN_ONE_PATTERN) + rb")*+(?:" + _COMMENT + b")?+"
)

STRING = re.compile(_STRING)
KEY = re.compile(_KEY)
SPACE = re.compile(rb"(?:[ \t\r\n]++|" + _COMMENT + b")*+")
SCALAR = re.compile(rb"[^,\]}#\n]++")
STATEMENTS = re.compile(rb"(?:(?![ \t]*+\[)" + _ON_A_LINE + rb"\n)*+")
LAST_STATEMENT = re.compile(rb"(?![ \t]*+\[)" + _ON_A_LINE + rb"\Z")
HEADER = re.compile(
    rb"[ \t]*+(\[)(\[)?+[ \t]*+(" + _KEY + rb"(?:[ \t]*+\.[ \t]*+" + _KEY + rb")*+)[ \t]*+\](?(2)\])"
    rb"[ \t]*+(?:" + _COMMENT + rb"|\r)?+(?:\n|\Z)"
)
ASSIGNMENT = re.compile(rb"[ \t]*+(" + _KEY + rb"(?:[ \t]*+\.[ \t]*+" + _KEY + rb")*+)[ \t]*+=")
BROKEN_HEADER = re.compile(rb"[ \t]*+\[")  # where a header would match, but did not
LIKELY_HEADER = re.compile(rb"^\[\[?+" + _KEY + rb"(?:\." + _KEY + rb")*+\]", re.MULTILINE)
_MARK = re.compile(_STRING + b"|" + _COMMENT + rb"|[\[\]{}\n]")


def end_of_statement(data: bytes, start: int) -> int | None:
    """The offset behind the line on which the statement at *start* ends, however deep it nests; None: it never does."""
    depth = 0
    for mark in _MARK.finditer(data, start):
        match mark.group():
            case b"[" | b"{":
                depth += 1
            case b"]" | b"}":
                depth -= 1
            case b"\n" if depth <= 0:
                return mark.end()
            case _:
                pass
    return len(data) if depth <= 0 else None


def end_of_value(data: bytes, start: int) -> int:
    """The offset behind the array or inline table that opens at *start*; the end of the document if it never closes."""
    depth = 0
    for mark in _MARK.finditer(data, start):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(mark.group(), 0)
        if depth == 0:
            return mark.end()
    return len(data)


def key_name(written: bytes) -> str:
    """What a key means, from how it is written: bare, or in either kind of quotes."""
    text = written.decode("utf-8", "replace")
    match text[:1]:
        case "'":
            return text[1:-1]
        case '"' if "\\" in text:
            try:
                return str(tomllib.loads(f"key = {text}")["key"])
            except tomllib.TOMLDecodeError:  # only in a document that is refused anyway
                return text[1:-1]
        case '"':
            return text[1:-1]
        case _:
            return text
