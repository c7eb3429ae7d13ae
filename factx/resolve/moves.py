"""Moves: what becomes of troops by the verb of their clause: sent, leaving, to be sent, asked for.

A count is either governed ("sent 600 soldiers", "the deployment of 600 soldiers") or does something itself ("600
soldiers arrived", "are to be sent", "who left"). Which it is shows to its left: the words of its noun phrase lead to a
verb, to a noun of a verb, or to nothing. The lexicon says what each verb means for those that it governs and for those
that do it; the words before the verb say whether it was done, is to come, was asked for or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factx.document.model import Document, Sentence
from factx.facts import Mention
from factx.resolve.verbs import Sense, Verbs

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w[\w.'’/-]*\w|[\w$%]|[^\w\s]")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MODAL = _set("will would shall may might could can should must 'll")
_BE = _set("be is are was were been being am get got getting")
_HAVE = _set("have has had having")
_NOT = _set("not never n't no longer neither nor without hardly")
_ADVERB = _set(
    "also now already still all both each soon then only just since recently eventually today tonight"
    " yesterday tomorrow first later jointly together reportedly currently initially finally here there"
    " even again once thus largely mostly early late overnight urgently monday tuesday wednesday thursday"
    " friday saturday sunday more"
)
_LEAD = _set(
    "the a an its their his her our another some any all both most half additional further extra new fresh"
    " total first second third last final remaining initial whole entire of more up only just about"
    " another between somewhere as many few out back joint large small limited special around nearly"
    " almost over estimated"
)
_AND = frozenset(["and", "or", "plus", ",", "&"])
_PREP = _set(
    "of in at on from to into for with by near along across under over through around outside inside"
    " within between among against toward towards behind during as off onto upon aboard amid throughout"
    " beyond following including than like"
)
_STOP = _set("while when but because if before after although though whereas since unless until where as ; : . ? !")
_SAYS = _set("said says say saying told tells announced reported confirmed added that")
_TELLS = _set("say says said believe believes insist insists think thinks hope hopes")
_DUE = _set("expected due awaited scheduled slated set bound")
_ENDS = frozenset([".", ";", ":", "?", "!", "—", "–", "--", '"', "“", "”", "(", ")"])
_WHOLE = _set(
    "reduced cut halved trimmed scaled replaced supplemented augmented reinforced bolstered joined"
    " increased expanded boosted doubled tripled pared slashed enlarged strengthened paid relieved merged"
)
"""What befalls troops that are there."""
_UNITS = _set(
    "battalion contingent force detachment brigade regiment platoon squad team unit convoy wave batch division corps"
    " army garrison column mission group party company troop ship warship vessel"
)
_WHERE = _set("in on at there under near inside along active present based")
_UNDERGO = _set("have meet vote get receive face die lose benefit retire testify attend be")
_CHANGES = _set("cut trim slash shed halve reduce lower shrink scale downsize boost double increase expand")
_WHOSE = _set("its their the his our whole entire")
_TEXTS = _set("plan plans deal accord agreement resolution mandate proposal blueprint strategy law document draft")
"""What calls for troops without asking for them."""
_HARMED = _set(
    "killed wounded injured shot slain hurt captured kidnapped abducted arrested detained dead executed beheaded"
    " hospitalised hospitalized massacred murdered ambushed"
)
_READY = _set("standby alert stand-by readiness")
_WHEN = re.compile(
    r"(?:january|february|march|april|May|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day)\Z"
)
_HELD = _set("mandate term tour stay commander commanders head chief spokesman spokeswoman leader ranks morale")
"""What troops that are there have: a mandate, a commander."""
_FRONTED = _set("on at in by since after before during from")
"""What leads a phrase that tells when, before a subject: "at dawn 600 soldiers"."""
_SEEN = _set("seen spotted reported observed filmed")
_SCHOOL = _set(
    "completed completing complete finished finishing finish undergo undergoing underwent undergone receiving"
)
"""What is done with a training."""
_FALLEN = "fallen"
"""What is said of those whom harm befell: they count as casualties alone."""
_THERE = "there"
"""What the lexicon says of those that others join, replace or cut: present, even where that is to come."""
_LEFT, _RIGHT = 14, 40
"""Words that are looked through on either side of a count."""
_NUMBER_FIRST = re.compile(
    r"troop\.(?:counted|irregular|staff|strong|members|men|named|part|of-them|noun-shared|force-of|numbering"
    r"|elided-(?:object|subject|people"
    r"|people-subject|men|list)|armed-men|with-vehicles)\Z"
)
"""The rules whose counts stand where their noun phrase does; what a level came to is told by its own verbs."""


class Token(NamedTuple):
    """A word, a sign, or a count of troops."""

    word: str
    start: int
    end: int
    number: int
    """Its number among the counts, -1 for a word."""
    name: bool = False
    """Whether it begins with a capital."""
    last: int = 0
    """Where a count ends that holds another: "2,000 of the 5,000 soldiers"."""


def settle_moves(document: Document, mentions: list[Mention], verbs: Verbs) -> list[Mention]:
    """The mentions without the troops that their clause says were harmed; the others get the action that it says."""
    fallen: set[int] = set()
    counts = sorted((one for one in mentions if one.kind == "troop_count"), key=lambda one: one.start)
    at = 0
    for sentence in document.sentences if counts else ():
        here = at
        while at < len(counts) and counts[at].start < sentence.end:
            at += 1
        if at > here:
            _settle(document.view, sentence, counts[here:at], verbs, fallen)
    return [one for one in mentions if id(one) not in fallen] if fallen else mentions


def _settle(view: str, sentence: Sentence, counts: list[Mention], verbs: Verbs, fallen: set[int]) -> None:
    clause = Clause(_tokens(view, sentence, counts), verbs)
    for number, count in enumerate(counts):
        if _NUMBER_FIRST.match(count.rule):
            action = clause.action(number, str(count.attributes.get("action")))
            if action == _FALLEN:
                fallen.add(id(count))
            elif action is not None:
                count.attributes["action"] = action
                count.weak.discard("action")


def _tokens(view: str, sentence: Sentence, counts: Sequence[Mention]) -> list[Token]:
    out: list[Token] = []
    at = sentence.start
    for number, count in enumerate(counts):
        if count.start < at:
            continue
        out += _words(view, at, count.start)
        at = count.end
        if number + 1 < len(counts) and counts[number + 1].start < at:
            at = min(count.captures.get("count", (0, at))[1], counts[number + 1].start)
        out.append(Token("#", count.start, at, number, last=count.end))
    out += _words(view, at, sentence.end)
    return out


def _words(view: str, start: int, end: int) -> Iterator[Token]:
    """The words of a stretch, small but for the month that would be a modal."""
    for found in _TOKEN.finditer(view, start, end):
        word = found[0] if found[0] == "May" else found[0].lower()
        yield Token(word, found.start(), found.end(), -1, found[0][0].isupper())


class Clause:
    """The words of a sentence, read around its counts."""

    def __init__(self, tokens: list[Token], verbs: Verbs) -> None:
        self.tokens = tokens
        self.words = [one.word for one in tokens]
        self.verbs = verbs
        self.places = {one.number: at for at, one in enumerate(tokens) if one.number >= 0}

    def action(self, number: int, told: str) -> str | None:
        """What the clause says of a count; None where it says nothing."""
        at = self.places.get(number)
        if at is None:
            return None
        free, governed = self._governor(at)
        relative, purpose, main = self._predicate(at)
        if "withdrawn" in (governed, purpose, main if free else None):
            said: str | None = "withdrawn"
        elif free and main == "deployed" and relative in ("planned", "requested"):
            said = main
        elif relative and relative != "present" and governed not in ("planned", "requested"):
            said = relative
        elif governed and governed not in ("present", _THERE):
            said = governed
        else:
            said = (purpose if governed != _THERE else None) or governed or (main if free else None) or relative
        if told == "total" and said in ("present", "deployed"):
            return None
        if said == relative == "present" and not governed:
            return None
        return "present" if said == _THERE else said

    # -- to the left

    def _governor(self, at: int) -> tuple[bool, str | None]:
        """Whether a noun phrase can be a subject, and what the verb or the noun says that governs it."""
        words = self.words
        k = at - 1
        unknown = 0
        while k >= 0 and at - k <= _LEFT:
            word = words[k]
            if self.tokens[k].number >= 0:
                return True, None
            if word == "of" and k and words[k - 1] in self.verbs.nouns:
                return False, self._nominal(k - 1, self.verbs.nouns[words[k - 1]], at)
            if word == "of" and (not k or words[k - 1] in _ENDS):
                return False, None
            if word == "of" and words[k - 1] in _HELD and words[k + 1] in ("the", "its", "their"):
                return False, "withdrawn" if {"outgoing", "departing"}.intersection(words[k:at]) else _THERE
            if word == "by" and k and (agents := self._agents(k - 1)):
                return False, agents
            if word == "of" and words[k - 1] == "short":
                return False, "requested"
            if word in ("with", "by") and (raised := self._raised(k)):
                return False, raised
            if word == "for" and k > 1 and words[k - 1] in self.verbs.nouns and words[k - 2] in _TEXTS:
                return False, "planned"
            if word == "for" and self._asked(k):
                return False, "requested"
            if word == "for" and k and words[k - 1] in self.verbs.nouns:
                sense = self.verbs.nouns[words[k - 1]]
                return False, sense if sense in ("requested", "planned") else None
            pair = f"{words[k - 1]} {word}" if k else ""
            if pair in self.verbs.senses or (word == "in" and k and words[k - 1] in self.verbs.senses):
                k -= 1
            elif word in ("like", "liked") and k and words[k - 1] in ("would", "have"):
                return False, "requested"
            word = words[k]
            if word == "to" and k and words[k - 1] == "up":
                k -= 2
                continue
            if word == "with" and k and words[k - 1] in _UNITS:
                k -= 1
                continue
            if word in ("except", "excluding"):  # what is said of all the others is not said of these
                return False, "present"
            if word in _PREP and word not in _LEAD:
                fronted = word in _FRONTED and 2 <= at - k <= 4 and (not k or words[k - 1] == ",")
                return fronted, None
            if word in _BE and words[k - 1] == "there":
                return False, "present"
            found = self._verb(k, at)
            if found and found.object and not self._is_noun(k):
                return False, self._modal(k, self._object(k, found, at), found)
            if found and found.form == "past" and found.passive in ("planned", "requested"):
                return False, found.passive
            if (found or word.endswith("ed")) and k and (words[k - 1] in _HAVE or words[k - 1] in _BE):
                return False, None
            if word in _AND:
                after = words[at + 1] if at + 1 < len(words) else ""
                if after in _BE or after in _HAVE or after in _MODAL:
                    return True, None
                head = None if words[k + 1] in _PREP else self._listed(k)
                if head is None:
                    return True, None
                if self.tokens[head].number >= 0:
                    return self._governor(head)
                k = head - 1
                continue
            if word in _LEAD or word == "(":
                k -= 1
                continue
            if word == ":" and (head := next((j for j in range(k - 1, 0, -1) if self.tokens[j].number >= 0), 0)):
                return self._governor(head)
            if word in _ENDS or word in _STOP or word in _SAYS or word in _MODAL or word in _BE:
                return True, None
            unknown += 1
            if unknown > 5:
                return True, None
            k -= 1
        return True, None

    def _object(self, k: int, verb: Sense, at: int) -> str:
        """What a verb says of those that it governs; what is to be cut or halved as a whole is there."""
        words = self.words
        if verb.lemma.split()[0] in _CHANGES and any(
            word in _WHOSE or word.endswith("'s") for word in words[k + 1 : at]
        ):
            return _THERE
        if words[at - 3 : at - 1] == ["any", "of"]:
            return _THERE
        if verb.lemma == "call for" and any(word in _TEXTS for word in words[max(0, k - 4) : k]):
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
            if self.words[j] in _ENDS or self.words[j] in _STOP:
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
            if self.words[j] in _ENDS or self.words[j] in _STOP:
                break
        return held

    def _verb(self, k: int, at: int) -> Sense | None:
        """The verb at a word, with its particle beside it or behind what it governs."""
        words = self.words
        alone = self.verbs.senses.get(words[k])
        if alone is None:
            pair = f"{words[k]} {words[k + 1]}" if k + 1 < len(words) else ""
            return self.verbs.senses.get(pair)
        if k + 1 < len(words):
            pair_sense = self.verbs.senses.get(f"{words[k]} {words[k + 1]}")
            if pair_sense is not None:
                return pair_sense
        if k < at:
            for particle in words[at + 1 : at + 2]:
                if behind := self.verbs.senses.get(f"{words[k]} {particle}"):
                    return behind
        return self._homeward(k, max(k, at), alone)

    def _homeward(self, k: int, start: int, alone: Sense) -> Sense:
        """A verb with home or back some way behind it."""
        for j in range(start + 1, min(len(self.words), start + 9)):
            word = self.words[j]
            if word in _ENDS or word in _STOP or word == "," or word in _AND:
                break
            if word in ("home",) and (homeward := self.verbs.senses.get(f"{self.words[k]} {word}")):
                return homeward
        return alone

    def _is_noun(self, k: int) -> bool:
        """Whether a word that can be a verb stands as a noun or an adjective: "the command", "a planned force"."""
        before = self.words[k - 1] if k else ""
        if self.words[k + 1 : k + 2] == ["of"] and self.verbs.senses.get(f"{self.words[k]} of") is None:
            return True
        return before in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "his",
            "of",
            "in",
            "under",
            "this",
            "that's",
        ) and not self.words[k].endswith("ing")

    def _listed(self, k: int) -> int | None:
        """Where the item begins before a conjunction: at its count, its number or its verb."""
        phrased = False
        for j in range(k - 1, max(-1, k - 9), -1):
            word = self.words[j]
            if self.tokens[j].number >= 0:
                return j
            if word[0].isdigit():
                return j
            found = self._verb(j, j)
            if found and found.object and not self._is_noun(j):
                return j + 1 if self.words[k] != "," and not phrased else None
            phrased = phrased or word in _PREP
            if word in _ENDS or word in _STOP or word in _SAYS or word in _BE or word in _MODAL:
                return None
        return None

    def _nominal(self, k: int, sense: str, at: int) -> str:
        """What the noun of a verb says, by what is done about it: "approved the deployment of"."""
        j = k - 1
        while j >= 0 and (
            self.words[j] in _LEAD
            or self.words[j] in _ADVERB
            or self.words[j] in ("rapid", "possible", "immediate", "planned")
        ):
            if self.words[j] == "planned":
                return self._shade(sense, "planned")
            j -= 1
        if j >= 0:
            word = self.words[j]
            if word == "for" and j:
                j -= 1
                word = self.words[j]
            mood = self.verbs.moods.get(word)
            if mood and mood[0] != "actual" and word not in ("announced", "began", "order", "set"):
                return self._shade(sense, mood[0])
        for j in range(at + 1, min(len(self.words), at + 10)):
            if self.words[j] in _ENDS:
                break
            if self.words[j] in _MODAL or self.words[j] in _DUE:
                return self._shade(sense, "planned")
            if sense == "deployed" and self.words[j] in ("home", "back"):
                return "withdrawn"
        return sense

    def _modal(self, k: int, base: str, sense: Sense) -> str:
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
            if word in _NOT or word.endswith("n't") or word in ("cannot", "against"):
                negated = True
            elif word == "out" and words[j - 1] in ("rule", "rules", "ruled", "ruling"):
                mood = "refused"
                break
            elif word in _MODAL:
                mood = "planned"
                if word in ("could", "may", "might", "can") and base == "present":
                    mood = ""
                negated = negated or (j + 1 < len(words) and words[j + 1] in _NOT)
                break
            elif word == "to":
                mood = self._to(j)
                break
            elif word in _ADVERB or word.endswith("ly") or word in _HAVE or word in _BE:
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
            else:
                break
            j -= 1
        if negated:
            return (
                "present" if base == "withdrawn" else "other" if base in ("deployed", "planned", "reinforced") else base
            )
        return base if sense.lemma == "train" else self._shade(base, mood)

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
            if word in _BE or word in _MODAL:
                return "planned"
            if word in _ENDS or word in _STOP:
                break
        return "planned"

    @staticmethod
    def _shade(base: str, mood: str) -> str:
        """What becomes of an action that is to come, is asked for or is refused."""
        if mood in ("", "actual"):
            return base
        if base in ("withdrawn", _THERE):
            return "present" if mood == "refused" and base == "withdrawn" else base
        if mood == "refused":
            return "other"
        if base in ("planned", "requested", "total"):
            return base
        return mood

    # -- to the right

    def _predicate(self, at: int) -> tuple[str | None, str | None, str | None]:
        """What a relative clause or participle says of troops, what they are to do, and the verb of their clause."""
        words = self.words
        relative: str | None = None
        noun = at
        nested = self.tokens[at].last
        if words[at + 1 : at + 2] == ["short"]:
            return "requested", None, None
        k = at + 1
        end = min(len(words), at + _RIGHT)
        whose = at and words[at - 1] == "whose"
        while k < end:
            word = words[k]
            if self.tokens[k].number >= 0:
                if words[k - 1] in _AND or words[k - 2] in _AND or self.tokens[k].start < nested:
                    noun = at if self.tokens[k].start < nested else noun
                    k += 1
                    continue
                break
            if word in _STOP or (word in _ENDS and word not in ("(", ")")):
                break
            if word in _AND and word != "," and words[k + 1 : k + 2] and self._finite(k + 1):
                break
            if word in _PREP or word in ("the", "a", "an", "its"):
                noun = k
            if word == ",":
                if whose:
                    break
                following = words[k + 1] if k + 1 < end else ""
                if following in ("who", "which", "that"):
                    relative = relative or self._group(self._told(k + 2), end)
                    k = self._comma(k + 1, end)
                    continue
                if following in _BE or following in _HAVE or following in _MODAL or following in _AND:
                    k += 1
                    continue
                closing = self._comma(k + 1, end)
                if closing >= end:
                    break
                k = closing + 1
                if words[k : k + 1] and not self._finite(k):
                    break
                continue
            if word in ("who", "which", "that"):
                relative = relative or self._group(self._told(k + 1), end)
                k += 1
                break
            if word == "to":
                if k + 1 < end and (self._verb(k + 1, -1) or words[k + 1] in _BE) and words[k - 1] != ",":
                    return relative, self._purpose(k, end), None
                k += 1
                continue
            if word == "be" and words[max(0, at - 8) : at].count("that"):
                wanted = (self.verbs.moods.get(one) for one in words[max(0, at - 8) : at])
                asked = next((mood for mood, _ in filter(None, wanted) if mood in ("planned", "requested")), "planned")
                return asked, None, None
            if word in _MODAL or word in _BE or word in _HAVE:
                return relative, None, self._group(k, end)
            if (word in _DUE or word in ("ready", "prepared", "poised")) and k - at <= 3:
                return relative or self._group(k, end), None, None
            if word in _SCHOOL and {"training", "course"}.intersection(words[k + 1 : k + 5]):
                return relative, None, "trained"
            found = self._verb(k, -1)
            if found and k - noun > (0 if noun == at else 1 if found.form in ("ing", "past") else 3):
                if found.form == "ing" and found.subject and words[k - 1] not in _PREP:
                    relative = relative or found.subject
                elif (
                    found.form == "past"
                    and found.passive
                    and (not found.subject or k - at == 1 or words[k - 1] in _ADVERB)
                ):
                    relative = relative or (found.passive if found.passive != "other" else None)
                elif found.lemma == "leave" and k - at == 1 and self._left_there(k + 1):
                    relative = relative or "present"
                elif found.form != "ing" and found.subject:
                    return relative, None, self._finish(k, found, "", False, False)
                elif found.form in ("past", "s") and not found.subject and words[k + 1 : k + 2] != ["by"]:
                    break
            elif (found is None and word.endswith("ed") and k - noun > 1) or word == "shot":
                break
            k += 1
        return relative, None, None

    def _told(self, k: int) -> int:
        """Where a relative clause goes on behind who says it: "that commanders say are needed"."""
        for j in range(k, min(len(self.words) - 1, k + 5)):
            after = self.words[j + 1]
            if self.words[j] in _TELLS and (after in _BE or after in _HAVE or after in _MODAL):
                return j + 1
        return k

    def _left_there(self, k: int) -> bool:
        """Whether those left stayed: "600 soldiers left in Chad", and no "left in March"."""
        word = self.words[k] if k < len(self.words) else ""
        if word in ("behind", "there"):
            return True
        after = self.words[k + 1] if k + 1 < len(self.words) else ""
        return word in ("in", "at", "on") and (after == "the" or (self.tokens[k + 1].name and not _WHEN.match(after)))

    def _purpose(self, k: int, end: int) -> str | None:
        """What an infinitive says of troops: one of coming or going alone is what is to become of them."""
        verb = self._verb(k + 1, -1)
        if verb is not None and verb.subject in ("", "present", "other"):
            return None
        return self._group(k, end)

    def _finite(self, k: int) -> bool:
        word = self.words[k]
        if word in _BE or word in _HAVE or word in _MODAL or word.endswith("ed"):
            return True
        verb = self.verbs.senses.get(word)
        return verb is not None and verb.form in ("past", "s")

    def _comma(self, k: int, end: int) -> int:
        while k < end and self.words[k] != ",":
            k += 1
        return k

    def _group(self, k: int, end: int) -> str | None:
        """What a group of auxiliaries and their verb says of its subject."""
        words = self.words
        mood = ""
        negated = passive = False
        while k < end:
            word = words[k]
            if word in _NOT or word.endswith("n't"):
                negated = True
            elif word in _MODAL:
                mood = "maybe" if word in ("may", "might", "could") else "planned"
            elif word in _BE:
                passive = True
            elif word in _HAVE:
                passive = False
            elif word == "to":
                mood, passive = mood or "planned", False
            elif word in _ADVERB or word.endswith("ly"):
                pass
            elif word in _SEEN and passive and words[k + 1 : k + 2] and words[k + 1].endswith("ing"):
                passive = False
            elif word in _DUE and not (word in self.verbs.senses and not passive):
                mood, passive = "planned", False
            elif word in self.verbs.moods and self._infinitive(k + 1, end) and not (passive and word == "needed"):
                found = self.verbs.moods[word]
                mood, passive = found[0] if found[0] != "actual" else "actual", False
                if mood == "actual":
                    k += 1
            else:
                break
            k += 1
        else:
            return mood if mood in ("planned", "requested") else "planned" if mood == "maybe" else None
        if passive and words[k] in ("out", "home", "gone", "back"):
            return "withdrawn"
        if words[k] in _SCHOOL and {"training", "course"}.intersection(words[k + 1 : k + 5]):
            return self._shade("trained", mood)
        verb = self._verb(k, -1)
        if verb is None:
            return self._unknown(words[k], mood, passive, negated)
        return self._finish(k, verb, mood, passive and verb.form != "ing", negated)

    def _unknown(self, word: str, mood: str, passive: bool, negated: bool) -> str | None:
        """What a group says whose verb is none of the lexicon's."""
        if negated:
            return None
        if word in _WHOLE:
            return "present" if passive else None
        if passive and mood in ("", "maybe") and word in _WHERE:
            return "present"
        if passive and word in _HARMED:
            return _FALLEN
        if mood in ("planned", "requested", "maybe"):
            return None if word in _UNDERGO else "planned" if mood == "maybe" else mood
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
        if verb.lemma in ("go", "come") and not (k + 1 == len(words) or words[k + 1] in _ENDS or words[k + 1] == ","):
            base = ""
        if verb.lemma in ("leave", "depart", "set off", "set out", "head") and not passive:
            ahead = words[k + 1 : k + 7]
            away = ahead[: ahead.index("for") + 2] if "for" in ahead else []
            if away and not {"home", "the", "their", "its", "a"}.intersection(away):
                base = "deployed"
        if passive and verb.lemma in ("put", "place") and _READY.intersection(words[k + 1 : k + 5]):
            return "planned"
        if passive and words[k] in _WHOLE and verb.lemma != "withdraw":
            return "present"
        if not base:
            return self._unknown(words[k], mood, passive, negated)
        if negated:
            return "present" if base == "withdrawn" else None
        return self._shade(base, "planned" if mood == "maybe" else mood)
