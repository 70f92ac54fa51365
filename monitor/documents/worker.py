"""Runs as a process of its own: a document on standard input, what it shows as JSON on standard output.

    python -I -m monitor.documents.worker PDF 1000000000 2000000 < document

The limits are set before the first byte is read. Parsers of documents are large programs in C that strangers feed.
"""

import json
import resource
import sys
from collections.abc import Iterator

from monitor.documents.kinds import Kind
from monitor.documents.texts import Text, UnreadableError

_CPU_SECONDS = 15
_MAX_TITLE_CHARACTERS = 500


def main() -> None:
    """Read, and tell: `{"title", "blocks": [[text, area, heading]], "why"}`."""
    kind, memory_bytes, characters = Kind[sys.argv[1]], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    body = sys.stdin.buffer.read()
    try:
        title, texts = _read(kind, body)
        blocks = list(_bounded(texts, characters))
        told = {"title": title[:_MAX_TITLE_CHARACTERS], "blocks": blocks, "why": ""}
    except UnreadableError as error:
        told = {"title": "", "blocks": [], "why": str(error)}
    sys.stdout.write(json.dumps(told))


def _read(kind: Kind, body: bytes) -> tuple[str, Iterator[Text]]:
    match kind:
        case Kind.PDF:
            from monitor.documents.pdf import read

            return read(body)
        case Kind.WORD:
            from monitor.documents.word import read

            return read(body)
        case Kind.OLD_OFFICE | Kind.OTHER:
            raise UnreadableError(f"a document of this kind is not read ({kind})")


def _bounded(texts: Iterator[Text], characters: int) -> Iterator[Text]:
    """No more characters than are allowed; half a character (a lone surrogate) can neither be shown nor stored."""
    for text in texts:
        words = " ".join(text.text.encode("utf-8", "replace").decode().split())
        characters -= len(words)
        if characters < 0:
            return
        if words:
            yield text._replace(text=words)


if __name__ == "__main__":
    main()
