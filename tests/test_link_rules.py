"""What the link rules rule: by every reason, at the edges of every span, and through whole stories."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.core.content import Area, Block, Page
from monitor.core.finding import Abstention, Evidence, Finding, Incident, Recovery, Rule, Ruling, State, Suggestion
from monitor.core.fingerprint import fingerprint
from monitor.core.history import advance, sign
from monitor.core.incidents import reconcile
from monitor.core.listing import Link, Listing, Role, Severity
from monitor.core.look import (
    Change,
    ChangeKind,
    Comparison,
    Drift,
    Hop,
    Judgement,
    LinkHistory,
    Look,
    Observation,
    Outcome,
    Reason,
    Sign,
    Signal,
    Version,
)
from monitor.core.rules.links import check_overdue, link_rulings
from monitor.core.surroundings import Twin

URL, NEW_URL = "http://a.example/x", "http://b.example/y"
LISTING = Listing("harrow", institution="Harrow Bay", links=(Link(Role.PROGRAM, URL),))
T0 = datetime(2026, 1, 1, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOW = 0 * DAY
LINK_RULES = (
    Rule.LINK_GONE,
    Rule.LINK_UNREACHABLE,
    Rule.LINK_MOVED,
    Rule.LINK_INSECURE,
    Rule.LINK_BLOCKED,
    Rule.PAGE_CHANGED,
)


def see(reason: Reason, at: datetime, url: str = URL, **more: object) -> Observation:
    seen = Observation(url, at, Judgement(reason, (Signal("sign", 10, "said so"),)), url, (Hop(url, 200),), 200)
    if reason in {Reason.OK, Reason.REDIRECTED}:
        blocks = (Block("text"),)
        seen = replace(seen, page=Page("", blocks), fingerprint=fingerprint("", blocks))
    if reason is Reason.PERMANENT_REDIRECT:
        seen = replace(seen, hops=(Hop(url, 301), Hop(NEW_URL, 200)), final_url=NEW_URL)
    return replace(seen, **more)  # type: ignore[arg-type]


def look(*looks: tuple[Reason, timedelta], comparison: Comparison | None = None, **more: object) -> Look:
    """The last of several looks at one link; *more* is about the last."""
    history = LinkHistory(URL)
    for reason, later in looks[:-1]:
        history = advance(history, see(reason, T0 + later))
    seen = see(looks[-1][0], T0 + looks[-1][1], **more)
    return Look(URL, advance(history, seen), seen, None, comparison)


def rulings(one: Look, listing: Listing = LISTING) -> dict[Rule, Ruling]:
    """By rule; no rule speaks twice about one link."""
    said = list(link_rulings(listing, {link.url: one for link in listing.links}))
    assert max(Counter(ruling.rule for ruling in said).values(), default=1) == 1
    return {ruling.rule: ruling for ruling in said}


def found(one: Look, rule: Rule) -> Finding:
    ruling = rulings(one)[rule]
    assert isinstance(ruling, Finding)
    return ruling


# --- every reason -------------------------------------------------------------------------------------------------

F, A, R, SILENCE = "finding", "abstention", "recovery", "silence"
# in the order of LINK_RULES
AFTER_ONE_LOOK = {
    Sign.WELL: (R, R, SILENCE, SILENCE, SILENCE, SILENCE),
    Sign.PAGE_GONE: (F, SILENCE, SILENCE, SILENCE, SILENCE, A),
    Sign.NO_SUCH_HOST: (A, F, A, A, SILENCE, A),
    Sign.NO_ANSWER: (A, F, A, A, A, A),
    Sign.REFUSED_US: (A, A, A, A, F, A),
    Sign.NONE: (A, A, A, A, A, A),
}
EXCEPTIONS = {
    (Reason.PERMANENT_REDIRECT, Rule.LINK_MOVED): F,
    (Reason.PERMANENT_REDIRECT, Rule.PAGE_CHANGED): A,  # as seen here, nothing was read behind it
    (Reason.UNREADABLE, Rule.PAGE_CHANGED): A,
}


def kind(ruling: Ruling | None) -> str:
    return SILENCE if ruling is None else type(ruling).__name__.lower()


@pytest.mark.parametrize("reason", Reason)
def test_what_every_rule_makes_of_every_reason(reason: Reason) -> None:
    said = rulings(look((reason, NOW)))
    usual = dict(zip(LINK_RULES, AFTER_ONE_LOOK[sign(reason)], strict=True))
    wanted = {rule: EXCEPTIONS.get((reason, rule), usual[rule]) for rule in LINK_RULES}
    assert {rule: kind(said.get(rule)) for rule in LINK_RULES} == wanted


@pytest.mark.parametrize("reason", Reason)
def test_every_ruling_is_about_this_link_and_says_why(reason: Reason) -> None:
    for ruling in rulings(look((reason, NOW))).values():
        assert (ruling.listing, ruling.subject, ruling.url) == ("harrow", "link", URL)
        if isinstance(ruling, Finding):
            assert (ruling.reason, ruling.key) == (reason, "links[0].url")
            assert ruling.message.startswith("The program link of Harrow Bay ")
            assert ruling.message.endswith(".")
        else:
            assert ruling.why


# --- gone ---------------------------------------------------------------------------------------------------------

GONE = [reason for reason in Reason if sign(reason) is Sign.PAGE_GONE]


@pytest.mark.parametrize("reason", GONE)
def test_a_page_confirmed_gone_is_open_at_once(reason: Reason) -> None:
    finding = found(look((reason, NOW), confirmed=True), Rule.LINK_GONE)
    assert (finding.severity, finding.since, finding.opens_at) == (Severity.ERROR, T0, T0)
    assert finding.evidence == Evidence(quote="said so")


@pytest.mark.parametrize("reason", GONE)
def test_a_page_seen_gone_once_waits_ten_minutes_for_a_second_look(reason: Reason) -> None:
    assert found(look((reason, NOW)), Rule.LINK_GONE).opens_at == T0 + 10 * MINUTE
    second = found(look((reason, NOW), (reason, 10 * MINUTE)), Rule.LINK_GONE)
    assert (second.since, second.opens_at) == (T0, T0)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (3 * DAY - SECOND, "is not there any more"),
        (3 * DAY, "has been dead since 1 January 2026"),
        (3 * DAY + SECOND, "has been dead since 1 January 2026"),
    ],
)
def test_a_page_is_called_dead_after_three_days(span: timedelta, words: str) -> None:
    finding = found(look((Reason.NOT_FOUND, NOW), (Reason.NOT_FOUND, span)), Rule.LINK_GONE)
    assert finding.message == (
        f"The program link of Harrow Bay {words} (404 not found): find the new page or remove the link."
    )


def test_one_kind_of_gone_after_another_is_one_run() -> None:
    finding = found(look((Reason.NOT_FOUND, NOW), (Reason.SOFT_404, DAY)), Rule.LINK_GONE)
    assert (finding.since, finding.opens_at, finding.reason) == (T0, T0, Reason.SOFT_404)


@pytest.mark.parametrize(
    ("span", "gone", "unreachable"),
    [(7 * DAY - SECOND, A, F), (7 * DAY, F, SILENCE), (7 * DAY + SECOND, F, SILENCE)],
)
def test_a_name_that_is_gone_for_seven_days_is_gone(span: timedelta, gone: str, unreachable: str) -> None:
    said = rulings(look((Reason.NO_SUCH_HOST, NOW), (Reason.NO_SUCH_HOST, span)))
    assert (kind(said.get(Rule.LINK_GONE)), kind(said.get(Rule.LINK_UNREACHABLE))) == (gone, unreachable)


def test_a_name_that_is_gone_is_one_cause_for_all_its_links() -> None:
    finding = found(look((Reason.NO_SUCH_HOST, NOW), (Reason.NO_SUCH_HOST, 7 * DAY)), Rule.LINK_GONE)
    assert (finding.severity, finding.since, finding.opens_at) == (Severity.ERROR, T0, T0)
    assert finding.cause == "no-such-host a.example"
    assert finding.evidence == Evidence("said so", URL, "no such host: a.example")


def test_time_outs_before_do_not_make_a_lost_name_older() -> None:
    one = look((Reason.TIMEOUT, NOW), (Reason.NO_SUCH_HOST, 5 * DAY), (Reason.NO_SUCH_HOST, 8 * DAY))
    assert kind(rulings(one).get(Rule.LINK_GONE)) == A
    assert found(one, Rule.LINK_UNREACHABLE).since == T0


# --- unreachable --------------------------------------------------------------------------------------------------

SILENT = [reason for reason in Reason if sign(reason) in {Sign.NO_ANSWER, Sign.NO_SUCH_HOST}]


@pytest.mark.parametrize("reason", SILENT)
def test_a_silent_host_counts_from_one_day_on(reason: Reason) -> None:
    first, later = (
        found(one, Rule.LINK_UNREACHABLE) for one in (look((reason, NOW)), look((reason, NOW), (reason, DAY)))
    )
    assert (first.since, first.opens_at, first.severity) == (T0, T0 + DAY, Severity.WARNING)
    assert (later.since, later.opens_at, later.severity) == (T0, T0 + DAY, Severity.WARNING)


@pytest.mark.parametrize("reason", [reason for reason in SILENT if reason is not Reason.NO_SUCH_HOST])
@pytest.mark.parametrize(
    ("span", "severity"),
    [
        (14 * DAY - SECOND, Severity.WARNING),
        (14 * DAY, Severity.ERROR),
        (14 * DAY + SECOND, Severity.ERROR),
    ],
)
def test_a_silence_of_fourteen_days_is_an_error(reason: Reason, span: timedelta, severity: Severity) -> None:
    assert found(look((reason, NOW), (reason, span)), Rule.LINK_UNREACHABLE).severity is severity


def test_a_silence_is_shown_by_its_first_sign() -> None:
    signs = Judgement(Reason.TIMEOUT, (Signal("no usable response", 10, "no answer within 60 s"), Signal("b", 1, "c")))
    assert found(look((Reason.TIMEOUT, NOW), judgement=signs), Rule.LINK_UNREACHABLE).evidence.quote == (
        "no answer within 60 s"
    )
    assert found(look((Reason.TIMEOUT, NOW), judgement=Judgement(Reason.TIMEOUT)), Rule.LINK_UNREACHABLE).evidence == (
        Evidence()
    )


def test_links_of_one_silent_host_share_an_incident_and_links_of_two_do_not() -> None:
    def of(url: str) -> Finding:
        listing = Listing("other", links=(Link(Role.FEES, url),))
        seen = see(Reason.TIMEOUT, T0, url)
        one = Look(url, advance(LinkHistory(url), seen), seen)
        finding = rulings(one, listing)[Rule.LINK_UNREACHABLE]
        assert isinstance(finding, Finding)
        return finding

    same, port, other = of("http://a.example/z"), of("https://a.example/z"), of("http://b.example/z")
    here = found(look((Reason.TIMEOUT, NOW)), Rule.LINK_UNREACHABLE)
    assert here.id != same.id
    assert here.incident == same.incident
    assert len({here.incident, port.incident, other.incident}) == 3


# --- recovery -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [Reason.NOT_FOUND, Reason.TIMEOUT, Reason.NO_SUCH_HOST])
@pytest.mark.parametrize("rule", [Rule.LINK_GONE, Rule.LINK_UNREACHABLE])
@pytest.mark.parametrize(("span", "said"), [(HOUR - SECOND, R), (HOUR, SILENCE), (HOUR + SECOND, SILENCE)])
def test_two_successes_an_hour_apart_end_bad_news(bad: Reason, rule: Rule, span: timedelta, said: str) -> None:
    assert kind(rulings(look((bad, NOW), (Reason.OK, DAY), (Reason.OK, DAY + span))).get(rule)) == said


def test_the_hour_begins_anew_after_a_relapse() -> None:
    one = look((Reason.OK, NOW), (Reason.TIMEOUT, DAY), (Reason.OK, 2 * DAY))
    assert kind(rulings(one).get(Rule.LINK_UNREACHABLE)) == R


# --- moved and insecure -------------------------------------------------------------------------------------------


def way(*hops: tuple[str, int], reason: Reason = Reason.PERMANENT_REDIRECT) -> Look:
    return look((reason, NOW), hops=tuple(Hop(*hop) for hop in hops), final_url=hops[-1][0])


TWIN = "https://a.example/x"


@pytest.mark.parametrize(
    ("hops", "reason", "rule", "target"),
    [
        ([(URL, 301), (NEW_URL, 200)], Reason.PERMANENT_REDIRECT, Rule.LINK_MOVED, NEW_URL),
        ([(URL, 308), (TWIN, 301), (NEW_URL, 200)], Reason.PERMANENT_REDIRECT, Rule.LINK_MOVED, NEW_URL),
        ([(URL, 301), (NEW_URL, 302), ("http://c.example/", 200)], Reason.PERMANENT_REDIRECT, Rule.LINK_MOVED, NEW_URL),
        ([(URL, 301), (TWIN, 200)], Reason.PERMANENT_REDIRECT, Rule.LINK_INSECURE, TWIN),
        ([(URL, 301), (TWIN, 302), (NEW_URL, 200)], Reason.PERMANENT_REDIRECT, Rule.LINK_INSECURE, TWIN),
        ([(URL, 301), ("https://www.a.example/x", 200)], Reason.PERMANENT_REDIRECT, Rule.LINK_MOVED,
         "https://www.a.example/x"),
        ([(URL, 302), (NEW_URL, 301), ("http://c.example/", 200)], Reason.REDIRECTED, None, None),
        ([(URL, 302), (TWIN, 200)], Reason.REDIRECTED, None, None),
        ([(URL, 301), ("http://a.example/", 200)], Reason.HOME_REDIRECT, None, None),
        ([(URL, 301), (NEW_URL, 404)], Reason.NOT_FOUND, None, None),
    ],
)  # fmt: skip
def test_a_permanent_redirect_is_one_piece_of_news(
    hops: list[tuple[str, int]], reason: Reason, rule: Rule | None, target: str | None
) -> None:
    said = rulings(way(*hops, reason=reason))
    told = [r for r in said.values() if isinstance(r, Finding) and r.rule in {Rule.LINK_MOVED, Rule.LINK_INSECURE}]
    assert [finding.rule for finding in told] == ([rule] if rule else [])
    for finding in told:
        assert finding.severity is (Severity.WARNING if rule is Rule.LINK_MOVED else Severity.NOTE)
        assert (finding.since, finding.opens_at) == (T0, T0)
        assert finding.suggestion == Suggestion("links[0].url", target)
        assert finding.evidence == Evidence(" → ".join(f"{s} {u}" for u, s in hops), URL, target)


def test_an_address_that_holds_a_secret_is_no_suggestion() -> None:
    [told] = [r for r in rulings(way((URL, 301), (f"{NEW_URL}?token=***", 200))).values() if isinstance(r, Finding)]
    assert (told.rule, told.suggestion) == (Rule.LINK_MOVED, None)


# --- blocked ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", [reason for reason in Reason if sign(reason) is Sign.REFUSED_US])
def test_a_block_counts_from_thirty_days_on(reason: Reason) -> None:
    finding = found(
        look((Reason.OK, NOW), (reason, DAY), (Reason.TIMEOUT, 2 * DAY), (reason, 20 * DAY)), Rule.LINK_BLOCKED
    )
    assert (finding.severity, finding.since, finding.opens_at) == (Severity.NOTE, T0 + DAY, T0 + 31 * DAY)
    assert finding.evidence == Evidence("said so", "a page to read", "last verified OK 1 January 2026")


def test_a_link_that_was_always_blocked_was_never_verified() -> None:
    assert found(look((Reason.LOGIN, NOW)), Rule.LINK_BLOCKED).evidence.found == "never verified"


# --- changed ------------------------------------------------------------------------------------------------------

FEE = Change(ChangeKind.REPLACED, "Fee $300", "Fee $350", Area.MAIN)
MENU = Change(ChangeKind.REPLACED, "Home", "Start", Area.CHROME)
DRESS = Change(ChangeKind.REPLACED, "apply now", "Apply now!", Area.MAIN)
BASELINE = Version(fingerprint("", ()), "", (), T0 - 9 * DAY, T0 - DAY)


@pytest.mark.parametrize(
    ("drift", "said"),
    [(Drift.SAME, SILENCE), (Drift.COSMETIC, SILENCE), (Drift.INCOMPARABLE, A), (Drift.SUBSTANTIVE, F)],
)
def test_only_substantive_drift_is_news(drift: Drift, said: str) -> None:
    one = replace(look((Reason.OK, NOW), comparison=Comparison(drift, 0.0)), baseline=BASELINE)
    assert kind(rulings(one).get(Rule.PAGE_CHANGED)) == said


@pytest.mark.parametrize(
    ("score", "stood", "said"),
    [
        (0.5, 7 * DAY - SECOND, A),
        (0.5, 7 * DAY, F),
        (0.0, 30 * DAY, A),  # what was never compared is no other text
    ],
)
def test_a_text_that_took_the_page_s_place_is_news_once_it_has_stood_for_a_week(
    score: float, stood: timedelta, said: str
) -> None:
    comparison = Comparison(Drift.INCOMPARABLE, score, (), "another document stands there")
    one = replace(look((Reason.OK, NOW), comparison=comparison), baseline=BASELINE)
    latest = replace(BASELINE, title="Lucky spins", first_seen=T0 - stood, last_seen=T0)
    one = replace(one, history=replace(one.history, latest=latest))
    assert kind(rulings(one).get(Rule.PAGE_CHANGED)) == said
    if said == F:
        finding = found(one, Rule.PAGE_CHANGED)
        assert finding.message == (
            "Since 25 December 2025 the page behind the program link of Harrow Bay has not been the one of "
            "23 December 2025 (another document stands there): see whether it is still the right page."
        )
        assert (finding.severity, finding.since) == (Severity.WARNING, latest.first_seen)
        assert finding.evidence == Evidence("Lucky spins", None, "Lucky spins")


def test_the_words_that_changed_are_shown_and_not_the_menu_s() -> None:
    comparison = Comparison(Drift.SUBSTANTIVE, 0.6, (MENU, DRESS, FEE))
    finding = found(replace(look((Reason.OK, NOW), comparison=comparison), baseline=BASELINE), Rule.PAGE_CHANGED)
    assert finding.message == (
        "The page behind the program link of Harrow Bay reads differently than on 23 December 2025 (1 passage): "
        "check the guide's statements against it."
    )
    assert finding.evidence == Evidence("Fee $350", "Fee $300", "Fee $350")
    assert finding.reason is None  # how the server answered does not say why a page reads differently
    assert (finding.severity, finding.since, finding.opens_at) == (Severity.WARNING, T0, T0)


OLD_FORM, NEW_FORM = "https://forms.example/2026", "https://forms.example/2027"


def turned(before: str | None, after: str | None, listed: str) -> dict[Rule, Ruling]:
    comparison = Comparison(Drift.COSMETIC, 0.35, (Change(ChangeKind.LINK, before, after, Area.MAIN, words="Apply"),))
    one = replace(look((Reason.OK, NOW), comparison=comparison), baseline=BASELINE)
    both = replace(LISTING, links=(*LISTING.links, Link(Role.APPLY, listed)))
    return {each.rule: each for each in link_rulings(both, {one.url: one})}


@pytest.mark.parametrize("listed", [OLD_FORM, "http://www.forms.example/2026/", f"{OLD_FORM}?utm_source=guide"])
def test_a_link_of_the_guide_that_the_page_has_turned_elsewhere_is_news(listed: str) -> None:
    finding = turned(OLD_FORM, NEW_FORM, listed)[Rule.PAGE_CHANGED]
    assert isinstance(finding, Finding)
    assert finding.message == (
        "The page behind the program link of Harrow Bay leads elsewhere with “Apply” than on 23 December 2025: then it "
        "led where the guide's apply link leads. Open both, and correct that link."
    )
    assert finding.evidence == Evidence("Apply", listed, NEW_FORM)
    assert finding.suggestion == Suggestion("links[1].url", NEW_FORM)
    assert (finding.severity, finding.opens_at) == (Severity.WARNING, T0)


@pytest.mark.parametrize(
    ("before", "after", "listed"),
    [
        (OLD_FORM, NEW_FORM, "https://forms.example/housing"),
        (OLD_FORM, None, OLD_FORM),
        (None, NEW_FORM, OLD_FORM),
        (OLD_FORM, URL, OLD_FORM),
    ],
    ids=["no link of the guide", "it went", "one came", "to another link of the guide"],
)
def test_any_other_link_that_leads_elsewhere_is_dress(before: str | None, after: str | None, listed: str) -> None:
    assert kind(turned(before, after, listed).get(Rule.PAGE_CHANGED)) == SILENCE


def test_no_more_than_five_passages_are_shown_and_all_are_counted() -> None:
    many = tuple(Change(ChangeKind.ADDED, None, f"line {i}", Area.MAIN) for i in range(7))
    comparison = Comparison(Drift.SUBSTANTIVE, 0.6, many)
    finding = found(replace(look((Reason.OK, NOW), comparison=comparison), baseline=BASELINE), Rule.PAGE_CHANGED)
    shown = "line 0\nline 1\nline 2\nline 3\nline 4"
    assert finding.evidence == Evidence(quote=shown, expected=None, found=shown)
    assert "(7 passages)" in finding.message


@pytest.mark.parametrize("reason", [reason for reason in Reason if sign(reason) is not Sign.WELL])
def test_a_failure_is_never_taken_for_content(reason: Reason) -> None:
    one = look((reason, NOW), comparison=Comparison(Drift.SUBSTANTIVE, 0.9, (FEE,)))
    assert kind(rulings(one).get(Rule.PAGE_CHANGED)) == A


@pytest.mark.parametrize(
    ("more", "said"),
    [({}, A), ({"status": 304}, SILENCE), ({"page": Page("", (Block("text"),))}, SILENCE)],
)
def test_a_move_to_a_page_without_text_says_nothing_about_the_text(more: dict[str, object], said: str) -> None:
    assert kind(rulings(look((Reason.PERMANENT_REDIRECT, NOW), **more)).get(Rule.PAGE_CHANGED)) == said  # type: ignore[arg-type]


# --- which links --------------------------------------------------------------------------------------------------


def test_one_url_in_two_roles_is_judged_once_and_a_link_not_looked_at_not_at_all() -> None:
    listing = replace(LISTING, links=(Link(Role.FEES, NEW_URL), Link(Role.PROGRAM, URL), Link(Role.APPLY, URL)))
    one = look((Reason.NOT_FOUND, NOW))
    findings = [r for r in link_rulings(listing, {URL: one}) if isinstance(r, Finding)]
    assert [(f.url, f.key) for f in findings] == [(URL, "links[1].url")]


# --- overdue ------------------------------------------------------------------------------------------------------


def overdue(history: LinkHistory | None, now: datetime, links: tuple[Link, ...] = LISTING.links) -> list[Finding]:
    histories = {} if history is None else {URL: history}
    return list(check_overdue(replace(LISTING, links=links), histories, now))


LAST = Outcome(Reason.LOGIN, URL, (), 401, "")


@pytest.mark.parametrize(
    ("history", "last"),
    [
        (LinkHistory(URL, first_at=T0 - 90 * DAY, last_conclusive=T0, last=LAST), T0),
        (LinkHistory(URL, first_at=T0, last=LAST), T0),
    ],
)
@pytest.mark.parametrize(
    ("span", "late"), [(60 * DAY - SECOND, False), (60 * DAY, False), (60 * DAY + SECOND, True), (90 * DAY, True)]
)
def test_a_link_that_told_nothing_for_sixty_days_is_overdue(
    history: LinkHistory, last: datetime, span: timedelta, late: bool
) -> None:
    findings = overdue(history, last + span)
    assert [(f.rule, f.subject, f.url, f.severity, f.since, f.key) for f in findings] == (
        [(Rule.CHECK_OVERDUE, "link", URL, Severity.WARNING, last + 60 * DAY, "links[0].url")] if late else []
    )


def test_a_link_that_nobody_looked_at_is_new_and_not_overdue() -> None:
    assert overdue(None, T0) == overdue(LinkHistory(URL), T0) == []


def test_one_url_in_two_roles_is_overdue_once() -> None:
    links = (Link(Role.PROGRAM, URL), Link(Role.APPLY, URL))
    assert len(overdue(LinkHistory(URL, first_at=T0), T0 + 61 * DAY, links)) == 1


# --- stories ------------------------------------------------------------------------------------------------------


def story(*looks: tuple[Reason, timedelta]) -> list[list[str]]:
    """After each look the incidents that are not resolved, as "rule state severity"."""
    history, known, told = LinkHistory(URL), dict[str, Incident](), []
    for reason, later in looks:
        now = T0 + later
        seen = see(reason, now)
        history = advance(history, seen)
        result = reconcile(tuple(known.values()), link_rulings(LISTING, {URL: Look(URL, history, seen)}), now)
        known |= {incident.id: incident for incident in result.incidents}
        known = {key: incident for key, incident in known.items() if incident.state is not State.RESOLVED}
        told.append(sorted(f"{i.finding.rule} {i.state} {i.finding.severity}" for i in known.values()))
    return told


SILENT_YET, UNREACHABLE = "link-unreachable pending warning", "link-unreachable open warning"
GONE_YET, GONE_OPEN = "link-gone pending error", "link-gone open error"
WALL = "link-blocked pending note"


@pytest.mark.parametrize(
    ("looks", "told"),
    [
        pytest.param(
            [(Reason.TIMEOUT, NOW), (Reason.OK, HOUR)],
            [[SILENT_YET], []],
            id="a blip was never news",
        ),
        pytest.param(
            [(Reason.TIMEOUT, NOW), (Reason.TIMEOUT, DAY - SECOND), (Reason.TIMEOUT, DAY)],
            [[SILENT_YET], [SILENT_YET], [UNREACHABLE]],
            id="a day of silence opens",
        ),
        pytest.param(
            [(Reason.TIMEOUT, NOW), (Reason.TIMEOUT, DAY), (Reason.NOT_FOUND, 2 * DAY), (Reason.NOT_FOUND, 3 * DAY),
             (Reason.OK, 4 * DAY), (Reason.OK, 4 * DAY + HOUR)],
            [[SILENT_YET], [UNREACHABLE], [GONE_YET], [GONE_OPEN], [GONE_OPEN], []],
            id="time-outs, then 404, then alive",
        ),
        pytest.param(
            [(Reason.NO_SUCH_HOST, NOW), (Reason.NO_SUCH_HOST, DAY), (Reason.NO_SUCH_HOST, 7 * DAY - SECOND),
             (Reason.NO_SUCH_HOST, 7 * DAY), (Reason.OK, 8 * DAY), (Reason.OK, 9 * DAY)],
            [[SILENT_YET], [UNREACHABLE], [UNREACHABLE], [GONE_OPEN], [GONE_OPEN], []],
            id="a name that is lost and found",
        ),
        pytest.param(
            [(Reason.TIMEOUT, NOW), (Reason.BOT_WALL, DAY), (Reason.TIMEOUT, 2 * DAY)],
            [[SILENT_YET],
             [WALL, SILENT_YET],
             [WALL, UNREACHABLE]],
            id="a wall in between is no news",
        ),
        pytest.param(
            [(Reason.NOT_FOUND, NOW), (Reason.BOT_WALL, DAY), (Reason.NOT_FOUND, 2 * DAY)],
            [[GONE_YET], [WALL, GONE_YET], [GONE_OPEN]],
            id="a wall between two 404s",
        ),
        pytest.param(
            [(Reason.NOT_FOUND, NOW), (Reason.RESET, DAY), (Reason.NOT_FOUND, 2 * DAY),
             (Reason.NOT_FOUND, 2 * DAY + 10 * MINUTE)],
            [[GONE_YET], [GONE_YET, SILENT_YET], [GONE_YET], [GONE_OPEN]],
            id="a 404 that an error interrupts begins anew",
        ),
        pytest.param(
            [(Reason.DNS_FAILURE, NOW), (Reason.DNS_FAILURE, 7 * DAY), (Reason.DNS_FAILURE, 14 * DAY)],
            [[SILENT_YET], [UNREACHABLE], ["link-unreachable open error"]],
            id="SERVFAIL is never gone",
        ),
        pytest.param(
            [(Reason.LOGIN, NOW), (Reason.LOGIN, 30 * DAY - SECOND), (Reason.LOGIN, 30 * DAY), (Reason.OK, 31 * DAY)],
            [[WALL], [WALL], ["link-blocked open note"], []],
            id="thirty days behind a login",
        ),
        pytest.param(
            [(Reason.GONE, NOW), (Reason.GONE, DAY), (Reason.OK, 2 * DAY), (Reason.GONE, 2 * DAY + MINUTE)],
            [[GONE_YET], [GONE_OPEN], [GONE_OPEN], [GONE_OPEN]],
            id="one success in between ends nothing",
        ),
        pytest.param(
            [(Reason.OFFLINE, NOW), (Reason.TOO_LARGE, DAY), (Reason.PRIVATE_ADDRESS, 60 * DAY)],
            [[], [], []],
            id="what says nothing about the link opens nothing",
        ),
    ],
)  # fmt: skip
def test_stories_of_a_link(looks: list[tuple[Reason, timedelta]], told: list[list[str]]) -> None:
    assert story(*looks) == told


def test_nothing_is_ruled_about_a_listing_without_links() -> None:
    assert list(link_rulings(replace(LISTING, links=()), {})) == []
    assert {type(r) for r in rulings(look((Reason.OK, NOW))).values()} == {Recovery}
    assert {type(r) for r in rulings(look((Reason.OFFLINE, NOW))).values()} == {Abstention}


def test_the_place_within_a_page_is_kept_when_the_page_moves() -> None:
    url = f"{URL}#fees"
    listing = replace(LISTING, links=(Link(LISTING.links[0].role, url),))
    hops = (Hop(URL, 301), Hop("https://new.example/x", 200))
    moved = look((Reason.PERMANENT_REDIRECT, NOW), hops=hops, final_url=hops[-1].url)
    said = {r.rule: r for r in link_rulings(listing, {url: moved})}[Rule.LINK_MOVED]
    assert isinstance(said, Finding)
    assert said.suggestion == Suggestion("links[0].url", "https://new.example/x#fees")


# --- the connection ---------------------------------------------------------------------------------------------


def ends(span: timedelta | None, reason: Reason = Reason.OK, url: str = "https://a.example/x") -> Look:
    """A look at a page whose host's certificate ends so long after it."""
    at = T0 + 100 * DAY
    seen = see(reason, at, certificate_ends=at + span if span is not None else None, final_url=url)
    return Look(URL, advance(LinkHistory(URL), seen), seen)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (ends(14 * DAY + SECOND), "silence"),
        (ends(14 * DAY), "finding"),
        (ends(-DAY), "finding"),
        (ends(DAY, Reason.NOT_FOUND), "finding"),
        (ends(None), "abstention"),
        (ends(None, Reason.TIMEOUT), "abstention"),
        (ends(None, url=URL), "silence"),  # plain http has none
    ],
)
def test_a_certificate_is_spoken_of_in_its_last_fourteen_days(one: Look, said: str) -> None:
    assert kind(rulings(one).get(Rule.CERTIFICATE_EXPIRING)) == said


def test_a_certificate_s_end_is_one_cause_for_all_links_of_its_host() -> None:
    finding = found(ends(9 * DAY), Rule.CERTIFICATE_EXPIRING)
    assert finding.cause == "certificate a.example:443"
    assert (finding.severity, finding.suggestion) == (Severity.NOTE, None)
    assert finding.evidence == Evidence(
        quote="certificate of a.example:443 ends 2026-04-20 00:00 UTC", expected="more than 14 days", found="9 days"
    )


@pytest.mark.parametrize(
    ("twin", "reason", "said"),
    [
        (Twin(T0, serves=True), Reason.OK, "finding"),
        (Twin(T0, serves=True), Reason.NOT_MODIFIED, "finding"),
        (Twin(T0, serves=True), Reason.TIMEOUT, "abstention"),
        (Twin(T0, serves=True), Reason.NOT_FOUND, "silence"),
        (Twin(T0, serves=False), Reason.OK, "silence"),
        (Twin(T0, serves=None), Reason.OK, "abstention"),
        (None, Reason.OK, "silence"),
    ],
)
def test_what_is_known_of_a_twin_counts_while_the_link_itself_is_well(
    twin: Twin | None, reason: Reason, said: str
) -> None:
    seen = see(reason, T0)
    one = Look(URL, advance(LinkHistory(URL, twin=twin), seen), seen)
    assert kind(rulings(one).get(Rule.LINK_INSECURE)) == said


def test_a_twin_is_suggested_with_the_place_within_the_page_and_without_the_old_port() -> None:
    url = "http://A.example:80/x?a=1#fees"
    listing = replace(LISTING, links=(Link(Role.PROGRAM, url),))
    seen = see(Reason.OK, T0, url)
    one = Look(url, advance(LinkHistory(url, twin=Twin(T0, serves=True)), seen), seen)
    finding = rulings(one, listing)[Rule.LINK_INSECURE]
    assert isinstance(finding, Finding)
    assert finding.suggestion == Suggestion("links[0].url", "https://a.example/x?a=1#fees")


def test_a_silence_that_became_an_error_stays_one_whichever_way_the_host_is_silent() -> None:
    flapping = [Reason.TIMEOUT, Reason.NO_SUCH_HOST] * 12
    severities = []
    for count in range(1, len(flapping) + 1):
        looks = [(reason, n * DAY) for n, reason in enumerate(flapping[:count])]
        severities.append(found(look(*looks), Rule.LINK_UNREACHABLE).severity)
    assert severities == [Severity.WARNING] * 14 + [Severity.ERROR] * 10
