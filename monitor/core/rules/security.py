"""Link rules about the connection: is it safe, and will it stay so?"""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from monitor.core import urls
from monitor.core.finding import Evidence, Rule, Ruling, Suggestion
from monitor.core.listing import Severity
from monitor.core.rules.subject import (
    Subject,
    abstain,
    capital,
    finding,
    is_well,
    new_address,
    tells_where_it_is,
    way,
)
from monitor.core.wording import day

CERTIFICATE_ENDS_SOON = timedelta(days=14)


def link_insecure(subject: Subject) -> Iterator[Ruling]:
    """An `http:` link whose `https:` twin serves the same page: its site says so, or the twin was asked."""
    link, seen, twin = subject.link, subject.look.observation, subject.look.history.twin
    if urlsplit(link.url).scheme.lower() != "http":
        return
    target = new_address(subject)
    if target is not None and urls.differ_in_scheme_only(link.url, target):
        yield _insecure(subject, target, way(subject.look))
    elif target is not None:
        return  # it has moved elsewhere: where to, `link-moved` says
    elif not is_well(subject):
        if not tells_where_it_is(subject):
            yield abstain(subject, Rule.LINK_INSECURE)
    elif twin is not None and twin.serves and urls.normal(seen.final_url) == urls.normal(link.url):
        secure = urls.secured(link.url)
        yield _insecure(subject, secure, f"{secure} shows the same page (asked {day(twin.asked_at)})")
    elif twin is not None and twin.serves is None:
        yield abstain(subject, Rule.LINK_INSECURE)


def certificate_expiring(subject: Subject) -> Iterator[Ruling]:
    """The certificate of the host that serves the page ends soon; one host is one incident."""
    seen = subject.look.observation
    host = urls.host(seen.final_url)
    if seen.certificate_ends is None:
        if not (is_well(subject) and urlsplit(seen.final_url).scheme == "http"):  # there is no certificate to end
            yield abstain(subject, Rule.CERTIFICATE_EXPIRING)
    elif seen.certificate_ends - seen.at <= CERTIFICATE_ENDS_SOON:
        yield finding(
            subject,
            Rule.CERTIFICATE_EXPIRING,
            Severity.NOTE,
            f"{capital(subject.words)} is served with a certificate that ends on {day(seen.certificate_ends)}: "
            "unless it is renewed, readers will see a warning.",
            since=seen.at,
            evidence=Evidence(
                quote=f"certificate of {host} ends {seen.certificate_ends:%Y-%m-%d %H:%M} UTC",
                expected=f"more than {CERTIFICATE_ENDS_SOON.days} days",
                found=f"{(seen.certificate_ends - seen.at).days} days",
            ),
            cause=f"certificate {host}",
        )


def _insecure(subject: Subject, target: str, quote: str) -> Ruling:
    return finding(
        subject,
        Rule.LINK_INSECURE,
        Severity.NOTE,
        f"{capital(subject.words)} is served securely at the same address: write https.",
        since=subject.look.observation.at,
        evidence=Evidence(quote=quote, expected=subject.link.url, found=target),
        suggestion=Suggestion(subject.key, target),
    )
