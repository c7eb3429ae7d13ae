"""Dates beside other extractors on the same texts: strict, overlap and value F1, and characters a second.

    python benchmarks/dates.py [GOLD.jsonl ...]

GOLD files hold {"text", "dct", "gold": [{"kind", "start", "end", "value"}]} a line; without them the samples serve.
The peers come with `pip install 'factx[peers]'` (spaCy wants its model en_core_web_sm beside); one that is not
installed is left out, with a message. A peer that gives a day or a text but no TIMEX3 value has no value F1.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Found = list[tuple[int, int, str | None]]
Finder = Callable[[str, str | None], Found]


def factx() -> Finder:
    """The kind `date` of this package."""
    from factx import Extractor

    extractor = Extractor(kinds=["date"])
    return lambda text, day: [(one.start, one.end, str(one.value)) for one in extractor.extract(text, date=day).facts]


def dateparser() -> Finder:
    """search_dates gives words and a moment, no offsets: the words are looked for in order."""
    from dateparser.search import search_dates

    def find(text: str, day: str | None) -> Found:
        settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(day)} if day else {}
        out: Found = []
        at = 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                out.append((start, at, moment.date().isoformat()))
        return out

    return find


def recognizers() -> Finder:
    """Microsoft's recognizers: offsets and TIMEX values; the last character is included."""
    from recognizers_date_time import Culture, recognize_datetime

    def find(text: str, day: str | None) -> Found:
        base = datetime.datetime.fromisoformat(day) if day else None
        out: Found = []
        for one in recognize_datetime(text, Culture.English, reference=base):
            values: list[dict[str, str]] = (one.resolution or {}).get("values") or [{}]
            timex = values[0].get("timex", "")
            exact = values[0].get("value", "") if re.fullmatch(r"[\dX-]+", timex) else ""
            out.append((one.start, one.end + 1, exact if len(exact) == 10 and "X" in timex else timex))
        return out

    return find


def spacy() -> Finder:
    """The DATE and TIME entities of the small English model: spans alone."""
    import spacy

    model = spacy.load("en_core_web_sm")
    return lambda text, day: [
        (one.start_char, one.end_char, None) for one in model(text).ents if one.label_ in ("DATE", "TIME")
    ]


def counts(found: Found, gold: Found) -> tuple[int, int, int]:
    """How many found dates match a gold one exactly, by overlap one to one, and by overlap with the same value."""
    strict = len({one[:2] for one in found} & {one[:2] for one in gold})
    overlap = right = 0
    left = sorted(gold)
    for start, end, value in sorted(found):
        met = next((one for one in left if one[0] < end and start < one[1]), None)
        if met:
            left.remove(met)
            overlap += 1
            right += value is not None and value == met[2]
    return strict, overlap, right


def main(paths: list[str]) -> None:
    """Print one line for each extractor."""
    samples = sorted((Path(__file__).parent.parent / "samples").glob("*.gold.jsonl"))
    present = [Path(path) for path in paths or samples if Path(path).exists()]
    for path in sorted(set(map(Path, paths)) - set(present)):
        print(f"{path}: absent, left out")
    documents: list[dict[str, Any]] = [
        json.loads(line) for path in present for line in path.open(encoding="utf-8") if line.strip()
    ]
    gold: list[Found] = [
        [(one["start"], one["end"], one.get("value")) for one in document["gold"] if one["kind"] == "date"]
        for document in documents
    ]
    size = sum(len(document["text"]) for document in documents)
    print(f"{len(documents)} documents, {size} characters\n{'':24}strict overlap  value   characters/s")
    for finder in (factx, dateparser, recognizers, spacy):
        try:
            find = finder()
        except (ImportError, OSError) as error:
            print(f"{finder.__name__:24}left out: {error}")
            continue
        begin = time.perf_counter()
        answers = [find(document["text"], document.get("dct")) for document in documents]
        seconds = time.perf_counter() - begin
        met = [counts(one, other) for one, other in zip(answers, gold, strict=True)]
        both = sum(map(len, answers)) + sum(map(len, gold))
        scores = [2 * sum(one[at] for one in met) / both for at in range(3)]
        print(f"{finder.__name__:24}{scores[0]:6.3f} {scores[1]:6.3f} {scores[2]:6.3f}   {size / seconds:12,.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
