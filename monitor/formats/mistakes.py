"""What is wrong in the catalogue → a document, or a line a mistake that editors and terminals can follow."""

from collections.abc import Sequence

from monitor.errors import CatalogueError, Mistake
from monitor.formats.safety import line
from monitor.formats.style import counted
from monitor.formats.values import Document

MAX_LINES = 200
_CHARACTERS = 500


def mistakes_document(mistakes: Sequence[Mistake]) -> Document:
    """What every command prints with `--format json` while the catalogue is wrong."""
    return {
        "mistakes": [
            {
                "line": mistake.line,
                "column": mistake.column,
                "key": mistake.key,
                "message": mistake.message,
                "expected": mistake.expected,
            }
            for mistake in mistakes
        ]
    }


def mistakes_text(error: CatalogueError) -> str:
    """One line a mistake: "listings.toml:12:5: listing[3].fees[0].amuont: unknown key `amuont` (did you mean …)"."""
    lines = [_one(error.path, mistake) for mistake in error.mistakes[:MAX_LINES]]
    left = len(error.mistakes) - len(lines)
    if left:
        lines.append(f"… and {counted(left, 'more mistake')} (`--format json` lists them all)")
    return "\n".join(lines) + "\n"


def _one(path: str, mistake: Mistake) -> str:
    place = [line(path, _CHARACTERS)]
    if mistake.line is not None:
        place += [str(mistake.line)]
        place += [str(mistake.column)] if mistake.column is not None else []
    key = f"{line(mistake.key, _CHARACTERS)}: " if mistake.key else ""
    expected = f" ({line(mistake.expected, _CHARACTERS)})" if mistake.expected else ""
    return f"{':'.join(place)}: {key}{line(mistake.message, _CHARACTERS)}{expected}"
