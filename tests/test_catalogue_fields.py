"""What counts as an address, a span of time, a size, an amount and a schedule."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from apscheduler.triggers.cron import CronTrigger
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from monitor.catalogue import addresses, cron, quantities
from monitor.catalogue.wrong import choice, escaped, shown


def refusal(check: Callable[..., object], value: object) -> tuple[str, str]:
    """What the check found, and what it says would be right."""
    with pytest.raises(PydanticCustomError) as caught:
        check(value)
    context = caught.value.context
    assert context is not None
    return context["says"], context["expected"]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/page",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG:8443/a?b=c#d",
        "http://localhost:8000/x",
        "http://127.0.0.1:8000/",
        "http://[::1]:8000/",
        "https://müller.example/straße?ä=ö",
        "https://example.org./",
        "https://a_b.example.org/%20|{}~user/@me",
        "https://example.org/" + "x" * 3_980,
    ],
)
def test_a_web_address_is_given_back_as_it_was_written(url: str) -> None:
    assert addresses.url(url) == url


@pytest.mark.parametrize(
    ("url", "says", "expected"),
    [
        ("www.x.org", 'has no scheme: "www.x.org"', 'did you mean "https://www.x.org"?'),
        ("//x.org/a", 'has no scheme: "//x.org/a"', 'did you mean "https://x.org/a"?'),
        ("x.org:8080/a", 'has no scheme: "x.org:8080/a"', 'did you mean "https://x.org:8080/a"?'),
        ("", 'has no scheme: ""', "an address like https://www.example.org/page"),
        ("page", 'has no scheme: "page"', "an address like https://www.example.org/page"),
        ("javascript:alert(1)", 'is no web page: "javascript:alert(1)"', "only http and https can be watched"),
        ("file:///etc/passwd", 'is no web page: "file:///etc/passwd"', "only http and https can be watched"),
        ("mailto:a@b.org", 'is no web page: "mailto:a@b.org"', "only http and https can be watched"),
        ("htps://x.org/a", 'is no web page: "htps://x.org/a"', "did you mean `https`://x.org/a?"),
        ("https:/x.org", 'lacks the two slashes: "https:/x.org"', 'did you mean "https://x.org"?'),
        (
            " https://x.org",
            'holds " ", which no web address may hold: " https://x.org"',
            'did you mean "https://x.org"?',
        ),
        (
            "https://x.org/\u202e",
            'holds "\\u202e", which no web address may hold: "https://x.org/\\u202e"',
            "an address like https://www.example.org/page",
        ),
        (
            "https://me:secret@x.org/",
            "holds a user name or a password",
            "the address without it: a catalogue is no place for secrets",
        ),
        ("https://", 'names no host: "https://"', "an address like https://www.example.org/page"),
        ("https://a..b/", 'has no valid host: "https://a..b/"', "an address like https://www.example.org/page"),
        ("https://%41.org/", 'has no valid host: "https://%41.org/"', "an address like https://www.example.org/page"),
        ("https://x.org:0/", 'has no valid host: "https://x.org:0/"', "an address like https://www.example.org/page"),
        (
            "https://x.org:99999/",
            'cannot be read as a web address: "https://x.org:99999/"',
            "an address like https://www.example.org/page",
        ),
        (
            "https://[::1/",
            'cannot be read as a web address: "https://[::1/"',
            "an address like https://www.example.org/page",
        ),
        (
            "https://x.org/" + "x" * 4_000,
            'is longer than 4,000 characters: "https://x.org/' + "x" * 45 + '…"',
            "an address like https://www.example.org/page",
        ),
    ],
)
def test_what_is_no_web_address_is_refused_with_what_was_meant(url: str, says: str, expected: str) -> None:
    assert refusal(addresses.url, url) == (says, expected)


@given(st.text() | st.from_regex(r"https?://[^/]{1,20}(/.*)?"))
def test_whatever_is_accepted_as_a_web_address_is_one_line_with_a_host_and_no_secret(text: str) -> None:
    try:
        url = addresses.url(text)
    except PydanticCustomError:
        return
    assert url == text
    assert url.lower().startswith(("http://", "https://"))
    assert "@" not in url.split("/")[2].partition("?")[0]
    assert not any(character.isspace() or ord(character) < 32 for character in url)


def test_a_password_in_an_address_is_not_repeated_in_the_mistake() -> None:
    for rest in ("/", ":99999/", "/" + "x" * 5_000, "/ "):
        assert "hunter2" not in "".join(refusal(addresses.url, f"https://me:hunter2@example.org{rest}"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://med.example.edu/visit", "did you mean `med.example.edu`?"),
        ("med.example.edu/", "did you mean `med.example.edu`?"),
        ("*.example.edu", "a name like www.example.org"),
        ("med.example.edu:port", "a name like www.example.org"),
        ("", "a name like www.example.org"),
    ],
)
def test_a_host_is_a_name_and_not_an_address(value: str, expected: str) -> None:
    assert refusal(addresses.host, value) == (f"is no host name: {shown(value)}", expected)


def test_a_host_is_read_in_lower_case_and_may_have_a_port() -> None:
    hosts = ["Med.Example.EDU", "localhost:8000", "127.0.0.1"]
    assert [addresses.host(one) for one in hosts] == ["med.example.edu", "localhost:8000", "127.0.0.1"]


def test_the_contact_is_a_page_or_an_e_mail_address_that_fits_into_a_header() -> None:
    good = ["https://example.org/about", "me@example.org"]
    assert [addresses.url_or_email(one) for one in good] == good
    assert refusal(addresses.url_or_email, "me@example") == (
        'is no e-mail address: "me@example"',
        "an address like catalogue@example.org, or a web page",
    )
    for bad in ("me@example.org\r\nX-Evil: 1", "https://exämple.org/", "example"):
        refusal(addresses.url_or_email, bad)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10s", timedelta(seconds=10)),
        ("5m", timedelta(minutes=5)),
        ("1.5h", timedelta(minutes=90)),
        ("250ms", timedelta(milliseconds=250)),
    ],
)
def test_a_short_span_is_a_number_and_a_unit(written: str, meant: timedelta) -> None:
    assert quantities.span("1ms", "2h")(written) == meant


@pytest.mark.parametrize(
    ("written", "days"), [("180d", 180), ("8w", 56), ("2y", 730), ("1.5y", 547.5), ("100y", 36_500), ("1d", 1)]
)
def test_a_year_has_365_days(written: str, days: float) -> None:
    assert quantities.span("1d", "100y")(written) == timedelta(days=days)


@pytest.mark.parametrize("written", ["", "10", "s", "10 s", "-1s", "1e3s", "10S", "10s\n", "1000000s", "٣s", 10, True])
def test_what_is_no_span_of_time_is_refused(written: object) -> None:
    assert refusal(quantities.span("1s", "1h"), written) == (
        f"must be a span of time, but is {shown(written)}",
        'a span of time from "1s" to "1h": a number and one of ms, s, m, h, d, w, y',
    )


@pytest.mark.parametrize("written", ["0s", "999ms", "1.001h", "1y"])
def test_a_span_has_bounds_and_they_are_told(written: str) -> None:
    assert refusal(quantities.span("1s", "1h"), written) == (
        f'is out of bounds: "{written}"',
        'a span of time from "1s" to "1h": a number and one of ms, s, m, h, d, w, y',
    )


def test_sizes_are_decimal_or_binary() -> None:
    sizes = ["10MB", "500kB", "1MiB", "1000B", "1GB", "1.5MB"]
    read = [quantities.size("1kB", "1GB")(one) for one in sizes]
    assert read == [10_000_000, 500_000, 1_048_576, 1_000, 1_000_000_000, 1_500_000]
    assert refusal(quantities.size("1kB", "1GB"), "1GiB")[0] == 'is out of bounds: "1GiB"'
    assert refusal(quantities.size("1kB", "1GB"), "10mb")[0] == 'must be a size, but is "10mb"'
    assert refusal(quantities.size("1kB", "1GB"), 10)[0] == "must be a size, but is 10"


@pytest.mark.parametrize(
    ("given_value", "meant"),
    [(0, "0"), (75, "75"), ("12.50", "12.50"), ("1E+3", "1000"), ("-0.0", "0"), (1_000_000_000, "1000000000")],
)
def test_an_amount_keeps_its_digits(given_value: int | str, meant: str) -> None:
    value = Decimal(given_value) if isinstance(given_value, str) else given_value
    assert str(quantities.amount(value)) == meant


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (True, "must be a number, but is true"),
        ("12", 'must be a number, but is "12"'),
        (-1, "must not be below 0, but is -1"),
        (Decimal("NaN"), "must be a number, but is NaN"),
        (Decimal("Infinity"), "must be a number, but is Infinity"),
        (1_000_000_001, "is too large: 1000000001"),
        pytest.param(10**5_000, "is too large: a number of very many digits", id="more digits than can be printed"),
        (Decimal("1e999999"), "is too large: 1E+999999"),
        (Decimal("1e-999999"), "has more than 6 decimals: 1E-999999"),
    ],
)
def test_what_is_no_amount_is_refused(value: object, says: str) -> None:
    assert refusal(quantities.amount, value)[0] == says


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0 6 * * *", "0 6 * * *"),
        ("*/15 0-6/2 1,15 jan-mar *", "*/15 0-6/2 1,15 jan-mar *"),
        ("0 6 * * 0", "0 6 * * sun"),
        ("0 6 * * 7", "0 6 * * sun"),
        ("0 6 * * 1-5", "0 6 * * mon,tue,wed,thu,fri"),
        ("0 6 * * 5-7", "0 6 * * sun,fri,sat"),
        ("0 6 * * */2", "0 6 * * sun,tue,thu,sat"),
        ("  0  6 * JAN Mon-Fri ", "0 6 * jan mon,tue,wed,thu,fri"),
        ("@daily", "0 0 * * *"),
        ("@weekly", "0 0 * * sun"),
    ],
)
def test_a_schedule_counts_weekdays_as_cron_does_and_names_them(written: str, meant: str) -> None:
    assert cron.schedule(written) == meant
    CronTrigger.from_crontab(meant)


@pytest.mark.parametrize(("written", "meant"), [("@every 90s", 90), ("@every 6h", 21_600), ("@every 1.5m", 90)])
def test_a_plain_interval_is_given_in_seconds(written: str, meant: int) -> None:
    assert cron.schedule(written) == f"@every {meant}s"


@pytest.mark.parametrize(
    "written",
    [
        "", "daily", "@dayly", "@every", "@every 0s", "@every day", "@every 61d",
        "0 6 * *", "0 6 * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *",
        "* * * * 8", "*/0 * * * *", "*/60 * * * *", "5/10 * * * *", "10-5 * * * *", "1- * * * *", ", * * * *",
        "0 0 31 2 *", "0 0 31 apr,jun *", "0 0 * * fri-mon", "0 0 * * mon-fri/2", "0 0 last * *", "٣ * * * *",
        "0 0 1-10/10 * *", 6,
    ],
)  # fmt: skip
def test_what_is_no_schedule_is_refused(written: object) -> None:
    _, expected = refusal(cron.schedule, written)
    assert expected


PARTS = st.one_of(
    st.just("*"),
    st.integers(0, 70).map(str),
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map("{0[0]}-{0[1]}".format),
    st.tuples(st.sampled_from(["*", "0-5", "1-12", "3"]), st.integers(0, 70)).map("{0[0]}/{0[1]}".format),
    st.sampled_from(["mon", "sun-sat", "JAN", "feb-nov", "x", "", "-", "/"]),
)
FIELDS = st.lists(PARTS, min_size=1, max_size=3).map(",".join)


@given(st.lists(FIELDS, min_size=4, max_size=6).map(" ".join))
def test_every_schedule_that_is_accepted_is_one_for_the_scheduler(text: str) -> None:
    try:
        schedule = cron.schedule(text)
    except PydanticCustomError:
        return
    assert CronTrigger.from_crontab(schedule, timezone="UTC").fields


@pytest.mark.parametrize(
    ("given_word", "expected"),
    [
        ("amuont", "did you mean `amount`?"),
        ("Amount", "did you mean `amount`?"),
        ("hands-on", "did you mean `hands_on`?"),
        ("xyz", "one of: amount, hands_on"),
        ("a" * 10_000, "one of: amount, hands_on"),
    ],
)
def test_a_slip_is_answered_with_what_was_probably_meant(given_word: str, expected: str) -> None:
    assert choice(given_word, ["amount", "hands_on"]) == expected


@given(st.text())
def test_what_is_shown_is_printable(text: str) -> None:
    assert escaped(text).isprintable()
    assert shown(text).isprintable()
    assert len(shown(text[:60])) <= 60 * 12 + 2
