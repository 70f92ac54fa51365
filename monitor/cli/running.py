"""The whole program as a process: every way out of it has its exit code and its one line."""

import io
import os
import sys
import traceback
from typing import NoReturn

import typer

from monitor.cli.app import app
from monitor.cli.options import COULD_NOT_RUN, DONE, INTERRUPTED, complain
from monitor.errors import OperatorError


def main() -> None:
    """Run the command line."""
    _write_utf8()
    try:
        _exit(app(standalone_mode=False))
    except typer.TyperException as error:
        _say_what_is_wrong_with(error)
        _exit(COULD_NOT_RUN)
    except SystemExit as end:
        # A reader who has seen enough (`monitor findings | head`) is no error; typer would end with 1.
        _exit(DONE if isinstance(end.__context__, BrokenPipeError) else end.code)
    except OperatorError as error:
        complain(str(error))
        _exit(COULD_NOT_RUN)
    except KeyboardInterrupt:
        complain("stopped")
        _exit(INTERRUPTED)
    except Exception:  # noqa: BLE001  # exit code 1 would mean "something is open"
        traceback.print_exc()
        complain("that is a bug of the monitor; please report the lines above")
        _exit(COULD_NOT_RUN)


def _write_utf8() -> None:
    """What is printed is UTF-8 whatever the locale says: a service often has none, and pages quote every script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say_what_is_wrong_with(usage: typer.TyperException) -> None:
    """One line about a command line that cannot be understood; without any word, the help."""
    message = usage.format_message()
    if message.startswith("Usage:"):
        typer.echo(message, err=True)
        return
    command = getattr(getattr(usage, "ctx", None), "command_path", "monitor")
    says = message.replace("Value error, ", "").removesuffix(".")
    complain(f"{says} See {command} --help" if says.endswith("?") else f"{says}; see {command} --help")


def _exit(code: object) -> NoReturn:
    """Leave with *code*, even if whoever reads our output is gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(code)
