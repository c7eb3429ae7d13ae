"""Ministries whose names stand in small letters: "the interior ministry", "ministry of public works"."""

from __future__ import annotations

import re
from collections.abc import Set

from factx.names.model import Proposal

_FIELD = (
    r"(?:foreign|defen[cs]e|interior|home|health|finance|economy|economics?|justice|education|culture|agriculture"
    r"|transport(?:ation)?|trade|commerce|industry|energy|oil|labou?r|security|information|communications?"
    r"|emergenc(?:y|ies)|law|sports?|railways?|power|aviation|steel|mines|mining|petroleum|science|welfare"
    r"|women's affairs|youth|veterans'? affairs|rural development|urban development|external affairs|immigration"
    r"|environment|planning|tourism|housing|water|electricity|higher education|public works"
    r"|public health|social welfare"
    r"|(?:foreign|social|internal|religious) affairs|human rights|(?:civil|national) defen[cs]e"
    r"|(?:public|state) security)"
)
_MINISTRY = re.compile(
    rf"\b(?i:{_FIELD}(?: and {_FIELD})?) ministry\b|\bministry of (?:the )?(?i:{_FIELD}(?: and {_FIELD})?)\b"
)


SIGN = "ministry"


def ministries(view: str, signs: Set[str]) -> list[Proposal]:
    """Ministries whose names stand in small letters: "the interior ministry", in a text that has some signs."""
    if SIGN not in signs:
        return []
    return [
        Proposal("group", *match.span(), 62, {"type": "government"}, "group.ministry")
        for match in _MINISTRY.finditer(view)
    ]
