"""zstd: what is inside is read by its own reader."""

from __future__ import annotations

from typing import Any, BinaryIO

from factx.readers.foreign import library
from factx.readers.stream import guarded

_PIECE = 1 << 16


def unpack(stream: BinaryIO, name: str) -> BinaryIO:
    """The unpacked bytes of `stream`; InputError on reading where they are damaged."""
    zstandard = library("zstandard", "zstd", name)
    return guarded(_Frames(stream, zstandard.ZstdDecompressor()), name, (zstandard.ZstdError, EOFError))


class _Frames:
    """The frames of a stream, one after the other. The library's own reader passes over a frame that is cut off."""

    def __init__(self, stream: BinaryIO, decompressor: Any) -> None:
        self._stream, self._decompressor = stream, decompressor
        self._frame = decompressor.decompressobj()
        self._begun = False
        self._packed = self._unpacked = b""

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, none at the end; EOFError where the last frame is not whole."""
        while not self._unpacked:
            packed = self._packed or self._stream.read(_PIECE)
            if not packed:
                if self._begun:
                    raise EOFError("the last part of it is missing")
                return b""
            self._begun = True
            self._unpacked = self._frame.decompress(packed)
            self._packed = self._frame.unused_data
            if self._frame.eof:
                self._frame = self._decompressor.decompressobj()
                self._begun = False
        out, self._unpacked = self._unpacked[:size], self._unpacked[size:]
        return out
