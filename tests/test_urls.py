"""What an address says by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.core import urls


@pytest.mark.parametrize(
    ("url", "name", "host"),
    [
        ("http://Example.EDU/a", "example.edu", "example.edu:80"),
        ("https://example.edu/a", "example.edu", "example.edu:443"),
        ("https://example.edu:8443/a", "example.edu", "example.edu:8443"),
        ("http://example.edu:443/a", "example.edu", "example.edu:443"),
        ("http://example.edu./a", "example.edu", "example.edu:80"),
        ("https://user:secret@example.edu/a", "example.edu", "example.edu:443"),
        ("https://bücher.example/", "xn--bcher-kva.example", "xn--bcher-kva.example:443"),
        ("https://BÜCHER.example/", "xn--bcher-kva.example", "xn--bcher-kva.example:443"),
        ("http://[::1]:8080/", "::1", "::1:8080"),
        ("http://[::1", "", ":0"),
        ("mailto:a@b.example", "", ":0"),
        ("", "", ":0"),
        ("http://example.edu:99999/", "example.edu", "example.edu:80"),
    ],
)
def test_a_host_is_a_name_and_a_port_after_default_ports(url: str, name: str, host: str) -> None:
    assert (urls.name(url), urls.host(url)) == (name, host)


@pytest.mark.parametrize(
    ("hostname", "site"),
    [
        ("imi.med.miami.edu", "miami.edu"),
        ("www.example.co.uk", "example.co.uk"),
        ("example.edu", "example.edu"),
        ("localhost", "localhost"),
        ("10.0.0.1", "10.0.0.1"),
        ("", ""),
    ],
)
def test_a_site_is_the_registrable_domain(hostname: str, site: str) -> None:
    assert urls.site(hostname) == site


@pytest.mark.parametrize(
    ("hostname", "local"),
    [
        ("127.0.0.1", True),
        ("93.184.216.34", True),
        ("::1", True),
        ("localhost", True),
        ("a.localhost", True),
        ("localhost.example", False),
        ("notlocalhost", False),
        ("example.edu", False),
        ("", False),
    ],
)
def test_literals_and_localhost_are_local(hostname: str, local: bool) -> None:
    assert urls.is_local(hostname) is local


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("http://a.example", True),
        ("http://a.example/", True),
        ("http://a.example/#top", True),
        ("http://a.example/index.html", True),
        ("http://a.example/Default.aspx", True),
        ("http://a.example/home/", True),
        ("http://a.example/?p=12", False),
        ("http://a.example/index.php?page=fees", False),
        ("http://a.example/programs/index.html", False),
        ("http://a.example/homeopathy", False),
        ("http://a.example/fees", False),
    ],
)
def test_a_front_page_is_one_that_nothing_was_asked_of(url: str, front: bool) -> None:
    assert urls.is_front_page(url) is front


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("HTTP://A.example:80", "http://a.example/", True),
        ("https://a.example:443/x#y", "https://a.example/x", True),
        ("https://a.example/x?", "https://a.example/x", True),
        ("https://a.example/X", "https://a.example/x", False),
        ("https://a.example/x/", "https://a.example/x", False),
        ("https://a.example/x?b", "https://a.example/x?c", False),
        ("https://a.example:444/x", "https://a.example/x", False),
        ("http://[::1]:80/x", "http://[::1]/x", True),
    ],
)
def test_one_address_has_one_spelling(one: str, two: str, same: bool) -> None:
    assert (urls.normal(one) == urls.normal(two)) is same


@pytest.mark.parametrize(
    ("before", "after", "twins"),
    [
        ("http://a.example/x", "https://a.example/x", True),
        ("http://A.example:80/x#fees", "https://a.example:443/x", True),
        ("http://a.example", "https://a.example/", True),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x", "https://a.example/x", False),
        ("http://a.example/x", "https://www.a.example/x", False),
        ("http://a.example/x", "https://a.example/x/", False),
        ("http://a.example/x", "https://a.example/x?y", False),
        ("http://a.example/x", "https://a.example:8443/x", False),
    ],
)
def test_the_secure_twin_differs_in_its_scheme_alone(before: str, after: str, twins: bool) -> None:
    assert urls.differ_in_scheme_only(before, after) is twins


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60).map(lambda rest: f"http://{rest}") | st.text(max_size=60))
def test_no_address_is_too_strange_to_be_asked_about(url: str) -> None:
    assert urls.host(url).startswith(urls.name(url))
    if urls.name(url) and url.startswith("http://"):
        assert urls.normal(urls.normal(url)) == urls.normal(url)
    assert isinstance(urls.is_front_page(url), bool)
    assert not urls.differ_in_scheme_only(url, url)
