"""Teams that bear the name of their place: "Leeds beat Hull 3-1", "Barcelona coach Luis Enrique", "the Cubs".

Only where a document speaks of sport; in any other a town is a town.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any

from factx.gazetteer.store import Gazetteer
from factx.names.fold import fold
from factx.names.model import Chain, Proposal, Word
from factx.names.persons import tight_runs
from factx.names.words import GroupWords

_SPORT = frozenset((
    "midfielder", "striker", "goalkeeper", "quarterback", " inning", "wicket", "playoff", "play-off", "semifinal",
    "semi-final", "quarter-final", "quarterfinal", "rugby", "Rugby", "Premier League", "Champions League", "World Cup",
    "World Series", "Super Bowl", "half-time", "halftime", "touchdown", "hat-trick", "teammate", "team-mate",
    "Test series", "NBA", "NFL", "NHL", "points clear", "equaliser", "equalizer", "stoppage time", "injury time",
    "Europa League", "grand final", "AFL", "NRL", "IPL", "MLB", "MLS", "WNBA", "NCAA",
    "La Liga", "Serie A", "Ligue 1", "FA Cup", "own goal", "clean sheet", "relegation", "home run", "shootout win",
    "Six Nations", "offside", "penalty shoot", "fast bowler", "over rate", "Champions Trophy", "Test match", "batter ",
    "wicketkeeper", "knockout stage", "group stage", "transfer window",
    "agreed a fee", "double overtime",
))  # fmt: skip
"""What only sport is told with."""
_LEADERS = frozenset((" coach ", " captain "))
_GAMES = _LEADERS | {"football", "soccer", "basketball", "baseball", "hockey", "cricket", " scored "}
"""What other news tells of too: two of them make sport."""
_SIDE_SIGN = " side"
_MARGINS = frozenset((" runs", " wickets"))
SIGNS = _SPORT | _GAMES | _MARGINS | {_SIDE_SIGN}
"""What a document has that speaks of sport."""
_RESULT = re.compile(r"\d-\d{1,3}(?=[.,;)\n]| (?:on|in|at|to|against|over|by|with|after|away|and)\b)")
_PLAYED = re.compile(
    r"(?:beat(?:ing)?|defeat(?:ed|ing)|los(?:t|ing)|won|winning|drew|drawing) [^.\n]{0,40}?\b\d{1,3}\Z"
)
"""A result of games, and much else, and what stands before its hyphen where somebody won."""
_LONGEST = 60
_THIS = re.compile(r"this [A-Z]\w+ side\b")
_MARGIN = re.compile(r"by (?<!\w...)(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:runs|wickets)\b")
_CALLED = re.compile(r"[A-Z]\w+ (?:head coach|coach|captain) [A-Z]")
_PLAYER = (
    "(?:head )?coach|captain|skipper|goalkeeper|keeper|midfielder|striker|defender|winger|forward|fly-half"
    "|(?:full|cent(?:re|er)|left|right|wing)-?backs?|attacker|playmaker|scrum-half|flanker|hooker|prop|batsman|bowler"
    "|all-rounder|opener|quarterback|pitcher|catcher|point guard"
    "|(?:boss|manager|star) [A-Z]|fans|supporters|players?"
)
_AFTER = re.compile(
    rf"(?:'s)? (?:{_PLAYER})|'s \d+-\d+ (?:\w+ )?(?:win|victory|defeat|loss|draw|rout)\b| \d+-\d+ [A-Z]"
    r"| \d+, [A-Z]\w+ \d+\b"
    r"| (?:beat|thrashed|edged|hammered|trounced|defeated|outclassed|routed|outscored|outlasted|blanked)\b"
    r"| on loan\b| (?:sacked|appointed|fired|hired) (?:head )?(?:coach|manager|boss)\b"
    r"| (?:drew (?:with|\d)|lost (?:to|\d+-\d+ (?:to|at|in|on|against|by))|won \d+-\d|led \d+-\d)"
)
"""What stands after a team."""
_VERSUS = re.compile(r"\bvs\.? (?:the )?\Z")
_WHERE = re.compile(r"\b(?:in|at|near|from|of|to|into|around|across|outside|through|toward|towards) (?:the )?\Z")
"""Where a name after it is a place, whoever plays."""
_SIDE = re.compile(r" (?:side|team|squad)\b")
"""What stands after a country's."""
_BEFORE = re.compile(
    r"\b(?:beat|beats|beating|beaten by|defeat(?:ed|ing|s)?(?: by| to| against)?|thrash(?:ed|ing)|hammered|edged"
    r"|routed|outscored|outlasted|blanked|trounced|outclassed|topped"
    r"|(?:los[et]|losing) to|dr[ae]w(?:n|ing)? (?:with|against|at home to|by)"
    r"|(?:lost|won|drew|fell|beaten) \d+-\d+ (?:to|by|with|against|at)"
    r"|(?:win|victory|triumph|loss) (?:over|against|by|to|with)"
    r"|(?:match|game|tie|final|fixture|test|series|innings|clash|century|try) (?:against|with)"
    r"|play(?:s|ed|ing)? (?:for|against)"
    r"|(?:goals?|scored|scores|debut|caps|appearances) (?:for|against)|on loan (?:from|at|to)|knocked out by|held by"
    r"|points? (?:ahead|behind|clear|adrift)(?: of)?|eliminated by|take on|takes on|taking on"
    r"|meet|face|faces|faced|facing) (?:the )?\Z"
)
"""What stands before one."""
_JOINED = re.compile(
    r"\b(?:joined|joining|joins|signed|signing|signs|bought|arrived|loan|move|moved|transfer|switch|switched)\b[^.\n]{0,40}"
    r"\b(?:from|to|at|with) \Z|\b(?:joined|joining|rejoined|chased by|sign for|signed for|leaving|leave|left) \Z"
)
"""What stands before the club that a player leaves or joins."""
_PLURAL = re.compile(r" (?:(?:have|were|are)\b|(?:meet|face|play|take on) (?=[A-Z]))")
_ARE = re.compile(" (?:are|were) ")
_NATION = re.compile(r"(?:\A|[.!?\"]\s|\n)((?:[A-Z][a-z]+ )?[A-Z][a-z]+)\Z")
"""What stands before it where it is a nation that begins a sentence."""
_SUBJECT = re.compile(
    r"(?:\A|[.!?:;,\"\n]\s*|\b(?:when|as|that|after|since|if|because|while|but|before|until|than|said|says) )"
    r"(?:the )?\Z",
    re.IGNORECASE,
)
"""Where the subject of a clause begins: a town there with a verb in the plural is its team."""
_PLAYS = re.compile(
    r"(?:'s [A-Z]| (?:had|went|came|took|scored|conceded|missed|started|finished|needed|looked|will|would|could|must"
    r"|remain|sit|won|lost|drew|led|played|face|failed|survived|climbed|moved|dropped|signed|sacked|appointed|have|were"
    r"|are)\b)"
)
"""What a team does that was known as one by stronger signs."""
_SHORT = frozenset(("united", "city", "rovers", "albion", "villa", "wanderers", "athletic", "rangers", "forest"))
SCORE = 94
"""Of a team: more than the country or the town whose name it bears."""


class TeamFinder:
    """Finds teams; made once, applied to any number of documents."""

    def __init__(self, words: GroupWords, gazetteer: Gazetteer) -> None:
        self.words = words
        self.gazetteer = gazetteer
        self._last = _SHORT | words.parts["team"]

    def propose(self, view: str, chains: list[Chain], found: list[Proposal], signs: Set[str]) -> list[Proposal]:
        """Readings of places as teams, where the document, which has some signs, is about sport."""
        if not _sporty(view, signs) and not self._plural(view):
            return []
        runs = [run for chain in chains if not chain.plain for run in tight_runs(view, chain)]
        named = [run for run in runs if len(run) < 4 and self._placed(view, run)]
        playing = {run[0].start for run in named if self._playing(view, run)}
        teams = {_text(view, run) for run in named if run[0].start in playing}
        towns = self.words.parts["clubtown"]
        clubs = {run[0].start for run in named if run[0].start not in playing and fold(_text(view, run)) in towns}
        played = len(playing) > 2  # a report of a match: its countries are the teams, where nothing says in which
        sports = len(playing) > 1 or len(signs & (_SPORT | _GAMES)) > 2
        out = [
            Proposal("group", run[0].start, run[-1].end, SCORE, {"type": "other"}, "group.team")
            for run in named
            if run[0].start in playing
            or (
                _WHERE.search(view, max(0, run[0].start - 16), run[0].start) is None
                and (
                    (_text(view, run) in teams and _PLAYS.match(view, run[-1].end))
                    or (played and self._country(view, run))
                    or (sports and run[0].start in clubs)
                )
            )
            or (run[0].start in clubs and _JOINED.search(view, max(0, run[0].start - 60), run[0].start) is not None)
        ]
        return out + self._short(view, runs, found)

    def _plural(self, view: str) -> bool:
        """Whether a country has a verb in the plural, as only its team has: "South Africa are almost out"."""
        for verb in _ARE.finditer(view, 0, 1500):
            nation = _NATION.search(view, max(0, verb.start() - 48), verb.start())
            if nation is None or nation[1][-1] == "s":
                continue
            places = self.gazetteer.lookup(fold(nation[1]))
            if places and places[0].feature == "country":
                return True
        return False

    def _placed(self, view: str, run: list[Word]) -> bool:
        name = fold(_text(view, run))
        if name in self.words.parts["clubtown"]:
            return True
        return (run[0].fold not in self.words.leads or run[0].fold == "new") and self.gazetteer.placed(name, 2)

    def _playing(self, view: str, run: list[Word]) -> bool:
        """Whether what stands beside a place makes it a team."""
        start, end = run[0].start, run[-1].end
        before = view[max(0, start - 40) : start]
        if _AFTER.match(view, end) or _BEFORE.search(before):
            return True
        if _SIDE.match(view, end) or _VERSUS.search(before) or view.startswith(" vs", end):
            return self._country(view, run)
        return _PLURAL.match(view, end) is not None and _SUBJECT.search(before) is not None

    def _country(self, view: str, run: list[Word]) -> bool:
        places = self.gazetteer.lookup(fold(_text(view, run)))
        return bool(places) and (
            places[0].feature == "country" or (places[0].feature == "region" and places[0].rank > 6)
        )

    def _short(self, view: str, runs: list[list[Word]], found: list[Proposal]) -> list[Proposal]:
        """The last words of teams' names by themselves: "City were beaten", "the Cubs"."""
        full: dict[str, dict[str, Any]] = {}
        for one in found:
            words = fold(view[one.start : one.end]).split()
            if one.attributes.get("type") == "other" and len(words) > 1 and words[-1] in self._last:
                known = {name: one.attributes.get(name) for name in ("group_id", "known_as", "country")}
                own = known if known["group_id"] else {"full": " ".join(words)}
                full.setdefault(words[-1], {"type": "other", **own})
        out: list[Proposal] = []
        for whole in runs:
            run = whole[1:] if len(whole) == 2 and whole[0].text == "The" else whole
            name = run[0].fold
            the = view[max(0, run[0].start - 4) : run[0].start].lower() == "the "
            if len(run) > 1 or not run[0].text[1:].islower():
                continue
            if name in full and (not the or name not in _SHORT):
                out.append(Proposal("group", run[0].start, run[0].end, SCORE, dict(full[name]), "group.team"))
            elif the and name[-1] == "s" and name in self.words.parts["team"]:
                out.append(Proposal("group", run[0].start, run[0].end, SCORE, {"type": "other"}, "group.team"))
        return out


def _sporty(view: str, signs: Set[str]) -> bool:
    """Whether a document that has some signs speaks of sport."""
    if not _SPORT.isdisjoint(signs) or len(_GAMES & signs) > 1:
        return True
    if not _LEADERS.isdisjoint(signs) and _CALLED.search(view):
        return True
    if (_SIDE_SIGN in signs and _THIS.search(view)) or (not _MARGINS.isdisjoint(signs) and _MARGIN.search(view)):
        return True
    return any(_PLAYED.search(view, max(0, one.start() - _LONGEST), one.start() + 1) for one in _RESULT.finditer(view))


def _text(view: str, run: list[Word]) -> str:
    return view[run[0].start : run[-1].end]
