"""Runs the command line as a process, in a folder of its own, with an environment that nothing leaks into."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOW = "2026-11-22T06:00:00Z"
KEPT = {
    "PATH",
    "HOME",
    "LANG",
    "TMPDIR",
    "PYTHONPATH",
}  # the last: the code under test may lie beside what is installed


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with a catalogue in it."""

    folder: Path
    now: str | None = NOW

    @property
    def catalogue(self) -> Path:
        return self.folder / "listings.toml"

    @property
    def database(self) -> Path:
        return self.folder / "monitor.db"

    @property
    def report(self) -> Path:
        return self.folder / "reports" / "index.html"

    def write(self, text: str) -> None:
        """The catalogue; on loopback nobody minds a short gap between two requests."""
        quick = "" if "[monitor]" in text else '\n[monitor]\nhost_delay = "10ms"\n'
        self.catalogue.write_text(text + quick)

    def environ(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in KEPT}
        now = {"MONITOR_NOW": self.now} if self.now else {}
        return {**kept, "MONITOR_ALLOW_PRIVATE_NETWORKS": "1", "PYTHONUTF8": "1", **now, **more}

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "monitor", *arguments],
            cwd=self.folder,
            env=self.environ(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        with self.start(*arguments, **more) as process:
            out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def json(self, *arguments: str, **more: str) -> Any:
        result = self.run(*arguments, "--format", "json", **more)
        assert result.stdout, result.stderr
        return json.loads(result.stdout)


def listing(listing_id: str, *urls: str, **more: str) -> str:
    """A complete listing: nothing about it is stale, missing or incomplete but what *more* makes so.

    Its one price does not hold yet: pages are not held against it.
    """
    links = ", ".join(f'{{ role = "program", url = "{url}" }}' for url in urls)
    keys = {
        "institution": f'"{listing_id.replace("-", " ").title()} Hospital"',
        "program": f'"Elective {listing_id}"',
        "kinds": '["elective"]',
        "reviewed": "2026-11-01",
        "fees": '[ { kind = "tuition", amount = 0, from = 2999-01-01 } ]',
        "links": f"[ {links} ]",
        **more,
    }
    return f'[[listing]]\nid = "{listing_id}"\n' + "".join(f"{key} = {value}\n" for key, value in keys.items()) + "\n"
