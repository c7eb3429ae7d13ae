"""The words beside a name of which nothing is known that say that it is a place, and what kind of place."""

from __future__ import annotations

import re
from itertools import pairwise

from factx.names.candidates import UPPER
from factx.names.model import Word

_NAMED, _NEAR, _WITHIN = 66, 56, 54
"""Scores: by a noun beside a name, by "near" and the like, by "in"."""
_NOUN = (
    r"villages?|towns?|hamlets?|settlements?|communes?|townships?|districts?|neighbou?rhoods?|suburbs?|territory"
    r"|localit(?:y|ies)|sub-?district|sub-?county|taluks?|tehsils?|mandals?|municipalit(?:y|ies)|governorates?|provinces?"
    r"|woredas?|kebeles?|raions?|oblasts?|prefectures?|cantons?|chiefdoms?|regions?|rivers?|lakes?|islands?|islets?|atolls?"
    r"|slums?|shanty ?towns?|favelas?|enclaves?|exclaves?|boroughs?|barrios?|barangays?|kibbutz(?:im)?|outposts?"
    r"|oas[ie]s|valleys?|peninsulas?|reservoirs?|mountains?|straits?|refugee camps?|displacement camps?"
    r"|local government areas?|local governments?|border (?:crossings?|posts?|towns?)|crossings?|checkpoints?|airports?"
    r"|air ?bases?|airfields?|airstrips?|(?:IDP|prison|training) camps?|dams?|archipelago|highlands|mountain range"
    r"|hills|forests?|gorges?|canyons?|(?:(?:gold|coal|copper|diamond|tin|iron|coltan|jade) )?mines?|basins?|plateaus?"
    r"|deserts?|meadows?|prisons?|ridges?|(?:oil|gas) ?fields?|glaciers?"
)
_TOWN = "city"
_KINDS = (
    ("camp", "camp"), ("district", "county"), ("county", "county"), ("township", "county"), ("taluk", "county"),
    ("tehsil", "county"), ("mandal", "county"), ("woreda", "county"), ("raion", "county"), ("government", "county"),
    ("province", "region"), ("governorate", "region"), ("oblast", "region"), ("prefecture", "region"),
    ("region", "region"), ("canton", "region"), ("territory", "area"), ("valley", "area"), ("peninsula", "area"),
    ("chiefdom", "area"), ("river", "river"), ("lake", "lake"), ("reservoir", "lake"), ("isl", "island"),
    ("atoll", "island"), ("mountain", "mountain"), ("strait", "strait"), ("neighbo", "neighbourhood"),
    ("suburb", "neighbourhood"), ("slum", "neighbourhood"), ("shanty", "neighbourhood"), ("favela", "neighbourhood"),
    ("barrio", "neighbourhood"), ("barangay", "neighbourhood"), ("borough", "county"), ("clave", "area"),
    ("Government", "county"), ("LGA", "county"), ("border", "site"), ("crossing", "site"), ("checkpoint", "site"),
    ("air", "site"), ("dam", "site"), ("archipelago", "island"), ("highlands", "area"), ("hills", "mountain"),
    ("forest", "area"), ("mine", "site"), ("basin", "area"), ("plateau", "area"), ("desert", "desert"),
    ("prison", "site"), ("ridge", "mountain"), ("field", "site"), ("glacier", "mountain"), ("meadow", "area"),
)  # fmt: skip
"""What is in a noun beside a name, and the kind of place that it says; others say that it is a town."""
_AFTER = re.compile(
    rf"(?: |, an? (?:\w+ ){{0,2}})(?P<noun>{_NOUN}|Local Government Areas?|LGAs?|communit(?:y|ies)|areas?|camps?)\b"
    r"(?! (?:of(?! [A-Z])|council))"
)
_APART = re.compile(
    r",? \(?(?:about |around |some |roughly |just )?(?:\d[\d,.]*|\w+) ?(?:kms?|kilomet(?:er|re)s?|miles?)\b"
    r"(?: \([^)]*\))?"
    r"(?:,? to the)? ?\w* (?:of|from)\b"
    r"|, (?:just |a few miles |a few kilomet\w+ )?(?:(?:north|south|east|west)\w*,? of|near|outside|on the outskirts of"
    r"|on the border)\b"
)
"""What stands after a place and says how far it is from another."""
_COMPASS = r"(?:(?:north|south)(?:-?(?:east|west))?|east|west)"
_BEFORE = re.compile(
    rf"\b(?:(?P<noun>{_NOUN}|communit(?:y|ies)|cit(?:y|ies)|ports?|outskirts|towns? and villages"
    r"|[Rr]esidents?|natives?|mayors?|governors?|streets|parts) (?:of|called|named) [\"'\u201c]?"
    r"|(?P<before>[Bb]arangays|[Ss]itios|[Ww]oredas"
    r"|[Tt]ehsils"
    r"|(?:provincial|state|regional|district|administrative|de facto|interim) (?:capital|headquarters)|(?:port|border"
    r"|coastal|market|mining|resort|(?:north|south|east|west)\w*|central|frontline|front-line|garrison|strategic|key"
    r"|nearby|neighbou?ring|rebel|oil) (?:city|town|village|suburb|district)),? )\Z"
)
_NEAR_TO = re.compile(
    rf"\b(?:[Nn]ear|[Oo]utside|(?:kilomet(?:er|re)s|kms?|miles)(?: to the)? \w+ (?:of|from)|{_COMPASS} of"
    r"|(?:fled|fleeing|flee|head|heading|headed|travell?(?:ed|ing)|drove|drive|driving|march(?:ed|ing)?|advanc(?:ed|ing)"
    r"|evacuated|returned|withdr[ae]w|retreat(?:ed|ing)?|en route|convoy|bus|road|way|displaced|deported|airlifted"
    r"|flown)(?: back)? to|toward|towards|shelled|bombed|bombarded|raided|overran|retook|recaptured|besieged|torched"
    r"|razed|pounded|shelling|bombing|bombarding|besieging|raiding) \Z"
)
_BESIDE = frozenset(" ,")
"""What all begins with that stands after a place and tells what it is, or how far."""
_LISTING = frozenset(("barangays", "sitios", "woredas", "tehsils"))
"""Nouns, with a capital or without, that a list of places follows at once."""
_QUOTES = frozenset("\"'\u201c")
_LAST = re.compile(r"\w+\Z")
_OF_NOUNS = frozenset((
    "of", "called", "named", "capital", "headquarters", "city", "town", "village", "suburb", "district",
    *("Barangays", "barangays", "Sitios", "sitios", "Woredas", "woredas", "Tehsils", "tehsils"),
))  # fmt: skip
_OF_WAYS = frozenset((
    "Near", "near", "Outside", "outside", "of", "from", "to", "toward", "towards", "shelled", "bombed", "bombarded",
    "raided", "overran", "retook", "recaptured", "besieged", "torched", "razed", "pounded", "shelling", "bombing",
    "bombarding", "besieging", "raiding",
))  # fmt: skip
_IN_WORDS = frozenset(("in", "In"))
"""What the patterns for what stands before a place end with: its noun, where it is near to, what it is in."""
_PLAIN = re.compile(rf"[{UPPER}][^\W\d_A-Z]{{2,}}(?<!ing)(?<!ism)(?<!ist)(?!['\w-])(?! [A-Z\d])")
"""A name by itself that nothing shows to be more than a word ("in Scouting", "in Marat/Sade", "in Room 12")."""
_ABOUT = re.compile(
    r"\b(?:believ\w+|trust\w*|faith|invest\w*|interest\w*|published|printed|starr\w+|appear\w*|stakes?|shares?|trad\w+|deal\w*"
    r"|speciali[sz]\w+|major\w*|degrees?|dressed|written|wrote|sung|spoken|translated|priced|paid|engaged?|involved|role|part"
    r"|participat\w+|rise|jump|falls?|drop|surge|compet\w+|enrol\w+|fluent|confidence|confess\w*) [Ii]n \Z"
)
"""What stands before "in" where no place does."""
_COMMUNAL = re.compile(r" (?:communit(?:y|ies)|areas?|camps?)")
"""Nouns that stand after the names of peoples and of much else too, so that "in" must be before the name."""
_IN = re.compile(r"\b(?:in|at|of|from|near|into|attacked|stormed|raided|invaded) (?:the )?\Z")
_AMID = re.compile(r"\b(?:in|at|near|into|(?:of|from)(?! the)|attacked|stormed|raided|invaded) (?:the )?\Z")
"""What stands before a place's community: "leaders of the Hausa community" are of a people."""
LIST = re.compile(r", and |, | and ")


def split(view: str, words: list[Word]) -> list[list[Word]]:
    """The words of a chain in runs between which more than a space stands."""
    if len(words) == 1:
        return [words]
    pieces = [[words[0]]]
    for before, word in pairwise(words):
        if word.fold == "local" or before.fold in _LISTING or view[before.end : word.start] != " ":
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def readings(view: str, pieces: list[list[Word]]) -> tuple[list[int], list[str]]:
    """How much the words beside each piece of a text say that it is a place, and what kind of place they say."""
    scores = [0] * len(pieces)
    features = [_TOWN] * len(pieces)
    listed = False
    follows = -1
    kind = _TOWN
    for number in range(len(pieces) - 1, -1, -1):  # from the end, where the noun of a list is
        start, end = pieces[number][0].start, pieces[number][-1].end
        beside = view[end : end + 1] in _BESIDE
        after = _AFTER.match(view, end) if beside else None
        if after and _COMMUNAL.match(view, end):
            at = start
            last = pieces[number - 1] if number else pieces[0]
            if view.startswith((" areas", " camps"), end) and view[last[-1].end : at] == " and ":
                at = last[0].start  # "in the Lakso and Bukva areas"
            within = _AMID if view.startswith(" communit", end) else _IN
            after = within.search(view, max(0, at - 12), at)
        elif after:
            kind = _kind(after["noun"])
        elif beside:
            after = _APART.match(view, end)
        listed = bool(after or (listed and LIST.fullmatch(view, end, follows)))
        if listed:
            scores[number], features[number] = _NAMED, kind
        else:
            kind = _TOWN
        follows = start
    listed = False
    end = -1
    for number, piece in enumerate(pieces):
        start = piece[0].start
        before = view[max(0, start - 30) : start]
        noun = None
        lead = _lead(before)
        if lead:
            noun = _BEFORE.search(before) if lead in _OF_NOUNS else None
            if not scores[number]:
                if lead in _OF_WAYS and _NEAR_TO.search(before):
                    scores[number] = _NEAR
                elif (
                    lead in _IN_WORDS
                    and before.endswith((" in ", "In "))
                    and len(piece) == 1
                    and _PLAIN.match(view, start)
                    and not _ABOUT.search(before)
                ):
                    scores[number] = _WITHIN
        if noun is None and listed:
            listed = LIST.fullmatch(view, end, start) is not None
        else:
            said = (noun["noun"] or noun["before"]).lower() if noun else ""
            listed = said.endswith("s")
        if noun:
            kind = _kind(said)
        if noun or listed:
            scores[number], features[number] = _NAMED, kind
        end = piece[-1].end
    return scores, features


def _lead(before: str) -> str:
    """The last word before a name, which a space parts from it, or a comma too, or a quotation mark; else nothing."""
    end = len(before) - 1
    if before[-1:] in _QUOTES:
        end -= 1
    if end < 1 or before[end] != " ":
        return ""
    word = before[before.rfind(" ", 0, end) + 1 : end].removesuffix(",")
    if word.isalpha():
        return word
    last = _LAST.search(word)
    return last[0] if last else ""


def _kind(noun: str) -> str:
    """What a noun beside a name says that it is."""
    return next((feature for ending, feature in _KINDS if ending in noun), _TOWN)
