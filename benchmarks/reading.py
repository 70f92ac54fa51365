"""What reading costs: a skim, a full reading and its facts, per 100 KB of pages, beside the parser's visible text.

python benchmarks/reading.py FOLDER     (of *.html or *.html.gz)
"""

import gzip
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from selectolax.lexbor import LexborHTMLParser

from monitor.core.content import Page
from monitor.core.facts import facts
from monitor.core.page import read
from monitor.core.skim import skim

MAX_PAGES = 100


def bodies(folder: Path) -> list[bytes]:
    """Every so many-th page of the folder, unpacked."""
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith((".html", ".html.gz")))
    chosen = paths[:: max(1, len(paths) // MAX_PAGES)][:MAX_PAGES]
    return [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in chosen]


def milliseconds(work: Callable[[bytes], object], pages: list[bytes]) -> float:
    """Processor time per 100 KB."""
    start = process_time()
    for page in pages:
        work(page)
    return (process_time() - start) * 1e8 / sum(map(len, pages))


def read_whole(page: bytes) -> Page:
    """A page as it is read where the web server tells that it is HTML."""
    return read(page, "text/html", "https://a.example/")


def main(folder: Path) -> None:
    """Print the figures and their ratios."""
    pages = bodies(folder)
    text = milliseconds(lambda page: LexborHTMLParser(page).text(), pages)
    whole = milliseconds(read_whole, pages)
    with_facts = milliseconds(lambda page: facts(read_whole(page)), pages)
    for name, cost in (
        ("visible text by selectolax", text),
        ("skim", milliseconds(lambda page: skim(page, "text/html"), pages)),
        ("read", whole),
        ("facts, once it is read", with_facts - whole),
    ):
        sys.stdout.write(f"{name:28} {cost:6.2f} ms per 100 KB, {cost / text:5.1f} times the parser's\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
