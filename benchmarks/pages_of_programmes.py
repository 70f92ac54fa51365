"""Invented pages of programmes for benchmarks: some 60 KB each, as pages are: mostly frame, with little text."""

import random

PARAGRAPHS = 24
_TEXT = (
    "visiting students may apply for an elective of four weeks in the department after their core rotations and "
    "with proof of immunisation a letter of good standing a transcript and the fee for each rotation which is not "
    "returned when an application is withdrawn later than one month before the first day of the rotation housing "
    "is not provided the office answers questions about dates prices documents insurance and visas by mail"
)
_WORDS = tuple(_TEXT.split())


def page(number: int, edition: int, token: str) -> bytes:
    """The page of a programme: *edition* counts its changes, *token* differs from visit to visit."""
    draw = random.Random(number)  # noqa: S311  # a simulation
    text = [_paragraph(draw) for _ in range(PARAGRAPHS)]
    for change in range(edition):
        again = random.Random(f"{number} {change}")  # noqa: S311
        text[again.randrange(PARAGRAPHS)] = _paragraph(again)
    menu = "".join(f"<li class='menu-item item-{n}'><a href='/section/{n}'>Section {n}</a></li>" for n in range(120))
    shown = "".join(f"<section><h2>Part {n}</h2><p>{words}</p></section>" for n, words in enumerate(text))
    script = f"window.state = {{token: '{token}'}};" + "function f(a, b) { return a + b; } " * 800
    return (
        f"<!doctype html><html lang='en'><head><title>Elective {number}</title>"
        f"<link rel='canonical' href='{url(number)}'><script nonce='{token}'>{script}</script></head>"
        f"<body><nav><ul>{menu}</ul></nav><main><h1>Elective {number}</h1>{shown}</main>"
        f"<footer>Office of visiting students</footer></body></html>"
    ).encode()


def url(number: int) -> str:
    """Where it stands; every page has a host of its own."""
    return f"https://host-{number}.example.org/elective-{number}"


def _paragraph(draw: random.Random) -> str:
    words = " ".join(draw.choices(_WORDS, k=60))
    return f"{words.capitalize()}. The fee is ${draw.randrange(50, 5000)} per month."
