"""The page on disk: the folder is tried before any work, the file is whole or not there."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from monitor.core.finding import Situation
from monitor.errors import OperatorError
from monitor.report import plain
from monitor.report.view import build

INDEX = "index.html"
_TRIAL_BYTES = 64 * 1024  # a disk that takes less will not take a report either
_PATH_CHARS = 300


def prepare(folder: Path) -> None:
    """Make *folder* and prove that a report can be written into it; OperatorError says what to do where not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_a_folder_in_place_of_the_page(folder)
        trial = _neighbour(folder)
        try:
            _write_durably(trial, b" " * _TRIAL_BYTES)
        finally:
            trial.unlink(missing_ok=True)
    except OSError as error:
        raise OperatorError(explain(error, folder)) from error


def write(situation: Situation, folder: Path) -> Path:
    """Write the report of *situation* into *folder* and return its path; OperatorError where that cannot be done.

    Until the new page is whole and on disk the old one stays as it is.
    """
    from monitor.report.page import render  # here, so that only who writes a report pays for loading Jinja

    page = render(build(situation)).encode()
    target = folder / INDEX
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_a_folder_in_place_of_the_page(folder)
        fresh = _neighbour(folder)
        try:
            _write_durably(fresh, page)
            fresh.replace(target)
        except BaseException:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
        _settle(folder)
    except OSError as error:
        raise OperatorError(explain(error, folder)) from error
    return target


def explain(error: OSError, folder: Path) -> str:
    """One line: what keeps a report from being written into *folder*, and what to do about it."""
    shown = plain.plain(str(folder), _PATH_CHARS)
    elsewhere = "or choose another folder with --reports"
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"no room for the report in {shown}: free some space on that disk, {elsewhere}"
        case errno.EACCES | errno.EPERM:
            return f"no permission to write the report into {shown}: allow it, {elsewhere}"
        case errno.EROFS:
            return f"the disk of {shown} is read-only: make it writable, {elsewhere}"
        case errno.EEXIST | errno.ENOTDIR:
            return f"{shown} cannot be a folder, a file is in the way: move the file, {elsewhere}"
        case errno.EISDIR:
            return f"{shown} holds a folder named {INDEX}: move it, {elsewhere}"
        case _:
            why = plain.plain(error.strerror or type(error).__name__, _PATH_CHARS)
            return f"the report cannot be written into {shown} ({why}): mend that, {elsewhere}"


def _refuse_a_folder_in_place_of_the_page(folder: Path) -> None:
    """An empty folder would be replaced without a word on some systems; a full one fails only after all the work."""
    if (folder / INDEX).is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / INDEX))


def _neighbour(folder: Path) -> Path:
    """A name that nobody has, on the same file system as the page, so that replacing it is one step."""
    return folder / f".{INDEX}.{secrets.token_hex(8)}"


def _write_durably(path: Path, content: bytes) -> None:
    """A new file, on disk when this returns, with the permissions that the operator's umask gives."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Put the new name on disk too. Some file systems cannot sync a folder; the page is whole there all the same."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
