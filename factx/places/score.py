"""How readily a name of the gazetteer is a place where it stands in a text.

A name begins with a score by the prominence of the most prominent place of that name. Locative words, a qualifier, a
dateline raise it; capitals beside it, a given name, the same word in lower case elsewhere lower it.
"""

from __future__ import annotations

from factx.document.model import Document
from factx.gazetteer.store import Place
from factx.names.model import Chain
from factx.places import cues
from factx.places.lookup import GOES_ON, IN, STATE_WORDS, SURELY, PlaceNames

_BASE = (30, 40, 46, 54, 62, 68, 72, 78, 80, 82)
"""Score by rank, from 0 to 9."""
_WEAKLY, _SURELY = 1, 2
"""How much a word before a name speaks for a place."""


class Scorer:
    """The scores of names in one document."""

    def __init__(self, names: PlaceNames, document: Document) -> None:
        self.names = names
        self.view = document.view
        self.document = document
        self.sections = [sentence.section for sentence in document.sentences]
        """The section of each sentence."""
        self.spoken = False
        """Whether something beside the name scored last says that it is a place."""
        self.lowered: dict[str, bool] = {}
        """Whether the words looked at are in the document in lower case too."""

    def score(self, chain: Chain, at: int, last: int, places: tuple[Place, ...], key: str) -> int:
        """The score of the name that is made of some words of a chain."""
        view, names = self.view, self.names
        words = chain.words
        first, final = words[at], words[last]
        best = places[0]
        if not best.own and best.rank < 6:  # a town's own name before a city's former one
            best = next((one for one in places if one.own), best)
        text = view[first.start : final.end]
        score = _BASE[best.rank]
        self.spoken = True
        if key in names.abbreviations and view[final.end : final.end + 1] == ".":
            if names.qualifies(view, words, at):
                return 92
            if "." in text:
                return score + 8
            return 74 if len(key) > 1 and key not in STATE_WORDS and GOES_ON.match(view, final.end) else 40
        before = view[max(0, first.start - 24) : first.start]
        after = view[final.end : final.end + 24]
        if key in names.words.capitals and not text.isupper():
            return 0
        if key in names.abbreviations and "." not in text:
            return 92 if names.qualifies(view, words, at) else 70 if text.isupper() and IN.search(before) else 0
        capitals = text.isupper() or (len(text) > 4 and text[2:].isupper())  # "DeKALB", "McALLEN"
        dateline = self.sections[chain.sentence] == "dateline" or (
            chain.first and at == 0 and capitals and cues.DATELINE.match(after) is not None
        )
        if chain.plain and not dateline and cues.PART.fullmatch(key):
            return 0
        if chain.plain and not dateline:
            return score + 6 if best.rank >= 4 and len(key) > 3 else 0
        led = before[before.rfind(" ", 0, -1) + 1 : -1] if before[-1:] == " " else ""
        of = led == "of"
        plain = not led or led.isalpha()
        spaced = after[:1] == " "
        located = self._located(before)
        if not best.own:
            score -= (10 if best.rank < 5 else 0) + (12 if best.rank < 7 and at == last and not located else 0)
        if text.isupper() and len(text) <= 4 and best.rank < 8 and "." not in text and not dateline:
            return 0
        if (
            cues.NEVER_AFTER.match(after)
            or (of and cues.STYLE.search(before))
            or (best.rank < 7 and led in cues.PARTICLES and cues.PARTICLE.search(before))
            or ((led in cues.ARTICLES or not plain) and cues.ARTICLE.search(before) and cues.NO_NOUN.match(after))
            or (spaced and best.country == "US" and key not in cues.OF_OTHERS and cues.STATE_TEAM.match(after))
            or (spaced and self._thing(final.end))
            or (key == "bc" and cues.YEAR.search(before))
            or (key == "turkey" and cues.DISH.match(after))
        ):
            return 0
        self.spoken = False
        if located and not (spaced and cues.CASE.match(after)):
            score += 4 if located == _WEAKLY else 14
            self.spoken = located != _WEAKLY
            if of and cues.NOUN_OF.search(before):
                score = max(score, 86)
            elif at < last and best.own and SURELY.search(before):
                score = max(score, 88)  # a name of two words is seldom another's; "in Glen Allen" is no person
        if (spaced and cues.STREET.match(view, final.end)) or (
            after[:1] in " ," and cues.CORNER.match(view, final.end)
        ):
            return 0
        if best.rank < 5 and (cues.SAINT.match(text + after) or after[:1] == "/"):
            return 0
        if last > at and words[last].fold in cues.STREETS:
            return 0
        if best.rank < 6 and ((spaced and cues.BUILDING.match(view, final.end)) or (of and cues.KIN.search(before))):
            score -= 26
        if best.rank < 8 and at == last and (led in cues.RELATIVES or not plain) and cues.RELATIVE.search(before):
            score -= 26
        if of and best.feature == "country" and cues.NAMED_AFTER.search(before):
            return 0
        if spaced and cues.AFTER.match(after):
            score += 14
            self.spoken = True
        qualified = False
        if after.startswith(", ") and last + 1 < len(words) and words[last + 1].start == final.end + 2:
            qualifier = names.longest(view, words, last + 1)
            if qualifier is not None and qualifier[1][0].rank >= 6:
                qualified = any(one.country == qualifier[1][0].country for one in places)
                score += 24 if qualified else 6
                self.spoken = True
        if before.endswith(", ") and at > 0 and best.rank >= 6:
            score += 6
        if dateline or (capitals and len(text) > 3 and cues.DATELINE.match(after)):
            score += 30
            self.spoken = True
        following = (
            words[last + 1] if last + 1 < len(words) and view[final.end : words[last + 1].start] == " " else None
        )
        civic = following is not None and following.fold in names.words.civic
        if civic:
            score += 6
            self.spoken = True
        beside = (at > 0 and view[words[at - 1].end : first.start] == " " and names.may_be_given(words[at - 1])) or (
            following is not None and not civic and following.fold not in names.never
        )
        if beside:
            score -= 16 if best.rank >= 8 else 26
            if best.rank in (7, 8) and at == last and at > 0 and view[words[at - 1].end : first.start] == " ":
                score -= 14  # Denzel Washington
        if at == last:
            if key in names.given:
                score -= 16 if best.rank < 8 else 6
                if following is not None and beside:
                    score -= 24  # Chad Smith
                elif best.rank < 8 and not located and cues.SPEAKS.match(after):
                    return 0
            elif best.rank < 6 and not located and cues.SPEAKS.match(after):
                score -= 24
            if best.rank < 7 and not qualified and key not in names.words.after_in and self._word(key, first.text):
                score -= 30
            if chain.first and at == 0 and chain.sentence and best.rank < 4 and not located:
                score -= 8  # a headline begins with the town; a sentence with a surname
            if after[:1] == "-":
                if best.rank < 6 and cues.COMPOUND.match(after):
                    score -= 30
                elif cues.LOCAL.match(after) and not beside:
                    score = max(score, 70)
        elif words[last].fold in names.words.last:
            score += 16
        elif best.own and best.feature in ("county", "region") and not beside:
            score += 10  # "Nueva Ecija", "Northern Samar"
        return score

    def _located(self, before: str) -> int:
        """How much what stands before a name says that it is a place: not at all (0), weakly, or surely."""
        if before[-1:] != " ":
            return 0
        text = before[:-1].lower().removesuffix(" the")
        if text[-1:] == ",":
            return _SURELY if cues.ALONG.search(text) else 0
        words = self.names.words
        word = text[text.rfind(" ") + 1 :]
        if not word.isalpha():
            final = cues.FINAL.search(text)
            if final is None:
                return 0
            word = final["word"]
            if final["joined"]:  # "rebel-held Idlib"
                return _SURELY if word in words.joined else 0
        if word == "of" and cues.OF.search(text):
            return _SURELY
        return _SURELY if word in words.locates else _WEAKLY if word in words.hints else 0

    def _thing(self, end: int) -> bool:
        """Whether the word after a name is of what is called after a place: "Stockholm syndrome"."""
        word = cues.WORD.match(self.view, end + 1)
        return word is not None and word[0].lower() in self.names.words.thing

    def _word(self, key: str, text: str) -> bool:
        """Whether a name is a word of the language, or of the document."""
        if key not in self.lowered:
            self.lowered[key] = key in self.names.words.common or self.document.has_small(text.lower())
        return self.lowered[key]
