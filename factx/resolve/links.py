"""Links: the place and the date of a count, and what coordinated counts share, where no rule's construction says them.

A count's place is one that a locative leads ("in the port city of X"). Those of its own clause come first, after it
before those before it; then the clause that the harm follows from ("an attack in X that killed 12", "stormed X,
killing 12") or happened in ("were killed when gunmen attacked X"). Its date is the nearest of its clause, else of its
sentence; when a thing was said is no date of it. Where the sentence is silent the one before it may speak. What is
not found stays empty: a wrong attribute is worse than none.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from factx.document.model import Document, Sentence
from factx.facts import Mention
from factx.resolve.causes import RUINED, is_vague, named_causes

COUNTS = ("casualty", "troop_count")
_READ = frozenset({"place", "date", "person", *COUNTS})
"""The kinds of mention that are read here."""
_OPENING = 12
"""Characters that a date which opens a sentence can have before it, or a verb that it goes with."""
_SHORT = 3
"""Letters of abbreviations, which stand in capitals everywhere: UAE."""
_REACH = 90
"""Characters before a place in which its preposition stands."""
_BREAK = re.compile(
    r"[;:]|,? (?:while|but|although|though|whereas)\b| and (?=\w+ed (?:an?|the|its|their) )"
    r"|, and (?=\w+ (?:said|was|were|had|has|is|are)\b)"
    r"|(?:,| -+) (?:which|who|where|when|after|as|before|because(?! of)|since)\b"
    r"|\b(?:that|when|after|as|before|because(?! of)|where|which|who|whom|said|says|told) ",
    re.IGNORECASE,
)
"""Where one clause ends and another begins."""
_OPENS = re.compile(r"[,\s-]*(?:that|which|when|after|as|in which|(where))\b", re.IGNORECASE)
"""What opens a clause that says what befell, or when and where."""
_WHO = re.compile(
    r"[,\s-]*who(?! (?:lived?|lives|came|come|worked|travel\w+|fled|is|are|was born|were born))\b", re.IGNORECASE
)
_SAYING = re.compile(r"\b(?:said|says?|told|reports?|reported|confirmed|announced|claimed|added|stated)\b[^,;]{0,40}\Z")
_PARTICIPLE = re.compile(r"(?:\w+ly )?\w+ing\b")
_STOP = (
    "and|or|but|from|by|with|for|to|into|in|at|on|near|who|which|that|when|where|while|was|were|is|are|has|have|had"
    "|said|says|told|killed|killing|wounded|wounding|injured|injuring|left|leaving|between|against|over"
)
_AREA = (
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
    "|retook|recaptur(?:ed|ing)|liberat(?:ed|ing)|escap(?:e|ing)|attacking|battle for|gripp(?:ed|ing)|engulf(?:ed|ing)"
    "|tore through"
)
_TOWARDS = (
    "into|to|toward|towards|reached|entered|occupy(?:ing)?|occupied|occupies|patrol(?:led|ling)?|reinforce|protect|for"
)


_KIND = re.compile(rf"(?: (?:{_AREA}))? ?,?")
"""Between a place and the clause that says what befell there."""


def _leads(words: str) -> re.Pattern[str]:
    """What may stand before the place of a count: one of `words`, or a noun that says what kind of place it is."""
    modifiers = rf"(?:(?!(?:{_STOP})\b)[\w.'-]+ ){{0,5}}(?:(?:central|(?:north|south|east|west)\w*),? and (?:[\w-]+ ))?"
    return re.compile(
        rf"\b(?:(?:{words}) (?:the |an? )?{modifiers}(?:(?:{_AREA}|(?:{_AREA})s) of (?:the )?|(?:{_AREA}), )?"
        rf"|(?:{_AREA}) of )\Z",
        re.IGNORECASE,
    )


_LED = {
    "casualty": _leads(f"{_IN}|{_AGAINST}|into"),
    "displaced": _leads(f"{_IN}|{_AGAINST}|from|fled|flee|fleeing|left"),
    "troop_count": _leads(f"{_IN}|{_AGAINST}|{_TOWARDS}"),
    "withdrawn": _leads(f"{_IN}|from|out of|leave|left|leaving|departed|quit"),
}
"""What leads the place of a count, by kind of count."""
_ATTRIBUTIVE = re.compile(
    r"(?:-\w+)? (?:(?!(?:by|and|or|when|after|as|from|with|before|while|but|that|where|who|which|since|because"
    r"|if)\b)\w+ )?"
    r"(?:troops|forces?|soldiers|military|army|government|officials?|police|air force|navy|marines"
    r"|citizens?|nationals|presence|embassy|president|ambassador|border with|special|service|men|women|rebels|militants"
    r"|fighters)\b"
)
"""What makes of a place the nationality of someone: "U.S. troops" are in no U.S."""
_NEAR = re.compile(r"\b(?:near|outside|off|from|bordering)\b[^,]*\Z", re.IGNORECASE)
_WITHIN = re.compile(
    rf"(?: (?:{_AREA}))?'s (?:[\w'-]+ ){{0,3}}|(?: (?:{_AREA})),? |(?:(?: [\w-]+){{1,3}} (?:{_AREA})"
    r"| (?:city|town|village|capital|port|suburb|neighbou?rhood|camp|island)) of "
    r"|(?:'s)? capital,? ",
    re.IGNORECASE,
)
"""Between a place and one within it: "Sulu province's mountainous Patikul town"."""
_UNKNOWN = re.compile(rf"(?: [a-z]\w*){{0,3}} (?:{_AREA}) of [A-Z]")
"""After the name of a sea or a region: a town in it that no gazetteer knows is where it was."""
_NAME = r"[A-Z][\w'-]+(?:[ -](?:(?:de|del|da|do|dos|das|du|des|al|el)(?: la| los)? )?[A-Z][\w'-]+){0,2}"
_APPOSED = re.compile(
    rf"(?: (?:{_AREA}))?, (?:(?:an?|the|its|one of) [\w' -]*?)?(?:in|of|on|near|across|from)(?: the)?"
    r"(?: [\w-]+){0,4}? ?"
    rf"|(?: (?:{_AREA}))? (?:in|of)(?: the)?(?: [a-z][\w-]*){{0,2}} "
)
_REGION = re.compile(r" (?:region|province|district|state|area|county|department|governorate|municipality)\b")
"""After a name: that it is a region's."""
_OFF = r",? (?:north|south|east|west)\w* of"
_LIES = rf"(?:,| in| of| on|{_OFF})"
_SET_IN = re.compile(
    rf"(?:\b(?:{_AREA}) of (?:the )?({_NAME}){_LIES}"
    rf"|(?<=[a-z] )(?!\w+(?:ian|ese|ish|ani|an|en|i) )({_NAME}) (?:[a-z]+ )?(?!capital)(?:{_AREA})(?: in| of|{_OFF}))"
    r"(?: the)?(?: [a-z][\w-]*){0,3} \Z"
)
"""Before a place: one within it that no gazetteer knows, "in the village of X in Y", "in the X district of Y"."""
_HERE = re.compile(
    r"(?:'s)? (?:(?:suicide|car|truck|roadside|twin|bus|train|plane|ferry|boat|mine|mosque|church|market|hotel|school)"
    r" )?(?:earthquake|quake|floods?|landslide|mudslide|cyclone|tsunami|bombings?|blasts?|explosions?|crash"
    r"|ambush|massacre|shootings?|siege|disaster|collapse|stampede|wildfires?|attack (?:kills|leaves))\b(?! suspect)"
)
"""What makes of the name before it the place of what happened: "the X bombing"."""
_NAMED_SO = re.compile(
    rf"\b(?i:{_IN}|{_AGAINST}) (?:[Tt]he )?(?:[\w'-]+ ){{0,4}}?"
    rf"(?:(?:{_AREA}) of (?:the )?({_NAME})"
    rf"|(?!\w+(?:ian|ese|ish|ani|can) )({_NAME}) (?:[a-z]+ )?(?:{_AREA})\b(?! of\b)"
    r"|((?:[A-Z]\w+(?:[ -][A-Z]\w+)? (?:border|frontier)|(?:demilitari[sz]ed|buffer) zone"
    r"|[A-Z]\w+ (?:territory|waters|soil|airspace)"
    r"|(?:[A-Z][\w'-]+ ){1,3}(?:Hotel|Airport|Stadium|Mosque|Church|Cathedral|Hospital|University|Bridge|Prison|Station"
    r"|Camp|Air Base|Base|Barracks|Mall|Temple|Valley|Mountains|River|Creek|Square|Market))\b))"
)
"""Where a place is named whose kind is said: "in the village of X", "near X village"."""
_GOAL = re.compile(
    r"\b(?:fled|fleeing|flee|crossed|crossing|border|over|escaped|poured|pouring|streamed|streaming|flooded|flooding"
    r"|refuge|safety|shelter|driven|moved) (?:over |across )?(?:in|(?:in)?to)(?: the)?(?: [\w-]+)? \Z"
)
"""Before a place that people fled to."""
_SAYER = re.compile(r" (?:[\w-]+ )?(?:said|says|told|announced|confirmed|reported)\b")
_BASED = re.compile(
    r"\b(?:(?:(?:the|about|twice|half) (?:the )?size of|(?:bigger|larger|smaller) than"
    r"|(?:based|stationed|born|living|residing|headquartered|exiled|studying|educated) in)"
    r"|(?:taken|flown|evacuated|transferred|rushed|airlifted|brought|treated|admitted|moved)\b[^,;]{0,30} (?:to|at|in)"
    r"(?: an?| the)?(?: [\w-]+){0,2} (?:hospitals?|clinics?)(?: in)?)(?: the)?(?: [\w-]+)? \Z|\b[Oo]perations? \Z"
    r"|\b(?:which|that) (?:is|lies|was|lay) (?:located )?(?:to the |just )?(?:north|south|east|west)\w* of\b"
    r"[^,;]{0,50}\Z"
)
"""Before a place that people are of, or that the hurt were brought to."""
_IN_COUNTRY = re.compile(r"\b(?:in|throughout|across) the country\b")
_DATE_LED = re.compile(
    r"\b(?:since|before|until|ahead of|following|prior to)(?: the)? \Z|\byears? after (?:the )?\Z", re.IGNORECASE
)
_WHEN = re.compile(r",? when\b")
"""After the date of what the clause that follows tells: "since 2005, when six died"."""
_DATELINE = re.compile(r"\s*(?:\([A-Z]|-{1,2} |\u2014)")
_SAID = re.compile(
    r"(?:(?:, | )(?:(?!(?:when|after|as|that|who|which)\b)[\w.'-]+ ){1,5})?(?: )?"
    r"(?:said|says?|told|reports?|reported|announced|confirmed|declared|stated)\b"
)
"""After a date that opens a sentence: when a thing was said."""
_LASTING = ("present", "total", "planned", "requested")
"""The actions of troops that no day of another clause is of."""
_REPORTED = re.compile(
    r"\b(?:said|says|told (?:[\w.'-]+ ){1,4}|announced|reported|confirmed|added|statement|stated|tweeted|wrote"
    r"|news conference|briefing|interview)(?: (?:here|late|early))?(?: on)?(?: (?:late|early))? \Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:(?<!hours )(?<!minutes )(?<!shortly )(?<!soon )|[,\s-]+)(?:after|since)\b", re.IGNORECASE)
"""What opens a clause that tells of a time before that of the clause before it."""
_DEED_AFTER = re.compile(
    r" (?:killings?|murders?|assassinations?|deaths?|attacks?|bombings?|massacres?|kidnappings?|abductions?|raids?)\b"
)
"""After the date of a deed that it stands before: "following the July 8 killing"."""
_TOLD_THAT = re.compile(
    r"\b(?:said|says|saying|report\w*|announc\w+|confirm\w+|claim\w+|adding|stat\w+|told \w+) (?:that )?\Z"
)
"""Before what was said: its verbs are a tense further back, and what befell no earlier than the clause before."""
_FOR_DOING = re.compile(r"\b(?:for|of|over) (?:\w+ly )?\Z")
_HAD = re.compile(r"\bhad (?:\w+ly |also |already |earlier )?(?:been )?\w+", re.IGNORECASE)
"""In a clause: that it befell before what the clauses before it tell."""
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?=T|$)")
_JOINED = re.compile(
    r"(?:, (?:most|many|some|all|including|mostly|mainly|among) [^,.;]{3,60}(?=, ))?"
    r"[\s,]*(?:(?:and|or|as well as|plus|with|while leaving|leaving)\b)?[\s,]*(?:(?:another|a further|the|at least|also"
    r"|(?:one of )?(?:his|her|their|its)|about|\w+ly|were|was|some|late|early|on|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday)\b[\s,]*){0,3}(?:and\b\s*)?(?:\w+ly )?",
    re.IGNORECASE,
)
"""Between two counts that the same deed befell: "killed six soldiers and seriously wounded two others"."""


_APART = re.compile(
    r"\b(?:since (?!then)|so far|until now|to date|thus far|over the (?:past|last|years)|in the (?:past|last)"
    r"|th(?:is|ese) (?:week|month|year|season|decade)s?|last (?:week|month|year)|(?:previous|earlier) (?:year|month)s?"
    r"|separate(?:ly)?|elsewhere|in addition|meanwhile|neighbou?ring"
    r"|in (?:an)?other (?:incident|attack|development|raid)|overall|in total|annual(?:ly)?|every (?:year|month)"
    r"|nationwide|across the country|in all,|worldwide|monthly|yearly|same (?:day|week|month|period)|by comparison"
    r"|in contrast|similarly)\b",
    re.IGNORECASE,
)
"""In a sentence: that it has a time or a scope of its own, and goes on with none before it."""
_STRUCK = re.compile(
    r"\b(?:attack(?:ed|s|ing)|storm(?:ed|ing)|raid(?:ed|ing)|ambush(?:ed|ing)|opened fire|open fire|shot|fired"
    r"|bomb(?:ed|ing)|shell(?:ed|ing)|struck|stabbed|rammed|blew|hits?|landed|pounded|bombarded|slammed|ploughed"
    rf"|plowed|set (?:fire|ablaze)|burn(?:t|ed)|torched|{RUINED})\b"
)
"""In a sentence: that something befell someone there."""


class _Scene(NamedTuple):
    """A sentence that holds counts, with what stands in it and in the one before."""

    view: str
    sentence: Sentence
    inside: list[Mention]
    places: list[Mention]
    breaks: list[int]
    before: Sentence | None
    earlier: list[Mention]
    near: bool
    """Whether the sentence before is of the same paragraph."""
    causes: Mapping[str, str]


def link_counts(document: Document, mentions: Sequence[Mention], causes: Mapping[str, str]) -> None:
    """Give the counts of a document their place and date, and what they share with those beside them, in place.

    `causes` gives the class of a cause of harm, in lower case: what happened where the sentence before says.
    """
    if not any(one.kind in COUNTS for one in mentions):
        return
    view, sentences = document.view, document.sentences
    within = _by_sentence(document, [one for one in mentions if one.kind in _READ])
    for number, inside in enumerate(within):
        counts = [one for one in inside if one.kind in COUNTS]
        if not counts:
            continue
        sentence = sentences[number]
        before = sentences[number - 1] if number else None
        scene = _Scene(
            view,
            sentence,
            inside,
            [one for one in inside if one.kind == "place"],
            [match.start() for match in _BREAK.finditer(view, sentence.start, sentence.end)],
            before,
            within[number - 1] if number else [],
            before is not None and before.paragraph == sentence.paragraph,
            causes,
        )
        dates = _usable(view, inside)
        named: str | None = ""
        for count in counts:
            if count.attributes.get("place") is None:
                led = _led(view, count, scene.places, sentence.start)
                low, high = _clause(count, scene.breaks)
                here = None
                if count.kind == "casualty" and not any(low <= one.start < high for one in led):
                    here = _unlisted(scene, low, min(high, sentence.end))
                place = _find_place(scene, count, led, mentions) if here is None else None
                if here is not None:
                    count.attributes["place"] = here
                elif place is None and not led:
                    if named == "":
                        named = _unlisted(scene, sentence.start, sentence.end)
                    count.attributes["place"] = named
                if place is not None:
                    inside_it = _set_in(scene, place)
                    if inside_it is None:
                        _link(count, "place", place, _name(place))
                    else:
                        count.attributes["place"] = inside_it
            if count.attributes.get("date") is None:
                date = _date_of(view, count, dates, scene.breaks, sentence.start)
                if date is None and not dates and count.kind == "casualty":
                    date = _day_before(scene, count)
                if date is not None:
                    _link(count, "date", date, _DAY.match(date.attributes["value"])[0])  # type: ignore[index]
        _share(view, [one for one in counts if one.kind == "casualty"])


def _name(place: Mention) -> str:
    """A place as it is written, but not in capitals throughout as datelines have it."""
    written = str(place.attributes.get("name") or place.attributes["value"])
    return written.title() if len(written) > _SHORT and written.isupper() else written


def _find_place(scene: _Scene, count: Mention, led: list[Mention], mentions: Sequence[Mention]) -> Mention | None:
    """The place of a count by its sentence, else by the one before; `led` are those that a locative leads."""
    view, start = scene.view, scene.sentence.start
    place = _place_of(view, count, scene.places, led, scene.breaks)
    if place is None and scene.sentence.section == "title":
        place = _only(view, scene.places)
    if place is None and not led:
        if _IN_COUNTRY.search(view, count.end, scene.sentence.end):
            place = _country(mentions, start)
        if place is None and _goes_on(scene, count):
            place = _place_before(scene, count)
    if place is None and count.attributes.get("harm") == "displaced":
        return next(
            (one for one in scene.places if _GOAL.search(view, max(start, one.start - _REACH), one.start)), None
        )
    return place


def _link(count: Mention, name: str, mention: Mention, value: str) -> None:
    count.attributes[name] = value
    count.links[name] = mention


def _share(view: str, counts: list[Mention]) -> None:
    """Let casualties that stand joined share the cause, the perpetrator, the place and the date of their deed."""
    for one, other in [*itertools.pairwise(counts), *itertools.pairwise(counts[::-1])]:
        first, second = (one, other) if one.start <= other.start else (other, one)
        if first.end < second.start and not _JOINED.fullmatch(view, first.end, second.start):
            continue
        fled = [one.attributes.get("harm") == "displaced" for one in (first, second)]
        names = ["cause", "date"] if fled[0] != fled[1] else ["cause", "place", "date"]
        if first.end > second.start or _harm_first(second) or not _harm_first(first):
            names.append("perpetrator")
        for name in names:
            if other.attributes.get(name) is None and one.attributes.get(name) is not None:
                other.attributes[name] = one.attributes[name]
                if name in one.links:
                    other.links[name] = one.links[name]


def counted(count: Mention) -> tuple[int, int]:
    """The span of a count's number and of those whom it counts."""
    return count.captures.get("people") or count.captures.get("count") or (count.start, count.end)


def _harm_first(count: Mention) -> bool:
    """Whether the harm is told before those it befell ("killed six"): a count that comes first is a subject itself."""
    harm = count.captures.get("harm")
    return harm is not None and harm[0] == count.start


def _place_of(
    view: str, count: Mention, places: list[Mention], led: list[Mention], breaks: list[int]
) -> Mention | None:
    """The place of a count by its clause, else by the clause that it follows from or happened in."""
    low, high = _clause(count, breaks)
    opening = _OPENS.match(view, low)
    at = counted(count)[0]
    after = [one for one in led if at <= one.start < high]
    before = [one for one in led if low <= one.start < at]
    if opening and opening[1]:
        before += [
            one
            for one in places
            if one.end <= low
            and _KIND.fullmatch(view, one.end, low)
            and not _BASED.search(view, max(0, one.start - _REACH), one.start)
        ]
    if after or before:
        return after[0] if after else _last(view, before)
    back = [one for one in led if one.start < low]
    later = [one for one in led if one.start >= high]
    if later and _OPENS.match(view, high):
        return later[0]
    if back and ((opening and not _SAYING.search(view, max(0, low - 60), low)) or _PARTICIPLE.match(view, count.start)):
        return _last(view, back)
    if later and _WHO.match(view, high):
        return later[0]
    return led[0] if count.kind == "casualty" and len(led) == 1 else None


def _last(view: str, places: list[Mention]) -> Mention:
    """The last of some places; one that something else only lies near gives way to one before it."""
    for one in reversed(places):
        if not _NEAR.search(view, max(0, one.start - 30), one.start):
            return one
    return places[-1]


def _led(view: str, count: Mention, places: list[Mention], start: int) -> list[Mention]:
    """The places that a locative leads, each as near as it is told: the town for "in the province's town"."""
    name = count.kind
    if count.attributes.get("harm") == "displaced":
        name = "displaced"
    elif count.attributes.get("action") == "withdrawn":
        name = "withdrawn"
    pattern = _LED[name]
    out: list[Mention] = []
    inner = False
    for number, one in enumerate(places):
        here = _HERE.match(view, one.end) or (one.start == start and view[one.end : one.end + 2] == ": ")
        if not here and (
            _ATTRIBUTIVE.match(view, one.end)
            or _SAYER.match(view, one.end)
            or not (inner or pattern.search(view, max(start, one.start - _REACH), one.start))
            or (count.kind == "casualty" and _BASED.search(view, max(start, one.start - _REACH), one.start))
        ):
            inner = False
            continue
        following = places[number + 1] if number + 1 < len(places) else None
        inner = following is not None and _WITHIN.fullmatch(view, one.end, following.start) is not None
        if not inner and not _UNKNOWN.match(view, one.end) and not (out and _holds(view, one, out[-1])):
            out.append(one)
    return out


def _unlisted(scene: _Scene, low: int, high: int) -> str | None:
    """The name of a place that no gazetteer knows, where the words beside it say what it is: "the village of X"."""
    found = _NAMED_SO.search(scene.view, max(low, scene.sentence.start), high)
    if found is None:
        return None
    at, end = found.span(found.lastindex or 0)
    no_place = ("date", *COUNTS) if found[1] else ("date", "person", *COUNTS)
    if any(one.start < end and at < one.end and one.kind in no_place for one in scene.inside):
        return None
    return found[found.lastindex or 0]


def _set_in(scene: _Scene, place: Mention) -> str | None:
    """The name of a place within one that was found: "X" of "in the village of X in Y", where no gazetteer knows it."""
    found = _SET_IN.search(scene.view, max(scene.sentence.start, place.start - _REACH), place.start)
    if found is None or place.start < scene.sentence.start:
        return None
    at, end = found.span(found.lastindex or 0)
    if any(one.start < end and at < one.end for one in scene.inside):
        return None
    return found[found.lastindex or 0]


def _holds(view: str, one: Mention, other: Mention) -> bool:
    """Whether a place only says where the one told before it lies: "X, a city in north-western Y"."""
    countries = {one.attributes.get("country"), other.attributes.get("country")} - {None}
    if one.start - other.end > _REACH or len(countries) > 1:
        return False
    wide = one.attributes.get("feature") in ("country", "region") or _REGION.match(view, one.end) is not None
    return (
        wide
        and other.attributes.get("feature") != "country"
        and _APPOSED.fullmatch(view, other.end, one.start) is not None
    )


def _clause(count: Mention, breaks: list[int]) -> tuple[int, int]:
    """The span of the clause that a count stands in."""
    low = max((at for at in breaks if at <= count.start), default=0)
    high = min((at for at in breaks if at >= count.end), default=1 << 60)
    return low, high


def _only(view: str, places: list[Mention]) -> Mention | None:
    """The one place of a headline that names no party to the deed; a country after its town says the same place."""
    named = [one for one in places if not one.attributes.get("metonymic") and not _ATTRIBUTIVE.match(view, one.end)]
    if len(named) == 2 and view[named[0].end : named[1].start] == ", ":
        return named[0]
    return named[0] if len(named) == 1 else None


def _country(mentions: Sequence[Mention], start: int) -> Mention | None:
    """The country that is meant by "the country": of those told before the sentence the one told most often."""
    told = [
        one
        for one in mentions
        if one.kind == "place" and one.end <= start and one.attributes.get("feature") == "country"
    ]
    often = Counter(one.attributes["value"] for one in told)
    return max(told, key=lambda one: (often[one.attributes["value"]], one.start), default=None)


def _goes_on(scene: _Scene, count: Mention) -> bool:
    """Whether a sentence can tell of what the one before it does: of casualties in the same paragraph, with no time or
    scope of its own."""
    if scene.before is None or count.kind != "casualty":
        return scene.before is not None
    return scene.near and not _APART.search(scene.view, scene.sentence.start, scene.sentence.end)


def _day_before(scene: _Scene, count: Mention) -> Mention | None:
    """The one day that the sentence before tells, or its counts are of: of what befell people or things then."""
    if not _goes_on(scene, count):
        return None
    counts = [one for one in scene.earlier if one.kind == "casualty"]
    told = _usable(scene.view, scene.earlier)
    if not told:
        told = list({id(one.links["date"]): one.links["date"] for one in counts if "date" in one.links}.values())
    return told[0] if len(told) == 1 and (counts or _befell(scene)) else None


def _place_before(scene: _Scene, count: Mention) -> Mention | None:
    """The place that the counts of the sentence before agree on; in one paragraph also the only one led there, of
    casualties where something happened there."""
    view, start = scene.view, scene.before.start if scene.before else 0
    told = {
        id(place): place
        for one in scene.earlier
        if one.kind == count.kind and (place := one.links.get("place")) and (scene.near or place.start >= start)
    }
    if count.kind == "casualty" and told:
        return next(iter(told.values())) if len(told) == 1 else None
    if not scene.near or (count.kind == "casualty" and not _befell(scene)):
        return None
    led = _led(view, count, [one for one in scene.earlier if one.kind == "place"], start)
    return led[0] if len(led) == 1 else None


def _befell(scene: _Scene) -> bool:
    """Whether the sentence before tells of something that can have done harm."""
    if scene.before is None:
        return False
    view, start, end = scene.view, scene.before.start, scene.before.end
    return _STRUCK.search(view, start, end) is not None or any(
        not is_vague(view[low:high]) for low, high in named_causes(view, start, end, scene.causes)
    )


def _usable(view: str, mentions: Sequence[Mention]) -> list[Mention]:
    return [
        one
        for one in mentions
        if one.kind == "date"
        and one.attributes.get("type") in ("DATE", "TIME")
        and _DAY.match(str(one.attributes.get("value")))
        and one.attributes.get("role") in (None, "event")
        and not _DATELINE.match(view, one.end)
        and (
            not _DATE_LED.search(view[max(0, one.start - 16) : one.start])
            or _WHEN.match(view, one.end)
            or _DEED_AFTER.match(view, one.end)
        )
        and not _REPORTED.search(view[max(0, one.start - 40) : one.start])
    ]


def _date_of(view: str, count: Mention, dates: list[Mention], breaks: list[int], start: int) -> Mention | None:
    """The nearest date of the count's clause, else of the sentence, but none that only says when a thing was said."""
    low, high = _clause(count, breaks)
    told = [
        one
        for one in dates
        if one.start >= count.start
        or not (said := _SAID.match(view, one.end))
        or (one.start - start > _OPENING and said.end() - one.end > _OPENING)
    ]
    inside = [one for one in told if low <= one.start < high]
    if count.kind == "casualty":
        since = _told_since(view, count, low)
        told = [one for one in told if one.start >= since]
        inside = [one for one in inside if one.start >= since]
    if count.attributes.get("action") not in _LASTING:
        inside = inside or told
    at, end = counted(count)[0], count.end
    return min(inside, key=lambda one: (max(one.start - end, at - one.end), one.start), default=None)


def _told_since(view: str, count: Mention, low: int) -> int:
    """From where on a date can be of a count in a clause that begins at `low`: behind what tells of a later time."""
    if _FOR_DOING.search(view, max(low, count.start - 16), count.start):
        return count.start
    begun = _OPENS.match(view, low)
    if _TOLD_THAT.search(view, max(0, low - 24), begun.end() if begun and begun[0].strip() == "that" else low):
        return 0
    return low if _AFTER.match(view, low) or _HAD.search(view, low, count.end) else 0


def _by_sentence(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    out: list[list[Mention]] = [[] for _ in document.sentences]
    at = 0
    for mention in sorted(mentions, key=attrgetter("start")):
        while at + 1 < len(document.sentences) and document.sentences[at].end <= mention.start:
            at += 1
        if out:
            out[at].append(mention)
    return out
