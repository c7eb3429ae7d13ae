"""Bare names: groups that neither a lexicon nor a head noun knows, by what stands beside them, or by a longer name.

Evidence anywhere in a document holds for the name wherever it returns: who "said in a statement" once is a group.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple

from factx.gazetteer.store import Gazetteer
from factx.names.fold import fold
from factx.names.index import GroupIndex
from factx.names.model import MODEL, Chain, Proposal, Word
from factx.names.words import GroupWords

_KINDS = {
    "group": "other", "organization": "other", "organisation": "other", "coalition": "other", "alliance": "other",
    "movement": "other", "faction": "armed_group", "militia": "armed_group", "brigade": "armed_group", "party": "party",
    "company": "company", "firm": "company", "maker": "company", "manufacturer": "company", "retailer": "company",
    "bank": "company", "airline": "company", "start-up": "company", "startup": "company", "producer": "company",
    "developer": "company", "supplier": "company", "insurer": "company", "chain": "company", "newspaper": "media",
    "channel": "media", "station": "media", "network": "media", "magazine": "media", "broadcaster": "media",
    "website": "media", "charity": "ngo", "nonprofit": "ngo", "non-profit": "ngo", "ngo": "ngo", "think-tank": "ngo",
    "think tank": "ngo", "watchdog": "ngo", "foundation": "ngo", "agency": "government", "union": "other",
    "club": "other", "team": "other", "band": "other", "federation": "other", "conglomerate": "company",
    "fund": "company", "provider": "company", "operator": "company", "platform": "company", "service": "company",
    "brand": "company", "label": "company", "studio": "company", "publisher": "company", "contractor": "company",
    "consultancy": "company", "brewer": "company", "lender": "company", "carrier": "company", "app": "company",
    "business": "company", "rival": "company", "subsidiary": "company", "division": "company", "unit": "other",
    "daily": "media", "outlet": "media", "tabloid": "media", "weekly": "media", "blog": "media", "site": "media",
    "cartel": "armed_group", "gang": "armed_group", "outfit": "armed_group", "bloc": "party", "body": "other",
    "publication": "media", "periodical": "media", "journal": "media",
    "offshoot": "armed_group", "affiliate": "armed_group", "squad": "other", "sect": "other", "institute": "ngo",
}  # fmt: skip
"""Nouns that say what a name is, where a text explains it, with the type that they tell."""
_EXPLAINED = re.compile(
    r"\"?(?: \([^()]{1,80}\))?(?:, | (?:is|was|are|were) )(?P<article>an?|the|one of the) "
    r"(?P<what>(?:(?!of\b|who\b|that\b|which\b|said\b|the\b|an?\b)[\w'.-]+,? ){0,9}?)(?P<noun>\w+maker|"
    + "|".join(_KINDS)
    + r")s?"
    r"(?=[,.;)]| (?:of|that|which|who|in|based|formed|founded|led|operating|active|from|with|for|to|whose|fighting"
    r"|created|established|dedicated|known|linked|allied|affiliated|close|opposed|close to|backed|owned|once|now|then"
    r"|later|previously|focus\w+|covering|serving|representing|headquartered|run|working|campaigning|made up|comprising"
    r"|composed|loyal|tied|responsible|tasked|helping|providing|offering|targeting|on|at|by|under|when|where|seeking|claiming|calling|behind)\b)"
)
"""A name's explanation: ", a Sunni militant group," or " (Nation) is an umbrella organisation"."""
_FIGHTS = re.compile(
    r"\b(?:militant|rebel|jihadi\w*|armed|insurgent|terror\w*|islamist|extremist|guerrilla|paramilitary|militia|separatist)\b"
)
_AIRED = re.compile(r"\b(?:radio|tv|television|broadcasting)\b")
_OWNER = re.compile(
    r", which (?:also |already )?(?:makes|owns|operates|runs|sells(?! for)|produces|manufactures|employs|publishes) "
)
_TRADES = re.compile(
    r"(?:'s)? (?:shares|shareholders|said it (?:would|will|ha[ds]|expects|plans|planned|agreed|earned|is|was)|plc"
    r"|chief executive|customers|employees|executives)\b|'s (?:ceo|revenues?|profits?|sales|stock)\b",
    re.IGNORECASE,
)
"""What stands after a company, and not after a word that only begins a sentence."""
_FIRM = re.compile(
    r" (?:(?:has |had )?(?:fell|fallen|went|gone|collapsed|slipped|plunged) into"
    r" (?:administration|receivership|liquidation)|(?:has |had )?called in (?:the )?(?:administrators|receivers)"
    r"|(?:has|had|operates|runs|employs) (?:about |around |more than |some )?[\d,]+"
    r" (?:stores|shops|outlets|branches|restaurants|employees|staff|workers|salons|pubs|factories)"
    r"|(?:has )?raised [$\u00a3\u20ac]|laid off|(?:has |had )?filed for (?:bankruptcy|chapter|an ipo)"
    r"|(?:has )?acquired|has (?:bought|agreed to (?:buy|sell|acquire))"
    r"|bought (?:up|out|back)|announced (?:it is|it was|it will|it would|plans|that it)"
    r"|is (?:urgently )?seeking (?:a )?buyers?)"
)
"""What a company does."""
_FIRM_BEGINS = frozenset(
    ("has", "had", "acquired", "bought", "fell", "went", "collapsed", "slipped", "plunged", "called", "operates",
     "runs", "employs", "raised", "laid", "filed", "announced", "is")
)  # fmt: skip
"""The first words of that."""
_PREMISES = frozenset(
    ("store", "stores", "shop", "shops", "restaurant", "restaurants", "outlets", "branches", "salons", "supermarket",
     "supermarkets", "pubs", "showrooms")
)  # fmt: skip
"""What is called by where it is as often as by whose it is."""
_SUM = re.compile(
    r" for (?:about |around |nearly |more than |up to |as much as )?(?:US|C|A)?[$\u00a3\u20ac]?[\d.]+ ?[mb]"
)
_BOUGHT = re.compile(r"\b(?:buy|bought|buying|purchase[ds]?|acquir(?:e|ed|ing)|sold|sell|selling) \Z")
"""What stands before and after a company that changes hands."""
_REPORTED = re.compile(
    r" reported(?:[.,]| (?:on |earlier on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| last week| this week|, citing"
    r"| on (?:Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec)\w* \d)"
)
_SPOKE = re.compile(
    r" (?:says?|said|reports?|reported|announced|told|warned|warns|accused|accuses|claimed|claims|denied|denies"
    r"|confirmed|condemned|rejected|urged|urges|demanded|vowed|estimates|estimated|insisted|voiced|endorsed|appealed"
    r"|pledged|criticised|criticized|welcomed|published|released|documented|recorded|fined|sued|voted|filed|launched"
    r"|have (?:said|accused|denied|claimed|warned)|has (?:said|accused|denied|claimed|warned|documented|recorded))\b"
)
"""What one that an article stands before does, and no place, ship or book."""
_THE = re.compile(r"(?<!\b(?:in|of|at|to|on|by) )(?<!\bfor )(?<!\bfrom )(?<!\bwith )(?<!\binto )\b[Tt]he \Z")
_NOUNLESS = re.compile(r"[.,;:)]|\Z| (?:and|or|said|have|were|are|had)\b")
"""What stands after a name in a list, where no noun does that it only describes: "the UN and the Assad regime"."""
_ALIAS = re.compile(
    r"(?: \([^()]{1,40}\))?,? (?:which is |who are |is |are )?"
    r"(?:(?:also|better|commonly|widely|locally|popularly|often|sometimes) )*"
    r"(?:known|called|dubbed|nicknamed)(?: locally| simply| popularly)?(?: as| by)?(?: the)? \"?\Z"
)
"""What stands between a group's name and what it is called besides."""
_FOLK = re.compile(r" (?:brothers|sisters|family|twins|heirs|couple|clan|dynasty)\b")
_WITHIN = re.compile(r"\b(?:in|at|near) \Z")
"""What stands before a place, whoever shares its sentence."""
_NAMED = re.compile(r" (?:\w+ )?(?:group|party|militia|faction|newspaper|network|movement|gang|union|channel) [A-Z]")
"""What tells that a word before it only describes a group whose name follows."""
_WRITER = re.compile(r"'s [A-Z][\w-]+ [A-Z][\w-]+ (?:wrote|writes|reports?|reported|noted|tweeted)\b")
"""What stands after one that a journalist works for."""
_DATELINE = re.compile(r"\) ?(?:-|--|\u2013|\u2014) ")
"""What stands after the agency in a dateline: "LAKEWOOD (Norwave) - "."""
_SOURCE = re.compile(r"[.,;)]|\Z| (?:data|figures|estimates|reports?|analysts?|research)\b")
"""What stands after one that a report goes by: "according to Norwave data"."""
_CAMEL = re.compile(
    r"(?!(?:Mc|Mac|De|Di|Da|Du|Le|La|Las|Los|Van|Von|Fitz|Del|El|Al|Ben|Bin|Abu)[A-Z])[A-Z][a-z]{2,}(?:[A-Z][a-z]{2,})+"
)
"""What is written with a capital within is a company or what it makes: "LakeBank"."""
_THING = re.compile(r"\b(?:an?|on) \Z")
_JOINING = frozenset((" for ", " to the ", " against ", " without "))
_BESIDE = frozenset((" ", " & "))
_LISTED = ("media", "party", "ngo")
"""Types of which two in a list tell what the others are."""
_SHARED = frozenset(("company", *_LISTED))
_STATE = re.compile(r", ([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
_GOES_ON = re.compile(" [A-Z]")
_LINKS = frozenset(("and ", " or ", "the "))
"""What ends what stands before the last of a list."""
_AMONG = frozenset((", ", " and ", " or ", ", and ", ", or ", " and the ", ", the ", ", and the "))
SCORE = 57
"""Of a bare name: more than a place that nothing speaks for, less than a person seen before."""
SURE = 75
"""Of one whose type is told: more than a town that nothing speaks for."""
_REACH = 48
"""Characters beside a name in which its cues stand."""


class _Item(NamedTuple):
    """A member of a list: its span, its words where it is unknown, its type where that is known."""

    start: int
    end: int
    run: list[Word]
    type: Any


class BareFinder:
    """Finds bare names; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.words = words
        self.gazetteer = gazetteer
        self._ends = frozenset(cue.split()[-1] for cue in words.before)
        self._folk = words.parts["folk"]
        self._papers = words.parts["press"] | {head for head, type_ in index.heads.items() if type_ == "media"}
        self._begins = frozenset(cue.split()[0] for cue in words.after)

    def propose(self, view: str, chains: list[Chain], found: list[Proposal]) -> list[Proposal]:
        """Readings of the names that have evidence, given the readings found before."""
        runs = [run for chain in chains if not chain.plain for run in self._runs(view, chain)]
        names = [_name(view, run) for run, _ in runs]
        inside = {name for name, (_, first) in zip(names, runs, strict=True) if not first}
        licensed = self._shortened(view, found, inside)
        if "known as" in view or "called" in view or "dubbed" in view or "nicknamed" in view:
            self._called(view, found, runs, licensed)
        spans = {(one.start, one.end) for one in found}
        surnames = {
            run[-1].fold
            for run, _ in runs
            if 1 < len(run) < 4 and (run[0].start, run[-1].end) not in spans and not _linked(view, run)
        }  # "Lockyer" after "Bill Lockyer"
        for name, (run, first) in zip(names, runs, strict=True):
            if name not in licensed and name not in surnames and self._may_name(run, name):
                type_ = self._explained(view, run[-1].end) or self._formed(view, run, first)
                if not type_ and (not first or len(run) > 1 or name in inside or self._trades(view, run[0])):
                    type_ = self._evidence(view, run)
                    if run[0].text[0].islower() and type_ != "media":
                        continue  # "al-Masri" is a person as often
                if type_ and (len(run) > 1 or f" {run[0].text.lower()}" not in view):
                    licensed[name] = {"type": type_}
        self._coordinated(view, names, runs, found, licensed)
        out: list[Proposal] = []
        if licensed:
            for name, (run, _) in zip(names, runs, strict=True):
                attributes = licensed.get(name)
                if attributes is not None and not self._town(view, run, name):
                    score = SCORE if attributes["type"] == "other" and not _linked(view, run) else SURE
                    end = run[-1].end
                    if "owned" in attributes:  # "Bodger's", of "Bodger's Inc."
                        if not view.startswith("'s", end):
                            continue
                        attributes, end = {key: attributes[key] for key in ("type", "full")}, end + 2
                    out.append(Proposal("group", run[0].start, end, score, dict(attributes), "group.context"))
        return out

    def _called(
        self,
        view: str,
        found: list[Proposal],
        runs: list[tuple[list[Word], bool]],
        licensed: dict[str, dict[str, Any]],
    ) -> None:
        """License what a group is called by besides: "the Directorate for Lakes, known as the Herons"."""
        ends = {one.end: one for one in sorted(found, key=lambda one: -one.start) if one.score >= SURE}
        for run, _ in runs:
            start = run[0].start
            match = _ALIAS.search(view, max(0, start - 40), start)
            long = ends.get(match.start()) if match is not None else None
            if long is None or "defined" in long.attributes:
                continue
            attributes = {key: long.attributes.get(key) for key in ("type", "group_id", "known_as", "country")}
            if not attributes["group_id"]:
                attributes = {"type": attributes["type"], "full": fold(view[long.start : long.end])}
            licensed.setdefault(_name(view, run), attributes)

    def _coordinated(
        self,
        view: str,
        names: list[str],
        runs: list[tuple[list[Word], bool]],
        found: list[Proposal],
        licensed: dict[str, dict[str, Any]],
    ) -> None:
        """License what stands in one list with a known company, or two known groups: "Norwave and Boeing"."""
        known = {(one.start, one.end): one.attributes.get("type") for one in found if one.score >= 80}
        for name, (run, _) in zip(names, runs, strict=True) if licensed else ():
            attributes = licensed.get(name)
            if attributes is not None and attributes["type"] != "other":
                known.setdefault((run[0].start, run[-1].end), attributes["type"])
        if not known:
            return
        row: list[_Item] = []
        for item in (*_items(view, runs, known), _Item(-1, -1, [], None)):
            if row and view[row[-1].end : item.start] in _AMONG:
                row.append(item)
                continue
            if row and row[0].run and _WITHIN.search(view, max(0, row[0].start - 8), row[0].start):
                row.pop(0)  # "Norwave's plant in Lakewood and Toyota's"
            joined = any(view[one.end : other.start] != ", " for one, other in pairwise(row))
            if joined and len(row) > 1 and (len(row) > 2 or view[row[0].end] != ","):
                types = [one.type for one in row if one.type]
                alike = types and (
                    "company" in types or (len(set(types)) == 1 and types[0] in _LISTED and len(types) > 1)
                )
                for one in row if types else ():
                    owned = view.startswith("'s ", one.start - 3) and any(end == one.start - 3 for _, end in known)
                    if not one.run or one.type or owned or _FOLK.match(view, one.end):
                        continue  # "Norwave's Chat and ...", "Norwave and the Hale brothers"
                    if alike:
                        self._license(view, one.run, "company" if "company" in types else types[0], known, licensed)
                    elif (
                        _THE.search(view, max(0, one.start - 12), one.start)
                        and _NOUNLESS.match(view, one.end)
                        and self._speaks(one.run)
                    ):
                        self._license(view, one.run, types[0] if len(set(types)) == 1 else "other", known, licensed)
            row = [item]

    def _license(
        self,
        view: str,
        run: list[Word],
        type_: str,
        known: dict[tuple[int, int], Any],
        licensed: dict[str, dict[str, Any]],
    ) -> None:
        """License a member of a list, unless it is known, long, or begins small: "al-Masri" is a person as often."""
        name = _name(view, run)
        if view[run[0].start].islower() or (run[0].start, run[-1].end) in known or len(run) > 4:
            return
        if self._may_name(run, name):
            licensed.setdefault(name, {"type": type_})

    def _runs(self, view: str, chain: Chain) -> list[tuple[list[Word], bool]]:
        """The stretches of a chain that may be bare names, each with whether it begins its sentence."""
        runs: list[tuple[list[Word], bool]] = []
        run: list[Word] = []
        first = chain.first
        given, titles, leads = self.words.given, self.words.titles, self.words.leads
        several = len(chain.words) > 1
        for word in chain.words:
            name = word.fold
            if run:
                if view[run[-1].end : word.start] not in _BESIDE or (
                    name in given and run[-1].fold not in given and self._named(chain, word)
                ):
                    runs.append((run, first))  # "the Lakeside Butchers Robert Hale"
                    run, first = [], False
                elif name in titles:
                    if run[-1].fold not in leads:
                        runs.append((run, first))  # "Imperio Chairman Lee"
                    run, first = [], False
                    continue
            if run or not (
                name in leads
                or (several and (first or word.text.isupper()) and name in self.words.before)
                or (several and first and name in self._folk)
            ):
                run.append(word)
            else:
                first = False  # "Then Norwave", "Toymaker Norwave"
        if run:
            runs.append((run, first))
        if len(runs) < 2:
            return runs
        for (one, starts), (other, _) in pairwise(tuple(runs)):
            link = view[one[-1].end : other[0].start]
            if (link == " of " and self._heralded(view, other[-1].end)) or (
                link in _JOINING and not self.gazetteer.placed(_name(view, other), 3)
            ):
                runs.append(([*one, *other], starts))  # "Brothers to the Rescue"
        return runs

    def _formed(self, view: str, run: list[Word], first: bool) -> str:
        """The type that the form of a name itself tells: "LakeBank", "Jenner & Block"."""
        if len(run) > 1:
            return "company" if not first and self._partners(view, run) else ""
        text = run[0].text
        if "-" in text and not first and {*run[0].fold.split()} <= self._papers:
            return "media"  # "told the News-Leader"
        if text[1:].islower() or _CAMEL.fullmatch(text) is None:
            return ""
        return "" if _THING.search(view, max(0, run[0].start - 4), run[0].start) else "company"

    def _partners(self, view: str, run: list[Word]) -> bool:
        """Whether an ampersand joins two words that are no sectors or persons: "Jenner & Block"."""
        return any(
            view[one.end : other.start] == " & "
            and {one.fold, other.fold}.isdisjoint(self.words.given)
            and {one.fold, other.fold}.isdisjoint(self.words.parts["section"])
            and min(len(one.text), len(other.text)) > 2
            for one, other in pairwise(run)
        )

    def _town(self, view: str, run: list[Word], name: str) -> bool:
        """Whether a name that a group and a town bear is the town's here: "Lakewood, Ohio" beside Lakewood Corp."""
        after = _STATE.match(view, run[-1].end)
        if after is None or name not in self.gazetteer:
            return False
        return any(one.feature in ("region", "country") for one in self.gazetteer.lookup(fold(after[1])))

    def _named(self, chain: Chain, word: Word) -> bool:
        """Whether a surname follows a given name."""
        after = next((one for one in chain.words if one.start == word.end + 1), None)
        return after is not None and after.fold not in self.index.heads and after.text[1:].islower()

    def _heralded(self, view: str, end: int) -> bool:
        """Whether the word after a name may begin a cue."""
        word = view[end : end + 24].split(" ", 2)[1:2] if view[end : end + 1] == " " else []
        return bool(word) and word[0].lower().rstrip(".,;:\"'") in self._begins

    def _may_name(self, run: list[Word], name: str) -> bool:
        if name in self.index.forms or name in self.words.peoples or run[0].fold in self.words.titles or len(name) < 3:
            return False
        if name in self.words.stop or run[-1].text in self.words.stop or run[-1].fold in self.words.peoples:
            return False
        if MODEL.fullmatch(run[0].text) or run[0].fold in self.words.parts["numbered"]:
            return False
        if run[0].fold in self.words.given and run[0].text[1:].islower():
            return False
        if len(run) > 1 and run[-1].fold in self.words.parts["product"]:
            return False  # "BlackBerry Messenger"
        return not self.gazetteer.placed(name, 3)

    def _trades(self, view: str, word: Word) -> bool:
        """Whether a word that begins a sentence is what only a company is, and no sector or kind of people."""
        if word.text[-1] == "s" or word.text.endswith("ing") or word.fold in self.words.parts["sector"]:
            return False
        if word.fold in self.words.before or word.fold in self.index.heads or word.fold in self.index.prefixes:
            return False
        return any(one.match(view, word.end) is not None for one in (_TRADES, _FIRM, _REPORTED, _DATELINE))

    def _evidence(self, view: str, run: list[Word]) -> str:
        """The type that the words beside a run tell; "" where they tell nothing."""
        start, end = run[0].start, run[-1].end
        before = view[max(0, start - _REACH) : start]
        if before[-1:] == "-" or before.endswith((" bin ", " ibn ")):
            return ""  # "pro-Lakewood militia"
        after = view[end : end + _REACH]
        if before[-1:] == " " and not _linked(view, run) and not after.startswith("'s "):
            words = before.lower().split()[-4:]
            if words and words[-1] in self._ends and (words[-1] != "the" or self._titled(run, after)):
                for at in range(len(words)):
                    type_ = self.words.before.get(" ".join(words[at:]).lstrip("\"'("))
                    if type_ and (len(run) > 1 or words[-1] != "of" or run[0].fold not in self.index.heads):
                        return type_
        if _SUM.match(after) and _BOUGHT.search(before):
            return "company"
        if _REPORTED.match(after) and (
            before[-2:] in (", ", "") or before[-1] == "\n" or before[-4:].lower() == "the "
        ):
            return "media"
        if _SPOKE.match(after) and _THE.search(before) and self._speaks(run):
            return "other"
        if len(run) == 1 and before.endswith("ccording to ") and _SOURCE.match(after):
            return "other"
        if before[-1:] == "(" and (after.startswith(" Photo") or _DATELINE.match(after)):
            return "media"
        if after.startswith("'s "):
            if _WRITER.match(after):
                return "media"
            words = after[3:].lower().split()[:2]
            return _first(self.words.owned, words)
        after = after.removeprefix("'").removeprefix('"')  # "the 'Aidar' battalion"
        if after[:1] != " ":
            return ""
        words = after.lower().replace('"', "").split()[:4]
        cue = words[0].rstrip(".,;\"'") if words else ""
        if cue in _FIRM_BEGINS and _FIRM.match(after):
            return "company"
        if len(words) > 1 and _NAMED.match(after):
            return ""  # "the Kokang group Norwave"
        if cue not in self._begins or (cue in _PREMISES and self.gazetteer.placed(_name(view, run), 1)):
            return ""  # "four Yorkshire stores"
        type_ = _first(self.words.after, words)
        if type_ == "armed_group" and cue[-1] == "s" and self.gazetteer.placed(_name(view, run), 1):
            return ""  # "Lakewood militias"
        return type_

    def _speaks(self, run: list[Word]) -> bool:
        """Whether words that say something behind "the" name a body, and no office, people or common noun."""
        last = run[-1].fold
        things = self.words.parts["facility"] | self.words.parts["folk"]
        if last in self.words.titles or last in things or last in self.words.parts["office"]:
            return False
        if last[-1] == "s" and (last.removesuffix("s") in self.words.peoples or len(run) == 1):
            return False
        return len(run) > 1 or (last not in self.index.heads and last not in self.words.before)

    def _titled(self, run: list[Word], after: str) -> bool:
        """Whether words after "the" may be an organisation's: more than one, no hall, book or treaty, and no office."""
        things = self.words.parts["facility"]
        last = run[-1].fold
        return (
            len(run) > 1 and last not in things and last.removesuffix("s") not in things and not _GOES_ON.match(after)
        )

    def _explained(self, view: str, end: int) -> str:
        """The type that the explanation after a name tells: "Bayan, an umbrella group"."""
        if _OWNER.match(view, end):
            return "company"
        match = _EXPLAINED.match(view, end)
        if match is None or not (match["what"] or match["article"] != "the"):
            return ""
        what = match["what"].lower()
        if match["noun"] == "agency" and "news " in what:
            return "media"
        if match["noun"] == "station" and _AIRED.search(what) is None:
            return ""
        return "armed_group" if _FIGHTS.search(what) else _KINDS.get(match["noun"], "company")

    def _shortened(self, view: str, found: list[Proposal], inside: set[str]) -> dict[str, dict[str, Any]]:
        """What names of companies, parties and the like are when they stand without their head noun.

        A company's first word alone needs to stand within a sentence (`inside`): where one begins, it may be any word.
        """
        licensed: dict[str, dict[str, Any]] = {}
        for one in found:
            if one.rule not in ("group.head", "group.lexicon") or "acronym" in one.attributes:
                continue
            full = fold(view[one.start : one.end])
            words = full.split()
            stem = list(words)
            while len(stem) > 1 and stem[-1] in self.words.parts["droppable"]:
                stem.pop()
            if one.rule == "group.head":
                attributes = {"type": one.attributes["type"], "full": full}
            else:
                attributes = {name: one.attributes[name] for name in ("type", "group_id", "known_as", "country")}
            if len(words) == 1 or (len(stem) == len(words) and one.attributes["type"] not in ("company", "media")):
                continue
            if words[-1] == "party" and f" {words[-2]}s" not in view:
                licensed.setdefault(f"{words[-2]}s", attributes)  # "Liberals" after "Liberal Party"
            names = {" ".join(stem)} if len(stem) < len(words) else set()
            if len(stem) == 1 and "full" in attributes and view.startswith("'s ", one.start + len(stem[0]) - 1):
                names = {stem[0][:-1]}
                attributes["owned"] = True
            if one.attributes["type"] in ("company", "media") and len(stem) > 1 and stem[0] in inside:
                names.add(stem[0])
            if one.attributes["type"] == "company" and len(stem) > 2 and words[-1] in self.words.parts["suffix"]:
                names.add(" ".join(stem[:2]))  # "Home Dietary" after "Home Dietary Services Inc."
            for name in names:
                if name not in licensed and self._distinct(view, name, attributes["type"]):
                    licensed[name] = attributes
        return licensed

    def _distinct(self, view: str, name: str, type_: str) -> bool:
        """Whether a short name is no word, place, nation or person: it can only be short for its group.

        A company called by its founder's name may be: "Rogers" after "Rogers Communications Inc.".
        """
        if len(name) < 3 or name in self.index.forms or name in self.words.peoples or name in self.words.leads:
            return False
        if (
            (name in self.words.given and type_ != "company")
            or name in self.index.heads
            or name in self.words.stop
            or self.gazetteer.placed(name, 3)
        ):
            return False
        return " " in name or f" {name}" not in view


def _name(view: str, run: list[Word]) -> str:
    return run[0].fold if len(run) == 1 else fold(view[run[0].start : run[-1].end])


def _items(view: str, runs: list[tuple[list[Word], bool]], known: dict[tuple[int, int], Any]) -> list[_Item]:
    """Known groups and the runs beside them, in the order of the text; none overlaps another."""
    items = [_Item(start, end, [], type_) for (start, end), type_ in known.items()]
    for run, _ in runs:
        start, end = run[0].start, run[-1].end
        listed = view[end : end + 2] == ", " or view[end : end + 4] in (" and", " or ")
        listed = listed or view[start - 2 : start] == ", " or view[start - 4 : start] in _LINKS
        if listed and (start, end) not in known and not _linked(view, run):
            items.append(_Item(start, end, run, None))
    items.sort(key=lambda one: (one.start, not one.type, -one.end))
    kept: list[_Item] = []
    for item in items:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
        elif item.type and not kept[-1].type:
            kept[-1] = item
    return kept


def _linked(view: str, run: list[Word]) -> bool:
    """Whether a small word joins two words of a run: "Brothers to the Rescue"."""
    return len(run) > 1 and any(view[one.end : other.start] not in _BESIDE for one, other in pairwise(run))


def _first(cues: dict[str, str], words: list[str]) -> str:
    """What the longest cue that some words begin with tells."""
    for count in range(len(words), 0, -1):
        type_ = cues.get(" ".join(words[:count]).rstrip(".,;:\"')"))
        if type_:
            return type_
    return ""
