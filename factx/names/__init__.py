"""Proper names: proposed once, read as groups, places or persons, and settled by the evidence for each reading."""

from factx.names.finder import NameFinder

__all__ = ["NameFinder"]
