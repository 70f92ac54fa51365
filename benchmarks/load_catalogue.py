"""How much CPU time it takes to load and to lint a large catalogue, and how much memory at most.

    python benchmarks/load_catalogue.py --listings 10000 100000

Every size is measured in a process of its own, because a process never gives back what it once needed at most. The peer
is tomllib, which parses the same text in a process of its own.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from monitor.catalogue import load
from monitor.core.rules import catalogue_findings

_NOW = datetime(2026, 11, 22, tzinfo=UTC)
_PARSE = """
import sys, time, tomllib
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
tomllib.loads(text)
print(time.process_time() - start)
"""

_HEAD = """\
[guide]
title = "Made-up listings"

[monitor]
contact = "https://catalogue.example.org/about"

"""

_LISTING = '''\
[[listing]]
id = "programme-{number}"
institution = "University {number} of Nowhere’s Hospital"
program = "Visiting students, group {number}"
city = "Town {number}"
state = "FL"
kinds = ["observership", "elective"]
hands_on = false
specialties = ["Internal medicine", "Surgery"]
audience = "students in their last year"
reviewed = 2026-11-01
tags = ["more"]
notes = """
A note of two lines,
as guides like to have them."""
source = "line {number}"
links = [{{ role = "program", url = "https://med-{number}.example.edu/visiting/students" }}]
fees = [
  {{ kind = "tuition", amount = 1000, per = "month", until = 2026-06-30 }},
  {{ kind = "application", amount = 75.50 }},
]
requirements = [
  {{ exam = "USMLE Step 1", any_of = "exam" }},
  {{ exam = "TOEFL", above = 80, any_of = "exam", sections = {{ speaking = 26 }} }},
]
contacts = [{{ name = "Office {number}", email = "office@med-{number}.example.edu", phone = "(555) 010-{digits:04}" }}]
deadlines = [{{ what = "application", date = 2027-01-15 }}]

'''


def _document(listings: int) -> Iterator[str]:
    yield _HEAD
    for number in range(listings):
        yield _LISTING.format(number=number, digits=number % 10_000)


def _measure(path: Path) -> None:
    start = process_time()
    loaded = load(path)
    loading, after_loading = process_time() - start, _peak_megabytes()
    start = process_time()
    findings = sum(1 for _ in catalogue_findings(loaded.catalogue, _NOW))
    linting, after_linting = process_time() - start, _peak_megabytes()
    start = process_time()
    loaded.line(loaded.catalogue.listings[-1].id, "fees[1].amount")
    milliseconds = (process_time() - start) * 1000
    parsing = float(subprocess.run([sys.executable, "-c", _PARSE, path], check=True, capture_output=True).stdout)  # noqa: S603
    sys.stdout.write(
        f"{len(loaded.catalogue.listings):>8,} listings, {path.stat().st_size / 1e6:.1f} MB: "
        f"load {loading:.2f} s ({loading / parsing:.1f} × tomllib), {after_loading:.0f} MB; "
        f"lint {linting:.2f} s ({linting / parsing:.1f} ×), {findings:,} findings, {after_linting:.0f} MB; "
        f"a line found in {milliseconds:.2f} ms\n"
    )


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def main() -> None:
    """Write catalogues of the sizes asked for, and load each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--listings", type=int, nargs="+", default=[10_000, 100_000], metavar="N")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        _measure(arguments.measure)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listings.toml"
        for listings in arguments.listings:
            with path.open("w", encoding="utf-8") as file:
                file.writelines(_document(listings))
            subprocess.run([sys.executable, __file__, "--measure", str(path)], check=True)  # noqa: S603  # ourselves


if __name__ == "__main__":
    main()
