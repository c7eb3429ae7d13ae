"""What troops do: the relative clause, the infinitive or the verb to the right of their count."""

from __future__ import annotations

import re

from factx.resolve.clause import ENDS, shade
from factx.resolve.groups import Groups

DASHES = frozenset(["-", "--", "–", "—"])
RIGHT = 40
"""Words that are looked through."""
WHEN = re.compile(
    r"(?:january|february|march|april|May|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day)\Z"
)


class Predicate(Groups):
    """A sentence read from its counts to the right."""

    def predicate(self, at: int) -> tuple[str | None, str | None, str | None]:
        """What a relative clause or participle says of troops, what they are to do, and the verb of their clause."""
        words = self.words
        relative: str | None = None
        noun = at
        nested = self.tokens[at].last
        part = nested > self.tokens[at].end  # what follows is said of the whole
        if words[at + 1 : at + 2] == ["short"]:
            return "requested", None, None
        k = at + 1
        end = min(len(words), at + RIGHT)
        if contact := self._contact(k):
            relative = contact
        if k + 1 < end and words[k] in self.lists.present and words[k + 1] in self.lists.where:
            verb = next((j for j in range(k + 2, min(end, k + 8)) if self._auxiliary(j) or words[j] == ","), end)
            return "withdrawn" if verb < end and self.group(verb, end) == "withdrawn" else "present", None, None
        if k + 1 < end and words[k + 1] == "to" and self.verbs.moods.get(words[k], ("",))[0] == "actual":
            return self.group(k, end), None, None  # 600 soldiers believed to be there
        whose = at and words[at - 1] == "whose"
        while k < end:
            word = words[k]
            if self.tokens[k].number >= 0:
                if (
                    words[k - 1] in self.lists.conjoined
                    or words[k - 2] in self.lists.conjoined
                    or self.tokens[k].start < nested
                ):
                    noun = at if self.tokens[k].start < nested else noun
                    k += 1
                    continue
                if k - at > 2 and words[k - 2] == "of" and words[k - 1] in ("the", "its", "their"):
                    noun = k  # 600 fighters of the 2,000-strong group were disarmed
                    k += 1
                    continue
                break
            if word in DASHES and (behind := self._aside(k, end)):
                k = behind
                continue
            if word in self.lists.conjunction or (word in ENDS and word not in ("(", ")") and not self.quoted(k)):
                break
            if word in self.lists.conjoined and word != "," and words[k + 1 : k + 2] and self.finite(k + 1):
                break
            if word in self.lists.preposition or word in ("the", "a", "an", "its"):
                noun = k
            if word == ",":
                if whose:
                    break
                following = words[k + 1] if k + 1 < end else ""
                most = words[k + 2 : k + 4] in (["of", "whom"], ["of", "which"]) and following in (
                    "most",
                    "all",
                    "both",
                )
                if following in ("who", "which", "that") or most:
                    relative = relative or self.group(self._told(k + 4 if most else k + 2), end)
                    k = self._comma(k + 1, end)
                    continue
                if (
                    following in self.lists.be
                    or following in self.lists.have
                    or following in self.lists.modal
                    or following in self.lists.conjoined
                    or self._went(k + 1)
                ):
                    k += 1
                    continue
                aside = self.verb(k + 1, -1) if k + 1 < end else None
                if behind := self._origins(k + 1, end):
                    k = behind
                    continue
                closing = self._aside_end(k + 1, end)
                if closing >= end:
                    closing = self._shared_verb(k + 1, end) - 1
                if closing < k:
                    break
                k = closing + 1
                if words[k : k + 1] and not self.finite(k):
                    break
                if aside and aside.form == "past" and aside.passive in ("deployed", "withdrawn", "planned"):
                    relative = relative or aside.passive  # 600 soldiers, flown in from Togo, have begun patrols
                continue
            if word in ("who", "which", "that"):
                relative = relative or self.group(self._told(k + 1), end) or self._contact(k + 1)
                return relative, None, self._behind(self._told(k + 1), end)
            if word == "to":
                if k + 1 < end and (self.verb(k + 1, -1) or words[k + 1] in self.lists.be) and words[k - 1] != ",":
                    purpose = self._purpose(k, end)
                    if purpose is not None or relative is None:
                        return relative, purpose, None
                k += 1
                continue
            if word == "be" and k + 1 < end and words[k + 1] in self.lists.whole and self.mandated(k):
                return "present", None, None
            if word == "be" and words[max(0, at - 8) : at].count("that"):
                wanted = (self.verbs.moods.get(one) for one in words[max(0, at - 8) : at])
                asked = next((mood for mood, _ in filter(None, wanted) if mood in ("planned", "requested")), "planned")
                return asked, None, None
            if word in self.lists.modal or word in self.lists.be or word in self.lists.have:
                return relative, None, self.group(k, end) or self._second(k, end)
            if (word in self.lists.due or word in ("ready", "prepared", "poised")) and k - at <= 3:
                found = self.verbs.senses.get(word)
                foreseen = "planned" if found and found.passive == "planned" else None
                return relative or self.group(k, end) or foreseen, None, None
            if word in self.lists.school and {"training", "course"}.intersection(words[k + 1 : k + 5]):
                return relative, None, "trained"
            found = self.verb(k, -1)
            if found and found.form == "base" and words[k - 1] in self.lists.preposition:
                found = None  # on board
            if found and k - noun > (0 if noun == at else 1 if found.form in ("ing", "past") else 3):
                if found.form == "ing" and found.subject and words[k - 1] not in self.lists.preposition:
                    relative = relative or found.subject
                elif (
                    not part
                    and found.form == "past"
                    and found.passive
                    and (not found.subject or k - at == 1 or words[k - 1] in self.lists.adverb)
                ):
                    relative = relative or (found.passive if found.passive != "other" else None)
                elif found.lemma == "leave" and k - at == 1 and self._left_there(k + 1):
                    relative = relative or "present"
                elif found.form == "past" and (found.object or found.passive) and words[k + 1 : k + 2] == ["by"]:
                    pass
                elif found.form != "ing" and found.subject:
                    return relative, None, self._finish(k, found, "", False, False)
                elif part and found.form == "past" and found.passive and words[k - 1] not in self.lists.conjoined:
                    pass
                elif found.form in ("past", "s") and not found.subject and words[k + 1 : k + 2] != ["by"]:
                    break
            elif (found is None and word.endswith("ed") and k - noun > 1) or word == "shot":
                return relative, None, self._foretold(k, end)
            k += 1
        return relative, None, None

    def _aside_end(self, k: int, end: int) -> int:
        """The comma that closes an aside: "80 observers, from Chad, Mali and Togo, were to arrive"."""
        first = closing = self._comma(k, end)
        for _ in range(6):
            if closing + 1 >= end or self._auxiliary(closing + 1):
                return closing if closing + 1 < end else first
            if self.finite(closing + 1) or self.tokens[closing + 1].number >= 0:
                return first
            closing = self._comma(closing + 1, end)
        return first

    def _origins(self, k: int, end: int) -> int:
        """Where a list of names ends: "from Chad, Mali and Togo arrived"; 0 where there is none."""
        joined = False
        j = k
        while j < end and (self.tokens[j].name or self.words[j] in (",", "and", "the", "of")):
            joined = joined or self.words[j] == "and"
            j += 1
        return j if joined and self.tokens[k].name and j < end and self.words[j - 1] != "," else 0

    def _foretold(self, k: int, end: int) -> str | None:
        """What troops were told of themselves: "600 soldiers learned that they would leave"."""
        they = next((j for j in range(k + 1, min(k + 7, end)) if self.words[j] == "they"), end)
        told = self.group(they + 1, end) if they < end else None
        return told if told in ("planned", "withdrawn") else None

    def _aside(self, k: int, end: int) -> int:
        """Where the verb begins behind an aside in dashes; 0 where there is none."""
        closing = next((j for j in range(k + 1, end) if self.words[j] == self.words[k]), end)
        return closing + 1 if closing + 1 < end and self._auxiliary(closing + 1) else 0

    def _shared_verb(self, k: int, end: int) -> int:
        """Where the verb of a list begins that troops open: "800 soldiers, tanks and helicopters will"; else 0."""
        joint = next((j for j in range(k, min(end, k + 6)) if self.words[j] == "and"), end)
        return next((j for j in range(joint + 2, min(end, joint + 5)) if self._auxiliary(j)), 0)

    def _second(self, k: int, end: int) -> str | None:
        """What the second verb of a clause says whose first says nothing: "have done their bit and are going home"."""
        for j in range(k + 1, min(end - 1, k + 12)):
            if self.words[j] in ENDS or self.words[j] in self.lists.conjunction or self.tokens[j].number >= 0:
                break
            if self.words[j] in ("and", "but") and self._auxiliary(j + 1):
                said = self.group(j + 1, end)
                return said if said in ("deployed", "withdrawn") else None
        return None

    def _behind(self, k: int, end: int) -> str | None:
        """What the verb behind a relative clause says: "soldiers who served there returned"."""
        words = self.words
        while k < end and (words[k] in self.lists.adverb or self._auxiliary(k)):
            k += 1
        for j in range(k + 1, end):
            word = words[j]
            if word in ENDS or word in self.lists.conjunction or word in self.lists.conjoined or word == "who":
                break
            if self.tokens[j].number >= 0 or word in ("that", "which", "they"):
                break
            if self._auxiliary(j):
                return self.group(j, end)
            found = self.verb(j, -1)
            if (
                found
                and found.form in ("past", "s")
                and found.subject
                and (not found.passive or found.lemma == "return")
            ):
                return self._finish(j, found, "", False, False)
        return None

    def _contact(self, k: int) -> str | None:
        """What a relative clause without its pronoun says: "the 600 soldiers it had promised"."""
        words = self.words
        subject = k
        while k < len(words) - 2 and k - subject < 3 and self.tokens[k].name:
            k += 1
        if k == subject and words[k : k + 1] == ["the"] and k + 1 < len(words) and self.tokens[k + 1].number < 0:
            k += 2
        elif k == subject and words[k : k + 1] and words[k] in ("it", "he", "she", "they", "we"):
            k += 1
        if k == subject:
            return None
        mood = ""
        while k < len(words) and (words[k] in self.lists.adverb or self._auxiliary(k)):
            mood = "planned" if words[k] in self.lists.modal else mood
            k += 1
        found = self.verb(k, -1) if k < len(words) else None
        if found is None and k < len(words) and words[k].endswith("ed"):
            said = self.verbs.moods.get(words[k], ("",))[0]  # the 600 soldiers it announced in May
            return said if said in ("planned", "requested") else None
        if found is None or not found.object or found.form == "ing":
            return None
        return shade(found.object, mood)

    def _went(self, k: int) -> bool:
        """Whether a verb of coming or going follows an apposition: "the bulk, 300 soldiers, withdrew"."""
        found = self.verbs.senses.get(self.words[k]) if k < len(self.words) else None
        if found is None or found.form != "past" or found.subject not in ("deployed", "withdrawn"):
            return False
        return not found.passive or self.words[k] in self.lists.went

    def _told(self, k: int) -> int:
        """Where a relative clause goes on behind who says it: "that commanders say are needed"."""
        for j in range(k, min(len(self.words) - 1, k + 5)):
            after = self.words[j + 1]
            if self.words[j] in self.lists.tells and (
                after in self.lists.be or after in self.lists.have or after in self.lists.modal
            ):
                return j + 1
        return k

    def _left_there(self, k: int) -> bool:
        """Whether those left stayed: "600 soldiers left in Chad", and no "left in March"."""
        word = self.words[k] if k < len(self.words) else ""
        if word in ("behind", "there"):
            return True
        after = self.words[k + 1] if k + 1 < len(self.words) else ""
        if after == "the" and self.words[k + 2 : k + 3] and self.words[k + 2][0].isdigit():
            return False
        return word in ("in", "at", "on") and (
            after == "the" or (after != "" and self.tokens[k + 1].name and not WHEN.match(after))
        )

    def _purpose(self, k: int, end: int) -> str | None:
        """What an infinitive says of troops: one of coming or going alone is what is to become of them."""
        verb = self.verb(k + 1, -1)
        if verb is not None and verb.subject in ("", "present", "other"):
            return None
        return self.group(k, end)

    def _comma(self, k: int, end: int) -> int:
        while k < end and self.words[k] != ",":
            k += 1
        return k
