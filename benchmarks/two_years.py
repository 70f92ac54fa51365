"""How large the database of a guide grows: weekly looks at pages that change monthly, by default for two years.

    python benchmarks/two_years.py [--pages 130] [--weeks 104]

The real flow and the real database, the wire is scripted. Pages are 47 KB each, of them 9 KB text; every visit brings
other tokens, so that no validator helps. The size is that of the file when all that was written stands in it.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from time import process_time

from pages_of_programmes import url
from unchanged import START, Silent, Web, guide

from monitor.check import run_pass
from monitor.core.listing import Settings
from monitor.store import Location, opened_for_a_pass

WEEKS_OF_A_YEAR = 365.25 / 7
WEEKS_BETWEEN_CHANGES = 4


def live(pages: int, weeks: int, database: Path) -> None:
    """Every week a pass over all pages; a quarter of them has changed since the last one."""
    web = Web({url(n): n for n in range(pages)}, {})
    wanted = guide(pages, Settings(concurrency=64))
    for week in range(weeks):
        now = START + timedelta(weeks=week)
        web.editions = {url(n): (week + n) // WEEKS_BETWEEN_CHANGES for n in range(pages)}
        with opened_for_a_pass(Location(database)) as store:
            asyncio.run(run_pass(wanted, web, store, lambda: now, Silent(), draw_name=lambda: "nobodysname0"))  # noqa: B023


def main() -> None:
    """Print the size of the database, by page and year and by table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=130)
    parser.add_argument("--weeks", type=int, default=104)
    arguments = parser.parse_args()
    began = process_time()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "monitor.db"
        live(arguments.pages, arguments.weeks, database)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            counts = {
                name: connection.execute(f"SELECT count(*) FROM '{name}'").fetchone()[0]  # noqa: S608
                for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            }
        size = database.stat().st_size
    years = arguments.pages * arguments.weeks / WEEKS_OF_A_YEAR
    sys.stdout.write(
        f"{arguments.pages} pages, {arguments.weeks} weeks: {size / 1e6:.2f} MB, "
        f"{size / years / 1e3:.1f} KB a page and year; at 130 pages and two years {size / years * 260 / 1e6:.1f} MB\n"
        f"rows: {', '.join(f'{name} {count:,}' for name, count in sorted(counts.items()) if count)}\n"
        f"{process_time() - began:.0f} s of CPU\n"
    )


if __name__ == "__main__":
    main()
