"""What a writer is: a document's facts in, bytes out."""

from __future__ import annotations

import abc
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from factx.writers.record import Records

if TYPE_CHECKING:
    from factx.extractor import Extraction
    from factx.rules.model import Kind


class Style(msgspec.Struct, frozen=True):
    """What a writer may need to know: the kinds in the output, and the terminal where a person reads it."""

    kinds: dict[str, Kind]
    with_text: bool = False
    color: bool = False
    width: int = 80


class Writer(abc.ABC):
    """One format. `render` may run in another process than `frame`, so a writer keeps no state between documents."""

    warns = False
    """Whether the format has a place for a document's warnings."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.records = Records(style.kinds)

    @abc.abstractmethod
    def render(self, extraction: Extraction) -> bytes:
        """What one document adds to the output."""

    def frame(self, documents: Iterable[bytes]) -> Iterator[bytes]:
        """The whole output, piece by piece: the documents in their order, and what stands around them."""
        yield from documents
