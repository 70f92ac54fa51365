"""The page's own vocabulary: what rules, reasons and states are called when a person reads them."""

from monitor.core.finding import Rule, State
from monitor.core.listing import Severity
from monitor.core.look import Liveness, Reason

SEVERITY = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}

STATE = {
    State.PENDING: "Pending",
    State.OPEN: "Open",
    State.ACKNOWLEDGED: "Acknowledged",
    State.SNOOZED: "Snoozed",
    State.ACCEPTED: "Accepted",
    State.RESOLVED: "Resolved",
}

LIVENESS = {
    Liveness.ALIVE: "Alive",
    Liveness.MOVED: "Moved",
    Liveness.GONE: "Gone",
    Liveness.BLOCKED: "Blocked",
    Liveness.UNKNOWN: "Unknown",
}

RULE = {
    Rule.LINK_GONE: "the page behind a link is not there any more",
    Rule.LINK_UNREACHABLE: "a link has given no answer for too long",
    Rule.LINK_MOVED: "a page has moved for good",
    Rule.LINK_BLOCKED: "a page cannot be verified by a machine",
    Rule.LINK_INSECURE: "an http link whose https twin shows the same page",
    Rule.CERTIFICATE_EXPIRING: "a site's TLS certificate is about to end",
    Rule.PAGE_CHANGED: "a page says something else than at the last review",
    Rule.PROGRAM_CLOSED: "the page says that the programme is not open",
    Rule.CLAIM_REFUTED: "the page states something else",
    Rule.CLAIM_VANISHED: "the page used to say so and no longer does",
    Rule.CLAIM_UNCONFIRMED: "no page has ever said so",
    Rule.CHECK_OVERDUE: "no look has concluded anything for too long",
    Rule.CLAIM_EXPIRED: "a date in the statement has passed",
    Rule.LISTING_STALE: "nobody has reviewed the listing for too long",
    Rule.LISTING_UNREACHABLE: "no link, no e-mail address, no phone number",
    Rule.LINK_MISSING: "no link",
    Rule.LISTING_INCOMPLETE: "a cost, a unit or a score is missing",
    Rule.LISTING_DUPLICATE: "the same programme is listed twice",
    Rule.LINK_SUSPECT: "a link that cannot lead to what it promises",
    Rule.ADVISORY: "a dated event in the field made statements old",
}

# Said of a whole group: "12 listings …", "1 listing …" never occurs, a group has more than five.
WIDESPREAD = {
    Rule.CLAIM_EXPIRED: "make a statement whose date has passed",
    Rule.LISTING_STALE: "were reviewed too long ago, or never",
    Rule.LISTING_UNREACHABLE: "have no link, no e-mail address and no phone number",
    Rule.LINK_MISSING: "have no link",
    Rule.LISTING_INCOMPLETE: "leave out a cost, a unit or a score",
    Rule.LISTING_DUPLICATE: "describe a programme that is listed twice",
    Rule.LINK_SUSPECT: "have a link that cannot lead to what it promises",
    Rule.ADVISORY: "say what a dated event in the field has made old",
}

REASON = {
    Reason.OK: "the page answers",
    Reason.NOT_MODIFIED: "the page answers that nothing has changed",
    Reason.REDIRECTED: "the page answers from another address for the time being",
    Reason.UNREADABLE: "the page answers, but holds no text to compare",
    Reason.PERMANENT_REDIRECT: "the server says that the page has moved for good",
    Reason.NOT_FOUND: "the server says that there is no such page (404)",
    Reason.GONE: "the server says that the page was removed (410)",
    Reason.SOFT_404: "the server answers, but what it shows is an error page",
    Reason.HOME_REDIRECT: "the address now lands on a home or landing page",
    Reason.PARKED: "the domain is for sale, shows adverts or belongs to somebody else",
    Reason.NO_SUCH_HOST: "the host name does not exist",
    Reason.BOT_WALL: "the site lets no automatic visitor in",
    Reason.LOGIN: "the page asks for a login",
    Reason.FORBIDDEN: "the server refuses automatic visits",
    Reason.RATE_LIMITED: "the server says that it was asked too often",
    Reason.ROBOTS: "the site's robots.txt asks automatic visitors to stay away",
    Reason.GEO_BLOCK: "the page is withheld where this monitor runs",
    Reason.TIMEOUT: "no answer came in time",
    Reason.REFUSED: "the host refused the connection",
    Reason.RESET: "the connection broke off",
    Reason.SERVER_ERROR: "the server had an error of its own",
    Reason.MAINTENANCE: "the site says that it is under maintenance",
    Reason.DNS_FAILURE: "the name servers did not answer",
    Reason.TLS: "no secure connection could be made (TLS)",
    Reason.PROTOCOL: "the answer was not one that can be understood",
    Reason.TOO_LARGE: "the answer is larger than the limit",
    Reason.REDIRECT_LOOP: "the redirects never end",
    Reason.PRIVATE_ADDRESS: "the address leads into a private network, which is not followed",
    Reason.OFFLINE: "this machine was offline",
}

GLOSSARY = (
    ("alive", "the page answered; where it has text, its words were read"),
    ("moved", "the server says that the page has another address for good"),
    ("gone", "the page is not there: an error page, an unrelated landing page, a parked domain, no such host"),
    ("blocked", "the site does not let an automatic visitor read it; that says nothing about the page"),
    ("unknown", "no usable answer this time; that says nothing about the page either"),
    ("verified", "the last look ended with alive, moved or gone"),
    ("pending", "seen, but not for long or often enough to count"),
    ("accepted", "a maintainer decided in the catalogue to live with it"),
    ("acknowledged", "a maintainer has seen it; it comes back when the evidence changes"),
    ("snoozed", "put off until a date"),
)
