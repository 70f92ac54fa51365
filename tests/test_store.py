"""The database as a file among others: found, made, brought up to date, shared, full, broken, killed."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from fakes import START, listing, quick_store
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event, insert, select
from sqlalchemy.orm import Session

from monitor import store as store_room
from monitor.core.belief import Belief
from monitor.core.content import Area, Block, Page
from monitor.core.decision import Decision
from monitor.core.finding import Evidence, Finding, Incident, PassSummary, Rule, Standing, State, Suggestion, Transition
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance
from monitor.core.incidents import Reconciled
from monitor.core.listing import Severity
from monitor.core.look import (
    Fingerprint,
    Hop,
    Judgement,
    LinkHistory,
    Look,
    Observation,
    Outcome,
    Reason,
    Sign,
    Validators,
    Version,
)
from monitor.core.result import CheckResult
from monitor.core.situation import Remembered
from monitor.core.triage import acknowledged
from monitor.errors import OperatorError
from monitor.store import Location, Store, opened_for_a_pass, opened_to_read, rows
from monitor.store.opening import HEAD, bring_up_to_date, connect, held, migrate
from monitor.store.tables import DecisionRow, IncidentRow, LinkRow, PassRow, TransitionRow, VersionRow, metadata

STEPS = Path(store_room.__file__).parent / "migrations"
URL = "https://ward.example/visitors"


@pytest.fixture
def location(tmp_path: Path) -> Location:
    return Location(tmp_path / "monitor.db")


def dump(path: Path) -> list[str]:
    """Everything that a database holds, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def refusal(opened: Callable[[Location], AbstractContextManager[object]], location: Location) -> str:
    """What an operator is told who wants to open this."""
    with pytest.raises(OperatorError) as caught, opened(location):
        pass
    return str(caught.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def seen(words: str, at: datetime = START, url: str = URL) -> CheckResult:
    """A check that read a page with these words at its first look."""
    blocks = tuple(Block(line) for line in words.splitlines())
    what = Observation(
        url,
        at,
        Judgement(Reason.OK),
        final_url=url,
        hops=(Hop(url, 200),),
        status=200,
        page=Page("Visiting students", blocks),
        fingerprint=fingerprint("Visiting students", blocks),
    )
    look = Look(url, advance(LinkHistory(url), what), what)
    return CheckResult("ward", at, (look,), Reconciled((), ()))


def with_news(result: CheckResult, *incidents: Incident) -> CheckResult:
    """*result* with new incidents and a transition for each."""
    news = tuple(
        Transition(i.id, i.finding.incident, START, None, i.state, None, i.finding.severity, i.finding.message)
        for i in incidents
    )
    return replace(result, reconciled=Reconciled(incidents, news))


def gone(url: str = URL) -> Incident:
    finding = Finding(
        Rule.LINK_GONE, "ward", "link", Severity.ERROR, "It is not there any more.", START, START, url=url
    )
    return Incident(finding, State.OPEN, since=START, last_seen=START, opened_at=START)


# --- finding and making -----------------------------------------------------------------------------------------


def test_a_pass_makes_a_database_that_the_next_one_finds(location: Location) -> None:
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), seen("Fee: $100"))
    with opened_for_a_pass(location) as store:
        assert store.history(URL).looks == 1


def test_looking_for_an_absent_database_finds_none_and_makes_nothing(location: Location) -> None:
    with opened_to_read(location) as store:
        assert store is None
    assert names(location.path.parent) == []


def test_looking_for_a_database_in_an_absent_folder_makes_no_folder(tmp_path: Path) -> None:
    with opened_to_read(Location(tmp_path / "absent" / "monitor.db")) as store:
        assert store is None
    assert names(tmp_path) == []


def test_reading_changes_nothing_and_leaves_nothing_beside_the_database(location: Location) -> None:
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), seen("Fee: $100"))
    before, beside = location.path.read_bytes(), names(location.path.parent)
    with opened_to_read(location) as store:
        assert store is not None
        assert store.history(URL).looks == 1
    assert location.path.read_bytes() == before
    assert names(location.path.parent) == beside


def test_an_empty_file_is_an_empty_database(location: Location) -> None:
    location.path.touch()
    with opened_to_read(location) as store:
        assert store is not None
        assert store.remembered() == Remembered(histories={}, drifts={})
    with opened_for_a_pass(location) as store:
        assert store.begin(START, links=0) == 1


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "100%41.db", "a#b.db", "ünïcode–名.db", "it's.db", ":memory:"])
def test_a_database_lies_under_the_very_name_that_was_given(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened_for_a_pass(Location(Path(name))) as store:
        store.begin(START, links=0)
    assert names(tmp_path) == sorted([name, f"{name}.lock"])
    assert (tmp_path / name).read_bytes().startswith(b"SQLite format 3\0")


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("monitor.db", "monitor.db"),
        ("/var/lib/monitor.db", "/var/lib/monitor.db"),
        ("sqlite:///monitor.db", "monitor.db"),
        ("sqlite:////var/lib/monitor.db", "/var/lib/monitor.db"),
    ],
)
def test_a_database_is_named_by_path_or_url(said: str, path: str) -> None:
    assert Location.parse(said) == Location(Path(path))


@pytest.mark.parametrize(
    "said",
    ["postgresql://host/name", "sqlite://", "://", "mysql://user@host:port/name", "sqlite:///:memory:"],
)
def test_what_is_no_sqlite_file_is_refused_with_what_to_write_instead(said: str) -> None:
    with pytest.raises(OperatorError, match=r"write a path or sqlite:///path$"):
        Location.parse(said)


@pytest.mark.parametrize("port", ["", ":5432", ":port"])
def test_a_refused_url_never_repeats_its_password(port: str) -> None:
    with pytest.raises(OperatorError) as caught:
        Location.parse(f"postgresql://user:secret@host{port}/name")
    assert "secret" not in str(caught.value)


# --- what is not ours, or not ours yet --------------------------------------------------------------------------


@pytest.mark.parametrize("opened", [opened_for_a_pass, opened_to_read])
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    location: Location, opened: Callable[[Location], AbstractContextManager[object]]
) -> None:
    text = b"Dear reader, this is a letter and not a database.\n" * 50
    location.path.write_bytes(text)
    assert refusal(opened, location) == (
        f"{location.path}: the database file is not a database; name the right one with --database"
    )
    assert location.path.read_bytes() == text


@pytest.mark.parametrize("opened", [opened_for_a_pass, opened_to_read])
def test_another_programs_database_is_refused_and_left_alone(
    location: Location, opened: Callable[[Location], AbstractContextManager[object]]
) -> None:
    with closing(sqlite3.connect(location.path)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
        connection.execute("INSERT INTO recipe VALUES ('bread')")
        connection.commit()
    before = location.path.read_bytes()
    assert refusal(opened, location) == (
        f"{location.path}: the database belongs to another program; name another place with --database"
    )
    assert location.path.read_bytes() == before


@pytest.mark.parametrize("opened", [opened_for_a_pass, opened_to_read])
def test_a_database_of_a_newer_version_is_refused_and_left_alone(
    location: Location, opened: Callable[[Location], AbstractContextManager[object]]
) -> None:
    with opened_for_a_pass(location) as store:
        store.begin(START, links=0)
    with closing(sqlite3.connect(location.path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = location.path.read_bytes()
    assert refusal(opened, location) == (
        f"{location.path}: the database was written by a newer version of monitor; "
        "upgrade, or name another with --database"
    )
    assert location.path.read_bytes() == before


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert refusal(opened_to_read, Location(tmp_path)) == (
        f"{tmp_path}: the database must be a file, but this is a folder; name a file in it with --database"
    )


def test_a_place_that_takes_no_files_is_not_said_to_be_held_by_another_pass() -> None:
    location = Location(Path("/proc/monitor.db"))
    assert refusal(opened_for_a_pass, location) == (
        "/proc/monitor.db: no file can be made in /proc; name another place with --database"
    )


def test_a_damaged_database_says_so(location: Location) -> None:
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), seen("Fee: $100"))
    healthy = location.path.read_bytes()
    page_bytes = int.from_bytes(healthy[16:18], "big")
    location.path.write_bytes(healthy[:page_bytes] + b"\xff" * (len(healthy) - page_bytes))
    assert refusal(opened_to_read, location) == (
        f"{location.path}: the database is damaged; restore it from a backup, or move it away to start anew"
    )


# --- migrations -------------------------------------------------------------------------------------------------


def test_the_revision_that_the_program_writes_is_the_last_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(STEPS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_the_migrations_make_the_tables_that_the_program_expects(location: Location) -> None:
    engine = connect(location)
    try:
        bring_up_to_date(engine, location.path)
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
            assert compare_metadata(context, metadata) == []
    finally:
        engine.dispose()


def test_a_database_that_is_up_to_date_is_opened_as_it_is(location: Location) -> None:
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), with_news(seen("Fee: $100"), gone()))
    before = dump(location.path)
    with opened_for_a_pass(location):
        pass
    assert dump(location.path) == before


REBUILDS = f'''"""Rebuilds the tables that others refer to."""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "{HEAD}"
def upgrade() -> None:
    for table in ("version", "pass"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("remark", sa.String(), nullable=True))
'''


@pytest.fixture
def later_steps(tmp_path: Path) -> Path:
    """The migrations with one more, as some day there will be: it rebuilds tables that hold rows."""
    steps = tmp_path / "migrations"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "9999_rebuilds.py").write_text(REBUILDS)
    return steps


def test_a_later_step_that_rebuilds_tables_keeps_every_row(tmp_path: Path, later_steps: Path) -> None:
    location = Location(tmp_path / "monitor.db")
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), with_news(seen("Fee: $100"), gone()))
        standing = Standing(gone().finding, State.OPEN, START, START, source=None, line=None)
        store.decide([acknowledged(standing, START, "known")])
        with store.reviewing([listing("ward", URL)], START):
            pass
        before = (store.history(URL), store.versions(URL), store.runs(URL), store.remembered())
    engine = connect(location)
    try:
        migrate(engine, location.path, later_steps)
        store = Store(engine, location)
        assert (store.history(URL), store.versions(URL), store.runs(URL), store.remembered()) == before
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT remark FROM version").all() == [(None,)]
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    finally:
        engine.dispose()


def test_a_database_of_the_first_tables_is_brought_up_to_date_with_everything_in_it(tmp_path: Path) -> None:
    first_steps = tmp_path / "migrations"
    shutil.copytree(STEPS, first_steps, ignore=shutil.ignore_patterns("__pycache__", "000[2-9]_*", "00[1-9]?_*"))
    location = Location(tmp_path / "monitor.db")
    engine = connect(location)
    migrate(engine, location.path, first_steps)
    with engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO pass VALUES (1, '2026-11-02 06:00:00', '2026-11-02 06:01:00', 3, 2, 0, 0)"
        )
    engine.dispose()

    with opened_for_a_pass(location) as store:
        remembered = store.remembered()
        assert remembered.last_pass == PassSummary(START, START + timedelta(minutes=1), 3, 2, False, False, spared=0)
        assert remembered.waits == {}


def test_a_link_that_was_known_before_there_were_beliefs_is_kept_with_all_that_was_known(tmp_path: Path) -> None:
    steps = tmp_path / "migrations"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__", "00[1-9]?_*"))
    location = Location(tmp_path / "monitor.db")
    engine = connect(location)
    migrate(engine, location.path, steps)
    with engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("INSERT INTO pass VALUES (1, '2026-11-02 06:00:00', NULL, 1, 1, 0, 1, 0)")
        connection.exec_driver_sql(
            "INSERT INTO link (url, looks, first_at, last_at, reason, final_url, hops, detail, pass_id) VALUES "
            f"('{URL}', 3, '2026-11-01 06:00:00', '2026-11-02 06:00:00', 'timeout', '{URL}', '[]', 'late', 1)"
        )
    engine.dispose()

    with opened_for_a_pass(location) as store:
        assert store.history(URL) == LinkHistory(
            URL, 3, START - timedelta(days=1), START, last=Outcome(Reason.TIMEOUT, URL, (), None, "late")
        )


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path, later_steps: Path) -> None:
    location = Location(tmp_path / "monitor.db")
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), seen("Fee: $100"))
    before = dump(location.path)
    with (later_steps / "versions" / "9999_rebuilds.py").open("a") as step:
        step.write("    raise ArithmeticError('the step is wrong')\n")
    engine = connect(location)
    try:
        with pytest.raises(ArithmeticError):
            migrate(engine, location.path, later_steps)
    finally:
        engine.dispose()
    assert dump(location.path) == before


# --- killed -----------------------------------------------------------------------------------------------------

KILLED_IN_A_MIGRATION = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from monitor.store.opening import Location, bring_up_to_date, connect

location = Location(Path(sys.argv[1]))
engine = connect(location)

@event.listens_for(engine, "after_cursor_execute")
def die(connection, cursor, statement, *_):
    if sys.argv[2] in statement:
        os.kill(os.getpid(), signal.SIGKILL)

bring_up_to_date(engine, location.path)
"""

KILLED_IN_A_CHECK = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sqlalchemy import event
from monitor.store.database import Store
from monitor.store.opening import Location, bring_up_to_date, connect, held
from test_store import START, gone, seen, with_news

location = Location(Path(sys.argv[1]))
with held(location):
    engine = connect(location)
    bring_up_to_date(engine, location.path)
    store = Store(engine, location)
    pass_id = store.begin(START, links=2)
    store.record(pass_id, seen("Fee: $100"))

    @event.listens_for(engine, "after_cursor_execute")
    def die(connection, cursor, statement, *_):
        if "INSERT INTO transition" in statement:
            os.kill(os.getpid(), signal.SIGKILL)

    store.record(pass_id, with_news(seen("Fee: $200", url="https://other.example/"), gone()))
"""


def run_to_its_death(script: str, *arguments: str) -> None:
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("at", ["CREATE TABLE version", "INSERT INTO alembic_version"])
def test_a_migration_that_is_killed_leaves_a_file_that_can_be_used(location: Location, at: str) -> None:
    run_to_its_death(KILLED_IN_A_MIGRATION, str(location.path), at)
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), seen("Fee: $100"))
        assert store.history(URL).looks == 1


def test_a_pass_that_is_killed_lets_go_of_the_database_and_leaves_whole_checks_only(location: Location) -> None:
    run_to_its_death(KILLED_IN_A_CHECK, str(location.path), str(Path(__file__).parent))
    with opened_for_a_pass(location) as store:  # nobody holds it any more
        remembered = store.remembered()
        assert set(remembered.histories or {}) == {URL}
        assert remembered.incidents == ()
        assert store.versions("https://other.example/") == []
        assert remembered.last_pass == PassSummary(START, None, links=2, looked=0, offline=False, interrupted=True)


# --- shared -----------------------------------------------------------------------------------------------------


def test_a_second_pass_is_refused_at_once_and_told_why(location: Location) -> None:
    with opened_for_a_pass(location):
        assert refusal(opened_for_a_pass, location) == (
            f"{location.path}: another pass holds the database; wait until it has ended, or name another --database"
        )
    with opened_for_a_pass(location):
        pass


def test_the_database_is_let_go_when_a_pass_ends_with_an_error(location: Location) -> None:
    with pytest.raises(ArithmeticError), opened_for_a_pass(location):
        raise ArithmeticError
    with held(location):
        pass


def test_what_is_recorded_can_be_read_while_a_pass_is_under_way(location: Location) -> None:
    with opened_for_a_pass(location) as writing, opened_to_read(location) as reading:
        assert reading is not None
        pass_id = writing.begin(START, links=1)
        writing.record(pass_id, seen("Fee: $100"))
        assert reading.history(URL).looks == 1


@contextmanager
def impatient(location: Location) -> Iterator[Store]:
    """A store that does not wait for locks."""
    engine = connect(location)

    @event.listens_for(engine, "connect")
    def _do_not_wait(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout = 0").close()

    try:
        yield Store(engine, location)
    finally:
        engine.dispose()


def test_a_database_that_another_program_has_locked_says_so(location: Location) -> None:
    with opened_for_a_pass(location):
        pass
    with closing(sqlite3.connect(location.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with impatient(location) as store, pytest.raises(OperatorError) as caught:
            store.begin(START, links=0)
        other.execute("ROLLBACK")
    assert str(caught.value) == (
        f"{location.path}: the database is locked by another program; close that program and try again"
    )


def test_somebody_elses_write_between_two_statements_of_a_check_cannot_spoil_it(location: Location) -> None:
    """However patient: a transaction that has read cannot write any more once another one has written since."""
    with opened_for_a_pass(location), impatient(location) as store:
        pass_id = store.begin(START, links=1)
        tried: list[str] = []

        with closing(sqlite3.connect(location.path, isolation_level=None, timeout=0)) as other:

            @event.listens_for(store._engine, "after_cursor_execute")
            def _meanwhile(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
                if statement.startswith("SELECT") and not tried:
                    tried.append(statement)
                    try:
                        other.execute("UPDATE pass SET links = links + 1")
                    except sqlite3.OperationalError as error:
                        tried.append(str(error))

            store.record(pass_id, seen("Fee: $100"))
        assert tried[1:] == ["database is locked"]  # it is the other one that has to wait
        assert store.history(URL).looks == 1


# --- full, read-only, gone --------------------------------------------------------------------------------------


def limited(store: Store, more_pages: int) -> None:
    """From now on the database may grow by so many pages only, as on a disk that is nearly full."""
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more_pages}")


def noise(words: int) -> str:
    """Text that compresses badly."""
    return "\n".join(fingerprint(str(n), ()).digest for n in range(words))


def test_a_full_disk_says_so_and_keeps_nothing_of_the_check_that_did_not_fit(location: Location) -> None:
    with opened_for_a_pass(location) as store:
        pass_id = store.begin(START, links=2)
        store.record(pass_id, seen("Fee: $100"))
        before = dump(location.path)
        limited(store, more_pages=2)
        with pytest.raises(OperatorError) as caught:
            store.record(pass_id, with_news(seen(noise(2_000), url="https://other.example/"), gone()))
        assert str(caught.value) == (
            f"{location.path}: the database cannot grow: the disk is full; free some space and run again "
            "(all that was recorded is kept)"
        )
        assert dump(location.path) == before
        store.record(pass_id, with_news(seen("Fee: $200", url="https://small.example/")))
        assert store.history("https://small.example/").looks == 1


def test_an_error_in_the_middle_of_a_check_leaves_nothing_of_it(location: Location) -> None:
    with quick_store(location.path) as store:
        pass_id = store.begin(START, links=2)
        store.record(pass_id, seen("Fee: $100"))
        before = dump(location.path)
        naive = replace(gone(), last_seen=START.replace(tzinfo=None))
        with pytest.raises(Exception, match="without a time zone"):
            store.record(pass_id, with_news(seen("Fee: $200", url="https://other.example/"), gone("a"), naive))
        assert dump(location.path) == before


@contextmanager
def unprivileged() -> Iterator[None]:
    """As somebody whom permissions bind: they do not bind root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that everybody can reach: pytest's own are private."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def kept(public_folder: Path) -> Location:
    location = Location(public_folder / "monitor.db")
    with opened_for_a_pass(location) as store:
        store.record(store.begin(START, links=1), seen("Fee: $100"))
    location.lock.unlink()
    return location


def test_a_pass_into_a_folder_that_may_not_be_written_says_so(public_folder: Path) -> None:
    public_folder.chmod(0o555)
    location = Location(public_folder / "monitor.db")
    with unprivileged():
        assert refusal(opened_for_a_pass, location) == (
            f"{location.path}: the database cannot be used (Permission denied); "
            "mend that, or name another place with --database"
        )
    assert names(public_folder) == []


def test_a_database_that_may_be_read_but_not_written_says_so(kept: Location) -> None:
    kept.path.chmod(0o444)
    kept.path.parent.chmod(0o777)
    with unprivileged(), pytest.raises(OperatorError) as caught, opened_for_a_pass(kept) as store:
        store.begin(START, links=0)
    assert str(caught.value) == (
        f"{kept.path}: the database is read-only; make it and its folder writable, "
        "or name another place with --database"
    )


def test_a_database_that_may_not_be_read_says_so(kept: Location) -> None:
    kept.path.chmod(0o000)
    with unprivileged():
        assert refusal(opened_to_read, kept) == (
            f"{kept.path}: the database cannot be opened; check that its folder exists and may be written to"
        )


def test_a_folder_that_may_not_be_entered_says_so(kept: Location) -> None:
    kept.path.parent.chmod(0o000)
    with unprivileged():
        assert refusal(opened_to_read, kept) == (
            f"{kept.path}: the database cannot be used (Permission denied); "
            "mend that, or name another place with --database"
        )


# --- rows -------------------------------------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["\0", "a\0b", "“quoted” – 名前 🩺", "null", "'; DROP TABLE incident; --", "long " * 5_000]
)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45))])
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30), timezones=ZONES)  # noqa: DTZ001  # zones are drawn
COUNTS = st.integers(0, 2**62)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
HOPS = st.lists(st.builds(Hop, TEXT, st.integers(100, 999)), max_size=3).map(tuple)
SUGGESTIONS = st.builds(
    Suggestion, TEXT, st.none() | TEXT | st.integers() | NUMBERS | st.dates() | st.just("2026-11-02") | st.just("1.50")
)
FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(Rule),
    listing=TEXT,
    subject=TEXT,
    severity=st.sampled_from(Severity),
    message=TEXT,
    since=MOMENTS,
    opens_at=MOMENTS,
    url=st.none() | TEXT,
    reason=st.none() | st.sampled_from(Reason),
    key=TEXT,
    evidence=st.builds(Evidence, st.none() | TEXT, st.none() | TEXT, st.none() | TEXT),
    suggestion=st.none() | SUGGESTIONS,
    cause=st.none() | TEXT,
)
INCIDENTS = st.builds(
    Incident,
    FINDINGS,
    st.sampled_from(State),
    since=MOMENTS,
    last_seen=MOMENTS,
    opened_at=st.none() | MOMENTS,
    resolved_at=st.none() | MOMENTS,
    looks=COUNTS,
    note=st.none() | TEXT,
)
DECISIONS = st.builds(Decision, at=MOMENTS, proof=TEXT, until=st.none() | st.dates(), note=st.none() | TEXT)
BLOCKS = st.lists(st.builds(Block, TEXT, st.sampled_from(Area), st.integers(0, 6)), max_size=4).map(tuple)
VERSIONS = st.builds(
    Version, st.builds(Fingerprint, st.integers(0, 99), TEXT), TEXT, BLOCKS, first_seen=MOMENTS, last_seen=MOMENTS
)
HISTORIES = st.builds(
    LinkHistory,
    url=TEXT,
    looks=COUNTS,
    first_at=MOMENTS,
    last_at=MOMENTS,
    last_ok=st.none() | MOMENTS,
    last_conclusive=st.none() | MOMENTS,
    silent_since=st.none() | MOMENTS,
    well_since=st.none() | MOMENTS,
    blocked_since=st.none() | MOMENTS,
    sign=st.none() | st.sampled_from(Sign),
    sign_since=st.none() | MOMENTS,
    last=st.builds(Outcome, st.sampled_from(Reason), TEXT, HOPS, st.none() | st.integers(100, 999), TEXT),
    latest=st.none() | VERSIONS,
    validators=st.none()
    | st.builds(Validators, TEXT.filter(bool), etag=st.none() | TEXT, last_modified=st.none() | TEXT),
    belief=st.none() | st.builds(Belief, st.floats(1e-6, 1e9), st.floats(1e-6, 1e9)),
)
TRANSITIONS = st.builds(
    Transition,
    finding=TEXT,
    incident=TEXT,
    at=MOMENTS,
    before=st.none() | st.sampled_from(State),
    after=st.sampled_from(State),
    severity_before=st.none() | st.sampled_from(Severity),
    severity=st.sampled_from(Severity),
    message=TEXT,
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Tables for rows that are written, read back and forgotten."""
    with quick_store(tmp_path_factory.mktemp("rows") / "monitor.db") as store:
        yield store._engine


@settings(max_examples=60, deadline=None)
@given(incident=INCIDENTS)
def test_an_incident_comes_back_as_it_went_in(engine: Engine, incident: Incident) -> None:
    with Session(engine) as session:
        session.execute(insert(IncidentRow).values(rows.incident_columns(incident)))
        assert [rows.incident(row, None) for row in session.scalars(select(IncidentRow))] == [incident]


@settings(max_examples=40, deadline=None)
@given(incident=INCIDENTS, decision=DECISIONS)
def test_a_decision_comes_back_with_its_incident_while_that_lives(
    engine: Engine, incident: Incident, decision: Decision
) -> None:
    state = State.ACKNOWLEDGED if decision.until is None else State.SNOOZED
    decided = replace(incident, state=state, decision=decision)
    over = replace(incident, state=State.RESOLVED)
    with Session(engine) as session:
        session.execute(insert(IncidentRow).values(rows.incident_columns(decided)))
        session.execute(insert(DecisionRow).values(finding=decided.id, **rows.decision_columns(decision)))
        row, kept = session.scalars(select(IncidentRow)).one(), session.scalars(select(DecisionRow)).one()
        assert row.state == State.OPEN
        assert rows.incident(row, kept) == decided
        row.state = State.RESOLVED
        assert rows.incident(row, kept) == over
        session.rollback()


@settings(max_examples=40, deadline=None)
@given(history=HISTORIES)
def test_a_history_comes_back_as_it_went_in(engine: Engine, history: LinkHistory) -> None:
    with Session(engine) as session:
        session.execute(insert(PassRow).values(id=1, started_at=START, links=0))
        if history.latest is not None:
            session.execute(
                insert(VersionRow).values(
                    id=1,
                    url=history.url,
                    method=history.latest.fingerprint.version,
                    digest=history.latest.fingerprint.digest,
                    title=history.latest.title,
                    blocks=rows.pack(history.latest.blocks),
                    first_seen=history.latest.first_seen,
                    last_seen=history.latest.last_seen,
                )
            )
        columns = rows.link_columns(history, 1 if history.latest is not None else None, pass_id=1)
        session.execute(insert(LinkRow).values(columns))
        (row,) = session.scalars(select(LinkRow))
        latest = session.get(VersionRow, row.version_id) if row.version_id is not None else None
        assert rows.history(row, latest, history.volatile) == history


@settings(max_examples=25, deadline=None)
@given(transition=TRANSITIONS)
def test_a_transition_goes_in_whole_and_undelivered(engine: Engine, transition: Transition) -> None:
    with Session(engine) as session:
        session.execute(insert(TransitionRow).values(rows.transition_columns(transition)))
        (row,) = session.scalars(select(TransitionRow))
        assert {each.name: getattr(row, each.name) for each in fields(Transition)} == {
            each.name: getattr(transition, each.name) for each in fields(Transition)
        }
        assert row.delivered_at is None


@settings(max_examples=15, deadline=None)
@given(blocks=BLOCKS)
def test_blocks_come_back_as_they_were_packed(blocks: tuple[Block, ...]) -> None:
    assert rows.unpack(rows.pack(blocks)) == blocks


def test_a_row_of_a_table_comes_back_with_its_width_its_head_and_what_is_struck() -> None:
    blocks = (
        Block("| 2 weeks", cells=3, head=True),
        Block("Tuition | $1", Area.CHROME, cells=3),
        Block("Words $5", struck=("$5",)),
    )
    assert rows.unpack(rows.pack(blocks)) == blocks


def test_blocks_that_were_packed_before_rows_had_a_width_are_read() -> None:
    packed = zlib.compress(json.dumps([["main", 2, "Fees"], ["chrome", 0, "Tuition | $1"]]).encode())
    assert rows.unpack(packed) == (Block("Fees", heading=2), Block("Tuition | $1", Area.CHROME))


def test_a_moment_without_a_zone_is_refused(location: Location) -> None:
    with quick_store(location.path) as store, pytest.raises(Exception, match="without a time zone cannot be stored"):
        store.begin(START.replace(tzinfo=None), links=0)


def test_a_moment_of_another_zone_is_the_same_moment(location: Location) -> None:
    with quick_store(location.path) as store:
        store.begin(START.astimezone(timezone(timedelta(hours=9))), links=0)
        last = store.remembered().last_pass
    assert last is not None
    assert (last.started_at, last.started_at.tzinfo) == (START, UTC)


def test_news_and_incidents_in_their_hundreds_are_kept(location: Location) -> None:
    """More than one chunk of them, and the same ones a second time."""
    many = [gone(f"https://ward.example/{n}") for n in range(1_201)]
    with quick_store(location.path) as store:
        for _ in range(2):
            store.record_catalogue(store.begin(START, links=0), with_news(seen("x"), *many).reconciled)
        assert len(store.link_incidents("ward")) == 1_201
    with closing(sqlite3.connect(location.path)) as connection:
        assert connection.execute("SELECT count(*) FROM 'transition'").fetchone() == (2_402,)
