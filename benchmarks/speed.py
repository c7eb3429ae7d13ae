"""How fast factx is: every figure a ratio or a rate taken in one run on one machine.

Rates are those of the processor's time, which a busy machine troubles less than the clock's; start-up and jobs are the
clock's.

    python benchmarks/speed.py startup                  one article, whole process, against an empty Typer application
    python benchmarks/speed.py throughput [TEXTS...]    articles and megabytes a second on one core, by stage
    python benchmarks/speed.py jobs [TEXTS...]          the same through the command line with 1 and 2 processes
    python benchmarks/speed.py length                   cost a character from 3 KB to 10 MB in one document
    python benchmarks/speed.py rules                    cost when the number of rules doubles (generated rules)
    python benchmarks/speed.py peers [TEXTS...]         beside other extractors, those that are installed

TEXTS are JSON Lines files with a "text" a line; without them the samples serve.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from factx.engine import Cascade
from factx.extractor import Extractor
from factx.rules import load

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = 3000
"""Characters of the article that rates are stated for."""


def texts(paths: list[str]) -> list[str]:
    """The texts of JSON Lines files, or of the samples."""
    if not paths:
        return [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    return [json.loads(line)["text"] for path in paths for line in Path(path).open(encoding="utf-8") if line.strip()]


def median(command: list[str], rounds: int) -> float:
    """Median wall-clock milliseconds of a command."""
    seconds = []
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        seconds.append(time.perf_counter() - begin)
    return 1000 * statistics.median(seconds)


def startup(rounds: int) -> None:
    """Whole-process times, interleaved so that a noisy machine troubles all of them alike."""
    article = sorted((ROOT / "samples").glob("*.txt"))[0]
    empty = "import typer\napp = typer.Typer()\n@app.command()\ndef main(name: str = 'x') -> None: ...\napp()\n"
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "empty.py"
        script.write_text(empty, "utf-8")
        run = [sys.executable, "-m", "factx", "extract", str(article), "--format"]
        commands = {
            "bare Python": [sys.executable, "-c", "pass"],
            "empty Typer application": [sys.executable, str(script)],
            "factx extract --format json": [*run, "json"],
            "factx extract --format table": [*run, "table"],
        }
        for command in commands.values():
            median(command, 2)
        figures: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                figures[name].append(median(command, 1))
    base = statistics.median(figures["empty Typer application"])
    for name, values in figures.items():
        middle = statistics.median(values)
        print(f"{name:32} {middle:7.1f} ms   {middle / base:5.2f} x the empty application")


def rate(work: Callable[[str], object], sample: list[str], least: float = 3.0) -> tuple[float, float]:
    """Articles (of `ARTICLE` characters) and megabytes a second of the processor, over at least `least` seconds.

    The same is done before, for as long: what is made ready once would count a thousand times over.
    """
    done, seconds = 0, 0.0
    for _ in range(2):
        done = 0
        begin = time.process_time()
        while (seconds := time.process_time() - begin) < least:
            for text in sample:
                work(text)
                done += len(text)
    return done / ARTICLE / seconds, done / 1e6 / seconds


def throughput(sample: list[str]) -> None:
    """Rates of the library, and where its time goes."""
    extractor = Extractor()
    for text in sample:
        extractor.extract(text)
    articles, megabytes = rate(extractor.extract, sample)
    print(f"{articles:8.0f} articles of {ARTICLE} characters a second, {megabytes:.2f} MB/s")
    extractor.stages = stages = {}
    for text in sample:
        extractor.extract(text)
    whole = sum(stages.values())
    for name, seconds in sorted(stages.items(), key=lambda item: -item[1]):
        print(f"    {name:12} {100 * seconds / whole:5.1f} %")


def jobs(sample: list[str]) -> None:
    """Rates of the command line with one process and with two."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        repeated = sample * max(1, 6_000_000 // max(1, sum(map(len, sample))))
        lines = (json.dumps({"id": str(number), "text": text}) for number, text in enumerate(repeated))
        path.write_text("\n".join(lines), "utf-8")
        characters = sum(map(len, repeated))
        for number in (1, 2):
            command = [sys.executable, "-m", "factx", "extract", str(path), "--format", "json", "--jobs", str(number)]
            seconds = median(command, 1) / 1000
            print(
                f"--jobs {number}: {characters / ARTICLE / seconds:8.0f} articles/s, "
                f"{characters / 1e6 / seconds:.2f} MB/s"
            )


def length(sample: list[str]) -> None:
    """Microseconds a character by the length of one document."""
    extractor = Extractor()
    whole = "\n\n".join(sample)
    for size in (3_000, 30_000, 300_000, 3_000_000, 10_000_000):
        text = (whole * (size // len(whole) + 1))[:size]
        begin = time.process_time()
        extractor.extract(text)
        print(f"{size:12,} characters: {1e6 * (time.process_time() - begin) / size:6.3f} microseconds a character")


def rules(sample: list[str]) -> None:
    """The cost of the built-in rules against twice as many, the added ones with triggers of their own."""
    plain = load()
    with tempfile.TemporaryDirectory() as folder:
        names = ["alpha", "bravo", "carbon", "delta", "ember", "fjord", "gamma", "helix", "indigo", "jasper"]
        lines = ['kind = "casualty"']
        for number in range(len(plain.rules)):
            word = names[number % 10] + names[number // 10 % 10] + names[number // 100 % 10]
            lines += [
                "[[rule]]",
                f'id = "generated.{number}"',
                f"pattern = '(?<people>{{people}}) ~ {word}(?<harm>ed)'",
            ]
        (Path(folder) / "generated.toml").write_text("\n".join(lines), "utf-8")
        doubled = load(Path(folder))
    once = Extractor(rules=plain)
    twice = Extractor(rules=doubled)
    for text in sample:
        once.extract(text), twice.extract(text)
    first, second = rate(once.extract, sample)[1], rate(twice.extract, sample)[1]
    count = len(Cascade(plain).compiled), len(Cascade(doubled).compiled)
    print(f"{count[0]} rules: {first:.2f} MB/s; {count[1]} rules: {second:.2f} MB/s; cost x {first / second:.2f}")


def peers(sample: list[str]) -> None:
    """Rates of other extractors on the same texts, for those that are installed."""
    rows: list[tuple[str, Callable[[str], object]]] = [("factx, all kinds", Extractor().extract)]
    try:
        import spacy

        rows.append(("spaCy en_core_web_sm", spacy.load("en_core_web_sm")))
    except (ImportError, OSError):
        print("spaCy with en_core_web_sm is not installed", file=sys.stderr)
    try:
        from dateparser.search import search_dates

        rows.append(("dateparser search_dates", search_dates))
    except ImportError:
        print("dateparser is not installed", file=sys.stderr)
    try:
        from quantulum3 import parser

        rows.append(("quantulum3", parser.parse))
    except ImportError:
        print("quantulum3 is not installed", file=sys.stderr)
    try:
        from recognizers_date_time import Culture, recognize_datetime

        rows.append(("recognizers-text-date-time", lambda text: recognize_datetime(text, Culture.English)))
    except ImportError:
        print("recognizers-text-date-time is not installed", file=sys.stderr)
    for name, work in rows:
        work(sample[0])
        articles, megabytes = rate(work, sample[:200], 5.0)
        print(f"{name:30} {articles:9.1f} articles/s {megabytes:8.3f} MB/s")


def main() -> None:
    """Run one benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["startup", "throughput", "jobs", "length", "rules", "peers"])
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    if options.what == "startup":
        startup(options.rounds)
    else:
        {"throughput": throughput, "jobs": jobs, "length": length, "rules": rules, "peers": peers}[options.what](
            texts(options.texts)
        )


if __name__ == "__main__":
    main()
