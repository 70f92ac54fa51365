"""The report in Chromium: nothing runs, nothing is fetched, everything fits, everything can be read."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import pytest
import situations as given
from playwright.sync_api import Browser, Page, sync_playwright

from monitor.core.finding import Evidence, Rule, Situation, Suggestion
from monitor.core.look import Reason
from monitor.report import write

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AA_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text of normal size
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

ATTACK = "<script>document.title='run'</script><img src=https://evil.example/x onerror=\"document.title='run'\">"
LONG = "w" * 400


def hostile() -> Situation:
    """A guide whose every foreign word attacks, or has no place to break a line."""
    url = f"https://{'sub.' * 12}northfield.example/{LONG}?mail={LONG}@northfield.example"
    found = given.finding(
        Rule.CLAIM_REFUTED,
        LONG[:150],
        "fee:tuition",
        message=ATTACK + LONG,
        url=url,
        key="fees[0]." + LONG,
        evidence=Evidence(quote=ATTACK + LONG, expected=LONG + "@northfield.example", found=LONG + ATTACK),
        suggestion=Suggestion("links[0].url", url),
    )
    many = [
        given.standing(given.finding(Rule.LINK_MISSING, f"clinic-{n}", message=ATTACK + LONG), line=n, source=LONG)
        for n in range(8)
    ]
    situation = given.with_standings(given.standing(found, line=1, source=url), *many)
    return replace(
        situation,
        title=ATTACK + LONG,
        catalogue=f"/{LONG}/listings.toml",
        names={LONG[:150]: ATTACK + LONG},
        links=(given.link(LONG, url, Reason.LOGIN), given.link(LONG, "javascript:document.title='run'")),
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = next((path for name in NAMES if (path := shutil.which(name))), None)
    if executable is None:
        message = f"no browser: none of {', '.join(NAMES)} is installed"
        if os.environ.get("MONITOR_REQUIRE_BROWSER"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield launched
        launched.close()


@dataclass
class Visit:
    """An open report, and what the browser did meanwhile besides showing it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Open = Callable[[Situation, int, Scheme], Visit]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    contexts = []

    def open_report(situation: Situation, width: int, scheme: Scheme) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.complaints.append(message.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("dialog", lambda dialog: seen.complaints.append(dialog.message))
        seen.page.goto(write(situation, tmp_path).as_uri())
        return seen

    yield open_report
    for context in contexts:
        context.close()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


@contextmanager
def nothing_else_happens(seen: Visit, tmp_path: Path) -> Iterator[None]:
    yield
    assert seen.requests == [(tmp_path / "index.html").as_uri()]
    assert seen.complaints == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("situation", [given.rich(), given.quiet(), hostile()], ids=["rich", "quiet", "hostile"])
def test_the_page_fits_its_window_and_asks_for_nothing(
    visit: Open, tmp_path: Path, situation: Situation, width: int, scheme: Scheme
) -> None:
    seen = visit(situation, width, scheme)
    with nothing_else_happens(seen, tmp_path):
        for _ in ("folded", "unfolded"):
            assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            assert seen.page.evaluate("window.innerWidth") == width
            unfold(seen.page)


def test_the_style_sheet_is_let_in_by_the_policy(visit: Open) -> None:
    page = visit(given.rich(), 1280, "light").page
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 253, 252)"


def test_a_script_in_a_message_is_shown_and_not_run(visit: Open, tmp_path: Path) -> None:
    seen = visit(hostile(), 1280, "light")
    with nothing_else_happens(seen, tmp_path):
        assert seen.page.title().endswith("freshness report, 22 Nov 2026, 06:00 UTC")
        assert "<script>document.title='run'</script>" in seen.page.locator("article h3").first.inner_text()
        assert seen.page.locator("script, article img").count() == 0


def test_what_is_folded_opens_by_keyboard_alone(visit: Open) -> None:
    page = visit(given.rich(), 1280, "light").page
    folded = page.locator("#worth-a-look details")
    assert not folded.locator("li").first.is_visible()
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#worth-a-look summary')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert folded.locator("li").first.is_visible()


def test_the_address_of_a_folded_finding_opens_its_fold(visit: Open) -> None:
    page = visit(given.rich(), 1280, "light").page
    folded = next(s for s in given.rich().standings if s.finding.listing == "clinic-07")
    there = page.locator(f"#{folded.finding.id}")
    assert not there.is_visible()
    page.goto(f"{page.url}#{folded.finding.id}")
    there.wait_for(state="visible", timeout=5_000)


def test_the_first_key_offers_to_skip_to_the_findings(visit: Open) -> None:
    page = visit(given.rich(), 360, "light").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "findings"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("offline", [False, True])
def test_every_text_stands_out_from_what_is_behind_it(visit: Open, scheme: Scheme, offline: bool) -> None:
    page = visit(replace(given.rich(), offline=offline), 1280, scheme).page
    unfold(page)
    pairs = page.evaluate(_TEXT_AND_GROUND)
    assert len({(ink, ground) for ink, ground, _ in pairs}) >= 8
    poor = [(text, ink, ground) for ink, ground, text in pairs if contrast(ink, ground) < AA_CONTRAST]
    assert poor == []


def test_the_two_schemes_are_two(visit: Open) -> None:
    grounds = {
        visit(given.quiet(), 1280, scheme).page.evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in SCHEMES
    }
    assert len(grounds) == 2


def test_on_paper_nothing_stays_folded(visit: Open) -> None:
    page = visit(given.rich(), 1280, "light").page
    item = page.locator("#worth-a-look details li").first
    assert not item.evaluate("one => one.checkVisibility()")
    page.emulate_media(media="print")
    assert item.evaluate("one => one.checkVisibility()")


# Every element with text of its own: its colour, and the first ground behind it that is not see-through.
_TEXT_AND_GROUND = """
() => [...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => !one.closest('.spoken'))
  .map(one => {
    let behind = one;
    while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    return [getComputedStyle(one).color, getComputedStyle(behind).backgroundColor, one.textContent.trim().slice(0, 40)];
  })
"""


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two opaque computed colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of "rgb(r, g, b)", 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    assert colour.startswith("rgb("), f"{colour} is not opaque"
    red, green, blue = (int(part) / 255 for part in colour[4:-1].split(","))

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def test_the_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("rgb(119, 119, 119)", "rgb(255, 255, 255)") == pytest.approx(4.478, abs=0.001)
