"""The arbiter: of readings that overlap, which stand."""

from __future__ import annotations

from factx.facts import Mention
from factx.names.model import Proposal


def arbitrate(proposals: list[Proposal]) -> list[Mention]:
    """Mentions that do not overlap, in the order of the text: the higher score wins, then the longer span.

    A reading that covers others entirely and scores within ten of them wins over them: the longer name is the name.
    """
    ranked = sorted(
        proposals, key=lambda one: (-(one.score + min(10, (one.end - one.start) // 6)), one.start, -one.end, one.kind)
    )
    taken: list[Proposal] = []
    starts: dict[int, list[Proposal]] = {}
    for proposal in ranked:
        near = [
            one for bucket in range(proposal.start // 64 - 2, proposal.end // 64 + 1) for one in starts.get(bucket, ())
        ]
        if any(one.start < proposal.end and proposal.start < one.end for one in near):
            continue
        taken.append(proposal)
        starts.setdefault(proposal.start // 64, []).append(proposal)
    taken.sort(key=lambda one: one.start)
    return [Mention(one.kind, one.start, one.end, dict(one.attributes), one.rule) for one in taken]
