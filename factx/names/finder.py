"""The name finder: candidates, readings, arbitration and identity in one call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factx.document.model import Document
from factx.facts import Mention
from factx.names.arbiter import arbitrate
from factx.names.candidates import propose_chains
from factx.names.fold import fold
from factx.names.groups import GroupFinder
from factx.names.identity import resolve_groups
from factx.names.index import build_index
from factx.names.persons import PersonFinder
from factx.rules.model import Lexicon


class NameFinder:
    """Groups, places and persons of documents, by the lexicons of a rule set."""

    def __init__(self, lexicons: Mapping[str, Lexicon]) -> None:
        def folded(name: str) -> frozenset[str]:
            return frozenset(fold(form) for form in lexicons[name].forms)

        heads = lexicons["org_heads"]
        index = build_index(lexicons["groups"], lexicons["risky_forms"], heads)
        alone = frozenset(fold(form) for form in heads.forms if heads.entries[form.lower()].get("alone"))
        alone |= {
            "pentagon",
            "kremlin",
            "senate",
            "congress",
            "duma",
            "rada",
            "fed",
            "guardian",
            "quad",
            "commonwealth",
        }
        titles = folded("titles") | folded("ranks")
        leads = folded("lead_words")
        cues = {
            form.lower(): lexicons["name_cues"].entries[form.lower()].get("type", "")
            for form in lexicons["name_cues"].forms
        }
        self.groups = GroupFinder(index, alone, frozenset(lexicons["not_groups"].forms), cues, leads)
        self.persons = PersonFinder(titles, folded("given_names"), folded("place_names"), leads)

    def find(self, document: Document) -> list[Mention]:
        """The names of a document, in the order of the text."""
        chains = propose_chains(document)
        proposals = self.groups.propose(document, chains) + self.persons.propose(document, chains)
        mentions = arbitrate(proposals)
        resolve_groups(document.view, mentions, Counter())
        for one in mentions:
            if one.kind == "person":
                one.attributes["value"] = document.text[one.start : one.end]
        return mentions
