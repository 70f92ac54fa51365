"""The command line: arguments in, objects wired, exit code out."""

from monitor.cli.running import main

__all__ = ["main"]
