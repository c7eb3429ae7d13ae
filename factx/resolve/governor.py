"""What governs troops: the verb, the noun of a verb or the preposition to the left of their count."""

from __future__ import annotations

from factx.resolve.clause import ENDS, THERE, Words, shade
from factx.resolve.verbs import Sense

LEFT = 14
"""Words that are looked through."""


class Governor(Words):
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
                fronted = word in self.lists.fronted and 2 <= at - k <= 4 and (not k or words[k - 1] == ",")
                return fronted, None
            if word in self.lists.be and words[k - 1] == "there":
                return False, "present"
            found = self.verb(k, at)
            if found and found.object and not self.is_noun(k):
                carried = found.form == "ing" and found.lemma in self.lists.carry and self.loaded(at)
                return False, carried or self._modal(k, self._object(k, found, at), found, at)
            if found and found.form == "past" and found.passive in ("planned", "requested"):
                return False, found.passive
            if (
                (found or word.endswith("ed"))
                and k
                and (words[k - 1] in self.lists.have or words[k - 1] in self.lists.be)
            ):
                return False, None
            if word == "," and k and words[k - 1].rstrip("s") in self.lists.unit:  # three battalions, 2,500 men
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
        raise NotImplementedError

    def _prepositional(self, k: int, at: int) -> tuple[bool, str | None] | None:
        """What a preposition before troops says of them, with the noun or the verb that it goes with."""
        words = self.words
        word = words[k]
        before = words[k - 1] if k else ""
        nouns = self.verbs.nouns
        if word in ("of", "by") and before in nouns:
            return False, self._nominal(k - 1, nouns[before], at)
        if word == "of" and (not k or before in ENDS):
            return False, None
        if word == "of" and before in self.lists.held and words[k + 1] in ("the", "its", "their"):
            return False, "withdrawn" if {"outgoing", "departing"}.intersection(words[k:at]) else THERE
        if word == "by" and k and (agents := self._agents(k - 1)):
            return False, agents
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
                return False, nouns[before] if nouns[before] in ("requested", "planned") else None
        if word == "to" and words[k - 2 : k] == ["in", "addition"]:
            return False, self._besides(at)
        if word == "among" and before == "be" and k > 1 and words[k - 2] in self.lists.modal:
            return False, "planned"
        if word == "with" and before not in self.lists.unit and words[k + 1] not in ("the", "its", "their"):
            return (False, "planned") if self._will(k) else None
        return None

    def _level(self, k: int) -> str | None:
        """What a verb of change says of the level behind its to: "is boosting its strength, to 600 soldiers"."""
        for j in range(k - 1, max(-1, k - 16), -1):
            word = self.words[j]
            if word in ENDS or word in self.lists.conjunction or self.tokens[j].number >= 0:
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
                return self._modal(j, found.object, found)
        return None

    def _will(self, k: int) -> bool:
        """Whether the clause before a word tells of what is to come: "offered to lead it with", "will return with"."""
        parallel = self.words[k - 1] == ","  # "will be reduced to 600 soldiers, with 250 in the south"
        counted = False
        for j in range(k - 1, max(-1, k - 16), -1):
            word = self.words[j]
            if word in ENDS or word in self.lists.conjunction or (word == "," and j < k - 1):
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
                return self._nominal(j, noun, k)
            if found := self.verbs.senses.get(word):
                if found.object in ("deployed", "withdrawn", "planned", "requested") and not self.is_noun(j):
                    return self._modal(j, found.object, found)
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
        return self._modal(k, verb.subject, verb)

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
                return self._modal(j, verb.object, verb)
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

    def _nominal(self, k: int, sense: str, at: int) -> str:
        """What the noun of a verb says, by what is done about it: "approved the deployment of"."""
        words = self.words
        j = k - 1
        skipped = 0
        while j >= 0 and skipped < 3:
            word = words[j]
            if word in self.lists.plan:
                return shade(sense, "planned")
            if word in self.lists.modal:
                return shade(sense, "planned" if word != "could" or sense == "withdrawn" else sense)
            if word in self.lists.before and words[j : j + 2] != ["after", "the"]:
                return shade(sense, "planned")
            if word in ENDS or word in self.lists.conjunction or word in self.lists.conjoined:
                break
            mood = self.verbs.moods.get(word)
            if word in ("for", "on", "of", "to"):
                near = (self.verbs.moods.get(one) for one in words[j - 1 : max(-1, j - 6) : -1] if j)
                mood = next((one for one in near if one), None)
            if mood and mood[0] != "actual" and word not in ("announced", "began", "order", "set"):
                return shade(sense, mood[0])
            if word in self.lists.preposition and word not in self.lists.lead:
                break
            if word not in self.lists.lead and word not in self.lists.adverb:
                skipped += 1
            j -= 1
        for j in range(at + 1, min(len(self.words), at + 10)):
            if self.words[j] in ENDS:
                break
            if self.words[j] in self.lists.modal or self.words[j] in self.lists.due:
                return shade(sense, "planned")
            if sense == "deployed" and self.words[j] in ("home", "back"):
                return "withdrawn"
        return sense

    def _modal(self, k: int, base: str, sense: Sense, at: int = 0) -> str:
        """What a verb says by the words before it: will send, agreed to send, was asked to send."""
        words = self.words
        j = k - 1
        negated = False
        mood = ""
        if sense.lemma == "commit" and sense.form == "past" and not (j >= 0 and words[j] in ("has", "have", "having")):
            base = "deployed"
        steps = 0
        while j >= 0 and steps < 8:
            steps += 1
            word = words[j]
            denied = word == "that" and words[j - 1] in self.lists.deny
            if denied or word in self.lists.negation or word.endswith("n't") or word in ("cannot", "against"):
                negated = True
            elif word in ("it", "they", "he") and words[j - 1] == "that":
                pass
            elif word == "of" and words[j - 1] == "capable":
                return "present"
            elif word == "out" and words[j - 1] in ("rule", "rules", "ruled", "ruling"):
                mood = "refused"
                break
            elif word in self.lists.modal:
                mood = "planned"
                later = {"next", "by", "if", "once", "eventually", "when"}.intersection(words[at + 1 :])
                if word in ("could", "may", "might", "can") and base == "present" and not later:
                    mood = ""
                negated = negated or (j + 1 < len(words) and words[j + 1] in self.lists.negation)
                break
            elif word == "to":
                mood = self._to(j)
                break
            elif word in self.lists.adverb or word.endswith("ly") or word in self.lists.have or word in self.lists.be:
                pass
            elif (
                sense.form == "ing"
                and (found := self.verbs.moods.get(word))
                and (found[1] == "verb" or word in ("plans",))
            ) or (
                sense.form == "ing"
                and word in ("for", "on", "of")
                and j
                and (found := self.verbs.moods.get(words[j - 1]))
            ):
                mood = found[0]
                break
            elif word in ("and", "or") and sense.form == "base" and j == k - 1 and (to := self._shared(j)):
                mood = to
                break
            else:
                break
            j -= 1
        if mood == "requested" and base == "present" and self.lists.whose.intersection(words[k:at]):
            return "present"
        if negated:
            return (
                "present" if base == "withdrawn" else "other" if base in ("deployed", "planned", "reinforced") else base
            )
        return base if sense.lemma == "train" else shade(base, mood)

    def _shared(self, k: int) -> str:
        """The mood that a verb shares with the one before its conjunction: "pledged to form and train"."""
        for j in range(k - 1, max(-1, k - 16), -1):
            word = self.words[j]
            if word in self.lists.modal:
                return "planned"
            if word == "to" and self.words[j + 1] not in self.lists.lead and not self.tokens[j + 1].name:
                return self._to(j)
            if (word in ENDS and not self.quoted(j)) or word in self.lists.conjunction:
                break
        return ""

    def _to(self, j: int) -> str:
        """The mood of an infinitive by what is before its to."""
        words = self.words
        for i in range(j - 1, max(-1, j - 9), -1):
            word = words[i]
            found = self.verbs.moods.get(word)
            if found:
                if i and words[i - 1] == "no":
                    return "refused"
                if found[1] == "noun" and found[0] == "planned":
                    return "planned"
                if word in ("set", "order", "call", "back", "help", "use") and i != j - 1:
                    continue
                if i < j - 1 and word in ("want", "wants", "wanted", "need", "needs", "needed", "told", "tell"):
                    return "requested"
                if i < j - 1 and found[1] == "verb" and found[0] != "requested" and i < j - 4:
                    continue
                return found[0]
            if word in self.lists.be or word in self.lists.modal:
                return "planned"
            if word in ENDS or word in self.lists.conjunction:
                break
        return "planned"
