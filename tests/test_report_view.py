"""What the report says, before any of it is HTML: verdict, order, groups, counts, words made safe."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from html.parser import HTMLParser

import pytest
import situations as given
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from monitor.core.finding import (
    Coverage,
    Evidence,
    LinkStanding,
    PassSummary,
    Rule,
    Situation,
    Standing,
    State,
    Suggestion,
)
from monitor.core.listing import Severity
from monitor.core.look import Liveness, Reason
from monitor.core.vocabulary import REASONS, RULES
from monitor.report import build, plain, words
from monitor.report.model import (
    Address,
    Contrast,
    Figure,
    Moment,
    Place,
    Remedy,
    Report,
    Row,
    Section,
    Side,
    Stamp,
    Who,
)
from monitor.report.page import render
from monitor.report.ranking import Harm, harm

NOW = given.NOW


def section(report: Report, name: str) -> Section:
    return next(section for section in report.sections if section.id == name)


def section_ids(report: Report) -> list[str]:
    return [section.id for section in report.sections]


def open_rows(*standings: Standing, name: str) -> tuple[Row, ...]:
    return section(build(given.with_standings(*standings)), name).rows


# --- the verdict ---------------------------------------------------------------------------------------------------


def opened(rule: Rule, count: int) -> list[Standing]:
    return [given.standing(given.finding(rule, f"listing-{n}", f"fee:{n}")) for n in range(count)]


def covered(verified: int, links: int) -> Coverage:
    return Coverage(listings=5, links=links, verified=verified, blocked=links - verified, unknown=0, never=0)


@pytest.mark.parametrize(
    ("errors", "warnings", "coverage", "headline"),
    [
        (0, 0, covered(1, 1), "Nothing needs correcting; the only link could be verified."),
        (0, 0, covered(0, 0), "Nothing needs correcting; the catalogue has no link to verify."),
        (1, 0, covered(28, 28), "1 statement needs correcting; all 28 links could be verified."),
        (2, 1, covered(9, 10), "2 statements need correcting, 1 deserves a look; 9 of 10 links could be verified."),
        (3, 12, covered(26, 28), "3 statements need correcting, 12 deserve a look; 26 of 28 links could be verified."),
        (
            0,
            1,
            covered(1, 1),
            "Nothing needs correcting, 1 statement deserves a look; the only link could be verified.",
        ),
        (
            0,
            1200,
            covered(1000, 1000),
            "Nothing needs correcting, 1,200 statements deserve a look; all 1,000 links could be verified.",
        ),
    ],
)
def test_the_headline_gives_the_numbers(errors: int, warnings: int, coverage: Coverage, headline: str) -> None:
    standings = (*opened(Rule.CLAIM_REFUTED, errors), *opened(Rule.PAGE_CHANGED, warnings))
    report = build(replace(given.quiet(), standings=standings, coverage=coverage))
    assert report.verdict.headline == headline
    assert (report.verdict.detail, report.verdict.command, report.verdict.tone) == (None, None, "plain")


def passed(**changes: object) -> PassSummary:
    whole = PassSummary(NOW, NOW, links=28, looked=28, offline=False, interrupted=False)
    return replace(whole, **changes)


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        ({"offline": True}, "This machine was offline at the last check: nothing about links was judged."),
        (
            {"last_pass": passed(offline=True, looked=12)},
            "The network of this machine failed during the last check: 12 of 28 links were judged.",
        ),
        (
            {"last_pass": passed(offline=True, interrupted=True, looked=0)},
            "This machine was offline at the last check: nothing about links was judged.",
        ),
        (
            {"last_pass": passed(interrupted=True, looked=12)},
            "The last pass was interrupted: 12 of 28 links were looked at.",
        ),
        (
            {"last_pass": passed(finished_at=None, looked=12)},
            "The last pass has not ended: 12 of 28 links were looked at so far.",
        ),
        ({"last_pass": passed(looked=25)}, "The last pass fell short: only 25 of 28 links were looked at."),
        (
            {"last_pass": passed(looked=20, spared=8)},
            (
                "The last pass fell short: only 20 of 28 links were looked at "
                "and 8 left alone, because their hosts asked us to wait."
            ),
        ),
        (
            {"last_pass": None, "coverage": Coverage(1, 3, 0, 0, 0, never=3)},
            "Nothing has been checked yet: nobody has looked at any link.",
        ),
        (
            {"coverage": covered(25, 28)},
            "Only 25 of 28 links (89 %) could be verified: silence about the others proves nothing.",
        ),
        (
            {"coverage": covered(0, 1)},
            "Only 0 of 1 link (0 %) could be verified: silence about the others proves nothing.",
        ),
    ],
)
def test_what_makes_the_report_incomplete_is_the_headline(changes: dict[str, object], headline: str) -> None:
    report = build(replace(given.rich(), **changes))
    assert (report.verdict.headline, report.verdict.tone) == (headline, "alarm")
    assert "5 statements need correcting, 52 deserve a look" in (report.verdict.detail or "")


def test_a_guide_nobody_has_checked_says_what_to_run() -> None:
    untouched = replace(given.quiet(), last_pass=None, coverage=Coverage(1, 1, 0, 0, 0, never=1))
    verdict = build(untouched).verdict
    assert (verdict.command, verdict.detail) == ("monitor check", "From the catalogue alone: nothing needs correcting.")


def test_ninety_percent_is_enough_to_speak_of_the_findings_first() -> None:
    report = build(replace(given.quiet(), coverage=covered(90, 100), last_pass=passed(links=10, looked=9)))
    assert report.verdict.headline == "Nothing needs correcting; 90 of 100 links could be verified."


def test_the_figures_count_open_findings_only() -> None:
    assert build(given.rich()).figures == (
        Figure("5", "errors", "error"),
        Figure("52", "warnings", "warning"),
        Figure("2", "notes", "note"),
        Figure("26 / 28", "links verified", "verified"),
    )
    assert build(given.quiet()).figures[0] == Figure("0", "errors", "none")


# --- sections ------------------------------------------------------------------------------------------------------


def test_the_sections_come_in_the_order_in_which_a_maintainer_needs_them() -> None:
    report = build(given.rich())
    assert [(section.id, section.count, section.fold is not None) for section in report.sections] == [
        ("act-now", "5", False),
        ("worth-a-look", "52", False),
        ("small-things", "2", True),
        ("not-seen", "2", False),
        ("pending", "1", True),
        ("resolved", "1", False),
        ("decided", "3", True),
        ("noise", "1", True),
        ("verified", "5", True),
        ("never", "1", True),
    ]


def test_a_section_with_nothing_in_it_is_not_there() -> None:
    assert section_ids(build(given.quiet())) == ["verified"]
    assert section_ids(build(replace(given.quiet(), links=()))) == []


def test_each_state_and_severity_has_one_place() -> None:
    expected = {
        (State.OPEN, Severity.ERROR): "act-now",
        (State.OPEN, Severity.WARNING): "worth-a-look",
        (State.OPEN, Severity.NOTE): "small-things",
        **{(State.PENDING, severity): "pending" for severity in Severity},
        **{
            (state, severity): "decided"
            for state in (State.ACCEPTED, State.ACKNOWLEDGED, State.SNOOZED)
            for severity in Severity
        },
    }
    for (state, severity), name in expected.items():
        found = given.finding(Rule.PAGE_CHANGED, severity=severity)
        report = build(replace(given.with_standings(given.standing(found, state)), links=()))
        assert section_ids(report) == [name]


# --- order ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "subject", "key", "expected"),
    [
        (Rule.CLAIM_REFUTED, "fee:tuition:month", "fees[0]", Harm.MONEY),
        (Rule.CLAIM_EXPIRED, "deadline:application", "deadlines[0]", Harm.MONEY),
        (Rule.PROGRAM_CLOSED, "program", "", Harm.MONEY),
        (Rule.CLAIM_VANISHED, "contact:visits@northfield.example", "contacts[0]", Harm.CONTACT),
        (Rule.LISTING_UNREACHABLE, "", "", Harm.CONTACT),
        (Rule.CLAIM_REFUTED, "requirement:toefl", "requirements[0]", Harm.REQUIREMENT),
        (Rule.ADVISORY, "toefl-2026-scale", "requirements[1]", Harm.REQUIREMENT),
        (Rule.LISTING_INCOMPLETE, "cost", "fees[0].per", Harm.MONEY),
        (Rule.LINK_GONE, "https://northfield.example/", "links[0].url", Harm.LINK),
        (Rule.PAGE_CHANGED, "program", "", Harm.STATEMENTS),
        (Rule.LISTING_STALE, "", "reviewed", Harm.OTHER),
        (Rule.LISTING_DUPLICATE, "harbor-elective", "", Harm.OTHER),
    ],
)
def test_harm_is_judged_by_what_a_reader_would_lose(rule: Rule, subject: str, key: str, expected: Harm) -> None:
    assert harm(given.standing(given.finding(rule, subject=subject, key=key))) is expected


def test_errors_are_ranked_by_harm_and_then_by_the_order_of_the_catalogue() -> None:
    def error(subject: str, line: int | None) -> Standing:
        return given.standing(
            given.finding(Rule.CLAIM_REFUTED, subject=subject, message=f"{subject} {line}"), line=line
        )

    link = given.standing(given.finding(Rule.LINK_GONE, message="link 1"), line=1)
    rows = open_rows(
        link,
        error("requirement:toefl", 2),
        error("fee:housing", None),
        error("contact:dean", 3),
        error("deadline:application", 90),
        error("fee:tuition", 40),
        name="act-now",
    )
    assert [(row.sentence, row.rank) for row in rows] == [
        ("fee:tuition 40", Harm.MONEY),
        ("deadline:application 90", Harm.MONEY),
        ("fee:housing None", Harm.MONEY),
        ("contact:dean 3", Harm.CONTACT),
        ("requirement:toefl 2", Harm.REQUIREMENT),
        ("link 1", Harm.LINK),
    ]


# --- groups --------------------------------------------------------------------------------------------------------


def missing(count: int, state: State = State.OPEN) -> list[Standing]:
    return [given.standing(given.finding(Rule.LINK_MISSING, f"clinic-{n}"), state, line=n + 1) for n in range(count)]


def test_a_catalogue_rule_that_hits_five_listings_keeps_its_rows() -> None:
    assert len(open_rows(*missing(5), name="worth-a-look")) == 5


def test_a_catalogue_rule_that_hits_more_than_five_listings_is_one_row() -> None:
    (row,) = open_rows(*missing(6), name="worth-a-look")
    assert (row.sentence, row.advice, row.anchor, row.summary, row.command) == (
        "6 listings have no link.",
        "Find the programme's page and link to it.",
        "rule-link-missing-warning",
        "6 findings in 6 listings",
        "monitor findings --rule link-missing",
    )
    assert [member.anchor for member in row.members] == [standing.finding.id for standing in missing(6)]
    assert row.members[0].places == (Place("listings.toml line 1", None),)


@pytest.mark.parametrize(
    ("rule", "subjects", "told"),
    [
        (Rule.LISTING_INCOMPLETE, ["cost", *["fee:a"] * 2, *["contact:c"] * 4], ": contact (4), fee (2), cost (1)"),
        (Rule.ADVISORY, ["new-scale"] * 7, ": new-scale (7)"),
        (Rule.ADVISORY, list("aabcdef"), ": a (2), b (1), c (1), d (1), e (1), …"),
        (Rule.LINK_SUSPECT, ["front-page"] * 7, ""),
        (Rule.LISTING_DUPLICATE, ["one", *["two"] * 6], ""),
    ],
)  # fmt: skip
def test_a_row_of_many_says_what_they_are_about_where_that_is_of_few_kinds(
    rule: Rule, subjects: list[str], told: str
) -> None:
    many = [given.standing(given.finding(rule, f"clinic-{n}", subject)) for n, subject in enumerate(subjects)]
    name = "small-things" if rule is Rule.LISTING_INCOMPLETE else "worth-a-look"
    (row,) = open_rows(*many, name=name)
    assert row.summary == f"7 findings in 7 listings{told}"


def test_claims_that_no_page_bears_out_are_one_row_where_they_are_many() -> None:
    (row,) = open_rows(*opened(Rule.CLAIM_UNCONFIRMED, 6), name="small-things")
    assert (row.sentence, row.summary) == ("6 listings state what no page bears out.", "6 findings in 6 listings")


def test_a_closure_is_told_by_the_sentence_and_the_words_of_the_page_alone() -> None:
    found = given.finding(Rule.PROGRAM_CLOSED, evidence=Evidence(quote="We have closed.", found="is closed"))
    (row,) = open_rows(given.standing(found), name="act-now")
    assert (row.quote, row.contrast) == ("We have closed.", None)


def test_many_findings_in_few_listings_are_not_widespread() -> None:
    few = [given.standing(given.finding(Rule.LISTING_INCOMPLETE, "harbor", f"fee:{n}")) for n in range(9)]
    assert len(open_rows(*few, name="small-things")) == 9


def test_a_rule_that_needs_the_network_is_never_summed_up_by_listings() -> None:
    assert len(open_rows(*opened(Rule.CLAIM_REFUTED, 9), name="act-now")) == 9


def test_accepted_findings_of_a_widespread_rule_are_one_row_with_the_reason() -> None:
    agency = [replace(standing, note="agency, by phone only") for standing in missing(8, State.ACCEPTED)]
    (row,) = section(build(given.with_standings(*agency)), "decided").rows
    assert (row.label, row.decision, row.command) == (
        "Accepted",
        "agency, by phone only",
        "monitor findings --rule link-missing --state accepted",
    )


def test_every_rule_reason_and_state_has_its_words() -> None:
    assert set(RULES) == set(Rule)
    assert set(REASONS) == set(Reason)
    assert set(words.STATE) == set(State)
    assert set(words.LIVENESS) == set(Liveness)


def unreachable(listing: str, url: str, reason: Reason = Reason.REFUSED) -> Standing:
    return given.standing(given.finding(Rule.LINK_UNREACHABLE, listing, url=url, reason=reason, cause="one"))


def test_one_dead_host_is_one_row_with_its_links_under_it() -> None:
    dead = [unreachable(f"listing-{n % 7}", f"https://www.willow.example/{n}") for n in range(40)]
    (row,) = open_rows(*dead, name="worth-a-look")
    assert row.sentence == "40 links to www.willow.example, in 7 listings: the host refused the connection."
    assert (row.anchor, len(row.members), row.address) == (dead[0].finding.incident, 40, None)


def test_one_page_that_listings_share_is_one_row() -> None:
    shared = [unreachable(name, "http://willow.example:8080/a") for name in ("one", "two")]
    (row,) = open_rows(*shared, name="worth-a-look")
    assert row.sentence == "One page of willow.example:8080, in 2 listings: the host refused the connection."
    assert row.address == Address(
        "http://willow.example:8080/a", "http://willow.example:8080/a", "http://willow.example:8080/a"
    )


def test_a_page_without_a_reason_says_the_first_message() -> None:
    url = "https://vendor.example/"
    vendor = [
        given.standing(given.finding(Rule.LINK_SUSPECT, name, url=url, message=f"A vendor: {name}.", cause="vendor"))
        for name in ("one", "two")
    ]
    (row,) = open_rows(*vendor, name="worth-a-look")
    assert row.sentence == "One page of vendor.example, in 2 listings: A vendor: one."


def test_one_cause_that_is_neither_page_nor_host_says_the_first_message() -> None:
    both = [
        given.standing(
            given.finding(Rule.LISTING_DUPLICATE, name, message=f"Same as the other: {name}.", cause="twins")
        )
        for name in ("one", "two")
    ]
    (row,) = open_rows(*both, name="worth-a-look")
    assert row.sentence == "One cause lies behind 2 findings in 2 listings: Same as the other: one."


def test_reasons_that_differ_are_not_said_of_the_whole_host() -> None:
    mixed = [unreachable("one", "https://w.example/1"), unreachable("two", "https://w.example/2", Reason.TIMEOUT)]
    (row,) = open_rows(*mixed, name="worth-a-look")
    assert row.sentence == "2 links to w.example, in 2 listings."


def test_findings_of_one_incident_that_were_decided_apart_stay_apart() -> None:
    first, second = unreachable("one", "https://w.example/1"), unreachable("two", "https://w.example/2")
    report = build(given.with_standings(first, replace(second, state=State.SNOOZED)))
    assert [len(section(report, name).rows[0].members) for name in ("worth-a-look", "decided")] == [0, 0]


# --- a row ---------------------------------------------------------------------------------------------------------


def test_a_row_says_everything_a_person_needs_to_decide() -> None:
    refuted = next(s for s in given.rich().standings if s.finding.subject == "fee:application")
    url = "https://www.harborpoint.example/international-elective/fees"
    rows = section(build(given.rich()), "act-now").rows
    assert rows[2] == Row(
        anchor=refuted.finding.id,
        label="Error",
        tone="error",
        sentence="The application fee is given as $300; the programme’s page says $350.",
        rule="claim-refuted",
        who=Who("Harbor Point Medical College, International Elective", "harbor-elective"),
        address=Address(url, url, url),
        quote="A non-refundable application fee of $350 is due with the form, in US dollars.",
        contrast=Contrast(Side("The guide says", ("$300",), None), Side("The page says", ("$350",), None), struck=True),
        why=None,
        remedy=Remedy("fees[1].amount", "350", None),
        stamps=(
            Stamp("Since", Moment("14 Nov 2026, 06:00 UTC", "2026-11-14T06:00Z")),
            Stamp("confirmed by 4 looks, the last on", Moment("22 Nov 2026, 06:00 UTC", "2026-11-22T06:00Z")),
        ),
        rank="a reader loses money or misses a date",
        decision=None,
        places=(Place("listings.toml line 712", None), Place("guide line 294", None)),
        command="monitor show harbor-elective",
        actions=(f"monitor fix {refuted.finding.id} --apply", f"monitor ack {refuted.finding.id}"),
    )


def test_a_row_says_what_can_be_done_about_it_by_the_state_that_it_is_in() -> None:
    refuted = next(s for s in given.rich().standings if s.finding.subject == "fee:application")
    name = refuted.finding.id
    expected = {
        State.OPEN: (f"monitor fix {name} --apply", f"monitor ack {name}"),
        State.ACKNOWLEDGED: (f"monitor reopen {name}",),
        State.SNOOZED: (f"monitor reopen {name}",),
        State.ACCEPTED: (),
        State.PENDING: (),
    }
    for state, actions in expected.items():
        report = build(given.with_standings(replace(refuted, state=state)))
        (row,) = (row for part in report.sections for row in part.rows)
        assert row.actions == actions, state


def test_what_a_review_ends_can_be_reviewed_from_its_row() -> None:
    changed = next(s for s in given.rich().standings if s.finding.rule is Rule.PAGE_CHANGED)
    (row,) = (row for part in build(given.with_standings(changed)).sections for row in part.rows)
    assert row.actions == (f"monitor review {changed.finding.listing}", f"monitor ack {changed.finding.id}")


def test_one_incident_of_many_findings_is_decided_about_at_once() -> None:
    rows = [row for part in build(given.rich()).sections for row in part.rows if len(row.members) > 1]
    incidents = {s.finding.incident for s in given.rich().standings}
    told = {row.anchor: row.actions for row in rows if row.anchor in incidents and row.tone in set(Severity)}
    assert told
    assert told == {anchor: (f"monitor ack {anchor}",) for anchor in told}


def one_row(**changes: object) -> Row:
    (row,) = open_rows(given.standing(given.finding(Rule.CLAIM_REFUTED, **changes)), name="act-now")  # type: ignore[arg-type]
    return row


@pytest.mark.parametrize(
    ("suggestion", "expected"),
    [
        (Suggestion("fees[0]"), Remedy("fees[0]", None, None)),
        (Suggestion("fees[0].amount", Decimal("1250.50")), Remedy("fees[0].amount", "1250.50", None)),
        (Suggestion("deadlines[0].date", NOW.date()), Remedy("deadlines[0].date", "2026-11-22", None)),
        (Suggestion("contacts[0].email", "a@b.example"), Remedy("contacts[0].email", "a@b.example", None)),
        (
            Suggestion("links[0].url", "https://n.example/x"),
            Remedy("links[0].url", None, Address("https://n.example/x", "https://n.example/x", "https://n.example/x")),
        ),
        (Suggestion("links[0].url", ""), Remedy("links[0].url", "", None)),
    ],
)
def test_a_suggestion_is_to_remove_a_key_or_to_set_it(suggestion: Suggestion, expected: Remedy) -> None:
    assert one_row(suggestion=suggestion).remedy == expected


def test_a_statement_is_struck_out_only_where_something_takes_its_place() -> None:
    only_guide = one_row(evidence=Evidence(expected="TOEFL above 80")).contrast
    assert only_guide == Contrast(Side("The guide says", ("TOEFL above 80",), None), None, struck=False)
    changed = given.standing(given.finding(Rule.PAGE_CHANGED, evidence=Evidence(found="new words")))
    (row,) = open_rows(changed, name="worth-a-look")
    assert row.contrast == Contrast(None, Side("Now", ("new words",), None), struck=True)


def test_what_ought_to_be_there_is_not_struck_out() -> None:
    stale = given.finding(Rule.LISTING_STALE, evidence=Evidence(expected="a review within 180 days", found="never"))
    (row,) = open_rows(given.standing(stale), name="worth-a-look")
    assert row.contrast == Contrast(
        Side("Expected", ("a review within 180 days",), None), Side("Found", ("never",), None), struck=False
    )


def test_an_address_is_said_once_and_evidence_that_repeats_itself_not_at_all() -> None:
    old, new = "http://n.example/a", "https://n.example/b"
    moved = given.finding(Rule.LINK_MOVED, url=old, evidence=Evidence(quote=old, expected=old, found=new))
    (row,) = open_rows(given.standing(moved), name="worth-a-look")
    assert (row.address, row.quote) == (None, None)
    assert row.contrast == Contrast(
        Side("Was", (old,), Address(old, old, old)), Side("Now", (new,), Address(new, new, new)), struck=True
    )
    gone = given.finding(Rule.LINK_GONE, url=old, evidence=Evidence(expected=old, found=old))
    (row,) = open_rows(given.standing(gone), name="act-now")
    assert (row.address, row.contrast) == (Address(old, old, old), None)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("line 294", Place("guide line 294", None)),
        ("chapter 3", Place("guide: chapter 3", None)),
        (
            "https://guide.example/#a",
            Place(
                "guide",
                Address("https://guide.example/#a", "https://guide.example/#a", "https://guide.example/#a"),
            ),
        ),
    ],
)
def test_the_place_in_the_guide_is_said_as_the_catalogue_gives_it(source: str, place: Place) -> None:
    (row,) = open_rows(given.standing(given.finding(Rule.PAGE_CHANGED), source=source), name="worth-a-look")
    assert row.places == (place,)


def test_a_listing_that_the_sentence_names_is_not_named_again() -> None:
    name = given.HOSPITALS["harbor-elective"]
    named = given.finding(Rule.PAGE_CHANGED, "harbor-elective", message=f"The page of {name} reads differently.")
    (row,) = open_rows(given.standing(named), name="worth-a-look")
    assert row.who == Who("harbor-elective", None)


def test_a_pending_finding_says_when_it_will_count() -> None:
    (row,) = section(build(given.rich()), "pending").rows
    assert row.stamps[-1] == Stamp(
        "will count, if a look still confirms it, from", Moment("23 Nov 2026, 03:00 UTC", "2026-11-23T03:00Z")
    )
    assert row.rank is None


def test_a_resolved_finding_says_when_it_began_and_ended() -> None:
    (row,) = section(build(given.rich()), "resolved").rows
    assert (row.label, row.stamps) == (
        "Resolved",
        (
            Stamp("Began", Moment("2 Nov 2026, 06:00 UTC", "2026-11-02T06:00Z")),
            Stamp("ended", Moment("20 Nov 2026, 06:00 UTC", "2026-11-20T06:00Z")),
        ),
    )


def test_a_hostile_listing_id_stays_one_word_of_the_command() -> None:
    (row,) = open_rows(given.standing(given.finding(Rule.PAGE_CHANGED, "x; rm -rf ~")), name="worth-a-look")
    assert row.command == "monitor show -- 'x; rm -rf ~'"


def test_no_two_elements_share_an_anchor_even_when_a_finding_has_ended_and_come_back() -> None:
    again = given.standing(given.finding(Rule.LINK_GONE))
    report = build(replace(given.with_standings(again), resolved=(replace(again, state=State.RESOLVED),)))
    assert [section(report, name).rows[0].anchor for name in ("act-now", "resolved")] == [again.finding.id, None]


# --- links ---------------------------------------------------------------------------------------------------------


def test_a_page_that_could_not_be_seen_says_why_and_when_it_was_last_well() -> None:
    blocked, refused = section(build(given.rich()), "not-seen").links
    assert (blocked.label, blocked.why, blocked.stamps[0]) == (
        "Blocked",
        "the site lets no automatic visitor in",
        Stamp("last verified OK", Moment("19 Sep 2026, 06:00 UTC", "2026-09-19T06:00Z")),
    )
    assert (refused.label, refused.stamps[0]) == ("Unknown", Stamp("last verified OK: never", None))


def test_one_address_that_listings_share_is_one_link() -> None:
    links = section(build(given.rich()), "verified").links
    assert links[0].who == (
        "Northfield University Hospital, Visiting Clerkship; Northfield University Hospital, Observership in Pathology"
    )
    many = tuple(given.link(f"l{n}", "https://n.example/") for n in range(8))
    (row,) = section(build(replace(given.quiet(), links=many)), "verified").links
    assert row.who == "l0; l1; l2; l3; l4; and 3 more"


# --- noise ---------------------------------------------------------------------------------------------------------


def test_a_rule_that_speaks_of_many_listings_comes_with_the_words_that_would_silence_it() -> None:
    (muffle,) = section(build(given.with_standings(*missing(6), *opened(Rule.CLAIM_REFUTED, 2))), "noise").muffles
    assert muffle.sentence == "This would have taken 6 of 8 open findings out of this report."
    assert muffle.snippet == '[[accept]]\nrule = "link-missing"\nreason = "…"'


def test_nobody_is_invited_to_silence_what_is_wrong() -> None:
    assert "noise" not in section_ids(build(given.with_standings(*opened(Rule.CLAIM_EXPIRED, 9))))
    mixed = [
        given.standing(given.finding(Rule.ADVISORY, f"l{n}", severity=severity))
        for n, severity in enumerate([Severity.WARNING] * 8 + [Severity.ERROR])
    ]
    assert "noise" not in section_ids(build(given.with_standings(*mixed)))


# --- the appendix --------------------------------------------------------------------------------------------------


def test_the_appendix_counts_each_rule_by_what_became_of_it() -> None:
    counts = {line.code: line.numbers for line in build(given.rich()).appendix.rules}
    assert counts["link-missing"] == ("46", "0", "1")
    assert counts["link-unreachable"] == ("3", "1", "0")
    assert "certificate-expiring" not in counts


def test_the_last_pass_says_what_went_wrong_with_it() -> None:
    def told(last: PassSummary | None) -> list[str]:
        return [stamp.words for stamp in build(replace(given.quiet(), last_pass=last)).appendix.last_pass]

    assert told(None) == ["No pass is recorded."]
    assert told(passed(finished_at=None, looked=1, spared=2, interrupted=True, offline=True)) == [
        "Began",
        "has not ended",
        "1 of 28 links looked at",
        "2 left alone, because their hosts asked us to wait",
        "interrupted",
        "this machine was offline",
    ]


# --- a hundred thousand findings -----------------------------------------------------------------------------------


def test_a_hundred_thousand_findings_make_a_page_that_a_browser_opens_at_once() -> None:
    hosts = [unreachable(f"l{n % 999}", f"https://h{n % 300}.example/{n}") for n in range(40_000)]
    by_host = [replace(s, finding=replace(s.finding, cause=(s.finding.url or "").rsplit("/", 1)[0])) for s in hosts]
    everything = (*missing(30_000), *by_host, *opened(Rule.CLAIM_REFUTED, 30_000))
    links = tuple(given.link(f"l{n}", f"https://h.example/{n}", Reason.BOT_WALL) for n in range(20_000))
    report = build(replace(given.with_standings(*everything), links=links))
    page = render(report)
    assert len(page) < 2_500_000
    worth = section(report, "worth-a-look")
    assert worth.rows[0].rest == "29,800 more are not listed here."
    assert sum(len(row.members) for row in worth.rows) == 1000
    assert (len(worth.rows), worth.rest_command) == (200, "monitor findings --state open")
    assert section(report, "act-now").rest == "29,800 more findings are not listed here."
    assert section(report, "not-seen").rest == "19,800 more links are not listed here."


# --- words made safe -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n\t lines", "two lines"),
        ("fee \u202e005$\u202c", "fee \ufffd005$\ufffd"),
        ("\u2066isolate\u2069", "\ufffdisolate\ufffd"),
        ("pro\u00adgramme\u200b\ufeff", "programme"),
        ("bell\x07\x00\x9b", "bell\ufffd\ufffd\ufffd"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("e" + "\u0301" * 50, "e\u0301\u0301\u0301"),
        ("line\u2028separator", "line separator"),
        ("x" * 30, "x" * 19 + "…"),
        ("  ", ""),
    ],
)
def test_what_cannot_be_seen_is_dropped_or_shown(text: str, shown: str) -> None:
    assert plain.plain(text, 20) == shown


@for_all(st.text(st.characters(exclude_categories=())), st.integers(2, 60))
def test_foreign_words_come_out_on_one_bounded_line_that_can_be_encoded(text: str, limit: int) -> None:
    line = plain.plain(text, limit)
    assert len(line) <= limit
    assert line.encode().decode() == line
    assert plain.plain(line, limit) == line
    assert all(char == " " or not char.isspace() for char in line)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//northfield.example/",
        "https://",
        "https:///x",
        "http://[::1",
        "https://northfield.example@evil.example/",
        "https://evil.example\\@northfield.example/",
        "https://northfield.example/\u202egnp.exe",
        "https://northfield.example/a b",
        " https://northfield.example/",
        "https://northfield.example/" + "a" * 2000,
    ],
)
def test_an_address_that_is_not_what_it_seems_is_shown_but_cannot_be_followed(url: str) -> None:
    assert plain.address(url).href is None


def test_a_long_address_is_cut_in_the_middle_and_followed_whole() -> None:
    url = "https://northfield.example/" + "a" * 100 + "/apply.html"
    shown = plain.address(url)
    assert (shown.full, shown.href, len(shown.text)) == (url, url, plain.SHOWN_URL_CHARS)
    assert shown.text.startswith("https://northfield.example/a")
    assert shown.text.endswith("a/apply.html")


def test_a_host_in_look_alike_letters_shows_its_true_name() -> None:
    assert (
        plain.address("https://nоrthfield.example/").text == "https://nоrthfield.example/ (xn--nrthfield-02h.example)"
    )


def test_times_are_absolute_and_in_utc() -> None:
    east = timezone(timedelta(hours=9))
    expected = Moment("31 Dec 2025, 16:05 UTC", "2025-12-31T16:05Z")
    assert plain.moment(datetime(2026, 1, 1, 1, 5, 59, tzinfo=east)) == expected
    assert plain.moment(datetime(2025, 12, 31, 16, 5, tzinfo=UTC).replace(tzinfo=None)) == expected


# --- nothing foreign becomes markup --------------------------------------------------------------------------------

MARKUP = ["<script>", "</style>", "<img src=x onerror=alert(1)>", '"', "'", "&", "<!--", "</p>", "{{ 7*7 }}", "{% x %}"]
HOSTILE = st.lists(st.sampled_from([*MARKUP, "\u202e", "\x00", "\n"]) | st.characters(exclude_categories=())).map(
    "".join
)


class Skeleton(HTMLParser):
    """The elements and attribute names of a page: what foreign words must never change."""

    def __init__(self) -> None:
        super().__init__()
        self.shape: list[tuple[str, tuple[str, ...]]] = []
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        self.hrefs.extend(value or "" for name, value in attrs if name == "href")


def shape(page: str) -> list[tuple[str, tuple[str, ...]]]:
    skeleton = Skeleton()
    skeleton.feed(page)
    return skeleton.shape


def everywhere(text: str) -> Situation:
    """A situation that says *text* wherever foreign words can stand."""
    found = given.finding(
        Rule.CLAIM_REFUTED,
        "x" + text,
        message="m" + text,
        url="u" + text,
        key="k" + text,
        evidence=Evidence("q" + text, "e" + text, "f" + text),
        suggestion=Suggestion("s" + text, "v" + text),
    )
    standing = given.standing(found, source="g" + text, line=3)
    twins = [given.standing(replace(found, subject=str(n), cause="c"), source="g" + text) for n in range(2)]
    accepted = given.standing(replace(found, subject="z"), State.ACCEPTED, note="n" + text)
    return replace(
        given.with_standings(standing, *twins, accepted),
        title="t" + text,
        catalogue="c" + text,
        names={"x" + text: "n" + text},
        links=(
            LinkStanding("x" + text, "program", "u" + text),
            replace(given.link("x", "https://n.example/", Reason.TLS), url="u" + text, detail=text),
        ),
    )


@settings(max_examples=60, deadline=None)
@for_all(HOSTILE)
def test_foreign_words_never_become_markup(text: str) -> None:
    page = render(build(everywhere(text)))
    ours = {"bdi", "br", "code"}  # a line break and a key of the catalogue are all that words can ask for
    wanted = shape(render(build(everywhere("harmless"))))
    assert [part for part in shape(page) if part[0] not in ours] == [part for part in wanted if part[0] not in ours]
    assert not any(char in page for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")


@settings(max_examples=60, deadline=None)
@for_all(HOSTILE, st.sampled_from(["https://n.example/", "https://", "http:", "", "https://n.example"]))
def test_every_link_of_the_page_leads_to_the_web_or_to_the_page_itself(text: str, start: str) -> None:
    url = start + text
    found = given.finding(Rule.LINK_MOVED, url=url, suggestion=Suggestion("links[0].url", url))
    situation = given.with_standings(given.standing(found, source=url))
    page = render(build(replace(situation, links=(given.link("x", url),))))
    skeleton = Skeleton()
    skeleton.feed(page)
    for href in skeleton.hrefs:
        assert href.startswith(("https://", "http://", "#")) or href == "data:,"
        assert href == url or not href.startswith("http")


@settings(max_examples=60, deadline=None)
@for_all(st.permutations(given.rich().standings))
def test_the_order_in_which_findings_arrive_changes_nothing(standings: list[Standing]) -> None:
    assert build(replace(given.rich(), standings=tuple(standings))) == build(given.rich())


@settings(max_examples=100, deadline=None)
@for_all(
    st.lists(
        st.builds(
            lambda rule, listing, state, severity, cause: given.standing(
                given.finding(rule, f"l{listing}", severity=severity, cause=cause), state
            ),
            st.sampled_from(Rule),
            st.integers(0, 12),
            st.sampled_from([state for state in State if state is not State.RESOLVED]),
            st.sampled_from(Severity),
            st.sampled_from([None, "host a", "host b"]),
        ),
        max_size=60,
        unique_by=lambda standing: standing.finding.id,
    )
)
def test_every_finding_is_counted_once_and_has_an_anchor(standings: list[Standing]) -> None:
    report = build(given.with_standings(*standings))
    rows = [row for section in report.sections for row in section.rows]
    assert sum(max(1, len(row.members)) for row in rows) == len(standings)
    anchors = [row.anchor for row in rows if not row.members] + [m.anchor for row in rows for m in row.members]
    assert sorted(anchor or "" for anchor in anchors) == sorted(standing.finding.id for standing in standings)
    shown = {section.id: section.count for section in report.sections}
    for name, severity in (("act-now", Severity.ERROR), ("worth-a-look", Severity.WARNING)):
        count = sum(s.state is State.OPEN and s.finding.severity is severity for s in standings)
        assert shown.get(name, "0") == str(count)


def test_the_view_is_made_of_frozen_values() -> None:
    def walk(value: object) -> None:
        if isinstance(value, tuple):
            for part in value:
                walk(part)
        elif is_dataclass(value):
            assert hash(value) is not None
            for field in fields(value):
                walk(getattr(value, field.name))
        else:
            assert value is None or isinstance(value, str | bool)

    walk(build(given.rich()))
