"""Troop counts: what the verbs and nouns of English say of troops, with the force where the sentence names it."""

from __future__ import annotations

import pytest

from factx.extractor import Extractor

EXTRACTOR = Extractor()

# Each line: a sentence, then "value action force" for each of its counts in order, "-" where none is asked for.
COUNTS = """
Two battalions totalling 1,400 men moved in overnight to seal off the quarter, the army said. | 1400 deployed -
As night fell, 3,000 government troops poured in from the west. | 3000 deployed -
An advance party of 45 sappers reached Kigali yesterday. | 45 deployed -
More than 6,000 Ethiopian soldiers have crossed into Somalia, witnesses said. | 6000 deployed Ethiopia
The dispatch of 800 Turkish troops to Tripoli angered Athens. | 800 deployed Turkey
The arrival of 1,200 Rwandan troops has calmed the town. | 1200 deployed Rwanda
Peru brought home its 210 peacekeepers in July. | 210 withdrawn Peru
The pullout of 4,000 Australian soldiers ended on Sunday. | 4000 withdrawn Australia
Sweden is redeploying home 150 soldiers from Kabul. | 150 withdrawn Sweden
By Christmas, all 2,200 Canadian troops had gone. | 2200 withdrawn Canada
Some 350 Fijian soldiers flew out of the Golan on Wednesday. | 350 withdrawn Fiji
Manila called home 331 of its peacekeepers after the clash. | 331 withdrawn -
The last 95 Hungarian soldiers departed in a convoy of buses. | 95 withdrawn Hungary
Poland wants to bring back 500 of its soldiers by spring. | 500 withdrawn Poland
Portugal vowed to deploy 200 commandos. | 200 planned Portugal
The Senate authorised the president to send 1,500 marines abroad. | 1500 planned -
Nigeria's cabinet has approved sending 750 troops to Bissau. | 750 planned Nigeria
The king ordered 3,000 guardsmen to the frontier. | 3000 deployed -
Bolivia, a regular contributor to UN missions, said it would provide 200 infantrymen. | 200 planned Bolivia
Up to 5,000 police could be drafted in for the final. | 5000 planned -
Chile is considering whether to send 350 soldiers to Haiti. | 350 planned Chile
The general said he needed 12,000 fresh troops. | 12000 requested -
Lebanon has appealed for 15,000 peacekeepers. | 15000 requested Lebanon
The mission is seeking another 800 police officers. | 800 requested -
Khartoum rejected a call for 20,000 UN troops in Darfur. | 20000 requested -
The governor's request for 1,000 guardsmen was granted. | 1000 requested -
British instructors have trained 3,400 Kurdish fighters. | 3400 trained -
A further 500 recruits graduated from the police academy last week. | 500 trained -
American officers will train 1,200 Malian soldiers. | 1200 trained Mali
The training of 5,000 border guards takes six months. | 5000 trained -
The country has a troop strength of nearly 65,000. | 65000 present -
Total strength: 8,450. | 8450 total -
The number of Ukrainian soldiers in the pocket has dwindled to about 900. | 900 present Ukraine
ROMANIA: 730 soldiers in the southern desert; plans to leave next year. | 730 present ROMANIA
GHANA: 2,100 troops, most of them infantry. | 2100 present GHANA
A nine-member team of soldiers from Nepal inspected the camp. | 9 present -
The warlord leads about 2,500 men in the hills. | 2500 present -
Some 1,100 Spanish and Moroccan soldiers took part in the drill. | 1100 present -
Australia hopes to cut its 1,550-member contingent by half. | 1550 present Australia
Spain's departure removed 1,300 troops from the coalition. | 1300 withdrawn Spain
Bangladesh remains the top contributor with 7,200 peacekeepers. | 7200 present Bangladesh
The alliance said Albania had put 140 soldiers under its command. | 140 deployed Albania
The Georgian government said it would double its 850-strong force. | 850 present -
Nepal's contingent numbers 1,080. | 1080 present Nepal
Fewer than 300 rebels remain in the old town, the army says. | 300 present -
The mandate allows for up to 11,000 troops. | 11000 planned -
Hundreds of Syrian soldiers surrendered at the base. | 200 other -
Roughly 1,700 policemen stayed away from work in protest. | 1700 other -
Nearly 80 soldiers deserted the barracks on Sunday night. | 80 other -
Some 60 gunmen stormed the bus station before dawn. | 60 other -
Togo's 730 troops will not leave before the vote. | 730 present Togo
Instead of 10,000 soldiers the bloc found only 3,500. | 10000 present -; 3500 present -
The force, which has 4,300 soldiers in the east, is stretched. | 4300 present -
More than 70,000 police and soldiers are guarding polling stations. | 70000 present -
Around 13,000 soldiers backed by tanks are massed on the frontier. | 13000 deployed -
The 5,000 Marines aboard the ships have been ordered to sail for the Gulf. | 5000 planned -
A 120-strong Czech field hospital unit has left for Jordan. | 120 deployed -
With 16,000 soldiers, the mission is the largest of its kind. | 16000 present -
The president has committed 30,000 more soldiers to the war. | 30000 planned -
Belgium withdrew its contingent of 420 paratroopers, leaving 1,500 peacekeepers. | 420 withdrawn Belgium; 1500 present -
Austria has 380 soldiers on the Golan Heights, who will go home within weeks. | 380 withdrawn Austria
The first 60 of 400 Uruguayan soldiers land today in Bunia. | 60 deployed Uruguay; 400 total Uruguay
Japan extended the stay of its 550 soldiers by a year. | 550 present Japan
The bloc had 1,900 soldiers standing by in Accra. | 1900 planned -
The operation, involving 2,000 policemen and 400 soldiers, began at dawn. | 2000 present -; 400 present -
Turkey massed 40,000 men along the border, and 300 of them crossed it on Monday. | 40000 deployed Turkey; 300 deployed -
"""

NONE = """
Nineteen armoured personnel carriers were handed to the police.
The rebels let go 42 Filipino peacekeepers on Friday.
The blast left 12 soldiers of the regiment dead.
Pirates seized seven Indonesian sailors from the tug.
All 17 soldiers held since March were freed.
"""


def cases() -> list[tuple[str, str]]:
    lines = [line.split(" | ") for line in COUNTS.strip().splitlines()]
    return [(text.strip(), wanted.strip()) for text, wanted in lines]


@pytest.mark.parametrize(("text", "wanted"), cases())
def test_moves_and_forces(text: str, wanted: str) -> None:
    facts = [one for one in EXTRACTOR.extract(text, date="2023-12-14").facts if one.kind == "troop_count"]
    asked = wanted.split("; ")
    assert len(facts) == len(asked)
    for fact, line in zip(facts, asked, strict=True):
        value, action, force = line.split(" ", 2)
        assert (str(fact.value), fact.attributes["action"]) == (value, action)
        assert force in ("-", fact.attributes["force"])


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_no_troop_count(text: str) -> None:
    assert not [one for one in EXTRACTOR.extract(text).facts if one.kind == "troop_count"]
