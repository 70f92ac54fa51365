"""Nine kinds of edits on pages full of noise: each is seen, and the noise alone is not."""

from collections.abc import Callable

import pytest

from monitor.core.drift import compare
from monitor.core.look import Drift
from monitor.core.page import read

GERMAN = "Die Studierenden werden von den Ärzten der Klinik betreut und haben sich zu melden. "
PROSE = "Students are part of the team of the ward and they take part in the rounds. " * 3
FIRST = "<li>Letter of the dean</li>"
NOTICE = "<div class=alert>Closed until May</div>"
URL = "https://a.example/electives"
EDITS: dict[str, tuple[Callable[[str], str], Drift]] = {
    "new line": (lambda page: page.replace("</ul>", "<li>Proof of vaccination</li></ul>"), Drift.SUBSTANTIVE),
    "deleted line": (lambda page: page.replace(FIRST, ""), Drift.SUBSTANTIVE),
    "replaced number": (lambda page: page.replace("$300", "$350"), Drift.SUBSTANTIVE),
    "new row": (lambda page: page.replace("</table>", "<tr><td>Coat</td><td>$30</td></tr></table>"), Drift.SUBSTANTIVE),
    "title": (lambda page: page.replace("<title>Visiting", "<title>Former visiting"), Drift.SUBSTANTIVE),
    "notice": (lambda page: page.replace("<main>", f"{NOTICE}<main>"), Drift.SUBSTANTIVE),
    "reordered list": (
        lambda page: page.replace(FIRST, "").replace("</ul><p>", f"{FIRST}</ul><p>"),
        Drift.SAME,
    ),
    "link target": (lambda page: page.replace("/form.pdf", "/form-2027.pdf"), Drift.COSMETIC),
    "another language": (
        lambda page: page.replace(PROSE, GERMAN * 9),
        Drift.INCOMPARABLE,
    ),
}  # fmt: skip


def page(number: int, visit: int) -> str:
    """One of many programme pages, as one of its visitors gets it: every visit brings other noise."""
    menu = "".join(f"<li><a href=/{i}?s={visit}>Department {chr(65 + i)}</a></li>" for i in range(visit % 3 + 4))
    return (
        f"<html><head><title>Visiting students {number}</title><meta name=csrf content={visit}></head>"
        f"<body class='js-view-id-{visit:012x}a1'><nav><ul>{menu}</nav><main><h1>Electives {number}</h1>"
        f"<p>{PROSE}</p><h2>Fees</h2><table><tr><td>Tuition</td><td>$300</td></tr></table><h2>Documents</h2>"
        "<ul><li>Letter of the dean</li><li>Passport</li></ul><p><a href='/form.pdf?v=17620000"
        f"{visit:02}'>Form</a></p><p>Posted {visit + 2} days ago</p><p>{visit * 37} views</p><button>Share</button>"
        "</main>"
        f"<footer>© {2020 + visit} Harrow</footer><script nonce={visit}>f({visit})</script></body></html>"
    )


def seen(before: str, after: str) -> Drift:
    return compare(read(before.encode(), None, URL), read(after.encode(), None, URL)).drift


@pytest.mark.parametrize("slow", [False, True], ids=["fast noise", "slow noise"])
def test_noise_alone_is_no_change(slow: bool) -> None:
    visits = (1, 9) if slow else (1, 2)
    drifts = [seen(page(number, visits[0]), page(number, visits[1])) for number in range(50)]
    assert drifts == [Drift.SAME] * 50


@pytest.mark.parametrize("kind", EDITS)
def test_every_kind_of_edit_is_seen_through_the_noise(kind: str) -> None:
    edit, wanted = EDITS[kind]
    drifts = []
    for number in range(50):
        before, after = page(number, number % 7), page(number, number % 5 + 3)
        edited = edit(after)
        assert edited != after
        drifts.append(seen(before, edited))
    assert drifts == [wanted] * 50
