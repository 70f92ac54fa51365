"""What a reader sees of the bytes of a page, however strange they are."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.core.charset import decode, is_text
from monitor.core.content import Area, Block, Page, PageLink
from monitor.core.markup import MAX_CHARACTERS, MAX_TAGS
from monitor.core.page import MAX_LINKS, MAX_TITLE_CHARACTERS, read

URL = "https://a.example/dir/page"
M, C = Area.MAIN, Area.CHROME


def page(markup: str, content_type: str | None = "text/html; charset=utf-8") -> Page:
    return read(markup.encode("utf-8", "surrogatepass"), content_type, URL)


def texts(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks]


# --- characters ---------------------------------------------------------------------------------------------------

CAFE = "café – €5"


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        pytest.param(codecs.BOM_UTF8 + CAFE.encode(), "text/html; charset=koi8-r", CAFE, id="mark before header"),
        pytest.param(codecs.BOM_UTF16_LE + CAFE.encode("utf-16-le"), "text/html; charset=utf-8", CAFE, id="utf-16 le"),
        pytest.param(codecs.BOM_UTF16_BE + CAFE.encode("utf-16-be"), None, CAFE, id="utf-16 be"),
        pytest.param(CAFE.encode("utf-16-le"), "text/html; charset=utf-16le", CAFE, id="utf-16 by header"),
        pytest.param("привет".encode("koi8-r"), 'text/html; charset="koi8-r"', "привет", id="header"),
        pytest.param("привет".encode("koi8-r"), "text/html; charset = 'KOI8-R'", "привет", id="header spelt loosely"),
        pytest.param(CAFE.encode("cp1252"), "text/html; charset=iso-8859-1", CAFE, id="latin-1 means windows-1252"),
        pytest.param(CAFE.encode("cp1252"), "text/html; charset=us-ascii", CAFE, id="ascii means windows-1252"),
        pytest.param(CAFE.encode(), "text/html", CAFE, id="utf-8 unlabelled"),
        pytest.param(CAFE.encode(), None, CAFE, id="no content type"),
        pytest.param(CAFE.encode("cp1252"), None, CAFE, id="windows-1252 unlabelled"),
        pytest.param(CAFE.encode(), "text/html; charset=no-such-thing", CAFE, id="unknown label"),
        pytest.param(CAFE.encode(), "text/html; charset=", CAFE, id="empty label"),
        pytest.param(b"caf\xe9!", "text/html; charset=utf-8", "caf\ufffd!", id="wrong label"),
    ],
)
def test_bytes_are_read_by_mark_then_header_then_guess(body: bytes, content_type: str | None, text: str) -> None:
    assert decode(body, content_type) == text


@pytest.mark.parametrize("meta", ['<meta charset="koi8-r">', "<META http-equiv=x content='text/html; charset=KOI8-R'>"])
def test_the_page_s_own_label_counts_where_the_header_is_silent(meta: str) -> None:
    body = f"{meta}<p>привет</p>".encode("koi8-r")
    assert [b.text for b in read(body, "text/html", URL).blocks] == ["привет"]


def test_the_header_outranks_the_page_s_own_label() -> None:
    body = '<meta charset="koi8-r"><p>привет</p>'.encode("cp1251")
    assert [b.text for b in read(body, "text/html; charset=windows-1251", URL).blocks] == ["привет"]


@pytest.mark.parametrize("label", ["utf-16", "UTF-16LE", "utf-16be"])
def test_a_label_that_was_read_as_ascii_does_not_stand_in_utf_16(label: str) -> None:
    body = f'<meta charset="{label}"><p>{CAFE}</p>'.encode()
    assert [b.text for b in read(body, "text/html", URL).blocks] == [CAFE]


@pytest.mark.parametrize(
    "label",
    [
        "idna",
        "punycode",
        "unicode_escape",
        "raw-unicode-escape",
        "utf-7",
        "undefined",
        "base64",
        "zlib",
        "rot13",
        "hex",
    ],
)
def test_codecs_that_no_browser_knows_are_not_labels(label: str) -> None:
    body = b"caf\xc3\xa9 \\d +2AA- \\ud800"
    assert decode(body, f"text/html; charset={label}") == "café \\d +2AA- \\ud800"


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"<p>x", None, True),
        (b"", "text/html", True),
        (b"plain", "text/plain; charset=utf-8", True),
        (b"<p>x", "application/xhtml+xml", True),
        (b"<p>x", "TEXT/HTML", True),
        (b"%PDF-1.7", "text/html", False),
        (b"PK\x03\x04", None, False),
        (b"\x89PNG", "text/html", False),
        (b"\x1f\x8b\x08", "text/html", False),
        (b"{}", "application/json", False),
        (b"<p>x", "application/pdf", False),
        (b"\x00\x01\x02", "text/html", False),
        (b" " * 2000 + b"\x00", "text/html", True),
        (codecs.BOM_UTF16_LE + "<p>x".encode("utf-16-le"), None, True),
        (codecs.BOM_UTF16_BE + "<p>x".encode("utf-16-be"), None, True),
        ("<p>x".encode("utf-16-le"), "text/html; charset=UTF-16LE", True),
        ("<p>x".encode("utf-16-le"), "text/html", False),
    ],
)
def test_what_holds_words_is_told_from_what_does_not(body: bytes, content_type: str | None, text: bool) -> None:
    assert is_text(body, content_type) is text


# --- what is seen -------------------------------------------------------------------------------------------------


def test_a_page_is_its_title_its_blocks_and_its_links_in_reading_order() -> None:
    seen = page(
        """<html lang="en-US"><head><title> Visiting
        Students </title></head><body>
        <nav><a href="/">Home</a></nav>
        <main><h1>Electives</h1><p>Four <b>weeks</b> cost <i>$300</i>.</p>
        <ul><li>One</li><li>Two</li></ul><a href="fees#now">Fees</a></main>
        <footer>© 2026</footer></body></html>"""
    )
    assert seen == Page(
        title="Visiting Students",
        blocks=(
            Block("Home", C),
            Block("Electives", M, 1),
            Block("Four weeks cost $300."),
            Block("One"),
            Block("Two"),
            Block("Fees"),
            Block("© 2026", C),
        ),
        links=(
            PageLink("https://a.example/", "Home", C),
            PageLink("https://a.example/dir/fees#now", "Fees", M),
        ),
        language="en-US",
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>SECRET</script>",
        "<style>SECRET</style>",
        "<template><p>SECRET</p></template>",
        "<noscript>SECRET</noscript>",
        "<svg><text>SECRET</text></svg>",
        "<iframe>SECRET</iframe>",
        "<select><option>SECRET</option></select>",
        "<!-- SECRET -->",
        "<div hidden>SECRET</div>",
        '<div style="color:red; DISPLAY : none">SECRET</div>',
        '<div style="visibility:hidden"><p><b>SECRET</b></p></div>',
        '<div hidden><a href="https://secret.example/">SECRET</a></div>',
        '<input type="hidden" value="SECRET">',
    ],
)
def test_what_a_browser_does_not_show_is_not_read(hidden: str) -> None:
    seen = page(f"<p>before</p>{hidden}<p>after</p>")
    assert [b.text for b in seen.blocks] == ["before", "after"]
    assert seen.links == ()


@pytest.mark.parametrize(
    "shown", ['<div style="display:block">x</div>', "<details><p>x</p></details>", "<label>x</label>"]
)
def test_what_a_browser_shows_or_unfolds_is_read(shown: str) -> None:
    assert texts(shown) == ["x"]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>one<br>two<br/>three</p>", ["one", "two", "three"]),
        ("<p>one <b>bold</b>ly</p>", ["one boldly"]),
        ("bare<p>para</p>tail", ["bare", "para", "tail"]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", ["a", "b", "c"]),
        ("<dl><dt>Fee</dt><dd>$5</dd></dl>", ["Fee", "$5"]),
        ("<p>fe\u200be\u00ad:\u00a0$3\ufeff00</p>", ["fee: $300"]),
        ("<p>a &amp; b &lt;c&gt; &eacute; &#8364;</p>", ["a & b <c> é €"]),
        ("<p>a<!-- no -->b</p>", ["ab"]),
        ("<html><body><p>a</p></body></html><p>late</p>tail", ["a", "late", "tail"]),
        ("<p>unclosed <b>bold<p>next</div></p></html>more", ["unclosed bold", "next", "more"]),
        ("<div><p></p> \n\t<span> </span></div>", []),
        ("", []),
    ],
)
def test_text_falls_into_blocks_where_a_browser_breaks_it(markup: str, lines: list[str]) -> None:
    assert texts(markup) == lines


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("<td>Tuition</td><td>$300</td>", "Tuition | $300"),
        ("\n  <th>Tuition</th>\n  <td>$300</td>\n", "Tuition | $300"),
        ("<td>Tuition</td><td></td><td>$300</td>", "Tuition | | $300"),
        ("<td><p>Tuition</p><p>per month</p></td><td>$300</td>", "Tuition per month | $300"),
        ("<td>Tuition<br>per month</td><td>$300</td>", "Tuition per month | $300"),
        ("<td><p>Tuition</p>$300</td>", "Tuition $300"),
        ("<td><div>Tuition</div><span>$300</span></td>", "Tuition $300"),
        ("<td><ul><li>a</li><li>b</li></ul>c</td>", "a b c"),
    ],
)
def test_a_row_of_a_table_is_one_line_with_its_cells_apart(row: str, line: str) -> None:
    assert texts(f"<p>x</p><table><caption>T</caption><tr>{row}</tr><tr><td>next</td></tr></table>") == [
        "x",
        "T",
        line,
        "next",
    ]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>Fee: <s>$3</s> <del>$4 a week</del> $5</p>", [Block("Fee: $3 $4 a week $5", struck=("$3", "$4 a week"))]),
        ("<p>a <strike></strike></p><p>b</p>", [Block("a"), Block("b")]),
        ("<del><p>a</p><p>b</p></del>c", [Block("a"), Block("b"), Block("c")]),
    ],
)
def test_what_is_struck_through_within_a_line_is_told(markup: str, blocks: list[Block]) -> None:
    assert list(page(markup).blocks) == blocks


@pytest.mark.parametrize(
    ("markup", "area"),
    [
        ("<p>x</p>", M),
        ("<nav><p>x</p></nav>", C),
        ("<footer>x</footer>", C),
        ("<aside><div>x</div></aside>", C),
        ("<header>x</header>", C),
        ("<main><header><p>x</p></header></main>", M),
        ("<article><header><p>x</p></header></article>", M),
        ("<article><div><header>x</header></div></article>", M),
        ("<article><footer>x</footer></article>", C),
        ("<article><nav>x</nav></article>", C),
        ("<div role=NAVIGATION>x</div>", C),
        ("<div role=contentinfo>x</div>", C),
        ("<div role=main>x</div>", M),
        ('<div class="cookie-banner">x</div>', C),
        ('<div class="a Site-Footer b">x</div>', C),
        ('<div id="sidebar">x</div>', C),
        ('<div class="navigate-further">x</div>', M),
        ('<div class="cookies-recipe">x</div>', M),
        ('<div class="sidebar"><main>x</main></div>', M),
        ('<div class="has-sidebar"><p>x</p></div>', M),
    ],
)
def test_furniture_is_known_by_element_role_and_name(markup: str, area: Area) -> None:
    own = "<p>" + "own words " * 20 + "</p>"  # a page that is all furniture was misread
    assert page(own + markup).blocks[-1] == Block("x", area)


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_keep_their_level(level: int) -> None:
    assert page(f"<h{level}>a <b>b</b></h{level}><p>c</p>").blocks == (Block("a b", M, level), Block("c"))


# --- links --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("/fees", "https://a.example/fees"),
        (" fees \n", "https://a.example/dir/fees"),
        ("//b.example/x", "https://b.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+1-305", "tel:+1-305"),
        ("?q=1", "https://a.example/dir/page?q=1"),
    ],
)
def test_links_are_made_absolute(href: str, target: str) -> None:
    assert page(f'<a href="{href}">t</a>').links == (PageLink(target, "t"),)


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JavaScript:x", "java\nscript:x", "\x01javascript:x", "data:text/html,x", "vbscript:x",
     "file:///etc/passwd", "http://[::1", ""],
)  # fmt: skip
def test_a_link_that_leads_nowhere_on_the_web_is_dropped(href: str) -> None:
    assert page(f'<p><a href="{href}">t</a></p>').links == ()


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("https://cdn.example/root/", "https://cdn.example/root/fees"),
        ("/other/", "https://a.example/other/fees"),
        ("http://[::1", "https://a.example/dir/fees"),
    ],
)
def test_the_page_may_name_another_base(base: str, target: str) -> None:
    assert page(f'<head><base href="{base}"></head><a href="fees">t</a>').links == (PageLink(target, "t"),)


# --- hostile pages ------------------------------------------------------------------------------------------------


def test_half_a_character_is_neither_shown_nor_kept() -> None:
    seen = read(b"<title>a&#xD800;</title><p>x&#xDFFF;y</p><a href='/\xed\xa0\x80'>t</a>", "text/html", URL)
    everything = "".join((seen.title, *(b.text for b in seen.blocks), *(k.url + k.text for k in seen.links)))
    assert everything.encode("utf-8")
    assert "y" in everything


def test_a_nul_byte_does_not_end_the_page() -> None:
    assert [t.replace("\ufffd", "") for t in texts("<p>be\x00fore</p><p>after</p>")] == ["before", "after"]


def test_forty_thousand_open_tags_are_read_without_recursion() -> None:
    seen = page("<div>" * 40_000 + "deep" + "</div>" * 40_000 + "<p>after</p>")
    assert [b.text for b in seen.blocks] == ["deep", "after"]


def test_anchors_that_hold_each_other_and_the_whole_page_cost_no_more_than_the_page() -> None:
    seen = page("".join(f"<div><a href=/{i}>" for i in range(2000)) + "<b></b>word " * 6_000)
    assert 0 < len(seen.links) <= 2000  # an anchor ends the one before it (HTML Standard, 13.2.6.4.7)
    assert seen.words == 6_000


def test_what_is_kept_of_a_page_is_bounded() -> None:
    seen = page(f"<title>{'t' * 9000}</title>" + "<a href=x>y</a>" * (MAX_LINKS + 5))
    assert len(seen.title) == MAX_TITLE_CHARACTERS
    assert len(seen.links) == MAX_LINKS
    assert len(page(f"<a href=x>{'w' * 9000}</a>").links[0].text) == 300
    plain = read(b"a" * (MAX_CHARACTERS + 10), "text/plain", URL)
    assert [len(b.text) for b in plain.blocks] == [MAX_CHARACTERS]


def test_plain_text_is_read_line_by_line_and_not_as_markup() -> None:
    seen = read(b"Fee:  <b>$5</b>\r\n\r\n<a href='/x'>y</a>", "Text/Plain; charset=utf-8", URL)
    assert seen == Page("", (Block("Fee: <b>$5</b>"), Block("<a href='/x'>y</a>")))


LABELS = st.sampled_from(
    (
        *(None, "", "text/html", "text/plain", ";charset=\x00"),
        *(f"text/html; charset={name}" for name in ("utf-16", "idna", "hz", "punycode", "unicode_escape", "utf-7")),
    )
)
PIECES = (
    *(
        b"<",
        b">",
        b"<p",
        b"<table>",
        b"<tr>",
        b"<td>",
        b"</td>",
        b"<a href=",
        b"'",
        b'"',
        b"<svg>",
        b"<title>",
        b"</p>",
    ),
    *(b"<base href=http://[>", b"<![CDATA[", b"]]>", b"<!--", b"<?xml ", b"?>", b"&#xD800;", b"\x00", b"\xff\xfe"),
    *(b"\xed\xa0\x80", b"<meta charset=idna>", b"<html lang=", b"</html>", b"<frameset>", b" word ", b"http://x.htm"),
)
MARKUP = st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=30).map(b"".join)


@settings(deadline=None, max_examples=150)
@given(MARKUP | st.binary(max_size=200), LABELS)
@example(b"<?xml version='1.0'?><rss><title>x</title></rss>", "text/xml")
@example(b"https://a.example/moved", "text/html")
@example(b"page.html", "text/html")
@example(b"caf\xc3\xa9", "text/html; charset=idna")
def test_no_bytes_are_too_strange_to_be_read(body: bytes, content_type: str | None) -> None:
    seen = read(body, content_type, URL)
    for text in (seen.title, *(block.text for block in seen.blocks), *(link.text for link in seen.links)):
        assert text.encode("utf-8") is not None
        assert text == " ".join(text.split())
    assert all(block.text for block in seen.blocks)


# --- what the walk makes of a whole page ---------------------------------------------------------------------------


def test_a_page_that_sets_itself_out_with_tables_is_read_block_by_block() -> None:
    seen = page(
        "<table><tr><td><h2>Fees</h2><table><tr><th>Application</th><td>$300</td></tr></table></td>"
        "<td><ul><li>one</li><li>two</li></ul></td></tr></table>"
    )
    assert [block.text for block in seen.blocks] == ["Fees", "Application | $300", "one", "two"]


@pytest.mark.parametrize(
    ("names", "area"),
    [
        ('class="site-footer"', C),
        ('id="main_nav"', C),
        ('class="cookie-banner open"', C),
        ('class="skip-link"', C),
        ('class="has-sidebar"', M),
        ('class="content-with-sidebar"', M),
        ('class="navigator-award"', M),
        ('class="footnote"', M),
    ],
)
def test_furniture_is_known_by_whole_words_of_its_names(names: str, area: Area) -> None:
    words = "<p>" + "own words " * 20 + "</p>"
    seen = page(f"<main>{words}<div {names}>these</div></main>")
    assert [block.area for block in seen.blocks if block.text == "these"] == [area]


def test_a_page_that_is_nearly_all_furniture_was_misread_and_is_all_its_own() -> None:
    seen = page('<div class="sidebar"><p>The application fee is $300 for every visiting student.</p></div><p>Hi</p>')
    assert {block.area for block in seen.blocks} == {M}


def test_the_title_of_a_drawing_is_not_the_page_s() -> None:
    assert page("<body><svg><title>Logo</title></svg><p>x</p>").title == ""
    assert page("<title>Electives</title><svg><title>Logo</title></svg><p>x</p>").title == "Electives"


def test_no_more_tags_are_read_than_a_page_has() -> None:
    assert len(page("<b>x" * (2 * MAX_TAGS)).blocks[0].text) <= 2 * MAX_TAGS
    assert page("<i></i>" * MAX_TAGS + "<p>late</p>").blocks == ()


@pytest.mark.parametrize(
    ("script", "target"),
    [
        ("window.onload=function(){window.location.href='/lander'}", "https://a.example/lander"),
        ('location.replace("https://b.example/login")', "https://b.example/login"),
        ("document.location = '/en/'", "https://a.example/en/"),
        ("track(location.href)", None),
        ("x" * 4_000 + "location='/b'", None),
    ],
)
def test_a_page_that_says_next_to_nothing_may_send_a_browser_on_by_script(script: str, target: str | None) -> None:
    assert page(f"<title>a</title><script>{script}</script><p>One moment").clues.sent_on == target
    text = (
        "<p>Students of the final year may apply for an elective in the wards of this hospital, and are told by mail."
    )
    assert page(f"<title>a</title><script>{script}</script>{text} {text}").clues.sent_on is None
