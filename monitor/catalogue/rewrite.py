"""A new text for a catalogue file: all of it or nothing, and only over the text that it was made from."""

import hashlib
import os
import tempfile
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from monitor.catalogue import reading
from monitor.catalogue.load import Loaded, understood
from monitor.catalogue.wrong import escaped
from monitor.errors import CatalogueError, OperatorError


def reread(loaded: Loaded, data: bytes) -> Loaded:
    """What the catalogue would say with the text *data*; raises OperatorError where that is no catalogue."""
    try:
        return understood(data, Path(loaded.path))
    except CatalogueError as error:  # every change was checked by itself
        raise OperatorError(f"the edited catalogue would be wrong: {error}; edit the file by hand") from error


def rewrite(loaded: Loaded, new: Loaded) -> None:
    """Replace the file that *loaded* was read from by the text of *new*.

    The new file takes the name in one step, with the permissions of the old one; a symbolic link stays one, and its
    goal is replaced. Raises OperatorError where the file has changed since it was read, and where it cannot be written;
    the file is then as it was.
    """
    shown, path = escaped(loaded.path), Path(loaded.path)
    goal = Path(os.path.realpath(path))
    if hashlib.sha256(reading.read(path)).hexdigest() != loaded.digest:
        raise OperatorError(f"{shown} was changed by somebody else meanwhile; nothing was written: run again")
    if not os.access(goal, os.W_OK):
        raise OperatorError(f"{shown} may not be written to; make it writable, or edit it by hand")
    try:
        _replace(goal, new.outline.data)
    except OSError as error:
        says = (error.strerror or type(error).__name__).lower()
        raise OperatorError(f"{shown} cannot be written: {says}; the file is as it was") from error


def rewrite_within(transaction: AbstractContextManager[None], loaded: Loaded, new: Loaded) -> None:
    """`rewrite`, and what *transaction* keeps when it ends well: both or neither.

    The file is replaced inside the transaction, so that whatever keeps it from being written undoes the transaction;
    should the transaction then not end well, the file gets its old text back.
    """
    written = False
    try:
        with transaction:
            rewrite(loaded, new)
            written = True
    except BaseException:
        if written:
            rewrite(new, loaded)
        raise


def _replace(path: Path, data: bytes) -> None:
    kept = path.stat()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), kept.st_mode & 0o7777)
            with suppress(PermissionError):  # only an administrator may give a file to somebody else
                os.fchown(file.fileno(), kept.st_uid, kept.st_gid)
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
