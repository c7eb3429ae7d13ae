"""Groups of auxiliaries and their verb, and what each says of its subject: "have been sent", "are due to leave"."""

from __future__ import annotations

from factx.resolve.clause import ENDS, Words, shade
from factx.resolve.fallen import FALLEN
from factx.resolve.verbs import Sense


class Groups(Words):
    """A sentence read from the first word of a group of verbs."""

    def group(self, k: int, end: int) -> str | None:
        """What a group of auxiliaries and their verb says of its subject."""
        words = self.words
        mood = ""
        negated = passive = yet = False
        while k < end:
            word = words[k]
            if word in self.lists.negation or word.endswith("n't"):
                negated = True
            elif word == "yet" and words[k + 1 : k + 2] == ["to"]:
                yet = True
            elif word in self.lists.modal:
                mood = "maybe" if word in ("may", "might", "could") else "planned"
            elif word in self.lists.be:
                passive = True
            elif word in self.lists.have:
                passive = False
            elif word == "to":
                mood, passive = mood or "planned", False
            elif word in self.lists.adverb or word.endswith("ly"):
                pass
            elif word in self.lists.seen and passive and words[k + 1 : k + 2] and words[k + 1].endswith("ing"):
                passive = False
            elif word in self.lists.due and not (word in self.verbs.senses and not passive):
                mood, passive = "planned", False
            elif passive and (word == "needed" or (word == "used" and mood)):
                break  # "would be used to guard": the infinitive says what for
            elif word in self.verbs.moods and self._infinitive(k + 1, end):
                found = self.verbs.moods[word]
                mood, passive = found[0] if found[0] != "actual" else "actual", False
                if mood == "actual":
                    k += 1
            else:
                break
            k += 1
        else:
            return mood if mood in ("planned", "requested") else "planned" if mood == "maybe" else None
        if yet:
            verb = self.verb(k, -1)
            base = (verb.passive if passive else verb.subject) if verb else ""
            return "planned" if base == "deployed" else "present"
        if passive and words[k] in ("out", "home", "gone", "back"):
            return "withdrawn"
        if (
            passive
            and words[k] == "under"
            and {"consideration", "discussion", "study", "review"}.intersection(words[k : k + 3])
        ):
            return "planned"
        if passive and (words[k : k + 2] == ["en", "route"] or (words[k] == "on" and "way" in words[k + 1 : k + 4])):
            return "withdrawn" if {"home", "back"}.intersection(words[k + 1 : k + 5]) else shade("deployed", mood)
        if passive and words[k] in ("the", "a") and {"minimum", "required", "needed"}.intersection(words[k : k + 5]):
            return "requested"
        if passive and words[k] == "on" and self.lists.standby.intersection(words[k + 1 : k + 4]):
            return "planned"
        if passive and words[k] == "the" and words[k + 2 : k + 3] == ["to"] and words[k + 1] in self.lists.lead:
            verb = self.verb(k + 3, -1) if k + 3 < end else None
            return self._finish(k + 3, verb, mood, False, negated) if verb else None
        if passive and words[k : k + 2] == ["in", "place"]:
            return "planned" if mood else "present"
        if words[k] in self.lists.school and {"training", "course"}.intersection(words[k + 1 : k + 5]):
            return shade("trained", mood)
        verb = self.verb(k, -1)
        if verb is None:
            return self._unknown(words[k], mood, passive, negated)
        return self._finish(k, verb, mood, passive and verb.form != "ing", negated)

    def _unknown(self, word: str, mood: str, passive: bool, negated: bool) -> str | None:
        """What a group says whose verb is none of the lexicon's."""
        if negated:
            return None
        if word in self.lists.whole:
            return "present" if passive else None
        if passive and mood in ("", "maybe", "actual") and word in self.lists.where:
            return "present"
        if passive and word in self.lists.harmed:
            return FALLEN
        if mood in ("planned", "requested", "maybe"):
            return None if word in self.lists.undergo else "planned" if mood == "maybe" else mood
        return None

    def _infinitive(self, k: int, end: int) -> bool:
        """Whether a verb follows a to."""
        if k + 1 >= end or self.words[k] != "to" or self.tokens[k + 1].name:
            return False
        return self.words[k + 1] not in ("the", "a", "an", "its", "their")

    def _finish(self, k: int, verb: Sense, mood: str, passive: bool, negated: bool) -> str | None:
        """What a verb says of those that do it or to whom it is done."""
        base = verb.passive if passive else verb.subject
        words = self.words
        after = words[k + 1] if k + 1 < len(words) else "."
        if verb.lemma in ("go", "come") and after not in ENDS and after not in self.lists.conjoined:
            base = ""
        if verb.lemma in ("leave", "depart", "set off", "set out", "head") and not passive:
            ahead = words[k + 1 : k + 13]
            away = ahead[: ahead.index("for") + 2] if "for" in ahead else []
            named = away[:1] == ["the"] and self.tokens[k + 2].name  # left the United States for Iraq
            if away and (away[-1] == "the" or not {"home", "the", "their", "its", "a"}.intersection(away[named:])):
                base = "deployed"
            if self._own(k + 1):
                base = "deployed"
            if (
                words[k - 1] == "to"
                and words[k - 2] in ("ready", "prepared", "preparing")
                and (not ahead or ahead[0] in ENDS or ahead[0] in self.lists.preposition)
            ):
                base = "deployed"
        if verb.lemma == "hand over" and self.lists.arms.intersection(words[k + 2 : k + 6]):
            base = "" if mood else "other"
        if verb.lemma == "return" and self.lists.fray.intersection(words[k + 1 : k + 6]):
            base = "deployed"
        if verb.lemma == "fly out" and {"to", "from"}.intersection(words[k + 2 : k + 6]):
            base = "deployed"
        if passive and verb.lemma in ("put", "place") and self.lists.readiness.intersection(words[k + 1 : k + 5]):
            return "planned"
        if passive and words[k] in self.lists.whole and verb.lemma != "withdraw":
            return "present"
        if not base:
            return self._unknown(words[k], mood, passive, negated)
        if negated:
            return "present" if base == "withdrawn" else None
        return shade(base, "planned" if mood == "maybe" else mood)

    def _own(self, k: int) -> bool:
        """Whether troops leave their own country for a mission: "200 Kenyan soldiers left Kenya"."""
        if k >= len(self.words) or not self.tokens[k].name:
            return False
        home = self.words[k][:4]
        counted = (one.counted for one in self.tokens[:k] if one.number >= 0)
        return any(word.startswith(home) for said in counted for word in said.lower().split())

    def _auxiliary(self, k: int) -> bool:
        return k < len(self.words) and any(
            self.words[k] in one for one in (self.lists.be, self.lists.have, self.lists.modal)
        )
