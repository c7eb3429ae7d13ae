"""What governs troops: the verb, the noun of a verb or the preposition to the left of their count."""

from __future__ import annotations

from factx.resolve.clause import ENDS, THERE, shade
from factx.resolve.predicate import DASHES
from factx.resolve.prepositions import Prepositions, Told
from factx.resolve.verbs import Sense

LEFT = 14
"""Words that are looked through."""
UNKNOWN = 5
"""Words of no meaning here that a noun phrase may hold before its count: names and adjectives."""
FREE: Told = (True, None)
"""Nothing governs the noun phrase: it can be a subject."""


class Governor(Prepositions):
    """A sentence read from its counts to the left.

    Each word is read in turn, the nearest first: it governs the troops, it ends their noun phrase, it belongs to the
    phrase and is stepped over, or it means nothing here, and after a few of those the search is given up.
    """

    def governor(self, at: int) -> Told:
        """Whether a noun phrase can be a subject, and what the verb or the noun says that governs it."""
        if self.words[at - 1 : at] == ["only"] and self._auxiliary(at + 1):
            return FREE
        k = at - 1
        unknown = 0
        summed = False
        while k >= 0 and at - k <= LEFT:
            if summed and self.words[k] in self.lists.conjoined:
                k, unknown = k - 1, 0  # two brigades, a hospital and engineers totalling 600 soldiers
                continue
            summed = summed or self._sums(k)
            if self.tokens[k].number >= 0 or self.words[k] in ("which", "whom"):
                return FREE
            if self.words[k] in self.lists.preposition and (told := self._prepositional(k, at)):
                return told
            k -= self._particle(k)
            read = (
                self._marked(k, at)
                or self._fronted(k, at)
                or self._constituting(k)
                or self._governing(k, at)
                or self._apposition(k, at)
                or self._gapped(k)
                or self._conjoined(k, at)
                or self._leading(k)
                or self._opening(k, at)
            )
            if isinstance(read, tuple):
                return read
            if read is None:
                unknown += 1
                if unknown > UNKNOWN:
                    return FREE
            k -= read or 1
        return FREE

    def _particle(self, k: int) -> int:
        """The words between a particle before troops and its verb: "brought in 600 soldiers", "deployed in ..."."""
        if not k:
            return 0
        verb, word = self.words[k - 1], self.words[k]
        if verb in self.lists.modal:
            return 0
        return int(f"{verb} {word}" in self.verbs.senses or (word == "in" and verb in self.verbs.senses))

    def _marked(self, k: int, at: int) -> Told | int | None:
        """What a word says that needs no verb, or how many words are stepped over that say nothing."""
        words = self.words
        word = words[k]
        before = words[k - 1] if k else ""
        if word in ("like", "liked") and before in ("would", "have"):
            return False, "requested"
        if word == "as" and k > 2 and words[k - 2 : k] == ["as", "well"]:
            head = self._listed(k - 2)
            return self.governor(head) if head is not None and self.tokens[head].number >= 0 else FREE
        if (word == "including" or (word == "them" and before == "among")) and (doing := self._doing(k)):
            return False, doing
        if word == "including" and self.words[at + 1 : at + 2] == [","] and self._auxiliary(at + 2):
            return FREE  # the contingent, including 20 women, will serve for a year
        if word in ("existing", "current", "except", "excluding"):  # not said of those is what is said of all others
            return False, "present"
        if word in self.lists.present and before == "," and words[at + 1 : at + 2] == [","]:
            return False, "present"  # will cut its force, currently 600 soldiers, by half
        if word == "but" and before == "all":
            return False, "present"
        if word in self.lists.be and before == "there":
            return False, "present"
        if word in self.lists.be and (inverted := self._inverted(k)):
            return False, inverted
        if word == "to" and before == "up":
            return 2
        if word == "with" and before in self.lists.unit:
            return 1
        return None

    def _inverted(self, k: int) -> str | None:
        """What a participle at the head of a clause says of the subject behind its verb: "among those sent are"."""
        words = self.words
        start = max(self._clause(k), k - 8)
        while start < k and (words[start] in ("among", "those", "also", ",") or words[start] in self.lists.adverb):
            start += 1
        found = self.verb(start, -1) if start < k else None
        if found is None or found.form not in ("ing", "past") or self.is_noun(start):
            return None
        mood = "planned" if words[k] == "be" else ""
        return shade(found.subject if found.form == "ing" else found.passive, mood) or None

    def _fronted(self, k: int, at: int) -> Told | None:
        """Whether a preposition ends the phrase, or opens the sentence: "at dawn 600 soldiers"."""
        word = self.words[k]
        if word not in self.lists.preposition or word in self.lists.lead:
            return None
        opens = not k or self.words[k - 1] in (",", "but", "and")
        return word in self.lists.fronted and 2 <= at - k <= 4 and opens, None

    def _sums(self, k: int) -> bool:
        """Whether a participle counts together what was listed before it: "and support units totalling"."""
        found = self.verb(k, -1)
        return found is not None and found.form == "ing" and found.lemma in ("total", "number")

    def _constituting(self, k: int) -> int | None:
        """How the participle is stepped over that ties troops to their body: "a force consisting of 600 soldiers"."""
        found = self.verb(k, -1)
        if found is None or found.form not in ("ing", "past") or found.lemma.split()[0] not in self.lists.constitute:
            return None
        before = self.verb(k - 1, -1) if k else None
        done = before is not None and before.form == "past"  # "is being deployed consisting of 600 soldiers"
        done = done or (self._sums(k) and "and" in self.words[max(0, k - 6) : k])
        return 1 if k and (done or self.words[k - 1].rstrip("s") in self.lists.unit) else None

    def _governing(self, k: int, at: int) -> Told | None:
        """What a verb says of its object, and that a verb of another subject says nothing."""
        found = self.verb(k, at)
        if found and found.lemma.split()[0] in self.lists.listing and (listed := self._sort(k)):
            return False, listed
        if found and found.object and not self.is_noun(k):
            carried = found.form == "ing" and found.lemma in self.lists.carry and self.loaded(at)
            return False, carried or self.modal(k, self._object(k, found, at), found, at)
        if found and found.form == "past" and found.passive in ("planned", "requested"):
            return False, found.passive
        before = self.words[k - 1] if k else ""
        if (found or self.words[k].endswith("ed")) and (before in self.lists.have or before in self.lists.be):
            return False, None
        return None

    def _sort(self, k: int) -> str | None:
        """What the subject of a list says of those on it: "those sent so far include", "the arrivals are"."""
        for j in range(k - 1, max(self._clause(k), k - 9) - 1, -1):
            if self.tokens[j].number >= 0 or self.words[j] in self.lists.conjunction or self.words[j] == ",":
                return None
            found = self.verbs.senses.get(self.words[j])
            if found and found.form == "past" and found.passive in ("deployed", "withdrawn", "planned", "requested"):
                return self.modal(k, found.passive, found) if self.words[j - 1] not in self.lists.be else None
            noun = self.verbs.nouns.get(self.words[j])
            if noun in ("deployed", "withdrawn", "requested"):
                return self.nominal(j, noun, k)
        return None

    def _apposition(self, k: int, at: int) -> Told | int | None:
        """How an apposition is stepped over: "three battalions, 2,500 men"."""
        comma = k - 1 if self.words[k] == "or" and self.words[k - 1] == "," else k
        if self.words[k] not in (",", "or") or not comma or self.words[comma - 1].rstrip("s") not in self.lists.unit:
            return None
        start = self._clause(k)
        led = self.words[start] in self.lists.preposition and "," not in self.words[start:comma]
        return FREE if led or self._auxiliary(at + 1) else k - comma + 1

    def _gapped(self, k: int) -> Told | None:
        """What a verb left out before a dash says: "Chad sent 600 soldiers, Togo - 200"."""
        if self.words[k] not in DASHES or not k or not self.tokens[k - 1].name:
            return None
        head = next((j for j in range(k - 1, max(-1, k - 16), -1) if self.tokens[j].number >= 0), None)
        return None if head is None else self.governor(head)

    def _conjoined(self, k: int, at: int) -> Told | int | None:
        """What is said of the item before a conjunction is said of the one behind it, too."""
        words = self.words
        if words[k] not in self.lists.conjoined:
            return None
        if self._auxiliary(at + 1):
            return FREE
        head = None if words[k + 1] in self.lists.preposition else self._listed(k)
        if head is None and at - k > 1 and all(self.tokens[j].name for j in range(k + 1, at)):
            head = k  # the verb is left out: "Zambia has sent a battalion, Malawi 600 soldiers"
        if head is None:
            return FREE
        if self.tokens[head].number >= 0:
            fronted = words[k] == "," and words[head - 1] == "of" and (head < 2 or words[head - 2] in ENDS)
            return FREE if fronted else self.governor(head)
        return k - head + 1

    def _leading(self, k: int) -> int | None:
        """How a word of the noun phrase itself is stepped over: an article, an adjective, a mark."""
        return 1 if self.words[k] in self.lists.lead or self.words[k] == "(" or self.quoted(k) else None

    def _opening(self, k: int, at: int) -> Told | None:
        """What is said where the clause begins: behind a colon, an auxiliary or a verb of saying."""
        word = self.words[k]
        if word == ":":
            if head := next((j for j in range(k - 1, 0, -1) if self.tokens[j].number >= 0), 0):
                return self.governor(head)
            if (announced := self.announced(k)) and not self.predicate(at)[2]:
                return False, announced
        if self._begins(word):
            return True, self._coming(k, at)
        return None

    def _begins(self, word: str) -> bool:
        """Whether a noun phrase ends before a word: a sign, a conjunction, an auxiliary, a verb of saying."""
        lists = self.lists
        return (
            word in ENDS or word in lists.conjunction or word in lists.says or word in lists.modal or word in lists.be
        )

    def _doing(self, k: int) -> str | None:
        """What the clause before an including says of those that do something: "troops arrived, including 600 men"."""
        for j in range(k - 1, self._clause(k) - 1, -1):
            found = self.verbs.senses.get(self.words[j])
            if self.tokens[j].number >= 0 or self.words[j] in self.lists.conjunction:
                return None
            going = found and found.form == "ing" and j
            if going and self.verbs.moods.get(self.words[j - 1], ("",))[0] != "actual":
                continue
            if found and found.subject in ("deployed", "withdrawn") and not self.is_noun(j):
                return self.modal(j, found.subject, found)
        return None

    def _clause(self, k: int) -> int:
        """Where the clause of a word begins: behind a sign that ends one."""
        return next((j + 1 for j in range(k - 1, -1, -1) if self.words[j] in ENDS), 0)

    def _coming(self, k: int, at: int) -> str | None:
        """What a verb says of those that a plan will need: "will involve 600 soldiers"."""
        if self.words[k] not in ("will", "would", "shall") or not k + 1 < at:
            return None
        named = {"the", "its", "their", "those", "these"}.intersection(self.words[k:at])
        return "planned" if self.words[k + 1] in self.lists.involve and not named else None

    def announced(self, k: int) -> str | None:
        """What the words before a colon announce of those listed behind it: "Pledges so far:"."""
        for j in range(k):
            word = self.words[j]
            noun = self.verbs.nouns.get(word)
            if noun and noun != "present":
                return self.nominal(j, noun, k)
            if found := self.verbs.senses.get(word):
                if found.object in ("deployed", "withdrawn", "planned", "requested") and not self.is_noun(j):
                    return self.modal(j, found.object, found)
                if found.form == "past" and found.passive in ("planned", "requested"):
                    return found.passive
        return None

    def _object(self, k: int, verb: Sense, at: int) -> str:
        """What a verb says of those that it governs; what is to be cut or halved as a whole is there."""
        words = self.words
        changed = verb.lemma.split()[0] in self.lists.change or (verb.object == "withdrawn" and self._partly(at))
        if changed and any(word in self.lists.whose or word.endswith("'s") for word in words[k + 1 : at]):
            return THERE
        if verb.lemma in ("put", "place") and self.lists.readiness.intersection(words[at + 1 : at + 6]):
            return "planned"
        if words[at - 3 : at - 1] == ["any", "of"]:
            return THERE
        pledged = self.verbs.nouns.get(words[k - 1]) if k and verb.form == "ing" else None
        if verb.object == "total" and pledged in ("planned", "requested"):
            return pledged
        if verb.lemma in ("want", "have", "get", "see"):
            behind = next((j for j in range(at + 1, len(words)) if self.tokens[j].number < 0), at)
            if words[behind] in ("out", "gone", "home", "away", "withdrawn"):
                return "withdrawn"
        if verb.lemma == "see":
            seen = self.verbs.senses.get(words[at + 1]) if at + 1 < len(words) else None
            return (seen.subject if seen.form == "base" else seen.passive or "present") if seen else verb.object
        return verb.object

    def _partly(self, at: int) -> bool:
        """Whether only some of the troops are meant: "will draw down its 600-strong force by 200 soldiers"."""
        by = next((j for j in range(at + 1, min(len(self.words) - 2, at + 8)) if self.words[j] == "by"), None)
        if by is None:
            return False
        return any(
            self.tokens[j].number >= 0 or self.words[j] in ("half", "third", "quarter") for j in (by + 1, by + 2)
        )

    def _listed(self, k: int) -> int | None:
        """Where the item begins before a conjunction: at its count, its number or its verb."""
        phrased = False
        for j in range(k - 1, max(-1, k - 9), -1):
            word = self.words[j]
            if self.tokens[j].number >= 0:
                return j
            if word[0].isdigit() and not (self.words[k] == "," and len(word) == 4 and word[:2] in ("19", "20")):
                return j
            found = self.verb(j, j)
            if found and found.object and not self.is_noun(j):
                return j + 1 if self.words[k] != "," and not phrased else None
            phrased = phrased or word in self.lists.preposition
            if self._begins(word):
                return None
        return None
