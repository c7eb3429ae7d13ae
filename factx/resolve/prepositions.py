"""What a preposition before troops says of them, with the noun or the verb that it goes with."""

from __future__ import annotations

from factx.resolve.clause import ENDS, THERE
from factx.resolve.mood import Mood
from factx.resolve.predicate import Predicate

Told = tuple[bool, str | None]
"""Whether a noun phrase can be a subject, and what is said of the troops that it counts."""


class Prepositions(Mood, Predicate):
    """A sentence read from the prepositions before its counts."""

    def loaded(self, at: int) -> str | None:
        """What the verb behind says of a ship or a convoy, and so of those that it carries."""
        return self.predicate(at)[2]

    def _prepositional(self, k: int, at: int) -> Told | None:
        """What a preposition before troops says of them, with the noun or the verb that it goes with."""
        words = self.words
        word = words[k]
        before = words[k - 1] if k else ""
        if word in ("of", "by") and before in self.verbs.nouns:
            return False, self.nominal(k - 1, self.verbs.nouns[before], at)
        if words[at + 1 : at + 3] == ["on", "board"] or (word == "with" and words[at + 1 : at + 2] == ["aboard"]):
            return (False, "deployed") if "deployed" in (self.loaded(at + 1), self._sailed(k)) else None
        if word == "of":
            return self._of(k, at)
        if word in ("to", "on"):
            return self._to_level(k, at)
        if word in ("with", "by"):
            return self._with(k, at)
        if word == "for":
            return self._for(k)
        if word == "among" and before == "be" and k > 1 and words[k - 2] in self.lists.modal:
            return False, "planned"
        return None

    def _of(self, k: int, at: int) -> Told | None:
        """What is said by the noun before an of: "the commander of", "short of", "the vanguard of", "thinking of"."""
        words = self.words
        before = words[k - 1] if k else ""
        if not k or before in ENDS:
            return False, None
        if before in self.lists.held and words[k + 1] in ("the", "its", "their"):
            return False, "withdrawn" if {"outgoing", "departing"}.intersection(words[k:at]) else THERE
        if self.tokens[k - 1].number >= 0:  # "withdrawing 300 of its 600 soldiers"
            return False, "present"
        if noun := self._parted(k):  # "the deployment next month of 600 soldiers"
            return False, self.nominal(noun, self.verbs.nouns[words[noun]], at)
        if before == "short":
            return False, None if words[k + 1] in ("the", "its", "their") else "requested"
        first = k > 1 and words[k - 2] in ("advance", "first", "initial") and words[k + 1] in ("a", "an")
        if first or (before in self.lists.vanguard and words[k - 2] != "a"):
            return False, "planned"
        return None

    def _to_level(self, k: int, at: int) -> Told | None:
        """What is said by what comes before a to: a farewell, a yes, a change of level, an addition."""
        words = self.words
        before = words[k - 1] if k else ""
        if before in self.lists.assent:
            return False, "planned"
        if words[k] == "on":
            return None
        if before == "down" and k > 1 and words[k - 2] in self.lists.be:
            return False, "present"
        if before in self.lists.farewell:
            return False, "withdrawn"
        if before in self.lists.level and words[k - 2] not in (*self.lists.have, "been"):
            return False, "planned"
        if level := self._level(k):
            return False, level
        return (False, self._besides(at)) if words[k - 2 : k] == ["in", "addition"] else None

    def _with(self, k: int, at: int) -> Told | None:
        """What is said of those with whom or by whom a thing is done, and of those on board."""
        words = self.words
        before = words[k - 1] if k else ""
        if words[k] == "by" and k and (agents := self._agents(k - 1)):
            return False, agents
        if words[k] == "with" and before in self.lists.vessel:
            loaded = self.loaded(at)
            return (False, loaded) if loaded in ("deployed", "withdrawn", "planned") else None
        aside = before == "," and words[at + 1 : at + 2] == [","]
        if words[k] == "with" and aside and words[k - 2].rstrip("s") in self.lists.unit:
            return True, None  # the detachment, with 140 members, left
        if raised := self._raised(k):
            return False, raised
        if words[k] == "with" and before not in self.lists.unit and words[k + 1] not in ("the", "its", "their"):
            return (False, "planned") if self._will(k) else None
        return None

    def _for(self, k: int) -> Told | None:
        """What is said of those for whom one asks, calls or plans."""
        nouns = self.verbs.nouns
        before = self.words[k - 1] if k else ""
        if before in nouns and not self.lists.text.isdisjoint(self.words[max(0, k - 5) : k - 1]):
            return False, "planned"
        if before in self.lists.held and self.words[k + 1] in ("the", "its", "their"):
            return False, THERE
        if self._asked(k):
            return False, "requested"
        if before in nouns:
            return False, nouns[before] if nouns[before] in ("requested", "planned", "trained") else None
        return None

    def _parted(self, k: int) -> int:
        """Where the noun of a verb stands before a time or a place that parts it from its of; 0 where none does."""
        placed = False
        for j in range(k - 1, max(0, k - 8), -1):
            word = self.words[j]
            if word in self.verbs.nouns and self.verbs.nouns[word] != "present":
                return j
            if word in ("to", "in", "into", "at", "from"):
                placed = True
            elif word in self.lists.time or word.isdigit() or self.tokens[j].name:
                continue
            elif placed or self.words[j - 1] not in ("the", "its", "their"):
                return 0
        return 0

    def _level(self, k: int) -> str | None:
        """What a verb of change says of the level behind its to: "is boosting its strength, to 600 soldiers"."""
        for j in range(k - 1, max(-1, k - 16), -1):
            word = self.words[j]
            if word in ENDS or word in self.lists.conjunction or word == "to":
                return None
            verb = self.verbs.senses.get(word)
            if verb and verb.lemma in self.lists.change and not self.is_noun(j):
                before = self.words[max(0, j - 4) : j]
                done = verb.form == "past" or (before and (before[-1] in self.lists.have or before[-1] == "been"))
                if not self.lists.ceiling.isdisjoint(self.words[j:k]):
                    return "planned"
                if done:
                    coming = "to" in before or not self.lists.modal.isdisjoint(before)
                    return "planned" if coming else "present"
                coming = verb.form != "ing" or before[-1:] in (["of"], ["is"], ["are"], ["for"])
                return "planned" if coming else None
        return None

    def _besides(self, at: int) -> str | None:
        """What the clause behind says of the others: "in addition to 600 soldiers, they pledged helicopters"."""
        for j in range(at + 1, min(len(self.words), at + 24)):
            if self.words[j] in ENDS:
                break
            found = self.verbs.senses.get(self.words[j])
            if found and found.object in ("deployed", "planned", "requested") and not self.is_noun(j):
                return self.modal(j, found.object, found)
        return None

    def _will(self, k: int) -> bool:
        """Whether the clause before a word tells of what is to come: "offered to lead it with", "will return with"."""
        parallel = self.words[k - 1] == ","  # "will be reduced to 600 soldiers, with 250 in the south"
        counted = False
        for j in range(k - 1, max(-1, k - 16), -1):
            word = self.words[j]
            if word == "but" and j == k - 1:
                continue
            if word in ENDS or word in self.lists.conjunction or (word == "," and j < k - 2):
                return False
            counted = counted or self.tokens[j].number >= 0
            if parallel != counted:
                continue
            if word in ("will", "would", "shall"):
                return True
            if word == "to" and j:
                before = self.words[j - 1]
                mood = self.verbs.moods.get(before, ("",))[0]
                if mood or before in self.lists.be:
                    return before in self.lists.be or mood == "planned"
        return False

    def _agents(self, k: int) -> str | None:
        """What the verb of a passive says of those by whom it is done: "will be patrolled by", "was ringed by"."""
        while k > 0 and (self.words[k] in self.lists.time or self.words[k] in self.lists.few):
            k -= 1  # "will be joined in the next few days by"
        verb = self.verbs.senses.get(self.words[k])
        if verb is None or verb.form != "past" or not verb.subject:
            return None
        return self.modal(k, verb.subject, verb)

    def _sailed(self, k: int) -> str | None:
        """What the verb before says of a ship, and so of those on board: "sailed with 180 sailors aboard"."""
        for j in range(k - 1, max(-1, k - 8), -1):
            if self.words[j] in ENDS or self.words[j] in self.lists.conjunction:
                return None
            verb = self.verbs.senses.get(self.words[j])
            if verb is not None and not self.is_noun(j) and "deployed" in (verb.subject, verb.passive):
                return self.modal(j, "deployed", verb)
        return None

    def _asked(self, k: int) -> bool:
        """Whether somebody was asked before a for: "asked the council for 3,000 soldiers"."""
        for j in range(k - 1, max(-1, k - 8), -1):
            if self.words[j] in ENDS or self.words[j] in self.lists.conjunction:
                return False
            mood, sort = self.verbs.moods.get(self.words[j], ("", ""))
            if mood == "requested":
                return sort == "verb"
        return False

    def _raised(self, k: int) -> str | None:
        """What a verb says by whose object is raised or cut with or by troops: "reinforced its garrison with"."""
        held = None
        for j in range(k - 1, max(-1, k - 8), -1):
            verb = self.verbs.senses.get(f"{self.words[j]} {self.words[k]}")
            verb = verb or self.verbs.senses.get(f"{self.words[j]} {self.words[j + 1]} {self.words[k]}")
            if verb is not None and verb.object:
                beside = (
                    j == k - 1
                    and verb.form == "past"
                    and self.words[k] == "by"
                    and self.words[j - 1 : j] in ([","], [])
                )
                return "present" if beside else self.modal(j, verb.object, verb)
            alone = self.verbs.senses.get(self.words[j]) if self.words[k] == "with" else None
            if alone is not None and "present" in (alone.object, alone.subject) and alone.lemma != "have":
                held = self.modal(j, "present", alone)
            if alone is not None and alone.passive == "deployed" and alone.form in ("past", "ing"):
                return self.modal(j, "deployed", alone)
            if self.words[j] in ENDS or self.words[j] in self.lists.conjunction:
                break
        return held
