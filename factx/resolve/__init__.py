"""The document pass: what only the whole text can settle about mentions that were found sentence by sentence.

Half of it is for troop counts and half for casualties, and is imported where there are some.
"""

from __future__ import annotations

from factx.document.model import Document
from factx.facts import Mention
from factx.resolve.known import Known

__all__ = ["Known", "resolve"]


def resolve(document: Document, mentions: list[Mention], known: Known) -> list[Mention]:
    """Settle links, forces and events over the document; the mentions that remain."""
    kinds = {one.kind for one in mentions}
    if "troop_count" in kinds:
        from factx.resolve.elided import settle_elided
        from factx.resolve.moves import settle_moves
        from factx.resolve.parts import share_actions

        mentions = settle_moves(document, settle_elided(document, mentions, known.verbs.told), known.verbs)
        share_actions(document, mentions)
    if "casualty" in kinds:
        from factx.resolve.agents import link_agents
        from factx.resolve.doers import link_doers

        link_agents(document, mentions, known.actors)
        link_doers(document, mentions, known.nations, known.causes, known.actors)
    if not kinds.isdisjoint(("troop_count", "casualty")):
        from factx.resolve.links import link_counts

        link_counts(document, mentions, known.causes, known.actors)
    if "troop_count" in kinds:
        from factx.resolve.forces import link_forces

        link_forces(document, mentions, known.nations, known.verbs)
    if "casualty" in kinds:
        from factx.resolve.events import order_events

        order_events(document, mentions, known.causes)
    return mentions
