"""Real pages, capture by capture, through the flow: few cries, most of them right."""

import asyncio
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HISTORIES = ROOT.parent / "shared/data/histories"
PAGES = 6

sys.path.insert(0, str(ROOT / "benchmarks"))

from stream import KNOWN, MEANINGFUL, Tally, histories, lived  # noqa: E402


@pytest.mark.skipif(not HISTORIES.exists(), reason="needs ../shared/data/histories beside the checkout")
def test_of_the_pages_captured_least_most_alarms_are_meaningful() -> None:
    pages = sorted(histories(HISTORIES), key=lambda page: (len(page.captures), page.name))[:PAGES]
    tally = Tally()
    for page in pages:
        tally.add(page, asyncio.run(lived(page)))
    known = sum(tally.alarms[label] for label in KNOWN)
    assert (known - tally.alarms[MEANINGFUL], len(tally.missed)) == (2, 1)
