"""A site of many pages that are much alike, before and after a relaunch that moved some of them without a redirect."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

SPECIALTIES = (
    "Cardiology", "Neurology", "Oncology", "Pediatrics", "Nephrology", "Hematology", "Dermatology", "Radiology",
    "Pathology", "Urology", "Psychiatry", "Rheumatology", "Gastroenterology", "Endocrinology", "Pulmonology",
    "Infectious Diseases", "Geriatrics", "Anesthesiology", "Emergency Medicine", "Family Medicine", "Surgery",
    "Orthopedics", "Ophthalmology", "Otolaryngology", "Gynecology", "Obstetrics", "Neonatology", "Allergy",
    "Palliative Care", "Sports Medicine",
)  # fmt: skip
KINDS = ("Elective", "Observership", "Clerkship", "Research Fellowship", "Sub-internship", "Visiting Rotation",
         "Externship", "Residency", "Preceptorship", "Shadowing Program")  # fmt: skip
_WARDS = ("the ward", "the clinic", "the laboratory", "the operating room", "morning rounds", "the consult service",
          "the outpatient office", "conferences", "the infusion unit", "night float", "the imaging suite")  # fmt: skip


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site: where it stands, what it is called, what it says."""

    path: str
    title: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A site before and after: `moved` maps old paths to new ones, `gone` were taken down for good."""

    before: dict[str, SitePage]
    after: dict[str, SitePage]
    moved: dict[str, str]
    gone: frozenset[str]


def slug(words: str) -> str:
    return words.lower().replace(" ", "-")


def relaunched(pages: int = 300, moves: int = 30, losses: int = 10, seed: int = 7) -> Site:
    """Of *pages* pages, *moves* stand somewhere else after it, lightly edited, and *losses* are gone."""
    dice = random.Random(seed)
    before = {page.path: page for page in _written(dice, pages)}
    chosen = dice.sample(sorted(before), moves + losses)
    moved, after = {}, {path: page for path, page in before.items() if path not in chosen}
    for n, path in enumerate(chosen[:moves]):
        page = before[path]
        _, specialty, kind = path.removesuffix(".html").strip("/").split("/")
        places = (
            f"/medical-education/visitors/{specialty}/{kind}/",
            f"/programs/{slug(page.title)}",
            f"/node/{4000 + n}",
        )
        new = places[n % len(places)]
        moved[path] = new
        after[new] = SitePage(new, page.title, _edited(page.text, dice))
    return Site(before, after, moved, frozenset(chosen[moves:]))


def html(page: SitePage, others: dict[str, SitePage]) -> str:
    """The page between the site's furniture."""
    menu = "".join(f'<li><a href="{path}">{escape(other.title)}</a>' for path, other in list(others.items())[:8])
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in page.text)
    return (
        f"<!doctype html><html lang=en><title>{escape(page.title)}</title><nav><ul>{menu}</ul></nav>"
        f"<main><h1>{escape(page.title)}</h1>{said}</main><footer>© 2026 Lakeside University Hospital</footer>"
    )


def front(site: dict[str, SitePage]) -> str:
    """The front page: every second page by name, those newly put up first; the rest stand in the sitemap."""
    newest = [*reversed(site.items())]
    links = "".join(f'<li><a href="{path}">{escape(page.title)}</a>' for path, page in newest[::2])
    return f"<!doctype html><title>Lakeside University Hospital</title><main><h1>Welcome</h1><ul>{links}</ul></main>"


def sitemap_of(site: dict[str, SitePage], root: str) -> str:
    entries = "".join(f"<url><loc>{root}{path}</loc></url>" for path in site)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def _written(dice: random.Random, pages: int) -> Iterator[SitePage]:
    for n in range(pages):
        specialty, kind = SPECIALTIES[n % len(SPECIALTIES)], KINDS[n // len(SPECIALTIES) % len(KINDS)]
        title = f"{kind} in {specialty}"
        places = dice.sample(_WARDS, 4)
        fee, weeks, ahead = dice.randrange(100, 2000, 25), dice.randrange(2, 12), dice.randrange(3, 16)
        text = (
            f"The {kind.lower()} in {specialty.lower()} is open to students in their last year and to graduates.",
            "Applicants send a letter of their dean, proof of vaccinations, a photograph and a letter of purpose.",
            f"Visitors take part in {places[0]}, {places[1]} and {places[2]}; some days are spent in {places[3]}.",
            f"The fee is ${fee} for {weeks} weeks, due {ahead} weeks ahead.",
            f"Questions go to {slug(specialty)}@lakeside.example.edu, room {dice.randrange(100, 999)}. We answer soon.",
            "Malpractice insurance, a background check and basic life support are asked of everybody who comes.",
        )
        yield SitePage(f"/education/{slug(specialty)}/{slug(kind)}.html", title, text)


def _edited(text: tuple[str, ...], dice: random.Random) -> tuple[str, ...]:
    """A few words differ after the relaunch: a sentence more, one put otherwise."""
    said = list(text)
    said[1] = "Applicants upload a dean's letter, proof of vaccinations, a photograph and a letter of purpose."
    if dice.random() < 0.5:
        said.append("This page was checked in the spring.")
    return tuple(said)
