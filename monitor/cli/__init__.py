"""The command line: arguments in, objects wired, exit code out."""

from monitor.cli.app import main

__all__ = ["main"]
