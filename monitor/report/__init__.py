"""Makes of how matters stand one HTML page that a maintainer with ten minutes can act on."""

from monitor.report.files import prepare, write
from monitor.report.view import build

__all__ = ["build", "prepare", "write"]
