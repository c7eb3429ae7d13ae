"""JSON Lines: one document a line. A line that is wrong is reported and the others are read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from factx.errors import InputError, Location
from factx.readers.article import Article, Fields
from factx.readers.bounded import lines, whole
from factx.readers.records import article, parse

_REMEDY = "each line must be one JSON object"


def read(stream: BinaryIO, name: str, fields: Fields) -> Iterator[Article | InputError]:
    """An article for each line that holds one, an error for each other line that is not blank."""
    for number, line in enumerate(_lines(stream, name), 1):
        line = line.strip()
        if not line:
            continue
        place = Location(name, number)
        try:
            yield article(parse(line), fields, place)
        except InputError as error:
            yield error
        except UnicodeDecodeError as error:
            yield InputError(f"not UTF-8 at byte {error.start + 1} of the line", place, "convert the file to UTF-8")
        except RecursionError:
            yield InputError("not JSON that can be read: nested too deeply", place, _REMEDY)
        except ValueError as error:
            place = Location(name, number, getattr(error, "colno", None))
            yield InputError(f"not JSON: {getattr(error, 'msg', error)}", place, _REMEDY)


def _lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines as UTF-8 without a byte order mark, from UTF-16 too."""
    rest = lines(stream, name)
    first = next(rest, b"")
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = io.BytesIO((first + whole(stream, name)).decode("utf-16", "replace").encode("utf-8", "replace"))
        yield from data
        return
    yield first.removeprefix(codecs.BOM_UTF8)
    yield from rest
