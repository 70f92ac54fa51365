"""What commands share: the closed lists that options choose from, exit codes, and the one line of a refusal."""

import sys
from enum import StrEnum

DONE, FOUND, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130


class Output(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    CSV = "csv"
    MARKDOWN = "markdown"


class PageOutput(StrEnum):
    """How what is seen of one thing is written."""

    TEXT = "text"
    JSON = "json"


class ExportOutput(StrEnum):
    """How the catalogue with its state is written."""

    CSV = "csv"
    JSON = "json"


class FailOn(StrEnum):
    """From which severity on an open finding makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


def complain(message: str) -> None:
    """One line on standard error; what strangers wrote into it cannot break it in two."""
    from monitor.formats import safe

    print("monitor:", safe(" ".join(message.split())), file=sys.stderr)  # noqa: T201
