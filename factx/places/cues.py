"""What stands beside names in a text and says that they are places, or are none."""

from __future__ import annotations

import re

OF = re.compile(
    r"\b(?:city|town|village|province|state|region|district|port|island|capital|north|south|east|west"
    r"|\d\d?\)?,?(?: both)?|[a-z][\w.]+ [a-z][\w'-]+,?|residents?|both|all|formerly|late|originally|natives?|mayor"
    r"|chief|bishop|people|streets|battle|siege|fall|outskirts|villages|towns|districts|municipalities|parts|suburbs"
    r"|communities|counties) of\Z"
)
NOUN_OF = re.compile(r"\b(?:city|town|village|district|suburb|port|island|municipality|outskirts) of \Z")
"""What stands before a town and before nothing else."""
ALONG = re.compile(
    r"\b(?:street|st\.|road|rd\.|avenue|ave\.|drive|lane|way|court|boulevard|blvd\.|(?:highway|route) \d+(?: \w+)?),\Z"
)
"""What stands before a place, in small letters, where its last word is "of", and where it is a street's."""
FINAL = re.compile(r"(?P<joined>\w-)?(?P<word>\w+)\Z")
"""The last word of what stands before a name; of one with a hyphen, its end."""
WORD = re.compile(r"[A-Za-z]+")
AFTER = re.compile(
    r" (?:province|city|town|village|district|region|governorate|county|state|municipality|area|camp|airport|border"
    r"|suburb|neighbou?rhood|peninsula|valley|river|island|prefecture|department|oblast|territory|coast|airfield|airbase"
    r"|port|hospital|residents?|mayor|police|prison|crossing|m[ae]n|wom[ae]n|teens?|teenager|couple|native|driver|home"
    r"|apartment|officials|officers|firefighters|schools?|church|jail|council|courthouse|councillors?|hospitals|homes|students"
    r"|residence|limits|address|community|communities|campus|courts?|offices?|newspaper|workers|voters|children|plant"
    r"|reservoir|taluk|tehsil|mandal|woreda|commune|settlement|hamlet|refugee camp|local government|natives|educators?"
    r"|parents|teachers?|taxpayers|businesses|neighbou?rhoods|suburbs|firm|firefighter|farmers?|motorists?|motorcyclist"
    r"|pubs?|shops?|station|stadium|bombings?|massacre|earthquake|quake|floods|riots?|ghetto|derailment|airstrikes?"
    r"|landlord|lawmakers?|shopkeeper|hospice|housewife|pensioner|schoolboy|schoolgirl|councillor|councilman|alderman)\b",
)
SAINT = re.compile(r"(?:St\.?|Saint) \w+'s [A-Z]")
"""What is called after a saint: "St. Michael's Hospital"."""
NAMED_AFTER = re.compile(r"(?:Corporation|Farmers|Club) of \Z")
"""What stands before a country within another name: "Future Farmers of America"."""
NEVER_AFTER = re.compile(r", \d\d?, |,? (?:[Aa]greements?|[Aa]ccords?|[Aa]mendment|[Pp]rotocol|[Cc]limate|targets)\b")
"""What stands after a person with an age, and after what was agreed upon in a place."""
SPEAKS = re.compile(r" (?:said|says|told|added|asked|smiled|laughed|recalled|wrote)\b")
DISH = re.compile(r" (?:sandwich|dinner|breast|bacon|burger|soup|meat|leg|farm|day|trot)", re.IGNORECASE)
YEAR = re.compile(r"\d \Z")
COMPOUND = re.compile(r"-(?!based|born|area|bound|bred|trained|educated|registered)[a-z]")
LOCAL = re.compile(r"-(?:based|born|area|bound|bred|trained|educated|registered)\b")
STREET = re.compile(
    r" (?:\w+ )?(?:Streets?|Avenues?|Ave|Roads?|Rd|Drive|Boulevard|Blvd|Lane|Lanes|Terrace|Court|Parkway|Pike|Way)\b"
)
CORNER = re.compile(r"(?:,? and [A-Z]\w+)? (?:streets|avenues|roads|drives|lanes|boulevards)\b")
"""What stands after the names of streets that meet ("Rivers and Stokes avenues")."""
BUILDING = re.compile(
    r" (?:House|Hospital|Motel|Hotel|Inn|Mall|Building|Tower|Arena|Theat(?:er|re)|Club|Lodge|Foundation|Farms?)\b"
)
"""What stands after a name within that of a building or a business."""
KIN = re.compile(
    r"\b(?:friends?|sons?|daughters?|wife|widow|husband|mother|father|brother|sister|parents|supporters?|followers?|fans?"
    r"|lover|girlfriend|boyfriend|cousin|nephew|niece|aide|lawyers?|murderer|killers?|trial|conviction|arrest) of \Z"
)
"""What stands before a person."""
CASE = re.compile(r" (?:hearing|case|trial|murder|slaying|probe|killing|death|lawsuit|inquiry|verdict|affair)\b")
"""What stands after whom a case is about ("a new twist in Fairfield hearing")."""
STATE_TEAM = re.compile(
    r" State(?! [A-Z]|\w| (?:of|prison|police|court|law|lawmaker|official|government|legislat|agenc|senat|authorit))"
)
OF_OTHERS = frozenset(("washington", "new york"))
"""The team of a university that is called after its state or town ("Ohio State"), and states that are called so."""
STYLE = re.compile(
    r"\b(?:Princes?|Princess|Dukes?|Duchess|Earls?|Countess|Marquess|Marquis|Viscount|Treaty|Peace|Edict|Protocols?)"
    r" of \Z"
)
"""What stands before a place in the style of a person, or the name of what was agreed there."""
PARTICLES = frozenset(
    ("de", "del", "la", "y", "von", "van", "der", "du", "da", "dos", "bin", "ibn", "abu", "ould", "ag")
)
"""The last words of those that stand before a surname."""
PARTICLE = re.compile(r"[A-Z][\w'-]+ (?:de|del|de la|y|von|van|van der|du|da|dos|bin|ibn|abu|ould|ag) \Z")
"""What stands before a surname, within a name."""
RELATIVES = frozenset((
    "son", "sons", "daughter", "daughters", "wife", "husband", "brother", "sister", "mother", "father", "cousin",
    "nephew", "niece", "girlfriend", "boyfriend", "twin", "twins", "fiance", "fiancee", "fianc\u00e9", "fianc\u00e9e",
    "named", "stepson", "stepdaughter", "grandson", "granddaughter",
))  # fmt: skip
RELATIVE = re.compile(rf"\b(?:{'|'.join(sorted(RELATIVES))}),? \Z")
"""What stands before a given name."""
ARTICLES = frozenset(("a", "an", "A", "An"))
ARTICLE = re.compile(r"\b[Aa]n? \Z")
NO_NOUN = re.compile(
    r",(?! [A-Z])|[.;:!?)\"\u201d]|\s*\Z| (?:and|or|that|which|was|is|were|with|in|on|at|by|for|to|of|has|had)\b"
)
"""An article before what is called after a place, and what stands after it ("a Tacoma and a Tucson")."""
PART = re.compile(
    r"(?:(?:north|south|east|west|north ?(?:east|west)|south ?(?:east|west))(?:ern)?|central)"
    r"(?: (?:region|province|area|zone|state|district|department))?|plateau"
)
"""The parts of any country, which where all is in capitals nothing tells from a region that is called so."""
STREETS = frozenset(("street", "avenue", "road", "drive", "boulevard", "lane", "terrace", "parkway", "pike", "way"))
DATELINE = re.compile(r"(?:, [\w. ]+)? ?(?:\(|-|\u2014|\u2013)")
