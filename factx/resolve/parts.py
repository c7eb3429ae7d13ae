"""Parts of a force: "deployed 4,000 troops, including 500 commandos". What became of the whole became of its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factx.document.model import Document
from factx.facts import Mention

_PART = re.compile(
    r"[^.;:]{0,60}?(?:,|\(| -+)? ?\b(?:including|among them|comprising|made up of|consisting of|mostly)"
    r"(?: (?:some|about|the|its|at least))*\s*"
)
"""Between a count and one that is part of it."""
_NEXT = re.compile(
    r"[^.;:]{0,100}\.\s+(?:These|Those|They|The (?:troops|soldiers|force|reinforcements|peacekeepers)) (?:will )?"
    r"(?:include|comprise|consist of|are made up of)(?: (?:some|about|the|an?|at least)\b)*[^.;:,]{0,40}?"
)
"""The same, where the parts are told in the next sentence."""
_ITEM = re.compile(r"(?:,|,? and) (?:an? (?:[\w'-]+ ){1,4}?of )?(?:an? further )?")
"""Between two parts."""
_DEEDS = ("deployed", "withdrawn", "planned", "reinforced")


def share_actions(document: Document, mentions: Sequence[Mention]) -> None:
    """Give parts of a force the action of the whole where nothing else is said of them, in place."""
    counts = sorted((one for one in mentions if one.kind == "troop_count"), key=lambda one: one.start)
    view = document.view
    told, after = None, False
    for whole, part in pairwise(counts):
        if told is None or not _ITEM.fullmatch(view, whole.end, part.start):
            after = _NEXT.fullmatch(view, whole.end, part.start) is not None
            parted = after or _PART.fullmatch(view, whole.end, part.start)
            told = whole.attributes.get("action") if parted and "action" not in whole.weak else None
        if told in _DEEDS and (after or "action" in part.weak) and part.attributes.get("action") == "present":
            part.attributes["action"] = told
