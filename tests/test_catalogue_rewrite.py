"""A new text for a catalogue file: whole or not at all, and only over the text that it was made from."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from monitor.catalogue import Loaded, load, reread, rewrite, rewrite_within
from monitor.errors import OperatorError

OLD = b'[[listing]]\nid = "ward"\nprogram = "Old"\n'
NEW = OLD.replace(b"Old", b"New")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "listings.toml"
    path.write_bytes(OLD)
    return path


def both(path: Path) -> tuple[Loaded, Loaded]:
    loaded = load(path)
    return loaded, reread(loaded, NEW)


def test_the_file_gets_the_new_text_and_keeps_its_permissions_and_nothing_is_left_beside_it(path: Path) -> None:
    path.chmod(0o640)
    rewrite(*both(path))
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o7777 == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["listings.toml"]


def test_a_symbolic_link_stays_one_and_its_goal_gets_the_new_text(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "guide.toml"
    link.parent.mkdir()
    link.symlink_to(os.path.relpath(path, link.parent))
    rewrite(*both(link))
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert [each.name for each in link.parent.iterdir()] == ["guide.toml"]


def test_a_file_that_somebody_else_changed_meanwhile_is_left_to_them(path: Path) -> None:
    loaded, new = both(path)
    theirs = OLD + b"# theirs\n"
    path.write_bytes(theirs)
    with pytest.raises(OperatorError, match="was changed by somebody else meanwhile; nothing was written: run again"):
        rewrite(loaded, new)
    assert path.read_bytes() == theirs


def test_a_file_that_is_gone_stays_gone(path: Path) -> None:
    loaded, new = both(path)
    path.unlink()
    with pytest.raises(OperatorError, match="there is no such file"):
        rewrite(loaded, new)
    assert list(path.parent.iterdir()) == []


def test_a_text_that_is_no_catalogue_is_refused(path: Path) -> None:
    with pytest.raises(OperatorError, match=r"the edited catalogue would be wrong: .*edit the file by hand"):
        reread(load(path), b"[[listing]]\n")


@contextmanager
def transaction(log: list[str], *, ends_well: bool) -> Iterator[None]:
    """One that notes how it ended."""
    try:
        yield
    except BaseException:
        log.append("undone")
        raise
    if not ends_well:
        raise ArithmeticError("the disk is full")
    log.append("kept")


def test_with_a_transaction_around_it_both_are_kept(path: Path) -> None:
    log: list[str] = []
    rewrite_within(transaction(log, ends_well=True), *both(path))
    assert (log, path.read_bytes()) == (["kept"], NEW)


def test_a_file_that_cannot_be_written_undoes_the_transaction(path: Path) -> None:
    loaded, new = both(path)
    theirs = OLD + b"# theirs\n"
    path.write_bytes(theirs)
    log: list[str] = []
    with pytest.raises(OperatorError):
        rewrite_within(transaction(log, ends_well=True), loaded, new)
    assert (log, path.read_bytes()) == (["undone"], theirs)


def test_a_transaction_that_does_not_end_well_gives_the_file_its_old_text_back(path: Path) -> None:
    log: list[str] = []
    with pytest.raises(ArithmeticError):
        rewrite_within(transaction(log, ends_well=False), *both(path))
    assert (log, path.read_bytes()) == ([], OLD)
