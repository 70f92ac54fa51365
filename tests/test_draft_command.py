"""`monitor draft` as a process: a page in, a listing that loads out, or one line that says why not."""

import json
from pathlib import Path

import pytest
from commands import Desk
from documents import pdf
from webs import Answer, page, serving

pytestmark = pytest.mark.process

PAGE = """<title>Observership | Oakdale University Hospital</title>
<main><p>The application fee is $150.</p><p>We ask for a TOEFL score of 100 or more.</p></main>"""


def test_a_saved_page_becomes_a_listing_that_lint_reads(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (tmp_path / "page.html").write_text(PAGE)
    drafted = desk.run("draft", "page.html", "--url", "https://www.oakdale.example/visit")
    assert (drafted.returncode, drafted.stderr) == (0, "")
    assert drafted.stdout == (
        "# Drafted from https://www.oakdale.example/visit. "
        "Correct it, and set `reviewed` to the day on which you have.\n"
        "[[listing]]\n"
        'id = "oakdale-observership"\n'
        '# "Observership | Oakdale University Hospital"\n'
        'institution = "Oakdale University Hospital"\n'
        '# "Observership | Oakdale University Hospital"\n'
        'program = "Observership"\n'
        '# "Observership | Oakdale University Hospital"\n'
        'kinds = ["observership"]\n'
        'source = "https://www.oakdale.example/visit"\n'
        "links = [\n"
        '  { role = "program", url = "https://www.oakdale.example/visit" },\n'
        "]\n"
        "fees = [\n"
        '  # "The application fee is $150."\n'
        '  { kind = "application", amount = 150 },\n'
        "]\n"
        "requirements = [\n"
        '  # "We ask for a TOEFL score of 100 or more."\n'
        '  { exam = "TOEFL", minimum = 100 },\n'
        "]\n"
    )
    desk.catalogue.write_text(drafted.stdout)
    assert desk.run("lint").returncode == 0
    assert not desk.database.exists()


def test_as_json_it_is_the_listing_with_the_words_for_each_key(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    told = json.loads(Desk(tmp_path).run("draft", "page.html", "--format", "json").stdout)
    assert (told["listing"]["fees"][0]["amount"], told["listing"]["source"]) == (150, "page.html")
    assert told["quotes"] == {
        "institution": "Observership | Oakdale University Hospital",
        "program": "Observership | Oakdale University Hospital",
        "kinds": "Observership | Oakdale University Hospital",
        **dict.fromkeys((f"fees[0].{key}" for key in ("kind", "amount", "currency")), "The application fee is $150."),
        **dict.fromkeys(
            (f"requirements[0].{key}" for key in ("exam", "minimum", "level")),
            "We ask for a TOEFL score of 100 or more.",
        ),
    }
    assert (told["doubts"], told["closed"]) == ([], None)


def test_a_table_of_fees_in_a_pdf_is_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "fees.pdf").write_bytes(pdf(["The application fee is $150.", "Tuition is $1,000 per month."]))
    told = json.loads(Desk(tmp_path).run("draft", "fees.pdf", "--format", "json").stdout)
    assert [(fee["kind"], fee["amount"], fee["per"]) for fee in told["listing"]["fees"]] == [
        ("application", 150, None),
        ("tuition", 1000, "month"),
    ]


def test_a_plain_text_is_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Observership\nThe application fee is $150.\nTuition is $1,000 per month.\n")
    told = json.loads(Desk(tmp_path).run("draft", "page.txt", "--format", "json").stdout)
    assert told["quotes"]["fees[1].amount"] == "Tuition is $1,000 per month."


def test_an_address_is_asked_once_and_named_by_where_the_page_stands(tmp_path: Path) -> None:
    with serving() as web:
        web.pages["/visit"] = Answer(page("The application fee is $150.", title="Observership"))
        told = json.loads(Desk(tmp_path).run("draft", web.url("/visit"), "--format", "json").stdout)
        asked = [path for _, path, _ in web.asked]
    assert [link["url"] for link in told["listing"]["links"]] == [web.url("/visit")]
    assert asked == ["/visit"]


def test_what_is_no_page_is_said_in_one_line(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (tmp_path / "gone.html").write_text("<title>Page not found</title><p>Sorry, this page was not found.</p>")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    for name, why in (
        ("gone.html", "there is no page to read: the server answers, but what it shows is an error page"),
        ("scan.pdf", "there is no page to read: "),
        ("nowhere.html", "cannot be read"),
        ("http://127.0.0.1:1/", "there is no page to read: the host refused the connection"),
    ):
        ended = desk.run("draft", name)
        assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
        assert why in ended.stderr
