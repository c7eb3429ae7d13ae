"""factx: facts from news on conflict, peacekeeping and humanitarian affairs.

    from factx import Extractor
    for fact in Extractor().extract("About 180 members have been killed.").facts:
        print(fact.kind, fact.value, fact.text)

The names below are imported when they are first used, so that `import factx` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.document.model import Document, Notice, Section, Sentence
    from factx.errors import FactxError
    from factx.extractor import Extraction, Extractor
    from factx.facts import Fact

__version__ = "0.1.0"
__all__ = ["Document", "Extraction", "Extractor", "Fact", "FactxError", "Notice", "Section", "Sentence", "__version__"]

_HOME = {
    "Document": "factx.document.model",
    "Notice": "factx.document.model",
    "Section": "factx.document.model",
    "Sentence": "factx.document.model",
    "FactxError": "factx.errors",
    "Extraction": "factx.extractor",
    "Extractor": "factx.extractor",
    "Fact": "factx.facts",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'factx' has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
