"""Groups: named organisations, forces, parties, companies, found by lexicon, head noun, definition, cue and acronym."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from factx.document.model import Document
from factx.gazetteer.store import Gazetteer
from factx.names.bare import BareFinder
from factx.names.definitions import ACRONYM, definitions
from factx.names.fold import fold
from factx.names.index import Entry, GroupIndex
from factx.names.ministries import ministries
from factx.names.model import MODEL, Chain, Proposal, Word
from factx.names.words import GroupWords

_TIGHT = (" ", "'s ", "' ", "s' ", " & ", "-")
_POSTED = re.compile(r" (?:posts?|pages?|accounts?|videos?|users?|groups?|channels?|messages?|footage|feeds?)\b")
_MADE = re.compile(r" (?:[\w-]+ )?(?:rifles?|pick-?ups?|trucks?|cars?|jeeps?|vans?|guns?|phones?|\d)\b")
"""What a maker's name stands before when it names what it made."""
_OPEN = re.compile(r" (?:of|for|to|on|against)(?: the)? ")
_POSTING = re.compile(r" (?:of|for|to|on|against|in)(?: the)? ")
_AFTER_PREFIX = frozenset(
    (" ", " de ", " del ", " des ", " du ", " da ", " dos ", " la ", " al ", " el ", " de la ", "-")
)
_SMALL = re.compile(r"\b[a-z]{5,}|[*\[\d]")
FACILITY = "facility"
"""The type in org_heads of nouns that end the names of buildings, which are no groups: "Shopping Center"."""
_GLUE = {" ": " ", "'s ": "s ", "' ": " ", "s' ": "s ", " of ": " of "}
"""What stands between the words of a head noun, and how it is folded."""
_COUNTED = re.compile(r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth)")
_INTERNATIONAL = re.compile(
    r"\b(?:un|united nations|european|african|arab|international|inter|islamic cooperation|eu|au)\b"
)
_BODY = re.compile(
    r"\b(?:council|commission|committee|court|tribunal|bank|agency|programme|program|parliament|union|assembly"
    r"|organi[sz]ation|inquiry|board|secretariat|office)\b"
)
_IRREGULAR = re.compile(
    r"\b(?:electronic|liberation|free|resistance|lords|salvation|islamic|revolutionary|rebel|victorious|mahdi"
    r"|republican army)\b"
)
_JIHAD = re.compile(r"\b(?:jihad|islamic|fighting|combat(?:ant)?|mujah\w+|salaf\w+|al|armed)\b")
_STATE = re.compile(r"^(?:us|united states|royal|national|army|(?:\w+(?:an|ish|ese|i|ch|ic|eek|ss)))\b")


class GroupFinder:
    """Finds groups with an index of known ones and lists of words; made once, applied to any number of documents."""

    def __init__(self, index: GroupIndex, alone: frozenset[str], words: GroupWords, gazetteer: Gazetteer) -> None:
        self.index = index
        self.alone = alone
        self.words = words
        self.parts = words.parts
        self.gazetteer = gazetteer
        self._last = frozenset(head.split()[-1] for head in index.heads)
        self.bare = BareFinder(index, words, gazetteer)
        self.bodies = frozenset({"coalition", "parliament"})

    def propose(self, document: Document, chains: list[Chain]) -> list[Proposal]:
        """All group readings of the chains of a document."""
        view = document.view
        out: list[Proposal] = []
        defined = definitions(view, chains)
        alone = self._articled(view, chains)
        headings: list[Proposal] = []
        for chain in chains:
            known = self._known(view, chain)
            out.extend(known)
            if not chain.plain:
                sentence = document.sentences[chain.sentence]
                heading = len(chain.words) > 2 and _titled(view[sentence.start : sentence.end])
                (headings if heading else out).extend(self._headed(view, chain, alone, known))
        told = {fold(view[one.start : one.end]) for one in out if one.rule == "group.head"} if headings else set()
        for one in headings:
            name = fold(view[one.start : one.end])
            words = name.split()
            if name in told or (len(words) < 4 and words[0] in self.words.nations):
                out.append(one)
        for acronym, (start, end) in defined.items():
            out.append(self._defined(view, acronym, start, end))
        self._bracketed(view, chains, out, defined)
        for chain in chains:
            if not chain.plain:
                out.extend(self._short(view, chain, defined))
        out.extend(ministries(view))
        out.extend(self._again(view, chains, out))
        out.extend(self.bare.propose(view, chains, out))
        return out

    def _articled(self, view: str, chains: list[Chain]) -> set[str]:
        """The head nouns that are names by themselves in a document: "the Senate" once, and "Senate" is one too."""
        return {
            word.fold
            for chain in chains
            for word in chain.words
            if word.fold in self.alone
            and word.fold not in self.parts["article"]
            and view[max(0, word.start - 4) : word.start].lower() == "the "
        }

    def _known(self, view: str, chain: Chain) -> list[Proposal]:
        """Forms of the lexicon, the longest from each word on."""
        out: list[Proposal] = []
        words = chain.words
        at = 0
        while at < len(words):
            first = words[at].fold
            longest = self.index.longest.get(first.split(" ", 1)[0] if " " in first else first, 0)
            step = 1
            for last in range(min(len(words), at + longest) - 1, at - 1, -1):
                end = words[last].end
                text = view[words[at].start : end]
                if view.startswith("'s", end) and fold(text) + "s" in self.index.forms:
                    end += 2  # "McDonald's" is a name with its possessive
                    text = view[words[at].start : end]
                entries = self.index.forms.get(fold(text))
                if entries is None:
                    continue
                if self._cued(view, chain, at, last, text, entries[0].type):
                    if last + 1 < len(words) and self._branch(view, words, last, entries[0].type):
                        last += 1
                        end = words[last].end
                    out.append(_known_proposal(entries, words[at].start, end))
                    step = last - at + 1
                break
            else:
                if "-" in words[at].text:
                    out.extend(self._hyphened(words[at]))
            at += step
        return out

    def _hyphened(self, word: Word) -> list[Proposal]:
        """A known acronym that a hyphen joins to another name: "NATO-Afghanistan patrols"."""
        out: list[Proposal] = []
        at = word.start
        for part in word.text.split("-"):
            if len(part) > 2 and part.isupper() and part not in self.index.risky and part not in self.words.stop:
                entries = self.index.forms.get(fold(part))
                if entries is not None:
                    out.append(_known_proposal(entries, at, at + len(part)))
            at += len(part) + 1
        return out

    def _branch(self, view: str, words: list[Word], last: int, type_: str) -> bool:
        """Whether a country after a name is part of it: "Sony Australia", "Sky News Arabia"."""
        if type_ not in ("company", "media", "ngo") or view[words[last].end : words[last + 1].start] != " ":
            return False
        places = self.gazetteer.lookup(words[last + 1].fold)
        return bool(places) and places[0].feature in ("country", "continent", "area") and places[0].rank > 5

    def _cued(self, view: str, chain: Chain, at: int, to: int, text: str, type_: str) -> bool:
        """Whether a form may stand for its group here: not a word in lower case, not a risky form without a cue."""
        first, last = chain.words[at], chain.words[to]
        name = fold(text)
        if name in self.parts["platform"]:
            return _POSTED.match(view, last.end) is None and text[0].isupper()
        if name in self.words.given and text[1:].islower() and len(text) < 4:
            return False  # Jim, not the JIM
        if len(text) > 2 and text[-1] == "s" and text[:-1].isupper():
            return False  # "MPs" are members, and no form in small letters
        if text not in self.index.risky and text.upper() not in self.index.risky and text not in self.words.stop:
            return len(text) > 3 or not chain.plain
        if chain.plain:
            return False
        if text.isupper() and len(text) > 1 and text not in self.words.stop:
            return text.lower() not in ("is", "it") or not chain.first
        before = view[max(0, first.start - 24) : first.start].lower().split()
        after = view[last.end : last.end + 24].lower().split()
        cues = self.words.cues
        if (before and before[-1].strip("\"'(") in cues) or (
            after and (after[0].strip(".,'\"") in cues or " ".join(after[:2]).strip(".,'\"") in cues)
        ):
            return True
        if at == 0 and chain.first:
            return False
        return name in self.alone or (
            text in self.index.plain and type_ == "company" and self._stands(view, chain, at, to, text)
        )

    def _stands(self, view: str, chain: Chain, at: int, to: int, text: str) -> bool:
        """Whether a word in capitals stands by itself within a sentence, and nowhere in small letters."""
        words = chain.words
        beside = (at > 0 and view[words[at - 1].end : words[at].start] == " ") or (
            to + 1 < len(words) and view[words[to].end : words[to + 1].start] == " "
        )
        made = _MADE.match(view, words[to].end) is not None
        return not (made or beside or f" {text.lower()}" in view or self._placed(words[at].fold))

    def _headed(self, view: str, chain: Chain, alone: set[str], known: list[Proposal]) -> list[Proposal]:
        """Names with a head noun: "Iraqi Ministry of Culture", "Popular Front", "1st Cavalry Division"."""
        out: list[Proposal] = []
        words = chain.words
        joins = [view[a.end : b.start] for a, b in pairwise(words)]
        used = -1
        for at in range(len(words)):
            if at <= used:
                continue
            prefix = self.index.prefixes.get(words[at].fold)
            if prefix and at + 1 < len(words) and joins[at] in _AFTER_PREFIX:
                used = self._prefixed(words, joins, at)
                out.append(Proposal("group", words[at].start, words[used].end, 82, {"type": prefix}, "group.head"))
                continue
            type_, width = self._head(words, joins, at)
            if not type_:
                continue
            if type_ == FACILITY or self._goes_on(words, joins, at):
                continue
            start = self._begin(view, chain, joins, at, width, used)
            end = self._end(words, joins, at, type_)
            if end == at + 1 and joins[at] == " of ":
                type_ = self.index.heads.get(f"{words[at].fold} of {words[end].fold}", type_)
            name = fold(view[words[start].start : words[end].end])
            core = name if end == at else fold(view[words[start].start : words[at].end])
            if name in self.words.stop or core in self.words.stop or (start != end and self._placed(name)):
                continue
            if start != end and end == at and words[at].fold in self.parts["single"]:
                continue
            if start == end:
                before = view[max(0, words[start].start - 7) : words[start].start].lower()
                if name not in self.alone or (before.endswith(("ber of ", "ers of ")) and name == "parliament"):
                    continue
                sure = before.endswith("the ") or (not (chain.first and start == 0) and name in self.bodies)
                if not (sure or name in alone):
                    continue
                alone.add(name)
            elif MODEL.match(words[start].text) or (
                words[at].fold in self.parts["common"]
                and view[words[start].start - 3 : words[start].start] in (" a ", "an ")
            ):
                continue
            used = end
            first, last = words[start].start, words[end].end
            score = 82 if start != end else 66
            if any(first <= one.start and one.end <= last and one.end - one.start < last - first for one in known):
                score = 92  # "UN Board of Inquiry" is more than the UN
            if words[at].fold in self.parts["suffix"]:
                score = 96  # "General Dynamics Corp" is no general
            out.append(Proposal("group", first, last, score, {"type": refine(type_, name)}, "group.head"))
        return _battalions(view, out)

    def _prefixed(self, words: list[Word], joins: list[str], at: int) -> int:
        """The last word of a name that begins with its head noun: "Liwa al-Noor", "Partido Verde"."""
        end = at + 1
        while end + 1 < len(words) and joins[end] in _AFTER_PREFIX and words[end + 1].fold not in self.words.titles:
            end += 1
        return end

    def _goes_on(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a head noun ends no name here: "Guard" in "National Guard Bureau", "Army" in "Army Depot"."""
        if at + 1 == len(words) or joins[at] not in (" ", " & "):
            return False
        after = words[at + 1].fold
        if after in self.parts["facility"] or (words[at].fold in self.parts["field"] and after in self.parts["office"]):
            return True
        for next_ in range(at + 1, min(at + 4, len(words))):
            if joins[next_ - 1] not in (" ", " & ") or words[next_].fold in self.words.titles:
                return False
            if self._head(words, joins, next_)[0] not in ("", FACILITY):
                return True
        return False

    def _begin(self, view: str, chain: Chain, joins: list[str], at: int, width: int, used: int) -> int:
        """The first word of the name whose head noun ends at a word."""
        words = chain.words
        start = at - width + 1
        suffix = words[at].fold in self.parts["suffix"]
        while start > 0 and start - 1 > used:
            join = joins[start - 1]
            if words[start - 1].fold in self.words.leads and not (
                words[start - 1].fold == "new" and join == " " and f"new {words[start].fold}" in self.gazetteer
            ):
                break
            if join == " and " and self._coordinated(view, words, joins, start, used):
                start -= 1
                continue
            if join not in _TIGHT:
                break
            if join == "'s " and not suffix and words[start - 1].fold not in self.parts["owner"]:
                break  # "China's Foreign Ministry" is the Foreign Ministry of China
            start -= 1
        if start == 0 and chain.first and at > width - 1 and words[0].fold in ("regional", "local", "federal", "state"):
            start = 1
        return start

    def _coordinated(self, view: str, words: list[Word], joins: list[str], start: int, used: int) -> bool:
        """Whether the words before an "and" belong to the name after it: "Health and Human Services Department".

        They do where the article stands before both, and the first is no name by itself.
        """
        first = start - 1
        while first - 1 > used and joins[first - 1] in (" ", " & ") and words[first - 1].fold not in self.words.leads:
            first -= 1
        if first - 1 == used and used >= 0:
            return False
        one = words[start - 1]
        if (
            ACRONYM.fullmatch(one.text)
            or (first < start - 1 and one.fold in self.index.heads)
            or one.fold in self.words.nations
            or one.fold in self.words.given
            or fold(view[words[first].start : one.end]) in self.index.forms
            or self._placed(one.fold)
            or self._placed(fold(view[words[first].start : one.end]))
        ):
            return False
        return view[max(0, words[first].start - 4) : words[first].start].lower() == "the "

    def _placed(self, name: str, rank: int = 4) -> bool:
        places = self.gazetteer.lookup(name)
        return bool(places) and places[0].rank > rank

    def _end(self, words: list[Word], joins: list[str], at: int, type_: str) -> int:
        """The last word of the name whose head noun ends at a word: through "of", "for", and what they coordinate."""
        if at + 1 == len(words) or (type_ in ("company", "media") and words[at].fold != "bank"):
            return at
        opening = _POSTING if type_ == "mission" else _OPEN
        if not opening.fullmatch(joins[at]) or words[at + 1].fold in self.words.leads:
            return at
        if at + 2 < len(words) and joins[at + 1] == " " and words[at + 1].fold in self.words.given:
            return at  # "the Green Party of Robert Hale"
        end = at + 1
        placed = self._placed(words[end].fold, 4 if type_ == "government" else 2)
        aimed = joins[at].startswith((" to", " against"))  # "Coalition to Counter ISIL"
        while (
            end + 1 < len(words)
            and joins[end] in _TIGHT
            and joins[end] != "'s "
            and (aimed or not self._known_word(words[end + 1]))
            and not (aimed and words[end].text.isupper())
        ):
            end += 1
        while (
            end + 1 < len(words)
            and (
                joins[end] in (" of ", " of the ", " & ")
                or (
                    joins[end] == " and "
                    and not placed
                    and (type_ == "government" or not self._ends_headed(words, joins, end + 1))
                )
            )
            and not self._known_word(words[end + 1])
            and not ACRONYM.fullmatch(words[end + 1].text)
            and words[end + 1].fold not in self.words.nations
            and (words[end + 1].fold not in self.words.leads or (joins[end] == " of " and words[end + 1].fold == "new"))
        ):
            end += 1
            while end + 1 < len(words) and joins[end] in _TIGHT and joins[end] != "'s ":
                end += 1
        return end

    def _ends_headed(self, words: list[Word], joins: list[str], at: int) -> bool:
        """Whether a head noun stands among the words from one on, so that they are a name of their own."""
        while at + 1 < len(words) and joins[at] == " ":
            at += 1
            if self._head(words, joins, at)[0]:
                return True
        return False

    def _head(self, words: list[Word], joins: list[str], at: int) -> tuple[str, int]:
        """The type that a head noun ending at a word tells, with the number of its words; "" where there is none."""
        name = words[at].fold
        if name not in self._last or (name in self.parts["upper"] and not words[at].text.isupper()):
            return "", 0
        best = (self.index.heads.get(name, ""), 1)
        for first in range(at - 1, max(at - 3, -1), -1):
            glue = _GLUE.get(joins[first])
            if glue is None:
                break
            name = words[first].fold + glue + name
            if type_ := self.index.heads.get(name):
                best = type_, at - first + 1
        return best if best[0] else ("", 0)

    def _known_word(self, word: Word) -> bool:
        return word.fold in self.index.forms and len(word.text) > 1 and word.text.isupper()

    def _bracketed(
        self, view: str, chains: list[Chain], out: list[Proposal], defined: dict[str, tuple[int, int]]
    ) -> None:
        """Acronyms in brackets after a group, whatever their letters: "Kurdistan Workers' Party (PKK)"."""
        ends: dict[int, Proposal] = {}
        for one in out:
            if one.end not in ends or ends[one.end].start > one.start:
                ends[one.end] = one
        for chain in chains:
            word = chain.words[0]
            if (
                len(chain.words) > 1
                or view[word.start - 2 : word.start] != " ("
                or view[word.end : word.end + 1] != ")"
            ):
                continue
            long = ends.get(word.start - 2)
            if (
                long is not None
                and long.end - long.start > 2 * len(word.text)
                and "acronym" not in long.attributes
                and word.text not in defined
                and word.fold not in self.index.forms
                and ACRONYM.fullmatch(word.text)
            ):
                long.attributes["acronym"] = word.text
                defined[word.text] = (long.start, long.end)

    def _short(self, view: str, chain: Chain, defined: dict[str, tuple[int, int]]) -> list[Proposal]:
        """Acronyms and sites ("znak.com")."""
        out: list[Proposal] = []
        for at, word in enumerate(chain.words):
            text = word.text
            if text in defined:
                out.append(Proposal("group", word.start, word.end, 88, {"defined": text}, "group.acronym"))
            elif ACRONYM.fullmatch(text) and text not in self.words.stop:
                one = self._capitals(view, chain, at)
                if one is not None:
                    out.append(one)
            elif "." in text and text.lower().endswith((".com", ".org", ".net", ".ru")):
                out.append(Proposal("group", word.start, word.end, 50, {"type": "media"}, "group.site"))
        return out

    def _again(self, view: str, chains: list[Chain], out: list[Proposal]) -> list[Proposal]:
        """Head nouns that stand with the article for a name given in full: "the Observatory"."""
        full: dict[str, Proposal] = {}
        for one in out:
            if one.rule in ("group.head", "group.lexicon", "group.definition"):
                words = fold(view[one.start : one.end]).split()
                for head in (words[0], words[-1]) if len(words) > 1 else ():
                    if head not in self.index.heads or head in self.parts["suffix"]:
                        continue
                    if head not in full or (full[head].start == one.start and "acronym" in one.attributes):
                        full[head] = one
        again: list[Proposal] = []
        for chain in chains if full else ():
            if chain.plain:
                continue
            for at, word in enumerate(chain.words):
                long = full.get(word.fold)
                if long is None or word.start < long.end or not word.text[1:].islower():
                    continue
                if view[max(0, word.start - 4) : word.start].lower() != "the ":
                    continue
                if at + 1 < len(chain.words) and chain.words[at + 1].start - word.end < 5:
                    continue
                attributes = {"type": long.attributes["type"]}
                if long.attributes.get("group_id"):
                    attributes |= {name: long.attributes[name] for name in ("group_id", "known_as", "country")}
                else:
                    acronym = "acronym" in long.attributes
                    attributes["full"] = f"@{long.start}" if acronym else fold(view[long.start : long.end])
                again.append(Proposal("group", word.start, word.end, 64, attributes, "group.again"))
        return again

    def _capitals(self, view: str, chain: Chain, at: int) -> Proposal | None:
        """An acronym that nothing explains, unless it is a word among others in capitals, a dateline, or counted."""
        word = chain.words[at]
        text = word.text
        if word.fold in self.index.forms or len(text) < 3:
            return None
        for other in chain.words[max(0, at - 1) : at + 2]:
            if (
                other is not word
                and len(other.text) > 2
                and other.text.isupper()
                and other.fold not in self.index.forms
            ):
                return None
        before = view[max(0, word.start - 3) : word.start].lower()
        if before.endswith("-"):
            return None
        if before.endswith(("a ", "an ")) or before.strip()[-1:].isdigit():
            return None
        if (
            chain.first
            and at == 0
            and (len(text) > 5 or view[word.end : word.end + 2] in (" (", " -", " \u2014", ", "))
        ):
            return None
        start, type_ = word.start, "media" if text.endswith(("TV", "-FM", "-AM")) else "other"
        if at > 0 and _COUNTED.fullmatch(chain.words[at - 1].text) and view[start - 1] == " ":
            start, type_ = chain.words[at - 1].start, "military"  # "407th AEG"
        elif len(text) > 3 and self._placed(word.fold):
            return None
        return Proposal("group", start, word.end, 40, {"type": type_}, "group.capitals")

    def _defined(self, view: str, acronym: str, start: int, end: int) -> Proposal:
        """The long form that defines an acronym, with what the lexicon knows of either."""
        entries = self.index.forms.get(fold(view[start:end])) or self.index.forms.get(fold(acronym))
        if entries:
            proposal = _known_proposal(entries, start, end)
            proposal.score = 93
        else:
            words = fold(view[start:end]).split()
            core = words[: next((at for at, word in enumerate(words) if word in ("of", "for")), len(words))]
            stretches = (" ".join(core[at:stop]) for stop in range(len(core), 0, -1) for at in range(stop))
            head = next((self.index.heads[name] for name in stretches if name in self.index.heads), "other")
            head = "other" if head == FACILITY else head
            proposal = Proposal("group", start, end, 93, {"type": refine(head, " ".join(words))}, "group.definition")
        proposal.attributes["acronym"] = acronym
        return proposal


def _titled(text: str) -> bool:
    """Whether a sentence is a headline whose words all have capitals: its names are not told from its verbs."""
    return text.rstrip()[-1:] not in (".", '"', "!") and text.count(" ") > 3 and _SMALL.search(text) is None


def _battalions(view: str, out: list[Proposal]) -> list[Proposal]:
    """Units one within the other are one name: "3rd Battalion, 321st Field Artillery Regiment"."""
    joined: list[Proposal] = []
    for one in out:
        last = joined[-1] if joined else None
        if (
            last is not None
            and one.attributes["type"] == last.attributes["type"] == "military"
            and view[last.end : one.start] == ", "
            and view[last.start].isdigit()
            and view[one.start].isdigit()
        ):
            joined[-1] = Proposal("group", last.start, one.end, 92, last.attributes, last.rule)
        else:
            joined.append(one)
    return joined


def _known_proposal(entries: list[Entry], start: int, end: int) -> Proposal:
    entry = entries[0]
    attributes: dict[str, Any] = {
        "type": entry.type,
        "group_id": entry.id,
        "known_as": entry.name,
        "country": entry.countries[0] if len(entry.countries) == 1 else None,
    }
    if len(entries) > 1:
        attributes["others"] = entries
    return Proposal("group", start, end, 90, attributes, "group.lexicon")


def refine(type_: str, name: str) -> str:
    """The type of a name by its head noun, as its other words change it."""
    if type_ == "ngo" and name.startswith(("national ", "federal ")) and name.endswith(("center", "centre")):
        return "government"
    if name.startswith("army of ") and "republic" not in name:
        return "armed_group"
    if name.endswith("group") and _JIHAD.search(name):
        return "armed_group"
    if type_ in ("government", "company", "ngo") and _INTERNATIONAL.search(name) and _BODY.search(name):
        return "igo"
    if type_ in ("military", "armed_group") and name.endswith(
        ("army", "forces", "force", "brigade", "brigades", "battalion")
    ):
        if _IRREGULAR.search(name):
            return "armed_group"
        if _STATE.search(name) or name[0].isdigit():
            return "military"
    return type_
