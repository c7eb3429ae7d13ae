"""Identity: which group mentions of a document are one group, and the fullest name that it gives for it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Any

from factx.facts import Mention
from factx.names.definitions import ACRONYM
from factx.names.fold import fold

_TOLD = re.compile(r"\b(?:told|to|by|agency|an|\u2014|-) \Z|\((?:Photo: )?\Z")
_REPORTS = re.compile(r" (?:report(?:s|ed|er)|journalist|correspondent|photo(?:grapher|s)?|news agency|quoted|cited)\b")
"""What stands beside an agency that bears the name of another group too."""
_ARTICLED = re.compile(r"(?<=[a-z]{4})[ui][lr] | (?:[aeu][lrsd]|e|i) ")
_DROPPED = frozenset(
    ("group", "party", "corp", "inc", "co", "company", "movement", "news", "city", "united", "club", "town", "rovers")
)
"""Last words without which a group may be called by its first."""


def resolve_groups(view: str, mentions: list[Mention], countries: Counter[str]) -> None:
    """Give every group mention its `canonical`, `value` and type, in place. `countries` are those of the document."""
    groups = [one for one in mentions if one.kind == "group"]
    acronyms = {one.attributes["acronym"]: one for one in groups if "acronym" in one.attributes}
    for one in groups:
        _choose(view, one, countries)
        long = acronyms.get(one.attributes.pop("defined", ""))
        if long is not None and one is not long:
            for name in ("type", "group_id", "known_as", "country"):
                if long.attributes.get(name) is not None:
                    one.attributes[name] = long.attributes[name]
            one.attributes["same"] = id(long)
    _spelled(view, groups, acronyms)
    names = {id(one): _spaced(view[one.start : one.end]) for one in groups}
    keys: dict[str, list[Mention]] = {}
    for one in groups:
        keys.setdefault(_key(one, names[id(one)], acronyms), []).append(one)
    full = {key: _fullest({names[id(one)] for one in ones}) for key, ones in keys.items()}
    full = _suffixes(keys, full)
    for key, ones in keys.items():
        type_ = Counter(one.attributes.get("type") or "other" for one in ones if one.attributes.get("type") != "other")
        for one in ones:
            attributes = one.attributes
            attributes["canonical"] = attributes["value"] = full[key]
            if attributes.get("type") in (None, "other") and type_:
                attributes["type"] = type_.most_common(1)[0][0]
            attributes.setdefault("type", "other")
            for name in ("acronym", "same", "others", "full"):
                attributes.pop(name, None)
            for name in ("country", "known_as", "group_id"):
                attributes.setdefault(name, None)


def _spaced(name: str) -> str:
    return " ".join(name.split()) if "  " in name else name


def _spelled(view: str, groups: list[Mention], acronyms: dict[str, Mention]) -> None:
    """An acronym that nothing defines is short for the one group of the document whose initials it has."""
    wanted: dict[str, list[Mention]] = {}
    for one in groups:
        text = view[one.start : one.end]
        if "same" not in one.attributes and ACRONYM.fullmatch(last := text.rsplit(" ", 1)[-1]) and len(last) > 2:
            wanted.setdefault(text.lower().replace(" ", "").replace("&", ""), []).append(one)
    if not wanted:
        return
    for one in groups:
        words = [word for word in view[one.start : one.end].split() if word[0].isupper() or word[0].isdigit()]
        if len(words) < (2 if "&" in view[one.start : one.end] else 3):
            continue
        ordinal = words[0].lower() if words[0][0].isdigit() else ""
        initials = ordinal + "".join(word[0] for word in words[bool(ordinal) :]).lower()
        for short in wanted.pop(initials, ()):
            if short.attributes.get("group_id", 0) == one.attributes.get("group_id", 1):
                continue
            for name in ("group_id", "known_as", "country"):
                short.attributes[name] = one.attributes.get(name)
            short.attributes["type"] = one.attributes.get("type")
            short.attributes["full"] = _key(one, " ".join(view[one.start : one.end].split()), acronyms)


def _choose(view: str, one: Mention, countries: Counter[str]) -> None:
    """Of several groups that bear a form, the one whose country the document is about; an agency where it reports."""
    entries: list[Any] | None = one.attributes.pop("others", None)
    if not entries:
        return
    media = next((entry for entry in entries if entry.type == "media"), None)
    best = max(entries, key=lambda entry: max((countries[code] for code in entry.countries), default=0))
    if media is not None and (
        not (best.name in view or (countries and countries.most_common(1)[0][0] in best.countries))
        or _TOLD.search(view, max(0, one.start - 12), one.start)
        or _REPORTS.match(view, one.end)
    ):
        best = media
    one.attributes.update(
        type=best.type,
        group_id=best.id,
        known_as=best.name,
        country=best.countries[0] if len(best.countries) == 1 else None,
    )


def _key(one: Mention, name: str, acronyms: dict[str, Mention]) -> str:
    if "same" in one.attributes:
        target = next(long for long in acronyms.values() if id(long) == one.attributes["same"])
        return str(target.attributes.get("group_id") or f"@{target.start}")
    if "full" in one.attributes:
        return _spelling(str(one.attributes["full"]))
    if one.attributes.get("group_id"):
        return str(one.attributes["group_id"])
    if name.startswith(("JTF ", "JTF-")):
        name = f"Joint Task Force {name[4:]}"
    if "acronym" in one.attributes:
        return f"@{one.start}"
    return _spelling(fold(name[4:] if name.startswith(("the ", "The ")) else name))


def _spelling(name: str) -> str:
    """One key for the ways in which an article within an Arabic or Persian name is written: "ul-", "-ur-", "al-"."""
    if not _ARTICLED.search(name):
        return name
    return _ARTICLED.sub(" ", name)


def _fullest(names: set[str]) -> str:
    return max(names, key=_fullness) if len(names) > 1 else next(iter(names))


def _fullness(name: str) -> tuple[bool, bool, int, int, str]:
    """How full a name is: what ends in small letters describes more than it names ("UN refugee agency")."""
    return (
        not name[name.rfind(" ") + 1 :].islower(),
        not name.isupper() or " " in name,
        len(name.split()),
        len(name),
        name,
    )


def _partisans(words: list[str]) -> list[str]:
    """What the members of a party are called: "Liberals", of the "Liberal Party"."""
    if len(words) < 2 or words[-1] != "party":
        return []
    return [f"{words[-2]}s", *(["democrats"] if words[-2] == "democratic" else [])]


def _suffixes(keys: dict[str, list[Mention]], full: dict[str, str]) -> dict[str, str]:
    """A name that ends or begins another of the same type is short for it: "Security Council", "the Wagner"."""
    out = dict(full)
    folded = {key: fold(name) for key, name in full.items()}
    longer = sorted(keys, key=lambda key: -len(folded[key]))
    split = [folded[key].split() for key in longer]
    ends: dict[str, list[int]] = defaultdict(list)  # by what a short name may end with
    for number, theirs in enumerate(split):
        for word in {*theirs[:1], *theirs[-1:], *_partisans(theirs)}:
            ends[word].append(number)
    limits: dict[int, int] = {}
    for key in keys:
        words = folded[key].split()
        few = len(words)
        if few not in limits:
            limits[few] = next((number for number, theirs in enumerate(split) if len(theirs) <= few), len(split))
        for number in ends[words[-1]] if words else ():
            if number >= limits[few]:
                break
            theirs = split[number]
            if (
                (few > 1 and theirs[-few:] == words)
                or (few == 1 and theirs[0] == words[0] and (theirs[-1] == words[0] or theirs[-1] in _DROPPED))
                or (words[:-1] == theirs[:-2] and words[-1] in _partisans(theirs))
                or (few == 1 and words[0] in _partisans(theirs))
            ):
                out[key] = full[longer[number]]
                break
    return out
