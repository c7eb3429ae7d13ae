"""Military units with a number whose names stand in small letters: "the 444th brigade", "the 2nd infantry division"."""

from __future__ import annotations

import re

from factx.names.model import Proposal

_ARM = (
    r"(?:(?:light |heavy )?(?:infantry|armou?red|mechani[sz]ed|airborne|air assault|assault|marine|mountain|artillery"
    r"|tank|motor(?:i[sz]ed)? rifle|motori[sz]ed|parachute|paratroopers?|commando|cavalry|engineers?|special forces) )"
)
_NUMBERED = re.compile(
    rf"\b\d{{1,4}}(?:st|nd|rd|th) (?:{_ARM}?(?:brigade|battalion|regiment|squadron)|{_ARM}(?:division|corps))\b"
)


def numbered(view: str) -> list[Proposal]:
    """Units that have a number and no capital; a division needs its arm, for football has divisions too."""
    if not any(unit in view for unit in (" brigade", " battalion", " regiment", " squadron", " division", " corps")):
        return []
    return [
        Proposal("group", *match.span(), 84, {"type": "military"}, "group.numbered")
        for match in _NUMBERED.finditer(view)
    ]
