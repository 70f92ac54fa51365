"""Doors that want to know who comes: identity providers and login addresses, as data."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from monitor.core import urls
from monitor.core.look import Signal
from monitor.core.signs.lexicon.logins import LOGIN
from monitor.core.signs.matter import another_matter
from monitor.core.signs.saying import said
from monitor.core.signs.scene import SHORT, Scene

_IDENTITY_PROVIDER = 8
_LOGIN_HOST = 6
_LOGIN_PATH = 4
_PASSWORD = 3
_ONLY_A_FORM = 3
_CALLED = 3
_NEXT_TO_NOTHING = 30  # words, links included

# Registrable domains or hosts whose whole business it is to say who somebody is.
_PROVIDERS = frozenset((
    "login.microsoftonline.com", "login.microsoft.com", "login.live.com", "login.windows.net", "accounts.google.com",
    "okta.com", "oktapreview.com", "okta-emea.com", "auth0.com", "onelogin.com", "pingidentity.com", "pingone.com",
    "duosecurity.com", "appleid.apple.com", "login.yahoo.com", "b2clogin.com", "ciamlogin.com", "openathens.net",
    "amazoncognito.com", "login.salesforce.com", "cas.cyberark.cloud", "idaptive.app",
))  # fmt: skip
_HOST_LABELS = frozenset((
    "login", "logon", "signin", "sso", "idp", "cas", "shib", "shibboleth", "adfs", "saml", "wayf", "websso", "weblogin",
    "webauth", "idm", "fedauth", "federation", "auth", "signon", "identity", "accounts",
))  # fmt: skip
_IS_A_DOOR_S = re.compile(r"^(?:\S+\s+){0,4}(?:login|log[ -]in|logon|sign[ -]?in|sign[ -]?on)\W*$", re.IGNORECASE)
_PATHS = re.compile(
    r"/(?:idp/profile|idp/(?:sso|startsso)|cas/login|adfs/ls|adfs/oauth2|simplesaml|shibboleth\.sso|saml2?(?:/|$)|saml/(?:sso|login)"
    r"|oauth2?/(?:v2\.0/)?authorize|connect/authorize|auth/realms|realms/[^/]+/protocol|wp-login\.php|log-?in|logon|sign-?in"
    r"|users?/(?:sign_in|log-?in)|accounts?/(?:log-?in|sign-?in|logon)|session/new|authenticate|sso(?:/|$)|webauth)"
    r"(?:[/.;?]|$|\.(?:aspx?|php|jsp|html?|do|action|cgi))",
    re.IGNORECASE,
)


def login(scene: Scene) -> Iterator[Signal]:
    """The signs that a door stands where the page was."""
    yield from _ways(scene)
    yield from said(scene, LOGIN, "that one must log in", lines=False)
    if scene.page is None or not scene.page.clues.passwords or scene.prose >= SHORT:
        return
    if another_matter(scene, LOGIN, {(scene.page.language or "en")[:2].lower()}):
        return  # a form beside a text: who reads it need not log in
    called = next((line for line in (scene.title, scene.heading) if _IS_A_DOOR_S.search(line)), None)
    if called:
        yield Signal("title or heading are a door's", _CALLED, called)
    yield Signal("a form asks for a password", _PASSWORD, f"{scene.page.clues.passwords} password fields")
    if scene.page.words < _NEXT_TO_NOTHING or (scene.known and scene.prose < SHORT // 2):
        yield Signal("hardly anything beside the form", _ONLY_A_FORM, f"{scene.prose} words outside links")


def _ways(scene: Scene) -> Iterator[Signal]:
    """Where the way led. An address that was a login from the start is not led to."""
    for url in (*scene.way, *scene.sent_on):
        if _is_provider(url) and not _is_provider(scene.reply.requested_url):
            yield Signal("redirected to an identity provider", _IDENTITY_PROVIDER, url)
            return
    for url in (*scene.way[-1:], *scene.sent_on):
        if is_login(url) and not is_login(scene.reply.requested_url):
            labelled = _has_label(url)
            said_so = "redirected to a host for logging in" if labelled else "redirected to an address for logging in"
            yield Signal(said_so, _LOGIN_HOST if labelled else _LOGIN_PATH, url)
            return


def is_login(url: str) -> bool:
    """Whether an address by itself is one for logging in."""
    return _is_provider(url) or _has_label(url) or bool(_PATHS.search(_path(url)))


def _is_provider(url: str) -> bool:
    name = urls.name(url)
    return name in _PROVIDERS or any(name.endswith(f".{provider}") for provider in _PROVIDERS)


def _has_label(url: str) -> bool:
    return urls.name(url).partition(".")[0] in _HOST_LABELS


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
