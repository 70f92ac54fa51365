"""Changes to the text of a catalogue: what was meant changes, and no other byte."""

import tomllib
from datetime import date
from decimal import Decimal
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.catalogue import Done, Loaded, Refused, edited
from monitor.catalogue.load import load, understood
from monitor.core.change import Change, Value

SHIPPED = load(Path(__file__).parents[1] / "listings.toml")
TODAY = date(2026, 11, 22)


def read(text: str) -> Loaded:
    return understood(text.encode(), Path("listings.toml"))


def changed(text: str, *changes: tuple[str, Value | None], listing: str = "ward") -> str:
    """The text after changes that must all be possible."""
    result = edited(read(text), [Change(listing, key, value) for key, value in changes])
    assert all(isinstance(outcome, Done) for outcome in result.outcomes), result.outcomes
    return result.data.decode()


def refusals(text: str, *changes: tuple[str, Value | None]) -> list[str]:
    """Why none of the changes is made."""
    result = edited(read(text), [Change("ward", key, value) for key, value in changes])
    assert result.data.decode() == text
    return [outcome.why for outcome in result.outcomes if isinstance(outcome, Refused)]


INLINE = """\
# Wards.

[[listing]]   # the first
id = "ward"
program   =   'Elective'    # so far
reviewed=2020-01-01
links = [ { role = "program", url = "http://ward.example/" } , {url='http://fees.example/',role="fees"}, ]
fees = [{ kind = "tuition", amount = 1_000 }, { kind = "application", amount = 75, note = "a, b # c" }]

# About the next one.
[[listing]]
id = "clinic"
program = "Elective"
"""

LINES = """\
[[listing]]
id = "ward"
program = "Elective"
fees = [
  { kind = "tuition", amount = 1000, until = 2020-06-30 },  # the old one
  # What holds since.
  { kind = "tuition", amount = 1200, from = 2020-07-01 }, # the new one
  { kind = "application", amount = 75 }
]
source = "line 1"
"""

TABLES = """\
[[listing]]
  id = "ward"
  program = "Elective"

  [[listing.links]]
  role = "program"
  url = "http://ward.example/"

  # The second.
  [[listing.links]]
  role = "fees"   # costs
  url = "http://ward.example/fees"


# A new part of the file
[[listing]]
id = "clinic"
program = "Elective"
"""


# --- setting ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "value", "before", "after"),
    [
        (INLINE, "program", 'A "new" one', "'Elective'    # so far", "'A \"new\" one'    # so far"),
        (INLINE, "program", "Nobody's", "'Elective'", '"Nobody\'s"'),
        (INLINE, "reviewed", TODAY, "reviewed=2020-01-01\n", "reviewed=2026-11-22\n"),
        (INLINE, "links[0].url", "https://ward.example/", '"http://ward.example/"', '"https://ward.example/"'),
        (INLINE, "links[1].url", "https://a.example/", "'http://fees.example/'", "'https://a.example/'"),
        (INLINE, "fees[0].amount", Decimal("1200.50"), "1_000 }", "1200.50 }"),
        (INLINE, "fees[0].amount", Decimal("1.2E+3"), "1_000 }", "1200 }"),
        (INLINE, "fees[1].note", "ü\t–\u200b\\", '"a, b # c"', '"ü\\t–\\u200B\\\\"'),
        (INLINE, "fees[0].per", "month", "1_000 }", '1_000, per = "month" }'),
        (INLINE, "source", "line 3", "reviewed=2020-01-01\n", 'reviewed=2020-01-01\nsource = "line 3"\n'),
        (LINES, "reviewed", TODAY, 'program = "Elective"\n', 'program = "Elective"\nreviewed = 2026-11-22\n'),
        (LINES, "fees[2].amount", 80, "amount = 75 }\n]", "amount = 80 }\n]"),
        (TABLES, "links[1].url", "https://x.example/", '"http://ward.example/fees"\n', '"https://x.example/"\n'),
        (TABLES, "reviewed", TODAY, 'program = "Elective"\n\n', 'program = "Elective"\n  reviewed = 2026-11-22\n\n'),
    ],
)
def test_a_key_is_set_where_it_stands_or_added_where_it_belongs(
    text: str, key: str, value: Value, before: str, after: str
) -> None:
    assert changed(text, (key, value)) == text.replace(before, after, 1)


def test_a_file_keeps_its_line_ends_and_the_end_that_it_lacks() -> None:
    windows = '[[listing]]\r\nid = "ward"\r\nprogram = "Elective"'
    assert changed(windows, ("reviewed", TODAY)) == windows + "\r\nreviewed = 2026-11-22"
    assert changed(f"{windows}\r\n", ("reviewed", TODAY)) == f"{windows}\r\nreviewed = 2026-11-22\r\n"
    reviewed = windows + "\r\nreviewed = 2020-01-01"
    assert changed(reviewed, ("reviewed", TODAY)) == windows + "\r\nreviewed = 2026-11-22"
    assert changed(reviewed, ("reviewed", None)) == windows


def test_what_stands_there_already_is_left_as_it_is_written() -> None:
    assert changed(INLINE, ("fees[0].amount", Decimal(1000)), ("source", None)) == INLINE


# --- removing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "gone"),
    [
        (INLINE, "reviewed", "reviewed=2020-01-01\n"),
        (INLINE, "program", "program   =   'Elective'    # so far\n"),
        (INLINE, "links[0]", '{ role = "program", url = "http://ward.example/" } , '),
        (INLINE, "links[1]", " , {url='http://fees.example/',role=\"fees\"}"),
        (INLINE, "fees[0]", '{ kind = "tuition", amount = 1_000 }, '),
        (INLINE, "fees[1]", ', { kind = "application", amount = 75, note = "a, b # c" }'),
        (INLINE, "fees[1].note", ', note = "a, b # c"'),
        (LINES, "fees[0]", '  { kind = "tuition", amount = 1000, until = 2020-06-30 },  # the old one\n'),
        (LINES, "fees[1]", '  { kind = "tuition", amount = 1200, from = 2020-07-01 }, # the new one\n'),
        (LINES, "fees[2]", '  { kind = "application", amount = 75 }\n'),
        (LINES, "fees[1].from", ", from = 2020-07-01"),
        (TABLES, "links[0]", '  [[listing.links]]\n  role = "program"\n  url = "http://ward.example/"\n\n'),
        (
            TABLES,
            "links[1]",
            '  [[listing.links]]\n  role = "fees"   # costs\n  url = "http://ward.example/fees"\n\n\n',
        ),
    ],
)
def test_what_is_removed_takes_its_comma_and_its_own_lines_along_and_nothing_else(
    text: str, key: str, gone: str
) -> None:
    if key == "program":  # it has nothing else that names it
        text = text.replace('id = "ward"\n', 'id = "ward"\ninstitution = "Ward"\n')
    assert text.count(gone) == 1
    assert changed(text, (key, None)) == text.replace(gone, "")


def test_numbers_count_in_the_file_as_it_was() -> None:
    after = changed(LINES, ("fees[0]", None), ("fees[1].amount", 1300), ("fees[2]", None), ("reviewed", TODAY))
    fees = read(after).catalogue.listings[0].fees
    assert [(fee.kind, fee.amount) for fee in fees] == [("tuition", Decimal(1300))]


@pytest.mark.parametrize("text", [INLINE, LINES, TABLES])
def test_everything_can_be_removed(text: str) -> None:
    name = "links" if text is TABLES else "fees"
    count = len(getattr(read(text).catalogue.listings[0], name))
    after = changed(text, *((f"{name}[{n}]", None) for n in range(count)))
    assert getattr(read(after).catalogue.listings[0], name) == ()


# --- refusing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "value", "why"),
    [
        (INLINE, "", None, "it names the listing as a whole"),
        (INLINE, "links[7].url", "https://x.example/", "there is no table that the key could be added to"),
        (INLINE, "links[7]", "x", "there is no such entry"),
        (INLINE, "links[0].url", "nowhere", "the catalogue would be wrong: "),
        (INLINE, "links[0].url", None, "the catalogue would be wrong: "),
        (INLINE, "fees[0].amount", Decimal("NaN"), "NaN is no amount"),
        (INLINE, "fees[0].amount", -1, "the catalogue would be wrong: "),
        (INLINE, "notes", "\ud800", "the text holds half a character"),
        (INLINE, "colour", "red", "the catalogue would be wrong: "),
        (TABLES, "links", None, "it is not written as one value"),
    ],
)
def test_what_a_machine_should_not_write_is_refused_and_the_text_left_alone(
    text: str, key: str, value: Value | None, why: str
) -> None:
    (said,) = refusals(text, (key, value))
    assert said.startswith(why)


def test_one_change_that_is_wrong_does_not_keep_the_others_from_being_made() -> None:
    result = edited(read(INLINE), [Change("ward", "links[0].url", "nowhere"), Change("ward", "reviewed", TODAY)])
    assert [type(outcome) for outcome in result.outcomes] == [Refused, Done]
    assert result.data.decode() == INLINE.replace("2020-01-01", "2026-11-22")


def test_changes_that_are_right_only_together_are_made_together() -> None:
    text = '[[listing]]\nid = "ward"\nprogram = "P"\nrequirements = [{ exam = "TOEFL", above = 80 }]\n'
    after = changed(text, ("requirements[0].minimum", 90), ("requirements[0].above", None))
    assert after == text.replace("above = 80", "minimum = 90")


def test_an_unknown_listing_is_refused() -> None:
    change = Change("nobody", "reviewed", TODAY)
    assert edited(read(INLINE), [change]).outcomes == (Refused(change, "the catalogue has no listing nobody"),)


def test_tables_scattered_over_the_file_are_refused() -> None:
    text = (
        '[[listing]]\nid = "ward"\nprogram = "P"\n[guide]\ntitle = "G"\n[[listing.fees]]\nkind = "other"\namount = 1\n'
    )
    assert refusals(text, ("reviewed", TODAY)) == ["the tables of the listing are scattered over the file"]


def test_listings_in_one_array_are_edited_too() -> None:
    first, second = '{ id = "ward", program = "P", reviewed = 2020-01-01 }', '{ id = "clinic", program = "P" }'
    text = f"listing = [\n  {first},\n  {second},\n]\n"
    changes = [Change(name, "reviewed", TODAY) for name in ("clinic", "ward")]
    assert edited(read(text), changes).data.decode() == text.replace("2020-01-01", "2026-11-22").replace(
        'clinic", program = "P"', 'clinic", program = "P", reviewed = 2026-11-22'
    )


def test_dotted_keys_and_tables_below_tables_are_edited_in_place() -> None:
    text = (
        '[[listing]]\nid = "ward"\nprogram = "P"\n[[listing.requirements]]\nexam = "TOEFL"\n'
        'sections.speaking = 26\n[[listing.requirements]]\nexam = "IELTS"\n'
        "[listing.requirements.sections]\nwriting = 7\n"
    )
    after = changed(text, ("requirements[0].sections.speaking", 23), ("requirements[1].sections.writing", 6))
    assert after == text.replace("26", "23").replace("= 7", "= 6")
    assert changed(text, ("requirements[1]", None)) == text.partition('[[listing.requirements]]\nexam = "IELTS"')[0]


# --- what holds for every change ----------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)
ADDRESSES = st.from_regex(r"https://[a-z]{3,9}\.example/[a-z0-9?=&-]{0,20}", fullmatch=True)
LAYOUT_BLANKS = st.sampled_from(["", " ", "  ", "\t"])


@st.composite
def suggestions(draw: st.DrawFn, loaded: Loaded) -> Change:
    """A change like those that rules suggest, somewhere in the catalogue."""
    listing = draw(st.sampled_from(loaded.catalogue.listings))
    options: list[tuple[str, st.SearchStrategy[Any]]] = [("reviewed", st.dates()), ("notes", TEXTS), ("city", TEXTS)]
    for n in range(len(listing.links)):
        options += [(f"links[{n}].url", ADDRESSES), (f"links[{n}]", st.none())]
    for n in range(len(listing.fees)):
        amounts = st.decimals(0, 99_999, places=2)
        options += [(f"fees[{n}].amount", amounts), (f"fees[{n}]", st.none()), (f"fees[{n}].note", TEXTS)]
    for n in range(len(listing.requirements)):
        options += [(f"requirements[{n}]", st.none()), (f"requirements[{n}].note", TEXTS)]
    for n in range(len(listing.contacts)):
        options += [(f"contacts[{n}].email", st.just("new@ward.example")), (f"contacts[{n}]", st.none())]
    key, values = draw(st.sampled_from(options))
    return Change(listing.id, key, draw(values))


def expected(loaded: Loaded, changes: list[Change]) -> dict[str, Any]:
    """What TOML says before, with the changes made to it: what goes goes last, and from the end of its array."""
    tables = tomllib.loads(loaded.outline.data.decode(), parse_float=Decimal)
    setting = [change for change in changes if change.value is not None]
    removing = sorted((change for change in changes if change.value is None), key=lambda each: each.key, reverse=True)
    for change in setting + removing:
        table: Any = next(each for each in tables["listing"] if each["id"] == change.listing)
        *way, last = change.key.replace("[", ".").replace("]", "").split(".")
        for part in way:
            table = table[int(part)] if isinstance(table, list) else table[part]
        place: Any = int(last) if isinstance(table, list) else last
        if change.value is None:
            del table[place]
        else:
            table[place] = change.value
    return tables


def check(loaded: Loaded, change: Change) -> None:
    """One change: it is made, nothing else means anything else, few lines differ, and once is enough."""
    result = edited(loaded, [change])
    assert isinstance(result.outcomes[0], Done), result.outcomes
    now, before = result.data.decode(), loaded.outline.data.decode()
    meant = expected(loaded, [change])
    assert _without_empty(tomllib.loads(now, parse_float=Decimal)) == _without_empty(meant)
    lines = list(unified_diff(before.split("\n"), now.split("\n"), n=0))[2:]
    assert sum(line.startswith("+") for line in lines) <= 2  # the second where the file's last line gets its end
    assert sum(line.startswith("-") for line in lines) <= 12  # the longest value, or table, that is there
    if change.value is not None:
        again = understood(result.data, Path("listings.toml"))
        assert edited(again, [change]).data == result.data


def _without_empty(tables: dict[str, Any]) -> dict[str, Any]:
    """The last `[[table]]` of an array leaves no empty array behind, the last `{ }` does: both say the same."""
    listings = [{key: value for key, value in each.items() if value != []} for each in tables["listing"]]
    return {**tables, "listing": listings}


@settings(max_examples=150, deadline=None)
@given(change=suggestions(SHIPPED))
def test_a_change_to_the_shipped_guide_changes_what_was_meant_and_nothing_else(change: Change) -> None:
    check(SHIPPED, change)


@st.composite
def layouts(draw: st.DrawFn) -> Loaded:
    """A catalogue whose tables are written in every way that TOML has."""
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    blank = draw(LAYOUT_BLANKS)
    comment = st.sampled_from(["", " # so", "# [[listing]]", "\t#, } ]"])

    def pair(key: str, value: str) -> str:
        gap = draw(LAYOUT_BLANKS)
        quoted = draw(st.sampled_from([key, f'"{key}"']))
        return f"{quoted}{gap}={gap}{value}"

    def table(pairs: list[tuple[str, str]]) -> str:
        between = draw(st.sampled_from([", ", ",", " , "]))
        return "{" + blank + between.join(pair(*each) for each in pairs) + blank + "}"

    def array(tables: list[list[tuple[str, str]]]) -> str:
        if not tables or draw(st.booleans()):
            return (
                "["
                + blank
                + f",{blank}".join(map(table, tables))
                + (draw(st.sampled_from(["", ","])) if tables else "")
                + blank
                + "]"
            )
        lines = [f"  {table(each)}," + draw(comment) for each in tables]
        if draw(st.booleans()):
            lines.insert(draw(st.integers(0, len(lines))), "  # in between")
        return "[" + draw(comment) + newline + newline.join(lines) + newline + "]"

    def listing(name: str) -> str:
        links = [
            [("role", '"program"'), ("url", f"'http://{name}.example/{n}'")] for n in range(draw(st.integers(0, 3)))
        ]
        fees = [
            [("kind", '"tuition"'), ("amount", str(n)), ("note", '"a ] b"')] for n in range(draw(st.integers(0, 3)))
        ]
        head = [pair("id", f'"{name}"'), pair("program", "'''P ] # '''"), pair("notes", '"""x\\\n  y"""')]
        tail: list[str] = []
        for key, tables in (("links", links), ("fees", fees)):
            if not tables or draw(st.booleans()):
                head.append(pair(key, array(tables)))
                continue
            for each in tables:
                tail += [f"{blank}[[listing.{key}]]{draw(comment)}", *(blank + pair(*one) for one in each), ""]
        return newline.join([f"[[listing]]{draw(comment)}", *(blank + one + draw(comment) for one in head), *tail])

    text = draw(comment) + newline + newline.join(listing(name) for name in ("ward", "clinic", "annex"))
    return read(text + draw(st.sampled_from(["", newline, newline * 3])))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_change_in_any_layout_changes_what_was_meant_and_nothing_else(data: st.DataObject) -> None:
    loaded = data.draw(layouts())
    check(loaded, data.draw(suggestions(loaded)))


@st.composite
def made_together(draw: st.DrawFn) -> tuple[Loaded, list[Change]]:
    loaded = draw(layouts())
    unlike = st.lists(
        suggestions(loaded), min_size=2, max_size=6, unique_by=lambda change: (change.listing, change.key[:7])
    )
    return loaded, draw(unlike)


BEFORE_ONE_THAT_STAYS = [Change("ward", "links[0]", None), Change("ward", "links[1].url", "https://ward.example/")]


@settings(max_examples=60, deadline=None)
@given(both=made_together())
@example(both=(read(INLINE), BEFORE_ONE_THAT_STAYS))
@example(both=(read(TABLES), BEFORE_ONE_THAT_STAYS))
def test_changes_made_together_are_those_made_one_by_one(both: tuple[Loaded, list[Change]]) -> None:
    loaded, several = both
    result = edited(loaded, several)
    assert all(isinstance(outcome, Done) for outcome in result.outcomes), result.outcomes
    now = tomllib.loads(result.data.decode(), parse_float=Decimal)
    assert _without_empty(now) == _without_empty(expected(loaded, several))
