"""Places and groups beside spaCy's small English model on the same texts: F1 of spans, and characters a second.

    python benchmarks/names.py [GOLD.jsonl ...]

GOLD files hold {"text", "dct", "kinds", "gold": [{"kind", "start", "end"}]} a line; without them the samples serve.
Both are asked for places (spaCy: GPE, LOC, FAC) and for groups (ORG, NORP left out), and an article before a name is no
part of it. spaCy comes with `pip install 'factx[peers]'` and wants its model en_core_web_sm beside.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dates import counts

Spans = dict[str, list[tuple[int, int, str | None]]]
LABELS = {"GPE": "place", "LOC": "place", "FAC": "place", "ORG": "group"}


def factx() -> Callable[[str, str | None], Spans]:
    """The kinds `place` and `group` of this package."""
    from factx import Extractor

    extractor = Extractor(kinds=["place", "group"])

    def find(text: str, day: str | None) -> Spans:
        out: Spans = {"place": [], "group": []}
        for one in extractor.extract(text, date=day).facts:
            out[one.kind].append((one.start, one.end, None))
        return out

    return find


def spacy() -> Callable[[str, str | None], Spans]:
    """The entities of the small English model, without articles and possessives at their ends."""
    import spacy

    model = spacy.load("en_core_web_sm")

    def find(text: str, day: str | None) -> Spans:
        out: Spans = {"place": [], "group": []}
        for one in model(text).ents:
            if one.label_ in LABELS:
                start = one.start_char + (4 if one.text.lower().startswith("the ") else 0)
                end = one.end_char - (2 if one.text.endswith(("'s", "\u2019s")) else 0)
                out[LABELS[one.label_]].append((start, end, None))
        return out

    return find


def main(paths: list[str]) -> None:
    """Print one line for each extractor and kind."""
    samples = sorted((Path(__file__).parent.parent / "samples").glob("*.gold.jsonl"))
    documents: list[dict[str, Any]] = [
        json.loads(line) for path in map(Path, paths or samples) for line in path.open(encoding="utf-8") if line.strip()
    ]
    size = sum(len(document["text"]) for document in documents)
    print(f"{len(documents)} documents, {size} characters\n{'':24}strict overlap   characters/s")
    for finder in (factx, spacy):
        try:
            find = finder()
        except (ImportError, OSError) as error:
            print(f"{finder.__name__:24}left out: {error}")
            continue
        find(documents[0]["text"], None)
        begin = time.perf_counter()
        answers = [find(document["text"], document.get("dct")) for document in documents]
        rate = size / (time.perf_counter() - begin)
        for kind in ("place", "group"):
            strict = overlap = both = 0
            for document, answer in zip(documents, answers, strict=True):
                if kind in document.get("kinds", (kind,)):
                    gold = [(one["start"], one["end"], None) for one in document["gold"] if one["kind"] == kind]
                    free = [one for one in document.get("optional", ()) if one.get("kind", kind) == kind]
                    found = [
                        one
                        for one in answer[kind]
                        if any(one[0] < other[1] and other[0] < one[1] for other in gold)
                        or not any(one[0] < other["end"] and other["start"] < one[1] for other in free)
                    ]
                    met = counts(found, gold)
                    strict, overlap, both = strict + met[0], overlap + met[1], both + len(found) + len(gold)
            if both:
                label = f"{finder.__name__} {kind}"
                print(f"{label:24}{2 * strict / both:6.3f} {2 * overlap / both:6.3f}   {rate:12,.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
