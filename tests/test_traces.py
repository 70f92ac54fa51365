"""Addresses without what belongs to one person or one visit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.core.traces import masked


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.example/a?password=hunter2", "https://x.example/a?password=***"),
        ("https://x.example/a?b=1&API_KEY=abc#top", "https://x.example/a?b=1&API_KEY=***#top"),
        ("https://x.example/a?token=eyJhbGciOi123456789&b=1", "https://x.example/a?token=***&b=1"),
        ("https://x.example/a?X-Amz-Signature=9f8e7d6c5b4a39281706", "https://x.example/a?X-Amz-Signature=***"),
        ("https://x.example/a;jsessionid=0A1B?b=1", "https://x.example/a;jsessionid=***?b=1"),
        ("https://x.example/(S(abcdefghijklmnopqrstu123))/a.aspx", "https://x.example/(S(***))/a.aspx"),
        (
            "https://x.example/sso?SAMLRequest=fZFB%2Bx&RelayState=1",
            "https://x.example/sso?SAMLRequest=***&RelayState=1",
        ),
    ],
)
def test_the_values_of_secrets_are_left_out(url: str, shown: str) -> None:
    assert masked(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/a?key=programs&session=2026-spring&code=IM-101&state=FL",
        "https://x.example/a?id=9f8e7d6c5b4a39281706",
        "https://x.example/a?token=&password",
        "https://x.example/password=1/a",
        "not an address?",
    ],
)
def test_everyday_words_stay_as_they_are(url: str) -> None:
    assert masked(url) == url


@given(st.text(max_size=80))
def test_masking_twice_is_masking_once_whatever_it_is(text: str) -> None:
    assert masked(masked(text)) == masked(text)
