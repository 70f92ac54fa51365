"""Kinds of difference: what is no change, what makes two pages strangers, where links lead, which facts changed."""

import pytest

from monitor.core.content import Area, Block, Page, PageLink
from monitor.core.drift import compare, is_cosmetic, with_facts
from monitor.core.facts.changes import ChangedFact
from monitor.core.look import Change, ChangeKind, Comparison, Drift
from monitor.core.page import read

URL = "https://a.example/electives"
ENGLISH = (
    "Visiting students of the final year may apply for an elective in the wards of this hospital. The fee is due "
    "before the first day and will not be refunded. Students are to bring their own coat, and they have to be insured."
)
GERMAN = (
    "Gaststudierende des letzten Jahres können sich für ein Wahlfach auf den Stationen dieses Hauses bewerben. Die "
    "Gebühr ist vor dem ersten Tag zu zahlen und wird nicht erstattet. Die Studierenden sind mit einem Kittel versehen."
)


def page(*texts: str, title: str = "", links: tuple[PageLink, ...] = ()) -> Page:
    return Page(title, tuple(map(Block, texts)), links)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Posted 3 hours ago", "Posted 5 days ago"),
        ("vor 3 Stunden", "vor 2 Tagen"),
        ("il y a 2 heures", "il y a 3 jours"),
        ("1,204 views", "1,311 views"),
        ("Views: 12", "Views: 13"),
        ("© 2025 Harrow", "© 2026 Harrow"),
        ("© 2019–2025 Harrow", "© 2019–2026 Harrow"),
        ("Copyright (c) 2025 Harrow", "Copyright (c) 2026 Harrow"),
        ("Version 1.259.0.329", "Version 1.260.0.331"),
        ("Ray ID: 8a3fb21c9d4e5f60", "Ray ID: 91c2d3e4f5a6b7c8"),
        ("Today is Monday, November 2", "Today is Tuesday, November 3"),
        ("Read more »", "See details"),
    ],
)
def test_what_differs_from_visit_to_visit_is_no_change(before: str, after: str) -> None:
    assert compare(page("Fee $300", before), page("Fee $300", after)).drift is Drift.SAME


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Graduated no more than 5 years ago", "Graduated no more than 3 years ago"),
        ("Tested no more than 3 weeks ago", "Tested no more than 6 weeks ago"),
        ("Version 2.1", "Version 2.2"),
        ("Room 1204", "Room 1311"),
        ("Call 555 0100", "Call 555 0199"),
        ("8 clinic visits", "9 clinic visits"),
        ("No earlier than 2025", "No earlier than 2026"),
    ],
)
def test_digits_that_state_something_count(before: str, after: str) -> None:
    assert compare(page("Fee $300", before), page("Fee $300", after)).drift is Drift.SUBSTANTIVE


def test_an_address_that_a_script_hides_is_a_change_of_dress() -> None:
    hidden, shown = page("Fee $300", "Write to [email protected]."), page("Fee $300", "Write to office@a.example.")
    there, back = compare(hidden, shown), compare(shown, hidden)
    assert (there.drift, back.drift) == (Drift.COSMETIC, Drift.COSMETIC)
    assert all(map(is_cosmetic, (*there.changes, *back.changes)))
    assert compare(shown, page("Fee $300", "Write to dean@a.example.")).drift is Drift.SUBSTANTIVE


def test_text_that_is_only_broken_into_other_lines_is_the_same() -> None:
    one = page("Fees", "The fee is $300. The coat is $30.", "End")
    two = page("Fees", "The fee is $300.", "The coat is $30.", "End")
    assert (compare(one, two).drift, compare(two, one).drift) == (Drift.SAME, Drift.SAME)
    assert compare(one, page("Fees", "The fee is $30.", "The coat is $300.", "End")).drift is Drift.SUBSTANTIVE


def test_a_change_names_the_heading_above_it() -> None:
    before, after = (
        read(f"<h2>Fees</h2><p>Tuition</p><p>It is {fee}</p><h2>Dates</h2><p>May</p>".encode(), None, URL)
        for fee in ("$300", "$350")
    )
    assert compare(before, after).changes == (
        Change(ChangeKind.REPLACED, "It is $300", "It is $350", Area.MAIN, heading="Fees"),
    )


def test_a_figure_that_moved_under_another_heading_is_a_change_and_a_section_that_moved_is_none() -> None:
    home, abroad = ("<h2>Home students</h2>", "<h2>Students from abroad</h2>")
    free, paid = "<p>Nothing to pay</p>", "<p>The fee is $300</p>"
    before = read(f"{home}{free}{abroad}{paid}".encode(), None, URL)
    swapped = read(f"{home}{paid}{abroad}{free}".encode(), None, URL)
    turned = read(f"{abroad}{paid}{home}{free}".encode(), None, URL)
    renamed = read(f"{home}{free}<h2>Foreign students</h2>{paid}".encode(), None, URL)
    assert compare(before, swapped) == Comparison(
        Drift.SUBSTANTIVE,
        0.7727,
        (
            Change(ChangeKind.REMOVED, "The fee is $300", None, Area.MAIN, heading="Students from abroad"),
            Change(ChangeKind.ADDED, None, "The fee is $300", Area.MAIN, heading="Home students"),
        ),
        "2 passages of the page's own text differ",
    )
    assert compare(swapped, before).score == 0.7727
    assert compare(before, turned).drift is Drift.SAME
    assert [change.before for change in compare(before, renamed).changes] == ["Students from abroad"]


def test_a_bare_figure_is_about_what_stands_right_before_it() -> None:
    before = page("Home students", "$300", "Students from abroad", "$900", "Letter of the dean", "2 photos")
    swapped = page("Home students", "$900", "Students from abroad", "$300", "Letter of the dean", "2 photos")
    turned = page("Students from abroad", "$900", "Home students", "$300", "2 photos", "Letter of the dean")
    assert (compare(before, swapped).drift, compare(swapped, before).drift) == (Drift.SUBSTANTIVE, Drift.SUBSTANTIVE)
    assert compare(before, turned).drift is Drift.SAME


def test_two_rows_that_exchanged_their_fees_score_as_high_as_fees_that_changed() -> None:
    before, after = page("x", "Home | $300", "Abroad | $900"), page("x", "Home | $900", "Abroad | $300")
    assert compare(before, after).score > 0.8


def test_places_far_apart_in_a_long_passage_are_shown_apart() -> None:
    middle = "All students take part in the rounds of the ward. " * 60
    before, after = page(f"Fee 300. {middle}Coat 30."), page(f"Fee 350. {middle}Coat 40.")
    first, last = compare(before, after).changes
    assert (first.before or "").startswith("Fee 300.")
    assert (last.after or "").endswith("Coat 40.")


# --- strangers ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (page(ENGLISH), page(GERMAN), "the page is in another language (en, then de)"),
        (page(ENGLISH), page(), "one of the two versions holds no text"),
        (
            page("Electives", ENGLISH, ENGLISH[::-1], ENGLISH[:150]),
            page("Electives", ENGLISH[:90]),
            "one of the two versions breaks off in the middle of the other",
        ),
        (
            page(ENGLISH, title="Electives"),
            page("Casino bonus slots jackpot betting " * 12, title="Lucky spins"),
            "another document stands there",
        ),
        (
            page(ENGLISH + ENGLISH),
            Page("", (Block("Nothing but the menu of the site", Area.CHROME),)),
            "one of the two versions shows nothing but the page's furniture",
        ),
    ],
)
def test_strangers_are_not_compared_in_either_direction(before: Page, after: Page, why: str) -> None:
    assert (compare(before, after).drift, compare(after, before).drift) == (Drift.INCOMPARABLE, Drift.INCOMPARABLE)
    assert (compare(before, after).why, compare(before, after).strangers) == (why, "holds no text" not in why)


def test_what_stands_on_either_side_is_told_of_strangers_too() -> None:
    told = compare(page("Electives", ENGLISH), page("Electives", GERMAN))
    assert [(each.kind, each.before, each.after) for each in told.changes] == [(ChangeKind.REPLACED, ENGLISH, GERMAN)]
    cut = compare(page("Electives", ENGLISH, ENGLISH[::-1], ENGLISH[:150]), page("Electives", ENGLISH[:90]))
    assert [each.kind for each in cut.changes] == [ChangeKind.REMOVED, ChangeKind.REMOVED, ChangeKind.REPLACED]


def test_a_title_that_turns_its_meaning_is_no_caption_of_a_frame_that_was_exchanged() -> None:
    def framed(menu: str, title: str) -> Page:
        entries = tuple(Block(f"{menu} {word} of the whole site", Area.CHROME) for word in ENGLISH.split())
        return Page(title, (Block(title), *map(Block, (ENGLISH, ENGLISH[::-1], ENGLISH[9:])), *entries))

    plain, renamed, closed = (
        framed(*each)
        for each in (("Old entry", "Electives"), ("New name", "Our electives"), ("New name", "Closed: electives"))
    )
    assert [compare(plain, each).drift for each in (renamed, closed)] == [Drift.COSMETIC, Drift.SUBSTANTIVE]


def test_a_passage_that_was_deleted_or_a_page_that_was_rewritten_is_a_change() -> None:
    footer = Block("Harrow, 12 Hill Road", Area.CHROME)
    whole = Page("Electives", (Block("Electives"), Block(ENGLISH), Block(ENGLISH[:120]), footer))
    assert compare(whole, Page("Electives", (Block("Electives"), Block(ENGLISH), footer))).drift is Drift.SUBSTANTIVE
    closed = Page("Electives", (Block("Electives"), Block("The elective programme is closed for good."), footer))
    assert compare(whole, closed).drift is Drift.SUBSTANTIVE


# --- links --------------------------------------------------------------------------------------------------------


def link(url: str, text: str = "Apply", area: Area = Area.MAIN) -> PageLink:
    return PageLink(url, text, area)


@pytest.mark.parametrize(
    ("before", "after", "drift", "score"),
    [
        ("https://a.example/x", "https://a.example/y", Drift.COSMETIC, 0.35),
        ("https://a.example/x.pdf", "https://a.example/y.pdf", Drift.COSMETIC, 0.45),
        ("mailto:a@a.example", "mailto:b@a.example", Drift.SUBSTANTIVE, 0.6667),
        ("http://a.example/x/", "https://www.a.example/x", Drift.SAME, 0.0),
        ("https://a.example/x?utm_source=1&b=2&a=1", "https://a.example/x?a=1&b=2&fbclid=Iw", Drift.SAME, 0.0),
        ("https://a.example/x.css?v=1762000001", "https://a.example/x.css?v=1762999999", Drift.SAME, 0.0),
        ("https://a.example/x;jsessionid=1A?a=1", "https://a.example/x;jsessionid=2B?a=1", Drift.SAME, 0.0),
        ("https://a.example/x?page=1", "https://a.example/x?page=2", Drift.COSMETIC, 0.35),
        ("https://a.example/cdn-cgi/l/email-protection#1a", "/cdn-cgi/l/email-protection#9f", Drift.SAME, 0.0),
    ],
)  # fmt: skip
def test_a_link_that_leads_elsewhere_is_told_by_its_targets(
    before: str, after: str, drift: Drift, score: float
) -> None:
    seen = compare(page("Apply now", links=(link(before),)), page("Apply now", links=(link(after),)))
    changes = (Change(ChangeKind.LINK, before, after, Area.MAIN, words="Apply"),) if drift is not Drift.SAME else ()
    assert (seen.drift, seen.score, seen.changes) == (drift, score, changes)


def test_links_of_the_furniture_and_links_that_were_not_kept_tell_nothing() -> None:
    one, two = link("https://a.example/x", area=Area.CHROME), link("https://a.example/y", area=Area.CHROME)
    assert compare(page("Apply", links=(one,)), page("Apply", links=(two,))).drift is Drift.SAME
    assert compare(page("Apply"), page("Apply", links=(link("https://a.example/x"),))).drift is Drift.SAME


# --- facts --------------------------------------------------------------------------------------------------------


FEE = ChangedFact("money", "Tuition", "$300", "$350")


@pytest.mark.parametrize(
    ("drift", "score", "raised"),
    [
        (Drift.SUBSTANTIVE, 0.5, 0.875),
        (Drift.SUBSTANTIVE, 0.9, 0.975),
        (Drift.COSMETIC, 0.1, 0.4),
        (Drift.COSMETIC, 0.45, 0.45),
        (Drift.SAME, 0.0, 0.0),
        (Drift.INCOMPARABLE, 0.5, 0.5),
    ],
)
def test_a_fact_that_changed_raises_the_score_and_leaves_the_drift(drift: Drift, score: float, raised: float) -> None:
    assert with_facts(Comparison(drift, score), (FEE,)) == Comparison(drift, raised)
    assert with_facts(Comparison(drift, score), ()) == Comparison(drift, score)


# --- furniture ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "area"),
    [
        ("<div>x</div>", Area.CHROME),
        ("<h1>x</h1>", Area.MAIN),
        ("<div role=alert>x</div>", Area.MAIN),
        ("<div class='page-notice'>x</div>", Area.MAIN),
        ("<div class='cky-notice'>x</div>", Area.CHROME),
        ("<main><button>x</button></main>", Area.CHROME),
        ("<main><button aria-expanded=false>x</button></main>", Area.MAIN),
        ("<main><h3><button>x</button></h3></main>", Area.MAIN),
        ("<main><p>x <button>y</button></p></main>", Area.MAIN),
        ("<aside>x</aside>", Area.CHROME),
        ("<main><aside>x</aside></main>", Area.MAIN),
        ("<main><aside class=sidebar>x</aside></main>", Area.CHROME),
        ("<main><div class='modal fade'>x</div></main>", Area.CHROME),
        ("<main><div class='sidebar-layout'>x</div></main>", Area.MAIN),
        ("<main><div class='BreadcrumbsScroller_bar'>x</div></main>", Area.CHROME),
    ],
)
def test_beside_a_main_part_all_but_the_heading_and_notices_is_furniture(markup: str, area: Area) -> None:
    seen = read(f"<main>{'<p>own words ' * 20}</main>{markup}".encode(), None, URL)
    assert seen.blocks[-1].area is area


def test_a_short_page_below_a_menu_of_everything_keeps_its_menu_as_furniture() -> None:
    menu = "<nav>" + "<a href=/x>entry of the menu</a><br>" * 40 + "</nav>"
    seen = read(f"{menu}<main>{'<p>own words of the page ' * 8}</main>".encode(), None, URL)
    assert {block.area for block in seen.blocks if block.text.startswith("entry")} == {Area.CHROME}
    assert {block.area for block in seen.blocks if block.text.startswith("own")} == {Area.MAIN}
