"""The bytes of a catalogue file, bounded, and known to be UTF-8."""

import codecs
import stat
from pathlib import Path

from monitor.catalogue.mistakes import refused
from monitor.catalogue.wrong import escaped

LARGEST_FILE = 200_000_000  # bytes; 100,000 listings are about a third of it
_DECODED_AT_ONCE = 1 << 20  # bytes


def read(path: Path) -> bytes:
    """What the file holds; raises CatalogueError where it cannot be read, is too large, or is not UTF-8."""
    shown_path = escaped(str(path))
    data = _bytes(path, shown_path)
    _require_utf8(data, shown_path)
    return data


def _bytes(path: Path, shown_path: str) -> bytes:
    too_large = f"the file is larger than {LARGEST_FILE // 1_000_000} MB"
    smaller = "a smaller catalogue: split it, and watch each part"
    other = "name a catalogue with --catalogue PATH"
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise refused(shown_path, "this is a folder", f"a file in it: {other}")
        if info.st_size > LARGEST_FILE:
            raise refused(shown_path, too_large, smaller)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise refused(shown_path, "there is no such file", f"create it, or {other}") from None
    except OSError as error:
        says = f"the file cannot be read: {(error.strerror or type(error).__name__).lower()}"
        raise refused(shown_path, says, f"a file that may be read, or {other}") from error
    except ValueError:  # a NUL in the name
        raise refused(shown_path, "this is no name of a file", other) from None
    if len(data) > LARGEST_FILE:
        raise refused(shown_path, too_large, smaller)
    return data


def _require_utf8(data: bytes, shown_path: str) -> None:
    right = "save the file as UTF-8, without a byte order mark"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise refused(shown_path, "the file is UTF-16", right, line=1, column=1)
    if data.startswith(codecs.BOM_UTF8):
        raise refused(shown_path, "the file begins with a byte order mark", right, line=1, column=1)
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    try:
        for start in range(0, len(data), _DECODED_AT_ONCE):
            decoder.decode(view[start : start + _DECODED_AT_ONCE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        offset = _first_bad_byte(data)
        line = data.count(b"\n", 0, offset) + 1
        column = len(data[data.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8")) + 1
        says = f"the byte 0x{data[offset]:02X} is not UTF-8"
        raise refused(shown_path, says, right, line=line, column=column) from None


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    raise AssertionError("the bytes are UTF-8")
