"""What stands beside a place in a text and says where it is: "Paris, Texas", "the New York border", "a Lebanon man"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from factx.facts import Mention
from factx.gazetteer.store import Place
from factx.names.fold import fold
from factx.places.around import NEAR, kilometres
from factx.places.weigh import prominence

_BETWEEN = re.compile(
    r", | \(|,? in (?:the )?(?:(?:far |deep )?(?:north|south|east|west)\w*(?:-\w+)? |central |rural )?(?:the )?"
)
"""What stands between a place and the one that says where it is."""
_BEGIN = (", ", " (", " in ", ", in ")
"""What that begins with."""
_QUALIFIES = frozenset((", ", " ("))
"""What stands between a town and its state or country, and seldom between two names of a list."""
_OF_STATE = re.compile(
    r" (?:border|state|line|lawmakers?|legislat(?:ors?|ure)|Legislature|Gov\.|[Gg]overnor|Assembly|Senate)\b"
)
"""What stands after a state that has the name of a city."""
_RANK_OF_STATE, _KNOWN_TOWN = 7, 4
_AREAS = frozenset(("country", "region", "county", "area"))
_LOCAL_AFTER = re.compile(
    r" (?:m[ae]n|wom[ae]n|teens?|teenager|boy|girl|couple|residents?|native|resident|mayor|Mayor|City|street|Street"
    r"|city|police|Police|firefighters|High|Middle|Elementary|Public|School|Fire|Township|Chamber)\b"
)
_LOCAL_BEFORE = re.compile(r"(?:\b\d\d?,(?: both)? of|[Cc]ity of|[Tt]own of|[Dd]owntown|[Rr]ural) \Z")
_LOCAL_ENDS = ("of ", "owntown ", "ural ")
_WIDE = frozenset(("country", "region", "area", "continent", "sea", "desert", "mountain", "river"))


def town(view: str, one: Mention) -> bool:
    """Whether a name is used as that of a town: "a Lebanon man", "Smith, 22, of Paris"."""
    return _LOCAL_AFTER.match(view, one.end) is not None or (
        view.endswith(_LOCAL_ENDS, 0, one.start)
        and _LOCAL_BEFORE.search(view[max(0, one.start - 16) : one.start]) is not None
    )


def beside(view: str, number: int, places: list[Mention], known: list[Place | None]) -> Place | None:
    """Where a place is that the gazetteer lacks: in its qualifier, or by the town or region named nearest to it."""
    at = places[number].start
    following = known[number + 1] if number + 1 < len(places) else None
    if following is not None and _BETWEEN.fullmatch(view, places[number].end, places[number + 1].start):
        return following
    before = next((other for other in range(number - 1, -1, -1) if _narrow(known[other])), None)
    after = next((other for other in range(number + 1, len(known)) if _narrow(known[other])), None)
    if before is None or (after is not None and places[after].start - at < at - places[before].start):
        before = after
    return known[before] if before is not None else None


def _narrow(place: Place | None) -> bool:
    """Whether a place is narrow enough to say where others beside it are."""
    return (
        place is not None
        and bool(place.country)
        and (place.feature not in _WIDE or (place.feature == "region" and place.rank < 9))
    )


def qualified(
    view: str, places: list[Mention], keys: list[str], options: dict[str, tuple[Place, ...]]
) -> dict[int, Place]:
    """The places that another place after them says the whereabouts of, and those others."""
    chosen: dict[int, Place] = {}
    for number in range(len(places) - 2, -1, -1):  # from the end: a qualifier may have its own ("Gori, Georgia, ...")
        end, start = places[number].end, places[number + 1].start
        if not view.startswith(_BEGIN, end) or not _BETWEEN.fullmatch(view, end, start):
            continue
        outer = chosen.get(number + 1)
        for area in options[keys[number + 1]] if outer is None else (outer,):
            inside = [one for one in options[keys[number]] if area.feature in _AREAS and _inside(one, area)]
            if inside:
                if view.startswith(" in ", end) and number in chosen:
                    break
                chosen[number] = max(inside, key=lambda one: (prominence(one), one.population))
                chosen[number + 1] = area
                break
    return chosen


def states(
    view: str, places: list[Mention], keys: list[str], options: dict[str, tuple[Place, ...]]
) -> dict[int, Place]:
    """The names that stand for a state, not for its city, by what is after them: "the New York border"."""
    return {
        number: state
        for number, one in enumerate(places)
        if _OF_STATE.match(view, one.end)
        for state in options[keys[number]]
        if state.feature == "region" and state.rank >= _RANK_OF_STATE and state.own
    }


def elsewhere(
    view: str, places: list[Mention], known: list[Place | None], qualified: dict[int, Place]
) -> Iterator[int]:
    """The small places that their qualifier says to lie where the gazetteer has none of that name."""
    for number, (one, area) in enumerate(itertools.pairwise(known)):
        if (
            one is not None
            and area is not None
            and number not in qualified
            and one.feature == "city"
            and one.rank < _KNOWN_TOWN
            and (area.feature == "country" or (area.feature == "region" and area.rank >= _RANK_OF_STATE))
            and view[places[number].end : places[number + 1].start] in _QUALIFIES
            and not _inside(one, area)
        ):
            yield number


def _inside(one: Place, outer: Place) -> bool:
    if one is outer or one.country != outer.country:
        return False
    if outer.feature == "county":
        return one.admin1 == outer.admin1 and kilometres(one, outer) < NEAR
    if outer.feature == "country":
        return one.feature != "country"
    return one.admin1 == outer.admin1 or fold(one.admin1) == fold(outer.name)
