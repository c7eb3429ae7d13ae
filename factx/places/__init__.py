"""Places: which capitalised words name a place, and which place in the world they name."""

from factx.places.recognise import PlaceFinder
from factx.places.resolve import resolve_places

__all__ = ["PlaceFinder", "resolve_places"]
