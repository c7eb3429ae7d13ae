"""The document pass: what only the whole text can settle about mentions that were found sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping

from factx.document.model import Document
from factx.facts import Mention
from factx.resolve.actors import Actors
from factx.resolve.agents import link_agents
from factx.resolve.causes import Causes
from factx.resolve.doers import link_doers
from factx.resolve.elided import settle_elided
from factx.resolve.events import order_events
from factx.resolve.forces import link_forces
from factx.resolve.links import link_counts
from factx.resolve.moves import settle_moves
from factx.resolve.parts import share_actions
from factx.resolve.verbs import Verbs


def resolve(
    document: Document,
    mentions: list[Mention],
    nations: Mapping[str, str],
    causes: Causes,
    verbs: Verbs,
    actors: Actors,
) -> list[Mention]:
    """Settle links, forces and events over the document; the mentions that remain.

    `nations` gives the country of a nationality's adjective, `causes` the class of a cause of harm, in lower case;
    `verbs` what verbs say becomes of troops, `actors` who can do harm.
    """
    mentions = settle_moves(document, settle_elided(document, mentions, verbs.told), verbs)
    share_actions(document, mentions)
    link_agents(document, mentions, actors)
    link_doers(document, mentions, nations, causes, actors)
    link_counts(document, mentions, causes, actors)
    link_forces(document, mentions, nations, verbs)
    order_events(document, mentions, causes)
    return mentions
