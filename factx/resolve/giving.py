"""Giving: who or what did the harm becomes the perpetrator or the cause of a count, and whose event it was."""

from __future__ import annotations

import re

from factx.facts import Mention
from factx.resolve.agents import is_waged
from factx.resolve.clauses import Event, Reading, Subject, actor_at, after_determiner
from factx.resolve.subjects import NEAR

_CLAIM = re.compile(
    r"(?:(?!\b(?:that|which|when|after)\b)[^;:]){0,70}?,? (?:(?:which|that) )?(?:(?:was|were|has been|have been) )?"
    r"(?:later )?(?:claimed|carried out|staged|launched|blamed|planted|fired|laid|mounted|set off|detonated|thrown"
    r"|dropped|organi[sz]ed|led|attributed|hurled|committed|perpetrated)(?: \w+ly)? (?:by|on|to) "
)
_WHOSE = re.compile(
    r"(?: (?:late |early )?(?:\w+day|today|yesterday)\b)?"
    r"(?: (?:on|in|at|near|outside|of|targeting) (?:(?!\b(?:and|that|which|when|by|from|with)\b)[^,;:]){2,60}?)?"
    r" (?:by|from|with|against) "
)
"""Between an event and those whose it was."""
_FOR_WHICH = re.compile(r"(?: [^,;:]{1,50})?,? (?:for )?which ")
_CLAIMED = re.compile(r" (?:(?:has|have|had|later|also) )*(?:claimed|claims?|took|admitted)\b")
"""Around those who claim an event: "the blast, for which X claimed responsibility"."""
_MUTUAL = re.compile(
    r"(?:clash\w*|fighting|battles?|combat|skirmish\w*|encounters?|gun ?-?(?:fights?|battles?)|shoot-?outs?"
    r"|fire-?fights?"
    r"|confrontations?|exchanges? of (?:gun)?fire)\Z",
    re.IGNORECASE,
)
"""Events that are had with someone."""
_CREED = re.compile(
    r"\b((?!(?:Islamist|Terrorist|Extremist|Activist)\b)[A-Z]\w+ist|Houthi|Naxalite|Taliban|Tiger|Shabab) \Z"
)
"""Before an event: a party by its adjective."""


def give(view: str, count: Mention, done: Subject | Event, here: Reading) -> None:
    """Give a count who or what did the harm; an event that is someone's names the perpetrator too."""
    if isinstance(done, Subject) and done.acts:
        name_it(view, count, "perpetrator", done.start, done.end, done.link)
        return
    name_it(view, count, "cause", done.start, done.end, None)
    give_owner(view, count, (done.start, done.end), here)


def give_owner(view: str, count: Mention, event: tuple[int, int], here: Reading) -> None:
    """Give a count as its perpetrator those whose the event was: "an ambush by X", "clashes with X", "the X raid"."""
    if count.attributes.get("perpetrator") is not None:
        return
    start, end = event
    limit = here.sentence.end
    for pattern in (_CLAIM, _WHOSE, _FOR_WHICH):
        if found := pattern.match(view, end, limit):
            withal = pattern is _WHOSE and view.endswith((" with ", " against "), end, found.end())
            if withal and not _MUTUAL.search(view, start, end):
                continue
            begin = after_determiner(view, found.end(), limit)
            stop, link = actor_at(view, begin, limit, here.named, here.actors)
            if stop > begin and (pattern is not _FOR_WHICH or _CLAIMED.match(view, stop)):
                name_it(view, count, "perpetrator", begin, stop, link)
                return
    if creed := _CREED.search(view, max(here.sentence.start, start - 30), start):
        name_it(view, count, "perpetrator", *creed.span(1), None)
        return
    for group in here.named.values():
        if group.kind == "place" and not is_waged(view[start:end], here.causes):
            continue
        if view[group.end : start] in ((" ", "'s ", "' ") if group.kind == "group" else ("'s ",)):
            name_it(view, count, "perpetrator", group.start, group.end, group)
            return
    begun = [one for one in here.subjects if one.verb < start]
    own = any(one.start == start for one in here.subjects)
    if begun and not own and begun[-1].acts and begun[-1].how == "attack" and start - begun[-1].verb < NEAR:
        name_it(view, count, "perpetrator", begun[-1].start, begun[-1].end, begun[-1].link)


def share(count: Mention, last: Mention | None) -> None:
    """Give a count who and what did what is told just before it of the same subject, which is only a pronoun."""
    for name in ("perpetrator", "cause"):
        if last is not None and count.attributes.get(name) is None and last.attributes.get(name) is not None:
            count.attributes[name] = last.attributes[name]
            if name in last.links:
                count.links[name] = last.links[name]


def name_it(view: str, count: Mention, name: str, start: int, end: int, link: Mention | None) -> None:
    """Give a count what `name` is, with the words of the text, unless it has it."""
    if count.attributes.get(name) is None:
        count.attributes[name] = view[start:end]
        count.captures = {**count.captures, name: (start, end)}
        if link is not None:
            count.links[name] = link
