"""Rule packs as data: read, checked, merged, and their patterns turned into regular expressions."""

from factx.rules.loader import builtin_folder, load
from factx.rules.ruleset import CompiledRule, RuleSet

__all__ = ["CompiledRule", "RuleSet", "builtin_folder", "load"]
