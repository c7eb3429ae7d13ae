"""Forces: whom troops belong to, and who did the harm, by the names and back-references of the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factx.document.model import Document
from factx.facts import Mention, within
from factx.resolve.nations import adjective_nation, of_nation
from factx.resolve.owners import OWNS, having, joint, opening, owner, spoken, subject, with_them
from factx.resolve.verbs import Verbs

_BACK = re.compile(
    r"\b(?:the|its|their) (mission|force|group|army|alliance|movement|organi[sz]ation|militia|coalition)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r",? (?:of(?: the)?(?: [\d,]+-strong)?|belonging to|loyal to|part of"
    r"|under(?: direct| overall)?"
    r"|(?:serving|fighting|operating|working|(?:that|who) (?:serve|fight|operate)[ds]?|(?:that|who) (?:are|were) part) "
    r"(?:in|of|with|for|as part of|under(?: the (?:auspices|command|flag|banner) of)?)) (?:the )?"
    r"(?:(?:[\w.-]+ ){0,5}of (?:the )?)?(?:[\w.]+-\w+ )?\Z"
    r"|,? known (?:as|by its (?:\w+ )?(?:acronym|initials|name)),? (?:the )?\Z"
)
"""Between troops and the force that they are of: "troops of the 19th battalion of the army"."""
_FROM = re.compile(
    r"(?: of (?:them|whom))?,? (?:(?:deployed|sent|coming|comes?|came|hails?|is|are|drawn|mostly|all|most of them) )?"
    r"from (?:the )?"
    r"(?:(?:[\w.-]+ ){0,3}of (?:the )?|(?:[\w.-]+ ){0,4}(?:group|company|contractor|organi[sz]ation|militia"
    r"|movement|force|faction) )?\Z"
    r"|,? (?:promised|pledged|offered|sent|deployed|provided|contributed|supplied|raised|fielded) by (?:the )?\Z"
)
_CONSISTS = re.compile(
    r"\)?,? (?:with|comprising|numbering|consisting of|totall?ing|whose|which (?:has|had|numbers|comprises)) "
    r"(?:its |a total of )?\Z"
)
"""Between a force and those that it consists of: "the mission, with 900 troops"."""
_OWN = re.compile(
    r"(?:'s?|’s?),? (?:with )?(?:(?:last|first|remaining|own|existing|current|authori[sz]ed|mandated|military|police"
    r"|troop|total|overall|original|planned|initial|new|elite|final|additional|extra|peacekeeping|ground|main|entire|full"
    r"|some|about"
    r"|nearly|around|uniformed) )*"
    r"(?:(?:contingent|force|mission|army|military|strength|ceiling|presence|component|levels?|garrison|deployment"
    r"|contribution|troops|battalion|brigade)"
    r"(?: (?:of|from|at|to|is|was|by|now|numbers|totals|numbering|in \w+)| in the \w+)* (?:[\d,]+ to )?)?\Z"
)
"""Between whose they are and a count: "Spain's 1,300 troops", "the mission's authorised strength of"."""
_ORIGIN = re.compile(r" (?:of (?:them|whom|which) |more )?(?:each )?from ")
"""After a count of a list: that it is of a country told after it."""
_WITHIN = re.compile(
    r"[^.;:]{0,120}?\b(?:(?:operating|serving|working|deployed|acting|fighting|participating)"
    r" (?:as part of|under|in|with)"
    r"|(?:as|are|were|form(?:ing|s)?|make up|making up) part of) (?:the |an? )?\Z"
)
"""After troops and their countries: the force that they serve in."""
_SIDE = re.compile(r" ?[(:]? ?(?:with |about |some |just |only )?\Z|[,:] (?:with |about |some |just |only )?\Z")
"""Between a country and its number in a list: "Italy (1,050)", "France 1,700"."""
_INITIALS = re.compile(r"(?!U\.?S\.?\b)[A-Z][A-Za-z.-]*[A-Z][A-Z.]*\b")
"""The initials of a force before its troops: "GSDF troops"."""
_BODY = re.compile(r"\b(?:force|mission|army|contingent|group|militia|coalition)\Z")
"""At the end of a count: a body of troops, whose name may stand in apposition."""
_TIE = re.compile(r"(?:,|,? (?:and|or|plus|as well as|along with))(?: [\d,]+ [a-z]{3,20},?(?: (?:and|or))?)? ")
"""Between two counts of one list, what else is listed between them passed over."""
_HYPHEN = re.compile(r"(?<![\w.])[A-Z][\w.]*-\Z")
_IT = re.compile(r"(?:(?:In|On|By|At|Since|Last|Earlier)\b[^,.;]{2,30},? )?(?:[Ii]t|[Tt]hey)\b")
_ITS = re.compile(r"(?:(?:The last|Most|Some|All|About half|Half|Many) of its|Its)(?: [a-z]+){0,2} ")
"""Before troops of the subject of the sentence before: "Its remaining 300 soldiers"."""
_PRONOUN = re.compile(
    r"[a-z,] (?:although|though|while|because|and|but|where|that|which says|as) (?:it|they)"
    r" (?:(?:has|have|had|will|would|also|already|now|still|currently|only|once|keeps?|maintains?|sent|deployed|send"
    r"|deploy|withdrew|withdraw|contribute[sd]?|provide[sd]?|just|about|some|more than) ){1,4}\Z"
)
"""Before what is had by the subject of the sentence: "although it has"."""
_BESIDE = re.compile(r"\b(?:in|at|near|to|from|into|across|and)(?: the)?(?: (?:[A-Z]\w+ )*[\w.]+-\w+)? \Z")
_FOR = re.compile(r" (?:for|to) (?:the )?")
_COUNCIL = re.compile(r" Security Council\Z")
_WHOSE = re.compile(r", whose (?:some |about |nearly )?\Z")
_MANDATED = re.compile(r"\b(?:authori[sz]|approv|mandat|recommend|request)\w+ [^.;]*\Z")
"""Around troops that one body allows and a mission has: "authorised 900 troops for UNMISS"."""
_IS_CALLED = re.compile(
    r"(?: \([^)]*\))?, (?:the|an?) "
    r"(?:(?:[\w-]+ ){0,4}(?:force|mission|operation|army|alliance|militia|group|movement|battalion|brigade) of )?"
)
"""Between a force and its strength told beside it: "KFOR, the 18,000-strong force", "ECOMIG, a force of 750"."""
_DASH = re.compile(r" ?(?:--|[-–—]) ?(?:(?:an?|its|about|some|nearly) ){0,2}")
_LABEL = re.compile(r"(?:.*[;.]\s*)?[\s_*\u2022-]*(?:[Tt]he |THE )?", re.DOTALL)
"""Before the label of an entry: "CHAD: 300 soldiers"."""
_IN_NAME = re.compile(r" (?:in|for) (?:the )?((?!Iraq and the\b)[A-Z][\w' -]+?)(?: \(|\Z)")
_CARRIED = re.compile(
    r"(?:these|those|its|their|it|they|of|another|a (?:further|second)|further|more)\b"
    r"|the (?:[\w-]+,? ){0,4}?(?:troops|soldiers|personnel|peacekeepers|police|force|contingent|deployment|mission"
    r"|reinforcements?|number|total|first|second|third|last|rest|others|remaining|remainder|majority|bulk|unit|units"
    r"|battalion|brigade|team|phase|stage|withdrawal|drawdown|pullout|reduction|group|additional|new|extra|advance|fighters|militants)\b"
    r"|the \d",
    re.IGNORECASE,
)
_IRREGULAR = ("troop.irregular", "troop.members-irregular")
_OTHERS = re.compile(r"(?!U\.?S\.? |Army |Marine|National Guard|Navy |Blue )[A-Z]")
"""Begins the unit of troops that a name sets apart from those told before."""
_TYPES = {
    "mission": ("mission",), "force": ("mission", "military"), "army": ("military",), "alliance": ("igo",),
    "group": ("armed_group", "pmc"), "movement": ("armed_group", "party"), "militia": ("armed_group",),
    "organization": ("armed_group", "ngo", "igo"), "organisation": ("armed_group", "ngo", "igo"),
    "coalition": ("military", "igo", "other"),
}  # fmt: skip
"""The types of group that a back-reference can mean."""
ARMED = ("mission", "military", "police", "armed_group", "pmc", "igo", "government", "other")


def link_forces(document: Document, mentions: Sequence[Mention], nations: Mapping[str, str], verbs: Verbs) -> None:
    """Give troop counts their force, in place: named in the count or after it, who has, sends or withdraws them.

    Failing these, it is the force of the count that it is joined to, or the one that a back-reference means.
    `nations` gives the country of a nationality's adjective in lower case.
    """
    counts = sorted((one for one in mentions if one.kind == "troop_count"), key=lambda one: one.start)
    if not counts:
        return
    view = document.view
    groups = sorted(
        (one for one in mentions if one.kind == "group" and one.attributes.get("type") in ARMED),
        key=lambda one: one.start,
    )
    actors = sorted(groups + [one for one in mentions if one.kind == "place"], key=lambda one: one.start)
    bounds = [(sentence.start, sentence.end) for sentence in document.sentences]
    at = 0
    last: tuple[int, Mention] | None = None
    for count in counts:
        while at + 1 < len(bounds) and bounds[at][1] <= count.start:
            at += 1
        if count.attributes.get("force") is None:
            start, end = bounds[at]
            near = within(actors, start, end)
            found = _named(view, count, near) or _labelled(view, count, near, start)
            nation = None if found else adjective_nation(view, count, start, nations)
            tied = last is not None and last[0] == at and _TIE.fullmatch(view, last[1].end, count.start) is not None
            has = None if found or nation or tied else having(view, count, near, start, verbs)
            if not (found or nation or has or tied):
                nation = of_nation(view, count, nations, start, verbs)
            if nation is not None:
                count.attributes["force"] = nation
            else:
                begin: int | None = None
                if found is None and not tied and (found := owner(view, count, near, start, verbs) or has):
                    begin = min(joint(view, found, near), _first_of(view, found))
                if found is None and not tied and _PRONOUN.search(view, start, count.start):
                    found = opening(view, actors, start)
                found = found or spoken(view, count, near, start) or with_them(view, count, near, start)
                found = found or _meant(view, count, groups, start)
                if found is None and at and (last is None or last[0] < at) and _IT.match(view, start):
                    found = subject(view, count, actors, *bounds[at - 1], verbs)
                elif found is None and at and _ITS.fullmatch(view, start, count.start):
                    found = opening(view, actors, bounds[at - 1][0])
                if found is None and (initials := _INITIALS.match(str(count.attributes.get("unit") or ""))):
                    count.attributes["force"] = initials[0]
                elif found is not None:
                    name = " ".join(view[_first_of(view, found) if begin is None else begin : found.end].split())
                    count.attributes["force"] = _COUNCIL.sub("", name)
                    count.links["force"] = found
                elif last is not None and _carries(view, count, last, at, near, start):
                    count.attributes["force"] = last[1].attributes["force"]
                    if "force" in last[1].links:
                        count.links["force"] = last[1].links["force"]
        if count.attributes.get("force") is not None:
            last = at, count
            if count.attributes.get("place") is None and (seat := _seat(count)):
                count.attributes["place"] = seat


def _named(view: str, count: Mention, near: list[Mention]) -> Mention | None:
    """The force that a count names itself: within its words, or in the phrase after them."""
    after = next((one for one in near if one.start >= count.end and not view.startswith("-", one.end)), None)
    before = next((one for one in reversed(near) if one.end <= count.start), None)
    sided = before is not None and before.attributes.get("feature") == "region" and count.rule.endswith("-list")
    sided = sided and before is not None and view[before.end : count.start] == " "  # Arizona sent 300 and Texas 500
    if before is not None and (before.kind == "group" or before.attributes.get("feature") == "country" or sided):
        listed = (count.rule.endswith("-list") or view[count.start - 1] == "(") and _SIDE.fullmatch(
            view, before.end, count.start
        )
        owned = _OWN.fullmatch(view, before.end, count.start) or _WHOSE.fullmatch(view, before.end, count.start)
        from_others = _ORIGIN.match(view, count.end) or view[count.start : _first(near, count)].rstrip().endswith(
            (" from", " from the")
        )
        dashed = _DASH.fullmatch(view, before.end, count.start) and view[before.end] == " "
        if ((listed or dashed) and not from_others) or owned:
            return before
    if before is not None and before.kind == "group" and _IS_CALLED.fullmatch(view, before.end, count.start):
        return before
    if before is not None and before.kind == "group" and _CONSISTS.fullmatch(view, before.end, count.start):
        return before
    inside = [one for one in near if count.start <= one.end + 1 and one.end <= count.end]
    if after is not None and after.start - count.end < 60:
        between = view[count.end : after.start]
        if after.kind == "group" and (
            _OF.fullmatch(between) or (between == ", " and _BODY.search(view, count.start, count.end))
        ):
            return after
        if (
            after.attributes.get("type") == "mission"
            and _FOR.fullmatch(between)
            and _MANDATED.search(view, max(0, count.start - 60), count.start)
        ):
            return after
        if after.kind == "place" and _FROM.fullmatch(between):
            for one in near:
                if one.start > after.end and one.kind == "group" and _WITHIN.fullmatch(view, count.end, one.start):
                    return one
        stays = count.attributes.get("action") != "withdrawn"
        if stays and (after.kind == "group" or not inside) and _FROM.fullmatch(between):
            return after
    own = [one for one in inside if not _BESIDE.search(view, max(0, one.start - 40), one.start)]
    if view.endswith((" its ", " their "), 0, count.start):
        own = [one for one in own if one.kind == "group"]  # its Chad force is no force of Chad
    named = [one for one in own if one.kind == "group" and view[one.start - 1] != "("]
    return named[-1] if named else own[0] if own else None


def _first_of(view: str, found: Mention) -> int:
    """Where the name of a force begins that is joined to another by a hyphen: "the U.N.-AU force"."""
    joined = _HYPHEN.search(view, max(0, found.start - 30), found.start) if view[found.start - 1] == "-" else None
    return joined.start() if joined else found.start


def _first(near: list[Mention], count: Mention) -> int:
    """Where the first actor within a count begins, its end where it names none."""
    return next((one.start for one in near if count.start < one.start < count.end), count.end)


def _labelled(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """Whose entry of a list a count stands in: "CHAD: 300 soldiers in Gao"."""
    for one in reversed(near):
        if one.end <= count.start and (view.startswith(":", one.end) or _DASH.fullmatch(view, one.end, count.start)):
            owns = one.attributes.get("feature") == "country" or one.attributes.get("type") in OWNS
            if owns and _LABEL.fullmatch(view, max(start, one.start - 12), one.start):
                return one
    return None


def _meant(view: str, count: Mention, groups: list[Mention], start: int) -> Mention | None:
    """The group that a back-reference before a count means: the last of that type told before."""
    back = _BACK.search(view, start, count.start)
    if back is None:
        return None
    types = _TYPES[back[1].lower()]
    meant = [one for one in groups if one.end <= back.start() and one.attributes.get("type") in types]
    return meant[-1] if meant else None


def _carries(view: str, count: Mention, last: tuple[int, Mention], at: int, near: list[Mention], start: int) -> bool:
    """Whether the force of the count before holds on: in the same sentence, or where the next one takes it up."""
    before = [one for one in near if one.end <= count.start and one.kind == "group"]
    if count.rule.startswith(_IRREGULAR) != last[1].rule.startswith(_IRREGULAR):
        return False
    if _OTHERS.match(str(count.attributes.get("unit") or "")):
        return False
    if last[0] == at:
        return not any(one.start >= last[1].end for one in before)
    return last[0] >= at - 3 and not before and _CARRIED.match(view, start) is not None


def _seat(count: Mention) -> str | None:
    """Where a mission is by its own name: "UN Mission in Liberia"."""
    force = count.links.get("force")
    if force is None or force.attributes.get("type") != "mission":
        return None
    found = _IN_NAME.search(str(force.attributes.get("canonical") or force.attributes.get("value")))
    return found[1] if found else None
