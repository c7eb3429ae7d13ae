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
_FIELDS = rf"(?i:{_FIELD}(?: and {_FIELD})?)"
_BEFORE = re.compile(rf"\b{_FIELDS} \Z")
_NOUN = re.compile(r"ministry\b")
_OF = re.compile(rf"\bministry of (?:the )?{_FIELDS}\b")
_LONGEST = 64
"""More characters than the fields before a ministry have."""
SIGN = "ministry"


def ministries(view: str, signs: Set[str]) -> list[Proposal]:
    """Ministries whose names stand in small letters: "the interior ministry", in a text that has some signs."""
    out: list[Proposal] = []
    end = 0
    for noun in _NOUN.finditer(view) if SIGN in signs else ():
        if noun.start() < end:
            continue
        fields = _BEFORE.search(view, max(end, noun.start() - _LONGEST), noun.start())
        if fields is not None:
            start, end = fields.start(), noun.end()
        elif (of := _OF.match(view, noun.start())) is not None:
            start, end = of.span()
        else:
            continue
        out.append(Proposal("group", start, end, 62, {"type": "government"}, "group.ministry"))
    return out
