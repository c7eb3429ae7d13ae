"""The type of a group, as the other words of its name change what its head noun tells."""

from __future__ import annotations

import re

_INTERNATIONAL = re.compile(
    r"\b(?:un|united nations|european|african|arab|international|inter|islamic cooperation|eu|au)\b"
)
_BODY = re.compile(
    r"\b(?:council|commission|committee|court|tribunal|bank|agency|programme|program|parliament|union|assembly"
    r"|organi[sz]ation|inquiry|board|secretariat|office)\b"
)
_IRREGULAR = re.compile(
    r"\b(?:electronic|liberation|free|resistance|lords|salvation|islamic|revolutionary|rebel|victorious|mahdi"
    r"|republican army)\b"
)
_JIHAD = re.compile(r"\b(?:jihad|islamic|fighting|combat(?:ant)?|mujah\w+|salaf\w+|al|armed)\b")
_STATE = re.compile(r"^(?:us|united states|royal|national|army|(?:\w+(?:an|ish|ese|i|ch|ic|eek|ss)))\b")


def refine(type_: str, name: str) -> str:
    """The type of a name by its head noun, as its other words change it."""
    if type_ == "ngo" and name.startswith(("national ", "federal ")) and name.endswith(("center", "centre")):
        return "government"
    if name.startswith("army of ") and "republic" not in name:
        return "armed_group"
    if name.endswith("group") and _JIHAD.search(name):
        return "armed_group"
    if type_ in ("government", "company", "ngo") and _INTERNATIONAL.search(name) and _BODY.search(name):
        return "igo"
    if type_ in ("military", "armed_group") and name.endswith(
        ("army", "forces", "force", "brigade", "brigades", "battalion")
    ):
        if _IRREGULAR.search(name):
            return "armed_group"
        if _STATE.search(name) or name[0].isdigit():
            return "military"
    return type_
