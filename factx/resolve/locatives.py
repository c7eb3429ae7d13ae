"""Locatives: the places of a sentence that are led as those of a count: "in the port city of X", "stormed X"."""

from __future__ import annotations

import re

from factx.facts import Mention
from factx.resolve.scenes import COUNTS, Scene

REACH = 90
"""Characters before a place in which its preposition stands."""
_STOP = (
    "and|or|but|from|by|with|for|to|into|in|at|on|near|who|which|that|when|where|while|was|were|is|are|has|have|had"
    "|said|says|told|killed|killing|wounded|wounding|injured|injuring|left|leaving|between|against|over"
    "|after|before|since|because|as"
)
AREA = (
    "city|town|village|capital|province|region|district|state|island|area|port|valley|suburb|territory|neighbou?rhood"
    "|camp|department|county|republic|municipality|governorate|settlement|hamlet|locality|enclave|township|oasis|commune"
    "|prefecture|archipelago|peninsula|zone|canton|borough"
)
_IN = (
    "in|at|near|outside|inside|around|across|throughout|within|off|along|on|over|through|miles of|km of"
    "|kilomet(?:er|re)s of|(?:north|south|east|west|northeast|northwest|southeast|southwest) of"
)
_AGAINST = (
    "attacked|attacks?|attacking|stormed|storming|raided|hits?|hitting|rocks?|rocked|struck|strikes?|shelled|shelling"
    "|bombed|bombing|invaded|overran|seized?|captured?|ambushed|entered|swept|patroll(?:ed|ing)"
    "|buried|blanket(?:ed|s)?|batter(?:ed|s|ing)|lash(?:ed|es|ing)|ravag(?:ed|es|ing)|devastat(?:ed|es|ing)"
    "|rattl(?:ed|es|ing)"
    "|shook|jolt(?:ed|s)|pound(?:ed|s|ing)|target(?:ed|s|ing)|bombard(?:ed|s|ing)|besieg(?:ed|es|ing)"
    "|defend(?:ed|ing)|raids"
    "|retook|retak(?:e|ing)|recaptured|(?:re)?captur(?:e|ing)|liberat(?:e|ed|ing)|escap(?:e|ing)|storm|raid"
    "|(?:battles?|fight|fighting) for|gripp(?:ed|ing)|engulf(?:ed|ing)|tore through"
    "|(?:hit|affected) (?:was|were|is|are)"
)
_TOWARDS = (
    "into|to|toward|towards|reached|entered|occupy(?:ing)?|occupied|occupies|patrol(?:led|ling)?|reinforce|protect|for"
    "|guard(?:s|ed|ing)?|garrison(?:s|ed|ing)?|secur(?:e|ed|ing)|flood(?:ed|ing)|surround(?:ed|ing)?|encircl(?:ed|ing)"
)


def _leads(words: str) -> re.Pattern[str]:
    """What may stand before the place of a count: one of `words`, or a noun that says what kind of place it is."""
    modifiers = rf"(?:(?!(?:{_STOP})\b)[\w.'-]+ ){{0,5}}(?:(?:central|(?:north|south|east|west)\w*),? and (?:[\w-]+ ))?"
    return re.compile(
        rf"\b(?:(?:{words}) (?:the |an? )?{modifiers}(?:(?:{AREA}|(?:{AREA})s) of (?:the )?|(?:{AREA}), )?"
        rf"|(?:{AREA}) of )\Z",
        re.IGNORECASE,
    )


_LED = {
    "casualty": _leads(f"{_IN}|{_AGAINST}|into"),
    "displaced": _leads(f"{_IN}|{_AGAINST}|from|fled|flee|fleeing|left"),
    "troop_count": _leads(f"{_IN}|{_AGAINST}|{_TOWARDS}"),
    "withdrawn": _leads(f"{_IN}|from|out of|leave|left|leaving|departed|quit"),
}
"""What leads the place of a count, by kind of count."""
ATTRIBUTIVE = re.compile(
    r"(?:-\w+)? (?:(?!(?:by|and|or|when|after|as|from|with|before|while|but|that|where|who|which|since|because"
    r"|if)\b)\w+ )?"
    r"(?:troops|forces?|soldiers|military|army|government|officials?|police|air force|navy|marines"
    r"|citizens?|nationals|presence|embassy|president|ambassador|border with|special|service|men|women|rebels|militants"
    r"|fighters|service ?members|servicemen|personnel|peacekeepers|reservists|paratroopers|commandos|contingent"
    r"|battalion|brigade|mercenaries|advis[eo]rs|trainers|gendarmes|guardsmen)\b"
)
"""What makes of a place the nationality of someone: "U.S. troops" are in no U.S."""
_WITHIN = re.compile(
    rf"(?: (?:{AREA}))?'s (?:[\w'-]+ ){{0,3}}|(?: (?:{AREA})),? "
    rf"|(?:(?! (?:and|or|(?:north|south|east|west)\w* of)\b)(?: [\w-]+){{1,3}} (?:{AREA})"
    r"| (?:city|town|village|capital|port|suburb|neighbou?rhood|camp|island)) of "
    r"|(?:'s)? capital,? ",
    re.IGNORECASE,
)
"""Between a place and one within it: "Sulu province's mountainous Patikul town"."""
_UNKNOWN = re.compile(
    r"(?: [a-z]\w*){0,3} (?:city|town|village|capital|island|port|valley|suburb|neighbou?rhood|camp|settlement|hamlet"
    r"|enclave|township|oasis|resort) of [A-Z]"
)
"""After the name of a sea or a region: a town in it that no gazetteer knows is where it was."""
_NAME = r"[A-Z][\w'-]+(?:[ -](?:(?:de|del|da|do|dos|das|du|des|al|el)(?: la| los)? )?[A-Z][\w'-]+){0,2}"
_APPOSED = re.compile(
    rf"(?: (?:{AREA}))?, (?:(?:an?|the|its|one of) [\w' -]*?)?(?:in|of|on|near|across|from)(?: the)?"
    r"(?: [\w-]+){0,4}? ?"
    rf"|(?:(?: [a-z]+)? (?:{AREA}))? (?:in|of)(?: the)?(?: [a-z][\w-]*){{0,2}} "
)
_WHOSE = re.compile(rf"(?!(?: \w+){{0,2}} (?:{AREA})\b)(?: [a-z]\w+){{1,2}} of (?:the )?")
"""Between a place and whose something there is: "the Baghdad headquarters of Iraq's largest party"."""
_REGION = re.compile(r" (?:region|province|district|state|area|county|department|governorate|municipality)\b")
"""After a name: that it is a region's."""
_OFF = r",? (?:north|south|east|west)\w* of"
_LIES = rf"(?:,| in| of| on|{_OFF})"
_SET_IN = re.compile(
    rf"(?:\b(?:{AREA}) of (?:the )?({_NAME}){_LIES}"
    rf"|(?<=[a-z] )(?!\w+(?:ian|ese|ish|ani|an|en|i) )({_NAME}) (?:[a-z]+ )?"
    rf"(?!capital|(?:city|town|village|island|port) of\b)(?:{AREA})(?: in| of|{_OFF}))"
    r"(?: the)?(?: [a-z][\w-]*){0,3} \Z"
)
"""Before a place: one within it that no gazetteer knows, "in the village of X in Y", "in the X district of Y"."""
_HERE = re.compile(
    r"(?:'s)? (?:(?:suicide|car|truck|roadside|twin|bus|train|plane|ferry|boat|mine|mosque|church|market|hotel|school)"
    r" )?(?:earthquake|quake|floods?|landslide|mudslide|cyclone|tsunami|bombings?|blasts?|explosions?|crash"
    r"|ambush|massacre|shootings?|siege|disaster|collapse|stampede|wildfires?|attack (?:kills|leaves))\b(?! suspect)"
    r"| (?:is|was) where\b"
)
"""What makes of the name before it the place of what happened: "the X bombing", "X is where"."""
_NAMED_SO = re.compile(
    rf"\b(?i:{_IN}|{_AGAINST}) (?:[Tt]he )?(?:[\w'-]+ ){{0,4}}?"
    rf"(?:(?:{AREA}) of (?:the )?({_NAME})"
    rf"|(?!\w+(?:ian|ese|ish|ani|can) )({_NAME}) (?:[a-z]+ )?(?:{AREA})\b(?! of\b)"
    r"|((?:[A-Z]\w+(?:[ -][A-Z]\w+)? (?:border|frontier)|(?:demilitari[sz]ed|buffer) zone"
    r"|[A-Z]\w+ (?:territory|waters|soil|airspace)"
    r"|(?:[A-Z][\w'-]+ ){1,3}(?:Hotel|Airport|Stadium|Mosque|Church|Cathedral|Hospital|University|Bridge|Prison|Station"
    r"|Camp|Air Base|Base|Barracks|Mall|Temple|Valley|Mountains|River|Creek|Square|Market))\b))"
)
"""Where a place is named whose kind is said: "in the village of X", "near X village"."""
_SAYER = re.compile(r" (?:[\w-]+ )?(?:said|says|told|announced|confirmed|reported)\b")
BASED = re.compile(
    r"\b(?:(?:\w+ of (?:them|whom|those)(?: were)?(?: from)? in|(?:the|about|twice|half) (?:the )?size of"
    r"|(?:bigger|larger|smaller) than"
    r"|(?:based|stationed|trained|born|living|residing|headquartered|exiled|studying|educated) in)"
    r"|(?:taken|ferried|driven|flown|evacuated|transferred|rushed|airlifted|brought|treated|admitted|moved)\b"
    r"[^,;]{0,30} (?:to|at|in)(?: an?| the)?(?: [\w-]+){0,2} (?:hospitals?|clinics?)(?: in)?)(?: the)?"
    r"(?: [\w-]+){0,2}(?: of)? \Z"
    r"|\b(?:fled|fleeing|flee|escaped|returned|headed|bound|sailing|flying|travell?ing|on the way|en route|taking \w+)"
    r"(?: \w+){0,2} (?:to|for|towards?)(?: the)?(?: [\w-]+)?(?: of)? \Z|\b[Oo]perations? \Z"
    r"|\b(?:(?:told|tell\w*|to|with|by|from|briefed)(?: [\w-]+){0,2} (?:reporters|journalists)"
    r"|said|speaking|spoke|monitored|conference|briefing|statement|interview|summit|embassy"
    r"|courts?|tribunal|lawmakers|parliament) (?:late |early |on \w+day )?(?:in|at|from)(?: the)?(?: [\w-]+){0,2} \Z"
    r"|\b(?:which|that) (?:is|lies|was|lay) (?:located )?(?:to the |just )?(?:north|south|east|west)\w* of\b"
    r"[^,;]{0,50}\Z"
)
"""Before a place that people are of, or that the hurt were brought to."""


def led_as(count: Mention) -> str:
    """As what the places of a count are led: those of the displaced by other words than those of the dead."""
    if count.attributes.get("harm") == "displaced":
        return "displaced"
    return "withdrawn" if count.attributes.get("action") == "withdrawn" else count.kind


def led_places(view: str, how: str, places: list[Mention], start: int) -> list[Mention]:
    """The places that a locative leads, each as near as it is told: the town for "in the province's town"."""
    pattern = _LED[how]
    harmed = how in ("casualty", "displaced")
    out: list[Mention] = []
    inner = False
    for number, one in enumerate(places):
        here = _HERE.match(view, one.end) or (one.start == start and view[one.end : one.end + 2] == ": ")
        if not here and (
            ATTRIBUTIVE.match(view, one.end)
            or _SAYER.match(view, one.end)
            or not (inner or pattern.search(view, max(start, one.start - REACH), one.start))
            or (harmed and BASED.search(view, max(start, one.start - REACH), one.start))
        ):
            inner = False
            continue
        following = places[number + 1] if number + 1 < len(places) else None
        inner = following is not None and _WITHIN.fullmatch(view, one.end, following.start) is not None
        if not inner and not _is_around(view, one, following) and not (out and _lies_in(view, one, out[-1])):
            out.append(one)
    return out


def _is_around(view: str, one: Mention, following: Mention | None) -> bool:
    """Whether a place only holds one told after it that no gazetteer knows."""
    found = _UNKNOWN.match(view, one.end)
    return found is not None and (following is None or found.end() - 1 != following.start)


def _lies_in(view: str, one: Mention, other: Mention) -> bool:
    """Whether a place only says where the one told before it lies, or whose something there is."""
    return _holds(view, one, other) or _WHOSE.fullmatch(view, other.end, one.start) is not None


def unlisted_place(scene: Scene, low: int, high: int) -> str | None:
    """The name of a place that no gazetteer knows, where the words beside it say what it is: "the village of X"."""
    found = _NAMED_SO.search(scene.view, max(low, scene.sentence.start), high)
    if found is None:
        return None
    at, end = found.span(found.lastindex or 0)
    no_place = ("date", *COUNTS) if found[1] else ("date", "person", *COUNTS)
    if any(one.start < end and at < one.end and one.kind in no_place for one in scene.inside):
        return None
    return found[found.lastindex or 0]


def place_within(scene: Scene, place: Mention) -> str | None:
    """The name of a place within one that was found: "X" of "in the village of X in Y", where no gazetteer knows it."""
    found = _SET_IN.search(scene.view, max(scene.sentence.start, place.start - REACH), place.start)
    if found is None or place.start < scene.sentence.start:
        return None
    at, end = found.span(found.lastindex or 0)
    if any(one.start < end and at < one.end for one in scene.inside):
        return None
    return found[found.lastindex or 0]


def _holds(view: str, one: Mention, other: Mention) -> bool:
    """Whether a place only says where the one told before it lies: "X, a city in north-western Y"."""
    countries = {one.attributes.get("country"), other.attributes.get("country")} - {None}
    if one.start - other.end > REACH or len(countries) > 1:
        return False
    wide = one.attributes.get("feature") in ("country", "region") or _REGION.match(view, one.end) is not None
    return (
        wide
        and other.attributes.get("feature") != "country"
        and _APPOSED.fullmatch(view, other.end, one.start) is not None
    )
