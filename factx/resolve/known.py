"""What the lexicons of a rule set say to the document pass, each read when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factx.engine.cascade import Cascade

if TYPE_CHECKING:
    from factx.resolve.actors import Actors
    from factx.resolve.causes import Causes
    from factx.resolve.verbs import Verbs


class Known:
    """The readings of the lexicons of a cascade. What they come to is kept with it in the cache."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._lexicons = cascade.rules.lexicons

    @cached_property
    def nations(self) -> dict[str, str]:
        """The country of each nationality's adjective and plural noun, in lower case."""
        return self._cascade.extra("nations", self._read_nations)  # type: ignore[no-any-return]

    def _read_nations(self) -> dict[str, str]:
        if "demonyms" not in self._lexicons:
            return {}
        demonyms = self._lexicons["demonyms"]
        return {
            form.lower(): country
            for column in ("plural_nouns", "adjectives")
            for country in demonyms.forms
            for form in demonyms.entries[country.lower()].get(column, "").split(";")
            if form
        }

    @cached_property
    def causes(self) -> Causes:
        """The causes of harm."""
        return self._cascade.extra("causes", self._read_causes)  # type: ignore[no-any-return]

    def _read_causes(self) -> Causes:
        from factx.resolve.causes import Causes

        entries = self._lexicons["causes"].entries if "causes" in self._lexicons else {}
        return Causes({form: cells["class"] for form, cells in entries.items()})

    @cached_property
    def actors(self) -> Actors:
        """Those who can do harm."""
        from factx.resolve.actors import Actors

        return Actors(self._lexicons["actors"].entries if "actors" in self._lexicons else {})

    @cached_property
    def verbs(self) -> Verbs:
        """What verbs say becomes of troops."""
        return self._cascade.extra("verbs", self._read_verbs)  # type: ignore[no-any-return]

    def _read_verbs(self) -> Verbs:
        from factx.resolve.verbs import read_verbs

        names = ("troop_verbs", "troop_moods", "troop_words", "troop_told")
        if not all(name in self._lexicons for name in names):
            return read_verbs({}, {}, {}, {})
        return read_verbs(*(self._lexicons[name].entries for name in names))
