"""What troops do: the relative clause, the infinitive or the verb to the right of their count."""

from __future__ import annotations

import re

import msgspec

from factx.resolve.clause import ENDS, shade
from factx.resolve.groups import Groups

READY = (["be", "ready"], ["get", "ready"], ["make", "ready"], ["begin", "preparing"], ["stand", "by"])
"""Words behind "to" of those who are to be ready."""
DASHES = frozenset(["-", "--", "–", "—"])
RIGHT = 40
"""Words that are looked through."""
WHEN = re.compile(
    r"(?:january|february|march|april|May|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day)\Z"
)


Read = tuple[str | None, str | None, str | None]
"""What a relative clause or participle says of troops, what they are to do, and the verb of their clause."""


class Walk(msgspec.Struct):
    """How far the words behind a count were read."""

    at: int
    """The count."""
    k: int
    """The word to be read next."""
    end: int
    """Where reading ends at the latest."""
    nested: int
    """Where the last of the counts within this one ends."""
    part: bool
    """Whether there are such counts: what follows is said of the whole."""
    noun: int
    """The last word on which a noun phrase hangs: no verb is to be looked for right behind it."""
    relative: str | None = None
    """What was said on the way."""
    read: Read | None = None
    """What was found, once there is nothing more to be read."""

    def to(self, k: int) -> bool:
        """Go on with another word."""
        self.k = k
        return True

    def stop(self, purpose: str | None = None, verb: str | None = None) -> bool:
        """Read no further."""
        self.read = self.relative, purpose, verb
        return True

    def settle(self, said: str | None) -> bool:
        """Read no further: this is said of the troops themselves."""
        self.relative = said
        return self.stop()


class Predicate(Groups):
    """A sentence read from its counts to the right.

    Each word is read in turn: it tells what the troops do, it ends their clause, it opens what is stepped over, or it
    means nothing here.
    """

    def predicate(self, at: int) -> Read:
        """What is said of troops behind their count."""
        nested = self.tokens[at].last
        end = min(len(self.words), at + RIGHT)
        walk = Walk(at, at + 1, end, nested, nested > self.tokens[at].end, at)
        _ = self._at_once(walk)
        while walk.read is None and walk.k < end:
            dealt_with = (
                self._at_number(walk)
                or self._at_dash(walk)
                or self._at_end(walk)
                or self._at_comma(walk)
                or self._at_pronoun(walk)
                or self._at_to(walk)
                or self._at_be(walk)
                or self._at_auxiliary(walk)
                or self._at_readiness(walk)
                or self._at_verb(walk)
            )
            if not dealt_with:
                walk.k += 1
        return walk.read or (walk.relative, None, None)

    def _at_once(self, walk: Walk) -> bool:
        """What the words right behind the count say: "600 soldiers short", "600 soldiers now there"."""
        words, k, end = self.words, walk.k, walk.end
        if words[k : k + 1] == ["short"]:
            return walk.settle("requested")
        walk.relative = self._contact(k)
        if k + 1 >= end:
            return False
        if words[k] in self.lists.present and words[k + 1] in self.lists.where:
            verb = next((j for j in range(k + 2, min(end, k + 8)) if self._auxiliary(j) or words[j] == ","), end)
            leaving = verb < end and self.group(verb, end) == "withdrawn"
            return walk.settle("withdrawn" if leaving else "present")
        if words[k + 1] == "to" and self.verbs.moods.get(words[k], ("",))[0] == "actual":
            return walk.settle(self.group(k, end))  # 600 soldiers believed to be there
        return False

    def _at_number(self, walk: Walk) -> bool:
        """Another count: one of the same list or phrase is stepped over, any other ends what is said of this one."""
        words, k = self.words, walk.k
        if self.tokens[k].number < 0:
            return False
        inside = self.tokens[k].start < walk.nested
        if inside or words[k - 1] in self.lists.conjoined or words[k - 2] in self.lists.conjoined:
            walk.noun = walk.at if inside else walk.noun
            return walk.to(k + 1)
        if k - walk.at > 2 and words[k - 2] == "of" and words[k - 1] in ("the", "its", "their"):
            walk.noun = k  # 600 fighters of the 2,000-strong group were disarmed
            return walk.to(k + 1)
        return walk.stop()

    def _at_dash(self, walk: Walk) -> bool:
        """An aside in dashes before the verb."""
        if self.words[walk.k] not in DASHES:
            return False
        closing = next((j for j in range(walk.k + 1, walk.end) if self.words[j] == self.words[walk.k]), walk.end)
        return closing + 1 < walk.end and self._auxiliary(closing + 1) and walk.to(closing + 1)

    def _at_end(self, walk: Walk) -> bool:
        """What ends the clause; on the way, where noun phrases begin."""
        words, k = self.words, walk.k
        word = words[k]
        if word in self.lists.conjunction or (word in ENDS and word not in ("(", ")") and not self.quoted(k)):
            return walk.stop()
        if word in self.lists.conjoined and word != "," and words[k + 1 : k + 2] and self.finite(k + 1):
            return walk.stop()
        if word in self.lists.preposition or word in ("the", "a", "an", "its"):
            walk.noun = k
        return False

    def _at_comma(self, walk: Walk) -> bool:
        """A comma: what it sets off is read to its end, a list or a verb follows, or the clause is over."""
        words, k, end = self.words, walk.k, walk.end
        if words[k] != ",":
            return False
        if walk.at and words[walk.at - 1] == "whose":
            return walk.stop()
        following = words[k + 1] if k + 1 < end else ""
        if following == "to" and (words[k + 2 : k + 4] in READY or words[k + 2 : k + 3] == ["prepare"]):
            return walk.settle("planned")  # told a regiment, 600 soldiers, to prepare for war
        most = words[k + 2 : k + 4] in (["of", "whom"], ["of", "which"]) and following in ("most", "all", "both")
        if following in ("who", "which", "that") or most:
            walk.relative = walk.relative or self.group(self._told(k + 4 if most else k + 2), end)
            return walk.to(self._comma(k + 1, end))
        lists = self.lists
        if following in lists.be or following in lists.have or following in lists.modal or following in lists.conjoined:
            return walk.to(k + 1)
        if self._went(k + 1):
            return walk.to(k + 1)
        if behind := self._origins(k + 1, end):
            return walk.to(behind)
        closing = self._aside_end(k + 1, end)
        if closing >= end:
            closing = self._shared_verb(k + 1, end) - 1
        if closing < k or (words[closing + 1 : closing + 2] and not self.finite(closing + 1)):
            return walk.stop()
        participle = self.verb(k + 1, -1)
        if participle and participle.form == "past" and participle.passive in ("deployed", "withdrawn", "planned"):
            walk.relative = walk.relative or participle.passive  # 600 soldiers, flown in from Togo, have begun patrols
        return walk.to(closing + 1)

    def _at_pronoun(self, walk: Walk) -> bool:
        """What a relative clause says, and the verb behind it."""
        if self.words[walk.k] not in ("who", "which", "that"):
            return False
        told = self._told(walk.k + 1)
        walk.relative = walk.relative or self.group(told, walk.end) or self._contact(walk.k + 1)
        return walk.stop(verb=self._behind(told, walk.end))

    def _at_to(self, walk: Walk) -> bool:
        """What the troops are to do."""
        words, k, end = self.words, walk.k, walk.end
        if words[k] != "to":
            return False
        if k + 1 < end and (self.verb(k + 1, -1) or words[k + 1] in self.lists.be) and words[k - 1] != ",":
            purpose = self._purpose(k, end)
            if purpose is not None or walk.relative is None:
                return walk.stop(purpose)
        return walk.to(k + 1)

    def _at_be(self, walk: Walk) -> bool:
        """What is asked of troops, or of their force: "that 600 soldiers be sent", "that the mandate be renewed"."""
        words, k = self.words, walk.k
        if words[k] != "be":
            return False
        if k + 1 < walk.end and words[k + 1] in self.lists.whole and self.mandated(k):
            return walk.settle("present")
        before = words[max(0, walk.at - 8) : walk.at]
        if "that" not in before:
            return False
        moods = (self.verbs.moods.get(word, ("", ""))[0] for word in before)
        return walk.settle(next((mood for mood in moods if mood in ("planned", "requested")), "planned"))

    def _at_auxiliary(self, walk: Walk) -> bool:
        """What an auxiliary says with its verb."""
        word = self.words[walk.k]
        if word not in self.lists.modal and word not in self.lists.be and word not in self.lists.have:
            return False
        return walk.stop(verb=self.group(walk.k, walk.end) or self._second(walk.k, walk.end))

    def _at_readiness(self, walk: Walk) -> bool:
        """What troops are ready for, or taught: "600 soldiers due to leave", "600 soldiers attended a course"."""
        words, k = self.words, walk.k
        if (words[k] in self.lists.due or words[k] in ("ready", "prepared", "poised")) and k - walk.at <= 3:
            found = self.verbs.senses.get(words[k])
            foreseen = "planned" if found and found.passive == "planned" else None
            return walk.settle(walk.relative or self.group(k, walk.end) or foreseen)
        if words[k] in self.lists.school and {"training", "course"}.intersection(words[k + 1 : k + 5]):
            return walk.stop(verb="trained")
        return False

    def _at_verb(self, walk: Walk) -> bool:
        """What a verb says by itself: a participle of the troops on the way, the verb of their clause at its end."""
        words, k = self.words, walk.k
        before = words[k - 1]
        found = self.verb(k, -1)
        if found and found.form == "base" and before in self.lists.preposition:
            found = None  # on board
        gap = k - walk.noun
        if not found or gap <= (0 if walk.noun == walk.at else 1 if found.form in ("ing", "past") else 3):
            if (found is None and words[k].endswith("ed") and gap > 1) or words[k] == "shot":
                return walk.stop(verb=self._foretold(k, walk.end))
            return False
        by = words[k + 1 : k + 2] == ["by"]
        passive = found.form == "past" and found.passive
        if found.form == "ing" and found.subject and before not in self.lists.preposition:
            walk.relative = walk.relative or found.subject
        elif passive and not walk.part and (not found.subject or k - walk.at == 1 or before in self.lists.adverb):
            walk.relative = walk.relative or (passive if passive != "other" else None)
        elif found.lemma == "leave" and k - walk.at == 1 and self._left_there(k + 1):
            walk.relative = walk.relative or "present"
        elif found.form == "past" and (found.object or found.passive) and by:
            return False
        elif found.form != "ing" and found.subject:
            return walk.stop(verb=self._finish(k, found, "", False, False))
        elif passive and walk.part and before not in self.lists.conjoined:
            return False
        elif found.form in ("past", "s") and not found.subject and not by:
            return walk.stop()
        return False

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
        found = self.verb(k, -1) if k < len(self.words) else None
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
