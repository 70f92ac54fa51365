"""What people read: findings, one listing, one page, two versions, mistakes, in a terminal; and Markdown for issues."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_formats import EXPIRED, GONE, NOW, hidden, nasty, situation, situations, standing

from monitor import formats
from monitor.core.content import Area, Block, Page
from monitor.core.finding import Coverage, Evidence, Finding, LinkStanding, Rule, Situation, State
from monitor.core.listing import Contact, Deadline, Fee, FeeKind, Link, Listing, Requirement, Role, Severity
from monitor.core.look import (
    Change,
    ChangeKind,
    Comparison,
    Drift,
    Fingerprint,
    Hop,
    Judgement,
    Liveness,
    Outcome,
    Reason,
    Signal,
    Version,
)
from monitor.errors import CatalogueError, Mistake
from monitor.formats.blocks import Paper

COLOUR = re.compile("\x1b\\[[0-9;]*m")
# The last line of `situation(standing(EXPIRED), standing(GONE))`.
LAST = "2 errors, 0 warnings, 0 notes open; 1 of 4 links verified, 1 blocked, 1 unknown,\n1 never looked at."


def missing(listing: str) -> Finding:
    return replace(
        EXPIRED,
        rule=Rule.LINK_MISSING,
        listing=listing,
        subject="links",
        severity=Severity.WARNING,
        message=f"{listing} has no link: find its page.",
        suggestion=None,
        evidence=Evidence(),
        since=NOW,
    )


def clinics(count: int) -> Situation:
    return situation(*(standing(missing(f"clinic-{n}"), line=100 + n) for n in range(count)))


# --- findings in a terminal -----------------------------------------------------------------------------------------


def test_each_finding_is_a_block_that_says_what_where_and_what_to_write() -> None:
    assert formats.text(situation(standing(EXPIRED), standing(GONE))) == (
        "error: claim-expired · northfield-clerkship · Northfield University Hospital,\n"
        "  Visiting Clerkship\n"
        f"  listings.toml:12 · {EXPIRED.id} · since 1 July 2020\n"
        "  The tuition fee of $1,000 per month ended on 30 June 2020: remove it.\n"
        "  was: until 2020-06-30\n"
        "  fix: remove fees[0]\n"
        "\n"
        "error: link-gone · northfield-clerkship · Northfield University Hospital,\n"
        "  Visiting Clerkship\n"
        f"  listings.toml:12 · {GONE.id} · since 19 November 2026\n"
        "  The program link is not there any more.\n"
        "  link: https://northfield.example/clerkship\n"
        "  expected: a page\n"
        "  found: HTTP 404\n"
        "  fix: set links[0].url to https://northfield.example/visiting\n"
        "\n"
        f"{LAST}\n"
        "2 findings come with a correction: monitor fix shows it as a diff.\n"
    )


def test_a_finding_goes_by_the_id_of_its_listing_alone_where_its_sentence_gives_the_name() -> None:
    named = replace(GONE, message="The program link of Northfield University Hospital, Visiting Clerkship is dead.")
    head, *_ = formats.text(situation(standing(named))).splitlines()
    assert head == "error: link-gone · northfield-clerkship"


def test_an_address_that_is_the_evidence_is_told_once() -> None:
    url = "https://northfield.example/"
    suspect = replace(
        GONE, url=url, suggestion=None, evidence=Evidence(quote=url, expected="a page", found="a front page")
    )
    assert formats.text(situation(standing(suspect))).count(url) == 1


def test_the_worst_comes_first_and_a_listing_s_findings_stand_together() -> None:
    held = situation(
        standing(missing("a")),
        standing(missing("b")),
        standing(replace(GONE, listing="b")),
        standing(replace(missing("a"), subject="other")),
    )
    heads = [written for written in formats.text(held).splitlines() if re.match("error|warning|note", written)]
    assert heads == [
        "error: link-gone · b",
        "warning: link-missing · a",
        "warning: link-missing · a",
        "warning: link-missing · b",
    ]


def test_a_catalogue_rule_that_hits_more_than_five_listings_is_folded_to_a_count() -> None:
    assert formats.text(clinics(6)) == (
        "warning: link-missing · 6 findings\n"
        "  6 listings have no link. Find the programme's page and link to it.\n"
        "  all: monitor findings --rule link-missing\n"
        "\n"
        "0 errors, 6 warnings, 0 notes open; 1 of 4 links verified, 1 blocked, 1 unknown,\n"
        "1 never looked at.\n"
    )


def test_so_are_claims_that_no_page_bears_out_for_they_are_many() -> None:
    found = [
        replace(GONE, rule=Rule.CLAIM_UNCONFIRMED, severity=Severity.NOTE, listing=f"clinic-{n}", cause=None)
        for n in range(6)
    ]
    shown = formats.text(situation(*(standing(each, line=n + 1) for n, each in enumerate(found))))
    assert " ".join(shown.split()).startswith(
        "note: claim-unconfirmed · 6 findings 6 listings state what no page bears out. "
        "Find a page that states it, and link to that page. all: monitor findings --rule claim-unconfirmed"
    )


def test_five_listings_are_told_one_by_one_and_so_are_six_when_asked_in_full() -> None:
    for shown in (formats.text(clinics(5)), formats.text(clinics(6), full=True)):
        assert "all: monitor findings" not in shown
        assert [f"listings.toml:{100 + n} ·" in shown for n in range(5)] == [True] * 5


def test_a_rule_that_judges_by_looks_is_never_folded_but_one_cause_is_told_once() -> None:
    hosts = [
        replace(GONE, listing=f"clinic-{n}", url=f"https://dead.example/{n}", cause="unreachable dead.example:443")
        for n in range(13)
    ]
    shown = formats.text(situation(*(standing(found, line=n + 1) for n, found in enumerate(hosts))))
    assert shown.count("error: link-gone") == 1
    assert f"  also: listings.toml:2 · {hosts[1].id} · https://dead.example/1\n" in shown
    assert shown.count("  also: ") == 11
    assert "  also: 2 more findings with the same cause\n" in shown
    in_full = formats.text(situation(*(standing(found) for found in hosts)), full=True)
    assert (in_full.count("error: link-gone"), in_full.count("also:")) == (13, 0)


def test_where_nothing_is_open_one_line_says_so_and_what_was_seen() -> None:
    held = replace(situation(), coverage=Coverage(listings=1, links=2, verified=2, blocked=0, unknown=0, never=0))
    assert formats.text(held) == "Nothing is open in 1 listing; 2 of 2 links verified.\n"


def test_nothing_open_is_no_praise_where_nobody_has_looked_or_something_waits() -> None:
    held = replace(
        situation(standing(GONE, State.PENDING), standing(EXPIRED, State.ACCEPTED)),
        coverage=Coverage(listings=3, links=2, verified=0, blocked=0, unknown=0, never=2),
    )
    assert formats.text(held) == "Nothing is open in 3 listings; 2 links, none looked at yet; 1 pending, 1 accepted.\n"


def test_an_offline_pass_says_so_before_anything_else() -> None:
    first, second, *_ = formats.text(replace(situation(standing(EXPIRED)), offline=True)).splitlines()
    assert f"{first} {second}" == (
        "Offline: no host answered, so nothing was learned about any link; what needs no network stands below."
    )


def test_other_states_are_shown_when_asked_for_with_the_reason_that_was_given() -> None:
    held = situation(standing(EXPIRED), standing(GONE, State.ACCEPTED, note="agency, by phone only"))
    shown = formats.text(held, states={State.ACCEPTED})
    assert shown.startswith(
        "error (accepted): link-gone · northfield-clerkship · Northfield University\n  Hospital, Visiting Clerkship\n"
    )
    assert "  note: agency, by phone only\n" in shown
    assert "claim-expired" not in shown
    assert shown.endswith("1 never looked at; 1 accepted.\n")


def test_a_changed_page_is_quoted_passage_by_passage_with_both_sides() -> None:
    changed = replace(
        GONE,
        rule=Rule.PAGE_CHANGED,
        suggestion=None,
        evidence=Evidence(quote="3 years\nfree", expected="10 years", found="3 years\nfree"),
    )
    shown = formats.text(situation(standing(changed)))
    assert "  was: 10 years\n  now: 3 years\n  now: free\n" in shown
    assert "quote" not in shown


def test_lines_break_at_the_width_and_addresses_stay_whole() -> None:
    url = "https://northfield.example/" + "x" * 60
    found = replace(GONE, message="word " * 40, evidence=Evidence(quote="学" * 10 + " 学生" * 30), url=url)
    for written in formats.text(situation(standing(found)), width=40).splitlines():
        wide = sum(2 if "一" <= char <= "鿿" else 1 for char in written)
        assert wide <= 40 or url in written or "https://northfield.example/visiting" in written


def test_colour_adds_nothing_but_colour() -> None:
    held = situation(standing(EXPIRED), standing(GONE), *(clinics(6).standings))
    plain, coloured = formats.text(held), formats.text(held, style=formats.Style(ansi=True))
    assert coloured != plain
    assert COLOUR.sub("", coloured) == plain


@settings(max_examples=60)
@given(situations, st.integers(1, 200), st.sets(st.sampled_from(State)), st.booleans())
def test_no_situation_gets_a_control_character_onto_a_terminal(
    held: Situation, width: int, states: set[State], full: bool
) -> None:
    plain = formats.text(held, width=width, states=states, full=full)
    assert set(hidden(plain)) <= {"\n"}
    coloured = formats.text(held, width=width, states=states, full=full, style=formats.Style(ansi=True))
    assert COLOUR.sub("", coloured) == plain


# --- mistakes -------------------------------------------------------------------------------------------------------


def test_a_mistake_is_a_line_that_an_editor_can_follow() -> None:
    error = CatalogueError(
        "guides/listings.toml",
        [
            Mistake(12, 5, "listing[3].fees[0].amuont", "unknown key `amuont`", "did you mean `amount`?"),
            Mistake(40, None, "monitor", "must be a\ntable\x1b[31m", None),
            Mistake(None, None, "", "there is no such file", None),
        ],
    )
    assert formats.mistakes_text(error) == (
        "guides/listings.toml:12:5: listing[3].fees[0].amuont: unknown key `amuont` (did you mean `amount`?)\n"
        "guides/listings.toml:40: monitor: must be a table\\x1b[31m\n"
        "guides/listings.toml: there is no such file\n"
    )


def test_thousands_of_mistakes_are_counted_not_listed() -> None:
    error = CatalogueError("listings.toml", [Mistake(n, 1, "k" * 9_000, "m" * 9_000, None) for n in range(1, 1_001)])
    lines = formats.mistakes_text(error).splitlines()
    assert len(lines) == 201
    assert lines[-1] == "… and 800 more mistakes (`--format json` lists them all)"
    assert max(map(len, lines)) < 1_100


# --- one listing ----------------------------------------------------------------------------------------------------

LISTING = Listing(
    "northfield-clerkship",
    institution="Northfield University Hospital",
    program="Visiting Clerkship",
    kinds=("clerkship",),
    reviewed=date(2026, 5, 4),
    source="line 294",
    links=(Link(Role.PROGRAM, "https://northfield.example/clerkship"),),
    fees=(Fee(FeeKind.TUITION, Decimal("1000"), per="month", until=date(2020, 6, 30)),),
    requirements=(Requirement("TOEFL", above=Decimal("80"), sections={"speaking": Decimal("26.5")}),),
    contacts=(Contact(email="visits@northfield.example"),),
    deadlines=(Deadline("application", date(2027, 1, 15)),),
)
SEEN = LinkStanding(
    "northfield-clerkship",
    Role.PROGRAM,
    "https://northfield.example/clerkship",
    final_url="https://northfield.example/clerkship",
    hops=(Hop("https://northfield.example/clerkship", 404),),
    status=404,
    liveness=Liveness.GONE,
    reason=Reason.NOT_FOUND,
    checked_at=NOW,
    last_ok=NOW - timedelta(days=4),
)


@dataclass(frozen=True, slots=True)
class Run:
    first_at: datetime
    last_at: datetime
    looks: int
    outcome: Outcome


def outcome(reason: Reason, status: int) -> Outcome:
    return Outcome(reason, SEEN.url, (Hop(SEEN.url, status),), status, "")


STORY = formats.LinkStory(
    SEEN,
    runs=(
        Run(NOW - timedelta(days=9), NOW - timedelta(days=4), 3, outcome(Reason.OK, 200)),
        Run(NOW, NOW, 1, outcome(Reason.NOT_FOUND, 404)),
    ),
    versions=(
        Version(
            Fingerprint(1, "abc"),
            "Visiting Clerkship",
            (Block("The fee is $1,000."),),
            NOW - timedelta(days=9),
            NOW - timedelta(days=4),
        ),
    ),
    changes=Comparison(
        Drift.SUBSTANTIVE,
        0.75,
        (Change(ChangeKind.REPLACED, "The fee is $1,000.", "The fee is $1,200.", Area.MAIN),),
        "1 passage of the page's own text differs",
    ),
)


def test_a_listing_is_told_with_its_links_findings_and_claims() -> None:
    held = situation(standing(GONE), standing(replace(GONE, listing="another")))
    assert formats.listing_text(held, LISTING, [STORY], {}) == (
        "Northfield University Hospital, Visiting Clerkship\n"
        "  northfield-clerkship · source: line 294 · reviewed on 4 May 2026\n"
        "\n"
        "Links\n"
        "  program: https://northfield.example/clerkship\n"
        "    last look: 22 November 2026, 06:00 UTC: gone, 404 not found (HTTP 404)\n"
        "    last verified OK: 18 November 2026, 06:00 UTC\n"
        "    seen: 22 November 2026, 06:00 UTC, 1 look: gone, 404 not found\n"
        "    seen: 13 November 2026, 06:00 UTC to 18 November 2026, 06:00 UTC, 3 looks:\n"
        "          alive, answers\n"
        "    version: 13 November 2026, 06:00 UTC to 18 November 2026, 06:00 UTC:\n"
        "             Visiting Clerkship\n"
        "    since the baseline: substantive: 1 passage of the page's own text differs\n"
        "      - removed (main): The fee is $1,000.\n"
        "      + added (main): The fee is $1,200.\n"
        "\n"
        "Findings\n"
        "error: link-gone · northfield-clerkship\n"
        f"  listings.toml:12 · {GONE.id} · since 19 November 2026\n"
        "  The program link is not there any more.\n"
        "  link: https://northfield.example/clerkship\n"
        "  expected: a page\n"
        "  found: HTTP 404\n"
        "  fix: set links[0].url to https://northfield.example/visiting\n"
        "\n"
        "Claims\n"
        "  the tuition fee of $1,000 per month\n"
        "    fee:tuition:month:until-2020-06-30 · not compared with the page yet\n"
        "  the requirement of TOEFL (above 80, speaking at least 26.5)\n"
        "    requirement:toefl · not compared with the page yet\n"
        "  the contact visits@northfield.example\n"
        "    contact:visits@northfield.example · not compared with the page yet\n"
        "  the application deadline of 15 January 2027\n"
        "    deadline:application · not compared with the page yet\n"
    )


def test_the_worst_of_a_listing_comes_first_and_a_page_seen_once_has_one_moment() -> None:
    note = replace(GONE, rule=Rule.LINK_BLOCKED, severity=Severity.NOTE)
    once = replace(STORY, versions=[replace(STORY.versions[0], last_seen=STORY.versions[0].first_seen)])
    told = formats.listing_text(situation(standing(note), standing(GONE)), LISTING, [once], {}).splitlines()
    assert [line.partition(" ·")[0] for line in told if re.match("error|note", line)] == [
        "error: link-gone",
        "note: link-blocked",
    ]
    assert "    version: 13 November 2026, 06:00 UTC: Visiting Clerkship" in told


NOT_JUDGED = dict.fromkeys(("quote", "found", "url", "why", "judged_at", "first_supported", "last_supported"))


def test_a_listing_of_which_nothing_is_known_says_so() -> None:
    bare = Listing("bare", program="Bare")
    never = formats.LinkStory(LinkStanding("bare", Role.HOME, "https://bare.example/"))
    assert formats.listing_text(situation(), bare, [never], {}) == (
        "Bare\n  bare · never reviewed\n\nLinks\n  home: https://bare.example/\n    nobody has looked at it yet\n\n"
        "Findings\n  Nothing is wrong with it, as far as is known.\n\n"
        "Claims\n  It states no fee, requirement, contact or deadline.\n"
    )


def test_the_document_of_a_listing_holds_its_entry_and_all_that_is_remembered() -> None:
    held = situation(standing(GONE))
    document = formats.listing_document(held, LISTING, [STORY], {})
    run = {
        "first_at": "2026-11-22T06:00:00Z",
        "last_at": "2026-11-22T06:00:00Z",
        "looks": 1,
        "liveness": "gone",
        "reason": "not-found",
        "status": 404,
        "final_url": SEEN.url,
        "hops": [{"url": SEEN.url, "status": 404}],
        "detail": None,
    }
    was_well = {
        "first_at": "2026-11-13T06:00:00Z",
        "last_at": "2026-11-18T06:00:00Z",
        "looks": 3,
        "liveness": "alive",
        "reason": "ok",
        "status": 200,
        "hops": [{"url": SEEN.url, "status": 200}],
    }
    assert document == {
        "listing": {
            "id": "northfield-clerkship",
            "institution": "Northfield University Hospital",
            "program": "Visiting Clerkship",
            "city": None,
            "state": None,
            "kinds": ["clerkship"],
            "hands_on": None,
            "specialties": [],
            "excludes": [],
            "audience": None,
            "reviewed": "2026-05-04",
            "tags": [],
            "notes": None,
            "source": "line 294",
            "links": [{"role": "program", "url": SEEN.url}],
            "fees": [
                {
                    "kind": "tuition",
                    "amount": 1000,
                    "currency": "USD",
                    "per": "month",
                    "audience": None,
                    "note": None,
                    "from": None,
                    "until": "2020-06-30",
                }
            ],
            "requirements": [
                {
                    "exam": "TOEFL",
                    "above": 80,
                    "minimum": None,
                    "sections": {"speaking": 26.5},
                    "sections_are": "minimum",
                    "any_of": None,
                    "level": "required",
                    "note": None,
                }
            ],
            "contacts": [{"name": None, "email": "visits@northfield.example", "phone": None, "role": None}],
            "deadlines": [{"what": "application", "date": "2027-01-15", "note": None}],
        },
        "links": [
            {
                **formats.check_document(situation(links=(SEEN,)))["links"][0],
                "detail": None,
                "next_look": None,
                "runs": [{**run, **was_well}, run],
                "versions": [
                    {
                        "first_seen": "2026-11-13T06:00:00Z",
                        "last_seen": "2026-11-18T06:00:00Z",
                        "title": "Visiting Clerkship",
                        "words": 4,
                        "fingerprint": "abc",
                    }
                ],
                "changes": {
                    "drift": "substantive",
                    "score": 0.75,
                    "why": "1 passage of the page's own text differs",
                    "changes": [
                        {
                            "kind": "replaced",
                            "before": "The fee is $1,000.",
                            "after": "The fee is $1,200.",
                            "area": "main",
                            "heading": None,
                            "words": None,
                        }
                    ],
                },
            }
        ],
        "findings": formats.document(held)["findings"],
        "claims": [
            {
                "id": "fee:tuition:month:until-2020-06-30",
                "words": "the tuition fee of $1,000 per month",
                "support": "undecided",
                **NOT_JUDGED,
            },
            {
                "id": "requirement:toefl",
                "words": "the requirement of TOEFL (above 80, speaking at least 26.5)",
                "support": "undecided",
                **NOT_JUDGED,
            },
            {
                "id": "contact:visits@northfield.example",
                "words": "the contact visits@northfield.example",
                "support": "undecided",
                **NOT_JUDGED,
            },
            {
                "id": "deadline:application",
                "words": "the application deadline of 15 January 2027",
                "support": "undecided",
                **NOT_JUDGED,
            },
        ],
    }


def test_a_long_past_is_cut_in_the_terminal_and_whole_in_the_document() -> None:
    runs = [Run(NOW, NOW, 1, outcome(Reason.OK, 200))] * 30
    story = formats.LinkStory(SEEN, runs=runs)
    shown = formats.listing_text(situation(), LISTING, [story], {})
    assert (shown.count("    seen: "), "    … and 18 earlier runs of looks\n" in shown) == (12, True)
    assert len(formats.listing_document(situation(), LISTING, [story], {})["links"][0]["runs"]) == 30


# --- one page, two versions -----------------------------------------------------------------------------------------

GOOD = Judgement(Reason.OK, (Signal("status", 10, "HTTP 200"),))
ERROR_PAGE = Judgement(Reason.SOFT_404, (Signal("title", 6, "Page not found"), Signal("status", -3, "HTTP 200")))
PAGE = Page("Page not found", (Block("Home | About", Area.CHROME), Block("Sorry!", heading=1), Block("No such page.")))


def test_an_inspected_page_is_a_document_in_the_agreed_shape() -> None:
    nothing = {"money": [], "emails": [], "phones": [], "dates": [], "scores": [], "closed": None}
    document = {
        "id": "a.html",
        "liveness": "gone",
        "reason": "soft-404",
        "signals": [
            {"signal": "title", "weight": 6, "quote": "Page not found"},
            {"signal": "status", "weight": -3, "quote": "HTTP 200"},
        ],
        "title": "Page not found",
        "words": 7,
        "facts": nothing,
        "verdicts": [],
    }
    assert formats.inspection_document("a.html", ERROR_PAGE, PAGE) == document
    assert formats.inspection_document("a.html", ERROR_PAGE, None) == {**document, "title": None, "words": 0}
    closed = {"quote": "We are closed."}
    verdict = {"claim": "fee:tuition", "support": "refuted", "found": "$350", "quote": "the fee is $350"}
    facts = {"emails": ["a@b.example"], "closed": closed}
    assert formats.inspection_document("a.html", ERROR_PAGE, PAGE, facts=facts, verdicts=[verdict]) == {
        **document,
        "facts": {**nothing, "emails": ["a@b.example"], "closed": closed},
        "verdicts": [verdict],
    }


def test_an_inspected_page_is_explained_by_its_signs_and_its_first_lines() -> None:
    assert formats.inspection_text("a.html", ERROR_PAGE, PAGE) == (
        "a.html\n"
        "  gone: an error page in disguise (soft-404)\n"
        "    +6 title: Page not found\n"
        "    -3 status: HTTP 200\n"
        "\n"
        "  title: Page not found\n"
        "  7 words in 3 blocks, 2 of them main text\n"
        "    chrome: Home | About\n"
        "    main  : # Sorry!\n"
        "    main  : No such page.\n"
    )
    assert formats.inspection_text("a.html", Judgement(Reason.TIMEOUT), None).endswith(
        "    no sign spoke for or against it\n\n  Nothing could be read.\n"
    )


def test_facts_and_verdicts_follow_where_there_are_any() -> None:
    money = {"amount": 350, "currency": "USD", "label": "application fee", "per": None, "quote": "fee: $350"}
    verdict = {"claim": "fee:application", "support": "refuted", "found": "$350", "quote": None}
    shown = formats.inspection_text("a", GOOD, PAGE, facts={"money": [money]}, verdicts=[verdict], width=200)
    assert shown.endswith("\n\n  money: $350, application fee — “fee: $350”\n  fee:application: refuted: $350\n")


COMPARISON = Comparison(
    Drift.SUBSTANTIVE,
    0.8312,
    (
        Change(ChangeKind.REPLACED, "10 years", "3 years", Area.MAIN),
        Change(ChangeKind.ADDED, None, "New: visa letter", Area.MAIN),
        Change(ChangeKind.REMOVED, "© 2025", None, Area.CHROME),
        Change(ChangeKind.LINK, "https://a.example/", "https://b.example/", Area.MAIN),
    ),
    "2 passages of the page's own text differ",
)


def test_a_comparison_is_a_document_in_the_agreed_shape() -> None:
    fact = {"kind": "money", "label": "fee", "before": "$300", "after": "$350"}
    assert formats.comparison_document("pair", COMPARISON, GOOD, ERROR_PAGE, facts_changed=[fact]) == {
        "id": "pair",
        "drift": "substantive",
        "score": 0.8312,
        "before": {"liveness": "alive", "reason": "ok"},
        "after": {"liveness": "gone", "reason": "soft-404"},
        "changes": [
            {
                "kind": "replaced",
                "before": "10 years",
                "after": "3 years",
                "area": "main",
                "heading": None,
                "words": None,
            },
            {
                "kind": "added",
                "before": None,
                "after": "New: visa letter",
                "area": "main",
                "heading": None,
                "words": None,
            },
            {"kind": "removed", "before": "© 2025", "after": None, "area": "chrome", "heading": None, "words": None},
            {
                "kind": "link",
                "before": "https://a.example/",
                "after": "https://b.example/",
                "area": "main",
                "heading": None,
                "words": None,
            },
        ],
        "facts_changed": [fact],
    }


def test_a_comparison_says_in_words_what_came_and_what_went() -> None:
    fact = {"kind": "money", "label": "fee", "before": "$300", "after": "$350"}
    assert formats.comparison_text("pair", COMPARISON, GOOD, ERROR_PAGE, facts_changed=[fact]) == (
        "pair\n"
        "  substantive (score 0.83): 2 passages of the page's own text differ\n"
        "  before: alive, answers\n"
        "  after: gone, an error page in disguise\n"
        "  money fee: $300 → $350\n"
        "\n"
        "  - removed (main): 10 years\n"
        "  + added (main): 3 years\n"
        "  + added (main): New: visa letter\n"
        "  - removed (chrome): © 2025\n"
        "  - link removed (main): https://a.example/\n"
        "  + link added (main): https://b.example/\n"
    )


def test_a_change_is_found_by_the_heading_above_it_and_a_link_by_its_words() -> None:
    changes = (
        Change(ChangeKind.REPLACED, "$300", "$350", Area.MAIN, heading="Fees"),
        Change(ChangeKind.LINK, "/a", "/b", Area.MAIN, words="Form"),
    )
    came = {"kind": "email", "label": None, "before": None, "after": "a@a.example"}
    went = {"kind": "phone", "label": None, "before": "+1 555 0100", "after": None}
    shown = formats.comparison_text(
        "pair", Comparison(Drift.SUBSTANTIVE, 0.8, changes), GOOD, GOOD, facts_changed=[came, went]
    )
    assert shown == (
        "pair\n"
        "  substantive (score 0.80)\n"
        "  before: alive, answers\n"
        "  after: alive, answers\n"
        "  email: new: a@a.example\n"
        "  phone: no longer stated: +1 555 0100\n"
        "\n"
        '  - removed (main, under "Fees"): $300\n'
        '  + added (main, under "Fees"): $350\n'
        '  - link removed (main, "Form"): /a\n'
        '  + link added (main, "Form"): /b\n'
    )


@given(nasty, nasty, nasty)
def test_no_page_gets_a_control_character_onto_a_terminal(id_: str, one: str, two: str) -> None:
    judgement = Judgement(Reason.OK, (Signal(one, 1, two),))
    page = Page(one, (Block(two), Block(one, Area.CHROME, 2)))
    change = Comparison(Drift.SUBSTANTIVE, 1.0, (Change(ChangeKind.REPLACED, one, two, Area.MAIN),), one)
    listing = Listing("x", institution=one, source=two, contacts=(Contact(name=one),), fees=())
    story = formats.LinkStory(replace(SEEN, url=one, final_url=two, detail=two), changes=change)
    facts = {"emails": [one], "closed": {"quote": two}}
    for shown in (
        formats.inspection_text(id_, judgement, page, facts=facts, verdicts=[{"claim": one, "found": two}]),
        formats.comparison_text(id_, change, judgement, judgement, facts_changed=[{"kind": one, "before": two}]),
        formats.listing_text(situation(), listing, [story], {}),
        formats.mistakes_text(CatalogueError(id_, [Mistake(1, 1, one, two, one)])),
    ):
        assert set(hidden(shown)) <= {"\n"}


# --- Markdown -------------------------------------------------------------------------------------------------------


def test_an_issue_has_a_table_a_severity() -> None:
    held = situation(standing(GONE), standing(EXPIRED, State.PENDING), *clinics(6).standings)
    assert formats.markdown(held) == (
        "## Electives at hospitals that do not exist\n"
        "\n"
        "1 error, 6 warnings, 0 notes open; 1 of 4 links verified, 1 blocked, 1 unknown, 1 never looked at; "
        "1 pending.\n"
        "\n"
        "### Errors (1)\n"
        "\n"
        "| Listing | Rule | What | Was | Now | Where |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| Northfield University Hospital, Visiting Clerkship | `link-gone` | The program link is not there any more. "
        "`https://northfield.example/clerkship` `set links[0].url to https://northfield.example/visiting` "
        f"| `a page` | `HTTP 404` | `listings.toml:12` `{GONE.id}` |\n"
        "\n"
        "### Warnings (6)\n"
        "\n"
        "| Listing | Rule | What | Was | Now | Where |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 6 listings | `link-missing` | 6 listings have no link. |  |  | `monitor findings --rule link-missing` |\n"
    )


@pytest.mark.parametrize(
    ("message", "cell"),
    [
        ("a|b", r"a\|b"),
        ("`x` *y* _z_ ~w~", r"\`x\` \*y\* \_z\_ \~w\~"),
        ("<img src=x onerror=1> &lt;", "&lt;img src=x onerror=1&gt; &amp;lt;"),
        ("[here](http://evil.example)", "\\[here\\](http:\u200b//evil.example)"),
        ("see www.evil.example", "see www\u200b.evil.example"),
        ("ask @octocat about #12 and GH-7", "ask @\u200boctocat about #\u200b12 and GH\u200b-7"),
        ("two\nlines\r\n| new | row |", r"two lines \| new \| row \|"),
        ("$300 → $350", r"\$300 → \$350"),
        ("\u202eturned", r"\\u202eturned"),
        ("x" * 400, "x" * 299 + "…"),
    ],
)
def test_foreign_words_stay_words_in_an_issue(message: str, cell: str) -> None:
    found = replace(GONE, message=message, url=None, suggestion=None)
    assert f"| `link-gone` | {cell} | `a page` |" in formats.markdown(situation(standing(found)))


@pytest.mark.parametrize(
    ("found", "cell"),
    [
        ("@octocat #1 <b>", "`@octocat #1 <b>`"),
        ("a`b", "``a`b``"),
        ("`a``b`", "``` `a``b` ```"),
        ("a|b", r"`a\|b`"),
        ("a\\|b", r"`a\ \|b`"),
    ],
)
def test_evidence_is_code_whatever_is_in_it(found: str, cell: str) -> None:
    held = situation(standing(replace(GONE, evidence=Evidence(found=found))))
    assert f" | {cell} | `listings.toml:12`" in formats.markdown(held)


def test_an_issue_never_outgrows_what_a_site_takes() -> None:
    long = [replace(GONE, subject=str(n), message="|" * 1_000, listing=f"listing-{n}") for n in range(500)]
    shown = formats.markdown(situation(*(standing(found) for found in long)))
    assert len(shown) <= 60_000
    told = shown.count("`link-gone`")
    assert told > 50
    assert shown.endswith(f"\n… and {500 - told} more findings: see `monitor findings`.\n")


@settings(max_examples=60)
@given(situations)
def test_every_row_of_an_issue_has_six_cells_and_no_html(held: Situation) -> None:
    shown = formats.markdown(held)
    assert set(hidden(shown)) <= {"\n", "\u200b"}
    for row in shown.splitlines():
        if row.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", row.replace(r"\\", ""))) == 7
        prose = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", row.replace(r"\`", ""))
        assert "<" not in prose
        assert not re.search(r"[@#]\w|https?://", prose)


def test_a_label_that_takes_half_of_the_line_stands_above_its_text() -> None:
    paper = Paper(width=40)
    assert [*paper.labelled("was", "The fee is due before the first day of the month.")] == [
        "  was: The fee is due before the first",
        "       day of the month.",
    ]
    assert [*paper.labelled('added (main, under "Visiting students")', "The fee is due before the first day.")] == [
        '  added (main, under "Visiting',
        '  students"):',
        "    The fee is due before the first day.",
    ]


def test_every_line_on_paper_is_safe_even_where_its_writer_forgot() -> None:
    paper = Paper(width=40)
    assert [*paper.plain("a\x1b"), *paper.toned("b\x1b", None), *paper.labelled("c\x1b", "d\x1b")] == [
        "a\\x1b",
        "b\\x1b",
        "  c\\x1b: d\\x1b",
    ]
