"""How reasons and days are said in a sentence."""

from datetime import date

from monitor.core.look import Reason

IN_WORDS: dict[Reason, str] = {
    Reason.OK: "answers",
    Reason.NOT_MODIFIED: "unchanged",
    Reason.REDIRECTED: "redirected for now",
    Reason.UNREADABLE: "no text to read",
    Reason.PERMANENT_REDIRECT: "moved for good",
    Reason.NOT_FOUND: "404, not found",
    Reason.GONE: "410, removed",
    Reason.SOFT_404: "an error page in disguise",
    Reason.HOME_REDIRECT: "lands on a home page",
    Reason.PARKED: "the domain is parked or for sale",
    Reason.NO_SUCH_HOST: "the host name does not exist",
    Reason.BOT_WALL: "automatic visitors are turned away",
    Reason.LOGIN: "a login is asked for",
    Reason.FORBIDDEN: "access is refused",
    Reason.RATE_LIMITED: "too many requests",
    Reason.ROBOTS: "robots.txt forbids it",
    Reason.GEO_BLOCK: "withheld in this region",
    Reason.TIMEOUT: "no answer in time",
    Reason.REFUSED: "connection refused",
    Reason.RESET: "connection broken off",
    Reason.SERVER_ERROR: "server error",
    Reason.MAINTENANCE: "under maintenance",
    Reason.DNS_FAILURE: "the name servers do not answer",
    Reason.TLS: "no secure connection",
    Reason.PROTOCOL: "an answer that cannot be understood",
    Reason.TOO_LARGE: "the answer is too large",
    Reason.REDIRECT_LOOP: "endless redirects",
    Reason.PRIVATE_ADDRESS: "leads into a private network",
    Reason.OFFLINE: "we were offline",
}


def day(when: date) -> str:
    """ "30 June 2020"."""
    return f"{when.day} {when:%B %Y}"
