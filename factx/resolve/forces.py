"""Forces: whom troops belong to, and who did the harm, by the names and back-references of the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from factx.document.model import Document
from factx.facts import Mention, within

_BACK = re.compile(
    r"\b(?:the|its|their) (mission|force|group|army|alliance|movement|organi[sz]ation|militia|coalition)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:]|, (?:where|when)\b"
    r"|, (?:and|but)\b(?! (?:it|they|is|are|still|also|now|later|has|have|had|will|would|plans|\w+ed)\b)"
    r"|\b(?:where|when|after|because|although|though|if)\b|, (?:the|an?) \w+"
    r"|'s (?!\w+ to\b|(?:departure|withdrawal|deployment|exit|pull-?out|proposal|plan|decision|pledge|offer"
    r"|promise|intention|commitment|request|move)\b"
    r"|(?:\w+ ){0,2}(?:army|military|government|armed forces|ministry|parliament|house|cabinet|senate|navy|air force"
    r"|contingent|junta|president|minister)\b)"
)
"""What parts an actor from the verb of another clause."""
_HAVING = re.compile(
    r"\b(?:has|have|had|having|will|would|sent|sends?|sending|deploy\w*|re-?deploy\w*|withdr\w+|pull\w*|plans?|planned"
    r"|pledg\w+|maintain\w*|keep\w*|kept|contribut\w+|offer\w*|agreed|command\w*|commit\w*|dispatch\w*|provid\w+"
    r"|rush\w*"
    r"|moved?|mov(?:es|ing)|mobili[sz]\w+|stations?|stationed|add(?:s|ed|ing)?|cut|cuts|reduc\w+|request\w*|sought|seeks?"
    r"|asked|train\w*|field\w*|hosts?|approv\w+|authori[sz]\w+|bring\w*|brought|lost|activat\w+|recruit\w*|claims?"
    r"|employ\w*|increas\w+|rais\w+|boost\w*|to send|number\w*|total\w*|promis\w+"
    r"|suppl\w+|call(?:ed|s|ing)?(?= (?:up|\d|an?|some|another))|mass\w*|remov\w+|draft\w*|conscript\w*|halv\w+"
    r"|shift\w*"
    r"|land(?:ed|s|ing)|recall\w*|amass\w*|concentrat\w+|muster\w*|enlist\w*|garrison\w*|evacuat\w+|airlift\w*|pour\w*"
    r"|arm(?:ed|s)|rotat\w+|scal\w+|doubl\w+|tripl\w+|trim\w*|slash\w*|order\w*|lend|lent|earmark\w*|assign\w*"
    r"|expand\w*"
    r"|want\w*|needs?|fl[eo]w|flown|flying|flies|ship\w*|took|takes?|ferr(?:ied|ies)|pos(?:ts|ted)|put|puts"
    r"|build\w* up|built up"
    r"|beef\w* up|bas(?:ed|es)"
    r"|return(?:ed|s)|us(?:ed|es)|assembl\w+|reinforc\w+|support\w*|rel(?:ies|ied) on|using|leads?|led|numbers"
    r"|position\w*"
    r"|redirect\w*|divert\w*|transfer\w*|relocat\w+|airdrop\w*|parachut\w+|commenc\w+|beg[au]n|start\w*|announc\w+"
    r"|call\w* up|draft\w*|conscript\w*|led|leads|remov\w+|hopes? to|agree[sd]?|declin\w+|refus\w+|form\w*|field\w*"
    r"|dr[ae]w\w* down|acknowledg\w+|admit\w*|vot\w+|ready\w*|prepar\w+|compris\w+)\b"
)
"""The verbs of those who have, send or withdraw troops."""
_OF = re.compile(
    r",? (?:of|belonging to|loyal to|part of"
    r"|under(?: direct| overall)?"
    r"|(?:serving|fighting|operating|working|(?:that|who) (?:serve|fight|operate)[ds]?|(?:that|who) (?:are|were) part) "
    r"(?:in|of|with|for|as part of|under(?: the (?:auspices|command|flag|banner) of)?)) (?:the )?"
    r"(?:(?:[\w.-]+ ){0,5}of (?:the )?)?\Z"
)
"""Between troops and the force that they are of: "troops of the 19th battalion of the army"."""
_FROM = re.compile(
    r",? (?:(?:deployed|sent|coming|drawn|mostly|all|most of them) )?from (?:the )?(?:(?:[\w.-]+ ){0,3}of (?:the )?)?\Z"
    r"|,? (?:promised|pledged|offered|sent|deployed|provided|contributed|supplied|raised|fielded) by (?:the )?\Z"
)
_LED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|to|[Ff]rom|into|of|[Aa]cross|for|with|on|by|against|around|inside|between|through|bordering)"
    r"(?: the)?(?: (?:[A-Z]\w+ )*[\w.]+-\w+)? \Z"
)
_OFFICE = re.compile(
    r"\b([A-Z]\w+(?: [A-Z]\w+)?) (?:government|parliament|lawmakers|cabinet|army|military|forces|officials|authorities"
    r"|decision|president|prime minister|defen[cs]e minister|commanders?|navy|air force|ground)\b"
)
_CONSISTS = re.compile(
    r"\)?,? (?:with|comprising|numbering|consisting of|totall?ing|whose|which (?:has|had|numbers|comprises)) "
    r"(?:its |a total of )?\Z"
)
"""Between a force and those that it consists of: "the mission, with 900 troops"."""
_OWN = re.compile(
    r"(?:'s?|’s?) (?:(?:last|first|remaining|own|existing|current|authori[sz]ed|mandated|military|police|troop|total"
    r"|overall|original|planned|initial|new|elite|final|additional|extra|peacekeeping|ground|main|entire|full"
    r"|some|about"
    r"|nearly|around|uniformed) )*"
    r"(?:(?:contingent|force|mission|army|military|strength|ceiling|presence|component|levels?|garrison|deployment"
    r"|contribution|troops|battalion|brigade)"
    r"(?: (?:of|from|at|to|is|was|by|now|numbers|totals|numbering|in \w+)| in the \w+)* (?:[\d,]+ to )?)?\Z"
)
"""Between whose they are and a count: "Spain's 1,300 troops", "the mission's authorised strength of"."""
_SIDE = re.compile(r" ?[(:]? ?(?:with |about |some |just |only )?\Z|[,:] (?:with |about |some |just |only )?\Z")
"""Between a country and its number in a list: "Italy (1,050)", "France 1,700"."""
_ASIDE = re.compile(r"\A, (?!(?:said|says|where|when)\b)[^,;:()]{2,80}, ")
"""What is said of an actor before what it does: "Britain, America's chief ally, hopes to"."""
_INITIALS = re.compile(r"(?!U\.?S\.?\b)[A-Z][A-Za-z.-]*[A-Z][A-Z.]*\b")
"""The initials of a force before its troops: "GSDF troops"."""
_BODY = re.compile(
    r"\b(?:The )?([A-Z]\w+)(?:'s)? (?:contingent|battalion|brigade|company|regiment|force|unit)s? "
    r"(?:in (?:the )?[A-Z]\w+ )?(?:of|numbers|numbering|with|has|had) \Z"
    r"|\b(?:The )?([A-Z]\w+)(?:'s)? (?:contingent|battalion|brigade), \Z"
)
"""A country's body of troops before its strength: "the Indian contingent of 1,100 soldiers"."""
_IT = re.compile(r"(?:It|They)\b")
_OPENING = re.compile(r"(?:(?:On|In|At) [^,;]{2,40}, )?(?:[Tt]he )?")
_BESIDE = re.compile(r"\b(?:in|at|near|to|from|into|across|and)(?: the)?(?: (?:[A-Z]\w+ )*[\w.]+-\w+)? \Z")
_LISTED = re.compile(r",? (?:and )?(?:the )?|, ")
_SAID = re.compile(
    r", (?:which|who)\b|(?: also| has| have)? (?:said|says|announced)(?: \w+day)?(?: that)?(?: (?:it|they))?\b"
)
"""What may follow an actor before what it does: which; said that it."""
_FOR = re.compile(r" (?:for|to) (?:the )?")
_SENDS = re.compile(
    r"(?: (?:has|have|had|is|was|will|would|also|now|already|today|yesterday|\w+day|said it would))*"
    r" (?:sen[dt]|deploy|ship|airlift|fl[ye]|offer|pledg|promis|vow|agree[ds]|contribut|withdr|pull|recall|refus|reject"
    r"|dispatch|rush|commit|redeploy|approv|mass|br(?:ing|ought))\w*\b"
)
"""After a capital that stands for its country, or a state: what it does with troops."""
_CHAMBER = re.compile(r"(?:Congress|Parliament|Senate|Bundestag|Knesset|Duma|Diet|Assembly|House)\Z")
"""Those who vote on troops that others have."""
_RULERS = re.compile(
    r"\b(?:president|government|parliament|cabinet|leaders?|king|queen|prime minister|ministers?|ministry|army|armies"
    r"|armed forces|forces|military|junta|rulers|rebels|fighters|guerrillas|people|nations?|countr(?:y|ies)|republic)"
    r" of (?:the )?\Z",
    re.IGNORECASE,
)
_DEED_BY = re.compile(
    r"\b(?:deployment|dispatch|withdrawal|sending|offer|pledge|provision|contribution|removal|recall|arrival|promise)"
    r" by (?:the )?\Z"
)
_TOLD = re.compile(r"(?:\b(?:told|tells|informed|assured|notified|warned|promised|offered)(?: the)?|\ban?) \Z")
"""Before one who is told what another does, and one who only describes another: "a NATO member"."""
_SPOKEN = re.compile(
    r"(?:defen[cs]e (?:minister|ministry|secretary|chief|department)|army|military|armed forces)"
    r"(?: (?:chief|commander|spokes\w+|officials?|sources?))?(?: [A-Z][\w.-]+){0,3},? (?:has |have )?"
    r"(?:said|says|confirmed|announced)(?: on \w+| \w+day)?(?: that)? (?:the |all |its |some |about |another )*\Z"
)
"""Between whose army it is that speaks and the troops that it speaks of."""
_WHO = re.compile(r", (?:which|who) (?=\w)")
_IS_TO = re.compile(r" (?:expected|due|set|ready|likely|poised|scheduled|\w+ing)\b")
"""What one does who is led by with alone: "with Italy sending 600"."""
_TOGETHER = re.compile(r",? (?:and )?(?:the )?")
_COUNCIL = re.compile(r" Security Council\Z")
_PARTS = re.compile(r" of (?:its|their)\b")
_WHOSE = re.compile(r", whose (?:some |about |nearly )?\Z")
_UNIT_OF = re.compile(
    r"\b((?!(?:the|a|an|its|their)\b)(?:[\w.]+-[A-Za-z]+|multinational|international|coalition|African|European)"
    r" (?:[a-z]+ )?(?:force|coalition))"
    r" (?:peaked at|(?:has|had) (?:shrunk|grown|swelled|dwindled) to|with|has|had"
    r"|(?:that|which) (?:(?:as of|by) [\w ]{3,12} )?(?:once |now |already )?"
    r"(?:totall?ed|numbers|numbered|included|includes|comprises|comprised|has|had))"
    r"(?: (?:about|some|nearly|only|just|around))* \Z"
)
"""A force by its description, before its strength: "the multinational force that once totalled"."""
_MANDATED = re.compile(r"\b(?:authori[sz]|approv|mandat|recommend|request)\w+ [^.;]*\Z")
"""Around troops that one body allows and a mission has: "authorised 900 troops for UNMISS"."""
_IS_CALLED = re.compile(r"(?: \([^)]*\))?, (?:the|an?) ")
"""Between a force and its strength told beside it: "KFOR, the 18,000-strong force"."""
_APPOSED = re.compile(
    r"(?:,? (?:once|formerly|now|currently|still|then|with|the|an?|already)| (?:is|was|remains))\b[^,;:.]{0,80}?"
    r"\b(?:with|of|has|have)(?: (?:its|about|some|around|a total of))* \Z|,? with (?:its )?\Z"
)
"""Between an actor and troops told of it in passing: "Italy, once the third partner with 3,000 troops, left"."""
_LABEL = re.compile(r"(?:.*[;.]\s*)?[\s_*\u2022-]*(?:[Tt]he |THE )?", re.DOTALL)
"""Before the label of an entry: "CHAD: 300 soldiers"."""
_LISTED_AS = re.compile(r"[_*\u2022](\w[\w. ]{2,24}):(?: (?:about|some|around|nearly))? \Z")
_ITS = re.compile(r"\b(?:its|their)(?: [\w-]+){0,3} \Z")
_GENITIVE = re.compile(r"'s?(?: (?!capital\b)[\w-]+){0,3} \Z")
"""Between an owner and its troops: "NATO's original force of 60,000"."""
_IN_NAME = re.compile(r" (?:in|for) (?:the )?((?!Iraq and the\b)[A-Z][\w' -]+?)(?: \(|\Z)")
_LED_BY = re.compile(
    r"\b([\w.]+-(?:led|reaction) (?:[\w-]+ ){0,2}(?:force|mission|coalition|contingent)) (?:of|with|numbering) \Z"
)
_SPEAKS = re.compile(
    r"\b(?:commander|spokes\w+|chief|head|leader) (?:of|for) the"
    r" ([A-Z]\w+ (?:contingent|force|mission|battalion|brigade|troops)),? (?:said|says|told \w+)(?: that)? \Z"
)
"""Before troops of whom the head of their contingent speaks."""
_CARRIED = re.compile(
    r"\A(?:the|these|those|its|their|it|they|of|another|a (?:further|second)|further|more)\b", re.IGNORECASE
)
_TYPES = {
    "mission": ("mission",), "force": ("mission", "military"), "army": ("military",), "alliance": ("igo",),
    "group": ("armed_group", "pmc"), "movement": ("armed_group", "party"), "militia": ("armed_group",),
    "organization": ("armed_group", "ngo", "igo"), "organisation": ("armed_group", "ngo", "igo"),
    "coalition": ("military", "igo", "other"),
}  # fmt: skip
"""The types of group that a back-reference can mean."""
_OWNS = ("mission", "military", "armed_group", "pmc", "igo", "police")
"""The types of group that have troops of their own."""
ARMED = ("mission", "military", "police", "armed_group", "pmc", "igo", "government", "other")


def link_forces(document: Document, mentions: Sequence[Mention], nations: Mapping[str, str]) -> None:
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
            nation = None
            if found is None:
                nation = _nation(count, nations) or _leading(view, count, nations, start)
                nation = nation or _entry(view, count, nations, start) or _called(view, count, start)
            if nation is None and found is None and _having(view, count, near, start) is None:
                nation = _of_nation(view, count, nations, start)
            if nation is not None:
                count.attributes["force"] = nation
            else:
                begin: int | None = None
                if found is None and (found := _owner(view, count, near, start) or _having(view, count, near, start)):
                    begin = _joint(view, found, near)
                found = found or _spoken(view, count, near, start) or _with(view, count, near, start)
                found = found or _meant(view, count, groups, start)
                if found is None and at and last is None and _IT.match(view, start):
                    found = _subject(view, count, actors, *bounds[at - 1])
                if found is None and (initials := _INITIALS.match(str(count.attributes.get("unit") or ""))):
                    count.attributes["force"] = initials[0]
                elif found is not None:
                    name = " ".join(view[found.start if begin is None else begin : found.end].split())
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
    after = next((one for one in near if one.start >= count.end), None)
    before = next((one for one in reversed(near) if one.end <= count.start), None)
    if before is not None and (before.kind == "group" or before.attributes.get("feature") == "country"):
        listed = (count.rule.endswith("-list") or view[count.start - 1] == "(") and _SIDE.fullmatch(
            view, before.end, count.start
        )
        owned = _OWN.fullmatch(view, before.end, count.start) or _WHOSE.fullmatch(view, before.end, count.start)
        if (listed and not view[count.start : _first(near, count)].rstrip().endswith((" from", " from the"))) or owned:
            return before
    if before is not None and before.kind == "group" and _IS_CALLED.fullmatch(view, before.end, count.start):
        return before
    if before is not None and before.kind == "group" and _CONSISTS.fullmatch(view, before.end, count.start):
        return before
    inside = [one for one in near if count.start <= one.end + 1 and one.end <= count.end]
    if after is not None and after.start - count.end < 60:
        between = view[count.end : after.start]
        if after.kind == "group" and _OF.fullmatch(between):
            return after
        if (
            after.attributes.get("type") == "mission"
            and _FOR.fullmatch(between)
            and _MANDATED.search(view, max(0, count.start - 60), count.start)
        ):
            return after
        stays = count.attributes.get("action") != "withdrawn"
        if stays and (after.kind == "group" or not inside) and _FROM.fullmatch(between):
            return after
    own = [one for one in inside if not _BESIDE.search(view, max(0, one.start - 40), one.start)]
    named = [one for one in own if one.kind == "group" and view[one.start - 1] != "("]
    return named[-1] if named else own[0] if own else None


def _first(near: list[Mention], count: Mention) -> int:
    """Where the first actor within a count begins, its end where it names none."""
    return next((one.start for one in near if count.start < one.start < count.end), count.end)


def _labelled(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """Whose entry of a list a count stands in: "CHAD: 300 soldiers in Gao"."""
    for one in reversed(near):
        if one.end <= count.start and view.startswith(":", one.end):
            owns = one.attributes.get("feature") == "country" or one.attributes.get("type") in _OWNS
            if owns and _LABEL.fullmatch(view, max(start, one.start - 12), one.start):
                return one
    return None


def _entry(view: str, count: Mention, nations: Mapping[str, str], start: int) -> str | None:
    """The country of an entry whose label a sign of the list hides: "_Chad: 300 soldiers"."""
    found = _LISTED_AS.search(view, start, count.start)
    return found[1] if found and found[1] in nations.values() else None


def _owner(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """Whose troops are told as theirs: "NATO's force of 60,000", "it removes its 12,000 peacekeepers"."""
    before = [one for one in near if one.end <= count.start]
    owners = [one for one in before if one.kind == "group" or one.attributes.get("feature") == "country"]
    if owners and _GENITIVE.fullmatch(view, owners[-1].end, count.start):
        return owners[-1]
    if not _ITS.search(view, max(start, count.start - 40), count.start):
        return None
    free = [
        one
        for one in owners
        if not view.startswith("'s", one.end)
        and (one.attributes.get("type") in _OWNS or not _LED.search(view, max(0, one.start - 14), one.start))
    ]
    return free[-1] if free else None


def _having(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """The nearest actor before a count that has, sends or withdraws what is counted: a short way, a verb, no clause."""
    free: list[Mention] = []
    led = opens = False
    at = 0
    for actor in near:
        if actor.end > count.start:
            break
        follows = at and _LISTED.fullmatch(view, at, actor.start) is not None
        follows = follows and not (view[at] == "," and _HAVING.match(view, actor.end + 1))
        led = (led and follows) or _is_led(view, actor, count)
        region = actor.attributes.get("feature") == "region"
        opens = region and (actor.start == start or (opens and bool(follows)))
        at = actor.end
        if not led and (
            actor.kind == "group"
            or actor.attributes.get("metonymic")
            or actor.attributes.get("feature") == "country"
            or opens
            or _sends(view, actor, count)
        ):
            free.append(actor)
    for actor in reversed(free):
        between = view[actor.end : count.start]
        if len(between) > 150:
            return None
        if (
            actor.kind == "place"
            and actor.attributes.get("feature") == "city"
            and not actor.attributes.get("metonymic")
            and not _sends(view, actor, count)
        ):
            continue
        told = _TOLD.search(view, max(0, actor.start - 20), actor.start)
        if (told and not between.startswith(" to ")) or _CHAMBER.search(view, actor.start, actor.end):
            continue
        if between == " " and actor.kind == "place" and view.endswith((" and ", ", "), actor.start - 5, actor.start):
            return actor
        deed = between.startswith(" of ") and _DEED_BY.search(view, max(0, actor.start - 40), actor.start)
        if actor.end < count.start and (deed or _APPOSED.fullmatch(between)):
            return actor
        spoken = re.sub(
            r"\A(?: also| has| have)? (?:said|says|announced)(?: \w+day)?(?: that)?(?: (?:it|they))?\b", "", between
        )
        spoken = _ASIDE.sub(" ", re.sub(r"\A, (?:which|who)\b", "", spoken))
        if not _CLAUSE.search(spoken) and (_HAVING.search(spoken) or _ITS.search(between) or _of_its(view, count)):
            return actor
    return None


def _sends(view: str, actor: Mention, count: Mention) -> bool:
    """Whether the verb next to an actor sends or withdraws: a capital that does so is its country."""
    return _SENDS.match(_ASIDE.sub(" ", view[actor.end : count.start])) is not None


def _is_led(view: str, actor: Mention, count: Mention) -> bool:
    """Whether a preposition takes an actor away from the verbs after it.

    It does not where it leads to whose rulers or army act, to one who acts in a clause of his own, or from the noun of
    a deed to its doer.
    """
    before = _LED.search(view, max(0, actor.start - 40), actor.start)
    if before is None or view.startswith("'s", actor.end) or _WHO.match(view, actor.end, count.start):
        return False
    if _RULERS.search(view, max(0, actor.start - 60), actor.start):
        return False
    if view.startswith(" of ", actor.end) and _DEED_BY.search(view, max(0, actor.start - 40), actor.start):
        return False
    return not (before[0].startswith("with ") and _IS_TO.match(view, actor.end, count.start))


def _of_its(view: str, count: Mention) -> bool:
    """Whether those counted are some of one's own: "2,000 of its troops"."""
    return _PARTS.search(view, count.start, count.end + 8) is not None


def _joint(view: str, found: Mention, near: list[Mention]) -> int:
    """Where those begin who do it together: "Burundi and Uganda have sent"."""
    begin = found.start
    for one in reversed(near):
        if one.end <= begin:
            same = one.kind == found.kind and one.attributes.get("feature") == found.attributes.get("feature")
            joined = found.kind == "place" and _TOGETHER.fullmatch(view, one.end, begin)
            if not (same and joined) or _LED.search(view, max(0, one.start - 40), one.start):
                break
            begin = one.start
    return begin


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
    if last[0] == at:
        return not any(one.start >= last[1].end for one in before)
    return last[0] >= at - 3 and not before and _CARRIED.match(view[start : start + 10]) is not None


def _subject(view: str, count: Mention, actors: list[Mention], start: int, end: int) -> Mention | None:
    """Whom "it" means at the start of a sentence that says what they have: the subject of the sentence before."""
    between = view[end : count.start].lstrip()
    if _CLAUSE.search(between) or not _HAVING.search(between):
        return None
    opening = _OPENING.match(view, start, end)
    begin = opening.end() if opening else start
    first = next((one for one in actors if one.start == begin and view[one.end : one.end + 2] != "'s"), None)
    return first if first and (first.kind == "group" or first.attributes.get("feature") == "country") else None


def _nation(count: Mention, nations: Mapping[str, str]) -> str | None:
    """The country whose adjective the count's own words hold: "40 Malian soldiers" are Mali's."""
    words = str(count.attributes.get("unit") or "").lower().split()
    for word in (*words, *map(" ".join, pairwise(words))):
        nation = nations.get(word) or nations.get(word.removesuffix("s"))
        if nation is not None:
            return nation
    return None


def _leading(view: str, count: Mention, nations: Mapping[str, str], start: int) -> str | None:
    """The country of the adjective before a level: "British troop numbers fell to 4,500"."""
    words = view[start : count.start].split()
    return nations.get(words[-1].lower()) if words and count.rule.startswith("troop.level") else None


def _seat(count: Mention) -> str | None:
    """Where a mission is by its own name: "UN Mission in Liberia"."""
    force = count.links.get("force")
    if force is None or force.attributes.get("type") != "mission":
        return None
    found = _IN_NAME.search(str(force.attributes.get("canonical") or force.attributes.get("value")))
    return found[1] if found else None


def _called(view: str, count: Mention, start: int) -> str | None:
    """The force by its description: a force led by someone, a contingent whose head speaks."""
    before = max(start, count.start - 80), count.start
    if found := _LED_BY.search(view, *before) or _UNIT_OF.search(view, *before):
        return found[1]
    found = _SPEAKS.search(view, start, count.start)
    return found[1] if found else None


def _of_nation(view: str, count: Mention, nations: Mapping[str, str], start: int) -> str | None:
    """The country whose lawmakers, army or government has or sends what is counted: "Dutch lawmakers agreed to"."""
    body = _BODY.search(view, max(start, count.start - 80), count.start)
    if body and (nation := nations.get((body[1] or body[2]).lower())):
        return nation
    if count.rule == "troop.counted" and (spoken := _SPOKEN.search(view, max(start, count.start - 120), count.start)):
        for word in view[start : spoken.start()].split()[-1:]:
            if nation := nations.get(word.lower()):
                return nation
    for match in _OFFICE.finditer(view, start, count.start):
        nation = nations.get(match[1].removeprefix("The ").lower()) or nations.get(match[1].split()[-1].lower())
        between = view[match.end() : count.start]
        if (
            nation
            and len(between) < 90
            and not _CLAUSE.search(between)
            and (_HAVING.search(between) or _ITS.search(between) or _of_its(view, count))
        ):
            return nation
    return None


def _spoken(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """Whose army or ministry speaks of troops: "Chad's defence ministry said 600 soldiers would stay"."""
    spoken = _SPOKEN.search(view, max(start, count.start - 120), count.start)
    if count.rule != "troop.counted" or spoken is None:
        return None
    return next((one for one in near if view[one.end : spoken.start()] in ("'s ", "’s ")), None)


def _with(view: str, count: Mention, near: list[Mention], start: int) -> Mention | None:
    """Who stands after what they have: "With 5,000 soldiers there, Germany is ..."."""
    if view[start : count.start].strip() != "With":
        return None
    after = [one for one in near if one.start > count.end and re.search(r", (?:the )?\Z", view[: one.start][-6:])]
    return after[0] if after else None
