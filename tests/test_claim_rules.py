"""What is said of claims over time, when pages bear them out, refute them, fall silent, or cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from monitor.core.content import Block, Page
from monitor.core.examination import METHOD, examine
from monitor.core.fact import Closing, Closure, Place
from monitor.core.finding import Abstention, Evidence, Finding, Incident, Rule, Severity, State, Suggestion
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance
from monitor.core.incidents import Reconciled
from monitor.core.listing import Catalogue, Contact, Deadline, Fee, FeeKind, Link, Listing, Role
from monitor.core.look import Hop, Judgement, LinkHistory, Observation, Reason
from monitor.core.result import Known, Past, about_the_catalogue, conclude, look_at
from monitor.core.rules.claims import claim_rulings
from monitor.core.verdict import ClaimHistory, Examination, Shut, Support, Verdict

A, B = "https://a.example/visitors", "https://b.example/contact"
T0 = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
JANE = Contact(name="Jane Roe", email="jroe@ward.example")
WARD = Listing("ward", program="Ward", contacts=(JANE,), links=(Link(Role.PROGRAM, A), Link(Role.CONTACT, B)))
CLAIM = "contact:jroe@ward.example"
BORNE, SILENT, OTHER = "Jane Roe, jroe@ward.example", "Nobody is named here.", "Jane Roe, jane@ward.example"
HIDDEN = "Write to [email protected] please."


def shows(text: str) -> tuple[Reason, str]:
    return Reason.OK, text


DOWN = (Reason.TIMEOUT, "")
GONE = (Reason.NOT_FOUND, "")
SAME = (Reason.NOT_MODIFIED, "")


@dataclass(slots=True)
class Life:
    """A listing that is checked time and again; a link that is not named in a check is not looked at."""

    listing: Listing = WARD
    now: datetime = T0
    links: dict[str, LinkHistory] = field(default_factory=dict)
    claims: dict[str, ClaimHistory] = field(default_factory=dict)
    incidents: dict[str, Incident] = field(default_factory=dict)

    def check(self, after: timedelta = DAY, **pages: tuple[Reason, str]) -> dict[Rule, State]:
        """What stands of the rules about claims; *pages* by "a" and "b"."""
        self.now += after
        looks = []
        for url, (reason, text) in ((A if name == "a" else B, told) for name, told in pages.items()):
            blocks = (Block(text),)
            seen = Observation(url, self.now, Judgement(reason), url, (Hop(url, 200),))
            if reason is Reason.OK:
                seen = replace(seen, page=Page("Ward", blocks), fingerprint=fingerprint("Ward", blocks))
            self.links[url] = advance(self.links.get(url, LinkHistory(url)), seen)
            looks.append(look_at(seen, self.links[url], Past()))
        looked = {look.url for look in looks}
        others = [history for url, history in self.links.items() if url not in looked]
        open_ones = [each for each in self.incidents.values() if each.state is not State.RESOLVED]
        result = conclude(self.listing, looks, Known(open_ones, self.claims, others), self.now)
        self.incidents |= {each.id: each for each in result.reconciled.incidents}
        self.claims |= {each.claim: each for each in result.claims}
        return self.standing()

    def standing(self) -> dict[Rule, State]:
        kept = (each for each in self.incidents.values() if each.state is not State.RESOLVED)
        return {each.finding.rule: each.state for each in kept if each.finding.rule.startswith(("claim", "program"))}

    def finding(self, rule: Rule) -> Finding:
        (found,) = (each.finding for each in self.incidents.values() if each.finding.rule is rule)
        return found


# --- borne out, refuted -------------------------------------------------------------------------------------------


def test_of_a_claim_that_is_borne_out_nothing_is_said_and_everything_is_remembered() -> None:
    life = Life()
    assert life.check(a=shows(BORNE)) == {}
    verdict = Verdict(CLAIM, Support.SUPPORTED, "The address stands on the page", "jroe@ward.example", BORNE, A)
    history = life.claims[CLAIM]
    assert history == ClaimHistory(CLAIM, history.value, METHOD, verdict, life.now, life.now, life.now, A, BORNE)
    first = life.now
    life.check(a=SAME)
    assert life.claims[CLAIM] == replace(history, judged_at=first + DAY, borne_last=first + DAY)


def test_a_refuted_claim_is_an_error_at_once_with_the_words_and_what_to_write() -> None:
    life = Life()
    assert life.check(a=shows(OTHER)) == {Rule.CLAIM_REFUTED: State.OPEN}
    assert life.finding(Rule.CLAIM_REFUTED) == Finding(
        Rule.CLAIM_REFUTED,
        "ward",
        CLAIM,
        Severity.ERROR,
        "Ward: the guide states the contact Jane Roe, jroe@ward.example, but the page says jane@ward.example: "
        "confirm it and write it down.",
        since=life.now,
        opens_at=life.now,
        url=A,
        key="contacts[0].email",
        evidence=Evidence(OTHER, "Jane Roe, jroe@ward.example", "jane@ward.example"),
        suggestion=Suggestion("contacts[0].email", "jane@ward.example"),
    )


@pytest.mark.parametrize("told", [DOWN, (Reason.BOT_WALL, ""), (Reason.UNREADABLE, ""), shows(HIDDEN)])
def test_a_refutation_stands_while_the_page_cannot_say_otherwise(told: tuple[Reason, str]) -> None:
    life = Life()
    life.check(a=shows(OTHER), b=shows(SILENT))
    assert life.check(a=told, b=shows(SILENT))[Rule.CLAIM_REFUTED] is State.OPEN


@pytest.mark.parametrize("pages", [{"a": shows(BORNE)}, {"a": shows(SILENT)}, {"a": DOWN, "b": shows(BORNE)}])
def test_a_refutation_ends_when_a_page_bears_the_claim_out_or_its_own_page_takes_it_back(
    pages: dict[str, tuple[Reason, str]],
) -> None:
    life = Life()
    life.check(a=shows(OTHER), b=shows(SILENT))
    assert Rule.CLAIM_REFUTED not in life.check(**pages)


def test_a_page_that_was_not_looked_at_today_says_what_it_said_last() -> None:
    life = Life()
    life.check(a=shows(BORNE), b=shows(SILENT))
    assert life.check(b=shows(OTHER)) == {}


# --- never borne out ----------------------------------------------------------------------------------------------


def test_a_claim_that_no_page_has_ever_borne_out_is_noted() -> None:
    life = Life()
    assert life.check(a=shows(SILENT)) == {Rule.CLAIM_UNCONFIRMED: State.OPEN}
    found = life.finding(Rule.CLAIM_UNCONFIRMED)
    assert (found.severity, found.url, found.key) == (Severity.NOTE, None, "contacts[0]")
    assert life.check(a=shows(BORNE)) == {}


@pytest.mark.parametrize("told", [DOWN, GONE, (Reason.UNREADABLE, ""), shows(HIDDEN)])
def test_without_a_page_that_tells_nobody_knows(told: tuple[Reason, str]) -> None:
    assert Life().check(a=told) == {}


def test_what_a_page_said_before_it_went_silent_counts_as_borne_out_once() -> None:
    life = Life(listing=replace(WARD, contacts=()))
    life.check(a=shows(BORNE), b=shows(SILENT))
    life.listing = WARD
    assert life.check(a=DOWN, b=shows(SILENT)) == {}
    history = life.claims[CLAIM]
    assert (history.verdict.support, history.borne_by, history.borne_last) == (Support.UNDECIDED, A, T0 + DAY)


def test_a_changed_value_starts_a_new_history() -> None:
    life = Life()
    life.check(a=shows(BORNE))
    life.listing = replace(WARD, contacts=(replace(JANE, name="Mary Foy"),))
    life.check(a=shows(SILENT))
    assert life.claims[CLAIM].borne_by is None


# --- vanished -----------------------------------------------------------------------------------------------------


def test_a_claim_that_vanished_waits_for_a_second_look() -> None:
    life = Life()
    assert life.check(a=shows(BORNE)) == {}
    assert life.check(a=shows(SILENT)) == {Rule.CLAIM_VANISHED: State.PENDING}
    vanished_at = life.now
    assert life.check(MINUTE, a=shows(SILENT)) == {Rule.CLAIM_VANISHED: State.PENDING}
    assert life.check(9 * MINUTE, a=shows(SILENT)) == {Rule.CLAIM_VANISHED: State.OPEN}
    found = life.finding(Rule.CLAIM_VANISHED)
    assert (found.severity, found.since, found.url) == (Severity.WARNING, vanished_at, A)
    assert found.evidence == Evidence(BORNE, "Jane Roe, jroe@ward.example")
    assert life.check(a=shows(BORNE)) == {}


def test_a_look_at_another_page_is_no_second_look() -> None:
    life = Life()
    life.check(a=shows(BORNE), b=shows(SILENT))
    assert life.check(a=shows(SILENT)) == {Rule.CLAIM_VANISHED: State.PENDING}
    assert life.check(b=shows(SILENT)) == {Rule.CLAIM_VANISHED: State.PENDING}
    assert life.check(a=SAME) == {Rule.CLAIM_VANISHED: State.OPEN}


@pytest.mark.parametrize("told", [DOWN, GONE, (Reason.BOT_WALL, ""), (Reason.UNREADABLE, ""), shows(HIDDEN)])
def test_what_cannot_be_read_has_not_vanished(told: tuple[Reason, str]) -> None:
    life = Life()
    life.check(a=shows(BORNE), b=shows(SILENT))
    assert life.check(a=told, b=shows(SILENT)) == {}
    life.check(a=shows(SILENT))
    assert life.check(a=told) == {Rule.CLAIM_VANISHED: State.PENDING}


def test_what_another_page_bears_out_has_not_vanished_even_if_that_page_is_away() -> None:
    life = Life()
    life.check(a=shows(BORNE), b=shows(BORNE))
    assert life.check(a=shows(SILENT), b=DOWN) == {}
    assert life.check(a=shows(SILENT), b=shows(BORNE)) == {}
    assert life.check(a=shows(SILENT), b=shows(SILENT)) == {Rule.CLAIM_VANISHED: State.PENDING}


def test_a_claim_is_refuted_rather_than_vanished() -> None:
    life = Life()
    life.check(a=shows(BORNE))
    assert life.check(a=shows(OTHER)) == {Rule.CLAIM_REFUTED: State.OPEN}


def test_our_own_upgrade_is_no_vanishing() -> None:
    life = Life()
    life.check(a=shows(BORNE))
    life.claims[CLAIM] = replace(life.claims[CLAIM], method="of old")
    assert life.check(a=shows(SILENT)) == {}


def test_a_page_that_the_listing_no_longer_links_to_bears_nothing_out() -> None:
    life = Life()
    life.check(a=shows(BORNE), b=shows(SILENT))
    life.listing = replace(WARD, links=WARD.links[1:])
    assert life.check(b=shows(SILENT)) == {Rule.CLAIM_UNCONFIRMED: State.OPEN}


# --- what has ended, or not begun ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "listing",
    [
        replace(WARD, contacts=(), fees=(Fee(FeeKind.TUITION, Decimal(100), until=T0.date()),)),
        replace(WARD, contacts=(), fees=(Fee(FeeKind.TUITION, Decimal(100), start=T0.date() + 9 * DAY),)),
        replace(WARD, contacts=(), deadlines=(Deadline("application", date=T0.date()),)),
    ],
)
def test_of_what_does_not_hold_today_pages_are_not_asked(listing: Listing) -> None:
    assert Life(listing).check(a=shows(SILENT)) == {}


# --- closed -------------------------------------------------------------------------------------------------------


def examination(shut: Shut | None, unseen: Sequence[str] = ()) -> Examination:
    return Examination(T0, METHOD, {A: T0}, tuple(unseen), {}, {}, shut=shut)


@pytest.mark.parametrize(
    ("closing", "until", "said"),
    [
        (Closing.CLOSED, None, "is closed"),
        (Closing.SUSPENDED, None, "is suspended"),
        (Closing.SUSPENDED, date(2027, 7, 1), "is suspended until 1 July 2027"),
        (Closing.AFFILIATES_ONLY, None, "is open to its affiliates only"),
        (Closing.NOT_ELIGIBLE, None, "is not open to this audience"),
    ],
)
def test_a_closed_programme_is_an_error_at_once(closing: Closing, until: date | None, said: str) -> None:
    closure = Closure(closing, "The program is suspended.", Place(0), until=until)
    assert list(claim_rulings(replace(WARD, contacts=()), examination(Shut(closure, A)))) == [
        Finding(
            Rule.PROGRAM_CLOSED,
            "ward",
            "program",
            Severity.ERROR,
            f"Ward: the page says that the programme {said}: confirm it on the page, then say so in the guide or "
            "remove the listing.",
            since=T0,
            opens_at=T0,
            url=A,
            evidence=Evidence("The program is suspended.", None, said),
            cause=f"program-closed {A}",
        )
    ]


def test_about_a_page_that_cannot_be_read_nobody_says_that_it_is_open_again() -> None:
    why = "the page cannot be read now"
    assert list(claim_rulings(replace(WARD, contacts=()), examination(None, [B]))) == [
        Abstention(Rule.PROGRAM_CLOSED, "ward", "program", B, why)
    ]


# --- what the catalogue decides -----------------------------------------------------------------------------------


def incident(rule: Rule, subject: str, url: str | None) -> Incident:
    return Incident(Finding(rule, "ward", subject, Severity.NOTE, "m", T0, T0, url=url), State.OPEN, T0, T0)


@pytest.mark.parametrize(
    ("kept", "listing", "over"),
    [
        (incident(Rule.CLAIM_UNCONFIRMED, CLAIM, None), WARD, False),
        (incident(Rule.CLAIM_UNCONFIRMED, "contact:other", None), WARD, True),
        (incident(Rule.CLAIM_UNCONFIRMED, CLAIM, None), replace(WARD, links=()), True),
        (incident(Rule.CLAIM_REFUTED, CLAIM, A), WARD, False),
        (incident(Rule.PROGRAM_CLOSED, "program", A), WARD, False),
    ],
)
def test_what_is_not_stated_any_more_is_over(kept: Incident, listing: Listing, over: bool) -> None:
    assert about_the_catalogue([kept], Catalogue(listings=(listing,)), set()) == ([kept] if over else [])


def test_a_check_without_looks_concludes_nothing_about_claims() -> None:
    result = conclude(WARD, [], Known(), T0)
    assert (result.reconciled, result.claims) == (Reconciled((), ()), ())


def test_an_examination_tells_what_it_has_seen() -> None:
    life = Life()
    life.check(a=shows(BORNE), b=DOWN)
    found = examine(WARD, list(life.links.values()), {}, life.now)
    assert (dict(found.seen), found.unseen, found.shut) == ({A: life.now}, (B,), None)
