"""The kinds of value that a catalogue's keys hold, each with its check and with what a JSON schema says of it."""

from datetime import timedelta
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from monitor.catalogue import addresses, cron, quantities

LONGEST_TEXT = 10_000  # characters
LONGEST_SLUG = 200
MOST_TABLES = 100  # links, fees, … of one listing
MOST_STRINGS = 200  # in one list of strings

# No control characters, no line separators, nothing that turns the direction of writing.
_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
TEXT_PATTERN = f"^[^{_UNPRINTABLE}]*$"
FILLED_PATTERN = rf"^[^{_UNPRINTABLE}]*[^\s{_UNPRINTABLE}][^{_UNPRINTABLE}]*$"
PHONE_PATTERN = f"^([^{_UNPRINTABLE}0-9]*[0-9]){{7}}[^{_UNPRINTABLE}]*$"
NOTE_PATTERN = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$"
SLUG_PATTERN = "^[a-z0-9][a-z0-9-]*$"
CURRENCY_PATTERN = "^[A-Z]{3}$"

# What would be right where a pattern is missed.
RIGHT = {
    TEXT_PATTERN: "one line of text without control characters",
    FILLED_PATTERN: "one line of text with at least one visible character, and no control characters",
    NOTE_PATTERN: "text without control characters other than line breaks and tabs",
    SLUG_PATTERN: "a slug: lower-case letters, digits and dashes, like `summer-elective`",
    CURRENCY_PATTERN: "a currency as three capital letters, like `USD`",
    addresses.EMAIL_PATTERN: "an e-mail address, like office@example.org",
}

Text = Annotated[str, Field(max_length=LONGEST_TEXT, pattern=TEXT_PATTERN)]
Filled = Annotated[str, Field(max_length=LONGEST_TEXT, pattern=FILLED_PATTERN)]
Note = Annotated[str, Field(max_length=LONGEST_TEXT, pattern=NOTE_PATTERN)]
Slug = Annotated[str, Field(max_length=LONGEST_SLUG, pattern=SLUG_PATTERN)]
Currency = Annotated[str, Field(pattern=CURRENCY_PATTERN)]
Email = Annotated[str, Field(max_length=addresses.LONGEST_EMAIL, pattern=addresses.EMAIL_PATTERN)]
Phone = Annotated[
    Text,
    AfterValidator(addresses.phone),
    WithJsonSchema({"type": "string", "maxLength": LONGEST_TEXT, "pattern": PHONE_PATTERN}),
]

Texts = Annotated[list[Filled], Field(max_length=MOST_STRINGS)]
Slugs = Annotated[list[Slug], Field(max_length=MOST_STRINGS)]

Amount = Annotated[
    Decimal,
    BeforeValidator(quantities.amount),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": quantities.MOST}),
]
Address = Annotated[
    str,
    AfterValidator(addresses.url),
    WithJsonSchema({"type": "string", "maxLength": addresses.LONGEST_URL, "pattern": addresses.URL_PATTERN}),
]
Host = Annotated[
    str,
    AfterValidator(addresses.host),
    WithJsonSchema({"type": "string", "maxLength": addresses.LONGEST_HOST + 6, "pattern": r"^[^\s/@?#]+$"}),
]
Hosts = Annotated[list[Host], Field(max_length=MOST_STRINGS)]
Whom = Annotated[
    str,
    AfterValidator(addresses.url_or_email),
    WithJsonSchema({"type": "string", "maxLength": addresses.LONGEST_URL, "pattern": r"^\S+$"}),
]
Schedule = Annotated[
    str,
    BeforeValidator(cron.schedule),
    WithJsonSchema(
        {"type": "string", "pattern": r"^(\s*\S+(\s+\S+){4}\s*|@(hourly|daily|weekly|monthly)|@every\s+\S+)$"}
    ),
]


SPAN_SCHEMA = WithJsonSchema({"type": "string", "pattern": quantities.SPAN_PATTERN})
SIZE_SCHEMA = WithJsonSchema({"type": "string", "pattern": quantities.SIZE_PATTERN})
ShortSpan = Annotated[timedelta, BeforeValidator(quantities.span("1ms", "1h")), SPAN_SCHEMA]
Gap = Annotated[timedelta, BeforeValidator(quantities.span("0s", "1h")), SPAN_SCHEMA]
LongSpan = Annotated[timedelta, BeforeValidator(quantities.span("1d", "100y")), SPAN_SCHEMA]
Size = Annotated[int, BeforeValidator(quantities.size("1kB", "1GB")), SIZE_SCHEMA]


def single(written: object) -> BeforeValidator:
    """Marks a list for which a single string may stand; *written* is the type of what may be written."""
    return BeforeValidator(_one_or_many, json_schema_input_type=written)


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def whole(least: int, most: int) -> tuple[BeforeValidator, WithJsonSchema]:
    """What marks an `int` as a whole number between two bounds, both included."""
    described = {"type": "integer", "minimum": least, "maximum": most}
    return BeforeValidator(quantities.whole(least, most)), WithJsonSchema(described)
