"""What governs troops: the verb, the noun of a verb or the preposition to the left of their count."""

from __future__ import annotations

from factx.resolve.clause import ENDS, THERE
from factx.resolve.mood import Mood
from factx.resolve.predicate import Predicate
from factx.resolve.verbs import Sense

LEFT = 14
"""Words that are looked through."""


class Governor(Mood, Predicate):
    """A sentence read from its counts to the left."""

    def governor(self, at: int) -> tuple[bool, str | None]:
        """Whether a noun phrase can be a subject, and what the verb or the noun says that governs it."""
        words = self.words
        k = at - 1
        unknown = 0
        while k >= 0 and at - k <= LEFT:
            word = words[k]
            if self.tokens[k].number >= 0:
                return True, None
            if word in ("which", "whom"):
                return True, None
            if word in self.lists.preposition and (told := self._prepositional(k, at)):
                return told
            pair = f"{words[k - 1]} {word}" if k else ""
            if pair in self.verbs.senses or (word == "in" and k and words[k - 1] in self.verbs.senses):
                k -= 1
            elif word in ("like", "liked") and k and words[k - 1] in ("would", "have"):
                return False, "requested"
            word = words[k]
            if word == "as" and k > 2 and words[k - 2 : k] == ["as", "well"]:
                head = self._listed(k - 2)
                return self.governor(head) if head is not None and self.tokens[head].number >= 0 else (True, None)
            if word == "including" and (doing := self._doing(k)):
                return False, doing
            if word == "to" and k and words[k - 1] == "up":
                k -= 2
                continue
            if word == "with" and k and words[k - 1] in self.lists.unit:
                k -= 1
                continue
            if word in ("existing", "current"):
                return False, "present"
            if word in ("except", "excluding"):  # what is said of all the others is not said of these
                return False, "present"
            if word in self.lists.preposition and word not in self.lists.lead:
                fronted = (
                    word in self.lists.fronted and 2 <= at - k <= 4 and (not k or words[k - 1] in (",", "but", "and"))
                )
                return fronted, None
            if word in self.lists.be and words[k - 1] == "there":
                return False, "present"
            found = self.verb(k, at)
            if found and found.object and not self.is_noun(k):
                carried = found.form == "ing" and found.lemma in self.lists.carry and self.loaded(at)
                return False, carried or self.modal(k, self._object(k, found, at), found, at)
            if found and found.form == "past" and found.passive in ("planned", "requested"):
                return False, found.passive
            if (
                (found or word.endswith("ed"))
                and k
                and (words[k - 1] in self.lists.have or words[k - 1] in self.lists.be)
            ):
                return False, None
            if word == "," and k and words[k - 1].rstrip("s") in self.lists.unit:  # three battalions, 2,500 men
                if words[self._clause(k)] in self.lists.preposition:
                    return True, None
                k -= 1
                continue
            if word in self.lists.conjoined:
                after = words[at + 1] if at + 1 < len(words) else ""
                if after in self.lists.be or after in self.lists.have or after in self.lists.modal:
                    return True, None
                head = None if words[k + 1] in self.lists.preposition else self._listed(k)
                if head is None and at - k > 1 and all(self.tokens[j].name for j in range(k + 1, at)):
                    head = k  # the verb is left out: "Zambia has sent a battalion, Malawi 600 soldiers"
                if head is None:
                    return True, None
                if self.tokens[head].number >= 0:
                    fronted = word == "," and words[head - 1] == "of" and (head < 2 or words[head - 2] in ENDS)
                    return (True, None) if fronted else self.governor(head)
                k = head - 1
                continue
            if word in self.lists.lead or word == "(" or self.quoted(k):
                k -= 1
                continue
            if word == ":" and (head := next((j for j in range(k - 1, 0, -1) if self.tokens[j].number >= 0), 0)):
                return self.governor(head)
            if word == ":" and (announced := self.announced(k)):
                return False, announced
            if (
                word in ENDS
                or word in self.lists.conjunction
                or word in self.lists.says
                or word in self.lists.modal
                or word in self.lists.be
            ):
                return True, self._coming(k, at)
            unknown += 1
            if unknown > 5:
                return True, None
            k -= 1
        return True, None

    def loaded(self, at: int) -> str | None:
        """What the verb behind says of a ship or a convoy, and so of those that it carries."""
        return self.predicate(at)[2]

    def _prepositional(self, k: int, at: int) -> tuple[bool, str | None] | None:
        """What a preposition before troops says of them, with the noun or the verb that it goes with."""
        words = self.words
        word = words[k]
        before = words[k - 1] if k else ""
        nouns = self.verbs.nouns
        if word in ("of", "by") and before in nouns:
            return False, self.nominal(k - 1, nouns[before], at)
        if word == "of" and (not k or before in ENDS):
            return False, None
        if word == "of" and before in self.lists.held and words[k + 1] in ("the", "its", "their"):
            return False, "withdrawn" if {"outgoing", "departing"}.intersection(words[k:at]) else THERE
        if word == "by" and k and (agents := self._agents(k - 1)):
            return False, agents
        if word == "of" and (noun := self._dated(k)):  # "the deployment next month of 600 soldiers"
            return False, self.nominal(noun, nouns[words[noun]], at)
        if word == "to" and before in self.lists.farewell:
            return False, "withdrawn"
        if word == "of" and before == "short":
            return False, "requested"
        if word == "of" and before in self.lists.vanguard and words[k + 1] in ("a", "an"):
            return False, "planned"
        if (word == "with" and "aboard" in words[at + 1 : at + 2]) or words[at + 1 : at + 3] == ["on", "board"]:
            return (False, "deployed") if self.loaded(at + 1) == "deployed" else None
        if word == "to" and before in self.lists.level:
            return False, "planned"
        if word == "to" and (level := self._level(k)):
            return False, level
        if word in ("with", "by") and (raised := self._raised(k)):
            return False, raised
        if word == "for":
            if k > 1 and before in nouns and words[k - 2] in self.lists.text:
                return False, "planned"
            if self._asked(k):
                return False, "requested"
            if before in nouns:
                return False, nouns[before] if nouns[before] in ("requested", "planned", "trained") else None
        if word == "to" and words[k - 2 : k] == ["in", "addition"]:
            return False, self._besides(at)
        if word == "among" and before == "be" and k > 1 and words[k - 2] in self.lists.modal:
            return False, "planned"
        if word == "with" and before not in self.lists.unit and words[k + 1] not in ("the", "its", "their"):
            return (False, "planned") if self._will(k) else None
        return None

    def _doing(self, k: int) -> str | None:
        """What the clause before an including says of those that do something: "troops arrived, including 600 men"."""
        for j in range(k - 1, self._clause(k) - 1, -1):
            found = self.verbs.senses.get(self.words[j])
            if self.tokens[j].number >= 0 or self.words[j] in self.lists.conjunction:
                return None
            if found and found.subject in ("deployed", "withdrawn") and found.form != "ing" and not self.is_noun(j):
                return self.modal(j, found.subject, found)
        return None

    def _clause(self, k: int) -> int:
        """Where the clause of a word begins: behind a sign that ends one."""
        return next((j + 1 for j in range(k - 1, -1, -1) if self.words[j] in ENDS), 0)

    def _dated(self, k: int) -> int:
        """Where the noun of a verb stands before a time that parts it from its of; 0 where none does."""
        for j in range(k - 1, max(0, k - 6), -1):
            if self.words[j] in self.verbs.nouns:
                return j
            if self.words[j].lower() not in self.lists.time and not self.words[j].isdigit():
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
                if verb.form == "past":
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
                return before in self.lists.be or self.verbs.moods.get(before, ("",))[0] == "planned"
        return False

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
        if verb.lemma.split()[0] in self.lists.change and any(
            word in self.lists.whose or word.endswith("'s") for word in words[k + 1 : at]
        ):
            return THERE
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
        if verb.lemma == "call for" and any(word in self.lists.text for word in words[max(0, k - 4) : k]):
            return "planned"
        return verb.object

    def _agents(self, k: int) -> str | None:
        """What the verb of a passive says of those by whom it is done: "will be patrolled by", "was ringed by"."""
        verb = self.verbs.senses.get(self.words[k])
        if verb is None or verb.form != "past" or not verb.subject:
            return None
        return self.modal(k, verb.subject, verb)

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
                held = "present"
            if self.words[j] in ENDS or self.words[j] in self.lists.conjunction:
                break
        return held

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
            if (
                word in ENDS
                or word in self.lists.conjunction
                or word in self.lists.says
                or word in self.lists.be
                or word in self.lists.modal
            ):
                return None
        return None
