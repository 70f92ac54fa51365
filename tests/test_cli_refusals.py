"""What cannot be run ends with 2 and one line that says what to do."""

import json
from pathlib import Path

import pytest
from commands import Desk, listing

pytestmark = pytest.mark.process

LATE = '[ { what = "application", date = 2020-01-15 } ]'
WRONG = '[[listing]]\nid = "a"\nprogram = "P"\nreviewed = "soon"\nzip = "1"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("chek",), "No such command 'chek'. Did you mean 'check'? See python -m monitor --help"),
        (("check", "--bogus"), "No such option: --bogus; see python -m monitor check --help"),
        (
            ("lint", "--fail-on", "note"),
            (
                "Invalid value for '--fail-on': 'note' is not one of 'error', 'warning', 'never'; "
                "see python -m monitor lint --help"
            ),
        ),
        (("snooze", "f123456"), "Missing option '--until'; see python -m monitor snooze --help"),
        (("show",), "Missing argument 'ID'; see python -m monitor show --help"),
        (
            ("inspect", "page.html", "--header", "Server nginx"),
            (
                "Invalid value: 'Server nginx' is no header: write it like 'Content-Type: text/html'; "
                "see python -m monitor inspect --help"
            ),
        ),
        (
            ("inspect", "--batch", "pages.jsonl", "--url", "http://ward.example.edu/"),
            (
                "Invalid value: a line of a batch says all about its page: leave out --listing, --url and --header; "
                "see python -m monitor inspect --help"
            ),
        ),
        (
            ("compare", "one.html"),
            (
                "Invalid value: name two saved pages, the older first, or --batch FILE.jsonl; "
                "see python -m monitor compare --help"
            ),
        ),
    ],
)
def test_a_command_line_that_cannot_be_understood_ends_with_one_line(
    desk: Desk, arguments: tuple[str, ...], line: str
) -> None:
    result = desk.run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"monitor: {line}\n"
    assert list(desk.folder.iterdir()) == []


def test_without_a_word_the_help_is_shown(desk: Desk) -> None:
    result = desk.run()
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")
    assert "monitor demo" in result.stderr


def test_a_wrong_catalogue_is_told_to_programs_and_in_one_line_to_people(desk: Desk) -> None:
    desk.write(WRONG)
    for command in ("check", "lint", "findings"):
        result = desk.run(command, "--format", "json")
        assert result.returncode == 2
        assert [mistake["key"] for mistake in json.loads(result.stdout)["mistakes"]] == [
            "listing[0].reviewed",
            "listing[0].zip",
        ]
        assert result.stderr == (
            'monitor: listings.toml:4:1: `reviewed` must be a date, but is "soon" '
            "(a date without quotes, year first, like 2026-11-01); and 1 more mistake\n"
        )


def test_private_addresses_stay_refused_where_the_permission_is_not_understood(desk: Desk) -> None:
    desk.write(listing("northfield", "http://127.0.0.1:9/a"))
    (link,) = desk.json("check", MONITOR_ALLOW_PRIVATE_NETWORKS="yes")["links"]
    assert link["reason"] == "private-address"
    told = desk.run("check", MONITOR_ALLOW_PRIVATE_NETWORKS="yes").stderr
    assert "monitor: MONITOR_ALLOW_PRIVATE_NETWORKS=yes is not 1, so links to private addresses are refused\n" in told
    assert "MONITOR_ALLOW" not in desk.run("check", MONITOR_ALLOW_PRIVATE_NETWORKS="0").stderr


def test_a_reader_who_has_seen_enough_is_no_error(desk: Desk) -> None:
    desk.write("".join(listing(f"clinic-{n}", reviewed="2020-01-01") for n in range(600)))
    with desk.start("findings", "--format", "json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        process.wait(timeout=30)
    assert (process.returncode, told) == (0, "")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1969-12-31", "9000-01-01"])
def test_a_moment_from_which_no_span_can_be_counted_is_refused(desk: Desk, moment: str) -> None:
    desk.write(listing("northfield"))
    result = desk.run("check", MONITOR_NOW=moment)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"monitor: MONITOR_NOW='{moment}' lies outside 1970 to 8999; name a nearer moment\n"


@pytest.mark.parametrize("command", ["lint", "findings", "show", "inspect"])
def test_what_pages_and_guides_say_is_written_in_utf8_whatever_the_locale(desk: Desk, command: str) -> None:
    desk.write(listing("elan", institution='"Hôpital Élan, Tōkyō"', deadlines=LATE))
    (desk.folder / "page.html").write_text("<title>Tōkyō</title><p>Hôpital Élan: 3 500 ¥ “par mois”.", encoding="utf-8")
    arguments = {"show": ["elan"], "inspect": ["page.html"]}.get(command, [])
    as_it_is = desk.run(command, *arguments)
    assert "Tōkyō" in as_it_is.stdout
    told = desk.run(command, *arguments, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert (told.returncode, told.stdout, told.stderr) == (as_it_is.returncode, as_it_is.stdout, as_it_is.stderr)
