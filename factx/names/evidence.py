"""Evidence: what stands beside a bare name, or its form, that tells a group and its type."""

from __future__ import annotations

import re
from itertools import pairwise

from factx.gazetteer.store import Gazetteer
from factx.names.index import GroupIndex
from factx.names.model import Word
from factx.names.runs import linked, name_of
from factx.names.words import GroupWords

_EXPLAINED = (
    r"\"?(?: \([^()]{1,80}\))?(?:, | (?:is|was|are|were) )(?P<article>an?|the|one of the) "
    r"(?P<what>(?:(?!of\b|who\b|that\b|which\b|said\b|the\b|an?\b)[\w'.-]+,? ){0,9}?)(?P<noun>\w+maker|NOUNS)s?"
    r"(?=[,.;)]| (?:of|that|which|who|in|based|formed|founded|led|operating|active|from|with|for|to|whose|fighting"
    r"|created|established|dedicated|known|linked|allied|affiliated|close|opposed|close to|backed|owned|once|now|then"
    r"|later|previously|focus\w+|covering|serving|representing|headquartered|run|working|campaigning|made up|comprising"
    r"|composed|loyal|tied|responsible|tasked|helping|providing|offering|targeting|on|at|by|under|when|where|seeking|claiming|calling|behind)\b)"
)
"""A name's explanation: ", a Sunni militant group," or " (Nation) is an umbrella organisation"."""
_EXPLAINED_BY = (", a", ", the ", ", one of the ", ", which ", " is ", " was ", " are ", " were ", " (", '"')
_EXPLAINS = frozenset(begins[:2] for begins in _EXPLAINED_BY)
"""What an explanation begins with, and its first two characters."""
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
_MOVED = re.compile(
    r" (?:rose|fell|gained|added|lost|climbed|jumped|sank|dropped|slid|slipped|surged|plunged|tumbled|soared|advanced"
    r"|shed|rallied|dipped|eased) (?:by )?(?:about |nearly |more than |as much as |another )?"
    r"[\d.]+ ?(?:%|per ?cent|pct)"
)
"""What a company's share price does, and an index's."""
"""What a company does."""
_FIRM_BEGINS = frozenset(
    ("has", "had", "acquired", "bought", "fell", "went", "collapsed", "slipped", "plunged", "called", "operates",
     "runs", "employs", "raised", "laid", "filed", "announced", "is", "rose", "gained", "added", "lost", "climbed",
     "jumped", "sank", "dropped", "slid", "surged", "tumbled", "soared", "advanced", "shed", "rallied", "dipped",
     "eased")
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
_SHARE_OF = re.compile(
    r"\b(?:buy|bought|buying|owns?|holds?|acquir(?:e|ed|ing)|sold|sell|take|took|stake of)"
    r" [\d.]+ ?(?:%|percent|per cent) of \Z"
)
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
_TRADES_OF = ("energo", "atom", "neft", "nafta", "ftogaz", "telekom", "telecom", "boronexport", "pharma")
_TRADE = re.compile(r"\A\w{3,}(?:energo|[bnrst]atom|neft|nafta|ftogaz|telekom|telecom|boronexport|pharma)\Z")
"""How the names of firms end that are made of their trade: "Lakenergo", "Norneft"."""
_HOUSE = re.compile(r" (?:building|hall|tower|theat(?:re|er)|arena|stadium|trial|case|ruling)\b")
"""What bears the names of founders and parties."""
_THING = re.compile(r"\b(?:an?|on) \Z")
_GOES_ON = re.compile(" [A-Z]")
_REACH = 48
"""Characters beside a name in which its cues stand."""
_NAMED = re.compile(r" (?:\w+ )?(?:group|party|militia|faction|newspaper|network|movement|gang|union|channel) [A-Z]")
"""What tells that a word before it only describes a group whose name follows."""
THE = re.compile(r"(?<!\b(?:in|of|at|to|on|by) )(?<!\bfor )(?<!\bfrom )(?<!\bwith )(?<!\binto )\b[Tt]he \Z")


class Evidence:
    """Reads what speaks for a name; made once."""

    def __init__(self, index: GroupIndex, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.words = words
        self.gazetteer = gazetteer
        self._ends = frozenset(cue.split()[-1] for cue in words.before)
        self._begins = frozenset(cue.split()[0] for cue in words.after)
        self._papers = words.parts["press"] | {head for head, type_ in index.heads.items() if type_ == "media"}
        nouns = "|".join(map(re.escape, words.explains))
        self._explains = re.compile(_EXPLAINED.replace("NOUNS", nouns))

    def beside(self, view: str, run: list[Word]) -> str:
        """The type that the words beside a run tell; "" where they tell nothing."""
        start, end = run[0].start, run[-1].end
        before = view[max(0, start - _REACH) : start]
        if before[-1:] == "-" or before.endswith((" bin ", " ibn ")):
            return ""  # "pro-Lakewood militia"
        after = view[end : end + _REACH]
        if before[-1:] == " " and not linked(view, run) and not after.startswith("'s "):
            cue = before.rstrip().rpartition(" ")[2].lower()
            if cue in self._ends and (cue != "the" or self._titled(run, after)):
                words = before.lower().split()[-4:]
                for at in range(len(words)):
                    type_ = self.words.before.get(" ".join(words[at:]).lstrip("\"'("))
                    if type_ and (len(run) > 1 or words[-1] != "of" or run[0].fold not in self.index.heads):
                        return type_
        if after.startswith(" for ") and _SUM.match(after) and _BOUGHT.search(before):
            return "company"
        if before.endswith(" of ") and _SHARE_OF.search(before):
            return "company"
        if (
            after.startswith(" reported")
            and _REPORTED.match(after)
            and (before[-2:] in (", ", "") or before[-1] == "\n" or before[-4:].lower() == "the ")
        ):
            return "media"
        if before.endswith("he ") and _SPOKE.match(after) and THE.search(before) and self.speaks(run):
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
        words = after.lower().replace('"', "").split(None, 4)[:4]
        cue = words[0].rstrip(".,;\"'") if words else ""
        if cue in _FIRM_BEGINS and (_FIRM.match(after) or (_MOVED.match(view, end) and self._quoted(view, run))):
            return "company"
        if len(words) > 1 and _NAMED.match(after):
            return ""  # "the Kokang group Norwave"
        if cue not in self._begins or (cue in _PREMISES and self.gazetteer.placed(name_of(view, run), 1)):
            return ""  # "four Yorkshire stores"
        type_ = _first(self.words.after, words)
        if type_ == "armed_group" and cue[-1] == "s" and self.gazetteer.placed(name_of(view, run), 1):
            return ""  # "Lakewood militias"
        return type_

    def formed(self, view: str, run: list[Word], first: bool) -> str:
        """The type that the form of a name itself tells: "LakeBank", "Jenner & Block"."""
        if len(run) > 1:
            return "company" if not first and self._partners(view, run) and not _HOUSE.match(view, run[-1].end) else ""
        text = run[0].text
        if text[1:].islower() and "-" not in text:
            return "company" if text.endswith(_TRADES_OF) and _TRADE.search(text) else ""
        if _TRADE.search(text):
            return "company"
        if "-" in text and not first and {*run[0].fold.split()} <= self._papers:
            return "media"  # "told the News-Leader"
        if text[1:].islower() or _CAMEL.fullmatch(text) is None:
            return ""
        return "" if _THING.search(view, max(0, run[0].start - 4), run[0].start) else "company"

    def explained(self, view: str, end: int) -> str:
        """The type that the explanation after a name tells: "Bayan, an umbrella group"."""
        begins = view[end : end + 2]
        if (begins not in _EXPLAINS and begins[:1] != '"') or not view.startswith(_EXPLAINED_BY, end):
            return ""
        if _OWNER.match(view, end):
            return "company"
        match = self._explains.match(view, end)
        if match is None or not (match["what"] or match["article"] != "the"):
            return ""
        what = match["what"].lower()
        if match["noun"] == "agency" and "news " in what:
            return "media"
        if match["noun"] == "station" and _AIRED.search(what) is None:
            return ""
        return "armed_group" if _FIGHTS.search(what) else self.words.explains.get(match["noun"], "company")

    def trades(self, view: str, word: Word) -> bool:
        """Whether a word that begins a sentence is what only a company is, and no sector or kind of people."""
        if word.text[-1] == "s" or word.text.endswith("ing") or word.fold in self.words.parts["sector"]:
            return False
        if word.fold in self.words.before or word.fold in self.index.heads or word.fold in self.index.prefixes:
            return False
        return any(one.match(view, word.end) is not None for one in (_TRADES, _FIRM, _REPORTED, _DATELINE))

    def speaks(self, run: list[Word]) -> bool:
        """Whether words that say something behind "the" name a body, and no office, people or common noun."""
        last = run[-1].fold
        things = self.words.parts["facility"] | self.words.parts["folk"]
        if last in self.words.titles or last in things or last in self.words.parts["office"]:
            return False
        if last[-1] == "s" and (last.removesuffix("s") in self.words.peoples or len(run) == 1):
            return False
        return len(run) > 1 or (last not in self.index.heads and last not in self.words.before)

    def _quoted(self, view: str, run: list[Word]) -> bool:
        """Whether what moves by so many percent is a company's share, where a report tells of shares."""
        return ("shares" in view or "Shares" in view) and run[-1].fold not in self.words.parts["index"]

    def _titled(self, run: list[Word], after: str) -> bool:
        """Whether words after "the" may be an organisation's: more than one, no hall, book or treaty, and no office."""
        things = self.words.parts["facility"]
        last = run[-1].fold
        return (
            len(run) > 1 and last not in things and last.removesuffix("s") not in things and not _GOES_ON.match(after)
        )

    def _partners(self, view: str, run: list[Word]) -> bool:
        """Whether an ampersand joins two words that are no sectors or persons: "Jenner & Block"."""
        return any(
            view[one.end : other.start] == " & "
            and {one.fold, other.fold}.isdisjoint(self.words.given)
            and {one.fold, other.fold}.isdisjoint(self.words.parts["section"])
            and min(len(one.text), len(other.text)) > 2
            for one, other in pairwise(run)
        )


def _first(cues: dict[str, str], words: list[str]) -> str:
    """What the longest cue that some words begin with tells."""
    for count in range(len(words), 0, -1):
        type_ = cues.get(" ".join(words[:count]).rstrip(".,;:\"')"))
        if type_:
            return type_
    return ""
