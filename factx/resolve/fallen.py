"""The fallen: soldiers listed with the dead are no troops.

"Nine troops from one country, four soldiers from another and two Danes were killed": what is said of the last of a list
that begins the clause is said of all. "They held 90 staff, the mission said, including 40 peacekeepers": so are the 40.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factx.document.model import Document
from factx.facts import Mention

FALLEN = "fallen"
"""What the clause says of those whom harm befell: they count as casualties alone."""
_TIE = re.compile(
    r"(?: (?:from|of) (?:the )?[A-Z][\w. ]{1,40}?)?(?:, and|,| and) (?:(?:about|some|another|at least) )*"
)
"""Between the items of a list."""
_LAST = re.compile(
    r"(?!\S+ (?:of (?:whom|them|those)|were|was|have|had|more|others)\b)[^,;]*? (?:were|was|have been|had been|died)\b"
)
"""The last item of a list with what befell them all."""
_OPENS = re.compile(r"(?:^|\bthat|\bsaid|[,;:])\s*\Z")


def listed_fallen(document: Document, counts: Sequence[Mention], harmed: Sequence[Mention]) -> set[int]:
    """The ids of the counts of troops, in order, who are listed with those whom harm befell."""
    view = document.view
    fallen: set[int] = set()
    begins = [count.start for count in counts]
    starts = [sentence.start for sentence in document.sentences]
    for one in harmed if counts else ():
        if _LAST.match(view, one.start, one.end):
            start = starts[max(0, bisect_right(starts, one.start) - 1)]
            listed = _before(view, counts, bisect_left(begins, one.start), one.start)
            if listed and _OPENS.search(view[start : listed[-1].start]):
                fallen.update(map(id, listed))
    return fallen


def _before(view: str, counts: Sequence[Mention], number: int, at: int) -> list[Mention]:
    """The counts, up to one of this number, of the list that goes on at a place: the nearest first."""
    listed = []
    while number and counts[number - 1].end <= at and _TIE.fullmatch(view, counts[number - 1].end, at):
        number -= 1
        listed.append(counts[number])
        at = counts[number].start
    return listed
