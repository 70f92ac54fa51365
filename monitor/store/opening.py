"""From a place to a database that can be used: locked against a second pass, migrated, its troubles in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from monitor.errors import OperatorError

HEAD = "0010"
"""The revision that this program reads and writes; a test holds it against the migrations."""

_KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", HEAD)
_STEPS = Path(__file__).parent / "migrations"
_BUSY_MS = 5_000
_PRIMARY = 0xFF  # SQLite's extended result codes carry the primary one in the low byte

_IN_WORDS = {
    sqlite3.SQLITE_BUSY: "is locked by another program; close that program and try again",
    sqlite3.SQLITE_LOCKED: "is locked by another program; close that program and try again",
    sqlite3.SQLITE_READONLY: "is read-only; make it and its folder writable, or name another place with --database",
    sqlite3.SQLITE_PERM: "may not be opened; check its permissions, or name another place with --database",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and may be written to",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; free some space and run again (all that was recorded is kept)",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a backup, or move it away to start anew",
    sqlite3.SQLITE_NOTADB: "file is not a database; name the right one with --database",
}


@dataclass(frozen=True, slots=True)
class Location:
    """Where the database is: a SQLite file."""

    path: Path

    @classmethod
    def parse(cls, said: str) -> "Location":
        """From a path or a `sqlite:///…` URL."""
        if "://" not in said:
            return cls(Path(said))
        try:
            url = make_url(said)
        except (ArgumentError, ValueError):  # a port that is no number is a plain ValueError
            raise OperatorError("not a database URL; write a path or sqlite:///path") from None
        if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
            raise OperatorError(
                f"{url.get_backend_name()}: only SQLite in a file is supported; write a path or sqlite:///path"
            )
        return cls(Path(str(url.database)))

    @property
    def lock(self) -> Path:
        """The file that a pass holds; the system lets go of it whatever ends the process."""
        return self.path.with_name(self.path.name + ".lock")

    def exists(self) -> bool:
        """Whether there is anything yet."""
        with in_plain_words(self.path):
            return self.path.exists()


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn the database's and the disk's errors into one line that says what to do."""
    try:
        yield
    except DBAPIError as error:
        code = getattr(error.orig, "sqlite_errorcode", None)
        said = _IN_WORDS.get(code & _PRIMARY) if isinstance(code, int) else None
        if path.is_dir():
            said = "must be a file, but this is a folder; name a file in it with --database"
        raise OperatorError(f"{path}: the database {said or f'has a problem: {error.orig}'}") from error
    except OSError as error:
        why = error.strerror or str(error)
        raise OperatorError(
            f"{path}: the database cannot be used ({why}); mend that, or name another place with --database"
        ) from error


@contextmanager
def held(location: Location) -> Iterator[None]:
    """Hold the database against any other pass: by hand, from cron, or from the daemon."""
    if not location.path.parent.is_dir():  # a lock would create it: a slip of the pen must not make folders
        raise OperatorError(
            f"{location.path}: there is no folder {location.path.parent}; create it, or mend --database"
        )
    lock = FileLock(location.lock)
    with in_plain_words(location.path):
        try:
            lock.acquire(blocking=False)
        except Timeout:
            if not location.lock.exists():  # nobody holds what is not there
                raise OperatorError(
                    f"{location.path}: no file can be made in {location.path.parent}; "
                    "name another place with --database"
                ) from None
            raise OperatorError(
                f"{location.path}: another pass holds the database; wait until it has ended, or name another --database"
            ) from None
    try:
        yield
    finally:
        lock.release()


def connect(location: Location) -> Engine:
    """An engine on the file. A commit is on the disk when it returns.

    A transaction begins as a writing one where the engine's option `writing` is set: one that reads first and writes
    later fails at once, however patient it is, when another has written in between.
    """
    url = URL.create("sqlite", database=str(location.path.absolute()))  # no character of a name means anything in it
    engine = create_engine(url, connect_args={"timeout": _BUSY_MS / 1000})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver would begin transactions by its own rules, not around DDL
        for setting in (f"busy_timeout = {_BUSY_MS}", "foreign_keys = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Create or migrate the tables, in one transaction; refuse a newer database and a stranger's."""
    with in_plain_words(path), engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        revision = (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if "alembic_version" in tables
            else None
        )
    if revision is not None and revision not in _KNOWN:
        raise OperatorError(
            f"{path}: the database was written by a newer version of monitor; upgrade, or name another with --database"
        )
    if revision is None and tables:
        raise OperatorError(f"{path}: the database belongs to another program; name another place with --database")
    if revision != HEAD:
        _let_readers_in(engine, path)
        migrate(engine, path, _STEPS)


def _let_readers_in(engine: Engine, path: Path) -> None:
    """WAL, in which reports read while a pass writes. The file keeps it: not before it is known to be ours."""
    with in_plain_words(path), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL").close()


def migrate(engine: Engine, path: Path, steps: Path) -> None:
    """Take every step of the folder *steps* that the database has not taken yet: all of them, or none."""
    from alembic import command  # a third of a second, needed once in a database's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    with in_plain_words(path), engine.execution_options(writing=True).connect() as connection:
        driver = connection.connection.cursor()
        # SQLite changes a table by making it anew and dropping the old one, which those that refer to it would forbid;
        # inside the transaction this setting could not be changed any more.
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                assert not dangling, f"a step left references that lead nowhere: {dangling}"
        finally:
            driver.execute("PRAGMA foreign_keys = ON")
            driver.close()
