"""Documents written for a test: a PDF of plain lines, a Word document, and what can be wrong with them."""

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO

from docx import Document
from pypdf import PdfReader, PdfWriter


def pdf(*pages: Sequence[str], title: str = "") -> bytes:
    """A PDF (ISO 32000-1) with one text line under the other on each page."""
    streams = [_content(lines) for lines in pages]
    return pdf_of_streams(*streams, title=title)


def pdf_of_streams(*streams: bytes, title: str = "") -> bytes:
    """A PDF whose pages hold these content streams, deflated."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, stream in enumerate(streams):
        packed = zlib.compress(stream)
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R"
        parts.append(f"{page} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
        parts.append(head + packed + b"\nendstream")
    parts.append(f"<< /Title ({title}) >>".encode())
    out, offsets = BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, 2)
    for number, part in enumerate(parts, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + part + b"\nendobj\n")
    start = out.tell()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(parts) + 1} /Root 1 0 R /Info {len(parts)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    out.write(f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}{trailer}".encode())
    return out.getvalue()


def _content(lines: Sequence[str]) -> bytes:
    drawn = "".join(
        f"({line.replace(chr(92), chr(92) * 2).replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T*\n"
        for line in lines
    )
    return f"BT /F1 11 Tf 14 TL 50 740 Td\n{drawn}ET".encode("latin-1")


def encrypted(body: bytes) -> bytes:
    """The same PDF behind a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(body)))
    writer.encrypt("a password that nobody is told", algorithm="RC4-40")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs: str, heading: str = "", table: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """A Word document: a heading, paragraphs, a table."""
    document = Document()
    document.core_properties.title = title
    if heading:
        document.add_heading(heading, level=2)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word_bomb(unpacked_bytes: int) -> bytes:
    """A Word document of a few kilobytes that unpacks to very much."""
    out = BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as parts,
        parts.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(unpacked_bytes // 1_000_000):
            part.write(b" " * 1_000_000)
    return out.getvalue()
