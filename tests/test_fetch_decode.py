"""Content codings: right whatever the cut, and bounded at every step."""

import gzip
import tracemalloc
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.fetch.decode import Decoder
from monitor.fetch.mishaps import TooLarge, Undecodable


def decoded(coding: str, data: bytes, *, cut: int = 1 << 16, limit: int = 1_000_000) -> bytes:
    decoder = Decoder([coding], limit)
    pieces = [piece for place in range(0, len(data), cut) for piece in decoder.feed(data[place : place + cut])]
    decoder.end()
    return b"".join(pieces)


def bare(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return engine.compress(data) + engine.flush()


@given(st.binary(max_size=3000), st.integers(1, 50))
def test_a_body_comes_back_however_it_was_cut(body: bytes, cut: int) -> None:
    coded = {
        "gzip": gzip.compress(body),
        "deflate": zlib.compress(body),
        " Deflate ": bare(body),
        "gzip, deflate": zlib.compress(gzip.compress(body)),
        "identity": body,
    }
    assert {decoded(coding, data, cut=cut) for coding, data in coded.items()} == {body}


@given(
    st.lists(st.binary(max_size=100), min_size=1, max_size=4),
    st.integers(1, 30),
    st.sampled_from([b"", b"\n", b"\0\0"]),
)
def test_members_of_gzip_are_one_body_and_what_follows_them_is_none(parts: list[bytes], cut: int, rest: bytes) -> None:
    coded = b"".join(gzip.compress(part) for part in parts)
    assert decoded("gzip", coded + rest, cut=cut) == b"".join(parts)


@given(st.binary(min_size=1, max_size=500), st.data())
def test_a_body_that_breaks_off_is_never_whole(body: bytes, data: st.DataObject) -> None:
    coded = gzip.compress(body)
    kept = data.draw(st.integers(1, len(coded) - 1))
    with pytest.raises(Undecodable):
        decoded("gzip", coded[:kept])


@given(st.binary(max_size=500), st.sampled_from(["gzip", "deflate", "gzip, deflate"]))
def test_whatever_comes_it_is_decoded_or_undecodable(noise: bytes, coding: str) -> None:
    with suppress(Undecodable, TooLarge):
        assert len(decoded(coding, noise, limit=10_000)) <= 10_000


def test_a_damaged_checksum_is_noticed() -> None:
    coded = bytearray(gzip.compress(b"words"))
    coded[-6] ^= 1
    with pytest.raises(Undecodable):
        decoded("gzip", bytes(coded))


def test_an_empty_body_needs_no_coding() -> None:
    assert decoded("gzip", b"") == b""


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, br", "gzip, gzip, gzip"])
def test_a_coding_that_was_not_asked_for_is_refused(coding: str) -> None:
    with pytest.raises(Undecodable):
        Decoder([coding], 1000)


def test_what_came_before_the_limit_is_there() -> None:
    pieces = Decoder(["gzip"], 1000).feed(gzip.compress(b"x" * 5000))
    assert next(pieces) == b"x" * 1000
    with pytest.raises(TooLarge) as raised:
        next(pieces)
    assert raised.value.limit == 1000


def test_a_bomb_within_a_bomb_costs_no_more_memory_than_the_limit() -> None:
    inner = gzip.compress(bytes(100_000_000))
    data = gzip.compress(inner)
    decoder = Decoder(["gzip, gzip"], 1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            all(piece is not None for piece in decoder.feed(data))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
