"""How rules and reasons are said to a person: one vocabulary for sentences, documents and the report."""

from dataclasses import dataclass

from monitor.core.finding import Rule
from monitor.core.listing import Severity
from monitor.core.look import Reason


@dataclass(frozen=True, slots=True)
class RuleWords:
    """`level`: the severity that its findings begin with; `says`: what is wrong, `do`: what to do about it.

    `many` continues "12 listings …".
    """

    level: Severity
    says: str
    do: str
    many: str


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """`short` stands in brackets behind a statement; `clause` continues "Why: …"."""

    short: str
    clause: str


_LOOK = "Open the page in a browser and compare it with the listing."

RULES = {
    Rule.LINK_GONE: RuleWords(
        Severity.ERROR,
        "The page behind a link is not there any more.",
        "Find the new page of the programme, or remove the link.",
        "have a link whose page is gone",
    ),
    Rule.LINK_UNREACHABLE: RuleWords(
        Severity.WARNING,
        "A link has given no answer for longer than policy allows.",
        "Open the link in a browser; where it stays silent, look for the programme's new address.",
        "have a link that does not answer",
    ),
    Rule.LINK_MOVED: RuleWords(
        Severity.WARNING,
        "A page has moved to another address for good.",
        "Write down the new address.",
        "have a link that has moved",
    ),
    Rule.LINK_BLOCKED: RuleWords(
        Severity.NOTE,
        "A link could not be verified by a machine for so long that a person must look.",
        _LOOK,
        "have a link that no machine can verify",
    ),
    Rule.LINK_INSECURE: RuleWords(
        Severity.NOTE,
        "An http link whose https twin serves the same page.",
        "Write https.",
        "have an http link with an https twin",
    ),
    Rule.CERTIFICATE_EXPIRING: RuleWords(
        Severity.NOTE,
        "The TLS certificate of a link's host ends soon.",
        "Wait, or tell the programme; if it lapses, readers will see a warning.",
        "have a link whose certificate ends soon",
    ),
    Rule.PAGE_CHANGED: RuleWords(
        Severity.WARNING,
        "A page reads differently than at the last review.",
        "Compare the listing's statements with the words that changed, then mark the listing as reviewed.",
        "have a page that changed",
    ),
    Rule.PROGRAM_CLOSED: RuleWords(
        Severity.ERROR,
        "The page says that the programme is closed, suspended, or not open to this audience.",
        "Confirm it on the page, then say so in the listing or remove it.",
        "describe a programme that has closed",
    ),
    Rule.CLAIM_REFUTED: RuleWords(
        Severity.ERROR,
        "The page states something else than the listing.",
        "Confirm the page's value and write it down.",
        "state what their page refutes",
    ),
    Rule.CLAIM_VANISHED: RuleWords(
        Severity.WARNING,
        "A page used to bear a statement out and no longer mentions it.",
        "Find where the programme states it now, or remove it.",
        "state what their page no longer mentions",
    ),
    Rule.CLAIM_UNCONFIRMED: RuleWords(
        Severity.NOTE,
        "No page of the listing has ever borne a statement out.",
        "Find a page that states it, and link to that page.",
        "state what no page bears out",
    ),
    Rule.CHECK_OVERDUE: RuleWords(
        Severity.WARNING,
        "No look at a link has told anything for longer than policy allows.",
        "Open the link in a browser, and see that checks run.",
        "have a link of which nothing is known",
    ),
    Rule.CLAIM_EXPIRED: RuleWords(
        Severity.ERROR,
        "A date in a statement has passed, or soon will.",
        "Remove the statement, or write down the one that holds now.",
        "make a statement whose date has passed or soon will",
    ),
    Rule.LISTING_STALE: RuleWords(
        Severity.WARNING,
        "A listing was last reviewed too long ago, or never.",
        "Confirm the listing with the programme's page and set `reviewed` to the day.",
        "were reviewed too long ago, or never",
    ),
    Rule.LISTING_UNREACHABLE: RuleWords(
        Severity.WARNING,
        "A listing gives no link, no e-mail address and no phone number.",
        "Find a way to reach the programme.",
        "give no way to reach the programme",
    ),
    Rule.LINK_MISSING: RuleWords(
        Severity.WARNING,
        "A listing has no link.",
        "Find the programme's page and link to it.",
        "have no link",
    ),
    Rule.LISTING_INCOMPLETE: RuleWords(
        Severity.NOTE,
        "A listing leaves out a cost, the unit of a price, or a score.",
        "Look it up and write it down.",
        "leave out a cost, a unit or a score",
    ),
    Rule.LISTING_DUPLICATE: RuleWords(
        Severity.WARNING,
        "One programme is listed twice.",
        "Keep one of the two, with the statements that are right.",
        "describe a programme that is listed twice",
    ),
    Rule.LINK_SUSPECT: RuleWords(
        Severity.WARNING,
        "A link cannot lead to what it promises: a vendor's front door, another institution, somebody's session.",
        "Link to the programme's own page.",
        "have a link that cannot lead to what it promises",
    ),
    Rule.ADVISORY: RuleWords(
        Severity.WARNING,
        "A dated event in the field makes statements old.",
        "Read the advisory's source, and bring the listing up to date.",
        "are touched by a dated event in the field",
    ),
}

REASONS = {
    Reason.OK: ReasonWords("answers", "the page answers"),
    Reason.NOT_MODIFIED: ReasonWords("unchanged since the last look", "the page answers that nothing has changed"),
    Reason.REDIRECTED: ReasonWords("redirected for now", "the page answers from another address for the time being"),
    Reason.UNREADABLE: ReasonWords("answers, but holds no text", "the page answers, but holds no text to compare"),
    Reason.PERMANENT_REDIRECT: ReasonWords("moved for good", "the server says that the page has moved for good"),
    Reason.NOT_FOUND: ReasonWords("404 not found", "the server says that there is no such page (404)"),
    Reason.GONE: ReasonWords("410 gone", "the server says that the page was removed (410)"),
    Reason.SOFT_404: ReasonWords("an error page in disguise", "the server answers, but what it shows is an error page"),
    Reason.HOME_REDIRECT: ReasonWords(
        "thrown out to the front page", "the address now lands on a home or landing page"
    ),
    Reason.PARKED: ReasonWords(
        "the domain is parked or has another owner", "the domain is for sale, shows adverts or belongs to somebody else"
    ),
    Reason.NO_SUCH_HOST: ReasonWords("no such host", "the host name does not exist"),
    Reason.BOT_WALL: ReasonWords("a wall against robots", "the site lets no automatic visitor in"),
    Reason.LOGIN: ReasonWords("asks for a login", "the page asks for a login"),
    Reason.FORBIDDEN: ReasonWords("forbidden", "the server refuses automatic visits"),
    Reason.RATE_LIMITED: ReasonWords("too many requests", "the server says that it was asked too often"),
    Reason.ROBOTS: ReasonWords(
        "kept out by robots.txt",
        "the site's robots.txt asks automatic visitors to stay away, or cannot be had for now",
    ),
    Reason.GEO_BLOCK: ReasonWords("not served to our country", "the page is withheld where this monitor runs"),
    Reason.TIMEOUT: ReasonWords("no answer in time", "no answer came in time"),
    Reason.REFUSED: ReasonWords("connection refused", "the host refused the connection"),
    Reason.RESET: ReasonWords("connection broken off", "the connection broke off"),
    Reason.SERVER_ERROR: ReasonWords("the server has an error", "the server had an error of its own"),
    Reason.MAINTENANCE: ReasonWords("down for maintenance", "the site says that it is under maintenance"),
    Reason.DNS_FAILURE: ReasonWords("the name could not be looked up", "the name servers did not answer"),
    Reason.TLS: ReasonWords("no secure connection", "no secure connection could be made (TLS)"),
    Reason.PROTOCOL: ReasonWords("the answer makes no sense", "the answer was not one that can be understood"),
    Reason.TOO_LARGE: ReasonWords("too large to read", "the answer is larger than the limit"),
    Reason.REDIRECT_LOOP: ReasonWords("redirects without end", "the redirects never end"),
    Reason.PRIVATE_ADDRESS: ReasonWords(
        "leads to a private address", "the address leads into a private network, which is not followed"
    ),
    Reason.OFFLINE: ReasonWords("we were offline", "this machine was offline"),
}
