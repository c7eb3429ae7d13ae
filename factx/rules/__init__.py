"""Rule packs as data: read, checked, merged, and their patterns turned into regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.rules.ruleset import CompiledRule, RuleSet

if TYPE_CHECKING:
    from factx.rules.loader import load

__all__ = ["CompiledRule", "RuleSet", "load"]


def __getattr__(name: str) -> Any:
    """The loader, imported only where rules are read, not where they come out of the cache."""
    if name == "load":
        from factx.rules.loader import load

        return load
    raise AttributeError(name)
