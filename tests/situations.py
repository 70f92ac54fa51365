"""How matters stand in guides that do not exist: what reports are tried on. Every host lies under .example."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from monitor.core.finding import (
    Coverage,
    Evidence,
    Finding,
    LinkStanding,
    PassSummary,
    Rule,
    Situation,
    Standing,
    State,
    Suggestion,
)
from monitor.core.listing import Severity
from monitor.core.look import Hop, Reason

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)

HOSPITALS = {
    "northfield-clerkship": "Northfield University Hospital, Visiting Clerkship",
    "northfield-observership": "Northfield University Hospital, Observership in Pathology",
    "harbor-elective": "Harbor Point Medical College, International Elective",
    "juniper-observership": "Juniper Valley Clinic, Observership",
    "stonebridge-research": "Stonebridge Institute of Medicine, Research Year",
    "lakeshore-elective": "Lakeshore School of Medicine, Fourth-Year Elective",
    "willow-externship": "Willow Creek Community Hospital, Externship",
    "meridian-clerkship": "Meridian State University, Clinical Clerkship",
}
SEVERITY = {
    Rule.LINK_GONE: Severity.ERROR,
    Rule.PROGRAM_CLOSED: Severity.ERROR,
    Rule.CLAIM_REFUTED: Severity.ERROR,
    Rule.CLAIM_EXPIRED: Severity.ERROR,
    Rule.LINK_BLOCKED: Severity.NOTE,
    Rule.LINK_INSECURE: Severity.NOTE,
    Rule.CERTIFICATE_EXPIRING: Severity.NOTE,
    Rule.CLAIM_UNCONFIRMED: Severity.NOTE,
    Rule.LISTING_INCOMPLETE: Severity.NOTE,
}


def finding(
    rule: Rule,
    listing: str = "northfield-clerkship",
    subject: str = "",
    *,
    message: str = "Something is not as the guide says.",
    severity: Severity | None = None,
    since: datetime = NOW,
    url: str | None = None,
    reason: Reason | None = None,
    key: str = "",
    evidence: Evidence | None = None,
    suggestion: Suggestion | None = None,
    cause: str | None = None,
) -> Finding:
    """A finding of *rule*, at the severity that the rule usually has."""
    return Finding(
        rule=rule,
        listing=listing,
        subject=subject,
        severity=severity or SEVERITY.get(rule, Severity.WARNING),
        message=message,
        since=since,
        opens_at=since,
        url=url,
        reason=reason,
        key=key,
        evidence=evidence or Evidence(),
        suggestion=suggestion,
        cause=cause,
    )


def standing(
    found: Finding,
    state: State = State.OPEN,
    *,
    line: int | None = None,
    source: str | None = None,
    looks: int = 1,
    last_seen: datetime | None = None,
    note: str | None = None,
    resolved_at: datetime | None = None,
) -> Standing:
    """*found* as it stands, seen last at the time of the report."""
    return Standing(
        finding=found,
        state=state,
        since=found.since,
        last_seen=last_seen or NOW,
        source=source,
        line=line,
        looks=looks,
        note=note,
        resolved_at=resolved_at,
    )


def link(
    listing: str,
    url: str,
    reason: Reason | None = Reason.OK,
    *,
    role: str = "program",
    checked_at: datetime | None = NOW,
    last_ok: datetime | None = NOW,
    status: int | None = 200,
) -> LinkStanding:
    """A link as the last look left it; `reason` None: nobody has looked."""
    if reason is None:
        return LinkStanding(listing=listing, role=role, url=url)
    return LinkStanding(
        listing=listing,
        role=role,
        url=url,
        final_url=url,
        hops=(Hop(url, status),) if status else (),
        status=status,
        liveness=reason.liveness,
        reason=reason,
        checked_at=checked_at,
        last_ok=last_ok,
    )


def quiet() -> Situation:
    """A guide of which nothing is wrong: one listing, one link, verified at the last pass."""
    return Situation(
        at=NOW,
        catalogue="listings.toml",
        title="Electives at hospitals that do not exist",
        standings=(),
        coverage=Coverage(listings=1, links=1, verified=1, blocked=0, unknown=0, never=0),
        links=(link("northfield-clerkship", "https://northfield.example/clerkship"),),
        names=dict(HOSPITALS),
        last_pass=PassSummary(NOW, NOW + timedelta(minutes=2), 1, 1, offline=False, interrupted=False),
    )


def with_standings(*standings: Standing) -> Situation:
    """The quiet guide, with these findings."""
    return replace(quiet(), standings=standings)


def rich() -> Situation:
    """A guide in which everything that a report can say has happened."""
    return Situation(
        at=NOW,
        catalogue="listings.toml",
        title="Clinical electives for international medical graduates",
        standings=(*_open(), *_waiting(), *_decided()),
        coverage=Coverage(listings=58, links=28, verified=26, blocked=1, unknown=1, never=0),
        links=_links(),
        names=HOSPITALS | {f"clinic-{n:02}": f"Clinic No. {n} of Fernhill County" for n in range(50)},
        resolved=(
            standing(
                finding(
                    Rule.LINK_UNREACHABLE,
                    "meridian-clerkship",
                    "program",
                    message="The page of the clinical clerkship has not answered for 18 days.",
                    url="https://www.meridian.example/clerkship",
                    reason=Reason.SERVER_ERROR,
                    since=NOW - 20 * DAY,
                ),
                State.RESOLVED,
                looks=6,
                resolved_at=NOW - 2 * DAY,
            ),
        ),
        last_pass=PassSummary(NOW - timedelta(minutes=6), NOW, 28, 28, offline=False, interrupted=False),
    )


def _open() -> tuple[Standing, ...]:
    return (
        standing(
            finding(
                Rule.LINK_GONE,
                "lakeshore-elective",
                "apply",
                message="The application page of the fourth-year elective is not there any more.",
                url="https://medicine.lakeshore.example/admissions/visiting-students/international/fourth-year-elective/apply-now.html",
                reason=Reason.SOFT_404,
                key="links[1].url",
                since=NOW - 3 * DAY,
                evidence=Evidence(quote="Sorry, we can’t find the page you are looking for. Try our site search."),
            ),
            line=401,
            source="line 188",
            looks=3,
        ),
        standing(
            finding(
                Rule.CLAIM_REFUTED,
                "harbor-elective",
                "fee:application",
                message="The application fee is given as $300; the programme’s page says $350.",
                url="https://www.harborpoint.example/international-elective/fees",
                since=NOW - 8 * DAY,
                key="fees[1].amount",
                evidence=Evidence(
                    quote="A non-refundable application fee of $350 is due with the form, in US dollars.",
                    expected="$300",
                    found="$350",
                ),
                suggestion=Suggestion("fees[1].amount", 350),
            ),
            line=712,
            source="line 294",
            looks=4,
        ),
        standing(
            finding(
                Rule.CLAIM_EXPIRED,
                "northfield-clerkship",
                "fee:tuition:month:until-2020-06-30",
                message="The tuition of $1,000 a month held until 30 June 2020; a later fee is also given.",
                key="fees[0]",
                evidence=Evidence(expected="$1,000 a month until 30 Jun 2020"),
                suggestion=Suggestion("fees[0]"),
                since=NOW - 30 * DAY,
            ),
            line=233,
            source="line 112",
        ),
        standing(
            finding(
                Rule.PROGRAM_CLOSED,
                "juniper-observership",
                "program",
                message="The clinic’s page says that its observership takes no new applicants.",
                url="https://juniper-valley.example/observership",
                since=NOW - DAY,
                evidence=Evidence(
                    quote="Due to staffing changes, the observership program is suspended until further notice."
                ),
            ),
            line=530,
            source="line 207",
            looks=2,
        ),
        standing(
            finding(
                Rule.CLAIM_REFUTED,
                "stonebridge-research",
                "contact:visits@stonebridge.example",
                message="The page names another address to write to.",
                url="https://stonebridge.example/research/contact",
                key="contacts[0].email",
                since=NOW - 5 * DAY,
                evidence=Evidence(
                    quote="Questions? International Office, international@stonebridge.example",
                    expected="visits@stonebridge.example",
                    found="international@stonebridge.example",
                ),
                suggestion=Suggestion("contacts[0].email", "international@stonebridge.example"),
            ),
            line=618,
            source="line 251",
            looks=3,
        ),
        *(
            standing(
                finding(
                    Rule.LINK_UNREACHABLE,
                    listing,
                    role,
                    message=f"The {role} page has not answered for 5 days.",
                    url=f"https://students.willowcreek.example/{path}",
                    reason=Reason.TIMEOUT,
                    since=NOW - 5 * DAY,
                    cause="host students.willowcreek.example:443",
                ),
                line=line,
                looks=7,
                source=f"line {line // 2}",
            )
            for listing, role, path, line in (
                ("willow-externship", "program", "externship", 800),
                ("willow-externship", "fees", "externship/fees", 801),
                ("northfield-observership", "requirements", "affiliates/northfield", 266),
            )
        ),
        standing(
            finding(
                Rule.LINK_MOVED,
                "meridian-clerkship",
                "program",
                message="The programme’s page has moved for good.",
                url="http://www.meridian.example/med/clerkship.asp",
                reason=Reason.PERMANENT_REDIRECT,
                key="links[0].url",
                since=NOW - 12 * DAY,
                evidence=Evidence(
                    expected="http://www.meridian.example/med/clerkship.asp",
                    found="https://medicine.meridian.example/education/visiting/clerkship",
                ),
                suggestion=Suggestion("links[0].url", "https://medicine.meridian.example/education/visiting/clerkship"),
            ),
            line=850,
            source="line 310",
            looks=2,
        ),
        standing(
            finding(
                Rule.PAGE_CHANGED,
                "northfield-observership",
                "program",
                message="The requirements on the programme’s page read differently since the review of 4 May 2026.",
                url="https://northfield.example/observership/pathology",
                since=NOW - 6 * DAY,
                evidence=Evidence(
                    expected="Applicants should hold a degree awarded in the last 10 years.",
                    found="Applicants must hold a degree awarded in the last 3 years and be certified.",
                ),
            ),
            line=270,
            source="line 121",
            looks=4,
        ),
        *(
            standing(
                finding(
                    Rule.LINK_MISSING,
                    f"clinic-{n:02}",
                    message="The guide gives no link, only an e-mail address.",
                    since=NOW - 40 * DAY,
                ),
                line=1000 + 12 * n,
                source=f"line {300 + n}",
            )
            for n in range(46)
        ),
        standing(
            finding(
                Rule.LISTING_DUPLICATE,
                "lakeshore-elective",
                "harbor-elective",
                message="Looks like the same programme as harbor-elective; the two disagree on the fee.",
                evidence=Evidence(expected="application fee $75", found="application fee $300"),
            ),
            line=395,
            source="https://guide.example/electives#lakeshore",
        ),
        standing(
            finding(
                Rule.CLAIM_UNCONFIRMED,
                "harbor-elective",
                "requirement:toefl",
                message="No page of the programme has ever mentioned a TOEFL score.",
                key="requirements[0]",
                evidence=Evidence(expected="TOEFL above 80"),
            ),
            line=716,
            source="line 294",
            looks=4,
        ),
        standing(
            finding(
                Rule.LINK_INSECURE,
                "juniper-observership",
                "home",
                message="The https address shows the same page.",
                url="http://juniper-valley.example/",
                key="links[1].url",
                suggestion=Suggestion("links[1].url", "https://juniper-valley.example/"),
            ),
            line=534,
            source="line 207",
        ),
    )


def _waiting() -> tuple[Standing, ...]:
    found = finding(
        Rule.LINK_UNREACHABLE,
        "stonebridge-research",
        "home",
        message="The home page did not answer.",
        url="https://stonebridge.example/",
        reason=Reason.REFUSED,
        since=NOW - timedelta(hours=3),
    )
    return (standing(replace(found, opens_at=found.since + DAY), State.PENDING, line=622, source="line 251"),)


def _decided() -> tuple[Standing, ...]:
    return (
        standing(
            finding(Rule.LINK_MISSING, "willow-externship", message="The guide gives no application link."),
            State.ACCEPTED,
            line=806,
            note="Applications go by phone only; asked in October.",
        ),
        standing(
            finding(Rule.LISTING_STALE, "meridian-clerkship", message="Last reviewed on 2 Jan 2026."),
            State.SNOOZED,
            line=848,
        ),
        standing(
            finding(
                Rule.CLAIM_VANISHED,
                "northfield-clerkship",
                "requirement:immunization",
                message="The page no longer mentions the immunization record.",
            ),
            State.ACKNOWLEDGED,
            line=240,
            note="Moved into the application portal.",
        ),
    )


def _links() -> tuple[LinkStanding, ...]:
    return (
        link(
            "lakeshore-elective",
            "https://vsas.lakeshore.example/portal",
            Reason.BOT_WALL,
            role="apply",
            status=403,
            last_ok=NOW - 64 * DAY,
        ),
        link(
            "stonebridge-research",
            "https://stonebridge.example/",
            Reason.REFUSED,
            status=None,
            last_ok=None,
            role="home",
        ),
        link("northfield-clerkship", "https://northfield.example/clerkship"),
        link("northfield-observership", "https://northfield.example/observership/pathology"),
        link("harbor-elective", "https://www.harborpoint.example/international-elective/fees", role="fees"),
        link("juniper-observership", "https://juniper-valley.example/observership", Reason.REDIRECTED),
        link("northfield-observership", "https://northfield.example/clerkship", role="apply"),
        link(
            "stonebridge-research", "https://stonebridge.example/research/forms/health-form-2026.pdf", Reason.UNREADABLE
        ),
        link("meridian-clerkship", "https://calendar.meridian.example/dates", None),
    )
