"""What coordinated counts share: "a bomb killed six nurses and wounded ten" has one cause, one place and one day.

Of two casualty counts of a sentence that a conjunction joins, the second takes over what the first one knows and
itself leaves open; a perpetrator only where it has no subject of its own ("killed six and wounded ten"). A cause that
ends the sentence speaks for both: "six were killed and ten wounded in the blast".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factx.document.model import Document
from factx.facts import Mention

_JOINED = re.compile(
    r"[^.;:]{0,60}?(?:\b(?:and|while|plus|as well as|with)|,)(?: \w+ly| also| another| at least| leaving)*"
)
_SHARED = ("cause", "place", "date")


def share_attributes(document: Document, mentions: Sequence[Mention]) -> None:
    """Let joined casualty counts share cause, place, date and perpetrator, in place."""
    view = document.view
    counts = sorted((one for one in mentions if one.kind == "casualty"), key=lambda one: one.end)
    for first, second in pairwise(counts):
        overlap = second.start < first.end
        between = view[first.end : second.start]
        if not overlap and ("\n\n" in between or not _JOINED.fullmatch(between.strip("\"' \n"))):
            continue
        harm = second.captures.get("harm")
        subject = not overlap and (harm is None or harm[0] > second.start)
        for name in _SHARED if subject else (*_SHARED, "perpetrator"):
            if second.attributes.get(name) is None and first.attributes.get(name) is not None:
                second.attributes[name] = first.attributes[name]
                if name in first.links:
                    second.links[name] = first.links[name]
        if first.attributes.get("cause") is None and not overlap:
            first.attributes["cause"] = second.attributes.get("cause")
