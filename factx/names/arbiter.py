"""The arbiter: of readings that overlap, which stand."""

from __future__ import annotations

from factx.facts import Mention
from factx.names.model import Proposal

SURE = 60
"""The score from which a reading is more than a guess."""
WIDTH = 128


def arbitrate(proposals: list[Proposal]) -> list[Mention]:
    """Mentions that do not overlap, in the order of the text.

    A place within the name of a group or person gives way to it ("Government of Iraq", "Paris Hilton"), unless that is
    a mere guess, or loses to another, and so does a known group within the name of a place ("Ford City"); else the
    higher score wins, then the longer span.
    """
    chosen: list[Proposal] = []
    rivals: list[Proposal] = []
    end = -1
    for one in sorted(proposals, key=_start):
        if one.start >= end and rivals:
            chosen += _stand(rivals) if len(rivals) > 1 else rivals
            rivals = []
        rivals.append(one)
        if one.end > end:
            end = one.end
    chosen += _stand(rivals)
    return [Mention(one.kind, one.start, one.end, dict(one.attributes), one.rule) for one in chosen]


def _start(one: Proposal) -> int:
    return one.start


def _stand(rivals: list[Proposal]) -> list[Proposal]:
    """Those that stand of proposals each of which overlaps another, in the order of the text."""
    near, towns = _Buckets(), _Buckets()
    for proposal in rivals:
        if proposal.score >= SURE:
            (towns if proposal.kind == "place" else near).add(proposal)

    def inner(one: Proposal) -> bool:
        if one.kind != "place" and one.rule != "group.lexicon":
            return False
        return any(
            other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
            for other in (near if one.kind == "place" else towns).over(one)
        )

    taken = _Buckets()
    standing: list[Proposal] = []
    for proposal in sorted(
        rivals,
        key=lambda one: (
            inner(one), -(one.score + min(10, (one.end - one.start) // 6)), one.start, -one.end, one.kind
        ),
    ):  # fmt: skip
        if not taken.over(proposal):
            taken.add(proposal)
            standing.append(proposal)
    standing.sort(key=_start)
    return standing


class _Buckets:
    """Proposals by stretches of the text, so that those over a span are found without looking at all."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[Proposal]] = {}

    def add(self, one: Proposal) -> None:
        for bucket in range(one.start // WIDTH, one.end // WIDTH + 1):
            self._buckets.setdefault(bucket, []).append(one)

    def over(self, one: Proposal) -> list[Proposal]:
        """The proposals added that overlap one."""
        return [
            other
            for bucket in range(one.start // WIDTH, one.end // WIDTH + 1)
            for other in self._buckets.get(bucket, ())
            if other.start < one.end and one.start < other.end
        ]
