"""Batches: a JSON object a line in, one a line out, in the same order; a line that is wrong is said and passed over."""

import gzip
import json
import sys
import traceback
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.cli.cores import side_by_side
from monitor.errors import OperatorError

DEFAULT_STATUS = 200
_SHOWN_CHARACTERS = 60
_STATUSES = range(100, 1000)  # what a status line has room for


class BadLine(Exception):  # noqa: N818  # it ends an answer, not a run
    """A line that cannot be answered; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a batch; its values are checked as they are asked for."""

    id: object
    values: Mapping[str, Any]

    def path(self, key: str) -> Path:
        """The file that *key* names."""
        said = self.text(key)
        if not said:
            raise BadLine(f"`{key}` is missing: the path of a saved page")
        return Path(said)

    def text(self, key: str) -> str | None:
        """The text of *key*, None where it is absent."""
        said = self.values.get(key)
        if said is not None and not isinstance(said, str):
            raise BadLine(f"`{key}` must be text, but is {_shown(said)}")
        return said

    def status(self) -> int:
        """The HTTP status of the page, 200 where it is absent."""
        said = self.values.get("status")
        if said is None:
            return DEFAULT_STATUS
        if isinstance(said, str) and said.isascii() and said.isdigit() and len(said) == len("200"):
            said = int(said)
        if isinstance(said, bool) or not isinstance(said, int) or said not in _STATUSES:
            raise BadLine(f"`status` must be a whole number from 100 to 999, but is {_shown(said)}")
        return said

    def headers(self) -> tuple[str, ...]:
        """The headers of the page as "K: V", from an object or from a list of pairs; none where they are absent."""
        said = self.values.get("headers")
        pairs = list(said.items()) if isinstance(said, Mapping) else said
        if pairs is None:
            return ()
        if not isinstance(pairs, list) or not all(_is_header(pair) for pair in pairs):
            raise BadLine(f'`headers` must be an object like {{"Content-Type": "text/html"}}, but is {_shown(said)}')
        return tuple(f"{name}: {value}" for name, value in pairs)


def answer_all(batch: Path, answer: Callable[[Entry], dict[str, Any]]) -> None:
    """Print what *answer* says of every line of the file *batch*; a blank one says nothing.

    Raises OperatorError where the file cannot be read.
    """
    for said in side_by_side(lambda line: _answered(*line, answer), _lines(batch)):
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()


def _answered(number: int, raw: bytes, answer: Callable[[Entry], dict[str, Any]]) -> str:
    """What is said of one line, as JSON."""
    return json.dumps(_document(number, raw, answer), ensure_ascii=True)


def _document(number: int, raw: bytes, answer: Callable[[Entry], dict[str, Any]]) -> dict[str, Any]:
    """What is said of one line. A bug that one page brings to light must not cost the answers for the rest."""
    line_id: object = number  # of a line that does not say its own
    try:
        values = _object(raw)
        line_id = values.get("id", number)
        return answer(Entry(line_id, values)) if "id" in values else {"id": number, "error": "`id` is missing"}
    except (BadLine, OperatorError, ValueError) as error:
        return {"id": line_id, "error": str(error)}
    except Exception as bug:  # noqa: BLE001
        traceback.print_exc()
        return {"id": line_id, "error": f"a bug of the monitor: {type(bug).__name__}: {bug}"}


def _lines(batch: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with gzip.open(batch, "rb") if batch.suffix == ".gz" else batch.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise OperatorError(f"{batch}: the batch cannot be read: {why_unread(error)}") from error


def why_unread(error: Exception) -> str:
    """What kept a file from being read, in words."""
    return (getattr(error, "strerror", None) or str(error)).strip()


def _object(raw: bytes) -> dict[str, Any]:
    try:
        values = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine(f"the line is not UTF-8: byte {error.start + 1} is 0x{raw[error.start]:02X}") from None
    except (ValueError, RecursionError) as error:
        raise BadLine(f"the line is not JSON: {error}") from None
    if not isinstance(values, dict):
        raise BadLine(f"the line must be a JSON object, but is {_shown(values)}")
    return values


def _is_header(pair: object) -> bool:
    match pair:
        case [str(), str() | int()] | (str(), str() | int()):
            return True
        case _:
            return False


def _shown(value: object) -> str:
    match value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            text = json.dumps(value)
            return text if len(text) <= _SHOWN_CHARACTERS else f"{text[: _SHOWN_CHARACTERS - 1]}…"
