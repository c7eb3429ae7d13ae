"""The name finder: candidates, readings, arbitration and identity in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factx.document.model import Document
from factx.facts import Mention
from factx.gazetteer.store import open_gazetteer
from factx.names.arbiter import arbitrate
from factx.names.candidates import propose_chains
from factx.names.fold import fold
from factx.names.groups import GroupFinder
from factx.names.identity import resolve_groups
from factx.names.index import build_index
from factx.names.model import Proposal
from factx.names.nouns import FACILITY
from factx.names.persons import PersonFinder
from factx.names.words import GroupWords
from factx.places.clues import Clues
from factx.places.lookup import SURELY, PlaceNames, PlaceWords
from factx.places.readings import Names
from factx.places.recognise import PlaceFinder
from factx.places.resolve import resolve_places
from factx.rules.model import Lexicon

_ENGLISH = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
"""Countries whose towns are not called after people by their full names (Benito Juarez, Simon Bolivar)."""

_UNJOINED = frozenset(("media", "company", FACILITY))
"""Types of head nouns after which a hyphen goes on within one name ("Post-Gazette", "Bank-Lakso")."""


class NameFinder:
    """Groups, places and persons of documents, by the lexicons of a rule set."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        def folded(name: str) -> frozenset[str]:
            return frozenset(fold(form) for form in lexicons[name].forms)

        heads = lexicons["org_heads"]
        index = build_index(lexicons["groups"], lexicons["risky_forms"], heads)
        alone = frozenset(fold(form) for form in heads.forms if heads.entries[form.lower()].get("alone") == "alone")
        parts = _parts(lexicons["name_parts"])
        alone |= parts["alone"]
        titles = folded("titles") | folded("ranks")
        leads = folded("lead_words")
        given = folded("given_names")
        self.gazetteer = open_gazetteer()
        demonyms = lexicons["demonyms"]
        self.nations: dict[str, str] = {}
        for country in demonyms.forms:
            row = demonyms.entries[country.lower()]
            for name in (*row.get("adjectives", "").split(";"), *row.get("plural_nouns", "").split(";")):
                if name and row.get("iso2"):
                    self.nations.setdefault(fold(name), row["iso2"])
        words = GroupWords(
            stop=frozenset(lexicons["not_groups"].forms),
            leads=leads,
            titles=titles,
            given=given,
            nations=frozenset(self.nations),
            peoples=frozenset(self.nations) | folded("peoples"),
            parts=parts,
            **_cues(lexicons["name_cues"]),
        )
        self.groups = GroupFinder(index, alone, words, self.gazetteer)
        self._joined = frozenset(head for head, type_ in index.heads.items() if type_ not in _UNJOINED)
        self._whole = parts["press"] | parts["wing"] | {head for head, type_ in index.heads.items() if type_ != "other"}
        place_words = PlaceWords.read(lexicons["place_words"], lexicons["common_words"])
        features = frozenset(place_words.last_feature) - {"lake", "bay"} | {"city", "beach", "heights"}
        self.persons = PersonFinder(
            titles,
            given,
            folded("place_names"),
            leads,
            frozenset(index.heads),
            parts["surname"],
            place_words.civic | features | parts["purpose"],
        )
        abbreviations = frozenset(
            fold(alias)
            for row in lexicons["places_countries"].entries.values()
            if row.get("feature") == "region"
            for alias in row.get("aliases", "").split(";")
            if (alias.endswith(".") and len(alias) < 7) or (alias.isupper() and len(alias) == 2)
        )
        states = frozenset(
            fold(form)
            for form in lexicons["places_countries"].forms
            if any(one.feature == "region" and one.rank >= 7 for one in self.gazetteer.lookup(fold(form)))
        )
        local = {word: row["country"].split(";") for word, row in lexicons["country_cues"].entries.items()}
        self.readings = Names(self.gazetteer)
        self.clues = Clues(self.nations, local, states)
        never = leads | titles | frozenset(index.heads) | folded("not_places")
        self.places = PlaceFinder(
            PlaceNames(
                self.gazetteer,
                frozenset(self.nations),
                given | folded("place_names"),
                never,
                abbreviations,
                place_words,
            )
        )
        named = given | titles | self.groups.heads.telling | place_words.after_in | abbreviations | parts["clubtown"]
        self._idle = frozenset(word.capitalize() for word in leads - named - index.owned if word not in index.forms)
        """Words that by themselves are no name's, though they have a capital: most begin a sentence."""

    def find(self, document: Document) -> list[Mention]:
        """The names of a document, in the order of the text."""
        view = document.view
        chains = propose_chains(document, self._joined, self._whole, self._idle)
        proposals = self.groups.propose(document, chains)
        named = _Spans(one for one in proposals if one.rule == "group.lexicon")
        persons = [
            one
            for one in self.persons.propose(document, chains)
            if not (self._town(view, one) or named.hold(one) or self._staff(view, one))
        ]
        given = _Spans(one for one in persons if one.rule == "person.given")
        proposals = [one for one in proposals if not (_word(one, view) and given.hold(one))]
        surnames = {fold(view[one.start : one.end]).rpartition(" ")[2] for one in persons}
        proposals += persons
        proposals += self.places.propose(document, chains, surnames)
        mentions = arbitrate(proposals)
        known = {one.attributes["key"] for one in mentions if one.attributes.get("key")}
        bodies = [self.places.within(view, one, known) for one in mentions if one.kind == "group"]
        mentions = sorted([*mentions, *filter(None, bodies)], key=lambda one: (one.start, -one.end))
        countries = resolve_places(document, mentions, self.readings, self.clues)
        resolve_groups(view, mentions, countries)
        for one in mentions:
            if one.kind == "person":
                one.attributes["value"] = document.text[one.start : one.end]
        return mentions

    def _staff(self, view: str, one: Proposal) -> bool:
        """Whether what looks like a title and a surname is a head noun: "the General Staff"."""
        if one.rule != "person.title" or " " in view[one.start : one.end]:
            return False
        before = view[max(0, one.start - 20) : one.start - 1].rpartition(" ")[2]
        return fold(f"{before} {view[one.start : one.end]}") in self.groups.index.heads

    def _town(self, view: str, one: Proposal) -> bool:
        """Whether what looks like a given name and a surname is a town: "Glen Allen", "Sheikh Zuweid"."""
        if one.rule == "person.title":
            place = self.gazetteer.lookup(fold(f"sheikh {view[one.start : one.end]}"))
            return bool(place) and place[0].own and view.startswith("Sheikh ", max(0, one.start - 7))
        if " " not in view[one.start : one.end]:
            return False
        places = [place for place in self.gazetteer.lookup(fold(view[one.start : one.end])) if place.own]
        return any(place.rank > 4 or (place.rank > 1 and place.country in _ENGLISH) for place in places) or (
            bool(places) and SURELY.search(view, max(0, one.start - 24), one.start) is not None
        )


def _word(one: Proposal, view: str) -> bool:
    """Whether a known group's name is one word, which may end a person's: "Robert Ford", but not the maker of cars."""
    return one.rule == "group.lexicon" and view[one.start + 1 : one.end].islower()


class _Spans:
    """Some spans, by their ends."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        self._starts: dict[int, int] = {}
        for one in proposals:
            self._starts[one.end] = min(one.start, self._starts.get(one.end, one.start))

    def hold(self, one: Proposal) -> bool:
        """Whether one of them is longer and ends with another: "Estado Mayor Central" with what looks like a person."""
        return self._starts.get(one.end, one.start) < one.start


def _cues(lexicon: Lexicon) -> dict[str, Any]:
    """The cues beside names, by where they stand; one with no place lets a risky form stand, and tells nothing."""
    cues: dict[str, Any] = {"cues": set(), "before": {}, "after": {}, "owned": {}, "explains": {}}
    for form in lexicon.forms:
        row = lexicon.entries[form.lower()]
        places = [place.partition(":") for place in row.get("where", "").split(";") if place]
        if [place[0] for place in places] != ["explains"]:
            cues["cues"].add(form.lower())
        for where, _, own in places:
            if where != "stands":
                cues[where][form.lower()] = own or row["type"]
    return cues


def _parts(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The words that make and bound names, by what they do."""
    parts: dict[str, set[str]] = {}
    for form in lexicon.forms:
        for role in lexicon.entries[form]["roles"].split(";"):
            parts.setdefault(role, set()).add(form)
    return {role: frozenset(words) for role, words in parts.items()}
