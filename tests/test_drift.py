"""How two versions of a page differ: by golden pages, by tables, and by what must hold for every pair."""

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.core.content import Area, Block, Page
from monitor.core.drift import MAX_CHANGE_CHARACTERS, MAX_CHANGES, MAX_COMPARED_BLOCKS, is_cosmetic
from monitor.core.drift import compare as compare_pages
from monitor.core.look import Change, ChangeKind, Comparison, Drift
from monitor.core.page import read

PAGES = Path(__file__).parent / "pages"
PAIRS = sorted(folder for folder in PAGES.iterdir() if (folder / "before.html").exists())
M, C = Area.MAIN, Area.CHROME
SENTENCE = "The office of visiting students answers on weekdays until five o'clock."


def blocks(*texts: str, area: Area = M) -> list[Block]:
    return [Block(text, area) for text in texts]


def compare(before: Sequence[Block], after: Sequence[Block]) -> Comparison:
    return compare_pages(Page("", tuple(before)), Page("", tuple(after)))


def added(text: str, area: Area = M) -> Change:
    return Change(ChangeKind.ADDED, None, text, area)


def removed(text: str, area: Area = M) -> Change:
    return Change(ChangeKind.REMOVED, text, None, area)


def replaced(before: str, after: str, area: Area = M) -> Change:
    return Change(ChangeKind.REPLACED, before, after, area)


def check_score(comparison: Comparison) -> None:
    assert 0 <= comparison.score <= 1
    assert (comparison.score > 0.5) is (comparison.drift is Drift.SUBSTANTIVE)


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_golden_pages_are_rated_as_their_folder_says(folder: Path) -> None:
    before, after = (
        read((folder / name).read_bytes(), "text/html", "https://a.example/") for name in ("before.html", "after.html")
    )
    wanted = Drift(folder.name.partition("--")[0])
    there, back = compare_pages(before, after), compare_pages(after, before)
    assert (there.drift, back.drift) == (wanted, wanted), there
    check_score(there)
    assert bool(there.changes) is (wanted in {Drift.COSMETIC, Drift.SUBSTANTIVE})


def test_every_kind_of_drift_has_a_golden_page() -> None:
    assert {folder.name.partition("--")[0] for folder in PAIRS} == set(Drift)


# --- in words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (["a", "Fee $300", "z"], ["a", "Fee $350", "z"], [replaced("Fee $300", "Fee $350")]),
        (["a", "z"], ["a", "new words", "z"], [added("new words")]),
        (["a", "old words", "z"], ["a", "z"], [removed("old words")]),
        (["Fee $300", "k", "l"], ["k", "l", "Due May 1"], [removed("Fee $300"), added("Due May 1")]),
        (["Intro.", "Fee $300", "z"], ["Fee $350", "z"], [removed("Intro."), replaced("Fee $300", "Fee $350")]),
        (["Fee $300", "z"], ["Welcome", "Fee $350", "z"], [added("Welcome"), replaced("Fee $300", "Fee $350")]),
        (
            ["Intro words", "Fee is $300", "z"],
            ["Fee is $350", "Something else", "z"],
            [removed("Intro words"), replaced("Fee is $300", "Fee is $350"), added("Something else")],
        ),
        (
            ["Intro words", "Fee is $300", "Flat is $75", "z"],
            ["Fee is $350", "Flat is $85", "z"],
            [removed("Intro words"), replaced("Fee is $300", "Fee is $350"), replaced("Flat is $75", "Flat is $85")],
        ),
        (["dup", "q", "dup"], ["dup", "q"], [removed("dup")]),
        (["dup", "q"], ["dup", "q", "dup"], [added("dup")]),
        (["m1", "m2", "Fee $300"], ["m2", "m1", "Fee $350"], [replaced("Fee $300", "Fee $350")]),
    ],
)  # fmt: skip
def test_changes_are_told_in_the_right_words(before: list[str], after: list[str], changes: list[Change]) -> None:
    seen = compare(blocks(*before), blocks(*after))
    assert (seen.drift, seen.changes) == (Drift.SUBSTANTIVE, tuple(changes))


def test_a_comparison_says_why() -> None:
    assert compare(blocks("a", "Fee 1"), blocks("a", "Fee 2")) == Comparison(
        Drift.SUBSTANTIVE, 0.75, (replaced("Fee 1", "Fee 2"),), "1 passage of the page's own text differs"
    )
    assert compare(blocks("a", "Fee 1"), blocks("b", "a", "Fee 2")).why == "2 passages of the page's own text differ"
    assert compare(blocks("a"), blocks("a")) == Comparison(Drift.SAME, 0.0, (), "every line of text stands in both")


def test_the_score_goes_by_kinds_of_words_and_by_their_place() -> None:
    rising = [
        compare([*blocks("a"), *blocks(SENTENCE, area=C)], blocks("a")),
        compare(blocks("a", "apply now"), blocks("a", "Apply now!")),
        compare(blocks("a", "open"), blocks("a", "wide open")),
        compare(blocks("a", "open"), blocks("a", "not open")),
        compare(blocks("a", "due in May"), blocks("a", "due in June")),
        compare(blocks("a", "open to all"), blocks("a", "closed for now")),
        compare(blocks("a", "Fee 300"), blocks("a", "Fee 350")),
        compare(blocks("a", "Fee 300", "Fee 400"), blocks("a", "Fee 350", "Fee 450")),
    ]
    assert [each.score for each in rising] == [0.1149, 0.3, 0.5238, 0.6154, 0.6875, 0.7222, 0.75, 0.8333]


def test_a_copy_lost_from_the_own_text_counts_though_the_furniture_keeps_one() -> None:
    one = [Block("x"), Block("Fee"), Block("Fee", C)]
    assert compare(one, [Block("x"), Block("Fee", C)]).why == "1 passage of the page's own text differs"


@pytest.mark.parametrize(("before", "after"), [([], ["a"]), (["a"], []), ([], [])])
def test_a_side_without_text_cannot_be_compared(before: list[str], after: list[str]) -> None:
    seen = compare(blocks(*before), blocks(*after))
    assert (seen.drift, seen.score, seen.changes) == (Drift.INCOMPARABLE, 0.0, ())


# --- how much it means --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "drift"),
    [
        ("Apply now", "APPLY NOW!", Drift.COSMETIC),
        ("Fees · Dates", "Fees, Dates", Drift.COSMETIC),
        ("“Apply”—now", '"Apply" - now', Drift.COSMETIC),
        ("ﬁnal year", "final year", Drift.COSMETIC),
        ("© 2025 Harrow", "© 2026 Bellweather", Drift.SUBSTANTIVE),
        ("© 2025 Harrow. Fee 2500", "© 2026 Harrow. Fee 3000", Drift.SUBSTANTIVE),
        ("(c) The deadline is May 2026", "(c) The deadline is May 2027", Drift.SUBSTANTIVE),
        ("Deadline in 2026", "Deadline in 2027", Drift.SUBSTANTIVE),
        ("Fee $300", "Fee $350", Drift.SUBSTANTIVE),
        ("Fee $300", "Fee €300", Drift.SUBSTANTIVE),
        ("Fee $3.50", "Fee $350", Drift.SUBSTANTIVE),
        ("Fee $1,500", "Fee $1500.00", Drift.SUBSTANTIVE),
        ("3 years", "10 years", Drift.SUBSTANTIVE),
        ("TOEFL > 80", "TOEFL ≥ 80", Drift.SUBSTANTIVE),
        ("3 years", "3+ years", Drift.SUBSTANTIVE),
        ("a@b.example", "c@b.example", Drift.SUBSTANTIVE),
        ("open", "not open", Drift.SUBSTANTIVE),
        ("e-mail us", "email us", Drift.SUBSTANTIVE),
    ],
)
def test_letters_and_digits_count_and_their_dress_does_not(before: str, after: str, drift: Drift) -> None:
    seen = compare(blocks("kept", before), blocks("kept", after))
    assert seen.drift is drift
    assert seen.changes == (replaced(before, after),)
    assert is_cosmetic(seen.changes[0]) is (drift is Drift.COSMETIC)
    check_score(seen)


@pytest.mark.parametrize("ornament", ["***", "—", "→", "|"])
def test_an_ornament_that_comes_or_goes_is_cosmetic(ornament: str) -> None:
    assert compare(blocks("a", ornament), blocks("a")).drift is Drift.COSMETIC
    assert compare(blocks("a"), blocks("a", ornament)).drift is Drift.COSMETIC


@pytest.mark.parametrize(
    ("before", "after", "drift"),
    [
        (blocks("n", area=C), blocks("o", area=C), Drift.SAME),
        (blocks("Call 300", area=C), blocks("Call 350", area=C), Drift.COSMETIC),
        (blocks(SENTENCE, area=C), blocks(), Drift.COSMETIC),
        (blocks(f"{SENTENCE} Cookies!", area=C), blocks(), Drift.SAME),
        (blocks("n", area=C), blocks("o", area=M), Drift.SUBSTANTIVE),
        (blocks("n", area=M), blocks("o", area=C), Drift.SUBSTANTIVE),
        (blocks("n", area=M), blocks("n", area=C), Drift.SAME),
        (blocks("n", area=M), blocks("N!", area=C), Drift.COSMETIC),
        (blocks(), blocks("o", area=C), Drift.SAME),
    ],
)
def test_only_the_page_s_own_text_tells(before: list[Block], after: list[Block], drift: Drift) -> None:
    assert compare(blocks("kept", *()) + before, blocks("kept") + after).drift is drift


def test_text_that_moved_and_changed_its_case_is_cosmetic_in_both_directions() -> None:
    one, two = blocks("P", "apply", "Q"), blocks("Q", "Apply", "P")
    assert (compare(one, two).drift, compare(two, one).drift) == (Drift.COSMETIC, Drift.COSMETIC)


# --- nothing that tells is lost to a bound ------------------------------------------------------------------------


def test_a_change_at_the_end_of_a_long_passage_is_seen_and_shown() -> None:
    text = "All students take part in the rounds of the ward. " * 60
    seen = compare(blocks(text + "Fee $300"), blocks(text + "Fee $350"))
    assert seen.drift is Drift.SUBSTANTIVE
    (change,) = seen.changes
    assert (change.before or "")[-8:] == "Fee $300"
    assert (change.after or "")[-8:] == "Fee $350"
    assert (change.before or "").startswith("…")
    assert not is_cosmetic(change)


def test_what_is_shown_of_a_change_is_bounded() -> None:
    before, after = blocks("k", "a" * 5000), blocks("k", "b" * 5000, "c" * 5000)
    assert [(len(c.before or ""), len(c.after or "")) for c in compare(before, after).changes] == [
        (MAX_CHANGE_CHARACTERS, MAX_CHANGE_CHARACTERS),
        (0, MAX_CHANGE_CHARACTERS),
    ]


@pytest.mark.parametrize(("length", "kept"), [(999, 999), (1000, 1000), (1001, 1000), (5000, 1000)])
def test_a_new_passage_is_shown_from_its_beginning(length: int, kept: int) -> None:
    text = "".join(chr(97 + i % 26) for i in range(length))
    (change,) = compare(blocks("k"), blocks("k", text)).changes
    assert change.after == (text if kept == length else text[:999] + "…")


def test_two_long_passages_are_shown_from_shortly_before_they_part() -> None:
    common = "".join(chr(97 + i % 26) for i in range(1500))
    (change,) = compare(blocks("k", common + " 300"), blocks("k", common + " 350")).changes
    assert (change.before, change.after) == ("…" + common[1302:] + " 300", "…" + common[1302:] + " 350")


def test_changes_come_in_page_order_as_long_as_all_are_shown() -> None:
    seen = compare(blocks("Fee 1", "k", "apply"), blocks("Fee 2", "k", "APPLY"))
    assert seen.changes == (replaced("Fee 1", "Fee 2"), replaced("apply", "APPLY"))
    seen = compare(blocks("apply", "k", "Fee 1"), blocks("APPLY", "k", "Fee 2"))
    assert seen.changes == (replaced("apply", "APPLY"), replaced("Fee 1", "Fee 2"))


def test_a_rewritten_page_is_paired_in_page_order() -> None:
    many = range(3000)
    text = "rounds of the ward " * 100
    seen = compare(blocks(*(f"{i} old {text}" for i in many)), blocks(*(f"{i} new {text}" for i in many)))
    assert seen.drift is Drift.SUBSTANTIVE
    assert all(c.before and c.after and c.before.split()[0] == c.after.split()[0] for c in seen.changes)


def test_a_telling_change_behind_hundreds_of_menu_entries_is_seen_and_shown() -> None:
    many = range(MAX_CHANGES + 300)
    before = [Block(f"item {i}", C) for i in many] + blocks("x", "Fee 300")
    after = [Block(f"entry {i}", C) for i in many] + blocks("x", "Fee 350")
    seen = compare(before, after)
    assert seen.drift is Drift.SUBSTANTIVE
    assert len(seen.changes) == MAX_CHANGES
    assert seen.changes[-1] == replaced("Fee 300", "Fee 350")
    assert seen.why == "1 passage of the page's own text differs"


def test_a_telling_change_beyond_what_is_compared_line_by_line_is_seen_and_shown() -> None:
    same = blocks(*(f"line {i}" for i in range(MAX_COMPARED_BLOCKS + 1)))
    seen = compare([*same, Block("Fee 300")], [*same, Block("Fee 350")])
    assert (seen.drift, seen.changes) == (Drift.SUBSTANTIVE, (replaced("Fee 300", "Fee 350"),))
    assert seen.score > 0.5  # however long the page


@pytest.mark.parametrize("new", ["line {} new", "row {} of another table"])
def test_pages_of_which_ninety_thousand_lines_differ_are_compared_in_seconds(new: str) -> None:
    before, after = (blocks(*(text.format(i) for i in range(90_000))) for text in ("line {} old", new))
    start = process_time()
    compare(before, after)
    assert process_time() - start < 10  # some 2 where nothing else runs


def test_one_more_copy_in_the_furniture_is_no_change_of_the_text_whatever_it_is_a_copy_of() -> None:
    assert compare(blocks("Fee"), [*blocks("Fee"), Block("Fee", C)]).drift is Drift.SAME
    assert compare(blocks("Fee 3"), [*blocks("Fee 3"), Block("Fee 3", C)]).drift is Drift.COSMETIC
    assert compare(blocks("Fee"), blocks("Fee", "Fee")).drift is Drift.SUBSTANTIVE


# --- for every pair -----------------------------------------------------------------------------------------------

BLOCK = st.builds(
    Block,
    st.sampled_from(["Fee $300", "fee $300!", "Fee $350", "apply", "Apply", "***", "© 2025 X", "© 2026 X", "a b"])
    | st.text(min_size=1, max_size=6),
    st.sampled_from(Area),
)  # fmt: skip
SIDE = st.lists(BLOCK, max_size=8)


@settings(deadline=None, max_examples=300)
@example(blocks("fee $300!", "fee $300!", "***"), blocks("***", "fee $300!", "Fee $300"))
@given(SIDE, SIDE)
def test_drift_is_the_same_in_both_directions_and_agrees_with_its_score(one: list[Block], two: list[Block]) -> None:
    there, back = compare(one, two), compare(two, one)
    assert there.drift is back.drift
    assert there.score == back.score
    check_score(there)
    assert bool(there.changes) is (there.drift in {Drift.COSMETIC, Drift.SUBSTANTIVE} or there.strangers)


@settings(deadline=None, max_examples=200)
@given(SIDE.filter(bool), SIDE)
def test_changes_lead_from_one_version_to_the_other(one: list[Block], two: list[Block]) -> None:
    one, two = ([Block(f"{b.text} 1", M) for b in side if "©" not in b.text] for side in (one, two))
    seen = compare(one, two)
    if seen.drift in {Drift.INCOMPARABLE, Drift.SAME}:  # the same words may be broken into other lines
        return
    texts = sorted([b.text for b in one] + [c.after for c in seen.changes if c.after is not None])
    assert texts == sorted([b.text for b in two] + [c.before for c in seen.changes if c.before is not None])
    assert all((c.kind is ChangeKind.ADDED) is (c.before is None) for c in seen.changes)
    assert all((c.kind is ChangeKind.REMOVED) is (c.after is None) for c in seen.changes)


@settings(deadline=None, max_examples=100)
@given(
    SIDE.filter(bool).map(lambda side: [Block(f"a {each.text}", each.area) for each in side]),
    st.randoms(use_true_random=False),
)
def test_a_page_without_bare_figures_is_the_same_as_itself_in_any_order(one: list[Block], shuffler: object) -> None:
    shuffled = list(one)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert compare(one, one).drift is Drift.SAME
    assert compare(one, shuffled) == Comparison(Drift.SAME, 0.0, (), "every line of text stands in both")


@settings(deadline=None, max_examples=100)
@given(SIDE.map(lambda side: [b for b in side if b.text.strip()]).filter(bool), st.integers(0, 8))
def test_words_that_were_put_in_are_found_wherever_they_stand(one: list[Block], place: int) -> None:
    new = Block("We accept nobody in 2031")
    seen = compare(one, [*one[:place], new, *one[place:]])
    assert (seen.drift, seen.changes) == (Drift.SUBSTANTIVE, (added(new.text),))
