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
_DEEDS = ("deployed", "withdrawn", "planned", "reinforced")


def share_actions(document: Document, mentions: Sequence[Mention]) -> None:
    """Give parts of a force the action of the whole where nothing else is said of them, in place."""
    counts = sorted((one for one in mentions if one.kind == "troop_count"), key=lambda one: one.start)
    for whole, part in pairwise(counts):
        if (
            "action" in part.weak
            and "action" not in whole.weak
            and whole.attributes.get("action") in _DEEDS
            and part.attributes.get("action") == "present"
            and _PART.fullmatch(document.view, whole.end, part.start)
        ):
            part.attributes["action"] = whole.attributes["action"]
