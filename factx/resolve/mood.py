"""The mood of what governs troops: whether it was done, is to come, was asked for or refused."""

from __future__ import annotations

from factx.resolve.clause import ENDS, Words, shade
from factx.resolve.verbs import Sense


class Mood(Words):
    """A sentence read from its verbs, and from their nouns, to the left."""

    def nominal(self, k: int, sense: str, at: int) -> str:
        """What the noun of a verb says, by what is done about it: "approved the deployment of"."""
        words = self.words
        j = k - 1
        skipped = 0
        while j >= 0 and skipped < 3:
            word = words[j]
            if word in self.lists.lasting and sense == "deployed":
                return "present"
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
                near = (self.verbs.moods.get(one) for one in reversed(words[max(0, j - 9) : j]))
                mood = next((one for one in near if one), None)
            verb = self.verbs.senses.get(word)
            if verb and verb.form in ("s", "past") and not mood and verb.lemma not in self.lists.involve:
                break
            if mood and mood[0] != "actual" and word not in ("announced", "began", "order", "set"):
                return shade(sense, mood[0])
            if word in self.lists.preposition and word not in self.lists.lead and words[j - 1] not in self.lists.before:
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
            if sense == "deployed" and self.words[j] in self.lists.be and (ruled := self._ruled(j + 1)):
                return ruled
        return sense

    def _ruled(self, k: int) -> str:
        """What was resolved of a deed: "the deployment of 600 soldiers was approved", "was put off"."""
        while k < len(self.words) and (self.words[k] in self.lists.adverb or self.words[k] in self.lists.be):
            k += 1
        word = self.words[k] if k < len(self.words) else ""
        mood, sort = self.verbs.moods.get(word, ("", ""))
        if word in self.lists.delayed or self.words[k : k + 2] == ["put", "off"]:
            return "planned"
        if sort != "verb" or word in self.lists.says:
            return ""
        return "other" if mood == "refused" else mood if mood in ("planned", "requested") else ""

    def modal(self, k: int, base: str, sense: Sense, at: int = 0) -> str:
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
            elif word == "be" and (mandated := self.mandated(j)):
                mood = mandated
                break
            elif word == "of" and words[j - 1] == "capable":
                return "present"
            elif word == "out" and words[j - 1] in ("rule", "rules", "ruled", "ruling"):
                mood = "refused" if self.lists.negation.isdisjoint(words[max(0, j - 4) : j]) else "planned"
                break
            elif word in self.lists.modal:
                mood = "planned"
                later = "soon" in words[j:at] or not self.lists.later.isdisjoint(words[at + 1 :])
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
                if found[0] == "actual":  # "is to begin moving"
                    j -= 1
                    continue
                mood = "refused" if "no" in words[max(0, j - 2) : j] else found[0]
                break
            elif sense.form == "ing" and word == "from" and self._kept(j):
                mood = "refused"
                break
            elif word in ("and", "or") and sense.form == "base" and j == k - 1 and (to := self._shared(j)):
                mood = to
                break
            elif sense.form == "ing" and word in ("before", "without"):
                mood = "planned" if word == "before" else "refused"
                break
            else:
                break
            j -= 1
        if not mood and not negated and base == "deployed" and sense.form in ("s", "base") and self.once(j):
            return "planned"
        if mood == "requested" and base == "present" and self.lists.whose.intersection(words[k:at]):
            return "present"
        if negated:
            return (
                "present" if base == "withdrawn" else "other" if base in ("deployed", "planned", "reinforced") else base
            )
        if sense.lemma == "total" and mood == "planned":
            return mood
        return base if sense.lemma == "train" else shade(base, mood)

    def _kept(self, k: int) -> bool:
        """Whether someone is kept from a deed: "barred the president from sending"."""
        before = self.words[max(0, k - 8) : k]
        return any(self.verbs.moods.get(word, ("",))[0] == "refused" for word in before)

    def once(self, k: int) -> bool:
        """Whether a clause tells of what is to come in the present tense: "when the bloc deploys its force"."""
        for j in range(k, max(-1, k - 7), -1):
            if self.words[j] in self.lists.once:
                return True
            if self.words[j] in ENDS or self.words[j] == "," or self.words[j] in self.lists.conjunction:
                break
        return False

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
            if word == "force" and (self.tokens[i - 1].name or words[i - 1] in self.lists.lead):
                continue
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
