"""The document pass: what only the whole text can settle about mentions that were found sentence by sentence."""

from __future__ import annotations

from factx.document.model import Document
from factx.facts import Mention


def resolve(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Settle links, totals and events over the document; the mentions that remain."""
    return mentions
