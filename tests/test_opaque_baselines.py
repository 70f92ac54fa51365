"""A file that could not be read is compared with others of its kind, and gives way to the first text that comes."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from fakes import DAY, START, FakeMemory, listing, quick_store

from monitor.core.content import Block, Page
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance
from monitor.core.incidents import Reconciled
from monitor.core.look import Drift, Hop, Judgement, Observation, Reason
from monitor.core.result import CheckResult, Past, look_at
from monitor.store import Store

URL = "https://ward.example/fees"
Either = Store | FakeMemory


@pytest.fixture(params=["database", "fake"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Either]:
    if request.param == "fake":
        yield FakeMemory()
        return
    with quick_store(tmp_path / "monitor.db") as store:
        yield store


def see(memory: Either, at: datetime, words: str, opaque: str = "") -> Drift | None:
    """A look at a file; the drift that it found."""
    blocks = (Block(words),)
    shown = fingerprint("", blocks)
    reason = Reason.UNREADABLE if opaque else Reason.OK
    page = Page("", blocks, opaque=opaque)
    seen = Observation(URL, at, Judgement(reason), URL, (Hop(URL, 200),), 200, page=page, fingerprint=shown)
    watched = listing("ward", URL)
    look = look_at(seen, advance(memory.history(URL), seen), Past(memory.baseline(watched, URL, at)))
    memory.record(memory.begin(at, links=1), CheckResult("ward", at, (look,), Reconciled((), ())))
    return look.comparison.drift if look.comparison else None


SLOW = "reading it took longer than 20 seconds"
FILES = [
    ("A PDF of 9 bytes, digest a", SLOW),
    ("A PDF of 9 bytes, digest b", SLOW),
    ("The tuition is 300 dollars.", ""),
    ("The tuition is 300 dollars.", ""),
    ("A PDF of 9 bytes, digest c", SLOW),
    ("The tuition is 350 dollars.", ""),
]


def test_once_a_text_has_come_texts_are_compared_with_it(memory: Either) -> None:
    drifts = [see(memory, START + day * DAY, words, why) for day, (words, why) in enumerate(FILES)]

    assert drifts == [
        None,
        Drift.SUBSTANTIVE,
        Drift.INCOMPARABLE,
        Drift.SAME,
        Drift.INCOMPARABLE,
        Drift.SUBSTANTIVE,
    ]


def test_so_they_are_where_a_review_fell_on_a_file_that_could_not_be_read(memory: Either) -> None:
    see(memory, START, *FILES[0])
    with memory.reviewing([listing("ward", URL)], START):
        pass

    drifts = [see(memory, START + day * DAY, *FILES[day]) for day in range(1, 6)]

    assert drifts[0] is Drift.SUBSTANTIVE
    assert drifts[1:] == [Drift.INCOMPARABLE, Drift.SAME, Drift.INCOMPARABLE, Drift.SUBSTANTIVE]


def test_why_a_file_cannot_be_read_is_kept(memory: Either) -> None:
    see(memory, START, *FILES[0])

    latest = memory.history(URL).latest
    assert latest is not None
    assert latest.opaque == SLOW
