"""Where a key stands: checked on documents that use everything TOML has."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.catalogue.document import read
from monitor.catalogue.outline import outline
from monitor.catalogue.positions import Place, Positions

KeyPath = tuple[str | int, ...]
THE_CATALOGUE = Path(__file__).parents[1] / "listings.toml"

# Each value begins with a number of its own, so that it is known again wherever it stands.
VALUES = (
    "{n}",
    "{n}.5",
    '"{n} # no comment [[listing]]"',
    '"{n} \\" quoted \\\\"',
    "'{n} \\'",
    "'{n} \" ['",
    '"""{n}\n[[listing]]\nid = "inside a string" # \\"""\n""\n"""',
    "'''{n}\n[listing]\n'' \\ '''",
    '"""{n} ends in quotes"""""',
    "'''{n} ends in quotes'''''",
    '"{n} ü ’"',
)
KEYS = ("k{n}", '"k {n}"', "'k.{n}'", '"k\\u0041 \\" {n}"', "{n}", '"ü [{n}]"', '"# {n}"')
BLANKS = ("", " ", "\t", "  ")
COMMENTS = ("", " # a comment", " # [[listing]] \" ''' {{", "\n", "\n# [[listing]]\n  # '''")


class Writer:
    """Writes a random document that is TOML: every key is new, so nothing is ever defined twice."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.count = 0

    def pick(self, choices: tuple[str, ...]) -> str:
        self.count += 1
        return self.draw(st.sampled_from(choices)).replace("{n}", str(self.count))

    def upto(self, most: int) -> int:
        return self.draw(st.integers(0, most))

    def key(self) -> str:
        dot = f"{self.pick(BLANKS)}.{self.pick(BLANKS)}"
        return dot.join(self.pick(KEYS) for _ in range(1 + self.upto(2)))

    def value(self, depth: int) -> str:
        match self.upto(4) if depth < 9 else 4:
            case 0:
                return self.array(depth)
            case 1:
                inner = ", ".join(self.statement(depth + 1) for _ in range(self.upto(2)))
                return f"{{{self.pick(BLANKS)}{inner}{self.pick(BLANKS)}}}"
            case _:
                return self.pick(VALUES)

    def array(self, depth: int) -> str:
        items = []
        for _ in range(self.upto(3)):
            gap = self.pick(COMMENTS)
            items.append(f"{gap}\n" if "#" in gap else gap)
            items.append(f"{self.value(depth + 1)}{self.pick(BLANKS)},")
        last = self.pick(("\n", "", " # [\n"))
        return f"[{''.join(items)}{last}]"

    def statement(self, depth: int) -> str:
        return f"{self.key()}{self.pick(BLANKS)}={self.pick(BLANKS)}{self.value(depth)}"

    def body(self) -> str:
        lines = (f"{self.pick(BLANKS)}{self.statement(0)}{self.pick(COMMENTS)}\n" for _ in range(self.upto(3)))
        return "".join(lines)

    def document(self) -> str:
        parts = [self.body()]
        for _ in range(self.upto(5)):
            match self.upto(3):
                case 0:
                    parts += [self.header(f"[{self.key()}]"), self.body()]
                case 1:
                    parts += [self.header(f"[[{self.pick(KEYS)}]]"), self.body()]
                case _:
                    parts += self.listing()
        return "".join(parts)

    def listing(self) -> Iterator[str]:
        name = self.pick(("listing", " listing ", '"listing"'))
        yield self.header(f"[[{name}]]")
        yield self.body()
        links = self.pick(("links", "'links'"))
        for _ in range(self.upto(2)):
            yield self.header(f"[[listing.{links}]]")
            yield self.body()
            for _ in range(self.upto(1)):
                yield self.header(f"[listing.{links}.{self.key()}]")
                yield self.body()
        for _ in range(self.upto(1)):
            yield self.header(f"[listing . {self.key()}]")
            yield self.body()

    def header(self, text: str) -> str:
        return f"{self.pick(BLANKS)}{text}{self.pick(('', ' ', ' # [[listing]]'))}\n"


@st.composite
def documents(draw: st.DrawFn) -> str:
    text = Writer(draw).document()
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return text[: -len("\n")] if draw(st.booleans()) and text.endswith("\n") and not text.endswith("\r\n") else text


def leaves(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from leaves(inner, (*path, key))
        case list():
            for number, inner in enumerate(value):
                yield from leaves(inner, (*path, number))
        case _:
            yield path, value


def text_at(text: str, place: Place) -> str:
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])


def key_and_value_at(text: str, place: Place, last: str | int) -> tuple[str | int, str]:
    """The key that is written at a place (or *last* itself, for an item of an array), and how its value begins."""
    rest = text_at(text, place)
    key: str | int = last
    if isinstance(last, str):
        written = re.match(r"""([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*=[ \t]*""", rest)
        assert written is not None, rest[:40]
        (key,) = tomllib.loads(f"{written.group(1)} = 0")
        rest = rest[written.end() :]
    beginning = re.match(r"""["']*(\d+)""", rest)
    assert beginning is not None, rest[:40]
    return key, beginning.group(1)


@given(documents())
def test_every_leaf_is_found_where_its_key_or_its_array_item_stands(text: str) -> None:
    positions = Positions(outline(text.encode()))
    for path, value in leaves(tomllib.loads(text)):
        place = positions.exact(path)
        assert place is not None, path
        number = re.match(r"\d+", str(value))
        assert number is not None
        assert key_and_value_at(text, place, path[-1]) == (path[-1], number.group())


@given(documents(), st.integers(1, 400))
def test_reading_a_document_in_pieces_reads_what_toml_reads(text: str, bytes_a_piece: int) -> None:
    whole = tomllib.loads(text, parse_float=str)
    listings = whole.pop("listing", [])
    found = read(outline(text.encode()), bytes_a_piece=bytes_a_piece)
    assert found.mistakes == ()
    assert {key: str(value) for key, value in found.rest.items()} == {
        key: str(value) for key, value in tomllib_with_decimals(text).items() if key != "listing"
    }
    assert [number for number, _ in found.listings()] == list(range(len(listings)))
    assert [one for _, one in found.listings()] == tomllib_with_decimals(text).get("listing", [])


def tomllib_with_decimals(text: str) -> dict[str, object]:
    return tomllib.loads(text, parse_float=Decimal)


@given(documents(), st.data())
def test_a_damaged_document_is_refused_in_pieces_exactly_when_toml_refuses_it(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 3))
    put = data.draw(
        st.sampled_from(("", '"', "'", "[", "]", "{", "}", "=", "\n", "#", ",", '"""', "\n[[listing]]\n", "x"))
    )
    damaged = text[:at] + put + text[at + cut :]
    found = read(outline(damaged.encode()), bytes_a_piece=data.draw(st.integers(1, 400)))
    items = list(found.listings())
    refused = [*found.mistakes, *(item for item in items if not isinstance(item, tuple))]
    try:
        whole = tomllib_with_decimals(damaged)
    except tomllib.TOMLDecodeError:
        assert refused
        lines = damaged.count("\n") + 1
        assert all(mistake.line is not None and 1 <= mistake.line <= lines for mistake in refused)
    else:
        assert refused == []
        listing = whole.pop("listing", [])
        if isinstance(listing, list):
            assert [item[1] for item in items if isinstance(item, tuple)] == listing


def test_what_does_not_exist_stands_where_its_nearest_parent_does() -> None:
    text = '[[listing]]\nid = "a"\nfees = [\n  { kind = "other" },\n]\n'
    positions = Positions(outline(text.encode()))
    asked: list[KeyPath] = [
        ("listing", 0, "fees", 0, "amount"),
        ("listing", 0, "fees", 7),
        ("listing", 0, "reviewed"),
        ("listing", 5),
        ("guide", "title"),
    ]
    assert [positions.nearest(path) for path in asked] == [
        Place(4, 3),
        Place(3, 1),
        Place(1, 1),
        Place(1, 3),
        None,
    ]
    assert [positions.exact(path) for path in asked] == [None] * 5


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("listing", 1, "links", 0), 9, 1),
        (("listing", 1, "links", 1, "url"), 12, 1),
        (("listing", 1, "notes"), 5, 1),
        (("listing", 1, "id"), 4, 1),
    ],
)
def test_the_links_of_a_listing_may_be_tables_of_their_own(path: KeyPath, line: int, column: int) -> None:
    text = (
        '[[listing]]\nid = "a"\n[[listing]]\nid = "b"\nnotes = """\n[[listing]]\n[[listing.links]]\n"""\n'
        '[[listing.links]]\nurl = "u"\n[[listing.links]]\nurl = "v"\n'
    )
    assert Positions(outline(text.encode())).exact(path) == Place(line, column)


def test_columns_count_characters_and_not_bytes() -> None:
    text = '[[listing]]\nfees = [{ note = "ü’😀", amuont = 1 }]\n'
    assert Positions(outline(text.encode())).exact(("listing", 0, "fees", 0, "amuont")) == Place(2, 25)


def test_every_key_of_the_shipped_catalogue_is_found() -> None:
    text = THE_CATALOGUE.read_text(encoding="utf-8")
    positions = Positions(outline(text.encode()))
    missing = [path for path, _ in leaves(tomllib.loads(text)) if positions.exact(path) is None]
    assert missing == []
