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
from collections.abc import Sequence

from factx.document.model import Document
from factx.facts import Mention

COUNTS = ("casualty", "troop_count")
_OPENING = 12
"""Characters that a date which opens a sentence can have before it, or a verb that it goes with."""
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
    "|camp|department|county|republic|municipality|governorate"
)
_IN = (
    "in|at|near|outside|inside|around|across|throughout|within|off|along|on|over|through|miles of|km of"
    "|kilomet(?:er|re)s of|(?:north|south|east|west|northeast|northwest|southeast|southwest) of"
)
_AGAINST = (
    "attacked|attacks?|attacking|stormed|storming|raided|hits?|hitting|rocks?|rocked|struck|strikes?|shelled|shelling"
    "|bombed|bombing|invaded|overran|seized?|captured?|ambushed|entered|swept"
)
_TOWARDS = (
    "into|to|toward|towards|reached|entered|occupy(?:ing)?|occupied|occupies|patrol(?:led|ling)?|reinforce|protect|for"
)


def _leads(words: str) -> re.Pattern[str]:
    """What may stand before the place of a count: one of `words`, or a noun that says what kind of place it is."""
    modifiers = rf"(?:(?!(?:{_STOP})\b)[\w.'-]+ ){{0,5}}"
    return re.compile(
        rf"\b(?:(?:{words}) (?:the |an? )?{modifiers}(?:(?:{_AREA}|(?:{_AREA})s) of (?:the )?|(?:{_AREA}), )?"
        rf"|(?:{_AREA}) of )\Z",
        re.IGNORECASE,
    )


_LED = {
    "casualty": _leads(f"{_IN}|{_AGAINST}"),
    "displaced": _leads(f"{_IN}|{_AGAINST}|from|fled|flee|fleeing|left"),
    "troop_count": _leads(f"{_IN}|{_AGAINST}|{_TOWARDS}"),
    "withdrawn": _leads(f"{_IN}|from|leave|left|leaving|departed|quit"),
}
"""What leads the place of a count, by kind of count."""
_ATTRIBUTIVE = re.compile(
    r"(?:-\w+)? (?:\w+ )?(?:troops|forces?|soldiers|military|army|government|officials?|police|air force|navy|marines"
    r"|citizens?|nationals|presence|embassy|president|ambassador|border with|special|service|men|women|rebels|militants"
    r"|fighters)\b"
)
"""What makes of a place the nationality of someone: "U.S. troops" are in no U.S."""
_NEAR = re.compile(r"\b(?:near|outside|off|from|bordering)\b[^,]*\Z", re.IGNORECASE)
_WITHIN = re.compile(
    rf"(?: (?:{_AREA}))?'s (?:[\w'-]+ ){{0,3}}|(?: (?:{_AREA})),? |(?: [\w-]+){{0,3}} (?:{_AREA}) of "
    r"|(?:'s)? capital,? ",
    re.IGNORECASE,
)
"""Between a place and one within it: "Sulu province's mountainous Patikul town"."""
_UNKNOWN = re.compile(rf"(?: [a-z]\w*){{0,3}} (?:{_AREA}) of [A-Z]")
"""After the name of a sea or a region: a town in it that no gazetteer knows is where it was."""
_IN_COUNTRY = re.compile(r"\b(?:in|throughout|across) the country\b")
_DATE_LED = re.compile(
    r"\b(?:since|before|until|ahead of|following|prior to)(?: the)? \Z|\byears? after (?:the )?\Z", re.IGNORECASE
)
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
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?=T|$)")
_JOINED = re.compile(
    r"(?:, (?:most|many|some|all|including|mostly|mainly|among) [^,.;]{3,60}(?=, ))?"
    r"[\s,]*(?:(?:and|or|as well as|plus|with|while leaving|leaving)\b)?[\s,]*(?:(?:another|a further|the|at least|also"
    r"|about|\w+ly|were|was|some|late|early|on|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday)\b[\s,]*){0,3}(?:and\b\s*)?(?:\w+ly )?",
    re.IGNORECASE,
)
"""Between two counts that the same deed befell: "killed six soldiers and seriously wounded two others"."""


def link_counts(document: Document, mentions: Sequence[Mention]) -> None:
    """Give the counts of a document their place and date, and what they share with those beside them, in place."""
    view = document.view
    within = _by_sentence(document, mentions)
    for number, inside in enumerate(within):
        counts = sorted((one for one in inside if one.kind in COUNTS), key=lambda one: one.start)
        if not counts:
            continue
        sentence = document.sentences[number]
        places = [one for one in inside if one.kind == "place"]
        dates = _usable(view, inside)
        breaks = [match.start() for match in _BREAK.finditer(view, sentence.start, sentence.end)]
        earlier = within[number - 1] if number else []
        near = bool(number) and document.sentences[number - 1].paragraph == sentence.paragraph
        for count in counts:
            if count.attributes.get("place") is None:
                led = _led(view, count, places, sentence.start)
                place = _place_of(view, count, places, led, breaks)
                if place is None and sentence.section == "title":
                    place = _only(view, places)
                if place is None and not led and _IN_COUNTRY.search(view, count.end, sentence.end):
                    place = _country(mentions, count)
                if place is None and not led:
                    place = _place_before(view, count, earlier, document.sentences[number - 1].start, near)
                if place is not None:
                    _link(count, "place", place, place.attributes.get("name") or place.attributes["value"])
            if count.attributes.get("date") is None:
                date = _date_of(view, count, dates, breaks, sentence.start)
                if date is None and not dates and near and count.kind == "casualty":
                    before = _usable(view, earlier)
                    date = before[-1] if len(before) == 1 else None
                if date is not None:
                    _link(count, "date", date, _DAY.match(date.attributes["value"])[0])  # type: ignore[index]
        _share(view, [one for one in counts if one.kind == "casualty"])


def _link(count: Mention, name: str, mention: Mention, value: str) -> None:
    count.attributes[name] = value
    count.links[name] = mention


def _share(view: str, counts: list[Mention]) -> None:
    """Let casualties that stand joined share the cause, the perpetrator, the place and the date of their deed."""
    for one, other in [*itertools.pairwise(counts), *itertools.pairwise(counts[::-1])]:
        first, second = (one, other) if one.start <= other.start else (other, one)
        if first.end < second.start and not _JOINED.fullmatch(view, first.end, second.start):
            continue
        names = ["cause", "place", "date"]
        if first.end > second.start or _harm_first(second) or not _harm_first(first):
            names.append("perpetrator")
        for name in names:
            if other.attributes.get(name) is None and one.attributes.get(name) is not None:
                other.attributes[name] = one.attributes[name]
                if name in one.links:
                    other.links[name] = one.links[name]


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
    after = [one for one in led if count.start <= one.start < high]
    before = [one for one in led if low <= one.start < count.start]
    if opening and opening[1]:
        before += [one for one in places if one.end <= low <= one.end + 2]
    if after or before:
        return after[0] if after else _last(view, before)
    back = [one for one in led if one.start < low]
    later = [one for one in led if one.start >= high]
    if later and _OPENS.match(view, high):
        return later[0]
    if back and ((opening and not _SAYING.search(view, max(0, low - 60), low)) or _PARTICIPLE.match(view, count.start)):
        return _last(view, back)
    return later[0] if later and _WHO.match(view, high) else None


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
        if _ATTRIBUTIVE.match(view, one.end) or not (
            inner or pattern.search(view, max(start, one.start - _REACH), one.start)
        ):
            inner = False
            continue
        following = places[number + 1] if number + 1 < len(places) else None
        inner = following is not None and _WITHIN.fullmatch(view, one.end, following.start) is not None
        if not inner and not _UNKNOWN.match(view, one.end):
            out.append(one)
    return out


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


def _country(mentions: Sequence[Mention], count: Mention) -> Mention | None:
    """The country that is meant by "the country": the last one told before that is no party to the count."""
    told = [
        one
        for one in mentions
        if one.kind == "place"
        and one.start < count.start
        and one.attributes.get("feature") == "country"
        and not one.attributes.get("metonymic")
    ]
    return max(told, key=lambda one: one.start, default=None)


def _place_before(view: str, count: Mention, earlier: Sequence[Mention], start: int, near: bool) -> Mention | None:
    """The place that the counts of the sentence before agree on; in one paragraph also the only one led there."""
    told = {
        id(place): place
        for one in earlier
        if one.kind == count.kind and (place := one.links.get("place")) and (near or place.start >= start)
    }
    if count.kind == "casualty" and told:
        return next(iter(told.values())) if len(told) == 1 else None
    led = _led(view, count, [one for one in earlier if one.kind == "place"], start) if near else []
    return led[0] if len(led) == 1 else None


def _usable(view: str, mentions: Sequence[Mention]) -> list[Mention]:
    return [
        one
        for one in mentions
        if one.kind == "date"
        and one.attributes.get("type") in ("DATE", "TIME")
        and _DAY.match(str(one.attributes.get("value")))
        and one.attributes.get("role") in (None, "event")
        and not _DATELINE.match(view, one.end)
        and not _DATE_LED.search(view[max(0, one.start - 16) : one.start])
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
    if count.attributes.get("action") not in _LASTING:
        inside = inside or told
    return min(inside, key=lambda one: (max(one.start - count.end, count.start - one.end), one.start), default=None)


def _by_sentence(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    out: list[list[Mention]] = [[] for _ in document.sentences]
    at = 0
    for mention in sorted(mentions, key=lambda one: one.start):
        while at + 1 < len(document.sentences) and document.sentences[at].end <= mention.start:
            at += 1
        if out:
            out[at].append(mention)
    return out
