"""`listings.toml` becomes the catalogue, or every mistake in it is told at once."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.catalogue import Loaded, load
from monitor.core.listing import (
    Acceptance,
    Advisory,
    Applies,
    Catalogue,
    Comparison,
    Contact,
    Deadline,
    Fee,
    FeeKind,
    Institution,
    Level,
    Link,
    Listing,
    Requirement,
    Role,
    Settings,
    Severity,
)
from monitor.errors import CatalogueError, Mistake

ROOT = Path(__file__).parents[1]

EVERYTHING = """
[guide]
title = "A guide"
url = "https://guide.example.org/"

[monitor]
contact = "catalogue@example.org"
schedule = "30 5 * * 1-5"
review_after = "26w"
connect_timeout = "2.5s"
total_timeout = "1m"
concurrency = 8
host_delay = "250ms"
max_body = "1MiB"
max_redirects = 0
retries = 0
checks_per_day = 10
retain_versions = "1y"
retain_count = 50

[[accept]]
rule = "link-missing"
listing = "one"
subject = "one"
reason = "by phone only"
until = 2027-06-30

[[advisory]]
id = "new-scale"
effective = 2026-01-21
title = "The scale has moved"
source = "https://exam.example.org/scale"
applies = { exam = "TOEFL", kind = ["elective", "clerkship"], host = "MED.example.edu", institution = "U", \
state = "FL", tag = "more", listing = ["one"], scored = true }
severity = "note"
note = "Ask."

[[institution]]
name = "University"
aliases = ["U"]
hosts = ["med.example.edu"]
note = "Not the other one."
source = "line 1"

[[listing]]
id = "one"
institution = "University"
program = "Visitors"
city = "Town"
state = "FL"
kinds = ["observership"]
hands_on = false
specialties = ["Surgery"]
excludes = ["Dermatology"]
audience = "students"
reviewed = 2026-11-01
tags = ["more"]
notes = ""
source = "line 294"
links = [ { role = "program", url = "http://med.example.edu/visitors" } ]
fees = [
  { kind = "tuition", amount = 1000, per = "month", until = 2020-06-30 },
  { kind = "application", amount = 75.50, currency = "EUR", audience = "graduates", note = "n", from = 2020-07-01 },
]
requirements = [
  { exam = "USMLE Step 1", any_of = "exam" },
  { exam = "TOEFL", above = 80, sections = { speaking = 26 }, sections_are = "above", level = "preferred", note = "n" },
  { exam = "IELTS", minimum = 6.5 },
]
contacts = [ { name = "Office", email = "office@example.edu", phone = "(555) 010-0199", role = "electives" } ]
deadlines = [ { what = "application", date = 2027-01-15 }, { what = "fee", note = "one year ahead" } ]
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def written(content: str | bytes) -> Path:
        path = tmp_path / "listings.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture
def mistakes(write: Callable[[str | bytes], Path]) -> Callable[[str | bytes], tuple[Mistake, ...]]:
    def found(content: str | bytes) -> tuple[Mistake, ...]:
        with pytest.raises(CatalogueError) as caught:
            load(write(content))
        return caught.value.mistakes

    return found


Mistakes = Callable[[str | bytes], tuple[Mistake, ...]]
Write = Callable[[str | bytes], Path]


def test_a_catalogue_becomes_what_it_says(write: Write) -> None:
    assert load(write(EVERYTHING)).catalogue == Catalogue(
        title="A guide",
        url="https://guide.example.org/",
        settings=Settings(
            contact="catalogue@example.org",
            schedule="30 5 * * mon,tue,wed,thu,fri",
            review_after=timedelta(days=182),
            connect_timeout=timedelta(seconds=2.5),
            total_timeout=timedelta(minutes=1),
            concurrency=8,
            host_delay=timedelta(seconds=0.25),
            max_body=1_048_576,
            max_redirects=0,
            retries=0,
            checks_per_day=10,
            retain_versions=timedelta(days=365),
            retain_count=50,
        ),
        acceptances=(Acceptance("link-missing", "by phone only", "one", "one", date(2027, 6, 30)),),
        advisories=(
            Advisory(
                "new-scale",
                date(2026, 1, 21),
                "The scale has moved",
                "https://exam.example.org/scale",
                Applies(
                    exam=("TOEFL",),
                    kind=("elective", "clerkship"),
                    host=("med.example.edu",),
                    institution=("U",),
                    state=("FL",),
                    tag=("more",),
                    listing=("one",),
                    scored=True,
                ),
                Severity.NOTE,
                "Ask.",
            ),
        ),
        institutions=(Institution("University", ("U",), ("med.example.edu",), "Not the other one.", "line 1"),),
        listings=(
            Listing(
                id="one",
                institution="University",
                program="Visitors",
                city="Town",
                state="FL",
                kinds=("observership",),
                hands_on=False,
                specialties=("Surgery",),
                excludes=("Dermatology",),
                audience="students",
                reviewed=date(2026, 11, 1),
                tags=("more",),
                notes=None,
                source="line 294",
                links=(Link(Role.PROGRAM, "http://med.example.edu/visitors"),),
                fees=(
                    Fee(FeeKind.TUITION, Decimal(1000), "USD", "month", until=date(2020, 6, 30)),
                    Fee(FeeKind.APPLICATION, Decimal("75.50"), "EUR", None, "graduates", "n", date(2020, 7, 1)),
                ),
                requirements=(
                    Requirement("USMLE Step 1", any_of="exam"),
                    Requirement(
                        "TOEFL",
                        above=Decimal(80),
                        sections={"speaking": Decimal(26)},
                        sections_are=Comparison.ABOVE,
                        level=Level.PREFERRED,
                        note="n",
                    ),
                    Requirement("IELTS", minimum=Decimal("6.5")),
                ),
                contacts=(Contact("Office", "office@example.edu", "(555) 010-0199", "electives"),),
                deadlines=(Deadline("application", date(2027, 1, 15)), Deadline("fee", None, "one year ahead")),
            ),
        ),
    )


def test_an_id_and_a_name_are_all_that_a_catalogue_needs(write: Write) -> None:
    loaded = load(write('[[listing]]\nid = "a"\nprogram = "P"\n'))
    assert loaded.catalogue == Catalogue(listings=(Listing("a", program="P"),))


def test_the_shipped_catalogue_has_no_mistakes_and_knows_its_lines() -> None:
    loaded = load(ROOT / "listings.toml")
    lines = (ROOT / "listings.toml").read_text(encoding="utf-8").splitlines()
    assert len(loaded.catalogue.listings) > 100
    for listing in loaded.catalogue.listings:
        line = loaded.line(listing.id, "id")
        assert line is not None
        assert lines[line - 1] == f'id = "{listing.id}"'


def test_links_as_tables_mean_the_same_as_links_in_line(write: Write) -> None:
    inline = '[[listing]]\nid = "a"\nprogram = "P"\nlinks = [{ role = "fees", url = "https://a.example/" }]\n'
    tables = '[[listing]]\nid = "a"\nprogram = "P"\n[[listing.links]]\nrole = "fees"\nurl = "https://a.example/"\n'
    dotted = 'listing = [{ id = "a", program = "P", links = [{ role = "fees", url = "https://a.example/" }] }]\n'
    catalogues = [load(write(text)).catalogue for text in (inline, tables, dotted)]
    assert catalogues == [catalogues[0]] * 3


def test_a_line_is_that_of_the_key_or_of_the_nearest_parent_that_exists(write: Write) -> None:
    loaded = load(write('\n[[listing]]\nid = "a"\nprogram = "P"\nfees = [\n  { kind = "other", amount = 1 },\n]\n'))
    asked = ["", "id", "fees", "fees[0]", "fees[0].amount", "fees[0].per", "fees[9]", "reviewed"]
    assert [loaded.line("a", key) for key in asked] == [2, 3, 5, 6, 6, 6, 5, 2]
    assert loaded.line("b") is None


def test_the_digest_changes_with_the_bytes(write: Write) -> None:
    text = '[[listing]]\nid = "a"\nprogram = "P"\n'
    one, same, other = load(write(text)), load(write(text)), load(write(text + "\n"))
    assert one.digest == same.digest != other.digest
    assert isinstance(one, Loaded)
    assert one.path == str(write(text))


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(mistakes: Mistakes) -> None:
    text = """\
[monitor]
concurency = 4
retries = true

[[listing]]
id = "Not a slug"
fees = [
  { kind = "tuiton", amuont = 12 },
  { kind = "other", amount = "12", from = 2026-02-01, until = 2026-01-01 },
]
reviewed = "2026-11-01"
kinds = [
  "elective",
  "Sub Internship",
]

[[accept]]
rule = "link-misssing"
reason = "r"
"""
    slug = "a slug: lower-case letters, digits and dashes, like `summer-elective`"
    assert mistakes(text) == (
        Mistake(2, 1, "monitor.concurency", "unknown key `concurency`", "did you mean `concurrency`?"),
        Mistake(
            3,
            1,
            "monitor.retries",
            "`retries` must be a whole number, but is true",
            "a whole number from 0 to 10, without quotes",
        ),
        Mistake(5, 1, "listing[0]", "the listing names neither `institution` nor `program`", "at least one of the two"),
        Mistake(6, 1, "listing[0].id", '`id` is "Not a slug"', slug),
        Mistake(
            8,
            3,
            "listing[0].fees[0].amount",
            "`amount` is missing",
            "`amount`: How much, in the currency; 0 means that it is free.",
        ),
        Mistake(8, 5, "listing[0].fees[0].kind", '`kind` is "tuiton"', "did you mean `tuition`?"),
        Mistake(8, 22, "listing[0].fees[0].amuont", "unknown key `amuont`", "did you mean `amount`?"),
        Mistake(
            9,
            21,
            "listing[0].fees[1].amount",
            '`amount` must be a number, but is "12"',
            "a number without quotes, 0 or more, like 75 or 12.50",
        ),
        Mistake(
            9,
            55,
            "listing[0].fees[1].until",
            "`until` (2026-01-01) is before `from` (2026-02-01)",
            "2026-02-01 or later",
        ),
        Mistake(
            11,
            1,
            "listing[0].reviewed",
            '`reviewed` must be a date, but is "2026-11-01"',
            "write the date without quotes: 2026-11-01",
        ),
        Mistake(14, 3, "listing[0].kinds[1]", '`kinds[1]` is "Sub Internship"', slug),
        Mistake(18, 1, "accept[0].rule", '`rule` is "link-misssing"', "did you mean `link-missing`?"),
    )


KEYS_OF_A_LISTING = [field.name for field in fields(Listing)]


def listing(*lines: str) -> str:
    return "\n".join(("[[listing]]", 'id = "a"', 'program = "P"', *lines, ""))


@pytest.mark.parametrize(
    ("line", "key", "message", "expected"),
    [
        ("city = 12", "city", "`city` must be text, but is 12", 'text in quotes: "12"'),
        ("hands_on = 1", "hands_on", "`hands_on` must be true or false, but is 1", "true or false, without quotes"),
        ('tags = "x"', "tags", '`tags` must be a list, but is "x"', 'a list: ["x"]'),
        ('links = "x"', "links", '`links` must be a list, but is "x"', "a list of tables: [ { key = value, … } ]"),
        (
            'source = "a\\u001b[31m"',
            "source",
            '`source` is "a\\u001b[31m"',
            "one line of text without control characters",
        ),
        (
            "reviewed = 2026-11-01T08:00:00",
            "reviewed",
            "`reviewed` must be a date, but is 2026-11-01T08:00:00, a date with a time",
            "the day alone: 2026-11-01",
        ),
        (
            "contacts = [{ role = 'dean' }]",
            "contacts[0]",
            "the contact has neither `name` nor `email` nor `phone`",
            "at least one of the three",
        ),
        (
            "contacts = [{ email = 'nobody' }]",
            "contacts[0].email",
            '`email` is "nobody"',
            "an e-mail address, like office@example.org",
        ),
        (
            "contacts = [{ phone = 'ask' }]",
            "contacts[0].phone",
            '`phone` has fewer than 7 digits: "ask"',
            'a telephone number with its area code, like "(555) 010-0199"',
        ),
        (
            "deadlines = [{ what = 'application' }]",
            "deadlines[0]",
            "the deadline has neither `date` nor `note`",
            "the day, or a note that says when",
        ),
        (
            "requirements = [{ exam = 'TOEFL', above = 1, minimum = 2 }]",
            "requirements[0].minimum",
            "`above` and `minimum` stand together",
            "one of them: more than, or at least",
        ),
        (
            "requirements = [{ exam = 'TOEFL', sections = { Speaking = 2 } }]",
            "requirements[0].sections.Speaking",
            'the key "Speaking" is not right',
            "a slug: lower-case letters, digits and dashes, like `summer-elective`",
        ),
        ("requirements = [{ above = 1 }]", "requirements[0].exam", "`exam` is missing", "`exam`: Its name."),
        (
            "links = [{ role = 'home' }]",
            "links[0].url",
            "`url` is missing",
            "`url`: The page: an http or https address.",
        ),
        (
            "links = { role = 'home' }",
            "links",
            "`links` must be a list, but is a table",
            "a list: [ … ], or [[double]] brackets around the name of the table",
        ),
        ("links = [7]", "links[0]", "`links[0]` must be a table, but is 7", "a table: { key = value, … }"),
        (
            "fees = [{ kind = 'other', amount = 1, currency = 'usd' }]",
            "fees[0].currency",
            '`currency` is "usd"',
            "a currency as three capital letters, like `USD`",
        ),
        (
            '"odd\\u0007 key" = 1',
            '"odd\\u0007 key"',
            "unknown key `odd\\u0007 key`",
            f"one of: {', '.join(KEYS_OF_A_LISTING)}",
        ),
    ],
)
def test_a_mistake_says_what_was_found_and_what_would_be_right(
    mistakes: Mistakes, line: str, key: str, message: str, expected: str
) -> None:
    assert [(m.line, m.key, m.message, m.expected) for m in mistakes(listing(line))] == [
        (1 if key == "" else 4, f"listing[0].{key}", message, expected)
    ]


def test_an_id_belongs_to_one_listing_even_if_the_first_is_wrong_otherwise(mistakes: Mistakes) -> None:
    text = '[[listing]]\nid = "a"\n\n[[listing]]\nprogram = "Q"\nid = "a"\n'
    assert mistakes(text) == (
        Mistake(1, 1, "listing[0]", "the listing names neither `institution` nor `program`", "at least one of the two"),
        Mistake(6, 1, "listing[1].id", '`id` is "a", which is already used on line 2', "an id of its own"),
    )


def test_what_an_acknowledgement_or_an_advisory_names_must_exist(mistakes: Mistakes) -> None:
    text = listing() + (
        '[[accept]]\nrule = "link-missing"\nreason = "r"\nlisting = "aa"\n'
        '[[advisory]]\nid = "x"\neffective = 2026-01-01\ntitle = "t"\nsource = "https://e.example/"\n'
        'applies = { listing = [\n  "a",\n  "nowhere",\n] }\n'
        '[[advisory]]\nid = "x"\neffective = 2026-01-01\ntitle = "t"\nsource = "https://e.example/"\n'
        "applies = { scored = true }\n"
        '[[advisory]]\nid = "y"\neffective = 2026-01-01\ntitle = "t"\nsource = "https://e.example/"\napplies = {}\n'
        '[[advisory]]\nid = "y"\neffective = 2026-01-01\ntitle = "t"\nsource = "https://e.example/"\n'
        'applies = { listing = "b", tag = 7 }\n'
    )
    assert [(m.line, m.key, m.message, m.expected) for m in mistakes(text)] == [
        (7, "accept[0].listing", 'there is no listing "aa"', "did you mean `a`?"),
        (15, "advisory[0].applies.listing[1]", 'there is no listing "nowhere"', "one of: a"),
        (18, "advisory[1].id", '`id` is "x", which is already used on line 9', "an id of its own"),
        (22, "advisory[1].applies.scored", "`scored` stands without `exam`", "`exam` beside it"),
        (28, "advisory[2].applies", "`applies` is empty: the advisory touches nothing", 'like { exam = "TOEFL" }'),
        (30, "advisory[3].id", '`id` is "y", which is already used on line 24', "an id of its own"),
        (34, "advisory[3].applies.listing", 'there is no listing "b"', "one of: a"),
        (34, "advisory[3].applies.tag", "`tag` must be a list, but is 7", "a list: [ … ]"),
    ]


def test_a_catalogue_without_listings_has_nothing_to_watch(mistakes: Mistakes) -> None:
    nothing = Mistake(None, None, "listing", "there is no listing: nothing to watch", "at least one [[listing]]")
    assert [mistakes(text) for text in ("", "# only a comment\n", "[guide]\n")] == [(nothing,)] * 3
    assert mistakes("listing = []\n") == (Mistake(1, 1, *_after_place(nothing)),)


def _after_place(mistake: Mistake) -> tuple[str, str, str | None]:
    return mistake.key, mistake.message, mistake.expected


def test_a_table_with_a_slip_in_its_name_is_not_also_said_to_be_missing(mistakes: Mistakes) -> None:
    assert mistakes('[[listings]]\nid = "a"\n') == (
        Mistake(1, 3, "listings", "unknown key `listings`", "did you mean `listing`?"),
    )
    assert [(m.line, m.message, m.expected) for m in mistakes('[listing]\nid = "a"\nprogram = "P"\n')] == [
        (1, "`listing` must be a list, but is a table", "[[listing]], in double brackets")
    ]


def test_each_table_that_is_not_toml_is_told_and_the_others_are_still_checked(mistakes: Mistakes) -> None:
    text = """\
[guide]
title = no quotes

[[accept]]
rule = link-gone

[[accept]]
rule = "link-gonne"
reason = "r"
listing = "d"

[[listing]]
id = "a"
id = "b"
program = "P"

[[listing]]
id = "c"
program = "P"
fees = [
  { kind = "other", amuont = 1 },
]

[[listing]]
id = "d"
program = "never closed

[[listing]]
id = "e"
notes = [
"""
    assert [(m.line, m.key, m.message) for m in mistakes(text)] == [
        (2, "guide.title", "not TOML: invalid value"),
        (5, "accept[0].rule", "not TOML: invalid value"),
        (8, "accept[1].rule", '`rule` is "link-gonne"'),
        (14, "listing[0].id", "`id` stands there twice"),
        (21, "listing[1].fees[0].amount", "`amount` is missing"),
        (21, "listing[1].fees[0].amuont", "unknown key `amuont`"),
        (26, "listing[2].program", "not TOML: illegal character '\\n'"),
        (30, "listing[3].notes", "not TOML: invalid value"),
    ]


def test_an_id_that_is_meant_is_shown_without_what_a_terminal_would_obey(mistakes: Mistakes) -> None:
    text = '[[accept]]\nrule = "link-gone"\nreason = "r"\nlisting = "one"\n[[listing]]\nid = "\x80one"\nprogram = "P"\n'
    meant, _ = mistakes(text)
    assert (meant.message, meant.expected) == ('there is no listing "one"', "did you mean `\\u0080one`?")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[listing]]\nid = "a"\nprogram = "P"\n  id = "b"\n', (4, 3, "listing[0].id", "`id` stands there twice")),
        (
            '[[listing]]\nid = "a"\n[[listing]]\nid = "b"\nreviewed = 2026-11-01\n"reviewed" = 2026-11-02  # later\n',
            (6, 1, "listing[1].reviewed", "`reviewed` stands there twice"),
        ),
        (
            '[monitor]\nretries = 1\nretries = 2\n[[listing]]\nid = "a"\nprogram = "P"\n',
            (3, 1, "monitor.retries", "`retries` stands there twice"),
        ),
        (
            'guide.title = "One"\nguide.title = "Two"\n[[listing]]\nid = "a"\nprogram = "P"\n',
            (2, 1, "guide.title", "`guide.title` stands there twice"),
        ),
        (
            '[[listing]]\nid = "a"\nreviewed = 2026-02-30\n',
            (3, 12, "listing[0].reviewed", "not TOML: invalid date or datetime"),
        ),
        ("[guide]\ntitle = '''\nnever closed\n", (2, 1, "guide.title", "not TOML: expected \"'''\"")),
        ('[[listing]]\nid = "a"\nprogram\n', (3, 8, "", "not TOML: expected '=' after a key in a key/value pair")),
        (  # the second one ends elsewhere than it begins: its end is what is known of it
            '[[listing]]\nid = "a"\nprogram = "P"\ntags = ["x"]\ntags = [\n"y"]\n',
            (6, 5, "", "not TOML: cannot overwrite a value"),
        ),
    ],
)
def test_what_is_not_toml_is_told_by_its_key_where_a_line_gives_it_a_value(
    mistakes: Mistakes, text: str, told: tuple[int, int, str, str]
) -> None:
    assert told in [(each.line, each.column, each.key, each.message) for each in mistakes(text)]


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        (b'[guide]\ntitle = "caf\xe9"\n', 2, 13, "the byte 0xE9 is not UTF-8"),
        ("[guide]\n".encode("utf-16"), 1, 1, "the file is UTF-16"),
        (b"\xef\xbb\xbf[guide]\n", 1, 1, "the file begins with a byte order mark"),
        (b"a = " + b"[" * 5000, 1, None, "a value nests too deeply to be read"),
        (b"\na = " + b"1" * 5000, 2, 5, "a number has too many digits to be read"),
    ],
)
def test_what_cannot_be_read_at_all_has_a_place_too(
    mistakes: Mistakes, content: bytes, line: int, column: int | None, message: str
) -> None:
    assert [(m.line, m.column, m.key, m.message) for m in mistakes(content)] == [(line, column, "", message)]


def test_a_file_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(tmp_path / "none.toml")
    expected = "create it, or name a catalogue with --catalogue PATH"
    assert caught.value.mistakes == (Mistake(None, None, "", "there is no such file", expected),)
    assert str(caught.value) == f"{tmp_path / 'none.toml'}: there is no such file ({expected})"


def test_a_folder_a_sparse_giant_and_an_endless_file_are_refused_without_being_read(tmp_path: Path) -> None:
    giant = tmp_path / "giant.toml"
    with giant.open("wb") as file:
        file.truncate(200_000_001)
    told = []
    for path in (tmp_path, giant, Path("/dev/zero"), Path("nul\0byte")):
        with pytest.raises(CatalogueError) as caught:
            load(path)
        told.append([mistake.message for mistake in caught.value.mistakes])
    too_large = ["the file is larger than 200 MB"]
    assert told == [["this is a folder"], too_large, too_large, ["this is no name of a file"]]


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may read everything: here it steps down."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if before == 0:
            os.seteuid(before)


def test_a_file_that_may_not_be_read_says_so(write: Write) -> None:
    path = write("")
    path.chmod(0)
    with without_privileges(), pytest.raises(CatalogueError) as caught:
        load(path)
    assert [mistake.message for mistake in caught.value.mistakes] == ["the file cannot be read: permission denied"]


def test_a_path_through_a_file_says_why_it_cannot_be_read(write: Write) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(write("") / "listings.toml")
    assert [mistake.message for mistake in caught.value.mistakes] == ["the file cannot be read: not a directory"]


def test_the_one_line_names_the_first_mistake_and_counts_the_others(write: Write) -> None:
    path = write('[[listing]]\nid = "a"\nprogam = "P"\n\n[[listing]]\nid = "b"\nx = 1\nprogram = "P"\n')
    with pytest.raises(CatalogueError) as caught:
        load(path)
    first = "the listing names neither `institution` nor `program` (at least one of the two)"
    assert str(caught.value) == f"{path}:1:1: {first}; and 2 more mistakes"


def test_beyond_a_thousand_mistakes_the_rest_is_counted(mistakes: Mistakes) -> None:
    found = mistakes("".join(f'[[listing]]\nid = "a-{number}"\nprogram = "P"\nx = 1\n' for number in range(1_500)))
    assert len(found) == 1_001
    assert found[999].line == 4_000
    assert found[-1] == Mistake(None, None, "", "and 500 more mistakes", "mend those above first")


def test_a_long_value_is_shown_short_and_without_anything_a_terminal_obeys(mistakes: Mistakes) -> None:
    (found,) = mistakes(listing('source = "\\u001b[2J\\u202e' + "x" * 500 + '"'))
    assert found.message == '`source` is "\\u001b[2J\\u202e' + "x" * 54 + '…"'


@given(st.data())
def test_a_damaged_catalogue_is_read_or_refused_in_one_printable_line(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(EVERYTHING)))
    cut = data.draw(st.integers(0, 30))
    put = data.draw(
        st.sampled_from(["", "\n", '"', "[", "{ }", "1", "true", "x", ", ", "2026-01-01", "9" * 5_000]) | st.text()
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listings.toml"
        path.write_bytes((EVERYTHING[:at] + put + EVERYTHING[at + cut :]).encode("utf-8", "surrogatepass"))
        try:
            assert load(path).catalogue.listings
        except CatalogueError as error:
            told = [str(error), *(f"{one.key} {one.message} {one.expected}" for one in error.mistakes)]
            assert all(line.isprintable() for line in told)


def test_importing_the_catalogue_is_cheap() -> None:
    heavy = ("httpx", "sqlmodel", "sqlalchemy", "jinja2", "bs4", "lxml", "apscheduler", "asyncio", "idna.uts46data")
    code = f"import sys, monitor.catalogue; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"
