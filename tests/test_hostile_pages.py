"""Pages made to stall a reader are read, skimmed and compared in bounded time and size."""

from time import process_time

import pytest

from monitor.core.drift import compare
from monitor.core.page import MAX_LINKS, read
from monitor.core.skim import skim

URL = "https://a.example/"
SECONDS = 15.0  # of processor time, some 3 where nothing else runs; what is guarded against takes minutes
HOSTILE = {
    "nested": b"<div>" * 90_000 + b"x",
    "nested and closed by another name": b"<div></x>" * 45_000,
    "links": b"<a href=x>y</a>" * 1_000_000,
    "attributes": b"<p " + b" ".join(b"a%d=1" % i for i in range(300_000)) + b">x",
    "many tags with many attributes": (b"<p " + b" ".join(b"a%d" % i for i in range(110)) + b">") * 4_000,
    "one line": b"word " * 1_000_000,
    "invalid UTF-8": b"\xff\xfe\xfa" * 1_500_000,
    "entities of entities": b"&amp;lt;" * 500_000,
    "open formatting": b"".join(b"<font c=%d>" % i for i in range(20_000)) + b"<p>x" * 20_000,
    "unclosed quotes": b'<a "' * 1_000_000,
    "unclosed comments": b"<!--" * 1_000_000,
    "tables in tables": b"<table><tr><td>" * 30_000,
    "digits": b"<p>" + b"1.1" * 1_300_000,
    "tokens": b"<p>" + b"a1-" * 1_300_000,
    "notices of copyright": b"<p>" + "© ".encode() * 600_000 + b"1",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_costs_seconds_at_most(body: bytes) -> None:
    start = process_time()
    skimmed = skim(body, "text/html")
    page = read(body, "text/html", URL)
    other = read(b"<p>Fee 300 for all</p>" + body, "text/html", URL)
    compare(page, other)
    assert process_time() - start < SECONDS
    assert skimmed == skim(body, "text/html")
    assert len(page.links) <= MAX_LINKS
