"""The text of a Word document (ISO/IEC 29500): its paragraphs, headings and the rows of its tables, in order."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from monitor.documents.texts import Text, UnreadableError

MAX_UNPACKED_BYTES = 100_000_000
_HEADING = re.compile(r"^(?:Heading|Title) ?([1-6]?)", re.IGNORECASE)


def read(body: bytes) -> tuple[str, Iterator[Text]]:
    """Title and paragraphs. Raises UnreadableError for what is broken, or unpacks to more than a document holds."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED_BYTES:
                raise UnreadableError("the Word document unpacks to more than 100 MB")
        document = Document(BytesIO(body))
        texts = [text for text in _texts(document.iter_inner_content()) if text.text.strip()]
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, NotImplementedError) as error:
        raise UnreadableError("the Word document is broken") from error
    if not texts:
        raise UnreadableError("the Word document holds no text")
    return document.core_properties.title or "", iter(texts)


def _texts(blocks: Iterator[Paragraph | Table]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Paragraph():
                style = _HEADING.match((block.style.name if block.style is not None else "") or "")
                yield Text(block.text, "main", int(style[1] or 1) if style else 0)
            case Table():
                for row in block.rows:
                    yield Text(" | ".join(_cells([cell.text.strip() for cell in row.cells])), "main", 0)


def _cells(texts: list[str]) -> Iterator[str]:
    """A cell that spans columns is told for each of them; its words are kept once."""
    for position, text in enumerate(texts):
        if not position or text != texts[position - 1]:
            yield text
