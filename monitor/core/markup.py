"""The markup of a page without all that nobody reads: one spelling for pages that show the same.

It is all that reading a page looks at, so that two pages of one markup are one page, whatever else their bytes hold:
scripts, styles, drawings, comments, nonces, hidden tokens, spaces between attributes.
"""

import re
from html import escape
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitor.core.scripts import sends_on

MAX_CHARACTERS = 4_000_000  # a page of programme information is 100 KB; beyond this only time is lost
MAX_TAGS = 100_000  # likewise; a large real page has some 10,000, and a parser's time goes by tags
MAX_DEPTH = 500  # what is nested deeper is read as if it stood at this depth
MAX_ATTRIBUTE_CHARACTERS = 4_000
_MAX_NOSCRIPT_NODES = 200
_MANY_TAGS = 5_000
_MAX_OPEN = 1_000
_MAX_SEPARATORS = 400
_LONG_TAG = re.compile(r"<([a-z][a-z\d-]*)[^>]{400,}>?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s/\"']")
_TAG = re.compile(r"<(/?)([a-z][^\s/>]*)[^>]*>?", re.IGNORECASE)
_CLOSED_BY_THE_NEXT = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "option", "tbody", "thead"))

# Not `head` as a whole: without a <body> tag, libxml2 takes <main> for one of its children.
_UNREAD = frozenset((
    "style", "template", "svg", "math", "object", "embed", "canvas", "audio", "video", "select", "datalist", "picture",
    "img", "source", "track", "col", "wbr", "-comment", "!doctype", "-doctype",
))  # fmt: skip
_VOID = frozenset(("area", "base", "br", "hr", "input", "link", "meta", "frame"))
_SHOWN = frozenset((
    "href", "id", "class", "role", "hidden", "lang", "type", "src", "rel", "http-equiv", "property", "content",
    "aria-expanded", "aria-controls", "colspan", "rowspan", "scope", "headers", "start", "datetime", "itemprop",
))  # fmt: skip
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LOT = re.compile(r"(?<![a-z\d])(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[a-f\d]{12,64}(?![a-z\d])", re.IGNORECASE)


def markup(text: str) -> str:
    """The markup of a page's *text* that reading needs; bounded in size, whatever comes in."""
    parser = LexborHTMLParser(_bounded(text))
    return "".join(_written(parser.root)) if parser.root is not None else ""


def _bounded(text: str) -> str:
    """As much markup as is read: so many characters, so many tags; nothing that a parser takes a square of time for."""
    text = text[:MAX_CHARACTERS]
    beyond = next(islice(re.finditer("<", text), MAX_TAGS, None), None)
    text = _LONG_TAG.sub(_without_attributes, text[: beyond.start()] if beyond else text)
    return _flattened(text) if text.count("<") > _MANY_TAGS else text


def _without_attributes(tag: re.Match[str]) -> str:
    """A tag with a crowd of attributes without any: a parser looks each of them up among all before it."""
    return tag[0] if len(_SEPARATORS.findall(tag[0])) <= _MAX_SEPARATORS else f"<{tag[1]}>"


def _flattened(text: str) -> str:
    """*text* without the tags that would open beyond a depth: a parser looks through all that are open at each."""
    depths: dict[str, int] = {}
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag[2].lower()
        if name in _VOID or name in _CLOSED_BY_THE_NEXT:
            return tag[0]
        open_ = depths.get(name, 0)
        if not tag[1]:
            if depth >= _MAX_OPEN:
                return " "
            depths[name], depth = open_ + 1, depth + 1
        elif open_:
            depths[name], depth = open_ - 1, depth - 1
        return tag[0]

    return _TAG.sub(kept, text)


def _written(root: LexborNode) -> list[str]:
    """A tree as text, in pieces, without recursion: hostile pages nest deeper than a stack."""
    pieces: list[str] = []
    closing: list[tuple[LexborNode | None, str]] = []  # what follows an open element, and how it is closed
    node: LexborNode | None = root
    while node is not None or closing:
        if node is None:
            node, end = closing.pop()
            pieces.append(end)
            continue
        tag = node.tag or ""
        if tag == "-text":
            pieces.append(escape(node.text_content or "", quote=False))
        elif tag in {"script", "noscript"}:
            pieces.append(_aside(node, tag))
        elif tag not in _UNREAD and not _is_idle(node, tag):
            deep = len(closing) > MAX_DEPTH
            pieces.append("" if deep else _opened(node, tag))
            if tag not in _VOID:
                closing.append((node.next, "" if deep else f"</{tag}>"))
                node = node.child
                continue
        node = node.next
    return pieces


def _opened(node: LexborNode, tag: str) -> str:
    parts = [tag]
    for name, value in node.attributes.items():
        if name in _SHOWN:
            parts.append(f'{name}="{escape(_value(name, value or ""))}"')
        elif name == "style" and value and _HIDING_STYLE.search(value[:MAX_ATTRIBUTE_CHARACTERS]):
            parts.append('style="display:none"')
    return f"<{' '.join(parts)}>"


def _value(name: str, value: str) -> str:
    """The value of an attribute, without what a page draws by lot for every visit."""
    value = value[:MAX_ATTRIBUTE_CHARACTERS]
    if name in {"id", "class"}:
        return _LOT.sub("", value) if len(value) >= 12 else value
    if name == "src":  # what a script or frame is asked for besides its name is a version, a visit or a customer
        return value.partition("?")[0]
    return value


def _is_idle(node: LexborNode, tag: str) -> bool:
    """Whether an element of the head is one that nobody asks about."""
    match tag:
        case "meta":
            named = node.attributes
            return "http-equiv" not in named and (named.get("property") or "") != "og:url"
        case "link":
            return (node.attributes.get("rel") or "").casefold() != "canonical"
        case "input":
            return (node.attributes.get("type") or "").casefold() != "password"
        case _:
            return False


def _aside(node: LexborNode, tag: str) -> str:
    """A script, which is read only where it may send a browser on, or what is told where scripts do not run."""
    if tag == "noscript":
        told = (
            each.text_content or ""
            for each in islice(node.traverse(include_text=True), _MAX_NOSCRIPT_NODES)
            if each.tag == "-text" and each.parent is not None and each.parent.tag not in {"style", "script"}
        )
        return f"<noscript>{escape(' '.join(' '.join(told).split()), quote=False)}</noscript>"
    target = sends_on(node.text() or "")
    kept = f"location='{target}'" if target and "</" not in target else ""
    return f"{_opened(node, tag)}{kept}</script>"
