"""Groups that are named for a day: "the June 5 Youth Movement", "the 14 February Coalition"."""

from __future__ import annotations

import re
from collections.abc import Set

from factx.names.model import Proposal

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HEADS = ("Movement", "Brigade", "Front", "Coalition", "Alliance", "Forces", "Committee", "Battalion")
_DATED = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH})(?: [A-Z]\w+){{0,3}}? "
    rf"(?P<head>{'|'.join(_HEADS)}|movement)s?\b"
)
SIGNS = frozenset((*_HEADS, "movement"))
"""What a document has that names one."""
_TYPES = {"Coalition": "other", "Alliance": "other", "Committee": "other"}


def dated(view: str, signs: Set[str]) -> list[Proposal]:
    """Groups that are named for a day, whose date is none, in a text that has some signs."""
    if SIGNS.isdisjoint(signs):
        return []
    return [
        Proposal("group", *match.span(), 92, {"type": _TYPES.get(match["head"], "armed_group")}, "group.dated")
        for match in _DATED.finditer(view)
    ]
