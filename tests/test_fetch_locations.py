"""Addresses as they are written → addresses that can be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.fetch.locations import askable, redirected, without_login
from monitor.fetch.mishaps import BadAddress, PrivateAddress


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("http://clinic.example", "http://clinic.example/"),
        (" HTTP://Clinic.Example:80/A?b=c#d\n", "http://clinic.example/A?b=c"),
        ("https://clinic.example:8443/", "https://clinic.example:8443/"),
        ("http://user:pass@clinic.example/", "http://clinic.example/"),
        ("http://good.example\\@evil.example/", "http://good.example/@evil.example/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://Bücher.example/ä?ö", "http://xn--bcher-kva.example/%C3%A4?%C3%B6"),
        ("http://clinic.example/two words", "http://clinic.example/two%20words"),
        ("http://clinic.example/a\tb\r\nc", "http://clinic.example/abc"),
        ("http://clinic.example./", "http://clinic.example/"),
    ],
)
def test_an_address_is_asked_as_a_browser_would_ask_it(written: str, asked: str) -> None:
    assert str(askable(written)) == asked


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        (b"/b", "https://clinic.example/b"),
        (b"//other.example/b", "https://other.example/b"),
        (b"http://clinic.example/", "http://clinic.example/"),
        (b"?b", "https://clinic.example/dir/a?b"),
        ("/bücher".encode(), "https://clinic.example/b%C3%BCcher"),
        (b"/b\xfccher", "https://clinic.example/b%FCcher"),
        (b"/b\xfcch er%20", "https://clinic.example/b%FCch%20er%20"),
        (b"/\x7f", None),
    ],
)
def test_a_redirect_leads_where_its_bytes_say(location: bytes, leads_to: str | None) -> None:
    if leads_to is None:
        with pytest.raises(BadAddress):
            redirected("https://clinic.example/dir/a", location)
    else:
        assert redirected("https://clinic.example/dir/a", location) == leads_to


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("http://clinic%2Eexample/", "http://clinic.example/"),
        ("http://%43LINIC.example/%41", "http://clinic.example/%41"),
        ("http://b%C3%BCcher.example/", "http://xn--bcher-kva.example/"),
    ],
)
def test_a_host_is_percent_decoded_as_browsers_do(written: str, asked: str) -> None:
    assert str(askable(written)) == asked


@pytest.mark.parametrize("url", ["http://a%2Fb/", "http://a%40b/", "http://a%3A80/", "http://a%00b/", "http://a%25b/"])
def test_a_percent_encoded_host_is_never_taken_apart(url: str) -> None:
    with pytest.raises(BadAddress):
        askable(url)


@pytest.mark.parametrize("url", ["http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/"])
def test_an_address_of_one_interface_means_nothing_elsewhere(url: str) -> None:
    with pytest.raises(PrivateAddress):
        askable(url)


@given(st.binary(max_size=60))
def test_any_location_leads_to_a_plain_web_address_or_nowhere(location: bytes) -> None:
    try:
        target = redirected("https://clinic.example/dir/a", location)
        asked = askable(target)
    except (BadAddress, PrivateAddress):
        return
    assert target.isascii()
    assert target.isprintable()
    assert target.startswith(("http://", "https://"))
    assert not {"#", " ", "\\"} & set(target.partition("?")[0])
    assert str(asked) == target, "an address is spelled one way, whoever follows it"


@given(st.text(max_size=60), st.sampled_from(["", "http://", "http://clinic.example/", "https://clinic.example:"]))
def test_any_text_is_an_address_or_none(text: str, before: str) -> None:
    try:
        url = askable(before + text)
    except (BadAddress, PrivateAddress):
        return
    assert url.scheme in {"http", "https"}
    assert url.host
    assert not url.userinfo


def test_what_is_wrong_with_an_address_is_said_without_its_secrets() -> None:
    for url in (
        "http://dean:secret@a..b/",
        "javascript:secret",
        "http://a:secret@b:port/?secret",
        "http://x/" + "secret" * 9999,
    ):
        with pytest.raises(BadAddress) as raised:
            askable(url)
        assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://a:b@clinic.example/x", "http://clinic.example/x"),
        ("http://a@b@clinic.example/x", "http://clinic.example/x"),
        ("HTTP://Clinic.Example/X@y#z", "HTTP://Clinic.Example/X@y#z"),
        ("http://[::1", "http://[::1"),
        ("http://127.0.0.1\\@clinic.example/", "http://127.0.0.1\\@clinic.example/"),
        ("mailto:dean@clinic.example", "mailto:dean@clinic.example"),
        ("http://clinic.example?next=//a@b/", "http://clinic.example?next=//a@b/"),
    ],
)
def test_a_login_in_an_address_is_not_shown_and_nothing_else_changes(url: str, shown: str) -> None:
    assert without_login(url) == shown
