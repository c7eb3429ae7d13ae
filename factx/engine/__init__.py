"""The engine: sentences are lifted, rules matched, candidates selected, mentions built and put in context."""

from factx.engine.cascade import Cascade

__all__ = ["Cascade"]
