"""Events: counts that are told again, tolls that rise, totals that their parts contradict."""

from __future__ import annotations

from collections.abc import Sequence

from factx.document.model import Document, Notice
from factx.facts import Mention


def order_events(document: Document, mentions: Sequence[Mention]) -> None:
    """Give counts that are one event's the same `event`, number successive tolls, and warn of sums that do not hold.

    Two casualty counts are of one event when harm and value agree and neither place nor date speaks against it.
    """
    counts = sorted(
        (one for one in mentions if one.kind == "casualty" and one.attributes.get("harm")), key=lambda one: one.start
    )
    events: list[list[Mention]] = []
    for count in counts:
        if count.attributes.get("asserted") is False or count.attributes.get("part_of_total"):
            continue
        home = next((event for event in events if _same(event[-1], count)), None)
        if home is None:
            events.append([count])
        else:
            home.append(count)
    for number, event in enumerate(events, 1):
        for count in event:
            count.attributes["event"] = f"e{number}"
    for whole in counts:
        if whole.attributes.get("part_of_total") or whole.attributes.get("modifier") != "exact":
            continue
        parts = [
            one
            for one in counts
            if one.attributes.get("part_of_total")
            and one.attributes["harm"] == whole.attributes["harm"]
            and 0 <= one.start - whole.start < 200
        ]
        total = whole.attributes.get("value") or 0
        for part in parts:
            if (part.attributes.get("min") or 0) > total:
                document.warnings.append(
                    Notice(
                        "toll-mismatch",
                        f"a part of {part.attributes['value']} is more than its total of {total}",
                        whole.start,
                        part.end,
                    )
                )


def _same(one: Mention, other: Mention) -> bool:
    mine, theirs = one.attributes, other.attributes
    if mine["harm"] != theirs["harm"] or mine["value"] != theirs["value"] or mine["value"] is None:
        return False
    return not any(mine.get(name) and theirs.get(name) and mine[name] != theirs[name] for name in ("date", "place"))
