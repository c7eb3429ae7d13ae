"""A soak: any number of random documents, each held to what holds for any text. Not part of the test run.

    python tests/soak.py --documents 1000000 --seed 1

A third of the documents are words of the samples and rules in any order, a third phrases out of the rules' patterns, a
third sentences of the tests with words gone, doubled or moved. Prints how many were read and, for each that
broke a promise, the seed and number that make it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from pathlib import Path

from factx import Extractor
from factx.rules import load

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.phrases import Phrases  # noqa: E402
from tests.test_robustness import SENTENCES, check  # noqa: E402

ODD = (
    "\x00 \x1b[31m \u200b \u0301 \ud800 \ue000 \ufb01 \u0130 \u00df \U0001f691 \t \r\n \n\n [bold] ( ) \" ' — , . ; : -"
)


def vocabulary() -> list[str]:
    """The words of the samples and of the rules' examples, and characters that trouble programs."""
    text = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt")))
    rules = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "rules").rglob("*.toml")))
    return [*text.split(), *(word for word in rules.split() if word.isalnum()), *ODD.split(" ") * 20]


def document(random_: random.Random, words: list[str], phrases: Phrases) -> str:
    """Some words or phrases in a row, with now and then a character changed, doubled or gone."""
    source = random_.randrange(3)
    if source == 0:
        chosen = random_.choices(words, k=random_.randint(1, 14))
    elif source == 1:
        chosen = [garbled(sentence, random_) for sentence in random_.choices(SENTENCES, k=random_.choice((1, 1, 2, 4)))]
    else:
        rules = range(len(phrases))
        chosen = [phrases.phrase(rule, random_) for rule in random_.choices(rules, k=random_.choice((1, 1, 2, 3)))]
    text = " ".join(chosen) or "."
    if random_.random() < 0.3:
        at = random_.randrange(len(text))
        text = text[:at] + random_.choice(("", text[at] * 2, random_.choice(ODD))) + text[at + 1 :]
    return text


def garbled(sentence: str, random_: random.Random) -> str:
    """A sentence that some hand went through: words cut off, gone, doubled, moved, in capitals, an odd mark between."""
    words = sentence.split(" ")
    for _ in range(random_.choice((0, 1, 2, 4))):
        at, to = random_.randrange(len(words)), random_.randrange(len(words) + 1)
        match random_.randrange(6):
            case 0:
                words[at:] = words[at : at + 1]
            case 1:
                words[to:to] = words[at : at + random_.randint(1, 5)]
            case 2:
                words.insert(to, random_.choice(ODD.split(" ")))
            case 3:
                words[at] = words[at].upper()
            case 4:
                words.insert(to, words.pop(at))
            case _:
                del words[at]
        words = words or ["."]
    return " ".join(words)


def main() -> int:
    """Read the documents; 1 where one broke a promise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    words = vocabulary()
    rules = load()
    phrases = Phrases(rules)
    extractor = Extractor(rules=rules)
    broken = facts = characters = 0
    slowest = (0.0, "")
    begun = time.monotonic()
    for number in range(options.documents):
        text = document(random_, words, phrases)
        since = time.perf_counter()
        try:
            extraction = extractor.extract(text, date="2023-12-11")
            check(extraction, text)
        except Exception:
            broken += 1
            print(f"seed {options.seed}, document {number}: {text!r}\n{traceback.format_exc()}", flush=True)
            continue
        slowest = max(slowest, (time.perf_counter() - since, text))
        facts += len(extraction.facts)
        characters += len(text)
        if number % 50_000 == 49_999:
            print(f"{number + 1:,} documents, {broken} broken, {time.monotonic() - begun:.0f} s", flush=True)
    print(f"{options.documents:,} documents, {characters:,} characters, {facts:,} facts, {broken} broken")
    print(f"slowest {slowest[0] * 1000:.0f} ms: {slowest[1]!r}")
    return broken > 0


if __name__ == "__main__":
    sys.exit(main())
