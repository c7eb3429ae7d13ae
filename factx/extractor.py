"""The pipeline, as a library: `Extractor().extract(text, date="2023-12-11").facts`.

text -> Document -> dates, names -> cascade over each sentence -> resolution over the document -> facts
"""

from __future__ import annotations

import datetime
import functools
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from factx.dates import resolve_dates
from factx.document import Document, Notice, read_text
from factx.engine.budget import SLOW, Budget
from factx.engine.cache import open_cascade, save
from factx.engine.cascade import Cascade
from factx.engine.plan import Called
from factx.errors import DateError
from factx.facts import Fact, Mention
from factx.names import NameFinder
from factx.resolve import resolve
from factx.resolve.actors import Actors
from factx.resolve.causes import Causes
from factx.resolve.verbs import Verbs, read_verbs
from factx.rules import RuleSet

NAMED = frozenset({"group", "person", "place"})


class Extraction(msgspec.Struct):
    """What one document gave."""

    document: Document
    facts: list[Fact] = []

    @property
    def warnings(self) -> list[Notice]:
        """What the reader of the facts should know about the document."""
        return self.document.warnings


class Extractor:
    """Rules made ready once, to be applied to any number of texts.

    `kinds` are the kinds of fact wanted (all enabled ones where None); `packs` are rule folders or files beyond the
    built-in ones; `stages`, where given, gathers the seconds spent by stage; a document that takes longer than
    `time_limit` seconds is left at the sentence reached, with a warning. Raises RuleErrors when a pack is wrong.
    """

    def __init__(
        self,
        kinds: Iterable[str] | None = None,
        packs: Sequence[str | os.PathLike[str]] = (),
        rules: RuleSet | None = None,
        stages: dict[str, float] | None = None,
        time_limit: float | None = None,
    ) -> None:
        self.stages = stages
        self.time_limit = time_limit
        self._since = time.perf_counter()
        self.kinds = tuple(kinds) if kinds is not None else None
        if rules is None:
            self._cascade = open_cascade([os.fspath(pack) for pack in packs], self.kinds)
        else:
            self._cascade = Cascade(rules, self.kinds)
        self.rules = self._cascade.rules
        self.watch_rules = False
        """Whether each rule's time and matches are counted, for `budget`."""
        self._names: NameFinder | None = None

    @property
    def budget(self) -> Budget:
        """What the rules used of their time on the last document."""
        return self._cascade.budget

    def save(self) -> None:
        """Keep the patterns compiled so far for the next process; worth calling when a program is about to end."""
        save(self._cascade)

    def extract(
        self, text: str, *, date: str | datetime.date | None = None, id: str = "-", source: str = "-",
        title: str | None = None, url: str | None = None,
    ) -> Extraction:  # fmt: skip
        """The facts of one text. `date` is the document's date (ISO 8601); raises DateError when it is none."""
        self._lap("")
        document = read_text(text, id=id, source=source, date=parse_date(date), title=title, url=url)
        self._lap("document")
        return self.extract_document(document)

    def extract_document(self, document: Document) -> Extraction:
        """The facts of a document that has been read."""
        cascade = self._cascade
        lap = self._lap
        lap("")
        budget = cascade.budget = Budget(self.watch_rules, len(document.text))
        begin = time.monotonic()
        called = cascade.candidates(document)
        lap("plan")
        first = self._first_layer(document, called)
        found = list(first)
        standing: list[Mention] = []
        sentence_begun = time.monotonic()
        for sentence, calls, within in zip(document.sentences, called, by_sentence(document, first), strict=True):
            now = time.monotonic()
            if now - sentence_begun > SLOW:
                budget.watching = True
            sentence_begun = now
            if self.time_limit is not None and now - begin > self.time_limit:
                message = f"the time limit of {self.time_limit:g} s was reached: what follows was not read"
                document.warnings.append(Notice("time-limit", message, sentence.start, len(document.text)))
                break
            layered = cascade.run(document, sentence, within, calls)
            standing.extend(layered.lifted)
            for kind in layered.found.values():
                found.extend(kind)
        found.extend(cascade.run_wide(document, standing, called))
        for rule, at in budget.stopped.items():
            message = f"rule {rule} took too long and was passed over from here on"
            document.warnings.append(Notice("rule-timeout", message, at, len(document.text)))
        lap("cascade")
        kept = resolve(document, found, self.nations, self.causes, self.verbs, self.actors)
        lap("resolution")
        facts = self._facts(document, kept)
        lap("facts")
        return Extraction(document, facts)

    def _first_layer(self, document: Document, called: list[Called]) -> list[Mention]:
        """The mentions that are settled over the whole document before any sentence is lifted, in order."""
        cascade = self._cascade
        mentions: list[Mention] = []
        if "date" in cascade.kinds:
            for sentence, calls in zip(document.sentences, called, strict=True):
                lifted = cascade.lift(document, sentence, (), True)
                mentions.extend(cascade.run_kind("date", document, sentence.section, lifted, calls))
            mentions = resolve_dates(document, mentions)
            self._lap("dates")
        if not NAMED.isdisjoint(cascade.kinds):
            mentions = merge(mentions, self.names.find(document))
            self._lap("names")
        mentions.sort(key=lambda one: (one.start, -one.end))
        return mentions

    @property
    def names(self) -> NameFinder:
        """The finder of proper names, made when it is first needed."""
        if self._names is None:
            self._names = self._cascade.extra("names", lambda: NameFinder(self.rules.lexicons))
        return self._names

    @functools.cached_property
    def nations(self) -> dict[str, str]:
        """The country of each nationality's adjective and plural noun, in lower case."""
        return self._cascade.extra("nations", self._read_nations)  # type: ignore[no-any-return]

    def _read_nations(self) -> dict[str, str]:
        if "demonyms" not in self.rules.lexicons:
            return {}
        demonyms = self.rules.lexicons["demonyms"]
        return {
            form.lower(): country
            for column in ("plural_nouns", "adjectives")
            for country in demonyms.forms
            for form in demonyms.entries[country.lower()].get(column, "").split(";")
            if form
        }

    @functools.cached_property
    def causes(self) -> Causes:
        """The causes of harm."""
        return self._cascade.extra("causes", self._read_causes)  # type: ignore[no-any-return]

    def _read_causes(self) -> Causes:
        lexicons = self.rules.lexicons
        entries = lexicons["causes"].entries if "causes" in lexicons else {}
        return Causes({form: cells["class"] for form, cells in entries.items()})

    @functools.cached_property
    def actors(self) -> Actors:
        """Those who can do harm."""
        lexicons = self.rules.lexicons
        return Actors(lexicons["actors"].entries if "actors" in lexicons else {})

    @functools.cached_property
    def verbs(self) -> Verbs:
        """What verbs say becomes of troops."""
        lexicons = self.rules.lexicons
        names = ("troop_verbs", "troop_moods", "troop_words", "troop_told")
        if not all(name in lexicons for name in names):
            return read_verbs({}, {}, {}, {})
        return self._cascade.extra(  # type: ignore[no-any-return]
            "verbs", lambda: read_verbs(*(lexicons[name].entries for name in names))
        )

    def _lap(self, stage: str) -> None:
        """Charge the time since the last lap to a stage, where stages are wanted."""
        if self.stages is not None:
            now = time.perf_counter()
            if stage:
                self.stages[stage] = self.stages.get(stage, 0.0) + now - self._since
            self._since = now

    def _facts(self, document: Document, mentions: list[Mention]) -> list[Fact]:
        """The mentions of emitted kinds as facts: in the order of the text, numbered, with references by number."""
        kinds = self.rules.kinds
        if self.kinds is None:
            wanted = {name for name, kind in kinds.items() if kind.emit and kind.enabled}
        else:
            wanted = set(self.kinds)
        chosen = [one for one in mentions if one.kind in wanted]
        chosen.sort(key=lambda one: (one.start, one.end, one.kind, one.rule))
        ids = {id(mention): f"f{number}" for number, mention in enumerate(chosen, 1)}
        facts: list[Fact] = []
        at = 0
        sentences = document.sentences
        for mention in chosen:
            while at + 1 < len(sentences) and sentences[at].end <= mention.start:
                at += 1
            last = at
            while last + 1 < len(sentences) and sentences[last].end < mention.end:
                last += 1
            attributes = dict(mention.attributes)
            facts.append(
                Fact(
                    kind=mention.kind,
                    start=mention.start,
                    end=mention.end,
                    text=document.text[mention.start : mention.end],
                    value=attributes.pop("value", None),
                    rule=mention.rule,
                    section=sentences[at].section,
                    sentence=document.text[sentences[at].start : sentences[last].end],
                    line=document.line(mention.start),
                    attributes=attributes,
                    refs={name: ids[id(one)] for name, one in mention.links.items() if id(one) in ids},
                    id=ids[id(mention)],
                )
            )
        return facts


def merge(dates: list[Mention], names: list[Mention]) -> list[Mention]:
    """Dates and names together: where they overlap the longer stands, of equal ones the date.

    A place that is kept within a group's name ("Decatur" in "Decatur Police Department") stands beside it.
    """
    out: list[Mention] = []
    within = [one for one in names if one.rule == "place.body"]
    for one in sorted(dates + names, key=lambda one: (one.start, -one.end, one.kind != "date")):
        if one.rule == "place.body":
            continue
        while out and one.start < out[-1].end and one.end - one.start > out[-1].end - out[-1].start:
            out.pop()
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out + within


def by_sentence(document: Document, mentions: list[Mention]) -> list[list[Mention]]:
    """The mentions (in order) of each sentence; one that crosses its end or lies in another belongs to none."""
    out: dict[int, list[Mention]] = defaultdict(list)
    at = end = 0
    sentences = document.sentences
    for mention in mentions:
        if mention.start < end:
            continue
        end = mention.end
        while at < len(sentences) and sentences[at].end <= mention.start:
            at += 1
        if at < len(sentences) and sentences[at].start <= mention.start and mention.end <= sentences[at].end:
            out[at].append(mention)
    return [out.get(number, []) for number in range(len(sentences))]


def parse_date(date: str | datetime.date | None) -> datetime.date | None:
    """A calendar date from ISO 8601 text. Raises DateError when the text is no such date."""
    if date is None or isinstance(date, datetime.date):
        return date
    try:
        return datetime.date.fromisoformat(date.strip()[:10])
    except ValueError:
        raise DateError(f"{date!r} is no date", None, "write it as 2023-12-11") from None
