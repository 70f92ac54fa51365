"""Content codings undone with every step bounded: a bomb is noticed while it goes off, not afterwards."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Protocol

from monitor.fetch.mishaps import TooLarge, Undecodable

ACCEPTED = "gzip, deflate"  # what is decoded here; nothing else is asked for

_PIECE_BYTES = 64 * 1024
_MOST_CODINGS = 2  # more are no site's mistake
_UNREADABLE = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm"})


class _Coding(Protocol):
    def pieces(self, data: bytes) -> Iterator[bytes]: ...

    @property
    def complete(self) -> bool: ...


class Decoder:
    """Undoes the codings of a body, in reverse of the order in which *codings* (header values) name them.

    httpx would decode too, but a received chunk at a time: 64 KB of gzip inside gzip are 64 GB in one call.
    Names that are no coding ("utf-8", "none") are passed over, as browsers do.

    :raises Undecodable: a coding that was not asked for, or too many.
    """

    def __init__(self, codings: Sequence[str], limit: int) -> None:
        names = [name.strip().lower() for value in codings for name in value.split(",")]
        if any(name in _UNREADABLE for name in names):
            raise Undecodable("the answer has a content coding that was not asked for")
        known = [_KNOWN[name] for name in names if name in _KNOWN]
        if len(known) > _MOST_CODINGS:
            raise Undecodable("the answer is wrapped in too many content codings")
        self._codings = [_Counted(make(), limit) for make in reversed(known)]
        self._raw = _Counted(_Identity(), limit)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The decoded bytes that *data* brings, in pieces.

        :raises TooLarge: after, at any step, more than the limit has come out.
        :raises Undecodable: not what the coding's format says.
        """
        return self._through(data, [self._raw, *self._codings])

    def end(self) -> None:
        """To be called where the body ends.

        :raises Undecodable: the coded data break off; what came is not the page.
        """
        if not all(coding.complete for coding in self._codings):
            raise Undecodable("the compressed answer breaks off")

    def _through(self, data: bytes, codings: "Sequence[_Coding]") -> Iterator[bytes]:
        if not codings:
            yield data
            return
        for piece in codings[0].pieces(data):
            yield from self._through(piece, codings[1:])


class _Counted:
    """A coding that says when more than *limit* bytes have come out of it."""

    def __init__(self, coding: _Coding, limit: int) -> None:
        self._coding = coding
        self._limit = limit
        self._count = 0

    def pieces(self, data: bytes) -> Iterator[bytes]:
        for piece in self._coding.pieces(data):
            room = self._limit - self._count
            self._count += len(piece)
            if len(piece) > room:
                yield piece[:room]  # whoever wants only the beginning has all of it
                raise TooLarge(self._limit)
            yield piece

    @property
    def complete(self) -> bool:
        return self._coding.complete


class _Identity:
    complete = True

    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Gzip:
    """RFC 1952: one or more members; what follows the last one and is none is ignored, as everywhere."""

    def __init__(self) -> None:
        self._member: zlib._Decompress | None = None
        self._begun = b""  # of a member whose two magic bytes have not both come
        self._seen = False  # whether there was a member at all
        self._over = False

    @property
    def complete(self) -> bool:
        return self._member is None and (self._seen or not self._begun)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while data and not self._over:
            if self._member is None:
                data = self._begun + data
                if len(data) < 2:
                    self._begun = data
                    return
                self._begun = b""
                if self._seen and not data.startswith(b"\x1f\x8b"):
                    self._over = True
                    return
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
                self._seen = True
            yield from _inflated(self._member, data)
            if not self._member.eof:
                return
            data, self._member = self._member.unused_data, None


class _Deflate:
    """RFC 9110 §8.4.1.2 says zlib's format; many send bare deflate data, so the first two bytes decide."""

    def __init__(self) -> None:
        self._stream: zlib._Decompress | None = None
        self._begun = b""

    @property
    def complete(self) -> bool:
        return not self._begun and (self._stream is None or self._stream.eof)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            data = self._begun + data
            if len(data) < 2:
                self._begun = data
                return
            self._begun = b""
            wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        if not self._stream.eof:
            yield from _inflated(self._stream, data)


def _inflated(stream: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    while True:
        try:
            piece = stream.decompress(data, _PIECE_BYTES)
        except zlib.error:
            raise Undecodable("the compressed answer is damaged") from None
        if piece:
            yield piece
        data = stream.unconsumed_tail
        if stream.eof or (not data and len(piece) < _PIECE_BYTES):
            return


_KNOWN: "dict[str, type[_Gzip] | type[_Deflate]]" = {"gzip": _Gzip, "x-gzip": _Gzip, "deflate": _Deflate}
