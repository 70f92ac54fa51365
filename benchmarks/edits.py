"""What is seen of a dozen kinds of edits on fifty real pages, through the noise of real pages.

python benchmarks/edits.py FOLDER     (of captures, listed in its pairs.jsonl)

A page's noise is what differs between two captures that say the same: consecutive ones (adjacent), or the first and the
last of a stable stretch (long-gap). The newer capture is edited; the older is what it is compared with.
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, cycle, islice, zip_longest
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from monitor.core.content import Area, Page
from monitor.core.drift import compare
from monitor.core.fingerprint import fingerprint
from monitor.core.liveness import judge
from monitor.core.look import Drift, Hop, Liveness, Reply, Version
from monitor.core.page import read

PAGES = 50
NEVER = datetime.min.replace(tzinfo=UTC)  # a saved page does not say when it was seen
MIN_WORDS = 8
OTHER = {
    "de": "Die Studierenden werden von den Ärzten der Klinik betreut und haben sich vor dem ersten Tag zu melden. ",
    "en": "Students are part of the team of the ward, and they have to report to the office before the first day. ",
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page as a tree, and the elements that hold its own passages."""

    tree: BeautifulSoup
    texts: Sequence[Tag]


Edit = Callable[[Parsed], bool]  # edits the tree; False where the page has nothing of the kind


def new_line(page: Parsed) -> bool:
    return _beside(page, f"<{page.texts[0].name}>Applicants send a proof of vaccination.</{page.texts[0].name}>")


def new_row(page: Parsed) -> bool:
    return _beside(page, "<table><tr><td>Application fee</td><td>$150</td></tr></table>")


def deleted_line(page: Parsed) -> bool:
    _middle(page).decompose()
    return True


def replaced_number(page: Parsed) -> bool:
    for part in chain.from_iterable(each.find_all(string=re.compile(r"\d")) for each in page.texts):
        part.replace_with(re.sub(r"\d+", lambda number: str(int(number[0]) + 1), str(part), count=1))
        return True
    return False


def negation(page: Parsed) -> bool:
    for part in _middle(page).find_all(string=re.compile(r"\w+ \w+ \w+")):
        part.replace_with(re.sub(r"(\w+ \w+)( \w+)", r"\1 not\2", str(part), count=1))
        return True
    return False


def title(page: Parsed) -> bool:
    if page.tree.title is None or not page.tree.title.string:
        return False
    page.tree.title.string = f"Closed: {page.tree.title.string}"
    return True


def notice(page: Parsed) -> bool:
    if page.tree.body is None:
        return False
    page.tree.body.insert(0, BeautifulSoup("<div role=alert>Applications are closed until May</div>", "html.parser"))
    return True


def link_target(page: Parsed) -> bool:
    for link in chain.from_iterable(each.find_all("a", href=re.compile("^http")) for each in page.texts):
        link["href"] = "https://a.example/new-form"
        return bool(link.get_text(strip=True))
    return False


def reordered_list(page: Parsed) -> bool:
    """No change: the same entries in another order. Figures stay where they are: one beside another label is news."""
    for holder in page.tree.find_all(["ul", "ol"]):
        entries = [each for each in holder.find_all("li", recursive=False) if each in page.texts]
        if len(entries) >= 3 and not any(re.search(r"\d", each.get_text()) for each in entries):
            holder.append(entries[0].extract())
            return True
    return False


def soft_404(page: Parsed) -> bool:
    """The text gives way to a notice that there is none, in the frame and at the status of the page."""
    first, *others = page.texts
    for each in others:
        each.decompose()
    first.clear()
    first.append("Page not found. The page you are looking for may have been moved or deleted.")
    if page.tree.title is not None:
        page.tree.title.string = "Page not found"
    for heading in page.tree.find_all(["h1", "h2", "h3", "h4", "table", "ul", "ol", "p"]):
        if first not in (heading, *heading.descendants) and heading.find_parent(["nav", "header", "footer"]) is None:
            heading.decompose()
    return True


def another_language(page: Parsed) -> bool:
    """All running text, menus too, as one language switch exchanges it; headings and labels of a word or two stay."""
    language = "en" if " und " in page.tree.get_text() else "de"
    for part in page.tree.find_all(string=re.compile(r"\w+\s+\w+\s+\w+")):
        if type(part) is NavigableString:  # scripts, styles and comments are of other types
            size = len(part.split())
            part.replace_with(" ".join(islice(cycle(OTHER[language].split()), size)))
    return True


def moved_line(page: Parsed) -> bool:
    """No change at all: what it is rated is the noise of pages that move their passages about."""
    plain = [each for each in page.texts if not re.search(r"\d", each.get_text())]
    if len(plain) < 2:
        return False
    plain[-1].insert_after(plain[0].extract())
    return True


_TOLD = frozenset((Drift.SUBSTANTIVE,))
_NO_CHANGE = frozenset((Drift.SAME, Drift.COSMETIC))
KINDS: Mapping[str, tuple[Edit, frozenset[Drift | Liveness]]] = {
    "new line": (new_line, _TOLD),
    "new row with a fee": (new_row, _TOLD),
    "deleted line": (deleted_line, _TOLD),
    "replaced number": (replaced_number, _TOLD),
    "a “not” more": (negation, _TOLD),
    "title": (title, _TOLD),
    "notice": (notice, _TOLD),
    "link target": (link_target, frozenset((Drift.COSMETIC, Drift.SUBSTANTIVE))),
    "another language": (another_language, frozenset((Drift.INCOMPARABLE,))),
    "moved line, no change": (moved_line, _NO_CHANGE),
    "reordered list, no change": (reordered_list, _NO_CHANGE),
    "soft 404": (soft_404, frozenset((Liveness.GONE,))),
}  # fmt: skip


def _beside(page: Parsed, markup: str) -> bool:
    _middle(page).insert_after(BeautifulSoup(markup, "html.parser"))
    return True


def _middle(page: Parsed) -> Tag:
    return page.texts[len(page.texts) // 2]


def main(folder: Path) -> None:
    """Print what is seen of each kind of edit, for fast and for slow noise."""
    if not (folder / "pairs.jsonl").exists():
        sys.exit(f"skipped: no captures in {folder}")
    with (folder / "pairs.jsonl").open() as lines:
        pairs = [pair for pair in map(json.loads, lines) if pair["label"] == "noise" and pair["media"] == "html"]
    for speed in ("adjacent", "long-gap"):
        chosen = list(islice(_by_turns([pair for pair in pairs if pair["magnitude"] == speed]), PAGES))
        _report(speed, folder, chosen)


def _by_turns(pairs: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """One pair of each site, then a second of each: no site makes the figure."""
    sites = defaultdict(list)
    for pair in pairs:
        sites[pair["service"]].append(pair)
    return filter(None, chain.from_iterable(zip_longest(*(sites[site] for site in sorted(sites)))))


def _report(speed: str, folder: Path, pairs: Sequence[Mapping[str, Any]]) -> None:
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    alone = Counter[str]()
    for pair in pairs:
        url = pair["url"] or "https://a.example/"
        older, newer = (_body(folder / pair[side]["file"]) for side in ("before", "after"))
        before, after = read(older, "text/html", url), read(newer, "text/html", url)
        alone[compare(before, after).drift] += 1
        for kind, (edit, wanted) in KINDS.items():
            tree = BeautifulSoup(newer.decode("utf-8", "replace"), "lxml")
            texts = _texts(tree, after)
            if texts and edit(Parsed(tree, texts)):
                said = _seen(before, str(tree).encode(), url)
                seen[kind]["right" if said in wanted else said] += 1
    _say(f"{speed}: {len(pairs)} pairs; unedited: {_told(alone)}")
    for kind, counted in seen.items():
        _say(f"  {kind:22} {_told(counted)}")


def _seen(before: Page, body: bytes, url: str) -> Drift | Liveness:
    """What is said of a body where *before* was the last good copy: only what is alive is compared."""
    page = read(body, "text/html", url)
    seen = fingerprint(before.title, before.blocks, before.links)
    known = Version(seen, before.title, before.blocks, NEVER, NEVER, before.links)
    judged = judge(Reply(url, url, (Hop(url, 200),), 200, (("content-type", "text/html"),), body), page, known)
    return compare(before, page).drift if judged.liveness is Liveness.ALIVE else judged.liveness


def _told(counted: Counter[str]) -> str:
    return f"{counted.total()}: " + ", ".join(f"{count} {what}" for what, count in counted.most_common())


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _body(path: Path) -> bytes:
    with gzip.open(path) as file:
        return file.read()


def _texts(tree: BeautifulSoup, page: Page) -> list[Tag]:
    """The elements whose whole text is one passage of the page's own, long enough to be no label."""
    own = {block.text for block in page.blocks if block.area is Area.MAIN and len(block.text.split()) >= MIN_WORDS}
    return [each for each in tree.find_all(["p", "li"]) if " ".join(each.get_text().split()) in own]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
