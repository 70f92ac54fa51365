"""The report on disk: whole or not there, and refused before any work where it cannot be written."""

import errno
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import situations as given

from monitor.errors import OperatorError
from monitor.report import build, files, prepare, write
from monitor.report.page import render


def inside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def no_file_larger_than(count: int) -> Iterator[None]:
    """The kernel refuses to let any file of this process grow beyond *count* bytes: a disk that fills up midway."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the superuser's right to write everywhere."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if before == 0:
            os.seteuid(before)


def test_the_page_lies_in_the_folder_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "public" / "reports"
    prepare(folder)
    assert inside(folder) == []
    path = write(given.rich(), folder)
    assert path == folder / "index.html"
    assert inside(folder) == ["index.html"]
    assert path.read_text(encoding="utf-8") == render(build(given.rich()))


def test_writing_makes_the_folder_where_nobody_prepared_it(tmp_path: Path) -> None:
    assert write(given.quiet(), tmp_path / "reports").is_file()


def test_the_same_situation_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write(given.rich(), tmp_path / "one").read_bytes()
    second = write(
        replace(given.rich(), names=dict(reversed(given.rich().names.items()))), tmp_path / "two"
    ).read_bytes()
    assert first == second


def test_the_same_situation_gives_the_same_bytes_in_another_process_zone_and_locale(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, situations, monitor.report as r; r.write(situations.rich(), pathlib.Path(sys.argv[1]))"
    )
    roots = [str(Path(__file__).parent), str(Path(files.__file__).parents[2])]
    pages = []
    for name, zone, seed in (("a", "Asia/Tokyo", "1"), ("b", "America/New_York", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(roots)}
        subprocess.run([sys.executable, "-c", program, str(tmp_path / name)], env=environment, check=True, timeout=60)
        pages.append((tmp_path / name / "index.html").read_bytes())
    assert pages[0] == pages[1] == render(build(given.rich())).encode()


def test_whoever_may_read_the_folder_may_read_the_page(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        mode = write(given.quiet(), tmp_path).stat().st_mode
    finally:
        os.umask(before)
    assert stat.S_IMODE(mode) == 0o644


def test_a_new_report_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    write(given.rich(), tmp_path)
    path = write(given.quiet(), tmp_path)
    assert path.read_text(encoding="utf-8") == render(build(given.quiet()))
    assert inside(tmp_path) == ["index.html"]


def test_a_disk_that_fills_up_midway_leaves_the_old_page_as_it_was(tmp_path: Path) -> None:
    old = write(given.quiet(), tmp_path).read_bytes()
    with (
        no_file_larger_than(5_000),
        pytest.raises(OperatorError, match=r"^the report cannot be written into .*--reports$"),
    ):
        write(given.rich(), tmp_path)
    assert inside(tmp_path) == ["index.html"]
    assert (tmp_path / "index.html").read_bytes() == old


def test_a_disk_that_takes_no_report_is_noticed_before_any_work(tmp_path: Path) -> None:
    with no_file_larger_than(5_000), pytest.raises(OperatorError, match="--reports"):
        prepare(tmp_path)
    assert inside(tmp_path) == []


@pytest.mark.parametrize("step", [prepare, lambda folder: write(given.quiet(), folder)])
def test_a_file_in_the_way_is_named(tmp_path: Path, step: object) -> None:
    assert callable(step)
    (tmp_path / "reports").write_text("mine")
    for folder in (tmp_path / "reports", tmp_path / "reports" / "deeper"):
        with pytest.raises(OperatorError) as caught:
            step(folder)
        assert str(caught.value) == (
            f"{folder} cannot be a folder, a file is in the way: move the file, or choose another folder with --reports"
        )
    assert (tmp_path / "reports").read_text() == "mine"


@pytest.mark.parametrize("step", [prepare, lambda folder: write(given.quiet(), folder)])
@pytest.mark.parametrize("full", [True, False])
def test_a_folder_where_the_page_belongs_is_named_and_kept(tmp_path: Path, step: object, full: bool) -> None:
    assert callable(step)
    (tmp_path / "index.html").mkdir()
    if full:
        (tmp_path / "index.html" / "mine.txt").write_text("mine")
    with pytest.raises(OperatorError) as caught:
        step(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} holds a folder named index.html: move it, or choose another folder with --reports"
    )
    assert inside(tmp_path) == ["index.html"]


@pytest.mark.parametrize("step", [prepare, lambda folder: write(given.quiet(), folder)])
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, step: object) -> None:
    assert callable(step)
    folder = tmp_path / "reports"
    folder.mkdir()
    folder.chmod(0o555)
    render(build(given.quiet()))  # nobody may not even read our templates, where the checkout is private
    with as_nobody(), pytest.raises(OperatorError, match=r"^no permission to write the report into .*--reports$"):
        step(folder)
    folder.chmod(0o755)
    assert inside(folder) == []


@pytest.mark.parametrize(
    ("number", "beginning"),
    [
        (errno.ENOSPC, "no room for the report in reports: free some space on that disk"),
        (errno.EDQUOT, "no room for the report in reports: free some space on that disk"),
        (errno.EACCES, "no permission to write the report into reports: allow it"),
        (errno.EPERM, "no permission to write the report into reports: allow it"),
        (errno.EROFS, "the disk of reports is read-only: make it writable"),
        (errno.ENOTDIR, "reports cannot be a folder, a file is in the way: move the file"),
        (errno.EIO, "the report cannot be written into reports (Input/output error): mend that"),
    ],
)
def test_every_trouble_with_the_disk_is_one_line_that_says_what_to_do(number: int, beginning: str) -> None:
    said = files.explain(OSError(number, os.strerror(number)), Path("reports"))
    assert said == f"{beginning}, or choose another folder with --reports"


def test_a_folder_with_a_strange_name_is_still_one_line() -> None:
    said = files.explain(OSError(errno.ENOSPC, "full"), Path("re\nports\x1b[31m"))
    assert said.startswith("no room for the report in re ports\ufffd[31m: ")


def test_the_view_is_built_without_loading_the_template_engine() -> None:
    program = "import sys, monitor.report.view, monitor.report; sys.exit('jinja2' in sys.modules)"
    root = str(Path(files.__file__).parents[2])
    asked = subprocess.run([sys.executable, "-c", program], cwd=root, check=False, timeout=60)
    assert asked.returncode == 0
