"""Batches of saved pages: a line in, a line out, whatever the line is (`inspect --batch`, `compare --batch`)."""

import gzip
import json
from pathlib import Path

import pytest
from commands import Desk
from webs import page

pytestmark = pytest.mark.process


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"no JSON at all", "the line is not JSON"),
        (b'{"id": "\xff", "path": "page.html"}', "the line is not UTF-8: byte 9 is 0xFF"),
        (b"[" * 100_000, "the line is not JSON"),
        (b'["page.html"]', "the line must be a JSON object, but is a list"),
        (b'{"path": "page.html"}', "`id` is missing"),
        (b'{"id": 7}', "`path` is missing: the path of a saved page"),
        (b'{"id": 7, "path": 5}', "`path` must be text, but is 5"),
        (b'{"id": 7, "path": "nowhere.html"}', "nowhere.html: cannot be read: No such file or directory"),
        (b'{"id": 7, "path": "torn.gz"}', "torn.gz: cannot be read"),
        (b'{"id": 7, "path": "page.html", "status": 1e999}', "`status` must be a whole number from 100 to 999"),
        (b'{"id": 7, "path": "page.html", "headers": "x"}', "`headers` must be an object like"),
        (b'{"id": 7, "path": "page.html", "listing": {"mail": 1}}', "unknown key `mail`"),
    ],
)
def test_a_bad_line_of_a_batch_is_told_in_words_and_the_run_goes_on(desk: Desk, line: bytes, told: str) -> None:
    (desk.folder / "page.html").write_text(page("The fee is $300."))
    (desk.folder / "torn.gz").write_bytes(gzip.compress(b"The fee is $300." * 99)[:-20])
    (desk.folder / "batch.jsonl").write_bytes(line + b'\n\n{"id": "last", "path": "page.html"}\n')
    result = desk.run("inspect", "--batch", "batch.jsonl")
    assert (result.returncode, result.stderr) == (0, "")
    bad, good = (json.loads(answer) for answer in result.stdout.splitlines())
    assert set(bad) == {"id", "error"}
    assert bad["id"] == (7 if b'"id": 7' in line else 1)
    assert bad["error"].startswith(told) or told in bad["error"]
    assert (good["id"], good["reason"]) == ("last", "ok")


@pytest.mark.parametrize("command", ["inspect", "compare"])
def test_a_batch_that_cannot_be_read_ends_with_2_and_one_line(desk: Desk, command: str) -> None:
    (desk.folder / "torn.jsonl.gz").write_bytes(b"this was never packed")
    for name, why in (("missing.jsonl", "No such file or directory"), ("torn.jsonl.gz", "Not a gzipped file")):
        result = desk.run(command, "--batch", name)
        assert (result.returncode, result.stdout) == (2, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith(f"monitor: {name}: the batch cannot be read: {why}")


def test_one_pages_json_is_its_line_of_a_batch_packed_or_not(desk: Desk) -> None:
    text = page("The application fee is $300.").encode()
    (desk.folder / "page.html").write_bytes(text)
    (desk.folder / "page.html.gz").write_bytes(gzip.compress(text))
    came = {"url": "http://a.example.edu/to", "requested_url": "http://a.example.edu/from", "status": 203}
    lines = [
        {"id": "page.html", "path": "page.html"},
        {"id": "page.html.gz", "path": "page.html.gz", **came, "headers": {"Content-Type": "text/html"}},
    ]
    (desk.folder / "batch.jsonl.gz").write_bytes(gzip.compress("\n".join(json.dumps(each) for each in lines).encode()))
    plain, packed = map(json.loads, desk.run("inspect", "--batch", "batch.jsonl.gz").stdout.splitlines())
    assert desk.json("inspect", "page.html") == plain
    said = ("--url", came["url"], "--requested-url", came["requested_url"], "--status", "203")
    assert desk.json("inspect", "page.html.gz", *map(str, said), "--header", "Content-Type: text/html") == packed
    assert (plain["reason"], packed["reason"]) == ("ok", "redirected")


def test_a_long_batch_is_answered_in_its_order_whatever_its_lines_are(desk: Desk) -> None:
    (desk.folder / "page.html").write_text(page("The fee is $300."))
    lines = [{"id": n, "path": "page.html" if n % 7 else f"nowhere-{n}.html"} for n in range(60)]
    (desk.folder / "batch.jsonl").write_text("\n".join(map(json.dumps, lines)))
    result = desk.run("inspect", "--batch", "batch.jsonl")
    assert (result.returncode, result.stderr) == (0, "")
    answers = [json.loads(answer) for answer in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == list(range(60))
    assert [answer["id"] for answer in answers if "error" in answer] == list(range(0, 60, 7))
