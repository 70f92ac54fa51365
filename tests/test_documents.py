"""Documents that programmes link to: what is read of them, and what is said of those that cannot be read."""

import asyncio
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.core.content import Area, Block, Page
from monitor.documents import Kind, Limits, kind_of, read_document
from tests.documents import encrypted, pdf, pdf_of_streams, word, word_bomb

FEES = (
    "Visiting students pay an application fee of $300 for every elective that they",
    "ask for. It is not refundable, and is due together with the application form.",
    "Tuition is $1,200 per month.",
)


async def page_of(body: bytes, limits: Limits | None = None) -> Page:
    kind = kind_of(body, None)
    assert kind is not None
    return await read_document(body, kind, limits or Limits())


async def test_the_lines_of_a_pdf_are_joined_to_the_sentences_that_they_were() -> None:
    page = await page_of(pdf(FEES, title="Fees for visitors"))
    assert page == Page(
        title="Fees for visitors",
        blocks=(
            Block(
                "Visiting students pay an application fee of $300 for every elective that they ask for. "
                "It is not refundable, and is due together with the application form."
            ),
            Block("Tuition is $1,200 per month."),
        ),
    )


async def test_what_every_page_of_a_pdf_repeats_is_furniture() -> None:
    pages = [("Handbook of electives", f"Chapter {word} says something of its own here.", f"Page {n} of 4")
             for n, word in enumerate(("one", "two", "three", "four"), 1)]  # fmt: skip
    page = await page_of(pdf(*pages))
    assert [block.text for block in page.blocks if block.area is Area.MAIN] == [
        f"Chapter {word} says something of its own here." for word in ("one", "two", "three", "four")
    ]
    assert [block.text for block in page.blocks if block.area is Area.CHROME][-1] == "Page 4 of 4"


async def test_points_of_a_list_stay_apart() -> None:
    page = await page_of(pdf(("You send us the following papers before the first day of the month:",
                              "1. a letter of your dean that says that you are a student there,",
                              "2. a proof of your vaccinations, and of your health insurance,")))  # fmt: skip
    assert len(page.blocks) == 3


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(encrypted(pdf(FEES)), "the PDF is encrypted and wants a password", id="encrypted"),
        pytest.param(pdf_of_streams(b"0 0 m 100 100 l S"), "the PDF is scanned: it shows pictures of pages and holds no text", id="scanned"),  # noqa: E501
        pytest.param(b"%PDF-1.7\nnothing of the kind", "the PDF is broken", id="broken"),
        pytest.param(word_bomb(200_000_000), "the Word document unpacks to more than 100 MB", id="bomb"),
        pytest.param(word(), "the Word document holds no text", id="empty"),
        pytest.param(word("Text")[:-400], "a document of this kind is not read (file)", id="cut off"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a document of this kind is not read (binary Office document)", id="old"),  # noqa: E501
    ],
)  # fmt: skip
async def test_a_document_that_cannot_be_read_says_why_and_is_known_by_size_and_digest(body: bytes, why: str) -> None:
    page = await page_of(body)
    assert page.opaque == why
    (block,) = page.blocks
    assert re.fullmatch(rf"A .+ of {len(body):,} bytes, digest [0-9a-f]{{16}}", block.text)


async def test_two_files_that_cannot_be_read_differ_as_their_bytes_do() -> None:
    one, two = [await page_of(b"PK\x03\x04" + bytes([n]) * 40) for n in (1, 2)]
    assert one.opaque == two.opaque != ""
    assert one.blocks != two.blocks


async def test_a_word_document_is_read_with_headings_and_rows_in_order() -> None:
    body = word("Apply early.", heading="Fees", table=[["Application", "$300"], ["Tuition", "$1,200"]], title="Guide")
    assert await page_of(body) == Page(
        title="Guide",
        blocks=(
            Block("Fees", heading=2),
            Block("Apply early."),
            Block("Application | $300"),
            Block("Tuition | $1,200"),
        ),
    )


async def test_a_document_that_takes_too_long_is_given_up_and_its_process_ended() -> None:
    page = await page_of(pdf(FEES), Limits(seconds=0.001))
    assert page.opaque == "reading it took longer than 0.001 seconds"


async def test_a_document_that_wants_more_memory_than_it_may_have_harms_nobody() -> None:
    huge = pdf_of_streams(b"BT /F1 11 Tf 50 740 Td (word) Tj ET " + b" " * 400_000_000)
    page = await page_of(huge, Limits(memory_bytes=300_000_000))
    assert page.opaque
    assert len(huge) < 2_000_000


async def test_no_more_text_is_taken_than_is_allowed() -> None:
    page = await page_of(pdf(*[[f"Line {n} of page {m}. It ends here." for n in range(40)] for m in range(50)]),
                         Limits(characters=5_000))  # fmt: skip
    assert 4_000 < sum(len(block.text) for block in page.blocks) <= 5_000


async def test_a_reading_that_is_broken_off_leaves_no_process_behind() -> None:
    reading = asyncio.create_task(page_of(pdf(*[FEES] * 400)))
    while not (children := _children()):  # noqa: ASYNC110  # until the process stands
        await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert children
    assert _children() == ""


def _children() -> str:
    return Path("/proc/self/task").joinpath(str(__import__("os").getpid()), "children").read_text().strip()


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (pdf(FEES), "text/html", Kind.PDF),
        (b"\r\n\r\n" + pdf(FEES), None, Kind.PDF),
        (word("x"), "application/octet-stream", Kind.WORD),
        (b"<html><p>The file %PDF is explained", "text/html", None),
        (b"<html>", "application/pdf", None),
        (b"plain words", "text/plain; charset=utf-8", None),
        (b"", "application/pdf", None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png", Kind.OTHER),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "text/html", None),  # the page reader says what is wrong with it
        (b"PK\x03\x04 but no archive", None, Kind.OTHER),
    ],
)
def test_a_document_is_known_by_what_it_is_not_by_what_it_is_called(
    body: bytes, content_type: str | None, kind: Kind | None
) -> None:
    assert kind_of(body, content_type) is kind


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cut=st.integers(0, 900), noise=st.binary(max_size=200), kind=st.sampled_from([Kind.PDF, Kind.WORD]))
def test_no_mangled_document_makes_the_reading_fail(cut: int, noise: bytes, kind: Kind) -> None:
    whole = pdf(FEES) if kind is Kind.PDF else word(*FEES)
    page = asyncio.run(read_document(whole[:cut] + noise + whole[cut + len(noise) :], kind, Limits()))
    assert page.blocks
